/** The same questions without and with the language model that the settings name: what it mends, what it spoils, what it
 *  takes. */
import { openLanguageModel } from "../../channels/open-language-model.ts";
import { loadConfig } from "../../config.ts";
import { createEvaluationAssistant, type TestAssistant } from "../support/assistant.ts";
import type { Row } from "./expectation.ts";

export interface Comparison {
  model: string;
  questions: number;
  rightWithout: number;
  rightWith: number;
  /** Ids of conversations. */
  mended: string[];
  spoiled: string[];
  /** Answers in which the model had a hand. */
  opened: number;
  /** "phrase rejected figure_written" → how often. */
  outcomes: Record<string, number>;
  calls: number;
  seconds: number;
  inputTokens: number;
  outputTokens: number;
  cost: number;
  lockFailures: number;
}

type Converse = (bot: TestAssistant, row: Row) => Promise<readonly string[]>;

/** Undefined when no model is set. `converse` holds one conversation and gives the reasons why it failed. */
export async function compareWithModel(
  rows: readonly Row[],
  now: Date,
  environment: Readonly<Record<string, string | undefined>>,
  converse: Converse,
  onProgress: (done: number) => void = () => {},
): Promise<Comparison | undefined> {
  const outcomes: Record<string, number> = {};
  const sums = { calls: 0, seconds: 0, inputTokens: 0, outputTokens: 0, cost: 0 };
  const model = await openLanguageModel(loadConfig(environment), {
    onCall(call) {
      sums.calls++;
      sums.seconds += call.durationMs / 1000;
      sums.inputTokens += call.inputTokens;
      sums.outputTokens += call.outputTokens;
      sums.cost += call.cost;
    },
    onOutcome({ purpose, outcome, codes }) {
      for (const code of codes.length > 0 ? codes : [""]) {
        const key = `${purpose} ${outcome} ${code}`.trim();
        outcomes[key] = (outcomes[key] ?? 0) + 1;
      }
    },
  });
  if (!model) return undefined;
  const without = await createEvaluationAssistant({ now });
  const withIt = await createEvaluationAssistant({ now, model });
  const mended: string[] = [];
  const spoiled: string[] = [];
  let rightWithout = 0;
  let rightWith = 0;
  try {
    for (const [done, row] of rows.entries()) {
      const before = (await converse(without, row)).length === 0;
      const after = (await converse(withIt, row)).length === 0;
      rightWithout += Number(before);
      rightWith += Number(after);
      if (after && !before) mended.push(row.id);
      if (before && !after) spoiled.push(row.id);
      onProgress(done + 1);
    }
  } finally {
    await without.close();
    await withIt.close();
  }
  const opened = Object.entries(outcomes)
    .filter(([key]) => / (?:used|cached)$/.test(key))
    .reduce((sum, [, count]) => sum + count, 0);
  return {
    model: model.model.name,
    questions: rows.length,
    rightWithout,
    rightWith,
    mended,
    spoiled,
    opened,
    outcomes,
    ...sums,
    lockFailures: withIt.figureLockFailures(),
  };
}

export function formatComparison(row: Comparison): string {
  const share = (right: number) =>
    `${right} / ${row.questions} (${((100 * right) / row.questions).toFixed(1)} %)`;
  return [
    `model: ${row.model}`,
    `right without it: ${share(row.rightWithout)}; with it: ${share(row.rightWith)}`,
    `mended: ${row.mended.join(", ") || "none"}`,
    `spoiled: ${row.spoiled.join(", ") || "none"}`,
    `answers it had a hand in: ${row.opened}; figure-lock failures: ${row.lockFailures}`,
    ...Object.entries(row.outcomes)
      .sort(([, a], [, b]) => b - a)
      .map(([key, count]) => `  ${key}: ${count}`),
    `calls: ${row.calls}, ${row.seconds.toFixed(1)} s, tokens in ${row.inputTokens}, out ${row.outputTokens}, cost ${row.cost.toFixed(4)}`,
  ].join("\n");
}
