/** The quotes themselves are true sentences. Put a figure of theirs in another's place and they are false: over all that is
 *  shipped, none such passes. */
import { beforeAll, expect, test, vi } from "vitest";
import { compose } from "../../../bot/answers/compose.ts";
import { readSources, type Sources } from "../../../bot/language-model/sources.ts";
import { TextLock } from "../../../bot/language-model/text-lock.ts";
import type { Query } from "../../../bot/query.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { shippedKnowledge } from "../../support/assistant.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const WORDS = 6;
let knowledge: KnowledgeBase;
let passes: (text: string, sources: Sources) => boolean;
let trueSentences: { text: string; sources: Sources; tokens: string[] }[];

beforeAll(async () => {
  knowledge = await shippedKnowledge();
  const lock = new TextLock(knowledge.agencies);
  passes = (text, sources) => lock.check(text, sources, "").problems.length === 0;
  const queries: Query[] = [
    ...knowledge.duties.map(({ id }): Query => ({ kind: "duty", ids: [id], ask: "all" })),
    ...knowledge.targets.map(
      ({ id }): Query => ({ kind: "target", ids: [id], completion: false, all: false }),
    ),
    ...knowledge.procedures.map(({ code }): Query => ({ kind: "procedure", code, aspects: [] })),
  ];
  const settings = { retentionDays: 30, handoffContact: "" };
  trueSentences = queries.flatMap((query) => {
    const sources = readSources(
      compose(query, { knowledge, now: new Date(0), settings }).citations.slice(0, 24),
    );
    return sources.list
      .flatMap(({ id, shown }) =>
        shown
          .split(/[;|\n]|[.](?=\s|$)/u)
          .map((clause) => clause.trim())
          .filter((clause) => clause.split(" ").length >= WORDS)
          .map((clause) => `${clause} [${id}].`),
      )
      .filter((text) => passes(text, sources))
      .map((text) => ({ text, sources, tokens: text.match(/⟦f\d+⟧/gu) ?? [] }));
  });
});

test("most quotes pass as they are, or the tests below prove nothing", () => {
  expect(trueSentences.length).toBeGreaterThan(400);
});

test("two figures of a sentence that change places are found out", () => {
  const swapped = trueSentences.flatMap(({ text, sources, tokens: [a, b] }) =>
    a && b && printed(a, sources) !== printed(b, sources)
      ? [{ text: text.replace(a, "•").replace(b, a).replace("•", b), sources }]
      : [],
  );
  expect(swapped.length).toBeGreaterThan(20);
  expect(swapped.filter(({ text, sources }) => passes(text, sources)).map(({ text }) => text)).toEqual([]);
});

test("another figure of the same answer is found out", () => {
  const replaced = trueSentences.flatMap(({ text, sources, tokens }) =>
    tokens.flatMap((token) =>
      [...sources.figures.keys()]
        .map((name) => `⟦${name}⟧`)
        .filter((other) => !tokens.includes(other) && printed(other, sources) !== printed(token, sources))
        .map((other) => ({ text: text.replace(token, other), sources })),
    ),
  );
  expect(replaced.length).toBeGreaterThan(500);
  expect(replaced.filter(({ text, sources }) => passes(text, sources)).map(({ text }) => text)).toEqual([]);
});

const printed = (token: string, { figures }: Sources) => figures.get(token.slice(1, -1))!.printed;
