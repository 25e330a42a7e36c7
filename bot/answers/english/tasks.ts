/** Answers about rows of the appendix in English. */
import { daysBetween, formatDay, vietnamDay, vietnamYear, yearEnd } from "../../../knowledge/calendar.ts";
import type { Task } from "../../../knowledge/records.ts";
import { agencyById } from "../../agency-names.ts";
import type { Query, TaskAsk } from "../../query.ts";
import { remarksOn } from "../../remarks.ts";
import type { ReplyTask } from "../../reply.ts";
import { relationsOf } from "../../sets/relations.ts";
import { bullets, tasksById, withoutStop } from "../context.ts";
import { numeralsTwice } from "../groups.ts";
import { sayAgencyNow } from "./agencies.ts";
import { NO_PROGRESS } from "./phrases.ts";
import { COUNTED, counted, listed, type Sheet } from "./sheet.ts";

type Of<K extends Query["kind"]> = Extract<Query, { kind: K }>;

const SPOKEN_TASKS = 3;
export const BY_ASSISTANT = "(counted by the assistant from the appendix)";
export const ROLES = { lead: "leads", coordinating: "coordinates" } as const;

const RECURRENCES = {
  none: "",
  yearly: " (every year)",
  periodic: " (several times a year)",
  ongoing: " (ongoing)",
} as const;
/** As printed, with what a word of it means. */
export const period = (row: Pick<Task, "period" | "recurrence">): string =>
  row.period + RECURRENCES[row.recurrence];

export function task(query: Of<"task">, sheet: Sheet): void {
  const { knowledge } = sheet.context;
  const tasks = tasksById(knowledge, query.ids);
  if (tasks.length > 1)
    sheet.both(`Your question fits ${sheet.compute(tasks.length, COUNTED)} tasks of the appendix:`);
  for (const row of tasks) {
    if (query.agencyId) sheet.both(relation(row, query.agencyId, sheet));
    else if (query.asks.includes("coordinating"))
      sheet.both(`Coordinating task ${row.label}: **${withoutStop(row.coordinatingPrinted)}**.`);
    if (!query.agencyId && (query.asks.includes("lead") || !query.asks.includes("coordinating")))
      sheet.both(`**${row.leadPrinted}** leads task ${row.label}.`);
    sayRow(row, sheet);
  }
  sayAsked(query.asks, tasks, sheet);
}

function relation(row: Task, agencyId: string, sheet: Sheet): string {
  const agency = agencyById(sheet.context.knowledge, agencyId);
  const relations = relationsOf(row, agency);
  if (relations.length === 0)
    return `The appendix prints **${agency.name}** neither as leading nor as coordinating task ${row.label}.`;
  return relations
    .map(({ role, directness, conditional }) => {
      const printed = role === "lead" ? row.leadPrinted : row.coordinatingPrinted;
      const how =
        directness === "named"
          ? "named by the row"
          : conditional
            ? `only if it belongs to “${printed}”; the plan gives no names`
            : `as one of “${printed}”`;
      return `**${agency.name}** ${ROLES[role]} task ${row.label} (${how}).`;
    })
    .join(" ");
}

function sayRow(row: Task, sheet: Sheet): void {
  sheet.say(
    [
      `**${row.label} – ${withoutStop(row.title)}**`,
      `- Group: ${row.groupNumeral}. ${row.groupName}`,
      `- Lead: ${row.leadPrinted}`,
      `- Coordinating: ${row.coordinatingPrinted}`,
      `- Period: ${period(row)}`,
    ].join("\n"),
  );
  sheet.both(deadline(row, sheet));
  for (const remark of remarksOn(row.id, sheet.context.knowledge)) sheet.say(remark.english);
}

/** The printed period against today, never whether the work was done. */
function deadline(row: Task, sheet: Sheet): string {
  const { now } = sheet.context;
  if (row.period === "") return "The appendix prints no time for this task.";
  const end = row.due.until;
  if (row.recurrence === "yearly" && end === null && !row.due.isOpen) {
    const last = sheet.compute(formatDay(yearEnd(vietnamYear(now))), "yearly task: last day of this year");
    return `The appendix prints “${row.period}”: the task recurs every year, this time until ${last}.`;
  }
  if (end === null) {
    const means = row.recurrence === "ongoing" ? " (ongoing)" : "";
    return `The appendix prints “${row.period}”${means}, with no end.`;
  }
  const day = sheet.compute(formatDay(end), "last day of the printed period");
  const until = `The period printed in the appendix is ${row.period}, that is until ${day}`;
  const today = vietnamDay(now);
  if (end >= today) return `${until}.`;
  return `${until}; as of today, ${sheet.compute(formatDay(today), "today in Vietnam")}, that day has passed.`;
}

function sayAsked(asks: readonly TaskAsk[], tasks: readonly Task[], sheet: Sheet): void {
  if (asks.includes("completion") || asks.includes("overdue")) sheet.both(NO_PROGRESS);
  if (asks.includes("money"))
    sheet.both(
      "The plan prints no budget or cost of single tasks; it only names the sources of funding and the agencies that arrange it.",
    );
  if (asks.includes("contact"))
    sheet.both("The plan prints no person, telephone number or address; please ask the lead agency.");
  if (asks.includes("contractor"))
    sheet.both("The plan prints no contractor or supplier; please ask the lead agency.");
  if (asks.includes("whoExactly"))
    for (const row of tasks)
      sheet.both(
        `For task ${row.label} the appendix prints as lead “${row.leadPrinted}” and as coordinating “${withoutStop(row.coordinatingPrinted)}”, and nothing more exact.`,
      );
  if (asks.includes("agencyNow")) {
    const leads = tasks.flatMap((row) => row.leads.flatMap((party) => party.agencyId ?? []));
    for (const id of new Set(leads)) sayAgencyNow(id, sheet);
  }
}

export const line = (row: ReplyTask): string =>
  `**${row.label}** ${withoutStop(row.title)} · Lead: ${row.lead.join("; ")} · ${period(row)}`;

export function speakSome(rows: readonly ReplyTask[], sheet: Sheet): void {
  if (rows.length === 0) return;
  const first = rows.slice(0, SPOKEN_TASKS).map(({ title }) => withoutStop(title));
  sheet.speak(`${rows.length > SPOKEN_TASKS ? "The first ones are" : "Namely"}: ${first.join("; ")}.`);
}

const ROWS: readonly { name: string; of: (row: Task) => string }[] = [
  { name: "Group", of: (row) => `${row.groupNumeral}. ${row.groupName}` },
  { name: "Lead", of: (row) => row.leadPrinted },
  { name: "Coordinating", of: (row) => withoutStop(row.coordinatingPrinted) },
  { name: "Period", of: period },
];

export function comparison({ ids, asksWhetherOne }: Of<"comparison">, sheet: Sheet): void {
  const [first, second] = tasksById(sheet.context.knowledge, ids) as [Task, Task];
  if (asksWhetherOne)
    sheet.both(`The appendix prints two separate tasks: ${first.label} and ${second.label}.`);
  sheet.say(bullets([first, second].map((row) => `**${row.label}**: ${withoutStop(row.title)}`)));
  const isSame = (row: (typeof ROWS)[number]) => row.of(first) === row.of(second);
  const different = ROWS.filter((row) => !isSame(row));
  const same = ROWS.filter(isSame);
  if (different.length > 0)
    sheet.say(
      `**Different**\n${bullets(different.map((row) => `${row.name}: ${first.label}: ${row.of(first)}; ${second.label}: ${row.of(second)}`))}`,
    );
  if (same.length > 0) sheet.say(`**Same**\n${bullets(same.map((row) => `${row.name}: ${row.of(first)}`))}`);
  for (const row of [first, second])
    sheet.speak(`Task ${row.label}: led by ${row.leadPrinted}, ${period(row)}.`);
}

export function label({ label: said, taskIds, sectionLabel }: Of<"label">, sheet: Sheet): void {
  const { knowledge } = sheet.context;
  sheet.both(`“${said}” stands in more than one place of the plan, so here is each of them:`);
  for (const row of tasksById(knowledge, taskIds)) {
    sheet.say(`**Appendix, task ${row.label}**`);
    sayRow(row, sheet);
  }
  const section = knowledge.sections.find((row) => row.label === sectionLabel);
  if (!section) return;
  sheet.both(`**Body of the plan, section ${section.label}**: ${section.title}`);
  for (const { quote } of sheet.draft.citations)
    if (
      knowledge.passages.some(
        ({ sectionLabel: own, evidence }) => own === sectionLabel && evidence.quote === quote,
      )
    )
      sheet.quote(quote);
}

export function groups(sheet: Sheet): void {
  const { groups: all, tasks: rows, sections } = sheet.context.knowledge;
  const total = sheet.compute(rows.length, COUNTED);
  const count = sheet.compute(all.length, COUNTED);
  const twice = numeralsTwice(all);
  sheet.both(
    `The appendix of the plan has **${total}** tasks in **${count}** groups (counted by the assistant${twice.length > 0 ? `; the numeral ${listed(twice)} is printed twice` : ""}):`,
  );
  sheet.say(
    bullets(
      all.map(
        ({ numeral, name, taskIds }) =>
          `${numeral}. ${name}: ${counted(sheet.compute(taskIds.length, COUNTED), "task")}`,
      ),
    ),
  );
  const top = sections.filter(({ label: own }) => !own.includes("."));
  sheet.say(`Sections of the body: ${top.map((row) => `${row.label}. ${row.title}`).join("; ")}.`);
}

export function countdown({ taskIds, dutyIds }: Of<"countdown">, sheet: Sheet): void {
  const { knowledge, now } = sheet.context;
  const today = vietnamDay(now);
  const said = sheet.compute(formatDay(today), "today in Vietnam");
  for (const row of tasksById(knowledge, taskIds)) {
    const end = row.due.until;
    if (end === null) {
      sheet.both(`Task ${row.label} prints “${row.period}” and no end, so no days can be counted.`);
      continue;
    }
    const days = daysBetween(today, end);
    const count = sheet.compute(Math.abs(days), "number of days between two dates");
    const day = sheet.compute(formatDay(end), "last day of the printed period");
    sheet.both(
      days < 0
        ? `The printed period of task ${row.label} (${row.period}) ended on ${day}, **${count} days** before today, ${said}.`
        : `From today, ${said}, to the end of the printed period of task ${row.label} (${day}) there are **${count} days**.`,
    );
  }
  const cited = new Set(sheet.draft.citations.map(({ quote }) => quote));
  for (const { id, text, evidence } of knowledge.duties) {
    // Only those that print a day are counted to.
    if (!dutyIds.includes(id) || !cited.has(evidence.quote)) continue;
    const days = sheet.draft.computed.find(({ rule }) => rule.startsWith("số ngày từ"))?.value;
    const day = sheet.draft.computed.find(({ rule }) => rule.startsWith("ngày gần nhất"))?.value;
    if (days && day)
      sheet.both(
        `From today, ${said}, to ${day} there are **${days} days**; the plan says “before” that day.`,
      );
    sheet.quote(text);
  }
}

export function span({ from, to }: Of<"span">, sheet: Sheet): void {
  const rows = sheet.draft.tasks;
  const [first, last] = [from, to].map((day) => sheet.compute(formatDay(day), "named in the question"));
  const count = sheet.compute(rows.length, "counted from the tasks whose last printed day is in this span");
  sheet.both(
    `The appendix prints years only; by the end of the printed year, ${counted(`**${count}**`, "task")} end between ${first} and ${last}.`,
  );
  sheet.say(bullets(rows.map(line)));
  for (const { text, evidence } of sheet.context.knowledge.duties)
    if (sheet.draft.citations.some(({ quote }) => quote === evidence.quote))
      sheet.both("A day that the plan prints falls into it:").quote(text);
}

export function mentions({ words }: Of<"mentions">, sheet: Sheet): void {
  const found = sheet.draft.computed.find(({ rule }) => rule.startsWith("đếm các chỗ"));
  if (!found) return void sheet.both(`The plan does not mention “${words}”.`);
  sheet.both(`Yes: the plan mentions “${words}” in **${found.value}** places ${BY_ASSISTANT}.`);
  sheet.say(
    sheet.draft.text
      .split("\n\n")
      .filter((paragraph) => paragraph.startsWith("> "))
      .join("\n\n"),
  );
}
