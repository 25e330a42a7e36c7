/** The two sides of a question, and the tasks that they name. */

import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import { has, type ReadingContext } from "./context.ts";
import { matchPlan } from "./matches.ts";

/** Below this share of its words found, a side of a comparison is not a task. */
export const COMPARED = 0.5;

const NEARLY = 0.9;

/** A side that weighs less ("tỉnh", "quản lý") names no task. */
const TELLING_SIDE = 0.9;

/** A task that holds so much of the whole question is its one subject, whatever "và" or comma stands in it. */
const ONE_SUBJECT = 0.85;

/** Words after the two that are compared. */
const LONGEST_END = 2;

/** The tasks that the two sides of a question name, when there are just two and each side names its own. */
export function pairOf(context: ReadingContext): [string, string] | undefined {
  const sides = withCommonEnd(splitTopic(context));
  const whole = matchPlan(context, ["task"], 1)[0];
  const asksBoth =
    has(context, "compare", "whetherOne") || /(^|\s)(cai|ben|viec) nao(\s|$)/.test(context.question.plain);
  if (sides.length !== 2 || (!asksBoth && whole && whole.coverage >= ONE_SUBJECT)) return undefined;
  const near = sides.map((tokens) => {
    const matches = context.topics.match([tokens, context.understander.withSynonyms(tokens)], ["task"], 3);
    return matches.filter((match) => match.coverage >= NEARLY * matches[0]!.coverage);
  });
  // "cổng của tỉnh với cổng của ngành y tế": when both sides point at one task, the vaguer side means its neighbour.
  const [first, second] = distinctPair(near[0]!, near[1]!);
  if (!first || !second) return undefined;
  const best = [first, second];
  if (Math.min(first.coverage, second.coverage) < COMPARED) return undefined;
  if (Math.min(first.evidence, second.evidence) < TELLING_SIDE) return undefined;
  const procedures = sides.map((tokens) => context.topics.match([tokens], ["procedure"], 1)[0]);
  const aboutProcedures = procedures.some((row, i) => row && row.score > best[i]!.score);
  return aboutProcedures ? undefined : [first.recordId, second.recordId];
}

/** "A với B, cái nào do ai nâng cấp": what is said of both belongs to each. */
function withCommonEnd(sides: Token[][]): Token[][] {
  const [first, second, end] = sides;
  return sides.length === 3 && end!.length <= LONGEST_END
    ? [
        [...first!, ...end!],
        [...second!, ...end!],
      ]
    : sides;
}

function distinctPair(one: TopicMatch[], other: TopicMatch[]): [TopicMatch?, TopicMatch?] {
  const pairs = one.flatMap((a) =>
    other.filter((b) => b.recordId !== a.recordId).map((b) => [a, b] as const),
  );
  const best = pairs.sort((x, y) => y[0].score + y[1].score - x[0].score - x[1].score)[0];
  return best ? [best[0], best[1]] : [];
}

/** Topic words between "và", "với", "hay", "so với", commas. */
export function splitTopic(context: ReadingContext) {
  const { question } = context;
  const typed = question.planTopics[0]!;
  const sides: (typeof typed)[] = [[]];
  let previousEnd = 0;
  for (const token of typed) {
    const space = previousEnd > 0 ? question.text.slice(previousEnd, token.start) : " ";
    const between = space === " " ? space : fold(space);
    if (/(^|\s)(va|voi|hay|hoac|khac|so voi)(\s|$)/.test(between) || /[,;/]/.test(between)) sides.push([]);
    sides.at(-1)!.push(token);
    previousEnd = token.end;
  }
  return sides.filter((side) => side.length > 0);
}
