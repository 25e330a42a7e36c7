import { describe, expect, test } from "vitest";
import { lateIn, passedIn } from "../../../bot/situations/elapsed.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";

const TODAY = "2026-11-25";
const passed = (text: string, isDeath = false) => passedIn(tokenize(text), isDeath, TODAY);

describe("how long ago, and what", () => {
  test.each([
    ["con em sinh 20/8 mà giờ chưa khai sinh", { days: 97, since: "birth" }],
    ["vợ em mới sinh hôm 20/11", { days: 5, since: "birth" }],
    ["em nghỉ công ty từ 5/9", { days: 81, since: "job_end" }],
    ["quyết định thôi việc ghi 20/8", { days: 97, since: "job_end" }],
    ["mua xe ba tháng mà chưa sang tên", { days: 90, since: "transfer" }],
    ["sinh bé hai tháng trước", { days: 60, since: "birth" }],
    ["con em sinh ngày 1 tháng 11", { days: 24, since: "birth" }],
    ["bé sinh 1/12/2025", { days: 359, since: "birth" }],
    ["4 tháng rồi còn nộp được không", { days: 120 }],
    ["chị ấy hết hợp đồng ngày 20/8", { days: 97, since: "job_end" }],
    ["em nghỉ hẳn hôm 5/9", { days: 81, since: "job_end" }],
    [
      "đóng bảo hiểm xã hội tự nguyện đều đều mười tháng rồi mới sanh con bé hôm 10 tháng 10",
      { days: 46, since: "birth" },
    ],
    ["sinh được 10 ngày rồi mới đi khai", { days: 10, since: "birth" }],
    ["cụ quy tiên hôm 5/11", { days: 20, since: "death" }],
    ["bà ngoại tắt thở ngày 18/11", { days: 7, since: "death" }],
  ])("%s", (text, expected) => {
    expect(passed(text)).toEqual(expected);
  });

  test("a day alone is another day of what was told before, in a few words, and not today", () => {
    const again = (text: string) => passedIn(tokenize(text), false, TODAY, "job_end");
    expect(again("à nhầm, tờ quyết định ghi 25/9")).toEqual({ days: 61, since: "job_end" });
    expect(again("bữa ni 25/11 rồi, trễ chưa")).toBeUndefined();
    expect(
      again("em hỏi thêm là bé nhà em hôm 25/9 đi khám ở bệnh viện có mất tiền gì nữa không vậy ạ"),
    ).toBeUndefined();
    expect(passed("à nhầm, tờ quyết định ghi 25/9")).toBeUndefined();
  });

  test.each(["bác sĩ hẹn sanh 20/12 thì nộp khi nào", "vợ em dự sinh 20/12"])(
    "nothing that is to come: %s",
    (text) => {
      expect(passed(text)).toBeUndefined();
    },
  );

  test("“mất” is a death where somebody has died", () => {
    expect(passed("ba chồng tôi mất hôm 10/11", true)).toEqual({ days: 15, since: "death" });
    expect(passed("căn cước em mất hôm 10/11")).toBeUndefined();
  });

  test.each([
    "giấy tạm trú hết hạn 15/10",
    "giấy ghi tới 15/12 là hết",
    "lãnh 540 ngàn 1 tháng",
    "nghị quyết 20/8 nói gì",
    "sinh 31/2",
    "đóng bảo hiểm công ty được 9 năm rồi",
    "cháu sẽ ở lại nhà tôi khoảng ba tháng",
    "em định thuê phòng hơn 2 tháng",
    "hồ sơ sang tên nộp hôm 17/11 tới đâu rồi",
    "bữa nay 25/11 con em sinh chưa khai",
  ])("nothing: %s", (text) => {
    expect([text, passed(text)]).toEqual([text, undefined]);
  });
});

describe("how late, in words of its own", () => {
  test.each([
    ["đăng ký khai sinh trễ 3 tháng có sao không", 90],
    ["quá hạn 65 ngày rồi", 65],
    ["nộp trễ hạn 10 ngày", 10],
    ["em khai muộn mất hai tuần", 14],
    ["làm chậm hơn 20 ngày", 20],
  ])("%s", (text, days) => {
    expect([text, lateIn(tokenize(text)), lateIn(tokenize(fold(text)))]).toEqual([text, days, days]);
  });
  test.each([
    "chậm nhất 3 ngày phải báo",
    "nộp trễ mấy ngày thì phạt",
    "trẻ 3 tháng tuổi",
    "tôi muốn 3 ngày xong",
    "tre 3 thang tuoi lam the",
  ])("nothing: %s", (text) => {
    expect([text, lateIn(tokenize(text))]).toEqual([text, undefined]);
  });
});
