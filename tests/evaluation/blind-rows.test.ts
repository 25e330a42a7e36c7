import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Reply } from "../../bot/reply.ts";
import { jsonlFilesIn } from "../support/json-lines.ts";
import { blindFiles, checkBlind, readBlindRows } from "./blind-rows.ts";

const REPLY: Reply = {
  status: "unanswerable_not_in_sources",
  kind: "task",
  text: "**Sở Y tế** chủ trì [bảng](/api/tasks).",
  spoken: "",
  tasks: [],
  procedures: [],
  citations: [],
  computed: [],
  links: [],
  options: [],
  suggestions: [],
};

describe("rows of blind authors", () => {
  const own = blindFiles().filter((file) => file.startsWith(join(import.meta.dirname, "blind")));
  const heldOut = jsonlFilesIn(join(import.meta.dirname, "held-out"));

  test("those that are held out stand in no file that teaches", () => {
    const taught = new Set(own.flatMap((file) => readBlindRows(file).map(({ id }) => id)));
    expect(heldOut.length).toBeGreaterThan(0);
    for (const file of heldOut)
      expect(
        readBlindRows(file).filter(({ id }) => taught.has(id)),
        file,
      ).toEqual([]);
  });

  test.each([...own, ...heldOut])(
    "%s has sixty conversations, each expecting something of its last turn",
    (file) => {
      const rows = readBlindRows(file);
      expect(rows).toHaveLength(60);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(60);
      for (const { id, expect: wanted } of rows) expect(Object.keys(wanted), id).not.toHaveLength(0);
      // Every pattern compiles.
      for (const { expect: last, expect_turns: earlier = {} } of rows)
        for (const wanted of [last, ...Object.values(earlier)])
          expect(checkBlind(REPLY, wanted)).toBeInstanceOf(Array);
    },
  );
});

describe("an expectation", () => {
  test.each<[string, Parameters<typeof checkBlind>[1], boolean]>([
    ["a status by its beginning", { status: ["unanswerable"] }, true],
    ["another status", { status: ["answered", "greeting"] }, false],
    ["words in any case", { all: ["(?i)sở y TẾ"] }, true],
    ["words that aren't there", { all: ["Sở Nội vụ"] }, false],
    ["words that must not be there", { none: ["Sở Y tế"] }, false],
    ["a link", { links: true }, true],
    ["a task", { include: ["V.9"] }, false],
    ["no such task", { exclude: ["V.9"] }, true],
    ["exactly these tasks", { exactly: ["V.9"] }, false],
    ["codes, which are asked of answers alone", { codes: ["1.001193"] }, true],
  ])("%s", (_name, wanted, isMet) => {
    expect(checkBlind(REPLY, wanted).length === 0).toBe(isMet);
  });
});
