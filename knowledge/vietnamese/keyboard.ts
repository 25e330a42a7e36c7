/** Undoes Telex and VNI typing when the input method was off: "thur tucj" → "thủ tục", "thu3 tu5c" → "thủ tục".
 *  A word is decoded only when it is no Vietnamese syllable as typed and becomes one; anything else ("wifi",
 *  "callbot", "CT01") stays. */
import { isVietnameseSyllable } from "./syllables.ts";

const TELEX_TONES: Readonly<Record<string, string>> = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const VNI_TONES: Readonly<Record<string, string>> = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };
/** English and technical words that happen to decode into syllables. */
const KEEP = new Set(
  "as is us was his has this class case use user users bus soc data task tasks web app apps fax max tax test text next box fix mix six sex flow now how low row new news view show law draw raw saw we you door good look book food zoom room too see need feed free fee feel keep week been meet deep screen off file for her form or are more year car card bar hr pr dr mr sr nor far park mark port report sort short start smart star four hour our your door floor poor error ddos add odd email wow excel word access process pass js css os ios gps sms pos ros ok covid kpi ioc iot sso ssl api chart market support loans docs password forward hardware software firewall windows browser".split(" "),
);

/** "oong" is a rime of two loan words only; elsewhere it is ông, typed. */
const DOUBLE_O = /^(?!b|x)[a-z]+oong[sfrxj]?$/;

export function undoKeyboard(text: string): string {
  return text.replace(/[\p{L}\p{M}\d]+/gu, (word) => decodeWord(word) ?? word);
}

/** Undefined: leave the word. */
export function decodeWord(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (!/^[a-zđăâêôơư\d]+$/.test(lower) || lower.length < 3 || /^\d+$/.test(lower) || KEEP.has(lower)) return undefined;
  if (word.length > 1 && word === word.toUpperCase()) return undefined;
  if (/\d/.test(lower)) return /^[a-z]+\d[a-z\d]*$/.test(lower) ? accepted(lower, decodeVni(lower)) : undefined;
  if (isVietnameseSyllable(lower) && !DOUBLE_O.test(lower)) return undefined;
  return accepted(lower, decodeTelex(lower));
}

/** A decoded word must be a syllable and carry a mark; "ct01" decoded to nothing sensible stays. */
function accepted(typed: string, decoded: string | undefined): string | undefined {
  if (decoded === undefined || decoded === typed) return undefined;
  if (/\d/.test(decoded) || !isVietnameseSyllable(decoded)) return undefined;
  const marks = decoded.normalize("NFD").match(/\p{M}/gu)?.length ?? 0;
  return marks > 0 || decoded.includes("đ") ? decoded : undefined;
}

function decodeTelex(word: string): string | undefined {
  let tone = "";
  let letters = "";
  for (const [i, letter] of [...word].entries()) {
    const hasVowel = /[aeiouyăâêôơư]/.test(letters);
    if (i > 0 && hasVowel && letter in TELEX_TONES) {
      if (tone !== "") return undefined;
      tone = TELEX_TONES[letter]!;
      continue;
    }
    letters += letter;
  }
  letters = letters
    .replace(/^dd/, "đ")
    .replace(/^d(.*)d$/, "đ$1")
    .replace(/uow|uwow|uwo/, "ươ")
    .replace(/aa/, "â")
    .replace(/ee/, "ê")
    .replace(/oo/, "ô")
    .replace(/aw/, "ă")
    .replace(/ow/, "ơ")
    .replace(/uw/, "ư")
    .replace(/^([^aeiouy]*)w/, "$1ư");
  // The key for the mark may come after the last consonant: "hoang" + "o", "tiengse".
  letters = letters.replace(/^([^aeo]*)(a|e|o)([^aeo]+)\2$/, (_all, onset, vowel, coda) => `${onset}${{ a: "â", e: "ê", o: "ô" }[vowel as "a" | "e" | "o"]}${coda}`);
  letters = letters.replace(/^(.*?)(uo|u|o|a)([a-z]*)w$/, (_all, onset, vowel, coda) => `${onset}${{ uo: "ươ", u: "ư", o: "ơ", a: "ă" }[vowel as "uo" | "u" | "o" | "a"]}${coda}`);
  return placeTone(letters, tone);
}

function decodeVni(word: string): string | undefined {
  let tone = "";
  let letters = "";
  for (const letter of word) {
    if (letter in VNI_TONES) {
      if (tone !== "") return undefined;
      tone = VNI_TONES[letter]!;
    } else if (letter === "6") {
      const changed = letters.replace(/(a|e|o)(?=[^aeo]*$)/, (vowel) => ({ a: "â", e: "ê", o: "ô" })[vowel as "a" | "e" | "o"]);
      if (changed === letters) return undefined;
      letters = changed;
    } else if (letter === "7") {
      const changed = /uo/.test(letters) ? letters.replace(/uo/, "ươ") : letters.replace(/(u|o)(?=[^uo]*$)/, (vowel) => (vowel === "u" ? "ư" : "ơ"));
      if (changed === letters && !/ươ|ưo/.test(letters)) return undefined;
      letters = changed.replace("ưo", "ươ");
    } else if (letter === "8") {
      const changed = letters.replace(/a(?=[^a]*$)/, "ă");
      if (changed === letters) return undefined;
      letters = changed;
    } else if (letter === "9") {
      if (!letters.startsWith("d")) return undefined;
      letters = `đ${letters.slice(1)}`;
    } else if (/\d/.test(letter)) return undefined;
    else letters += letter;
  }
  letters = letters.replace("ưo", "ươ").replace("uơ", "ươ");
  return placeTone(letters, tone);
}

/** Puts the tone on the vowel where the old style has it: the marked vowel, else by the syllable's shape. */
export function placeTone(letters: string, tone: string): string | undefined {
  if (tone === "") return letters;
  const match = /^(qu|gi(?=[aăâeêioôơuưy])|[^aăâeêioôơuưy]*)([aăâeêioôơuưy]+)([^aăâeêioôơuưy]*)$/.exec(letters);
  if (!match) return undefined;
  const [, onset, vowels, coda] = match as unknown as [string, string, string, string];
  const marked = [...vowels].findLastIndex((vowel) => "ăâêôơư".includes(vowel));
  const position = marked >= 0 ? marked : vowels.length === 1 ? 0 : coda !== "" || vowels.length === 3 ? Math.min(1, vowels.length - 1) : 0;
  const toned = `${vowels.slice(0, position + 1)}${tone}${vowels.slice(position + 1)}`;
  return `${onset}${toned}${coda}`.normalize("NFC");
}
