import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { createSpeller } from "../../../knowledge/vietnamese/spelling.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { understandText } from "../../../knowledge/vietnamese/understand-text.ts";
import { createRandom } from "./random.ts";

const normalized = (text: string) => understandText(text).normalized;

describe("understandText", () => {
  test.each([
    ["decomposed letters", "Sở Y tế làm gì".normalize("NFD"), "Sở Y tế làm gì"],
    ["Telex residue", "thur tucj khai sinh", "thủ tục khai sinh"],
    ["an abbreviation typed in Telex residue", "hs ddawng kys", "hồ sơ đăng ký"],
    ["chat spelling", "ko bik tthc này nộp ở đâu z", "không biết thủ tục hành chính này nộp ở đâu vậy"],
    ["speech", "quyết định hai bảy không bốn năm hai nghìn không trăm hai ba", "quyết định 2704 năm 2023"],
    ["a spoken label", "mục năm chấm chín do ai chủ chì", "mục V.9 do ai chủ trì"],
    ["a question as it should be", "Ai chủ trì nhiệm vụ V.9?", "Ai chủ trì nhiệm vụ V.9?"],
  ])("understands %s", (_title, typed, expected) => {
    expect(normalized(typed)).toBe(expected);
  });

  test("gives tokens whose offsets are those of the normalised text", () => {
    const { normalized, tokens } = understandText("  hs đkkh  gồm j, mục v.9 ");
    expect(tokens).toEqual(tokenize(normalized));
    expect(tokens.map((token) => normalized.slice(token.start, token.end))).toEqual(
      "hồ sơ đăng ký kết hôn gồm gì mục v.9".split(" "),
    );
  });

  test("corrects typing errors with a speller, but no code and no word in capitals", () => {
    const speller = createSpeller({
      unigrams: new Map([
        ["chuyen", 5],
        ["doi", 5],
        ["so", 5],
        ["ubnd", 5],
      ]),
      bigrams: new Map([
        ["chuyen doi", 3],
        ["doi so", 3],
      ]),
    });
    expect(understandText("chuyn đổi số", speller).normalized).toBe("chuyen đổi số");
    expect(understandText("mà UBNDD V.9 2704/QĐ-UBNDD", speller).normalized).toBe(
      "mà UBNDD V.9 2704/QĐ-UBNDD",
    );
    expect(understandText("CHUYN ĐỔI SỐ", speller).normalized).toBe("chuyen ĐỔI SỐ");
  });
});

test("names and titles of the sources come through unchanged", () => {
  const read = (name: string) =>
    readFileSync(new URL(`../../../ingest/documents/${name}`, import.meta.url), "utf8");
  const agencies = JSON.parse(read("agencies.json")) as { agencies: { name: string }[] } | { name: string }[];
  const names = (Array.isArray(agencies) ? agencies : agencies.agencies).map((agency) => agency.name);
  const words = (text: string) => tokenize(text).map((token) => token.text);
  // Abbreviations that are spelled out on purpose.
  const short = /(?<![\p{L}\d])(?:CNTT|CĐS|TTHC|ATTT|CBCCVC|CSDL|HĐND|DVC|DVCTT|QĐ|CCHC)(?![\p{L}\d])/u;
  const lines = read("2704-qd-ubnd.txt")
    .split("\n")
    .filter((line) => !short.test(line));
  for (const text of [...names, ...lines]) expect(words(normalized(text))).toEqual(words(text));
});

test("random strings never fail, and offsets always fit", () => {
  const random = createRandom(7);
  const parts = "ko đk V.9 năm hai không chấm mươi nghìn phẩy trăm tucj ho62 ky1 % . / -".split(" ");
  const signs = [...parts, "\u0301", "Ủ", "&", "\n", "😀", "99", "tháng", "la mã", "phần"];
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: random.below(10) }, () => random.pick(signs)).join(
      random.pick([" ", " ", ""]),
    );
    const { normalized, tokens } = understandText(text);
    for (const token of tokens) {
      if (token.kind !== "word") continue;
      expect(fold(normalized.slice(token.start, token.end)).length).toBe(token.folded.length);
    }
  }
});
