import { describe, expect, test } from "vitest";
import { parseDue } from "../../../../ingest/parsers/plan/deadline.ts";

const spans = (words: string, year: number | null = null) =>
  parseDue(words, year).spans.map(({ from, until }) => `${from ?? "…"} ${until ?? "…"}`);

describe("one time", () => {
  test.each([
    ["6/2025", "2025-06-01 2025-06-30"],
    ["Tháng 10/2025", "2025-10-01 2025-10-31"],
    ["Tháng 02 năm 2028", "2028-02-01 2028-02-29"],
    ["Quý II/2025", "2025-04-01 2025-06-30"],
    ["Quý 4 năm 2026", "2026-10-01 2026-12-31"],
    ["2025 - 2026", "2025-01-01 2026-12-31"],
    ["Giai đoạn 2026-2030", "2026-01-01 2030-12-31"],
    ["30/6/2026", "2026-06-30 2026-06-30"],
    ["Ngày 15 tháng 3 năm 2026", "2026-03-15 2026-03-15"],
    ["6 tháng đầu năm 2026", "2026-01-01 2026-06-30"],
    ["từ tháng 3 đến tháng 5/2026", "2026-03-01 2026-05-31"],
    ["3-5/2026", "2026-03-01 2026-05-31"],
    ["15-20/12/2026", "2026-12-15 2026-12-20"],
    ["Quý III - IV/2026", "2026-07-01 2026-12-31"],
    ["trước ngày 30/6/2026", "… 2026-06-29"],
    ["Hoàn thành trước 15/3/2026", "… 2026-03-14"],
    ["đến hết năm 2027", "… 2027-12-31"],
    ["Chậm nhất ngày 01/7/2026", "… 2026-07-01"],
    ["Từ 01/02/2026", "2026-02-01 …"],
    ["từ năm 2026 trở đi", "2026-01-01 …"],
  ])("%s", (words, span) => {
    expect(spans(words)).toEqual([span]);
  });

  test.each(["31/4/2026", "13/2026", "32/12/2026"])("%s is no day of the calendar", (words) => {
    expect(spans(words)).toEqual([]);
  });
});

describe("several times keep their order, and lend each other the year", () => {
  test.each([
    ["Quý II, quý IV/2026", ["2026-04-01 2026-06-30", "2026-10-01 2026-12-31"]],
    ["Quý I, II năm 2026", ["2026-01-01 2026-03-31", "2026-04-01 2026-06-30"]],
    ["Tháng 3, 6/2026", ["2026-03-01 2026-03-31", "2026-06-01 2026-06-30"]],
    [
      "Khởi động quý IV/2026; nghiệm thu quý II/2027; cập nhật đến 2030",
      ["2026-10-01 2026-12-31", "2027-04-01 2027-06-30", "… 2030-12-31"],
    ],
  ])("%s", (words, expected) => {
    expect(spans(words)).toEqual(expected);
  });

  test("the first and the last day are those of all", () => {
    expect(parseDue("Quý IV/2026; cập nhật hằng quý đến 2030")).toMatchObject({
      from: "2026-10-01",
      until: "2030-12-31",
      rhythm: "quarterly",
      isOpen: false,
    });
  });
});

describe("what the print leaves open stays open", () => {
  test("no end", () => {
    expect(parseDue("2025 và những năm tiếp theo")).toMatchObject({
      from: "2025-01-01",
      until: null,
      isOpen: true,
    });
    expect(parseDue("Từ 01/02/2026")).toMatchObject({ from: "2026-02-01", until: null, isOpen: true });
  });

  test("nothing printed", () => {
    expect(parseDue("")).toMatchObject({ spans: [], from: null, until: null, isOpen: false, isRead: true });
  });

  test("a quarter without a year has that of the title, and says so; without a title it is no time", () => {
    expect(parseDue("Quý II", 2026)).toMatchObject({ from: "2026-04-01", yearFromTitle: true });
    expect(parseDue("Quý II/2025", 2026)).toMatchObject({ from: "2025-04-01", yearFromTitle: false });
    expect(parseDue("Quý II")).toMatchObject({ spans: [], isRead: false });
  });

  test.each(["khi có kinh phí", "sang năm", "theo tiến độ của tỉnh"])("%s is not read", (words) => {
    expect(parseDue(words)).toMatchObject({ spans: [], rhythm: "none", isRead: false });
  });
});

test.each([
  ["hằng năm", "yearly"],
  ["Hàng năm", "yearly"],
  ["Nhiệm vụ thường xuyên", "ongoing"],
  ["Hằng quý", "quarterly"],
  ["Trước ngày 20 hằng tháng", "monthly"],
  ["Định kỳ 6 tháng", "half_yearly"],
  ["Trước ngày 15/12 hằng năm", "yearly"],
])("%s is a rhythm and no day of any year", (words, rhythm) => {
  expect(parseDue(words, 2026)).toMatchObject({ spans: [], rhythm, isRead: true });
});
