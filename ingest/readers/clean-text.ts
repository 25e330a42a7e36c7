/** Makes text quotable without changing what it says: one Unicode form, no invisible signs, plain spaces. Unlike
 *  knowledge/vietnamese/normalize.ts it keeps quotes, dashes and letters as printed. */

const LINE_BREAKS = /\r\n?|[\v\f\u0085\p{Zl}\p{Zp}]/gu;
const SPACES = /[\t\p{Zs}]+/gu;
/** Zero-width and directional signs, soft hyphens, byte order marks, control characters. */
const INVISIBLE = /(?!\n)[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu;
/** Bullets of symbol fonts; elsewhere such a sign is noise. */
const PRIVATE_BULLET = /(^|[\n:;.]) ?\p{Co}+(?= )/gu;
const PRIVATE_USE = /\p{Co}/gu;
/** Tone typed before shape ("e" + sắc + circumflex) does not compose by itself. */
const TONE_BEFORE_SHAPE = /([\u0300\u0301\u0303\u0309])([\u0302\u0306])/g;
const LOOSE_MARK = /[\u0300-\u036f]/;
/** Usually there is nothing to do but NFC. */
const SUSPECT = /(?!\n)[\p{Cf}\p{Cc}\p{Co}\p{Variation_Selector}]|(?! )\p{Z}| {2}| \n|\n |\n{3}|^\s|\s$/u;

/** Signs that are clean in any company but space and line break: ASCII, and what else Vietnamese offices print. */
const PLAIN = /[!-~§°–—‘’“”…•À-ÖØ-öø-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u;
const isPlainUnit = Uint8Array.from({ length: 0x2040 }, (_, unit) =>
  Number(PLAIN.test(String.fromCharCode(unit))),
);
const SPACE = 0x20;
const LINE_BREAK = 0x0a;

/** Most texts are: words with one space or line break between them. Much faster than the patterns, and never true where they would
 *  find something to do. */
function isPlain(text: string): boolean {
  let isWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isPlainUnit[unit] === 1) isWord = true;
    else if ((unit === SPACE || unit === LINE_BREAK) && isWord) isWord = false;
    else return false;
  }
  return isWord;
}

/** Lines are kept; spaces inside them collapse. Cleaning twice changes nothing. */
export function cleanText(text: string): string {
  return text === "" || isPlain(text) ? text : cleanAny(text);
}

function cleanAny(text: string): string {
  const composed = compose(text);
  if (!SUSPECT.test(composed)) return composed;
  const cleaned = composed
    .replace(LINE_BREAKS, "\n")
    .replace(SPACES, " ")
    .replace(INVISIBLE, "")
    .replace(PRIVATE_BULLET, (_all, before: string) =>
      before === "" || before === "\n" ? `${before}-` : `${before} -`,
    )
    .replace(PRIVATE_USE, "")
    .replace(/ {2,}/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return compose(cleaned);
}

/** The same on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, " ");

function compose(text: string): string {
  const composed = text.normalize("NFC");
  if (!LOOSE_MARK.test(composed)) return composed;
  return composed.normalize("NFD").replace(TONE_BEFORE_SHAPE, "$2$1").normalize("NFC");
}

/** Every string of a JSON value cleaned; keys too, so that "mã_thủ_tục" is found in either Unicode form. */
export function cleanValue(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (value === null || typeof value !== "object") return value;
  const cleaned: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const name = key.normalize("NFC");
    if (name !== "__proto__") cleaned[name] = cleanValue(inner);
    else {
      // By assignment it would set the prototype.
      const own = { value: cleanValue(inner), enumerable: true, writable: true, configurable: true };
      Object.defineProperty(cleaned, name, own);
    }
  }
  return cleaned;
}
