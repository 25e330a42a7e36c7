/** What a filter over the rows of the appendix says, in words. */
import { agencyById } from "../agency-names.ts";
import type { Draft } from "../draft.ts";
import type { TaskFilter } from "../query.ts";
import type { AnswerContext } from "./context.ts";

/** "{n}" stands for the count: "chủ trì {n} có thời gian 2023-2024". */
export function describeFilter(filter: TaskFilter, context: AnswerContext): string {
  const role =
    filter.role === "lead"
      ? "chủ trì "
      : filter.role === "coordinating"
        ? "phối hợp "
        : filter.agencyId
          ? "có "
          : "có ";
  const verb = filter.agencyId
    ? role
    : filter.directness === "collective"
      ? "giao chung cho các sở, ban, ngành, địa phương: "
      : "có ";
  const parts: string[] = [];
  if (filter.agencyId && filter.directness === "named") parts.push("ghi đích danh");
  if (filter.withAgencyId)
    parts.push(
      `cùng với ${agencyById(context.knowledge, filter.withAgencyId).name}${filter.withRole === "coordinating" ? " phối hợp" : filter.withRole === "lead" ? " chủ trì" : ""}`,
    );
  if (filter.agencyId && filter.directness === "collective") parts.push("theo diện giao chung");
  if (!filter.agencyId && filter.directness === "named") parts.push("ghi đích danh cơ quan chủ trì");
  if (filter.groupIds)
    parts.push(`thuộc nhóm ${[...new Set(filter.groupIds.map((id) => id.replace(/b$/, "")))].join(", ")}`);
  if (filter.period) parts.push(`có thời gian ${filter.period}`);
  if (filter.dueYear !== undefined) parts.push(`có thời gian in đến hết năm ${filter.dueYear}`);
  if (filter.startYear !== undefined) parts.push(`bắt đầu từ năm ${filter.startYear}`);
  if (filter.activeYear !== undefined)
    parts.push(`có thời gian thực hiện gồm năm ${filter.activeYear} (kể cả nhiệm vụ lặp lại)`);
  if (filter.beyondYear !== undefined)
    parts.push(`có thời gian in kéo dài sau năm ${filter.beyondYear} (kể cả nhiệm vụ lặp lại)`);
  if (filter.ended === true) parts.push("có mốc thời gian in đã qua");
  if (filter.ended === false) parts.push("chưa qua mốc thời gian in hoặc lặp lại");
  if (filter.recurrence === "yearly") parts.push("lặp lại hàng năm");
  if (filter.recurrence === "ongoing") parts.push("thực hiện thường xuyên");
  if (filter.recurrence === "recurring") parts.push("lặp lại hoặc thường xuyên");
  if (filter.missing) parts.push(`không ghi cơ quan ${filter.missing === "lead" ? "chủ trì" : "phối hợp"}`);
  if (filter.minLeads !== undefined) parts.push("ghi nhiều cơ quan cùng chủ trì");
  if (filter.topic) parts.push(filter.topic);
  const where = filter.agencyId ? "" : "Phụ lục ";
  return `${where}${verb}{n}${parts.length > 0 ? ` ${parts.join(", ")}` : ""}`;
}

/** Years and numerals that the asker named: repeated in the answer, not claimed. */
export function declareYears(filter: TaskFilter, draft: Draft): void {
  const years = [filter.dueYear, filter.startYear, filter.activeYear, filter.beyondYear, filter.period];
  for (const year of years) if (year !== undefined) draft.compute(year, "năm nêu trong câu hỏi");
}
