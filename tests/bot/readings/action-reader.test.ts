import { beforeAll, describe, expect, test } from "vitest";
import { emptyDialogue, remember } from "../../../bot/dialogue.ts";
import type { Query } from "../../../bot/query.ts";
import { readAction, readFavour } from "../../../bot/readings/action-reader.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2026-06-15T08:00:00+07:00"));
});

test.each([
  ["update trạng thái V.12 thành xong giúp tôi", "record"],
  ["gửi danh sách ấy qua thư điện tử cho giám đốc", "send"],
  ["chuyển cái này sang trục liên thông", "send"],
])("“%s” is a request", async (text, action) => {
  expect(readAction(await readings.contextOf(text))?.query).toMatchObject({ kind: "action", action });
});

test("is about the agency of the rows spoken of", async () => {
  const where = { by: "agency", agencyId: "so-y-te", role: "lead" } as const;
  const last: Query = {
    kind: "taskSet",
    set: { op: "filter", of: { op: "all" }, where },
    measure: { as: "list" },
    asks: [],
  };
  const read = readAction(await readings.contextOf("soạn giùm công văn đôn đốc mấy việc đó", { last }));
  expect(read?.query).toMatchObject({ about: { agencyId: "so-y-te" } });
});

test.each([
  "cập nhật giùm việc quản lý sức khỏe toàn dân đã được 70%",
  "soạn giúp tôi báo cáo 6 tháng của Sở Y tế",
])("a favour that opens the sentence is certain: “%s”", async (text) => {
  expect(readFavour(await readings.contextOf(text))).toMatchObject({ kind: "action" });
});

test.each([
  "nhắc giúp tôi hạn báo cáo là khi nào",
  "ai cập nhật giúp dịch vụ công lên cổng quốc gia",
  "cập nhật dịch vụ công trực tuyến lên Cổng Dịch vụ công quốc gia",
])("a question, or no favour, is not: “%s”", async (text) => {
  expect(readFavour(await readings.contextOf(text))).toBeUndefined();
});

describe("a calendar file is asked for, and that is certain", () => {
  test.each([
    "cho tôi file lịch nhắc hạn để import vô Outlook",
    "file lịch nhắc hạn của Sở Y tế để import vô Outlook",
    "đưa hạn của bốn việc Sở Y tế chủ trì đích danh vào lịch điện thoại giúp tôi",
    "gui e file lich han may cai do di, de e bo vo dien thoai",
    "ghi zo lich dum dc hong",
    "thêm hạn này vô Google Calendar",
    "tạo file ics",
    "xin file .ics của mấy nhiệm vụ hằng năm",
    "xuất lịch các mốc của Sở Nội vụ ra file để nạp vào Outlook",
    "đồng bộ hạn các việc nhóm VI lên lịch điện thoại",
    "liệt kê việc Sở Công Thương chủ trì rồi đưa vào lịch cho tôi",
    "bỏ mấy mốc của sở y tế vô calendar nghen",
    "Tạo giúp anh cái lịch nhắc nộp báo cáo năm",
    "muốn có lịch nhắc hạn 67 nhiệm vụ",
    "xuat ra lich di em",
    "tạo lịch nhắc nộp báo cáo năm giúp tôi",
    "bạn có ghi vào lịch giúp mình được không",
  ])("“%s”", async (text) => {
    expect(readFavour(await readings.contextOf(text))).toMatchObject({ kind: "action", action: "calendar" });
  });

  test.each([
    "lịch họp ở đâu",
    "lịch làm việc của xã",
    "lịch trả kết quả",
    "xin lịch hẹn trả kết quả khai sinh",
    "cho tôi lịch tiếp công dân của chủ tịch",
    "file lịch để ở đâu vậy",
    "đưa hồ sơ vào lịch họp được không",
    "xin lịch tiêm cho bé",
    "di tích lịch sử nào được đưa vào lịch sử của tỉnh",
    "Sở Du lịch chủ trì gì",
    "lý lịch tư pháp số 2",
    "Quý 4 này có mốc nào không? Chị lên lịch tháng 12 cho giám đốc.",
    "Báo cáo 6 tháng là chốt ngày 15/6 phải không em? Chị đang ghi vào lịch của sếp.",
    "hạn ghi vào lịch là ngày nào",
    "đặt lịch khám ở bệnh viện giúp em",
    "ai lập lịch làm việc của ủy ban",
  ])("“%s” is none", async (text) => {
    expect(readFavour(await readings.contextOf(text)) ?? {}).not.toMatchObject({ action: "calendar" });
  });

  test("behind it the report is spoken of", async () => {
    const query = readFavour(await readings.contextOf("tạo lịch nhắc nộp báo cáo năm giúp tôi"))!;
    const { last } = remember(emptyDialogue(), query, { taskIds: [], agencyIds: [] });
    expect(last).toEqual({ kind: "duty", ids: ["duty:VI.6.5"], ask: "report" });
  });

  test("“đặt lịch nhắc …” wants to be reminded", async () => {
    expect(readAction(await readings.contextOf("đặt lịch nhắc ngày 15/12"))?.query).toMatchObject({
      action: "remind",
    });
  });
});
