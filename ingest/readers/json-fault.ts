/** Where a JSON text stops being JSON. The engine's messages differ between versions and often name no place. */

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Index of the first sign that doesn't fit; the length of the text when it ends too early; null for sound JSON. */
export function jsonFault(text: string): number | null {
  let at = 0;
  const open: string[] = [];
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const sign = (): string | undefined => {
    take(SPACE);
    return text[at];
  };
  /** After "{" or "," in an object: the key and its colon. */
  const key = (): boolean => {
    sign();
    if (!take(STRING) || sign() !== ":") return false;
    at++;
    return true;
  };
  for (;;) {
    const first = sign();
    if (first === "{" || first === "[") {
      at++;
      const close = first === "{" ? "}" : "]";
      if (sign() !== close) {
        open.push(close);
        if (first === "{" && !key()) return faultAt(text, at);
        continue;
      }
      at++;
    } else if (!take(STRING) && !take(SCALAR)) return faultAt(text, at);
    // A value has ended: close what closes, then a comma or the end.
    for (let next = sign(); ; next = sign()) {
      if (open.length === 0) return next === undefined ? null : at;
      if (next === open.at(-1)) {
        at++;
        open.pop();
      } else if (next === ",") {
        at++;
        if (open.at(-1) === "}" && !key()) return faultAt(text, at);
        break;
      } else return faultAt(text, at);
    }
  }
}

/** A string or a word that the end of the text cuts is a text that ends too early. */
function faultAt(text: string, at: number): number {
  const rest = text.slice(at);
  const cutString = /^"(?:[^"\\\p{Cc}]|\\.)*\\?$/u.test(rest);
  return cutString || /^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-)?$/.test(rest) ? text.length : at;
}
