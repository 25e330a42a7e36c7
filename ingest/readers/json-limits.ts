/** Limits of JSON values, counted without recursion, before anything walks through them. */
import { DocumentLimitError } from "../../knowledge/errors.ts";
import { overLimit, type ReadLimits } from "../limits.ts";

export function checkRecordCount(file: string, count: number, { maxRecords }: ReadLimits): void {
  if (count > maxRecords) throw new DocumentLimitError(file, null, overLimit(maxRecords, "bản ghi"));
}

/** Of one record: how deep it nests and how much text it holds, keys included. Throws DocumentLimitError. */
export function checkValue(file: string, place: string | null, value: unknown, limits: ReadLimits): void {
  const { maxDepth, maxRecordCharacters, maxBlockCharacters } = limits;
  let characters = 0;
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > maxDepth)
      throw new DocumentLimitError(file, place, `JSON lồng quá sâu: ${overLimit(maxDepth, "tầng")}`);
    if (typeof next.value === "string") {
      characters += next.value.length;
      if (next.value.length > maxBlockCharacters)
        throw new DocumentLimitError(file, place, overLimit(maxBlockCharacters, "ký tự trong một ô"));
    } else if (typeof next.value === "object" && next.value !== null) {
      for (const [key, inner] of Object.entries(next.value)) {
        characters += key.length;
        open.push({ value: inner, depth: next.depth + 1 });
      }
    }
    if (characters > maxRecordCharacters)
      throw new DocumentLimitError(file, place, overLimit(maxRecordCharacters, "ký tự trong một bản ghi"));
  }
}
