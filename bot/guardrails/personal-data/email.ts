/** Addresses for letters, typed ("a.b@c.vn", "a.b (at) c (dot) vn") and said ("a chấm b a còng c chấm vn"). */
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { LETTER_NAMES } from "../../../knowledge/vietnamese/spoken-letters.ts";
import type { Token } from "../../../knowledge/vietnamese/tokens.ts";
import { type TextSpan, wordSet } from "./words.ts";

const RING = wordSet("còng cồng móc vòng khoanh");
const AT = new Set(["at", "át", "ét", "acong", "còng"]);
const DOT = wordSet("chấm dot đót đốt");
const JOINS = wordSet("chấm dot gạch dưới ngang nối trừ cộng");
const DOMAIN_ENDS = new Set("com vn net org edu gov me io info biz asia co uk us ai dev xyz".split(" "));
/** Known without their endings. */
const PROVIDERS = new Set("gmail yahoo hotmail outlook icloud".split(" "));
/** What introduces a spoken address is not part of it. */
const BEFORE = wordSet(
  `là mail email gmail tử chỉ nè vô vào về qua tới đến cho của em tôi tui mình con cháu gửi gởi ạ dạ nha nhé thư hộp viết ghi đọc nhận
   đó này anh chị cô chú bác ba mẹ kq liên hệ với và hoặc thì mà`,
);
/** An office's own: of such a name, in a domain of the state. */
const OFFICE_NAME =
  /^(?:dichvucong|hotro|support|lienhe|contact|info|vanthu|tiepdan|tiepcongdan|phananh|bophanmotcua|motcua|hcc|tthcc|ubnd|so[a-z]{2}|banbientap|congthongtin|webmaster|admin|1022)/;
const STATE_DOMAIN = /(?:gov|chinhphu)\.?vn$/;

const LOCAL = /[\p{L}\p{M}\d._%+-]/u;
const MOST_LOCAL = 64;
const MOST_WORDS_BEFORE = 14;
const MOST_LABEL_WORDS = 3;
const MOST_DOMAIN_WORDS = 12;
/** A longer one is a whole name ("hoangphuc1975"), not a syllable of one. */
const SYLLABLE = 6;

export function findEmails(text: string, words: readonly Token[]): TextSpan[] {
  const found: TextSpan[] = [];
  for (const anchor of anchors(text, words)) {
    const to = domainEnd(text, words, anchor);
    if (to === undefined) continue;
    const from = localStart(text, words, anchor);
    if (from === undefined || from < (found.at(-1)?.to ?? 0)) continue;
    if (!isOffice(text.slice(from, anchor.from), text.slice(anchor.to, to))) found.push({ from, to });
  }
  return found;
}

interface Anchor extends TextSpan {
  /** Indexes of the last word before it and the first behind it. */
  before: number;
  after: number;
  said: boolean;
}

function anchors(text: string, words: readonly Token[]): Anchor[] {
  const found: Anchor[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    if (next && text.slice(word.end, next.start).includes("@")) {
      found.push({ from: word.end, to: next.start, before: i, after: i + 1, said: false });
    } else if (word.text === "a" && next && RING.has(next.text)) {
      found.push({ from: word.start, to: next.end, before: i - 1, after: i + 2, said: true });
      i++;
    } else if (AT.has(word.text)) {
      found.push({ from: word.start, to: word.end, before: i - 1, after: i + 1, said: true });
    }
  }
  return found;
}

const bare = (gap: string) => gap.replace(/[\s()[\]{}<>]/g, "");

function domainEnd(text: string, words: readonly Token[], { after, said }: Anchor): number | undefined {
  let dots = 0;
  let end: number | undefined;
  for (let i = after; i < words.length && i < after + MOST_DOMAIN_WORDS; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    const isEnd = DOMAIN_ENDS.has(word.folded) || (said && word.folded in LETTER_NAMES && dots > 0);
    if (PROVIDERS.has(word.folded) || (dots > 0 && (isEnd || !said))) end = word.end;
    if (!next) break;
    const gap = text.slice(word.end, next.start);
    const spaced = gap !== ".";
    if (bare(gap) === "." && (!spaced || DOMAIN_ENDS.has(next.folded))) dots++;
    else if (bare(gap) === "" && DOT.has(next.text) && words[i + 2]) {
      dots++;
      i++;
    } else if (gap === "-" || (gap === "" && !said)) continue;
    else if (
      said &&
      bare(gap) === "" &&
      (dots === 0
        ? i - after < MOST_LABEL_WORDS
        : isEnd && next.folded in LETTER_NAMES && word.text.length <= 2)
    )
      continue;
    else break;
  }
  return end;
}

function localStart(text: string, words: readonly Token[], anchor: Anchor): number | undefined {
  let i = anchor.before;
  if (i < 0 || bare(text.slice(words[i]!.end, anchor.from)) !== "") return undefined;
  let start = tightStart(text, words[i]!.end);
  while (i > 0 && words[i - 1]!.start >= start) i--;
  if (!anchor.said) return start;
  for (let taken = 0; i > 0 && taken < MOST_WORDS_BEFORE; taken++) {
    const previous = words[i - 1]!;
    if (text.slice(previous.end, start).trim() !== "") break;
    const isSyllable = words[i]!.end - start <= SYLLABLE && previous.text.length <= SYLLABLE;
    const isJoined = JOINS.has(previous.text) || JOINS.has(words[i]!.text);
    if (!isJoined && (!isSyllable || BEFORE.has(previous.text))) break;
    start = tightStart(text, previous.end);
    i--;
    while (i > 0 && words[i - 1]!.start >= start) i--;
  }
  return start;
}

function tightStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < MOST_LOCAL && LOCAL.test(text[start - 1]!)) start--;
  while (start < end && /[._%+-]/.test(text[start]!)) start++;
  return start;
}

const isOffice = (local: string, domain: string): boolean =>
  OFFICE_NAME.test(fold(local).replace(/[^a-z\d]/g, "")) &&
  STATE_DOMAIN.test(
    fold(domain)
      .replace(/\b(?:cham|dot)\b/g, ".")
      .replace(/[^a-z.]/g, ""),
  );
