import { describe, expect, test } from "vitest";
import { CorpusEmbedding } from "../../../knowledge/embedding-models/corpus-embedding.ts";
import {
  type FitOptions,
  fitCorpusEmbedding,
} from "../../../knowledge/embedding-models/fit-corpus-embedding.ts";
import { readTexts } from "../../../knowledge/token-corpus.ts";
import { createRandom } from "../vietnamese/random.ts";

const cosine = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Made-up decisions on three subjects. "giấy phép lái xe" and "bằng lái" never stand in one clause, only in texts
 *  of one subject. */
const SUBJECTS = [
  [
    "giấy phép lái xe hết hạn thì phải đổi",
    "người có bằng lái được điều khiển ô tô",
    "sát hạch lái xe ở trung tâm cấp tỉnh",
  ],
  [
    "trẻ em sinh ra được đăng ký khai sinh",
    "giấy chứng sinh do cơ sở y tế cấp",
    "cha mẹ nộp tờ khai hộ tịch ở xã",
  ],
  [
    "hộ kinh doanh đăng ký mã số thuế",
    "cửa hàng khai thuế theo quý ở chi cục",
    "hóa đơn điện tử của hộ kinh doanh",
  ],
];
function texts(count: number): string[] {
  const random = createRandom(9);
  return Array.from({ length: count }, (_value, i) => {
    const clauses = SUBJECTS[i % SUBJECTS.length]!;
    return `${random.pick(clauses)}; ${random.pick(clauses)}; văn bản số ${random.below(5)} có hiệu lực từ ngày ký`;
  });
}
const CORPUS = readTexts(texts(90));
const learn = (options: FitOptions = {}) => fitCorpusEmbedding(CORPUS, { dimensions: 16, ...options });

describe("vectors", () => {
  test("have length 1, or are zero where no term is known", async () => {
    const embedding = await learn();
    for (const text of ["bằng lái", "Giấy khai sinh", "văn bản có hiệu lực"])
      expect(Math.hypot(...embedding.embed(text))).toBeCloseTo(1, 6);
    for (const text of ["", "?!", "callbot"]) expect(embedding.embed(text)).toEqual(new Array(16).fill(0));
  });

  test("of a query and of a document are the same", async () => {
    const embedding = await learn();
    const [asDocument] = await embedding.embedDocuments(["sát hạch lái xe"]);
    expect(await embedding.embedQuery("sát hạch lái xe")).toEqual(asDocument);
  });

  test.each([0, 60])(
    "of words of one subject are nearer than those of another, after %i steps",
    async (steps) => {
      const embedding = await learn({ steps });
      expect(embedding.trained).toBe(steps > 0);
      const licence = embedding.embed("giấy phép lái xe");
      // Synonyms without a common word, only a common subject …
      const near = cosine(licence, embedding.embed("bằng lái"));
      // … against a text that shares the word "giấy" only.
      expect(near).toBeGreaterThan(cosine(licence, embedding.embed("giấy chứng sinh")) + 0.1);
      expect(near).toBeGreaterThan(cosine(licence, embedding.embed("khai thuế")) + 0.1);
    },
  );

  test("take terms from three texts on, and no pair over the end of a clause", async () => {
    const list = ["đất đai; nhà ở", "đất ở; nhà đất", "đất đai"].flatMap((text) => [text, text, text]);
    const embedding = await fitCorpusEmbedding(readTexts([...list, "thư viện", "thư viện"]));
    expect(embedding.embed("thư viện")).toEqual(new Array(embedding.dimensions).fill(0));
    expect(embedding.embed("đai nhà")).toEqual(embedding.embed("đai; nhà"));
    expect(embedding.embed("đất đai")).not.toEqual(embedding.embed("đất; đai"));
  });
});

describe("a corpus", () => {
  test("gives the same bytes again", async () => {
    expect((await learn({ steps: 20 })).toBytes()).toEqual((await learn({ steps: 20 })).toBytes());
  });

  test("too small to learn from keeps its latent semantics", async () => {
    expect((await learn()).trained).toBe(false);
  });

  test.each<[string, string[]]>([
    ["without a text", []],
    ["of one text", ["khai sinh"]],
    ["of empty texts", ["", "", "", ""]],
    ["of one text three times", Array(3).fill("đăng ký khai sinh")],
  ])("%s can be fitted and asked", async (_what, list) => {
    const embedding = await fitCorpusEmbedding(readTexts(list), { steps: 5 });
    const vector = embedding.embed("khai sinh");
    expect(vector).toHaveLength(embedding.dimensions);
    expect(vector.every(Number.isFinite)).toBe(true);
  });

  test("reports each step and lets others have their turn", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const seen: number[] = [];
    await learn({ steps: 30, onProgress: (done, total) => seen.push(done / total) });
    clearInterval(timer);
    expect(seen).toHaveLength(30);
    expect(seen.at(-1)).toBe(1);
    expect(turns).toBeGreaterThan(0);
  });
});

describe("bytes", () => {
  test("hold the whole embedding", async () => {
    const embedding = await learn({ steps: 10 });
    const read = CorpusEmbedding.fromBytes(embedding.toBytes());
    expect(read.dimensions).toBe(16);
    expect(read.trained).toBe(true);
    expect(read.embed("đổi bằng lái xe ô tô")).toEqual(embedding.embed("đổi bằng lái xe ô tô"));
  });

  test("that are damaged say so", async () => {
    const bytes = (await learn()).toBytes();
    expect(() => CorpusEmbedding.fromBytes(bytes.subarray(0, -3))).toThrow(
      expect.objectContaining({ code: "knowledge_damaged" }),
    );
  });

  test("round a value by at most half of a 127th of its term's largest", () => {
    const vectors = Float32Array.of(1, -0.337, 0.0041, 0, 0, 0);
    const embedding = CorpusEmbedding.of(["a", "b"], Float32Array.of(1, 1), vectors, {
      dimensions: 3,
      trained: true,
    });
    const length = Math.hypot(1, 0.337, 0.0041);
    embedding.embed("a").forEach((value, d) => {
      expect(Math.abs(value - vectors[d]! / length)).toBeLessThan(0.5 / 127);
    });
    expect(embedding.embed("b")).toEqual([0, 0, 0]);
  });
});
