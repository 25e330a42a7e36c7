/** npm run bench:retrieval -- DIR [--no-diacritics | --noise] [--rivals] [--server URL [--prefix WORDS]] [--json]
 *  How well and how fast texts are found in a folder of BEIR form: corpus.jsonl {_id, title?, text}, queries.jsonl
 *  {_id, text}, qrels.tsv (query, document, score). Each system is built and asked in a process of its own, so that
 *  times and memory are its own. BM25 is the plain one, over syllables as they are written; the hybrid is what the
 *  assistant uses. --rivals adds MiniSearch, --server another embedding model behind a server that speaks OpenAI's
 *  protocol, alone and with the words (--prefix "query: ,passage: " is put before queries and documents).
 *  --no-diacritics asks without them, --noise with 30 % of the words without them and letters swapped in 3 %.
 *  Exit status: 0 measured, 2 bad arguments or a bad file. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import MiniSearch from "minisearch";
import { progressBar } from "../../ingest/progress-bar.ts";
import { Bm25Index } from "../../knowledge/bm25.ts";
import { connectEmbeddings } from "../../knowledge/embedding-models/providers.ts";
import { openNeuralIndex } from "../../knowledge/neural-index.ts";
import { createRetriever } from "../../knowledge/retriever.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { buildIndexes } from "./built-indexes.ts";
import { quantile } from "./program.ts";
import {
  ndcg,
  noisy,
  plain,
  type Question,
  rankAll,
  readBeir,
  recall,
  reciprocalRank,
  type Search,
  type TestSet,
} from "./retrieval-sets.ts";

/** So many documents are asked for. */
const RANKED = 100;

type Documents = TestSet["documents"];
type BuildSystem = (documents: Documents) => Search | Promise<Search>;

const words = (text: string) => tokenize(text).map((token) => token.text);
const wordsAndPairs = (text: string) => {
  const single = words(text);
  return [...single, ...single.slice(1).map((word, i) => `${single[i]} ${word}`)];
};
const whole = ({ title, text }: Documents[number]) => `${title}\n${text}`;

const bm25 =
  (termsOf: (text: string) => string[]): BuildSystem =>
  (documents) => {
    const index = Bm25Index.build(documents.map((document) => termsOf(whole(document))));
    return (query) => index.top(termsOf(query), RANKED).map((hit) => documents[hit.document]!.id);
  };

async function openIndexes(documents: Documents) {
  const chunks = documents.map(({ id, title, text }, i) => ({
    id: String(i),
    recordId: id,
    kind: "passage" as const,
    headings: title === "" ? [] : [title],
    text,
  }));
  return (await buildIndexes(chunks)).parts;
}

type Open = (documents: Documents) => ReturnType<typeof openIndexes>;

const dense =
  (open: Open): BuildSystem =>
  async (documents) => {
    const { vectors, embeddings, restorer } = await open(documents);
    return async (query) => {
      const vector = await embeddings.embedQuery(restorer.restore(query));
      // Several windows of one document may be near.
      const near = await vectors.similaritySearchVectorWithScore(vector, WINDOWS_EACH * RANKED);
      return [...new Set(near.map(([document]) => documents[Number(document.metadata.chunk)]!.id))];
    };
  };
const hybrid =
  (open: Open): BuildSystem =>
  async (documents) => {
    const retriever = createRetriever({ ...(await open(documents)), procedures: { find: () => [] } });
    return async (query) =>
      (await retriever.search(query, { limit: RANKED })).map((hit) => hit.chunk.recordId);
  };
const WINDOWS_EACH = 3;

const SYSTEMS: Readonly<Record<string, BuildSystem>> = {
  "bm25-unigram": bm25(words),
  bm25: bm25(wordsAndPairs),
  dense: dense(openIndexes),
  hybrid: hybrid(openIndexes),
};
const systemsWith = (server: string, prefix?: string): Readonly<Record<string, BuildSystem>> => {
  const open: Open = (documents) => openServer(documents, { server, ...(prefix ? { prefix } : {}) });
  return { "server-dense": dense(open), "server-hybrid": hybrid(open) };
};

/** Another model in the place of the built-in one, with the weight of docs/models.md. */
async function openServer(
  documents: Documents,
  { server, prefix = "," }: { server: string; prefix?: string },
) {
  const [queryPrefix = "", documentPrefix = ""] = prefix.split(",");
  const embeddings = await connectEmbeddings({
    provider: "openai",
    model: "model",
    url: server,
    apiKey: "",
    queryPrefix,
    documentPrefix,
  });
  const parts = await openIndexes(documents);
  const directory = await mkdtemp(join(tmpdir(), "tro-ly-so-server-"));
  const bar = progressBar(process.stderr);
  try {
    const model = { name: server, embeddings, weight: SERVER_WEIGHT };
    const options = { file: join(directory, "vectors.bin"), onProgress: bar.show };
    return { ...parts, ...(await openNeuralIndex(model, parts.chunks, options)) };
  } finally {
    bar.end();
    await rm(directory, { recursive: true, force: true });
  }
}
const SERVER_WEIGHT = 0.4;

const RIVALS: Readonly<Record<string, BuildSystem>> = {
  minisearch: (documents) => {
    const index = new MiniSearch({ fields: ["title", "text"] });
    index.addAll(documents.map(({ title, text }, id) => ({ id, title, text })));
    return (query) =>
      index
        .search(query)
        .slice(0, RANKED)
        .map((hit) => documents[hit.id]!.id);
  },
};

const DECIMALS = 4;
const rounded = (value: number) => Number(value.toFixed(DECIMALS));

async function measure(name: string, set: TestSet, build: BuildSystem) {
  const started = performance.now();
  const search = await build(set.documents);
  const buildMs = performance.now() - started;
  const { average: averageOf, milliseconds } = await rankAll(set.questions, search);
  const average: typeof averageOf = (figure) => rounded(averageOf(figure));
  const recallAt = (k: number) => average((ranking, relevant) => recall(ranking, relevant, k));
  return {
    name,
    recall1: recallAt(1),
    recall5: recallAt(5),
    recall10: recallAt(10),
    recall20: recallAt(20),
    recall100: recallAt(100),
    mrr10: average((ranking, relevant) => reciprocalRank(ranking, relevant, 10)),
    ndcg10: average((ranking, relevant) => ndcg(ranking, relevant, 10)),
    buildMs: Math.round(buildMs),
    p50Ms: rounded(quantile(milliseconds, 0.5)),
    p95Ms: rounded(quantile(milliseconds, 0.95)),
    rssMb: Math.round(process.memoryUsage.rss() / 1e6),
  };
}
type Measured = Awaited<ReturnType<typeof measure>>;

/** The same in a process of its own. */
function measureAside(name: string, args: readonly string[]): Promise<Measured> {
  const self = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [...process.execArgv, self, ...args, "--system", name], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    out += part;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) =>
      status === 0 ? resolve(JSON.parse(out)) : reject(new Error(`${name} ended with status ${status}`)),
    );
  });
}

function typed(
  questions: readonly Question[],
  how: { "no-diacritics": boolean; noise: boolean },
): Question[] {
  const texts = questions.map(({ text }) => text);
  const other = how.noise ? noisy(texts) : how["no-diacritics"] ? texts.map(plain) : texts;
  return questions.map((question, i) => ({ ...question, text: other[i]! }));
}

function print(rows: readonly Measured[]): void {
  const columns = Object.keys(rows[0]!) as (keyof Measured)[];
  console.log(`| ${columns.join(" | ")} |\n|${columns.map(() => "---|").join("")}`);
  for (const row of rows) console.log(`| ${columns.map((column) => row[column]).join(" | ")} |`);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const { values: options, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "no-diacritics": { type: "boolean", default: false },
      noise: { type: "boolean", default: false },
      rivals: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      server: { type: "string" },
      prefix: { type: "string" },
      system: { type: "string" },
    },
  });
  const [directory] = positionals;
  if (!directory || positionals.length > 1)
    throw new Error("name one folder: npm run bench:retrieval -- DIR");
  if (options["no-diacritics"] && options.noise) throw new Error("--no-diacritics or --noise, not both");
  const set = readBeir(directory);
  const all: Readonly<Record<string, BuildSystem>> = {
    ...SYSTEMS,
    ...(options.rivals ? RIVALS : {}),
    ...(options.server ? systemsWith(options.server, options.prefix) : {}),
  };
  if (options.system) {
    const questions = typed(set.questions, options);
    console.log(JSON.stringify(await measure(options.system, { ...set, questions }, all[options.system]!)));
    return;
  }
  const systems: Measured[] = [];
  for (const name of Object.keys(all)) systems.push(await measureAside(name, args));
  if (options.json) return console.log(JSON.stringify({ systems }));
  console.log(`${set.documents.length} documents, ${set.questions.length} questions`);
  print(systems);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(2);
});
