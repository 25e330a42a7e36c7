import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { rank } from "../../../bot/ranker/rank.ts";
import { WEIGHTS } from "../../../bot/ranker/shipped-weights.ts";
import type { ReadingContext } from "../../../bot/readings/context.ts";
import type { Reader } from "../../../bot/readings/reader.ts";
import { READERS, readAll } from "../../../bot/readings/readings.ts";
import { parseRows } from "../../evaluation/expectation.ts";
import { createEvaluationAssistant } from "../../support/assistant.ts";
import { seeded } from "../../support/random.ts";

const EVALUATION = join(import.meta.dirname, "../../evaluation");
/** One conversation in so many. */
const EVERY = 40;

/** What the readers are given, turn by turn, in conversations of every kind. */
const contexts: ReadingContext[] = [];
beforeAll(async () => {
  const bot = await createEvaluationAssistant({
    now: new Date("2026-11-25T09:00:00+07:00"),
    decide(context) {
      contexts.push(context);
      return undefined;
    },
  });
  const rows = readdirSync(EVALUATION)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) => parseRows(readFileSync(join(EVALUATION, name), "utf8"), name));
  for (const { turns } of rows.filter((_row, i) => i % EVERY === 0)) {
    let conversationId: string | undefined;
    for (const { text, agency, audience } of turns)
      ({ conversationId } = await bot.assistant.answer({
        channel: "web",
        text,
        agency,
        audience,
        conversationId,
      }));
  }
  await bot.close();
}, 120_000);

function shuffled(seed: number): Reader[] {
  const random = seeded(seed);
  const readers = [...READERS];
  for (let i = readers.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [readers[i], readers[j]] = [readers[j]!, readers[i]!];
  }
  return readers;
}

/** Likeliest first, without what an order may be seen by. */
const rankedBy = (context: ReadingContext, readers?: readonly Reader[]) =>
  rank(readAll(context, readers), context, WEIGHTS).map(({ reading, probability }) => ({
    query: reading.query,
    by: [...reading.by].sort(),
    features: reading.features,
    probability: probability.toFixed(9),
  }));

test("the conversations hold several readings and follow-ups, or the test below proves nothing", () => {
  expect(contexts.length).toBeGreaterThan(40);
  expect(contexts.filter((context) => readAll(context).length > 1).length).toBeGreaterThan(30);
  expect(contexts.filter(({ dialogue }) => dialogue.last).length).toBeGreaterThan(2);
});

test.each([
  ["the last first", [...READERS].reverse()],
  ["one order", shuffled(1)],
  ["another order", shuffled(2)],
])("the order of the readers changes nothing: %s", (_name, readers) => {
  expect(readers.map(({ name }) => name)).not.toEqual(READERS.map(({ name }) => name));
  for (const context of contexts)
    expect([context.typed, rankedBy(context, readers)]).toEqual([context.typed, rankedBy(context)]);
});
