import { beforeAll, describe, expect, test } from "vitest";
import { COMPOSERS, compose } from "../../../../bot/answers/compose.ts";
import type { AnswerContext } from "../../../../bot/answers/context.ts";
import { composeInEnglish, quotesOnlyInEnglish } from "../../../../bot/answers/english/render.ts";
import type { DraftReply } from "../../../../bot/draft.ts";
import { FigureLock } from "../../../../bot/figure-lock.ts";
import type { Query } from "../../../../bot/query.ts";
import { ENGLISH_MARKERS } from "../../../../bot/understanding/english-words.ts";
import { type Queries, queriesOf } from "../queries.ts";
import { openContext } from "../shared.ts";

/** Of one kind so many queries are enough, spread over all of them. */
const MOST = 25;
/** Words in a row: shorter runs are names and terms. */
const RUN = 4;

let context: AnswerContext;
let lock: FigureLock;
let queries: Queries;
let names: string;
beforeAll(async () => {
  context = await openContext();
  lock = new FigureLock(context.knowledge.agencies);
  queries = queriesOf(context);
  const { agencies, groups, sections, procedures, documents } = context.knowledge;
  names = words(
    [
      ...agencies.map(({ name }) => name),
      ...groups.map(({ name }) => name),
      ...sections.map(({ title }) => title),
      ...procedures.flatMap(({ name, field }) => [name, field]),
      ...documents.flatMap(({ title, issuer }) => [title, issuer ?? ""]),
      ...context.knowledge.facts.map(({ value }) => value),
    ].join(" | "),
  ).join(" ");
});

const words = (text: string): string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d%/|]+/u)
    .filter((word) => word !== "");
const isAccented = (word: string) => /[^\p{ASCII}]/u.test(word);

/** Runs of Vietnamese words that no quote, row or name of the reply holds: sentences of our own. */
function ownVietnamese(query: Query, reply: DraftReply, text: string): string[] {
  const rows = reply.tasks.map(({ title, lead, coordinating, period, group }) =>
    [title, lead.join("; "), coordinating.join("; "), period, group].join(" | "),
  );
  const quotes = reply.citations.map(({ quote, document, locator }) =>
    [quote, document, locator].join(" | "),
  );
  const held = ` ${names} ${words([...rows, ...quotes, JSON.stringify(query)].join(" | ")).join(" ")} `;
  // A numeral may stand before a name, and marks of ours between two quotes.
  return text.split(/\n|: |; |, | · | – |“|”|\(|\)|\. /u).flatMap((part) => {
    const said = words(part);
    return said.flatMap((_word, i) => {
      const run = said.slice(i, i + RUN);
      const isOurs = run.length === RUN && run.every(isVietnamese) && !held.includes(` ${run.join(" ")} `);
      return isOurs && run.filter(isAccented).length > 1 ? [run.join(" ")] : [];
    });
  });
}
/** Words that hold English sentences together are none, though some are Vietnamese syllables too. */
const isVietnamese = (word: string) =>
  isAccented(word) || (/^[a-z]{1,6}$/.test(word) && !ENGLISH_MARKERS.has(word) && !OTHER_ENGLISH.has(word));
const OTHER_ENGLISH = new Set("by in to as on at it under led lead leads named name prints alone".split(" "));

const some = <T>(all: readonly T[]): readonly T[] => {
  const step = Math.max(1, Math.floor(all.length / MOST));
  return all.filter((_one, i) => i % step === 0);
};

describe("each kind of query is answered in English from the same records", () => {
  test.each(Object.keys(COMPOSERS) as Query["kind"][])("%s", (kind) => {
    for (const query of some(queries[kind]() as Query[])) {
      const said = JSON.stringify(query);
      const reply = composeInEnglish(query, context);
      const vietnamese = compose(query, context);
      expect([said, reply.text.trim(), reply.spoken.trim()]).not.toContain("");
      expect([said, reply.text]).not.toEqual([said, vietnamese.text]);
      expect(reply.text).not.toMatch(/undefined|\bnull\b|\bNaN\b|\[object/);
      expect([said, ownVietnamese(query, reply, reply.text)]).toEqual([said, []]);
      expect([said, ownVietnamese(query, reply, reply.spoken)]).toEqual([said, []]);
      expect([said, lock.check(reply).unsupported]).toEqual([said, []]);
      expect(reply.status).toBe(vietnamese.status);
      expect(reply.kind).toBe(vietnamese.kind);
      expect(reply.tasks).toEqual(vietnamese.tasks);
      expect(reply.procedures).toEqual(vietnamese.procedures);
      expect(reply.citations.map(({ quote }) => quote)).toEqual(
        vietnamese.citations.map(({ quote }) => quote),
      );
      for (const { rule } of reply.computed) expect(rule).not.toMatch(/đếm|ngày|nêu|cài/);
      for (const text of reply.suggestions) expect(text).not.toMatch(/những nhiệm vụ nào|thế nào|bao nhiêu/);
    }
  });

  test("a sentence of ours in Vietnamese would be noticed", () => {
    const query: Query = { kind: "task", ids: ["V.9"], asks: ["completion"] };
    const { text } = compose(query, context);
    expect(ownVietnamese(query, composeInEnglish(query, context), text).length).toBeGreaterThan(3);
  });
});

describe("what is said of tasks", () => {
  test("who leads, until when, and that no progress is recorded", () => {
    const { text, status } = composeInEnglish(
      { kind: "task", ids: ["V.9"], asks: ["lead", "completion"] },
      context,
    );
    expect(status).toBe("unanswerable_not_in_sources");
    expect(text).toContain("**Sở Thông tin và Truyền thông** leads task V.9.");
    expect(text).toContain("- Period: 2023-2024");
    expect(text).toContain("until 31/12/2024");
    expect(text).toContain("The plan records no progress");
    expect(text).toMatch(/\*Source: Decision 2704\/QĐ-UBND of 25\/10\/2023 – Appendix, group V .*, task 9/);
  });

  test("a claim is met with a verdict before the record", () => {
    const claim = (agencyId: string) =>
      composeInEnglish(
        {
          kind: "verify",
          of: { kind: "task", ids: ["V.24"], asks: [] },
          claims: [{ about: "agency", agencyId, role: "lead" }],
        },
        context,
      ).text;
    expect(claim("so-y-te")).toMatch(/^\*\*Yes/);
    expect(claim("so-noi-vu")).toMatch(/^\*\*No/);
  });
});

test("a printed recurrence is explained in English", () => {
  const { text } = composeInEnglish({ kind: "task", ids: ["VI.2"], asks: ["when"] }, context);
  expect(text).toContain("- Period: Hàng năm (every year)");
});

test("a reply that the figure lock refused is left with its quotes", () => {
  const draft = composeInEnglish({ kind: "task", ids: ["V.9"], asks: [] }, context);
  const left = quotesOnlyInEnglish(draft);
  expect(left.text).toMatch(/^To be exact/);
  expect(left.text).toContain(`> ${draft.citations[0]!.quote}`);
  const none = quotesOnlyInEnglish({ ...draft, citations: [] });
  expect(none.text).toContain("could not check its answer");
  expect(none.status).toBe("unanswerable_not_in_sources");
});
