/** Duties outside the appendix: who must do or report what, and when, as far as the plan prints it. */

import { formatDay } from "../../knowledge/calendar.ts";
import type { Duty } from "../../knowledge/records.ts";
import { agencyById, isLocals } from "../agency-names.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { Beyond } from "../query.ts";
import { remarksOn } from "../remarks.ts";
import { type AnswerContext, bullets, citePlan, newDraft } from "./context.ts";
import { sayBeyond } from "./unprinted.ts";

const NOT_KEPT =
  "Nguồn không ghi cơ quan nào đã hay chưa báo cáo, thực hiện; anh/chị hỏi cơ quan tổng hợp nêu ở trên.";

export interface DutyQuery extends Beyond {
  ids: string[];
  agencyId?: string;
  ask: "report" | "ownPlan" | "all";
  completion?: true;
}

export function answerDuty(query: DutyQuery, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "duty";
  const duties = query.ids.map((id) => context.knowledge.duties.find((row) => row.id === id)!);
  citePlan(draft, context, ...duties.map((duty) => duty.evidence));
  sayBeyond(query, "Đoạn này của Kế hoạch", draft);
  const agency = query.agencyId ? agencyById(context.knowledge, query.agencyId) : undefined;
  if (agency && !isLocals(agency.id)) draft.cite(agency.evidence);
  if (agency) {
    const own = duties.filter((duty) => duty.agencyIds.includes(agency.id));
    const common = duties.filter((duty) => !own.includes(duty));
    if (own.length > 0) {
      draft.say(`**${agency.name}**, trách nhiệm nêu đích danh:\n${bullets(own.map(quoted))}`);
      draft.speak(`${agency.name} có trách nhiệm: ${own[0]!.text}`);
    } else {
      draft.say(`Phần thân Kế hoạch không nêu trách nhiệm riêng của **${agency.name}**.`);
      draft.speak(`Kế hoạch không nêu trách nhiệm riêng của ${agency.name}.`);
    }
    if (common.length > 0) {
      draft.say(
        `**Trách nhiệm chung của thủ trưởng các sở, ban, ngành và địa phương**\n${bullets(common.map(quoted))}`,
      );
      if (own.length === 0) draft.speak(`Trách nhiệm chung gồm: ${common[0]!.text}`);
    }
  } else {
    if (duties.length > 1) draft.say("Kế hoạch quy định:");
    for (const duty of duties) {
      const heading = headingOf(duty, context, draft);
      draft.say(`> ${duty.text}${heading ? `\n\n(mục ${heading})` : ""}`);
      draft.speak(heading ? `Mục ${heading}: ${duty.text}` : duty.text);
    }
  }
  for (const duty of duties) sayWhen(duty, draft);
  const said = new Set<string>();
  for (const duty of duties) {
    for (const remark of remarksOn(duty.text, context.knowledge)) {
      if (said.has(remark.text)) continue;
      said.add(remark.text);
      draft.say(remark.text);
      for (const evidence of remark.evidence) draft.cite(evidence);
    }
  }
  if (query.completion) {
    draft.status = "unanswerable_not_in_sources";
    draft.say(NOT_KEPT).speak(NOT_KEPT);
  }
  draft.suggest(
    "Khi nào phải báo cáo kết quả thực hiện Kế hoạch?",
    "Hạn ban hành kế hoạch của cơ quan là khi nào?",
  );
  if (agency) draft.suggest(`${agency.name} chủ trì những nhiệm vụ nào?`);
  return draft.finish();
}

/** "VI.5. Sở Kế hoạch và Đầu tư": whose duty it is often stands in the heading only. */
function headingOf(duty: Duty, context: AnswerContext, draft: Draft): string | undefined {
  const section = context.knowledge.sections.find((row) => row.label === duty.sectionLabel);
  if (!section) return undefined;
  draft.cite(section.evidence);
  return `${section.label}. ${section.title}`;
}

const quoted = (duty: Duty) => duty.text;

function sayWhen(duty: Duty, draft: Draft): void {
  if (!duty.when?.derived) return;
  const { date, rule } = duty.when.derived;
  const day = draft.compute(formatDay(date), rule);
  draft.say(`Tính ra ngày **${day}** (ngày do trợ lý suy ra: ${rule}; Kế hoạch không in ngày này).`);
  draft.speak(`Tính ra là ngày ${day}.`);
}
