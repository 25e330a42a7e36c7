/** The procedures that come nearest to the words, a few of them and each by itself: what is told of the case, and how the
 *  talk goes on, choose among them. */

import type { TopicMatch } from "../understanding/topic.ts";
import type { ReadingContext } from "./context.ts";
import { MAX_NEAR } from "./fits.ts";
import { matchProcedures } from "./matches.ts";
import { MUCH_MEANT } from "./meant.ts";
import { aspectsKept } from "./procedure-particular.ts";
import { procedureQueryOf } from "./procedure-particulars.ts";
import { nearlyAsGood } from "./procedure-query.ts";
import type { Proposal } from "./reader.ts";

const MOST = 4;
/** What holds less of the question, and is not as near in meaning, is a stranger. */
const FITS = 0.15;
const MEANS = 0.45;
const MUCH = 4;
const LONG_NAME = 6;

/** Of the others the nearest in meaning. */
const nextMeaning = (matches: readonly TopicMatch[], recordId: string): number =>
  matches.reduce((most, row) => (row.recordId === recordId ? most : Math.max(most, row.meaning ?? 0)), 0);

export function readCandidates(context: ReadingContext): Proposal[] {
  const { question, acts } = context;
  if (question.labels.length > 0) return [];
  const matches = matchProcedures(context);
  const [best] = matches;
  if (!best) return [];
  const nearby = nearlyAsGood(context, matches).map(({ recordId }) => recordId);
  const aspects = aspectsKept(context);
  return matches
    .slice(0, MOST)
    .filter(
      ({ recordId, coverage, meaning = 0 }) =>
        coverage >= FITS || meaning >= MEANS || (context.meant.procedures.get(recordId) ?? 0) >= MUCH_MEANT,
    )
    .map(({ recordId, score, coverage, precision, evidence, called = 0, meaning = 0 }, i): Proposal => {
      const near = nearby.filter((code) => code !== recordId).slice(0, MAX_NEAR);
      return {
        query: { ...procedureQueryOf(context, recordId, aspects), ...(near.length > 0 ? { near } : {}) },
        features: {
          first: i === 0 ? 1 : 0,
          place: 1 / (i + 1),
          "of the best": best.score > 0 ? score / best.score : 0,
          coverage,
          precision,
          meaning,
          "nearer than the next": meaning - nextMeaning(matches, recordId),
          called: Math.min(1, called / LONG_NAME),
          evidence: Math.min(1, evidence / MUCH),
          "lacks an act": acts.lacks(recordId, question.acts) ? 1 : 0,
        },
      };
    });
}
