import { expect, test } from "vitest";
import { changedShare, hashOfText, lineageFromBytes, lineageToBytes } from "../../knowledge/text-lineage.ts";

const hashes = (...texts: string[]) => texts.map(hashOfText);

test("comes back from its bytes, repeated texts and none at all included", () => {
  for (const texts of [[], hashes("khai sinh"), hashes("khai sinh", "kết hôn", "khai sinh")]) {
    const lineage = { texts, learned: new Set(hashes("khai tử", ...texts)) };
    expect(lineageFromBytes(lineageToBytes(lineage))).toEqual(lineage);
  }
  expect(() => lineageFromBytes(new Uint8Array(3))).toThrow(
    expect.objectContaining({ code: "knowledge_damaged" }),
  );
});

test("tells texts by their hash, of 64 bits", () => {
  expect(hashOfText("khai sinh")).toMatch(/^[0-9a-f]{16}$/);
  expect(hashOfText("khai sinh")).not.toBe(hashOfText("khai sinh "));
});

test.each<[now: string[], learned: string[], share: number]>([
  [["a", "b", "c", "d"], ["a", "b", "c", "d"], 0],
  [["d", "c", "b", "a", "a"], ["a", "b", "c", "d"], 0],
  [["a", "b", "c"], ["a", "b", "c", "d"], 0.25],
  [["a", "b", "c", "d", "e"], ["a", "b", "c", "d"], 0.25],
  [["a", "b", "c", "x"], ["a", "b", "c", "d"], 0.5],
  [["x"], [], 1],
])("of %j, %j were learned: a share of %d has changed", (now, learned, share) => {
  expect(changedShare(hashes(...now), new Set(hashes(...learned)))).toBe(share);
});
