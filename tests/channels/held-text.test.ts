import { expect, test } from "vitest";
import { heldText, MAX_HELD_CHARACTERS } from "../../channels/held-text.ts";

test("words wait without personal data", () => {
  expect(heldText("tôi tên Lê Văn An, sđt 0903118274, khai sinh ở đâu")).toBe(
    "tôi tên [họ tên], sđt [số điện thoại], khai sinh ở đâu",
  );
});

test("what is too long anyway is held no longer than that", () => {
  expect(heldText("chào ".repeat(MAX_HELD_CHARACTERS)).length).toBeLessThanOrEqual(MAX_HELD_CHARACTERS);
});
