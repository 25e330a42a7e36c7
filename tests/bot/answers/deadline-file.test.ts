import { beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../../bot/answers/compose.ts";
import type { AnswerContext } from "../../../bot/answers/context.ts";
import { deadlineFile } from "../../../bot/answers/deadline-file.ts";
import { composeInEnglish } from "../../../bot/answers/english/render.ts";
import { calendarLink, rowsOfRequest, tableLinks } from "../../../bot/answers/file-links.ts";
import type { DraftReply } from "../../../bot/draft.ts";
import { FigureLock } from "../../../bot/figure-lock.ts";
import { planViews } from "../../../bot/plans/plan-views.ts";
import type { Action, ActionAbout } from "../../../bot/query.ts";
import { emptyRecords, type KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { LATEST, openContext } from "./shared.ts";

let context: AnswerContext;
let lock: FigureLock;
beforeAll(async () => {
  context = await openContext("", LATEST);
  lock = new FigureLock(context.knowledge.agencies);
});

const answer = (action: Action, about: ActionAbout = {}): DraftReply =>
  compose({ kind: "action", action, about }, context);
const HEALTH = `agency=${encodeURIComponent("Sở Y tế")}`;
const urls = ({ links }: DraftReply) => links.map(({ url }) => url);

describe("the calendar", () => {
  test("of an agency says how many dates, which days, what is left out, and how it is used", () => {
    const reply = answer("calendar", { agencyId: "so-y-te" });
    expect(reply.text).toContain("Tôi không tự ghi vào lịch của anh/chị được");
    expect(reply.text).toContain("Tệp lịch của **Sở Y tế** có **10** mốc sắp tới: 14/12/2026 (1 mốc");
    expect(reply.text).toContain("Mỗi mốc nhắc trước 30, 7, 3 và 1 ngày.");
    expect(reply.text).toContain("Không đưa vào tệp: 39 nhiệm vụ có thời gian in đã kết thúc");
    expect(reply.text).toMatch(/tải tệp về rồi mở bằng .*Outlook.*Google Calendar/);
    expect(urls(reply)).toEqual([`/api/calendar.ics?${HEALTH}`, `/api/calendar.ics?${HEALTH}&past=true`]);
    for (const { label, url } of reply.links) expect(reply.text).toContain(`[${label}](${url})`);
    expect(reply.spoken).not.toContain("/api/");
  });

  test("of the role that was named is of that role", () => {
    const reply = answer("calendar", { agencyId: "so-y-te", role: "lead", named: true });
    expect(urls(reply)[0]).toContain(`${HEALTH}&role=lead&directness=named`);
  });

  test("of rows that are all over offers them for reference, and that of the whole plan", () => {
    const reply = answer("calendar", { ids: ["V.19", "V.20"] });
    expect(reply.text).toContain("không còn mốc nào sắp tới: **2** nhiệm vụ có thời gian in đã kết thúc");
    expect(urls(reply)).toEqual(["/api/calendar.ics?ids=V.19,V.20&past=true", "/api/calendar.ics"]);
    expect(reply.links[1]!.label).toContain("cả Kế hoạch");
  });

  test("of rows without a printed end says so", () => {
    const reply = answer("calendar", { ids: ["V.7"] });
    expect(reply.text).toContain("không in mốc kết thúc");
    expect(urls(reply)).toEqual(["/api/calendar.ics"]);
  });

  test("of the report is that of the report, and quotes it", () => {
    const reply = answer("calendar", { report: true, ids: ["duty:VI.6.5"] });
    expect(urls(reply)).toEqual(["/api/calendar.ics?ids=duty%3AVI.6.5", "/api/calendar.ics"]);
    expect(reply.text).toContain("(trước ngày 15/12)");
    expect(reply.text).toContain("14/12/2026");
  });

  test("where no plan is loaded there is none, and that is said", () => {
    const knowledge = { ...context.knowledge, ...emptyRecords() } as KnowledgeBase;
    const reply = compose({ kind: "action", action: "calendar", about: {} }, { ...context, knowledge });
    expect(reply.text).toContain("Chưa nạp kế hoạch nào");
    expect(reply.links).toEqual([]);
  });
});

test("a reminder is not set, and the file with its alarms is offered", () => {
  const reply = answer("remind", { agencyId: "so-y-te" });
  expect(reply.text).toContain("Tôi chưa nhắc hẹn được");
  expect(reply.text).toContain("có sẵn lời nhắc");
  expect(urls(reply)[0]).toBe(`/api/calendar.ics?${HEALTH}`);
});

test("a table has tasks alone, whatever duties were spoken of", () => {
  expect(urls(answer("export", { agencyId: "so-y-te", ids: ["duty:VI.6.5"] }))[0]).toBe(
    `/api/tasks?format=xlsx&${HEALTH}`,
  );
  expect(urls(answer("export", { ids: ["V.9", "duty:VI.6.5"] }))[0]).toBe("/api/tasks?format=xlsx&ids=V.9");
});

test("what is to be noted of certain tasks is told with all the rules on reports", () => {
  const { text } = answer("record", { ids: ["V.12"] });
  expect(text).toContain("Tiến độ và kết quả được báo cáo theo quy định dưới đây.");
  expect(text).toContain("(trước ngày 15/12)");
});

test.each<Action>(["export", "send", "present", "draft", "record"])(
  "%s gives the table as XLSX, then as CSV",
  (action) => {
    const reply = answer(action, { agencyId: "so-y-te" });
    expect(urls(reply)).toEqual([`/api/tasks?format=xlsx&${HEALTH}`, `/api/tasks?format=csv&${HEALTH}`]);
    for (const { label, url } of reply.links) expect(reply.text).toContain(`[${label}](${url})`);
  },
);

test("an answer with its file has the rows that it shows in the file", () => {
  const where = { by: "agency", agencyId: "so-y-te", role: "lead", named: true } as const;
  const reply = compose(
    {
      kind: "withFile",
      of: {
        kind: "taskSet",
        set: { op: "filter", of: { op: "all" }, where },
        measure: { as: "list" },
        asks: [],
      },
    },
    context,
  );
  expect(urls(reply)).toEqual([
    "/api/tasks?format=xlsx&ids=V.24,V.25,V.26,V.34",
    "/api/tasks?format=csv&ids=V.24,V.25,V.26,V.34",
  ]);
  expect(reply.text).toContain("tệp Excel (XLSX) và CSV");
});

describe("addresses", () => {
  test("of all rows name none, whether they are listed or not", () => {
    const all = context.knowledge.tasks.map(({ id }) => id);
    for (const rows of [{}, { ids: all }])
      expect(tableLinks(rows, context).map(({ url }) => url)).toEqual([
        "/api/tasks?format=xlsx",
        "/api/tasks?format=csv",
      ]);
    expect(calendarLink({}, context).url).toBe("/api/calendar.ics");
  });

  test("of “địa phương” name its rows and the duties that bind it", () => {
    const { ids } = rowsOfRequest({ agencyId: "dia-phuong" }, context);
    expect(ids).toEqual(expect.arrayContaining(["II.1", "V.8", "duty:VI.6.5"]));
    expect(ids).not.toContain("V.24");
  });

  test("of one of several plans name the plan", () => {
    const [plan] = context.knowledge.documents;
    const other = { ...plan!, id: "kh-77", number: "77/KH-UBND" };
    const whole = { ...context.knowledge, documents: [...context.knowledge.documents, other] };
    const [view] = planViews(whole);
    const ofView = { ...context, whole, knowledge: view!.knowledge };
    expect(calendarLink({ agencyId: "so-y-te" }, ofView).url).toBe(
      `/api/calendar.ics?${HEALTH}&document=qd-2704`,
    );
    expect(calendarLink({ ids: ["V.9"] }, ofView).url).toBe("/api/calendar.ics?ids=V.9");
  });

  test("hold no brackets, which would end a link", () => {
    const agencies = context.knowledge.agencies.map((agency) =>
      agency.id === "so-y-te" ? { ...agency, name: "Sở Y tế (cũ)" } : agency,
    );
    const renamed = { ...context, knowledge: { ...context.knowledge, agencies } };
    expect(calendarLink({ agencyId: "so-y-te" }, renamed).url).not.toMatch(/[()]/);
  });
});

describe("in English", () => {
  const english = (action: Action, about: ActionAbout = {}) =>
    composeInEnglish({ kind: "action", action, about }, context);

  test("the same files under English names, and no word of Vietnamese but names", () => {
    for (const action of ["calendar", "remind", "export"] as const) {
      const reply = english(action, { agencyId: "so-y-te" });
      expect(urls(reply)).toEqual(urls(answer(action, { agencyId: "so-y-te" })));
      const own = reply.text.replaceAll("Sở Y tế", "");
      expect(own).not.toMatch(/[đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i);
    }
  });

  test("the calendar says the same numbers", () => {
    expect(english("calendar", { agencyId: "so-y-te" }).text).toContain("has **10** dates to come");
    expect(english("calendar", { ids: ["V.19", "V.20"] }).text).toContain("of **2** tasks is over");
    expect(english("calendar", { ids: ["V.7"] }).text).toContain("prints no end");
  });
});

test("whatever is asked of whichever agency, at whichever time, each figure is proved", () => {
  for (const now of [new Date("2023-06-01T00:00:00Z"), LATEST, new Date("2031-01-01T00:00:00Z")])
    for (const { id } of context.knowledge.agencies)
      for (const action of ["calendar", "remind"] as const) {
        const query = { kind: "action", action, about: { agencyId: id } } as const;
        for (const reply of [
          compose(query, { ...context, now }),
          composeInEnglish(query, { ...context, now }),
        ])
          expect([id, lock.check(reply).unsupported]).toEqual([id, []]);
      }
});

test("what the file is of, is what the answer counts", () => {
  const { calendar } = deadlineFile({ agencyId: "so-y-te" }, context);
  expect(calendar.coming).toHaveLength(10);
  expect(calendar.overTasks).toHaveLength(39);
  expect(calendar.undated.map(({ id }) => id)).toEqual(["V.7"]);
});
