import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { PhraseIndex } from "../../../bot/understanding/phrases.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { CLOSED_CLASSES } from "./closed-classes.ts";
import { allConversations, type Conversation } from "./conversations.ts";
import { withSwitches } from "./instrument.ts";
import { askAll, measureRow, type Rehearsal } from "./measure.ts";
import { openRehearsal } from "./rehearsal.ts";
import { formatReport, reportOf } from "./report.ts";

/** A program that greets and tells an office, by a table and a pattern. */
const table = new PhraseIndex<string>();
table.addPatterns("talk/greeting", "xin chào; chào (anh|chị)", "greeting");
table.addPatterns("talk/greeting", "chào chị", "greeting");
table.addPatterns("talk/office", "sở y tế; y tế", "office");
table.addPatterns("talk/office", "bộ ngoại giao", "office");

const conversation = (id: string, text: string, wanted: string): Conversation => ({
  id,
  author: id[0]!,
  office: false,
  turns: [{ request: { text }, failures: ({ text: said }) => (said === wanted ? [] : [said]) }],
});
const small: Rehearsal = {
  rows: table.rows,
  async ask({ turns: [turn] }, allows) {
    const isForm = Object.assign(() => false, { allows });
    const found = table.find(tokenize(turn!.request.text), isForm).map(({ value }) => value);
    const said = [...new Set(found)].sort().join(" ");
    return { right: turn!.failures({ text: said } as never).length === 0, said };
  },
};
const conversations = [
  conversation("a1", "xin chào", "greeting"),
  conversation("b1", "xin chào Sở Y tế", "greeting office"),
  conversation("b2", "chào chị", "greeting"),
  conversation("b3", "chào anh", "nothing is right"),
  conversation("c1", "phòng y tế ở đâu", ""),
];
const measured = async (row: string) =>
  measureRow(row, await askAll(conversations, small), small, { enough: 5 });

describe("a row is left out where it matches", () => {
  test("and serves the conversations that are wrong without it, by so many authors", async () => {
    expect(await measured("talk/greeting: xin chào")).toEqual({
      row: "talk/greeting: xin chào",
      matched: 2,
      serves: ["a1", "b1"],
      harms: [],
      changed: 0,
      authors: 2,
    });
  });

  test("a phrase that two rows hold is lost with neither alone", async () => {
    expect(await measured("talk/greeting: chào chị")).toMatchObject({ matched: 1, serves: [], changed: 0 });
    const without = new Set(["talk/greeting: chào chị"]);
    const base = await askAll(conversations, small);
    expect((await measureRow("talk/greeting: chào (anh|chị)", base, small, { without })).serves).toEqual([
      "b2",
    ]);
  });

  test("and harms those that are right only without it; a changed answer is neither", async () => {
    expect(await measured("talk/office: y tế")).toMatchObject({ serves: [], harms: ["c1"], changed: 0 });
    expect(await measured("talk/greeting: chào (anh|chị)")).toMatchObject({ serves: [], changed: 1 });
  });

  test("once enough is known it isn't asked further", async () => {
    const base = await askAll(conversations, small);
    expect((await measureRow("talk/greeting: xin chào", base, small, { enough: 0 })).serves).toEqual(["a1"]);
  });
});

test("the list holds the idle rows, one that never matches too, and those of closed classes apart", async () => {
  const base = await askAll(conversations, small);
  const all = await Promise.all(small.rows.map((row) => measureRow(row, base, small)));
  const report = reportOf(all, [{ has: (row) => row.endsWith("ngoại giao"), why: "ministries" }]);
  expect(report.idle.map(({ row }) => row)).toEqual([
    "talk/greeting: chào (anh|chị)",
    "talk/office: y tế",
    "talk/greeting: chào chị",
    "talk/office: sở y tế",
  ]);
  expect(report.closed).toMatchObject([{ row: "talk/office: bộ ngoại giao", matched: 0, why: "ministries" }]);
  expect(report.tables).toEqual([{ table: "talk", rows: 6, none: 4, one: 0, closed: 1 }]);
  expect(formatReport(report)).toContain("1 kept: ministries");
});

describe("regular expressions get switches in a copy of the program", () => {
  const folder = mkdtempSync(join(tmpdir(), "switches-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("each by its file and text, within functions too; what is no pattern stays", async () => {
    const text = `const A = /x+/g;
      export const count = (text) => (text.match(A) ?? []).length;
      export const isOne = (text) => /^one$/.test(text) || new RegExp("^eins$").test(text);
      export const half = (a) => a / 2 / 1 + "/no/".length - 4;`;
    const from = pathToFileURL(join(import.meta.dirname, "switches.ts")).href;
    const switchable = withSwitches("some.ts", text, from);
    expect(switchable.rows).toEqual(["some.ts: /x+/g", "some.ts: /^one$/", 'some.ts: new RegExp("^eins$")']);
    const path = join(folder, "some.mjs");
    writeFileSync(path, switchable.text);
    const { count, isOne, half } = await import(pathToFileURL(path).href);
    const { switches } = await import("./switches.ts");
    const seen: string[] = [];
    switches.allows = (row) => {
      seen.push(row);
      return row !== "some.ts: /^one$/";
    };
    expect([count("axxbx"), isOne("one"), isOne("eins"), isOne("two"), half(4)]).toEqual([
      2,
      false,
      true,
      false,
      2,
    ]);
    expect(new Set(seen)).toEqual(new Set(switchable.rows));
    switches.allows = () => true;
    expect(isOne("one")).toBe(true);
  });
});

describe("the shipped program", () => {
  test("has rows of tables and of files, and understands a question no more without the row that means it", async () => {
    const rehearsal = await openRehearsal(new Date("2026-11-25T09:00:00+07:00"));
    try {
      expect(rehearsal.rows.length).toBeGreaterThan(800);
      expect(rehearsal.rows.some((row) => row.startsWith("bot/readings/duty-reader.ts: /"))).toBe(true);
      for (const { has } of CLOSED_CLASSES) expect(rehearsal.rows.some(has)).toBe(true);
      const thanks: Conversation = {
        ...conversation("a", "cảm ơn", ""),
        turns: [
          { request: { text: "cảm ơn" }, failures: ({ text }) => (/Rất vui/.test(text) ? [] : [text]) },
        ],
      };
      const asked: string[] = [];
      const all = await rehearsal.ask(thanks, (row) => asked.push(row) > 0);
      expect(asked).toContain("cues/thanks: cảm ơn");
      const without = await rehearsal.ask(thanks, (row) => !row.startsWith("cues/thanks"));
      expect([all.right, without.right]).toEqual([true, false]);
    } finally {
      rehearsal.close();
    }
  }, 60_000);

  test("is measured by the conversations of every author", () => {
    const authors = new Set(allConversations().map(({ author }) => author));
    expect(authors.size).toBeGreaterThan(30);
  });
});
