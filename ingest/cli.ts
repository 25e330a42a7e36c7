/** npm run ingest [-- --keep-going] [--force]. Exit status: 0 done, 1 failed, 2 done without the bad documents. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadConfig } from "../config.ts";
import { AppError } from "../knowledge/errors.ts";
import { IngestError, type IngestResult, ingest } from "./pipeline.ts";
import { progressBar } from "./progress-bar.ts";

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

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      "keep-going": { type: "boolean", default: false },
      force: { type: "boolean", default: false },
    },
  });
  const config = loadConfig(process.env);
  const bar = progressBar(process.stderr);
  const startedAt = performance.now();
  const result = await ingest({
    root: join(config.DATA_DIR, "knowledge"),
    keepGoing: values["keep-going"],
    force: values.force,
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
  for (const problem of result.problems) console.error(`Bỏ qua: ${problem.message}`);
  return result.problems.length > 0 ? 2 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof IngestError) {
    console.error(
      `Không lập kho tri thức mới; bản cũ (nếu có) vẫn được dùng. Văn bản lỗi:\n${error.message}`,
    );
  } else if (error instanceof AppError || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")) {
    console.error((error as Error).message);
  } else throw error;
  process.exitCode = 1;
}
