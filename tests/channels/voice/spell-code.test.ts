import { expect, test } from "vitest";
import { lastDigits, spellCode } from "../../../channels/voice/spell-code.ts";

test("letters are told apart by a word, digits are announced", () => {
  expect(spellCode("B7D2")).toBe("bê trong chữ bà; số bảy; dê trong chữ dừa; số hai");
  expect(spellCode("b7d2")).toBe(spellCode("B7D2"));
});

test("every sign of a code is said, each in its own way and without a figure", () => {
  const signs = [..."ABCDEFGHJKLMNPQRSTUVWXYZ23456789"];
  const said = signs.map(spellCode);
  expect(said.every((words) => words !== "" && !/\d/.test(words))).toBe(true);
  expect(new Set(said).size).toBe(signs.length);
});

test("of a telephone number only the last three digits are said", () => {
  expect(lastDigits("+84 901 234 567")).toBe("năm sáu bảy");
});
