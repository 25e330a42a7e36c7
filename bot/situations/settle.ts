/** Which of near-twin procedures the story means: "sổ gốc ở xã vẫn còn" leads from the new registration to a copy, "quốc tịch
 *  Hàn Quốc" to the procedure with a foreigner. Records say so by their relations. */
import { addDays } from "../../knowledge/calendar.ts";
import { isAlways } from "../../knowledge/circumstances.ts";
import type { ProcedureRecord } from "../../knowledge/procedure-record.ts";
import { meets, metCount, type Situation } from "./situation.ts";

export interface Settled {
  code: string;
  /** Circumstances told that lead from the procedure to this one; 0 when it stays. */
  told: number;
  /** Why it isn't the one named, for people; "" when it stays. */
  reason: string;
}

type Find = (code: string) => ProcedureRecord | undefined;

/** One procedure may lead to another, which leads to a third; no further. */
const MOST_STEPS = 3;

/** The procedure that the case is for, from one that was named or spoken of. */
export function settle(code: string, situation: Situation, find: Find): Settled {
  let settled: Settled = { code, told: 0, reason: "" };
  const seen = new Set([code]);
  for (let i = 0; i < MOST_STEPS; i++) {
    const record = find(settled.code);
    if (!record) break;
    const next = record.relations.instead
      .filter((row) => !seen.has(row.code) && isPossible(find(row.code), situation))
      .filter((row) => meets(situation, row.when, lateOf(record, situation)?.days) === true)
      .map((row) => ({ ...row, told: metCount(situation, row.when) }))
      .sort((a, b) => b.told - a.told)[0];
    if (!next) break;
    seen.add(next.code);
    settled = { code: next.code, told: settled.told + next.told, reason: next.text };
  }
  return settled;
}

/** Known, and nothing told speaks against it: a lost insurance book leads to no new death certificate. */
const isPossible = (record: ProcedureRecord | undefined, situation: Situation): boolean =>
  record !== undefined && meets(situation, record.relations.appliesWhen) !== false;

/** Is the procedure for this case? False when what was told speaks against it, undefined when nothing does either way. */
export function applies(record: ProcedureRecord, situation: Situation): boolean | undefined {
  const { appliesWhen, exceptWhen, instead } = record.relations;
  const late = lateOf(record, situation)?.days;
  const isExcepted = [...exceptWhen, ...instead].some((row) => meets(situation, row.when, late) === true);
  if (isExcepted || meets(situation, appliesWhen, late) === false) return false;
  return metCount(situation, appliesWhen) > 0 ? true : undefined;
}

type Deadlines = ProcedureRecord["deadlines"];

/** By which deadline somebody is late or in time, by what was told. */
export interface Lateness {
  deadline: Deadlines[number];
  /** After the last day; 0 in time. */
  days: number;
  /** Until the last day; undefined where only the lateness was told. */
  left?: number;
}

/** Undefined where the law sets no day, or one for a case that isn't known to be this, or nothing was told of the time since what it counts from. `today`, ISO: working days
 *  are counted on the calendar. */
export function lateOf(
  { deadlines }: { deadlines: Deadlines },
  situation: Situation,
  today?: string,
): Lateness | undefined {
  const { elapsedDays, since, lateDays, aheadDays = 0 } = situation;
  const own = deadlines
    .filter(({ countsFrom }) => countsFrom !== null && (since === undefined || since === countsFrom))
    .filter(
      (row) => meets(situation, row.when) === true || (since !== undefined && isOfRole(row, situation)),
    );
  const deadline = own.find((row) => !isAlways(row.when)) ?? own[0];
  if (!deadline) return undefined;
  if (lateDays !== undefined) return { deadline, days: lateDays };
  if (elapsedDays === undefined) return undefined;
  const left = daysOf(deadline, today && addDays(today, -elapsedDays)) - elapsedDays - aheadDays;
  return { deadline, days: Math.max(0, -left), left: Math.max(0, left) };
}

/** It is said whose the deadline is of those who sell and buy; that was not told, and what happened was. */
const isOfRole = ({ when }: Deadlines[number], situation: Situation): boolean =>
  Object.keys(when).join() === "transferRole" && meets(situation, when) === undefined;

/** A week has five working days; a month is as long as most. `from`, ISO: the day from which is counted. */
function daysOf({ value, unit }: Deadlines[number], from?: string): number {
  if (unit === "month") return value * 30;
  if (unit !== "working_day") return value;
  if (from === undefined) return Math.ceil((value * 7) / 5);
  let days = 0;
  for (let left = value; left > 0; ) {
    days++;
    const weekday = new Date(`${addDays(from, days)}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return days;
}
