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
const WALL_CLOCK = [/\bDate\.now\b/, /\bnew Date\(\)/];

const linesWith = (patterns: readonly RegExp[], folder = ""): string[] =>
  sources
    .filter(({ name }) => name !== CALENDAR && name.startsWith(folder))
    .flatMap(({ name, lines }) =>
      lines.flatMap((line, i) =>
        patterns.some((it) => it.test(line)) ? [`${name}:${i + 1}: ${line.trim()}`] : [],
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

test("nothing depends on the time zone of the machine", () => {
  expect(linesWith(LOCAL)).toEqual([]);
});

test("the answer core is given its clock", () => {
  expect(linesWith(WALL_CLOCK, "bot/")).toEqual([]);
});
