/** npm run bench:store: bytes of the store a turn, what a purge does to those who ask meanwhile, and what it gives back.
 *  Figures for docs/evaluation.md; nothing is asserted here. */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import { assistantOver, shippedKnowledge } from "../support/assistant.ts";
import { quantile, questionsOfTheEvaluation } from "./program.ts";

const TURNS = 2000;
const TURNS_A_CONVERSATION = 4;
const DAY_MS = 24 * 60 * 60 * 1000;

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tro-ly-so-bench-store-"));
  const file = join(folder, "conversations.sqlite");
  const sizeOf = async () =>
    (await Promise.all(["", "-wal"].map((suffix) => stat(file + suffix).catch(() => ({ size: 0 }))))).reduce(
      (sum, { size }) => sum + size,
      0,
    );
  try {
    const texts = await questionsOfTheEvaluation();
    const knowledge = await shippedKnowledge();
    const startedAt = performance.now();
    const store = await openSqliteStore(file);
    const openMs = performance.now() - startedAt;
    let now = new Date("2026-11-25T09:00:00+07:00");
    const assistant = assistantOver(knowledge, store, { now: () => now });
    async function ask(number: number, conversationId: string | undefined): Promise<string> {
      const isOfficer = Math.floor(number / TURNS_A_CONVERSATION) % 2 === 0;
      const answer = await assistant.answer({
        text: texts[(number * 7) % texts.length]!,
        channel: "web",
        audience: isOfficer ? "officer" : "citizen",
        ...(conversationId === undefined ? {} : { conversationId }),
      });
      return answer.conversationId;
    }
    let conversationId: string | undefined;
    for (let i = 0; i < TURNS; i++)
      conversationId = await ask(i, i % TURNS_A_CONVERSATION === 0 ? undefined : conversationId);
    const grown = await sizeOf();

    now = new Date(now.getTime() + 31 * DAY_MS);
    const alone = await asked(200, ask);
    const delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
    const purgedAt = performance.now();
    let isPurging = true;
    const purging = store
      .purge({ now: now.getTime(), before: now.getTime() - 30 * DAY_MS, evenIfUnusual: true })
      .finally(() => {
        isPurging = false;
      });
    const beside: number[] = [];
    while (isPurging) beside.push(...(await asked(1, ask)));
    const { deleted } = await purging;
    delays.disable();
    const purgeMs = performance.now() - purgedAt;
    const after = await sizeOf();
    await store.close();

    console.log("| measure | figure |\n|---|---|");
    const line = (name: string, value: string) => console.log(`| ${name} | ${value} |`);
    const ms = (value: number) => `${value.toFixed(1)} ms`;
    line("first opening of a store in the process", ms(openMs));
    line(`bytes of file a turn, ${TURNS} turns of officers and citizens`, String(Math.round(grown / TURNS)));
    line(`purge of ${deleted} conversations beside questions`, ms(purgeMs));
    line("answer p50 / p95 without a purge", `${ms(quantile(alone, 0.5))} / ${ms(quantile(alone, 0.95))}`);
    line("answer p50 / p95 during it", `${ms(quantile(beside, 0.5))} / ${ms(quantile(beside, 0.95))}`);
    line("longest delay of the event loop during it", ms(delays.max / 1e6));
    line("file before / after", `${(grown / 2 ** 20).toFixed(1)} MB / ${(after / 2 ** 20).toFixed(1)} MB`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function asked(
  count: number,
  ask: (number: number, conversationId: undefined) => Promise<string>,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const startedAt = performance.now();
    await ask(i * 13, undefined);
    times.push(performance.now() - startedAt);
  }
  return times;
}

await main();
