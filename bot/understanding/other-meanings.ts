/** Where a signal is none: within a longer one, and beside words that give it another meaning. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { Cue } from "./cues.ts";
import type { PhraseMatch } from "./phrases.ts";
import { foldedOf } from "./utterance.ts";

/** Signals that are none within a longer signal: all, or those named. */
const INNER: ReadonlyMap<Cue, readonly Cue[] | "all"> = new Map<Cue, readonly Cue[] | "all">([
  ["followUp", "all"],
  ["contact", "all"],
  ["papers", "all"],
  // "Ai phụ" of "ai phụ trách".
  ["coordinating", ["lead"]],
  ["task", ["digitalRecord"]],
  ["duty", ["service"]],
]);
const isInnerOf = (value: Cue, other: Cue): boolean => {
  const outer = INNER.get(value);
  return outer === "all" || (outer?.includes(other) ?? false);
};

/** "Thế" of "thế nào" refers to nothing, "điện thoại" of "điện thoại thông minh" to no office,
 *  "hồ sơ" of "hồ sơ số" to no papers. */
export const withoutInner = (matches: readonly PhraseMatch<Cue>[]): PhraseMatch<Cue>[] =>
  matches.filter(
    ({ value, from, to }) =>
      !matches.some(
        (other) =>
          other.from <= from &&
          to <= other.to &&
          other.to - other.from > to - from &&
          isInnerOf(value, other.value),
      ),
  );

/** A signal that is none beside certain words. Patterns are of folded words, a space between. */
interface Exception {
  cues: readonly Cue[] | "any";
  words: RegExp;
  /** What ends before it, what begins after it: either tells. */
  before?: RegExp;
  after?: RegExp;
}

/** Words that mean something else there, and may name a subject. */
export const OTHER_MEANINGS: readonly Exception[] = [
  // "Nghỉ việc", "việc làm": a job, no task.
  {
    cues: "any",
    words: /^viec$/,
    before: /(^| )(nghi|thoi|mat|xin)$/,
    after: /^lam(?!( (gi|nao|sao|do|nay))( |$))/,
  },
  { cues: ["followUp"], words: /^the$/, after: /^chap/ },
  // "Chúng tôi" are the askers.
  { cues: ["pronoun"], words: /^chung$/, after: /^(toi|em|minh|ta|con)( |$)/ },
  // "Xác nhận cán bộ quân đội …", typed without diacritics.
  {
    cues: ["handoff"],
    words: /^nhan (can bo|nhan vien|chuyen vien)$/,
    before: /(^| )(xac|chung|cong|tiep|thu)$/,
  },
  // "Văn bản cam đoan về việc …".
  { cues: ["task"], words: /^viec$/, before: /(^| )ve$/ },
  // "Lãnh tiền thai sản", "nhận bằng tiền mặt": money that comes in is no fee.
  {
    cues: ["aspectFee", "money"],
    words: /^(tien|(bao )?nhieu( tien| mot)?|may (tien|dong)|.*bao nhieu tien)$/,
    before: /(^| )(lanh|linh|nhan|huong|xin|duoc|rut|cap|tro|ho|so)( duoc| ve)?( bao)?( nhieu| may)?$/,
    after: /^mat( |$)/,
  },
  // "Tới cấp xã" names no agency.
  { cues: ["communes"], words: /^cap xa$/, before: /(^| )(toi|den|xuong|tan)$/ },
  // "Chứng thực văn bản này": a paper of the asker's, not the plan.
  {
    cues: ["plan"],
    words: /^(van ban|quyet dinh) (nay|do|ay|tren)$/,
    before: /(chung thuc|cong chung|ky|dich|lap|xac nhan|sua|huy)( cac| nhung)?$/,
  },
];
/** Words that tell a circumstance and ask for nothing. */
export const CIRCUMSTANCES: readonly Exception[] = [
  // "Đẻ ở nhà" is no way to file.
  { cues: ["aspectMethods"], words: /^(o|tai) nha$/, before: /(^| )(sinh|sanh|de|mat|chet)$/ },
  // "Con 3 tuổi" tells whom it is for.
  { cues: ["aspectConditions"], words: /^tuoi$/, before: /(^| )\d+$/ },
];

export function isOneOf(
  rows: readonly Exception[],
  tokens: readonly Token[],
  match: PhraseMatch<Cue>,
): boolean {
  const of = (from: number, to: number) => foldedOf(tokens, { from: Math.max(0, from), to });
  const words = of(match.from, match.to);
  return rows.some(
    (row) =>
      (row.cues === "any" || row.cues.includes(match.value)) &&
      row.words.test(words) &&
      ((row.before?.test(of(match.from - NEIGHBOURS, match.from)) ?? false) ||
        (row.after?.test(of(match.to, match.to + NEIGHBOURS)) ?? false)),
  );
}
const NEIGHBOURS = 3;
