/** Text files that say no more of a procedure than one sentence: "- 15753: Đây là thủ tục … thuộc lĩnh vực … do …
 *  thực hiện." The number is the province's own. Everything else is "nguồn không nêu". */
import { addProcedure, blocksIn, type ImportFormat } from "./format.ts";
import type { ParsedFile } from "./imported-procedure.ts";

const BEGINNING = /^-?\s*([\w.]+):\s*Đây là thủ tục /u;
const END = / thực hiện\.?$/u;
const FIELD = " thuộc lĩnh vực ";
const AGENCY = " do ";

interface Summary {
  code: string;
  name: string;
  field: string;
  agency: string;
}

/** The last "thuộc lĩnh vực" and the last "do" count: names hold both. */
function summaryIn(text: string): Summary | undefined {
  const [beginning, code] = BEGINNING.exec(text) ?? [];
  const end = END.exec(text);
  if (beginning === undefined || code === undefined || !end) return undefined;
  const words = text.slice(beginning.length, end.index);
  const agencyAt = words.lastIndexOf(AGENCY);
  const fieldAt = agencyAt < 0 ? -1 : words.lastIndexOf(FIELD, agencyAt - FIELD.length - 1);
  if (fieldAt <= 0) return undefined;
  const agency = words.slice(agencyAt + AGENCY.length);
  if (agency === "" || agency.includes("\n")) return undefined;
  return {
    code,
    name: words.slice(0, fieldAt),
    field: words.slice(fieldAt + FIELD.length, agencyAt),
    agency,
  };
}

export const plainSummary: ImportFormat = {
  id: "plain_summary",
  name: "một câu giới thiệu thủ tục (văn bản thường)",
  recognises: (document) =>
    document.mediaType === "text/plain" &&
    blocksIn(document)
      .slice(0, 5)
      .some((block) => block.type !== "table" && summaryIn(block.text) !== undefined),
  parse: (document) => {
    const parsed: ParsedFile = { procedures: [], documents: [], leftOut: [] };
    for (const block of blocksIn(document)) {
      const summary = block.type === "table" ? undefined : summaryIn(block.text);
      if (summary) addProcedure(parsed, document.file, "plain_summary", { ...summary }, block.at);
    }
    return parsed;
  },
};
