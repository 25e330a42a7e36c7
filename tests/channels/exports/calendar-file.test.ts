import ICAL from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import { deadlineCalendar } from "../../../bot/sets/deadline-calendar.ts";
import { calendarFile } from "../../../channels/exports/calendar-file.ts";
import { readCalendarFilters } from "../../../channels/exports/task-filters.ts";
import { vietnamDay } from "../../../knowledge/calendar.ts";
import { RequestError } from "../../../knowledge/errors.ts";
import { emptyRecords, type KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { Duty, Task } from "../../../knowledge/records.ts";
import { shippedKnowledge } from "../../support/assistant.ts";

const NOW = new Date("2026-11-30T09:00:00+07:00");
const REPORT = "duty:VI.6.5";

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
});

type Records = Pick<KnowledgeBase, "tasks" | "duties" | "agencies" | "groups" | "documents">;
function fileOf(query = "", records: Records = knowledge, now = NOW): string {
  const { selection, ...asked } = readCalendarFilters(records, new URLSearchParams(query));
  const calendar = deadlineCalendar(records, selection, vietnamDay(now));
  return calendarFile({ calendar, ...asked, records, now });
}

interface Event {
  uid: string;
  day: string;
  isAllDay: boolean;
  rule: string | undefined;
  summary: string;
  description: string;
  stamp: string;
  /** Minutes before the day begins. */
  alarms: number[];
  has(property: string): boolean;
}
interface Opened {
  name: string;
  description: string;
  events: Event[];
}
/** By another library than the one that writes. */
function opened(text: string): Opened {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const textOf = (part: ICAL.Component, name: string) => String(part.getFirstPropertyValue(name) ?? "");
  return {
    name: textOf(calendar, "x-wr-calname"),
    description: textOf(calendar, "x-wr-caldesc").replace(/\\([;,\\])/g, "$1"),
    events: calendar.getAllSubcomponents("vevent").map((part): Event => {
      const start = part.getFirstPropertyValue("dtstart") as ICAL.Time;
      return {
        uid: textOf(part, "uid"),
        day: start.toString(),
        isAllDay: start.isDate,
        rule: part.getFirstPropertyValue("rrule")?.toString(),
        summary: textOf(part, "summary"),
        description: textOf(part, "description"),
        stamp: textOf(part, "dtstamp"),
        alarms: part
          .getAllSubcomponents("valarm")
          .map((alarm) => (alarm.getFirstPropertyValue("trigger") as ICAL.Duration).toSeconds() / -60),
        has: (property) => part.hasProperty(property),
      };
    }),
  };
}
const eventsOf = (query = "", records?: Records, now?: Date): Event[] =>
  opened(fileOf(query, records, now)).events;
const recordOf = ({ uid }: Event): Task | Duty => {
  const id = /^qd-2704\/(.+)@tro-ly-so$/.exec(uid)![1]!;
  return [...knowledge.tasks, ...knowledge.duties].find((row) => row.id === id)!;
};

describe("each event", () => {
  test("of all 67 tasks and of the duties is that of its record", () => {
    const events = eventsOf("past=true");
    const dated = knowledge.tasks.filter(({ recurrence }) => recurrence !== "ongoing");
    const own = events.filter(({ uid }) => !uid.includes("/duty:"));
    expect(own.map((event) => recordOf(event).id).sort()).toEqual(dated.map(({ id }) => id).sort());
    for (const event of own) {
      const task = recordOf(event) as Task;
      const isYearly = task.recurrence === "yearly";
      expect([task.id, event.day]).toEqual([task.id, isYearly ? "2026-12-31" : task.due.until]);
      expect([task.id, event.rule]).toEqual([task.id, isYearly ? "FREQ=YEARLY" : undefined]);
      expect(event.summary.startsWith(`Hạn ${task.label}: ${task.title.slice(0, 40)}`)).toBe(true);
      expect(event.description.split("\n").slice(0, 4)).toEqual([
        `Nhiệm vụ ${task.label}: ${task.title}`,
        `Chủ trì: ${task.leads.map(({ printed }) => printed).join("; ")}`,
        `Phối hợp: ${task.coordinating.map(({ printed }) => printed).join("; ") || "không ghi"}`,
        `Thời gian in trong văn bản: ${task.period}`,
      ]);
      expect(event.description).toContain("do trợ lý suy ra");
      expect(event.description.split("\n").at(-1)).toBe(`Nguồn: 2704/QĐ-UBND, ${task.evidence.locator}`);
    }
  });

  test("is a day without hours that fills no time, stamped by the clock that is passed in, without an address", () => {
    for (const event of eventsOf("past=true")) {
      expect(event.isAllDay).toBe(true);
      expect(event.stamp).toBe("2026-11-30T02:00:00Z");
      expect(event.has("url")).toBe(false);
      expect(event.has("transp")).toBe(true);
      expect(event.has("dtend")).toBe(false);
    }
  });

  test("keeps its UID whatever was asked and whenever; no two share one", () => {
    const all = eventsOf("past=true");
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
    const later = eventsOf("agency=Sở Y tế", knowledge, new Date("2028-03-01T00:00:00Z"));
    expect(later.length).toBeGreaterThan(5);
    for (const { uid } of later) expect(all.map((event) => event.uid)).toContain(uid);
  });

  test("has alarms at eight in the morning 30, 7, 3 and 1 days before; one that is over has none", () => {
    const days = (minutes: number) => (minutes + 8 * 60) / (24 * 60);
    for (const event of eventsOf("past=true"))
      expect([event.uid, event.alarms.map(days)]).toEqual([
        event.uid,
        event.day < "2026-11-30" ? [] : [30, 7, 3, 1],
      ]);
  });

  test("of the report stands on the day before the printed one, every year, with the printed words", () => {
    const [event] = eventsOf(`ids=${REPORT}`);
    expect(event).toMatchObject({ day: "2026-12-14", rule: "FREQ=YEARLY" });
    expect(event!.description).toContain("(trước ngày 15/12)");
    expect(event!.description).toContain("văn bản ghi “trước ngày 15/12”, nên ngày cuối cùng là hôm trước");
    expect(event!.description).toContain("Kỳ 6 tháng: văn bản không in ngày");
    expect(event!.description).toContain("Nguồn: 2704/QĐ-UBND, Kế hoạch, mục VI.6");
  });

  test("of an agency says in which role the agency stands there", () => {
    const events = eventsOf("agency=Sở Y tế&ids=V.9,V.24&past=true");
    expect(events.map(({ description }) => /^Sở Y tế: .*$/m.exec(description)?.[0])).toEqual([
      "Sở Y tế: phối hợp, giao chung",
      "Sở Y tế: chủ trì, đích danh",
    ]);
  });
});

describe("what is in it", () => {
  test.each<[query: string, ids: string[]]>([
    ["", [REPORT, "II.1", "V.15", "VI.1", "VI.2", "VI.3", "VI.4", "VII.1", "VII.2", "VII.3", "VII.5"]],
    ["ids=V.9,VII.1", ["VII.1"]],
    ["ids=V.9,VII.1&past=true", ["V.9", "VII.1"]],
    ["group=VI", ["VI.1", "VI.2", "VI.3", "VI.4"]],
    ["group=VI&past=false", ["VI.1", "VI.2", "VI.3", "VI.4"]],
    ["agency=so-y-te&role=lead&directness=named&past=true", ["V.34", "V.24", "V.25", "V.26"]],
    ["agency=syt&role=lead&directness=named&past=true", ["V.34", "V.24", "V.25", "V.26"]],
    ["period=2023&past=true", ["V.8", "V.22", "V.23", "V.31"]],
    ["text=callbot&past=true", ["V.9"]],
  ])("“%s”", (query, ids) => {
    expect(eventsOf(query).map((event) => recordOf(event).id)).toEqual(ids);
  });

  test("name and description say how many are left out, and how they are had", () => {
    const { name, description } = opened(fileOf("agency=Sở Y tế"));
    const { coming, over, overTasks, undated } = deadlineCalendar(
      knowledge,
      { agencyId: "so-y-te" },
      "2026-11-30",
    );
    expect(name).toBe(
      `Hạn nhiệm vụ – Sở Y tế (${coming.length} mốc · ${over.length} mốc đã qua không đưa vào)`,
    );
    expect(description).toContain(`Không đưa vào ${overTasks.length} nhiệm vụ có thời gian in đã kết thúc`);
    expect(description).toContain("past=true");
    expect(description).toContain(`Không đưa vào ${undated.length} nhiệm vụ không in mốc kết thúc`);
    expect(description).toContain("Bộ lọc: Cơ quan: Sở Y tế.");
    expect(description).toContain("Quyết định 2704/QĐ-UBND ngày 25/10/2023");
    expect(opened(fileOf("agency=Sở Y tế&past=true")).name).toBe(
      `Hạn nhiệm vụ – Sở Y tế (${coming.length + over.length} mốc)`,
    );
  });

  test("where nothing is to come it isn't silently empty", () => {
    const { name, events } = opened(fileOf("ids=V.9"));
    expect(name).toBe("Hạn nhiệm vụ (0 mốc · 1 mốc đã qua không đưa vào)");
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ day: "2026-11-30", rule: undefined, alarms: [] });
    expect(events[0]!.summary).toContain("1 mốc đã qua không đưa vào");
    const none = opened(fileOf("", { ...emptyRecords(), documents: [] })).events;
    expect(none.map(({ summary }) => summary)).toEqual(["Tệp lịch không có mốc nào trong phạm vi đã chọn"]);
  });
});

describe("the file", () => {
  test("ends its lines with CRLF and folds them to 75 bytes, between letters", () => {
    const text = fileOf("past=true");
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain("\ufffd");
  });

  test("what a record prints can't end a line, a property or an event", () => {
    const evil = "một; hai, ba\\n\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0000\u0007 :“bốn”";
    const [task, ...others] = knowledge.tasks;
    const records: Records = {
      ...knowledge,
      tasks: [
        { ...task!, title: evil, label: evil, period: evil, leads: [{ ...task!.leads[0]!, printed: evil }] },
        ...others,
      ],
    };
    const events = eventsOf("ids=I.1&past=true", records);
    expect(events).toHaveLength(1);
    const kept = "một; hai, ba\\n END:VEVENT BEGIN:VEVENT :“bốn”";
    expect(events[0]!.summary.startsWith(`Hạn ${kept}`)).toBe(true);
    expect(events[0]!.description).toContain(`Nhiệm vụ ${kept}: ${kept}\nChủ trì: ${kept}\n`);
  });

  test("a file of a plan with quarters, months and days has each printed end", () => {
    const [task] = knowledge.tasks;
    const until = (day: string) => ({ from: null, until: day, unit: "day" as const });
    const due = {
      ...task!.due,
      spans: [until("2026-06-30"), until("2026-12-31")],
      until: "2026-12-31",
    };
    const monthly = { ...task!.due, spans: [], from: null, until: null, rhythm: "monthly" as const };
    const records: Records = {
      ...knowledge,
      duties: [],
      tasks: [
        { ...task!, id: "a", due, period: "Quý II, quý IV/2026" },
        { ...task!, id: "b", due: monthly, period: "Hằng tháng", recurrence: "periodic" },
        { ...task!, id: "c", due: monthly, period: "Ngày 30 hằng tháng", recurrence: "periodic" },
        { ...task!, id: "d", due: { ...monthly, rhythm: "quarterly" as const }, period: "Hằng quý" },
      ],
    };
    const told = eventsOf("past=true", records).map(({ uid, day, rule }) => [
      uid.split(/[/@]/).slice(1, -1).join("/"),
      day,
      rule,
    ]);
    expect(told).toEqual([
      ["a/1", "2026-06-30", undefined],
      ["b", "2026-11-30", "FREQ=MONTHLY;BYMONTHDAY=-1"],
      ["c", "2026-11-30", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"],
      ["a/2", "2026-12-31", undefined],
      ["d", "2026-12-31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"],
    ]);
  });
});

describe("filters", () => {
  test.each([
    ["agency=Sở Phép thuật", "agency_unknown", "agency"],
    ["role=boss", "filter_invalid", "role"],
    ["group=XX", "group_unknown", "group"],
    ["document=118/KH-UBND", "document_unknown", "document"],
    ["past=maybe", "filter_invalid", "past"],
    ["format=ics", "filter_unknown", "format"],
    ["status=done", "filter_unknown", "status"],
    ["past=true&past=false", "filter_repeated", "past"],
  ])("%s is refused by the name of the filter", (query, code, field) => {
    const reading = () => readCalendarFilters(knowledge, new URLSearchParams(query));
    expect(reading).toThrow(RequestError);
    expect(reading).toThrow(expect.objectContaining({ code, field, status: 400 }));
  });
});
