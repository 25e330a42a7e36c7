/** Questions by authors who saw neither the program nor its evaluation, with expectations that a machine can check. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Reply } from "../../bot/reply.ts";
import { jsonlFilesIn, readJsonLines } from "../support/json-lines.ts";

/** Folder with the question files; `QUESTIONS_DIR` names another. */
export const QUESTIONS_DIR =
  process.env.QUESTIONS_DIR ?? join(import.meta.dirname, "../../../shared/questions");

const blindExpectation = z.object({
  /** One of; a name that ends with "*" or the bare "unanswerable" stands for all that begin so. */
  status: z.array(z.string()).optional(),
  /** Id of the first task. */
  first: z.string().optional(),
  include: z.array(z.string()).optional(),
  exclude: z.array(z.string()).optional(),
  /** All tasks of the answer, in any order. */
  exactly: z.array(z.string()).optional(),
  /** A file or an address must be offered. */
  links: z.boolean().optional(),
  codes: z.array(z.string()).optional(),
  /** Regular expressions over `reply.text`; a leading (?i) ignores case. */
  all: z.array(z.string()).optional(),
  none: z.array(z.string()).optional(),
});
export type BlindExpectation = z.infer<typeof blindExpectation>;

export const blindRow = z.object({
  id: z.string(),
  audience: z.enum(["citizen", "officer"]),
  author: z.string().optional(),
  agency: z.string().optional(),
  turns: z.array(z.string()).min(1),
  expect: blindExpectation,
  /** Of earlier turns, by number from 1. */
  expect_turns: z.record(z.string(), blindExpectation).optional(),
});
export type BlindRow = z.infer<typeof blindRow>;

const OWN = join(import.meta.dirname, "blind");

/** Paths of the question files, those of the project first. */
export const blindFiles = (): string[] =>
  [OWN, QUESTIONS_DIR].flatMap((folder) => (existsSync(folder) ? jsonlFilesIn(folder) : []));

export const readBlindRows = (file: string): BlindRow[] =>
  readJsonLines(file).map((row) => blindRow.parse(row));

/** Between a letter or figure and what is none: "đ" and "ó" are letters, which \b takes for none. */
const WORD_EDGE = String.raw`(?:(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?=[\p{L}\p{N}]))`;

/** As authors write them: flags in front, "\\b" about words of Vietnamese. */
function pattern(source: string): RegExp {
  const [flags, given] = /^\(\?([is]+)\)/.exec(source) ?? ["", ""];
  return new RegExp(source.slice(flags.length).replaceAll("\\b", WORD_EDGE), `${given}u`);
}

/** Reasons why the reply doesn't meet the expectation; none when it does. */
export function checkBlind(reply: Reply, expect: BlindExpectation): string[] {
  const failures: string[] = [];
  const ids = reply.tasks.map(({ id }) => id);
  if (
    expect.status &&
    !expect.status.some(
      (status) => reply.status === status || reply.status.startsWith(`${status.replace(/\*$/, "")}_`),
    )
  )
    failures.push(`status ${reply.status}`);
  if (expect.first !== undefined && ids[0] !== expect.first)
    failures.push(`first ${ids[0]}, not ${expect.first}`);
  for (const id of expect.include ?? []) if (!ids.includes(id)) failures.push(`without ${id}`);
  for (const id of expect.exclude ?? []) if (ids.includes(id)) failures.push(`with ${id}`);
  if (expect.exactly && [...ids].sort().join() !== [...expect.exactly].sort().join())
    failures.push(`exactly ${ids.join()}, not ${expect.exactly.join()}`);
  if (expect.links && (reply.links ?? []).length === 0 && !/\]\(/.test(reply.text))
    failures.push("without a link");
  const codes = reply.procedures.map(({ code }) => code);
  if (expect.codes && reply.status === "answered" && !expect.codes.some((code) => codes.includes(code)))
    failures.push(`codes ${codes.join()}, not ${expect.codes.join("|")}`);
  const text = reply.text.normalize("NFC");
  for (const source of expect.all ?? [])
    if (!pattern(source).test(text)) failures.push(`text lacks /${source}/`);
  for (const source of expect.none ?? [])
    if (pattern(source).test(text)) failures.push(`text has /${source}/`);
  return failures;
}
