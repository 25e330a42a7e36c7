/** What every embedding model owes the index; run for each implementation. */
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { beforeAll, describe, expect, test } from "vitest";

const TEXTS = ["Đăng ký khai sinh", "Đăng ký khai tử", "Cấp giấy phép xây dựng", "Đăng ký khai sinh"];

export function describeEmbeddings(name: string, open: () => Promise<EmbeddingsInterface>): void {
  describe(`${name} as an embedding model`, () => {
    let embeddings: EmbeddingsInterface;
    beforeAll(async () => {
      embeddings = await open();
    });

    test("gives a vector of numbers for each text, in their order, all of one length", async () => {
      const vectors = await embeddings.embedDocuments(TEXTS);
      expect(vectors).toHaveLength(TEXTS.length);
      expect(new Set(vectors.map((vector) => vector.length)).size).toBe(1);
      expect(vectors.flat().every(Number.isFinite)).toBe(true);
      expect(vectors[0]!.some((value) => value !== 0)).toBe(true);
      expect(vectors[3]).toEqual(vectors[0]);
      expect(vectors[1]).not.toEqual(vectors[0]);
    });

    test("gives a question a vector of the same length, and the same one every time", async () => {
      const [document] = await embeddings.embedDocuments(TEXTS.slice(0, 1));
      const query = await embeddings.embedQuery(TEXTS[0]!);
      expect(query).toHaveLength(document!.length);
      expect(await embeddings.embedQuery(TEXTS[0]!)).toEqual(query);
    });

    test("takes many texts at once, and none", async () => {
      const many = Array.from({ length: 150 }, (_, i) => `${TEXTS[i % 3]} ${i}`);
      const vectors = await embeddings.embedDocuments(many);
      expect(vectors).toHaveLength(150);
      expect(vectors[77]).toEqual((await embeddings.embedDocuments([many[77]!]))[0]);
      expect(await embeddings.embedDocuments([])).toEqual([]);
    });
  });
}
