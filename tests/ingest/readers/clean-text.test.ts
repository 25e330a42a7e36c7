import { describe, expect, test } from "vitest";
import { cleanLine, cleanText, cleanValue } from "../../../ingest/readers/clean-text.ts";

describe("cleanText", () => {
  test.each([
    ["composes decomposed letters", "Ủy ban nhân dân".normalize("NFD"), "Ủy ban nhân dân"],
    ["composes a tone typed before the shape", "tie\u0301\u0302ng", "tiếng"],
    ["makes every space a plain one", "15.000\u00a0đồng\u2003/\u202flần", "15.000 đồng / lần"],
    ["drops what nobody sees", "thủ\u200b tục\ufeff hành\u00ad chính\u0007", "thủ tục hành chính"],
    ["composes across an invisible sign", "e\u200d\u0302", "ê"],
    [
      "turns the bullets of symbol fonts into dashes",
      "\uf0fc Trường hợp 1\n\uf0a7 Trường hợp 2",
      "- Trường hợp 1\n- Trường hợp 2",
    ],
    ["also after a colon", "gồm: \uf0a7 Đơn", "gồm: - Đơn"],
    ["drops other private-use signs", "Nam \uf0a8\uf06f", "Nam"],
    ["keeps lines and one empty line", " a \r\nb\u000bc\n\n\n\nd ", "a\nb\nc\n\nd"],
    ["keeps quotes, dashes and letters as printed", "“Giấy” – 1…2 Ðiều", "“Giấy” – 1…2 Ðiều"],
  ])("%s", (_title, raw, expected) => {
    expect(cleanText(raw)).toBe(expected);
    expect(cleanText(expected)).toBe(expected);
  });

  test("a line has no line ends", () => {
    expect(cleanLine(" Lệ phí\n 8.000\tđồng ")).toBe("Lệ phí 8.000 đồng");
  });
});

test("values are cleaned to the last string, keys are composed", () => {
  const key = "mã_thủ_tục".normalize("NFD");
  expect(cleanValue({ [key]: [" a\u00a0", 1, null, { b: "\u200b" }] })).toEqual({
    mã_thủ_tục: ["a", 1, null, { b: "" }],
  });
  expect(Object.keys(cleanValue(JSON.parse('{"__proto__": "x"}')) as object)).toEqual(["__proto__"]);
});
