/** Deadlines as a calendar that phones, Outlook and Google Calendar import or follow (RFC 5545): days without hours, each
 *  with its source and how it follows from the print. */
import ical, {
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from "ical-generator";
import { ALARM_DAYS, type Deadline, type DeadlineCalendar } from "../../bot/sets/deadline-calendar.ts";
import type { Every, Milestone } from "../../bot/sets/milestones.ts";
import { formatDay, vietnamDay } from "../../knowledge/calendar.ts";
import type { Records } from "../../knowledge/knowledge-base.ts";
import { documentName, placeOf, plansOf } from "./sources.ts";
import { DIRECTNESS, ROLES } from "./task-filters.ts";

export const CALENDAR_TYPE = "text/calendar; charset=utf-8";

/** In the morning, and not at midnight when a day begins. */
const ALARM_HOUR = 8;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

export interface CalendarFileOptions {
  calendar: DeadlineCalendar;
  withPast: boolean;
  records: Pick<Records, "documents" | "agencies">;
  /** The filters in words. */
  said: readonly string[];
  agencyName: string | undefined;
  now: Date;
}

export const calendarTitle = (agencyName: string | undefined): string =>
  ["Hạn nhiệm vụ", agencyName].filter(Boolean).join(" – ");

export function calendarFile(options: CalendarFileOptions): string {
  const { calendar, withPast, agencyName } = options;
  const deadlines = withPast ? [...calendar.over, ...calendar.coming] : calendar.coming;
  const left = withPast ? 0 : calendar.over.length;
  const counts = `${deadlines.length} mốc${left > 0 ? ` · ${left} mốc đã qua không đưa vào` : ""}`;
  const file = ical({
    // Without marks that some clients leave escaped.
    name: escaped(`${calendarTitle(agencyName)} (${counts})`),
    description: escaped(aboutFile(options, deadlines.length)),
    prodId: { company: "tro-ly-so", product: "han-nhiem-vu", language: "VI" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: DAY_SECONDS,
  });
  for (const deadline of deadlines) addEvent(file, deadline, options);
  // A calendar needs a component, and whoever opens an empty one would take it for broken.
  if (deadlines.length === 0) addNote(file, options);
  return `${file.toString()}\r\n`;
}

/** What is in it and what is not. */
function aboutFile({ calendar, withPast, records, said, now }: CalendarFileOptions, count: number): string {
  const { over, overTasks, undated } = calendar;
  const ids = new Set([...calendar.coming, ...over].map((row) => documentIdOf(row)));
  const duties = new Set(over.flatMap((row) => (row.of === "duty" ? [row.duty.id] : []))).size;
  const overParts = [
    overTasks.length > 0 && `${overTasks.length} nhiệm vụ có thời gian in đã kết thúc`,
    duties > 0 && `${duties} việc ngoài Phụ lục có hạn đã qua`,
  ].filter(Boolean);
  return [
    `Lập ngày ${formatDay(vietnamDay(now))}: ${count} mốc.`,
    said.length > 0 && `Bộ lọc: ${said.join("; ")}.`,
    overParts.length > 0 &&
      (withPast
        ? `Gồm cả ${overParts.join(" và ")}.`
        : `Không đưa vào ${overParts.join(" và ")}; muốn lấy cả các mốc này thì thêm past=true vào địa chỉ tải.`),
    undated.length > 0 && `Không đưa vào ${undated.length} nhiệm vụ không in mốc kết thúc.`,
    "Ngày không in trong văn bản do trợ lý suy ra từ thời gian in; văn bản không ghi tiến độ thực hiện.",
    ...plansOf(records.documents, ids).map(
      (plan) => `Nguồn: ${documentName(plan)}.${plan.statusNote ? ` ${plan.statusNote}` : ""}`,
    ),
  ]
    .filter(Boolean)
    .join(" ");
}

const documentIdOf = (row: Deadline): string =>
  row.of === "task" ? row.task.documentId : row.duty.documentId;

function addEvent(file: ICalCalendar, deadline: Deadline, options: CalendarFileOptions): void {
  const summary = summaryOf(deadline);
  const rule = ruleOf(deadline);
  const event = file.createEvent({
    id: `${escaped(`${documentIdOf(deadline)}/${deadline.id}`)}@tro-ly-so`,
    ...days(deadline.day, options.now),
    summary,
    description: descriptionOf(deadline, options).map(plain).join("\n"),
    ...(rule ? { repeating: rule } : {}),
  });
  // Outlook would tell all that were due long ago.
  for (const before of deadline.isOver ? [] : ALARM_DAYS)
    event.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: before * DAY_SECONDS - ALARM_HOUR * HOUR_SECONDS,
      description: `Còn ${before} ngày. ${summary}`,
    });
}

const days = (day: string, now: Date) => ({
  start: new Date(`${day}T00:00:00Z`),
  allDay: true,
  stamp: now,
  transparency: ICalEventTransparency.TRANSPARENT,
  busystatus: ICalEventBusyStatus.FREE,
});

function addNote(file: ICalCalendar, options: CalendarFileOptions): void {
  const { over } = options.calendar;
  file.createEvent({
    id: "khong-co-moc@tro-ly-so",
    ...days(vietnamDay(options.now), options.now),
    summary:
      over.length > 0
        ? `Tệp lịch không có mốc nào sắp tới (${over.length} mốc đã qua không đưa vào)`
        : "Tệp lịch không có mốc nào trong phạm vi đã chọn",
    description: plain(aboutFile(options, 0)),
  });
}

const PERIODS: Readonly<Record<Every, string>> = {
  month: "mỗi tháng",
  quarter: "mỗi quý",
  half: "mỗi 6 tháng",
  year: "mỗi năm",
};
const FREQUENCIES = { month: 1, quarter: 3, half: 6 } as const;

function ruleOf({ every, until }: Milestone): string | undefined {
  if (every === null) return undefined;
  const end = until ? `;UNTIL=${until.replaceAll("-", "")}` : "";
  if (every.period === "year") return `RRULE:FREQ=YEARLY${end}`;
  const interval = FREQUENCIES[every.period];
  const steps = interval > 1 ? `;INTERVAL=${interval}` : "";
  return `RRULE:FREQ=MONTHLY${steps};BYMONTHDAY=${monthDays(every.dayOfMonth)}${end}`;
}

/** The 30th of a month that has less is its last day. */
const monthDays = (day: number | null): string => {
  if (day === null) return "-1";
  return day <= 28
    ? String(day)
    : `${Array.from({ length: day - 27 }, (_, i) => 28 + i).join(",")};BYSETPOS=-1`;
};

const LONGEST_SUMMARY = 110;

function summaryOf(deadline: Deadline): string {
  const text =
    deadline.of === "task"
      ? `Hạn ${deadline.task.label}: ${deadline.task.title}`
      : `Hạn ${deadline.duty.report ? "báo cáo" : "thực hiện"} (mục ${deadline.duty.sectionLabel}): ${deadline.duty.text}`;
  return shortened(plain(text));
}

function shortened(text: string): string {
  if (text.length <= LONGEST_SUMMARY) return text;
  const cut = text.slice(0, LONGEST_SUMMARY - 1);
  // Where nothing divides it, half of a letter may be left.
  return `${plain(cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST_SUMMARY / 2)))}…`;
}

function descriptionOf(
  deadline: Deadline,
  { records: { documents }, agencyName }: CalendarFileOptions,
): string[] {
  const { day, every, rule, printed } = deadline;
  const evidence = deadline.of === "task" ? deadline.task.evidence : deadline.duty.evidence;
  return [
    ...(deadline.of === "task" ? linesOfTask(deadline, agencyName) : [deadline.duty.text]),
    `Thời gian in trong văn bản: ${printed}`,
    `Ngày ${formatDay(day)}${every === null ? "" : `, lặp lại ${PERIODS[every.period]}`}${rule === null ? " in trong văn bản" : ` do trợ lý suy ra: ${rule}`}.`,
    every !== null && "Anh/chị xóa mốc lặp lại khi việc không còn.",
    deadline.of === "duty" &&
      deadline.duty.when?.kind === "half_yearly" &&
      every?.period === "year" &&
      "Kỳ 6 tháng: văn bản không in ngày nên không có trong lịch.",
    `Nguồn: ${placeOf(evidence, documents)}`,
  ].filter((line) => typeof line === "string");
}

const linesOfTask = (
  { task, row }: Extract<Deadline, { of: "task" }>,
  agencyName: string | undefined,
): string[] => [
  `Nhiệm vụ ${task.label}: ${task.title}`,
  `Chủ trì: ${row.lead.join("; ")}`,
  `Phối hợp: ${row.coordinating.join("; ") || "không ghi"}`,
  ...(agencyName ? [`${agencyName}: ${ROLES[row.role]}, ${DIRECTNESS[row.directness]}`] : []),
];

/** One line without what no text of a calendar may hold. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();

/** The library escapes what stands in events alone. */
const escaped = (text: string): string => plain(text).replace(/[\\;,]/g, (mark) => `\\${mark}`);
