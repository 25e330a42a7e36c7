/** What became of an agency of 2023, and what the plan gives it. */
import type { Agency } from "../../knowledge/records.ts";
import { agencyById, isLocals } from "../agency-names.ts";
import { DISTRICT_ENDED_ON, DISTRICT_RULE } from "../district.ts";
import type { Draft, DraftReply } from "../draft.ts";
import { matches, type Role } from "../sets/task-set.ts";
import { type AnswerContext, citePlan, newDraft, planOfYear } from "./context.ts";

const localsNow = (plan: string): string =>
  `Cấp huyện đã kết thúc hoạt động từ ${DISTRICT_ENDED_ON}. ${plan} không nêu ai kế thừa phần việc của từng huyện; chính quyền địa phương nay có cấp xã (xã, phường, đặc khu) và cấp tỉnh, cần xác nhận với cơ quan có thẩm quyền về từng việc.`;

const CONFIDENCE = { high: "cao", medium: "trung bình", low: "thấp" } as const;

/** Adds the dated hints on an agency's successors; the name of 2023 stays the answer. */
export function agencyKeyPoint(agency: Agency, draft: Draft, context: AnswerContext): void {
  if (isLocals(agency.id)) {
    draft.compute(DISTRICT_ENDED_ON, DISTRICT_RULE);
    const now = localsNow(planOfYear(context));
    draft.say(now).speak(now);
    return;
  }
  draft.cite(agency.evidence);
  if (agency.successors.length === 0) {
    draft.say(
      `**${agency.name}**: trợ lý không có thông tin về cơ quan kế thừa; vui lòng hỏi cơ quan nội vụ.`,
    );
    return;
  }
  for (const successor of agency.successors) {
    draft.cite(successor.evidence);
    draft.say(
      `${successor.text} *(Mức tin cậy: ${CONFIDENCE[successor.confidence]}; cần xác nhận trước khi dùng.)*`,
    );
    draft.speak(successor.text);
  }
}

/** A department has nothing of its own in the plan, and its district level is gone. */
export function sayDepartment(agency: Agency, draft: Draft): void {
  const text = `Kế hoạch không giao việc riêng cho phòng chuyên môn cấp huyện; phần việc tính theo **${agency.name}**.`;
  draft.say(text).speak(text.replaceAll("*", ""));
  for (const successor of agency.successors) {
    draft.cite(successor.evidence);
    draft.say(successor.text);
  }
}

export function answerAgency(
  query: { agencyId: string; ask: "successor" | "overview"; department?: boolean },
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.kind = "agency";
  const agency = agencyById(context.knowledge, query.agencyId);
  if (!isLocals(agency.id)) draft.cite(agency.evidence);
  if (query.ask === "successor") agencyKeyPoint(agency, draft, context);
  else if (query.department) sayDepartment(agency, draft);
  const { knowledge, now } = context;
  const rowsAs = (role: Role, named?: true) =>
    knowledge.tasks.filter((task) =>
      matches(task, { by: "agency", agencyId: agency.id, role, ...(named ? { named } : {}) }, knowledge, now),
    );
  const namedAs = (role: Role) => rowsAs(role, true);
  const [leads, coordinating] = [namedAs("lead"), namedAs("coordinating")];
  const lead = draft.compute(leads.length, "đếm dòng Phụ lục ghi đích danh cơ quan ở cột chủ trì");
  const supports = draft.compute(
    coordinating.length,
    "đếm dòng Phụ lục ghi đích danh cơ quan ở cột phối hợp",
  );
  citePlan(draft, context);
  for (const task of [...leads, ...coordinating].slice(0, 3)) draft.cite(task.evidence);
  const names = leads.length > 0 ? ` (${leads.map(({ label }) => label).join(", ")})` : "";
  for (const task of leads) draft.cite(task.evidence);
  if (query.ask === "overview" && !agency.namedInPlan)
    draft
      .say(`Kế hoạch không nêu tên **${agency.name}** ở phần nào.`)
      .speak(`Kế hoạch không nêu tên ${agency.name}.`);
  draft.say(
    `Trong ${planOfYear(context)}, **${agency.name}** được ghi đích danh chủ trì ${lead} nhiệm vụ${names} và phối hợp ${supports} nhiệm vụ; chưa kể phần giao chung cho các sở, ban, ngành, địa phương.`,
  );
  if (query.ask === "overview")
    draft.speak(`${agency.name} chủ trì ${lead} và phối hợp ${supports} nhiệm vụ ghi đích danh.`);
  if (rowsAs("lead").length > 0) draft.suggest(`${agency.name} chủ trì những nhiệm vụ nào?`);
  if (rowsAs("coordinating").length > 0) draft.suggest(`${agency.name} phối hợp những nhiệm vụ nào?`);
  if (query.ask === "overview" && agency.successors.length > 0)
    draft.suggest(`${agency.name} bây giờ là cơ quan nào?`);
  return draft.finish();
}
