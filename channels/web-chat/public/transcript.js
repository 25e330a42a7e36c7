/** The conversation as plain text, for the clipboard and for a file. */
import { parseMarkdown } from "./markdown.js";

/** @import { Turn, TurnResponse, Words } from "./types.d.ts" */

const MARKS = { paragraph: "", quote: "> ", bullets: "- ", steps: "- " };

/** @param {string} text */
const plain = (text) =>
  parseMarkdown(text)
    .map(({ kind, lines }) =>
      lines.map((spans) => MARKS[kind] + spans.map((span) => span.text).join("")).join("\n"),
    )
    .join("\n\n");

/** @param {TurnResponse} response @param {Words} words */
export const replyText = ({ code, reply }, words) => `${plain(reply.text)}\n\n${words.code}: ${code}`;

/** @param {readonly Turn[]} turns @param {Words} words */
export const transcriptText = (turns, words) =>
  turns
    .map(({ text, response }) => `${words.asked}: ${text}\n\n${words.replied}: ${replyText(response, words)}`)
    .join("\n\n---\n\n");

/** @param {string} text @param {string} name */
export function saveAsFile(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
