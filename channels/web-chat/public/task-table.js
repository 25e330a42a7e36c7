/** Tasks as a table that becomes cards on a phone, with a picture of their years. */
import { element, shape } from "./dom.js";

const FIRST_YEAR = 2023;
const YEARS = 3;
const WIDTH = 32;

/** @param {any[]} tasks @param {any} view what turns a text into nodes with its figures marked */
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

/** A bar over the years of the plan; one that recurs is drawn in dashes. The period stands beside it in words. */
export function timeline({ period, recurrence }) {
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

function yearsOf(period, recurrence) {
  const years = period.match(/20\d\d/g)?.map(Number) ?? [];
  if (years.length === 0 || recurrence !== "none") return [0, YEARS - 1];
  const within = (year) => Math.min(YEARS - 1, Math.max(0, year - FIRST_YEAR));
  return [within(Math.min(...years)), within(Math.max(...years))];
}
