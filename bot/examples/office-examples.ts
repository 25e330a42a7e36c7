/** Examples of the office of what its people do by saying something: a file of its own, one JSON example a line. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { OfficeExamplesError } from "../../knowledge/errors.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { ACTS } from "./act-classifier.ts";
import type { SpokenRow } from "./bank.ts";

const MAX_BYTES = 256 * 1024;
const MAX_ROWS = 500;
const MAX_TEXT = 300;

const row = z.strictObject(
  {
    text: z
      .string("phải là chữ trong dấu nháy")
      .trim()
      .max(MAX_TEXT, `dài nhất ${MAX_TEXT} ký tự`)
      .refine((text) => tokenize(text).some(({ kind }) => kind === "word"), "phải có chữ"),
    act: z.enum(ACTS, `phải là một trong ${ACTS.join(", ")}`),
  },
  "phải là một nhóm gồm text và act trong dấu { }",
);

/** None for no file (an empty path). Throws OfficeExamplesError, which names the line and the field that is wrong. */
export async function loadOfficeExamples(file: string): Promise<SpokenRow[]> {
  if (file === "") return [];
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === "ENOENT" ? "không có tệp này" : "không đọc được tệp này";
    throw new OfficeExamplesError(file, null, null, reason, cause);
  });
  if (bytes.length > MAX_BYTES) throw new OfficeExamplesError(file, null, null, "tệp lớn quá 256 KB");
  return parseOfficeExamples(bytes.toString("utf8").replace(/^\uFEFF/, ""), file);
}

/** Blank lines are left out. Throws OfficeExamplesError. */
export function parseOfficeExamples(content: string, file: string): SpokenRow[] {
  const rows: SpokenRow[] = [];
  const lines = new Map<string, number>();
  for (const [i, written] of content.split(/\r\n|\n|\r/).entries()) {
    if (written.trim() === "") continue;
    const line = i + 1;
    if (rows.length === MAX_ROWS)
      throw new OfficeExamplesError(file, line, null, `nhiều nhất ${MAX_ROWS} câu mẫu`);
    const example = rowOf(written, file, line);
    const key = fold(example.text);
    const before = lines.get(key);
    if (before !== undefined)
      throw new OfficeExamplesError(file, line, "text", `câu này đã có ở dòng ${before}`);
    lines.set(key, line);
    rows.push(example);
  }
  if (rows.length === 0) throw new OfficeExamplesError(file, null, null, "tệp không có câu mẫu nào");
  return rows;
}

function rowOf(written: string, file: string, line: number): SpokenRow {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (cause) {
    const reason = 'không phải JSON đúng cú pháp, như {"text": "…", "act": "person"}';
    throw new OfficeExamplesError(file, line, null, reason, cause);
  }
  const result = row.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue!.code === "unrecognized_keys")
    throw new OfficeExamplesError(file, line, issue!.keys[0]!, "không có mục nào tên như vậy");
  const field = issue!.path.join(".");
  const isMissing = field !== "" && !Object.hasOwn(value as object, field);
  throw new OfficeExamplesError(file, line, field || null, isMissing ? "còn thiếu" : issue!.message);
}
