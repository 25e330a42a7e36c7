/** A plan that the office added, as a page: its file may have no lines, so it is shown record by record, each with an
 *  anchor of its own. */
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { Evidence, SourceDocument, Task } from "../../../knowledge/records.ts";
import { type Html, html } from "../html.ts";

interface Row {
  evidence: Evidence;
  show: (anchor: string) => Html;
}

/** Ids of the shipped plan are its labels; every other id begins with that of its document. */
export const isAddedPlan = (knowledge: KnowledgeBase, { id, kind }: SourceDocument): boolean =>
  kind === "plan" &&
  [knowledge.tasks, knowledge.passages, knowledge.facts, knowledge.targets]
    .flat()
    .some((row) => row.documentId === id && row.id.startsWith(`${id}:`));

function rowsOf(knowledge: KnowledgeBase, { id }: SourceDocument): Row[] {
  const own = <T extends { documentId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.documentId === id);
  const passages = own(knowledge.passages);
  const sections = own(knowledge.sections);
  const groups = own(knowledge.groups);
  const tasks = own(knowledge.tasks);
  const quoteOf = ({ evidence }: { evidence: Evidence }): Row => ({
    evidence,
    show: (anchor) => html`<p id="${anchor}">${evidence.quote}</p>`,
  });
  const shown = new Set(passages.map(({ evidence }) => evidence.quote));
  const others = [...own(knowledge.targets), ...own(knowledge.duties)].filter(
    ({ evidence }) => !shown.has(evidence.quote),
  );
  return [
    ...own(knowledge.facts).map(({ label, evidence }) => ({
      evidence,
      show: (anchor: string) =>
        html`<p id="${anchor}"><span class="faint">${label}:</span> ${evidence.quote}</p>`,
    })),
    ...sections.flatMap((section) => [
      {
        evidence: section.evidence,
        show: (anchor: string) =>
          html`<h2 id="${anchor}">${section.label}. ${section.title.replace(`${section.label}. `, "")}</h2>`,
      },
      ...passages.filter(({ sectionLabel }) => sectionLabel === section.label).map(quoteOf),
    ]),
    ...passages
      .filter(({ sectionLabel }) => !sections.some(({ label }) => label === sectionLabel))
      .map(quoteOf),
    ...others.map(quoteOf),
    ...groups.flatMap((group) => [
      {
        evidence: group.evidence,
        show: (anchor: string) =>
          html`<h3 id="${anchor}">${[group.numeral, group.name].filter(Boolean).join(". ")}</h3>`,
      },
      ...tasks.filter(({ groupId }) => groupId === group.id).map(taskRow),
    ]),
  ];
}

const taskRow = (task: Task): Row => ({
  evidence: task.evidence,
  show: (anchor) =>
    html`<p id="${anchor}"><strong>${task.label}</strong> ${task.title}<br><span class="faint">Chủ trì: ${task.leadPrinted || "–"} · Phối hợp: ${task.coordinatingPrinted || "–"} · Thời gian: ${task.period || "–"}</span></p>`,
});

const anchorOf = (place: number): string => `r${place + 1}`;

export const addedPlanBody = (knowledge: KnowledgeBase, document: SourceDocument): Html =>
  html`<div class="document">${rowsOf(knowledge, document).map(({ show }, i) => show(anchorOf(i)))}</div>`;

/** Undefined when the plan no longer holds the quote. */
export function placeInAddedPlan(
  knowledge: KnowledgeBase,
  document: SourceDocument,
  { locator, quote }: { locator: string; quote: string },
): string | undefined {
  const rows = rowsOf(knowledge, document);
  const same = (isExact: boolean) =>
    rows.findIndex(
      ({ evidence }) =>
        (evidence.quote === quote || (!isExact && evidence.quote.includes(quote))) &&
        (!isExact || evidence.locator === locator),
    );
  const exact = same(true);
  const place = exact >= 0 ? exact : same(false);
  return place < 0 ? undefined : `/documents/${encodeURIComponent(document.id)}#${anchorOf(place)}`;
}
