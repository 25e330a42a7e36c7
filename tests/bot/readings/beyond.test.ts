import { beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../../bot/answers/compose.ts";
import { composeInEnglish } from "../../../bot/answers/english/render.ts";
import type { Query } from "../../../bot/query.ts";
import { withBeyond } from "../../../bot/readings/beyond.ts";
import { openContext } from "../answers/shared.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2026-11-25T09:00:00+07:00"));
});

const virus: Query = { kind: "task", ids: ["VI.3"], asks: [] };
const place: Query = { kind: "passage", ids: ["passage:VI.1.4"] };
const read = async (text: string, query: Query, last: Query | null = query) =>
  withBeyond(query, await readings.contextOf(text, { last }));

describe("a question beyond the lines that were told", () => {
  test.each<[text: string, query: Query]>([
    ["dùng hãng kaspersky hay hãng nào", virus],
    ["bản quyền mua của công ty nào vậy", virus],
    ["học viên được phụ cấp ăn trưa không", place],
  ])("%s", async (text, query) => {
    expect(await read(text, query)).toEqual({ ...query, beyond: true });
  });

  test.each<[text: string, query: Query]>([
    ["phòng chống vi-rút cho những cơ quan nào", virus],
    ["Sở Y tế có trong đó không", virus],
    ["nói ngắn gọn thôi", virus],
    ["ai chủ trì", { ...virus, asks: ["lead"] }],
  ])("nothing is beyond in: %s", async (text, query) => {
    expect(await read(text, query, virus)).toEqual(query);
  });

  test("lines that were not told before are told without it", async () => {
    expect(await read("dùng hãng kaspersky hay hãng nào", virus, null)).toEqual(virus);
    expect(await read("dùng hãng kaspersky hay hãng nào", virus, place)).toEqual(virus);
  });

  test("with the next question it is over", async () => {
    expect(await read("phòng chống vi-rút cho ai", { ...virus, beyond: true })).toEqual(virus);
  });
});

test("the answer says first that the lines print no more, and is none", async () => {
  const context = await openContext();
  for (const query of [virus, place]) {
    const reply = compose({ ...query, beyond: true } as Query, context);
    const bare = compose(query, context);
    expect(reply.status).toBe("unanswerable_not_in_sources");
    expect(reply.text.split("\n\n")[0]).toMatch(/chỉ ghi như sau; .* Kế hoạch không nêu\.$/);
    expect(reply.text.endsWith(bare.text.split("\n\n").at(-1)!)).toBe(true);
    const english = composeInEnglish({ ...query, beyond: true } as Query, context);
    expect(english.status).toBe(reply.status);
    expect(english.text.split("\n\n")[0]).toMatch(/the plan doesn't say\.$/);
  }
});
