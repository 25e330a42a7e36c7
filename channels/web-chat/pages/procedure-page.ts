/** The record of a procedure as a page: what an answer may quote, part by part, each with an anchor. */
import { VIETNAMESE_VALUES as WORDS } from "../../../bot/answers/procedure-values.ts";
import { ASPECT_NAMES } from "../../../bot/answers/procedure-words.ts";
import { formatDay } from "../../../knowledge/calendar.ts";
import { RequestError } from "../../../knowledge/errors.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import {
  basisInWords,
  type DatedFee,
  type DatedTime,
  formInWords,
  type ProcedureRecord,
} from "../../../knowledge/records.ts";
import { type Html, html, type Page } from "../html.ts";

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
    ...procedure.times.map(({ text }, i) => ({ anchor: `time-${i}`, text })),
    ...procedure.fees.map(({ text }, i) => ({ anchor: `fee-${i}`, text })),
    ...[...certainties("time", procedure.times), ...certainties("fee", procedure.fees)],
    ...procedure.exemptions.map(({ text }, i) => ({ anchor: `exemption-${i}`, text })),
    ...procedure.deadlines.map(({ text }, i) => ({ anchor: `deadline-${i}`, text })),
    ...methods.flatMap(({ note }, m) => (note ? [{ anchor: `method-${m}`, text: note }] : [])),
    ...(place ? [{ anchor: "place", text: place }] : []),
    ...(agency ? [{ anchor: "agency", text: agency }] : []),
    ...(issuer ? [{ anchor: "issuer", text: issuer }] : []),
    ...list("steps", procedure.steps),
    ...list("result", procedure.result),
    ...list("legal", procedure.legalBases.map(basisInWords)),
    ...list("conditions", procedure.conditions),
    ...list("audience", procedure.audience),
    ...list("forms", procedure.forms.map(formInWords)),
    ...list("notes", procedure.notes),
  ];
}

/** What an answer says of how sure a row is, at the place of the row. */
const certainties = (name: "time" | "fee", rows: readonly (DatedFee | DatedTime)[]): Part[] =>
  rows.flatMap(({ ground, certainty, case: own }, i) => {
    const unsure = certainty === "unsure" ? [WORDS.unsure, ...(own === "" ? [] : [own])] : [];
    const words = [ground ?? (certainty === "portal" ? WORDS.portal : ""), ...unsure];
    return words.filter(Boolean).map((text) => ({ anchor: `${name}-${i}`, text }));
  });

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
<h2>Cách nộp</h2>${methods.length === 0 ? html`<p>${UNSTATED}</p>` : html`<ul>${methods.map(way)}</ul>`}
<h2>${ASPECT_NAMES.time}</h2>${values("time", procedure.times)}
${procedure.deadlines.length > 0 && statements("Hạn nộp hồ sơ", "deadline", procedure.deadlines.map(deadlineInWords))}
<h2>${ASPECT_NAMES.fee}</h2>${values("fee", procedure.fees)}
${procedure.exemptions.length > 0 && statements("Miễn, giảm", "exemption", procedure.exemptions.map(exemptionInWords))}
<h2>${ASPECT_NAMES.place}</h2><p id="place">${procedure.place ?? UNSTATED}</p>
<h2>Cơ quan thực hiện</h2><p id="agency">${procedure.agency ?? UNSTATED}</p>
${procedure.issuer && html`<h2>Cơ quan ban hành</h2><p id="issuer">${procedure.issuer}</p>`}
${statements(ASPECT_NAMES.steps, "steps", procedure.steps, true)}
${statements(ASPECT_NAMES.result, "result", procedure.result)}
${statements(ASPECT_NAMES.conditions, "conditions", procedure.conditions)}
${statements(ASPECT_NAMES.audience, "audience", procedure.audience)}
${procedure.forms.length > 0 && statements(ASPECT_NAMES.forms, "forms", procedure.forms.map(formInWords))}
${procedure.notes.length > 0 && statements("Lưu ý", "notes", procedure.notes)}
${statements(ASPECT_NAMES.legal, "legal", procedure.legalBases.map(basisOfPage))}
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

const channelName = (channel: ProcedureRecord["methods"][number]["channel"]): string =>
  channel === null ? WORDS.noChannel : WORDS.channels[channel];

const way = ({ channel, note }: ProcedureRecord["methods"][number], m: number): Html =>
  html`<li id="method-${m}">${channelName(channel)}${note && html`<br><span class="faint">${note}</span>`}</li>`;

/** Every row with its days: a page is true whenever it is read. */
function values(name: "time" | "fee", rows: readonly (DatedFee | DatedTime)[]): Html {
  if (rows.length === 0) return html`<p>${UNSTATED}</p>`;
  const lines = rows.map((row, i) => {
    const whose = [row.case, row.channels?.map(channelName).join(", ")].filter(Boolean).join(", ");
    const added = "additions" in row ? row.additions.map(({ text }) => text) : [];
    return html`<tr id="${name}-${i}"><th scope="row">${whose || "Mọi trường hợp"}</th><td data-name="Mức">${[row.text, ...added].map((text) => html`<span class="line">${text}</span>`)}</td><td data-name="Áp dụng">${spanInWords(row) || "Hiện hành"}</td><td data-name="Căn cứ">${row.ground ?? ""}</td></tr>`;
  });
  return html`<table class="cards"><thead><tr><th scope="col">Trường hợp</th><th scope="col">Mức</th><th scope="col">Áp dụng</th><th scope="col">Căn cứ</th></tr></thead><tbody>${lines}</tbody></table>`;
}

const spanInWords = ({ from, until }: { from: string | null; until: string | null }): string =>
  [from && `từ ${formatDay(from)}`, until && `đến hết ${formatDay(until)}`].filter(Boolean).join(" ");

const exemptionInWords = (row: ProcedureRecord["exemptions"][number]): string =>
  [row.text, spanInWords(row), row.ground].filter(Boolean).join(" · ");
const deadlineInWords = (row: ProcedureRecord["deadlines"][number]): string =>
  [row.text, row.whenLate, row.ground].filter(Boolean).join(" · ");
const basisOfPage = (row: ProcedureRecord["legalBases"][number]): string =>
  [basisInWords(row), spanInWords(row)].filter(Boolean).join(", ");
