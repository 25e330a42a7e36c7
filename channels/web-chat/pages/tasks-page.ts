/** The tasks of the appendix as a page: filters, order and files, by the query that the answers use. Works as plain links
 *  and one form. */
import type { ReplyTask } from "../../../bot/reply.ts";
import { RequestError } from "../../../knowledge/errors.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { SourceDocument } from "../../../knowledge/records.ts";
import type { Format } from "../../exports/task-filters.ts";
import { listTasks } from "../../tasks-api.ts";
import { type Html, html, type Page } from "../html.ts";

const ORDERS = {
  printed: "Thứ tự trong Phụ lục",
  lead: "Cơ quan chủ trì",
  due: "Hạn cuối",
  title: "Tên nhiệm vụ",
} as const;
type Order = keyof typeof ORDERS;
/** Recurring tasks come after all that end. */
const NEVER = "9999";
const FILTERS = ["document", "text", "agency", "role", "year", "group", "recurrence", "ids"] as const;

export function tasksPage(knowledge: KnowledgeBase, query: URLSearchParams): Page {
  // A form sends its empty fields as well.
  const given = new URLSearchParams();
  for (const name of FILTERS) if (query.get(name)?.trim()) given.set(name, query.get(name)!.trim());
  const asked = query.get("sort") as Order | null;
  const order: Order = asked && asked in ORDERS ? asked : "printed";
  let tasks: ReplyTask[] = [];
  let problem = "";
  try {
    tasks = sorted(listTasks(knowledge, given).tasks, order);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    problem = error.message;
  }
  const plans = plansOf(knowledge);
  const file = (format: Format) => `/api/tasks?${new URLSearchParams([...given, ["format", format]])}`;
  const calendar = `/api/calendar.ics${given.size > 0 ? `?${given}` : ""}`;
  return {
    title: plans.length > 1 ? "Nhiệm vụ của các kế hoạch" : "Nhiệm vụ của Kế hoạch",
    main: html`<h1>${plans.length > 1 ? "Nhiệm vụ của các kế hoạch" : "Nhiệm vụ trong Phụ lục Kế hoạch"}</h1>
${plans.length === 0 && html`<p class="note">Chưa nạp kế hoạch nào.</p>`}
${filterForm(knowledge, given, order)}
${
  problem
    ? html`<p class="note" role="alert">${problem}</p>`
    : html`<p class="bar"><strong>${tasks.length} nhiệm vụ</strong> <a class="button" href="${file("xlsx")}" download>Tải Excel</a> <a class="button" href="${file("csv")}" download>Tải CSV</a> <a class="button" href="${calendar}" download>Tải lịch nhắc hạn</a></p>`
}
${tasks.length > 0 && table(tasks, plans)}
${tasks.length === 0 && !problem && plans.length > 0 && html`<p>Không có nhiệm vụ nào khớp bộ lọc. <a href="/tasks">Xem tất cả</a></p>`}`,
  };
}

function sorted(tasks: ReplyTask[], order: Order): ReplyTask[] {
  if (order === "printed") return tasks;
  const key = (task: ReplyTask): string =>
    ({ lead: task.lead.join("; "), due: task.dueEnd ?? NEVER, title: task.title })[order];
  return [...tasks].sort((a, b) => key(a).localeCompare(key(b), "vi"));
}

const plansOf = ({ documents }: KnowledgeBase): SourceDocument[] =>
  documents.filter(({ kind }) => kind === "plan");

/** "118/KH-UBND", or its title where it has no number. */
const nameOf = ({ number, title }: SourceDocument): string => number || title;

/** Years that some row runs in, in order. */
function yearsIn({ tasks }: KnowledgeBase): string[] {
  const years = tasks.flatMap(({ startYear, endYear }) => {
    const from = startYear ?? endYear;
    const to = endYear ?? startYear;
    return from === null || to === null ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  return [...new Set(years)].sort((a, b) => a - b).map(String);
}

function filterForm(knowledge: KnowledgeBase, given: URLSearchParams, order: Order): Html {
  const options = (name: string, rows: readonly (readonly [string, string])[]) =>
    rows.map(
      ([value, label]) =>
        html`<option value="${value}"${given.get(name) === value ? html` selected` : ""}>${label}</option>`,
    );
  const agencies = knowledge.agencies
    .filter((row) => row.namedInPlan)
    .map((row) => [row.name, row.name] as const)
    .sort((a, b) => a[0].localeCompare(b[0], "vi"));
  const plans = plansOf(knowledge);
  const chosen = plans.find(({ id }) => id === given.get("document"));
  const groups = knowledge.groups
    .filter(({ documentId }) => !chosen || documentId === chosen.id)
    .map((row) => {
      const plan = plans.find(({ id }) => id === row.documentId);
      const name = [row.numeral, row.name].filter(Boolean).join(". ");
      return [row.id, plans.length > 1 && !chosen && plan ? `${name} (${nameOf(plan)})` : name] as const;
    });
  const select = (name: string, label: string, rows: readonly (readonly [string, string])[]) =>
    html`<p><label for="f-${name}">${label}</label><select id="f-${name}" name="${name}"><option value="">Tất cả</option>${options(name, rows)}</select></p>`;
  const ids = given.get("ids");
  return html`<form class="filters" method="get" action="/tasks">
<p><label for="f-text">Có chữ</label><input id="f-text" name="text" type="search" maxlength="200" value="${given.get("text") ?? ""}"></p>
${
  plans.length > 1 &&
  select(
    "document",
    "Kế hoạch",
    plans.map((plan) => [plan.id, nameOf(plan)] as const),
  )
}
${select("agency", "Cơ quan", agencies)}
${select("role", "Vai trò", [
  ["lead", "Chủ trì"],
  ["coordinating", "Phối hợp"],
])}
${select(
  "year",
  "Năm",
  yearsIn(knowledge).map((year) => [year, year] as const),
)}
${select("group", "Nhóm", groups)}
${select("recurrence", "Lặp lại", [
  ["none", "Có hạn"],
  ["yearly", "Hằng năm"],
  ["periodic", "Định kỳ trong năm"],
  ["ongoing", "Thường xuyên"],
])}
<p><label for="f-sort">Sắp xếp</label><select id="f-sort" name="sort">${Object.entries(ORDERS).map(
    ([value, label]) =>
      html`<option value="${value}"${value === order ? html` selected` : ""}>${label}</option>`,
  )}</select></p>
${ids && html`<input type="hidden" name="ids" value="${ids}">`}
<p class="actions"><button type="submit">Lọc</button> <a href="/tasks">Bỏ lọc</a></p>
</form>
${ids && html`<p>Chỉ gồm các nhiệm vụ của câu trả lời. <a href="/tasks">Xem tất cả</a></p>`}`;
}

const ROLES = { lead: "chủ trì", coordinating: "phối hợp" } as const;
const DIRECTNESS = { named: "đích danh", collective: "giao chung" } as const;

const table = (tasks: readonly ReplyTask[], plans: readonly SourceDocument[]): Html => {
  const isOfSeveral = plans.length > 1;
  const planOf = (task: ReplyTask): string => {
    const plan = plans.find(({ id }) => id === task.document);
    return plan ? nameOf(plan) : task.document;
  };
  return html`<table class="cards"><thead><tr>${isOfSeveral && html`<th scope="col">Kế hoạch</th>`}<th scope="col">Mã</th><th scope="col">Nhiệm vụ</th><th scope="col">Chủ trì</th><th scope="col">Phối hợp</th><th scope="col">Thời gian</th><th scope="col">Cách giao</th></tr></thead><tbody>${tasks.map(
    (task) =>
      html`<tr>${isOfSeveral && html`<td data-name="Kế hoạch">${planOf(task)}</td>`}<td data-name="Mã">${task.label}</td><td data-name="Nhiệm vụ">${task.title}</td><td data-name="Chủ trì">${task.lead.join("; ")}</td><td data-name="Phối hợp">${task.coordinating.join("; ") || "–"}</td><td data-name="Thời gian">${task.period}</td><td data-name="Cách giao">${ROLES[task.role]}, ${DIRECTNESS[task.directness]}</td></tr>`,
  )}</tbody></table>`;
};
