/** An answer as a page, for browsers without scripts. */
import type { Citation, Link, TurnResponse } from "../../../bot/reply.ts";
import { formatDay } from "../../../knowledge/calendar.ts";
import { offersOf } from "../../offers.ts";
import { type Html, html, type Page } from "../html.ts";
import { type Block, parseMarkdown, type Span } from "../public/markdown.js";
import { questionForm } from "./home-page.ts";

export function answerPage(question: string, { conversationId, messageId, code, reply }: TurnResponse): Page {
  return {
    title: "Trả lời",
    main: html`<h1>Trả lời</h1>
<p class="asked">${question}</p>
<section class="answer" aria-label="Trả lời">${parseMarkdown(reply.text).map((block) => toBlock(block, reply.links))}</section>
${reply.tasks.length > 1 && html`<p><a class="button" href="/tasks?ids=${reply.tasks.map(({ id }) => id).join(",")}">Xem ${reply.tasks.length} nhiệm vụ dạng bảng</a></p>`}
${reply.procedures.map(({ code: id, name }) => html`<p><a href="/procedures/${encodeURIComponent(id)}">Xem bản ghi đầy đủ: ${name}</a></p>`)}
${offersOf(reply).length > 0 && suggestionForm(offersOf(reply), conversationId)}
${reply.citations.length > 0 && html`<h2>Nguồn</h2><ol class="citations">${reply.citations.map((row) => citationItem(row, messageId))}</ol>`}
${reply.computed.length > 0 && html`<h2>Trợ lý tự tính</h2><ul>${reply.computed.map(({ value, rule }) => html`<li><strong>${value}</strong>: ${rule}</li>`)}</ul>`}
<p class="faint">Mã tra cứu: <strong>${code}</strong></p>
<h2>Hỏi tiếp</h2>${questionForm(conversationId)}`,
  };
}

function citationItem({ id, document, locator, quote, verifiedOn }: Citation, messageId: string): Html {
  return html`<li><strong>${locator}</strong><blockquote>${quote}</blockquote><p class="faint">${document}${verifiedOn && html`, đối chiếu ngày ${formatDay(verifiedOn)}`}. <a href="/citations/${encodeURIComponent(messageId)}/${encodeURIComponent(id)}">Xem trong văn bản</a></p></li>`;
}

const suggestionForm = (suggestions: readonly string[], conversationId: string): Html =>
  html`<form class="examples" method="post" action="/ask"><input type="hidden" name="conversationId" value="${conversationId}"><fieldset><legend>Gợi ý</legend>${suggestions.map(
    (text) => html`<button type="submit" name="text" value="${text}">${text}</button>`,
  )}</fieldset></form>`;

/** Only what the reply itself hands out leads anywhere. */
const toSpans = (spans: readonly Span[], links: readonly Link[]): Html[] =>
  spans.map(({ style, text, url }) => {
    if (style === "strong") return html`<strong>${text}</strong>`;
    if (style === "emphasis") return html`<em>${text}</em>`;
    const isLink = style === "link" && links.some((row) => row.url === url);
    return isLink ? html`<a href="${url}">${text}</a>` : html`${text}`;
  });

function toBlock({ kind, lines: all }: Block, links: readonly Link[]): Html {
  const lines = all.map((spans) => toSpans(spans, links));
  if (kind === "bullets") return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  if (kind === "steps") return html`<ol>${lines.map((line) => html`<li>${line}</li>`)}</ol>`;
  const text = lines.map((line, i) => html`${i > 0 && html`<br>`}${line}`);
  return kind === "quote" ? html`<blockquote>${text}</blockquote>` : html`<p>${text}</p>`;
}
