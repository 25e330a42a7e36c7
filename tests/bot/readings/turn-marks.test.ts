import { beforeAll, describe, expect, test } from "vitest";
import { MARK_ROWS, TURN_MARKS, turnMarksOf } from "../../../bot/readings/turn-marks.ts";
import { utteranceOf } from "../../../bot/understanding/utterance.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { openShipped, type Shipped } from "../understanding/shipped.ts";

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped();
}, 120_000);
const marksOf = (text: string) => {
  const { understander } = shipped;
  return turnMarksOf({ question: understander.understand(utteranceOf(text)), understander });
};

describe("what the words around a matter say of it", () => {
  test.each(TURN_MARKS)("%s", (mark) => {
    const { examples, not } = MARK_ROWS[mark];
    const missed = examples.flatMap((text) => [text, fold(text)]).filter((text) => !marksOf(text).has(mark));
    expect(missed).toEqual([]);
    expect(not.filter((text) => marksOf(text).has(mark))).toEqual([]);
  });
});
