/** npm run eval -- [--failures | --verbose] [--json] [--llm | --rules] [--file PATH]...
 *  Asks the shipped assistant every question of tests/evaluation/*.jsonl (or of the files named) and prints the
 *  scorecard, how many get the same answer as recognised speech, and what comes out of every door for some of them;
 *  --failures adds each failed question with its reasons, --verbose also what was answered, --json prints one
 *  object instead. --llm asks each question without and with the language model of the LLM_* settings instead.
 *  --rules asks all of them and the blind ones, and again without each row of understanding that they meet instead.
 *  Exit status: 0 good enough, 1 below PASS or a figure-lock failure, 2 bad arguments or a bad row. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { progressBar } from "../../ingest/progress-bar.ts";
import { loadEnvFile } from "../../knowledge/env-file.ts";
import { createEvaluationAssistant, exampleOffice, type TestAssistant } from "../support/assistant.ts";
import { check, parseRows, type Row } from "./expectation.ts";
import { compareHeard, formatHeard, type HeardScore } from "./heard.ts";
import { type AnsweredTurn, formatMeasures, measures } from "./measures.ts";
import { evaluateRows } from "./rules/run.ts";
import { formatScorecard, type Outcome, scorecard } from "./scorecard.ts";
import { type DoorScore, formatDoors, throughDoors } from "./through-doors.ts";
import { formatUnseen, unseen } from "./unseen.ts";
import { compareWithModel, formatComparison } from "./with-model.ts";

/** Least share of right conversations. */
const PASS = 0.97;
/** Fixed, so that deadlines are always equally far away. */
const NOW = new Date("2026-11-25T09:00:00+07:00");

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      failures: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      llm: { type: "boolean", default: false },
      rules: { type: "boolean", default: false },
      file: { type: "string", multiple: true },
    },
  });
  if (values.rules) return evaluateRows(NOW, values.json);
  const files = values.file ?? questionFiles();
  const rows = files.flatMap((file) => parseRows(readFileSync(file, "utf8"), file));
  if (rows.length === 0) throw new Error(`không có câu hỏi nào trong ${files.join(", ")}`);

  if (values.llm) return compare(rows, values.json);
  const bot = await createEvaluationAssistant({ now: NOW });
  const ofOffice = await createEvaluationAssistant({ now: NOW, office: await exampleOffice() });
  const bar = progressBar(process.stderr);
  const outcomes: Outcome[] = [];
  const turns: AnsweredTurn[] = [];
  let doors: DoorScore[] = [];
  let heard: HeardScore | undefined;
  try {
    for (const row of rows) {
      outcomes.push({ ...row, ...(await converse(row.office ? ofOffice : bot, row, turns)) });
      bar.show({ step: row.topic, done: outcomes.length, total: rows.length });
    }
    const plain = rows.filter(({ office }) => !office);
    const firstOnes = plain.flatMap(({ turns: [first] }) => (first!.agency ? [] : [first!.text]));
    heard = await compareHeard(bot, plain, bar.show);
    doors = await throughDoors(bot, firstOnes, bar.show);
  } finally {
    bar.end();
    await bot.close();
    await ofOffice.close();
  }

  const card = scorecard(outcomes, bot.figureLockFailures() + ofOffice.figureLockFailures());
  const failed = outcomes.filter((outcome) => outcome.failures.length > 0);
  if (values.json)
    console.log(
      JSON.stringify({ ...card, measures: measures(turns), heard, doors, unseen: unseen(), failed }, null, 2),
    );
  else {
    const shown = values.failures || values.verbose ? failed : [];
    for (const outcome of shown) console.log(`${describe(outcome, values.verbose)}\n`);
    console.log(
      [
        formatScorecard(card),
        formatUnseen(),
        formatMeasures(measures(turns)),
        formatHeard(heard),
        formatDoors(doors),
      ].join("\n\n"),
    );
  }
  if (card.total.share < PASS || card.lockFailures > 0) process.exitCode = 1;
}

async function compare(rows: readonly Row[], asJson: boolean): Promise<void> {
  loadEnvFile(process.env);
  const bar = progressBar(process.stderr);
  const comparison = await compareWithModel(
    rows,
    NOW,
    process.env,
    async (bot, row) => (await converse(bot, row, [])).failures,
    (done) => bar.show({ step: "so sánh", done, total: rows.length }),
  ).finally(bar.end);
  if (!comparison) throw new Error("Chưa đặt LLM_PROVIDER, nên không có mô hình nào để so sánh.");
  console.log(asJson ? JSON.stringify(comparison, null, 2) : formatComparison(comparison));
  if (comparison.spoiled.length > 0 || comparison.lockFailures > 0) process.exitCode = 1;
}

function questionFiles(): string[] {
  const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".jsonl"));
  return names.sort().map((name) => join(import.meta.dirname, name));
}

/** Holds one conversation. A turn that throws, or that the figure lock had to replace, has failed. */
async function converse(
  { assistant, knowledge, figureLockFailures }: TestAssistant,
  { turns, form }: Row,
  answered: AnsweredTurn[],
): Promise<Pick<Outcome, "failures" | "replies">> {
  const failures: string[] = [];
  const replies: string[] = [];
  let conversationId: string | undefined;
  for (const [index, { text, agency, audience, expect }] of turns.entries()) {
    const where = turns.length > 1 ? `lượt ${index + 1}: ` : "";
    const locked = figureLockFailures();
    try {
      const request = { channel: "web", text, agency, audience, conversationId } as const;
      const response = await assistant.answer(request);
      conversationId = response.conversationId;
      const { reply } = response;
      const offered = reply.suggestions.flatMap((label) =>
        knowledge.procedures.filter(({ name }) => name === label).map(({ code }) => code),
      );
      answered.push({
        form,
        expect,
        reply,
        codes: [...reply.procedures.map(({ code }) => code), ...offered],
      });
      failures.push(...check(reply, expect).map((reason) => where + reason));
      replies.push(`${where}${reply.status} ${reply.kind} ${reply.text.replace(/\s+/g, " ")}`);
    } catch (error) {
      failures.push(`${where}lỗi ${error}`);
    }
    if (figureLockFailures() > locked) failures.push(`${where}khóa số liệu đã chặn câu trả lời`);
  }
  return { failures, replies };
}

function describe({ id, form, turns, failures, replies }: Outcome, verbose: boolean): string {
  return [
    `✗ ${id} (${form}) ${turns.map((turn) => turn.text).join(" → ")}`,
    ...failures.map((reason) => `    ${reason}`),
    ...(verbose ? replies.map((reply) => `    > ${reply}`) : []),
  ].join("\n");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
