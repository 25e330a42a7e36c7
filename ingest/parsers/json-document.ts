/** Reads a JSON document against a schema; a fault is named with its line or its path. */
import type { z } from "zod";
import { DocumentError } from "../../knowledge/errors.ts";
import { jsonFault } from "../readers/json-fault.ts";

/** Throws DocumentError: broken JSON with its line, a wrong value with its path ("methods/0/fees"). */
export function parseJson<T>(file: string, content: string, schema: z.ZodType<T>): T {
  const json = content.normalize("NFC");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new DocumentError(file, lineOf(json), "JSON hỏng", error);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue!.path.length > 0 ? issue!.path.join("/") : null;
  throw new DocumentError(file, place, issue!.message, result.error);
}

/** Node 20 names no position in its messages, so the fault is looked for. */
function lineOf(json: string): string {
  const position = jsonFault(json) ?? json.length;
  return `dòng ${json.slice(0, position).split("\n").length}`;
}
