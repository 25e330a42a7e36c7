/** The papers of a procedure as a list to tick, and time and fee of each way of filing side by side. */
import { element } from "./dom.js";

/** @param {HTMLElement[][]} items nodes of each paper @param {{ text: string }[]} papers */
export function checklist(papers, { words, ticks }) {
  const counter = element("p", { class: "counter", "aria-live": "off" });
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
      if (!event.target.closest("button")) box.click();
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
 *  end or a successor: what holds on which day stands in the reply's own lines. */
export function methodTable(record, { aspects, text }, { words, marked }) {
  if (!record.fees || !record.times) return undefined;
  const told = (name) => aspects.includes(name) || aspects.includes("methods");
  const column = (rows) => (method) =>
    rows
      .filter(({ channels }) => !channels || channels.includes(method.channel))
      .flatMap((row) => [
        (row.case ? `${capital(row.case)}: ` : "") + row.text,
        ...(row.additions ?? []).map((add) => add.text),
      ]);
  const columns = [
    ...(told("time") ? [[words.time, column(record.times)]] : []),
    ...(told("fee") ? [[words.fee, column(record.fees)]] : []),
  ];
  const plain = oneLine(text);
  if (columns.length === 0 || record.methods.length === 0) return undefined;
  if ([...record.fees, ...record.times].some(({ until }) => until)) return undefined;
  const values = record.methods.flatMap((method) => columns.flatMap(([, value]) => value(method)));
  if (!values.every((value) => plain.includes(oneLine(value)))) return undefined;

  const rows = new Map();
  for (const method of record.methods) {
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
              { "data-name": columns[i][0] },
              ...lines.map((line) => element("span", { class: "line" }, ...marked(line, line))),
            ),
          ),
        ),
      ),
    ),
  );
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const oneLine = (text) => text.replace(/\s+/g, " ").trim();
