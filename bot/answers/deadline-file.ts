/** The calendar file of deadlines: what is in it, what is left out, and how it is used. */
import { formatDay, vietnamDay } from "../../knowledge/calendar.ts";
import { agencyById, isLocals } from "../agency-names.ts";
import type { Draft } from "../draft.ts";
import type { ActionAbout } from "../query.ts";
import type { Link } from "../reply.ts";
import {
  ALARM_DAYS,
  type Deadline,
  type DeadlineCalendar,
  deadlineCalendar,
} from "../sets/deadline-calendar.ts";
import { type AnswerContext, listing } from "./context.ts";
import { calendarLink, markdownOf, rowsOfRequest } from "./file-links.ts";

export interface DeadlineFile {
  calendar: DeadlineCalendar;
  /** The file; where nothing in it is to come, the one with what is over. Null: nothing has a day. */
  link: Link | null;
  /** Beside it: with what is over, or of the whole plan. */
  others: Link[];
}

export function deadlineFile(about: ActionAbout, context: AnswerContext): DeadlineFile {
  const { knowledge, now } = context;
  const today = vietnamDay(now);
  const rows = rowsOfRequest(about, context);
  const calendar = deadlineCalendar(knowledge, rows, today);
  const whole = deadlineCalendar(knowledge, {}, today);
  const { coming, over } = calendar;
  const isPart = Object.keys(rows).length > 0 && whole.coming.length > coming.length;
  const ofAll = isPart ? [calendarLink({}, context)] : [];
  const withPast = calendarLink(rows, context, true);
  if (coming.length > 0)
    return {
      calendar,
      link: calendarLink(rows, context),
      others: [...(over.length > 0 ? [withPast] : []), ...(about.report ? ofAll : [])],
    };
  return {
    calendar,
    link: over.length > 0 ? withPast : (ofAll[0] ?? null),
    others: over.length > 0 ? ofAll : [],
  };
}

/** Days on which something is to come, with how many; the next first. */
export function comingDays(
  coming: readonly Deadline[],
): { day: string; count: number; recurs: "yearly" | "otherwise" | null }[] {
  const days = new Map<string, Deadline[]>();
  for (const row of coming) days.set(row.day, [...(days.get(row.day) ?? []), row]);
  return [...days].map(([day, rows]) => ({
    day,
    count: rows.length,
    recurs: rows.every(({ every }) => every?.period === "year")
      ? "yearly"
      : rows.every(({ every }) => every !== null)
        ? "otherwise"
        : null,
  }));
}

export const SHOWN_DAYS = 3;
const RECURS = { yearly: ", lặp lại hằng năm", otherwise: ", lặp lại định kỳ" } as const;

const HOW =
  "Cách dùng: tải tệp về rồi mở bằng ứng dụng Lịch của điện thoại, Outlook, hoặc nhập vào Google Calendar (Cài đặt, Nhập). Ngày không in trong văn bản do trợ lý suy ra và ghi rõ trong từng mốc.";
const NO_PROCEDURES = "Tệp chỉ có mốc của Kế hoạch, không có hạn của thủ tục hành chính.";
const NO_PLAN = "Chưa nạp kế hoạch nào nên không có mốc để đưa vào lịch.";
const NO_DAY = "Phần này không in mốc kết thúc nên không có ngày để đưa vào lịch.";

/** Says what the file holds, links it and tells how it is used. */
export function sayDeadlineFile(about: ActionAbout, draft: Draft, context: AnswerContext): void {
  const { knowledge } = context;
  if (knowledge.tasks.length === 0 && knowledge.duties.length === 0) {
    draft.say(NO_PLAN).speak(NO_PLAN);
    return;
  }
  const { calendar, link, others } = deadlineFile(about, context);
  const agency =
    about.agencyId && !isLocals(about.agencyId) ? agencyById(knowledge, about.agencyId) : undefined;
  if (agency) draft.cite(agency.evidence);
  const told =
    calendar.coming.length > 0 ? whatComes(calendar, agency?.name, draft) : whatIsOver(calendar, draft);
  draft.say(told).speak(told.replaceAll("**", ""));
  if (!link) return;
  draft.links.push(link, ...others);
  draft.say(markdownOf([link]));
  draft.say([HOW, knowledge.procedures.length > 0 && NO_PROCEDURES].filter(Boolean).join(" "));
  const left = calendar.coming.length > 0 ? leftOut(calendar, draft) : "";
  if (left) draft.say(left).speak(left);
  if (others.length > 0) draft.say(markdownOf(others));
}

function whatComes({ coming }: DeadlineCalendar, agencyName: string | undefined, draft: Draft): string {
  const count = draft.compute(coming.length, "đếm các mốc từ hôm nay trở đi");
  const all = comingDays(coming);
  const days = all.slice(0, SHOWN_DAYS).map(({ day, count: many, recurs }) => {
    const said = draft.compute(formatDay(day), "ngày của mốc trong tệp lịch, suy ra từ thời gian in");
    const number = draft.compute(many, "đếm các mốc của ngày này");
    return `${said} (${number} mốc${recurs ? RECURS[recurs] : ""})`;
  });
  const more = all.length > SHOWN_DAYS ? " và các ngày sau đó" : "";
  const alarms = listing(ALARM_DAYS.map((day) => draft.compute(day, "lời nhắc đặt sẵn trong tệp lịch")));
  return `Tệp lịch${agencyName ? ` của **${agencyName}**` : ""} có **${count}** mốc sắp tới: ${days.join("; ")}${more}. Mỗi mốc nhắc trước ${alarms} ngày.`;
}

function whatIsOver({ over, overTasks }: DeadlineCalendar, draft: Draft): string {
  if (over.length === 0) return NO_DAY;
  const count = draft.compute(overTasks.length || over.length, "đếm các mốc đã qua tính đến hôm nay");
  const what = overTasks.length > 0 ? "nhiệm vụ có thời gian in đã kết thúc" : "mốc đã qua";
  return `Phần này không còn mốc nào sắp tới: **${count}** ${what}. Tệp lịch dưới đây gồm cả các mốc đã qua để anh/chị đối chiếu, không có lời nhắc.`;
}

function leftOut({ over, overTasks, undated }: DeadlineCalendar, draft: Draft): string {
  const duties = new Set(over.flatMap((row) => (row.of === "duty" ? [row.duty.id] : []))).size;
  const parts = [
    [overTasks.length, "nhiệm vụ có thời gian in đã kết thúc"],
    [duties, "việc ngoài Phụ lục có hạn đã qua"],
    [undated.length, "nhiệm vụ không in mốc kết thúc"],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${draft.compute(count, "đếm những gì không đưa vào tệp lịch")} ${what}`);
  return said.length > 0 ? `Không đưa vào tệp: ${listing(said)}.` : "";
}
