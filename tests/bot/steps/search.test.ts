import { expect, test } from "vitest";
import { findProcedures, findRecords } from "../../../bot/steps/search.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";

type Retriever = KnowledgeBase["retriever"];

test("a record counts by its best chunk", async () => {
  const hit = (recordId: string, score: number) => ({ chunk: { recordId }, score, dense: score / 2 });
  const retriever = {
    search: async () => [hit("V.9", 0.4), hit("V.1", 0.3), hit("V.9", 0.6), hit("V.9", 0.5)],
  } as unknown as Retriever;
  expect(await findRecords("callbot", retriever)).toEqual(
    new Map([
      ["V.9", { score: 0.6, meaning: 0.3 }],
      ["V.1", { score: 0.3, meaning: 0.15 }],
    ]),
  );
});

/** A question of which nothing is denied. */
const asked = (text: string) => ({ text, tokens: tokenize(text), affirmed: text });

test("a procedure counts by its better place, as said and in the words of the sources", () => {
  const found: Record<string, { id: string; score: number; meaning: number }[]> = {
    "sổ đỏ": [
      { id: "a", score: 4, meaning: 0.5 },
      { id: "b", score: 1, meaning: 0.7 },
    ],
    "giấy chứng nhận": [
      { id: "b", score: 10, meaning: 0.6 },
      { id: "c", score: 5, meaning: -0.1 },
    ],
  };
  const queries: string[] = [];
  const retriever = {
    findProcedures(text: string) {
      queries.push(text);
      return found[text] ?? [];
    },
  } as unknown as Retriever;
  const understander = {
    withSynonyms: (tokens: ReturnType<typeof tokenize>) =>
      tokens[0]!.text === "sổ" ? tokenize("giấy chứng nhận") : tokens,
  } as unknown as Parameters<typeof findProcedures>[2];
  expect(findProcedures(asked("sổ đỏ"), retriever, understander)).toEqual(
    new Map([
      ["a", { score: 1, meaning: 0.5 }],
      ["b", { score: 1, meaning: 0.7 }],
      ["c", { score: 0.5, meaning: 0 }],
    ]),
  );
  queries.length = 0;
  expect(findProcedures(asked("hộ chiếu"), retriever, understander).size).toBe(0);
  expect(queries).toEqual(["hộ chiếu"]);
});
