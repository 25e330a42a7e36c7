import { describe, expect, test } from "vitest";
import { fold, normalizeText } from "../../../knowledge/vietnamese/normalize.ts";
import { createRandom } from "./random.ts";

describe("normalizeText", () => {
  test.each([
    ["composes decomposed letters", "Ủy ban nhân dân".normalize("NFD"), "Ủy ban nhân dân"],
    ["composes a tone typed before the shape", "tie\u0301\u0302ng", "tiếng"],
    ["drops marks that belong to no letter", "\u0301phí \u0300 k\u0302", "phí k"],
    ["drops a mark typed twice", "pho\u0309\u0309", "phỏ"],
    ["keeps case", "Sở TT&TT", "Sở TT&TT"],
    ["reads the Icelandic eth as đ", "Ðiều, ðất", "Điều, đất"],
    ["reads Cyrillic and Greek look-alikes as Latin", "хã Рhú Мỹ Αi", "xã Phú Mỹ Ai"],
    ["narrows full-width signs", "２７０４／ＱĐ－ＵＢＮＤ", "2704/QĐ-UBND"],
    ["reads the digits of every script", "٠٩ १२ 𝟎𝟗𝟕 ２７, 120 m²", "09 12 097 27, 120 m²"],
    ["removes blank letters", "09\u316403\u115F1\u034F2", "090312"],
    ["removes invisible characters", "thủ\u200B tục\uFEFF hành\u00AD chính\u0007", "thủ tục hành chính"],
    ["composes across an invisible character", "e\u200D\u0302", "ê"],
    ["collapses every kind of space", "  a\u00A0b\u2003c\n\td ", "a b c d"],
    ["unifies quotes and dashes", "“a” ‘b’ 2023–2025 — c…", "\"a\" 'b' 2023-2025 - c..."],
    ["leaves nothing of nothing", " \u200B\u0301 ", ""],
  ])("%s", (_title, typed, expected) => {
    expect(normalizeText(typed)).toBe(expected);
  });

  test("normalising twice changes nothing more, and composition does not matter", () => {
    const random = createRandom(1);
    const signs = [..."aăâeêioôơuưyđĐðаеХ Ủẫ–“\u0301\u0302\u0323\u031B\u200B\u00A0１／x…"];
    for (let round = 0; round < 2000; round++) {
      const text = Array.from({ length: random.below(12) }, () => random.pick(signs)).join("");
      const once = normalizeText(text);
      expect(normalizeText(once)).toBe(once);
      expect(normalizeText(text.normalize("NFC"))).toBe(normalizeText(text.normalize("NFD")));
    }
  });
});

test.each([
  ["Ủy ban", "uy ban"],
  ["ĐƯỢC", "duoc"],
  ["thuỷ".normalize("NFD"), "thuy"],
  ["IIb.1 50%", "iib.1 50%"],
])("fold writes %s as %s", (text, expected) => {
  expect(fold(text)).toBe(expected);
});
