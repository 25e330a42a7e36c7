import { beforeAll, describe, expect, test } from "vitest";
import { ACTIONS, requestsIn } from "../../../bot/readings/action-reader.ts";
import { MARKS } from "../../../bot/readings/plan-lattice.ts";
import { PLAN_MARKS } from "../../../bot/readings/plan-marks.ts";
import { longestOnly, type PhraseIndex } from "../../../bot/understanding/phrases.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
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
