/** Reads a question as an expression over sets of rows: what it includes, leaves out, denies, combines, picks, and whether
 *  rows, a number, a table or a share is wanted; of all rows, of those spoken of, of the rest of them, or the question
 *  before with another agency, year or group. */
import { isLocals } from "../agency-names.ts";
import type { Query, TaskSetQuery } from "../query.ts";
import { has, type RouteContext, recordAsks } from "../routes/route.ts";
import { type Role, rowsOf, type TaskPredicate, type TaskSet, tableOf } from "../sets/task-set.ts";
import { claimsIn } from "./claims.ts";
import { predicatesOf, setOfLast } from "./last-set.ts";
import { type Atom, hasMark, latticeOf } from "./plan-lattice.ts";
import type { Proposal } from "./reader.ts";
import { wordsAmong, wordsInAll } from "./row-words.ts";

const SAID_THOSE = "vừa nêu";
const SHORT = 9;

interface Base {
  set: TaskSet;
  from: "all" | "spoken" | "rest" | "counted" | "top" | "both";
}

/** Subjects that rows of the appendix don't answer. */
const isOfAnother = (context: RouteContext): boolean =>
  has(context, "procedure", "papers", "aspectFee", "aspectDocuments", "target", "signer", "issued");

export function readTaskSet(context: RouteContext): Proposal[] {
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

const RANKS =
  /(^| )(top|xep hang|xep luon|xep|rank|dan dau|dung dau|ke tiep|tiep theo|dung nhi|dung sau|nhi la|(dung |xep |)ke (do|tiep|ben|duoi|sau)|xep sau|dung thu (hai|nhi|2|ba|3)|thu (nhi|hai|ba)|hang (nhat|nhi|hai|ba|tu|[1-9]))( |$)/;
const BODIES = /(^| )(co quan|so|don vi|ben|chu tri|phoi hop|ai|anh|nganh)( |$)/;

/** "Xếp năm cơ quan dẫn đầu", "đứng kế tiếp là ai": the table of agencies, most first. */
function rankedOf(context: RouteContext, atoms: readonly Atom[]): Proposal[] {
  const { last } = context.dialogue;
  const isRanked =
    last?.kind === "leaders" ||
    (last?.kind === "taskSet" && last.measure.as === "table" && last.measure.order !== undefined);
  const text = context.question.folded;
  if (!RANKS.test(text) || !(isRanked || BODIES.test(text))) return [];
  const before = last?.kind === "taskSet" && last.measure.as === "table" ? last.measure : undefined;
  const coordinates = atoms.some((atom) => atom.type === "role" && atom.role === "coordinating");
  const by = before?.by ?? (coordinates ? "coordinating" : "lead");
  return [
    {
      query: {
        kind: "taskSet",
        set: last?.kind === "taskSet" && isRanked ? last.set : { op: "all" },
        measure: { as: "table", by, order: "most", ...(before?.except ? { except: before.except } : {}) },
        asks: [],
      },
      features: { ranks: 1, "ranks after a ranking": isRanked ? 1 : 0 },
    },
  ];
}

/** "Hai sở đó bên nào nhiều hơn": of the agencies named or spoken of, the one with more. */
function moreOf(context: RouteContext, atoms: readonly Atom[]): Proposal[] {
  const more = /(?:^| )(nhieu|it|nang|nhe)(?: \S+){0,2} hon(?: |$)/.exec(context.question.folded)?.[1];
  const agencyIds = [
    ...new Set(
      atoms.flatMap((atom) => (atom.type === "agency" && !isLocals(atom.agencyId) ? [atom.agencyId] : [])),
    ),
  ];
  if (!more || agencyIds.length < 2) return [];
  const coordinates = atoms.some((atom) => atom.type === "role" && atom.role === "coordinating");
  return [
    {
      query: {
        kind: "leaders",
        filter: coordinates ? { role: "coordinating" } : {},
        order: more === "it" || more === "nhe" ? "least" : "most",
        agencyIds,
      },
      features: { "more of several": 1 },
    },
  ];
}

/** "Hai sở đó", "cơ quan ấy": the agencies spoken of stand where the words do. */
function withSpoken({ dialogue }: RouteContext, atoms: readonly Atom[]): readonly Atom[] {
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

/** What an expression may start from. */
function basesOf(context: RouteContext, atoms: readonly Atom[]): Base[] {
  const { focuses, last } = context.dialogue;
  const lists = focuses.filter(({ ids }) => ids.length > 0);
  const newest = lists.at(-1);
  const bases: Base[] = [{ set: { op: "all" }, from: "all" }];
  if (!newest) return bases;
  const idsOf = (ids: string[]): TaskSet => ({ op: "ids", ids, said: SAID_THOSE });
  const several = lists.filter(({ ids }) => ids.length > 1).at(-1) ?? newest;
  const isPick = atoms.some(({ type }) => type === "places");
  bases.push({ set: idsOf(isPick ? several.ids : newest.ids), from: "spoken" });
  const counted = countSaid(context);
  const ofCount = counted && lists.filter(({ ids }) => ids.length === counted).at(-1);
  if (ofCount && ofCount !== newest) bases.push({ set: idsOf(ofCount.ids), from: "counted" });
  // The last answer took some out of the list before it.
  const before = lists.slice(0, -1).findLast(({ ids }) => newest.ids.every((id) => ids.includes(id)));
  if (before && before.ids.length > newest.ids.length) {
    const others = before.ids.filter((id) => !newest.ids.includes(id));
    if (hasMark(atoms, "rest") || others.length === counted)
      bases.push({ set: { op: "without", of: idsOf(before.ids), minus: idsOf(newest.ids) }, from: "rest" });
  } else if (hasMark(atoms, "rest") && newest.query.kind === "task") {
    // "Nhóm đấy còn lại việc gì nữa?" after one row.
    const group = context.knowledge.tasks.find(({ id }) => id === newest.ids[0])?.groupId;
    if (group)
      bases.push({
        set: {
          op: "without",
          of: { op: "filter", of: { op: "all" }, where: { by: "group", groupIds: [group] } },
          minus: idsOf(newest.ids),
        },
        from: "rest",
      });
  }
  if (hasMark(atoms, "rest")) bases.push(...restOfGroup(newest));
  // "Cả hai", "so sánh hai việc đó": one row after another.
  const [first, second] = lists.slice(-2);
  if (counted === 2 && first?.ids.length === 1 && second?.ids.length === 1 && first.ids[0] !== second.ids[0])
    bases.push({ set: idsOf([first.ids[0]!, second.ids[0]!]), from: "both" });
  const top = topOf(context, last);
  if (top) bases.push({ set: idsOf(top), from: "top" });
  return bases;
}

/** "Còn lại?" after the rows of an agency in a group or a year: the others of that group or year. */
function restOfGroup({ ids, query }: { ids: string[]; query: Query }): Base[] {
  const before = setOfLast(query);
  if (!before) return [];
  const parts = predicatesOf(before.set);
  const kept = parts.filter(({ by }) => by !== "agency" && by !== "words");
  if (kept.length === 0 || kept.length === parts.length) return [];
  const of: TaskSet = { op: "filter", of: rootOf(before.set), where: andOf(kept) };
  return [{ set: { op: "without", of, minus: { op: "ids", ids, said: SAID_THOSE } }, from: "rest" }];
}

/** "Nhóm nhiều nhất …" after a table: the rows under its highest or lowest key. */
function topOf(context: RouteContext, last: RouteContext["dialogue"]["last"]): string[] | undefined {
  const least = /(^| )it( \S+){0,2} nhat( |$)/.test(context.question.folded);
  if (!least && !/(^| )(nhieu|dong|lon)( \S+){0,2} nhat( |$)/.test(context.question.folded)) return undefined;
  const { knowledge, now } = context;
  const table =
    last?.kind === "groups"
      ? tableOf(knowledge.tasks, "group")
      : last?.kind === "taskSet" && last.measure.as === "table"
        ? tableOf(rowsOf(last.set, knowledge, now), last.measure.by)
        : undefined;
  const rows = table?.filter(({ key }) => key !== "").sort((a, b) => b.ids.length - a.ids.length);
  return (least ? rows?.at(-1) : rows?.[0])?.ids;
}

const COUNTS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
};
const COUNTED = /^(cai|viec|dong|nhiem|muc|dau|ca|task|cong)$/;
const THOSE = /^(do|day|nay|kia|ay|tren|con|do)$/;

/** "2 dòng kia", "ba việc đó", "cả hai": how many are spoken of. */
export function countSaid(context: RouteContext): number | undefined {
  const { tokens } = context.question;
  for (let i = 0; i < tokens.length; i++) {
    const value = tokens[i]!.kind === "number" ? Number(tokens[i]!.text) : COUNTS[tokens[i]!.folded];
    if (!value) continue;
    const after = tokens.slice(i + 1, i + 4).map(({ folded }) => folded);
    if (tokens[i - 1]?.folded === "ca") return value;
    if (COUNTED.test(after[0] ?? "") && after.some((word) => THOSE.test(word))) return value;
    if (COUNTED.test(after[0] ?? "") && tokens.length <= SHORT && tokens.length > i + 2) return value;
  }
  return undefined;
}

/** Of several agencies a row may be meant to have all, or any. */
const expressionsOf = (context: RouteContext, atoms: readonly Atom[], base: Base): Proposal[] => {
  const agencies = atoms.filter(({ type }) => type === "agency").length;
  const modes = agencies > 1 ? (["all", "any"] as const) : (["all"] as const);
  return modes.flatMap((mode) => expressionOf(context, atoms, base, mode) ?? []);
};

function expressionOf(
  context: RouteContext,
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
function extremeOf(context: RouteContext): "earliest" | "latest" | undefined {
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
const leadsUnlessSaid = (context: RouteContext): Role | undefined =>
  /(^| )(cua|duoc giao|giao|dung ten|rieng|phan|owner|dich danh)( |$)/.test(context.question.folded)
    ? "lead"
    : undefined;

/** Words of a subject that no atom holds. */
const leftOver = ({ question }: RouteContext, atoms: readonly Atom[]): number =>
  question.planTopics[0]!.filter((token) => {
    const at = question.tokens.indexOf(token);
    return !atoms.some(({ from, to }) => from <= at && at < to);
  }).length;

const WHO = /(^| )(ai|so nao|don vi nao|co quan nao|ben nao|cua ai|cua so nao|nhung ai)( |$)/;

function asksOf(context: RouteContext, atoms: readonly Atom[], isNarrow: boolean): TaskSetQuery["asks"] {
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

const andOf = (parts: TaskPredicate[]): TaskPredicate =>
  parts.length === 1 ? parts[0]! : { by: "and", of: parts };
const negated = (where: TaskPredicate): TaskPredicate =>
  where.by === "not"
    ? where.of
    : { by: "not", of: where.by === "agency" ? { ...where, named: true } : where };

function measureOf(context: RouteContext, atoms: readonly Atom[], base: Base): TaskSetQuery["measure"] {
  const role: Role = has(context, "coordinating") && !has(context, "lead") ? "coordinating" : "lead";
  if (hasMark(atoms, "sum")) return sumOf(context);
  if (hasMark(atoms, "share")) return { as: "share" };
  if (hasMark(atoms, "howManyAgencies")) return { as: "agencies", role };
  const order = mostOf(context.question.folded);
  if (hasMark(atoms, "byGroup") || (order && WHICH_GROUP.test(context.question.folded)))
    return { as: "table", by: "group", ...(order ? { order } : {}) };
  const only = onlyOf(context);
  if (only !== undefined) return { as: "table", by: role, only };
  if (hasMark(atoms, "byYear") || asksOfYears(context, atoms)) return { as: "table", by: "endYear" };
  if (hasMark(atoms, "byAgency")) return { as: "table", by: role };
  if (base.from !== "top" && has(context, "most") && has(context, "askWho", "lead", "coordinating"))
    return { as: "table", by: role, order: "most" };
  const counts = has(context, "askCount") || hasMark(atoms, "count") || claimsCount(context);
  return counts && !hasMark(atoms, "tell") ? { as: "count" } : { as: "list" };
}

const WHICH_GROUP = /(^| )(nhom|phan|mang|khoi) nao( |$)/;
function mostOf(text: string): "most" | "least" | undefined {
  if (/(^| )(it|thap|nho)( \S+){0,2} nh(a|u)t( |$)/.test(text)) return "least";
  return /(^| )(nhieu|dong|lon|nang)( \S+){0,2} nh(a|u)t( |$)/.test(text) ? "most" : undefined;
}

/** "Sở nào chỉ có đúng một việc": agencies by how many rows they have. */
function onlyOf(context: RouteContext): number | undefined {
  const said = ONLY_SO_MANY.exec(context.question.folded);
  if (!said || !BODY_ASKED.test(context.question.folded)) return undefined;
  return COUNTS[said[1]!] ?? Number(said[1]);
}
const ONLY_SO_MANY =
  /(?:^| )(?:chi|dung|vua dung|co moi|moi)(?: (?:co|duoc giao|chu tri|phoi hop|lam|dung|giu|dung ten)){0,3} (mot|hai|ba|bon|[1-9]) (?:viec|nhiem vu|task|cai|dau viec|dong)(?: |$)/;
const BODY_ASKED = /(^| )(so|co quan|don vi|ben|nganh|ai) ?(nao|ai|)( |$)/;

/** "Hết 2024 bao nhiêu, hết 2025 bao nhiêu": several closing years are the keys of a table, no filter. */
const yearsAsked = (atoms: readonly Atom[]): Atom[] =>
  atoms.filter(
    (atom) => atom.type === "where" && (atom.where.by === "year" || atom.where.by === "recurrence"),
  );

const claimsCount = (context: RouteContext): boolean =>
  claimsIn(context).some(({ about }) => about === "count");

const asksOfYears = (context: RouteContext, atoms: readonly Atom[]): boolean =>
  yearsAsked(atoms).length > 1 &&
  (has(context, "askCount") ||
    /(^| )(bao nhieu|may|pivot|thong ke|dem|bang)( |$)/.test(context.question.folded)) &&
  !hasMark(atoms, "not", "without");

/** The table before once more, with its sum; without one that of the agencies. */
function sumOf({ dialogue: { last } }: RouteContext): TaskSetQuery["measure"] {
  if (last?.kind === "taskSet" && last.measure.as === "table") return last.measure;
  return last?.kind === "groups" ? { as: "table", by: "group" } : { as: "table", by: "lead" };
}

/** Atoms that say what is wanted, and those behind "trừ", before "bỏ ra". */
function sidesOf(
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
    if (isLeft && atom.type === "role") isLeft = false;
  }
  return { kept, left };
}

/** One predicate for each agency with its role, each time and each group; "không" before one denies it. */
function clausesOf(
  side: readonly Atom[],
  byDefault: Role | undefined,
  mode: "all" | "any" = "all",
): { where: TaskPredicate[]; operations: number } {
  const where: TaskPredicate[] = [];
  let operations = 0;
  const isDenied = (from: number) =>
    side.some(
      (mark) => mark.type === "mark" && mark.mark === "not" && mark.to <= from && from - mark.to <= 3,
    );
  // "Phối hợp, không phải chủ trì": the denied role only says which is not meant.
  const said = side.filter((atom) => atom.type === "role");
  const meant = said.filter((atom) => !isDenied(atom.from));
  const roles = said.length > 1 && meant.length > 0 ? meant : said;
  const agencies = side.filter(
    (atom) => atom.type === "agency" && (!atom.weak || atom.sector !== undefined || side.length < 4),
  );
  const ofAgencies: TaskPredicate[] = [];
  const used = new Set<Atom>();
  const clauseOf = (atom: Atom) =>
    side.filter((mark) => mark.type === "mark" && mark.mark === "also" && mark.from < atom.from).length;
  for (const agency of agencies) {
    if (agency.type !== "agency") continue;
    const near = roles
      .filter((role) => !used.has(role) && clauseOf(role) === clauseOf(agency))
      .sort((a, b) => distance(agency, a) - distance(agency, b));
    // "Sở Y tế với Sở Giáo dục chủ trì": one role for both.
    const role = near[0] ?? roles.find((row) => clauseOf(row) === clauseOf(agency)) ?? roles[0];
    if (role && roles.length > 1) used.add(role);
    const predicate: TaskPredicate = {
      by: "agency",
      agencyId: agency.agencyId,
      ...roleOf(
        role?.type === "role" && roles.length <= Math.max(1, agencies.length)
          ? role.role
          : roles.length === 0
            ? byDefault
            : undefined,
      ),
      named: true,
    };
    const start = Math.min(agency.from, role?.from ?? agency.from);
    const denied = isDenied(start) || isDenied(agency.from) || (role !== undefined && isDenied(role.from));
    if (denied) operations++;
    if (denied) where.push({ by: "not", of: predicate });
    else ofAgencies.push(predicate);
  }
  if (mode === "any" && ofAgencies.length > 1) where.push({ by: "or", of: ofAgencies });
  else where.push(...ofAgencies);
  if (agencies.length > 1) operations++;
  for (const atom of side) {
    if (atom.type !== "where") continue;
    // An agency is meant by its name anyway.
    if (agencies.length > 0 && atom.where.by === "not" && atom.where.of.by === "collective") continue;
    const denied = isDenied(atom.from);
    if (denied || atom.where.by === "endsBy" || atom.where.by === "endsAfter" || atom.where.by === "not")
      operations++;
    if (atom.where.by === "twice" || atom.where.by === "sole") operations++;
    where.push(denied ? negated(atom.where) : atom.where);
  }
  return { where, operations };
}

const roleOf = (role: Role | undefined): { role?: Role } => (role ? { role } : {});

const distance = (a: Atom, b: Atom): number => (a.to <= b.from ? b.from - a.to : a.from - b.to + 1);

/** "Còn Sở Y tế?", "năm sau thì sao?": the last expression with what the question names in its place. */
function changedLast(context: RouteContext, atoms: readonly Atom[]): Proposal[] {
  const { last } = context.dialogue;
  const before = last && setOfLast(last);
  if (!before) return [];
  const { where } = clausesOf(sidesOf(atoms, true).kept, undefined, "any");
  const role = atoms.find((atom) => atom.type === "role");
  const others = hasMark(atoms, "otherAgencies") ? othersOf(before.set) : [];
  if (where.length === 0 && role?.type !== "role" && others.length === 0) return [];
  const changed = predicatesOf(before.set).flatMap((old): TaskPredicate[] => {
    if (where.some((row) => sortOf(row) === sortOf(old))) return [];
    if (others.length > 0 && old.by === "agency") return [];
    return old.by === "agency" && where.length === 0 && role?.type === "role"
      ? [{ ...old, role: role.role }]
      : [old];
  });
  const old = predicatesOf(before.set).find((other) => other.by === "agency");
  const inherited = old?.by === "agency" ? old.role : undefined;
  const added = where.map((row) => withRole(row, inherited));
  const all = [...changed, ...added, ...others];
  const adds = /(^| )(them|gop them|cong them|ke ca|tinh ca|luon)( |$)/.test(context.question.folded);
  const olds = predicatesOf(before.set).filter(({ by }) => by === "agency" || by === "or");
  const joined: TaskPredicate[] | undefined =
    adds && olds.length > 0 && added.some(({ by }) => by === "agency")
      ? [
          ...predicatesOf(before.set).filter((row) => !olds.includes(row)),
          { by: "or", of: [...olds, ...added.filter(({ by }) => by === "agency")] },
        ]
      : undefined;
  const measure = measureOf(context, atoms, { set: { op: "all" }, from: "all" });
  return [all, ...(joined ? [joined] : [])].map((parts) => ({
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

/** What an expression filters: rows that were spoken of, or all. */
const rootOf = (set: TaskSet): TaskSet =>
  set.op === "ids" ? set : set.op === "filter" ? rootOf(set.of) : { op: "all" };

/** "Còn sở khác?": the rows of all but the agencies of the expression. */
const othersOf = (set: TaskSet): TaskPredicate[] =>
  predicatesOf(set)
    .filter(({ by }) => by === "agency")
    .map(negated);

/** An agency without a role takes that of the one before it. */
function withRole(where: TaskPredicate, role: Role | undefined): TaskPredicate {
  if (role === undefined) return where;
  if (where.by === "agency") return where.role === undefined ? { ...where, role } : where;
  if (where.by === "not") return { by: "not", of: withRole(where.of, role) };
  return where.by === "or" ? { by: "or", of: where.of.map((part) => withRole(part, role)) } : where;
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
