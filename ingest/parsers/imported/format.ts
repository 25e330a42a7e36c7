/** What every format of imported documents offers, and helpers that they share. */
import type { Block, Locator, ReadDocument, ValueAt } from "../../readers/document.ts";
import { describePlace } from "../../readers/document.ts";
import { codeInFileName } from "./code.ts";
import type { LeftOut, LeftOutKind, ParsedFile } from "./imported-procedure.ts";
import { buildProcedure, type ProcedureDraft } from "./procedure-draft.ts";

export interface ImportFormat {
  id: string;
  /** For people, in Vietnamese. */
  name: string;
  /** Looks at no more than the beginning of the document. */
  recognises: (document: ReadDocument) => boolean;
  /** Throws DocumentError when the document breaks off. */
  parse: (document: ReadDocument) => ParsedFile;
}

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The string at a key; null for anything else. */
export function textAt(value: unknown, key: string): string | null {
  const found = isObject(value) ? value[key] : null;
  return typeof found === "string" ? found : null;
}

/** The objects of the array at a key. */
export function rowsAt(value: unknown, key: string): Json[] {
  const found = isObject(value) ? value[key] : null;
  return Array.isArray(found) ? found.filter(isObject) : [];
}

export function firstValue(document: ReadDocument): unknown {
  if (document.content.kind !== "values") return null;
  for (const { value } of document.content.values) return value;
  return null;
}

export const blocksIn = (document: ReadDocument): readonly Block[] =>
  document.content.kind === "blocks" ? document.content.blocks : [];

/** One record a value; `toDraft` gives null for a value of another shape. */
export function parseValues(
  document: ReadDocument,
  format: string,
  toDraft: (value: Json) => ProcedureDraft | null,
): ParsedFile {
  const parsed: ParsedFile = { procedures: [], documents: [], leftOut: [] };
  const values: Iterable<ValueAt> = document.content.kind === "values" ? document.content.values : [];
  for (const { value, at } of values) {
    const draft = isObject(value) ? toDraft(value) : null;
    if (draft) addProcedure(parsed, document.file, format, draft, at);
    else parsed.leftOut.push(leftOut(document.file, at, "shape_unknown", "bản ghi không đúng dạng của tệp"));
  }
  return parsed;
}

/** Adds the record, or says why it is left out. */
export function addProcedure(
  parsed: ParsedFile,
  file: string,
  format: string,
  draft: ProcedureDraft,
  at: Locator,
): void {
  const procedure = buildProcedure(draft, { format, file, place: at });
  if (procedure) parsed.procedures.push(procedure);
  else {
    const named = draft.code ? `thủ tục ${draft.code}` : "bản ghi";
    parsed.leftOut.push(leftOut(file, at, "name_missing", `${named} không có tên`));
  }
}

/** For the formats with one procedure a file: the code on the page must be the one that the file is named for.
 *  A suffix that only the file's name has ("1.012784.H19.html") goes to the record. */
export function checkCode(document: ReadDocument, parsed: ParsedFile): ParsedFile {
  const named = codeInFileName(document.file);
  const [procedure] = parsed.procedures;
  if (!named || !procedure?.code || parsed.procedures.length > 1) return parsed;
  if (procedure.code === named.code) {
    return {
      ...parsed,
      procedures: [{ ...procedure, issuerSuffix: procedure.issuerSuffix ?? named.suffix }],
    };
  }
  const reason = `tệp mang mã ${named.code} nhưng nội dung là thủ tục ${procedure.code}`;
  const wrong: LeftOut = {
    file: document.file,
    place: procedure.source.locator,
    kind: "code_mismatch",
    reason,
  };
  return { ...parsed, procedures: [], leftOut: [...parsed.leftOut, wrong] };
}

export const leftOut = (file: string, at: Locator | null, kind: LeftOutKind, reason: string): LeftOut => ({
  file,
  place: at === null ? null : describePlace(at),
  kind,
  reason,
});
