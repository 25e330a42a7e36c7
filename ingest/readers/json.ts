/** JSON: an array gives one value an element, anything else is one value. */
import { DocumentError } from "../../knowledge/errors.ts";
import { cleanValue } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";
import type { DocumentContent, Source, ValueAt } from "./document.ts";
import { jsonFault } from "./json-fault.ts";

export function read({ file, bytes }: Source): DocumentContent {
  const text = decodeText(file, bytes);
  const whole = parseClean(file, text, (position) => `dòng ${text.slice(0, position).split("\n").length}`);
  const values: ValueAt[] = Array.isArray(whole)
    ? whole.map((value, i) => ({ value, at: { kind: "pointer", pointer: `/${i}` } }))
    : [{ value: whole, at: { kind: "pointer", pointer: "" } }];
  if (values.length === 0) throw new DocumentError(file, null, "danh sách JSON rỗng");
  return { kind: "values", values };
}

/** Throws DocumentError with the place of the fault. */
export function parseClean(file: string, text: string, placeOf: (position: number) => string): unknown {
  const json = text.replace(/^\ufeff/, "");
  try {
    return cleanValue(JSON.parse(json));
  } catch (error) {
    if (error instanceof RangeError) throw new DocumentError(file, null, "JSON lồng quá sâu", error);
    const position = jsonFault(json) ?? json.length;
    const cut = position >= json.trimEnd().length;
    throw new DocumentError(file, placeOf(position), cut ? "JSON bị cắt giữa chừng" : "JSON hỏng", error);
  }
}
