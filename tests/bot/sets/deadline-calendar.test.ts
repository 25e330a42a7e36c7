import { beforeAll, describe, expect, test } from "vitest";
import { type DeadlineCalendar, deadlineCalendar } from "../../../bot/sets/deadline-calendar.ts";
import type { TaskSelection } from "../../../bot/sets/selection.ts";
import { emptyRecords, type KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { shippedKnowledge } from "../../support/assistant.ts";

const TODAY = "2026-11-30";
const REPORT = "duty:VI.6.5";

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
});

const calendar = (selection: TaskSelection = {}, today = TODAY): DeadlineCalendar =>
  deadlineCalendar(knowledge, selection, today);
const ids = (rows: DeadlineCalendar["coming"]): string[] => rows.map(({ id }) => id);

describe("the whole plan", () => {
  test("every task is in one of: to come, over, without a day", () => {
    for (const today of ["2023-06-01", "2024-12-31", TODAY, "2030-01-01"]) {
      const { coming, overTasks, undated } = calendar({}, today);
      const dated = coming.flatMap((row) => (row.of === "task" ? [row.task.id] : []));
      const all = [...dated, ...overTasks.map(({ id }) => id), ...undated.map(({ id }) => id)];
      expect(all.sort()).toEqual(knowledge.tasks.map(({ id }) => id).sort());
    }
  });

  test("what recurs and the report are to come, the report first; what is ongoing has no day", () => {
    const { coming, undated } = calendar();
    const yearly = knowledge.tasks.filter(({ recurrence }) => recurrence === "yearly").map(({ id }) => id);
    expect(ids(coming)).toEqual([REPORT, ...yearly]);
    expect(undated.map(({ id }) => id)).toEqual(
      knowledge.tasks.filter(({ recurrence }) => recurrence === "ongoing").map(({ id }) => id),
    );
  });

  test("before the plan ends its tasks are to come in the order of their ends", () => {
    const days = calendar({}, "2023-06-01").coming.map(({ day }) => day);
    expect(days.filter((day) => day === "2025-12-31").length).toBeGreaterThan(20);
    expect(days).toEqual([...days].sort());
  });

  test("no plan, no days", () => {
    expect(deadlineCalendar(emptyRecords(), {}, TODAY)).toEqual({
      coming: [],
      over: [],
      overTasks: [],
      undated: [],
    });
  });
});

describe("a selection", () => {
  test.each<[selection: TaskSelection, coming: string[]]>([
    [{ agencyId: "so-y-te", role: "lead", directness: "named" }, []],
    [{ ids: ["V.9", REPORT] }, [REPORT]],
    [{ ids: ["VII.1"] }, ["VII.1"]],
    [{ groupId: "VI" }, ["VI.1", "VI.2", "VI.3", "VI.4"]],
    [{ recurrence: "none" }, []],
    [{ text: "báo cáo kết quả thực hiện" }, [REPORT]],
    [{ role: "coordinating", agencyId: "so-y-te", directness: "named" }, []],
    [{ documentId: "another" }, []],
  ])("%j", (selection, coming) => {
    expect(ids(calendar(selection).coming)).toEqual(coming);
  });

  test("the report that binds everybody is everybody's, as what is given to all, and nobody's to coordinate", () => {
    for (const { id, collective } of knowledge.agencies) {
      const binds = collective !== null;
      expect([id, ids(calendar({ agencyId: id }).coming).includes(REPORT)]).toEqual([id, binds]);
    }
    const ofHealth = (more: TaskSelection) =>
      ids(calendar({ agencyId: "so-y-te", ...more }).coming).includes(REPORT);
    expect(ofHealth({ directness: "collective" })).toBe(true);
    expect(ofHealth({ directness: "named" })).toBe(false);
    expect(ofHealth({ role: "coordinating" })).toBe(false);
  });

  test("a year has its printed ends and what recurs", () => {
    const { coming, over } = calendar({ year: 2023 });
    expect(coming.every(({ every }) => every !== null)).toBe(true);
    expect(ids(over)).toContain("duty:VI.6.1");
    expect(ids(calendar({ year: 2024 }).over)).not.toContain("duty:VI.6.1");
  });

  test("an agency that nobody knows is an error", () => {
    expect(() => calendar({ agencyId: "so-phep-thuat" })).toThrow(RangeError);
  });
});
