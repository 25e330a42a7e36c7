import { beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../../bot/answers/compose.ts";
import type { AnswerContext } from "../../../bot/answers/context.ts";
import { mergeReplies } from "../../../bot/answers/many.ts";
import type { DraftReply } from "../../../bot/draft.ts";
import { FigureLock } from "../../../bot/figure-lock.ts";
import type { Query } from "../../../bot/query.ts";
import type { Citation } from "../../../bot/reply.ts";
import { rowsOfAgency } from "./queries.ts";
import { openContext } from "./shared.ts";

const citation = (id: string, quote: string, locator = "mục I"): Citation => ({
  id,
  document: "Kế hoạch",
  number: "2704/QĐ-UBND",
  issuedOn: null,
  locator,
  quote,
});
const reply = (part: Partial<DraftReply>): DraftReply => ({
  status: "answered",
  kind: "tasks",
  text: "Một.",
  spoken: "Một.",
  tasks: [],
  procedures: [],
  citations: [],
  links: [],
  computed: [],
  options: [],
  suggestions: [],
  ...part,
});

describe("answers are put together", () => {
  test("one after the other", () => {
    const merged = mergeReplies([
      reply({ text: "Một.", spoken: "Một." }),
      reply({ text: "Hai.", spoken: "Hai." }),
    ]);
    expect(merged).toMatchObject({ text: "Một.\n\nHai.", spoken: "Một. Hai." });
  });

  test("their citations counted through, each once", () => {
    const merged = mergeReplies([
      reply({ citations: [citation("c1", "a"), citation("c2", "b")] }),
      reply({ citations: [citation("c1", "b"), citation("c2", "c"), citation("c3", "a", "mục II")] }),
    ]);
    expect(merged.citations.map(({ id, quote, locator }) => `${id} ${quote} ${locator}`)).toEqual([
      "c1 a mục I",
      "c2 b mục I",
      "c3 c mục I",
      "c4 a mục II",
    ]);
  });

  test("what each shows once: tasks, procedures, figures, suggestions", () => {
    const procedure = (code: string, name = code) => ({ code, name, aspects: [] });
    const merged = mergeReplies([
      reply({
        procedures: [procedure("1"), procedure("2", "trước")],
        computed: [{ value: "4", rule: "đếm" }],
        suggestions: ["a", "b", "c"],
      }),
      reply({
        procedures: [procedure("2", "sau"), procedure("3")],
        computed: [
          { value: "4", rule: "đếm" },
          { value: "4", rule: "ngày" },
        ],
        suggestions: ["b", "d", "e", "f"],
      }),
    ]);
    expect(merged.procedures.map(({ code, name }) => `${code} ${name}`)).toEqual(["1 1", "2 trước", "3 3"]);
    expect(merged.computed).toEqual([
      { value: "4", rule: "đếm" },
      { value: "4", rule: "ngày" },
    ]);
    expect(merged.suggestions).toEqual(["a", "b", "c", "d", "e"]);
  });

  test.each<[statuses: DraftReply["status"][], expected: DraftReply["status"]]>([
    [["answered", "answered"], "answered"],
    [["unanswerable_not_in_sources", "answered"], "answered"],
    [["unanswerable_not_in_sources", "clarification"], "unanswerable_not_in_sources"],
  ])("%j together are %s", (statuses, expected) => {
    expect(mergeReplies(statuses.map((status) => reply({ status }))).status).toBe(expected);
  });

  test("one alone stays as it is, and the parts are not changed", () => {
    const one = reply({ citations: [citation("c1", "a")], suggestions: ["a"] });
    const before = structuredClone(one);
    expect(mergeReplies([one])).toEqual(before);
    mergeReplies([reply({ citations: [citation("c1", "b")] }), one]);
    expect(one).toEqual(before);
  });
});

describe("several questions in one", () => {
  let context: AnswerContext;
  beforeAll(async () => {
    context = await openContext();
  });

  test("hold what each holds alone, and every figure of them is proved", () => {
    const lock = new FigureLock(context.knowledge.agencies);
    const pairs: Query[][] = [
      ["so-y-te", "so-noi-vu", "so-du-lich"].map((agencyId) => rowsOfAgency(agencyId, { role: "lead" })),
      ["1.001193", "1.004222"].map((code) => ({ kind: "procedure", code, aspects: ["documents", "time"] })),
      [
        { kind: "task", ids: ["V.9"], asks: [] },
        { kind: "procedure", code: "1.001193", aspects: ["fee"] },
      ],
    ];
    for (const queries of pairs) {
      const parts = queries.map((query) => compose(query, context));
      const merged = compose({ kind: "many", queries }, context);
      expect(lock.check(merged).unsupported).toEqual([]);
      const quotes = merged.citations.map(({ number, locator, quote }) => `${number}|${locator}|${quote}`);
      expect(new Set(quotes).size).toBe(quotes.length);
      expect(merged.citations.map(({ id }) => id)).toEqual(merged.citations.map((_row, i) => `c${i + 1}`));
      for (const part of parts) {
        expect(merged.text).toContain(part.text);
        expect(quotes).toEqual(
          expect.arrayContaining(
            part.citations.map(({ number, locator, quote }) => `${number}|${locator}|${quote}`),
          ),
        );
        const ids = merged.tasks.map((task) => task.id);
        expect(ids).toEqual(expect.arrayContaining(part.tasks.map((task) => task.id)));
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  });
});
