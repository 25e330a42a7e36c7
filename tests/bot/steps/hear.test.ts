import { describe, expect, test } from "vitest";
import { suggestionInEnglish } from "../../../bot/answers/english/sheet.ts";
import type { Language } from "../../../bot/reply.ts";
import { inTheWordsOfSources, maskPersonal, recogniseLanguage } from "../../../bot/steps/hear.ts";
import { dialogueWith, heard, opened } from "./turns.ts";

const CHOICE = { label: "Sở Y tế chủ trì những nhiệm vụ nào?", query: { kind: "handoff" } } as const;
const IN_ENGLISH = suggestionInEnglish(CHOICE.label);

test("personal data is masked, and what was masked already is personal data too", () => {
  expect(maskPersonal(opened("Số 0912345678, tách hộ ở đâu?"))).toMatchObject({
    question: "Số [số điện thoại], tách hộ ở đâu?",
    hadPersonalData: true,
  });
  expect(maskPersonal(opened("Số [số điện thoại]"))).toMatchObject({ hadPersonalData: true });
  expect(maskPersonal(opened("Tách hộ ở đâu?"))).toMatchObject({
    question: "Tách hộ ở đâu?",
    hadPersonalData: false,
  });
});

describe("the language of the answer", () => {
  const languageOf = (text: string, before?: "en", asked?: Language) => {
    const turn = opened(text, {
      dialogue: dialogueWith({ choices: [CHOICE], language: before }),
      request: { text, channel: "web", language: asked },
    });
    const { language, isEnglish, dialogue } = recogniseLanguage({
      ...turn,
      question: text,
      hadPersonalData: false,
    });
    expect(dialogue.language).toBe(language === "en" ? "en" : undefined);
    return [language, isEnglish];
  };

  test("is that of the question", () => {
    expect(languageOf("Who leads the CALLBOT task?")).toEqual(["en", true]);
    expect(languageOf("Ai chủ trì nhiệm vụ CALLBOT?", "en")).toEqual(["vi", false]);
  });

  test("is the one asked for, whatever the question is in", () => {
    expect(languageOf("Ai chủ trì nhiệm vụ CALLBOT?", undefined, "en")).toEqual(["en", false]);
    expect(languageOf("Who leads the CALLBOT task?", undefined, "vi")).toEqual(["vi", true]);
  });

  test("goes on where the question says nothing of it: a label, or a choice in either language", () => {
    expect(languageOf("V.24", "en")[0]).toBe("en");
    expect(languageOf("V.24")[0]).toBe("vi");
    expect(languageOf(CHOICE.label, "en")[0]).toBe("en");
    expect(languageOf(IN_ENGLISH, "en")[0]).toBe("en");
  });
});

test("a choice in English is that choice, and English is read in the words of the sources, Vietnamese as it is", () => {
  const turn = heard("", { isEnglish: true });
  const dialogue = dialogueWith({ choices: [CHOICE] });
  expect(IN_ENGLISH).not.toBe(CHOICE.label);
  expect(inTheWordsOfSources(turn, dialogue, IN_ENGLISH)).toBe(CHOICE.label);
  expect(inTheWordsOfSources(turn, dialogueWith(), "Who leads the CALLBOT task?")).toContain("chủ trì");
  expect(inTheWordsOfSources(turn, dialogueWith(), "Ai chủ trì V.9?")).toBe("Ai chủ trì V.9?");
});
