/** The Markdown that replies use, read into plain data; whoever shows it builds nodes, so no markup can slip in. */

/**
 * @typedef {{ style: "plain" | "strong" | "emphasis" | "link", text: string, url?: string }} Span
 * @typedef {{ kind: "paragraph" | "quote" | "bullets" | "steps", lines: Span[][] }} Block
 */

const SPAN = /\*\*(.+?)\*\*|\*(?=\S)([^*]*\S)\*|\[([^\][]+)\]\((\/(?!\/)[^()\s]*|https:\/\/[^()\s]+)\)/g;
/** @type {[Block["kind"], RegExp][]} */
const LINE_KINDS = [
  ["bullets", /^\s*[-*•]\s+/],
  ["steps", /^\s*\d{1,2}[.)]\s+/],
  ["quote", /^>\s?/],
];

/** @type {(typeof LINE_KINDS)[number]} */
const PARAGRAPH = ["paragraph", /^#{1,4}\s+/];

/** Paragraphs, quotes, bullet and numbered lists; bold, italic and links inside a line. Anything else stays as typed.
 * @param {string} text
 * @returns {Block[]} */
export function parseMarkdown(text) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {Block | undefined} */
  let open;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") {
      open = undefined;
      continue;
    }
    const [kind, mark] = LINE_KINDS.find(([, pattern]) => pattern.test(line)) ?? PARAGRAPH;
    if (open?.kind !== kind) {
      open = { kind, lines: [] };
      blocks.push(open);
    }
    open.lines.push(parseSpans(line.replace(mark, "")));
  }
  return blocks;
}

/** @param {string} line
 * @returns {Span[]} */
export function parseSpans(line) {
  /** @type {Span[]} */
  const spans = [];
  let end = 0;
  for (const match of line.matchAll(SPAN)) {
    if (match.index > end) spans.push({ style: "plain", text: line.slice(end, match.index) });
    const [, strong, emphasis, label, url] = match;
    if (label !== undefined && url !== undefined) spans.push({ style: "link", text: label, url });
    else if (strong !== undefined) spans.push({ style: "strong", text: strong });
    else spans.push({ style: "emphasis", text: emphasis ?? "" });
    end = match.index + match[0].length;
  }
  if (end < line.length) spans.push({ style: "plain", text: line.slice(end) });
  return spans;
}
