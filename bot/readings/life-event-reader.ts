/** "Con em mới sinh, giờ phải làm những gì", "xong rồi làm gì nữa": what an event of life, or a procedure, needs in all, in
 *  its order. */
import { findProcedure } from "../answers/context.ts";
import type { Query } from "../query.ts";
import { EVENTS, planOf } from "../situations/life-events.ts";
import { longestOnly, PhraseIndex } from "../understanding/phrases.ts";
import type { QueryReader, ReadingContext } from "./context.ts";
import { matchProcedures } from "./matches.ts";
import { hasAgency } from "./named-agency.ts";
import type { Proposal } from "./reader.ts";
import { situationOf } from "./told-case.ts";

/** What asks for all that has to be done, and not for one procedure's papers. */
export const ALL_THAT = new PhraseIndex<"all">();
ALL_THAT.addPatterns(
  "life-events/all",
  "(làm|cần|phải làm|cần làm|làm lại|đi làm|chuẩn bị|lo) (những|các|mấy|bao nhiêu) (gì|giấy tờ gì|giấy tờ|thủ tục|thủ tục gì|thứ|thứ gì|việc|việc gì|loại giấy|loại giấy tờ|bước); (những|các) (thủ tục|giấy tờ|bước) (gì|nào); (làm|nộp|xin) (cái|giấy|thủ tục|) (gì|nào) (trước|đầu tiên|sau|tiếp|nữa|tiếp theo|kế tiếp|rồi mới); (làm|cần làm|phải làm) gì; (làm|cần) (giấy|giấy tờ|thủ tục) (gì|nào); từ đầu (tới|đến) cuối; trọn gói; một lượt; lần lượt; theo thứ tự; (xong|rồi) (thì|) (làm|tới|đến) (gì|đâu|cái gì) (nữa|tiếp|); còn (phải|cần|) làm gì nữa; bước (tiếp theo|kế tiếp)",
  "all",
);

/** A procedure that is named so well may be where it begins. */
const NAMED = 0.45;
/** With fewer steps it is one procedure. */
const FEWEST = 2;
const MANY = 6;

/** An event is named, all that it needs is asked for, and no procedure is called beside it. */
export const readWholeEvent: QueryReader = (context) => {
  const { question, topics, understander } = context;
  const [event] = longestOnly(EVENTS.find([...question.tokens], understander.isForm));
  if (!event || question.procedureCodes.length > 0) return undefined;
  const isCalled = topics
    .procedureSpans(question.tokens)
    .some(({ from, to }) => from < event.from || to > event.to);
  if (isCalled) return undefined;
  return readLifeEvent(context).find(({ features }) => features?.event === 1 && features.asks === 1)?.query;
};

export function readLifeEvent(context: ReadingContext): Proposal[] {
  const { question, understander, dialogue, knowledge } = context;
  const tokens = [...question.tokens];
  const asks = ALL_THAT.find(tokens, understander.isForm).length > 0 ? 1 : 0;
  const events = longestOnly(EVENTS.find(tokens, understander.isForm)).map(({ value }) => value);
  const last = dialogue.last?.kind === "procedure" ? dialogue.last.code : undefined;
  const [best] = matchProcedures(context, 1);
  const find = (code: string) => findProcedure(knowledge, code);
  const proposals: Proposal[] = [];
  const add = (roots: readonly string[], event: string, features: Record<string, number>) => {
    const situation = situationOf(context, roots[0]!);
    const { steps } = planOf(roots, situation, find);
    if (steps.length < FEWEST) return;
    const query: Query = { kind: "lifeEvent", event, roots: [...roots], situation };
    proposals.push({
      query,
      features: { ...features, asks, steps: Math.min(1, steps.length / MANY) },
    });
  };
  for (const { event, roots } of events.slice(0, 1)) add(roots, event, { event: 1 });
  if (asks === 0) return proposals;
  if (best && best.precision >= NAMED && best.coverage >= NAMED && events.length === 0 && !hasAgency(context))
    add([best.recordId], "", { procedure: 1, precision: best.precision, coverage: best.coverage });
  if (last && events.length === 0) add([last], "", { last: 1 });
  return proposals;
}
