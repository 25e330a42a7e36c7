/** Of the one task that was just told: the part of an agency in it ("trong đó có tên Sở Tài chính không", "mấy bên nào làm chung
 *  với ban"), or what somebody says of it ("anh Hải nói hạn cái đó là 2024"). By its form certain: of no other rows. */
import type { Task } from "../../knowledge/records.ts";
import { COMMUNES_ID, LOCALS_ID } from "../agency-names.ts";
import { type Claim, type Query, unverified } from "../query.ts";
import { rowsWith, subjectOf } from "../sets/subject.ts";
import { rowsOf } from "../sets/task-set.ts";
import { claimsIn } from "./claims.ts";
import { has, type QueryReader, type ReadingContext, taskAsks } from "./context.ts";

/** Whether somebody is named there, or takes part in it. */
const IS_IN_IT =
  /(^| )((co|duoc|khong|hong|ko)( \S+)? (ghi|neu|keu|nhac|diem|in|co) (ra )?(ten|mat)|(ghi|neu|keu|nhac) (ro )?ten|co (ten|mat)|(trong|o) (viec |nhiem vu |cai |cho )?(do|nay|ay|trong)|cot (chu tri|phoi hop)|dinh (vo|vao|gi|toi))( |$)/;
const WITH =
  /(^| )(ai|nhung ai|ben nao|so nao|co quan nao|don vi nao|noi nao|cho nao|nganh nao)( \S+){0,2} ((lam|phoi hop|tham gia|lo|di|thuc hien) (chung|cung|kem)|phoi hop voi)( |$)|(^| )(lam|phoi hop|lo|thuc hien) (chung|cung) (voi )?(ai|nhung ai|ben nao|so nao|co quan nao|don vi nao|nhung (so|ben|co quan|don vi) nao)( |$)/;

const THAT_ONE =
  /(^| )((cai|viec|nhiem vu|dong|han|thoi han) (do|nay|ay|kia)|(han|thoi gian) (cua )?(no|cai (do|nay|ay)))( |$)/;

/** The row that was told last by itself, as the only one of a list, or as the only one that names its agency. */
function toldTask({ dialogue: { last }, knowledge, now }: ReadingContext): Task | undefined {
  const query = last && unverified(last);
  if (query?.kind === "task" && query.ids.length === 1)
    return knowledge.tasks.find(({ id }) => id === query.ids[0]);
  if (query?.kind !== "taskSet" || query.measure.as !== "list") return undefined;
  const subject = subjectOf(query.set);
  const sets = [query.set, ...(subject ? [rowsWith(subject, { role: "lead", named: true })] : [])];
  return sets.map((set) => rowsOf(set, knowledge, now)).find((rows) => rows.length === 1)?.[0];
}

export const readOfTold: QueryReader = (context) => {
  const { question } = context;
  const task = toldTask(context);
  if (!task || question.labels.length > 0 || question.groupIds.length > 0) return undefined;
  const namesOther = question.planTopics[0]!.length > 1;
  return (namesOther ? undefined : partIn(task, context)) ?? claimedOf(task, context);
};

function partIn({ id, leads }: Task, context: ReadingContext): Query | undefined {
  const { question, dialogue } = context;
  if (question.years.length > 0 || question.periods.length > 0) return undefined;
  const isWith = WITH.test(question.folded) && !has(context, "most");
  // "Sở Y tế còn việc nào có tên", "mấy việc": rows, and not this one.
  if (has(context, "askList", "askCount") && !isWith) return undefined;
  const named = agenciesNamed(context, dialogue.ownAgencyId);
  if (isWith && named.every((agencyId) => leads.some((party) => party.agencyId === agencyId)))
    return { kind: "task", ids: [id], asks: ["coordinating"] };
  const isTold = dialogue.last !== null && unverified(dialogue.last).kind === "task";
  if (!isTold || named.length !== 1 || !IS_IN_IT.test(question.folded)) return undefined;
  return { kind: "task", ids: [id], asks: taskAsks(context), agencyId: named[0]! };
}

/** "Anh Hải nói hạn cái đó là cuối 2024, có đúng không". */
function claimedOf({ id }: Task, context: ReadingContext): Query | undefined {
  const isClaimed =
    THAT_ONE.test(context.question.folded) &&
    !has(context, "askList", "askCount") &&
    claimsIn(context).some(({ about }) => TIMES.has(about));
  return isClaimed ? { kind: "task", ids: [id], asks: ["when"] } : undefined;
}
const TIMES: ReadonlySet<Claim["about"]> = new Set<Claim["about"]>(["endYear", "period", "recurrence"]);

function agenciesNamed(context: ReadingContext, ownAgencyId: string | null): string[] {
  const ids = context.question.mentions.flatMap(({ weak, agencies }) =>
    weak || agencies.length !== 1 ? [] : [agencies[0]!.id],
  );
  if (ids.length > 0) return [...new Set(ids)];
  if (has(context, "ownAgency") && ownAgencyId) return [ownAgencyId];
  if (has(context, "communes")) return [COMMUNES_ID];
  return has(context, "locals") ? [LOCALS_ID] : [];
}
