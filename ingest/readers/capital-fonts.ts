/** Fonts of TCVN3 that print small letters as capitals (.VnTimeH): TCVN3 has no code for most accented capitals. Their
 *  words are marked in the part, and put in capitals when their code page has been read. */

const FONT = String.raw`<w:rFonts(?:\s[^<>]*)?\sw:(?:ascii|hAnsi)="\.Vn[A-Za-z ]{1,40}H"`;
const CAPITAL_FONT = new RegExp(FONT);
const OWN_FONT = /<w:rFonts(?:\s[^<>]*)?\sw:(?:ascii|hAnsi)="/;
const PARAGRAPH_OR_RUN = /<w:(p|r)(?:\s[^<>]*)?>/g;
const PARAGRAPH_STYLE = /<w:pStyle w:val="([^"<>]{1,100})"/;
const RUN_STYLE = /<w:rStyle w:val="([^"<>]{1,100})"/;
const TEXT = /(<w:t(?:\s[^<>]*)?>)([^<>]+)(?=<\/w:t>)/g;
const LONGEST_PROPERTIES = 3000;
/** Delete, which no text holds: two before the words, one behind. */
const MARK = "\x7f";

/** Ids of the styles whose font is such a one. */
export function capitalStyles(xml: string): ReadonlySet<string> {
  const styles = xml.split("<w:style ").slice(1);
  return new Set(
    styles.flatMap((style) =>
      CAPITAL_FONT.test(style) ? (/w:styleId="([^"<>]{1,100})"/.exec(style)?.[1] ?? []) : [],
    ),
  );
}

export function withMarkedCapitals(xml: string, styles: ReadonlySet<string>): string {
  if (styles.size === 0 && !CAPITAL_FONT.test(xml)) return xml;
  const parts: string[] = [];
  let from = 0;
  let isStyled = false;
  for (const match of xml.matchAll(PARAGRAPH_OR_RUN)) {
    const start = match.index + match[0].length;
    if (start < from) continue;
    if (match[1] === "p") {
      const head = xml.slice(start, start + LONGEST_PROPERTIES);
      const properties = head.startsWith("<w:pPr>") ? head.slice(0, head.indexOf("</w:pPr>")) : "";
      isStyled = styles.has(PARAGRAPH_STYLE.exec(properties)?.[1] ?? "");
      continue;
    }
    const head = xml.slice(start, start + LONGEST_PROPERTIES);
    const properties = head.startsWith("<w:rPr>") ? head.slice(0, head.indexOf("</w:rPr>")) : "";
    const byStyle = isStyled || styles.has(RUN_STYLE.exec(properties)?.[1] ?? "");
    if (!(OWN_FONT.test(properties) ? CAPITAL_FONT.test(properties) : byStyle)) continue;
    const end = xml.indexOf("</w:r>", start);
    if (end < 0) break;
    parts.push(xml.slice(from, start), xml.slice(start, end).replace(TEXT, `$1${MARK}${MARK}$2${MARK}`));
    from = end;
  }
  return [...parts, xml.slice(from)].join("");
}

const MARKED = new RegExp(`${MARK}{2}([^${MARK}]*)${MARK}`, "g");

/** Of the HTML: entities stay as they are. */
export const inCapitals = (html: string): string =>
  html.replace(MARKED, (_all, words: string) =>
    words
      .split(/(&[#\w]{1,10};)/)
      .map((part, i) => (i % 2 === 1 ? part : part.toUpperCase()))
      .join(""),
  );
