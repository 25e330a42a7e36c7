import { expect, test } from "vitest";
import { parseDuration, UNSTATED_DURATION } from "../../../ingest/parsers/duration.ts";

test.each<[cell: string | null, value: number | null, unit: string, doubts: string[]]>([
  [null, null, "none", []],
  ["Không có thông tin", null, "none", []],
  ["5 Ngày làm việc", 5, "working_day", []],
  ["05 ngày làm việc", 5, "working_day", []],
  ["07 (bảy) ngày làm việc", 7, "working_day", []],
  ["12.5 ngày làm việc", 12.5, "working_day", []],
  ["1/2 ngày làm việc", 0.5, "working_day", []],
  ["20 Ngày", 20, "day", []],
  ["Không quá 30 ngày kể từ ngày nhận đủ hồ sơ.", 30, "day", []],
  ["08 giờ làm việc", 8, "hour", []],
  ["02 Giờ", 2, "hour", []],
  ["6 Tháng", 6, "month", []],
  ["trong ngày", 1, "same_day", []],
  ["Ngay trong ngày làm việc nhận đủ hồ sơ", 1, "same_day", []],
  ["Trong ngày; nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo", 1, "same_day", []],
  ["Trả kết quả trong ngày làm việc tiếp theo", null, "none", []],
  ["Không quy định", null, "none", []],
  ["Chậm nhất là trước khi tàu rời cảng", null, "none", []],
  ["30/6 hằng năm", null, "none", []],
  ["trước ngày 30 tháng 6 năm 2026", null, "none", []],
  ["12", 12, "none", ["unit_missing"]],
  ["120,00", 120, "none", ["unit_missing"]],
  ["0", null, "none", ["unit_missing", "zero"]],
  ["0 Giờ", null, "none", ["zero"]],
  ["10-25", null, "none", ["unit_missing", "range"]],
  ["15 - 20 ngày", null, "day", ["range"]],
  ["từ 05 ngày đến 15 ngày làm việc", null, "working_day", ["range"]],
  ["2 tuần", null, "none", []],
  ["a) Không quá 05 ngày làm việc; b) không quá 10 ngày làm việc", null, "none", ["several"]],
  [
    "Không quá 10 ngày làm việc. Vùng xa được tăng thêm không quá 10 ngày làm việc",
    null,
    "none",
    ["several"],
  ],
  ["03 ngày làm việc, nhắc lại: 03 ngày làm việc", 3, "working_day", []],
])("%s → %s %s %j", (cell, value, unit, doubts) => {
  const duration = parseDuration(cell);
  expect({ value: duration.value, unit: duration.unit, doubts: duration.doubts }).toEqual({
    value,
    unit,
    doubts,
  });
});

test("the words for people are those of the cell; a number without a unit says so", () => {
  expect(parseDuration("05 ngày làm việc").text).toBe("05 ngày làm việc");
  expect(parseDuration("12").text).toBe("12 (nguồn không ghi đơn vị)");
  expect(parseDuration("--").text).toBe(UNSTATED_DURATION);
});

test("both ends of a range are kept", () => {
  expect(parseDuration("15 - 20 ngày")).toMatchObject({ range: [15, 20], unit: "day" });
});

test("a cell that points to the description takes its words", () => {
  expect(parseDuration("Theo mô tả", "Trong 03 ngày làm việc")).toMatchObject({
    value: 3,
    unit: "working_day",
    text: "Trong 03 ngày làm việc",
    printed: "Theo mô tả",
  });
  expect(parseDuration("Theo mô tả")).toMatchObject({ value: null, text: "Theo mô tả" });
});
