/** Reads what a turn tells of the asker's case. */
import type { CircumstanceId } from "../../knowledge/circumstances.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { type IsForm, longestOnly, type PhraseMatch } from "../understanding/phrases.ts";
import { PAPERS, TELLING_NOTHING, TELLINGS, type Telling } from "./sayings.ts";
import { NO_SITUATION, type Situation } from "./situation.ts";

/** `age` as it was read of the turn, in years. */
export function situationIn(tokens: readonly Token[], isForm: IsForm, age?: number | undefined): Situation {
  const own = [...tokens];
  const steps: { at: number; circumstance: CircumstanceId; value: string; isDenied: boolean }[] = [];
  for (const { from, value: telling } of tellingsIn(own, isForm))
    steps.push({ at: from, ...telling, isDenied: isDenied(own, from) });
  for (const { from, to, value } of longestOnly(PAPERS.find(own, isForm))) {
    const held = holding(own, from, to);
    if (held !== undefined)
      steps.push({ at: from, circumstance: held ? "hasPaper" : "lacksPaper", value, isDenied: false });
  }
  const elapsedDays = elapsedIn(own);
  const start: Situation = {
    ...NO_SITUATION,
    ...(age === undefined ? {} : { age }),
    ...(elapsedDays === undefined ? {} : { elapsedDays }),
  };
  const corrected = correctionIn(own);
  const isTakenBack = (step: (typeof steps)[number]) =>
    step.at < corrected &&
    steps.some(({ at, circumstance }) => at > corrected && circumstance === step.circumstance);
  return steps
    .filter((step) => !isTakenBack(step))
    .reduce<Situation>((situation, { circumstance, value, isDenied: denied }) => {
      const side = denied ? "denied" : "told";
      const values = new Set([...(situation[side][circumstance] ?? []), value]);
      return { ...situation, [side]: { ...situation[side], [circumstance]: [...values] } };
    }, start);
}

/** "Mất… à không, hết hạn": where what was said before is taken back; -1 nowhere. */
function correctionIn(tokens: readonly Token[]): number {
  return tokens.findIndex(
    ({ folded }, i) =>
      /^(a|y|ui|oi|lon|nham)$/.test(folded) &&
      /^(khong|nham|lon|em|toi|quen)$/.test(tokens[i + 1]?.folded ?? ""),
  );
}

/** Of one circumstance the longest phrase tells; "mất bao lâu" tells nothing. */
function tellingsIn(tokens: Token[], isForm: IsForm): PhraseMatch<Telling>[] {
  const nothing = TELLING_NOTHING.find(tokens, isForm);
  const found = TELLINGS.find(tokens, isForm).filter(
    ({ from, to }) => !nothing.some((other) => from < other.to && other.from < to),
  );
  const circumstances = new Set(found.map(({ value }) => value.circumstance));
  return [...circumstances].flatMap((id) =>
    longestOnly(found.filter(({ value }) => value.circumstance === id)),
  );
}

const NEGATION = /^(không|hổng|hông|hok|ko|k|chẳng|chưa|khong|chang|chua)$/;
/** Between a negation and what it denies. */
const LINK = /^(phai|co|bi|con|thuoc|la|duoc|lam|phai|dien|ho|he|dang|o)$/;
const REACH = 3;

/** "Không phải mất", "chưa bị hỏng", "không thuộc hộ nghèo". */
function isDenied(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i >= 0 && i >= from - REACH; i--) {
    const { text, folded } = tokens[i]!;
    if (NEGATION.test(text)) return true;
    if (!LINK.test(folded)) return false;
  }
  return false;
}

const HAS = /^(co|con|du|giu|cam|mang|xin|lay|duoc)$/;
const LACKS = /^(mat|thieu|that|rot|roi|chay|rach|hu|hong)$/;
const PAPER_REACH = 4;

/** Whether a paper is had (true), lacking (false), or only spoken of. */
function holding(tokens: readonly Token[], from: number, to: number): boolean | undefined {
  const near = tokens.slice(Math.max(0, from - PAPER_REACH), from);
  const before = near.map(({ folded }) => folded);
  const after = tokens.slice(to, to + PAPER_REACH).map(({ folded }) => folded);
  const isQuestion = before.some((word) => /^(can|phai|xin|lam|cap|nop|dang|mang)$/.test(word));
  if (isQuestion) return undefined;
  if (near.some(({ text }) => NEGATION.test(text))) return false;
  if (before.some((word) => LACKS.test(word))) return false;
  if (
    /^(cung |van |thi |da |bi |roi |cung bi |con )*(mat|that lac|chay|khong con|khong co|het|rot)( |$)/.test(
      after.join(" "),
    )
  )
    return false;
  if (
    /^(van |thi |o \S+ )*(con|co|day du|giu)( |$)/.test(after.join(" ")) &&
    !/^con (ai|gi|phai)/.test(after.join(" "))
  )
    return true;
  return before.some((word) => HAS.test(word)) ? true : undefined;
}

const NUMBERS: Readonly<Record<string, number>> = {
  nua: 0.5,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
const DAYS: Readonly<Record<string, number>> = {
  ngay: 1,
  hom: 1,
  bua: 1,
  tuan: 7,
  thang: 30,
  nam: 365,
};
/** What stands before a time that has passed, or after it. */
const PASSED_BEFORE = /^(duoc|hon|qua|gan|tre|muon|khoang|tam|moi|da|nghi|mat|sinh|ban)$/;
const PASSED_AFTER = /^(roi|nay|truoc|qua|hon|moi|chua|ma)$/;

/** "Mới sinh được 10 ngày", "nghỉ việc 4 tháng rồi", "hơn 2 năm": days that have passed; no age and no promise. */
function elapsedIn(tokens: readonly Token[]): number | undefined {
  for (let i = 0; i < tokens.length - 1; i++) {
    const { folded, kind, text } = tokens[i]!;
    const count = kind === "number" ? Number(text) : NUMBERS[folded];
    const days = DAYS[tokens[i + 1]!.folded];
    if (count === undefined || !Number.isFinite(count) || days === undefined) continue;
    // "Năm năm" counts years; a lone "năm 2024" is a date, "5 tuổi" an age.
    if (count > LONGEST || /^(tuoi|lam)$/.test(tokens[i + 2]?.folded ?? "")) continue;
    const isPast =
      PASSED_BEFORE.test(tokens[i - 1]?.folded ?? "") || PASSED_AFTER.test(tokens[i + 2]?.folded ?? "");
    const isAsked = /^(trong|mat|may|bao)$/.test(tokens[i - 1]?.folded ?? "") && !isPast;
    if (isPast && !isAsked) return Math.round(count * days);
  }
  return undefined;
}
const LONGEST = 400;
