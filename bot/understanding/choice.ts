/** "2", "số 2", "cái thứ ba là về gì": a choice or an item of a list, in a short question. */
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Utterance } from "./utterance.ts";

const ORDINALS: Readonly<Record<string, number>> = {
  nhất: 1,
  đầu: 1,
  hai: 2,
  nhì: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  một: 1,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};
const PLAIN_ORDINALS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(ORDINALS).map(([word, value]) => [fold(word), value]),
);
const LONGEST_CHOICE = 12;

const BARE_ORDINAL =
  /^(?:chọn |lấy |xem |cho xem )?(?:cái |số |câu |mục |ý |lựa chọn |phương án |trường hợp |nhiệm vụ |thủ tục )?(?:thứ )?(\d|một|hai|ba|bốn|năm)(?: (?:đi|nhé|ạ|nha|em|bạn))*$/u;
const LISTED_ORDINAL =
  /(?:cái|việc|nhiệm vụ|thủ tục|mục|câu|dòng|số|phần|ý|trường hợp) (?:thứ |số )(\d|nhất|đầu|hai|nhì|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?: tiên)?(?:\s|$)/u;
const plainly = ({ source, flags }: RegExp) => new RegExp(fold(source), flags);
const PLAIN_BARE_ORDINAL = plainly(BARE_ORDINAL);
const PLAIN_LISTED_ORDINAL = plainly(LISTED_ORDINAL);

/** 1-based; null where none is said. */
export function ordinalOf({ tokens, folded }: Utterance): number | null {
  if (tokens.length === 0 || tokens.length > LONGEST_CHOICE) return null;
  const text = tokens.map((token) => token.text).join(" ");
  const isPlain = text === folded;
  const bare = BARE_ORDINAL.exec(text) ?? (isPlain ? PLAIN_BARE_ORDINAL.exec(text) : null);
  const listed = LISTED_ORDINAL.exec(text) ?? (isPlain ? PLAIN_LISTED_ORDINAL.exec(text) : null);
  const first = /(?:cái|việc|nhiệm vụ|thủ tục|mục) (?:đầu) (?:tiên)?/u.exec(text);
  const match = bare ?? listed;
  if (match) return ORDINALS[match[1]!] ?? PLAIN_ORDINALS[match[1]!] ?? Number(match[1]);
  return first ? 1 : null;
}
