/** What the second opinion on danger is learned from and measured by: who is in danger and who is not, by author. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { NONE } from "../../bot/examples/question-classifier.ts";
import { readDangers, readOrdinary } from "../../bot/guardrails/examples.ts";
import type { HelpLineNumber } from "../../knowledge/help-lines.ts";
import { jsonlFilesIn, readJsonLines } from "../support/json-lines.ts";
import { readBlindRows } from "./blind-rows.ts";
import { parseRows } from "./expectation.ts";

export interface DangerRow {
  text: string;
  author: string;
  inDanger: boolean;
  about?: "danger" | "selfHarm";
  lines?: readonly HelpLineNumber[];
}

const FOLDER = import.meta.dirname;
const recordQuestion = z.object({ text: z.string().min(1), code: z.string().min(1) });
const utterance = z.strictObject({ text: z.string().min(1), act: z.string().min(1) });
/** The list of help lines is cited by the answers to who is in danger, and by no other. */
const HELP_LINES_LIST = "22/2014/TT-BTTTT";
const HELP_LINE = /\b11[1-5]\b/;
const filesIn = (folder: string) => jsonlFilesIn(join(FOLDER, folder));
const ACTS = "../../bot/examples/acts";

/** Utterances with what their speaker does by them. Authors are the names of the files. */
export const readActs = (): { text: string; act: string; author: string }[] =>
  filesIn(ACTS).flatMap((path) =>
    readJsonLines(path).map((row) => ({ ...utterance.parse(row), author: basename(path, ".jsonl") })),
  );

/** The same text of the same author once. */
export function readDangerRows(): DangerRow[] {
  const rows: DangerRow[] = [
    ...readDangers().map((row) => ({ ...row, inDanger: true })),
    ...readOrdinary().map((row) => ({ ...row, inDanger: false })),
    ...readActs().map(({ text, author, act }) => ({ text, author, inDanger: act === "emergency" })),
    ...filesIn("blind").flatMap((path) =>
      readBlindRows(path).flatMap(({ turns, expect, expect_turns }) =>
        HELP_LINE.test(JSON.stringify([expect, expect_turns]))
          ? []
          : turns.map((text) => ({ text, author: basename(path, ".jsonl"), inDanger: false })),
      ),
    ),
    ...filesIn(".").flatMap((path) =>
      parseRows(readFileSync(path, "utf8"), path).flatMap(({ turns }) =>
        turns
          .filter(({ expect }) => expect.citationNumber !== HELP_LINES_LIST)
          .map(({ text }) => ({ text, author: setOf(basename(path, ".jsonl")), inDanger: false })),
      ),
    ),
  ];
  return [...new Map(rows.map((row) => [`${row.author} ${row.text.toLowerCase()}`, row])).values()];
}

/** What is declined for another reason than danger, by the expectations of the evaluation and of the blind authors. */
export function readDeclined(): string[] {
  const ofSets = filesIn(".").flatMap((path) =>
    parseRows(readFileSync(path, "utf8"), path).flatMap(({ turns }) =>
      turns
        .filter(({ expect }) => DECLINED.test(JSON.stringify(expect.status ?? "")))
        .map(({ text }) => text),
    ),
  );
  const ofBlind = filesIn("blind").flatMap((path) =>
    readBlindRows(path).flatMap(({ turns, expect }) =>
      expect && DECLINED.test(JSON.stringify(expect)) ? turns.slice(-1) : [],
    ),
  );
  return [...ofSets, ...ofBlind];
}
const DECLINED = /guardrails_abuse/;

/** Questions about records, none of which is danger or to be declined: one third teaches, as much as all of them would, and
 *  the others measure. */
export function readRecordQuestions(): { taught: string[]; others: string[] } {
  const questions = filesIn("../../bot/examples/questions").flatMap((path) =>
    readJsonLines(path).flatMap((row) => {
      const { text, code } = recordQuestion.parse(row);
      return code === NONE ? [] : [text];
    }),
  );
  const isTaught = (_text: string, i: number) => i % 3 === 0;
  return {
    taught: questions.filter(isTaught),
    others: questions.filter((text, i) => !isTaught(text, i)),
  };
}

const DOCUMENTS = join(FOLDER, "../../ingest/documents");
/** By themselves these may be a cry. */
const CRIES: readonly string[] = ["cháy rừng", "trẻ bị bỏ rơi"];
const SHORTEST = 9;
const LONGEST = 399;

/** What the office itself writes about is no danger: the sentences of the plan and of the procedures. */
export function recordSentences(): string[] {
  const texts = readdirSync(DOCUMENTS, { recursive: true, encoding: "utf8" })
    .sort()
    .filter((name) => /\.(txt|json)$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(DOCUMENTS, name), "utf8");
      return name.endsWith(".json") ? stringsIn(JSON.parse(text)) : [text];
    });
  const sentences = texts
    .flatMap((text) => text.split(/[\n.;]+/))
    .map((text) => text.trim())
    .filter((text) => text.length >= SHORTEST && text.length <= LONGEST && !CRIES.includes(text));
  return [...new Set(sentences)];
}

const stringsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

/** Authors of the evaluation go by the round that they wrote in; all others wrote it with the program before them. */
const setOf = (file: string): string =>
  file.startsWith("blind-sensitive-")
    ? file.slice("blind-sensitive-".length)
    : (/^blind(-unseen)?/.exec(file)?.[0] ?? "house");
