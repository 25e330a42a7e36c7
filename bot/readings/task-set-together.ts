/** "Cộng hai năm đó lại là mấy việc", "tổng hai sở đó": rows of several answers, agencies or lines of a table together. */
import { isLocals } from "../agency-names.ts";
import { unverified } from "../query.ts";
import { type Role, rowsOf, type TaskPredicate, type TaskSet, tableOf } from "../sets/task-set.ts";
import type { ReadingContext } from "./context.ts";
import { COUNTS } from "./counted-rows.ts";
import { comparedIn, predicatesOf, setOfLast } from "./last-set.ts";
import { type Atom, bodiesIn, hasMark, rolesIn } from "./plan-atoms.ts";
import type { Proposal } from "./reader.ts";

const MOST = 4;

export function togetherOf(context: ReadingContext, atoms: readonly Atom[]): Proposal[] {
  if (!hasMark(atoms, "sum")) return [];
  const parts = BODIES.test(context.question.folded)
    ? ofAgencies(context, atoms)
    : (linesOfLast(context) ?? newestOf(context));
  if (parts.length < 2) return [];
  return [
    {
      query: { kind: "taskSet", set: { op: "union", of: parts }, measure: { as: "count" }, asks: [] },
      features: { together: 1, "together: as many as said": saidIn(context) === parts.length ? 1 : 0 },
    },
  ];
}

const BODIES = /(^| )(so|co quan|don vi|ben|nganh)( |$)/;

/** Of the agencies named, held against each other by the last answer, or spoken of: what each leads by name, unless their help was
 *  spoken of. */
function ofAgencies(context: ReadingContext, atoms: readonly Atom[]): TaskSet[] {
  const { dialogue } = context;
  const named = bodiesIn(atoms);
  const among = comparedIn(dialogue.last);
  const spoken = dialogue.agencyIds.filter((id) => !isLocals(id) && !named.includes(id));
  const said = saidIn(context);
  const ids =
    said === undefined || named.length >= said
      ? named.length > 1
        ? named
        : (among ?? [])
      : among?.length === said
        ? among
        : [...spoken.slice(named.length - said), ...named];
  const role = roleOf(dialogue.last, atoms);
  return [...new Set(ids)].map((agencyId) => filtered({ by: "agency", agencyId, role, named: true }));
}

function roleOf(last: ReadingContext["dialogue"]["last"], atoms: readonly Atom[]): Role {
  const [said] = rolesIn(atoms);
  if (said) return said;
  const before = last && setOfLast(last);
  if (before?.measure.as === "table" && before.measure.by === "coordinating") return "coordinating";
  const of = before && predicatesOf(before.set).find(({ by }) => by === "agency");
  return of?.by === "agency" && of.role === "coordinating" ? "coordinating" : "lead";
}

const filtered = (where: TaskPredicate, of: TaskSet = { op: "all" }): TaskSet => ({
  op: "filter",
  of,
  where,
});

/** "Cộng hai năm đầu lại" after a table: its first lines. */
function linesOfLast(context: ReadingContext): TaskSet[] | undefined {
  const { dialogue, knowledge, now } = context;
  const last = dialogue.last && unverified(dialogue.last);
  const count = saidIn(context);
  if (last?.kind !== "taskSet" || last.measure.as !== "table" || count === undefined) return undefined;
  const { by } = last.measure;
  if (by !== "endYear" && by !== "group") return undefined;
  const keys = tableOf(rowsOf(last.set, knowledge, now), by).flatMap(({ key }) => (key === "" ? [] : [key]));
  const ordered = by === "endYear" ? keys.sort() : keys;
  return ordered
    .slice(0, count)
    .map((key) =>
      filtered(
        by === "endYear" ? { by: "year", is: "ends", year: Number(key) } : { by: "group", groupIds: [key] },
        last.set,
      ),
    );
}

/** As many of the newest answers as are spoken of; each with other rows. */
function newestOf(context: ReadingContext): TaskSet[] {
  const { dialogue, knowledge, now } = context;
  const sets: TaskSet[] = [];
  const seen = new Set<string>();
  for (const { query } of dialogue.focuses.toReversed()) {
    const set = setOfLast(query)?.set;
    if (!set || set.op === "union") break;
    const rows = rowsOf(set, knowledge, now);
    const ids = rows.map(({ id }) => id).sort();
    if (!seen.has(`${ids}`)) sets.unshift(set);
    seen.add(`${ids}`);
    if (sets.length === (saidIn(context) ?? MOST)) break;
  }
  return sets;
}

/** "Cộng hai năm", "tổng 3 cơ quan đó". */
function saidIn({ question: { tokens } }: ReadingContext): number | undefined {
  const counts = tokens.flatMap(({ kind, text, folded }, i) => {
    // "Năm" behind a number is the year.
    if (folded === "nam" && i > 0 && (tokens[i - 1]!.kind === "number" || COUNTS[tokens[i - 1]!.folded]))
      return [];
    const count = kind === "number" ? Number(text) : COUNTS[folded];
    return count !== undefined && count > 1 && count <= MOST ? [count] : [];
  });
  return counts[0];
}
