/** Builds the nodes of a reply: its text with figures that open their source, tasks as a table, papers as a checklist. */
import { button, element } from "./dom.js";
import { createProofs, positionIn, splitFigures } from "./figures.js";
import { parseMarkdown } from "./markdown.js";
import { checklist, methodTable } from "./procedure-view.js";
import { taskTable, timeline } from "./task-table.js";

const TAGS = { paragraph: "p", quote: "blockquote", bullets: "ul", steps: "ol" };
const SPAN_TAGS = { strong: "strong", emphasis: "em" };
/** With fewer, the list of the text is as easy to read. */
const TABLE_FROM = 2;

const KIND = /^(?:Quyết định|Kế hoạch|Nghị quyết|Nghị định|Thông tư|Luật|Chỉ thị|Công văn)(?![\p{L}\p{M}])/u;

const plainText = (spans) => spans.map(({ text }) => text).join("");
const printDay = (isoDay) => isoDay.split("-").reverse().join("/");

/** What has arrived so far, without anything to press.
 *  @param {string} text */
export const previewNodes = (text) =>
  parseMarkdown(text).map((block) => toBlock(block, (spans) => spans.map(toPlainSpan)));

/** @param {any} response
 *  @param {{ words: any, base: URL, headingTag: string, record?: any, ticksOf(code: string): any, ask(question: string): void,
 *    actions: readonly Node[] }} view `record`: of the one procedure that the reply is about
 *  @returns {Node[]} */
export function replyNodes(response, view) {
  const { reply, code, messageId } = response;
  const { words } = view;
  const marks = createMarks(reply, messageId, view);
  const nodes = [
    element(view.headingTag, { class: "unseen", text: words.answer }),
    ...bodyNodes(reply, view, marks),
  ];
  if (reply.tasks.length === 1 && reply.kind === "task") nodes.push(timeline(reply.tasks[0]));
  if (reply.tasks.length >= TABLE_FROM) {
    const ids = reply.tasks.map(({ id }) => id).join(",");
    nodes.push(
      element(
        "p",
        {},
        link(`/tasks?ids=${encodeURIComponent(ids)}`, words.allTasks(reply.tasks.length), view),
      ),
    );
  }
  if (reply.procedures.length === 1)
    nodes.push(
      element(
        "p",
        {},
        link(`/procedures/${encodeURIComponent(reply.procedures[0].code)}`, words.record, view),
      ),
    );
  if (reply.citations.length > 0) nodes.push(sources(reply.citations, messageId, view));
  if (reply.computed.length > 0) nodes.push(computedValues(reply.computed, view));
  nodes.push(codeLine(code, reply.status === "handoff", words));
  if (view.actions.length > 0) nodes.push(element("div", { class: "actions" }, ...view.actions));
  return nodes;
}

/** Only the newest reply has them. */
export function offerNodes({ reply }, { words, ask }) {
  // A reply that was kept before replies had options has none.
  const options = reply.status === "clarification" ? (reply.options ?? []).map(({ label }) => label) : [];
  const offers = options.length > 0 ? options : reply.suggestions;
  if (offers.length === 0) return [];
  const name = reply.status === "clarification" ? words.choices : words.offers;
  const items = offers.map((text) =>
    element(
      "li",
      {},
      button(null, text, () => ask(text), { class: "chip", lang: reply.language ?? "vi" }),
    ),
  );
  return [
    element(
      "section",
      { class: "offers", "aria-label": name },
      element("p", { class: "faint", text: name }),
      element("ul", { class: "chips" }, ...items),
    ),
  ];
}

function bodyNodes(reply, view, marks) {
  const blocks = withoutSourceLine(parseMarkdown(reply.text), reply);
  const toSpans = (spans) => markedSpans(spans, marks);
  const procedure =
    reply.procedures.length === 1 && reply.kind === "procedure" ? reply.procedures[0] : undefined;
  const methods =
    procedure && view.record
      ? methodTable(
          view.record,
          { aspects: procedure.aspects, text: reply.text },
          { words: view.words, ...marks },
        )
      : undefined;
  const nodes = [];
  let toldMethods = false;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    const tasks = tasksOf(block, reply.tasks);
    const title = titleOf(block);
    const next = blocks[i + 1];
    if (tasks) nodes.push(taskTable(tasks, { words: view.words, ...marks }));
    else if (methods && /^(?:Thời hạn giải quyết|Phí, lệ phí)$/.test(title ?? "")) {
      if (!toldMethods) nodes.push(methods);
      toldMethods = true;
      if (isOnlyTitle(block) && next?.kind === "bullets") i++;
    } else if (procedure && title?.startsWith("Hồ sơ") && isOnlyTitle(block) && next?.kind === "bullets") {
      const papers = next.lines.map((spans) => ({ text: plainText(spans), nodes: toSpans(spans) }));
      const ticks = view.ticksOf(procedure.code);
      nodes.push(toBlock(block, toSpans), checklist(papers, { words: view.words, ticks }));
      i++;
    } else nodes.push(toBlock(block, toSpans));
  }
  return nodes;
}

/** The sources have a place of their own below. */
const withoutSourceLine = (blocks, { citations }) =>
  blocks.filter(
    ({ kind, lines }) =>
      citations.length === 0 ||
      kind !== "paragraph" ||
      lines.length > 1 ||
      !/^(?:Nguồn|Source): /.test(plainText(lines[0])),
  );

/** The tasks that a list names, one a line; undefined for other lists. */
function tasksOf({ kind, lines }, tasks) {
  if (kind !== "bullets" || tasks.length < TABLE_FROM) return undefined;
  const found = lines.map(
    ([first]) => first?.style === "strong" && tasks.find(({ label }) => label === first.text),
  );
  return found.every(Boolean) ? found : undefined;
}

const titleOf = ({ kind, lines }) =>
  kind === "paragraph" && lines[0][0]?.style === "strong" ? lines[0][0].text : undefined;
const isOnlyTitle = ({ lines }) => lines.length === 1 && lines[0].length === 1;

function toBlock({ kind, lines }, toSpans) {
  const block = element(TAGS[kind]);
  lines.forEach((spans, i) => {
    if (kind === "bullets" || kind === "steps") block.append(element("li", {}, ...toSpans(spans)));
    else block.append(...(i > 0 ? [element("br")] : []), ...toSpans(spans));
  });
  return block;
}

const toPlainSpan = ({ style, text }) => (style === "plain" ? text : element(SPAN_TAGS[style], { text }));

function markedSpans(spans, marks) {
  const line = plainText(spans);
  return spans.flatMap(({ style, text }) => {
    const nodes = marks.marked(text, line);
    return style === "plain" ? nodes : [element(SPAN_TAGS[style], {}, ...nodes)];
  });
}

/** Buttons of figures: one press opens what proves the figure below its line, another closes it. */
function createMarks(reply, messageId, view) {
  const { words } = view;
  const proofs = createProofs(reply);
  let open;

  const close = () => {
    open?.card.remove();
    open?.mark.setAttribute("aria-expanded", "false");
    open = undefined;
  };

  function toggle(mark, figure, proof) {
    const isOpen = open?.mark === mark;
    close();
    if (isOpen) return;
    const shut = button(
      "close",
      words.closeCard,
      () => {
        close();
        mark.focus();
      },
      { class: "quiet" },
    );
    const content = proof.rules
      ? [
          element("p", {}, element("strong", { text: words.computed })),
          ...proof.rules.map((rule) => element("p", {}, element("strong", { text: figure }), `: ${rule}`)),
        ]
      : citationNodes(proof.citation, figure, messageId, view);
    const card = element(
      "div",
      { class: "proof", role: "group", "aria-label": words.seeSource(figure) },
      ...content,
      shut,
    );
    open = { mark, card: insertAfterLine(mark, card) };
    mark.setAttribute("aria-expanded", "true");
  }

  const proved = (figure, line) => {
    const proof = proofs.find(figure, line);
    if (!proof) return element("span", { text: figure });
    const label = proof.rules ? words.seeRule(figure) : words.seeSource(figure);
    const mark = element("button", {
      type: "button",
      class: proof.rules ? "figure rule" : "figure",
      "aria-expanded": "false",
      "aria-label": label,
      text: figure,
      on: { click: () => toggle(mark, figure, proof) },
    });
    return mark;
  };

  return {
    /** A figure by itself. */
    proved,
    /** A text with its figures as buttons. */
    marked: (text, line) => {
      const parts = splitFigures(text);
      return parts.map((part, i) => {
        const {
          before = "",
          own,
          after = "",
        } = typeof part === "string" ? trimmed(parts, i) : closed(parts, i);
        if (typeof part === "string") return own;
        const mark = proved(part.figure, line);
        // A line never begins with the bracket or the stop that belongs to a figure.
        return before || after ? element("span", { class: "kept-together" }, before, mark, after) : mark;
      });
    },
  };
}

const OPENING = /[(“"]$/u;
const CLOSING = /^[)”".,;:!?]+/u;

/** The marks around the figure at `i`, which its neighbours give up. */
const closed = (parts, i) => ({
  before: OPENING.exec(parts[i - 1] ?? "")?.[0],
  after: CLOSING.exec(parts[i + 1] ?? "")?.[0],
});

/** The text at `i` without what its neighbours have taken. */
function trimmed(parts, i) {
  const start = i > 0 ? (CLOSING.exec(parts[i])?.[0].length ?? 0) : 0;
  const rest = parts[i].slice(start);
  return { own: i + 1 < parts.length ? rest.replace(OPENING, "") : rest };
}

/** Below the line of the figure: a row of its own in a table, inside the item of a list, after a paragraph. */
function insertAfterLine(mark, card) {
  const row = mark.closest("tr");
  if (row) {
    const cell = element("td", { colspan: row.cells.length }, card);
    const added = element("tr", { class: "proof-row" }, cell);
    row.after(added);
    return added;
  }
  const item = mark.closest("li");
  if (item) item.append(card);
  else mark.closest("p, blockquote").after(card);
  return card;
}

function citationNodes(citation, figure, messageId, view) {
  const { words } = view;
  const { locator, quote, url, verifiedOn, id } = citation;
  const at = figure === undefined ? -1 : positionIn(quote, figure);
  const quoted =
    at < 0
      ? [quote]
      : [quote.slice(0, at), element("mark", { text: figure }), quote.slice(at + figure.length)];
  return [
    element("p", {}, element("strong", { text: locator })),
    element("blockquote", {}, ...quoted),
    element("p", { class: "faint", text: nameOf(citation, words) }),
    verifiedOn && element("p", { class: "verified", text: words.verified(printDay(verifiedOn)) }),
    isAdded(citation) && element("p", { class: "unverified", text: words.unverified }),
    element(
      "p",
      { class: "links" },
      link(`/citations/${encodeURIComponent(messageId)}/${encodeURIComponent(id)}`, words.inDocument, view),
      url?.startsWith("https://") && " ",
      url?.startsWith("https://") && link(url, words.sourcePage, view),
    ),
  ].filter(Boolean);
}

/** A document with a number goes by its kind, number and day; its title is as long as a paragraph. */
const nameOf = ({ document: title, number, issuedOn }, words) =>
  issuedOn && number
    ? `${KIND.exec(title)?.[0] ?? words.document} ${number} ${words.issued(printDay(issuedOn))}`
    : title;

/** A file that an office has added and nobody has compared with its source. */
const isAdded = ({ document: title, verifiedOn }) => !verifiedOn && title.startsWith("Tệp ");

function link(path, text, { words, base }) {
  return element(
    "a",
    { href: new URL(path, base).href, target: "_blank", rel: "noopener noreferrer" },
    text,
    element("span", { class: "unseen", text: ` ${words.newTab}` }),
  );
}

function sources(citations, messageId, view) {
  const { words } = view;
  const items = citations.map((citation) =>
    element("li", {}, ...citationNodes(citation, undefined, messageId, view)),
  );
  const documents = new Map();
  for (const citation of citations) documents.set(nameOf(citation, words), citation);
  const named = [...documents]
    .slice(0, 2)
    .map(([name, citation]) =>
      element(
        "span",
        { class: "source" },
        name,
        citation.verifiedOn &&
          element("span", { class: "verified", text: words.verified(printDay(citation.verifiedOn)) }),
        isAdded(citation) && element("span", { class: "unverified", text: words.unverified }),
      ),
    );
  return folded(
    [element("span", { class: "fold-name", text: words.sources(citations.length) }), ...named],
    element("ol", { class: "citations" }, ...items),
  );
}

/** Values with the same rule share a line. */
function computedValues(computed, { words }) {
  const valuesByRule = new Map();
  for (const { value, rule } of computed) valuesByRule.set(rule, [...(valuesByRule.get(rule) ?? []), value]);
  const items = [...valuesByRule].map(([rule, values]) =>
    element("li", {}, element("strong", { text: values.join("; ") }), `: ${rule}`),
  );
  return folded(
    [element("span", { class: "fold-name", text: `${words.computed} (${computed.length})` })],
    element("ul", {}, ...items),
  );
}

const folded = (summary, content) => element("details", {}, element("summary", {}, ...summary), content);

/** Who has asked for a person reads it out, so it stands large. */
const codeLine = (code, isHandoff, words) =>
  isHandoff
    ? element(
        "p",
        { class: "code large" },
        element("span", { text: `${words.handoff}: ` }),
        element("strong", { text: code }),
      )
    : element("p", { class: "code" }, `${words.code}: `, element("strong", { text: code }));
