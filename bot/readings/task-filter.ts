/** The conditions on tasks that a question names. */

import { vietnamYear } from "../../knowledge/calendar.ts";
import type { TaskFilter } from "../query.ts";
import { askedAgencyId, has, type ReadingContext } from "./context.ts";

/** "Chỉ làm trong năm 2023": the printed period is that year. */
const ONLY_YEAR =
  /(^|\s)(chi|gon|duy nhat)( (lam|thuc hien|trien khai|can|phai))?( trong| o| vao)?( nam)? 20\d\d/;

/** The printed years are absolute; "năm nay" is of the day that asks. */
const THIS_YEAR = /(^|\s)nam nay(\s|$|[?.,])/;

const MISSING =
  /(?:khong|chua) (?:ghi|in|neu|co)(?: ro)?(?: co quan| don vi| ai)? (chu tri|phoi hop)(?: gi| nao)?(?=$|[?. ])/;

/** "Việc nào kéo dài quá 2023", "sau năm 2023 còn gì". */
const BEYOND_YEAR = /(^|\s)(qua|sau|hon|vuot|keo dai (den|toi|qua|sau)) (nam |het nam )?20\d\d/;

const SEVERAL_LEADS =
  /(^|\s)(hai|2|nhieu|may) (don vi|co quan|so|ben)( nao)? (cung )?(chu tri|dung ten chu tri)|(^|\s)dong chu tri/;

/** The part of a filter that stands in the question. */
export function filterOf(context: ReadingContext): TaskFilter {
  const { question } = context;
  const text = question.plain;
  const filter: TaskFilter = {};
  const agencyId = askedAgencyId(context, topicWithoutWeakAgency(context).length === 0);
  if (agencyId) filter.agencyId = agencyId;
  if (namesDepartment(context, agencyId)) filter.department = true;
  if (has(context, "lead") && !has(context, "coordinating")) filter.role = "lead";
  if (has(context, "coordinating") && !has(context, "lead")) filter.role = "coordinating";
  if (has(context, "named")) filter.directness = "named";
  else if (has(context, "collective")) filter.directness = "collective";
  if (has(context, "everyone") && !filter.agencyId) filter.directness = "collective";
  if (question.groupIds.length > 0) filter.groupIds = question.groupIds;
  const period = question.periods[0];
  if (period) filter.period = period;
  const named = question.mentions.filter((mention) => !mention.weak).length;
  if (named < 2 && SEVERAL_LEADS.test(text)) filter.minLeads = 2;
  const year = question.years[0];
  if (year !== undefined) {
    if (ONLY_YEAR.test(text)) filter.period = String(year);
    else if (BEYOND_YEAR.test(text)) filter.beyondYear = year;
    else if (has(context, "start")) filter.startYear = year;
    else if (has(context, "due")) filter.dueYear = year;
    else filter.activeYear = year;
    if (question.partOfYear) filter.partOfYear = true;
  }
  if (year === undefined && THIS_YEAR.test(text)) filter.activeYear = vietnamYear(context.now);
  const missing = MISSING.exec(text)?.[1];
  if (missing && !filter.agencyId) {
    filter.missing = missing === "chu tri" ? "lead" : "coordinating";
    delete filter.role;
  }
  if (has(context, "ongoing")) filter.recurrence = "ongoing";
  else if (has(context, "yearly")) filter.recurrence = "yearly";
  else if (has(context, "recurring")) filter.recurrence = "recurring";
  if (has(context, "overdue") && !has(context, "completion"))
    filter.ended = !/còn hạn|con han/iu.test(question.text.normalize("NFC"));
  return filter;
}

/** Topic words once a weakly named agency ("ngành y tế") is taken for the agency. */
export function topicWithoutWeakAgency({ question }: ReadingContext) {
  const weak = new Set(
    question.mentions
      .filter((mention) => mention.weak)
      .flatMap((mention) => question.tokens.slice(mention.from, mention.to)),
  );
  return question.planTopics[0]!.filter((token) => !weak.has(token));
}

export const isNarrow = (filter: TaskFilter) =>
  filter.groupIds !== undefined ||
  filter.period !== undefined ||
  filter.dueYear !== undefined ||
  filter.activeYear !== undefined ||
  filter.beyondYear !== undefined ||
  filter.startYear !== undefined ||
  filter.recurrence !== undefined ||
  filter.directness !== undefined ||
  filter.minLeads !== undefined ||
  filter.missing !== undefined ||
  filter.ended !== undefined;

export function showOf(context: ReadingContext): "list" | "count" | "earliest" | "latest" {
  if (has(context, "earliest")) return "earliest";
  if (has(context, "latest")) return "latest";
  return has(context, "askCount") ? "count" : "list";
}

export const namesDepartment = ({ question }: ReadingContext, agencyId: string | undefined): boolean =>
  question.mentions.some((row) => row.department && row.agencies.some((agency) => agency.id === agencyId));
