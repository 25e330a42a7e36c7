/** The files as clients get them, by the real server. */
import ICAL from "ical.js";
import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { XLSX_TYPE } from "../../../channels/exports/tasks-workbook.ts";
import { createEvaluationAssistant, type TestAssistant } from "../../support/assistant.ts";
import { startWebServer, type WebServer } from "../../support/web-server.ts";

const NOW = new Date("2026-11-30T20:00:00Z");

let bot: TestAssistant;
let web: WebServer;
beforeAll(async () => {
  bot = await createEvaluationAssistant({ now: NOW });
  web = await startWebServer(bot, bot.store, { now: () => NOW.getTime() });
});
afterAll(async () => {
  await web.close();
  await bot.close();
});

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(web.base + path, { headers, method });
const AGENCY = `agency=${encodeURIComponent("Sở Y tế")}`;
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const kinds = (response: Response) => [
  response.status,
  response.headers.get("content-type"),
  response.headers.get("content-disposition")?.split("; filename*")[0],
];

describe("GET /api/tasks", () => {
  test.each([
    ["format=xlsx", XLSX_TYPE, 'attachment; filename="nhiem-vu.xlsx"'],
    [`format=xlsx&${AGENCY}`, XLSX_TYPE, 'attachment; filename="nhiem-vu-so-y-te.xlsx"'],
    ["format=csv", "text/csv; charset=utf-8", 'attachment; filename="nhiem-vu.csv"'],
    [`format=csv&${AGENCY}`, "text/csv; charset=utf-8", 'attachment; filename="nhiem-vu-so-y-te.csv"'],
    ["format=json", "application/json; charset=utf-8", undefined],
    ["", "application/json; charset=utf-8", undefined],
  ])("?%s", async (query, type, disposition) => {
    const response = await get(`/api/tasks?${query}`);
    expect(kinds(response)).toEqual([200, type, disposition]);
  });

  test("as XLSX is a workbook that opens, of the rows that were asked for and of the day in Vietnam", async () => {
    const response = await get(`/api/tasks?format=xlsx&${AGENCY}&role=lead&directness=named`);
    const sheets = await readWorkbook(await bytesOf(response));
    const rows = sheets[0]!.data as unknown[][];
    expect(rows.slice(1).map(([id]) => id)).toEqual(["V.24", "V.25", "V.26", "V.34"]);
    const sources = new Map(sheets[1]!.data as unknown as [string, unknown][]);
    // Seven hours behind UTC it is the next day.
    expect(sources.get("Ngày xuất")).toEqual(new Date("2026-12-01T00:00:00Z"));
  });

  test.each([
    [XLSX_TYPE, XLSX_TYPE],
    ["text/csv", "text/csv; charset=utf-8"],
    ["application/json", "application/json; charset=utf-8"],
    ["*/*", "application/json; charset=utf-8"],
  ])("Accept: %s gets %s", async (accept, type) => {
    const response = await get("/api/tasks", { Accept: accept });
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("vary")).toContain("Accept");
  });

  test("format names the form, whatever Accept says", async () => {
    const response = await get("/api/tasks?format=csv", { Accept: XLSX_TYPE });
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  });
});

describe("GET /api/calendar.ics", () => {
  test("is a calendar that opens, with a name for the file in both forms", async () => {
    const response = await get(`/api/calendar.ics?${AGENCY}`);
    expect(kinds(response)).toEqual([
      200,
      "text/calendar; charset=utf-8",
      'attachment; filename="han-nhiem-vu-so-y-te.ics"',
    ]);
    expect(response.headers.get("content-disposition")).toContain(
      `filename*=UTF-8''${encodeURIComponent("Hạn nhiệm vụ – Sở Y tế.ics")}`,
    );
    const calendar = new ICAL.Component(ICAL.parse(await response.text()));
    const events = calendar.getAllSubcomponents("vevent");
    expect(events).toHaveLength(10);
    // By the clock of the server, whatever that of the machine says.
    expect(events[0]!.getFirstPropertyValue("dtstamp")!.toString()).toBe("2026-11-30T20:00:00Z");
  });

  test("takes HEAD, and no POST", async () => {
    const head = await get("/api/calendar.ics", {}, "HEAD");
    expect(kinds(head)).toEqual([
      200,
      "text/calendar; charset=utf-8",
      'attachment; filename="han-nhiem-vu.ics"',
    ]);
    expect(await head.text()).toBe("");
    const post = await get("/api/calendar.ics", {}, "POST");
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});

test.each([
  ["/api/calendar.ics?status=done", "filter_unknown", "status"],
  ["/api/calendar.ics?agency=nobody", "agency_unknown", "agency"],
  ["/api/tasks?format=xlsx&agency=nobody", "agency_unknown", "agency"],
  ["/api/tasks?format=ods", "filter_invalid", "format"],
  ["/api/tasks?past=true", "filter_unknown", "past"],
])("%s is refused in words, and is no file", async (path, code, field) => {
  const response = await get(path);
  expect(kinds(response)).toEqual([400, "application/json; charset=utf-8", undefined]);
  expect(await response.json()).toMatchObject({ code, field });
});

describe("the links that answers give", () => {
  const questions = [
    "cho tôi file lịch nhắc hạn của Sở Y tế để import vô Outlook",
    "đưa V.9 và VII.1 vào lịch điện thoại",
    "tạo file ics cho các nhiệm vụ hằng năm",
    "tạo cho tôi lịch nhắc nộp báo cáo năm",
    "xuất Excel 67 việc",
    "Cho tôi tệp Excel các nhiệm vụ của Sở Y tế",
    "xuất Excel các nhiệm vụ kết thúc năm 2024",
  ];

  test.each(questions)("“%s”: each is there, of the type that it says", async (text) => {
    const { reply } = await bot.assistant.answer({ text, channel: "web", audience: "officer" });
    expect(reply.links.length).toBeGreaterThan(0);
    for (const { label, url, mediaType } of reply.links) {
      const response = await get(url);
      expect([url, response.status]).toEqual([url, 200]);
      expect(response.headers.get("content-type")!.split(";")[0]).toBe(mediaType);
      expect(reply.text).toContain(`[${label}](${url})`);
    }
  });

  test("the file has as many dates as the answer says", async () => {
    for (const text of questions.slice(0, 4)) {
      const { reply } = await bot.assistant.answer({ text, channel: "web", audience: "officer" });
      const [, said] = /có \*\*(\d+)\*\* mốc sắp tới/.exec(reply.text)!;
      const calendar = new ICAL.Component(ICAL.parse(await (await get(reply.links[0]!.url)).text()));
      expect(calendar.getAllSubcomponents("vevent")).toHaveLength(Number(said));
    }
  });

  test("a table of rows that were listed holds these rows", async () => {
    const { reply } = await bot.assistant.answer({
      text: "Cho tôi tệp Excel các nhiệm vụ của Sở Y tế",
      channel: "web",
      audience: "officer",
    });
    const { tasks } = (await (await get(reply.links[0]!.url.replace("xlsx", "json"))).json()) as {
      tasks: { id: string }[];
    };
    expect(tasks.map(({ id }) => id)).toEqual(reply.tasks.map(({ id }) => id));
  });
});
