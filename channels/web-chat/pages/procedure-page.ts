/** The record of a procedure as a page: what an answer may quote, part by part, each with an anchor. */
import { ASPECT_NAMES } from "../../../bot/answers/procedure.ts";
import { formatDay } from "../../../knowledge/calendar.ts";
import { RequestError } from "../../../knowledge/errors.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { ProcedureRecord } from "../../../knowledge/records.ts";
import { type Html, html, type Page } from "../html.ts";

const CHANNELS = { in_person: "Trực tiếp", online: "Trực tuyến", post: "Qua bưu chính" } as const;
const UNSTATED = "Nguồn không nêu.";

export function procedureOf(knowledge: KnowledgeBase, code: string): ProcedureRecord {
  const found = knowledge.procedures.find((row) => row.code === code);
  if (found) return found;
  throw new RequestError("procedure_unknown", "Không có thủ tục mang mã này.", {
    status: 404,
    field: "code",
  });
}

/** What other words people use for it is for finding only and isn't given out. */
export function procedureData(procedure: ProcedureRecord): Partial<ProcedureRecord> {
  const { aliases: _aliases, keywords: _keywords, description: _description, ...stated } = procedure;
  return stated;
}

/** Anchor of the part that a quote comes from; the citation of a paper has its counts behind its words. */
export function anchorOf(procedure: ProcedureRecord, quote: string): string | undefined {
  return parts(procedure)
    .filter(({ text }) => quote.includes(text) || (text.includes(quote) && quote.length > 3))
    .sort((a, b) => b.text.length - a.text.length)[0]?.anchor;
}

interface Part {
  anchor: string;
  text: string;
}

const list = (name: string, rows: readonly string[]): Part[] =>
  rows.map((text, i) => ({ anchor: `${name}-${i}`, text }));

function parts(procedure: ProcedureRecord): Part[] {
  const { documents, methods, place, agency, issuer } = procedure;
  return [
    { anchor: "name", text: procedure.name },
    ...documents.flatMap((group, g) => [
      ...(group.case ? [{ anchor: `documents-${g}`, text: group.case }] : []),
      ...group.items.map(({ text }, i) => ({ anchor: `documents-${g}-${i}`, text })),
    ]),
    ...methods.flatMap(({ time, fees, note }, m) => [
      { anchor: `time-${m}`, text: time.text },
      ...fees.map(({ text }) => ({ anchor: `fee-${m}`, text })),
      ...(note ? [{ anchor: `method-${m}`, text: note }] : []),
    ]),
    ...(place ? [{ anchor: "place", text: place }] : []),
    ...(agency ? [{ anchor: "agency", text: agency }] : []),
    ...(issuer ? [{ anchor: "issuer", text: issuer }] : []),
    ...list("steps", procedure.steps),
    ...list("result", procedure.result),
    ...list("legal", procedure.legalBases),
    ...list("conditions", procedure.conditions),
    ...list("audience", procedure.audience),
    ...list("forms", procedure.forms),
    ...list("notes", procedure.notes),
  ];
}

export function procedurePage(procedure: ProcedureRecord): Page {
  const { methods, source } = procedure;
  const statements = (title: string, name: string, rows: readonly string[], ordered = false): Html => {
    if (rows.length === 0) return html`<h2>${title}</h2><p>${UNSTATED}</p>`;
    const items = rows.map((text, i) => html`<li id="${name}-${i}">${text}</li>`);
    return html`<h2>${title}</h2>${ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`}`;
  };
  const url = source.url?.startsWith("https://") ? source.url : null;
  return {
    title: procedure.name,
    main: html`<h1 id="name">${procedure.name}</h1>
<p class="faint">${[procedure.printedCode && `Mã ${procedure.printedCode}`, procedure.field, procedure.level].filter(Boolean).join(" · ")}</p>
${
  procedure.verifiedOn
    ? html`<p class="verified">Đã đối chiếu với nguồn ngày ${formatDay(procedure.verifiedOn)}.</p>`
    : html`<p class="note">Chưa có người đối chiếu bản ghi này với nguồn.</p>`
}
<div class="document">
<h2>${ASPECT_NAMES.documents}</h2>${procedure.documents.length === 0 ? html`<p>${UNSTATED}</p>` : procedure.documents.map(papers)}
<h2>Thời hạn và phí theo cách nộp</h2>${methods.length === 0 ? html`<p>${UNSTATED}</p>` : methodTable(methods)}
<h2>${ASPECT_NAMES.place}</h2><p id="place">${procedure.place ?? UNSTATED}</p>
<h2>Cơ quan thực hiện</h2><p id="agency">${procedure.agency ?? UNSTATED}</p>
${procedure.issuer && html`<h2>Cơ quan ban hành</h2><p id="issuer">${procedure.issuer}</p>`}
${statements(ASPECT_NAMES.steps, "steps", procedure.steps, true)}
${statements(ASPECT_NAMES.result, "result", procedure.result)}
${statements(ASPECT_NAMES.conditions, "conditions", procedure.conditions)}
${statements(ASPECT_NAMES.audience, "audience", procedure.audience)}
${procedure.forms.length > 0 && statements(ASPECT_NAMES.forms, "forms", procedure.forms)}
${procedure.notes.length > 0 && statements("Lưu ý", "notes", procedure.notes)}
${statements(ASPECT_NAMES.legal, "legal", procedure.legalBases)}
</div>
<h2>Nguồn</h2>
<p>${source.title}${source.decision && html`, công bố theo ${source.decision}`}${procedure.origin && html`, tệp ${procedure.origin.file}, ${procedure.origin.place}`}.
${url && html`<a href="${url}" rel="noopener noreferrer">Mở trang nguồn</a>`}</p>`,
  };
}

function papers(group: ProcedureRecord["documents"][number], g: number): Html {
  const items = group.items.map(({ text, manner, original, copy, form }, i) => {
    const counts = [original ? `${original} bản chính` : "", copy ? `${copy} bản sao` : ""].filter(Boolean);
    const role = { submit: "", show: "Xuất trình: ", note: "Ghi chú: " }[manner];
    return html`<li id="documents-${g}-${i}">${role}${text}${counts.length > 0 && ` (${counts.join(", ")})`}${form && html`<br><span class="faint">Mẫu: ${form}</span>`}</li>`;
  });
  return html`${group.case && html`<h3 id="documents-${g}">${group.case}</h3>`}<ul>${items}</ul>`;
}

function methodTable(methods: ProcedureRecord["methods"]): Html {
  const rows = methods.map(
    ({ channel, time, fees, note }, m) =>
      html`<tr id="method-${m}"><th scope="row">${channel ? CHANNELS[channel] : "Nguồn không ghi cách nộp"}</th><td data-name="Thời hạn" id="time-${m}">${time.text}</td><td data-name="Phí, lệ phí" id="fee-${m}">${fees.map(({ text }) => html`<span class="line">${text}</span>`)}${note && html`<span class="faint line">${note}</span>`}</td></tr>`,
  );
  return html`<table class="cards"><thead><tr><th scope="col">Cách nộp</th><th scope="col">Thời hạn</th><th scope="col">Phí, lệ phí</th></tr></thead><tbody>${rows}</tbody></table>`;
}
