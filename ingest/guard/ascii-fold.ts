/** Text reduced to what a pattern needs: small Latin letters without diacritics, look-alike letters of other scripts
 *  among them. Made for megabytes: a table instead of normalisation. */
import { fold, normalizeText } from "../../knowledge/vietnamese/normalize.ts";

const TABLE_SIZE = 0x2100;
const SPACE = 0x20;
const FULL_WIDTH = 0xff01;
const FULL_WIDTH_END = 0xff5e;
const FULL_WIDTH_OFFSET = 0xfee0;

/** ASCII code of each UTF-16 unit; 0: nothing is seen of it. */
const asciiOf = Uint8Array.from({ length: TABLE_SIZE }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  if (/\s/u.test(letter)) return letter === "\n" ? 0x0a : SPACE;
  const folded = fold(normalizeText(letter));
  const code = folded.charCodeAt(0);
  return Number.isNaN(code) ? 0 : code < 0x80 ? code : SPACE;
});

/** Used again for every text. */
let bytes = Buffer.allocUnsafe(4096);

/** Line breaks stay. */
export function asciiFolded(text: string): string {
  if (bytes.length < text.length) bytes = Buffer.allocUnsafe(2 * text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const plain = unit >= FULL_WIDTH && unit <= FULL_WIDTH_END ? unit - FULL_WIDTH_OFFSET : unit;
    const code = plain < TABLE_SIZE ? asciiOf[plain]! : SPACE;
    if (code !== 0) bytes[length++] = code;
  }
  return bytes.toString("latin1", 0, length);
}
