/** What an expression over rows may start from: all rows, those spoken of, the rest of them, those under the highest key. */

import type { Query } from "../query.ts";
import { andOf } from "../sets/subject.ts";
import { rowsOf, type TaskSet, tableOf } from "../sets/task-set.ts";
import type { ReadingContext } from "./context.ts";
import { countSaid } from "./counted-rows.ts";
import { predicatesOf, setOfLast } from "./last-set.ts";
import { type Atom, hasMark } from "./plan-atoms.ts";
import { rootOf } from "./task-set-changes.ts";

const SAID_THOSE = "vừa nêu";

export interface Base {
  set: TaskSet;
  from: "all" | "spoken" | "rest" | "counted" | "top" | "both";
}

/** What an expression may start from. */
export function basesOf(context: ReadingContext, atoms: readonly Atom[]): Base[] {
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
  const among = last?.kind === "taskSet" && last.measure.as === "table" ? last.measure.among : undefined;
  const rows = table
    ?.filter(({ key }) => (among ? among.includes(key) : key !== ""))
    .sort((a, b) => b.ids.length - a.ids.length);
  return (least ? rows?.at(-1) : rows?.[0])?.ids;
}
