/** The procedures that a told circumstance alone speaks for: "trường bắt nộp giấy công an xác nhận đang ở đây" names none,
 *  and only few are for whoever needs such a paper. Which circumstances do so is read off the records. */
import { listsOf, type When } from "../../knowledge/circumstances.ts";
import type { ProcedureRecord } from "../../knowledge/records.ts";
import { applies } from "../situations/settle.ts";
import { isEmpty, metCount } from "../situations/situation.ts";
import type { ReadingContext } from "./context.ts";
import { aspectsKept } from "./procedure-particular.ts";
import { procedureQueryOf } from "./procedure-particulars.ts";
import type { Proposal } from "./reader.ts";
import { situationOf } from "./told-case.ts";

/** What more procedures are for tells none of them from the others. */
const FEW = 3;
const MOST = 4;
const MUCH = 3;

type ByValue = ReadonlyMap<string, readonly ProcedureRecord[]>;
const known = new WeakMap<readonly ProcedureRecord[], ByValue>();

function byValue(procedures: readonly ProcedureRecord[]): ByValue {
  const found = known.get(procedures) ?? read(procedures);
  known.set(procedures, found);
  return found;
}

/** Of values that few procedures are for. */
function read(procedures: readonly ProcedureRecord[]): ByValue {
  const rows = new Map<string, ProcedureRecord[]>();
  for (const record of procedures)
    for (const key of valuesOf(record.relations.appliesWhen))
      rows.set(key, [...(rows.get(key) ?? []), record]);
  return new Map([...rows].filter(([, records]) => records.length <= FEW));
}

const valuesOf = (condition: When): string[] =>
  listsOf(condition).flatMap(([id, values]) => values.map((value) => `${id}.${value}`));

export function readCase(context: ReadingContext): Proposal[] {
  const { situation, knowledge } = context;
  if (isEmpty(situation)) return [];
  const index = byValue(knowledge.procedures);
  const told = valuesOf(situation.told as When);
  const records = [...new Set(told.flatMap((key) => index.get(key) ?? []))];
  const aspects = aspectsKept(context);
  return records
    .map((record) => {
      const whole = situationOf(context, record.code);
      const { appliesWhen } = record.relations;
      return {
        record,
        isFor: applies(record, whole),
        met: metCount(whole, appliesWhen),
        now: metCount(situation, appliesWhen),
      };
    })
    .filter(({ isFor }) => isFor !== false)
    .sort((a, b) => b.met - a.met)
    .slice(0, MOST)
    .map(({ record, met, now }, i, rows) => ({
      query: procedureQueryOf(context, record.code, aspects),
      features: {
        first: i === 0 ? 1 : 0,
        alone: rows.length === 1 ? 1 : 0,
        met: Math.min(1, met / MUCH),
        "met now": Math.min(1, now / MUCH),
        "by several": now > 1 ? 1 : 0,
        "best of all": met > (rows[i === 0 ? 1 : 0]?.met ?? 0) ? 1 : 0,
      },
    }));
}
