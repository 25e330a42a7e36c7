/** What is denied is not what is asked. */

/** "mình bị mất thẻ chứ không phải đổi": without what is denied at the end. */
export function withoutDenied(text: string): string {
  const lastMark = Math.max(...[...",.?!"].map((mark) => text.lastIndexOf(mark)));
  const denial = [...text.matchAll(DENIAL)].find((match) => match.index + match[0].length > lastMark);
  const affirmed = denial ? text.slice(0, denial.index) : text;
  return affirmed.replace(TAKEN_BACK, "$1");
}

/** "À không phải mất mà là hết hạn": what is said instead is asked. */
const TAKEN_BACK =
  /(^|[,.;!?]\s*|à |a |ý |y )(?:không|khong|ko|k|hổng|hông) (?:phải|phai) (?:\S+ ){1,6}(?:mà|ma) (?:là|la)? ?/iu;

const DENIAL = /(?<![\s,])[\s,]+(?:chứ|chu|chớ)\s+(?:không|ko|k|hổng|hông|đâu|khong)\s/giu;
