/** An answer about rows of the appendix with the links to their table files. */
import type { DraftReply } from "../draft.ts";
import type { Query } from "../query.ts";
import { subjectOf } from "../sets/subject.ts";
import type { AnswerContext } from "./context.ts";
import { type FileRows, markdownOf, tableLinks } from "./file-links.ts";

const NOTE = "Tôi không tạo tệp Word hay PDF trong khung chat; bảng dưới đây có tệp Excel (XLSX) và CSV.";

export function answerWithFile(of: Query, answer: DraftReply, context: AnswerContext): DraftReply {
  const links = tableLinks(rowsShown(of, answer), context);
  return {
    ...answer,
    text: `${answer.text}\n\n${NOTE}\n${markdownOf(links)}`,
    spoken: `${answer.spoken} ${NOTE}`,
    links: [...answer.links, ...links],
  };
}

/** The rows of the answer; of a number or a table those of its agency. */
function rowsShown(of: Query, { tasks }: DraftReply): FileRows {
  if (tasks.length > 0) return { ids: tasks.map(({ id }) => id) };
  const agencyId = of.kind === "taskSet" ? subjectOf(of.set)?.where.agencyId : undefined;
  return agencyId ? { agencyId } : {};
}
