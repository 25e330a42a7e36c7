/** Text files that say no more of a procedure than one sentence: "- 15753: Đây là thủ tục … thuộc lĩnh vực … do …
 *  thực hiện." The number is the province's own. Everything else is "nguồn không nêu". */
import { addProcedure, blocksIn, type ImportFormat } from "./format.ts";
import type { ParsedFile } from "./imported-procedure.ts";

/** The last "thuộc lĩnh vực" and the last "do" count: names hold both. */
const SUMMARY =
  /^-?\s*([\w.]+):\s*Đây là thủ tục ([\s\S]+) thuộc lĩnh vực ([\s\S]+?) do ((?:(?! do ).)+) thực hiện\.?$/u;

export const plainSummary: ImportFormat = {
  id: "plain_summary",
  name: "một câu giới thiệu thủ tục (văn bản thường)",
  recognises: (document) =>
    document.mediaType === "text/plain" &&
    blocksIn(document)
      .slice(0, 5)
      .some((block) => block.type !== "table" && SUMMARY.test(block.text)),
  parse: (document) => {
    const parsed: ParsedFile = { procedures: [], documents: [], leftOut: [] };
    for (const block of blocksIn(document)) {
      const match = block.type === "table" ? null : SUMMARY.exec(block.text);
      if (!match) continue;
      const [, code, name, field, agency] = match;
      addProcedure(
        parsed,
        document.file,
        "plain_summary",
        { code: code!, name: name!, field, agency },
        block.at,
      );
    }
    return parsed;
  },
};
