/** JSON Lines: one value a line; empty lines are passed over. Parsed while it is iterated. */
import { DocumentError } from "../../knowledge/errors.ts";
import { decodeText } from "./decode-text.ts";
import type { DocumentContent, Source, ValueAt } from "./document.ts";
import { parseClean } from "./json.ts";

export function read({ file, bytes }: Source): DocumentContent {
  const text = decodeText(file, bytes);
  if (text.trim() === "") throw new DocumentError(file, null, "tệp rỗng");
  return { kind: "values", values: { [Symbol.iterator]: () => valuesOf(file, text) } };
}

function* valuesOf(file: string, text: string): Generator<ValueAt> {
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    const row = text.slice(from, to).trim();
    line++;
    from = to + 1;
    if (row === "") continue;
    const place = `dòng ${line}`;
    yield { value: parseClean(file, row, () => place), at: { kind: "line", line } };
  }
}
