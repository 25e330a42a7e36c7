import { describe, expect, test } from "vitest";
import { holding } from "../../../bot/answers/procedure-case.ts";
import { NO_SITUATION } from "../../../bot/situations/situation.ts";
import { openConversations } from "../../support/conversations.ts";

const { talk } = openConversations("2026-11-25T09:00:00+07:00");

describe("of rows for different cases", () => {
  const rows = [
    { case: "", when: {}, name: "all" },
    { case: "mất", when: { cause: ["lost" as const] }, name: "lost" },
    { case: "hỏng", when: { cause: ["damaged" as const] }, name: "damaged" },
  ];
  const names = (told: Record<string, string[]>) =>
    holding(rows, { told, denied: {} }).map(({ name }) => name);

  test("all may hold while nothing is told", () => {
    expect(holding(rows, NO_SITUATION)).toEqual(rows);
  });
  test("those of the case come with what holds for all", () => {
    expect(names({ cause: ["lost"] })).toEqual(["all", "lost"]);
  });
  test("those of other cases fall away", () => {
    expect(names({ cause: ["expired"] })).toEqual(["all"]);
  });
});

test("a correction leads to the near twin that the case is for, and says why", async () => {
  const [, reply] = await talk("đổi thẻ căn cước hết bao nhiêu tiền", "à không, thẻ bị mất rồi");
  expect(reply!.procedures[0]?.code).toBe("1.014064");
  expect(reply!.text).toContain("35.000");
});

test("who is late is told so, with what it means", async () => {
  const [reply] = await talk("con em sinh được 4 tháng rồi mà chưa khai sinh, lệ phí bao nhiêu");
  expect(reply!.procedures[0]?.code).toBe("1.001193");
  expect(reply!.text).toMatch(/quá hạn/);
});

test("an event of life is several procedures, in order, each with where it is filed", async () => {
  const [reply] = await talk("em bị mất ví, mất hết giấy tờ thì phải làm lại những gì");
  const codes = reply!.procedures.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(["1.014064", "3.000348"]));
  expect(reply!.text).toMatch(/^\*\*Mất ví/u);
  expect(reply!.citations.length).toBeGreaterThan(codes.length);
});
