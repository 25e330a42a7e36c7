/** An answer about rows of the appendix with the link to their table file. */
import { agencyById, isLocals } from "../agency-names.ts";
import type { DraftReply } from "../draft.ts";
import type { Query } from "../query.ts";
import type { Link } from "../reply.ts";
import { subjectOf } from "../sets/subject.ts";
import type { AnswerContext } from "./context.ts";

const NOTE = "Tôi không tạo tệp Word hay PDF trong khung chat; tệp bảng dưới đây mở được bằng Excel.";

export function answerWithFile(of: Query, answer: DraftReply, context: AnswerContext): DraftReply {
  const link = tableLink(of.kind === "taskSet" ? subjectOf(of.set)?.where.agencyId : undefined, context);
  return {
    ...answer,
    text: `${answer.text}\n\n${NOTE}\n[${link.label}](${link.url})`,
    spoken: `${answer.spoken} ${NOTE}`,
    links: [...answer.links, link],
  };
}

/** The table of all rows, or of those of one agency. */
export function tableLink(agencyId: string | undefined, { knowledge }: AnswerContext): Link {
  const agency = agencyId && !isLocals(agencyId) ? agencyById(knowledge, agencyId) : undefined;
  return {
    label: `Bảng nhiệm vụ${agency ? " của cơ quan này" : ""} (CSV, mở bằng Excel)`,
    url: `/api/tasks?format=csv${agency ? `&agency=${encodeURIComponent(agency.name)}` : ""}`,
    mediaType: "text/csv",
  };
}
