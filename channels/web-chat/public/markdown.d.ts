/** Types of markdown.js, which the server uses as well. */
export interface Span {
  style: "plain" | "strong" | "emphasis";
  text: string;
}
export interface Block {
  kind: "paragraph" | "quote" | "bullets" | "steps";
  lines: Span[][];
}
export function parseMarkdown(text: string): Block[];
export function parseSpans(line: string): Span[];
