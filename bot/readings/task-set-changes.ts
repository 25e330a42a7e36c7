/** The expression before with one part of it changed. */

import { type AgencyPredicate, andOf } from "../sets/subject.ts";
import type { Role, TaskPredicate, TaskSet } from "../sets/task-set.ts";
import { has, type ReadingContext } from "./context.ts";
import { SHORT } from "./counted-rows.ts";
import { comparedIn, ofAllRows, predicatesOf, setOfLast } from "./last-set.ts";
import { type Atom, hasMark, joinsBodies, opensWithThose, rolesIn, saysNamed } from "./plan-atoms.ts";
import type { Proposal } from "./reader.ts";
import { clausesOf, leftOver, negated, sidesOf } from "./task-set-clauses.ts";
import { measureOf } from "./task-set-measure.ts";

/** "Còn Sở Y tế?", "năm sau thì sao?": the last expression with what the question names in its place. */
export function changedLast(context: ReadingContext, atoms: readonly Atom[]): Proposal[] {
  const { last } = context.dialogue;
  const before = last && setOfLast(last);
  if (!before || ofAllRows(context) || opensWithThose(atoms)) return [];
  // "Còn Sở Nông nghiệp?" of agencies that were held against each other is one more of them.
  if (comparedIn(last) && atoms.some(({ type }) => type === "agency")) return [];
  const spoken = predicatesOf(before.set).find(({ by }) => by === "agency");
  const sides = sidesOf(atoms, true);
  const said = clausesOf(sides.kept, undefined, joinsBodies(sides.kept) ? "all" : "any").where;
  // "Thế đích danh phối hợp thì mấy việc?" of the agency spoken of: it is what is named.
  const isOfSpoken = spoken !== undefined && !atoms.some(({ type }) => type === "agency");
  const where = isOfSpoken && saysNamed(atoms) ? said.filter((row) => !isNamedWhere(row)) : said;
  const role = roleSaid(sides);
  const others = hasMark(atoms, "otherAgencies") ? othersOf(before.set) : [];
  const isSilent = said.length === 0 && !role && others.length === 0;
  // "Kể ra": the rows that were counted.
  if (isSilent && hasMark(atoms, "tell") && before.measure.as === "count")
    return [
      {
        query: { kind: "taskSet", set: before.set, measure: { as: "list" }, asks: [] },
        features: { "tells what was counted": 1 },
      },
    ];
  if (isSilent) return [];
  const changed = predicatesOf(before.set).flatMap((old): TaskPredicate[] => {
    if (where.some((row) => sortOf(row) === sortOf(old))) return [];
    if (others.length > 0 && old.by === "agency") return [];
    if (old.by !== "agency" || !isOfSpoken) return [old];
    const { role: before, ...any } = old;
    return [
      {
        ...any,
        ...(role === "any" ? {} : { role: role ?? before }),
        ...(saysNamed(atoms) ? { named: true } : {}),
      },
    ];
  });
  // "Được ghi đích danh": the limit of the last expression, or its want of one, is what is changed.
  const isNamed = saysNamed(atoms);
  const added = where.map((row) =>
    likeTheTime(
      spoken?.by === "agency" ? likeThe(row, isNamed ? { ...spoken, named: true } : spoken) : row,
      predicatesOf(before.set),
    ),
  );
  const all = [...changed, ...added, ...others];
  // "Cái nào có thêm Sở Tài chính" asks which of them.
  const adds =
    /(^| )(them|gop them|cong them|ke ca|tinh ca|(tinh|gom|lay|ca) luon)( |$)/.test(
      context.question.folded,
    ) && !has(context, "whichOne");
  // "Cộng thêm việc kết thúc năm 2023", "thêm Sở Công Thương": either that, or what was of the same sort before.
  const sorts = new Set(added.map(sortOf));
  const olds = predicatesOf(before.set).filter((row) => sorts.has(sortOf(row)));
  const joined: TaskPredicate[] | undefined =
    adds && olds.length > 0 && sorts.size === 1
      ? [
          ...predicatesOf(before.set).filter((row) => !olds.includes(row)),
          { by: "or", of: [...olds, ...added] },
        ]
      : undefined;
  const measure = measureOf(context, atoms, { from: "all" });
  // What is left without a condition is no set that was spoken of.
  const sets = [all, ...(joined ? [joined] : [])].filter((parts) => parts.length > 0);
  return sets.map((parts) => ({
    query: {
      kind: "taskSet" as const,
      set: { op: "filter" as const, of: rootOf(before.set), where: andOf(parts) },
      measure: measure.as === "list" ? before.measure : measure,
      asks: [],
    },
    features: {
      "changes the last": 1,
      "short after an answer": context.question.tokens.length <= SHORT ? 1 : 0,
      "replaces some": changed.length < predicatesOf(before.set).length ? 1 : 0,
      "goes on": has(context, "followUp") ? 1 : 0,
      "words left": Math.min(1, leftOver(context, atoms) / 3),
      "changes words": predicatesOf(before.set).some(({ by }) => by === "words") ? 1 : 0,
      "adds to it": parts === joined ? 1 : 0,
    },
  }));
}

/** "Chỉ giữ chủ trì", "bỏ mấy cái phối hợp ra". */
function roleSaid({ kept, left }: ReturnType<typeof sidesOf>): Role | "any" | undefined {
  const [said, ...more] = new Set(rolesIn(kept));
  // "Họ chủ trì hay chỉ phối hợp".
  if (more.length > 0) return "any";
  const [denied] = rolesIn(left);
  return said ?? (denied && (denied === "lead" ? "coordinating" : "lead"));
}

const isNamedWhere = (where: TaskPredicate): boolean => where.by === "not" && where.of.by === "collective";

/** What an expression filters: rows that were spoken of, or all. */
export const rootOf = (set: TaskSet): TaskSet =>
  set.op === "ids" ? set : set.op === "filter" || set.op === "sorted" ? rootOf(set.of) : { op: "all" };

/** "Còn sở khác?": the rows of all but the agencies of the expression. */
const othersOf = (set: TaskSet): TaskPredicate[] =>
  predicatesOf(set)
    .filter(({ by }) => by === "agency")
    .map(negated);

/** An agency takes the role of the one before it where none is said, and is as much limited to what names it. */
function likeThe(where: TaskPredicate, old: AgencyPredicate): TaskPredicate {
  if (where.by === "agency") {
    const { named: _named, ...own } = where;
    return {
      ...(own.role === undefined && old.role ? { ...own, role: old.role } : own),
      ...(old.named === undefined ? {} : { named: old.named }),
    };
  }
  if (where.by === "not") {
    const of = likeThe(where.of, old);
    return { by: "not", of: of.by === "agency" ? { ...of, named: true } : of };
  }
  return where.by === "or" ? { by: "or", of: where.of.map((part) => likeThe(part, old)) } : where;
}

/** "Còn 2024?" after what ends in 2025, what is printed as 2023, what ends before 2025: the same of that year. */
function likeTheTime(where: TaskPredicate, olds: readonly TaskPredicate[]): TaskPredicate {
  if (where.by !== "year" || where.is !== "covers") return where;
  const old = olds.find((row) => sortOf(row) === "time");
  switch (old?.by) {
    case "year":
      return { ...where, is: old.is };
    case "period":
      return { by: "period", period: String(where.year) };
    case "endsBy":
      return { by: "endsBy", year: where.year - 1 };
    case "endsAfter":
      return { by: "endsAfter", year: where.year };
    default:
      return where;
  }
}

/** Predicates of one sort replace each other. */
function sortOf(where: TaskPredicate): string {
  switch (where.by) {
    case "year":
    case "endsBy":
    case "endsAfter":
    case "period":
    case "recurrence":
    case "ended":
      return "time";
    case "not":
      return sortOf(where.of);
    case "or":
      return sortOf(where.of[0]!);
    default:
      return where.by;
  }
}
