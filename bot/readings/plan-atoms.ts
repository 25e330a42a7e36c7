/** The pieces of a question about the plan, each with where it stands. */

import { isLocals } from "../agency-names.ts";
import type { Role, TaskPredicate } from "../sets/task-set.ts";
import type { Span } from "../understanding/phrases.ts";
import type { PlanMark } from "./plan-marks.ts";

export type Atom = Span &
  /** `sector`: named by its field alone, "y tế", "bên giáo dục"; `announced`: by a word before it. */
  (
    | {
        type: "agency";
        agencyId: string;
        weak: boolean;
        sector?: { announced: boolean };
        department?: true;
      }
    | { type: "role"; role: Role }
    /** A predicate by itself: a time, a group, "giao chung", "hàng năm". */
    | { type: "where"; where: TaskPredicate; year?: number; asEnd?: true }
    | { type: "places"; places: number[] }
    | { type: "label"; label: string }
    | { type: "mark"; mark: PlanMark }
  );

export const hasMark = (atoms: readonly Atom[], ...marks: PlanMark[]): boolean =>
  atoms.some((atom) => atom.type === "mark" && marks.includes(atom.mark));

/** "Được ghi đích danh", "giao riêng": rows given to everybody are not meant. */
export const saysNamed = (atoms: readonly Atom[]): boolean =>
  atoms.some((atom) => atom.type === "where" && atom.where.by === "not" && atom.where.of.by === "collective");

/** "Trong đó …", "mấy việc đó …" before anything else that names rows. */
export function opensWithThose(atoms: readonly Atom[]): boolean {
  const those = atoms.find((atom) => atom.type === "mark" && atom.mark === "those");
  return those !== undefined && !atoms.some((atom) => atom !== those && atom.from < those.from);
}

/** The agencies that are named, "địa phương" aside; each as often as it stands there. */
export const bodiesIn = (atoms: readonly Atom[]): string[] =>
  atoms.flatMap((atom) => (atom.type === "agency" && !isLocals(atom.agencyId) ? [atom.agencyId] : []));

export const rolesIn = (atoms: readonly Atom[]): Role[] =>
  atoms.flatMap((atom) => (atom.type === "role" ? [atom.role] : []));

/** "Do Sở Y tế chủ trì mà có Sở Tài chính": what is said of both agencies holds of one row. */
export const joinsBodies = (atoms: readonly Atom[]): boolean =>
  atoms.some(
    (mark) =>
      mark.type === "mark" &&
      mark.mark === "also" &&
      atoms.some((one) => one.type === "agency" && one.to <= mark.from) &&
      atoms.some((other) => other.type === "agency" && other.from >= mark.to),
  );
