/** One row per format that can be read. To add one: a file beside this, a row here, a sample in the test. */
import type { Reader } from "./document.ts";
import type { Sniffed } from "./sniff.ts";

export interface MediaType {
  mediaType: string;
  /** For people, in Vietnamese. */
  name: string;
  /** Lower case. The first is the usual one. */
  extensions: readonly string[];
  /** What the bytes may be; anything else means that the extension lies. */
  content: readonly Sniffed[];
  /** Loads the reader and its library when the first such file comes. */
  load: () => Promise<{ read: Reader }>;
}

export const MEDIA_TYPES: readonly MediaType[] = [
  {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    name: "Word",
    extensions: [".docx"],
    content: ["docx"],
    load: () => import("./docx.ts"),
  },
  {
    mediaType: "application/msword",
    name: "Word 97–2003",
    extensions: [".doc"],
    content: ["doc"],
    load: () => import("./doc.ts"),
  },
  {
    mediaType: "application/pdf",
    name: "PDF có chữ",
    extensions: [".pdf"],
    content: ["pdf"],
    load: () => import("./pdf.ts"),
  },
  {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: "Excel",
    extensions: [".xlsx"],
    content: ["xlsx"],
    load: () => import("./xlsx.ts"),
  },
  {
    mediaType: "text/html",
    name: "trang HTML",
    extensions: [".html", ".htm"],
    content: ["html", "text"],
    load: () => import("./html.ts"),
  },
  {
    mediaType: "text/markdown",
    name: "Markdown",
    extensions: [".md", ".markdown"],
    content: ["text"],
    load: () => import("./markdown.ts"),
  },
  {
    mediaType: "text/plain",
    name: "văn bản thường",
    extensions: [".txt"],
    content: ["text"],
    load: () => import("./text.ts"),
  },
  {
    mediaType: "application/json",
    name: "JSON",
    extensions: [".json"],
    content: ["text"],
    load: () => import("./json.ts"),
  },
  {
    mediaType: "application/x-ndjson",
    name: "JSON từng dòng",
    extensions: [".jsonl", ".ndjson"],
    content: ["text"],
    load: () => import("./jsonl.ts"),
  },
  {
    mediaType: "text/csv",
    name: "bảng CSV",
    extensions: [".csv", ".tsv"],
    content: ["text"],
    load: () => import("./csv.ts"),
  },
];

export const READABLE_EXTENSIONS: readonly string[] = MEDIA_TYPES.flatMap((row) => row.extensions);
