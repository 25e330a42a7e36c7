/** Runs of a Word document that nobody sees: hidden, too small to read, or white outside tables and shaded places.
 *  Source: ECMA-376 part 1, 17.3.2.41 (vanish), 17.3.2.38 (sz), 17.3.2.6 (color). */

const RUN = /<w:r(?:\s[^<>]*)?>/g;
const PROPERTIES_END = "</w:rPr>";
const LONGEST_PROPERTIES = 3000;
/** Half points. */
const SMALLEST_READABLE = 4;

/** The part without the text of such runs; their words are given to `found`. */
export function withoutHiddenRuns(xml: string, found: (text: string) => void): string {
  const kept: string[] = [];
  let from = 0;
  let tables = 0;
  let counted = 0;
  for (const match of xml.matchAll(RUN)) {
    const start = match.index + match[0].length;
    if (start < from || !xml.startsWith("<w:rPr>", start)) continue;
    const end = xml.slice(start, start + LONGEST_PROPERTIES).indexOf(PROPERTIES_END);
    if (end < 0) continue;
    const properties = xml.slice(start, start + end);
    const looks = looksHidden(properties);
    if (looks === "no") continue;
    const before = xml.slice(counted, start);
    tables += before.split("<w:tbl>").length - before.split("</w:tbl>").length;
    counted = start;
    if (looks === "white" && (tables > 0 || isShaded(xml, start))) continue;
    const close = xml.indexOf("</w:r>", start);
    if (close < 0) break;
    const inner = xml.slice(start + end, close);
    // A drawing inside the run holds runs of its own.
    if (inner.includes("<w:r>") || inner.includes("<w:r ")) continue;
    found(inner.replace(/<[^<>]*>/g, ""));
    kept.push(xml.slice(from, start + end + PROPERTIES_END.length));
    from = close;
  }
  return from === 0 ? xml : [...kept, xml.slice(from)].join("");
}

function looksHidden(properties: string): "yes" | "white" | "no" {
  if (/<w:vanish(?:\s*\/|\s+w:val="(?:1|true|on)"\s*\/)>/.test(properties)) return "yes";
  const size = /<w:sz w:val="(\d{1,4})"/.exec(properties)?.[1];
  if (size !== undefined && Number(size) < SMALLEST_READABLE) return "yes";
  const white = /<w:color w:val="(?:FFFFFF|ffffff)"/.test(properties);
  return white && !/<w:(?:shd|highlight) /.test(properties) ? "white" : "no";
}

/** The paragraph around the run has a background. */
function isShaded(xml: string, at: number): boolean {
  const before = xml.slice(Math.max(0, at - 2 * LONGEST_PROPERTIES), at);
  const paragraph = Math.max(before.lastIndexOf("<w:p>"), before.lastIndexOf("<w:p "));
  return before.slice(Math.max(0, paragraph)).includes("<w:shd ");
}
