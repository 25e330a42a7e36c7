/** What an answer about one procedure offers beside it: procedures that fit nearly as well, and cases of its papers. */
import { CIRCUMSTANCES } from "../../knowledge/circumstances.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { ProcedureRecord } from "../../knowledge/records.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import type { Choice, ProcedureQuery } from "../query.ts";
import { joined, NO_SITUATION } from "../situations/situation.ts";
import { capitalize, procedureByCode, procedureLabels, shown } from "./context.ts";
import { casedRows, decidingOf } from "./procedure-case.ts";

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

/** A few papers on top are told as soon as their names. */
const FEW_WORDS = 160;

/** Cases of papers that stay folded, by position: what is always needed comes first, and none of these is known to be the
 *  asker's. */
export function foldedCases(
  { documents, reviewed }: Pick<ProcedureRecord, "documents" | "reviewed">,
  { cases, opened = [] }: { cases?: readonly number[] | undefined; opened?: readonly number[] },
): number[] {
  if (!reviewed || cases || !documents.some((group) => group.case === "")) return [];
  const rest = [...documents.entries()].filter(([, group]) => group.case !== "");
  const words = rest.map(([, { case: name, items }]) => name + items.map(({ text }) => text).join());
  if (words.join().length <= FEW_WORDS) return [];
  return rest.map(([index]) => index).filter((index) => !opened.includes(index));
}

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
  const cases = caseChoices(query, knowledge);
  return [...(cases.length > 0 ? cases : decidingChoices(query, knowledge)), ...near];
}

/** What the answer turns on and was not told, as choices. */
function decidingChoices(query: ProcedureQuery, knowledge: Pick<KnowledgeBase, "procedures">): Choice[] {
  const deciding = decidingOf(
    casedRows(procedureByCode(knowledge, query.code), query.aspects),
    query.situation,
  );
  if (!deciding || query.cases) return [];
  const { id, values } = deciding;
  const words: Readonly<Record<string, string>> = CIRCUMSTANCES[id].values;
  return values.map((value) => ({
    label: capitalize(words[value]!),
    query: {
      ...query,
      situation: joined(query.situation ?? NO_SITUATION, { told: { [id]: [value] }, denied: {} }),
    },
    onlyWhole: true,
  }));
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
  const { documents } = procedure;
  const choice = (i: number): Choice => ({
    label: caseName(documents[i]!.case),
    query: { kind: "procedure", code: query.code, aspects: ["documents"], cases: [i] },
  });
  if (isAskedFor(procedure)) return documents.map((_group, i) => choice(i));
  // Names of cases are told beside the papers: their words may as well ask something of them.
  return foldedCases(procedure, {}).map((i) => ({
    ...choice(i),
    label: capitalize(caseName(documents[i]!.case)),
    onlyWhole: true,
  }));
}
