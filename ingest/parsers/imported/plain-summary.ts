/** Text files that say no more of a procedure than one sentence: "- 15753: Đây là thủ tục … thuộc lĩnh vực … do …
 *  thực hiện." The number is the province's own. Everything else is "nguồn không nêu". */
import { addProcedure, blocksIn, type ImportFormat } from "./format.ts";
import type { ParsedFile } from "./imported-procedure.ts";

const SUMMARY = /^-?\s*([\w.]+):\s*Đây là thủ tục (.+) thực hiện\.?$/su;
const FIELD = " thuộc lĩnh vực ";
const AGENCY = " do ";

/** The last "thuộc lĩnh vực" and the last "do" count: names hold both. */
function summaryIn(text: string): { code: string; name: string; field: string; agency: string } | null {
  const match = SUMMARY.exec(text);
  const words = match?.[2] ?? "";
  const agency = words.lastIndexOf(AGENCY);
  const field = words.slice(0, Math.max(0, agency)).lastIndexOf(FIELD);
  if (!match || field <= 0) return null;
  return {
    code: match[1]!,
    name: words.slice(0, field),
    field: words.slice(field + FIELD.length, agency),
    agency: words.slice(agency + AGENCY.length),
  };
}

export const plainSummary: ImportFormat = {
  id: "plain_summary",
  name: "một câu giới thiệu thủ tục (văn bản thường)",
  recognises: (document) =>
    document.mediaType === "text/plain" &&
    blocksIn(document)
      .slice(0, 5)
      .some((block) => block.type !== "table" && summaryIn(block.text) !== null),
  parse: (document) => {
    const parsed: ParsedFile = { procedures: [], documents: [], leftOut: [] };
    for (const block of blocksIn(document)) {
      const summary = block.type === "table" ? null : summaryIn(block.text);
      if (summary) addProcedure(parsed, document.file, "plain_summary", summary, block.at);
    }
    return parsed;
  },
};
