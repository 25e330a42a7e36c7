import { expect, test } from "vitest";
import { findProcedures, findRecords } from "../../../bot/steps/search.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";

type Retriever = KnowledgeBase["retriever"];

test("a record counts by its best chunk", async () => {
  const hit = (recordId: string, score: number) => ({ chunk: { recordId }, score });
  const retriever = {
    search: async () => [hit("V.9", 0.4), hit("V.1", 0.3), hit("V.9", 0.6), hit("V.9", 0.5)],
  } as unknown as Retriever;
  expect(await findRecords("callbot", retriever)).toEqual(
    new Map([
      ["V.9", 0.6],
      ["V.1", 0.3],
    ]),
  );
});

/** A question of which nothing is denied. */
const asked = (text: string) => ({ text, tokens: tokenize(text), affirmed: text });

test("a procedure counts by its better place, as said and in the words of the sources", () => {
  const found: Record<string, { id: string; score: number }[]> = {
    "sổ đỏ": [
      { id: "a", score: 4 },
      { id: "b", score: 1 },
    ],
    "giấy chứng nhận": [
      { id: "b", score: 10 },
      { id: "c", score: 5 },
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
      ["a", 1],
      ["b", 1],
      ["c", 0.5],
    ]),
  );
  queries.length = 0;
  expect(findProcedures(asked("hộ chiếu"), retriever, understander).size).toBe(0);
  expect(queries).toEqual(["hộ chiếu"]);
});
