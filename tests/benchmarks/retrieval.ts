/** npx tsx tests/benchmarks/retrieval.ts [diacritics] [procedures] [whole] [acts]
 *  How well and how fast procedures are found, against plain BM25 and MiniSearch, and diacritics restored; everything when
 *  nothing is named.
 *  The sets are read from SHARED_DIR (default ../shared beside the project) and are not part of it. Figures for
 *  choosing defaults; nothing is asserted here. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import MiniSearch from "minisearch";
import { exampleFiles, rowsOfFile } from "../../bot/examples/bank.ts";
import { chunkRecords } from "../../ingest/chunker.ts";
import { Bm25Index } from "../../knowledge/bm25.ts";
import { countSyllables, createRestorer } from "../../knowledge/diacritics.ts";
import { shippedModel, similarity } from "../../knowledge/embedding-models/sentence-model.ts";
import { createRecordFinder, vectorsOfNames } from "../../knowledge/record-finder.ts";
import type { Chunk } from "../../knowledge/records.ts";
import { createRetriever } from "../../knowledge/retriever.ts";
import { readTexts } from "../../knowledge/token-corpus.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { buildIndexes } from "./built-indexes.ts";
import { quantile } from "./program.ts";
import {
  type NationalProcedure,
  plain,
  rankAll,
  readBeir,
  readNational,
  type Search,
  success,
  type TestSet,
} from "./retrieval-sets.ts";

const SHARED = process.env.SHARED_DIR ?? fileURLToPath(new URL("../../../shared/", import.meta.url));
const RANKED = 10;

const latencyOf = (milliseconds: readonly number[]) =>
  `${quantile(milliseconds, 0.5).toFixed(2)} / ${quantile(milliseconds, 0.95).toFixed(2)}`;
const percent = (value: number) => (100 * value).toFixed(1);

function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  console.log(`\n${title}`);
  console.log(line(head));
  console.log(`|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`);
  for (const row of rows) console.log(line(row));
}

const skipped = (what: string) =>
  console.log(`\n${what}: skipped, because ${SHARED} doesn't hold it (set SHARED_DIR)`);

const foldedWords = (text: string) => tokenize(text).map((token) => token.folded);

/** Share of the words that come back with their own diacritics after all were taken away. */
function diacritics(law: TestSet | null, national: readonly NationalProcedure[]): void {
  const rows: string[][] = [];
  const measure = (name: string, training: readonly string[], texts: readonly string[]) => {
    const restorer = createRestorer(countSyllables(readTexts(training)));
    let right = 0;
    let all = 0;
    const milliseconds: number[] = [];
    for (const text of texts) {
      const typed = plain(text);
      const startedAt = performance.now();
      const restored = restorer.restore(typed);
      milliseconds.push(performance.now() - startedAt);
      const [expected, got] = [tokenize(text), tokenize(restored)];
      if (expected.length !== got.length) continue;
      expected.forEach((token, i) => {
        if (token.kind !== "word") return;
        all++;
        if (token.text === got[i]!.text) right++;
      });
    }
    rows.push([name, String(all), `${((100 * right) / all).toFixed(2)} %`, latencyOf(milliseconds)]);
  };
  const held = <T>(list: readonly T[], out: boolean) => list.filter((_item, i) => (i % 10 === 3) === out);
  if (law) {
    const texts = law.documents.map(({ title, text }) => `${title}\n${text}`);
    measure(
      "questions on statutes, from the statutes",
      texts,
      law.questions.map(({ text }) => text),
    );
    measure(
      "every 10th statute, from the others",
      held(texts, false),
      held(texts, true).join("\n").split("\n"),
    );
  }
  if (national.length > 0) {
    const texts = national.map(textOfProcedure);
    measure(
      "every 10th procedure, from the others",
      held(texts, false),
      held(texts, true).join("\n").split("\n"),
    );
  }
  printTable("Restored diacritics", ["texts", "words", "right", "p50 / p95 ms"], rows);
}

const textOfProcedure = ({ name, steps, documents, result, requirements }: NationalProcedure) =>
  [name, steps, ...(documents ?? []).map((document) => document.name), ...(result ?? []), requirements]
    .filter(Boolean)
    .join("\n");

/** As the ingest cuts imported procedures (the beginnings of their parts) or, if `whole`, reviewed ones. */
function chunksOf(procedures: readonly NationalProcedure[], whole: boolean): Promise<Chunk[]> {
  const lines = (text: string | null) => (text ?? "").split("\n").filter((line) => line.trim() !== "");
  const records = procedures.map((row) => {
    const cases = new Map<string, { text: string }[]>();
    for (const document of row.documents ?? [])
      cases.set(document.case ?? "", [...(cases.get(document.case ?? "") ?? []), { text: document.name }]);
    return {
      code: row.code,
      name: row.name,
      aliases: [],
      keywords: [],
      description: null,
      reviewed: whole,
      field: row.field ?? "",
      place: row.agency ?? "",
      steps: lines(row.steps),
      conditions: lines(row.requirements),
      notes: [],
      result: row.result ?? [],
      documents: [...cases].map(([name, items]) => ({ case: name, items })),
    };
  });
  const none = { tasks: [], targets: [], duties: [], passages: [], facts: [], agencies: [] };
  return chunkRecords({ ...none, procedures: records } as unknown as Parameters<typeof chunkRecords>[0]);
}

async function procedures(whole: boolean): Promise<void> {
  const set = readNational(join(SHARED, "tthc"));
  if (!set) return skipped("Procedures");
  const chunks = await chunksOf(set.procedures, whole);
  const { parts, ...built } = await buildIndexes(chunks);
  const finderStartedAt = performance.now();
  const records = set.procedures.map(({ code, name }) => ({ id: code, names: [name] }));
  const model = shippedModel();
  const finder = createRecordFinder({
    ...parts,
    records,
    model,
    nameVectors: vectorsOfNames(records, model),
  });
  const finderMs = performance.now() - finderStartedAt;
  const retriever = createRetriever({ ...parts, procedures: finder });
  const codes = set.procedures.map(({ code }) => code);
  const names = Bm25Index.build(set.procedures.map(({ name }) => foldedWords(name)));
  const everything = Bm25Index.build(set.procedures.map((row) => foldedWords(textOfProcedure(row))));
  const mini = new MiniSearch({ fields: ["name", "text"], searchOptions: { boost: { name: 5 } } });
  mini.addAll(set.procedures.map((row, id) => ({ id, name: row.name, text: textOfProcedure(row) })));
  const systems: [string, Search][] = [
    [
      "BM25, folded words of the name",
      (text) => names.top(foldedWords(text), RANKED).map((hit) => codes[hit.document]!),
    ],
    [
      "BM25, folded words of everything",
      (text) => everything.top(foldedWords(text), RANKED).map((hit) => codes[hit.document]!),
    ],
    [
      "MiniSearch, name × 5",
      (text) =>
        mini
          .search(text)
          .slice(0, RANKED)
          .map((hit) => codes[hit.id]!),
    ],
    [
      "ours, chunks",
      async (text) => [
        ...new Set((await retriever.search(text, { limit: 5 * RANKED })).map((hit) => hit.chunk.recordId)),
      ],
    ],
    ["ours, record finder", (text) => finder.find(text, { limit: RANKED }).map((hit) => hit.id)],
  ];
  const rows: string[][] = [];
  for (const [kind, questions] of Object.entries(set.questions)) {
    for (const [name, search] of systems) {
      const { average, milliseconds } = await rankAll(questions, search);
      const at = (k: number) => percent(average((ranking, relevant) => success(ranking, relevant, k)));
      rows.push([`${kind} (${questions.length})`, name, at(1), at(5), at(10), latencyOf(milliseconds)]);
    }
  }
  printTable(
    `Procedures${whole ? ", whole texts" : ""}: ${codes.length} records, ${chunks.length} chunks; built in ${built.buildSeconds.toFixed(0)} s, ${built.megabytes.toFixed(0)} MB, opened in ${built.openSeconds.toFixed(2)} s + finder ${finderMs.toFixed(0)} ms`,
    ["questions", "system", "first %", "in 5 %", "in 10 %", "p50 / p95 ms"],
    rows,
  );
  const milliseconds: number[] = [];
  for (const text of set.others) {
    const startedAt = performance.now();
    await retriever.search(text);
    milliseconds.push(performance.now() - startedAt);
  }
  console.log(
    `${set.others.length} questions of citizens over all chunks: ${latencyOf(milliseconds)} ms (p50 / p95); memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB with the rivals' indexes`,
  );
}

/** Is the nearest example of other authors of the same act? */
function acts(): void {
  const rows = exampleFiles().flatMap(({ author, content }) =>
    rowsOfFile(content).map(({ text, act }) => ({ author, act, vector: shippedModel().embed(text) })),
  );
  const authors = [...new Set(rows.map(({ author }) => author))];
  printTable(
    "Acts of speech by the nearest example of another author",
    ["author left out", "examples", "right %"],
    authors.map((author) => {
      const own = rows.filter((row) => row.author === author);
      const others = rows.filter((row) => row.author !== author);
      const right = own.filter(({ act, vector }) => {
        const near = others.map((row) => similarity(vector, row.vector));
        return others[near.indexOf(Math.max(...near))]!.act === act;
      });
      return [author, String(own.length), percent(right.length / own.length)];
    }),
  );
}

const SECTIONS: Record<string, () => void | Promise<void>> = {
  diacritics: () => {
    const statutes = join(SHARED, "retrieval/vnlaw-union");
    const law = existsSync(statutes) ? readBeir(statutes) : null;
    const national = readNational(join(SHARED, "tthc"))?.procedures ?? [];
    return law || national.length > 0 ? diacritics(law, national) : skipped("Diacritics");
  },
  procedures: () => procedures(false),
  whole: () => procedures(true),
  acts,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !SECTIONS[name]);
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(", ")}; choose from ${Object.keys(SECTIONS).join(", ")}`);
  process.exitCode = 2;
} else {
  for (const [name, run] of Object.entries(SECTIONS))
    if (asked.length === 0 || asked.includes(name)) await run();
}
