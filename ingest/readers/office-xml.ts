/** The XML parts of an Office file, looked through before a library builds trees of them: nesting, number of elements,
 *  declarations of entities (which Office never writes), and where the cells of a sheet stand. One pass, no tree.
 *  Source: ECMA-376 part 1, 18.3 (sheets), part 2, 7.2.4 (no DTD in a package). */
import { DocumentError } from "../../knowledge/errors.ts";
import { Budget, type ReadLimits } from "../limits.ts";

export interface XmlTag {
  /** Without prefix: "c" of "x:c". */
  name: string;
  attributes: string;
  /** `<c r="A1"/>`. */
  isEmpty: boolean;
}

/** Calls `visit` for every opening tag. Throws DocumentError: broken XML, a DTD, nested deeper than the limit. */
export function scanXml(
  file: string,
  part: string,
  xml: string,
  limits: ReadLimits,
  visit: (tag: XmlTag) => void,
): void {
  const budget = new Budget(file, limits);
  const broken = () => new DocumentError(file, part, "XML trong tệp bị hỏng");
  let depth = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    const closing = SPECIAL.find(([opening]) => xml.startsWith(opening, at))?.[1];
    const end = closing === undefined ? endOfTag(xml, at) : xml.indexOf(closing, at);
    if (end < 0) throw broken();
    if (closing === undefined) {
      const next = xml[at + 1];
      if (next === "!") throw new DocumentError(file, part, "tệp khai báo DTD, là điều Office không làm");
      if (next === "/") depth--;
      else if (next !== "?") {
        const isEmpty = xml[end - 1] === "/";
        budget.depth(depth + 1, "XML");
        if (!isEmpty) depth++;
        visit(tagOf(xml.slice(at + 1, isEmpty ? end - 1 : end), isEmpty));
      }
    }
    at = end + (closing?.length ?? 1);
  }
}

const SPECIAL = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

/** Index of the ">" that ends the tag at `from`; one inside quotes does not. */
function endOfTag(xml: string, from: number): number {
  let quote = "";
  for (let at = from + 1; at < xml.length; at++) {
    const sign = xml[at]!;
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === ">") return at;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return -1;
}

function tagOf(inner: string, isEmpty: boolean): XmlTag {
  const space = inner.search(/\s/);
  const whole = space < 0 ? inner : inner.slice(0, space);
  return {
    name: whole.slice(whole.indexOf(":") + 1),
    attributes: space < 0 ? "" : inner.slice(space),
    isEmpty,
  };
}

/** Value of an attribute by its whole name. */
export function attributeOf(tag: XmlTag, name: string): string | null {
  const at = ` ${tag.attributes.replace(/\s/g, " ")}`.split(` ${name}=`)[1];
  return at === undefined ? null : (/^(?:"([^"]*)"|'([^']*)')/.exec(at)?.slice(1).find(Boolean) ?? null);
}
