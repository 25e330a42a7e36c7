/** Follow-ups: a question that names only what changes keeps the rest of the question before it. */

import type { Query } from "../query.ts";
import { placeIn } from "../understanding/superlatives.ts";
import type { QueryReader, ReadingContext } from "./context.ts";
import { followTasks, type Last } from "./follow-list.ts";
import { followProcedure } from "./follow-procedure.ts";
import { followAgency, followDuty, followTarget } from "./follow-record.ts";
import { followTask } from "./follow-task.ts";

export const readFollowUp: QueryReader = (context) => {
  const { last } = context.dialogue;
  if (!last || context.question.labels.length > 0 || context.question.documentNumbers.length > 0)
    return undefined;
  switch (last.kind) {
    case "tasks":
    case "leaders":
      if (last.kind === "leaders") {
        const other = otherEnd(context, last);
        if (other) return other;
      }
      return followTasks(
        context,
        last.kind === "tasks" ? last : { kind: "tasks", filter: last.filter, show: "list", asks: [] },
      );
    case "ranking":
      return otherEnd(context, last) ?? followTask(context, context.dialogue.listIds);
    case "task":
    case "label":
      return followTask(context, last.kind === "task" ? last.ids : last.taskIds);
    case "comparison":
      return followTask(context, last.ids);
    case "procedure":
      return followProcedure(context, last);
    case "duty":
      return followDuty(context, last);
    case "agency":
      return followAgency(context, last);
    case "target":
      return followTarget(context, last);
    case "document":
      return last.keys.includes("signer") && OFFICE.test(context.question.plain) ? last : undefined;
    default:
      return undefined;
  }
};

const LONGEST_END = 6;

/** "Còn ít nhất?" after the most. */
function otherEnd(context: ReadingContext, last: Last<"ranking" | "leaders">): Query | undefined {
  const { question } = context;
  // "Đứng thứ nhì là ai?"
  const place = placeIn(question.plain);
  if (
    last.kind === "leaders" &&
    last.order === "most" &&
    place !== undefined &&
    question.mentions.length === 0
  )
    return { ...last, place };
  const said = /(^|\s)(nhieu|dong|dai|it|ngan) nhat(\s|$|\?)/.exec(question.plain)?.[2];
  if (!said || question.tokens.length > LONGEST_END || question.mentions.length > 0) return undefined;
  const order = said === "it" || said === "ngan" ? "least" : "most";
  return last.kind === "leaders" && last.agencyIds ? undefined : { ...last, order };
}

/** Of the one who signed, "chức vụ gì?". */
const OFFICE = /(^|\s)(chuc vu|chuc danh|giu chuc|lam chuc)( |$|\?)/;
