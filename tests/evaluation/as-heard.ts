/** A typed question as speech recognition hands it over: lower case, no punctuation, numbers in words, and sometimes one
 *  of the mishearings that are common in the South-East. */
import { fold, normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import { numberInWords, romanInWords, spellOut } from "../../knowledge/vietnamese/spell-out.ts";
import type { createRandom } from "../knowledge/vietnamese/random.ts";

type Random = ReturnType<typeof createRandom>;
const PERCENT = 100;

/** Of the questions, so many have something misheard in them, where anything fits. */
const MISHEARD_PERCENT = 50;

/** What is said → what is heard, as whole words. */
const MISHEARD: readonly (readonly [string, readonly string[]])[] = [
  ["trích lục", ["chích lục"]],
  ["ủy ban nhân dân", ["ủy bang nhân dân", "u bê nhân dân"]],
  ["một cửa", ["mộc cửa"]],
  ["cấp", ["cấc"]],
  ["xã", ["xả"]],
  ["sở", ["sỡ"]],
  ["về", ["dề"]],
  ["trực tuyến", ["chực tuyến"]],
  ["trẻ", ["chẻ"]],
  ["xác nhận", ["sác nhận"]],
  ["đăng ký", ["đăng kí"]],
  ["lệ phí", ["lệ phý", "nệ phí"]],
  ["kết hôn", ["kếc hôn"]],
  ["bằng lái", ["bằng láy"]],
  ["côn bót", ["con bót", "cổ bốt", "côn bốt"]],
  ["chatbot", ["chát bót", "chát bốt"]],
  ["zalo", ["da lô"]],
  ["vê nê i đi", ["vi nê ai đi", "vê nờ e ai đi"]],
  ["căn cước công dân", ["xê xê xê đê", "ba xê đê"]],
  ["sở thông tin và truyền thông", ["sở bốn tê", "sở tê tê tê tê"]],
  ["eo giê ét pê", ["eo gi ét pi"]],
  ["ai pi vê sáu", ["ai pi sáu"]],
  ["chín", ["chính"]],
];
const WORD_EDGE = (words: string) => new RegExp(`(?<![\\p{L}\\p{M}])${words}(?![\\p{L}\\p{M}])`, "u");
/** "chính" for "chín" changes the number where nothing beside it tells: only after these. */
const AFTER_LABEL = /(?:chấm|mục|số) chín(?![\p{L}\p{M}])/u;

const VNI_RESIDUE = /\p{Ll}\d\p{Ll}|\p{Ll}{2}\d(?!\p{L})(?<!\bm\d)/u;

/** "V.9" is said by its signs, or as the assistant itself reads it. */
const LABEL = /(?<![\p{L}\d])(IX|IV|VI{0,3}|I{1,3})b?\.(\d{1,2})(?!\d)/gu;
export function asHeard(typed: string, random: Random): string {
  const text = normalizeText(typed);
  // What a keyboard left between the letters was never said.
  if (VNI_RESIDUE.test(text)) return text.toLowerCase();
  const isPlain = text.toLowerCase() === fold(text);
  const labelled = text.replace(
    LABEL,
    (_label, group: string, number: string) => `${romanInWords(group)} chấm ${numberInWords(Number(number))}`,
  );
  const said = spellOut(labelled)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, " ")
    .trim();
  const heard = misheard(inNumbersOfTheTalker(said, random), random);
  return isPlain ? fold(heard) : heard;
}

/** The same number is said in several ways. */
function inNumbersOfTheTalker(said: string, random: Random): string {
  let text = said;
  if (random.below(PERCENT) < 50) text = text.replace(/(?<![\p{L}\p{M}])nghìn(?![\p{L}\p{M}])/gu, "ngàn");
  if (random.below(PERCENT) < 50) text = text.replace(/trăm lẻ/g, "trăm linh");
  if (random.below(PERCENT) < 40)
    text = text.replace(
      /hai (?:nghìn|ngàn) bảy trăm (?:lẻ|linh) bốn/g,
      random.pick(["hai bảy không bốn", "hai bảy lẻ tư"]),
    );
  if (random.below(PERCENT) < 40)
    text = text
      .replace(/năm hai (?:nghìn|ngàn) không trăm hai mươi (ba|tư|lăm)/g, "năm hai không hai $1")
      .replace(/hai không hai lăm/g, "hai không hai lăm");
  if (random.below(PERCENT) < 30)
    text = text.replace(/(hai|ba|bốn|năm|sáu|bảy|tám|chín) mươi (lăm|mốt|tư)(?![\p{L}\p{M}])/gu, "$1 $2");
  return text;
}

function misheard(said: string, random: Random): string {
  if (random.below(PERCENT) >= MISHEARD_PERCENT) return said;
  const fits = MISHEARD.filter(([words]) => (words === "chín" ? AFTER_LABEL : WORD_EDGE(words)).test(said));
  if (fits.length === 0) return said;
  const [words, heard] = random.pick(fits);
  return said.replace(WORD_EDGE(words), random.pick(heard));
}
