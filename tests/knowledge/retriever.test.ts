import { beforeAll, describe, expect, test } from "vitest";
import { Bm25Index } from "../../knowledge/bm25.ts";
import { countSyllables, createRestorer } from "../../knowledge/diacritics.ts";
import type { Chunk } from "../../knowledge/records.ts";
import { createRetriever, type Retriever, type RetrieverParts } from "../../knowledge/retriever.ts";
import { termsOf } from "../../knowledge/terms.ts";
import { readTexts } from "../../knowledge/token-corpus.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { shippedKnowledge } from "../support/assistant.ts";

const CHUNKS: Chunk[] = (
  [
    ["1.001193", "procedure", "Đăng ký khai sinh cho trẻ em tại Ủy ban nhân dân cấp xã"],
    ["1.000656", "procedure", "Đăng ký khai tử tại Ủy ban nhân dân cấp xã"],
    ["V.9", "task", "Vận hành tổng đài tự động CALLBOT giải đáp thủ tục hành chính"],
    ["V.8", "task", "Xây dựng thư viện số của trường học"],
    ["p1", "passage", "Thực hiện Nghị định 30/2020/NĐ-CP về công tác văn thư"],
    [
      "p2",
      "passage",
      "Thực hiện Nghị định 42/2022/NĐ-CP về cổng thông tin điện tử và dịch vụ công trực tuyến",
    ],
  ] as const
).map(([recordId, kind, text], i) => ({ id: String(i), recordId, kind, headings: [], text }));

/** Neighbours as given, nearest first, whatever is asked. */
const parts = (neighbours: readonly [chunk: number, similarity: number][] = []): RetrieverParts => ({
  chunks: CHUNKS,
  bm25: Bm25Index.build(CHUNKS.map((chunk) => termsOf(chunk.text))),
  vectors: {
    similaritySearchVectorWithScore: async (_query, k) =>
      neighbours
        .slice(0, k)
        .map(([chunk, similarity]) => [{ pageContent: "", metadata: { chunk } }, similarity]),
  },
  embeddings: { embedQuery: async () => [1], embedDocuments: async (texts) => texts.map(() => [1]) },
  denseWeight: () => 0.3,
  restorer: createRestorer(countSyllables(readTexts(CHUNKS.map((chunk) => chunk.text)))),
  procedures: { find: () => [] },
});
const found = async (retriever: Retriever, query: string, options = {}) =>
  (await retriever.search(query, options)).map((hit) => hit.chunk.recordId);

describe("words", () => {
  const retriever = createRetriever(parts());

  test.each<[query: string, first: string, why: string]>([
    ["làm khai sinh ở đâu", "1.001193", "“khai” and “khai sinh”; “khai tử” shares one word only"],
    ["lam khai sinh o dau", "1.001193", "the same, typed without diacritics"],
    ["thu vien so", "V.8", "“so” is restored to “số” by the pair “viện số”"],
    ["khai tữ", "1.000656", "a wrong tone still agrees without diacritics"],
    ["callbot", "V.9", "a word that is no Vietnamese syllable"],
    ["nghị định 42", "p2", "a document number is also found by its parts"],
  ])("%s finds %s: %s", async (query, first) => {
    expect((await found(retriever, query))[0]).toBe(first);
  });

  test("scores of a search lie in 0..1, the best one has 1", async () => {
    const hits = await retriever.search("đăng ký khai sinh");
    expect(hits[0]).toMatchObject({ score: 1, dense: 0 });
    expect(hits.at(-1)).toMatchObject({ score: 0, dense: 0 });
    for (const hit of hits) expect(hit.lexical).toBeGreaterThan(0);
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
  });

  test.each(["", "?", "xyz"])("of which none is known find nothing: %j", async (query) => {
    expect(await retriever.search(query)).toEqual([]);
  });
});

describe("neighbours", () => {
  test("join what the words find, by standard deviations of their similarity", async () => {
    const retriever = createRetriever(
      parts([
        [3, 0.9],
        [0, 0.8],
        [4, 0.7],
      ]),
    );
    const hits = await retriever.search("callbot");
    // By words √3 above the mean and three times √⅓ below; by vectors 1.508, 0.302 and twice -0.905 (p1 is as far as
    // what is no neighbour). Weighed 0.7 and 0.3, and brought to 0..1.
    expect(hits.map(({ chunk, dense, score }) => [chunk.recordId, dense, score])).toEqual([
      ["V.9", 0, 1],
      ["V.8", 0.9, expect.closeTo(0.448, 3)],
      ["1.001193", 0.8, expect.closeTo(0.224, 3)],
      ["p1", 0.7, 0],
    ]);
    expect(hits.map(({ lexical }) => lexical > 0)).toEqual([true, false, false, false]);
  });

  test("are not asked for when no word is known", async () => {
    const retriever = createRetriever({
      ...parts([[3, 0.9]]),
      embeddings: { embedQuery: async () => [0, 0], embedDocuments: async () => [] },
    });
    expect(await retriever.search("xyz")).toEqual([]);
  });
});

describe("codes", () => {
  // Without the rule the first would win by its many common words.
  const retriever = createRetriever(parts([[1, 0.9]]));
  test.each<[query: string, first: string]>([
    ["đăng ký khai tử tại ủy ban nhân dân cấp xã 1.001193", "1.001193"],
    ["dang ky khai tu tai uy ban nhan dan cap xa 30/2020/ND-CP", "p1"],
    ["khai tử tại ủy ban nhân dân cấp xã trong nhiệm vụ V.9", "V.9"],
  ])("outweigh words: %s", async (query, first) => {
    const [best] = await retriever.search(query);
    expect(best!.chunk.recordId).toBe(first);
    expect(best!.score).toBeGreaterThanOrEqual(0.5);
    expect(best!.score).toBeLessThanOrEqual(1);
  });

  test("that nothing holds change nothing", async () => {
    const [best] = await retriever.search("khai tử 99/1999/QĐ-UBND");
    expect(best).toMatchObject({ chunk: { recordId: "1.000656" }, score: 1 });
  });
});

describe("options", () => {
  const retriever = createRetriever(
    parts([
      [3, 0.9],
      [0, 0.8],
    ]),
  );

  test("kinds leave out the others, neighbours and codes too", async () => {
    expect(await found(retriever, "thủ tục 1.001193 khai sinh", { kinds: ["task"] })).toEqual(["V.9", "V.8"]);
    expect(await found(retriever, "khai sinh", { kinds: ["agency"] })).toEqual([]);
  });

  test("limit cuts the list, not the scale", async () => {
    const all = await retriever.search("đăng ký khai sinh");
    expect(await retriever.search("đăng ký khai sinh", { limit: 2 })).toEqual(all.slice(0, 2));
    expect(await retriever.search("khai sinh", { limit: 0 })).toEqual([]);
  });

  test("restored: the query is taken as it is", async () => {
    const typed = "thu vien so cua truong hoc";
    const restored = retriever.restore(typed);
    expect(restored).toBe("thư viện số của trường học");
    expect(await retriever.search(restored, { restored: true })).toEqual(await retriever.search(typed));
  });
});

describe("the shipped knowledge", () => {
  let retriever: Retriever;
  beforeAll(async () => {
    ({ retriever } = await shippedKnowledge());
  });

  test.each<[query: string, recordId: string, why: string]>([
    ["Ai chủ trì callbot?", "V.9", "the only task that says CALLBOT"],
    ["thủ tục đăng ký khai sinh cần giấy tờ gì", "1.001193", "its papers, under its name"],
  ])("finds for %s %s among the first five, with and without diacritics: %s", async (query, recordId) => {
    for (const typed of [query, fold(query)]) {
      const hits = await retriever.search(typed, { limit: 5 });
      expect(hits.map((hit) => hit.chunk.recordId)).toContain(recordId);
    }
  });

  test("finds procedures by name", () => {
    expect(retriever.findProcedures("dang ky khai sinh", { limit: 3 })[0]!.id).toBe("1.001193");
  });
});

describe("a reranker", () => {
  const reranked = (values: (texts: readonly string[]) => number[]) =>
    createRetriever({ ...parts(), rerank: async (_query, texts) => values(texts) });

  test("brings what it likes best to the top, beside the score of the search", async () => {
    const retriever = reranked((texts) => texts.map((text) => Number(text.includes("khai tử"))));
    expect(await found(retriever, "đăng ký khai sinh")).toEqual(
      expect.arrayContaining(["1.000656", "1.001193"]),
    );
    expect((await found(retriever, "đăng ký khai sinh"))[0]).toBe("1.000656");
  });

  test("that can't tell leaves the order as it is", async () => {
    expect(
      await found(
        reranked(() => []),
        "đăng ký khai sinh",
      ),
    ).toEqual(await found(createRetriever(parts()), "đăng ký khai sinh"));
  });
});
