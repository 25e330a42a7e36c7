/** The records whose words the question holds best, one or two of each kind: not by thresholds but with how well they fit,
 *  so that a refusal is weighed against them. */
import type { Query } from "../query.ts";
import type { TopicKind, TopicMatch } from "../understanding/topic.ts";
import { askedAgencyId, type ReadingContext, recordAsks, taskAsks } from "./context.ts";
import { matchPlan } from "./matches.ts";
import { MUCH_MEANT } from "./meant.ts";
import type { Proposal } from "./reader.ts";

/** A record that holds less of the subject is a stranger. */
const FITS = 0.2;
const MUCH = 4;
/** And unless it is as near in meaning as this. */
const MEANS = 0.45;

const ONE_EACH: readonly [TopicKind, number][] = [
  ["task", 2],
  ["target", 1],
  ["duty", 1],
  ["passage", 1],
  ["fact", 1],
];

export function readRecords(context: ReadingContext): Proposal[] {
  if (context.question.labels.length > 0) return [];
  const proposals: Proposal[] = [];
  const add = (
    kind: string,
    matches: readonly TopicMatch[],
    count: number,
    queryOf: (match: TopicMatch) => Query | undefined,
  ) => {
    matches.slice(0, count).forEach((match, i) => {
      const share = context.meant.planRecords.get(match.recordId) ?? 0;
      if (match.coverage < FITS && (match.meaning ?? 0) < MEANS && share < MUCH_MEANT) return;
      const query = queryOf(match);
      if (!query) return;
      const next = matches[i + 1]?.score ?? 0;
      proposals.push({
        query,
        features: {
          [kind]: 1,
          [`${kind}: coverage`]: match.coverage,
          [`${kind}: evidence`]: Math.min(1, match.evidence / MUCH),
          [`${kind}: margin`]: match.score > 0 ? Math.min(1, (match.score - next) / match.score) : 0,
          [`${kind}: precision`]: match.precision ?? 0,
          [`${kind}: meaning`]: match.meaning ?? 0,
          first: i === 0 ? 1 : 0,
        },
      });
    });
  };
  for (const [kind, count] of ONE_EACH)
    add(kind, matchPlan(context, [kind], 3), count, (match) => planQuery(context, kind, match.recordId));
  // "Sở Y tế có làm gì ở việc … không": how the row concerns it.
  const agencyId = askedAgencyId(context);
  if (agencyId)
    add("task of an agency", matchPlan(context, ["task"], 3), 1, ({ recordId }) => ({
      kind: "task",
      ids: [recordId],
      asks: taskAsks(context),
      agencyId,
    }));
  return proposals;
}

function planQuery(context: ReadingContext, kind: TopicKind, id: string): Query | undefined {
  switch (kind) {
    case "task":
      return { kind: "task", ids: [id], asks: recordAsks(context) };
    case "target":
      return { kind: "target", ids: [id], completion: context.question.cues.has("completion"), all: false };
    case "duty":
      return { kind: "duty", ids: [id], ask: "all" };
    case "passage":
      return { kind: "passage", ids: [id] };
    default: {
      const fact = context.knowledge.facts.find((row) => row.id === id);
      return fact && { kind: "document", keys: [fact.key], ids: [id] };
    }
  }
}
