/** Reads a question as an expression over sets of rows: what it includes, leaves out, denies, combines, picks, and whether
 *  rows, a number, a table or a share is wanted; of all rows, of those spoken of, of the rest of them, or the question
 *  before with another agency, year or group. */

import { isLocals } from "../agency-names.ts";
import type { TaskSetQuery } from "../query.ts";
import { type Role, rowsOf, type TaskSet } from "../sets/task-set.ts";
import { has, type ReadingContext, recordAsks } from "./context.ts";
import { countSaid, SHORT } from "./counted-rows.ts";
import { type Atom, hasMark } from "./plan-atoms.ts";
import { latticeOf } from "./plan-lattice.ts";
import type { Proposal } from "./reader.ts";
import { wordsAmong, wordsInAll } from "./row-words.ts";
import { type Base, basesOf } from "./task-set-bases.ts";
import { changedLast } from "./task-set-changes.ts";
import { andOf, clausesOf, leftOver, negated, sidesOf } from "./task-set-clauses.ts";
import { asksOfYears, measureOf } from "./task-set-measure.ts";
import { moreOf, rankedOf } from "./task-set-ranks.ts";

/** Subjects that rows of the appendix don't answer. */
const isOfAnother = (context: ReadingContext): boolean =>
  has(context, "procedure", "papers", "aspectFee", "aspectDocuments", "target", "signer", "issued");

export function readTaskSet(context: ReadingContext): Proposal[] {
  const all = latticeOf(context);
  const isAsked = all.some(({ type }) => type === "mark") || asksOfAgency(all);
  if (isOfAnother(context) && !isAsked) return [];
  return [
    ...rankedOf(context, all),
    ...moreOf(context, withSpoken(context, all)),
    ...lattices(withSpoken(context, all)).flatMap((atoms) => [
      ...basesOf(context, atoms).flatMap((base) => expressionsOf(context, atoms, base)),
      ...changedLast(context, atoms),
    ]),
  ];
}

/** An agency with a role or a time: "Sở GD có gì phải xong trước 2025". */
const asksOfAgency = (atoms: readonly Atom[]): boolean =>
  atoms.some((atom) => atom.type === "agency" && !atom.weak) &&
  atoms.some(({ type }) => type === "where" || type === "role");

/** "Hai sở đó", "cơ quan ấy": the agencies spoken of stand where the words do. */
function withSpoken({ dialogue }: ReadingContext, atoms: readonly Atom[]): readonly Atom[] {
  const mark = atoms.find(
    (atom) => atom.type === "mark" && (atom.mark === "thoseAgencies" || atom.mark === "thatAgency"),
  );
  if (mark?.type !== "mark" || atoms.some(({ type }) => type === "agency")) return atoms;
  const known = dialogue.agencyIds.filter((id) => !isLocals(id));
  const meant = mark.mark === "thatAgency" ? known.slice(-1) : known.slice(-2);
  if (meant.length === 0) return atoms;
  const { from, to } = mark;
  const agencies = meant.map((agencyId): Atom => ({ type: "agency", from, to, agencyId, weak: false }));
  return [...atoms.filter((atom) => atom !== mark), ...agencies].sort((a, b) => a.from - b.from);
}

/** A field may stand for its agency or be a word like others; a year may be that of the end. */
function lattices(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const isSector = (atom: Atom) => atom.type === "agency" && atom.sector !== undefined;
  const variants = atoms.some(isSector) ? [atoms, atoms.filter((atom) => !isSector(atom))] : [atoms];
  return variants.flatMap((variant) => {
    const ending = variant.map(
      (atom): Atom =>
        atom.type === "where" && atom.where.by === "year" && atom.where.is === "covers"
          ? { ...atom, where: { ...atom.where, is: "ends" }, asEnd: true }
          : atom,
    );
    return ending.some((atom, i) => atom !== variant[i]) ? [variant, ending] : [variant];
  });
}

/** Of several agencies a row may be meant to have all, or any. */
const expressionsOf = (context: ReadingContext, atoms: readonly Atom[], base: Base): Proposal[] => {
  const agencies = atoms.filter(({ type }) => type === "agency").length;
  const modes = agencies > 1 ? (["all", "any"] as const) : (["all"] as const);
  return modes.flatMap((mode) => expressionOf(context, atoms, base, mode) ?? []);
};

function expressionOf(
  context: ReadingContext,
  atoms: readonly Atom[],
  base: Base,
  mode: "all" | "any",
): Proposal | undefined {
  const isSpoken = base.from !== "all";
  const measure = measureOf(context, atoms, base);
  let operations = measure.as === "table" || measure.as === "share" || measure.as === "agencies" ? 1 : 0;
  const sides = sidesOf(atoms, isSpoken, asksOfYears(context, atoms));
  const kept = clausesOf(sides.kept, leadsUnlessSaid(context), mode);
  const left = clausesOf(sides.left, "lead", "any");
  operations += kept.operations + (sides.left.length > 0 ? 1 : 0);

  let set: TaskSet = base.set;
  const found = isSpoken
    ? wordsAmong(context, atoms, rowsOf(base.set, context.knowledge, context.now))
    : wordsInAll(context, atoms);
  // "Bỏ cái hạ tầng ra": the words say what is left out.
  const isFoundOut =
    found !== undefined && left.where.length === 0 && hasMark(atoms, "without", "withoutBefore");
  const where = found && !isFoundOut ? [...kept.where, found.where] : kept.where;
  if (where.length > 0) set = { op: "filter", of: set, where: andOf(where) };
  if (found && isFoundOut) {
    set = { op: "filter", of: set, where: negated(found.where) };
    operations++;
  }
  const excludesBodies = measure.as === "table" && (measure.by === "lead" || measure.by === "coordinating");
  const except: string[] = [];
  for (const row of left.where.flatMap((where) => (where.by === "or" ? where.of : [where]))) {
    if (excludesBodies && row.by === "agency") except.push(row.agencyId);
    else set = { op: "filter", of: set, where: negated(row) };
  }
  for (const atom of sides.left)
    if (atom.type === "places")
      set = { op: "without", of: set, minus: { op: "pick", of: base.set, places: atom.places } };
  const places = sides.kept.flatMap((atom) => (atom.type === "places" ? atom.places : []));
  const isFirstOfAll = !isSpoken && where.length > 0;
  if (places.length > 0 && (isSpoken || isFirstOfAll)) {
    set = { op: "pick", of: set, places };
    operations++;
  }
  const extreme = extremeOf(context);
  if (extreme && set.op !== "all") {
    set = { op: "best", of: set, by: "end", most: extreme === "latest" };
    operations++;
  }
  const asks = asksOf(context, atoms, where.length > 0 || isSpoken);
  const tells = hasMark(atoms, "tell");
  if (!isSpoken && set.op === "all" && measure.as === "list") return undefined;
  // Rows spoken of as they stand: something must be asked of them.
  const isBare = isSpoken && set === base.set && measure.as === "list";
  if (isBare && asks.length === 0 && !tells && base.from === "spoken") return undefined;
  const rows = rowsOf(set, context.knowledge, context.now);
  // One row is told like any other task, so that what is asked next is asked of a task.
  const one = rows.length === 1 && measure.as === "list" ? rows[0] : undefined;
  const counted = countSaid(context);
  const baseRows = isSpoken ? rowsOf(base.set, context.knowledge, context.now).length : 0;
  const unexplained = found ? 0 : leftOver(context, atoms);
  return {
    query: one
      ? { kind: "task", ids: [one.id], asks: asks.length > 0 ? asks : recordAsks(context) }
      : {
          kind: "taskSet",
          set,
          measure: except.length > 0 && measure.as === "table" ? { ...measure, except } : measure,
          asks,
        },
    features: {
      [`from ${base.from}`]: 1,
      operations: Math.min(1, operations / 2),
      filters: Math.min(1, where.length / 2),
      "words left": Math.min(1, unexplained / 3),
      excludes: sides.left.length > 0 ? 1 : 0,
      denies: kept.operations > 0 ? 1 : 0,
      table: measure.as === "table" || measure.as === "agencies" || measure.as === "share" ? 1 : 0,
      count: measure.as === "count" ? 1 : 0,
      "none found": rows.length === 0 ? 1 : 0,
      "words held": found ? found.coverage : 0,
      "refers back": isSpoken && hasMark(atoms, "those", "rest", "thatGroup", "onlyThose") ? 1 : 0,
      "short after an answer": isSpoken && context.question.tokens.length <= SHORT ? 1 : 0,
      "names an agency": atoms.some(({ type }) => type === "agency") ? 1 : 0,
      "asks of each": asks.length > 0 ? 1 : 0,
      tells: tells ? 1 : 0,
      bare: isBare ? 1 : 0,
      "as many as said": isSpoken && counted === baseRows ? 1 : 0,
      "not as many as said": isSpoken && counted !== undefined && counted !== baseRows ? 1 : 0,
      "a year as the end": atoms.some((atom) => atom.type === "where" && atom.asEnd) ? 1 : 0,
      "any of several": mode === "any" ? 1 : 0,
      "any of several, said together": mode === "any" && TOGETHER.test(context.question.folded) ? 1 : 0,
      "by a field": atoms.some((atom) => atom.type === "agency" && atom.sector) ? 1 : 0,
      "by a field, announced": atoms.some((atom) => atom.type === "agency" && atom.sector?.announced) ? 1 : 0,
      "by a field, with a role":
        atoms.some((atom) => atom.type === "agency" && atom.sector) && context.question.roles.length > 0
          ? 1
          : 0,
    },
  };
}

/** "Cái nào xong trước", "hạn xa nhất"; but "xong trước 2025" is a limit. */
function extremeOf(context: ReadingContext): "earliest" | "latest" | undefined {
  const text = context.question.folded;
  if (
    has(context, "earliest") ||
    /(^| )(xong|han|het han|toi han|ket thuc|hoan thanh) truoc( (a|nhi|vay|the|ha|em|chau))?$/.test(text)
  )
    return "earliest";
  return has(context, "latest") ||
    /(^| )(xong|han|het han|ket thuc|hoan thanh) sau( (a|nhi|vay|the|ha|em|chau))?$/.test(text)
    ? "latest"
    : undefined;
}

const TOGETHER = /(^| )(ca hai|ca 2|vua|dong thoi|cung|chung|mot luc|giao|intersect|deu)( |$)/;

/** "Việc của Sở Y tế", "được giao riêng": what it leads, unless the words say otherwise. */
const leadsUnlessSaid = (context: ReadingContext): Role | undefined =>
  /(^| )(cua|duoc giao|giao|dung ten|rieng|phan|owner|dich danh)( |$)/.test(context.question.folded)
    ? "lead"
    : undefined;

const WHO = /(^| )(ai|so nao|don vi nao|co quan nao|ben nao|cua ai|cua so nao|nhung ai)( |$)/;

function asksOf(context: ReadingContext, atoms: readonly Atom[], isNarrow: boolean): TaskSetQuery["asks"] {
  if (!isNarrow) return [];
  const who = has(context, "askWho") || WHO.test(context.question.folded);
  const role = (name: Role) => atoms.some((atom) => atom.type === "role" && atom.role === name);
  const names = atoms.some(({ type }) => type === "agency");
  return [
    ...(who && !names && (role("lead") || !role("coordinating")) ? (["lead"] as const) : []),
    ...(who && !names && role("coordinating") ? (["coordinating"] as const) : []),
    ...(has(context, "askWhen") && !atoms.some((atom) => atom.type === "where") ? (["when"] as const) : []),
  ];
}
