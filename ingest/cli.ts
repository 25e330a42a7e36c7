/** npm run ingest [-- --keep-going] [--force]      builds the knowledge base when a source has changed
 *  npm run ingest -- --add PATH | --remove PATH    adds a file or folder to the sources, or takes it out, and builds
 *  npm run ingest -- --preview FILE [--confirm]    what a file would give, here and as a page; --confirm takes it in
 *  npm run ingest -- --list                        the sources: records, and what was left out and why
 *  npm run ingest -- --diff [A B]                  what changed between two versions; the last two without numbers
 *  npm run ingest -- --rollback N                  makes version N serve
 *  Exit status: 0 done, 1 failed, 2 done without the bad documents. */
import "../knowledge/node-version.cjs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadConfig } from "../config.ts";
import { computeDiff, describeChange, KIND_NAMES } from "../knowledge/diff.ts";
import { loadEnvFile } from "../knowledge/env-file.ts";
import { AppError } from "../knowledge/errors.ts";
import { failureInWords } from "../knowledge/failure-in-words.ts";
import type { SourceReport } from "../knowledge/knowledge-base.ts";
import {
  currentSources,
  KEPT_VERSIONS,
  listVersions,
  recordsOfVersion,
  rollback,
  type VersionInfo,
} from "../knowledge/versions.ts";
import { loadOffice, type Office } from "./office/load-office.ts";
import { IngestError, type IngestResult, ingest, type Shipped, shippedOf } from "./pipeline.ts";
import { previewFile, writePreview } from "./preview.ts";
import { progressBar } from "./progress-bar.ts";
import { shippedRegistry } from "./shipped-registry.ts";
import { addSource, extraSources, removeSource } from "./sources.ts";

const NAMES: Partial<Record<keyof IngestResult["counts"], string>> = {
  tasks: "nhiệm vụ",
  groups: "nhóm",
  targets: "mục tiêu",
  duties: "trách nhiệm",
  passages: "đoạn",
  facts: "thông tin văn bản",
  agencies: "cơ quan",
  procedures: "thủ tục",
  chunks: "mảnh chỉ mục",
};

interface Command {
  dataDir: string;
  root: string;
  office: Office | undefined;
  shipped: Shipped;
  setting: readonly string[];
  officialDomains: readonly string[];
}

class UsageError extends AppError {
  constructor(message: string) {
    super("usage", message);
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "keep-going": { type: "boolean", default: false },
      force: { type: "boolean", default: false },
      add: { type: "string", multiple: true },
      remove: { type: "string", multiple: true },
      preview: { type: "string" },
      confirm: { type: "boolean", default: false },
      list: { type: "boolean", default: false },
      diff: { type: "boolean", default: false },
      rollback: { type: "string" },
    },
  });
  if (positionals.length > 0 && !values.diff)
    throw new UsageError(`Không hiểu “${positionals[0]}”; thêm nguồn bằng --add ĐƯỜNG_DẪN.`);
  loadEnvFile(process.env);
  const config = loadConfig(process.env);
  const root = join(config.DATA_DIR, "knowledge");
  const command = {
    dataDir: config.DATA_DIR,
    root,
    office: await loadOffice(config.OFFICE_PROFILE),
    shipped: shippedOf(config.SHIPPED_DOCUMENTS),
    setting: config.EXTRA_DOCUMENTS,
    officialDomains: config.OFFICIAL_DOMAINS,
  };
  if (values.list) return printSources(command);
  if (values.diff) return printDiff(command, positionals);
  if (values.rollback !== undefined) return goBack(command, values.rollback);
  const adding = [...(values.add ?? [])];
  if (values.preview !== undefined) {
    const isRefused = await printPreview(command, values.preview);
    if (isRefused || !values.confirm) return isRefused ? 1 : 0;
    adding.push(values.preview);
  } else if (values.confirm) throw new UsageError("--confirm đi cùng --preview TỆP.");
  const added: string[] = [];
  for (const path of values.remove ?? []) {
    const removed = await removeSource(command.dataDir, path);
    const hint = " (nguồn trong EXTRA_DOCUMENTS thì bỏ ở cài đặt)";
    console.log(removed ? `Đã bỏ nguồn ${path}.` : `Nguồn ${path} chưa được thêm${hint}.`);
  }
  try {
    for (const path of adding) {
      const isNew = await addSource(command.dataDir, path);
      if (isNew) added.push(path);
      console.log(isNew ? `Đã thêm nguồn ${path}.` : `Nguồn ${path} đã có.`);
    }
    return await build(command, { keepGoing: values["keep-going"], force: values.force });
  } catch (error) {
    // What could not be taken in is not tried again at every start.
    for (const path of added) await removeSource(command.dataDir, path);
    if (added.length > 0) console.error(`Không thêm nguồn ${added.join(", ")}.`);
    throw error;
  }
}

/** True when nothing can be taken from the file. */
async function printPreview(
  { dataDir, office, shipped, officialDomains }: Command,
  file: string,
): Promise<boolean> {
  const preview = await previewFile(
    resolve(file),
    await shippedRegistry(shipped, office?.agencies),
    officialDomains,
  );
  for (const line of preview.lines) console.log(line);
  console.log(`Bảng đối chiếu: ${await writePreview(join(dataDir, "preview"), file, preview)}`);
  if (!preview.isRefused) console.log(`Đúng thì nạp bằng: npm run ingest -- --preview "${file}" --confirm`);
  return preview.isRefused;
}

async function build(
  { dataDir, root, office, shipped, setting, officialDomains }: Command,
  options: { keepGoing: boolean; force: boolean },
): Promise<number> {
  const extra = await extraSources(dataDir, setting);
  const bar = progressBar(process.stderr);
  const startedAt = performance.now();
  const result = await ingest({
    root,
    office,
    shipped,
    extra,
    officialDomains,
    ...options,
    onProgress: bar.show,
  }).finally(bar.end);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).replace(".", ",");
  const counts = Object.entries(NAMES).map(
    ([key, name]) => `${result.counts[key as keyof typeof NAMES]} ${name}`,
  );
  console.log(
    result.built
      ? `Đã lập kho tri thức ${result.version} trong ${seconds} giây.`
      : `Nguồn không đổi, giữ kho tri thức ${result.version}.`,
  );
  console.log(counts.join(", "));
  const files = result.sources.flatMap((source) => source.files);
  if (result.built && files.length > 0) {
    const left = files.reduce((sum, file) => sum + file.leftOut.filter(isUnused).length, 0);
    console.log(
      `Nguồn bổ sung: ${files.length} tệp, đọc mới ${result.filesRead}, không đổi ${files.length - result.filesRead}; không dùng ${left} mục (xem --list).`,
    );
  }
  printWarnings(files);
  for (const problem of result.problems) console.error(`Bỏ qua: ${problem.message}`);
  return result.problems.length > 0 ? 2 : 0;
}

type FileReport = SourceReport["files"][number];
type LeftOut = FileReport["leftOut"][number];

/** What a person has to look at: the document tries to speak through the assistant, or was too much to read. */
const isWarning = ({ kind }: LeftOut): boolean =>
  ["instruction", "quoted", "hidden_text", "file_limit"].includes(kind);
const isUnused = ({ kind }: LeftOut): boolean => kind !== "quoted" && kind !== "unclear";
const MANNERS: Readonly<Record<string, string>> = { quoted: "chỉ dẫn lại", unclear: "cần xem lại" };
const MAX_WARNINGS = 10;

function printWarnings(files: readonly FileReport[]): void {
  const warnings = files.flatMap(({ file, leftOut }) =>
    leftOut.filter(isWarning).map((row) => ({ file, ...row })),
  );
  for (const { file, place, reason } of warnings.slice(0, MAX_WARNINGS))
    console.error(`Cần xem lại: ${file}${place ? ` (${place})` : ""}: ${reason}`);
  if (warnings.length > MAX_WARNINGS)
    console.error(`… và ${warnings.length - MAX_WARNINGS} chỗ khác cần xem lại (--list).`);
}

const FROM: Readonly<Record<SourceReport["from"], string>> = {
  setting: "EXTRA_DOCUMENTS",
  registered: "--add",
};
/** Of one file; a national list may have hundreds that a reviewed record replaces. */
const MAX_LEFT_OUT = 20;

async function printSources({ dataDir, root, shipped, setting }: Command): Promise<number> {
  const reports = await currentSources(root);
  const wanted = await extraSources(dataDir, setting);
  const [current] = (await listVersions(root)).filter((row) => row.current);
  console.log(current ? describeVersion(current) : "Chưa có kho tri thức; chạy “npm run ingest”.");
  console.log(`Văn bản kèm theo chương trình (SHIPPED_DOCUMENTS): ${shippedInWords(shipped)}.`);
  if (wanted.length + reports.length === 0) console.log("Chưa thêm nguồn nào.");
  for (const { path, from } of wanted) {
    if (!reports.some((report) => report.path === path))
      console.log(`${path} (${FROM[from]}): chưa nạp vào bản đang dùng`);
  }
  for (const { path, from, files } of reports) {
    const gone = wanted.some((source) => source.path === path) ? "" : ", đã bỏ, còn trong bản đang dùng";
    const total = (key: "procedures" | "passages" | "tasks") =>
      files.reduce((sum, file) => sum + file[key], 0);
    console.log(
      `${path} (${FROM[from]}${gone}): ${files.length} tệp, ${total("procedures")} thủ tục, ${total("tasks") > 0 ? `${total("tasks")} nhiệm vụ, ` : ""}${total("passages")} đoạn`,
    );
    for (const { file, procedures, tasks, passages, agencies, leftOut } of files) {
      const unused = leftOut.filter(isUnused).length;
      const left = unused > 0 ? `, không dùng ${unused}` : "";
      const ofPlan = tasks > 0 ? `${tasks} nhiệm vụ, ` : "";
      console.log(`  ${file}: ${procedures} thủ tục, ${ofPlan}${passages} đoạn${left}`);
      if (agencies.length > 0)
        console.log(`    cơ quan chưa có trong danh mục, giữ như in: ${agencies.join("; ")}`);
      const first = [...leftOut.filter(isWarning), ...leftOut.filter((row) => !isWarning(row))];
      for (const row of first.slice(0, MAX_LEFT_OUT)) {
        const what = MANNERS[row.kind] ?? "không dùng";
        console.log(`    ${what}${row.place ? ` (${row.place})` : ""}: ${row.reason}`);
      }
      if (leftOut.length > MAX_LEFT_OUT) console.log(`    … và ${leftOut.length - MAX_LEFT_OUT} mục khác`);
    }
  }
  return 0;
}

function shippedInWords({ plan, procedures }: Shipped): string {
  const used = [plan && "kế hoạch", procedures && "thủ tục"].filter(Boolean).join(" và ");
  return used === "" ? "không dùng" : `dùng ${used}`;
}

function describeVersion({ number, version, builtAt, current, counts }: VersionInfo): string {
  const moment = builtAt.slice(0, 16).replace("T", " ");
  const use = current ? ", đang dùng" : "";
  return `Bản ${number} (${version}, lập ${moment} UTC${use}): ${counts.procedures ?? 0} thủ tục, ${counts.tasks ?? 0} nhiệm vụ, ${counts.passages ?? 0} đoạn`;
}

async function printDiff({ root }: Command, numbers: readonly string[]): Promise<number> {
  const versions = await listVersions(root);
  if (numbers.length !== 0 && numbers.length !== 2)
    throw new UsageError("--diff cần hai số bản, hoặc không số nào: --diff 3 5.");
  const [before, after] =
    numbers.length === 2 ? numbers.map(versionNumber) : [versions[1]?.number, versions[0]?.number];
  for (const version of versions) console.log(describeVersion(version));
  console.log(`Giữ lại ${KEPT_VERSIONS} bản mới nhất.`);
  if (before === undefined || after === undefined) {
    console.log("Chưa có hai bản để so.");
    return 0;
  }
  const { counts, byKind, records } = computeDiff(
    await recordsOfVersion(root, before),
    await recordsOfVersion(root, after),
  );
  console.log(
    `Từ bản ${before} đến bản ${after}: thêm ${counts.added}, bỏ ${counts.removed}, sửa ${counts.changed}.`,
  );
  for (const [kind, own] of Object.entries(byKind)) {
    const name = KIND_NAMES[kind as keyof typeof KIND_NAMES];
    console.log(`  ${name}: thêm ${own.added}, bỏ ${own.removed}, sửa ${own.changed}`);
  }
  for (const record of records) console.log(describeChange(record));
  return 0;
}

async function goBack({ root }: Command, printed: string): Promise<number> {
  const { version } = await rollback(root, versionNumber(printed));
  console.log(
    `Đang dùng kho tri thức ${version}. Nguồn hiện tại không được lập lại cho đến khi có thay đổi, hoặc chạy --force. Trợ lý đang chạy tự chuyển sang bản này.`,
  );
  return 0;
}

function versionNumber(printed: string): number {
  const number = /^\d{1,9}(?=-|$)/.exec(printed)?.[0];
  if (number === undefined) throw new UsageError(`“${printed}” không phải số bản.`);
  return Number(number);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof IngestError) {
    console.error(
      `Không lập kho tri thức mới; bản cũ (nếu có) vẫn được dùng. Văn bản lỗi:\n${error.message}`,
    );
  } else console.error(failureInWords(error) ?? error);
  process.exitCode = 1;
}
