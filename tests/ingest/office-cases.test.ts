/** Documents of other offices, as they are: what each has to give. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { importFile } from "../../ingest/parsers/imported/parse-imported.ts";
import { plansToRecords } from "../../ingest/parsers/imported/plans-to-records.ts";
import { agencies, collectives } from "../support/shipped-plan.ts";

vi.setConfig({ testTimeout: 60_000 });

const SHARED = process.env.SHARED_DIR ?? fileURLToPath(new URL("../../../shared", import.meta.url));
const CASES = join(SHARED, "cases/office");
const absent = !existsSync(CASES);
const WHY = `no ${CASES}; set SHARED_DIR to the folder that holds it`;

const read = (name: string) => importFile({ name, bytes: () => readFileSync(join(CASES, name)) });

async function plan(name: string) {
  const file = await read(name);
  const records = plansToRecords(file.plans ?? [], { agencies, collectives }, new Set());
  return { file, ...records };
}
type Plan = Awaited<ReturnType<typeof plan>>;

/** Labels of the tasks that a body leads by name. */
const ledBy = ({ tasks, agencies: own }: Plan, name: string): string[] => {
  const ids = [...own, ...agencies].filter((row) => row.name === name).map(({ id }) => id);
  return tasks
    .filter(({ leads }) => leads.some(({ agencyId }) => ids.includes(agencyId ?? "")))
    .map(({ label }) => label);
};

describe("a decision of the government with an appendix that is cut short, in every format", () => {
  test.for(["nq03-rut-gon.docx", "nq03-rut-gon.md", "nq03-rut-gon.xlsx", "nq03-rut-gon.pdf"])(
    "%s",
    { timeout: 60_000 },
    async (name, { skip }) => {
      skip(absent, WHY);
      const found = await plan(name);
      const { tasks, groups } = found;
      expect(groups.map(({ numeral }) => numeral)).toEqual(["I", "II", "III", "V", "VI"]);
      expect(tasks).toHaveLength(30);
      expect(tasks.slice(0, 4).map(({ label }) => label)).toEqual(["1", "2", "7", "8"]);
      const task = (label: string) => tasks.find((row) => row.label === label)!;
      expect(task("22")).toMatchObject({ leadPrinted: "Bộ Giáo dục và Đào tạo", period: "2025" });
      expect(task("1").due).toMatchObject({ from: "2025-06-01", until: "2025-06-30" });
      expect(task("16").due).toMatchObject({ from: "2025-10-01", until: "2025-10-31" });
      expect(task("123").due).toMatchObject({ from: "2025-04-01", until: "2025-06-30" });
      expect(task("47").due).toMatchObject({ from: "2025-01-01", until: "2026-12-31" });
      expect(task("76").due).toMatchObject({ from: "2025-01-01", until: null, isOpen: true });
      expect(task("49").recurrence).toBe("yearly");
      expect(task("9").recurrence).toBe("ongoing");
      expect(task("42")).toMatchObject({ period: "", recurrence: "none", endYear: null });
      expect(task("46").leads.map(({ printed }) => printed)).toEqual([
        "Bộ Khoa học và Công nghệ",
        "các địa phương",
      ]);
      expect(ledBy(found, "Bộ Công an")).toEqual(["29", "42", "75"]);
      expect(tasks.filter(({ coordinating }) => coordinating.length === 0).length).toBeGreaterThan(0);
    },
  );

  test("the scan is refused, and the refusal says what would be read", async ({ skip }) => {
    skip(absent, WHY);
    const { leftOut } = await read("nq03-rut-gon-quet.pdf");
    expect(leftOut).toMatchObject([{ kind: "file_unsupported" }]);
    expect(leftOut[0]!.reason).toContain("cần bản có chữ");
  });
});

describe("the plan of a commune, in every format", () => {
  test.for([
    "xa-ke-hoach.docx",
    "xa-ke-hoach.csv",
    "xa-cot-noi-dung.xlsx",
    "xa-dang-2704.txt",
    "tcvn3.docx",
    "vni.docx",
  ])("%s has ten tasks in three groups", async (name, { skip }) => {
    skip(absent, WHY);
    const found = await plan(name);
    expect(found.file.procedures).toEqual([]);
    expect(found.groups.map(({ numeral, taskIds }) => [numeral, taskIds.length])).toEqual([
      ["I", 4],
      ["II", 3],
      ["III", 3],
    ]);
    expect(found.tasks.map(({ label }) => label)).toEqual([
      "I.1",
      "I.2",
      "I.3",
      "I.4",
      "II.1",
      "II.2",
      "II.3",
      "III.1",
      "III.2",
      "III.3",
    ]);
    expect(ledBy(found, "Phòng Kinh tế")).toEqual(["I.3", "I.4", "III.2"]);
    expect(ledBy(found, "Công an xã")).toEqual(["I.4", "III.3"]);
    const inSecondQuarter = found.tasks.filter(({ due }) =>
      due.spans.some(
        ({ from, until }) => from !== null && from >= "2026-04-01" && until !== null && until <= "2026-06-30",
      ),
    );
    expect(inSecondQuarter.map(({ label }) => label)).toEqual(["I.2", "II.3", "III.1"]);
    expect(found.agencies.every(({ review }) => review !== null)).toBe(true);
  });

  test.for(["xa-ke-hoach.docx", "xa-dang-2704.txt", "tcvn3.docx", "vni.docx"])(
    "%s has its number, day, issuer, targets and duties",
    async (name, { skip }) => {
      skip(absent, WHY);
      const { documents, targets, duties, agencies: own } = await plan(name);
      expect(documents).toMatchObject([
        {
          kind: "plan",
          number: "118/KH-UBND",
          issuedOn: "2026-01-15",
          issuer: "ỦY BAN NHÂN DÂN XÃ AN HÒA ĐÔNG",
        },
      ]);
      expect(targets.map(({ figures }) => figures[0]?.value)).toEqual(["95", "100", "80", "70"]);
      const nameOf = (id: string) => own.find((row) => row.id === id)?.name;
      expect(duties.map(({ agencyIds, when }) => [agencyIds.map(nameOf), when?.words ?? null])).toEqual([
        [["Phòng Văn hóa - Xã hội"], "trước ngày 20 hằng tháng"],
        [["Văn phòng HĐND và UBND xã"], null],
        [["Công an xã"], null],
      ]);
      expect(duties[1]!.text).toContain("350 triệu đồng");
    },
  );

  test("changes that are followed: what was put in counts, what was struck out does not", async ({
    skip,
  }) => {
    skip(absent, WHY);
    const { tasks, targets } = await plan("sua-doi-theo-doi.docx");
    expect(tasks.find(({ label }) => label === "I.2")!.due.until).toBe("2026-09-30");
    expect(targets[0]!.figures[0]!.value).toBe("90");
  });

  test("a decision with its plan, in the lines of the shipped one", async ({ skip }) => {
    skip(absent, WHY);
    const { documents, tasks, facts } = await plan("hai-ke-hoach-xa-da-ep-ve-dang-2704.txt");
    expect(documents).toMatchObject([{ number: "118/QĐ-UBND", signer: "Nguyễn Văn A" }]);
    expect(tasks).toHaveLength(10);
    expect(facts.find(({ key }) => key === "signer")!.value).toContain("Nguyễn Văn A");
  });
});

test.for(["laocai-phan-cong-gop.docx", "laocai-hai-phu-luc.xlsx"])(
  "%s: leads and partners in one cell, a total, and an appendix that lists no tasks",
  async (name, { skip }) => {
    skip(absent, WHY);
    const { tasks, passages, agencies: own } = await plan(name);
    expect(tasks.map(({ label }) => label)).toEqual(["1", "2", "3", "6", "7", "8"]);
    expect(tasks[0]!.leads.map(({ printed }) => printed)).toEqual(["Sở Công Thương"]);
    expect(tasks[0]!.coordinating.map(({ printed }) => printed)).toEqual([
      "Sở Tài chính",
      "Sở NN&MT",
      "Sở KH&CN",
      "Sở Tư pháp",
      "Thuế tỉnh",
      "Thống kê tỉnh",
      "UBND các xã, phường",
      "doanh nghiệp",
    ]);
    expect(tasks[2]!.leads.map(({ printed, part }) => [printed, part])).toEqual([
      ["Sở Công Thương", "cân đối nguồn, cấp phép, theo dõi"],
      ["Sở NN&MT", "GPMB, thuê đất, môi trường"],
      ["UBND các xã, phường", "GPMB, thuê đất, môi trường"],
    ]);
    expect(tasks.at(-1)!.coordinating.map(({ printed }) => printed)).toContain("Sở VH,TT&DL");
    expect(tasks.some(({ title }) => title.startsWith("Tổng"))).toBe(false);
    expect(passages.some(({ text }) => text.includes("Nhà máy sản xuất axit phốt phoric"))).toBe(true);
    expect(own.map((row) => row.name)).toContain("BQL Khu kinh tế tỉnh");
  },
);

describe("workbooks", () => {
  test("a week's meetings are neither tasks nor procedures; the refusal says what would be accepted", async ({
    skip,
  }) => {
    skip(absent, WHY);
    const { procedures, plans, leftOut } = await read("lich-cong-tac.xlsx");
    expect([procedures, plans ?? []]).toEqual([[], []]);
    expect(leftOut[0]!.reason).toMatch(/nhận được: bảng nhiệm vụ.*danh sách thủ tục/);
  });

  test("procedures of a commune: sheets joined by code, a time for each case, papers, ways", async ({
    skip,
  }) => {
    skip(absent, WHY);
    const { procedures, leftOut } = await read("tthc-cap-xa-nhieu-sheet.xlsx");
    expect(leftOut).toEqual([]);
    const [school, mining] = procedures;
    expect(school).toMatchObject({ code: "1.000288", documents: [{ items: [{}, {}] }] });
    expect(school!.methods[0]!.time.text).toBe("02 tháng và 15 ngày làm việc");
    expect(mining!.methods.map(({ channel, time }) => [channel, time.value, time.unit])).toEqual([
      ["in_person", 44, "working_day"],
      ["online", 44, "working_day"],
      ["in_person", 13, "working_day"],
      ["online", 13, "working_day"],
    ]);
    expect(mining!.documents[0]!.items).toHaveLength(3);
    expect(mining!.result).toEqual(["Giấy xác nhận đăng ký thu hồi khoáng sản"]);
  });
});

test("a password is named as the reason", async ({ skip }) => {
  skip(absent, WHY);
  expect((await read("mat-khau.docx")).leftOut).toMatchObject([{ kind: "file_unsupported" }]);
});
