/** What an answer about one procedure offers beside it: procedures that fit nearly as well, and cases of its papers. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { ProcedureRecord } from "../../knowledge/records.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import type { Choice, ProcedureQuery } from "../query.ts";
import { procedureByCode, procedureLabels, shown } from "./context.ts";

/** With more cases of papers than this, the asker is shown their names and the papers of the first ones. */
const MAX_CASES = 6;
/** Shown before it is known which is meant. */
export const FIRST_CASES = 2;

/** Too many cases to show them all, and none of them goes without saying. */
export const isAskedFor = ({
  documents,
  reviewed,
}: Pick<ProcedureRecord, "documents" | "reviewed">): boolean =>
  documents.length > MAX_CASES && !(reviewed && documents.some((group) => group.case === ""));

const INTRODUCES_LIST = /(?<![\p{L}\p{M}])gồm(?: có)?$/u;

export function caseName(name: string): string {
  let text = withoutTail(shown(name), /[\s,:;.]/);
  // The longest such end has six letters; one more tells whether it is a word of its own.
  for (let end = INTRODUCES_LIST.exec(text.slice(-7)); end; end = INTRODUCES_LIST.exec(text.slice(-7)))
    text = withoutTail(text.slice(0, -end[0].length), /[\s,:;.]/);
  return text || "Hồ sơ chung";
}

/** Cases and procedures of one name are known by their label only. The others are asked for by their names: words of
 *  follow-ups ("hồ sơ thế nào") are as likely in these. */
export function besideProcedure(
  query: ProcedureQuery,
  knowledge: Pick<KnowledgeBase, "procedures">,
): Choice[] {
  const names = new Set((query.near ?? []).map((code) => procedureByCode(knowledge, code).name));
  const near = nearChoices(query, knowledge).map(
    (choice): Choice => (names.has(choice.label) ? { ...choice, onlyWhole: true } : choice),
  );
  return [...caseChoices(query, knowledge), ...near];
}

/** Procedures that fit nearly as well, best first. */
export function nearChoices(
  { code, aspects, near = [] }: Omit<ProcedureQuery, "kind">,
  knowledge: Pick<KnowledgeBase, "procedures">,
): Choice[] {
  const labels = procedureLabels(knowledge, [code, ...near]).slice(1);
  return near.map((other, i) => ({
    label: labels[i]!,
    query: { kind: "procedure", code: other, aspects },
  }));
}

/** The cases of papers as choices, where there are too many to show at once. */
function caseChoices(query: ProcedureQuery, knowledge: Pick<KnowledgeBase, "procedures">): Choice[] {
  if (query.cases) return [];
  if (query.aspects.length > 0 && !query.aspects.includes("documents")) return [];
  const procedure = procedureByCode(knowledge, query.code);
  if (!isAskedFor(procedure)) return [];
  const { documents } = procedure;
  return documents.map((group, i) => ({
    label: caseName(group.case),
    query: { kind: "procedure", code: query.code, aspects: ["documents"], cases: [i] },
  }));
}
