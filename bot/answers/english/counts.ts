/** Sets of rows in English: the rows, counts, shares, tables and places. */
import type { Measure, Query } from "../../query.ts";
import { subjectOf } from "../../sets/subject.ts";
import { rowsOf, type TableRow, type TaskSet, tableOf } from "../../sets/task-set.ts";
import { bullets, capitalize, withoutStop } from "../context.ts";
import { agencyRows } from "./agency-rows.ts";
import { NO_PROGRESS } from "./phrases.ts";
import { describeSet, groupName } from "./sets.ts";
import { COUNTED, counted, listed, type Sheet } from "./sheet.ts";
import { BY_ASSISTANT, line, period, ROLES, speakSome } from "./tasks.ts";

type Of<K extends Query["kind"]> = Extract<Query, { kind: K }>;
type Table = Extract<Measure, { as: "table" }>;

const SHARED = "counted from the rows that name the agency; a row with two agencies counts for both";

export function taskSet({ set, measure, asks }: Of<"taskSet">, sheet: Sheet): void {
  const { knowledge, now } = sheet.context;
  const rows = rowsOf(set, knowledge, now);
  const what = describeSet(set, knowledge);
  const behind = what ? ` ${what}` : "";
  switch (measure.as) {
    case "share":
      share(rows.length, behind, sheet);
      break;
    case "table":
      table(tableOf(rows, measure.by), rows.length, behind, measure, sheet);
      break;
    case "agencies":
      agencies(tableOf(rows, measure.role), measure.role, behind, sheet);
      break;
    case "nobody":
      nobody(tableOf(rows, measure.role), measure.role, sheet);
      break;
    default:
      list(set, asks, measure.as === "list", behind, sheet);
  }
  if (JSON.stringify(set).includes('"partOfYear":true'))
    sheet.both("The appendix prints years only, no quarters or months.");
  if (asks.includes("completion") || asks.includes("overdue")) sheet.both(NO_PROGRESS);
}

function list(
  set: TaskSet,
  asks: Of<"taskSet">["asks"],
  withSome: boolean,
  behind: string,
  sheet: Sheet,
): void {
  const { knowledge, now } = sheet.context;
  const subject = set.op === "filter" ? subjectOf(set) : undefined;
  const { tasks } = sheet.draft;
  const isWidened = tasks.length > rowsOf(set, knowledge, now).length;
  if (subject && (subject.where.named !== true || isWidened)) {
    agencyRows(subject, sheet);
    return;
  }
  if (set.op === "best" && tasks.length > 0) {
    best(set, sheet);
    return;
  }
  const total = `**${sheet.compute(tasks.length, COUNTED)}**`;
  sheet.both(
    `There ${tasks.length === 1 ? "is" : "are"} ${counted(total, "task")}${behind} ${BY_ASSISTANT}.`,
  );
  if (withSome) speakSome(tasks, sheet);
  const rows = knowledge.tasks.filter(({ id }) => tasks.some((task) => task.id === id));
  const inOrder = tasks.flatMap(({ id }) => rows.filter((row) => row.id === id));
  const others = (row: (typeof rows)[number]) =>
    asks.includes("coordinating") ? ` · Coordinating: ${withoutStop(row.coordinatingPrinted)}` : "";
  sheet.say(
    bullets(
      inOrder.map(
        (row) =>
          `**${row.label}** ${withoutStop(row.title)} · Lead: ${row.leadPrinted}${others(row)} · ${period(row)}`,
      ),
    ),
  );
}

function best({ by, most }: Extract<TaskSet, { op: "best" }>, sheet: Sheet): void {
  const rows = sheet.draft.tasks;
  const labels = listed(rows.map(({ label }) => label));
  if (by === "end") {
    const end = rows[0]?.dueEnd?.slice(0, 4);
    const until = end ? `until the end of ${end}` : `recurring (${rows[0]?.period ?? ""})`;
    const count = `**${sheet.compute(rows.length, COUNTED)}**`;
    sheet.both(
      `The ${most ? "latest" : "earliest"} printed end is **${until}**, of ${counted(count, "task")}:`,
    );
    speakSome(rows, sheet);
    sheet.say(bullets(rows.map(line)));
    return;
  }
  sheet.both(
    by === "duration"
      ? `The ${most ? "longest" : "shortest"} printed period is that of: **${labels}**.`
      : `By agencies that the rows name, the ${most ? "most" : "fewest"} coordinating agencies stand in: **${labels}**.`,
  );
  sheet.say(bullets(rows.map((row) => `${line(row)} · Coordinating: ${row.coordinating.join("; ")}`)));
}

function share(count: number, behind: string, sheet: Sheet): void {
  const all = sheet.compute(sheet.context.knowledge.tasks.length, "counted from all rows of the appendix");
  const percent = sheet.draft.computed.find(({ value }) => value.endsWith("%"))?.value ?? "";
  sheet.both(
    `**${sheet.compute(count, COUNTED)}** of **${all}** tasks are those${behind}, about **${percent}** ${BY_ASSISTANT}.`,
  );
}

function table(all: TableRow[], total: number, behind: string, measure: Table, sheet: Sheet): void {
  const { by, order, except = [], among, only, place } = measure;
  const byBody = by === "lead" || by === "coordinating";
  const rule = byBody ? SHARED : COUNTED;
  const nameOf = namer(by, sheet);
  const rows = among
    ? among.map((key) => all.find((row) => row.key === key) ?? { key, ids: [] })
    : all.filter(({ key, ids }) => {
        const isShown = key !== "" && !except.includes(key);
        return isShown && (only === undefined || ids.length === only);
      });
  if (byBody || order)
    rows.sort((a, b) => (order === "least" ? a.ids.length - b.ids.length : b.ids.length - a.ids.length));
  else if (by !== "group") rows.sort((a, b) => a.key.localeCompare(b.key));
  const apart = except.length > 0 ? `Apart from ${listed(except.map(nameOf))}: ` : "";
  const sizes = [...new Set(rows.map(({ ids }) => ids.length))];
  const size = place === undefined ? (order ? sizes[0] : undefined) : sizes[place - 1];
  if (only !== undefined)
    sheet.both(
      `**${sheet.compute(rows.length, SHARED)}** agencies have exactly ${counted(sheet.compute(only, "named in the question"), "task")}${behind} ${BY_ASSISTANT}:`,
    );
  else if (place !== undefined && size === undefined)
    sheet.both(`No agency has place ${sheet.compute(place, "named in the question")}.`);
  else if (size !== undefined) {
    const first = rows.filter(({ ids }) => ids.length === size).map(({ key }) => nameOf(key));
    const verb = byBody ? (first.length > 1 ? ROLES[by].slice(0, -1) : ROLES[by]) : "has";
    const isEqual = among !== undefined && first.length > 1 && first.length === rows.length;
    const how =
      place !== undefined
        ? `(place ${sheet.compute(place, "named in the question")})`
        : isEqual
          ? "equally many"
          : `the ${order === "least" ? "fewest" : "most"}`;
    sheet.both(
      `${apart}**${listed(first)}** ${verb} ${how}: ${counted(`**${sheet.compute(size, rule)}**`, "task")}${behind}${byBody ? " by name" : ""} ${BY_ASSISTANT}.`,
    );
  } else
    sheet.both(
      `${apart}${counted(`**${sheet.compute(total, COUNTED)}**`, "task")}${behind}, by ${KEYS[by]} ${BY_ASSISTANT}:`,
    );
  sheet.say(bullets(rows.map(({ key, ids }) => `${nameOf(key)}: **${sheet.compute(ids.length, rule)}**`)));
}

function namer(by: Table["by"], { context: { knowledge } }: Sheet): (key: string) => string {
  return (key) => {
    if (by === "group") return capitalize(groupName(key, knowledge));
    if (by === "recurrence")
      return (
        {
          none: "With an end year",
          yearly: "Every year",
          periodic: "Several times a year",
          ongoing: "Ongoing",
        }[key] ?? key
      );
    return knowledge.agencies.find(({ id }) => id === key)?.name ?? key;
  };
}

function agencies(all: TableRow[], role: keyof typeof ROLES, behind: string, sheet: Sheet): void {
  const rows = all.filter(({ key }) => key !== "").sort((a, b) => b.ids.length - a.ids.length);
  const nameOf = namer(role, sheet);
  const count = sheet.compute(rows.length, "counted from the agencies that the rows name");
  sheet.both(
    `**${count}** agencies are named as ${role === "lead" ? "leading" : "coordinating"} the tasks${behind} ${BY_ASSISTANT}:`,
  );
  sheet.say(bullets(rows.map(({ key, ids }) => `${nameOf(key)}: **${sheet.compute(ids.length, SHARED)}**`)));
}

function nobody(all: TableRow[], role: keyof typeof ROLES, sheet: Sheet): void {
  const named = new Set(all.map(({ key }) => key));
  const none = sheet.context.knowledge.agencies.filter(
    ({ id, collective }) => collective !== null && !named.has(id),
  );
  sheet.both(
    `No row of the appendix names these agencies as ${role === "lead" ? "leading" : "coordinating"} (they still have a part in what is assigned to the agencies as a whole):`,
  );
  sheet.say(bullets(none.map(({ name }) => name)));
}

const KEYS = {
  group: "group",
  endYear: "printed end year",
  period: "printed period",
  recurrence: "recurrence",
  lead: "lead agency",
  coordinating: "coordinating agency",
} as const;
