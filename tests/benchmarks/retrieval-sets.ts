/** Test sets of the retrieval benchmark, the ways in which their questions are typed, and what is measured. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createRandom } from "../knowledge/vietnamese/random.ts";

export interface Question {
  id: string;
  text: string;
  /** Ids of what answers it. */
  relevant: ReadonlySet<string>;
}

export interface TestSet {
  documents: { id: string; title: string; text: string }[];
  questions: Question[];
}

/** Throws an Error that names file and line. */
function rowsOf(path: string, fields: readonly string[]): Record<string, string>[] {
  const lines = linesOf(path);
  return lines.flatMap((line, i) => {
    if (line.trim() === "") return [];
    let row: Record<string, string>;
    try {
      row = JSON.parse(line);
    } catch {
      throw new Error(`${path}:${i + 1}: not JSON`);
    }
    const missing = fields.find((field) => typeof row[field] !== "string");
    if (missing) throw new Error(`${path}:${i + 1}: no text in "${missing}"`);
    return [row];
  });
}

const linesOf = (path: string) => {
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  return readFileSync(path, "utf8").split("\n");
};

/** A set in BEIR form; questions without a document in the corpus are left out. Throws an Error that names the file. */
export function readBeir(directory: string): TestSet {
  const documents = rowsOf(join(directory, "corpus.jsonl"), ["_id", "text"]).map((row) => ({
    id: row._id!,
    title: row.title ?? "",
    text: row.text!,
  }));
  const known = new Set(documents.map(({ id }) => id));
  const relevant = new Map<string, Set<string>>();
  for (const line of linesOf(join(directory, "qrels.tsv"))) {
    // The heading, too, has no number in its third column.
    const [question, document, score] = line.trim().split("\t");
    if (!(Number(score) > 0) || !known.has(document!)) continue;
    relevant.set(question!, (relevant.get(question!) ?? new Set()).add(document!));
  }
  const questions = rowsOf(join(directory, "queries.jsonl"), ["_id", "text"]).flatMap((row) => {
    const documents = relevant.get(row._id!);
    return documents ? [{ id: row._id!, text: row.text!, relevant: documents }] : [];
  });
  if (questions.length === 0) throw new Error(`${directory}: no question has a document in the corpus`);
  return { documents, questions };
}

/** Fields of a national procedure record that are searched. */
export interface NationalProcedure {
  code: string;
  name: string;
  field: string | null;
  agency: string | null;
  steps: string | null;
  documents: { case: string | null; name: string }[] | null;
  result: string[] | null;
  requirements: string | null;
}

export interface NationalSet {
  procedures: NationalProcedure[];
  /** Questions with the code of a procedure of the set, by kind. */
  questions: Record<"written by people" | "written by a model" | "title in a frame", Question[]>;
  /** Citizens' own, without an answer here: for latency. */
  others: string[];
}

/** Null when the folder is not there. */
export function readNational(directory: string): NationalSet | null {
  const path = join(directory, "procedures.jsonl.gz");
  if (!existsSync(path)) return null;
  const procedures = gunzipSync(readFileSync(path))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as NationalProcedure);
  const known = new Set(procedures.map(({ code }) => code));
  const set: NationalSet = {
    procedures,
    questions: { "written by people": [], "written by a model": [], "title in a frame": [] },
    others: [],
  };
  for (const row of readFileSync(join(directory, "questions.dev.jsonl"), "utf8").trim().split("\n")) {
    const { id, question, codes, set: origin, template_from_title } = JSON.parse(row);
    const relevant = new Set<string>((codes ?? []).filter((code: string) => known.has(code)));
    if (relevant.size === 0) {
      set.others.push(question);
      continue;
    }
    const kind = template_from_title
      ? "title in a frame"
      : origin === "router_examples"
        ? "written by a model"
        : "written by people";
    set.questions[kind].push({ id, text: question, relevant });
  }
  return set;
}

/** Without diacritics, case kept. */
export const plain = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

/** 30 % of the words without diacritics, in 3 % two letters swapped. */
export function noisy(texts: readonly string[], seed = 7): string[] {
  const random = createRandom(seed);
  const spoil = (word: string): string => {
    if (!/\p{L}/u.test(word)) return word;
    const letters = [...(random.below(100) < 30 ? plain(word) : word.normalize("NFC"))];
    if (random.below(100) < 3 && letters.length > 1) {
      const at = random.below(letters.length - 1);
      [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
    }
    return letters.join("");
  };
  return texts.map((text) => text.split(/(\s+)/).map(spoil).join(""));
}

/** Ids, best first. */
export type Search = (question: string) => string[] | Promise<string[]>;

/** Asks one question after the other: the mean of a figure of their rankings, and how long each took. */
export async function rankAll(questions: readonly Question[], search: Search) {
  const rankings: string[][] = [];
  const milliseconds: number[] = [];
  for (const { text } of questions) {
    const startedAt = performance.now();
    rankings.push(await search(text));
    milliseconds.push(performance.now() - startedAt);
  }
  const average = (figure: (ranking: string[], relevant: ReadonlySet<string>) => number) =>
    mean(rankings.map((ranking, i) => figure(ranking, questions[i]!.relevant)));
  return { average, milliseconds };
}

/** Share of the relevant documents among the first k. */
export const recall = (ranking: readonly string[], relevant: ReadonlySet<string>, k: number) =>
  ranking.slice(0, k).filter((id) => relevant.has(id)).length / relevant.size;

/** Is any relevant document among the first k? */
export const success = (ranking: readonly string[], relevant: ReadonlySet<string>, k: number) =>
  Number(ranking.slice(0, k).some((id) => relevant.has(id)));

/** 1 ÷ place of the first relevant document among the first k; 0 when there is none. */
export function reciprocalRank(ranking: readonly string[], relevant: ReadonlySet<string>, k: number): number {
  const place = ranking.slice(0, k).findIndex((id) => relevant.has(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

/** Normalised discounted cumulative gain, every relevant document worth the same. */
export function ndcg(ranking: readonly string[], relevant: ReadonlySet<string>, k: number): number {
  const discount = (rank: number) => 1 / Math.log2(rank + 2);
  const sum = (ranks: number[]) => ranks.reduce((total, rank) => total + discount(rank), 0);
  const gained = sum(ranking.slice(0, k).flatMap((id, rank) => (relevant.has(id) ? [rank] : [])));
  return gained / sum(Array.from({ length: Math.min(k, relevant.size) }, (_value, rank) => rank));
}

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
