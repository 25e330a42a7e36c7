/** JSON Lines: one value a line; empty lines are passed over. Parsed while it is iterated. */
import { DocumentError } from "../../knowledge/errors.ts";
import type { ReadLimits } from "../limits.ts";
import { cleanValue } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";
import type { DocumentContent, Source, ValueAt } from "./document.ts";
import { parseJsonText } from "./json.ts";
import { checkRecordCount, checkValue } from "./json-limits.ts";

export function read({ file, bytes }: Source, limits: ReadLimits): DocumentContent {
  const text = decodeText(file, bytes);
  if (text.trim() === "") throw new DocumentError(file, null, "tệp rỗng");
  return { kind: "values", values: { [Symbol.iterator]: () => valuesOf(file, text, limits) } };
}

function* valuesOf(file: string, text: string, limits: ReadLimits): Generator<ValueAt> {
  let line = 0;
  let records = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    const row = text.slice(from, to).trim();
    line++;
    from = to + 1;
    if (row === "") continue;
    checkRecordCount(file, ++records, limits);
    const place = `dòng ${line}`;
    const value = parseJsonText(file, row, () => place);
    checkValue(file, place, value, limits);
    yield { value: cleanValue(value), at: { kind: "line", line } };
  }
}
