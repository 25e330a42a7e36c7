/** The shipped plan and the registry of agencies, parsed without building an index. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAgencies } from "../../ingest/parsers/agencies.ts";
import { parsePlan } from "../../ingest/parsers/plan.ts";
import { SHIPPED_DOCUMENTS } from "../../ingest/pipeline.ts";
import type { SourceDocument } from "../../knowledge/records.ts";

const read = (file: string) => readFileSync(join(SHIPPED_DOCUMENTS, file), "utf8");

const { documents } = JSON.parse(read("manifest.json")) as { documents: SourceDocument[] };
export const planDocument = documents.find((document) => document.kind === "plan")!;
export const planText = read(planDocument.file);
export const { agencies, collectives } = parseAgencies("danh-muc", "agencies.json", read("agencies.json"));
export const plan = parsePlan(planDocument, planText, agencies, collectives);

/** Printed lines of the plan; the first is number 1, so index 0 holds nothing. */
export const planLines: readonly string[] = ["", ...planText.split("\n")];

/** The words of a range of lines, one space between lines: deliberately not the project's own joining. */
export function wordsAt([from, to]: readonly [number, number]): string {
  let words = "";
  for (const line of planLines.slice(from, to + 1)) words += ` ${line.trim()}`;
  return words.trim().replaceAll(/ {2,}/g, " ");
}

/** One row of the appendix as printed, cell by cell. */
export interface PrintedRow {
  number: string;
  title: string;
  lead: string;
  coordinating: string;
  period: string;
  note: string;
  /** Line of the row's number. */
  line: number;
  /** Name of the group that the row stands under. */
  group: string;
}

/** The rows of the table, read straight from the "|" lines after the heading "STT". */
export const printedRows: readonly PrintedRow[] = (() => {
  const cells: { text: string; line: number }[] = [];
  let from = planLines.lastIndexOf("STT");
  planLines.forEach((line, number) => {
    if (number < from || line !== "|") return;
    cells.push({ text: wordsAt([from, number - 1]), line: from });
    from = number + 1;
  });
  const rows: PrintedRow[] = [];
  let group = "";
  for (let i = 6; i + 5 < cells.length; i += 6) {
    const [number, title, lead, coordinating, period, note] = cells.slice(i, i + 6).map((cell) => cell.text);
    if (lead === "") group = title!;
    else
      rows.push({
        number: number!,
        title: title!,
        lead: lead!,
        coordinating: coordinating!,
        period: period!,
        note: note!,
        line: cells[i]!.line,
        group,
      });
  }
  return rows;
})();
