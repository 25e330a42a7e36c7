import { beforeAll, describe, expect, test } from "vitest";
import { decide } from "../../../bot/decide.ts";
import { readChoice } from "../../../bot/readings/choice-reader.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2024-06-15T08:00:00+07:00"));
});

describe("a choice", () => {
  const choices = [
    { label: "Đăng ký khai sinh", query: { kind: "procedure" as const, code: "1.001193", aspects: [] } },
    { label: "Đăng ký khai tử", query: { kind: "procedure" as const, code: "1.000656", aspects: [] } },
    { label: "Nhiệm vụ V.9: Tổng đài", query: { kind: "task" as const, ids: ["V.9"], asks: [] } },
  ];

  test.each<[text: string, chosen: number | undefined]>([
    ["1", 0],
    ["số 2", 1],
    ["cái thứ ba", 2],
    ["chọn số 3 nhé", 2],
    ["Đăng ký khai tử", 1],
    ["dang ky khai tu", 1],
    ["ĐĂNG KÝ KHAI TỬ", 1],
    ["khai sinh", 0],
    ["tổng đài", 2],
    ["cái tổng đài ấy", 2],
    ["nhiệm vụ V.9: tổng đài", 2],
    // What all choices hold, what none holds, and more words than a choice has tell none.
    ["đăng ký", undefined],
    ["kết hôn", undefined],
    ["7", undefined],
    ["cho tôi hỏi về chuyện khai tử của ông tôi hồi năm ngoái", undefined],
  ])("“%s” is %s of three", async (text, chosen) => {
    const context = await readings.contextOf(text, { choices });
    expect(readChoice(context)).toEqual(chosen === undefined ? undefined : choices[chosen]!.query);
    if (chosen !== undefined) expect(decide(context)).toEqual(choices[chosen]!.query);
  });

  test("is none when nobody asked back", async () => {
    expect(readChoice(await readings.contextOf("2"))).toBeUndefined();
  });
});
