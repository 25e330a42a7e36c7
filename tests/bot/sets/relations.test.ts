import { describe, expect, test } from "vitest";
import { agencyById, COMMUNES_ID, LOCALS_ID } from "../../../bot/agency-names.ts";
import type { TaskSetQuery } from "../../../bot/query.ts";
import {
  mayCoordinate,
  ownRelation,
  relationOf,
  relationsOf,
  toReplyTask,
} from "../../../bot/sets/relations.ts";
import { selectTasks } from "../../../bot/sets/selection.ts";
import { subjectOf } from "../../../bot/sets/subject.ts";
import { rowsOf } from "../../../bot/sets/task-set.ts";
import { readStored, type StoredQuery } from "../../../bot/stored-queries.ts";
import type { Agency } from "../../../knowledge/records.ts";
import { agencies, type PrintedRow, plan, printedRows } from "../../support/shipped-plan.ts";

const records = { tasks: plan.tasks, agencies };
const NOW = new Date("2024-06-15T08:00:00+07:00");
const agencyOf = (id: string) => agencyById(records, id);
const everyAgency = [...agencies, agencyOf(LOCALS_ID), agencyOf(COMMUNES_ID)];
const taskOf = (id: string) => plan.tasks.find((task) => task.id === id)!;
type TaskFilter = Extract<StoredQuery, { kind: "tasks" }>["filter"];

/** Conditions in short, as conversations of an earlier version kept them, read as a set; with the relation of each row. */
function findTasks(_records: typeof records, filter: TaskFilter, now: Date) {
  const query = readStored({ kind: "tasks", filter, show: "list", asks: [] }) as TaskSetQuery;
  const subject = subjectOf(query.set)?.where;
  return rowsOf(query.set, records, now).map((task) => {
    const relation = subject && relationOf(task, agencyOf(subject.agencyId), subject);
    return { task, relation: relation ?? ownRelation(task) };
  });
}
const idsOf = (filter: TaskFilter, now = NOW) => findTasks(records, filter, now).map(({ task }) => task.id);

/** How a printed cell means an agency: by its name, as one of all, as one of an unnamed few, or not at all. */
type Mention = "named" | "everyone" | "some" | undefined;

const mentions = new Map<string, Mention>();
function mentionIn(cell: string, agency: Agency): Mention {
  const key = `${agency.id}|${cell}`;
  if (!mentions.has(key)) mentions.set(key, lookFor(agency, cell));
  return mentions.get(key);
}

/** The oracle knows no parser: it looks for words in the printed cell. */
function lookFor(agency: Agency, cell: string): Mention {
  const printed = ` ${cell.toLowerCase()} `.replaceAll(/[;,.]/g, " ").replaceAll(/ {2,}/g, " ");
  const names = [
    agency.name,
    ...agency.aliases.filter(({ type }) => type === "full").map(({ text }) => text),
  ];
  for (const name of names) {
    // "Văn phòng UBND tỉnh" is another body than "UBND tỉnh".
    const at = printed.indexOf(` ${name.toLowerCase()} `);
    if (at >= 0 && !printed.slice(0, at).endsWith(" văn phòng")) return "named";
  }
  const some = / sở (?:ban )?ngành liên quan /.test(printed);
  const someBoards = / sở ban ngành liên quan /.test(printed);
  const everyone = / sở (?:ban )?ngành /.test(printed) && !some;
  const local = / địa phương | ubnd các huyện /.test(printed);
  if (agency.collective === null) return undefined;
  if (agency.collective === "dia_phuong") return everyone && local ? "everyone" : undefined;
  if (everyone) return "everyone";
  return (agency.collective === "ban" ? someBoards : some) ? "some" : undefined;
}

interface Concern {
  role: "lead" | "coordinating";
  directness: "named" | "collective";
  conditional: boolean;
}

function concernsOf(row: PrintedRow, agency: Agency): Concern[] {
  const lead = mentionIn(row.lead, agency);
  const coordinating = mentionIn(row.coordinating, agency);
  const concern = (role: Concern["role"], mention: Mention): Concern => ({
    role,
    directness: mention === "named" ? "named" : "collective",
    conditional: mention === "some",
  });
  return [
    ...(lead ? [concern("lead", lead)] : []),
    ...(coordinating && (!lead || coordinating === "named") ? [concern("coordinating", coordinating)] : []),
  ];
}

/** "V.9 lead named" for every row that fits. */
function expectedRows(filter: TaskFilter): string[] {
  return printedRows.flatMap((row, i) => {
    if (filter.period !== undefined && row.period !== filter.period) return [];
    const years = row.period.match(/\d{4}/g)?.map(Number);
    const { activeYear } = filter;
    if (activeYear !== undefined && years && (activeYear < years[0]! || activeYear > years.at(-1)!))
      return [];
    const named = agencies.some((agency) => mentionIn(row.lead, agency) === "named");
    const concerns: Concern[] = filter.agencyId
      ? concernsOf(row, agencyOf(filter.agencyId)).filter(
          (concern) =>
            !(concern.role === "coordinating" && concern.conditional) &&
            (filter.role === undefined || concern.role === filter.role),
        )
      : [{ role: "lead", directness: named ? "named" : "collective", conditional: false }];
    const found = concerns.find(
      (concern) => filter.directness === undefined || concern.directness === filter.directness,
    );
    return found ? [`${plan.tasks[i]!.id} ${found.role} ${found.directness}`] : [];
  });
}

const foundRows = (filter: TaskFilter) =>
  findTasks(records, filter, NOW).map(
    ({ task, relation }) => `${task.id} ${relation.role} ${relation.directness}`,
  );

const ROLES = [undefined, "lead", "coordinating"] as const;
const DIRECTNESS = [undefined, "named", "collective"] as const;
const PERIODS = [undefined, ...new Set(printedRows.map((row) => row.period))];
const YEARS = [undefined, 2022, 2023, 2024, 2025, 2026];

const FILTERS: readonly TaskFilter[] = ROLES.flatMap((role) =>
  DIRECTNESS.flatMap((directness) =>
    PERIODS.flatMap((period) =>
      YEARS.map((activeYear) => ({
        ...(role ? { role } : {}),
        ...(directness ? { directness } : {}),
        ...(period ? { period } : {}),
        ...(activeYear ? { activeYear } : {}),
      })),
    ),
  ),
);

describe("every combination of role, directness, period and year gives the rows that the printed cells give", () => {
  test.each(["", ...everyAgency.map((agency) => agency.id)])("of agency “%s”", (agencyId) => {
    const wrong = FILTERS.map((filter) => (agencyId ? { ...filter, agencyId } : filter))
      .map((filter) => ({
        filter,
        found: foundRows(filter).join("; "),
        expected: expectedRows(filter).join("; "),
      }))
      .filter(({ found, expected }) => found !== expected);
    expect(wrong).toEqual([]);
  });

  test("an agency that nobody knows is an error, not all tasks", () => {
    expect(() => findTasks(records, { agencyId: "so-thuy-san" }, NOW)).toThrowError(
      expect.objectContaining({ code: "unknown_agency" }),
    );
    expect(() => selectTasks(records, { agencyId: "so-thuy-san" })).toThrow(RangeError);
  });
});

describe("the ways in which a task concerns an agency", () => {
  test("are those of the printed cells, for every task and every agency", () => {
    for (const agency of everyAgency)
      plan.tasks.forEach((task, i) => {
        const key = [task.id, agency.id];
        expect([key, relationsOf(task, agency)]).toEqual([key, concernsOf(printedRows[i]!, agency)]);
      });
  });

  test.each([
    ["V.9", "so-thong-tin-va-truyen-thong", ["lead named"]],
    ["V.9", "van-phong-ubnd-tinh", ["coordinating named"]],
    ["V.9", "so-y-te", ["coordinating collective"]],
    ["V.4", "van-phong-ubnd-tinh", ["lead named"]],
    ["V.1", "so-thong-tin-va-truyen-thong", ["lead named", "coordinating named"]],
    ["V.19", "so-nong-nghiep-va-ptnt", ["lead named", "coordinating named"]],
    ["V.8", "so-noi-vu", ["lead collective", "coordinating named"]],
    ["IV.4", "so-y-te", ["lead collective?"]],
    ["IV.4", "ubnd-huyen-con-dao", []],
    ["V.33", "so-y-te", ["coordinating collective?"]],
    ["V.33", "ubnd-huyen-con-dao", []],
    ["II.2", "so-tu-phap", ["lead collective", "coordinating named"]],
    ["V.15", "ubnd-huyen-con-dao", ["lead collective"]],
    ["V.38", "ubnd-tp-vung-tau", ["lead named"]],
    ["I.1", "ubnd-tinh", []],
    ["I.1", "ban-chi-dao-chuyen-doi-so", []],
  ])("%s concerns %s: %j", (taskId, agencyId, expected) => {
    const relations = relationsOf(taskOf(taskId), agencyOf(agencyId));
    expect(
      relations.map(({ role, directness, conditional }) => `${role} ${directness}${conditional ? "?" : ""}`),
    ).toEqual(expected);
  });
});

describe("counts that were made by hand", () => {
  test.each<[what: string, filter: TaskFilter, count: number]>([
    [
      "Sở TT&TT leads by name",
      { agencyId: "so-thong-tin-va-truyen-thong", role: "lead", directness: "named" },
      26,
    ],
    [
      "Sở TT&TT coordinates by name",
      { agencyId: "so-thong-tin-va-truyen-thong", role: "coordinating", directness: "named" },
      34,
    ],
    ["Sở Tài chính leads by name", { agencyId: "so-tai-chinh", role: "lead", directness: "named" }, 0],
    ["Sở Tài chính leads with everyone", { agencyId: "so-tai-chinh", role: "lead" }, 10],
    ["a district leads with everyone", { agencyId: "ubnd-huyen-chau-duc", role: "lead" }, 9],
    ["a district coordinates", { agencyId: "ubnd-huyen-chau-duc", role: "coordinating" }, 35],
    ["a district in all", { agencyId: "ubnd-huyen-chau-duc" }, 44],
    ["all districts together lead", { agencyId: LOCALS_ID, role: "lead" }, 9],
    ["all districts together coordinate", { agencyId: LOCALS_ID, role: "coordinating" }, 35],
    ["the communes are named in none", { agencyId: COMMUNES_ID, directness: "named" }, 0],
    ["Vũng Tàu leads one more", { agencyId: "ubnd-tp-vung-tau", role: "lead" }, 10],
    ["everyone leads", { directness: "collective" }, 10],
    ["somebody leads by name", { directness: "named" }, 57],
    ["due in 2023", { dueYear: 2023 }, 4],
    ["due in 2024", { dueYear: 2024 }, 21],
    ["due in 2025", { dueYear: 2025 }, 31],
    ["begun in 2024", { startYear: 2024 }, 1],
    ["yearly", { recurrence: "yearly" }, 10],
    ["ongoing", { recurrence: "ongoing" }, 1],
    ["recurring", { recurrence: "recurring" }, 11],
    ["of both groups II", { groupIds: ["II", "IIb"] }, 6],
    ["of the second group II that recur", { groupIds: ["IIb"], recurrence: "recurring" }, 0],
    ["named", { ids: ["V.9", "V.30", "II.1"] }, 3],
    ["of nobody", { ids: [] }, 0],
  ])("%s", (_what, filter, count) => {
    expect(findTasks(records, filter, NOW)).toHaveLength(count);
  });
});

describe("what has ended is told by the calendar of Vietnam", () => {
  test.each([
    ["2023-12-31T23:59:59+07:00", []],
    ["2024-01-01T00:00:00+07:00", ["2023"]],
    ["2024-12-31T23:59:59+07:00", ["2023"]],
    ["2025-01-01T00:00:00+07:00", ["2023", "2023-2024"]],
    ["2026-11-25T12:00:00+07:00", ["2023", "2023-2024", "2023-2025", "2024-2025"]],
  ])("at %s the periods %j", (moment, periods) => {
    const now = new Date(moment);
    const ended = idsOf({ ended: true }, now);
    expect(ended).toEqual(plan.tasks.filter((task) => periods.includes(task.period)).map((task) => task.id));
    expect([...ended, ...idsOf({ ended: false }, now)].sort()).toEqual(plan.tasks.map(({ id }) => id).sort());
  });
});

describe("tasks whose coordinating bodies are an unnamed few", () => {
  const unnamed = (agencyId: string) =>
    plan.tasks.filter((task) => mayCoordinate(task, agencyOf(agencyId))).map(({ id }) => id);

  test.each([
    ["so-y-te", ["V.33", "V.35", "V.36", "V.37", "V.38"]],
    ["so-tai-chinh", ["V.33", "V.34", "V.35", "V.36", "V.37", "V.38"]],
    ["ubnd-huyen-con-dao", []],
    ["ubnd-tinh", []],
  ])("may concern %s: %j", (agencyId, expected) => {
    expect(unnamed(agencyId)).toEqual(expected);
  });

  test("are never in the list as well", () => {
    for (const { id: agencyId } of everyAgency) {
      const listed = new Set(idsOf({ agencyId }));
      expect(unnamed(agencyId).filter((id) => listed.has(id))).toEqual([]);
    }
  });
});

test("a row of a reply says what the printed row says, and how it concerns the agency", () => {
  const [row] = findTasks(records, { ids: ["V.9"], agencyId: "so-y-te" }, NOW);
  expect(toReplyTask(row!.task, row!.relation)).toEqual({
    id: "V.9",
    label: "V.9",
    document: "qd-2704",
    group: "Phát triển ứng dụng, dịch vụ số",
    title:
      "Đưa vào vận hành hệ thống Tổng đài tự động CALLBOT giải đáp các thủ tục hành chính công của tỉnh.",
    lead: ["Sở Thông tin và Truyền thông"],
    coordinating: ["Văn phòng UBND tỉnh", "các sở ngành, địa phương"],
    period: "2023-2024",
    dueEnd: "2024-12-31",
    recurrence: "none",
    role: "coordinating",
    directness: "collective",
  });
  const yearly = findTasks(records, { ids: ["VI.3"] }, NOW);
  expect(toReplyTask(yearly[0]!.task)).toMatchObject({
    dueEnd: null,
    recurrence: "yearly",
    period: "Hằng năm",
  });
});

describe("the filters of the list of tasks", () => {
  const select = (selection: Parameters<typeof selectTasks>[1]) =>
    selectTasks(records, selection).map((task) => task.id);

  test.each<[selection: Parameters<typeof selectTasks>[1], expected: string[]]>([
    [{ text: "callbot" }, ["V.9"]],
    [{ text: "TRO LY AO" }, ["V.30"]],
    [{ text: "trợ lý ảo", groupId: "VI" }, []],
    [{ groupId: "IIb" }, ["IIb.1", "IIb.2", "IIb.3", "IIb.4"]],
    [{ recurrence: "ongoing" }, ["V.7"]],
    [{ year: 2026, recurrence: "none" }, []],
    [{ year: 2026, agencyId: "van-phong-ubnd-tinh", role: "lead", directness: "named" }, ["V.7"]],
  ])("%j gives %j", (selection, expected) => {
    expect(select(selection)).toEqual(expected);
  });

  test("without any, all 67", () => {
    expect(select({})).toHaveLength(67);
  });
});

test("of two agencies: the rows that print both, whatever their roles, or both in the role that is asked", () => {
  const pairs = [
    ["so-thong-tin-va-truyen-thong", "van-phong-ubnd-tinh"],
    ["so-tai-chinh", "so-thong-tin-va-truyen-thong"],
    ["so-y-te", "so-giao-duc-va-dao-tao"],
  ] as const;
  const prints = (cell: string, id: string) => mentionIn(cell, agencyOf(id)) === "named";
  for (const [agencyId, withAgencyId] of pairs) {
    const idsWhere = (test: (row: PrintedRow, id: string) => boolean) =>
      plan.tasks
        .filter((_task, i) => [agencyId, withAgencyId].every((id) => test(printedRows[i]!, id)))
        .map((task) => task.id);
    expect(idsOf({ agencyId, withAgencyId, directness: "named" })).toEqual(
      idsWhere((row, id) => prints(row.lead, id) || prints(row.coordinating, id)),
    );
    expect(idsOf({ agencyId, withAgencyId, directness: "named", role: "lead" })).toEqual(
      idsWhere((row, id) => prints(row.lead, id)),
    );
  }
});

describe("what is asked of printed periods and cells", () => {
  test.each([2022, 2023, 2024, 2025])(
    "beyond %i: the last printed year is later, or the task recurs",
    (year) => {
      const expected = plan.tasks
        .filter(({ period }) => {
          const years = period.match(/20\d\d/g);
          return !years || Number(years.at(-1)) > year;
        })
        .map(({ id }) => id);
      expect(idsOf({ beyondYear: year }).sort()).toEqual(expected.sort());
    },
  );

  test("every row prints who leads and who coordinates", () => {
    expect(idsOf({ missing: "lead" })).toEqual([]);
    expect(idsOf({ missing: "coordinating" })).toEqual([]);
  });
});
