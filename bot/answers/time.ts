/** Days until a date of the plan, and what falls into a span of days. The plan prints years, and few days. */
import { daysBetween, formatDay, vietnamDay } from "../../knowledge/calendar.ts";
import { agencyById, isLocals } from "../agency-names.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { Query } from "../query.ts";
import { nextOf } from "../sets/milestones.ts";
import { printedDays } from "../sets/printed-days.ts";
import { relationsOf, toReplyTask } from "../sets/relations.ts";
import {
  type AnswerContext,
  bullets,
  capitalize,
  citePlan,
  newDraft,
  tasksById,
  withoutStop,
} from "./context.ts";

/** "Trước ngày 15/12": the next such day, today or later. */
function nextPrinted(text: string, today: string): string | undefined {
  const printed = printedDays(text).find(({ every, isBefore }) => every === "year" && isBefore);
  return printed && nextOf(printed, today);
}

export function answerCountdown(
  { taskIds, dutyIds }: Extract<Query, { kind: "countdown" }>,
  context: AnswerContext,
): DraftReply {
  const { knowledge, now } = context;
  const draft = newDraft(context);
  const today = vietnamDay(now);
  const said = draft.compute(formatDay(today), "ngày hỏi");
  citePlan(draft, context);
  for (const task of tasksById(knowledge, taskIds)) {
    draft.cite(task.evidence);
    draft.kind = "task";
    draft.tasks = [...draft.tasks, toReplyTask(task)];
    const end = task.due.until;
    if (end === null) {
      const text = `Nhiệm vụ ${task.label} ghi “${task.period}”, không in ngày kết thúc nên không tính được số ngày còn lại.`;
      draft.say(text).speak(text);
      continue;
    }
    const days = daysBetween(today, end);
    const day = draft.compute(formatDay(end), `ngày cuối của thời gian in ${task.period}`);
    const count = draft.compute(Math.abs(days), `số ngày giữa ${formatDay(today)} và ${formatDay(end)}`);
    const text =
      days < 0
        ? `Thời gian in của nhiệm vụ ${task.label} (${task.period}) đã qua ${count} ngày, tính từ ${day} đến hôm nay ${said}.`
        : `Từ hôm nay ${said} đến hết thời gian in của nhiệm vụ ${task.label} (${day}) còn **${count} ngày**.`;
    draft.say(text).speak(text.replaceAll("*", ""));
  }
  for (const duty of knowledge.duties.filter(({ id }) => dutyIds.includes(id))) {
    const next = nextPrinted(duty.text, today);
    if (!next) continue;
    draft.kind = "duty";
    draft.cite(duty.evidence);
    const day = draft.compute(formatDay(next), "ngày gần nhất sắp tới của mốc in trong Kế hoạch");
    const days = daysBetween(today, next);
    const count = draft.compute(days, `số ngày từ ${formatDay(today)} đến ${formatDay(next)}`);
    const text = `Từ hôm nay ${said} đến ngày ${day} còn **${count} ngày**; Kế hoạch ghi “trước ngày” đó nên nên nộp sớm hơn.`;
    draft.say(text).speak(text.replaceAll("*", "")).say(`> ${duty.text}`);
  }
  return draft.finish();
}

export function answerSpan(
  { from, to, said, agencyId }: Extract<Query, { kind: "span" }>,
  context: AnswerContext,
): DraftReply {
  const { knowledge, now } = context;
  const draft = newDraft(context);
  draft.kind = "tasks";
  citePlan(draft, context);
  const agency = agencyId ? agencyById(knowledge, agencyId) : undefined;
  if (agency && !isLocals(agency.id)) draft.cite(agency.evidence);
  const within = (day: string) => from <= day && day <= to;
  const rule = "khoảng thời gian nêu trong câu hỏi";
  for (const value of [said, formatDay(from), formatDay(to)]) draft.compute(value, rule);
  const own = knowledge.tasks.filter((task) => !agency || relationsOf(task, agency).length > 0);
  const ending = own.filter(({ due }) => due.spans.some(({ until }) => until !== null && within(until)));
  const of = agency ? ` của **${agency.name}**` : "";
  const count = draft.compute(ending.length, "đếm nhiệm vụ có ngày cuối của thời gian in rơi vào khoảng này");
  const hasYearsOnly = knowledge.tasks.every(({ due }) => due.spans.every(({ unit }) => unit === "year"));
  const why = hasYearsOnly ? "Phụ lục chỉ in năm, không chia quý hay tháng; " : "";
  const reckoned = hasYearsOnly ? "tính đến ngày cuối năm in thì" : "Tính theo thời hạn in trong Phụ lục,";
  const opening =
    ending.length > 0
      ? `${why}${reckoned} trong ${said} (${formatDay(from)} - ${formatDay(to)}) có **${count}** nhiệm vụ${of} hết thời gian:`
      : capitalize(`${why}không có nhiệm vụ nào${of} có thời gian in kết thúc trong ${said}.`);
  draft.say(opening).speak(opening.replaceAll("*", ""));
  for (const task of ending) draft.cite(task.evidence);
  draft.tasks = ending.map((task) => toReplyTask(task));
  if (ending.length > 0)
    draft.say(
      bullets(
        ending.map(
          (task) => `**${task.label}** ${withoutStop(task.title)} · ${task.leadPrinted} · ${task.period}`,
        ),
      ),
    );
  sayDates(within, vietnamDay(now), from, draft, context);
  const recurring = own.filter(({ recurrence }) => recurrence !== "none").length;
  if (!hasYearsOnly) {
    const open = own.filter(({ due, recurrence }) => due.until === null && recurrence === "none");
    if (open.length > 0)
      draft.say(
        `${draft.compute(open.length, "đếm nhiệm vụ không in mốc kết thúc")} nhiệm vụ${of} không in mốc kết thúc (${open.map(({ label, period }) => `${label}: ${period || "để trống"}`).join("; ")}), nên không xếp vào khoảng này.`,
      );
    for (const task of open) draft.cite(task.evidence);
  }
  if (recurring > 0)
    draft.say(
      `Ngoài ra ${draft.compute(recurring, "đếm nhiệm vụ hàng năm hoặc thường xuyên")} nhiệm vụ hàng năm hoặc thường xuyên${of} vẫn thực hiện, không in ngày.`,
    );
  draft.suggest("Khi nào phải báo cáo kết quả thực hiện Kế hoạch?", "Những việc nào làm hàng năm?");
  return draft.finish();
}

/** Days that the plan prints for reports. */
function sayDates(
  within: (day: string) => boolean,
  today: string,
  from: string,
  draft: Draft,
  { knowledge }: AnswerContext,
): void {
  for (const duty of knowledge.duties) {
    const next = nextPrinted(duty.text, from < today ? from : today) ?? nextPrinted(duty.text, from);
    if (!next || !within(next)) continue;
    draft.cite(duty.evidence);
    const day = draft.compute(formatDay(next), "mốc ngày in trong Kế hoạch, tính cho năm được hỏi");
    const text = `Mốc có ngày cụ thể: trước ngày ${day}.`;
    draft.say(`${text}\n\n> ${duty.text}`).speak(`${text} ${duty.text}`);
  }
}
