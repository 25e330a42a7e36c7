/** The papers of a procedure: those always needed, and those of each case; cases that are not the asker's are folded to
 *  their names. */
import type { ProcedureRecord } from "../../knowledge/records.ts";
import type { Draft } from "../draft.ts";
import { bullets, capitalize, shown, withoutStop } from "./context.ts";
import { caseName, FIRST_CASES, foldedCases, isAskedFor } from "./procedure-choices.ts";
import {
  ASPECT_NAMES,
  cite,
  forEar,
  sayUnstated,
  type Telling,
  titled,
  withoutComma,
} from "./procedure-words.ts";

const LONGEST_SUGGESTION = 120;
const SPOKEN_PAPERS = 3;

type Group = ProcedureRecord["documents"][number];
type Paper = Group["items"][number];
type Indexed = readonly [number, Group];

export interface PaperTelling extends Telling {
  /** Those that are told, by position; undefined where the case is not known. */
  cases?: readonly number[] | undefined;
  /** Besides, those that the question speaks of. */
  opened?: readonly number[];
  /** Those of other cases than the asker's. */
  hidden?: readonly number[] | undefined;
  /** Nothing is folded. */
  isWhole?: boolean;
}

/** Said only where it isn't one original, which goes without saying. */
function copies({ original, copy }: Paper, isReviewed: boolean): string {
  if (isReviewed && original === 1 && !copy) return "";
  const parts = [original ? `${original} bản chính` : "", copy ? `${copy} bản sao` : ""].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

export function sayPapers(procedure: ProcedureRecord, draft: Draft, telling: PaperTelling): void {
  const { cases, opened = [], hidden = [], isShort = false, isWhole = false } = telling;
  const groups = [...procedure.documents.entries()];
  if (groups.length === 0) return void sayUnstated(draft, "documents", "thành phần hồ sơ", telling);
  const always = procedure.reviewed ? groups.filter(([, group]) => group.case === "") : [];
  const rest = groups.filter((row) => !always.includes(row) && (isWhole || !hidden.includes(row[0])));
  if (isShort) {
    sayShort(procedure, draft, { always, rest, telling });
    return;
  }
  const isMany = isAskedFor(procedure);
  const folded = isWhole ? [] : foldedCases(procedure, { cases, opened });
  const chosen = cases
    ? rest.filter(([index]) => cases.includes(index) || opened.includes(index))
    : isMany && opened.length === 0
      ? rest.slice(0, FIRST_CASES)
      : rest.filter(([index]) => !folded.includes(index));
  if (isMany && !cases) askCase(procedure, draft, groups, chosen.length);
  for (const [i, row] of always.entries()) sayGroup(procedure, draft, row, i === 0 ? telling : {});
  if (always.length > 0 && !cases) sayCases(procedure, draft, chosen);
  else
    for (const [i, row] of chosen.entries())
      sayGroup(procedure, draft, row, always.length === 0 && i === 0 ? telling : {});
  speakPapers(draft, always[0] ?? chosen[0], always.length > 0 && rest.length > 0 && !cases);
  if (folded.length > 0)
    sayFolded(
      procedure,
      draft,
      rest.filter(([index]) => folded.includes(index)),
    );
}

/** The names of cases that are folded; choosing one opens it. */
function sayFolded(procedure: ProcedureRecord, draft: Draft, rows: readonly Indexed[]): void {
  for (const [index, group] of rows)
    cite(draft, procedure, `/documents/${index}/case`, "documents", [group.case]);
  draft.say(`Thêm giấy tùy trường hợp: ${rows.map(([, group]) => caseName(group.case)).join("; ")}.`);
  draft.suggest(
    ...rows
      .map(([, group]) => capitalize(caseName(group.case)))
      .filter((name) => name.length <= LONGEST_SUGGESTION)
      .slice(0, 2),
  );
}

/** One line for those always needed, one for the names of the cases; the asker's own is told. */
function sayShort(
  procedure: ProcedureRecord,
  draft: Draft,
  { always, rest, telling }: { always: readonly Indexed[]; rest: readonly Indexed[]; telling: PaperTelling },
): void {
  const { cases, opened = [] } = telling;
  const isOwn = ([index]: Indexed) => (cases?.includes(index) ?? false) || opened.includes(index);
  const own = [
    ...always,
    ...(always.length > 0 && !cases ? rest.filter(([index]) => opened.includes(index)) : rest.filter(isOwn)),
  ];
  const told = own.length === 0 && rest.length === 1 ? rest : own;
  const lines = told.map((row) =>
    papersInWords(procedure, draft, row).map(always.includes(row) ? inShort : withoutStop),
  );
  const papers = lines.flat();
  const others = rest.filter((row) => !told.includes(row) && !cases);
  for (const [index, group] of others)
    if (group.case) cite(draft, procedure, `/documents/${index}/case`, "documents", [group.case]);
  const named = others.map(([, group]) => caseName(group.case)).join("; ");
  if (papers.length > 0) draft.say(`${titled("documents", telling)}: ${papers.join("; ")}`);
  if (named)
    draft.say(
      papers.length > 0
        ? `**Thêm giấy tùy trường hợp**: ${named}`
        : `${titled("documents", telling)} tùy trường hợp: ${named}`,
    );
  if (told[0]) speakPapers(draft, told[0], others.length > 0);
  else if (named) draft.speak(`Hồ sơ tùy trường hợp: ${forEar(named)}`);
  draft.suggest(
    ...others
      .map(([, group]) => capitalize(caseName(group.case)))
      .filter((name) => name.length <= LONGEST_SUGGESTION)
      .slice(0, 1),
  );
}

/** What may stand in for it, and how it is handed in, is told where papers are asked for. */
function inShort(paper: string): string {
  const bare = paper.split(/;| \(/u)[0]!;
  return withoutStop(bare.length >= SHORTEST_PAPER ? bare : paper);
}
const SHORTEST_PAPER = 8;

function askCase(
  procedure: ProcedureRecord,
  draft: Draft,
  groups: readonly Indexed[],
  shownCases: number,
): void {
  const count = draft.compute(groups.length, "đếm các trường hợp hồ sơ trong nguồn");
  const first = draft.compute(shownCases, "số trường hợp hiện trước khi hỏi lại");
  for (const [index, group] of groups)
    if (group.case) cite(draft, procedure, `/documents/${index}/case`, "documents", [group.case]);
  draft.say(
    `**${ASPECT_NAMES.documents}** tùy trường hợp; nguồn nêu ${count} trường hợp:\n${bullets(groups.map(([, group]) => caseName(group.case)))}`,
  );
  draft.say(`Anh/chị thuộc trường hợp nào? Dưới đây là hồ sơ của ${first} trường hợp đầu.`);
  draft.speak(`Hồ sơ tùy trường hợp, nguồn nêu ${count} trường hợp. Anh chị thuộc trường hợp nào?`);
  draft.suggest(
    ...groups
      .slice(FIRST_CASES)
      .map(([, group]) => caseName(group.case))
      .filter((name) => name.length <= LONGEST_SUGGESTION)
      .slice(0, 2),
  );
}

/** Each paper in words, cited. */
function papersInWords(procedure: ProcedureRecord, draft: Draft, [index, group]: Indexed): string[] {
  if (group.case) cite(draft, procedure, `/documents/${index}/case`, "documents", [group.case]);
  return group.items.map((item) => {
    const manner = item.manner === "show" ? "Xuất trình: " : item.manner === "note" ? "Ghi chú: " : "";
    const form = item.form && !item.text.includes(item.form) ? ` – mẫu: ${item.form}` : "";
    // The counts are fields of the cited record, so they stand in its quote too.
    const extra = `${form}${copies(item, procedure.reviewed)}`;
    const quote = `${item.text}${form}${copies(item, false)}`;
    cite(draft, procedure, `/documents/${index}/items`, "documents", [quote]);
    return `${manner}${withoutComma(shown(item.text), extra)}${extra}`;
  });
}

function sayGroup(procedure: ProcedureRecord, draft: Draft, row: Indexed, telling: Telling): void {
  const name = row[1].case ? ` – ${shown(row[1].case)}` : "";
  const title = name ? `**${ASPECT_NAMES.documents}${name}**` : titled("documents", telling);
  draft.say(`${title}\n${bullets(papersInWords(procedure, draft, row))}`);
}

/** What comes on top in some cases: one line a case. */
function sayCases(procedure: ProcedureRecord, draft: Draft, rows: readonly Indexed[]): void {
  if (rows.length === 0) return;
  const lines = rows.map((row) => {
    const papers = papersInWords(procedure, draft, row).map(withoutStop);
    return `${capitalize(shown(row[1].case))}: ${papers.join("; ")}`;
  });
  draft.say(`**Giấy tờ thêm, tùy trường hợp**\n${bullets(lines)}`);
}

function speakPapers(draft: Draft, row: Indexed | undefined, hasCases: boolean): void {
  const papers = (row?.[1].items ?? []).filter((item) => item.manner !== "note");
  if (papers.length === 0) return;
  const read = papers.slice(0, SPOKEN_PAPERS).map((item) => withoutStop(forEar(item.text)));
  const more =
    papers.length > SPOKEN_PAPERS ? "; và các giấy tờ khác" : hasCases ? "; có trường hợp cần thêm giấy" : "";
  draft.speak(`Hồ sơ gồm: ${read.join("; ")}${more}.`);
}
