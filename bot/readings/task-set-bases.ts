/** What an expression over rows may start from: all rows, those spoken of, the rest of them, those under the highest key. */

import type { Focus } from "../dialogue.ts";
import { OF_PLAN, type Query, unverified } from "../query.ts";
import { andOf, rowsWith, subjectOf } from "../sets/subject.ts";
import { rowsOf, type TaskSet, tableOf } from "../sets/task-set.ts";
import { has, type ReadingContext } from "./context.ts";
import { countSaid } from "./counted-rows.ts";
import { comparedIn, ofAllRows, pairToldIn, predicatesOf, setOfLast } from "./last-set.ts";
import { type Atom, hasMark, opensWithThose, rolesIn } from "./plan-atoms.ts";
import { rootOf } from "./task-set-changes.ts";
import { leftOver, sidesOf } from "./task-set-clauses.ts";

const SAID_THOSE = "vừa nêu";

export interface Base {
  set: TaskSet;
  from: "all" | "spoken" | "rest" | "counted" | "top" | "both";
  /** "Còn lại" was said of rows that another base has. */
  passesRest?: true;
}

/** What an expression may start from. */
export function basesOf(context: ReadingContext, atoms: readonly Atom[]): Base[] {
  const { focuses, last } = context.dialogue;
  const lists = focuses.filter(({ ids }) => ids.length > 0);
  const newest = lists.at(-1);
  const bases: Base[] = [{ set: { op: "all" }, from: "all" }];
  if (!newest || ofAllRows(context)) return bases;
  // "Trong đó mấy việc hàng năm", "bỏ mấy cái phối hợp ra": of nothing else.
  const isOfSpoken =
    opensWithThose(atoms) ||
    leavesOutOnly(atoms) ||
    countsOnly(context, atoms) ||
    goesOnWithTime(context, atoms);
  if (isOfSpoken && !has(context, "plan", "appendix")) bases.pop();
  // "Bỏ cái báo cáo ra" – "còn lại mấy cái": what was left is what the answer before told.
  if (hasMark(atoms, "rest") && isRemainder(newest) && atoms.every(({ type }) => type === "mark"))
    return [{ set: spokenOf(newest, context), from: "spoken" }];
  const several = lists.filter(({ ids }) => ids.length > 1).at(-1) ?? newest;
  const isPick = atoms.some(({ type }) => type === "places");
  // "Còn Sở Nông nghiệp?" of agencies that were held against each other: none of their rows.
  if (!comparedIn(last) || hasMark(atoms, "those", "thoseAgencies"))
    bases.push({ set: isPick ? idsOf(several.ids) : spokenOf(newest, context), from: "spoken" });
  const counted = countSaid(context);
  const ofCount = counted && lists.filter(({ ids }) => ids.length === counted).at(-1);
  if (ofCount && ofCount !== newest) bases.push({ set: idsOf(ofCount.ids), from: "counted" });
  const others = othersOfList(lists, context);
  // "Ai chủ trì 2 cái đó": those just told, where they are as many.
  const isOfOthers = others?.rest.length === counted && newest.ids.length !== counted;
  if (others && (hasMark(atoms, "rest") || isOfOthers))
    bases.push({ set: { op: "without", of: idsOf(others.of), minus: idsOf(others.told) }, from: "rest" });
  else if (!others && hasMark(atoms, "rest") && newest.query.kind === "task") {
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
  const pair = counted === 2 ? pairToldIn(lists) : undefined;
  if (pair) bases.push({ set: idsOf(pair), from: "both" });
  const top = topOf(context, last);
  if (top) bases.push({ set: idsOf(top), from: "top" });
  return bases.some(({ from }) => from === "rest")
    ? bases.map((base): Base => (base.from === "rest" ? base : { ...base, passesRest: true }))
    : bases;
}

const idsOf = (ids: string[]): TaskSet => ({ op: "ids", ids, said: SAID_THOSE });

/** "Tất cả bao nhiêu", "hết thảy mấy cái" right after rows, "chủ trì mấy việc" after those of an agency: a number or a role, and
 *  of what is not said. */
function countsOnly(context: ReadingContext, atoms: readonly Atom[]): boolean {
  const { question, dialogue } = context;
  const last = dialogue.last && unverified(dialogue.last);
  if (!last || !OF_PLAN.has(last.kind) || question.tokens.length > SHORT_COUNT) return false;
  if (leftOver(context, atoms) > 0 || has(context, "group")) return false;
  if (!has(context, "askCount", "askList") && !hasMark(atoms, "count", "byYear", "byGroup")) return false;
  const isBare = atoms.every(({ type }) => type === "mark" || type === "role");
  const byKeys = hasMark(atoms, "byGroup", "byYear", "byAgency");
  return isBare && ((!byKeys && rolesIn(atoms).length === 0) || isOfAgency(last));
}
const SHORT_COUNT = 7;

const isOfAgency = (last: Query): boolean =>
  predicatesOf(setOfLast(last)?.set ?? { op: "all" }).some(({ by }) => by === "agency");

/** "Còn việc nào kéo dài đến 2025?" after rows of an agency: of the same agency. */
function goesOnWithTime({ question, dialogue }: ReadingContext, atoms: readonly Atom[]): boolean {
  const last = dialogue.last && unverified(dialogue.last);
  return (
    /^(con|the con|vay con|roi con)( |$)/.test(question.folded) &&
    last !== null &&
    isOfAgency(last) &&
    atoms.length > 0 &&
    atoms.every((atom) => atom.type === "mark" || (atom.type === "where" && TIMES.has(atom.where.by)))
  );
}
const TIMES: ReadonlySet<string> = new Set(["year", "endsBy", "endsAfter", "period", "recurrence"]);

/** What is left of other rows. */
const isRemainder = ({ query }: Focus): boolean => {
  const set = setOfLast(query)?.set;
  return set?.op === "without" || (set?.op === "filter" && set.where.by === "not");
};

/** What is left out is named, or an order, and of what is not. */
function leavesOutOnly(atoms: readonly Atom[]): boolean {
  const { kept, left } = sidesOf(atoms, true);
  return (
    (left.length > 0 || hasMark(atoms, "inOrder", "without", "withoutBefore")) &&
    kept.every(({ type }) => type === "mark" || type === "role")
  );
}

/** The rows of an answer: by what found them, so that a change of it can be told by the same words; else as they stand. */
function spokenOf({ ids, query }: Focus, { knowledge, now }: ReadingContext): TaskSet {
  const set = setOfLast(query)?.set;
  if (set?.op !== "filter") return idsOf(ids);
  // Of an agency it is what names it that is spoken of, beside what is given to all.
  const subject = subjectOf(set);
  const named = subject && rowsWith(subject, { named: true });
  const isSame = (other: TaskSet) => {
    const rows = rowsOf(other, knowledge, now);
    return rows.length === ids.length && rows.every(({ id }) => ids.includes(id));
  };
  return [set, ...(named ? [named] : [])].find(isSame) ?? idsOf(ids);
}

/** The newest list of which later answers told a part, and what they left of it. */
function othersOfList(
  lists: readonly Focus[],
  { knowledge, now }: ReadingContext,
): { of: string[]; told: string[]; rest: string[] } | undefined {
  const newest = lists.at(-1)!;
  const holds = (ids: readonly string[]) =>
    ids.length > newest.ids.length && newest.ids.every((id) => ids.includes(id));
  // "Trong hai việc đó …" picked one of rows that no answer listed together.
  const root = newest.query.kind === "task" && newest.query.from ? rootOf(newest.query.from) : undefined;
  const picked = root?.op === "ids" ? rowsOf(root, knowledge, now).map(({ id }) => id) : [];
  const at = lists.findLastIndex(({ ids }, i) => i < lists.length - 1 && holds(ids));
  const of = holds(picked) ? picked : lists[at]?.ids;
  if (!of) return undefined;
  const later = of === picked ? [newest] : lists.slice(at + 1);
  const told = [...new Set(later.flatMap(({ ids }) => (ids.every((id) => of.includes(id)) ? ids : [])))];
  const rest = of.filter((id) => !told.includes(id));
  return rest.length > 0 ? { of, told, rest } : undefined;
}

/** "Còn lại?" after the rows of an agency in a group or a year: the others of that group or year. */
function restOfGroup({ ids, query }: { ids: string[]; query: Query }): Base[] {
  const before = setOfLast(query);
  if (!before) return [];
  const parts = predicatesOf(before.set);
  const others = parts.filter(({ by }) => by !== "agency" && by !== "words");
  // "Nhóm VI hàng năm hết hả" – "vậy cái nào không phải": of the group, which stood first.
  const kept = others.length === parts.length ? parts.slice(0, -1) : others;
  if (kept.length === 0) return [];
  const of: TaskSet = { op: "filter", of: rootOf(before.set), where: andOf(kept) };
  return [{ set: { op: "without", of, minus: { op: "ids", ids, said: SAID_THOSE } }, from: "rest" }];
}

/** "Nhóm nhiều nhất …" after a table: the rows under its highest or lowest key. */
function topOf(context: ReadingContext, last: ReadingContext["dialogue"]["last"]): string[] | undefined {
  const least = /(^| )it( \S+){0,2} nhat( |$)/.test(context.question.folded);
  if (!least && !/(^| )(nhieu|dong|lon)( \S+){0,2} nhat( |$)/.test(context.question.folded)) return undefined;
  const { knowledge, now } = context;
  const table =
    last?.kind === "groups"
      ? tableOf(knowledge.tasks, "group")
      : last?.kind === "taskSet" && last.measure.as === "table"
        ? tableOf(rowsOf(last.set, knowledge, now), last.measure.by)
        : undefined;
  const among = comparedIn(last);
  const rows = table
    ?.filter(({ key }) => (among ? among.includes(key) : key !== ""))
    .sort((a, b) => b.ids.length - a.ids.length);
  return (least ? rows?.at(-1) : rows?.[0])?.ids;
}
