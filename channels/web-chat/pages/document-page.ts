/** A document as a page: the plan line by line with the printed numbers as anchors ("#L1030"), other documents passage
 *  by passage. What a citation points at is marked. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { SHIPPED_DOCUMENTS } from "../../../ingest/pipeline.ts";
import { formatDay } from "../../../knowledge/calendar.ts";
import { RequestError } from "../../../knowledge/errors.ts";
import { HELP_LINES, NUMBERING_PLAN } from "../../../knowledge/help-lines.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { LineRange, SourceDocument, Task } from "../../../knowledge/records.ts";
import { type Html, html, type Page } from "../html.ts";
import { addedPlanBody, isAddedPlan, placeInAddedPlan } from "./added-plan.ts";

/** Where a quote stands in the pages: path, query and anchor. */
export interface Place {
  locator: string;
  quote: string;
  href: string;
}

export function documentPage(knowledge: KnowledgeBase, id: string, lines: string | null): Page {
  const document = [...knowledge.documents, NUMBERING_PLAN].find((row) => row.id === id);
  if (!document) throw new RequestError("document_unknown", "Không có văn bản này.", { status: 404 });
  const main =
    document.kind === "plan"
      ? isAddedPlan(knowledge, document)
        ? addedPlanBody(knowledge, document)
        : planBody(knowledge, document, parseRange(lines))
      : document.kind === "procedures" || procedureCount(knowledge, id) > 0
        ? procedureList(knowledge, id)
        : passageBody(knowledge, document);
  return { title: document.number || document.title, main: html`${heading(document)}${main}` };
}

export function documentListPage(knowledge: KnowledgeBase): Page {
  const rows = knowledge.documents.map(
    ({ id, title, number }) =>
      html`<li><a href="/documents/${encodeURIComponent(id)}">${title}</a>${number && html`<br><span class="faint">${number}</span>`}</li>`,
  );
  return {
    title: "Văn bản",
    main: html`<h1>Văn bản mà trợ lý trả lời từ đó</h1><ul class="plain">${rows}</ul>`,
  };
}

function heading(document: SourceDocument): Html {
  const facts = [
    document.number && `Số ${document.number}`,
    document.issuedOn && `ngày ${formatDay(document.issuedOn)}`,
    document.issuer,
  ].filter(Boolean);
  return html`<h1>${document.title}</h1><p class="faint">${facts.join(" · ")}</p>
${document.statusNote && html`<p class="note">${document.statusNote}</p>`}`;
}

/** Every quote of a document that isn't the plan, with an anchor of its own. */
function passagePlaces(
  knowledge: KnowledgeBase,
  documentId: string,
): (Place & { anchor: string; heading: string })[] {
  const ofPassages = knowledge.passages
    .filter((row) => row.documentId === documentId)
    .map(({ path, evidence }) => ({ evidence, heading: path.join(" › ") }));
  const ofAgencies = knowledge.agencies.flatMap((row) =>
    [row.evidence, ...row.successors.map(({ evidence }) => evidence)]
      .filter((evidence) => evidence.documentId === documentId)
      .map((evidence) => ({ evidence, heading: row.name })),
  );
  const ofHelpLines =
    documentId === NUMBERING_PLAN.id
      ? Object.values(HELP_LINES).map(({ evidence }) => ({ evidence, heading: "" }))
      : [];
  return [...ofPassages, ...ofAgencies, ...ofHelpLines].map(({ evidence, heading }, i) => ({
    heading,
    anchor: `p${i + 1}`,
    locator: evidence.locator,
    quote: evidence.quote,
    href: `/documents/${encodeURIComponent(documentId)}#p${i + 1}`,
  }));
}

/** Where a citation of a document leads; undefined when the document no longer holds the quote. */
export function findInDocument(
  knowledge: KnowledgeBase,
  document: SourceDocument,
  { locator, quote }: { locator: string; quote: string },
): string | undefined {
  if (document.kind !== "plan")
    return passagePlaces(knowledge, document.id).find((row) => row.locator === locator && row.quote === quote)
      ?.href;
  if (isAddedPlan(knowledge, document)) return placeInAddedPlan(knowledge, document, { locator, quote });
  const { facts, sections, passages, targets, duties, groups, tasks } = knowledge;
  const found = [facts, sections, passages, targets, duties, groups, tasks]
    .flatMap((rows) => rows.map(({ evidence }) => evidence))
    .filter((row) => row.documentId === document.id && row.quote === quote && row.lines)
    .sort((a, b) => Number(b.locator === locator) - Number(a.locator === locator))[0]?.lines;
  if (!found) return undefined;
  return `/documents/${encodeURIComponent(document.id)}?lines=${found.join("-")}#L${found[0]}`;
}

const procedureCount = (knowledge: KnowledgeBase, documentId: string): number =>
  knowledge.procedures.filter((row) => row.documentId === documentId).length;

function procedureList(knowledge: KnowledgeBase, documentId: string): Html {
  const rows = knowledge.procedures.filter((row) => row.documentId === documentId);
  const fields = [...new Set(rows.map((row) => row.field))].sort((a, b) => a.localeCompare(b, "vi"));
  return html`${fields.map(
    (field) =>
      html`<h2>${field || "Lĩnh vực khác"}</h2><ul class="plain">${rows
        .filter((row) => row.field === field)
        .map(
          (row) => html`<li><a href="/procedures/${encodeURIComponent(row.code)}">${row.name}</a></li>`,
        )}</ul>`,
  )}`;
}

function passageBody(knowledge: KnowledgeBase, { id }: SourceDocument): Html {
  let last = "";
  const blocks = passagePlaces(knowledge, id).map(({ anchor, heading, quote }) => {
    const title = heading !== last && heading !== "" ? html`<h2>${heading}</h2>` : "";
    last = heading;
    return html`${title}<p id="${anchor}">${quote}</p>`;
  });
  return html`<div class="document">${blocks}</div>`;
}

/** The file as it was read; read again when it changes. */
const files = new Map<string, { changedAt: number; lines: readonly string[] }>();

function linesOf({ file }: SourceDocument): readonly string[] {
  const path = join(SHIPPED_DOCUMENTS, file);
  const changedAt = statSync(path).mtimeMs;
  const known = files.get(path);
  if (known?.changedAt === changedAt) return known.lines;
  const lines = readFileSync(path, "utf8").normalize("NFC").split(/\r?\n/);
  files.set(path, { changedAt, lines });
  return lines;
}

function parseRange(text: string | null): LineRange | undefined {
  const match = /^(\d{1,6})-(\d{1,6})$/.exec(text ?? "");
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

const overlaps = (a: LineRange, b: LineRange | undefined): boolean =>
  b !== undefined && a[0] <= b[1] && b[0] <= a[1];
/** Lines that only draw the layout of the printed page. */
const isLayout = (line: string): boolean => /^(?:\||-{3,}|_{3,})?$/.test(line.trim());
const STARTS = /^\s*(?:[-–+•]|\d+[.)]\s|[IVX]+\.\s|Điều \d|[a-zđ]\)\s|Căn cứ|Theo đề nghị)/u;

/** Paragraphs, headings and the appendix as a table. Every printed line keeps its number as an anchor, so that a link
 *  to a line outlives a change of this page. */
function planBody(knowledge: KnowledgeBase, document: SourceDocument, cited: LineRange | undefined): Html {
  const lines = linesOf(document);
  const of = <T extends { documentId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.documentId === document.id);
  const sections = knowledge.sections.filter((row) => row.evidence.documentId === document.id);
  const headings = new Map(sections.map((row) => [row.evidence.lines?.[0], row]));
  const starts = new Set(
    [...of(knowledge.passages), ...of(knowledge.targets), ...of(knowledge.duties)].map(
      (row) => row.evidence.lines?.[0],
    ),
  );
  const tasks = new Map(of(knowledge.tasks).map((row) => [row.evidence.lines?.[0], row]));
  const groups = new Map(of(knowledge.groups).map((row) => [row.evidence.lines?.[0], row]));
  const firstGroup = Math.min(...[...groups.keys()].map((line) => line ?? Number.POSITIVE_INFINITY));
  const blocks: Html[] = [];
  let open: number[] = [];
  let rows: Html[] = [];

  const mark = (number: number) => {
    const isCited = overlaps([number, number], cited);
    const text = (lines[number - 1] ?? "").trim();
    return isCited
      ? html`<mark id="L${number}">${text} </mark>`
      : html`<span id="L${number}">${text}</span> `;
  };
  const closeParagraph = () => {
    if (open.length > 0) blocks.push(html`<p>${open.map(mark)}</p>`);
    open = [];
  };
  const closeTable = () => {
    if (rows.length > 0) blocks.push(taskTable(rows));
    rows = [];
  };

  for (let number = 1; number <= lines.length; number++) {
    const line = lines[number - 1]!;
    const task = tasks.get(number);
    const group = groups.get(number);
    const section = headings.get(number);
    const end = (task ?? group ?? section)?.evidence.lines?.[1] ?? number;
    if (task) {
      closeParagraph();
      rows.push(taskRow(task, cited));
      number = end;
    } else if (group || section) {
      closeParagraph();
      closeTable();
      const own = Array.from({ length: end - number + 1 }, (_, i) => mark(number + i));
      const shown = group ? html`<span id="L${number}"></span>${group.numeral}. ${group.name}` : own;
      blocks.push(group || section!.label.includes(".") ? html`<h3>${shown}</h3>` : html`<h2>${shown}</h2>`);
      number = end;
    } else if (isLayout(line)) {
      // Between the rows of the appendix nothing else is printed; elsewhere an empty line ends a paragraph.
      if (line.trim() !== "") closeParagraph();
    } else if (
      number < firstGroup &&
      number > firstGroup - APPENDIX_HEAD &&
      line.trim().length < SHORT_CELL
    ) {
      // The head of the appendix's table, cell by cell: the table has its own.
      blocks.push(html`<span id="L${number}"></span>`);
    } else {
      closeTable();
      const before = lines[number - 2] ?? "";
      if (starts.has(number) || STARTS.test(line) || /[.;:]\s*$/.test(before)) closeParagraph();
      open.push(number);
    }
  }
  closeParagraph();
  closeTable();
  return html`<div class="document">${blocks}</div>`;
}

const APPENDIX_HEAD = 16;
const SHORT_CELL = 20;

const taskTable = (rows: readonly Html[]): Html =>
  html`<table class="cards"><thead><tr><th scope="col">STT</th><th scope="col">Nội dung</th><th scope="col">Chủ trì</th><th scope="col">Phối hợp</th><th scope="col">Thời gian</th></tr></thead><tbody>${rows}</tbody></table>`;

function taskRow(task: Task, cited: LineRange | undefined): Html {
  const [from, to] = task.evidence.lines!;
  const anchors = Array.from({ length: to - from }, (_, i) => html`<span id="L${from + 1 + i}"></span>`);
  const isCited = overlaps([from, to], cited);
  return html`<tr id="L${from}"${isCited ? html` class="cited"` : ""}><td data-name="STT">${anchors}${task.number}</td><td data-name="Nội dung">${isCited ? html`<mark>${task.title}</mark>` : task.title}</td><td data-name="Chủ trì">${task.leadPrinted}</td><td data-name="Phối hợp">${task.coordinatingPrinted}</td><td data-name="Thời gian">${task.period}</td></tr>`;
}
