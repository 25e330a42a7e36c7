/** npm run records                 what an editor has to look at in the reviewed records, by kind
 *  npm run records -- --check      the same; exit status 1 when a record contradicts itself or states what has ended */
import "../knowledge/node-version.cjs";
import { parseArgs } from "node:util";
import { vietnamDay } from "../knowledge/calendar.ts";
import { loadEnvFile } from "../knowledge/env-file.ts";
import { failureInWords } from "../knowledge/failure-in-words.ts";
import { checkRecord, FAILING, type FindingKind, KINDS } from "./records-check.ts";
import { reviewedRecords } from "./reviewed-records.ts";

const TITLES: Readonly<Record<FindingKind, string>> = {
  contradiction: "Mâu thuẫn (phải sửa)",
  ended: "Đã hết hiệu lực (phải sửa)",
  due: "Đến hạn xem lại",
  unsure: "Chưa chắc",
  unstructured: "Giấy tờ có điều kiện chưa tách",
  groundless: "Chưa có căn cứ",
};

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  loadEnvFile(process.env);
  const records = await reviewedRecords();
  const today = vietnamDay(new Date());
  const findings = records.flatMap((record) => checkRecord(record, today));
  for (const kind of KINDS) {
    const own = findings.filter((row) => row.kind === kind);
    console.log(`${TITLES[kind]}: ${own.length}`);
    for (const { code, text } of own) console.log(`  ${code}: ${text}`);
  }
  const failing = findings.filter(({ kind }) => (FAILING as readonly FindingKind[]).includes(kind));
  console.log(`${records.length} thủ tục, ${failing.length} chỗ phải sửa.`);
  return values.check && failing.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(failureInWords(error) ?? error);
  process.exitCode = 1;
}
