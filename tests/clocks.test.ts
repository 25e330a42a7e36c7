/** No source asks the clock of the place where the server stands, and the answer core asks no clock of its own. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FOLDERS = ["bot", "channels", "ingest", "knowledge"];

const sources = [
  ...readdirSync(ROOT).filter((name) => /\.[jt]s$/.test(name)),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
      .filter((name) => /\.(?:[jt]s|mjs|html)$/.test(name)),
  ),
].map((name) => ({ name, lines: readFileSync(join(ROOT, name), "utf8").split("\n") }));

/** Local fields of a Date, local texts of it, the zone of the machine, and days cut out of an ISO moment. */
const LOCAL = [
  /\.[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|Year)\(/,
  /\.(?:getTimezoneOffset|toDateString|toTimeString|toLocaleDateString|toLocaleTimeString)\(/,
  /\bIntl\.DateTimeFormat\b/,
  /\bnew Date\([^()]*,/,
  /\.toISOString\(\)\.(?:slice|substring|split)/,
];
/** Where days are reckoned. */
const CALENDAR = "knowledge/calendar.ts";
/** Where a clock is right, and why. */
const EXCEPTIONS: readonly { name: string; line: string; reason: string }[] = [
  {
    name: "channels/teams/app-package.ts",
    line: "const MODIFIED = new Date(1980, 0, 1);",
    reason: "a ZIP holds the time of the place: only a date of the place gives the same bytes everywhere",
  },
  {
    name: "bot/state/sqlite-store.ts",
    line: "const { quotaMb = 0, lowDiskMb = 500, now = Date.now } = options;",
    reason: "the store is also opened by commands that have no other use for a clock",
  },
];
const isException = (name: string, line: string) =>
  EXCEPTIONS.some((row) => row.name === name && row.line === line.trim());
const WALL_CLOCK = [/\bDate\.now\b/, /\bnew Date\(\)/];

const linesWith = (patterns: readonly RegExp[], folder = ""): string[] =>
  sources
    .filter(({ name }) => name !== CALENDAR && name.startsWith(folder))
    .flatMap(({ name, lines }) =>
      lines.flatMap((line, i) =>
        patterns.some((it) => it.test(line)) && !isException(name, line)
          ? [`${name}:${i + 1}: ${line.trim()}`]
          : [],
      ),
    );

test("the sources are read, or the tests below prove nothing", () => {
  expect(sources.length).toBeGreaterThan(150);
  for (const name of ["main.ts", CALENDAR, "channels/web-chat/public/chat.js", "bot/assistant.ts"])
    expect(sources.map((source) => source.name)).toContain(name);
  const caught = ["a.getFullYear()", "new Date(2024, 1, 1)", "x.toISOString().slice(0, 10)", "d.setHours(0)"];
  for (const line of caught) expect([line, LOCAL.some((it) => it.test(line))]).toEqual([line, true]);
  for (const line of ["a.getUTCDate()", "new Date(ms)", "a.getTime()"])
    expect([line, LOCAL.some((it) => it.test(line))]).toEqual([line, false]);
});

test.each(EXCEPTIONS)("the exception of $name still stands", ({ name, line }) => {
  const source = sources.find((row) => row.name === name);
  expect(source?.lines.map((text) => text.trim())).toContain(line);
});

test("nothing depends on the time zone of the machine", () => {
  expect(linesWith(LOCAL)).toEqual([]);
});

test("the answer core is given its clock", () => {
  expect(linesWith(WALL_CLOCK, "bot/")).toEqual([]);
});
