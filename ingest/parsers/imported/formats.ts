/** One row per kind of imported document, most particular first; the first that recognises a document reads it. */
import type { ReadDocument } from "../../readers/document.ts";
import { detailSheet } from "./detail-sheet.ts";
import type { ImportFormat } from "./format.ts";
import { plainSummary } from "./plain-summary.ts";
import { portalMarkdown } from "./portal-markdown.ts";
import { portalPage } from "./portal-page.ts";
import { procedureList } from "./procedure-list.ts";
import { procedureWorkbook } from "./procedure-workbook.ts";
import { provincialPage } from "./provincial-page.ts";
import { taskPlan } from "./task-plan.ts";
import { textDocument } from "./text-document.ts";
import { unifiedRecords } from "./unified-records.ts";

export const IMPORT_FORMATS: readonly ImportFormat[] = [
  unifiedRecords,
  portalPage,
  detailSheet,
  portalMarkdown,
  provincialPage,
  plainSummary,
  procedureWorkbook,
  taskPlan,
  procedureList,
  textDocument,
];

/** Null when no format takes the document. Throws DocumentError when its beginning is broken. */
export const formatOf = (document: ReadDocument): ImportFormat | null =>
  IMPORT_FORMATS.find((format) => format.recognises(document)) ?? null;
