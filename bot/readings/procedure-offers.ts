/** Procedures that are offered in place of an answer, or beside a no. */

import type { Aspect } from "../../knowledge/records.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { procedureLabels } from "../answers/context.ts";
import type { Choice } from "../query.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import type { ReadingContext } from "./context.ts";
import { MAX_OFFERS, SPOKEN_OF } from "./fits.ts";
import { matchProcedures } from "./matches.ts";
import { withoutCopies } from "./procedure-candidates.ts";

/** The same without words that half of all names hold. */
const OFFER_TELLING = 0.45;

/** The same without words of every day: more than a word with other diacritics. */
const OFFER_RARE = 0.6;

const OFFER_SOME = 0.1;

const SAID = 0.6;

/** Names of half of all procedures hold these, and nobody tells a matter by them. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  "đăng ký cấp lại mới đổi giấy tờ phép chứng nhận thực xác thủ tục hồ sơ việc cho người làm xin thông báo khai hoạt động quản lý hành chính công dân việt nam".split(
    " ",
  ),
);

/** Only where the bare form is no other word. */
const COMMON_FOLDED: ReadonlySet<string> = new Set(["dang", "ky", "giay", "chung", "nhan", "thu", "tuc"]);

/** What is offered in place of an answer holds what the question is about, not only "đăng ký", "giấy phép". */
export const offersOf = (
  context: ReadingContext,
  matches: readonly TopicMatch[],
  aspects: Aspect[],
): Choice[] =>
  procedureChoices(context, withoutCopies(onMatter(context, matches), context.knowledge), aspects).slice(
    0,
    MAX_OFFERS,
  );

/** What the question names, where something about it can't be told. */
export const namedOffers = (context: ReadingContext): Choice[] =>
  procedureChoices(
    context,
    matchProcedures(context).filter(
      ({ called = 0, precision, evidence }) => evidence >= SPOKEN_OF && (called > 0 || precision >= SAID),
    ),
    [],
  ).slice(0, MAX_OFFERS);

export function onMatter(
  { question, topics, acts }: ReadingContext,
  matches: readonly TopicMatch[],
): TopicMatch[] {
  const coverageOf = (isLeftOut: (word: Token) => boolean): ((code: string) => number) => {
    const telling = question.procedureTopics
      .map((words) => words.filter((word) => !isLeftOut(word)))
      .filter((words) => words.length > 0);
    if (telling.length === 0) return () => 1;
    const codes = matches.map(({ recordId }) => recordId);
    const judged = topics.matchProcedures(telling, codes, codes.length);
    const coverages = new Map(judged.map(({ recordId, coverage }) => [recordId, coverage]));
    return (code) => coverages.get(code) ?? 0;
  };
  const isFormal = ({ text, folded }: Token) => COMMON_WORDS.has(text) || COMMON_FOLDED.has(folded);
  const matter = coverageOf(isFormal);
  const rare = coverageOf((word) => isFormal(word) || topics.isCommon(word));
  // "Cấp điện mới cho nhà ở": a circumstance in words of every day needn't be held.
  const holdsRare = (code: string) =>
    rare(code) >= OFFER_RARE && matter(code) >= OFFER_SOME && !acts.lacks(code, question.acts);
  return matches.filter(({ recordId }) => matter(recordId) >= OFFER_TELLING || holdsRare(recordId));
}

/** In their order, each once. */
export function procedureChoices(
  { knowledge }: ReadingContext,
  matches: readonly TopicMatch[],
  aspects: Aspect[],
): Choice[] {
  const codes = [...new Set(matches.map(({ recordId }) => recordId))];
  const labels = procedureLabels(knowledge, codes);
  return codes.map((code, i) => ({ label: labels[i]!, query: { kind: "procedure", code, aspects } }));
}
