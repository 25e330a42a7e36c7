/** npm run train:questions -- [--check] [--leave-out]
 *  Learns which procedure a question means from those of bot/examples/questions/, the names of the records, and what the
 *  plan says, and writes bot/examples/questions.bin. --check writes nothing and fails when the file differs;
 *  --leave-out asks what the blind authors asked, none of whose questions it learns from, and says how many it gets
 *  right: all by itself, the first and among three. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type LabelledRow, type LinearModel, trainingOf } from "../../bot/examples/linear-classifier.ts";
import {
  NONE,
  PLAN,
  packClassifier,
  QuestionClassifier,
  questionFeatures,
} from "../../bot/examples/question-classifier.ts";
import { situationIn } from "../../bot/situations/read-situation.ts";
import { progressBar } from "../../ingest/progress-bar.ts";
import { officialNamesOf, sayingsOf } from "../../knowledge/procedure-names.ts";
import { openShipped } from "../bot/understanding/shipped.ts";
import { blindFiles, readBlindRows } from "./blind-rows.ts";

const TRAINING = { steps: 150, rate: 0.6, penalty: 3e-6, shares: true } as const;

/** What people ask of a procedure that they name: their words speak for none. */
const ASKS = [
  "cần giấy tờ gì?",
  "hết bao nhiêu tiền",
  "mất bao lâu?",
  "nộp ở đâu",
  "làm thế nào?",
  "có được không",
  "thì cần những gì ạ",
  "lệ phí bao nhiêu?",
  "mấy ngày có",
  "qua mạng được không?",
  "mất phí không",
  "có mất tiền không?",
  "mất mấy ngày",
];

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, "leave-out": { type: "boolean", default: false } },
});
const FOLDER = join(import.meta.dirname, "../../bot/examples/questions");
const FILE = join(import.meta.dirname, "../../bot/examples/questions.bin");
const { knowledge, understand, understander } = await openShipped();
const hash = createHash("sha256");
const { procedures, tasks, targets, duties, passages } = knowledge;
/** Passages that are no target or duty as well. */
const isTold = new Set([...targets, ...duties].map(({ text }) => text));
const told = passages.filter(({ text }) => !isTold.has(text));
const classes = [
  ...procedures.map(({ code }) => code).sort(),
  ...[tasks, targets, duties, told].flatMap((list) => list.map(({ id }) => id)),
  NONE,
  PLAN,
];
const featuresOf = (text: string): string[] => {
  const { tokens, age } = understand(text);
  return questionFeatures(tokens, situationIn(tokens, understander.isForm, { age }));
};
const rowOf = (text: string, code: string): LabelledRow => ({
  features: featuresOf(text),
  label: classes.indexOf(code),
});
const rows: LabelledRow[] = [];
for (const file of readdirSync(FOLDER).sort()) {
  const content = readFileSync(join(FOLDER, file), "utf8");
  hash.update(content);
  for (const line of content.split("\n").filter(Boolean)) {
    const { text, code } = JSON.parse(line) as { text: string; code: string };
    if (!classes.includes(code)) throw new Error(`${file}: ${code} is no record: ${text}`);
    rows.push(rowOf(text, code));
  }
}
const asked = rows.length;
for (const procedure of procedures)
  for (const [i, name] of [...officialNamesOf(procedure), ...sayingsOf(procedure)].entries())
    rows.push(rowOf(name, procedure.code), rowOf(`${name} ${ASKS[i % ASKS.length]!}`, procedure.code));
for (const { id, title } of tasks)
  for (const text of [title, `ai chủ trì ${title}`, `${title} khi nào xong`]) rows.push(rowOf(text, id));
for (const { id, text } of [...targets, ...duties, ...told]) rows.push(rowOf(text, id));

function train(): LinearModel {
  const bar = progressBar(process.stderr);
  const training = trainingOf(rows, { ...TRAINING, classes: classes.length });
  for (let step = 1; ; step++) {
    const { done, value } = training.next();
    if (done) {
      bar.end();
      return value;
    }
    bar.show({ step: "học", done: step, total: TRAINING.steps });
  }
}

const bytes = packClassifier(train(), {
  classes,
  trainedOn: { rows: asked, hash: hash.digest("hex") },
});
if (values["leave-out"]) {
  const classifier = new QuestionClassifier(bytes);
  const ends = { of: 0, first: 0, three: 0 };
  for (const row of blindFiles().flatMap(readBlindRows)) {
    const codes = (row.turns.length > 1 ? row.expect_turns?.["1"] : row.expect)?.codes;
    if (!codes?.some((code) => classes.includes(code))) continue;
    const shares = classifier.sharesOf(featuresOf(row.turns[0]!));
    const best = [...shares]
      .filter(([name]) => procedures.some(({ code }) => code === name))
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([code]) => code);
    ends.of++;
    if (codes.includes(best[0]!)) ends.first++;
    if (best.some((code) => codes.includes(code))) ends.three++;
  }
  console.log(`blind authors: ${ends.first} of ${ends.of} first, ${ends.three} among three`);
}
if (values.check) {
  if (!readFileSync(FILE).equals(bytes)) {
    console.error("bot/examples/questions.bin is not what the questions teach; run npm run train:questions");
    process.exitCode = 1;
  }
} else writeFileSync(FILE, bytes);
