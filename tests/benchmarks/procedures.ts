/** npx tsx tests/benchmarks/procedures.ts [--failures]
 *  The national set of procedures behind the whole assistant: is the right one answered or offered, how fast, in how
 *  much memory. Set and questions are read from SHARED_DIR (default ../shared beside the project). */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAssistant } from "../../bot/assistant.ts";
import type { Reply } from "../../bot/reply.ts";
import { createSqliteStore } from "../../bot/state/sqlite-store.ts";
import { ensureKnowledge } from "../../ingest/pipeline.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";

const SHARED = process.env.SHARED_DIR ?? fileURLToPath(new URL("../../../shared/", import.meta.url));
const NATIONAL = join(SHARED, "tthc/procedures.jsonl.gz");

interface Question {
  question: string;
  codes?: string[];
  set: string;
  template_from_title?: boolean;
}

interface Outcome {
  set: string;
  /** Place of the right procedure among those answered or offered; Infinity when it is not among them. */
  place: number;
  ms: number;
}

/** Suffixes tell issuers of one national procedure apart. */
const national = (code: string) => code.replace(/\.[A-Z]\d+$/, "");

async function main(): Promise<void> {
  if (!existsSync(NATIONAL)) {
    console.error(`${NATIONAL} is not there: nothing is measured`);
    return;
  }
  const root = await mkdtemp(join(tmpdir(), "tro-ly-so-"));
  try {
    const started = performance.now();
    const knowledge = await ensureKnowledge({ root, extra: [{ path: NATIONAL, from: "setting" }] });
    const buildSeconds = (performance.now() - started) / 1000;
    let lockFailures = 0;
    const store = createSqliteStore(":memory:");
    const assistant = createAssistant({
      knowledge,
      store,
      retentionDays: 30,
      handoffContact: "",
      onLockFailure: () => lockFailures++,
    });
    const byName = new Map<string, string[]>();
    for (const { name, code } of knowledge.procedures) byName.set(name, [...(byName.get(name) ?? []), code]);
    const codesOf = (reply: Reply) => [
      ...reply.procedures.map(({ code }) => code),
      ...reply.suggestions.flatMap((label) => byName.get(label) ?? []),
    ];
    const rows = (await readFile(join(SHARED, "tthc/questions.dev.jsonl"), "utf8"))
      .normalize("NFC")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Question)
      .filter((row) => row.codes && row.codes.length > 0 && row.set !== "router_examples");
    const outcomes: Outcome[] = [];
    for (const { question, codes, set, template_from_title: isTitle } of rows) {
      const name = isTitle ? "wording of the title" : (set.split("/")[0] as string);
      for (const [variant, text] of [
        [name, question],
        [`${name}, no diacritics`, fold(question)],
      ] as const) {
        const asked = performance.now();
        const { reply } = await assistant.answer({ text, channel: "web" });
        const place = codesOf(reply).findIndex((code) => codes!.includes(national(code)));
        outcomes.push({ set: variant, place: place < 0 ? Infinity : place, ms: performance.now() - asked });
        if (place !== 0 && process.argv.includes("--failures"))
          console.log(
            `${text} | ${codes!.join()} | ${place} | ${reply.status} ${codesOf(reply).slice(0, 3)}`,
          );
      }
    }
    store.close();
    print(outcomes);
    const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * times.length)]!.toFixed(1);
    console.log(`${knowledge.procedures.length} procedures, built in ${buildSeconds.toFixed(1)} s`);
    console.log(`answer p50 ${at(0.5)} ms, p95 ${at(0.95)} ms; figure-lock failures ${lockFailures}`);
    console.log(`memory (RSS) ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB, building included`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function print(outcomes: readonly Outcome[]): void {
  console.log("| questions | n | answered or offered first | in three | in five |\n|---|---|---|---|---|");
  for (const set of [...new Set(outcomes.map((row) => row.set))].sort()) {
    const places = outcomes.filter((row) => row.set === set).map((row) => row.place);
    const share = (within: number) =>
      ((100 * places.filter((place) => place < within).length) / places.length).toFixed(1);
    console.log(`| ${set} | ${places.length} | ${share(1)} % | ${share(3)} % | ${share(5)} % |`);
  }
}

await main();
