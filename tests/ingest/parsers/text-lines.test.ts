import { describe, expect, test } from "vitest";
import { TextLines } from "../../../ingest/parsers/text-lines.ts";

const linesOf = (text: string) => new TextLines("van-ban", "van-ban.txt", text);

describe("the lines of a text", () => {
  test.each([
    ["một\nhai", 2],
    ["một\r\nhai", 2],
    ["một\nhai\n", 3],
    ["", 1],
    ["\n\n", 3],
  ])("%j has %i, counted as an editor counts them", (text, count) => {
    expect(linesOf(text).count).toBe(count);
  });

  test("are numbered from 1, trimmed, and empty beyond the ends", () => {
    const text = linesOf("  một \n\thai\r\nba");
    expect([0, 1, 2, 3, 4].map((number) => text.line(number))).toEqual(["", "một", "hai", "ba", ""]);
  });

  test("are composed letters even where the file has decomposed ones", () => {
    expect(linesOf("Ủy ban".normalize("NFD")).line(1)).toBe("Ủy ban".normalize("NFC"));
  });
});

describe("joining a range", () => {
  const text = linesOf("PHÊ\nQUYỆT  KẾ HOẠCH\n\n   năm\t2025  \n|");

  test.each<[range: [number, number], joined: string]>([
    [[1, 2], "PHÊ QUYỆT KẾ HOẠCH"],
    [[1, 4], "PHÊ QUYỆT KẾ HOẠCH năm 2025"],
    [[2, 2], "QUYỆT KẾ HOẠCH"],
    [[3, 3], ""],
    [[4, 5], "năm 2025 |"],
    [[4, 99], "năm 2025 |"],
    [[3, 2], ""],
  ])("%j gives “%s”", (range, joined) => {
    expect(text.join(range)).toBe(joined);
  });

  test("is what the evidence quotes, beside its place", () => {
    expect(text.evidence([1, 2], "tiêu đề")).toEqual({
      documentId: "van-ban",
      locator: "tiêu đề",
      lines: [1, 2],
      quote: "PHÊ QUYỆT KẾ HOẠCH",
    });
  });
});

describe("finding a line", () => {
  const text = linesOf("a\nb\na\nc");

  test.each([
    ["a", undefined, undefined, 1],
    ["a", 2, undefined, 3],
    ["a", 3, undefined, 3],
    ["c", 1, 3, undefined],
    ["c", 1, 4, 4],
    ["d", undefined, undefined, undefined],
  ])("%s from %s to %s stands at %s", (wanted, from, to, number) => {
    expect(text.find((line) => line === wanted, from, to)).toBe(number);
  });
});
