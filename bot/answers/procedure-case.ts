/** What of a procedure holds for the asker's case: fees, times and papers of other cases fall away, what meets the case
 *  comes alone, and what the case means by law is said. */
import {
  CIRCUMSTANCES,
  type CircumstanceId,
  isAlways,
  RANGES,
  type When,
} from "../../knowledge/circumstances.ts";
import type { Aspect, ProcedureRecord } from "../../knowledge/records.ts";
import type { Draft } from "../draft.ts";
import type { ProcedureQuery } from "../query.ts";
import { lateOf } from "../situations/settle.ts";
import { meets, NO_SITUATION, type Situation } from "../situations/situation.ts";
import { shown, withoutStop } from "./context.ts";
import { isOn } from "./procedure-values.ts";
import { cite, forEar } from "./procedure-words.ts";

export interface CaseOf {
  /** Without the fees, times and additions of other cases. */
  procedure: ProcedureRecord;
  /** Papers that are told, by position; undefined for all. */
  cases: readonly number[] | undefined;
  /** Papers of other cases, where it isn't known which is the asker's. */
  hidden?: readonly number[];
}

interface Cased {
  case: string;
  when: When;
  /** Paid beside the others. */
  adds?: true | undefined;
}

/** Of rows for different cases those that may hold; alone those that are known to, beside what holds for all. */
export function holding<T extends Cased>(
  rows: readonly T[],
  situation: Situation,
  late?: number,
): readonly T[] {
  const judged = rows.map((row) => ({ row, is: meets(situation, row.when, late) }));
  const own = judged.filter(({ row, is }) => is === true && !isAlways(row.when));
  if (own.length > 0)
    return judged
      .filter(({ row, is }) => is === true && (!isAlways(row.when) || row.case === "" || row.adds === true))
      .map(({ row }) => row);
  return judged.filter(({ is }) => is !== false).map(({ row }) => row);
}

export function caseOf(
  procedure: ProcedureRecord,
  query: Pick<ProcedureQuery, "situation" | "cases">,
): CaseOf {
  const { situation } = query;
  if (!situation) return { procedure, cases: query.cases };
  const late = lateOf(procedure, situation)?.days;
  const { fees, times, documents } = procedure;
  const kept = holding(documents, situation, late);
  const isOwn = (group: (typeof documents)[number]) =>
    isAlways(group.when) || meets(situation, group.when, late) === true;
  const hasAlways = documents.some((group) => group.case === "");
  // On top of what is always needed only what is known to be the asker's is told, and the rest is named.
  const known = hasAlways ? kept.filter(isOwn) : kept;
  const isKnown = !hasAlways || known.some(({ when }) => !isAlways(when));
  const own =
    kept.length < documents.length && isKnown ? known.map((group) => documents.indexOf(group)) : undefined;
  const hidden = documents.flatMap((group, i) => (kept.includes(group) ? [] : [i]));
  return {
    procedure: {
      ...procedure,
      fees: orAll(holding(fees, situation, late), fees),
      times: orAll(holding(times, situation, late), times).map((row) => ({
        ...row,
        additions: row.additions.filter(({ when }) => meets(situation, when, late) !== false),
      })),
    },
    cases: query.cases ?? own,
    hidden,
  };
}

/** Its deadlines but those of other cases. What is asked beside the case ("còn nếu vượt 1 tỷ") may be of another. */
export function withOwnDeadlines(
  procedure: ProcedureRecord,
  { situation, isCaseKnown }: Pick<ProcedureQuery, "situation" | "isCaseKnown">,
): ProcedureRecord {
  if (!situation || isCaseKnown) return procedure;
  const late = lateOf(procedure, situation)?.days;
  const own = procedure.deadlines.filter(({ when }) => meets(situation, when, late) !== false);
  return { ...procedure, deadlines: orAll(own, procedure.deadlines) };
}

/** A record that knows no row for the case tells all it has. */
const orAll = <T>(rows: readonly T[], all: readonly T[]): T[] => [...(rows.length > 0 ? rows : all)];

/** What is free of charge for the asker. */
export function sayOwnExemptions(
  procedure: ProcedureRecord,
  situation: Situation,
  day: string,
  draft: Draft,
): void {
  const own = procedure.exemptions
    .filter((row) => isOn(row, day) && !isAlways(row.when) && meets(situation, row.when) === true)
    .map(({ text }) => withoutStop(shown(text)));
  if (own.length === 0) return;
  cite(draft, procedure, "/exemptions", "exemptions", own);
  draft.say(`**Anh/chị thuộc diện được miễn, giảm**: ${own.join("; ")}.`);
  draft.speak(`Anh chị thuộc diện được miễn, giảm: ${forEar(own.join("; "))}`);
}

/** For whom the procedure is that was found by the case; the reason may say more than what was told of it. */
export function sayBecause(procedure: ProcedureRecord, because: string | undefined, draft: Draft): void {
  if (!because) return;
  const words = `Thủ tục này dành cho trường hợp: ${withoutStop(because)}.`;
  cite(draft, procedure, "/relations", "relations", [because]);
  draft.say(words).speak(words);
}

/** Where it is filed, and how, is the same for whoever is late. */
export const OF_TIME: ReadonlySet<Aspect> = new Set<Aspect>(["documents", "time", "fee", "conditions"]);

/** With one value there is nothing to choose; with more than these nobody reads on. */
const FEWEST = 2;
const MOST = 6;

/** The rows that the aspects asked for turn on. */
export const casedRows = (
  { fees, times, documents }: ProcedureRecord,
  aspects: readonly Aspect[],
): readonly Cased[] => [
  ...(aspects.includes("fee") ? fees : []),
  ...(aspects.includes("time") ? times : []),
  ...(aspects.includes("documents") ? documents : []),
];

/** The circumstance that the answer turns on and nobody told, with the values that its cases name. */
export function decidingOf(
  rows: readonly Cased[],
  situation: Situation = NO_SITUATION,
): { id: CircumstanceId; question: string; values: readonly string[] } | undefined {
  const open = rows.filter(({ when }) => !isAlways(when) && meets(situation, when) === undefined);
  const values = new Map<CircumstanceId, Set<string>>();
  for (const { when } of open)
    for (const [id, wanted] of Object.entries(when))
      if (!Object.hasOwn(RANGES, id)) {
        const known = values.get(id as CircumstanceId) ?? new Set();
        values.set(id as CircumstanceId, known);
        for (const value of wanted as string[]) known.add(value);
      }
  const [most] = [...values].sort((a, b) => b[1].size - a[1].size);
  if (!most || most[1].size < FEWEST || most[1].size > MOST) return undefined;
  return most && { id: most[0], question: CIRCUMSTANCES[most[0]].question, values: [...most[1]] };
}
