import { describe, expect, test } from "vitest";
import { Bm25Index } from "../../knowledge/bm25.ts";
import { countSyllables, createRestorer } from "../../knowledge/diacritics.ts";
import { shippedModel } from "../../knowledge/embedding-models/sentence-model.ts";
import { createRecordFinder, type NamedRecord, vectorsOfNames } from "../../knowledge/record-finder.ts";
import { termsOf } from "../../knowledge/terms.ts";
import { readTexts } from "../../knowledge/token-corpus.ts";

const RECORDS: NamedRecord[] = [
  { id: "plain", names: ["Thủ tục đăng ký khai sinh"] },
  { id: "foreign", names: ["Thủ tục đăng ký khai sinh có yếu tố nước ngoài"] },
  { id: "again", names: ["Thủ tục đăng ký lại khai sinh"] },
  { id: "licence", names: ["Cấp lại giấy phép lái xe", "làm lại bằng lái"] },
  { id: "marriage", names: ["Thủ tục: Đăng ký kết hôn"] },
];
const CHUNKS = [
  ["plain", "Giấy chứng sinh; tờ khai đăng ký khai sinh"],
  ["foreign", "Văn bản thỏa thuận của cha mẹ; giấy chứng sinh"],
  ["again", "Tờ khai đăng ký lại khai sinh; bản sao giấy tờ có thông tin khai sinh"],
  ["licence", "Người bị mất giấy phép nộp đơn đề nghị"],
  ["marriage", "Tờ khai đăng ký kết hôn; giấy xác nhận tình trạng hôn nhân"],
  ["V.9", "Tổng đài tự động về đăng ký khai sinh"],
].map(([recordId, text]) => ({ recordId: recordId!, text: text! }));
const finder = createRecordFinder({
  records: RECORDS,
  model: shippedModel(),
  nameVectors: vectorsOfNames(RECORDS, shippedModel()),
  chunks: CHUNKS,
  bm25: Bm25Index.build(CHUNKS.map(({ text }) => termsOf(text))),
  restorer: createRestorer(
    countSyllables(readTexts([...RECORDS.flatMap(({ names }) => names), ...CHUNKS.map(({ text }) => text)])),
  ),
});
const ids = (query: string, options = {}) => finder.find(query, options).map((hit) => hit.id);

describe("a question", () => {
  test.each<[query: string, first: string, why: string]>([
    [
      "tôi muốn làm khai sinh cho con",
      "plain",
      "all three names hold “khai sinh”: the shortest has least unasked",
    ],
    ["khai sinh có yếu tố nước ngoài", "foreign", "what is asked fits the longer name"],
    ["dang ky lai khai sinh", "again", "“lại” decides; typed without diacritics"],
    ["bị mất bằng lái thì làm sao", "licence", "by a name that people use"],
    ["cần giấy xác nhận tình trạng hôn nhân để làm gì", "marriage", "by its text alone"],
    ["thủ tục đăng ký kết hôn", "marriage", "“thủ tục” in a name is no merit: it is left out of the index"],
  ])("%s means %s: %s", (query, first) => {
    expect(ids(query)[0]).toBe(first);
  });

  test("gets each record once, the best first, with what its name, its text and its meaning gave", () => {
    const hits = finder.find("bằng lái, giấy phép lái xe, khai sinh");
    expect(new Set(hits.map((hit) => hit.id)).size).toBe(hits.length);
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
    const most = Math.max(...hits.map(({ name, text }) => name + 0.5 * text));
    for (const { score, name, text, meaning } of hits)
      expect(score).toBeCloseTo((name + 0.5 * text) / most + 4 * Math.max(0, meaning), 6);
  });

  test("that shares no word with a name finds it by what it means", () => {
    const [best] = finder.find("tổ chức lễ cưới rồi thì ra phường làm giấy cho hai vợ chồng");
    expect(best).toMatchObject({ id: "marriage", name: 0 });
    expect(best!.meaning).toBeGreaterThan(0.3);
  });

  test("that nothing answers gets nothing", () => {
    expect(ids("callbot")).toEqual([]);
    expect(ids("")).toEqual([]);
  });
});

test("chunks of other records count for nobody", () => {
  expect(ids("tổng đài tự động")).toEqual([]);
});

test("limit, and a query that was restored before", () => {
  expect(ids("khai sinh", { limit: 2 })).toHaveLength(2);
  expect(ids("khai sinh", { restored: true })).toEqual(ids("khai sinh"));
});
