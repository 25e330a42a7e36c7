import { expect, test } from "vitest";
import { withoutDenied } from "../../../bot/understanding/denied.ts";

test.each([
  ["mình bị mất thẻ chứ không phải đổi", "mình bị mất thẻ"],
  ["mất thẻ chu ko phai doi", "mất thẻ"],
  ["À không phải mất mà là hết hạn", "À hết hạn"],
  ["Sở Y tế, không phải Sở Nội vụ mà là Sở Công Thương", "Sở Y tế, Sở Công Thương"],
])("%s", (text, asked) => {
  expect(withoutDenied(text)).toBe(asked);
});

test.each(["có phải nộp không", "mất thẻ chứ không phải đổi, làm ở đâu?", "không phải nộp gì"])(
  "%s stays",
  (text) => {
    expect(withoutDenied(text)).toBe(text);
  },
);
