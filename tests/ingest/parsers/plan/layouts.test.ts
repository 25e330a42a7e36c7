/** A plan of random rows is the same plan in every layout. */
import { describe, expect, test } from "vitest";
import { importFile } from "../../../../ingest/parsers/imported/parse-imported.ts";
import { pick, seeded } from "../../../support/random.ts";
import { makeDocx, makeXlsx, paragraph, tableOf } from "../../readers/samples.ts";

const TITLES = [
  "Tu sửa kệ sách",
  "Đưa xe sách về thôn",
  "Mở phòng đọc thiếu nhi",
  "Kiểm kê kho, lập sổ mới",
  "Tập huấn 40 bạn đọc",
];
const BODIES = [
  "Thư viện xã",
  "Tổ Bảo quản",
  "Trường Tiểu học Hoa Mai",
  "Phòng Văn hóa - Xã hội",
  "Sở Văn hóa, Thể thao và Du lịch",
];
const TIMES = [
  "2027",
  "Quý II/2027",
  "30/6/2027",
  "Tháng 9/2027",
  "Hằng năm",
  "Thường xuyên",
  "2027 - 2028",
  "",
];
const NUMERALS = ["I", "II", "III", "IV"];

interface Row {
  number: string;
  title: string;
  lead: string;
  coordinating: string;
  product: string;
  period: string;
  note: string;
}
interface Plan {
  headings: string[];
  groups: { numeral: string; name: string; rows: Row[] }[];
}

const KEYS = ["number", "title", "lead", "coordinating", "product", "period", "note"] as const;
const HEADINGS: Readonly<Record<(typeof KEYS)[number], readonly string[]>> = {
  number: ["STT", "TT", "Số TT"],
  title: ["Nội dung", "Tên nhiệm vụ", "Nhiệm vụ cụ thể", "Nội dung công việc"],
  lead: ["Cơ quan chủ trì", "Đơn vị thực hiện", "Chủ trì", "Đơn vị đầu mối"],
  coordinating: ["Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp"],
  product: ["Sản phẩm", "Kết quả", "Kết quả/Sản phẩm"],
  period: ["Thời gian", "Thời hạn hoàn thành", "Tiến độ", "Thời gian hoàn thành"],
  note: ["Ghi chú"],
};

function randomPlan(random: () => number): Plan {
  const runsThrough = random() < 0.4;
  let number = 0;
  const groups = NUMERALS.slice(0, 2 + Math.floor(random() * 3)).map((numeral, i) => {
    if (!runsThrough) number = 0;
    const rows = Array.from({ length: 1 + Math.floor(random() * 4) }, (): Row => {
      number += runsThrough && random() < 0.3 ? 3 : 1;
      return {
        number: String(number),
        title: `${pick(TITLES, random)} đợt ${String.fromCharCode(65 + i)}${number}`,
        lead: random() < 0.3 ? `${pick(BODIES, random)}; ${pick(BODIES, random)}` : pick(BODIES, random),
        coordinating: random() < 0.3 ? "" : pick(["Các thôn", "Các phòng, đơn vị", ...BODIES], random),
        product: random() < 0.3 ? "" : "Báo cáo",
        period: pick(TIMES, random),
        note: random() < 0.8 ? "" : "Dùng vốn cũ",
      };
    });
    return { numeral, name: `Nhóm việc số ${i + 1}`, rows };
  });
  return { headings: KEYS.map((key) => pick(HEADINGS[key], random)), groups };
}

const bodyOf = ({ groups }: Plan): string[][] =>
  groups.flatMap(({ numeral, name, rows }) => [
    [numeral, name, "", "", "", "", ""],
    ...rows.map((row) => KEYS.map((key) => row[key])),
  ]);
const tableRows = (plan: Plan): string[][] => [plan.headings, ...bodyOf(plan)];
const padded = (rows: string[][]): string =>
  rows.map((row) => `| ${row.map((cell) => cell.padEnd(12)).join(" | ")} |`).join("\n");

/** Each gives a file of the plan. */
const LAYOUTS: Readonly<Record<string, (plan: Plan) => { name: string; content: string | Buffer }>> = {
  csv: (plan) => ({
    name: "a.csv",
    content: tableRows(plan)
      .map((row) => row.map((cell) => `"${cell}"`).join(","))
      .join("\n"),
  }),
  markdown: (plan) => {
    const [head, ...rows] = tableRows(plan);
    return {
      name: "a.md",
      content: [padded([head!]), `|${head!.map(() => "---|").join("")}`, padded(rows)].join("\n"),
    };
  },
  html: (plan) => ({
    name: "a.html",
    content: `<html><body><table>${tableRows(plan)
      .map((row, i) =>
        i > 0 && row[2] === "" && row[5] === "" && /^[IVX]+$/.test(row[0]!)
          ? `<tr><td>${row[0]}</td><td colspan="6">${row[1]}</td></tr>`
          : `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
      )
      .join("")}</table></body></html>`,
  }),
  "html, the heading in two rows": (plan) => {
    const [a, b, , , , , c] = plan.headings;
    const head = `<tr><td rowspan="2">${a}</td><td rowspan="2">${b}</td><td colspan="2">Phân công</td><td rowspan="2">${plan.headings[4]}</td><td rowspan="2">${plan.headings[5]}</td><td rowspan="2">${c}</td></tr><tr><td>Chủ trì</td><td>Phối hợp</td></tr>`;
    const rows = bodyOf(plan).map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
    return { name: "a.html", content: `<html><body><table>${head}${rows.join("")}</table></body></html>` };
  },
  "leads and partners in one cell": (plan) => {
    const [number, title, , , product, period, note] = plan.headings;
    const rows = bodyOf(plan).map(([a, b, lead, helps, ...rest]) => {
      const who = lead === "" ? "" : `Chủ trì: ${lead}.${helps === "" ? "" : ` Phối hợp: ${helps}.`}`;
      return [a!, b!, who, ...rest];
    });
    const all = [[number!, title!, "Phân công nhiệm vụ", product!, period!, note!], ...rows];
    return { name: "a.csv", content: all.map((row) => row.map((cell) => `"${cell}"`).join(";")).join("\n") };
  },
  "the heading again, and numbers of columns": (plan) => {
    const [head, ...rows] = tableRows(plan);
    const middle = Math.ceil(rows.length / 2);
    const counted = head!.map((_, i) => `(${i + 1})`);
    const all = [head!, counted, ...rows.slice(0, middle), head!, ...rows.slice(middle)];
    return { name: "a.csv", content: all.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n") };
  },
  word: (plan) => ({ name: "a.docx", content: makeDocx(paragraph("PHỤ LỤC") + tableOf(tableRows(plan))) }),
  workbook: (plan) => ({
    name: "a.xlsx",
    content: makeXlsx([["PHÂN CÔNG NHIỆM VỤ"], ...tableRows(plan)]),
  }),
  "text, a cell to a block of lines": (plan) => ({
    name: "a.txt",
    content: `PHỤ LỤC\n${tableRows(plan)
      .flat()
      .map((cell) => `${cell}\n|\n`)
      .join("")}`,
  }),
  "text with bars": (plan) => ({ name: "a.txt", content: `PHỤ LỤC\n${padded(tableRows(plan))}\n` }),
  "text in boxes": (plan) => {
    const rule = `+${KEYS.map(() => "------+").join("")}`;
    const rows = tableRows(plan).map((row) => padded([row]));
    return {
      name: "a.txt",
      content: `PHỤ LỤC\n${[rule, ...rows.flatMap((row) => [row, rule])].join("\n")}\n`,
    };
  },
};

const PLANS = 12;

describe.each(Object.keys(LAYOUTS))("%s", (layout) => {
  test("gives the rows back, in their groups, cell by cell", { timeout: 60_000 }, async () => {
    for (let seed = 1; seed <= PLANS; seed++) {
      const plan = randomPlan(seeded(seed));
      const { name, content } = LAYOUTS[layout]!(plan);
      const { format, plans } = await importFile({ name, bytes: () => Buffer.from(content as string) });
      expect([seed, format]).toEqual([seed, "task_plan"]);
      const [read] = plans!;
      expect(read!.groups.map(({ numeral, name: own }) => [numeral, own])).toEqual(
        plan.groups.map(({ numeral, name: own }) => [numeral, own]),
      );
      expect(
        read!.tasks.map(({ groupNumeral, number, title, lead, coordinating, product, period, note }) => ({
          groupNumeral,
          number: String(number),
          title,
          lead,
          coordinating,
          product,
          period,
          note,
        })),
      ).toEqual(
        plan.groups.flatMap(({ numeral, rows }) => rows.map((row) => ({ groupNumeral: numeral, ...row }))),
      );
    }
  });
});

const tasksOf = async (rows: string) => {
  const content = `<html><body><p>PHỤ LỤC 1</p><table>${rows}</table></body></html>`;
  const { plans } = await importFile({ name: "a.html", bytes: () => Buffer.from(content) });
  return plans![0]!;
};
const tr = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

describe("rows that are more than one row, or less", () => {
  test("headings inside headings, a task over several rows, two columns of days, a total", async () => {
    const { groups, tasks } = await tasksOf(
      tr("STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Bắt đầu", "Kết thúc") +
        `<tr><td>A</td><td colspan="6">SÁCH</td></tr><tr><td>I</td><td colspan="6">Kho sách</td></tr>` +
        `<tr><td rowspan="2">1</td><td rowspan="2">Kiểm kê kho</td><td>Kế hoạch</td><td rowspan="2">Thư viện xã</td><td>Tổ Bảo quản</td><td>01/2027</td><td>03/2027</td></tr>` +
        tr("Báo cáo", "Các thôn", "04/2027", "06/2027") +
        `<tr><td>II</td><td colspan="6">Xe sách</td></tr>` +
        tr("2", "Mua xe sách", "01 xe", "Thư viện xã", "", "", "Năm 2027") +
        `<tr><td>B</td><td colspan="6">BẠN ĐỌC</td></tr>` +
        tr("3", "Mở lớp", "", "Trường Tiểu học Hoa Mai", "", "", "Quý III/2027") +
        tr("", "Tổng số", "", "", "", "", ""),
    );
    expect(groups.map(({ numeral }) => numeral)).toEqual(["A.I", "A.II", "B"]);
    expect(tasks.map(({ label }) => label)).toEqual(["1", "2", "3"]);
    expect(tasks[0]).toMatchObject({
      lead: "Thư viện xã",
      coordinating: "Tổ Bảo quản; Các thôn",
      product: "Kế hoạch; Báo cáo",
      period: "01/2027 - 03/2027; 04/2027 - 06/2027",
    });
  });

  test("numbers inside numbers; a dash for a number is one more task of the number above", async () => {
    const { groups, tasks } = await tasksOf(
      tr("TT", "Nội dung công việc", "Người thực hiện", "Thời gian hoàn thành") +
        tr("1", "Kho sách", "", "") +
        tr("1.1", "Kiểm kê", "Tổ Bảo quản", "Trước 15/6/2027") +
        tr("-", "Dán nhãn", "Thư viện xã", "Hằng tháng") +
        tr("2", "Bạn đọc", "", "") +
        tr("2.1", "Mở lớp", "Thư viện xã", "Thường xuyên"),
    );
    expect(groups.map(({ numeral, name }) => [numeral, name])).toEqual([
      ["1", "Kho sách"],
      ["2", "Bạn đọc"],
    ]);
    expect(tasks.map(({ id, label, title, lead }) => [id, label, title, lead])).toEqual([
      ["1.1", "1.1", "Kiểm kê", "Tổ Bảo quản"],
      ["1.1-2", "1.1", "Dán nhãn", "Thư viện xã"],
      ["2.1", "2.1", "Mở lớp", "Thư viện xã"],
    ]);
  });

  test("the rest of a row that is broken over a page belongs to it", async () => {
    const { tasks } = await tasksOf(
      tr("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn") +
        tr("1", "Kiểm kê kho và", "Phòng Văn hóa -", "Các thôn", "2027") +
        tr("", "lập sổ mới", "Xã hội", "", ""),
    );
    expect(tasks).toMatchObject([
      { title: "Kiểm kê kho và lập sổ mới", lead: "Phòng Văn hóa - Xã hội", period: "2027" },
    ]);
  });

  test("hours and days of the week make no tasks", async () => {
    const rows =
      tr("STT", "Nội dung", "Chủ trì", "Thời gian") + tr("1", "Họp giao ban", "Chủ tịch", "07h30 thứ Hai");
    const content = `<html><body><table>${rows}</table></body></html>`;
    const { plans } = await importFile({ name: "a.html", bytes: () => Buffer.from(content) });
    expect(plans ?? []).toEqual([]);
  });
});
