/** Damaged documents: real ones with bits turned, pieces cut out, repeated, or exchanged between two. Each ends with
 *  records, passages, or a reason that names the file, in good time, and the process that reads stands.
 *  npm run soak -- imports [--count 20000] [--seed 1] */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { guardImports } from "../../ingest/guard/guard-imports.ts";
import { openParser } from "../../ingest/parse-process.ts";
import { plansToRecords } from "../../ingest/parsers/imported/plans-to-records.ts";
import { toRecords } from "../../ingest/parsers/imported/to-records.ts";
import { makeDoc, makeDocx, makePdf, makeXlsx, paragraph, tableOf } from "../ingest/readers/samples.ts";
import { pick, seeded } from "../support/random.ts";

export interface Sample {
  file: string;
  bytes: Buffer;
}

export interface ImportFuzzReport {
  /** How often each way of ending came: "records", "passages", kinds of what was left out. */
  outcomes: Record<string, number>;
  /** Seconds of the slowest file. */
  slowest: { file: string; seconds: number };
  /** What must not be. */
  problems: string[];
}

const FIXTURES = new URL("../fixtures/documents/", import.meta.url);
const SHARED = process.env.SHARED_DIR ?? "../shared";
const LARGEST_SAMPLE = 400_000;
/** Of processor time; the largest sample takes less than one. */
const SECONDS = 20;

/** One of every format, the fixtures, and the real files of SHARED_DIR where it is. */
export function importSamples(): Sample[] {
  const sentence = "Lệ phí cấp bản sao là 8.000 đồng/bản, nộp tại Trung tâm Phục vụ hành chính công.";
  const made: Sample[] = [
    {
      file: "a.docx",
      bytes: makeDocx(paragraph("Điều 1", "Heading1") + paragraph(sentence) + tableOf([["Tên", "Số"]])),
    },
    { file: "a.doc", bytes: makeDoc(`ĐIỀU LỆ\n${sentence}`) },
    { file: "a.pdf", bytes: makePdf([["Điều 1. Phạm vi", sentence], [sentence]]) },
    {
      file: "a.xlsx",
      bytes: makeXlsx([
        ["Mã số", "Tên thủ tục"],
        ["1.001193", sentence],
      ]),
    },
    { file: "a.txt.gz", bytes: gzipSync(sentence) },
  ];
  const fixtures = readdirSync(FIXTURES).map((name) => ({
    file: name.replace(/\.sample$/, ""),
    bytes: readFileSync(new URL(name, FIXTURES)),
  }));
  return [
    ...made,
    ...fixtures,
    ...["tthc/raw", "cases/office"].flatMap((folder) => filesIn(join(SHARED, folder))),
  ];
}

function filesIn(directory: string): Sample[] {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => statSync(path).size < LARGEST_SAMPLE)
      .sort()
      .map((path) => ({ file: basename(path), bytes: readFileSync(path) }));
  } catch {
    return [];
  }
}

type Mutation = (bytes: Buffer, random: () => number, others: readonly Sample[]) => Buffer;

const place = (bytes: Buffer, random: () => number): number => Math.floor(random() * (bytes.length + 1));
const MUTATIONS: readonly Mutation[] = [
  function turnBits(bytes, random) {
    const turned = Buffer.from(bytes);
    for (let n = 1 + Math.floor(random() * 20); n > 0 && turned.length > 0; n--) {
      const at = Math.floor(random() * turned.length);
      turned[at] = turned[at]! ^ (1 << Math.floor(random() * 8));
    }
    return turned;
  },
  (bytes, random) => bytes.subarray(0, place(bytes, random)),
  (bytes, random) => bytes.subarray(place(bytes, random)),
  function cutOut(bytes, random) {
    const [from, to] = [place(bytes, random), place(bytes, random)].sort((a, b) => a - b) as [number, number];
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  function repeat(bytes, random) {
    const from = place(bytes, random);
    const piece = bytes.subarray(from, from + 1 + Math.floor(random() * 500));
    const times = 1 + Math.floor(random() * 50);
    return Buffer.concat([
      bytes.subarray(0, from),
      ...Array.from({ length: times }, () => piece),
      bytes.subarray(from),
    ]);
  },
  function splice(bytes, random, others) {
    const other = pick(others, random).bytes;
    return Buffer.concat([bytes.subarray(0, place(bytes, random)), other.subarray(place(other, random))]);
  },
  function setNumber(bytes, random) {
    const changed = Buffer.from(bytes);
    if (changed.length < 4) return changed;
    const extremes = [0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff, 0xffff];
    changed.writeUInt32LE(pick(extremes, random), Math.floor(random() * (changed.length - 3)));
    return changed;
  },
];

export async function fuzzImports(options: {
  count: number;
  seed: number;
  onProgress?: (done: number, total: number) => void;
}): Promise<ImportFuzzReport> {
  const { count, seed, onProgress = () => {} } = options;
  const random = seeded(seed);
  const samples = importSamples();
  const directory = await mkdtemp(join(tmpdir(), "tro-ly-so-fuzz-"));
  const parser = openParser({ process: { seconds: SECONDS, megabytes: 700 } });
  const report: ImportFuzzReport = { outcomes: {}, slowest: { file: "", seconds: 0 }, problems: [] };
  const tally = (outcome: string) => {
    report.outcomes[outcome] = (report.outcomes[outcome] ?? 0) + 1;
  };
  try {
    for (let n = 0; n < count; n++) {
      onProgress(n, count);
      const sample = pick(samples, random);
      let bytes = pick(MUTATIONS, random)(sample.bytes, random, samples);
      if (random() < 0.3) bytes = pick(MUTATIONS, random)(bytes, random, samples);
      const name = `${n}-${sample.file}`;
      const path = join(directory, `tep${extname(sample.file)}`);
      await writeFile(path, bytes);
      const startedAt = performance.now();
      const parsed = await parser.parse({ name, path });
      const seconds = (performance.now() - startedAt) / 1000;
      if (seconds > report.slowest.seconds) report.slowest = { file: name, seconds };
      if (parsed.procedures.length + (parsed.plans ?? []).length > 0) tally("records");
      else if (parsed.documents.length > 0) tally("passages");
      else for (const kind of new Set(parsed.leftOut.map((row) => row.kind))) tally(kind);
      report.problems.push(...problemsOf(name, parsed));
      try {
        const guarded = guardImports(parsed.procedures, parsed.documents, parsed.plans ?? [], []);
        toRecords(guarded.procedures, guarded.documents, new Set());
        plansToRecords(guarded.plans, { agencies: [], collectives: [] }, new Set());
      } catch (error) {
        report.problems.push(`${name}: ${(error as Error).stack}`);
      }
    }
  } finally {
    parser.close();
    await rm(directory, { recursive: true, force: true });
  }
  return report;
}

type Parsed = Awaited<ReturnType<ReturnType<typeof openParser>["parse"]>>;

function problemsOf(name: string, { file, procedures, documents, plans = [], leftOut }: Parsed): string[] {
  const problems: string[] = [];
  if (file !== name) problems.push(`${name}: came back as ${file}`);
  if (procedures.length + documents.length + plans.length + leftOut.length === 0)
    problems.push(`${name}: ended without a word`);
  for (const { reason } of leftOut) {
    if (reason.trim() === "" || /undefined|\[object|\n\s+at /.test(reason))
      problems.push(`${name}: says “${reason}”`);
    if (/làm hỏng trình đọc|quá \d+ giây|quá \d+ MB bộ nhớ/.test(reason)) problems.push(`${name}: ${reason}`);
  }
  return problems;
}

/** What broke; empty when nothing did. */
export async function run(args: string[]): Promise<string[]> {
  const { values } = parseArgs({
    args,
    options: { count: { type: "string", default: "20000" }, seed: { type: "string", default: "1" } },
  });
  const startedAt = performance.now();
  const report = await fuzzImports({ count: Number(values.count), seed: Number(values.seed) });
  const { slowest } = report;
  console.log("| measure | figure |\n|---|---|");
  console.log(`| damaged files | ${values.count}, seed ${values.seed} |`);
  console.log(`| seconds | ${Math.round((performance.now() - startedAt) / 1000)} |`);
  for (const [outcome, times] of Object.entries(report.outcomes)) console.log(`| ${outcome} | ${times} |`);
  console.log(`| slowest | ${slowest.seconds.toFixed(1)} s (${slowest.file}) |`);
  return report.problems;
}
