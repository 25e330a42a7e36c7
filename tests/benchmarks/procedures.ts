/** npx tsx tests/benchmarks/procedures.ts [--failures] [--half 0|1] [--root DIR]
 *  The national set of procedures behind the whole assistant: is the right one answered or offered, with what was asked
 *  of it, how fast, in how much memory. Set and questions are read from SHARED_DIR (default ../shared beside the
 *  project). --half asks every second question only, to tune on one half and look at the other; --root keeps the built
 *  knowledge there for the next run. */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Reply } from "../../bot/reply.ts";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import { ensureKnowledge } from "../../ingest/pipeline.ts";
import type { Aspect } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { assistantOver } from "../support/assistant.ts";

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
  isClarification: boolean;
  /** Of a right procedure that was answered: it tells what was asked of it; undefined when nothing plain was asked. */
  hasAspect: boolean | undefined;
  ms: number;
}

/** Questions written for one procedure; most don't name it. */
const ABOUT_ONE = "router_examples";

/** What a question plainly asks of a procedure. Written without a look at the assistant's own cues. */
const ASKS: readonly (readonly [RegExp, readonly Aspect[]])[] = [
  [/lệ phí|bao nhiêu tiền|chi phí|mất phí|thu phí|tốn tiền/, ["fee"]],
  [/bao lâu|mấy ngày|bao nhiêu ngày|thời (hạn|gian) (giải quyết|xử lý)|trong ngày/, ["time"]],
  [
    /(giấy tờ|hồ sơ)( cần)? (gì|nào)|hồ sơ .*(gồm|cần|có) (những )?(gì|giấy)|(chuẩn bị|xuất trình|nộp) (những )?(gì|giấy tờ)/,
    ["documents"],
  ],
  [/ở đâu|tại đâu|đến đâu|nơi nào|chỗ nào|cơ quan nào (giải quyết|có thẩm quyền|tiếp nhận)/, ["place"]],
  [/điều kiện (gì|để|là|nào)/, ["conditions"]],
  [/kết quả .*là gì|nhận được (giấy|gì|kết quả)/, ["result"]],
  [/các bước|mấy bước|quy trình|trình tự/, ["steps"]],
  [/mẫu (đơn|tờ khai)|tờ khai (nào|gì|theo mẫu)/, ["forms", "documents"]],
  [/(nộp|làm|đăng ký) .*(trực tuyến|online|qua mạng|bưu chính)/, ["methods", "place"]],
  [/căn cứ pháp lý|(nghị định|luật|thông tư) nào/, ["legal"]],
];

/** undefined when the question asks for nothing plain. */
function tellsWhatIsAsked(question: string, told: readonly Aspect[]): boolean | undefined {
  const asked = ASKS.filter(([words]) => words.test(question.toLowerCase()));
  if (asked.length === 0) return undefined;
  return asked.every(([, aspects]) => aspects.some((aspect) => told.includes(aspect)));
}

/** Suffixes tell issuers of one national procedure apart. */
const national = (code: string) => code.replace(/\.[A-Z]\d+$/, "");

const { values: options } = parseArgs({
  options: {
    failures: { type: "boolean", default: false },
    half: { type: "string" },
    root: { type: "string" },
  },
});

async function main(): Promise<void> {
  if (!existsSync(NATIONAL)) {
    console.error(`${NATIONAL} is not there: nothing is measured`);
    return;
  }
  const root = options.root ?? (await mkdtemp(join(tmpdir(), "tro-ly-so-")));
  try {
    await measure(root);
  } finally {
    if (!options.root) await rm(root, { recursive: true, force: true });
  }
}

async function measure(root: string): Promise<void> {
  const started = performance.now();
  const knowledge = await ensureKnowledge({ root, extra: [{ path: NATIONAL, from: "setting" }] });
  const buildSeconds = (performance.now() - started) / 1000;
  let lockFailures = 0;
  const store = await openSqliteStore(":memory:");
  const assistant = assistantOver(knowledge, store, { onLockFailure: () => lockFailures++ });
  const byName = new Map<string, string[]>();
  for (const { name, code } of knowledge.procedures) byName.set(name, [...(byName.get(name) ?? []), code]);
  // Of two offers of one name the later says in brackets who carries it out.
  const codesOfLabel = (label: string) =>
    byName.get(label) ?? byName.get(label.replace(/ \((?:[^()]|\([^()]*\))*\)$/, "")) ?? [];
  const codesOf = (reply: Reply) => [
    ...new Set(
      [...reply.procedures.map(({ code }) => code), ...reply.suggestions.flatMap(codesOfLabel)].map(national),
    ),
  ];
  const outcomes: Outcome[] = [];
  for (const { question, codes, set, template_from_title: isTitle } of await readQuestions()) {
    const name = isTitle ? "wording of the title" : (set.split("/")[0] as string);
    const right = knowledge.procedures.find(({ code }) => codes!.includes(code));
    const variants: [variant: string, text: string, before?: string][] = [
      [name, question],
      [`${name}, no diacritics`, fold(question)],
    ];
    if (name === ABOUT_ONE && right)
      variants.push([`${name}, its procedure named before`, question, `thủ tục ${right.name}`]);
    for (const [variant, text, before] of variants) {
      const first = before ? await assistant.answer({ text: before, channel: "web" }) : undefined;
      const asked = performance.now();
      const { reply } = await assistant.answer({
        text,
        channel: "web",
        conversationId: first?.conversationId,
      });
      const ms = performance.now() - asked;
      const found = codesOf(reply);
      const place = found.findIndex((code) => codes!.includes(code));
      const answered = reply.procedures.find(({ code }) => codes!.includes(national(code)));
      const hasAspect = answered && tellsWhatIsAsked(question, answered.aspects);
      outcomes.push({
        set: variant,
        place: place < 0 ? Infinity : place,
        isClarification: reply.status === "clarification",
        hasAspect,
        ms,
      });
      if (!options.failures) continue;
      if (place !== 0) console.log(`${text} | ${codes!.join()} | ${place} | ${reply.status} ${found.join()}`);
      if (hasAspect === false) console.log(`${text} | asked aspect missing | ${answered!.aspects.join()}`);
    }
  }
  await store.close();
  print(outcomes);
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * times.length)]!.toFixed(1);
  console.log(`${knowledge.procedures.length} procedures, built or opened in ${buildSeconds.toFixed(1)} s`);
  console.log(`answer p50 ${at(0.5)} ms, p95 ${at(0.95)} ms; figure-lock failures ${lockFailures}`);
  console.log(`memory (RSS) ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB, building included`);
}

async function readQuestions(): Promise<Question[]> {
  const rows = (await readFile(join(SHARED, "tthc/questions.dev.jsonl"), "utf8"))
    .normalize("NFC")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Question)
    .filter((row) => row.codes && row.codes.length > 0);
  return options.half === undefined ? rows : rows.filter((_row, i) => i % 2 === Number(options.half));
}

const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;

function print(outcomes: readonly Outcome[]): void {
  console.log(
    "| questions | n | answered or offered first | in three | in five | asked back | asked aspect told |\n|---|---|---|---|---|---|---|",
  );
  for (const set of [...new Set(outcomes.map((row) => row.set))].sort()) {
    const rows = outcomes.filter((row) => row.set === set);
    const share = (accepts: (row: Outcome) => boolean) => percent(rows.filter(accepts).length, rows.length);
    const within = (places: number) => share(({ place }) => place < places);
    const asking = rows.filter((row) => row.hasAspect !== undefined);
    const told = percent(asking.filter((row) => row.hasAspect).length, asking.length);
    console.log(
      `| ${set} | ${rows.length} | ${within(1)} | ${within(3)} | ${within(5)} | ${share((row) => row.isClarification)} | ${told} of ${asking.length} |`,
    );
  }
}

await main();
