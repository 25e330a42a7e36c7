/** Follow-ups: a question that names only what changes keeps the rest of the question before it. */

import type { QueryReader } from "./context.ts";
import { followProcedure } from "./follow-procedure.ts";
import { followAgency, followDuty, followTarget } from "./follow-record.ts";
import { followTask, ofList } from "./follow-task.ts";

export const readFollowUp: QueryReader = (context) => {
  const { last } = context.dialogue;
  if (!last || context.question.labels.length > 0 || context.question.documentNumbers.length > 0)
    return undefined;
  switch (last.kind) {
    case "taskSet":
      return ofList(context);
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

/** Of the one who signed, "chức vụ gì?". */
const OFFICE = /(^|\s)(chuc vu|chuc danh|giu chuc|lam chuc)( |$|\?)/;
