import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import type { ReplyTask } from "../../../bot/reply.ts";
import { tasksToXlsx } from "../../../channels/exports/tasks-workbook.ts";
import { listTasks } from "../../../channels/tasks-api.ts";
import { DEFAULT_LIMITS } from "../../../ingest/limits.ts";
import { read } from "../../../ingest/readers/xlsx.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { Party, Task } from "../../../knowledge/records.ts";
import { shippedKnowledge } from "../../support/assistant.ts";

const TODAY = "2026-11-30";

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
});

const bookOf = (query = ""): Promise<Buffer> => {
  const { tasks, said } = listTasks(knowledge, new URLSearchParams(query));
  return tasksToXlsx({ tasks, records: knowledge, said, today: TODAY });
};

type Value = string | number | boolean | Date | null;
interface Book {
  tasks: Value[][];
  sources: Value[][];
}
/** By another library than the one that writes. */
async function opened(book: Buffer): Promise<Book> {
  const sheets = await readWorkbook(book);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["Nhiệm vụ", "Nguồn"]);
  const [tasks, sources] = sheets.map(({ data }) => data as unknown as Value[][]);
  return { tasks: tasks!, sources: sources! };
}

const partsOf = (book: Buffer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(book))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

const HEAD = [
  "Mã",
  "Nhãn",
  "Nhóm",
  "Nội dung",
  "Chủ trì",
  "Phối hợp",
  "Thời gian in",
  "Mốc theo bản in",
  "Lặp lại",
  "Vai trò",
  "Cách giao",
  "Nguồn",
];

const printed = (parties: readonly Party[]): string => parties.map((party) => party.printed).join("; ");
/** What a row of the sheet has to hold, straight from the record. */
const rowOf = (task: Task): Value[] => [
  task.id,
  task.label,
  task.groupName,
  task.title,
  printed(task.leads),
  printed(task.coordinating) || null,
  task.period,
  task.due.until === null ? null : new Date(`${task.due.until}T00:00:00Z`),
  { none: null, yearly: "hằng năm", periodic: "định kỳ trong năm", ongoing: "thường xuyên" }[task.recurrence],
  "chủ trì",
  task.leads.some(({ kind }) => kind === "agency") ? "đích danh" : "giao chung",
  `2704/QĐ-UBND, ${task.evidence.locator}`,
];

describe("the sheet of tasks", () => {
  test("has a head and every cell of all 67 tasks as its record has it, in printed order", async () => {
    const { tasks } = await opened(await bookOf());
    expect(tasks[0]).toEqual(HEAD);
    expect(knowledge.tasks).toHaveLength(67);
    expect(tasks.slice(1)).toEqual(knowledge.tasks.map(rowOf));
  });

  test.each(["agency=Sở Y tế&role=lead", "year=2024&recurrence=none", "ids=V.9,IIb.1", "group=VI"])(
    "%s has the rows of the same address as JSON",
    async (query) => {
      const rows = listTasks(knowledge, new URLSearchParams(query)).tasks;
      const { tasks } = await opened(await bookOf(query));
      expect(tasks.slice(1).map(([id]) => id)).toEqual(rows.map(({ id }) => id));
      expect(tasks.slice(1).map((row) => row[9])).toEqual(
        rows.map(({ role }) => (role === "lead" ? "chủ trì" : "phối hợp")),
      );
    },
  );

  test("none at all is a head alone", async () => {
    const { tasks, sources } = await opened(await bookOf("year=1999&recurrence=none"));
    expect(tasks).toEqual([HEAD]);
    expect(sources.find(([name]) => name === "Số nhiệm vụ")).toEqual(["Số nhiệm vụ", 0]);
  });

  test("products and notes have columns where a plan prints them", async () => {
    const [first, second, ...others] = knowledge.tasks;
    const records = {
      ...knowledge,
      tasks: [{ ...first!, product: "Báo cáo" }, { ...second!, note: "Giai đoạn 1" }, ...others],
    };
    const { tasks: rows } = listTasks(records, new URLSearchParams("group=I"));
    const { tasks } = await opened(await tasksToXlsx({ tasks: rows, records, said: [], today: TODAY }));
    const at = (name: string) => tasks[0]!.indexOf(name);
    expect(tasks.slice(1).map((row) => [row[at("Sản phẩm")], row[at("Ghi chú")]])).toEqual([
      ["Báo cáo", null],
      [null, "Giai đoạn 1"],
    ]);
  });

  test("is ready to be read, filtered and printed", async () => {
    const parts = partsOf(await bookOf());
    const sheet = parts["xl/worksheets/sheet1.xml"]!;
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toContain('<autoFilter ref="A1:L68"/>');
    expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"[^>]*fitToHeight="0"/);
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet.match(/<col /g)).toHaveLength(HEAD.length);
    // The order that the format asks for, without which Excel calls the file damaged.
    const order = ["sheetPr", "sheetViews", "cols", "sheetData", "autoFilter", "pageMargins", "pageSetup"];
    expect(order.map((name) => sheet.indexOf(`<${name}`))).toEqual(
      order.map((name) => sheet.indexOf(`<${name}`)).sort((a, b) => a - b),
    );
    expect(parts["xl/workbook.xml"]).toContain("'Nhiệm vụ'!$A$1:$L$68");
    expect(parts["xl/workbook.xml"]).toContain("'Nhiệm vụ'!$1:$1");
    expect(parts["xl/styles.xml"]).toContain('wrapText="1"');
    expect(parts["xl/styles.xml"]).toContain('formatCode="dd/mm/yyyy"');
  });

  test("is read by the assistant's own reader of workbooks too", async () => {
    const bytes = await bookOf();
    const content = await read({ file: "nhiem-vu.xlsx", extension: ".xlsx", bytes }, DEFAULT_LIMITS);
    const rows = content.kind === "tables" ? content.sheets[0]!.rows : [];
    expect(rows).toHaveLength(68);
    expect(rows[1]!.cells.slice(0, 2)).toEqual(["I.1", "I.1"]);
    expect(rows[1]!.cells[7]).toBe("31/12/2025");
  });
});

describe("a text that looks like a formula", () => {
  const TEXTS = [
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+84",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    "\t=1",
    "=cmd|' /C calc'!A0",
    `=${"A".repeat(400)}`,
    "<f>1+1</f>",
  ];

  test("is a text in every cell, as written and when somebody edits it", async () => {
    const task = knowledge.tasks[0]!;
    for (const text of TEXTS) {
      const row: ReplyTask = {
        id: task.id,
        label: text,
        document: task.documentId,
        group: text,
        title: text,
        lead: [text],
        coordinating: [text],
        period: text,
        dueEnd: null,
        recurrence: "none",
        role: "lead",
        directness: "named",
      };
      const book = await tasksToXlsx({ tasks: [row], records: knowledge, said: [text], today: TODAY });
      const parts = partsOf(book);
      for (const name of ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"])
        expect(parts[name]).not.toMatch(/<f[ >]/);
      const cells = [...parts["xl/worksheets/sheet1.xml"]!.matchAll(/<c r="[B-G]2" s="(\d+)" t="(\w+)"/g)];
      expect(cells.map(([, , type]) => type)).toEqual(["s", "s", "s", "s", "s", "s"]);
      const asText = formatsOf(parts["xl/styles.xml"]!);
      expect(cells.map(([, style]) => asText[Number(style)])).toEqual(Array(6).fill("@"));
      const { tasks } = await opened(book);
      expect(String(tasks[1]![3]).trim()).toBe(text.trim());
    }
  });

  /** The number format of each style. */
  function formatsOf(styles: string): (string | undefined)[] {
    const codes = new Map(
      [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]+)"/g)].map(([, id, code]) => [
        id,
        code,
      ]),
    );
    const cells = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)![1]!;
    return [...cells.matchAll(/<xf ([^>]*)>/g)].map(([, attributes]) =>
      codes.get(/numFmtId="(\d+)"/.exec(attributes!)?.[1]),
    );
  }
});

test("what no XML may hold is left out, and the file can be opened", async () => {
  const row = listTasks(knowledge, new URLSearchParams("ids=I.1")).tasks[0]!;
  const strange = { ...row, title: "một\u0000hai\u0008ba\ud800bốn </t> & “năm”" };
  const { tasks } = await opened(
    await tasksToXlsx({ tasks: [strange], records: knowledge, said: [], today: TODAY }),
  );
  expect(tasks[1]![3]).toBe("mộthaibabốn </t> & “năm”");
});

test("the sheet of sources names the document, the filters in words and the day", async () => {
  const { sources } = await opened(await bookOf("agency=stttt&role=lead&year=2024&text=CALLBOT"));
  const plan = knowledge.documents.find(({ id }) => id === "qd-2704")!;
  const said = new Map(sources.map(([name, value]) => [name, value]));
  expect(said.get("Văn bản")).toBe("Quyết định 2704/QĐ-UBND ngày 25/10/2023");
  expect(said.get("Tên văn bản")).toBe(plan.title);
  expect(said.get("Tình trạng")).toBe(plan.statusNote);
  expect(said.get("Bộ lọc")).toBe(
    "Cơ quan: Sở Thông tin và Truyền thông; Vai trò: chủ trì; Năm: 2024; Nội dung có chữ: CALLBOT",
  );
  expect(said.get("Số nhiệm vụ")).toBe(1);
  expect(said.get("Ngày xuất")).toEqual(new Date(`${TODAY}T00:00:00Z`));
  expect(said.get("Ghi chú")).toContain("do trợ lý suy ra");
});
