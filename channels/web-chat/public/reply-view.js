/** Builds the nodes of a reply: its text with figures that open their source, tasks as a table, papers as a checklist. */
import { button, element } from "./dom.js";
import { parseMarkdown } from "./markdown.js";
import { citationNodes, createMarks, isAdded, link, nameOf, printDay } from "./proof-view.js";
import { checklist, methodTable, taskTable, timeline } from "./record-tables.js";

/** @import { Block, Span } from "./markdown.js" */
/** @import { Child, Citation, Computed, Marks, Reply, ReplyTask, TurnResponse, View, Words } from "./types.d.ts" */
/** @typedef {(spans: readonly Span[]) => (Node | string)[]} ToSpans */

const TAGS = /** @type {const} */ ({ paragraph: "p", quote: "blockquote", bullets: "ul", steps: "ol" });
const SPAN_TAGS = /** @type {const} */ ({ strong: "strong", emphasis: "em" });
/** With fewer, the list of the text is as easy to read. */
const TABLE_FROM = 2;

/** @param {readonly Span[]} spans */
const plainText = (spans) => spans.map(({ text }) => text).join("");

/** What has arrived so far, without anything to press.
 *  @param {string} text */
export const previewNodes = (text) =>
  parseMarkdown(text).map((block) => toBlock(block, (spans) => spans.map(toPlainSpan)));

/** @param {TurnResponse} response
 *  @param {View} view
 *  @returns {Node[]} */
export function replyNodes(response, view) {
  const { reply, code, messageId } = response;
  const { words } = view;
  const marks = createMarks(reply, messageId, view);
  /** @type {Node[]} */
  const nodes = [
    element(view.headingTag, { class: "unseen", text: words.answer }),
    ...bodyNodes(reply, view, marks),
  ];
  const [task] = reply.tasks;
  if (task && reply.tasks.length === 1 && reply.kind === "task") nodes.push(timeline(task));
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
  const [procedure] = reply.procedures;
  if (procedure && reply.procedures.length === 1)
    nodes.push(
      element("p", {}, link(`/procedures/${encodeURIComponent(procedure.code)}`, words.record, view)),
    );
  if (reply.citations.length > 0) nodes.push(sources(reply.citations, messageId, view));
  if (reply.computed.length > 0) nodes.push(computedValues(reply.computed, view));
  nodes.push(codeLine(code, reply.status === "handoff", words));
  if (view.actions.length > 0) nodes.push(element("div", { class: "actions" }, ...view.actions));
  return nodes;
}

/** Only the newest reply has them.
 *  @param {TurnResponse} response @param {{ words: Words, ask(text: string): void }} view */
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

/** @param {Reply} reply @param {View} view @param {Marks} marks */
function bodyNodes(reply, view, marks) {
  const blocks = withoutSourceLine(parseMarkdown(reply.text), reply);
  /** @type {ToSpans} */
  const toSpans = (spans) => markedSpans(spans, marks, reply, view);
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
  /** @type {Node[]} */
  const nodes = [];
  let toldMethods = false;
  for (let i = 0; i < blocks.length; i++) {
    const block = /** @type {Block} */ (blocks[i]);
    const tasks = tasksOf(block, reply.tasks);
    const title = titleOf(block);
    const next = blocks[i + 1];
    if (tasks) nodes.push(taskTable(tasks, { words: view.words, ...marks }));
    else if (methods && /^(?:Thời hạn giải quyết|Phí, lệ phí)$/.test(title ?? "")) {
      if (!toldMethods) nodes.push(methods);
      toldMethods = true;
      if (isOnlyTitle(block) && next?.kind === "bullets") i++;
    } else if (
      procedure &&
      title?.startsWith("Hồ sơ") &&
      block.lines.length === 1 &&
      next?.kind === "bullets"
    ) {
      const papers = next.lines.map((spans) => ({ text: plainText(spans), nodes: toSpans(spans) }));
      const ticks = view.ticksOf(procedure.code);
      nodes.push(toBlock(block, toSpans), checklist(papers, { words: view.words, ticks }));
      i++;
    } else nodes.push(toBlock(block, toSpans));
  }
  return nodes;
}

/** The sources have a place of their own below.
 *  @param {readonly Block[]} blocks @param {Reply} reply */
const withoutSourceLine = (blocks, { citations }) =>
  blocks.filter(
    ({ kind, lines }) =>
      citations.length === 0 ||
      kind !== "paragraph" ||
      lines.length > 1 ||
      !/^(?:Nguồn|Source): /.test(plainText(lines[0] ?? [])),
  );

/** The tasks that a list names, one a line; undefined for other lists.
 *  @param {Block} block @param {readonly ReplyTask[]} tasks @returns {ReplyTask[] | undefined} */
function tasksOf({ kind, lines }, tasks) {
  if (kind !== "bullets" || tasks.length < TABLE_FROM) return undefined;
  const found = lines.flatMap(
    ([first]) => (first?.style === "strong" && tasks.find(({ label }) => label === first.text)) || [],
  );
  return found.length === lines.length ? found : undefined;
}

/** @param {Block} block */
const titleOf = ({ kind, lines }) =>
  kind === "paragraph" && lines[0]?.[0]?.style === "strong" ? lines[0][0].text : undefined;
/** @param {Block} block */
const isOnlyTitle = ({ lines }) => lines.length === 1 && lines[0]?.length === 1;

/** @param {Block} block @param {ToSpans} toSpans */
function toBlock({ kind, lines }, toSpans) {
  const block = element(TAGS[kind]);
  lines.forEach((spans, i) => {
    if (kind === "bullets" || kind === "steps") block.append(element("li", {}, ...toSpans(spans)));
    else block.append(...(i > 0 ? [element("br")] : []), ...toSpans(spans));
  });
  return block;
}

/** @param {Span} span */
const toPlainSpan = ({ style, text }) =>
  style === "plain" || style === "link" ? text : element(SPAN_TAGS[style], { text });

/** @param {readonly Span[]} spans @param {Marks} marks @param {Pick<Reply, "links">} reply @param {View} view */
function markedSpans(spans, marks, { links }, view) {
  const line = plainText(spans);
  return spans.flatMap(({ style, text, url }) => {
    // Only what the reply itself hands out leads anywhere.
    if (style === "link")
      return links?.some((row) => row.url === url) ? [link(url ?? "", text, view)] : [text];
    const nodes = marks.marked(text, line);
    return style === "plain" ? nodes : [element(SPAN_TAGS[style], {}, ...nodes)];
  });
}

/** @param {readonly Citation[]} citations @param {string} messageId @param {View} view */
function sources(citations, messageId, view) {
  const { words } = view;
  const items = citations.map((citation) =>
    element("li", {}, ...citationNodes(citation, undefined, messageId, view)),
  );
  /** @type {Map<string, Citation>} */
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

/** Values with the same rule share a line.
 *  @param {readonly Computed[]} computed @param {Pick<View, "words">} view */
function computedValues(computed, { words }) {
  /** @type {Map<string, string[]>} */
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

/** @param {Child[]} summary @param {Node} content */
const folded = (summary, content) => element("details", {}, element("summary", {}, ...summary), content);

/** Who has asked for a person reads it out, so it stands large.
 *  @param {string} code @param {boolean} isHandoff @param {Words} words */
const codeLine = (code, isHandoff, words) =>
  isHandoff
    ? element(
        "p",
        { class: "code large" },
        element("span", { text: `${words.handoff}: ` }),
        element("strong", { text: code }),
      )
    : element("p", { class: "code" }, `${words.code}: `, element("strong", { text: code }));
