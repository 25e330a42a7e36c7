/** What an answer puts to choice, in one place: what a reply shows as its options is what a number, a label or words of
 *  the next turn choose among. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { Choice, Query } from "../query.ts";
import type { ReplyOption } from "../reply.ts";
import { subjectOf } from "../sets/subject.ts";
import { tasksById } from "./context.ts";
import { besideProcedure } from "./procedure-choices.ts";

type Offered = Pick<KnowledgeBase, "procedures" | "tasks" | "passages">;

/** Nearest records that a refusal shows. */
export const MAX_OFFERS = 3;

export function choicesOf(query: Query, knowledge: Offered): Choice[] {
  switch (query.kind) {
    case "clarification":
      return query.options;
    case "refusal":
      return query.offers.slice(0, MAX_OFFERS);
    case "procedure":
      return besideProcedure(query, knowledge);
    case "task":
      return twinChoices(query.ids, query.asks, knowledge);
    case "label":
      return [...twinChoices(query.taskIds, query.asks, knowledge, 1), ...bodyChoice(query, knowledge)];
    case "verify":
    case "withFile":
      return choicesOf(query.of, knowledge);
    default:
      return [];
  }
}

type TaskAsks = Extract<Query, { kind: "task" }>["asks"];

/** Tasks that share one printed label: what was asked of it is asked of each. */
function twinChoices(ids: readonly string[], asks: TaskAsks, knowledge: Offered, fewest = 2): Choice[] {
  const tasks = tasksById(knowledge, ids);
  const printed = new Set(tasks.map(({ groupNumeral, number }) => `${groupNumeral}.${number}`));
  if (tasks.length < fewest || printed.size !== 1) return [];
  return tasks.map(({ id, label }) => ({
    label: `Nhiệm vụ ${label}`,
    query: { kind: "task", ids: [id], asks },
  }));
}

function bodyChoice({ sectionLabel }: { sectionLabel: string | null }, { passages }: Offered): Choice[] {
  const ids = passages.filter((row) => row.sectionLabel === sectionLabel).map(({ id }) => id);
  if (sectionLabel === null || ids.length === 0) return [];
  return [
    {
      label: `Mục ${sectionLabel} phần thân Kế hoạch`,
      query: { kind: "passage", ids, sectionLabel },
    },
  ];
}

export const optionsOf = (query: Query, knowledge: Offered): ReplyOption[] =>
  choicesOf(query, knowledge).map(({ label, query: chosen }) => ({ label, ...referenceOf(chosen) }));

function referenceOf(query: Query): Omit<ReplyOption, "label"> {
  switch (query.kind) {
    case "procedure":
      return query.cases
        ? { kind: "case", code: query.code, id: query.cases.map((at) => `/documents/${at}`).join(",") }
        : { kind: "procedure", code: query.code };
    case "task":
      return { kind: "task", id: query.ids.join(",") };
    case "agency":
    case "ownAgency":
      return { kind: "agency", id: query.agencyId };
    case "document":
      return { kind: "document", id: query.ids.join(",") };
    case "taskSet":
      return { kind: "query", id: subjectOf(query.set)?.where.agencyId ?? "tasks" };
    case "target":
    case "duty":
    case "passage":
    case "comparison":
      return { kind: "query", id: query.ids.join(",") };
    default:
      return { kind: "query", id: query.kind };
  }
}
