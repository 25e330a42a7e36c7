/** Reads a JSON document against a schema; a fault is named with its line or its path. */
import type { z } from "zod";
import { DocumentError } from "../../knowledge/errors.ts";

/** Throws DocumentError: broken JSON with its line, a wrong value with its path ("methods/0/fees"). */
export function parseJson<T>(file: string, content: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(content.normalize("NFC"));
  } catch (error) {
    throw new DocumentError(file, lineOf(content, error), "JSON hỏng", error);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue!.path.length > 0 ? issue!.path.join("/") : null;
  throw new DocumentError(file, place, issue!.message, result.error);
}

function lineOf(content: string, error: unknown): string | null {
  const message = error instanceof Error ? error.message : "";
  const stated = /line (\d+)/.exec(message)?.[1];
  if (stated) return `dòng ${stated}`;
  const position = /position (\d+)/.exec(message)?.[1];
  return position ? `dòng ${content.slice(0, Number(position)).split("\n").length}` : null;
}
