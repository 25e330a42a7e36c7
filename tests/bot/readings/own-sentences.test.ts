import { beforeAll, describe, expect, test } from "vitest";
import { ACTIONS, requestsIn } from "../../../bot/readings/action-reader.ts";
import { MARKS } from "../../../bot/readings/plan-lattice.ts";
import { PLAN_MARKS } from "../../../bot/readings/plan-marks.ts";
import { route } from "../../../bot/routing.ts";
import { longestOnly, type PhraseIndex } from "../../../bot/understanding/phrases.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { openRouter, type Router } from "../routes/router.ts";
import { openShipped, type Shipped } from "../understanding/shipped.ts";

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped();
}, 60_000);

const foundIn = (index: PhraseIndex<string>, text: string) =>
  longestOnly(index.find(tokenize(text), shipped.understander.isForm)).map(({ value }) => value);

describe("rows stand in their own sentences", () => {
  test.each(Object.entries(ACTIONS))("requests: %s", (action, { examples }) => {
    for (const text of examples) {
      const [first] = requestsIn(tokenize(text), shipped.understander.isForm);
      expect([text, first?.value]).toEqual([text, action]);
    }
  });

  test.each(Object.entries(PLAN_MARKS))("marks of sets: %s", (mark, { examples }) => {
    for (const text of examples)
      expect([text, foundIn(MARKS, text)]).toEqual([text, expect.arrayContaining([mark])]);
  });
});

describe("in sentences of other meanings rows change nothing that is answered", () => {
  let off = "";
  let router: Router;
  beforeAll(async () => {
    router = await openRouter(
      new Date("2026-11-25T09:00:00+07:00"),
      (row) => off === "" || !row.startsWith(off),
    );
  }, 60_000);
  const readWithout = async (row: string, text: string) => {
    off = row;
    return route(await router.contextOf(text));
  };

  test.each([
    ...Object.entries(ACTIONS).map(([action, row]) => [`actions/${action}: `, row] as const),
    ...Object.entries(PLAN_MARKS).map(([mark, row]) => [`marks/${mark}: `, row] as const),
  ])("%s", async (table, { examples, not }) => {
    expect(not.length).toBeGreaterThan(0);
    for (const text of not)
      expect([text, await readWithout("", text)]).toEqual([text, await readWithout(table, text)]);
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });
});
