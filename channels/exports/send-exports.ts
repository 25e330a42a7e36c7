/** The tasks and their deadlines as files and as data: what an address asks for, in the form that its client takes. */
import type { ServerResponse } from "node:http";
import vary from "vary";
import { deadlineCalendar } from "../../bot/sets/deadline-calendar.ts";
import { vietnamDay } from "../../knowledge/calendar.ts";
import type { Records } from "../../knowledge/knowledge-base.ts";
import { send, sendJson } from "../http/answers.ts";
import type { Request } from "../http/door.ts";
import { preferredType } from "../http/negotiation.ts";
import { queryOf } from "../http/request-guard.ts";
import { listTasks, tasksToCsv } from "../tasks-api.ts";
import { CALENDAR_TYPE, calendarFile, calendarTitle } from "./calendar-file.ts";
import { attachment } from "./file-name.ts";
import { type Format, readCalendarFilters } from "./task-filters.ts";
import { tasksToXlsx, XLSX_TYPE } from "./tasks-workbook.ts";

const TYPES: Readonly<Record<string, Format>> = {
  "application/json": "json",
  "text/csv": "csv",
  [XLSX_TYPE]: "xlsx",
};

/** Throws RequestError that names the filter. */
export async function sendTasks(
  request: Request,
  response: ServerResponse,
  records: Pick<Records, "tasks" | "agencies" | "groups" | "documents">,
  now: Date,
): Promise<void> {
  const { tasks, said, agencyName, ...asked } = listTasks(records, queryOf(request.url ?? ""));
  vary(response, "Accept");
  const liked = preferredType(request.headers, ["application/json", "text/csv", XLSX_TYPE]);
  const format = asked.format ?? TYPES[liked];
  if (format === "json") return sendJson(response, 200, { total: tasks.length, tasks });
  const isCsv = format === "csv";
  const body = isCsv
    ? tasksToCsv(tasks, records.documents)
    : await tasksToXlsx({ tasks, records, said, today: vietnamDay(now) });
  const name = ["Nhiệm vụ", agencyName].filter(Boolean).join(" – ");
  response.setHeader("Content-Disposition", attachment(name, isCsv ? "csv" : "xlsx"));
  send(response, 200, isCsv ? "text/csv; charset=utf-8" : XLSX_TYPE, body);
}

/** Throws RequestError that names the filter. */
export function sendCalendar(
  request: Request,
  response: ServerResponse,
  records: Pick<Records, "tasks" | "duties" | "agencies" | "groups" | "documents">,
  now: Date,
): void {
  const { selection, said, withPast, agencyName } = readCalendarFilters(records, queryOf(request.url ?? ""));
  const calendar = deadlineCalendar(records, selection, vietnamDay(now));
  const body = calendarFile({ calendar, withPast, records, said, agencyName, now });
  response.setHeader("Content-Disposition", attachment(calendarTitle(agencyName), "ics"));
  send(response, 200, CALENDAR_TYPE, body);
}
