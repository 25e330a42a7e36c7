/** Rankings: the table of agencies, who stands at a place of it, its other end, and which of several has more. */
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { isLocals } from "../agency-names.ts";
import type { Query, TaskSetQuery } from "../query.ts";
import { placeIn, superlativeIn } from "../understanding/superlatives.ts";
import { has, type ReadingContext } from "./context.ts";
import { setOfLast } from "./last-set.ts";
import type { Atom } from "./plan-atoms.ts";
import type { Proposal } from "./reader.ts";

const RANKS =
  /(^| )(top|xep hang|xep luon|xep|rank|dan dau|dung dau|ke tiep|tiep theo|dung nhi|(dung |xep |)(ngay |)sau (do|no|ay|so do|co quan do)|dung sau|nhi la|(dung |xep |)ke (do|tiep|ben|duoi|sau)|xep sau|dung thu (hai|nhi|2|ba|3)|thu (nhi|hai|ba)|hang (nhat|nhi|hai|ba|tu|[1-9]))( |$)/;

const BODIES = /(^| )(co quan|so|don vi|ben|chu tri|phoi hop|ai|anh|nganh)( |$)/;

type TableMeasure = Extract<TaskSetQuery["measure"], { as: "table" }>;

/** The ranking that was asked before. */
function rankingBefore({ dialogue: { last } }: ReadingContext): TableMeasure | undefined {
  const measure = last ? setOfLast(last)?.measure : undefined;
  return measure?.as === "table" && measure.order !== undefined ? measure : undefined;
}

const coordinates = (atoms: readonly Atom[]): boolean =>
  atoms.some((atom) => atom.type === "role" && atom.role === "coordinating");

export function rankedOf(context: ReadingContext, atoms: readonly Atom[]): Proposal[] {
  return [...placesOf(context, atoms), ...otherEnd(context), ...bothEnds(context)];
}

/** "Xếp năm cơ quan dẫn đầu", "đứng kế tiếp là ai": the table of agencies, most first, or who stands at the place said. */
function placesOf(context: ReadingContext, atoms: readonly Atom[]): Proposal[] {
  const { last } = context.dialogue;
  const before = rankingBefore(context);
  const text = context.question.folded;
  const place = placeIn(context.question.plain);
  if (!(RANKS.test(text) || (before && place !== undefined)) || !(before || BODIES.test(text))) return [];
  const by = before?.by ?? (coordinates(atoms) ? "coordinating" : "lead");
  const table: TableMeasure = {
    as: "table",
    by,
    order: "most",
    ...(before?.except ? { except: before.except } : {}),
  };
  const set = (before && last && setOfLast(last)?.set) || { op: "all" as const };
  const measures = [table, ...(place === undefined ? [] : [{ ...table, place }])];
  return measures.map((measure) => ({
    query: { kind: "taskSet", set, measure, asks: [] },
    features: { ranks: 1, "ranks after a ranking": before ? 1 : 0, place: measure === table ? 0 : 1 },
  }));
}

const LONGEST_END = 6;

/** "Còn ít nhất?" after the most. */
function otherEnd({ dialogue: { last }, question }: ReadingContext): Proposal[] {
  const said = /(?:^| )(nhieu|dong|dai|it|ngan) nhat(?: |$)/.exec(question.folded)?.[1];
  const before = last && setOfLast(last);
  if (!said || !before || question.tokens.length > LONGEST_END || question.mentions.length > 0) return [];
  const most = said !== "it" && said !== "ngan";
  const { set, measure } = before;
  const changed: Pick<TaskSetQuery, "set" | "measure"> | undefined =
    measure.as === "table" && measure.order !== undefined && !measure.among
      ? { set, measure: { as: "table", by: measure.by, order: most ? "most" : "least" } }
      : set.op === "best"
        ? { set: { ...set, most }, measure }
        : undefined;
  return changed
    ? [{ query: { kind: "taskSet", ...changed, asks: [] }, features: { "the other end": 1 } }]
    : [];
}

/** "Nhóm nào có ít việc nhất và nhóm nào nhiều nhất". */
function bothEnds(context: ReadingContext): Proposal[] {
  const sides = context.question.text.split(/ (?:và|va) /iu);
  if (sides.length !== 2) return [];
  const queries = sides.flatMap((side): Query[] => {
    const said = superlativeIn(fold(side));
    const by =
      said?.of === "group"
        ? ("group" as const)
        : said?.of === "year"
          ? ("endYear" as const)
          : said?.of === "agency"
            ? ("lead" as const)
            : undefined;
    return said && by
      ? [
          {
            kind: "taskSet",
            set: { op: "all" },
            measure: { as: "table", by, order: said.order },
            asks: [],
          },
        ]
      : [];
  });
  return queries.length === 2 ? [{ query: { kind: "many", queries }, features: { "both ends": 1 } }] : [];
}

/** "Hai sở đó bên nào nhiều hơn": of the agencies named or spoken of, the one with more. */
export function moreOf(context: ReadingContext, atoms: readonly Atom[]): Proposal[] {
  const said = /(?:^| )(nhieu|it|nang|nhe)(?: \S+){0,2} hon(?: |$)/.exec(context.question.folded)?.[1];
  const among = [
    ...new Set(
      atoms.flatMap((atom) => (atom.type === "agency" && !isLocals(atom.agencyId) ? [atom.agencyId] : [])),
    ),
  ];
  if (among.length < 2 || !(said || has(context, "moreThan", "compare", "most"))) return [];
  return [
    {
      query: {
        kind: "taskSet",
        set: { op: "all" },
        measure: {
          as: "table",
          by: coordinates(atoms) ? "coordinating" : "lead",
          order: said === "it" || said === "nhe" ? "least" : "most",
          among,
        },
        asks: [],
      },
      features: { "more of several": 1, "more of several: said": said ? 1 : 0 },
    },
  ];
}
