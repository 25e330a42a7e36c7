/** Records as tables: tasks, which become cards on a phone, with a picture of their years; the papers of a procedure as a list
 *  to tick, and time and fee of each way of filing side by side. */
import { ABOUT } from "../about.js";
import { element, shape } from "./dom.js";

/** @import { Aspect, Child, Marks, ProcedureMethods, ProcedureValue, ReplyTask, Ticks, Words } from "./types.d.ts" */
/** @typedef {ProcedureMethods["methods"][number]} Method */

/** Where no task prints a year there is nothing to draw. */
const [FIRST_YEAR, LAST_YEAR] = ABOUT.years ?? [0, -1];
const YEARS = LAST_YEAR - FIRST_YEAR + 1;
const WIDTH = 32;

/** @param {readonly ReplyTask[]} tasks
 *  @param {Marks & { words: Words }} view what turns a text into nodes with its figures marked */
export function taskTable(tasks, { words, marked, proved }) {
  const names = [words.task, words.lead, words.coordinating, words.period];
  const head = element("tr", {}, ...names.map((text) => element("th", { scope: "col", text })));
  const rows = tasks.map((task) => {
    const around = `${task.label} ${task.title}`;
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, proved(task.label, around), " ", ...marked(task.title, around)),
      element("td", { "data-name": words.lead, text: task.lead.join("; ") || "–" }),
      element("td", { "data-name": words.coordinating, text: task.coordinating.join("; ") || "–" }),
      element(
        "td",
        { "data-name": words.period, class: "period" },
        ...marked(task.period, around),
        timeline(task),
      ),
    );
  });
  return element(
    "table",
    { class: "tasks", "aria-label": words.tasksTable },
    element("thead", {}, head),
    element("tbody", {}, ...rows),
  );
}

/** A bar over the years of the plan; one that recurs is drawn in dashes. The period stands beside it in words.
 *  @param {Pick<ReplyTask, "period" | "recurrence">} task */
export function timeline({ period, recurrence }) {
  if (YEARS === 0) return document.createDocumentFragment();
  const [from, to] = yearsOf(period, recurrence);
  const cells = Array.from({ length: YEARS }, (_, i) =>
    shape("rect", { x: i * WIDTH + 0.5, y: 0.5, width: WIDTH - 1, height: 9, class: "year" }),
  );
  const labels = Array.from({ length: YEARS }, (_, i) => {
    const label = shape("text", { x: i * WIDTH + WIDTH / 2, y: 20, class: "year-name" });
    label.textContent = `${FIRST_YEAR + i}`;
    return label;
  });
  const bar = shape("rect", {
    x: from * WIDTH + 2,
    y: 2,
    width: Math.max(1, to - from + 1) * WIDTH - 4,
    height: 6,
    rx: 2,
    class: recurrence === "none" ? "span" : "span recurring",
  });
  return shape(
    "svg",
    { viewBox: `0 0 ${WIDTH * YEARS} 22`, class: "timeline", "aria-hidden": "true", focusable: "false" },
    ...cells,
    bar,
    ...labels,
  );
}

/** @param {string} period @param {ReplyTask["recurrence"]} recurrence @returns {[from: number, to: number]} */
function yearsOf(period, recurrence) {
  const years = period.match(/20\d\d/g)?.map(Number) ?? [];
  if (years.length === 0 || recurrence !== "none") return [0, YEARS - 1];
  const within = (/** @type {number} */ year) => Math.min(YEARS - 1, Math.max(0, year - FIRST_YEAR));
  return [within(Math.min(...years)), within(Math.max(...years))];
}

/** @param {readonly { text: string, nodes: readonly Child[] }[]} papers with the nodes of each
 *  @param {{ words: Words, ticks: Ticks }} view */
export function checklist(papers, { words, ticks }) {
  const counter = element("p", { class: "counter", "aria-live": "off" });
  /** @type {HTMLInputElement[]} */
  const boxes = [];
  const count = () => {
    const done = boxes.filter((box) => box.checked).length;
    counter.textContent = words.ticked(done, boxes.length);
  };
  const rows = papers.map(({ text, nodes }) => {
    // A remark printed among the papers is none.
    if (text.startsWith("Ghi chú:")) return element("li", { class: "remark" }, ...nodes);
    const box = element("input", {
      type: "checkbox",
      on: {
        change: () => {
          ticks.set(text, box.checked);
          count();
        },
      },
    });
    box.checked = ticks.has(text);
    boxes.push(box);
    // Figures in the words are buttons of their own, so the label names the box without wrapping them.
    box.setAttribute("aria-label", text);
    const words = element("span", { class: "paper" }, ...nodes);
    words.addEventListener("click", (event) => {
      if (!(event.target instanceof Element && event.target.closest("button"))) box.click();
    });
    return element("li", {}, box, words);
  });
  count();
  return element(
    "div",
    { class: "checklist" },
    element("ul", { "aria-label": words.papers }, ...rows),
    counter,
  );
}

/** Undefined when the reply doesn't say the same (a record may have changed since it was given), and when a value has an
 *  end or a successor: what holds on which day stands in the reply's own lines.
 *  @param {ProcedureMethods} record
 *  @param {{ aspects: readonly Aspect[], text: string }} told
 *  @param {{ words: Words } & Pick<Marks, "marked">} view */
export function methodTable({ methods, fees, times }, { aspects, text }, { words, marked }) {
  if (!fees || !times) return undefined;
  const told = (/** @type {Aspect} */ name) => aspects.includes(name) || aspects.includes("methods");
  const column = (/** @type {readonly ProcedureValue[]} */ rows) => (/** @type {Method} */ method) =>
    rows
      .filter(({ channels }) => !channels || channels.includes(method.channel))
      .flatMap((row) => [
        (row.case ? `${capital(row.case)}: ` : "") + row.text,
        ...(row.additions ?? []).map((add) => add.text),
      ]);
  /** @type {[name: string, value: (method: Method) => string[]][]} */
  const columns = [];
  if (told("time")) columns.push([words.time, column(times)]);
  if (told("fee")) columns.push([words.fee, column(fees)]);
  const plain = oneLine(text);
  if (columns.length === 0 || methods.length === 0) return undefined;
  if ([...fees, ...times].some(({ until }) => until)) return undefined;
  const values = methods.flatMap((method) => columns.flatMap(([, value]) => value(method)));
  if (!values.every((value) => plain.includes(oneLine(value)))) return undefined;

  /** @type {Map<string, { channels: string[], cells: string[][] }>} */
  const rows = new Map();
  for (const method of methods) {
    // A note is shown where the reply has it as well: nothing here stands without its citation.
    const note = method.note && plain.includes(oneLine(method.note)) ? [method.note] : [];
    const cells = columns.map(([, value], i) => [...value(method), ...(i === 0 ? note : [])]);
    const channel = method.channel ? words.channels[method.channel] : words.noChannel;
    const key = JSON.stringify(columns.map(([, value]) => value(method)));
    const known = rows.get(key);
    if (!known) rows.set(key, { channels: [channel], cells });
    else if (!known.channels.includes(channel)) known.channels.push(channel);
  }
  const head = [words.channel, ...columns.map(([name]) => name)];
  return element(
    "table",
    { class: "methods" },
    element(
      "thead",
      {},
      element("tr", {}, ...head.map((name) => element("th", { scope: "col", text: name }))),
    ),
    element(
      "tbody",
      {},
      ...[...rows.values()].map(({ channels, cells }) =>
        element(
          "tr",
          {},
          element("th", { scope: "row", text: channels.join(", ") }),
          ...cells.map((lines, i) =>
            element(
              "td",
              { "data-name": columns[i]?.[0] },
              ...lines.map((line) => element("span", { class: "line" }, ...marked(line, line))),
            ),
          ),
        ),
      ),
    ),
  );
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, " ").trim();
