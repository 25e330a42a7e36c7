import { expect, test } from "vitest";
import {
  featuresOfPair,
  featuresOfToken,
  hashOfFeature,
  visitUnits,
  weightOf,
  windowsOf,
} from "../../../knowledge/embedding-models/sentence-features.ts";
import {
  SentenceModel,
  shippedModel,
  similarity,
} from "../../../knowledge/embedding-models/sentence-model.ts";
import { readTexts } from "../../../knowledge/token-corpus.ts";
import { plain } from "../../benchmarks/retrieval-sets.ts";
import { createRandom } from "../vietnamese/random.ts";

const TEXTS = [
  "Đăng ký khai sinh cho con; con mới sinh",
  "dang ky khai sinh",
  "Cấp lại giấy phép lái xe. Giấy phép bị mất",
  "Nghị định 30/2020/NĐ-CP",
];

/** A model of a few features with random vectors. */
function randomModel(dimensions: number) {
  const random = createRandom(5);
  const corpus = readTexts(TEXTS);
  const names = new Set<string>();
  for (const text of corpus.texts)
    visitUnits(
      text,
      (token) => {
        for (const name of featuresOfToken(corpus.tokens[token]!)) names.add(name);
      },
      (first, second) => {
        for (const name of featuresOfPair(corpus.tokens[first]!, corpus.tokens[second]!)) names.add(name);
      },
    );
  // One in four is unknown to the model.
  const kept = [...names].filter(() => random.below(4) > 0);
  const byHash = new Map(kept.map((name) => [hashOfFeature(name), name]));
  const hashes = Uint32Array.from([...byHash.keys()].sort((a, b) => a - b));
  const vectors = Float32Array.from(
    { length: hashes.length * dimensions },
    () => random.below(2001) / 1000 - 1,
  );
  const vectorOf = new Map(
    Array.from(hashes, (hash, i) => [
      byHash.get(hash)!,
      vectors.subarray(i * dimensions, (i + 1) * dimensions),
    ]),
  );
  return { model: new SentenceModel(SentenceModel.pack(hashes, vectors, dimensions)), vectorOf };
}

test("a text is the weighted mean of its features' vectors, reckoned one by one, to what 8 bits keep", () => {
  const dimensions = 12;
  const { model, vectorOf } = randomModel(dimensions);
  const corpus = readTexts(TEXTS);
  TEXTS.forEach((text, number) => {
    const units: string[][] = [];
    visitUnits(
      corpus.texts[number]!,
      (token) => units.push(featuresOfToken(corpus.tokens[token]!)),
      (first, second) => units.push(featuresOfPair(corpus.tokens[first]!, corpus.tokens[second]!)),
    );
    const counts = new Map<string, number>();
    for (const unit of units) counts.set(unit.join(), (counts.get(unit.join()) ?? 0) + 1);
    const sum = new Float64Array(dimensions);
    for (const key of counts.keys())
      for (const name of units.find((unit) => unit.join() === key)!)
        vectorOf.get(name)?.forEach((value, d) => {
          sum[d]! += weightOf(counts.get(key)!) * value;
        });
    const length = Math.hypot(...sum);
    model.embed(text).forEach((value, d) => {
      expect(value).toBeCloseTo(sum[d]! / length, 1);
    });
  });
});

test("a text has length 1, one without a known feature is zero", () => {
  const { model } = randomModel(8);
  for (const text of TEXTS) expect(Math.hypot(...model.embed(text))).toBeCloseTo(1, 5);
  expect([...model.embed("zzzz qqqq")]).toEqual(new Array(8).fill(0));
  expect([...model.embed("")]).toEqual(new Array(8).fill(0));
});

test("damaged bytes are refused", () => {
  const bytes = SentenceModel.pack(Uint32Array.of(1, 2), new Float32Array(8).fill(0.5), 4);
  expect(new SentenceModel(bytes).dimensions).toBe(4);
  expect(() => new SentenceModel(bytes.subarray(0, bytes.length - 1))).toThrow(
    expect.objectContaining({ code: "knowledge_damaged" }),
  );
});

test("a long text is read in windows that overlap and leave no word out", () => {
  const words = (text: string) => text.split(/\s+/);
  const random = createRandom(9);
  for (let run = 0; run < 50; run++) {
    const text = Array.from({ length: 1 + random.below(400) }, (_, i) => `từ${i}`).join(" ");
    const windows = windowsOf(text);
    expect(words(text).every((word) => windows.some((window) => words(window).includes(word)))).toBe(true);
    windows.forEach((window, i) => {
      expect(words(window).length).toBeLessThanOrEqual(90);
      const next = windows[i + 1];
      if (next) expect(words(window)).toContain(words(next)[0]);
    });
  }
  expect(windowsOf("")).toEqual([""]);
});

test("the model that ships is small", () => {
  expect(shippedModel().dimensions).toBeLessThanOrEqual(256);
});

/** Question, what it means, and what it might be taken for by its words. */
const MEANT: readonly (readonly [string, string, string])[] = [
  [
    "chứng minh là mình còn độc thân",
    "Cấp Giấy xác nhận tình trạng hôn nhân",
    "Cấp giấy chứng minh nhân dân",
  ],
  ["dẹp tiệm luôn không bán nữa", "Chấm dứt hoạt động hộ kinh doanh", "Đăng ký thành lập hộ kinh doanh"],
  ["ba tôi mới qua đời", "Đăng ký khai tử", "Đăng ký khai sinh"],
];

test.each(MEANT)("“%s” is nearer to “%s” than to “%s”", (question, meant, other) => {
  const model = shippedModel();
  const near = (text: string) => similarity(model.embed(question), model.embed(text));
  expect(near(meant)).toBeGreaterThan(near(other));
});

test.each([
  ["without diacritics", plain("Đăng ký thường trú vào nhà thuê"), 0.6],
  ["with typos", "Đăgn ký thuờng trú vào nhà thêu", 0.6],
  ["with keys of Telex left over", "ddawng ky thuongf trus vao nha thue", 0.4],
])("a text %s lies near to itself", (_how, typed, least) => {
  const model = shippedModel();
  const vector = model.embed("Đăng ký thường trú vào nhà thuê");
  expect(similarity(model.embed(typed), vector)).toBeGreaterThan(least);
  expect(similarity(model.embed(typed), vector)).toBeGreaterThan(
    similarity(model.embed("Cấp giấy phép xây dựng nhà ở"), vector) + 0.2,
  );
});
