/** JSON: an array gives one value an element, anything else is one value. */
import { DocumentError } from "../../knowledge/errors.ts";
import type { ReadLimits } from "../limits.ts";
import { cleanValue } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";
import type { DocumentContent, Source, ValueAt } from "./document.ts";
import { jsonFault } from "./json-fault.ts";
import { checkRecordCount, checkValue } from "./json-limits.ts";

export function read({ file, bytes }: Source, limits: ReadLimits): DocumentContent {
  const text = decodeText(file, bytes);
  const whole = parseJsonText(file, text, (at) => `dòng ${text.slice(0, at).split("\n").length}`);
  const records: unknown[] = Array.isArray(whole) ? whole : [whole];
  if (records.length === 0) throw new DocumentError(file, null, "danh sách JSON rỗng");
  checkRecordCount(file, records.length, limits);
  const values = records.map((record, i): ValueAt => {
    const pointer = Array.isArray(whole) ? `/${i}` : "";
    checkValue(file, pointer || null, record, limits);
    return { value: cleanValue(record), at: { kind: "pointer", pointer } };
  });
  return { kind: "values", values };
}

/** Throws DocumentError with the place of the fault. */
export function parseJsonText(file: string, text: string, placeOf: (position: number) => string): unknown {
  const json = text.replace(/^\ufeff/, "");
  try {
    return JSON.parse(json);
  } catch (error) {
    const position = jsonFault(json) ?? json.length;
    const cut = position >= json.trimEnd().length;
    throw new DocumentError(file, placeOf(position), cut ? "JSON bị cắt giữa chừng" : "JSON hỏng", error);
  }
}
