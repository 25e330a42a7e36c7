/** Asks a part of the evaluation's questions through every door and counts the answers that carry the same facts. */
import type { TestAssistant } from "../support/assistant.ts";
import { missing } from "../support/doors/door.ts";
import { DOORS } from "../support/doors/index.ts";

export interface DoorScore {
  name: string;
  n: number;
  right: number;
}

/** Every so-manieth question, so that all topics are among them. */
const STEP = 6;

export async function throughDoors(
  bot: TestAssistant,
  questions: readonly string[],
  onProgress: (progress: { step: string; done: number; total: number }) => void,
): Promise<DoorScore[]> {
  const asked = questions.filter((_question, i) => i % STEP === 0);
  const scores: DoorScore[] = [];
  for (const kind of DOORS) {
    const door = await kind.open(bot);
    let right = 0;
    try {
      for (const [i, question] of asked.entries()) {
        const { reply } = await bot.assistant.answer({ text: question, channel: "cli" });
        const got = await door.ask(question);
        if (missing(got, reply, kind).length === 0) right++;
        onProgress({ step: `cửa ${kind.name}`, done: i + 1, total: asked.length });
      }
    } finally {
      await door.close();
    }
    scores.push({ name: kind.name, n: asked.length, right });
  }
  return scores;
}

export const formatDoors = (scores: readonly DoorScore[]): string =>
  [
    "same facts through each door",
    ...scores.map(
      ({ name, n, right }) =>
        `${name.padEnd(14)} ${String(n).padStart(5)} ${String(right).padStart(6)} ${((100 * right) / n).toFixed(1).padStart(7)}`,
    ),
  ].join("\n");
