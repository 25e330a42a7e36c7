/** Two procedures named in one breath, each answered. */

import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Query } from "../query.ts";
import { partOf } from "../understanding/utterance.ts";
import { aspectsOf } from "./aspects.ts";
import { has, type ReadingContext } from "./context.ts";
import { LONG_STORY, MAX_TASKS_AT_ONCE, NAMED, WHOLE_NAME } from "./fits.ts";
import { matchProcedures } from "./matches.ts";
import { bestFirst, PROPOSED } from "./procedure-candidates.ts";

/** A side of "và" that calls its procedure may hold so much else. */
const WHOLE_SIDE = 0.6;

/** "khai sinh và nhập hộ khẩu cho con cần giấy tờ gì": two names with "và" or a comma between, each answered. */
export function severalNamed(context: ReadingContext): Query | undefined {
  const { question, topics } = context;
  if (has(context, "compare", "plan", "task")) return undefined;
  const spans = topics.procedureSpans(question.tokens);
  const joined = spans.filter((span, i) => {
    const before = spans[i - 1];
    if (!before) return true;
    const between = fold(
      question.text.slice(question.tokens[before.to - 1]!.end, question.tokens[span.from]!.start),
    );
    return (
      /^ ?(,|va|voi|rồi|roi|cung|;)? ?(va|roi|voi)? ?(lam|dang ky|xin)? ?$/.test(between) &&
      /[a-z,;]/.test(between)
    );
  });
  const codes = [...new Set(joined.map(({ code }) => code))];
  if (codes.length < 2 || joined.length !== spans.length) return undefined;
  const aspects = aspectsOf(context);
  const queries = codes
    .slice(0, MAX_TASKS_AT_ONCE)
    .map((code): Query => ({ kind: "procedure", code, aspects }));
  return { kind: "many", queries };
}

/** "khai tử và mai táng nộp ở đâu": each side of "và" tells of a procedure, and none tells of both. */
export function severalMeant(context: ReadingContext): Query | undefined {
  const { question, understander, knowledge, topics, families } = context;
  if (has(context, "compare", "plan", "task") || question.tokens.length > LONG_STORY) return undefined;
  const ands = question.tokens.filter(({ folded }) => folded === "va");
  const [and] = ands;
  if (!and || ands.length > 1) return undefined;
  if ((matchProcedures(context, 1)[0]?.coverage ?? 0) >= WHOLE_NAME) return undefined;
  const sides = [partOf(question, 0, and.start), partOf(question, and.end, question.text.length)];
  const codes = sides.map((side) => {
    const { procedureTopics, conditions } = understander.subjectOf(side);
    const called = topics.procedureNamesIn(side.tokens);
    const found = knowledge.retriever.findProcedures(side.text, { limit: 1 }).map(({ id }) => id);
    const best = bestFirst(topics.matchProcedures(procedureTopics, found, PROPOSED), knowledge).find(
      ({ recordId, coverage, precision }) =>
        coverage >= (called.has(recordId) ? WHOLE_SIDE : WHOLE_NAME) && precision >= NAMED,
    );
    return best && families.choose(best.recordId, conditions);
  });
  const [first, second] = codes;
  if (!first || !second || first === second) return undefined;
  const aspects = aspectsOf(context);
  return { kind: "many", queries: [first, second].map((code) => ({ kind: "procedure", code, aspects })) };
}
