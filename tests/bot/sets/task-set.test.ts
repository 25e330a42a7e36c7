import { beforeAll, describe, expect, it } from "vitest";
import {
  isCollective,
  rowsOf,
  type TableBy,
  type TaskPredicate,
  type TaskSet,
  tableOf,
} from "../../../bot/sets/task-set.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { Task } from "../../../knowledge/records.ts";
import { shippedKnowledge } from "../../support/assistant.ts";
import { pick, seeded } from "../../support/random.ts";

const NOW = new Date("2026-11-25T09:00:00+07:00");
const TODAY = "2026-11-25";
let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
});

/** The oracle reads the printed cells and knows nothing of relations, parties or recurrence. */
function holds(task: Task, where: TaskPredicate): boolean {
  const years = task.period.match(/20\d\d/g)?.map(Number) ?? [];
  const [from, to] = [years[0], years.at(-1)];
  const named = (cell: string, id: string) => {
    const { name, aliases } = knowledge.agencies.find((agency) => agency.id === id)!;
    const forms = [name, ...aliases.filter(({ type }) => type === "full").map(({ text }) => text)];
    return forms.some((form) => cell.toLowerCase().includes(form.toLowerCase()));
  };
  switch (where.by) {
    case "agency": {
      const inLead = named(task.leadPrinted, where.agencyId);
      const inOther = named(task.coordinatingPrinted, where.agencyId);
      return where.role === "lead" ? inLead : where.role === "coordinating" ? inOther : inLead || inOther;
    }
    case "group":
      return where.groupIds.some((id) => task.id.startsWith(`${id}.`));
    case "year":
      if (where.is === "ends") return to === where.year;
      if (where.is === "begins") return from === where.year;
      return years.length === 0 || (from! <= where.year && where.year <= to!);
    case "endsBy":
      return to !== undefined && to <= where.year;
    case "endsAfter":
      return to === undefined || to > where.year;
    case "period":
      return task.period === where.period;
    case "recurrence": {
      const yearly = /h[àằ]ng năm/i.test(task.period);
      const ongoing = /thường xuyên/i.test(task.period);
      return where.is === "yearly" ? yearly : where.is === "ongoing" ? ongoing : yearly || ongoing;
    }
    case "collective":
      return /^(các )?sở, (ban, )?ngành/i.test(task.leadPrinted);
    case "leads":
      return task.leadPrinted.split(";").length >= where.atLeast && !/^(các )?sở, /i.test(task.leadPrinted);
    case "missing":
      return (where.role === "lead" ? task.leadPrinted : task.coordinatingPrinted).trim() === "";
    case "sole":
      return task.leadPrinted.split(";").length === 1 && !/^(các )?sở, /i.test(task.leadPrinted);
    case "twice":
      return knowledge.agencies.some(
        ({ id, kind }) =>
          kind !== "district" && named(task.leadPrinted, id) && named(task.coordinatingPrinted, id),
      );
    case "days":
      return task.due.spans.some(({ until }) => until !== null && until >= where.from && until <= where.to);
    case "ended":
      return to !== undefined && `${to}-12-31` < TODAY;
    case "words":
      return where.ids.includes(task.id);
    case "not":
      return !holds(task, where.of);
    case "and":
      return where.of.every((part) => holds(task, part));
    case "or":
      return where.of.some((part) => holds(task, part));
  }
}

/** Sets as plain lists of ids, one loop an operation. */
function naive(set: TaskSet): string[] {
  const inOrder = (ids: string[]) => knowledge.tasks.map(({ id }) => id).filter((id) => ids.includes(id));
  switch (set.op) {
    case "all":
      return knowledge.tasks.map(({ id }) => id);
    case "ids":
      return set.ids.filter((id, i) => set.ids.indexOf(id) === i);
    case "filter":
      return naive(set.of).filter((id) => holds(knowledge.tasks.find((task) => task.id === id)!, set.where));
    case "without": {
      const minus = naive(set.minus);
      return naive(set.of).filter((id) => !minus.includes(id));
    }
    case "union":
      return inOrder(set.of.flatMap(naive));
    case "intersection": {
      const parts = set.of.map(naive);
      return parts[0]!.filter((id) => parts.every((part) => part.includes(id)));
    }
    case "pick": {
      const ids = naive(set.of);
      const chosen = set.places.map((place) => (place > 0 ? ids[place - 1] : ids[ids.length + place]));
      return chosen.filter((id, i): id is string => id !== undefined && chosen.indexOf(id) === i);
    }
    case "best":
      return naive(set.of);
    case "sorted": {
      const ids = naive(set.of);
      const endOf = (id: string) => {
        const { period } = knowledge.tasks.find((task) => task.id === id)!;
        return Number(/(20\d\d)$/.exec(period)?.[1] ?? (set.last ? 0 : 9999));
      };
      const years = [...new Set(ids.map(endOf))].sort((a, b) => (set.last ? b - a : a - b));
      return years.flatMap((year) => ids.filter((id) => endOf(id) === year));
    }
  }
}

const YEARS = [2022, 2023, 2024, 2025, 2026];

function randomPredicate(random: () => number, depth: number): TaskPredicate {
  const named = knowledge.agencies.filter((agency) => agency.namedInPlan && agency.kind === "department");
  const leaves: (() => TaskPredicate)[] = [
    () => ({
      by: "agency",
      agencyId: pick(named, random).id,
      named: true,
      ...pick([{}, { role: "lead" as const }, { role: "coordinating" as const }], random),
    }),
    () => ({ by: "group", groupIds: [pick(knowledge.groups, random).id] }),
    () => ({
      by: "year",
      is: pick(["ends", "begins", "covers"] as const, random),
      year: pick(YEARS, random),
    }),
    () => ({ by: "endsBy", year: pick(YEARS, random) }),
    () => ({ by: "endsAfter", year: pick(YEARS, random) }),
    () => ({ by: "period", period: pick(["2023", "2023-2024", "2023-2025", "2024-2025"], random) }),
    () => ({ by: "recurrence", is: pick(["yearly", "ongoing", "recurring"] as const, random) }),
    () => ({ by: "collective" }),
    () => ({ by: "leads", atLeast: 2 }),
    () => ({ by: "ended" }),
  ];
  if (depth > 0 && random() < 0.5) {
    const part = () => randomPredicate(random, depth - 1);
    return pick<() => TaskPredicate>(
      [
        () => ({ by: "not", of: part() }),
        () => ({ by: "and", of: [part(), part()] }),
        () => ({ by: "or", of: [part(), part()] }),
      ],
      random,
    )();
  }
  return pick(leaves, random)();
}

function randomSet(random: () => number, depth: number): TaskSet {
  const ids = () =>
    Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(knowledge.tasks, random).id);
  if (depth === 0) return random() < 0.5 ? { op: "all" } : { op: "ids", ids: ids(), said: "vừa nêu" };
  const part = () => randomSet(random, depth - 1);
  return pick<() => TaskSet>(
    [
      () => ({ op: "filter", of: part(), where: randomPredicate(random, 2) }),
      () => ({ op: "without", of: part(), minus: part() }),
      () => ({ op: "union", of: [part(), part()] }),
      () => ({ op: "intersection", of: [part(), part()] }),
      () => ({ op: "sorted", of: part(), ...(random() < 0.5 ? { last: true as const } : {}) }),
      () => ({
        op: "pick",
        of: part(),
        places: pick([[1], [1, 2], [-1], [-2, -1], [3], [70], [2, 2]], random),
      }),
    ],
    random,
  )();
}

describe("sets of rows against lists of printed cells", () => {
  it("agree on thousands of random expressions", () => {
    const random = seeded(20231025);
    for (let i = 0; i < 3000; i++) {
      const set = randomSet(random, 3);
      expect(
        rowsOf(set, knowledge, NOW).map(({ id }) => id),
        JSON.stringify(set),
      ).toEqual(naive(set));
    }
  });

  it("add up in every table: each row under its key, and no row lost", () => {
    const random = seeded(7);
    for (let i = 0; i < 300; i++) {
      const rows = rowsOf(randomSet(random, 2), knowledge, NOW);
      for (const by of ["group", "endYear", "period", "recurrence", "lead", "coordinating"] as TableBy[]) {
        const table = tableOf(rows, by);
        expect(new Set(table.flatMap(({ ids }) => ids))).toEqual(new Set(rows.map(({ id }) => id)));
        const sum = table.reduce((total, { ids }) => total + ids.length, 0);
        if (by !== "lead" && by !== "coordinating") expect(sum).toBe(rows.length);
        expect(sum).toBeGreaterThanOrEqual(rows.length);
      }
    }
  });

  it("keep what is excluded and what is left apart", () => {
    const random = seeded(3);
    for (let i = 0; i < 500; i++) {
      const [a, b] = [randomSet(random, 2), randomSet(random, 2)];
      const ids = (set: TaskSet) => rowsOf(set, knowledge, NOW).map(({ id }) => id);
      const without = ids({ op: "without", of: a, minus: b });
      const both = ids({ op: "intersection", of: [a, b] });
      expect(without.filter((id) => both.includes(id))).toEqual([]);
      expect(new Set([...without, ...both])).toEqual(new Set(ids(a)));
      expect(new Set(ids({ op: "union", of: [a, b] }))).toEqual(new Set([...ids(a), ...ids(b)]));
    }
  });
});

it("takes the rows that share the first place, and those without a year only when no row has one", () => {
  const best = (set: TaskSet, most: boolean) =>
    rowsOf({ op: "best", of: set, by: "end", most }, knowledge, NOW).map(({ period }) => period);
  expect(new Set(best({ op: "all" }, false))).toEqual(new Set(["2023"]));
  const yearly: TaskSet = { op: "filter", of: { op: "all" }, where: { by: "recurrence", is: "recurring" } };
  expect(best(yearly, true)).toHaveLength(rowsOf(yearly, knowledge, NOW).length);
});

it("counts fewest coordinating agencies only where the cell names all of them", () => {
  const fewest = rowsOf({ op: "best", of: { op: "all" }, by: "coordinating", most: false }, knowledge, NOW);
  expect(fewest.length).toBeGreaterThan(0);
  for (const { coordinatingPrinted } of fewest)
    expect(coordinatingPrinted).not.toMatch(/sở, (ban, )?ngành|địa phương|liên quan/i);
});

it("names an agency that nobody knows by a code", () => {
  const set: TaskSet = { op: "filter", of: { op: "all" }, where: { by: "agency", agencyId: "so-khong-co" } };
  expect(() => rowsOf(set, knowledge, NOW)).toThrowError(expect.objectContaining({ code: "unknown_agency" }));
});

it("calls a row collective that names everybody and no agency", () => {
  expect(knowledge.tasks.filter(isCollective).map(({ id }) => id)).toContain("V.8");
  expect(knowledge.tasks.filter(isCollective).map(({ id }) => id)).not.toContain("V.9");
});
