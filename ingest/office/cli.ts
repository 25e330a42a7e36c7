/** npm run office -- init [FILE]       writes a commented profile to begin with (default office.json)
 *  npm run office -- --check [FILE]    says what is wrong with a profile (default the one of OFFICE_PROFILE)
 *  npm run office -- --review          bodies that the plans name and no registry holds, with the short names proposed
 *  Exit status: 0 done and right, 1 something is wrong. */
import "../../knowledge/node-version.cjs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadConfig } from "../../config.ts";
import { loadEnvFile } from "../../knowledge/env-file.ts";
import { AppError, OfficeProfileError } from "../../knowledge/errors.ts";
import { failureInWords } from "../../knowledge/failure-in-words.ts";
import { officeProblems, parseOfficeProfile } from "../../knowledge/office-profile.ts";
import { currentSources } from "../../knowledge/versions.ts";
import { proposedAliases } from "../parsers/plan/agency-names.ts";
import { officeAgencies } from "./office-agencies.ts";
import { STARTING_FILE } from "./starting-file.ts";

const USAGE = "Cách dùng: npm run office -- init [TỆP] | --check [TỆP] | --review";

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: "boolean", default: false }, review: { type: "boolean", default: false } },
  });
  loadEnvFile(process.env);
  const [first, second] = positionals;
  if (first === "init" && !values.check) return begin(second ?? "office.json");
  const config = loadConfig(process.env);
  if (values.review) return review(join(config.DATA_DIR, "knowledge"));
  if (values.check) return check(first ?? config.OFFICE_PROFILE);
  throw new AppError("usage", USAGE);
}

async function begin(file: string): Promise<number> {
  try {
    await writeFile(file, STARTING_FILE, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    console.error(`Đã có tệp ${file}, không ghi đè. Chọn tên khác: npm run office -- init TỆP`);
    return 1;
  }
  console.log(`Đã ghi ${file}. Sửa xong thì kiểm tra: npm run office -- --check ${file}`);
  console.log(`Rồi đặt OFFICE_PROFILE=${resolve(file)} và lập lại kho: npm run ingest`);
  return 0;
}

async function check(file: string): Promise<number> {
  if (file === "") throw new AppError("usage", `Chưa đặt OFFICE_PROFILE. ${USAGE}`);
  const json = (
    await readFile(file, "utf8").catch((cause: unknown) => {
      throw new OfficeProfileError(file, null, "không đọc được tệp này", cause);
    })
  ).replace(/^\uFEFF/, "");
  const problems = officeProblems(json);
  if (problems.length > 0) {
    console.error(`${file}: ${problems.length} chỗ phải sửa`);
    for (const { field, reason } of problems) console.error(`  ${field ? `mục ${field}: ` : ""}${reason}`);
    return 1;
  }
  const profile = parseOfficeProfile(json, file);
  const agencies = await officeAgencies(profile, file);
  console.log(
    `${file}: đúng. ${profile.name}, ${agencies.length} cơ quan, ${profile.plans?.length ?? 0} kế hoạch được nêu.`,
  );
  const seen = new Map<string, string>();
  for (const { name, aliases } of agencies)
    for (const text of [name, ...aliases.map((alias) => alias.text)]) {
      const other = seen.get(text.toLowerCase());
      if (other !== undefined && other !== name)
        console.log(
          `  Lưu ý: “${text}” là tên của cả ${other} và ${name}; trợ lý sẽ hỏi lại khi gặp tên này.`,
        );
      seen.set(text.toLowerCase(), name);
    }
  if (typeof profile.agencies === "string")
    console.log(`  Danh sách cơ quan đọc từ ${join(dirname(file), profile.agencies)}`);
  return 0;
}

async function review(root: string): Promise<number> {
  const reports = await currentSources(root);
  const rows = reports.flatMap(({ files }) =>
    files.flatMap(({ file, agencies }) => agencies.map((name) => ({ file, name }))),
  );
  if (rows.length === 0) {
    console.log("Không có cơ quan nào cần xem: mọi cơ quan trong kế hoạch đã nạp đều có trong danh mục.");
    return 0;
  }
  console.log(
    `${rows.length} cơ quan chưa có trong danh mục, đang dùng như in. Chép vào mục "agencies" của hồ sơ cơ quan sau khi xem lại:`,
  );
  for (const { file, name } of rows) {
    const aliases = proposedAliases(name).map(({ text }) => text);
    console.log(`  ${JSON.stringify({ name, ...(aliases.length > 0 ? { aliases } : {}) })},   (${file})`);
  }
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(failureInWords(error) ?? error);
  process.exitCode = 1;
}
