/** What can be known of JSON before anybody has vouched for it: one pass over the bytes, without recursion and without
 *  building a value. Of broken JSON the answers are as good as its beginning. */

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Position of the quote that ends the string beginning at `from`; the length of the bytes when none does. */
function endOfString(json: Uint8Array, from: number): number {
  let at = from;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return Math.min(at, json.length);
}

/** Whether lists and objects stand in each other deeper than so many levels. */
export function isDeeperThan(json: Uint8Array, levels: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at]!;
    if (byte === QUOTE) at = endOfString(json, at + 1);
    else if (OPENING.has(byte) && ++depth > levels) return true;
    else if (CLOSING.has(byte)) depth--;
  }
  return false;
}

const isBlankOrColon = (byte: number) => byte === COLON || byte <= 0x20;
const endsNumber = (byte: number) => byte === COMMA || byte <= 0x20 || CLOSING.has(byte);

/** The text of a string, or the digits of a number, that the outermost object has under a name; the last one where there
 *  are several, as for JSON.parse. Undefined for other values, and for a name or a value with escapes in it. */
export function outermostValue(json: Buffer, name: string): string | undefined {
  let found: string | undefined;
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at]!;
    if (OPENING.has(byte)) depth++;
    else if (CLOSING.has(byte)) depth--;
    else if (byte === QUOTE) {
      const from = at + 1;
      at = endOfString(json, from);
      if (depth !== 1 || json.toString("utf8", from, Math.min(at, from + name.length + 1)) !== name) continue;
      let value = at + 1;
      while (value < json.length && isBlankOrColon(json[value]!)) value++;
      // A value that happens to read like the name.
      if (!json.subarray(at + 1, value).includes(COLON)) continue;
      found = scalarAt(json, value);
      at = value - 1;
    }
  }
  return found;
}

function scalarAt(json: Buffer, at: number): string | undefined {
  if (json[at] === QUOTE) {
    const text = json.subarray(at + 1, endOfString(json, at + 1));
    return text.includes(BACKSLASH) ? undefined : text.toString("utf8");
  }
  let end = at;
  while (end < json.length && !endsNumber(json[end]!)) end++;
  const digits = json.toString("latin1", at, Math.min(end, at + 30));
  return /^\d+$/.test(digits) ? digits : undefined;
}
