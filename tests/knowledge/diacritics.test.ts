import { describe, expect, test } from "vitest";
import {
  countSyllables,
  createRestorer,
  syllableCountsFromBytes,
  syllableCountsToBytes,
} from "../../knowledge/diacritics.ts";
import { readTexts } from "../../knowledge/token-corpus.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { shippedKnowledge } from "../support/assistant.ts";

const TEXTS = [
  "Sở Thông tin và Truyền thông chủ trì xây dựng cổng dịch vụ công",
  "Cấp giấy chứng nhận kết hôn tại Ủy ban nhân dân xã",
  "Số hóa hồ sơ, sổ hộ khẩu; thuế đất. Cho thuê đất. Nộp thuế đất",
  "Đăng ký khai sinh. Đăng ký kết hôn",
];
const { restore } = createRestorer(countSyllables(readTexts(TEXTS)));

describe("a text without diacritics", () => {
  test.each<[typed: string, restored: string, why: string]>([
    ["dang ky khai sinh", "đăng ký khai sinh", "the only readings"],
    ["so thong tin", "sở thông tin", "“số” and “sổ” are as frequent, but “thông” follows only “sở”"],
    ["so hoa", "số hóa", "what follows decides backwards too"],
    ["so ho khau", "sổ hộ khẩu", "the same syllable a third way"],
    ["nop thue dat", "nộp thuế đất", "“nộp” stands before “thuế”"],
    ["cho thue dat", "cho thuê đất", "“cho” stands before “thuê”, and is a word without diacritics itself"],
    ["le phi bao nhieu", "le phi bao nhiêu", "questions are known, words of another corpus are not"],
    ["toi muon dang ky ket hon", "tôi muốn đăng ký kết hôn", "everyday words need not be in the sources"],
    ["", "", "nothing to do"],
  ])("%s → %s: %s", (typed, restored) => {
    expect(restore(typed)).toBe(restored);
  });

  test.each([
    ["So Thong tin, so hoa: 30/2020/ND-CP?", "Sở Thông tin, số hóa: 30/2020/ND-CP?"],
    ["DANG KY khai sinh  V.9 (2 ngay)", "ĐĂNG KÝ khai sinh  V.9 (2 ngày)"],
  ])("keeps case, codes, figures, marks and spaces: %s", (typed, restored) => {
    expect(restore(typed)).toBe(restored);
  });
});

describe("a text with diacritics", () => {
  test("is left alone", () => {
    for (const text of TEXTS) expect(restore(text)).toBe(text);
  });

  test.each([
    ["số thong tin", "số thông tin", "a marked syllable stays although the corpus would have “sở”"],
    ["thuê dat", "thuê đất", "one that was forgotten is put back"],
    ["sỡ thong tin", "sỡ thông tin", "and one that nobody knows stays as it was typed"],
  ])("%s → %s: %s", (typed, restored) => {
    expect(restore(typed)).toBe(restored);
  });

  test("words that may stand without stay so where all others are marked", () => {
    expect(restore("Cấp giấy chứng nhận cho ủy ban nhân dân xã")).toBe(
      "Cấp giấy chứng nhận cho ủy ban nhân dân xã",
    );
  });
});

test("restoring twice changes nothing more", () => {
  for (const text of TEXTS) {
    const once = restore(fold(text));
    expect(restore(once)).toBe(once);
  }
});

test("bytes hold all counts, and are the same for the same texts", () => {
  const counts = countSyllables(readTexts(TEXTS));
  const bytes = syllableCountsToBytes(counts);
  expect(syllableCountsToBytes(countSyllables(readTexts(TEXTS)))).toEqual(bytes);
  expect(syllableCountsFromBytes(bytes)).toEqual(counts);
  expect(() => syllableCountsFromBytes(bytes.subarray(1))).toThrow(
    expect.objectContaining({ code: "knowledge_damaged" }),
  );
});

// tests/benchmarks/retrieval.ts measures 98.8 % and more on large sets, trained without what is asked.
test("of the shipped records 19 syllables in 20 come back when learned from the other records", async () => {
  const { chunks } = await shippedKnowledge();
  const isHeld = (recordId: string) =>
    [...recordId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 5 === 0;
  const textsOf = (held: boolean) =>
    chunks.filter((chunk) => isHeld(chunk.recordId) === held).map((chunk) => chunk.text);
  const restorer = createRestorer(countSyllables(readTexts(textsOf(false))));
  const held = textsOf(true).join("\n").toLowerCase().normalize("NFC").split(/\s+/);
  const restored = restorer.restore(fold(held.join(" "))).split(" ");
  const right = held.filter((word, i) => word === restored[i]).length;
  expect(right / held.length).toBeGreaterThan(0.95);
});
