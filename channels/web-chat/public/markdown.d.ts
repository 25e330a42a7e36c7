/** Types of markdown.js, which the server uses as well. */
export interface Span {
  style: "plain" | "strong" | "emphasis" | "link";
  text: string;
  /** Of a link: a path of the server, or an address that begins with https. */
  url?: string;
}
export interface Block {
  kind: "paragraph" | "quote" | "bullets" | "steps";
  lines: Span[][];
}
export function parseMarkdown(text: string): Block[];
export function parseSpans(line: string): Span[];
