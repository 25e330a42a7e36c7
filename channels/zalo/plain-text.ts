/** The short Markdown of replies as a chat without formatting shows it. */
import { withPublicLinks } from "../own-links.ts";

const STRONG = /\*\*(.+?)\*\*/g;
const EMPHASIS = /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*\S)\*(?![\p{L}\p{N}*])/gu;
const LINK = /\[([^\][\n]+)\]\((https?:[^()\s]+)\)/g;

export const toPlainText = (markdown: string): string =>
  withPublicLinks(markdown, "")
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^(\s*)[-*]\s+/, "$1• ")
        .replace(/^>\s?(.*)$/, (_line, quoted: string) => (quoted.trim() === "" ? "" : `“${quoted.trim()}”`))
        .replace(/^#{1,4}\s+/, "")
        .replace(LINK, "$1 ($2)")
        .replace(STRONG, "$1")
        .replace(EMPHASIS, "$1"),
    )
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
