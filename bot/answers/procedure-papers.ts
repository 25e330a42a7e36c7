/** The papers of a procedure: those always needed, and those of each case. */
import type { ProcedureRecord } from "../../knowledge/records.ts";
import type { Draft } from "../draft.ts";
import { bullets, capitalize, shown, withoutStop } from "./context.ts";
import { caseName, FIRST_CASES, isAskedFor } from "./procedure-choices.ts";
import { ASPECT_NAMES, cite, forEar, sayUnstated, withoutComma } from "./procedure-words.ts";

const LONGEST_SUGGESTION = 120;
const SPOKEN_PAPERS = 3;

type Group = ProcedureRecord["documents"][number];
type Indexed = readonly [number, Group];

function copies(original: number | null, copy: number | null): string {
  const parts = [original ? `${original} bản chính` : "", copy ? `${copy} bản sao` : ""].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

export function sayPapers(
  procedure: ProcedureRecord,
  draft: Draft,
  cases: readonly number[] | undefined,
): void {
  const groups = [...procedure.documents.entries()];
  if (groups.length === 0) return void sayUnstated(draft, "documents", "thành phần hồ sơ");
  const isAlways = ([, group]: Indexed) => group.case === "";
  const isMany = isAskedFor(procedure);
  const always = procedure.reviewed ? groups.filter(isAlways) : [];
  const rest = groups.filter((row) => !always.includes(row));
  const chosen = cases
    ? rest.filter(([index]) => cases.includes(index))
    : isMany
      ? rest.slice(0, FIRST_CASES)
      : rest;
  if (isMany && !cases) askCase(procedure, draft, groups, chosen.length);
  for (const row of always) sayGroup(procedure, draft, row);
  if (always.length > 0 && !cases) sayCases(procedure, draft, chosen);
  else for (const row of chosen) sayGroup(procedure, draft, row);
  speakPapers(draft, always[0] ?? chosen[0], always.length > 0 && chosen.length > 0);
}

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
    const extra = `${form}${copies(item.original, item.copy)}`;
    cite(draft, procedure, `/documents/${index}/items`, "documents", [`${item.text}${extra}`]);
    return `${manner}${withoutComma(shown(item.text), extra)}${extra}`;
  });
}

function sayGroup(procedure: ProcedureRecord, draft: Draft, row: Indexed): void {
  const name = row[1].case ? ` – ${shown(row[1].case)}` : "";
  draft.say(`**${ASPECT_NAMES.documents}${name}**\n${bullets(papersInWords(procedure, draft, row))}`);
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
