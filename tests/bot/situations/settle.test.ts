import { beforeAll, describe, expect, test } from "vitest";
import { situationIn } from "../../../bot/situations/read-situation.ts";
import { applies, settle } from "../../../bot/situations/settle.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { openShipped, type Shipped } from "../understanding/shipped.ts";

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped();
});
const find = (code: string) => shipped.knowledge.procedures.find((row) => row.code === code);
const told = (text: string) => situationIn(tokenize(text), shipped.understander.isForm);

describe("of near twins the one that the story is for", () => {
  test.each([
    ["1.014063", "thẻ của tôi bị mất rồi", "1.014064"],
    ["1.014064", "thẻ còn nhưng ghi sai năm sinh", "1.014063"],
    ["1.000894", "bạn trai em quốc tịch Hàn Quốc", "2.000806"],
    ["3.000347", "em làm rớt mất bằng lái", "3.000348"],
    ["1.004884", "sổ gốc ở xã vẫn còn", "2.000635"],
  ])("%s, “%s” → %s", (from, story, to) => {
    const settled = settle(from, told(story), find);
    expect(settled.code).toBe(to);
    expect(settled.told).toBeGreaterThan(0);
    expect(settled.reason).not.toBe("");
  });

  test("stays where the story says nothing of it", () => {
    expect(settle("1.014063", told("tôi muốn làm nhanh"), find)).toEqual({
      code: "1.014063",
      told: 0,
      reason: "",
    });
  });

  test("no relations lead round in a circle for any circumstance alone", () => {
    for (const { code, relations } of shipped.knowledge.procedures)
      for (const { when } of relations.instead) {
        const { age: _age, lateDays: _late, ...values } = when;
        const situation = { told: values, denied: {} };
        const { code: end } = settle(code, situation, find);
        expect([code, settle(end, situation, find).code === code && end !== code]).toEqual([code, false]);
      }
  });
});

test("a procedure is for a case, against it, or nothing is known", () => {
  expect(applies(find("1.014064")!, told("thẻ bị mất"))).toBe(true);
  expect(applies(find("1.014064")!, told("thẻ bị sai tên"))).toBe(false);
  expect(applies(find("1.014064")!, told("xin chào"))).toBeUndefined();
});
