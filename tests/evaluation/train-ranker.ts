/** npm run train -- [--model FILE] [--check] [--leave-out] [--missing] [--readers]
 *  Learns the weights of the ranker from the labelled conversations and writes bot/ranker/weights.json. A reading is
 *  right when the reply that it leads to meets the expectation. --model reads the questions by a sentence model that has
 *  not learned from them (docs/model.md). --check writes nothing and fails when the file differs;
 *  --missing lists the turns that no reading gets right; --readers says of each reader how many turns have a right reading
 *  of its own, by it alone, and are chosen wrong by it; --leave-out leaves authors out, a tenth at a time, and says how many
 *  of their turns the others' weights get right, and how often at which probability. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compose } from "../../bot/answers/compose.ts";
import type { AssistantOptions } from "../../bot/assistant.ts";
import { asAsked, certain } from "../../bot/decide.ts";
import { NONE, PLAN } from "../../bot/examples/question-classifier.ts";
import type { Query } from "../../bot/query.ts";
import { featuresOf } from "../../bot/ranker/features.ts";
import { scoreOf } from "../../bot/ranker/rank.ts";
import { type Choice, train } from "../../bot/ranker/train.ts";
import { NOTHING_MEANT } from "../../bot/readings/meant.ts";
import type { Reading } from "../../bot/readings/reader.ts";
import { READERS, readAll } from "../../bot/readings/readings.ts";
import type { Reply } from "../../bot/reply.ts";
import { progressBar } from "../../ingest/progress-bar.ts";
import { replaceShippedModel } from "../../knowledge/embedding-models/sentence-model.ts";
import { spellOut } from "../../knowledge/vietnamese/spell-out.ts";
import { createEvaluationAssistant, exampleOffice, shippedKnowledge } from "../support/assistant.ts";
import { checkBlind, readBlindRows } from "./blind-rows.ts";
import { check, parseRows } from "./expectation.ts";
import { saveLeftOut } from "./left-out.ts";
import { leaveOutAuthors, type Measured } from "./left-out-ranker.ts";

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    "leave-out": { type: "boolean", default: false },
    missing: { type: "boolean", default: false },
    readers: { type: "boolean", default: false },
    model: { type: "string" },
  },
});
if (values.model) replaceShippedModel(readFileSync(values.model));
const NOW = new Date("2026-11-25T09:00:00+07:00");
const WEIGHTS = join(import.meta.dirname, "../../bot/ranker/weights.json");
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".jsonl"))
  .sort();

/** An answer to what no source answers does more harm than none. */
const OF_REFUSALS = 2;
/** Expectations of the evaluation were reviewed one by one; those of the blind authors hold an error here and there. */
const OF_REVIEWED = 3;
/** Follow-ups that were written to teach which record is meant are many, and of one kind. */
const OF_TAUGHT = 0.5;
/** The same turn once more, without what the examples mean. */
const OF_UNKNOWING = 0.5;
/** Sets whose questions open a conversation about something, and those of questions that no source answers. */
const OPENINGS = ["procedure", "task", "tasks", "target", "duty"];
const OF_LIMITS = /limits/;
/** Prime, so that the openings alternate. */
const STRIDE = 37;

interface Labelled extends Choice {
  set: string;
  isBlind: boolean;
  id: string;
  by: string[];
}
const choices: Labelled[] = [];
const measured: Measured[] = [];
const none = new Map<string, number>();
const support = new Map<string, { proposes: number; right: number; alone: number }>();
let turns = 0;
/** Whether a reply is what the turn in hand expects; undefined when nothing is expected of it. */
let isRightReply: ((reply: Reply) => boolean) | undefined;
let set = "";
let id = "";
let isBlind = false;
let isTaught = false;
/** After something else, beside by itself: it teaches, but is measured once. */
let isRepeated = false;
/** The house knew program and questions; everybody else wrote before having seen either. */
const authorOf = (name: string, blind: boolean) => (blind || name.startsWith("blind-") ? name : "house");
const decide: AssistantOptions["decide"] = (context, answers) => {
  if (!isRightReply) return undefined;
  const readings = readAll(context);
  const rows = featuresOf(readings, context);
  const sizes = readings.map(() => Number.POSITIVE_INFINITY);
  const isRight = (query: Query, i?: number) => {
    try {
      const draft = compose(query, answers);
      if (i !== undefined) sizes[i] = draft.tasks.length;
      return isRightReply!({ ...draft, spoken: spellOut(draft.spoken) });
    } catch {
      return false;
    }
  };
  const right = readings.map(({ query }, i) => isRight(asAsked(query, context), i));
  const known = certain(context);
  if (values["leave-out"] && !isRepeated) {
    measured.push({
      author: authorOf(set, isBlind),
      rows,
      right,
      ...(known ? { certain: isRight(known) } : {}),
    });
  }
  // What is certain isn't weighed, and teaches nothing.
  if (known) return undefined;
  // The talk goes on from the right answer that shows least: one with more holds what was asked by chance.
  const at = right.reduce((best, is, i) => (is && (best < 0 || sizes[i]! < sizes[best]!) ? i : best), -1);
  // A turn without a right reading teaches nothing of the choice.
  if (at < 0) {
    none.set(set, (none.get(set) ?? 0) + 1);
    if (values.missing) console.log(`no right reading: ${id} «${context.typed}»`);
    return undefined;
  }
  if (values.readers) noteSupport(readings, right);
  learnFrom(readings, rows, right);
  turns++;
  // Procedures that an office imported are in no example: they are chosen by words and meaning alone.
  if (turns % 2 === 0 && context.meantSoFar !== NOTHING_MEANT) {
    const unknowing = { ...context, meant: NOTHING_MEANT, meantSoFar: NOTHING_MEANT };
    const others = readAll(unknowing);
    const rightOnes = others.map(({ query }) => isRight(asAsked(query, unknowing)));
    if (rightOnes.includes(true)) learnFrom(others, featuresOf(others, unknowing), rightOnes, OF_UNKNOWING);
  }
  return asAsked(readings[at]!.query, context);
};

function learnFrom(readings: readonly Reading[], rows: Labelled["rows"], right: boolean[], share = 1): void {
  if (!right.includes(false)) return;
  const isRefused = readings.every(({ query }, i) => !right[i] || query.kind === "refusal");
  choices.push({
    rows,
    right,
    set,
    isBlind,
    id,
    by: readings.map(({ by }) => by.join("+")),
    weight: share * (isRefused ? OF_REFUSALS : 1) * (isBlind ? 1 : OF_REVIEWED) * (isTaught ? OF_TAUGHT : 1),
  });
}

function noteSupport(readings: readonly Reading[], right: readonly boolean[]): void {
  for (const { name } of READERS) {
    const row = support.get(name) ?? { proposes: 0, right: 0, alone: 0 };
    support.set(name, row);
    if (readings.some(({ by }) => by.includes(name))) row.proposes++;
    if (readings.some(({ by }, i) => right[i] && by.includes(name))) row.right++;
    if (readings.every(({ by }, i) => !right[i] || by.join() === name)) row.alone++;
  }
}
/** What no source answers isn't answered after something else either: each such question once more, after an opening of
 *  another set, in turn. */
function afterSomething(taught: readonly Taught[]): Taught[] {
  const openings = taught.filter(({ set, office }) => OPENINGS.includes(set) && !office);
  const refused = taught.filter(({ set, turns }) => OF_LIMITS.test(set) && turns.length === 1);
  return refused.flatMap((row, i): Taught[] => {
    const [first] = openings[(i * STRIDE) % openings.length]!.turns;
    return row.refused ? [{ ...row, isRepeated: true, turns: [first!, ...row.turns] }] : [];
  });
}

const bot = await createEvaluationAssistant({ now: NOW, decide });
const ofOffice = await createEvaluationAssistant({ now: NOW, decide, office: await exampleOffice() });
const hash = createHash("sha256");
interface Taught {
  blind?: true;
  taught?: true;
  isRepeated?: true;
  /** No source is expected to answer it, whatever was said before. */
  refused?: boolean;
  set: string;
  id: string;
  office?: true | undefined;
  turns: {
    text: string;
    agency?: string | undefined;
    audience?: "citizen" | "officer" | undefined;
    isRight: typeof isRightReply;
  }[];
}
const textOf = (file: string) => {
  const text = readFileSync(join(import.meta.dirname, file), "utf8");
  hash.update(text);
  return text;
};
const rows: Taught[] = files.flatMap((file) =>
  parseRows(textOf(file), file).map(({ id, office, turns }) => ({
    set: file.replace(".jsonl", ""),
    id,
    office,
    refused: turns[0]!.expect.status === "unanswerable_out_of_scope",
    turns: turns.map((turn) => ({
      ...turn,
      isRight: (reply: Reply) => check(reply, turn.expect).length === 0,
    })),
  })),
);
for (const file of readdirSync(join(import.meta.dirname, "blind")).sort()) {
  textOf(`blind/${file}`);
  for (const row of readBlindRows(join(import.meta.dirname, "blind", file)))
    rows.push({
      blind: true,
      set: file.replace(".jsonl", ""),
      id: row.id,
      turns: row.turns.map((text, i) => {
        const expect = i === row.turns.length - 1 ? row.expect : row.expect_turns?.[String(i + 1)];
        return {
          text,
          agency: row.agency,
          audience: row.audience,
          isRight: expect && ((reply: Reply) => checkBlind(reply, expect).length === 0),
        };
      }),
    });
}
const { tasks, targets, duties, passages } = await shippedKnowledge();
const taskIds = new Set(tasks.map(({ id }) => id));
const textOfLine = new Map([...targets, ...duties, ...passages].map(({ id, text }) => [id, text]));
/** The record is answered, and first where several are. */
function answers({ status, procedures, tasks: [task], text }: Reply, id: string): boolean {
  if (id === NONE) return status.startsWith("unanswerable");
  if (status !== "answered") return false;
  const line = textOfLine.get(id);
  if (line !== undefined) return text.includes(line);
  return taskIds.has(id) ? task?.id === id : procedures[0]?.code === id;
}
/** What people say next, with the record that it is about. */
for (const file of readdirSync(join(import.meta.dirname, "taught")).sort()) {
  const lines = textOf(`taught/${file}`).split("\n").filter(Boolean);
  for (const [i, line] of lines.entries()) {
    const { before, text, code } = JSON.parse(line) as { before: string; text: string; code: string };
    if (code === PLAN) continue;
    const turns = [
      { text: before, isRight: undefined },
      { text, isRight: (reply: Reply) => answers(reply, code) },
    ];
    rows.push({ blind: true, taught: true, set: file.replace(".jsonl", ""), id: `${file} ${i + 1}`, turns });
  }
}
rows.push(...afterSomething(rows));
const bar = progressBar(process.stderr);
for (const [i, row] of rows.entries()) {
  let conversationId: string | undefined;
  set = row.set;
  id = row.id;
  isBlind = row.blind === true;
  isTaught = row.taught === true;
  isRepeated = row.isRepeated === true;
  for (const { text, agency, audience, isRight } of row.turns) {
    isRightReply = isRight;
    const response = await (row.office ? ofOffice : bot).assistant.answer({
      channel: "web",
      text,
      agency,
      audience,
      conversationId,
    });
    conversationId = response.conversationId;
  }
  bar.show({ step: set, done: i + 1, total: rows.length });
}
bar.end();
await bot.close();
await ofOffice.close();
console.log(
  `${choices.length} turns with a choice, ${[...none].map(([name, count]) => `${name} ${count}`).join(", ")} without a right reading`,
);

const chosenAt = ({ rows }: Choice, weights: Readonly<Record<string, number>>): number => {
  const scores = rows.map((row) => scoreOf(row, weights));
  return scores.indexOf(Math.max(...scores));
};
const leftOut = values["leave-out"]
  ? leaveOutAuthors(
      choices.map((choice) => ({ ...choice, author: authorOf(choice.set, choice.isBlind) })),
      measured,
    )
  : undefined;
for (const [author, { of, right }] of Object.entries(leftOut?.authors ?? {}))
  console.log(`${author}: ${right} of ${of}`);
for (const { probability, of, right } of leftOut?.bins ?? [])
  console.log(`at ${probability.toFixed(3)}: ${right} of ${of}, ${((100 * right) / of).toFixed(1)} %`);
const isChosen = (choice: Choice, weights: Readonly<Record<string, number>>): boolean =>
  choice.right[chosenAt(choice, weights)]!;
const chosenBy = (choice: Labelled, weights: Readonly<Record<string, number>>): string =>
  choice.by[chosenAt(choice, weights)]!;
const weights = train(choices);
for (const choice of choices.filter((row) => !isChosen(row, weights)))
  console.log(
    `  wrong: ${choice.id} of ${choice.by.map((by, i) => (choice.right[i] ? `[${by}]` : by)).join(" ")}`,
  );
console.log(`${choices.filter((choice) => isChosen(choice, weights)).length} of ${choices.length} right`);
if (values.readers) {
  const wrong = choices
    .filter((choice) => !isChosen(choice, weights))
    .map((choice) => chosenBy(choice, weights));
  for (const [name, { proposes, right, alone }] of [...support].sort((a, b) => a[1].alone - b[1].alone))
    console.log(
      `${name}: proposes in ${proposes} turns, right in ${right}, alone right in ${alone}, chosen wrong in ${wrong.filter((by) => by.split("+").includes(name)).length}`,
    );
}
const text = `${JSON.stringify({ trainedOn: { rows: rows.length, hash: hash.digest("hex") }, weights }, null, 1)}\n`;
if (values.check) {
  if (readFileSync(WEIGHTS, "utf8") !== text) {
    console.error("bot/ranker/weights.json is not what the conversations teach; run npm run train");
    process.exitCode = 1;
  }
} else writeFileSync(WEIGHTS, text);
if (leftOut) saveLeftOut("ranker", leftOut);
