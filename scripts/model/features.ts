/** npx tsx scripts/model/features.ts IN OUT
 *  IN/read/pairs.jsonl and IN/taught/taught.jsonl → what the training reads: the vocabulary, and each text as features.
 *  Queries and taught sentences are written three times: as they are, without diacritics, and spoiled as people type.
 *  Same files, same bytes. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  featuresOfPair,
  featuresOfToken,
  hashOfFeature,
  visitUnits,
  weightOf,
  windowsOf,
} from "../../knowledge/embedding-models/sentence-features.ts";
import { readTexts } from "../../knowledge/token-corpus.ts";
import { plain } from "../../tests/benchmarks/retrieval-sets.ts";
import { createRandom } from "../../tests/knowledge/vietnamese/random.ts";
import { spoil } from "./spoil.ts";

/** How many features of each kind are kept, the most widespread first, and in how many texts at least. */
const KEPT = { word: 12_000, plainWord: 7000, pair: 48_000, plainPair: 10_000, gram: 7000 } as const;
const FEWEST_TEXTS = 4;
/** A short text says more of how people ask than a long one. */
const QUERY_WEIGHT = 3;
const SEED = 11;

type Kind = keyof typeof KEPT;
const kindOf = (name: string): Kind =>
  name[0] === "#"
    ? "gram"
    : name[0] === "~"
      ? name.includes("_")
        ? "plainPair"
        : "plainWord"
      : name.includes("_")
        ? "pair"
        : "word";

const linesOf = (path: string) =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const [from, to] = process.argv.slice(2);
if (!from || !to) throw new Error("npx tsx scripts/model/features.ts IN OUT");
mkdirSync(to, { recursive: true });
const pairs: { query: string; passage: string }[] = linesOf(join(from, "read/pairs.jsonl"));
const taught: { text: string }[] = linesOf(join(from, "taught/taught.jsonl"));
const random = createRandom(SEED);
const queries = pairs.map(({ query }) => query);
const sentences = taught.map(({ text }) => text);
/** Passages are read window by window, as the index does (windowsOf). */
const windows: string[] = [];
const windowsOfPassage = new Map<string, readonly [from: number, to: number]>();
for (const { passage } of pairs) {
  if (windowsOfPassage.has(passage)) continue;
  const from = windows.length;
  windows.push(...windowsOf(passage));
  windowsOfPassage.set(passage, [from, windows.length]);
}
const lists: Record<string, string[]> = {
  queries,
  queries_plain: queries.map(plain),
  queries_spoiled: queries.map((text) => spoil(text, random)),
  sentences,
  sentences_plain: sentences.map(plain),
  sentences_spoiled: sentences.map((text) => spoil(text, random)),
  windows,
};
console.error(
  Object.entries(lists)
    .map(([name, list]) => `${name} ${list.length}`)
    .join(", "),
);

const corpus = readTexts(Object.values(lists).flat());
const ofToken = corpus.tokens.map((token, i) => (i === 0 ? [] : featuresOfToken(token)));
const size = corpus.tokens.length;
const featuresOf = new Map<number, string[]>();
const keyOfPair = (first: number, second: number) => first * size + second;
function namesOf(key: number): string[] {
  if (key < size) return ofToken[key]!;
  let names = featuresOf.get(key);
  if (!names) {
    names = featuresOfPair(corpus.tokens[Math.floor(key / size)]!, corpus.tokens[key % size]!);
    featuresOf.set(key, names);
  }
  return names;
}
function unitsOf(text: Uint32Array): Map<number, number> {
  const units = new Map<number, number>();
  const add = (key: number) => units.set(key, (units.get(key) ?? 0) + 1);
  visitUnits(text, add, (first, second) => add(keyOfPair(first, second)));
  return units;
}

/** Texts of the clean lists are counted; the spoiled ones would fill the vocabulary with misspellings. */
const counts = new Map<string, number>();
let at = 0;
let counted = 0;
for (const [name, list] of Object.entries(lists)) {
  const weight = name === "windows" ? 1 : name === "queries" || name === "sentences" ? QUERY_WEIGHT : 0;
  for (let i = 0; i < list.length; i++, at++) {
    if (weight === 0) continue;
    counted += weight;
    const names = new Set<string>();
    for (const key of unitsOf(corpus.texts[at]!).keys()) for (const name of namesOf(key)) names.add(name);
    for (const feature of names) counts.set(feature, (counts.get(feature) ?? 0) + weight);
  }
}
const byKind = new Map<Kind, [string, number][]>();
for (const entry of counts) {
  if (entry[1] < FEWEST_TEXTS) continue;
  const kind = kindOf(entry[0]);
  const list = byKind.get(kind);
  if (list) list.push(entry);
  else byKind.set(kind, [entry]);
}
const chosen: { hash: number; name: string; idf: number }[] = [];
const hashes = new Set<number>();
for (const [kind, list] of byKind) {
  list.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [name, count] of list.slice(0, KEPT[kind])) {
    const hash = hashOfFeature(name);
    if (hashes.has(hash)) continue;
    hashes.add(hash);
    chosen.push({ hash, name, idf: Math.log(1 + counted / count) });
  }
  console.error(kind, list.length);
}
chosen.sort((a, b) => a.hash - b.hash);
const numbers = new Map(chosen.map(({ name }, i) => [name, i]));
writeFileSync(
  join(to, "hashes.u32"),
  Uint32Array.from(chosen, ({ hash }) => hash),
);
writeFileSync(
  join(to, "idf.f32"),
  Float32Array.from(chosen, ({ idf }) => idf),
);
writeFileSync(join(to, "names.json"), JSON.stringify(chosen.map(({ name }) => name)));
const known = new Map<number, number[]>();
function numbersOf(key: number): number[] {
  let list = known.get(key);
  if (!list) {
    list = namesOf(key).flatMap((name) => numbers.get(name) ?? []);
    known.set(key, list);
  }
  return list;
}

function write(name: string, texts: readonly Uint32Array[]): void {
  const ends = new Uint32Array(texts.length + 1);
  const features: number[] = [];
  const values: number[] = [];
  texts.forEach((text, i) => {
    const row = new Map<number, number>();
    for (const [key, count] of unitsOf(text))
      for (const number of numbersOf(key)) row.set(number, (row.get(number) ?? 0) + weightOf(count));
    for (const [number, value] of row) {
      features.push(number);
      values.push(value * chosen[number]!.idf);
    }
    ends[i + 1] = features.length;
  });
  writeFileSync(join(to!, `${name}.ends.u32`), ends);
  writeFileSync(join(to!, `${name}.features.u32`), Uint32Array.from(features));
  writeFileSync(join(to!, `${name}.values.f32`), Float32Array.from(values));
}

let start = 0;
for (const [name, list] of Object.entries(lists)) {
  write(name, corpus.texts.slice(start, start + list.length));
  start += list.length;
}
writeFileSync(
  join(to, "windows-of-query.u32"),
  Uint32Array.from(pairs.flatMap(({ passage }) => windowsOfPassage.get(passage)!)),
);
