import { describe, expect, test } from "vitest";
import { ABBREVIATIONS } from "../../../knowledge/vietnamese/abbreviations.ts";
import { fold, normalizeText } from "../../../knowledge/vietnamese/normalize.ts";
import { expandAbbreviations } from "../../../knowledge/vietnamese/understand-text.ts";

describe("the table", () => {
  test("holds each spelling once, in lower case and normalised", () => {
    const typed = ABBREVIATIONS.map(([short]) => short);
    expect(typed.filter((short, i) => typed.indexOf(short) !== i)).toEqual([]);
    expect(ABBREVIATIONS.flat().filter((text) => text !== normalizeText(text.toLowerCase()))).toEqual([]);
  });

  test("never expands to what it would expand again", () => {
    const unsettled = ABBREVIATIONS.filter(([, words]) => expandAbbreviations(words) !== words);
    expect(unsettled).toEqual([]);
  });

  test.each(["cđ", "tt", "tp", "cv", "kh"])("leaves out %s, which means several things", (short) => {
    expect(ABBREVIATIONS.map(([typed]) => typed)).not.toContain(short);
  });
});

test.each([
  ["tthc nào đc nộp online ko", "thủ tục hành chính nào được nộp online không"],
  ["làm gks cần j", "làm giấy khai sinh cần gì"],
  ["hs đkkh gồm bn loại giấy", "hồ sơ đăng ký kết hôn gồm bao nhiêu loại giấy"],
  ["bn ơi, mất cccd thì ntn", "bạn ơi, mất căn cước công dân thì như thế nào"],
  ["đk kết hôn thì cần đk gì", "đăng ký kết hôn thì cần điều kiện gì"],
  ["đc đk rồi", "được được rồi"],
  ["dvctt, cntt và cđs", "dịch vụ công trực tuyến, công nghệ thông tin và chuyển đổi số"],
  ["rút tiền sổ bh thì s, bây h nộp đc ko", "rút tiền sổ bảo hiểm thì sao, bây giờ nộp được không"],
  ["QĐ 2704", "quyết định 2704"],
  ["tổng đài côn bót, thủ tục chích lục", "tổng đài callbot, thủ tục trích lục"],
])("%s", (typed, expected) => {
  expect(expandAbbreviations(typed)).toBe(expected);
});

test("a text without diacritics stays without", () => {
  expect(expandAbbreviations("tthc nao dc nop online")).toBe("thu tuc hanh chinh nao duoc nop online");
  expect(expandAbbreviations("dk ket hon o dau")).toBe(fold("đăng ký kết hôn ở đâu"));
});

test.each([
  "2704/QĐ-UBND và 61/2018/NĐ-CP",
  "nhóm v có gì, mục v.9, V.9, V",
  "điểm b khoản 1, hạng b",
  "v. giải pháp",
  "Sở NV, sở gt, sở gd&đt",
  "5 kg gạo",
  "dị tật, ngành dược, bị hỏng",
  "CĐ là gì",
])("leaves alone: %s", (text) => {
  expect(expandAbbreviations(text)).toBe(text);
});
