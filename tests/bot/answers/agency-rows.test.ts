import { beforeAll, describe, expect, test } from "vitest";
import { COMMUNES_ID, LOCALS_ID } from "../../../bot/agency-names.ts";
import type { AnswerContext } from "../../../bot/answers/context.ts";
import { answerTaskSet } from "../../../bot/answers/task-set.ts";
import { FigureLock } from "../../../bot/figure-lock.ts";
import type { TaskAsk, TaskSetQuery } from "../../../bot/query.ts";
import { readStored, type StoredQuery } from "../../../bot/stored-queries.ts";
import { openContext } from "./shared.ts";

let context: AnswerContext;
let lock: FigureLock;
let agencyIds: string[];
beforeAll(async () => {
  context = await openContext();
  lock = new FigureLock(context.knowledge.agencies);
  agencyIds = [...context.knowledge.agencies.map(({ id }) => id), LOCALS_ID, COMMUNES_ID];
});

type Stored = Extract<StoredQuery, { kind: "tasks" }>;
type TaskFilter = Stored["filter"];

/** Conditions in short, as conversations of an earlier version kept them. */
const list = (filter: TaskFilter, show: Stored["show"] = "list", asks: TaskAsk[] = []) =>
  answerTaskSet(readStored({ kind: "tasks", filter, show, asks }) as TaskSetQuery, context);

/** The parts of a list, "**Chủ trì, ghi đích danh (4)**": the number in the heading and the labels below it. */
function partsOf(text: string): { title: string; count: number; labels: string[] }[] {
  return text.split("\n\n").flatMap((paragraph) => {
    const head = /^\*\*(.+) \((\d+)\)\*\*(.*)/s.exec(paragraph);
    if (!head) return [];
    const rest = head[3]!;
    const labels = rest.startsWith(":")
      ? rest
          .slice(1, -1)
          .split(", ")
          .map((label) => label.trim())
      : [...rest.matchAll(/^- \*\*([^*]+)\*\*/gm)].map(([, label]) => label!);
    return [{ title: head[1]!, count: Number(head[2]), labels }];
  });
}

/** Bold numbers of the first paragraph. */
const numbersOf = (text: string) =>
  [...text.split("\n\n")[0]!.matchAll(/\*\*(\d+)\*\*/g)].map(([, n]) => Number(n));

const ROLES = [undefined, "lead", "coordinating"] as const;
const DIRECTNESS = [undefined, "named", "collective"] as const;

describe("a list of an agency's tasks", () => {
  test.each(ROLES.flatMap((role) => DIRECTNESS.map((directness) => [role, directness] as const)))(
    "in the role %s, directness %s, shows as many as it counts, for every agency",
    (role, directness) => {
      for (const agencyId of agencyIds) {
        const filter = { agencyId, ...(role ? { role } : {}), ...(directness ? { directness } : {}) };
        const { text, tasks, citations, ...rest } = list(filter);
        const where = JSON.stringify(filter);
        expect([where, lock.check({ text, tasks, citations, ...rest }).unsupported]).toEqual([where, []]);
        expect(new Set(tasks.map((task) => task.id)).size).toBe(tasks.length);
        if (tasks.length === 0) {
          expect([where, text.replaceAll("*", "")]).toEqual([where, expect.stringContaining("0 nhiệm vụ")]);
          continue;
        }
        // The headline counts the tasks shown.
        expect([where, numbersOf(text)]).toEqual([where, expect.arrayContaining([tasks.length])]);
        const parts = partsOf(text);
        for (const { title, count, labels } of parts)
          expect([where, title, labels.length]).toEqual([where, title, count]);
        // What only names it is one list.
        if (directness === "named" && parts.length === 0) continue;
        // The parts together hold just the tasks shown.
        const listed = new Set(parts.flatMap(({ labels }) => labels));
        expect([where, [...listed].sort()]).toEqual([where, tasks.map((task) => task.label).sort()]);
        if (role) expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(tasks.length);
        // Of each row the words of the record are cited.
        const quotes = citations.map(({ quote }) => quote);
        for (const { id } of tasks)
          expect(quotes).toContain(context.knowledge.tasks.find((task) => task.id === id)!.evidence.quote);
      }
    },
  );

  test("in both roles counts each role by itself", () => {
    for (const agencyId of agencyIds) {
      const { text, tasks } = list({ agencyId });
      const [total, ...numbers] = numbersOf(text);
      expect([agencyId, total ?? 0]).toEqual([agencyId, tasks.length]);
      if (numbers.length === 0) continue;
      const of = (start: string, direct: boolean) =>
        partsOf(text)
          .filter(({ title }) => title.startsWith(start) && (!direct || title.includes("ghi đích danh")))
          .reduce((sum, { count }) => sum + count, 0);
      expect([agencyId, numbers]).toEqual([
        agencyId,
        [of("Chủ trì", false), of("Chủ trì", true), of("Phối hợp", false), of("Phối hợp", true)],
      ]);
    }
  });

  test("names by name just the rows whose cell prints it", () => {
    for (const { id: agencyId } of context.knowledge.agencies) {
      const named = list({ agencyId, role: "lead" }).tasks.filter((task) => task.directness === "named");
      const printed = context.knowledge.tasks.filter((task) =>
        task.leads.some((party) => party.agencyId === agencyId),
      );
      expect([agencyId, named.map(({ id }) => id)]).toEqual([agencyId, printed.map(({ id }) => id)]);
    }
  });

  test("that is empty by name is widened to what is given to all", () => {
    const { tasks } = list({ agencyId: "so-tu-phap", role: "lead", directness: "named" });
    expect(tasks.length).toBeGreaterThan(0);
    expect(tasks.every((task) => task.directness === "collective")).toBe(true);
  });

  test("of the communes says that the plan names none", () => {
    expect(list({ agencyId: COMMUNES_ID }).text).toContain("không nêu tên xã, phường nào");
    expect(list({ agencyId: LOCALS_ID }).text).not.toContain("không nêu tên xã, phường nào");
  });
});

describe("a list of the appendix", () => {
  test.each<[what: string, filter: TaskFilter]>([
    ["all", {}],
    ["one group", { groupIds: ["V"] }],
    ["both groups II", { groupIds: ["II", "IIb"] }],
    ["a period", { period: "2023-2024" }],
    ["due in a year", { dueYear: 2024 }],
    ["begun in a year", { startYear: 2024 }],
    ["going on in a year", { activeYear: 2025 }],
    ["past", { ended: true }],
    ["not past", { ended: false }],
    ["yearly", { recurrence: "yearly" }],
    ["ongoing", { recurrence: "ongoing" }],
    ["recurring", { recurrence: "recurring" }],
    ["by name", { directness: "named" }],
    ["given to all", { directness: "collective" }],
    ["one group in a period", { groupIds: ["IV"], period: "2023-2025" }],
    ["chosen ones", { ids: ["V.9", "V.30"], topic: "có nội dung “trợ lý”" }],
  ])("(%s) counts and cites what it shows, and shows all of it", (_what, filter) => {
    for (const show of ["list", "count"] as const) {
      const reply = list(filter, show);
      expect(reply.tasks.length).toBeGreaterThan(0);
      expect(numbersOf(reply.text)).toContain(reply.tasks.length);
      const shown = [...reply.text.matchAll(/^- \*\*([^*]+)\*\*/gm)].map(([, label]) => label!);
      expect(shown).toEqual(reply.tasks.map((task) => task.label));
      expect(lock.check(reply).unsupported).toEqual([]);
    }
  });

  test("all of it holds every row of the appendix, in printed order", () => {
    expect(list({}).tasks.map(({ id }) => id)).toEqual(context.knowledge.tasks.map(({ id }) => id));
  });

  test.each<[what: string, filter: TaskFilter]>([
    ["all", {}],
    ["of Sở Y tế", { agencyId: "so-y-te" }],
    ["of one group", { groupIds: ["IV"] }],
    ["of recurring ones", { recurrence: "yearly" }],
  ])("the earliest and the latest (%s) are those of the smallest and the greatest year", (_what, filter) => {
    const years = list(filter).tasks.flatMap(({ dueEnd }) =>
      dueEnd === null ? [] : [Number(dueEnd.slice(0, 4))],
    );
    for (const [show, pick] of [
      ["earliest", Math.min],
      ["latest", Math.max],
    ] as const) {
      const reply = list(filter, show);
      expect(lock.check(reply).unsupported).toEqual([]);
      const wanted = years.length > 0 ? pick(...years) : null;
      const expected = list(filter).tasks.filter(({ dueEnd }) =>
        wanted === null ? dueEnd === null : dueEnd?.startsWith(String(wanted)),
      );
      expect(reply.tasks.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    }
  });
});

describe("whether the work is done", () => {
  test.each(["completion", "overdue"] as const)("(%s) is never claimed, only the printed time", (ask) => {
    const { text, status, tasks } = list({ agencyId: "so-y-te" }, "list", [ask]);
    expect(text).toContain("không ghi tiến độ");
    const past = tasks.filter(({ dueEnd }) => dueEnd !== null && dueEnd < "2024-06-15").length;
    expect(text).toContain(`${past} nhiệm vụ trong số này có mốc thời gian in đã qua`);
    expect(status).toBe(ask === "completion" ? "unanswerable_not_in_sources" : "answered");
  });
});

test("a list that is empty says what else the agency has", () => {
  const { text, tasks, suggestions } = list({ agencyId: "so-du-lich", startYear: 2025 });
  expect(tasks).toEqual([]);
  expect(text).toMatch(/\*\*0\*\* nhiệm vụ.*bắt đầu năm 2025/s);
  expect(text).toMatch(/liên quan đến \d+ nhiệm vụ/);
  expect(suggestions.length).toBeGreaterThan(0);
});
