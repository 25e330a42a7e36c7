import { beforeAll, describe, expect, test } from "vitest";
import type { ReplyTask } from "../../bot/reply.ts";
import { listTasks, tasksToCsv } from "../../channels/tasks-api.ts";
import { RequestError } from "../../knowledge/errors.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { Task } from "../../knowledge/records.ts";
import { shippedKnowledge } from "../support/assistant.ts";
import { TASK } from "./fakes.ts";

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
});

const list = (query: string) => listTasks(knowledge, new URLSearchParams(query));
const csvOf = (tasks: readonly ReplyTask[]) => tasksToCsv(tasks, knowledge.documents);
const leads = (task: Task, agencyId: string) => task.leads.some((party) => party.agencyId === agencyId);

describe("the filters of GET /api/tasks", () => {
  test("without any, every row of the appendix is there once, in printed order", () => {
    expect(list("").tasks.map((task) => task.id)).toEqual(knowledge.tasks.map((task) => task.id));
  });

  test.each<[query: string, fits: (task: Task) => boolean]>([
    ["agency=Sở Y tế&role=lead&directness=named", (task) => leads(task, "so-y-te")],
    ["agency=stttt&role=lead&directness=named", (task) => leads(task, "so-thong-tin-va-truyen-thong")],
    ["agency=so giao duc&role=lead&directness=named", (task) => leads(task, "so-giao-duc-va-dao-tao")],
    ["period=2023-2024", (task) => task.period === "2023-2024"],
    ["group=IIb", (task) => task.groupId === "IIb"],
    ["group=II", (task) => task.groupId === "II"],
    ["recurrence=yearly", (task) => task.recurrence === "yearly"],
    ["recurrence=none", (task) => task.recurrence === "none"],
    ["year=2025", (task) => task.recurrence !== "none" || (task.startYear! <= 2025 && task.endYear! >= 2025)],
    ["ids=V.9,IIb.1, I.2,XX.1", (task) => ["V.9", "IIb.1", "I.2"].includes(task.id)],
    ["text=CALLBOT", (task) => /callbot/i.test(task.title)],
    ["group=V&period=2023-2025", (task) => task.groupId === "V" && task.period === "2023-2025"],
    ["year=1999&recurrence=none", () => false],
  ])("%s lists the rows that a plain look at the records finds", (query, fits) => {
    expect(list(query).tasks.map((task) => task.id)).toEqual(
      knowledge.tasks.filter(fits).map((task) => task.id),
    );
  });

  test.each([
    ["text=y tế", "text=Y TẾ"],
    ["text=y te", "text=y tế"],
    ["agency=so y te", "agency=Sở Y tế"],
    ["document=2704/QĐ-UBND", ""],
    ["document=qd-2704&year=2024", "year=2024"],
  ])("%s finds what %s finds", (one, other) => {
    expect(list(one).tasks).toEqual(list(other).tasks);
    expect(list(one).tasks.length).toBeGreaterThan(0);
  });

  test.each([
    ["agency=Sở Phép thuật", "agency_unknown", "agency"],
    ["agency=", "filter_invalid", "agency"],
    ["agency=   ", "filter_invalid", "agency"],
    ["role=boss", "filter_invalid", "role"],
    ["directness=maybe", "filter_invalid", "directness"],
    ["year=25", "filter_invalid", "year"],
    ["year=2025.5", "filter_invalid", "year"],
    ["group=XX", "group_unknown", "group"],
    ["recurrence=daily", "filter_invalid", "recurrence"],
    ["format=xml", "filter_invalid", "format"],
    [`text=${"x".repeat(201)}`, "filter_invalid", "text"],
    ["status=done", "filter_unknown", "status"],
    ["document=118/KH-UBND", "document_unknown", "document"],
    ["__proto__=1", "filter_unknown", "__proto__"],
    ["role=lead&role=coordinating", "filter_repeated", "role"],
  ])("%s is refused by the name of the filter", (query, code, field) => {
    let error: unknown;
    try {
      list(query);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({ code, field, status: 400 });
  });
});

describe("the tasks as CSV", () => {
  const HEAD =
    "\uFEFFMã,Nhãn,Nhóm,Nội dung,Chủ trì,Phối hợp,Thời gian,Ngày cuối,Lặp lại,Vai trò,Cách giao,Văn bản\r\n";

  test("begin with a byte order mark and a head, and end every row with CRLF", () => {
    expect(csvOf([])).toBe(HEAD);
    expect(csvOf([TASK])).toBe(
      `${HEAD}V.9,V.9,Ứng dụng,Tổng đài tự động,Sở A,Sở B; các sở,2023-2024,2024-12-31,,chủ trì,đích danh,2704/QĐ-UBND\r\n`,
    );
  });

  test.each([
    ["a comma", "một, hai", '"một, hai"'],
    ["quotes", 'gọi là "số"', '"gọi là ""số"""'],
    ["a line break", "một\nhai", '"một\nhai"'],
    ["a formula", "=1+1", "'=1+1"],
    ["a formula with a comma", "=HYPERLINK(1,2)", '"\'=HYPERLINK(1,2)"'],
    ["a plus", "+84", "'+84"],
    ["a minus", "-1", "'-1"],
    ["an at sign", "@SUM", "'@SUM"],
    ["a full-width equals sign", "＝1", "'＝1"],
    ["a tab", "\t=1", "'\t=1"],
    ["a carriage return", "\r=1", '"\'\r=1"'],
  ])("keep %s from breaking out of its cell", (_name, title, cell) => {
    expect(csvOf([{ ...TASK, title }])).toContain(`,Ứng dụng,${cell},Sở A,`);
  });

  test("read back by a plain RFC 4180 reader, every shipped row is there with all its cells", () => {
    const { tasks } = list("");
    const rows = readCsv(csvOf(tasks).slice(1));
    expect(rows).toHaveLength(tasks.length + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([12]));
    expect(rows.slice(1).map((row) => row[3])).toEqual(tasks.map((task) => task.title));
  });
});

/** Character by character, straight from the grammar. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const row = rows.at(-1)!;
    const character = text[i]!;
    if (quoted && character === '"' && text[i + 1] === '"') {
      row[row.length - 1] += '"';
      i++;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ",") row.push("");
    else if (!quoted && character === "\r" && text[i + 1] === "\n") {
      rows.push([""]);
      i++;
    } else row[row.length - 1] += character;
  }
  return rows.slice(0, -1);
}
