/** Printed lines of pages into paragraphs, by the signs that begin and end a paragraph in Vietnamese documents. */

export interface PageLine {
  page: number;
  line: number;
  text: string;
}

/** "1.", "1.2.", "a)", "đ)", "(1)", "-", "+", "•", "Điều 5.", "Chương I". */
const BEGINS =
  /^(?:\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]{1,2}\)|\(?(?:\d{1,3}|[ivx]{1,5})\)|[-+•*–]\s|(?:Phần|Chương|Mục|Điều|Phụ lục|PHẦN|CHƯƠNG|MỤC|ĐIỀU|PHỤ LỤC)\s+(?:thứ\s|[IVXLC\d])|[IVX]{1,5}\.\s)/u;
const ENDS = /[.:;!?”"]$/;
const RUNNING_LINES = 2;
/** Forms and tables have such lines; none of them runs on. */
const SHORT_LINE = 40;
/** A page without full stops is a table or a list of names; its lines are not one paragraph. */
const LONGEST_PARAGRAPH = 20_000;

const isCapitals = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** A paragraph stands at its first line and may run over the end of a page. */
export function joinLines(lines: readonly PageLine[]): PageLine[] {
  const paragraphs: PageLine[] = [];
  const longest =
    lines.map((line) => line.text.length).sort((a, b) => a - b)[Math.floor(lines.length * 0.9)] ?? 0;
  let last = "";
  for (const line of lines) {
    const open = paragraphs.at(-1);
    // A line far shorter than the rest ends its paragraph even without a full stop: titles, signatures, forms.
    const full =
      last.length > Math.max(SHORT_LINE, longest * 0.6) && isCapitals(last) === isCapitals(line.text);
    const continues =
      open &&
      full &&
      open.text.length < LONGEST_PARAGRAPH &&
      !BEGINS.test(line.text) &&
      (!ENDS.test(last) || /^\p{Ll}/u.test(line.text));
    if (continues) open.text = `${open.text} ${line.text}`;
    else paragraphs.push({ ...line });
    last = line.text;
  }
  return paragraphs;
}

/** Without the first and last lines of a page that recur, digits aside, on most pages: heads, feet, page numbers. */
export function withoutRunningHeads(lines: readonly PageLine[], pages: number): PageLine[] {
  if (pages < 3) return [...lines];
  const edges = lines.filter((line, i) => isEdge(lines, i) && line.text.length < 120);
  const seen = new Map<string, Set<number>>();
  for (const line of edges) {
    const key = keyOf(line.text);
    seen.set(key, (seen.get(key) ?? new Set()).add(line.page));
  }
  const running = new Set([...seen].filter(([, on]) => on.size >= pages * 0.4).map(([key]) => key));
  return lines.filter((line, i) => !(running.has(keyOf(line.text)) && isEdge(lines, i)));
}

const keyOf = (text: string) => text.replace(/\d+/g, "#");

function isEdge(lines: readonly PageLine[], i: number): boolean {
  const { page } = lines[i]!;
  return lines[i - RUNNING_LINES]?.page !== page || lines[i + RUNNING_LINES]?.page !== page;
}
