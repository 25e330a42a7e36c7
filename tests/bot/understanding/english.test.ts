import { describe, expect, test } from "vitest";
import { inWordsOfSources, isEnglish, isWordless } from "../../../bot/understanding/english.ts";
import { ENGLISH_TERMS } from "../../../bot/understanding/english-words.ts";

describe("a question is English as a whole", () => {
  test.each([
    "Who leads the CALLBOT task?",
    "what tasks does the department of justice have",
    "Which tasks does Sở Giáo dục và Đào tạo lead?",
    "“Đăng ký khai sinh có yếu tố nước ngoài”: which papers are needed?",
    "How much does marriage registration cost?",
    "I lost my identity card, how do I get a new one?",
    "Thank you very much!",
  ])("%s", (text) => expect(isEnglish(text)).toBe(true));

  test.each([
    "deadline task của Sở Y tế",
    "list task của Sở Y tế giúp mình",
    "check giúp task CALLBOT who lead",
    "so y te lead task nao",
    "khai sinh can giay to gi",
    "do ai chu tri",
    "hello",
    "ok thanks nhé",
    "V.9",
    "2",
    "",
    "task CALLBOT deadline",
    "support email tỉnh",
    "Les tâches du département de la santé",
  ])("%s is not", (text) => expect(isEnglish(text)).toBe(false));

  test("in an English conversation less is enough, but nothing may speak against it", () => {
    expect(isEnglish("the deadline?", true)).toBe(true);
    expect(isEnglish("thanks", true)).toBe(true);
    expect(isEnglish("deadline là khi nào?", true)).toBe(false);
  });

  test("numbers, labels and codes say nothing of a language", () => {
    for (const text of ["2", "V.9", "2704/QĐ-UBND", "31/12/2024", "?"]) expect(isWordless(text)).toBe(true);
    for (const text of ["task V.9", "Sở Y tế"]) expect(isWordless(text)).toBe(false);
  });
});

describe("the terms of offices", () => {
  test.each([
    ["the Department of Information and Communications", "sở thông tin và truyền thông"],
    ["the provincial Police", "công an tỉnh"],
    ["tasks", "nhiệm vụ"],
    ["agencies", "các cơ quan"],
    ["register the birth", "đăng ký khai sinh"],
    ["What documents do I need to register a birth?", "cần giấy tờ gì đăng ký khai sinh?"],
    ["Who's responsible for task V.9 in 2024?", "ai chủ trì nhiệm vụ V.9 trong năm 2024?"],
    ["Decision 2704/QĐ-UBND", "quyết định 2704/QĐ-UBND"],
    ["group I", "nhóm I"],
    ["I lead group II", "tôi chủ trì nhóm II"],
    ["Which tasks does Sở Y tế coordinate?", "những nhiệm vụ nào Sở Y tế phối hợp?"],
    ["fake diploma", "bằng giả"],
  ])("%s", (english, vietnamese) => expect(inWordsOfSources(english)).toBe(vietnamese));

  test("a phrase ends with its sentence", () => {
    expect(inWordsOfSources("I want to register. Birth?")).toBe("tôi muốn đăng ký. đăng ký khai sinh?");
  });

  test("a word that no term has stays", () => {
    expect(inWordsOfSources("blockgarten at Long Sơn")).toBe("blockgarten Long Sơn");
  });

  test("every line is a pair, and no phrase is given twice with different words", () => {
    const seen = new Map<string, string>();
    for (const line of ENGLISH_TERMS.trim().split("\n")) {
      expect([line, line.split("=").length]).toEqual([line, 2]);
      const [phrases = "", words = ""] = line.split("=");
      for (const phrase of phrases.split("|").map((part) => part.trim())) {
        expect([line, phrase]).not.toEqual([line, ""]);
        expect([phrase, seen.get(phrase) ?? words]).toEqual([phrase, words]);
        seen.set(phrase, words);
      }
    }
    expect(seen.size).toBeGreaterThan(300);
  });
});
