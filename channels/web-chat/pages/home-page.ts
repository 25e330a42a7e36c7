/** The chat page. Its element holds a form that answers without scripts; where they run, the chat takes its place. */

import { type About, aboutNothing, aboutOf, inShort } from "../../../bot/about.ts";
import { MAX_QUESTION_CHARACTERS } from "../../../bot/reply.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { OfficeProfile } from "../../../knowledge/office-profile.ts";
import { type Html, html, type Page } from "../html.ts";
import { ASSETS, SCRIPTS } from "../static-files.ts";
import { ABOUT_SCRIPT, exampleGroups } from "./about-script.ts";
import { officeBlock } from "./office-block.ts";

/** `knowledge` is undefined while it is being loaded. */
export function homePage(knowledge: KnowledgeBase | undefined, office?: OfficeProfile): Page {
  const about = knowledge ? aboutOf(knowledge, office) : aboutNothing(office);
  return {
    title: about.name,
    bare: true,
    head: html`<meta name="description" content="${about.name} (AI): hỏi đáp về ${subjectsOf(about)}, kèm nguồn.">
<link rel="preload" href="${ASSETS}chat.css" as="style" crossorigin>
<link rel="modulepreload" href="${ABOUT_SCRIPT}">
${SCRIPTS.map((file) => html`<link rel="modulepreload" href="${ASSETS}${file}">\n`)}<script type="module" src="${ASSETS}tro-ly-so.js"></script>`,
    main: html`<main><tro-ly-so mode="page" lang="vi">${fallback(about, knowledge, office)}</tro-ly-so></main>`,
  };
}

const subjectsOf = (about: About): string => inShort(about, " và ", { plansFirst: true });

const fallback = (
  about: About,
  knowledge: KnowledgeBase | undefined,
  office?: OfficeProfile,
): Html => html`<div class="fallback">
<header class="top"><span class="brand"><img src="${ASSETS}favicon.svg" alt="" width="32" height="32"><span>${about.name}</span></span></header>
<h1>Anh/chị cần hỏi gì?</h1>
<p>Trợ lý AI, không phải người thật, trả lời về <strong>${subjectsOf(about)}</strong>. Câu trả lời lấy từ văn bản và luôn kèm nguồn.</p>
${questionForm()}
${exampleGroups(about, knowledge).map(
  ({ title, questions }) =>
    html`<form class="examples" method="post" action="/ask"><fieldset><legend>${title}</legend>${questions.map(
      (question) => html`<button type="submit" name="text" value="${question}">${question}</button>`,
    )}</fieldset></form>`,
)}
${officeBlock(office)}
<p>${(!knowledge || knowledge.tasks.length > 0) && html`<a href="/tasks">Danh sách nhiệm vụ</a> · `}<a href="/documents">Văn bản</a> · <a href="/privacy">Quyền riêng tư</a></p>
</div>`;

/** Asks without scripts; with a conversation the question continues it. */
export const questionForm = (conversationId?: string): Html =>
  html`<form class="question" method="post" action="/ask">
<label for="question">Câu hỏi</label>
<textarea id="question" name="text" rows="2" required maxlength="${MAX_QUESTION_CHARACTERS}" aria-describedby="hint"></textarea>
${conversationId && html`<input type="hidden" name="conversationId" value="${conversationId}">`}
<button type="submit">Gửi câu hỏi</button>
<p id="hint" class="faint">Đừng gửi số căn cước, điện thoại hay tài khoản; trợ lý che các số đó trước khi lưu. <a href="/privacy">Quyền riêng tư</a></p>
</form>`;
