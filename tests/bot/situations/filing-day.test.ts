import { describe, expect, test } from "vitest";
import { passedIn } from "../../../bot/situations/elapsed.ts";
import { filingIn } from "../../../bot/situations/filing-day.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";

const TODAY = "2026-11-25";
const ahead = (text: string) => filingIn(tokenize(text), TODAY);

describe("the day on which it is going to be filed", () => {
  test.each([
    ["chắc tới 10/12 em mới ra xã khai được", 15],
    ["qua 5/1 mới nộp hồ sơ", 41],
    ["tuần sau chồng tôi mới rảnh đi làm", 7],
    ["tháng tới mới về quê đăng ký", 30],
    ["3 ngày nữa mới nộp được thì có sao không", 3],
    ["khoảng ngày 8 tháng 12 thì mới đi báo", 13],
    ["de toi 2/12 minh moi len phuong nop", 7],
  ])("%s", (text, days) => {
    expect(ahead(text)).toBe(days);
  });

  test.each([
    "bằng lái tới 15/12 mới hết hạn",
    "đến 20/12 mới đủ tuổi",
    "hôm 10/11 mới nộp",
    "hẹn 3/12 trả kết quả",
    "tuần sau em cưới",
    "bé mới sinh hôm 20/11",
  ])("none: %s", (text) => {
    expect(ahead(text)).toBeUndefined();
  });

  test("is no day on which anything has happened", () => {
    expect(passedIn(tokenize("sinh con xong tới 10/12 mới đi khai"), false, TODAY)).toBeUndefined();
  });
});
