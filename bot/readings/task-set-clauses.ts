/** Predicates that the atoms of a question say, with what is left out and what is denied. */
import { isLocals } from "../agency-names.ts";
import { isSamePredicate } from "../sets/subject.ts";
import type { Role, TaskPredicate } from "../sets/task-set.ts";
import type { ReadingContext } from "./context.ts";
import { type Atom, joinsBodies } from "./plan-atoms.ts";
import { yearsAsked } from "./task-set-measure.ts";

/** Of one agency: what names it, or what is given to all too. */
export type Scope = "named" | "wide";

export const negated = (where: TaskPredicate): TaskPredicate =>
  where.by === "not"
    ? where.of
    : {
        by: "not",
        of: where.by === "agency" && !isLocals(where.agencyId) ? { ...where, named: true } : where,
      };

/** Atoms that say what is wanted, and those behind "trừ", before "bỏ ra". */
export function sidesOf(
  atoms: readonly Atom[],
  isSpoken: boolean,
  areYearsKeys = false,
): { kept: Atom[]; left: Atom[] } {
  const kept: Atom[] = [];
  const left: Atom[] = [];
  const years = yearsAsked(atoms);
  let isLeft = false;
  for (const atom of atoms) {
    if (atom.type === "mark") {
      if (atom.mark === "without") isLeft = true;
      else if (atom.mark === "withoutBefore") {
        // "Mấy việc giao chung bỏ ra": what stands before it, unless something was named for all.
        if (left.length === 0) left.push(...kept.splice(0).filter((row) => row.type !== "role" || isSpoken));
        isLeft = false;
      } else if (atom.mark === "also" || atom.mark === "those" || atom.mark === "rest") isLeft = false;
      if (atom.mark === "not" || atom.mark === "also") (isLeft ? left : kept).push(atom);
      continue;
    }
    if (areYearsKeys && years.includes(atom)) continue;
    // "Ngoài Sở TTTT thì …": what is left out ends at the first predicate that isn't beside it.
    (isLeft ? left : kept).push(atom);
    if (isLeft && atom.type === "role" && left.some(({ type }) => type === "agency")) isLeft = false;
  }
  return { kept, left };
}

/** One predicate for each agency with its role, each time and each group; "không" before one denies it. */
export function clausesOf(
  side: readonly Atom[],
  byDefault: Role | undefined,
  mode: "all" | "any" = "all",
  scope: Scope = "named",
): { where: TaskPredicate[]; operations: number } {
  const where: TaskPredicate[] = [];
  let operations = 0;
  const isDenied = (from: number, near = 3) =>
    side.some(
      (mark) => mark.type === "mark" && mark.mark === "not" && mark.to <= from && from - mark.to <= near,
    );
  const clauseOf = (atom: Atom) =>
    side.filter((mark) => mark.type === "mark" && mark.mark === "also" && mark.from < atom.from).length;
  const agencies = side.filter(
    (atom) => atom.type === "agency" && (!atom.weak || atom.sector !== undefined || side.length < 4),
  );
  // "Phối hợp, không phải chủ trì": the denied role only says which is not meant, unless it is that of another agency.
  const said = side.flatMap((atom) => (atom.type === "role" ? [atom] : []));
  const isMeant = (role: Atom) =>
    !isDenied(role.from) ||
    !said.some(
      (other) =>
        !isDenied(other.from) &&
        (clauseOf(other) === clauseOf(role) ||
          !agencies.some((agency) => clauseOf(agency) === clauseOf(role))),
    );
  const meant = said.filter(isMeant);
  // "Đứng tên chủ trì": one role in two words.
  const roles = meant.filter(
    (role, i) =>
      meant.findIndex((other) => other.role === role.role && clauseOf(other) === clauseOf(role)) === i,
  );
  const ofAgencies: TaskPredicate[] = [];
  const notOf: TaskPredicate[] = [];
  const used = new Set<Atom>();
  // "Việc giao chung mà sở tôi phải làm": of one agency, as one of all.
  const isCollective = (atom: Atom) =>
    scope === "wide" && atom.type === "where" && atom.where.by === "collective" && !isDenied(atom.from);
  const byAll = side.some(isCollective);
  for (const agency of agencies) {
    if (agency.type !== "agency") continue;
    const near = roles
      .filter((role) => !used.has(role) && clauseOf(role) === clauseOf(agency))
      .sort((a, b) => distance(agency, a) - distance(agency, b));
    // "Sở Y tế với Sở Giáo dục chủ trì": one role for both; "… mà có Sở Tài chính đi cùng" leaves it open.
    const ofClause = near[0] ?? roles.find((row) => clauseOf(row) === clauseOf(agency));
    const role = ofClause ?? (clauseOf(agency) > 0 && joinsBodies(side) ? undefined : roles[0]);
    if (role && roles.length > 1) used.add(role);
    const predicate: TaskPredicate = {
      by: "agency",
      agencyId: agency.agencyId,
      ...roleOf(
        role && helped(agency, role, agencies)
          ? "lead"
          : role && roles.length <= Math.max(1, agencies.length)
            ? role.role
            : roles.length === 0
              ? byDefault
              : undefined,
      ),
      // No row names "địa phương" otherwise than as one of all.
      ...(isLocals(agency.agencyId)
        ? {}
        : scope === "named"
          ? { named: true }
          : byAll
            ? { named: false }
            : {}),
      ...(agency.department ? { department: true as const } : {}),
    };
    const start = Math.min(agency.from, role?.from ?? agency.from);
    const denied =
      isDenied(start) ||
      isDenied(agency.from) ||
      (role !== undefined && isDenied(role.from)) ||
      side.some((mark) => isAbsent(agency, mark) && !said.some(({ from }) => from >= mark.to));
    if (denied) operations++;
    if (denied) notOf.push({ by: "not", of: predicate });
    else ofAgencies.push(predicate);
  }
  if (mode === "any" && ofAgencies.length > 1) where.push({ by: "or", of: ofAgencies });
  else where.push(...ofAgencies);
  where.push(...notOf);
  if (agencies.length > 1) operations++;
  for (const atom of side) {
    if (atom.type !== "where" || isCollective(atom)) continue;
    // "A và B có đồng chủ trì …" asks of these two; "Sở Y tế chưa có …" of what it has.
    if (agencies.length > 1 && atom.where.by === "leads") continue;
    if (agencies.length > 0 && atom.where.by === "missing") continue;
    // An agency is meant by its name anyway.
    if (agencies.length > 0 && atom.where.by === "not" && atom.where.of.by === "collective") continue;
    // "… cho nhau không, theo mục tiêu 2025?" asks yes or no.
    const denied = isDenied(atom.from, 2);
    if (denied || atom.where.by === "endsBy" || atom.where.by === "endsAfter" || atom.where.by === "not")
      operations++;
    if (atom.where.by === "twice" || atom.where.by === "sole") operations++;
    where.push(denied ? negated(atom.where) : atom.where);
  }
  return {
    where: where.filter((row, i) => where.findIndex((other) => isSamePredicate(other, row)) === i),
    operations,
  };
}

/** "Sở Tài chính phối hợp với Sở Giáo dục": the one behind it leads. */
const helped = (agency: Atom, role: Atom, agencies: readonly Atom[]): boolean =>
  role.type === "role" &&
  role.role === "coordinating" &&
  agency.from >= role.to &&
  agency.from - role.to <= 1 &&
  agencies.some((other) => other.to <= role.from && role.from - other.to <= 3);

/** "Sở Tài chính không có tên"; what is asked behind it is asked of the agency as it stands. */
const isAbsent = (agency: Atom, mark: Atom): boolean =>
  mark.type === "mark" &&
  mark.mark === "not" &&
  mark.to - mark.from >= ABSENT &&
  mark.from >= agency.to &&
  mark.from - agency.to <= 1;
const ABSENT = 3;

const roleOf = (role: Role | undefined): { role?: Role } => (role ? { role } : {});

const distance = (a: Atom, b: Atom): number => (a.to <= b.from ? b.from - a.to : a.from - b.to + 1);

/** Words of a subject that no atom holds. */
export const leftOver = ({ question }: ReadingContext, atoms: readonly Atom[]): number =>
  question.planTopics[0]!.filter((token) => {
    const at = question.tokens.indexOf(token);
    return !atoms.some(({ from, to }) => from <= at && at < to);
  }).length;
