/** Reads a question as an expression over sets of rows: what it includes, leaves out, denies, combines, picks, and whether
 *  rows, a number, a table or a share is wanted; of all rows, of those spoken of, of the rest of them, or the question
 *  before with another agency, year or group. */

import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Query } from "../query.ts";
import { andOf } from "../sets/subject.ts";
import { type Role, rowsOf, type TaskSet } from "../sets/task-set.ts";
import { has, otherDocuments, type ReadingContext, recordAsks } from "./context.ts";
import { countSaid, SHORT } from "./counted-rows.ts";
import { PLAN_CUES } from "./cue-families.ts";
import { predicatesOf } from "./last-set.ts";
import { type Atom, hasMark, joinsBodies, saysNamed } from "./plan-atoms.ts";
import { latticeOf } from "./plan-lattice.ts";
import type { Proposal } from "./reader.ts";
import { type Found, wordsAmong, wordsInAll } from "./row-words.ts";
import { type Base, basesOf } from "./task-set-bases.ts";
import { changedLast } from "./task-set-changes.ts";
import { clausesOf, leftOver, negated, type Scope, sidesOf } from "./task-set-clauses.ts";
import { lattices, withoutRepeated, withSpoken } from "./task-set-lattices.ts";
import { asksOf, asksOfYears, measureOf } from "./task-set-measure.ts";
import { bestOf, inOrder } from "./task-set-order.ts";
import { moreOf, rankedOf } from "./task-set-ranks.ts";
import { togetherOf } from "./task-set-together.ts";

/** Subjects that rows of the appendix don't answer. */
const isOfAnother = (context: ReadingContext): boolean =>
  has(context, "procedure", "papers", "aspectFee", "aspectDocuments", "target", "signer", "issued");

export function readTaskSet(context: ReadingContext): Proposal[] {
  const all = latticeOf(context);
  const isAsked =
    all.some((atom) => atom.type === "mark" || (atom.type === "where" && atom.where.by === "group")) ||
    asksOfAgency(all);
  if (isOfAnother(context) && !isAsked) return [];
  // "Quyết định 2207 có những nhiệm vụ gì" asks for none of these.
  if (otherDocuments(context).length > 0) return [];
  const spoken = withSpoken(context, withoutRepeated(all));
  return [
    ...rankedOf(context, all),
    ...togetherOf(context, all),
    ...spoken.flatMap((atoms) => moreOf(context, atoms)),
    ...spoken
      .flatMap((variant) => lattices(context, variant))
      .flatMap((atoms) => [
        ...basesOf(context, atoms).flatMap((base) => expressionsOf(context, atoms, base)),
        ...eachOf(context, atoms),
        ...changedLast(context, atoms),
      ]),
  ];
}

/** An agency with a role or a time: "Sở GD có gì phải xong trước 2025". */
const asksOfAgency = (atoms: readonly Atom[]): boolean =>
  atoms.some((atom) => atom.type === "agency" && !atom.weak) &&
  atoms.some(({ type }) => type === "where" || type === "role");

/** How an expression is read off the atoms where they leave it open. */
interface Manner {
  /** Of several agencies a row may be meant to have all, or any. */
  mode: "all" | "any";
  scope: Scope;
  /** Words of rows filter them; else they are what is left of a sentence. */
  withWords: boolean;
}

function expressionsOf(context: ReadingContext, atoms: readonly Atom[], base: Base): Proposal[] {
  const agencies = atoms.filter(({ type }) => type === "agency").length;
  const modes = agencies > 1 && !joinsBodies(atoms) ? (["all", "any"] as const) : (["all"] as const);
  const found = foundIn(context, atoms, base);
  return modes.flatMap((mode) =>
    scopesOf(atoms).flatMap((scope) =>
      (found && atoms.length > 0 && !isAnnounced(context, found) ? [true, false] : [true]).flatMap(
        (withWords) => expressionOf(context, atoms, base, { mode, scope, withWords }, found),
      ),
    ),
  );
}

/** "Thế ở cột phối hợp thì Sở Tài chính …" after what it leads: of all rows, and not of those. */
function namesSpoken({ set, from }: Base, atoms: readonly Atom[]): boolean {
  if (from !== "spoken" || hasMark(atoms, "those")) return false;
  const spoken = predicatesOf(set).flatMap((row) => (row.by === "agency" ? [row.agencyId] : []));
  return atoms.some((atom) => atom.type === "agency" && !atom.weak && spoken.includes(atom.agencyId));
}

/** "Vpub", "vậy còn Sở Y tế": the question before, of another agency. */
function namesAgencyAlone(
  { question: { tokens, stops } }: ReadingContext,
  [agency, ...more]: readonly Atom[],
) {
  if (agency?.type !== "agency" || more.length > 0) return false;
  const others = tokens.filter((_token, i) => (i < agency.from || i >= agency.to) && !stops.has(i));
  return others.length === 0 || agency.to - agency.from >= tokens.length - 1;
}

/** What is given to all counts for one agency too, unless what names it is asked for, or another condition denies. */
function scopesOf(atoms: readonly Atom[]): Scope[] {
  const isOne = atoms.filter(({ type }) => type === "agency").length === 1;
  // A bare "không" ends a question.
  const isDenied = atoms.some(
    (mark) =>
      mark.type === "mark" &&
      mark.mark === "not" &&
      atoms.some(
        ({ type, from }) =>
          (type === "agency" || type === "role") && mark.to <= from && from - mark.to <= NEAR,
      ),
  );
  return isOne && !saysNamed(atoms) && !isDenied && !hasMark(atoms, "without", "withoutBefore", "also")
    ? ["named", "wide"]
    : ["named"];
}

/** "Việc gì về dữ liệu": words that are announced are meant. */
const isAnnounced = ({ question }: ReadingContext, { where }: Found): boolean =>
  where.by === "words" && ` ${question.folded} `.includes(` ve ${fold(where.words)} `);

const foundIn = (context: ReadingContext, atoms: readonly Atom[], base: Base): Found | undefined =>
  base.from === "all"
    ? wordsInAll(context, atoms)
    : wordsAmong(context, atoms, rowsOf(base.set, context.knowledge, context.now));

const NEAR = 3;

const MUCH_ELSE = 2;

const MOST_AT_ONCE = 3;

/** "Sở Công Thương và Sở Nội vụ chủ trì mấy nhiệm vụ?": the rows of each by itself. */
function eachOf(context: ReadingContext, atoms: readonly Atom[]): Proposal[] {
  const agencies = atoms.filter((atom) => atom.type === "agency" && !atom.weak);
  const ids = new Set(agencies.map((atom) => atom.type === "agency" && atom.agencyId));
  if (ids.size < 2 || ids.size !== agencies.length || hasMark(atoms, "without", "withoutBefore", "not"))
    return [];
  const others = atoms.filter(({ type }) => type !== "agency");
  const queries = agencies.slice(0, MOST_AT_ONCE).flatMap((agency): Query[] => {
    const manner: Manner = { mode: "all", scope: "wide", withWords: false };
    const own = [...others, agency].sort((a, b) => a.from - b.from);
    const [read] = expressionOf(context, own, { set: { op: "all" }, from: "all" }, manner, undefined);
    return read ? [read.query] : [];
  });
  return queries.length === Math.min(MOST_AT_ONCE, agencies.length)
    ? [
        {
          query: { kind: "many", queries },
          features: { each: 1, "each: together": TOGETHER.test(context.question.folded) ? 1 : 0 },
        },
      ]
    : [];
}

function expressionOf(
  context: ReadingContext,
  all: readonly Atom[],
  base: Base,
  { mode, scope, withWords }: Manner,
  said: Found | undefined,
): Proposal[] {
  if (namesSpoken(base, all) || (base.from === "spoken" && namesAgencyAlone(context, all))) return [];
  const best = bestOf(context);
  // "Việc nào của Sở Y tế nhiều bên phối hợp nhất": those that it leads.
  const isByHelp = best?.by === "coordinating";
  const atoms = isByHelp ? all.filter(({ type }) => type !== "role") : all;
  const isSpoken = base.from !== "all";
  const measure = measureOf(context, atoms, base);
  let operations = measure.as === "table" || measure.as === "share" || measure.as === "agencies" ? 1 : 0;
  const sides = sidesOf(atoms, isSpoken, asksOfYears(context, atoms));
  // "Được giao" of all that is given leaves the role open.
  const kept = clausesOf(sides.kept, scope === "wide" ? undefined : leadsUnlessSaid(context), mode, scope);
  const left = clausesOf(sides.left, "lead", "any");
  operations += kept.operations + (sides.left.length > 0 ? 1 : 0);

  let set: TaskSet = base.set;
  const found = withWords ? said : undefined;
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
  const ordered = measure.as === "list" ? inOrder(set, context, atoms) : undefined;
  if (ordered ?? best) operations++;
  set = ordered ?? (best ? { op: "best", of: set, ...best } : set);
  // Something is left out that isn't told of rows: nothing was.
  if (sides.left.length > 0 && set === base.set && except.length === 0) return [];
  const asks = asksOf(context, atoms, where.length > 0 || isSpoken);
  const tells = hasMark(atoms, "tell");
  if (!isSpoken && set.op === "all" && measure.as === "list" && !has(context, "askList")) return [];
  // Rows spoken of as they stand: something must be asked of them.
  const isBare = isSpoken && set === base.set && measure.as === "list";
  if (isBare && asks.length === 0 && !tells && base.from === "spoken") return [];
  const rows = rowsOf(set, context.knowledge, context.now);
  // One row is told like any other task, so that what is asked next is asked of a task.
  const one = rows.length === 1 && measure.as === "list" && scope === "named" ? rows[0] : undefined;
  const counted = countSaid(context);
  const baseRows = isSpoken ? rowsOf(base.set, context.knowledge, context.now).length : 0;
  const unexplained = found ? 0 : leftOver(context, atoms);
  // "Bà tôi trút hơi thở cuối cùng, giờ phải làm gì": of all rows nothing is named, and much else is said.
  if (!isSpoken && where.length === 0 && unexplained >= MUCH_ELSE && !has(context, ...PLAN_CUES)) return [];
  // All rows answer no question that names a subject.
  if (set.op === "all" && measure.as === "list" && unexplained > 0) return [];
  // "Chiếm mấy phần trăm" of what names it: what is given to all is everybody's share.
  if (measure.as === "share" && scope === "wide") return [];
  // "Kinh tế số chiếm bao nhiêu phần trăm GRDP": of nothing that was said, all rows are no share.
  if (measure.as === "share" && set.op === "all") return [];
  const features = {
    [`from ${base.from}`]: 1,
    "passes the rest": base.passesRest && hasMark(atoms, "rest") ? 1 : 0,
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
    "given to all too": scope === "wide" ? 1 : 0,
    "given to all too, names alone": scope === "wide" && unexplained === 0 ? 1 : 0,
    "by signals": atoms.some(({ from, to }) => from === to) ? 1 : 0,
    "words dropped": said && !withWords ? said.coverage : 0,
    first: best ? 1 : 0,
    "any of several": mode === "any" ? 1 : 0,
    "any of several, said together": mode === "any" && TOGETHER.test(context.question.folded) ? 1 : 0,
    "by a field": atoms.some((atom) => atom.type === "agency" && atom.sector) ? 1 : 0,
    "by a field, announced": atoms.some((atom) => atom.type === "agency" && atom.sector?.announced) ? 1 : 0,
    "by a field, with a role":
      atoms.some((atom) => atom.type === "agency" && atom.sector) && context.question.roles.length > 0
        ? 1
        : 0,
  };
  const measured = except.length > 0 && measure.as === "table" ? { ...measure, except } : measure;
  const told: Proposal = { query: { kind: "taskSet", set, measure: measured, asks }, features };
  return one
    ? [
        {
          query: {
            kind: "task",
            ids: [one.id],
            asks: asks.length > 0 ? asks : recordAsks(context),
            ...(set.op === "filter" ? { from: set } : {}),
          },
          features,
        },
        { ...told, features: { ...features, "a list of one": 1 } },
      ]
    : [told];
}

const TOGETHER = /(^| )(ca hai|ca 2|vua|dong thoi|dong chu tri|cung|chung|mot luc|giao|intersect|deu)( |$)/;

/** "Việc của Sở Y tế", "được giao riêng": what it leads, unless the words say otherwise. */
const leadsUnlessSaid = (context: ReadingContext): Role | undefined =>
  /(^| )(cua|duoc giao|giao|dung ten|rieng|phan|owner|dich danh)( |$)/.test(context.question.folded)
    ? "lead"
    : undefined;
