/** How the tasks fall to the agencies: who leads most, who leads none. */
import type { DraftReply } from "../draft.ts";
import type { TaskFilter } from "../query.ts";
import { findTasks } from "../task-query.ts";
import { type AnswerContext, bullets, citePlan, newDraft } from "./context.ts";

const RULE = "đếm dòng Phụ lục ghi đích danh cơ quan; dòng có hai cơ quan được tính cho cả hai";

export function answerLeaders(
  query: { filter: TaskFilter; order: "most" | "all" },
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.kind = "tasks";
  const role = query.filter.role ?? "lead";
  const { agencyId: _agency, ...rest } = query.filter;
  const counted = context.knowledge.agencies
    .map((agency) => ({
      agency,
      count: findTasks(
        context.knowledge,
        { ...rest, agencyId: agency.id, role, directness: "named" },
        context.now,
      ).length,
    }))
    .filter((row) => row.count > 0)
    .sort((a, b) => b.count - a.count || a.agency.name.localeCompare(b.agency.name, "vi"));
  citePlan(draft, context);
  for (const { agency } of counted) draft.cite(agency.evidence);
  const verb = role === "lead" ? "chủ trì" : "phối hợp";
  const years = [rest.dueYear, rest.startYear, rest.activeYear, ...(rest.period?.split("-") ?? [])];
  for (const year of years) if (year !== undefined) draft.compute(year, "năm nêu trong câu hỏi");
  const top = counted[0];
  if (top) {
    const most = draft.compute(top.count, RULE);
    draft.say(
      `**${top.agency.name}** ${verb} nhiều nhất: **${most}** nhiệm vụ ghi đích danh (số đếm do trợ lý tính).`,
    );
    draft.speak(`${top.agency.name} ${verb} nhiều nhất, ${most} nhiệm vụ.`);
  }
  draft.say(bullets(counted.map(({ agency, count }) => `${agency.name}: ${draft.compute(count, RULE)}`)));
  if (role === "lead") {
    const collective = findTasks(context.knowledge, { ...rest, directness: "collective" }, context.now);
    const count = draft.compute(
      collective.length,
      "đếm dòng Phụ lục giao chung cho các sở, ban, ngành, địa phương chủ trì",
    );
    draft.say(
      `Ngoài ra ${count} nhiệm vụ giao chung cho các sở, ban, ngành, địa phương chủ trì: ${collective.map(({ task }) => task.label).join(", ")}.`,
    );
    for (const { task } of collective) draft.cite(task.evidence);
  }
  if (top) draft.suggest(`${top.agency.name} ${verb} những nhiệm vụ nào?`);
  draft.suggest("Nhiệm vụ nào giao chung cho các sở, ban, ngành, địa phương?");
  return draft.finish();
}
