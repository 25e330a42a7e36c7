/** Records whose words the question holds, best first, once for all readers of a question. */

import type { TopicKind, TopicMatch } from "../understanding/topic.ts";
import type { Understanding } from "../understanding/understand.ts";
import type { ReadingContext } from "./context.ts";
import { kindsOf, LIKELY_MEANT } from "./meant.ts";
import { findProcedures, withoutWords } from "./procedure-candidates.ts";

/** A name of so many words that stands whole in a question is what it is about, whatever else the words signal. */
export const LONG_CALL = 8;

/** How much a retrieval hit may lift a record: enough to settle near-ties, not to make an answer of a stranger. */
const HIT_WEIGHT = 0.05;

/** How much those lift it who mean it when they say so. */
const MEANT_WEIGHT = 0.15;

/** Of the kinds asked for, with those that people mean without a word of theirs. */
function lifted(
  context: ReadingContext,
  found: readonly TopicMatch[],
  kinds: readonly TopicKind[],
  limit: number,
): TopicMatch[] {
  const { hits, meant, knowledge } = context;
  const ids = new Set(found.map(({ recordId }) => recordId));
  const kindOf = kindsOf(knowledge);
  const strangers = [...meant.planRecords].flatMap(([id, share]) => {
    const kind = kindOf.get(id)!;
    return share >= LIKELY_MEANT && kinds.includes(kind) && !ids.has(id) ? [withoutWords(id, kind)] : [];
  });
  return [...found, ...strangers]
    .map((match) => {
      const { score = 0, meaning = 0 } = hits.get(match.recordId) ?? {};
      const share = meant.planRecords.get(match.recordId) ?? 0;
      return { ...match, meaning, score: match.score + HIT_WEIGHT * score + MEANT_WEIGHT * share };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** Several readers ask the same of one question. */
const matched = new WeakMap<Understanding, Map<string, TopicMatch[]>>();

function once(context: ReadingContext, key: string, compute: () => TopicMatch[]): TopicMatch[] {
  const known = matched.get(context.question) ?? new Map<string, TopicMatch[]>();
  matched.set(context.question, known);
  const matches = known.get(key) ?? compute();
  known.set(key, matches);
  return matches;
}

export function matchPlan(context: ReadingContext, kinds: readonly TopicKind[], limit = 10): TopicMatch[] {
  return once(context, `${kinds.join()} ${limit}`, () =>
    lifted(context, context.topics.match(context.question.planTopics, kinds, 3 * limit), kinds, limit),
  );
}

export function matchProcedures(context: ReadingContext, limit = 10): TopicMatch[] {
  return once(context, "procedures", () => findProcedures(context)).slice(0, limit);
}

/** Few words are left and no record of the plan holds them: what is left of a sentence, not a subject. */
export function isSubjectless(context: ReadingContext): boolean {
  const words = context.question.planTopics[0]!;
  if (words.length === 0) return true;
  const best = matchPlan(context, ["task", "target", "duty", "passage"], 1)[0];
  return words.length <= 3 && (best === undefined || best.evidence < 0.5);
}
