/** How the tasks fall to the agencies: who leads most, who leads none. */
import type { Agency } from "../../knowledge/records.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { TaskFilter } from "../query.ts";
import { findTasks } from "../task-query.ts";
import { type AnswerContext, bullets, citePlan, newDraft } from "./context.ts";
import { declareYears } from "./task-filter.ts";

const RULE = "đếm dòng Phụ lục ghi đích danh cơ quan; dòng có hai cơ quan được tính cho cả hai";

export function answerLeaders(
  query: {
    filter: TaskFilter;
    order: "most" | "least" | "all" | "none";
    agencyIds?: string[];
    place?: number;
  },
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.kind = "tasks";
  const role = query.filter.role ?? "lead";
  const { agencyId: _agency, ...rest } = query.filter;
  const all = context.knowledge.agencies
    .filter((agency) => !query.agencyIds || query.agencyIds.includes(agency.id))
    .map((agency) => ({
      agency,
      count: findTasks(
        context.knowledge,
        { ...rest, agencyId: agency.id, role, directness: "named" },
        context.now,
      ).length,
    }))
    .sort((a, b) => b.count - a.count || a.agency.name.localeCompare(b.agency.name, "vi"));
  const some = query.agencyIds ? all : all.filter((row) => row.count > 0);
  const counted = query.order === "least" ? [...some].reverse() : some;
  citePlan(draft, context);
  if (query.order === "none")
    return answerNobody(
      all.filter((row) => row.count === 0).map((row) => row.agency),
      role,
      draft,
    );
  for (const { agency } of counted) draft.cite(agency.evidence);
  const verb = role === "lead" ? "chủ trì" : "phối hợp";
  declareYears(rest, draft);
  const top = counted[0];
  if (query.place !== undefined) sayPlace(query.place, counted, verb, draft);
  else if (top && counted[1]?.count === top.count && query.agencyIds) {
    const both = draft.compute(top.count, RULE);
    draft.say(
      `Các cơ quan này ${verb} bằng nhau: **${both}** nhiệm vụ ghi đích danh (số đếm do trợ lý tính).`,
    );
  } else if (top && query.order === "least") {
    sayFewest(
      counted.filter((row) => row.count === top.count).map((row) => row.agency),
      top.count,
      verb,
      draft,
    );
  } else if (top) {
    const most = draft.compute(top.count, RULE);
    draft.say(
      `**${top.agency.name}** ${verb} ${query.agencyIds ? "nhiều hơn" : "nhiều nhất"}: **${most}** nhiệm vụ ghi đích danh (số đếm do trợ lý tính).`,
    );
    draft.speak(
      query.agencyIds
        ? `${counted.map(({ agency, count }) => `${agency.name} ${verb} ${count} nhiệm vụ`).join("; ")}.`
        : `${top.agency.name} ${verb} nhiều nhất, ${most} nhiệm vụ.`,
    );
  }
  draft.say(bullets(counted.map(({ agency, count }) => `${agency.name}: ${draft.compute(count, RULE)}`)));
  if (role === "lead" && !query.agencyIds) {
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

/** Agencies with as many tasks share a place. */
function sayPlace(
  place: number,
  counted: readonly { agency: Agency; count: number }[],
  verb: string,
  draft: Draft,
): void {
  const counts = [...new Set(counted.map((row) => row.count))];
  const count = counts[place - 1];
  const said = draft.compute(place, "thứ hạng nêu trong câu hỏi");
  if (count === undefined) {
    draft.say(`Không có cơ quan nào đứng thứ ${said}.`).speak(`Không có cơ quan nào đứng thứ ${said}.`);
    return;
  }
  const names = counted.filter((row) => row.count === count).map((row) => row.agency.name);
  const many = draft.compute(count, RULE);
  draft.say(
    `Đứng thứ ${said}, ${verb} **${many}** nhiệm vụ ghi đích danh (số đếm do trợ lý tính): **${names.join("; ")}**.`,
  );
  draft.speak(`Đứng thứ ${said} là ${names.join("; ")}, ${verb} ${many} nhiệm vụ.`);
}

function sayFewest(agencies: readonly Agency[], count: number, verb: string, draft: Draft): void {
  const few = draft.compute(count, RULE);
  const names = agencies.map((agency) => agency.name).join("; ");
  draft.say(
    `Trong các cơ quan được ghi đích danh, ${verb} ít nhất là **${few}** nhiệm vụ (số đếm do trợ lý tính): ${names}.`,
  );
  draft.say(`Cơ quan không được ghi đích danh ${verb} nhiệm vụ nào thì chưa kể ở đây.`);
  draft.speak(`Ít nhất là ${few} nhiệm vụ: ${names}.`);
  draft.suggest(`Những cơ quan nào không ${verb} nhiệm vụ nào?`);
}

/** Agencies of "các sở, ban, ngành, địa phương" that no row names in this role. */
function answerNobody(agencies: readonly Agency[], role: "lead" | "coordinating", draft: Draft): DraftReply {
  const members = agencies.filter((agency) => agency.collective !== null);
  const groups = [
    { title: "Kế hoạch có nêu tên", rows: members.filter((agency) => agency.namedInPlan) },
    { title: "Kế hoạch không nêu tên", rows: members.filter((agency) => !agency.namedInPlan) },
  ];
  for (const agency of members) draft.cite(agency.evidence);
  const verb = role === "lead" ? "chủ trì" : "phối hợp";
  draft.say(
    `Các cơ quan không được ghi đích danh ${verb} nhiệm vụ nào trong Phụ lục (vẫn có phần giao chung cho các sở, ban, ngành, địa phương):`,
  );
  for (const { title, rows } of groups) {
    if (rows.length > 0)
      draft.say(
        `**${title} (${draft.compute(rows.length, RULE)})**: ${rows.map((agency) => agency.name).join("; ")}.`,
      );
  }
  draft.speak(
    `Không được ghi đích danh ${verb}: ${members
      .slice(0, 3)
      .map((agency) => agency.name)
      .join("; ")}${members.length > 3 ? " và một số cơ quan khác" : ""}.`,
  );
  draft.suggest("Cơ quan nào chủ trì nhiều nhiệm vụ nhất?");
  return draft.finish();
}
