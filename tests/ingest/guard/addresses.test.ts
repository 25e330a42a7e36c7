import { describe, expect, test } from "vitest";
import { addressesIn, officialLink } from "../../../ingest/guard/addresses.ts";

const OWN = ["phuong.example.vn"];

describe("addressesIn", () => {
  test.each<[text: string, addresses: [string, boolean][]]>([
    ["Truy cập https://dichvucong.gov.vn.", [["https://dichvucong.gov.vn", true]]],
    ["Xem (www.who.int);", [["www.who.int", false]]],
    [
      "nộp tại dichvucong.gov.vn/p/1 hoặc evil.com/dvc",
      [
        ["dichvucong.gov.vn/p/1", true],
        ["evil.com/dvc", false],
      ],
    ],
    ["https://dichvucong.gov.vn@evil.com/a", [["https://dichvucong.gov.vn@evil.com/a", false]]],
    ["https://dichvucong.gov.vn.evil.com", [["https://dichvucong.gov.vn.evil.com", false]]],
    ["https://gov.vn.example", [["https://gov.vn.example", false]]],
    ["https://xgov.vn", [["https://xgov.vn", false]]],
    ["https://dichvucong.gоv.vn", [["https://dichvucong.gоv.vn", false]]],
    ["//evil.example/x", [["//evil.example/x", false]]],
    ["javascript:alert(1) và", [["javascript:alert(1", false]]],
    [
      "thư: xa@phuong.example.vn, ai@gmail.com",
      [
        ["xa@phuong.example.vn", true],
        ["ai@gmail.com", false],
      ],
    ],
    ["http://192.168.1.1/x", [["http://192.168.1.1/x", false]]],
    ["Mẫu số 01.CC, tệp Mau.docx, ngày 16/12//2025, 1.500.000 đồng, Điều 5.", []],
    ["Nghị định số 12/2025/NĐ-CP; TP.HCM; v.v.", []],
  ])("%s", (text, addresses) => {
    expect(addressesIn(text, OWN).map((row) => [row.text, row.isOfficial])).toEqual(addresses);
    for (const { text: printed, index } of addressesIn(text, OWN))
      expect(text.startsWith(printed, index)).toBe(true);
  });
});

test("only an address of an office may be a link", () => {
  expect(officialLink("https://dichvucong.gov.vn/p/1", [])).toBe("https://dichvucong.gov.vn/p/1");
  expect(officialLink("https://a.phuong.example.vn/", OWN)).toBe("https://a.phuong.example.vn/");
  for (const url of [
    "https://evil.example",
    "javascript:alert(1)",
    "ftp://dichvucong.gov.vn",
    "dichvucong.gov.vn",
    null,
  ])
    expect(officialLink(url, [])).toBeNull();
});
