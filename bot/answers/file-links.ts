/** Addresses of the files of the plan: tables of tasks and calendars of deadlines, of all rows, of those of an agency, or of
 *  certain ones. */

import { vietnamDay } from "../../knowledge/calendar.ts";
import { agencyById, findAgency, isLocals } from "../agency-names.ts";
import type { ActionAbout } from "../query.ts";
import type { Link } from "../reply.ts";
import { milestonesOfDuty } from "../sets/milestones.ts";
import { selectDuties, selectTasks, type TaskSelection } from "../sets/selection.ts";
import type { AnswerContext } from "./context.ts";

/** As much of a selection as an address of ours holds. */
export type FileRows = Pick<TaskSelection, "agencyId" | "role" | "directness" | "ids">;

/** What the filter "ids" takes, in characters. */
const LONGEST_IDS = 4000;

export function rowsOfRequest(about: ActionAbout, context: AnswerContext): FileRows {
  const { agencyId, role, named, ids } = about;
  if (ids) return { ids };
  const selection: FileRows = {
    ...(agencyId ? { agencyId } : {}),
    ...(role ? { role } : {}),
    ...(named ? { directness: "named" } : {}),
  };
  // "Địa phương" is no agency that an address can name.
  return agencyId && isLocals(agencyId) ? { ids: idsOf(selection, context) } : selection;
}

function idsOf(selection: FileRows, { knowledge, now }: AnswerContext): string[] {
  const today = vietnamDay(now);
  const dated = selectDuties(knowledge, selection).filter((duty) => milestonesOfDuty(duty, today).length > 0);
  return [...selectTasks(knowledge, selection), ...dated].map(({ id }) => id);
}

/** XLSX, then CSV. */
export function tableLinks(rows: FileRows, context: AnswerContext): Link[] {
  const query = queryOf(rows, context);
  const what = whichOf(rows, query, TABLES);
  return [
    {
      label: `${what} (Excel)`,
      url: addressOf("/api/tasks", ["format=xlsx", ...query]),
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    },
    {
      label: `${what} (CSV)`,
      url: addressOf("/api/tasks", ["format=csv", ...query]),
      mediaType: "text/csv",
    },
  ];
}

export function calendarLink(rows: FileRows, context: AnswerContext, withPast = false): Link {
  const query = queryOf(rows, context);
  const what = withPast ? "Tệp lịch gồm cả các mốc đã qua" : whichOf(rows, query, CALENDARS);
  return {
    label: `${what} (.ics)`,
    url: addressOf("/api/calendar.ics", [...query, ...(withPast ? ["past=true"] : [])]),
    mediaType: "text/calendar",
  };
}

const TABLES = {
  all: "Bảng nhiệm vụ",
  agency: "Bảng nhiệm vụ của cơ quan này",
  these: "Bảng các nhiệm vụ này",
} as const;
const CALENDARS = {
  all: "Tệp lịch nhắc hạn của cả Kế hoạch",
  agency: "Tệp lịch nhắc hạn của cơ quan này",
  these: "Tệp lịch các mốc này",
} as const;

function whichOf(
  { agencyId }: FileRows,
  query: readonly string[],
  names: Readonly<Record<"all" | "agency" | "these", string>>,
): string {
  if (query.some((part) => part.startsWith("ids="))) return names.these;
  return agencyId ? names.agency : names.all;
}

const addressOf = (path: string, query: readonly string[]): string =>
  query.length > 0 ? `${path}?${query.join("&")}` : path;

/** The filters, each encoded. */
function queryOf({ agencyId, role, directness, ids }: FileRows, context: AnswerContext): string[] {
  const { knowledge, whole } = context;
  const isAll = ids && knowledge.tasks.every(({ id }) => ids.includes(id));
  const joined = ids && !isAll ? ids.join(",") : "";
  const plan = whole && whole !== knowledge ? planOf(context) : undefined;
  const filters: [string, string | undefined][] =
    joined !== "" && joined.length <= LONGEST_IDS
      ? [["ids", joined]]
      : [
          ["agency", agencyId && !isLocals(agencyId) ? agencyName(agencyId, context) : undefined],
          ["role", role],
          ["directness", directness],
          ["document", plan],
        ];
  return filters.flatMap(([name, value]) => (value ? [`${name}=${encoded(value)}`] : []));
}

/** The name, which people can read, unless it means another agency too. */
function agencyName(id: string, { knowledge, whole }: AnswerContext): string {
  const { name } = agencyById(knowledge, id);
  return findAgency(whole ?? knowledge, name)?.id === id ? name : id;
}

/** Of several plans the one that is answered from. */
function planOf({ knowledge }: AnswerContext): string | undefined {
  const plans = knowledge.documents.filter(({ kind }) => kind === "plan");
  return plans.length === 1 ? plans[0]!.id : undefined;
}

/** Without brackets, which would end a link in Markdown. */
const encoded = (value: string): string =>
  encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("(", "%28").replaceAll(")", "%29");

export const markdownOf = (links: readonly Link[]): string =>
  links.map(({ label, url }) => `[${label}](${url})`).join("\n");
