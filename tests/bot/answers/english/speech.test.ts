import { expect, test } from "vitest";
import { inEnglishSpeech } from "../../../../bot/answers/english/speech.ts";

test.each([
  ["until 31/12/2024.", "until 31 December 2024."],
  ["**Sở Y tế** leads task V.24", "Sở Y tế leads task V 24"],
  ["period 2023-2024", "period 2023 to 2024"],
  ["at least 90%", "at least 90 percent"],
  ["on 45/13/2024", "on 45/13/2024"],
  ["Decision 2704/QĐ-UBND", "Decision 2704/QĐ-UBND"],
  ["[Table](/api/tasks?format=csv) > here", "Table here"],
])("%s", (written, spoken) => {
  expect(inEnglishSpeech(written)).toBe(spoken);
});
