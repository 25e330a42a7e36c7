/** Patterns that were found safe before: a verdict depends on the pattern and on how it is found alone, and finding all of
 *  them takes minutes. `npm run soak -- patterns` analyses every pattern and writes the list. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { identityOf, type Pattern } from "./collect.ts";

const FILE = new URL("./known-safe.json", import.meta.url);
const METHOD = ["./analyse.ts", "./attack.ts", "../../../node_modules/recheck/package.json"];

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);
/** Another way of finding makes every verdict void. */
const method = (): string =>
  hashOf(METHOD.map((file) => readFileSync(new URL(file, import.meta.url), "utf8")).join("\0"));

export const keyOf = (pattern: Pattern): string => hashOf(identityOf(pattern));

/** Keys; none when they were found in another way. */
export function readKnownSafe(): ReadonlySet<string> {
  const known = JSON.parse(readFileSync(FILE, "utf8")) as { method: string; patterns: string[] };
  return new Set(known.method === method() ? known.patterns : []);
}

export const writeKnownSafe = (patterns: readonly Pattern[]): void =>
  writeFileSync(
    FILE,
    `${JSON.stringify({ method: method(), patterns: [...new Set(patterns.map(keyOf))].sort() }, null, 1)}\n`,
  );
