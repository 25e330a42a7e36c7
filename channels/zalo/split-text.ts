/** Cuts a long text where a reader would pause, never inside a figure. */

/** A figure with what belongs to it: "2704/QĐ-UBND", "1 500 000 đồng", "ngày 25 tháng 10 năm 2023", "50 %". */
const FIGURE =
  /(?<![\p{L}\p{N}.,/:%+–-])(?:(?:số|ngày|tháng|năm|điều|khoản|mục|nhóm|nhiệm vụ|mã)\s){0,4}[\p{L}\p{N}.,/:%+–-]*\p{N}[\p{L}\p{N}.,/:%+–-]*(?:\s(?:%|đồng|nghìn|triệu|tỷ|tỉ|giờ|phút|ngày|tháng|năm|tuần|tuổi|bản|bộ|\p{N}[\p{L}\p{N}.,/:%+–-]*))*/giu;

/** What is never cut although it stands in a row of figures that is longer than a piece. */
const WORD_WITH_DIGIT = /(?<!\S)\S*\p{N}\S*/gu;

/** From the best place to cut to the worst. A number at the head of a line isn't the end of a sentence. */
const BORDERS: readonly RegExp[] = [
  /\n\s*\n/g,
  /\n/g,
  /(?<!^\s*\p{N}{1,3})[.!?…;:]["”’)\]]*\s+/gmu,
  /,\s+/g,
  /\s+/g,
];
/** A worse border is taken rather than a piece that fills less than this part of its room. */
const LEAST_FILLED = 0.5;

/** Pieces of at most `limit` UTF-16 units that joined are the text again. Only a figure, or a word, that is longer than
 *  the limit itself is cut inside. Throws RangeError for a limit below 10. */
export function splitText(text: string, limit: number): string[] {
  if (limit < 10) throw new RangeError("limit");
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const end = cutOf(rest, limit);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  if (rest !== "") pieces.push(rest);
  return pieces;
}

function cutOf(text: string, limit: number): number {
  // A figure, or the blanks of a border, may reach beyond the limit.
  const window = text.slice(0, limit * 2);
  for (const kept of [FIGURE, WORD_WITH_DIGIT]) {
    const at = borderOf(window, limit, [...window.matchAll(kept)].map(rangeOf));
    if (at > 0) return at;
  }
  const word = [...window.matchAll(WORD_WITH_DIGIT)]
    .map(rangeOf)
    .find(([from, to]) => from < limit && to > limit);
  if (word && word[0] > 0) return word[0];
  let at = limit;
  while (at > 1 && !isWhole(text, at)) at--;
  return at;
}

/** The best border before the limit that is inside none of the ranges; 0 when there is none. */
function borderOf(
  text: string,
  limit: number,
  ranges: readonly (readonly [from: number, to: number])[],
): number {
  const isInside = (at: number) => ranges.some(([from, to]) => from < at && at < to);
  let best = 0;
  for (const border of BORDERS) {
    let last = 0;
    for (const match of text.matchAll(border)) {
      if (match.index >= limit) break;
      const at = Math.min(rangeOf(match)[1], limit);
      if (!isInside(at) && isWhole(text, at)) last = at;
    }
    if (last >= limit * LEAST_FILLED) return last;
    best = Math.max(best, last);
  }
  return best;
}

const rangeOf = ({ index, 0: match }: RegExpExecArray) => [index, index + match.length] as const;

/** Not between the halves of a pair, nor before a mark that belongs to the letter. */
const isWhole = (text: string, at: number): boolean =>
  !/^(?:[\uDC00-\uDFFF]|\p{M}|\u200D)/u.test(text.slice(at, at + 2)) &&
  !/[\uD800-\uDBFF\u200D]/.test(text.charAt(at - 1));
