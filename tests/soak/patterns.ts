/** Every pattern of the sources, analysed anew; those that are safe are written down, and `npm test` takes them from there. */
import { availableParallelism } from "node:os";
import { progressBar } from "../../ingest/progress-bar.ts";
import { ENTRY_POINTS } from "../support/entry-points.ts";
import { analyse } from "../support/regular-expressions/analyse.ts";
import { inArenas } from "../support/regular-expressions/attack.ts";
import { isBounded } from "../support/regular-expressions/bounded.ts";
import { collectPatterns, distinctOf } from "../support/regular-expressions/collect.ts";
import { writeKnownSafe } from "../support/regular-expressions/known-safe.ts";

/** What is slow, a line each. */
export async function run(): Promise<string[]> {
  const patterns = distinctOf((await collectPatterns(ENTRY_POINTS)).patterns).filter(
    (pattern) => !isBounded(pattern),
  );
  const bar = progressBar(process.stderr);
  let done = 0;
  const verdicts = await inArenas(patterns, availableParallelism(), async (pattern, arena) => {
    const verdict = await analyse(pattern, arena);
    bar.show({ step: "patterns", done: ++done, total: patterns.length });
    return verdict;
  }).finally(bar.end);
  writeKnownSafe(patterns.filter((_pattern, i) => verdicts[i]!.kind === "safe"));
  console.log(`${patterns.length} patterns analysed`);
  return patterns.flatMap(({ site, source, flags }, i) => {
    const verdict = verdicts[i]!;
    return verdict.kind === "safe" ? [] : [`${site}: /${source}/${flags} is slow on ${verdict.on}`];
  });
}
