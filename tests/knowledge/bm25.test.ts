import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import { BM25_DEFAULTS, Bm25Index, type Bm25Parameters, highest } from "../../knowledge/bm25.ts";
import { createRandom } from "./vietnamese/random.ts";

/** The formula, word for word. */
function naiveScores(
  documents: readonly string[][],
  query: ReadonlyMap<string, number>,
  { k1, b, delta }: Bm25Parameters,
): number[] {
  const average = documents.reduce((sum, terms) => sum + terms.length, 0) / documents.length;
  return documents.map((terms) => {
    let score = 0;
    for (const [term, weight] of query) {
      const count = terms.filter((word) => word === term).length;
      if (count === 0) continue;
      const holding = documents.filter((other) => other.includes(term)).length;
      const idf = Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
      const norm = k1 * (1 - b + (b * terms.length) / average);
      score += weight * idf * (delta + (count * (k1 + 1)) / (count + norm));
    }
    return score;
  });
}

const WORDS = "sở y tế và giáo dục đào tạo hồ sơ đăng ký khai sinh số hóa thư viện 2023 ~so so_y".split(" ");

function corpus(seed: number, size: number, longest: number) {
  const random = createRandom(seed);
  const text = (limit: number) => Array.from({ length: random.below(limit) }, () => random.pick(WORDS));
  return { documents: Array.from({ length: size }, () => text(longest)), text, random };
}

describe("scores", () => {
  test.each<[string, Bm25Parameters]>([
    ["the defaults", BM25_DEFAULTS],
    ["no regard to length", { k1: 1.2, b: 0, delta: 0.5 }],
    ["full regard to length", { k1: 2, b: 1, delta: 0 }],
    ["no regard to counts", { k1: 0, b: 0.5, delta: 1 }],
  ])("are those of the formula with %s", (_name, parameters) => {
    for (let seed = 1; seed <= 20; seed++) {
      const { documents, text, random } = corpus(seed, 1 + seed * 3, 40);
      const index = Bm25Index.build(documents, parameters);
      const query = new Map(text(12).map((term) => [term, (1 + random.below(4)) / 2]));
      const expected = naiveScores(documents, query, parameters);
      const got = index.scoreAll(query);
      expected.forEach((score, document) => {
        expect(got[document]).toBeCloseTo(score, 10);
      });
      expect([...index.scores(query).keys()]).toEqual(
        expected.flatMap((score, document) => (score > 0 ? [document] : [])),
      );
    }
  });

  test("count a repeated query term once", () => {
    const index = Bm25Index.build([
      ["khai", "sinh"],
      ["khai", "tử"],
    ]);
    expect(index.scores(["sinh", "sinh"])).toEqual(index.scores(["sinh"]));
  });

  test("reach far documents and high counts: both take more than one byte", () => {
    const documents = Array.from({ length: 40_000 }, (_value, i) =>
      i === 7 ? Array.from({ length: 300 }, () => "sinh") : i === 39_999 ? ["sinh"] : [],
    );
    const index = Bm25Index.build(documents);
    expect([...index.documentsWith("sinh")]).toEqual([7, 39_999]);
    const expected = naiveScores(documents, new Map([["sinh", 1]]), BM25_DEFAULTS);
    expect(index.scores(["sinh"]).get(7)).toBeCloseTo(expected[7]!, 10);
  });

  test.each<[string, string[][]]>([
    ["no document", []],
    ["only empty documents", [[], []]],
  ])("of %s are none", (_name, documents) => {
    const index = Bm25Index.build(documents);
    expect(index.scores(["sở"]).size).toBe(0);
    expect(index.top(["sở"], 5)).toEqual([]);
  });

  test.each<[string, Bm25Parameters]>([
    ["k1", { k1: -1, b: 0.5, delta: 0 }],
    ["b", { k1: 1, b: 1.1, delta: 0 }],
    ["delta", { k1: 1, b: 0.5, delta: -0.1 }],
    ["b that is no number", { k1: 1, b: Number.NaN, delta: 0 }],
  ])("ask for parameters in range: %s", (_name, parameters) => {
    expect(() => Bm25Index.build([], parameters)).toThrow(RangeError);
  });
});

describe("rankings", () => {
  // MiniSearch takes the number of different terms for the length, so that texts are made without repeats.
  test("agree with MiniSearch, which has the same formula", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { documents: repeated, text } = corpus(seed, 60, 14);
      const documents = repeated.map((terms) => [...new Set(terms)]);
      const { k1, b, delta } = BM25_DEFAULTS;
      const rival = new MiniSearch({
        fields: ["text"],
        tokenize: (joined) => joined.split(" ").filter(Boolean),
        searchOptions: { bm25: { k: k1, b, d: delta } },
      });
      rival.addAll(documents.map((terms, id) => ({ id, text: terms.join(" ") })));
      const query = [...new Set(text(6))];
      // MiniSearch multiplies by the number of query terms that match.
      const expected = new Map<number, number>(
        rival.search(query.join(" ")).map((hit) => [hit.id, hit.score / hit.queryTerms.length]),
      );
      const top = Bm25Index.build(documents).top(query, 60);
      expect(new Set(top.map((hit) => hit.document))).toEqual(new Set(expected.keys()));
      for (const { document, score } of top) expect(score).toBeCloseTo(expected.get(document)!, 8);
    }
  });

  test("put the document that repeats a field above one that names it once", () => {
    const name = ["khai", "sinh"];
    const other = ["lệ", "phí", "hộ", "tịch"];
    // A field is weighed by repeating its terms: the first document has "khai sinh" as its name, three times the weight.
    const documents = [
      [...name, ...name, ...name, ...other],
      [...name, ...other, ...other],
      ["khai", "tử", ...other],
    ];
    expect(
      Bm25Index.build(documents)
        .top(name, 3)
        .map((hit) => hit.document),
    ).toEqual([0, 1, 2]);
  });
});

describe("the highest", () => {
  test("are best first, equal ones by number, at most as many as asked, and only accepted ones", () => {
    const random = createRandom(3);
    for (let round = 0; round < 50; round++) {
      const scores = Float64Array.from({ length: random.below(80) }, () => random.below(8) / 2);
      const limit = random.below(12);
      const accepts = (document: number) => document % 3 !== 0;
      const expected = [...scores]
        .map((score, document) => ({ document, score }))
        .filter(({ document, score }) => score > 0 && accepts(document))
        .sort((a, b) => b.score - a.score || a.document - b.document)
        .slice(0, limit);
      expect(highest(scores, limit, accepts)).toEqual(expected);
    }
  });
});

describe("bytes", () => {
  const { documents } = corpus(5, 50, 30);

  test("hold the whole index", () => {
    const index = Bm25Index.build(documents, { k1: 1.5, b: 0.3, delta: 1 });
    const read = Bm25Index.fromBytes(index.toBytes());
    expect(read.parameters).toEqual({ k1: 1.5, b: 0.3, delta: 1 });
    expect(read.documentCount).toBe(50);
    for (const word of WORDS) {
      expect(read.scores([word])).toEqual(index.scores([word]));
      expect(read.documentsWith(word)).toEqual(index.documentsWith(word));
    }
  });

  test("are the same for the same documents, given as a list or one by one", () => {
    const oneByOne = function* () {
      yield* documents;
    };
    expect(Bm25Index.build(oneByOne()).toBytes()).toEqual(Bm25Index.build(documents).toBytes());
  });
});
