import { expect, test } from "vitest";
import { spelledLetters } from "../../../knowledge/vietnamese/spoken-letters.ts";

test.each([
  ["mẫu xê tê không một", "mẫu CT01"],
  ["tờ xê tê không bảy là gì", "tờ CT07 là gì"],
  ["ét tê xê chủ trì gì", "STC chủ trì gì"],
  ["ét giê dê đê tê", "SGDĐT"],
  ["xê tê không", "CT không"],
])("%s → %s", (said, written) => {
  expect(spelledLetters(said)).toBe(written);
});

test.each(["em ca hát", "ai ca", "đê điều", "con dê", "thủ tục a bê", "tê liệt", "em en", ""])(
  "%s is no spelling",
  (said) => {
    expect(spelledLetters(said)).toBe(said);
  },
);
