/** Comparisons of two tasks. */

import { type Query, unverified } from "../query.ts";
import { has, type QueryReader, type ReadingContext, taskAsks } from "./context.ts";
import { countSaid } from "./counted-rows.ts";
import { tasksOf } from "./labelled-tasks.ts";
import { pairToldIn } from "./last-set.ts";
import { matchPlan, matchProcedures } from "./matches.ts";
import { COMPARED, pairOf, splitTopic } from "./task-pairs.ts";

/** "So sánh A với B": two labels, or the best task for the words on each side. */
export const readComparison: QueryReader = (context) => {
  const query = comparisonQuery(context);
  if (query?.kind !== "comparison") return query;
  const asks = taskAsks(context);
  return {
    ...query,
    ...(asks.length > 0 ? { asks } : {}),
    ...(has(context, "whetherOne") ? { asksWhetherOne: true } : {}),
  };
};

/** "So sánh II.1 với IV.2". */
export const readLabelledPair: QueryReader = (context) =>
  labelledPair(context) ? readComparison(context) : undefined;

/** Just two tasks by their labels, which are compared. */
function labelledPair(context: ReadingContext): [string, string] | undefined {
  const [one, other, ...more] = has(context, "compare") ? labelledTasks(context) : [];
  return one && other && more.length === 0 ? [one, other] : undefined;
}

const labelledTasks = (context: ReadingContext): string[] =>
  [...new Set(context.question.labels)].flatMap((label) => tasksOf(context, label).map(({ id }) => id));

function comparisonQuery(context: ReadingContext): Query | undefined {
  const { dialogue } = context;
  const pair = labelledPair(context) ?? pairOf(context);
  if (has(context, "whetherOne")) return pair ? { kind: "comparison", ids: pair } : undefined;
  const spoken = spokenPair(context);
  if (spoken) return { kind: "comparison", ids: spoken };
  if (!has(context, "compare"))
    return pair && has(context, "whichOne") ? { kind: "comparison", ids: pair } : undefined;
  if (pair) return { kind: "comparison", ids: pair };
  const labelled = labelledTasks(context);
  const sides = splitTopic(context);
  const found = sides
    .map(
      (tokens) => context.topics.match([tokens, context.understander.withSynonyms(tokens)], ["task"], 1)[0],
    )
    .filter((match) => match !== undefined && match.coverage >= COMPARED)
    .map((match) => match!.recordId);
  const ids = [...new Set([...labelled, ...found])];
  if (labelled.length === 0 && meansProcedures(context)) return undefined;
  if (ids.length >= 2) return { kind: "comparison", ids: [ids[0]!, ids[1]!] };
  const last =
    dialogue.last?.kind === "task" && dialogue.last.ids.length === 1 ? dialogue.last.ids[0] : undefined;
  if (ids.length === 1 && last && last !== ids[0]) return { kind: "comparison", ids: [last, ids[0]!] };
  if (ids.length === 0 && dialogue.last?.kind === "task" && dialogue.last.ids.length === 2) {
    return { kind: "comparison", ids: [dialogue.last.ids[0]!, dialogue.last.ids[1]!] };
  }
  if (meansProcedures(context)) return undefined;
  const best = matchPlan(context, ["task"], 2);
  if (best.length === 2 && ids.length <= 1 && sides.length >= 2) {
    return { kind: "comparison", ids: [best[0]!.recordId, best[1]!.recordId] };
  }
  return undefined;
}

const DIFFERS =
  /(^| )(giong|khac|trung|chenh|lech|hon kem)( nhau)?( |$)|(^| )(truoc|sau|som hon|muon hon|tre hon) (hay|hoac|han|khong|ko)( |$)|(^| )(truoc|sau) (viec|cai|nhiem vu|no|cua)( |$)|(^| )chung (mot|1|co quan|don vi|so)( |$)/;

/** "Hạn hai cái chênh nhau mấy năm", "nó xong sau cái callbot hay trước": two rows that were told one after the other or together,
 *  or the one spoken of and the one that is named. */
function spokenPair(context: ReadingContext): [string, string] | undefined {
  const { question, dialogue } = context;
  if (!DIFFERS.test(question.folded)) return undefined;
  const lists = dialogue.focuses.filter(({ ids }) => ids.length > 0);
  const [one, other, ...more] = lists.at(-1)?.ids ?? [];
  if (countSaid(context) === 2) {
    const told = one && other && more.length === 0 ? ([one, other] as [string, string]) : pairToldIn(lists);
    if (told) return told;
  }
  const last = dialogue.last && unverified(dialogue.last);
  const [named] = matchPlan(context, ["task"], 1);
  return last?.kind === "task" &&
    last.ids.length === 1 &&
    named &&
    named.coverage >= COMPARED &&
    named.recordId !== last.ids[0]
    ? [last.ids[0]!, named.recordId]
    : undefined;
}

/** The difference asked about lies within a procedure: "lệ phí nộp trực tiếp và qua mạng khác nhau thế nào". */
function meansProcedures(context: ReadingContext): boolean {
  const procedure = matchProcedures(context, 1)[0];
  const task = matchPlan(context, ["task"], 1)[0];
  return procedure !== undefined && procedure.coverage > (task?.coverage ?? 0);
}
