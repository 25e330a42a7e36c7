/** The ways in which the atoms of a question may be taken: whom "sở đó" means, a field or its agency, a year or its end. */

import { isLocals } from "../agency-names.ts";
import type { ReadingContext } from "./context.ts";
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

/** "Hai sở đó", "cơ quan ấy": the agencies spoken of, or those that lead the task spoken of, stand where the words do. */
export function withSpoken(context: ReadingContext, atoms: readonly Atom[]): (readonly Atom[])[] {
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
