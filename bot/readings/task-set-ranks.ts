/** Rankings: the table of agencies, who stands at a place of it, its other end, and which of several has more. */
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { isLocals } from "../agency-names.ts";
import type { Query, TaskSetQuery } from "../query.ts";
import { placeIn, superlativeIn } from "../understanding/superlatives.ts";
import { has, type ReadingContext } from "./context.ts";
import { setOfLast } from "./last-set.ts";
import { type Atom, bodiesIn, rolesIn } from "./plan-atoms.ts";
import type { Proposal } from "./reader.ts";
import { asksOrder } from "./task-set-order.ts";

const RANKS =
  /(^| )(top|xep hang|xep luon|xep|rank|dan dau|dung dau|ke tiep|tiep theo|dung nhi|(dung |xep |)(ngay |)sau (do|no|ay|so do|co quan do)|dung sau|nhi la|(dung |xep |)ke (do|tiep|ben|duoi|sau)|xep sau|dung thu (hai|nhi|2|ba|3)|thu (nhi|hai|ba)|hang (nhat|nhi|hai|ba|tu|[1-9]))( |$)/;

const BODIES = /(^| )(co quan|so|don vi|ben|chu tri|phoi hop|ai|anh|nganh)( |$)/;

type TableMeasure = Extract<TaskSetQuery["measure"], { as: "table" }>;

/** The ranking that was asked before. */
function rankingBefore({ dialogue: { last } }: ReadingContext): TableMeasure | undefined {
  const measure = last ? setOfLast(last)?.measure : undefined;
  return measure?.as === "table" && measure.order !== undefined ? measure : undefined;
}

const coordinates = (atoms: readonly Atom[]): boolean => rolesIn(atoms).includes("coordinating");

export function rankedOf(context: ReadingContext, atoms: readonly Atom[]): Proposal[] {
  return [
    ...placesOf(context, atoms),
    ...otherEnd(context),
    ...bothEnds(context),
    ...oneMore(context, atoms),
  ];
}

/** "Còn Sở Công Thương?" after agencies that were held against each other, or ranked: how many it has in that role, and
 *  how it stands among them. */
function oneMore({ dialogue: { last }, question }: ReadingContext, atoms: readonly Atom[]): Proposal[] {
  const before = last ? setOfLast(last) : undefined;
  const measure = before?.measure;
  if (!before || measure?.as !== "table" || (measure.by !== "lead" && measure.by !== "coordinating"))
    return [];
  const ids = bodiesIn(atoms);
  const isOfOther = atoms.some(({ type }) => type === "where" || type === "places");
  if (ids.length !== 1 || isOfOther || question.tokens.length > LONGEST_MORE) return [];
  const agencyId = ids[0]!;
  const role = rolesIn(atoms)[0] ?? measure.by;
  const where = { by: "agency" as const, agencyId, role, named: true };
  const queries: TaskSetQuery[] = [
    { kind: "taskSet", set: { op: "filter", of: before.set, where }, measure: { as: "count" }, asks: [] },
  ];
  if (measure.among && !measure.among.includes(agencyId))
    queries.push({
      kind: "taskSet",
      set: before.set,
      measure: { ...measure, by: role, among: [...measure.among, agencyId] },
      asks: [],
    });
  return queries.map((query, i) => ({
    query,
    features: { "one more of those ranked": 1, "one more among them": i },
  }));
}

const LONGEST_MORE = 9;

/** "Xếp năm cơ quan dẫn đầu", "đứng kế tiếp là ai": the table of agencies, most first, or who stands at the place said. */
function placesOf(context: ReadingContext, atoms: readonly Atom[]): Proposal[] {
  const { last } = context.dialogue;
  const before = rankingBefore(context);
  const text = context.question.folded;
  // "Cái thứ ba làm chung với ai" is one of the rows.
  if (atoms.some(({ type }) => type === "places") || asksOrder(context, atoms)) return [];
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

/** Groups that are named by themselves: numeral II means both that have it. */
const groupsIn = (atoms: readonly Atom[]): string[] => [
  ...new Set(
    atoms.flatMap((atom) => (atom.type === "where" && atom.where.by === "group" ? atom.where.groupIds : [])),
  ),
];

/** "Hai sở đó bên nào nhiều hơn", "kém Sở Y tế mấy việc", "nhóm V hơn nhóm IV bao nhiêu": of the agencies named or spoken of, or
 *  of the groups, the one with more, and by how many. */
export function moreOf(context: ReadingContext, atoms: readonly Atom[]): Proposal[] {
  const text = context.question.folded;
  const said = /(?:^| )(nhieu|it|nang|nhe)(?: \S+){0,2} hon(?: |$)/.exec(text)?.[1];
  const byHowMany = BY_HOW_MANY.test(text);
  const named = bodiesIn(atoms);
  // "Kém Sở Y tế mấy việc", "bên nào nhiều hơn": those named, and the ones spoken of before them.
  const missing = (said && WHICH_BODY.test(text)) || byHowMany ? Math.max(0, 2 - new Set(named).size) : 0;
  const spoken = context.dialogue.agencyIds.filter((id) => !isLocals(id) && !named.includes(id));
  const among = [...new Set([...(missing > 0 ? spoken.slice(-missing) : []), ...named])];
  const groups = groupsIn(atoms);
  const isOfGroups = groups.length > 1 && named.length === 0;
  const compared = isOfGroups ? groups : among;
  if (compared.length < 2 || !(said || byHowMany || has(context, "moreThan", "compare", "most"))) return [];
  return [
    {
      query: {
        kind: "taskSet",
        set: { op: "all" },
        measure: {
          as: "table",
          by: isOfGroups ? "group" : coordinates(atoms) ? "coordinating" : "lead",
          order: said === "it" || said === "nhe" ? "least" : "most",
          among: compared,
        },
        asks: [],
      },
      features: {
        "more of several": 1,
        "more of several: said": said || byHowMany ? 1 : 0,
        "more of several: spoken of": missing > 0 ? 1 : 0,
      },
    },
  ];
}

const BY_HOW_MANY =
  /(^| )(chenh|lech|hon kem|hon|kem|it hon|nhieu hon)( nhau| \S+){0,6} (bao nhieu|may|nhieu|bn) ?(viec|nhiem vu|dau viec|cai|task)?( |$)/;
const WHICH_BODY = /(^| )(so|ben|co quan|don vi|nganh|ai|ong) ?(nao|)( \S+){0,4} (nhieu|it|nang|nhe)( |$)/;
