/** What every answer kind is given, and the pieces of wording they share. */

import { formatDay, vietnamDay, vietnamYear, yearEnd } from "../../knowledge/calendar.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { type OfficeProfile, officeDocument } from "../../knowledge/office-profile.ts";
import type { Evidence, ProcedureRecord, Task } from "../../knowledge/records.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import { type About, aboutOf } from "../about.ts";
import { Draft } from "../draft.ts";
import { isIdentityFact } from "../plans/identity-fact.ts";

export interface AnswerSettings {
  /** Days that conversations are kept. */
  retentionDays: number;
  /** Where a person can be reached, as the office words it; empty when none is set. */
  handoffContact: string;
  /** What the office states of itself; undefined where it states nothing. */
  office?: OfficeProfile | undefined;
}

export interface AnswerContext {
  /** Of several plans the view of one; see bot/plans/plan-views.ts. */
  knowledge: KnowledgeBase;
  /** Where there are several plans: with all of them, and the view of each by the id of its document. */
  whole?: KnowledgeBase;
  views?: ReadonlyMap<string, KnowledgeBase>;
  /** Who asks. */
  audience?: "citizen" | "officer" | undefined;
  now: Date;
  settings: AnswerSettings;
}

/** Of everything that is loaded. */
export const wholeOf = ({ whole, knowledge }: Pick<AnswerContext, "whole" | "knowledge">): KnowledgeBase =>
  whole ?? knowledge;

export const aboutIn = (context: Pick<AnswerContext, "whole" | "knowledge" | "settings">): About =>
  aboutOf(wholeOf(context), context.settings.office);

/** For an answer that cites nothing and names the plan by its number. */
export function provePlans(draft: Draft, { isNumbered, vi }: About): void {
  if (isNumbered) draft.compute(vi.plans, "danh mục văn bản đã nạp");
}

export const NO_PROGRESS =
  "Kế hoạch không ghi tiến độ thực hiện, nên trợ lý không xác nhận được kết quả; anh/chị vui lòng hỏi cơ quan chủ trì.";

export const tasksById = (knowledge: Pick<KnowledgeBase, "tasks">, ids: readonly string[]): Task[] =>
  ids.map((id) => {
    const task = knowledge.tasks.find((row) => row.id === id);
    if (!task) throw new RangeError(`unknown task id: ${id}`);
    return task;
  });

const codes = new WeakMap<readonly ProcedureRecord[], ReadonlyMap<string, ProcedureRecord>>();
function byCode(procedures: readonly ProcedureRecord[]): ReadonlyMap<string, ProcedureRecord> {
  let known = codes.get(procedures);
  if (!known) {
    // Of two with one code the first counts.
    known = new Map([...procedures].reverse().map((row) => [row.code, row]));
    codes.set(procedures, known);
  }
  return known;
}

/** Undefined when no record has the code. */
export const findProcedure = (
  { procedures }: Pick<KnowledgeBase, "procedures">,
  code: string,
): ProcedureRecord | undefined => byCode(procedures).get(code);

export function procedureByCode(knowledge: Pick<KnowledgeBase, "procedures">, code: string): ProcedureRecord {
  const procedure = findProcedure(knowledge, code);
  if (!procedure) throw new RangeError(`unknown procedure code: ${code}`);
  return procedure;
}

/** Names of procedures that are offered together; of two with one name the later says who carries it out. */
export function procedureLabels(
  knowledge: Pick<KnowledgeBase, "procedures">,
  codes: readonly string[],
): string[] {
  const shown = new Set<string>();
  return codes.map((code) => {
    const { name, agency } = procedureByCode(knowledge, code);
    const isTaken = shown.has(name);
    shown.add(name);
    return isTaken ? `${name} (${agency ?? code})` : name;
  });
}

export function newDraft({ knowledge, settings: { office } }: AnswerContext): Draft {
  if (!office) return new Draft(knowledge);
  const { documents, procedures } = knowledge;
  return new Draft({ documents: [...documents, officeDocument(office)], procedures });
}

/** The line that states number and date of the plan: an answer from the appendix rests on it too. */
export function planIdentity(knowledge: Pick<KnowledgeBase, "facts">): Evidence | undefined {
  return knowledge.facts.find(({ id }) => isIdentityFact(id))?.evidence;
}

export function citePlan(draft: Draft, context: AnswerContext, ...evidence: Evidence[]): Draft {
  for (const row of evidence) draft.cite(row);
  const identity = planIdentity(context.knowledge);
  if (identity) draft.cite(identity);
  return draft;
}

/** The year that the plan was issued in, where a line proves it. */
export function yearOfPlan({ knowledge }: Pick<AnswerContext, "knowledge">): string | undefined {
  const { documents } = knowledge;
  return planIdentity(knowledge) && documents.find(({ kind }) => kind === "plan")?.issuedOn?.slice(0, 4);
}

/** "Kế hoạch năm 2023" */
export function planOfYear(context: Pick<AnswerContext, "knowledge">): string {
  const year = yearOfPlan(context);
  return year ? `Kế hoạch năm ${year}` : "Kế hoạch";
}

export const PORTAL = "Cổng Dịch vụ công quốc gia (dichvucong.gov.vn)";

/** The rule of a computed contact. */
export const OPERATOR_CONTACT = "thông tin liên hệ do đơn vị vận hành cài đặt";

export const TODAY_RULE = "ngày hôm nay theo giờ Việt Nam";

/** What may be said about when a task is due: the printed period against today, never whether the work was done. */
export function deadlineSentence(task: Task, context: AnswerContext, draft: Draft): string {
  const today = vietnamDay(context.now);
  if (task.period === "") return "Phụ lục không ghi thời hạn của nhiệm vụ này.";
  const end = task.due.until;
  if (task.recurrence === "yearly" && end === null && !task.due.isOpen) {
    const last = draft.compute(
      formatDay(yearEnd(vietnamYear(context.now))),
      "nhiệm vụ hằng năm: ngày cuối của năm nay",
    );
    return `Phụ lục ghi “${task.period}”: nhiệm vụ lặp lại mỗi năm, kỳ này tính đến ${last}.`;
  }
  if (end === null) return `Phụ lục ghi “${task.period}”, không in mốc kết thúc.`;
  const day = draft.compute(formatDay(end), `ngày cuối của thời gian in trong Phụ lục (${task.period})`);
  if (end < today) {
    const now = draft.compute(formatDay(today), TODAY_RULE);
    return `Thời gian in trong Phụ lục là ${task.period}, tức đến hết ${day}; tính đến hôm nay ${now}, mốc này đã qua.`;
  }
  return `Thời gian in trong Phụ lục là ${task.period}, tức đến hết ${day}.`;
}

/** One line; the source's own bullet goes, since the answer sets one. */
export const shown = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/([;:]);+|:+(?=:)/gu, "$1")
    .trim()
    .replace(/^[-–+*•]+\s*(?=[\p{L}“"(])/u, "");

/** "Anh/chị" for the ear; the number of a document keeps its stroke. */
export const forTheEar = (text: string): string => text.replace(/(?<=\p{L})\/(?=\p{L})/gu, " ");

export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const withoutStop = (text: string): string => withoutTail(text, /[.;,\s]/);
export const bullets = (rows: readonly string[]): string => rows.map((row) => `- ${row}`).join("\n");

/** "A, B và C". */
export function listing(names: readonly string[]): string {
  if (names.length <= 1) return names.join("");
  return `${names.slice(0, -1).join(", ")} và ${names.at(-1)}`;
}
