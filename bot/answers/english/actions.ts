/** Requests that the assistant can't carry out, in English: what it can give for them, and the files. */
import { formatDay } from "../../../knowledge/calendar.ts";
import { officeLines } from "../../../knowledge/office-profile.ts";
import { agencyById, isLocals } from "../../agency-names.ts";
import type { ActionAbout, Query } from "../../query.ts";
import type { Link } from "../../reply.ts";
import { ALARM_DAYS, type DeadlineCalendar } from "../../sets/deadline-calendar.ts";
import { comingDays, deadlineFile, SHOWN_DAYS } from "../deadline-file.ts";
import { markdownOf } from "../file-links.ts";
import * as phrases from "./phrases.ts";
import { ACTIONS } from "./refusals.ts";
import { counted, listed, type Sheet } from "./sheet.ts";
import { contactOf } from "./talk.ts";

type ActionQuery = Extract<Query, { kind: "action" }>;

export function action({ action: what, about }: ActionQuery, sheet: Sheet): void {
  const { cannot, can } = ACTIONS[what];
  const { office: profile } = sheet.context.settings;
  const page = (ask: "lookup" | "filing") => (profile && officeLines(profile, ask)[0]) || phrases.PORTAL;
  const way =
    what === "register"
      ? `Apply online at ${page("filing")} or at the one-stop counter.`
      : what === "lookup"
        ? `Look up your file by the code on your receipt at ${page("lookup")}, or ask where you applied.`
        : "";
  const contact = what === "call" ? contactOf(sheet) : undefined;
  sheet.withoutSourceLine();
  sheet.both([cannot, way, contact && `Please contact ${contact}.`, can].filter(Boolean).join(" "));
  if (what === "calendar" || what === "remind") sayDeadlineFile(about, sheet);
  else sheet.say(linked(sheet.draft.links.filter(({ url }) => url.startsWith("/api/"))));
  const duties = sheet.context.knowledge.duties.filter(({ evidence }) =>
    sheet.draft.citations.some(({ quote }) => quote === evidence.quote),
  );
  if (duties.length > 0) sheet.say("The plan says (quoted in Vietnamese):");
  for (const { text } of duties) sheet.quote(text);
}

/** With their names in English. */
const linked = (links: readonly Link[]): string =>
  markdownOf(links.map((link) => ({ ...link, label: phrases.LINK_LABELS[link.label] ?? link.label })));

const RECURS = { yearly: ", every year", otherwise: ", recurring" } as const;
const NO_PROCEDURES = "The file has dates of the plan alone, and none of procedures.";
const HOW =
  "To use it, download the file and open it with the calendar of your telephone, with Outlook, or import it into Google Calendar. Dates that the plan does not print are derived by the assistant, and each entry says so.";

function sayDeadlineFile(about: ActionAbout, sheet: Sheet): void {
  const { knowledge } = sheet.context;
  if (knowledge.tasks.length === 0 && knowledge.duties.length === 0) {
    sheet.both("No plan is loaded, so there are no dates for a calendar.");
    return;
  }
  const { calendar, link, others } = deadlineFile(about, sheet.context);
  const agency =
    about.agencyId && !isLocals(about.agencyId) ? agencyById(knowledge, about.agencyId) : undefined;
  const isComing = calendar.coming.length > 0;
  sheet.both(isComing ? whatComes(calendar, agency?.name) : whatIsOver(calendar));
  if (!link) return;
  sheet.say(linked([link])).say(knowledge.procedures.length > 0 ? `${HOW} ${NO_PROCEDURES}` : HOW);
  if (isComing) sheet.both(leftOut(calendar));
  sheet.say(linked(others));
}

function whatComes({ coming }: DeadlineCalendar, agencyName: string | undefined): string {
  const all = comingDays(coming);
  const days = all
    .slice(0, SHOWN_DAYS)
    .map(
      ({ day, count, recurs }) =>
        `${formatDay(day)} (${counted(count, "date")}${recurs ? RECURS[recurs] : ""})`,
    );
  const more = all.length > SHOWN_DAYS ? " and later days" : "";
  const dates = coming.length === 1 ? "date" : "dates";
  return `The calendar file${agencyName ? ` of **${agencyName}**` : ""} has **${coming.length}** ${dates} to come: ${days.join("; ")}${more}. Each has reminders ${listed(ALARM_DAYS.map(String))} days before.`;
}

function whatIsOver({ over, overTasks }: DeadlineCalendar): string {
  if (over.length === 0) return "The plan prints no end for these, so there is no date for a calendar.";
  const count = overTasks.length || over.length;
  const noun = overTasks.length > 0 ? "task" : "date";
  return `None of these is still to come: the printed period of **${count}** ${count === 1 ? noun : `${noun}s`} is over. The calendar file below has them for reference, without reminders.`;
}

function leftOut({ over, overTasks, undated }: DeadlineCalendar): string {
  const duties = new Set(over.flatMap((row) => (row.of === "duty" ? [row.duty.id] : []))).size;
  const said = [
    overTasks.length > 0 && `${counted(overTasks.length, "task")} whose printed period is over`,
    duties > 0 && `${counted(duties, "duty", "duties")} outside the appendix whose day is over`,
    undated.length > 0 && `${counted(undated.length, "task")} without a printed end`,
  ].filter((part) => typeof part === "string");
  return said.length > 0 ? `Left out: ${listed(said)}.` : "";
}
