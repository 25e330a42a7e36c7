import { describe, expect, test } from "vitest";
import { figuresIn } from "../../../bot/situations/told-figures.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";

const told = (text: string) =>
  figuresIn(tokenize(text)).map(({ circumstance, value }) => `${circumstance}.${value}`);

describe("a figure tells on which side of the law's line the case is", () => {
  test.each([
    ["em cất nhà 9 tầng", "building.big_house"],
    ["xây bảy lầu cho con cái ở", "building.big_house"],
    ["nhà ba tầng mà tổng 560 m2 sàn", "building.big_house"],
    ["doanh thu năm rồi 640 triệu", "business.turnover_below"],
    ["quán năm nay bán được chừng 900tr", "business.turnover_below"],
    ["cả năm thu vào 1 tỷ 4", "business.turnover_above"],
    ["doanh số 2,5 tỷ", "business.turnover_above"],
    ["ba tui đóng bảo hiểm được 18 năm", "insured.from_15"],
    ["mới đóng có 11 năm thì nghỉ", "insured.below_15"],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each([
    "nhà 2 tầng 150 m2 sàn",
    "ở chung cư 18 tầng",
    "khách sạn mười tầng",
    "phòng ở tầng 8",
    "nhà dưới 7 tầng",
    "mỗi tháng doanh thu 90 triệu",
    "bán xe được 20 triệu",
    "lương 12 triệu",
    "nghỉ được 3 năm rồi",
    "con 12 tuổi",
  ])("none: %s", (text) => {
    expect(told(text)).toEqual([]);
  });
});
