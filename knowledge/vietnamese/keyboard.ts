/** Undoes Telex and VNI typing when the input method was off: "thur tucj" → "thủ tục", "thu3 tu5c" → "thủ tục".
 *  A word is decoded only when it is no Vietnamese syllable as typed and becomes one; anything else ("wifi",
 *  "callbot", "CT01") stays. */
import { isVietnameseSyllable } from "./syllables.ts";

const TELEX_TONES: Readonly<Record<string, string>> = {
  s: "\u0301",
  f: "\u0300",
  r: "\u0309",
  x: "\u0303",
  j: "\u0323",
};
const VNI_TONES: Readonly<Record<string, string>> = {
  1: "\u0301",
  2: "\u0300",
  3: "\u0309",
  4: "\u0303",
  5: "\u0323",
};
const CIRCUMFLEX: Readonly<Record<string, string>> = { a: "â", e: "ê", o: "ô" };
const HORN_OR_BREVE: Readonly<Record<string, string>> = { uo: "ươ", ưo: "ươ", u: "ư", o: "ơ", a: "ă" };
const MIN_LENGTH = 3;

/** English and technical words that decode into syllables by chance. */
const KEEP = new Set(
  (
    "has his was this class use user users bus soc data task tasks web app apps fax max tax test text " +
    "next box fix mix six sex flow now how low row rows new news view show law draw raw saw you door good " +
    "look book food zoom room too see sees seem seems need feed free fee feel keep keeps week been meet " +
    "meets deep screen off file for her form are more year car card bar nor far park mark port report " +
    "sort short start smart star four hour our your floor poor error odd add email wow excel word access " +
    "process pass press dress cross miss less loss mess kiss guess bass boss plus yes gas ads css ios gps " +
    "sms pos ros covid kpi ioc iot sso ssl api chart market support loans docs password forward hardware " +
    "software firewall windows browser moon soon noon boom seen teen queen bees knee var vars mars axis " +
    "iris bios visa vista nas nats hex lux tex sox fox nix lax coax thor tour pour soar roar hair pair " +
    "chair sir stir air beer peer deer veer moor boor jar czar war dir sur per over under tree trees own " +
    "down won did deps ops queue queues res runs buf uri term turn things days goes maps thus vary exe " +
    "boost xor sets lets lots loops bits dots gist trims arm arms sense says tips hits caps bots sits " +
    "honor dojo sys ref aws asap misc hoops hero bias keen gaps usa ups cats guts hangs hats mats nets " +
    "pots pets jets jobs oops tons sons cons pros ins outs ness par para param des les der ser mar los " +
    "las chats " +
    "does doesn char tar isn hasn thats conf def desc resp noir sans tox oom quinn past ips hops ics"
  ).split(" "),
);

/** "oong" is a rime of a few loan words; elsewhere it is ông, typed. */
const DOUBLE_O = /^(?!b|x)[a-z]+oong[sfrxj]?$/;
/** Keys that end a syllable. */
const LAST_KEYS = "hngctm";
const SHORTEST_BEFORE_HELD = 3;
/** Endings of English words ("best", "core"): in Telex the tone key stands neither before a vowel nor before a last t
 *  that no other key marks. */
const ENGLISH_ENDING = /[aeiouy][sfrxj][aeiouy]|^[^w]*(?<!aa|ee|oo)st$/;
const LETTERS_AND_LAST_DIGIT = /^([a-z]+)\d$/;

export function undoKeyboard(text: string): string {
  const words = text.match(/[\p{L}\p{M}\d]+/gu) ?? [];
  const certain = words.some(
    (word) => /\d/.test(word) && !isDoubtful(word) && decodeWord(word) !== undefined,
  );
  return text.replace(/[\p{L}\p{M}\d]+/gu, (word) =>
    isDoubtful(word) && !certain ? word : (decodeWord(word) ?? word),
  );
}

/** "phi1" may be "phí" or a numbered "phi": VNI only beside a word that is VNI without doubt. */
function isDoubtful(word: string): boolean {
  const letters = LETTERS_AND_LAST_DIGIT.exec(word.toLowerCase())?.[1];
  return letters !== undefined && isVietnameseSyllable(letters);
}

/** The word meant, its first letter as large as typed; undefined: leave the word. */
export function decodeWord(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (!/^[a-zđăâêôơư\d]+$/.test(lower) || lower.length < MIN_LENGTH || KEEP.has(lower)) return undefined;
  if (word === word.toUpperCase()) return undefined;
  const meant = decodeLower(lower);
  if (meant === undefined) return undefined;
  return word[0] === lower[0] ? meant : meant[0]!.toUpperCase() + meant.slice(1);
}

function decodeLower(word: string): string | undefined {
  if (/\d/.test(word)) return /^[a-z]+\d[a-z\d]*$/.test(word) ? accepted(word, decodeVni(word)) : undefined;
  if (isVietnameseSyllable(word) && !DOUBLE_O.test(word)) return undefined;
  const held = withoutHeldKey(word);
  if (held && isVietnameseSyllable(held)) return held;
  return ENGLISH_ENDING.test(word) ? undefined : accepted(word, decodeTelex(word));
}

/** A last key held too long: "sinhh" → "sinh"; undefined where none was. */
function withoutHeldKey(word: string): string | undefined {
  const last = word.charAt(word.length - 1);
  let from = word.length;
  while (from > SHORTEST_BEFORE_HELD && word[from - 1] === last) from--;
  const isHeld = LAST_KEYS.includes(last) && word.length - from > 1 && /^[a-z]+$/.test(word);
  return isHeld ? word.slice(0, from + 1) : undefined;
}

/** A decoded word must be a syllable and carry a mark. */
function accepted(typed: string, decoded: string | undefined): string | undefined {
  if (decoded === undefined || decoded === typed || !isVietnameseSyllable(decoded)) return undefined;
  return /[^a-z]/.test(decoded) ? decoded : undefined;
}

function decodeTelex(word: string): string | undefined {
  let tone = "";
  let letters = "";
  for (const letter of word) {
    if (letter in TELEX_TONES && /[aeiouyăâêôơư]/.test(letters)) {
      if (tone !== "") return undefined;
      tone = TELEX_TONES[letter]!;
    } else letters += letter;
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
    .replace(/^([^aeiouy]*)w/, "$1ư")
    // The key for the mark may come after the last consonant: "tiengse", "huongw".
    .replace(
      /^([^aeo]*)([aeo])([^aeo]+)\2$/,
      (_all, onset, vowel, coda) => `${onset}${CIRCUMFLEX[vowel]}${coda}`,
    )
    .replace(
      /^([^uoa]*)(uo|u|o|a)([a-z]*)w$/,
      (_all, onset, vowel, coda) => `${onset}${HORN_OR_BREVE[vowel]}${coda}`,
    )
    .replace(/ưo|uơ(?=.)/, "ươ");
  return placeTone(letters, tone);
}

function decodeVni(word: string): string | undefined {
  let tone = "";
  let letters = "";
  for (const key of word) {
    if (key in VNI_TONES) {
      if (tone !== "") return undefined;
      tone = VNI_TONES[key]!;
    } else if (/\d/.test(key)) {
      const marked = addVniMark(letters, key);
      if (marked === letters) return undefined;
      letters = marked;
    } else letters += key;
  }
  return placeTone(letters.replace(/^dd/, "đ").replace(/ưo|uơ(?=.)/, "ươ"), tone);
}

/** The letters typed so far with the mark that a digit key sets on the last fitting vowel (9: on the d). */
function addVniMark(letters: string, key: string): string {
  switch (key) {
    case "6":
      return letters.replace(/[aeo](?=[^aeo]*$)/, (vowel) => CIRCUMFLEX[vowel]!);
    case "7":
      return letters.replace(/(?:uo|ưo|u|o)(?=[^uo]*$)/, (vowel) => HORN_OR_BREVE[vowel]!);
    case "8":
      return letters.replace(/a(?=[^a]*$)/, "ă");
    case "9":
      return letters.replace(/^d/, "đ");
    default:
      return letters;
  }
}

/** Puts the tone (a combining mark, or "") where the old style has it: on the marked vowel, else by the syllable's
 *  shape. Undefined when the letters hold no single group of vowels. */
export function placeTone(letters: string, tone: string): string | undefined {
  if (tone === "") return letters;
  const match = /^(qu|gi(?=[aăâeêioôơuưy])|[^aăâeêioôơuưy]*)([aăâeêioôơuưy]+)([^aăâeêioôơuưy]*)$/.exec(
    letters,
  );
  if (!match) return undefined;
  const [, onset, vowels, coda] = match as unknown as [string, string, string, string];
  const marked = [...vowels].findLastIndex((vowel) => "ăâêôơư".includes(vowel));
  const second = vowels.length >= 3 || (coda !== "" && vowels.length >= 2);
  const position = marked >= 0 ? marked : second ? 1 : 0;
  return `${onset}${vowels.slice(0, position + 1)}${tone}${vowels.slice(position + 1)}${coda}`.normalize(
    "NFC",
  );
}
