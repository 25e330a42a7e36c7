/** The ways in which the atoms of a question may be taken: whom "sở đó" means, a field or its agency, a year or its end. */

import { isLocals } from "../agency-names.ts";
import { unverified } from "../query.ts";
import { rowsOf, tableOf } from "../sets/task-set.ts";
import type { ReadingContext } from "./context.ts";
import { predicatesOf, setOfLast } from "./last-set.ts";
import type { Atom } from "./plan-atoms.ts";
import { cuedAtoms } from "./plan-cues.ts";

/** "Tôi ở Sở Du lịch, cơ quan mình chủ trì gì": one agency said twice, and one thing asked of it; the last place counts. */
export function withoutRepeated(atoms: readonly Atom[]): readonly Atom[] {
  if (new Set(atoms.flatMap((atom) => (atom.type === "role" ? [atom.role] : []))).size > 1) return atoms;
  return atoms.filter(
    (atom, i) =>
      atom.type !== "agency" ||
      !atoms.slice(i + 1).some((other) => other.type === "agency" && other.agencyId === atom.agencyId),
  );
}

/** "Hai sở đó", "cơ quan ấy", "nhóm đó": the agencies or the group spoken of, or those of the task spoken of, stand where the
 *  words do. */
export function withSpoken(context: ReadingContext, said: readonly Atom[]): (readonly Atom[])[] {
  const atoms = withGroupSpoken(context, said);
  const mark = atoms.find(
    (atom) => atom.type === "mark" && (atom.mark === "thoseAgencies" || atom.mark === "thatAgency"),
  );
  if (mark?.type !== "mark" || atoms.some(({ type }) => type === "agency")) return [atoms];
  const known = context.dialogue.agencyIds.filter((id) => !isLocals(id));
  const count = mark.mark === "thatAgency" ? 1 : 2;
  const candidates = [known.slice(-count), leadsOfLast(context)].filter(
    (ids, i, all) =>
      ids.length > 0 && ids.length <= count && all.findIndex((row) => `${row}` === `${ids}`) === i,
  );
  if (candidates.length === 0) return [atoms];
  const { from, to } = mark;
  return candidates.map((ids) =>
    [
      ...atoms.filter((atom) => atom !== mark),
      ...ids.map((agencyId): Atom => ({ type: "agency", from, to, agencyId, weak: false })),
    ].sort((a, b) => a.from - b.from),
  );
}

function withGroupSpoken(context: ReadingContext, atoms: readonly Atom[]): readonly Atom[] {
  const groupIds = atoms.some((atom) => atom.type === "where" && atom.where.by === "group")
    ? []
    : groupSpokenOf(context);
  return atoms.map((atom) =>
    atom.type === "mark" && atom.mark === "thatGroup" && groupIds.length > 0
      ? { type: "where", from: atom.from, to: atom.to, where: { by: "group", groupIds } }
      : atom,
  );
}

/** The group that the last expression is limited to, the first of its table, or that of the one row. */
function groupSpokenOf({ dialogue, knowledge, now }: ReadingContext): string[] {
  const last = dialogue.last && unverified(dialogue.last);
  const before =
    last?.kind === "groups" ? { set: { op: "all" as const }, measure: undefined } : last && setOfLast(last);
  if (!before) {
    const ids = last?.kind === "task" ? last.ids : last?.kind === "label" ? last.taskIds : [];
    return [...new Set(knowledge.tasks.filter(({ id }) => ids.includes(id)).map(({ groupId }) => groupId))];
  }
  const limit = predicatesOf(before.set).find(({ by }) => by === "group");
  if (limit?.by === "group") return limit.groupIds;
  const rows = tableOf(rowsOf(before.set, knowledge, now), "group").sort(
    (a, b) => b.ids.length - a.ids.length,
  );
  const isLeast = before.measure?.as === "table" && before.measure.order === "least";
  const top = isLeast ? rows.at(-1) : rows[0];
  return top ? [top.key] : [];
}

function leadsOfLast({ dialogue: { last }, knowledge }: ReadingContext): string[] {
  if (last?.kind !== "task" || last.ids.length !== 1) return [];
  const task = knowledge.tasks.find(({ id }) => id === last.ids[0]);
  return task?.leads.flatMap((party) => party.agencyId ?? []) ?? [];
}

/** A field may stand for its agency or be a word like others; a year may be that of the end; what only signals of the whole
 *  question say may be meant or not. */
export function lattices(context: ReadingContext, atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const isSector = (atom: Atom) => atom.type === "agency" && atom.sector !== undefined;
  // "Sở Tài chính có chủ trì riêng việc nào": by its name, and not alone.
  const isAlone = (atom: Atom) => atom.type === "where" && atom.where.by === "sole";
  const isOfAgency = atoms.some(({ type }) => type === "agency");
  const plain = [
    atoms,
    ...(atoms.some(isSector) ? [atoms.filter((atom) => !isSector(atom))] : []),
    ...(isOfAgency && atoms.some(isAlone) ? [atoms.filter((atom) => !isAlone(atom))] : []),
  ];
  const cued = plain.flatMap((variant) => {
    const more = cuedAtoms(context, variant);
    return more.length > 0 ? [variant, [...variant, ...more]] : [variant];
  });
  return cued.flatMap((variant) => {
    const ending = variant.map(
      (atom): Atom =>
        atom.type === "where" && atom.where.by === "year" && atom.where.is === "covers"
          ? { ...atom, where: { ...atom.where, is: "ends" }, asEnd: true }
          : atom,
    );
    return ending.some((atom, i) => atom !== variant[i]) ? [variant, ending] : [variant];
  });
}
