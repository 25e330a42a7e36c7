/** The shipped records as their files hold them, with what only editors need. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ReviewedProcedure, reviewedProcedure } from "../knowledge/records.ts";
import { parseJson } from "./parsers/json-document.ts";
import { SHIPPED_DOCUMENTS } from "./pipeline.ts";

/** In the order of their codes. Throws DocumentError for the first that is broken. */
export async function reviewedRecords(
  root = join(SHIPPED_DOCUMENTS, "procedures"),
): Promise<ReviewedProcedure[]> {
  const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith(".json")).sort();
  const records = await Promise.all(
    names.map(async (name) =>
      parseJson(name, await readFile(join(root, name), "utf8"), reviewedProcedure.strict()),
    ),
  );
  return records.sort((a, b) => (a.code < b.code ? -1 : 1));
}
