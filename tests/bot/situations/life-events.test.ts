import { beforeAll, describe, expect, test } from "vitest";
import { EVENTS, LIFE_EVENTS, planOf } from "../../../bot/situations/life-events.ts";
import { NO_SITUATION } from "../../../bot/situations/situation.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { openShipped, type Shipped } from "../understanding/shipped.ts";

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped();
});
const find = (code: string) => shipped.knowledge.procedures.find((row) => row.code === code);
const eventsIn = (text: string) =>
  EVENTS.find(tokenize(text), shipped.understander.isForm).map(({ value }) => value.event);

describe.each(LIFE_EVENTS.map((row) => [row.event, row] as const))(
  "%s",
  (event, { roots, examples, not }) => {
    test("is known by what people say, with and without diacritics", () => {
      for (const example of examples)
        for (const text of [example, fold(example)])
          expect([text, eventsIn(text)]).toEqual([text, expect.arrayContaining([event])]);
      for (const text of not) expect([text, eventsIn(text).includes(event)]).toEqual([text, false]);
    });

    test("needs several procedures, each once, of which the first is shipped", () => {
      expect(roots.every((code) => find(code))).toBe(true);
      const { steps } = planOf(roots, NO_SITUATION, find);
      expect(steps.length).toBeGreaterThan(1);
      const codes = steps.flatMap(({ code }) => code ?? []);
      expect(new Set(codes).size).toBe(codes.length);
    });
  },
);

test("what comes before stands before, what comes next behind; what is not for the case falls away", () => {
  const { steps } = planOf(["1.001456"], { told: { cause: ["first"] }, denied: {} }, find);
  const codes = steps.map(({ code }) => code);
  expect(codes).not.toContain("1.001445");
  const lost = planOf(["1.001456"], { told: { cause: ["lost"] }, denied: {} }, find).steps.map(
    ({ code }) => code,
  );
  expect(lost.indexOf("1.001445")).toBeGreaterThanOrEqual(0);
  expect(lost.indexOf("1.001445")).toBeLessThan(lost.indexOf("1.001456"));
});
