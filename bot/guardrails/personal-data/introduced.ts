/** A masked text without its masks and the words that are there only to bring them in: "số căn cước của tôi là […]". */
import { KINDS } from "./kinds.ts";
import { wordSet } from "./words.ts";

const MASKS: ReadonlySet<string> = new Set(Object.values(KINDS).map(({ mask }) => mask));
const MASK = /\[[^\][]{1,60}\]/g;

/** Was something masked in this text before it came here, as channels do with what waits? */
export const hasMask = (text: string): boolean => (text.match(MASK) ?? []).some((part) => MASKS.has(part));

const NUMBER = wordSet("số mã sổ");
const IS = new Set(["là", "la", ":", "="]);
/** Of what has a number, and of a person's own. */
const OWN = wordSet(
  `cccd cmnd cmt căn cước công dân chứng minh nhân thư định danh cá giấy tờ điện thoại sđt đt zalo hộ chiếu passport tài khoản stk thẻ mst thuế bhxh bảo hiểm
   xã hội y tế bhyt gplx bằng lái email mail biển hồ sơ địa chỉ ngày tháng năm sinh sanh sn ns dob họ tên`,
);
const OWNER = wordSet("của tôi tui em mình con cháu anh chị bố mẹ má ba vợ chồng nhà bé");
const CALLS = wordSet("gọi lại cho liên hệ lh nhắn");
const BIRTH = wordSet("sinh sanh sn ns dob");
const NAMES = wordSet("tên là");
const CLAUSE_BEGINS = wordSet("dạ và còn");
const WORD = /[\p{L}\p{M}\d]+|[:=]/gu;
/** From this many characters before a mask its introduction is read. */
const MOST_BEFORE = 80;

export function withoutMasks(masked: string): string {
  let rest = "";
  let copied = 0;
  for (const { 0: mask, index } of masked.matchAll(MASK)) {
    const from = Math.max(copied, introduction(masked, copied, index, mask));
    rest += `${masked.slice(copied, from)} `;
    copied = index + mask.length;
  }
  return rest + masked.slice(copied);
}

/** Where the words begin that only introduce the mask at an offset. */
function introduction(text: string, earliest: number, at: number, mask: string): number {
  const start = Math.max(earliest, at - MOST_BEFORE);
  const words = [...text.slice(start, at).matchAll(WORD)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    from: start + index,
    to: start + index + word.length,
  }));
  // A word that is cut off at the start is no word.
  if (start > earliest) words.shift();
  let first = words.length;
  while (first > 0 && isIntroducing(words, first - 1, text)) first--;
  const own = words.slice(first);
  const has = (list: ReadonlySet<string>) => own.some(({ word }) => list.has(word));
  if (own.length === 0) return at;
  const begin = own[0]!.from;
  const last = own.at(-1)!.word;
  if (mask === KINDS.birth_date.mask && has(BIRTH)) return begin;
  if (mask === KINDS.name.mask && NAMES.has(last)) return begin;
  if (mask === KINDS.address.mask && (own[0]!.word === "nhà" || own[0]!.word === "nha")) return begin;
  if (IS.has(last) && has(OWN)) return begin;
  const number = own.findIndex(({ word }, i) => NUMBER.has(word) && OWN.has(own[i + 1]?.word ?? ""));
  if (number >= 0) return own[number]!.from;
  return isClause(text, begin, at + mask.length) && (has(OWN) || has(CALLS)) ? begin : at;
}

function isIntroducing(words: readonly { word: string; to: number }[], i: number, text: string): boolean {
  const { word, to } = words[i]!;
  const next = words[i + 1] as { from?: number } | undefined;
  const gap = next ? text.slice(to, next.from) : " ";
  const isPlace = ["ở", "o", "tại", "tai"].includes(word);
  const known =
    OWN.has(word) ||
    OWNER.has(word) ||
    NUMBER.has(word) ||
    IS.has(word) ||
    CALLS.has(word) ||
    CLAUSE_BEGINS.has(word);
  return gap.trim() === "" && (known || isPlace);
}

const isClause = (text: string, from: number, to: number): boolean =>
  /(?:^|[,.;:!?])$/.test(
    text
      .slice(Math.max(0, from - 2), from)
      .trimEnd()
      .slice(-1),
  ) &&
  /^(?:$|[,.;:!?])/.test(
    text
      .slice(to, to + 2)
      .trimStart()
      .slice(0, 1),
  );
