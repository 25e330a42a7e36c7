/** Builds the nodes of a reply. Text only ever becomes text nodes. */
import { parseMarkdown } from "./markdown.js";

const TAGS = { paragraph: "p", quote: "blockquote", bullets: "ul", steps: "ol" };
const SPAN_TAGS = { strong: "strong", emphasis: "em" };
const ROLES = { lead: "Chủ trì", coordinating: "Phối hợp" };
const DIRECTNESS = { named: "đích danh", collective: "giao chung" };

/** `text` is the content, everything else an attribute. */
export function element(tag, { text, ...attributes } = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text !== undefined) node.textContent = text;
  node.append(...children);
  return node;
}

/** Replaces what the place shows by the Markdown text. */
export function showText(place, text) {
  place.replaceChildren(
    element("h2", { class: "unseen", text: "Trả lời" }),
    ...parseMarkdown(text).map(toBlock),
  );
}

/** @param {(question: string) => void} ask called with the follow-up question that was chosen */
export function showReply(place, { code, reply }, ask) {
  place.dataset.status = reply.status;
  showText(place, reply.text);
  if (reply.tasks.length > 0) place.append(toTaskTable(reply.tasks));
  if (reply.citations.length > 0) place.append(toCitations(reply.citations));
  if (reply.computed.length > 0) place.append(toComputed(reply.computed));
  place.append(element("p", { class: "code", text: `Mã tra cứu: ${code}` }));
  if (reply.suggestions.length > 0) place.append(toOffers(reply.suggestions, ask));
}

function toBlock({ kind, lines }) {
  const block = element(TAGS[kind]);
  lines.forEach((spans, i) => {
    if (kind === "bullets" || kind === "steps") block.append(element("li", {}, ...toSpans(spans)));
    else block.append(...(i > 0 ? [element("br")] : []), ...toSpans(spans));
  });
  return block;
}

const toSpans = (spans) =>
  spans.map(({ style, text }) => (style === "plain" ? text : element(SPAN_TAGS[style], { text })));

function toTaskTable(tasks) {
  const columns = [
    ["Nhiệm vụ", (task) => `${task.label} ${task.title}`],
    ["Chủ trì", (task) => task.lead.join("; ")],
    ["Phối hợp", (task) => task.coordinating.join("; ")],
    ["Thời gian", (task) => task.period],
    ["Vai trò", (task) => `${ROLES[task.role]}, ${DIRECTNESS[task.directness]}`],
  ];
  const head = element("tr", {}, ...columns.map(([name]) => element("th", { scope: "col", text: name })));
  const rows = tasks.map((task) =>
    // The name is repeated in the cell for narrow screens, where rows become cards.
    element(
      "tr",
      {},
      ...columns.map(([name, value]) => element("td", { "data-name": name, text: value(task) || "–" })),
    ),
  );
  const table = element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
  return folded(
    `Bảng nhiệm vụ (${tasks.length})`,
    element("div", { class: "table", tabindex: "0", role: "region", "aria-label": "Bảng nhiệm vụ" }, table),
  );
}

function toCitations(citations) {
  const items = citations.map(({ document: title, number, issuedOn, locator, quote, url, verifiedOn }) => {
    const facts = [
      title.includes(number) ? "" : number,
      issuedOn && `ngày ${printDay(issuedOn)}`,
      verifiedOn && `đối chiếu ngày ${printDay(verifiedOn)}`,
    ];
    const item = element(
      "li",
      {},
      element("strong", { text: locator }),
      element("blockquote", { text: quote }),
      element("p", { text: [title, ...facts].filter(Boolean).join(", ") }),
    );
    if (url?.startsWith("https://")) {
      item.lastChild.append(
        " ",
        element("a", { href: url, target: "_blank", rel: "noopener noreferrer", text: "Mở trang nguồn" }),
      );
    }
    return item;
  });
  return folded(`Nguồn (${citations.length})`, element("ol", { class: "citations" }, ...items));
}

/** Values with the same rule share a line. */
function toComputed(computed) {
  const valuesByRule = new Map();
  for (const { value, rule } of computed) valuesByRule.set(rule, [...(valuesByRule.get(rule) ?? []), value]);
  const items = [...valuesByRule].map(([rule, values]) =>
    element("li", {}, element("strong", { text: values.join("; ") }), `: ${rule}`),
  );
  return folded("Trợ lý tự tính", element("ul", {}, ...items));
}

function toOffers(suggestions, ask) {
  const list = element("ul", { class: "chips offers", "aria-label": "Hỏi tiếp" });
  for (const suggestion of suggestions) {
    const button = element("button", { type: "button", text: suggestion });
    button.addEventListener("click", () => ask(suggestion));
    list.append(element("li", {}, button));
  }
  return list;
}

const folded = (summary, content) => element("details", {}, element("summary", { text: summary }), content);

const printDay = (isoDay) => isoDay.split("-").reverse().join("/");
