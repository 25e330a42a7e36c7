/** Addresses that people open: the chat page, answers without scripts, documents, records, tasks, privacy. */
import { gzipSync } from "node:zlib";
import { MAX_QUESTION_CHARACTERS } from "../../../bot/reply.ts";
import type { ConversationStore } from "../../../bot/state/store.ts";
import { RequestError } from "../../../knowledge/errors.ts";
import { NUMBERING_PLAN } from "../../../knowledge/help-lines.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { type OfficeProfile, officeDocument } from "../../../knowledge/office-profile.ts";
import type { Answering } from "../../answering.ts";
import type { HttpAnswer } from "../../channel.ts";
import { failureOf } from "../../http/answers.ts";
import { expectType, takesGzip } from "../../http/negotiation.ts";
import type { RateLimit } from "../../rate-limit.ts";
import type { Route, RouteRequest } from "../../route.ts";
import { type CodeLookup, takeTurn } from "../conversations-api.ts";
import { html, type PageWriter } from "../html.ts";
import { answerPage } from "./answer-page.ts";
import { documentListPage, documentPage, findInDocument } from "./document-page.ts";
import { homePage, questionForm } from "./home-page.ts";
import { OFFICE_PLACE } from "./office-block.ts";
import { deletedPage, privacyPage } from "./privacy-page.ts";
import { anchorOf, procedureOf, procedurePage } from "./procedure-page.ts";
import { tasksPage } from "./tasks-page.ts";

export interface PagesOptions {
  answering: Answering;
  store: ConversationStore;
  rateLimit: RateLimit;
  findByCode: CodeLookup;
  retentionDays: number;
  asksModel: boolean;
  /** What the office states of itself. */
  office?: OfficeProfile | undefined;
  write: PageWriter;
}

export function pages(options: PagesOptions): Route[] {
  const { answering, store, rateLimit, write } = options;
  const knowledge = (): KnowledgeBase => answering.core().knowledge;

  return [
    page("/", () => write(homePage(answering.isReady() ? knowledge() : undefined, options.office))),
    page("/tasks", ({ query }) => write(tasksPage(knowledge(), query))),
    page("/documents", () => write(documentListPage(knowledge()))),
    page("/documents/:id", ({ params, query }) =>
      write(documentPage(knowledge(), params.id!, query.get("lines"))),
    ),
    page("/procedures/:code", ({ params }) => write(procedurePage(procedureOf(knowledge(), params.code!)))),
    page("/citations/:messageId/:citationId", async ({ params }) =>
      redirect(await placeOfCitation(params.messageId!, params.citationId!)),
    ),
    page("/privacy", () => write(privacyPage(options.retentionDays, options.asksModel, options.office))),
    page(
      "/ask",
      async (request) => {
        takeTurn(rateLimit, request.client);
        const form = formOf(request);
        const text = (form.get("text") ?? "").replace(/\r\n/g, "\n");
        if (text.trim() === "" || text.length > MAX_QUESTION_CHARACTERS)
          throw new RequestError("text_invalid", `Câu hỏi cần từ 1 đến ${MAX_QUESTION_CHARACTERS} ký tự.`, {
            field: "text",
          });
        const conversationId = form.get("conversationId") ?? "";
        // One that has been purged meanwhile is begun anew without a word: its question stands by itself on the page.
        const known = conversationId !== "" && (await store.find(conversationId)) !== undefined;
        const result = await answering.answer({ text, channel: "web", ...(known ? { conversationId } : {}) });
        return write(answerPage(text, result));
      },
      "POST",
    ),
    page(
      "/privacy/delete",
      async (request) => {
        const found = await options.findByCode(formOf(request).get("code") ?? "", request.client);
        return write(
          deletedPage(found !== undefined && (await store.deleteConversation(found.conversationId))),
        );
      },
      "POST",
    ),
  ];

  /** What can't be served is told on a page, not as JSON. */
  function page(
    path: string,
    handle: (request: RouteRequest) => HttpAnswer | Promise<HttpAnswer>,
    method: Route["method"] = "GET",
  ): Route {
    return {
      method,
      path,
      async handle(request) {
        try {
          return compressed(await handle(request), request);
        } catch (error) {
          const { status, message, retryAfterSeconds: wait } = failureOf(error);
          // A fault of ours is the server's to log.
          if (status === 500) throw error;
          const answer = write(
            {
              title: "Chưa thực hiện được",
              main: html`<h1>Chưa thực hiện được</h1><p class="note">${message}</p>${questionForm()}`,
            },
            status,
          );
          return wait === null
            ? answer
            : { ...answer, headers: { ...answer.headers, "Retry-After": String(wait) } };
        }
      },
    };
  }

  /** Where the quote stands today: a document may have moved since the answer was given. */
  async function placeOfCitation(messageId: string, citationId: string): Promise<string> {
    const turn = await store.findTurn(messageId);
    const citation = turn?.response.reply.citations.find(({ id }) => id === citationId);
    const unknown = (message: string) => new RequestError("citation_unknown", message, { status: 404 });
    if (!turn || !citation) throw unknown("Không tìm thấy trích dẫn này; có thể đã hết thời gian lưu.");
    if (options.office && citation.document === officeDocument(options.office).title) return OFFICE_PLACE;
    const { documents, procedures } = knowledge();
    const { locator, quote, number, document: title } = citation;
    const candidates = new Set(turn.response.reply.procedures.map(({ code }) => code).concat(number));
    const procedure = procedures.find(
      (row) => candidates.has(row.code) && row.source.title === title && anchorOf(row, quote) !== undefined,
    );
    if (procedure) return `/procedures/${encodeURIComponent(procedure.code)}#${anchorOf(procedure, quote)}`;
    for (const document of [...documents, NUMBERING_PLAN].filter((row) => row.title === title)) {
      const place = findInDocument(knowledge(), document, { locator, quote });
      if (place) return place;
    }
    throw unknown("Văn bản đã được cập nhật; đoạn trích này không còn ở bản hiện hành.");
  }
}

/** The plan is long, and lines are slow. */
function compressed(answer: HttpAnswer, { headers }: RouteRequest): HttpAnswer {
  if (typeof answer.body !== "string" || !takesGzip(headers)) return answer;
  return {
    ...answer,
    headers: { ...answer.headers, "Content-Encoding": "gzip", Vary: "Accept-Encoding" },
    body: gzipSync(answer.body),
  };
}

const redirect = (place: string): HttpAnswer => ({
  status: 303,
  headers: { Location: place, "Cache-Control": "no-store" },
});

function formOf({ headers, body }: RouteRequest): URLSearchParams {
  expectType(headers, "application/x-www-form-urlencoded", "Biểu mẫu không đúng dạng.");
  return new URLSearchParams(body.toString("utf8"));
}
