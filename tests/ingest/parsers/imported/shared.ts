/** Real data that is not part of the project: the directory SHARED_DIR (default ../shared) holds it. Tests that need it
 *  are skipped where it is absent, and say so. */
import { existsSync } from "node:fs";
import { join } from "node:path";

export const DIRECTORY = join(process.env.SHARED_DIR ?? "../shared", "tthc");
export const present = existsSync(join(DIRECTORY, "procedures.jsonl.gz"));
export const reason = present ? "" : ` (skipped: ${DIRECTORY} is absent)`;

/** How often each key comes, most frequent first. */
export const tally = (keys: Iterable<string>): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort((a, b) => b[1] - a[1]));
};
