/** Which of near-twin procedures the story means: "sổ gốc ở xã vẫn còn" leads from the new registration to a copy, "quốc tịch
 *  Hàn Quốc" to the procedure with a foreigner. Records say so by their relations. */
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
      .filter((row) => !seen.has(row.code) && find(row.code) !== undefined)
      .filter((row) => meets(situation, row.when, deadlineOf(record)) === true)
      .map((row) => ({ ...row, told: metCount(situation, row.when) }))
      .sort((a, b) => b.told - a.told)[0];
    if (!next) break;
    seen.add(next.code);
    settled = { code: next.code, told: settled.told + next.told, reason: next.text };
  }
  return settled;
}

/** Is the procedure for this case? False when what was told speaks against it, undefined when nothing does either way. */
export function applies(record: ProcedureRecord, situation: Situation): boolean | undefined {
  const { appliesWhen, exceptWhen, instead } = record.relations;
  const deadline = deadlineOf(record);
  const isExcepted = [...exceptWhen, ...instead].some((row) => meets(situation, row.when, deadline) === true);
  if (isExcepted || meets(situation, appliesWhen, deadline) === false) return false;
  return metCount(situation, appliesWhen) > 0 ? true : undefined;
}

/** Days within which the law wants it filed; undefined where it sets none in days or months. */
export function deadlineOf({ deadlines }: Pick<ProcedureRecord, "deadlines">): number | undefined {
  const [first] = deadlines;
  if (!first || first.value === null) return undefined;
  return first.unit === "month" ? first.value * 30 : first.unit === "day" ? first.value : undefined;
}
