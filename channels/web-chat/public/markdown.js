/** The Markdown that replies use, read into plain data; whoever shows it builds nodes, so no markup can slip in. */

/**
 * @typedef {{ style: "plain" | "strong" | "emphasis", text: string }} Span
 * @typedef {{ kind: "paragraph" | "quote" | "bullets" | "steps", lines: Span[][] }} Block
 */

const SPAN = /\*\*(.+?)\*\*|\*(?=\S)([^*]*\S)\*/g;
/** @type {[Block["kind"], RegExp][]} */
const LINE_KINDS = [
  ["bullets", /^\s*[-*•]\s+/],
  ["steps", /^\s*\d{1,2}[.)]\s+/],
  ["quote", /^>\s?/],
];

/** @type {(typeof LINE_KINDS)[number]} */
const PARAGRAPH = ["paragraph", /^#{1,4}\s+/];

/** Paragraphs, quotes, bullet and numbered lists; bold and italic inside a line. Anything else stays as typed.
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
    spans.push(
      match[1] === undefined
        ? { style: "emphasis", text: match[2] ?? "" }
        : { style: "strong", text: match[1] },
    );
    end = match.index + match[0].length;
  }
  if (end < line.length) spans.push({ style: "plain", text: line.slice(end) });
  return spans;
}
