import { describe, expect, test } from "vitest";
import type { Query } from "../../bot/query.ts";
import { NO_SITUATION } from "../../bot/situations/situation.ts";
import { situationAfter, storyAfter } from "../../bot/told-so-far.ts";

const PROCEDURE: Query = { kind: "procedure", code: "1.000894", aspects: [] };
const TASK: Query = { kind: "task", ids: ["V.9"], asks: [] };
const THANKS: Query = { kind: "smallTalk", topic: "thanks" };
const REFUSED: Query = { kind: "refusal", status: "clarification", reason: "not_understood", offers: [] };

describe("the story", () => {
  test("goes on while the talk is about procedures, and is of the last turns", () => {
    const turns = ["một", "hai", "ba", "bốn"];
    const story = turns.reduce<string[]>((before, text) => storyAfter(before, PROCEDURE, text), []);
    expect(story).toEqual(["hai", "ba", "bốn"]);
  });

  test("keeps what was not understood: the next turn may make it plain", () => {
    expect(storyAfter(["mất giấy"], REFUSED, "cái tờ cưới")).toEqual(["mất giấy", "cái tờ cưới"]);
  });

  test("isn't told by thanks, and ends when the plan is asked of", () => {
    expect(storyAfter(["mất giấy"], THANKS, "cảm ơn em")).toEqual(["mất giấy"]);
    expect(storyAfter(["mất giấy"], TASK, "V.9 là gì")).toEqual([]);
  });

  test("holds so much of a long turn as says what it is about", () => {
    expect(storyAfter([], PROCEDURE, "a".repeat(2000))[0]!.length).toBeLessThan(500);
  });
});

test("the asker's case is that of the procedure answered, and is let go with the subject", () => {
  const lost = { ...NO_SITUATION, told: { cause: ["lost"] } };
  expect(situationAfter(NO_SITUATION, { ...PROCEDURE, situation: lost })).toEqual(lost);
  expect(situationAfter(lost, PROCEDURE)).toEqual(NO_SITUATION);
  expect(situationAfter(lost, TASK)).toEqual(NO_SITUATION);
  expect(situationAfter(lost, REFUSED)).toEqual(lost);
});
