/** Asks back, with choices that are each a complete question. */
import type { Evidence } from "../../knowledge/records.ts";
import { agencyById } from "../agency-names.ts";
import { type DraftReply, procedureEvidence } from "../draft.ts";
import type { Choice } from "../query.ts";
import { subjectOf } from "../sets/subject.ts";
import { type AnswerContext, bullets, newDraft, procedureByCode, tasksById } from "./context.ts";

export function answerClarification(
  query: { question: string; options: Choice[] },
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.withoutSourceLine();
  draft.status = "clarification";
  const labels = query.options.map((option) => option.label);
  draft.say(labels.length > 0 ? `${query.question}\n${bullets(labels)}` : query.question);
  draft.speak(labels.length > 0 ? `${query.question} ${labels.join("; hoặc ")}?` : query.question);
  for (const evidence of query.options.flatMap((option) => evidenceOf(option, context))) draft.cite(evidence);
  draft.suggest(...labels);
  return draft.finish();
}

/** The records that a choice names, so that the wording of a choice is under the figure lock too. */
export function evidenceOf({ query, label }: Choice, context: AnswerContext): Evidence[] {
  const { knowledge } = context;
  switch (query.kind) {
    case "task":
    case "comparison":
      return tasksById(knowledge, query.ids).map((task) => task.evidence);
    case "label":
      return tasksById(knowledge, query.taskIds).map((task) => task.evidence);
    case "passage":
      return knowledge.sections.filter((row) => row.label === query.sectionLabel).map((row) => row.evidence);
    case "procedure": {
      const procedure = procedureByCode(knowledge, query.code);
      const name = procedureEvidence(procedure, "/name", "Tên thủ tục", procedure.name);
      const saysAgency = procedure.agency !== null && label.endsWith(`(${procedure.agency})`);
      return saysAgency
        ? [name, procedureEvidence(procedure, "/agency", "Cơ quan thực hiện", procedure.agency!)]
        : [name];
    }
    case "taskSet": {
      const agencyId = subjectOf(query.set)?.where.agencyId;
      return agencyId ? [agencyById(knowledge, agencyId).evidence] : [];
    }
    case "agency":
    case "ownAgency":
      return [agencyById(knowledge, query.agencyId).evidence];
    case "duty":
      return knowledge.duties.filter((row) => query.ids.includes(row.id)).map((row) => row.evidence);
    case "target":
      return knowledge.targets.filter((row) => query.ids.includes(row.id)).map((row) => row.evidence);
    default:
      return [];
  }
}
