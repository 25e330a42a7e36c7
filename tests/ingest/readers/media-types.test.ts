import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { DocumentContent } from "../../../ingest/readers/document.ts";
import { MEDIA_TYPES } from "../../../ingest/readers/media-types.ts";
import { readDocument } from "../../../ingest/readers/read-document.ts";
import { makeDoc, makeDocx, makePdf, makeXlsx, paragraph, tableOf } from "./samples.ts";

const SENTENCE = "Lệ phí cấp bản sao là 8.000 đồng";
/** A real sample for every row of the table, by its first extension. */
const SAMPLES: Record<string, Buffer> = {
  ".docx": makeDocx(paragraph("Điều 1", "Heading1") + paragraph(SENTENCE) + tableOf([["Tên", "Số"]])),
  ".doc": makeDoc(`ĐIỀU LỆ\n${SENTENCE}`),
  ".pdf": makePdf([["Điều 1. Phạm vi", SENTENCE], ["Trang thứ hai có đủ chữ để đọc"]]),
  ".xlsx": makeXlsx([
    ["Mã số", "Tên"],
    ["1.001193", SENTENCE],
  ]),
  ".html": Buffer.from(`<!doctype html><html><body><h1>Tên</h1><p>${SENTENCE}</p></body></html>`),
  ".md": Buffer.from(`# Tên\n\n${SENTENCE}\n`),
  ".txt": Buffer.from(`Tên\r\n\r\n${SENTENCE}\r\n`),
  ".json": Buffer.from(JSON.stringify({ fee: SENTENCE })),
  ".jsonl": Buffer.from(`${JSON.stringify({ fee: SENTENCE })}\n\n${JSON.stringify({ fee: null })}\n`),
  ".csv": Buffer.from(`Mã số,Tên\n1.001193,"${SENTENCE}"\n`),
};

/** The whole content as one text; values are iterated. */
function wholeText(content: DocumentContent): string {
  return JSON.stringify(content.kind === "values" ? [...content.values] : content);
}

describe("every row of the table of media types", () => {
  test("has a sample, and no extension is claimed twice", () => {
    expect(Object.keys(SAMPLES).sort()).toEqual(MEDIA_TYPES.map((row) => row.extensions[0]!).sort());
    const extensions = MEDIA_TYPES.flatMap((row) => row.extensions);
    expect(new Set(extensions).size).toBe(extensions.length);
  });

  test.each(MEDIA_TYPES.map((row) => [row.name, row] as const))(
    "%s: reads its sample",
    async (_name, row) => {
      for (const extension of row.extensions) {
        const document = await readDocument(`mẫu${extension}`, SAMPLES[row.extensions[0]!]!);
        expect(document.mediaType).toBe(row.mediaType);
        expect(wholeText(document.content)).toContain(SENTENCE);
      }
    },
  );

  test.each(MEDIA_TYPES.map((row) => [row.name, row] as const))("%s: reads it packed", async (_name, row) => {
    const [extension] = row.extensions;
    const document = await readDocument(`mẫu${extension}.gz`, gzipSync(SAMPLES[extension!]!));
    expect(wholeText(document.content)).toContain(SENTENCE);
  });

  test.each(MEDIA_TYPES.map((row) => [row.name, row] as const))("%s: text is NFC", async (_name, row) => {
    const [extension] = row.extensions;
    const { content } = await readDocument(`mẫu${extension}`, SAMPLES[extension!]!);
    const text = wholeText(content);
    expect(text).toBe(text.normalize("NFC"));
  });
});

test("places are named in Vietnamese and point at the file", async () => {
  const at = async (extension: string) => {
    const { content } = await readDocument(`mẫu${extension}`, SAMPLES[extension]!);
    if (content.kind === "blocks") return content.blocks.at(-1)!.at;
    if (content.kind === "tables") return content.sheets[0]!.rows.at(-1)!.at;
    return [...content.values].at(-1)!.at;
  };
  expect(await at(".docx")).toEqual({ kind: "paragraph", paragraph: 3 });
  expect(await at(".pdf")).toEqual({ kind: "page", page: 2, line: 1 });
  expect(await at(".xlsx")).toEqual({ kind: "row", sheet: "Danh sách", row: 2 });
  expect(await at(".md")).toEqual({ kind: "line", line: 3 });
  expect(await at(".jsonl")).toEqual({ kind: "line", line: 3 });
  expect(await at(".csv")).toEqual({ kind: "row", sheet: null, row: 2 });
});
