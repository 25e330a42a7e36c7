/** Counts, tables and places of tasks in English. */
import type { Query } from "../../query.ts";
import { rowsOf, tableOf } from "../../sets/task-set.ts";
import { findTasks } from "../../task-query.ts";
import { bullets, capitalize, withoutStop } from "../context.ts";
import { describeSet, groupName } from "./sets.ts";
import { COUNTED, counted, listed, type Sheet } from "./sheet.ts";
import { BY_ASSISTANT, line, period, ROLES, speakSome } from "./tasks.ts";

type Of<K extends Query["kind"]> = Extract<Query, { kind: K }>;

const SHARED = "counted from the rows that name the agency; a row with two agencies counts for both";

export function taskSet({ set, measure, asks }: Of<"taskSet">, sheet: Sheet): void {
  const { knowledge, now } = sheet.context;
  const rows = rowsOf(set, knowledge, now);
  const what = describeSet(set, knowledge);
  const behind = what ? ` ${what}` : "";
  const total = `**${sheet.compute(rows.length, COUNTED)}**`;
  if (measure.as === "share") {
    const all = sheet.compute(knowledge.tasks.length, "counted from all rows of the appendix");
    const share = sheet.draft.computed.find(({ value }) => value.endsWith("%"))?.value ?? "";
    sheet.both(`${total} of **${all}** tasks are those${behind}, about **${share}** ${BY_ASSISTANT}.`);
    return;
  }
  if (measure.as !== "table" && measure.as !== "agencies") {
    sheet.both(
      `There ${rows.length === 1 ? "is" : "are"} ${counted(total, "task")}${behind} ${BY_ASSISTANT}.`,
    );
    if (measure.as === "list") speakSome(sheet.draft.tasks, sheet);
    const withCoordinating = asks.includes("coordinating");
    sheet.say(
      bullets(
        rows.map(
          (row) =>
            `**${row.label}** ${withoutStop(row.title)} · Lead: ${row.leadPrinted}${withCoordinating ? ` · Coordinating: ${withoutStop(row.coordinatingPrinted)}` : ""} · ${period(row)}`,
        ),
      ),
    );
    return;
  }
  const by = measure.as === "agencies" ? measure.role : measure.by;
  const except = measure.as === "table" ? (measure.except ?? []) : [];
  const order = measure.as === "table" ? measure.order : undefined;
  const table = tableOf(rows, by).filter(({ key }) => key !== "" && !except.includes(key));
  const byBody = by === "lead" || by === "coordinating";
  const rule = byBody ? SHARED : COUNTED;
  if (byBody || order)
    table.sort((a, b) => (order === "least" ? a.ids.length - b.ids.length : b.ids.length - a.ids.length));
  else if (by !== "group") table.sort((a, b) => a.key.localeCompare(b.key));
  const nameOf = (key: string): string => {
    if (by === "group") return capitalize(groupName(key, knowledge));
    if (by === "recurrence")
      return { none: "With an end year", yearly: "Every year", ongoing: "Ongoing" }[key] ?? key;
    return knowledge.agencies.find(({ id }) => id === key)?.name ?? key;
  };
  const apart = except.length > 0 ? `Apart from ${listed(except.map(nameOf))}: ` : "";
  const top = table.filter(({ ids }) => ids.length === table[0]?.ids.length);
  if (measure.as === "agencies") {
    const count = sheet.compute(table.length, "counted from the agencies that the rows name");
    sheet.both(
      `**${count}** agencies are named as ${by === "lead" ? "leading" : "coordinating"} the tasks${behind} ${BY_ASSISTANT}:`,
    );
  } else if (order && top.length > 0) {
    const verb = byBody ? ROLES[by] : "has";
    const count = sheet.compute(top[0]!.ids.length, rule);
    sheet.both(
      `${apart}**${listed(top.map(({ key }) => nameOf(key)))}** ${verb} the ${order === "most" ? "most" : "fewest"}: ${counted(`**${count}**`, "task")}${behind} ${BY_ASSISTANT}.`,
    );
  } else sheet.both(`${apart}${counted(total, "task")}${behind}, by ${KEYS[by]} ${BY_ASSISTANT}:`);
  sheet.say(bullets(table.map(({ key, ids }) => `${nameOf(key)}: **${sheet.compute(ids.length, rule)}**`)));
}

const KEYS = {
  group: "group",
  endYear: "printed end year",
  period: "printed period",
  recurrence: "recurrence",
  lead: "lead agency",
  coordinating: "coordinating agency",
} as const;

export function leaders({ filter, order, agencyIds, place }: Of<"leaders">, sheet: Sheet): void {
  const { knowledge, now } = sheet.context;
  const role = filter.role ?? "lead";
  const rows = knowledge.agencies
    .filter(({ id, collective }) =>
      agencyIds ? agencyIds.includes(id) : order !== "none" || collective !== null,
    )
    .map(({ id, name }) => ({
      name,
      count: findTasks(knowledge, { ...filter, agencyId: id, role, directness: "named" }, now).length,
    }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, "vi"));
  if (order === "none") {
    const nobody = rows.filter(({ count }) => count === 0).map(({ name }) => name);
    sheet.both(
      `No row of the appendix names these agencies as ${role === "lead" ? "leading" : "coordinating"} (they still have a part in what is assigned to the agencies as a whole):`,
    );
    sheet.say(bullets(nobody));
    return;
  }
  const some = agencyIds ? rows : rows.filter(({ count }) => count > 0);
  const sorted = order === "least" ? [...some].reverse() : some;
  const best =
    place === undefined ? sorted[0]?.count : [...new Set(sorted.map(({ count }) => count))][place - 1];
  if (best === undefined)
    sheet.both(`No agency has place ${sheet.compute(place ?? 0, "named in the question")}.`);
  else {
    const names = sorted.filter(({ count }) => count === best).map(({ name }) => name);
    const count = counted(`**${sheet.compute(best, SHARED)}**`, "task");
    const verb = names.length > 1 ? ROLES[role].slice(0, -1) : ROLES[role];
    const how =
      place !== undefined
        ? `(place ${sheet.compute(place, "named in the question")})`
        : names.length === sorted.length && names.length > 1
          ? "equally many"
          : `the ${order === "least" ? "fewest" : "most"}`;
    sheet.both(`**${listed(names)}** ${verb} ${how}: ${count} that name it ${BY_ASSISTANT}.`);
  }
  sheet.say(bullets(sorted.map(({ name, count }) => `${name}: ${sheet.compute(count, SHARED)}`)));
}

export function ranking({ of, order, filter }: Of<"ranking">, sheet: Sheet): void {
  const { knowledge, now } = sheet.context;
  const end = order === "most" ? "most" : "fewest";
  if (of === "coordinating" || of === "duration") {
    const rows = sheet.draft.tasks;
    const labels = listed(rows.map(({ label }) => label));
    sheet.both(
      of === "duration"
        ? `The ${order === "most" ? "longest" : "shortest"} printed period is that of: **${labels}**.`
        : `By agencies that the rows name, the ${end} coordinating agencies stand in: **${labels}**.`,
    );
    sheet.say(bullets(rows.map((row) => `${line(row)} · Coordinating: ${row.coordinating.join("; ")}`)));
    return;
  }
  const rows = findTasks(knowledge, filter, now).map((row) => row.task);
  const table = tableOf(rows, of === "group" ? "group" : "endYear")
    .filter(({ key }) => key !== "")
    .sort((a, b) => (order === "most" ? b.ids.length - a.ids.length : a.ids.length - b.ids.length));
  const nameOf = (key: string) => (of === "group" ? capitalize(groupName(key, knowledge)) : key);
  const top = table.filter(({ ids }) => ids.length === table[0]?.ids.length);
  if (top.length === 0) return void sheet.both("The appendix has no such task.");
  const count = sheet.compute(top[0]!.ids.length, COUNTED);
  sheet.both(
    `**${listed(top.map(({ key }) => nameOf(key)))}** ${top.length > 1 ? "have" : "has"} the ${end} tasks: **${count}** ${BY_ASSISTANT}.`,
  );
  sheet.say(bullets(table.map(({ key, ids }) => `${nameOf(key)}: ${sheet.compute(ids.length, COUNTED)}`)));
}
