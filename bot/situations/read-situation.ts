/** Reads what a turn tells of the asker's case. */
import type { CircumstanceId, EventId } from "../../knowledge/circumstances.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { type IsForm, isExact, longestOnly, type PhraseMatch, type Span } from "../understanding/phrases.ts";
import { isBreak } from "./breaks.ts";
import { lateIn, passedIn } from "./elapsed.ts";
import { filingIn } from "./filing-day.ts";
import { holding } from "./holding.ts";
import { PAPERS, TELLING_NOTHING, TELLINGS, type Telling } from "./sayings.ts";
import { NO_SITUATION, SEVERAL, type Situation } from "./situation.ts";
import { figuresIn } from "./told-figures.ts";

/** `age` as it was read of the turn, in years; `today` ISO: without it days ("hôm 20/8") tell nothing; `before`: what was told
 *  to have happened, of which the turn may tell another day. */
export function situationIn(
  tokens: readonly Token[],
  isForm: IsForm,
  { age, today, before }: { age?: number | undefined; today?: string; before?: EventId | undefined } = {},
): Situation {
  const own = [...tokens];
  const steps: { at: number; circumstance: CircumstanceId; value: string; isDenied: boolean }[] = [];
  const tellings = tellingsIn(own, isForm);
  for (const { from, value: telling } of tellings)
    steps.push({ at: from, ...telling, isDenied: isDenied(own, from) });
  const causes = tellings.filter(({ value }) => value.circumstance === "cause");
  for (const paper of longestOnly(PAPERS.find(own, isForm))) {
    const { from, to, value } = paper;
    const held = holding(own, from, to);
    if (held !== undefined)
      steps.push({ at: from, circumstance: held ? "hasPaper" : "lacksPaper", value, isDenied: false });
    if (causes.some((cause) => isSaidOf(own, cause, paper)))
      steps.push({ at: from, circumstance: "aboutPaper", value, isDenied: false });
  }
  for (const figure of figuresIn(own)) steps.push({ ...figure, isDenied: false });
  const isDeath =
    steps.some(({ circumstance, value }) => circumstance === "forWhom" && value === "deceased") ||
    own.some(({ folded }, i) => MOURNING.has(`${folded} ${own[i + 1]?.folded}`));
  const lateDays = lateIn(own);
  const passed = passedIn(own, isDeath, today, before);
  const aheadDays = today === undefined ? undefined : filingIn(own, today);
  const start: Situation = {
    ...NO_SITUATION,
    ...(age === undefined ? {} : { age }),
    ...(lateDays === undefined ? {} : { lateDays }),
    ...(aheadDays === undefined ? {} : { aheadDays }),
    ...(passed === undefined || lateDays !== undefined ? {} : { elapsedDays: passed.days }),
    ...(passed?.since === undefined ? {} : { since: passed.since }),
  };
  const corrected = correctionIn(own);
  const isTakenBack = (step: (typeof steps)[number]) =>
    step.at < corrected &&
    steps.some(({ at, circumstance }) => at > corrected && circumstance === step.circumstance);
  const told: Partial<Record<CircumstanceId, string[]>> = {};
  const denied: typeof told = {};
  for (const step of steps.filter((row) => !isTakenBack(row))) {
    const side = step.isDenied ? denied : told;
    side[step.circumstance] = [...new Set([...(side[step.circumstance] ?? []), step.value])];
  }
  return { ...start, told, denied };
}

/** Who speaks of these speaks of a death. */
const MOURNING: ReadonlySet<string> = new Set(["khai tu", "dam tang", "mai tang", "lo tang"]);

/** "Mất… à không, hết hạn": where what was said before is taken back; -1 nowhere. */
function correctionIn(tokens: readonly Token[]): number {
  const words = tokens.map(({ folded }) => folded);
  return words.findIndex((word, i) => {
    const [second = "", third = ""] = [words[i + 1], words[i + 2]];
    if (/^(a|y|ui|oi|ah|ay)$/.test(word)) return /^(khong|nham|lon|quen|chet|ma)$/.test(second);
    if (/^(noi|nhap|go|viet|ghi|em|toi|minh|tui)$/.test(word))
      return /^(nham|lon)$/.test(second) && third !== "chu";
    if (word === "xin") return second === "loi" && /^(em|toi|minh|tui|nham|lon)$/.test(third);
    return word === "dinh" && second === "chinh";
  });
}

/** Between what happened and the paper that it happened to. */
const OF_PAPER = 5;

/** "Giấy chứng sinh bệnh viện ghi lộn tên": in one breath. */
function isSaidOf(tokens: readonly Token[], cause: Span, paper: Span): boolean {
  if (overlaps(cause, paper)) return true;
  const [first, second] = cause.from < paper.from ? [cause, paper] : [paper, cause];
  return (
    second.from - first.to <= OF_PAPER &&
    !tokens.slice(first.to, second.from + 1).some((next, i) => isBreak(tokens[first.to + i - 1]!, next))
  );
}

/** Names of procedures, which run over commas, are as long as this. */
const NAME = 5;

/** Of one circumstance the longest phrase tells; "mất bao lâu" tells nothing, and "mất căn cước" of no death. */
function tellingsIn(tokens: Token[], isForm: IsForm): PhraseMatch<Telling>[] {
  const nothing = TELLING_NOTHING.find(tokens, isForm).filter(
    (match) => match.to - match.from >= NAME || isUnbroken(tokens, match),
  );
  const isNothing = (match: PhraseMatch<Telling>) =>
    nothing.some(
      (other) => overlaps(match, other) && other.value(match.value) && !outweighs(match, other, tokens),
    );
  const found = TELLINGS.find(tokens, isForm)
    .filter((match) => isUnbroken(tokens, match) && !isNothing(match) && !isPrice(tokens, match))
    .sort((a, b) => Number(isExact(b, tokens)) - Number(isExact(a, tokens)));
  const kinds = new Map<string, PhraseMatch<Telling>[]>();
  for (const match of found) {
    const { circumstance, value } = match.value;
    const kind = SEVERAL.has(circumstance) ? `${circumstance}.${value}` : circumstance;
    kinds.set(kind, [...(kinds.get(kind) ?? []), match]);
  }
  return [...kinds.values()].flatMap(longestOnly).sort((a, b) => a.from - b.from);
}

const overlaps = (one: Span, other: Span) => one.from < other.to && other.from < one.to;

/** A longer phrase around the words says what they mean there, and of equals the one that is written so. */
function outweighs(telling: PhraseMatch<unknown>, nothing: PhraseMatch<unknown>, tokens: Token[]): boolean {
  const isAround = telling.from <= nothing.from && nothing.to <= telling.to;
  const isLonger = nothing.to - nothing.from < telling.to - telling.from;
  return isAround && (isLonger || isExact(telling, tokens) || !isExact(nothing, tokens));
}

/** "Làm thẻ mất 30 ngàn", "mất 2 tháng": what it takes, unless it has passed ("mất 2 tháng rồi") or counts the losses. */
function isPrice(tokens: readonly Token[], { to }: PhraseMatch<Telling>): boolean {
  const [last, count, unit, after] = [tokens[to - 1], tokens[to], tokens[to + 1], tokens[to + 2]];
  return (
    last?.folded === "mat" &&
    count !== undefined &&
    /^[0-9]/.test(count.text) &&
    !/^(lan|cai|the|cuon)$/.test(unit?.folded ?? "") &&
    !/^(roi|nay|truoc)$/.test(after?.folded ?? "")
  );
}

const NEGATION = /^(không|hổng|hông|hong|hok|hem|ko|k|chẳng|chả|chưa|khong|chang|chua|đâu)$/;
/** Between a negation and what it denies. */
const LINK = /^(phai|co|bi|con|thuoc|la|duoc|lam|dien|ho|he|dang|o|do|tai|vi|toi|em|minh|tui|ai)$/;
const REACH = 3;
/** "Không thuộc hộ nghèo hay cận nghèo": what is joined to what is denied is denied. */
const JOINS = /^(hay|hoặc|hoac|lẫn|lan)$/;
const JOINED_REACH = 6;
const DENIES = /^(thuoc|phai|co|la|bi|ngheo|con|nam|dien|mat|hu)$/;

/** "Không phải mất", "chưa bị hỏng", "không thuộc hộ nghèo". */
function isDenied(tokens: readonly Token[], from: number): boolean {
  if (isJoinedToDenied(tokens, from)) return true;
  for (let i = from - 1; i >= 0 && i >= from - REACH; i--) {
    const { text, folded } = tokens[i]!;
    if (NEGATION.test(text))
      return (
        !isBreak(tokens[i]!, tokens[i + 1]!) &&
        (text !== "đâu" || /^(co|phai|bi)$/.test(tokens[i + 1]!.folded))
      );
    if (!LINK.test(folded) || isBreak(tokens[i]!, tokens[i + 1]!)) return false;
  }
  return false;
}

function isJoinedToDenied(tokens: readonly Token[], from: number): boolean {
  // "Hộ nghèo" begins with a word that the conjunction may stand before.
  const join = [from - 1, from - 2].find((i) => i > 0 && JOINS.test(tokens[i]!.text));
  if (join === undefined) return false;
  for (let i = join - 1; i >= 0 && i >= join - JOINED_REACH; i--) {
    if (isBreak(tokens[i]!, tokens[i + 1]!)) return false;
    if (NEGATION.test(tokens[i]!.text)) return i < join - 1 && DENIES.test(tokens[i + 1]!.folded);
  }
  return false;
}

/** "Ba tôi mất, giấy tờ…" tells of no lost papers. */
const isUnbroken = (tokens: readonly Token[], { from, to }: Span) =>
  !tokens.slice(from + 1, to).some((next, i) => isBreak(tokens[from + i]!, next));
