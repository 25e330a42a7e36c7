/** Conditions on tasks in English: what a list, a count or a table is about. */
import { agencyById } from "../../agency-names.ts";
import type { TaskPredicate, TaskSet } from "../../sets/task-set.ts";
import type { AnswerContext } from "../context.ts";
import { listed } from "./sheet.ts";

type Names = AnswerContext["knowledge"];
const VERBS = { lead: "led", coordinating: "coordinated" } as const;

const RECURRENCES = {
  yearly: "repeated every year",
  ongoing: "carried out continuously",
  recurring: "that recur or go on continuously, without a printed year",
} as const;

export function groupName(id: string, { groups }: Names): string {
  const group = groups.find((row) => row.id === id);
  return group ? `group ${group.numeral} (${group.name})` : `group ${id}`;
}

/** What stands behind "tasks"; empty for all rows. */
export function describeSet(set: TaskSet, knowledge: Names): string {
  switch (set.op) {
    case "all":
      return "";
    case "ids":
      return "of the earlier answer";
    case "filter":
      return joined(describeSet(set.of, knowledge), describePredicate(set.where, knowledge));
    case "without":
      return joined(
        describeSet(set.of, knowledge),
        `except those ${describeSet(set.minus, knowledge)}`.trimEnd(),
      );
    case "union":
      return set.of.map((part) => describeSet(part, knowledge)).join(" or ");
    case "intersection":
      return set.of.map((part) => describeSet(part, knowledge)).join(" and ");
    case "pick":
      return joined("picked by their place", describeSet(set.of, knowledge));
    case "best":
      return joined(describeSet(set.of, knowledge), BEST[set.by][set.most ? 1 : 0]);
    case "sorted":
      return joined(
        describeSet(set.of, knowledge),
        `by printed end, ${set.last ? "latest" : "earliest"} first`,
      );
  }
}

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(" ");
const BEST = {
  end: ["that end first", "that end last"],
  duration: ["that are shortest", "that are longest"],
  coordinating: ["with the fewest coordinating agencies", "with the most coordinating agencies"],
} as const;

export function describePredicate(where: TaskPredicate, knowledge: Names): string {
  switch (where.by) {
    case "agency": {
      const { name } = agencyById(knowledge, where.agencyId);
      if (where.named === false) return `assigned to the agencies as a whole, ${name} among them`;
      return where.role ? `${VERBS[where.role]} by ${name}` : `led or coordinated by ${name}`;
    }
    case "group":
      return `of ${listed(where.groupIds.map((id) => groupName(id, knowledge)))}`;
    case "year":
      return `${{ ends: "whose printed period ends in", begins: "whose printed period begins in", covers: "whose period includes" }[where.is]} ${where.year}`;
    case "endsBy":
      return `whose printed period ends in ${where.year} or earlier`;
    case "endsAfter":
      return `that go on after ${where.year} (recurring ones too)`;
    case "period":
      return `with the printed period ${where.period}`;
    case "recurrence":
      return RECURRENCES[where.is];
    case "collective":
      return "assigned to the agencies as a whole";
    case "leads":
      return "that print several lead agencies";
    case "missing":
      return `that print no ${where.role} agency`;
    case "sole":
      return "led by one agency alone";
    case "twice":
      return "that print one agency as both lead and coordinating";
    case "days":
      return `whose printed period ends in ${where.said}`;
    case "ended":
      return "whose printed period is over";
    case "words":
      return "on the subject asked about";
    case "not":
      return `not ${describePredicate(where.of, knowledge)}`;
    case "and":
      return where.of.map((part) => describePredicate(part, knowledge)).join(", ");
    case "or":
      return where.of.map((part) => describePredicate(part, knowledge)).join(" or ");
  }
}
