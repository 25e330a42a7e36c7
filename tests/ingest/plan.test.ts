import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parsePlan } from "../../ingest/parsers/plan.ts";
import { DocumentError } from "../../knowledge/errors.ts";
import type { Evidence, Task } from "../../knowledge/records.ts";
import {
  agencies,
  collectives,
  plan,
  planDocument,
  planLines,
  planText,
  printedRows,
  wordsAt,
} from "../support/shipped-plan.ts";

const { facts, sections, passages, targets, duties, groups, tasks } = plan;
const taskOf = (id: string) => tasks.find((task) => task.id === id)!;
const idsWhere = (test: (task: Task) => boolean) => tasks.filter(test).map((task) => task.id);
const leadsOf = (task: Task) => task.leads.flatMap((party) => party.agencyId ?? []);
const coordinatorsOf = (task: Task) => task.coordinating.flatMap((party) => party.agencyId ?? []);
const STTTT = "so-thong-tin-va-truyen-thong";

describe("the groups of the appendix", () => {
  test("are eight, II twice, with their tasks", () => {
    expect(groups.map(({ id, numeral, name, taskIds }) => [id, numeral, name, taskIds.length])).toEqual([
      ["I", "I", "Nhận thức số", 2],
      ["II", "II", "Thể chế số", 2],
      ["IIb", "II", "Phát triển hạ tầng số", 4],
      ["III", "III", "Phát triển nền tảng, hệ thống", 3],
      ["IV", "IV", "Phát triển dữ liệu", 8],
      ["V", "V", "Phát triển ứng dụng, dịch vụ số", 38],
      ["VI", "VI", "Bảo đảm an toàn, an ninh mạng", 5],
      ["VII", "VII", "Nhân lực số", 5],
    ]);
    expect(tasks).toHaveLength(67);
    expect(groups.flatMap((group) => group.taskIds)).toEqual(tasks.map((task) => task.id));
  });

  test("a label of the two groups II is told apart by the group's name, no other label is changed", () => {
    expect(tasks.filter((task) => task.groupNumeral === "II").map(({ id, label }) => [id, label])).toEqual([
      ["II.1", "II.1 (Thể chế số)"],
      ["II.2", "II.2 (Thể chế số)"],
      ["IIb.1", "II.1 (Phát triển hạ tầng số)"],
      ["IIb.2", "II.2 (Phát triển hạ tầng số)"],
      ["IIb.3", "II.3 (Phát triển hạ tầng số)"],
      ["IIb.4", "II.4 (Phát triển hạ tầng số)"],
    ]);
    const others = tasks.filter((task) => task.groupNumeral !== "II");
    expect(others.filter((task) => task.label !== task.id)).toEqual([]);
  });
});

describe("the rows of the appendix", () => {
  test("are those that a plain reading of the cells finds, word for word", () => {
    expect(printedRows).toHaveLength(67);
    expect(
      tasks.map((task) => ({
        number: String(task.number),
        title: task.title,
        lead: task.leadPrinted,
        coordinating: task.coordinatingPrinted,
        period: task.period,
        note: task.note,
        line: task.evidence.lines![0],
        group: task.groupName,
      })),
    ).toEqual(printedRows);
  });

  test("leave the column of notes empty", () => {
    expect(tasks.filter((task) => task.note !== "")).toEqual([]);
  });

  test("each party of a cell is printed in the cell, in order, and only separators are left over", () => {
    for (const task of tasks) {
      for (const [cell, parties] of [
        [task.leadPrinted, task.leads],
        [task.coordinatingPrinted, task.coordinating],
      ] as const) {
        let rest = cell;
        for (const { printed } of parties) {
          expect(rest).toContain(printed);
          const at = rest.indexOf(printed);
          expect(rest.slice(0, at)).toMatch(/^(?:[;,\s]|và)*$/);
          rest = rest.slice(at + printed.length);
        }
        expect(rest).toMatch(/^[.;\s]*$/);
      }
    }
  });

  test.each([
    ["2023", 4, 2023, 2023, "none"],
    ["2023-2024", 21, 2023, 2024, "none"],
    ["2023-2025", 30, 2023, 2025, "none"],
    ["2024-2025", 1, 2024, 2025, "none"],
    ["Hàng năm", 9, null, null, "yearly"],
    ["Hằng năm", 1, null, null, "yearly"],
    ["Thường xuyên", 1, null, null, "ongoing"],
  ])("%s is the period of %i", (period, count, startYear, endYear, recurrence) => {
    const rows = tasks.filter((task) => task.period === period);
    expect(rows).toHaveLength(count);
    for (const row of rows) expect(row).toMatchObject({ startYear, endYear, recurrence });
  });

  test("the rare periods stand where they are printed", () => {
    expect(idsWhere((task) => task.period === "2023")).toEqual(["V.8", "V.22", "V.23", "V.31"]);
    expect(idsWhere((task) => task.period === "2024-2025")).toEqual(["V.10"]);
    expect(idsWhere((task) => task.period === "Hằng năm")).toEqual(["VI.3"]);
    expect(idsWhere((task) => task.period === "Thường xuyên")).toEqual(["V.7"]);
  });
});

describe("who leads and who coordinates", () => {
  test.each([
    [STTTT, 26],
    ["van-phong-ubnd-tinh", 7],
    ["so-giao-duc-va-dao-tao", 5],
    ["so-y-te", 4],
    ["so-cong-thuong", 3],
    ["so-nong-nghiep-va-ptnt", 2],
    ["so-tai-nguyen-va-moi-truong", 1],
    ["so-khoa-hoc-va-cong-nghe", 1],
    ["so-noi-vu", 1],
    ["so-lao-dong-thuong-binh-va-xa-hoi", 1],
    ["so-van-hoa-va-the-thao", 1],
    ["ban-dan-toc", 1],
    ["so-ke-hoach-va-dau-tu", 1],
    ["so-du-lich", 1],
    ["so-giao-thong-van-tai", 1],
    ["cong-an-tinh", 1],
    ["ubnd-tp-vung-tau", 1],
    ["so-tai-chinh", 0],
    ["so-tu-phap", 0],
  ])("%s leads %i by name", (agencyId, count) => {
    expect(tasks.filter((task) => leadsOf(task).includes(agencyId))).toHaveLength(count);
  });

  test("ten are led by everyone together, and only one of them leaves the districts out", () => {
    const collective = tasks.filter((task) => leadsOf(task).length === 0);
    expect(collective.map((task) => task.id)).toEqual([
      "I.1",
      "I.2",
      "II.1",
      "II.2",
      "IV.4",
      "IV.7",
      "V.8",
      "V.15",
      "V.31",
      "VI.1",
    ]);
    const withoutLocals = collective.filter((task) => !task.leads.some((party) => party.includesLocal));
    expect(withoutLocals.map((task) => [task.id, task.leads.map((party) => party.kind)])).toEqual([
      ["IV.4", ["related"]],
    ]);
  });

  test("V.4 alone has two leads", () => {
    expect(idsWhere((task) => task.leads.length > 1)).toEqual(["V.4"]);
    expect(leadsOf(taskOf("V.4"))).toEqual([STTTT, "van-phong-ubnd-tinh"]);
  });

  test.each([
    [STTTT, 34],
    ["so-tai-chinh", 16],
    ["van-phong-ubnd-tinh", 3],
    ["so-tu-phap", 2],
    ["so-noi-vu", 2],
  ])("%s coordinates %i by name", (agencyId, count) => {
    expect(tasks.filter((task) => coordinatorsOf(task).includes(agencyId))).toHaveLength(count);
  });

  test("seven rows print their lead among the coordinating bodies too", () => {
    const twice = (task: Task) => leadsOf(task).some((id) => coordinatorsOf(task).includes(id));
    expect(idsWhere(twice)).toEqual(["IIb.4", "V.1", "V.2", "V.12", "V.19", "V.20", "VI.5"]);
  });

  test("Sở Thông tin và Truyền thông is printed in all rows but these", () => {
    const absent = (task: Task) => ![...leadsOf(task), ...coordinatorsOf(task)].includes(STTTT);
    expect(idsWhere(absent)).toEqual([
      "II.1",
      "V.10",
      "V.11",
      "V.13",
      "V.14",
      "V.28",
      "V.33",
      "V.34",
      "V.35",
      "V.36",
      "V.37",
      "V.38",
    ]);
  });

  test("the registry says of each agency whether the plan names it", () => {
    const printed = planText.replaceAll(/\s+/g, " ").toLowerCase();
    const named = (agency: (typeof agencies)[number]) =>
      [agency.name, ...agency.aliases.filter(({ type }) => type === "full").map(({ text }) => text)].some(
        (name) => printed.includes(name.toLowerCase()),
      );
    expect(agencies.filter((agency) => agency.namedInPlan !== named(agency)).map(({ id }) => id)).toEqual([]);
  });
});

interface CheckedTask {
  uid: string;
  task: string;
  lead: string;
  coop: string;
  due: string;
  note: string;
  line: number;
  line_end: number;
  label_in_doc: string;
  collective_lead: boolean;
  lead_also_coop: boolean;
  due_end_year: number | null;
}

const SHARED = process.env.SHARED_DIR ?? fileURLToPath(new URL("../../../shared", import.meta.url));
const CHECKED_TASKS = join(SHARED, "domain/tasks.json");

test("every task agrees with the list that was read off the document by hand", ({ skip }) => {
  skip(!existsSync(CHECKED_TASKS), `no ${CHECKED_TASKS}; set SHARED_DIR to the folder that holds it`);
  const checked = JSON.parse(readFileSync(CHECKED_TASKS, "utf8")) as CheckedTask[];
  expect(checked).toHaveLength(67);
  for (const row of checked) {
    const task = taskOf(row.uid.replace("II(TC)", "II").replace("II(HT)", "IIb"));
    expect({ uid: row.uid, ...task }).toMatchObject({
      title: row.task,
      leadPrinted: row.lead,
      coordinatingPrinted: row.coop,
      period: row.due,
      note: row.note,
      endYear: row.due_end_year,
    });
    expect(task.label.split(" ")[0]).toBe(row.label_in_doc);
    expect(leadsOf(task).length === 0).toBe(row.collective_lead);
    expect(leadsOf(task).some((id) => coordinatorsOf(task).includes(id))).toBe(row.lead_also_coop);
    const [from, to] = task.evidence.lines!;
    expect(from).toBe(row.line);
    // The list counts the empty cell of notes as the row's last line.
    expect(new Set(planLines.slice(to, row.line_end + 1))).toEqual(new Set(["|"]));
  }
});

describe("the body of the plan", () => {
  test("has the sections I to VI with their headings", () => {
    expect(
      sections.filter(({ label }) => !label.includes(".")).map(({ label, title }) => [label, title]),
    ).toEqual([
      ["I", "QUAN ĐIỂM"],
      ["II", "TẦM NHÌN ĐẾN NĂM 2030"],
      ["III", "MỤC TIÊU ĐẾN NĂM 2025"],
      ["IV", "NHIỆM VỤ"],
      ["V", "GIẢI PHÁP"],
      ["VI", "TỔ CHỨC THỰC HIỆN"],
    ]);
    const inner = sections.filter(({ label }) => label.includes("."));
    const counts = Object.fromEntries(
      ["III", "IV", "V", "VI"].map((top) => [
        top,
        inner.filter(({ label }) => label.startsWith(`${top}.`)).length,
      ]),
    );
    expect(counts).toEqual({ III: 5, IV: 6, V: 10, VI: 6 });
    expect(inner).toHaveLength(27);
    expect(inner.find(({ label }) => label === "VI.6")!.title).toBe(
      "Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các huyện, thị xã, thành phố",
    );
  });

  test("is read to the last word: headings and passages together are its lines, in order", () => {
    const parts = [...sections, ...passages]
      .map((record) => record.evidence.lines!)
      .sort((a, b) => a[0] - b[0]);
    const covered = parts.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
    const first = planLines.findIndex((line) => line.startsWith("I. "));
    const last = planLines.lastIndexOf("PHỤ LỤC") - 1;
    expect(covered).toEqual(Array.from({ length: last - first + 1 }, (_, i) => first + i));
  });

  test("a passage is the words of its lines without the dash", () => {
    for (const { text, evidence } of passages) expect(text).toBe(wordsAt(evidence.lines!).replace(/^- /, ""));
  });
});

const RECORDS: readonly [kind: string, records: readonly { evidence: Evidence }[]][] = [
  ["facts", facts],
  ["sections", sections],
  ["passages", passages],
  ["targets", targets],
  ["duties", duties],
  ["groups", groups],
  ["tasks", tasks],
];

test.each(RECORDS)("the quotes of all %s stand verbatim at their lines", (_kind, records) => {
  expect(records.length).toBeGreaterThan(0);
  const wrong = records.filter(({ evidence }) => !wordsAt(evidence.lines!).includes(evidence.quote));
  expect(wrong).toEqual([]);
});

describe("the targets", () => {
  test("keep every percentage: 24 in the document, 21 of them in section III, 3 in task V.8", () => {
    const percentages = (text: string) => text.match(/\d+(?:\s*-\s*\d+)?%/g) ?? [];
    expect(percentages(planText.replaceAll(/\s+/g, " "))).toHaveLength(24);
    const figures = targets.flatMap((target) => target.figures.filter(({ unit }) => unit === "%"));
    expect(figures).toHaveLength(21);
    expect(targets.flatMap((target) => percentages(target.text))).toHaveLength(21);
    expect(percentages(taskOf("V.8").title)).toEqual(["50%", "100%", "50%"]);
  });

  test.each<[words: string, line: number, figures: [qualifier: string | null, value: string][]]>([
    ["dịch vụ công trực tuyến toàn trình đủ điều kiện", 133, [[null, "100"]]],
    ["được thiết kế, thiết kế lại", 136, [[null, "100"]]],
    ["định danh và xác thực thông suốt", 140, [[null, "100"]]],
    [
      "trực tuyến từ xa",
      143,
      [
        ["Phấn đấu trên", "50"],
        ["Phấn đấu", "100"],
        ["đạt", "98"],
      ],
    ],
    ["hài lòng", 147, [["Tối thiểu", "90"]]],
    [
      "Rút ngắn thời gian giải quyết",
      149,
      [
        ["ít nhất", "40"],
        ["giảm từ", "45-50"],
      ],
    ],
    ["tham gia mở dữ liệu", 155, [[null, "100"]]],
    ["dịch vụ công mới", 157, [["Tối thiểu", "50"]]],
    ["Duy trì, vận hành Hệ thống thông tin Giải quyết thủ tục hành chính", 159, []],
    [
      "24/7",
      165,
      [
        [null, "100"],
        [null, "100"],
      ],
    ],
    ["nền tảng quản trị tổng thể", 169, [[null, "100"]]],
    ["trừ văn bản mật", 172, [[null, "100"]]],
    ["hồ sơ công việc ở cấp tỉnh", 175, [[null, "90"]]],
    ["(LRIS)", 178, [[null, "100"]]],
    ["hồ sơ được tạo, lưu giữ", 182, [[null, "100"]]],
    ["Nền tảng phân tích, xử lý dữ liệu", 184, []],
    ["kiểm tra hành chính định kỳ", 186, [["Trên", "30"]]],
    [
      "phổ cập kỹ năng số cơ bản",
      189,
      [
        [null, "100"],
        [null, "50"],
      ],
    ],
    ["10 tỉnh, thành phố dẫn đầu", 242, [["nhóm", "10"]]],
  ])("“%s” at line %i keeps its figures with their qualifiers", (words, line, figures) => {
    const found = targets.filter((target) => target.evidence.lines![0] === line);
    expect(found).toHaveLength(1);
    expect(found[0]!.text).toContain(words);
    expect(found[0]!.figures.map(({ qualifier, value }) => [qualifier, value])).toEqual(figures);
  });

  test("are 30; the eleven of III.4 (“Mỗi người dân …”) hold no figure", () => {
    const counts = [6, 3, 9, 11, 1];
    counts.forEach((count, i) => {
      expect(targets.filter(({ sectionLabel }) => sectionLabel === `III.${i + 1}`)).toHaveLength(count);
    });
    expect(targets).toHaveLength(30);
    const ofFour = targets.filter(({ sectionLabel }) => sectionLabel === "III.4");
    expect(ofFour.flatMap(({ figures }) => figures)).toEqual([]);
  });
});

describe("the duties outside the appendix", () => {
  test.each([
    ["VI.1", [STTTT], 5],
    ["VI.2", ["van-phong-ubnd-tinh"], 1],
    ["VI.3", ["so-noi-vu"], 3],
    ["VI.4", ["so-tai-chinh"], 1],
    ["VI.5", ["so-ke-hoach-va-dau-tu"], 1],
  ])("%s binds %s with %i", (label, agencyIds, count) => {
    const rows = duties.filter(({ sectionLabel }) => sectionLabel === label);
    expect(rows).toHaveLength(count);
    for (const row of rows) expect(row).toMatchObject({ agencyIds, collective: false });
  });

  test("VI.6 binds everyone with six, the last a paragraph of its own", () => {
    const rows = duties.filter(({ sectionLabel }) => sectionLabel === "VI.6");
    expect(rows.map(({ evidence }) => evidence.lines)).toEqual([
      [552, 558],
      [559, 564],
      [565, 571],
      [572, 574],
      [575, 577],
      [578, 581],
    ]);
    for (const row of rows) expect(row).toMatchObject({ agencyIds: [], collective: true });
  });

  test.each([
    [93, "vào năm 2023 và hình thành Chính quyền số vào năm 2025", "fixed"],
    [123, "Đến năm 2030", "fixed"],
    [345, "định kỳ", "ongoing"],
    [484, "Định kỳ hàng tháng, quý, năm", "monthly"],
    [536, "hàng năm", "yearly"],
    [539, "hàng năm", "yearly"],
    [543, "ngân sách hàng năm", "yearly"],
    [552, "Thời gian hoàn thành sau 10 ngày kể từ ngày Kế hoạch này ban hành", "after_issue"],
    [559, "Thường xuyên", "ongoing"],
    [565, "hằng năm", "yearly"],
    [575, "Định kỳ 6 tháng và hàng năm (trước ngày 15/12)", "half_yearly"],
  ])("the one at line %i is due “%s”", (line, words, kind) => {
    const duty = duties.find(({ evidence }) => evidence.lines![0] === line)!;
    expect(duty.when).toMatchObject({ words, kind });
    expect(duty.text).toContain(words);
  });

  test("only the own plan has a date that is reckoned: ten calendar days after issue, a Saturday", () => {
    const derived = duties.filter(({ when }) => when?.derived);
    expect(derived.map(({ id, when }) => [id, when!.derived])).toEqual([
      ["duty:VI.6.1", { date: "2023-11-04", rule: "ngày ban hành 25/10/2023 cộng 10 ngày lịch" }],
    ]);
    expect(new Date("2023-11-04T00:00:00Z").getUTCDay()).toBe(6);
  });

  test("the reports are those that the text asks for, and no date is made up for the half-year one", () => {
    expect(duties.filter(({ report }) => report).map(({ id }) => id)).toEqual([
      "duty:V.9.3",
      "duty:VI.1.2",
      "duty:VI.6.5",
      "duty:VI.6.6",
    ]);
    const halfYearly = duties.find(({ id }) => id === "duty:VI.6.5")!;
    expect(halfYearly.text.match(/\d{1,2}\/\d{1,2}/g)).toEqual(["15/12"]);
    expect(halfYearly.when!.derived).toBeNull();
  });

  test("V.10 names the steering committee, the heads of agencies and its standing agency", () => {
    const rows = duties.filter(({ sectionLabel }) => sectionLabel === "V.10");
    expect(rows.map(({ agencyIds, collective }) => [agencyIds, collective])).toEqual([
      [["ban-chi-dao-chuyen-doi-so"], false],
      [[], true],
      [[STTTT], false],
    ]);
  });
});

describe("the facts of the decision", () => {
  const values = (key: string) => facts.filter((fact) => fact.key === key).map((fact) => fact.value);

  test.each([
    ["number", ["2704/QĐ-UBND"]],
    ["issued", ["Bà Rịa - Vũng Tàu, ngày 25 tháng 10 năm 2023"]],
    ["issuer", ["ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU"]],
    ["signer", ["Đặng Minh Thông, PHÓ CHỦ TỊCH (TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH)"]],
    ["effect", ["Điều 2. Hiệu lực thi hành Quyết định này có hiệu lực thi hành kể từ ngày ký."]],
  ])("%s", (key, expected) => {
    expect(values(key)).toEqual(expected);
  });

  test("the misprint PHÊ QUYỆT of the title stays, Điều 1 has it right", () => {
    expect(values("title")[0]).toMatch(/^PHÊ QUYỆT KẾ HOẠCH .* ĐỊNH HƯỚNG ĐẾN NĂM 2030\.$/);
    expect(values("article")[0]).toContain("Phê duyệt kèm theo Quyết định này");
  });

  test("eleven legal bases are named by number and day, in order, without the stray dash", () => {
    const expected: [words: string, day: string][] = [
      ["Luật Tổ chức chính quyền địa phương", "19 tháng 6 năm 2015"],
      ["Luật sửa đổi, bổ sung một số điều", "22 tháng 11 năm 2019"],
      ["52-NQ/TW", "27 tháng 9 năm 2019"],
      ["17/NQ-CP", "07 tháng 3 năm 2019"],
      ["50/NQ-CP", "17 tháng 4 năm 2020"],
      ["749/QĐ-TTg", "03 tháng 6 năm 2020"],
      ["942/QĐ-TTg", "15 tháng 6 năm 2021"],
      ["17/QĐ-UBQGCĐS", "04/4/2023"],
      ["02-NQ/TU", "28 tháng 5 năm 2021"],
      ["2207/QĐ-UBND", "06 tháng 8 năm 2021"],
      ["4167/QĐ-UBND", "22 tháng 11 năm 2021"],
    ];
    const bases = values("legal_basis");
    expect(bases).toHaveLength(11);
    expected.forEach(([words, day], i) => {
      expect(bases[i]).toMatch(/^Căn cứ .*[^;.]$/);
      expect(bases[i]).toContain(words);
      expect(bases[i]).toContain(day);
    });
  });

  test("the proposal, Điều 1 to 3, those who must execute it and those who receive it", () => {
    expect(values("proposal")[0]).toContain("Tờ trình số 91/TTr-STTTT ngày 11 tháng 10 năm 2023");
    const articles = facts.filter((fact) => fact.key === "article");
    expect(articles.map(({ label, evidence }) => [label, evidence.lines])).toEqual([
      ["Điều 1", [60, 62]],
      ["Điều 2", [63, 64]],
      ["Điều 3", [65, 69]],
    ]);
    expect(values("executors")[0]).toContain("Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc Sở Thông tin");
    expect(values("recipients")[0]).toContain("Lưu: VT, STTTT.");
  });
});

describe("a document that is not what the list of documents says is refused with its place", () => {
  const rowV9 = tasks.find((task) => task.id === "V.9")!.evidence.lines![0];
  const without = (number: number) =>
    planText
      .split("\n")
      .toSpliced(number - 1, 1)
      .join("\n");
  const replaced = (number: number, line: string) =>
    planText
      .split("\n")
      .with(number - 1, line)
      .join("\n");
  const withoutLines = ([from, to]: readonly [number, number]) =>
    planText
      .split("\n")
      .toSpliced(from - 1, to - from + 1)
      .join("\n");

  test.each<[what: string, text: string, place: string, reason: string]>([
    ["another number", replaced(10, "Số: 2705/QĐ-UBND"), "dòng 10", "số văn bản không khớp"],
    ["another signer", replaced(84, "Nguyễn Văn A"), "dòng 84", "người ký không khớp"],
    ["a lost cell", without(rowV9 + 1), `dòng ${rowV9 - 1}`, "6 ô mỗi dòng"],
    ["a cell too many", replaced(rowV9 + 1, "|\n|"), `dòng ${rowV9 + 12}`, "6 ô mỗi dòng"],
    [
      "a lost row",
      withoutLines([rowV9, rowV9 + 13]),
      `dòng ${rowV9}`,
      "số thứ tự phải là 9 nhưng đọc được “10”",
    ],
    ["an unreadable period", replaced(620, "sang năm"), "dòng 620", "không hiểu thời gian “sang năm”"],
  ])("%s", (_what, text, place, reason) => {
    const attempt = () => parsePlan(planDocument, text, agencies, collectives);
    expect(attempt).toThrow(DocumentError);
    expect(attempt).toThrow(expect.objectContaining({ file: planDocument.file, place }));
    expect(attempt).toThrow(reason);
  });
});

describe("what a plan may lack is left out of its records", () => {
  const lines = planText.split("\n");
  const parse = (text: string) => parsePlan(planDocument, text, agencies, collectives);

  test("without the heading of the table there are no tasks, and the body is as it was", () => {
    const table = planLines.indexOf("STT");
    const parsed = parse(lines.toSpliced(table - 1, 13).join("\n"));
    expect(parsed.tasks).toEqual([]);
    expect(parsed.duties).toHaveLength(duties.length);
  });

  test("without an appendix there are no tasks", () => {
    const parsed = parse(planText.slice(0, planText.lastIndexOf("PHỤ LỤC\n")));
    expect([parsed.tasks, parsed.groups]).toEqual([[], []]);
    expect(parsed.targets).toEqual(targets);
  });

  test("without a body there are tasks alone, and the facts of the decision", () => {
    const parsed = parse(lines.toSpliced(91, 490).join("\n"));
    expect([parsed.sections, parsed.targets, parsed.duties]).toEqual([[], [], []]);
    expect(parsed.tasks.map(({ title }) => title)).toEqual(tasks.map(({ title }) => title));
    expect(parsed.facts.find(({ key }) => key === "signer")!.value).toContain("Đặng Minh Thông");
  });

  test("a period that is not printed stays open", () => {
    const [first] = parse(lines.with(619, "").join("\n")).tasks;
    expect(first).toMatchObject({ period: "", startYear: null, endYear: null, recurrence: "none" });
    expect(first!.due).toMatchObject({ spans: [], from: null, until: null, isOpen: false });
  });

  test("a body that the registry lacks is kept as printed, for review", () => {
    const {
      tasks: [task],
      agencies: found,
    } = parse(lines.with(613, "Sở Thủy sản,").with(614, "Sở Nội vụ").join("\n"));
    expect(task!.leads.map(({ printed, agencyId }) => [printed, agencyId])).toEqual([
      ["Sở Thủy sản", "so-thuy-san"],
      ["Sở Nội vụ", "so-noi-vu"],
    ]);
    expect(found).toMatchObject([
      { id: "so-thuy-san", name: "Sở Thủy sản", review: { documentId: "qd-2704" } },
    ]);
  });

  test("another word for a column is understood", () => {
    const table = planLines.indexOf("STT");
    expect(parse(lines.with(table + 3, "Người chủ trì").join("\n")).tasks).toHaveLength(67);
  });
});

/** Of the records as they were when a parser of its own read this plan, by what they held then. */
const DIGESTS: Readonly<Record<string, string>> = {
  facts: "94f4f9aa4f72cc8f776fa5105d5efb276fe6dff52286188a9428469e35cad022",
  sections: "477c686e1b297f4484b3f535603cf2ca6118a0c0db59c1f828f0fc28fc0d0054",
  passages: "940674da67456c8195a4c826a54d015e63bf3b77315720afc67a7ea1f06725b9",
  targets: "ec3b86490b449a412459d8074ca115f220d1238ebfcab1e46ed384489b0ba254",
  duties: "c127e8d98609c42190fb546157c05d633123f8035f7f21ff9d6f9c7720b7d29a",
  groups: "d00b334e6507d060dfb8a11e8df56a26863b1a661d2b489e593c741be3152d46",
  tasks: "94f7f3c9dc8fe8c61b02b9a81a32231ace21cba71636159b61ef95fff98b44ae",
};

/** With its keys in order, and without what records did not hold then. */
function asThen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asThen);
  if (typeof value !== "object" || value === null) return value;
  const later = ["due", "product", "more", "part"];
  const isHead = "taskIds" in value || ("title" in value && "path" in value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !later.includes(key) && !(isHead && key === "documentId"))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, asThen(inner)]),
  );
}

test.each(Object.entries(DIGESTS))(
  "the %s are what they were, to the letter and in order",
  (kind, digest) => {
    const text = JSON.stringify(asThen(plan[kind as keyof typeof plan]));
    expect(createHash("sha256").update(text).digest("hex")).toBe(digest);
  },
);

test("the shipped registry holds every body that the plan names", () => {
  expect(plan.agencies).toEqual([]);
});

test("Windows line ends, decomposed letters and trailing spaces change nothing", () => {
  const variants = [
    planText.replaceAll("\n", "\r\n"),
    planText.normalize("NFD"),
    planText.replaceAll("\n", "  \n"),
  ];
  for (const text of variants) expect(parsePlan(planDocument, text, agencies, collectives)).toEqual(plan);
});
