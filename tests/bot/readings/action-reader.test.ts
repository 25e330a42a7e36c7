import { beforeAll, expect, test } from "vitest";
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
