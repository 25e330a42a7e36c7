import { expect, test } from "vitest";
import { RecentlyUsed } from "../../../bot/language-model/recently-used.ts";

test("the least recently used goes first", () => {
  const cache = new RecentlyUsed(2);
  cache.set("a", 1);
  cache.set("b", 2);
  expect(cache.get("a")).toBe(1);
  cache.set("c", 3);
  expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([1, undefined, 3]);
  expect(cache.key("A", "b")).toBe(cache.key("a", "B"));
  expect(cache.key("a", "b")).not.toBe(cache.key("ab"));
});
