/** A text as people type or as a recogniser hears it: diacritics left out, letters swapped, dropped or doubled, tone
 *  keys of Telex left over, chat spelling, sounds that are alike. */
import { plain } from "../../tests/benchmarks/retrieval-sets.ts";
import type { createRandom } from "../../tests/knowledge/vietnamese/random.ts";

type Random = ReturnType<typeof createRandom>;

const CHAT: Readonly<Record<string, readonly string[]>> = {
  không: ["ko", "k", "hông", "hong", "khong"],
  được: ["đc", "dc", "đựơc"],
  gì: ["j", "gi"],
  với: ["vs", "zới"],
  bao: ["bao", "bn"],
  nhiêu: ["nhiu", "nhiêu"],
  giấy: ["giấy", "giay", "zấy"],
  rồi: ["r", "rùi", "roi"],
  vậy: ["v", "dzậy", "zậy"],
  tôi: ["tui", "t"],
  em: ["e"],
  anh: ["a"],
  làm: ["lm", "lam"],
  người: ["ng", "ngừơi"],
  thế: ["thế", "the"],
};
/** Telex: the key of the tone stays behind the word. */
const TONE_KEYS: readonly (readonly [RegExp, string])[] = [
  [/[áấắéếíóốớúứý]/u, "s"],
  [/[àầằèềìòồờùừỳ]/u, "f"],
  [/[ảẩẳẻểỉỏổởủửỷ]/u, "r"],
  [/[ãẫẵẽễĩõỗỡũữỹ]/u, "x"],
  [/[ạậặẹệịọộợụựỵ]/u, "j"],
];
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^tr/u, "ch"],
  [/^ch/u, "tr"],
  [/^s/u, "x"],
  [/^x/u, "s"],
  [/^gi/u, "d"],
  [/^v/u, "d"],
  [/n$/u, "ng"],
  [/ng$/u, "n"],
  [/t$/u, "c"],
  [/c$/u, "t"],
];
/** Of 100 words. */
const SHARE = { plain: 25, chat: 40, slip: 6, telex: 3, sound: 4 } as const;

export function spoil(text: string, random: Random): string {
  const leavesDiacritics = random.below(3) === 0;
  return text
    .normalize("NFC")
    .split(/(\s+)/)
    .map((word) => (/^\p{L}+$/u.test(word) ? spoilWord(word, leavesDiacritics, random) : word))
    .join("");
}

function spoilWord(word: string, leavesDiacritics: boolean, random: Random): string {
  const lower = word.toLowerCase();
  const chat = CHAT[lower];
  if (chat && random.below(100) < SHARE.chat) return random.pick(chat);
  let spoiled = word;
  if (random.below(100) < SHARE.sound) {
    const [pattern, by] = random.pick(SOUNDS);
    spoiled = spoiled.replace(pattern, by);
  }
  const tone = TONE_KEYS.find(([letters]) => letters.test(lower));
  if (tone && random.below(100) < SHARE.telex) return plain(spoiled) + tone[1];
  if (leavesDiacritics ? random.below(100) < 100 - SHARE.plain : random.below(100) < SHARE.plain)
    spoiled = plain(spoiled);
  if (spoiled.length > 2 && random.below(100) < SHARE.slip) {
    const letters = [...spoiled];
    const place = random.below(letters.length - 1);
    const slip = random.below(3);
    if (slip === 0) [letters[place], letters[place + 1]] = [letters[place + 1]!, letters[place]!];
    else if (slip === 1) letters.splice(place, 1);
    else letters.splice(place, 0, letters[place]!);
    spoiled = letters.join("");
  }
  return spoiled;
}
