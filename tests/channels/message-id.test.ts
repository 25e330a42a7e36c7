import { expect, test } from "vitest";
import { idFrom } from "../../channels/message-id.ts";

test("the same names give the same UUID, of version 8", () => {
  expect(idFrom("voice", "call", "1")).toBe(idFrom("voice", "call", "1"));
  expect(idFrom("voice", "call", "1")).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test("other names, or the same letters parted otherwise, give another", () => {
  const ids = [idFrom("a", "bc"), idFrom("ab", "c"), idFrom("abc"), idFrom("abc", ""), idFrom(), idFrom("")];
  expect(new Set(ids).size).toBe(ids.length);
});
