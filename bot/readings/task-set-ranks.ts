/** Tables of agencies: the ranking, and which of several has more. */

import { isLocals } from "../agency-names.ts";
import type { ReadingContext } from "./context.ts";
import type { Atom } from "./plan-atoms.ts";
import type { Proposal } from "./reader.ts";

const RANKS =
  /(^| )(top|xep hang|xep luon|xep|rank|dan dau|dung dau|ke tiep|tiep theo|dung nhi|dung sau|nhi la|(dung |xep |)ke (do|tiep|ben|duoi|sau)|xep sau|dung thu (hai|nhi|2|ba|3)|thu (nhi|hai|ba)|hang (nhat|nhi|hai|ba|tu|[1-9]))( |$)/;

const BODIES = /(^| )(co quan|so|don vi|ben|chu tri|phoi hop|ai|anh|nganh)( |$)/;

/** "Xếp năm cơ quan dẫn đầu", "đứng kế tiếp là ai": the table of agencies, most first. */
export function rankedOf(context: ReadingContext, atoms: readonly Atom[]): Proposal[] {
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
export function moreOf(context: ReadingContext, atoms: readonly Atom[]): Proposal[] {
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
