import { describe, expect, test } from "vitest";
import {
  asSituation,
  isEmpty,
  joined,
  meets,
  metCount,
  NO_SITUATION,
} from "../../../bot/situations/situation.ts";

const told = (values: Record<string, string[]>, more = {}) => ({ told: values, denied: {}, ...more });

describe("what was told meets a condition", () => {
  test("that always holds, whatever was told", () => {
    expect(meets(NO_SITUATION, {})).toBe(true);
    expect(metCount(NO_SITUATION, {})).toBe(0);
  });

  test("when each circumstance has one of its values; is open while one was not told", () => {
    const condition = { cause: ["lost" as const, "damaged" as const], vehicle: ["car" as const] };
    expect(meets(told({ cause: ["lost"] }), condition)).toBeUndefined();
    expect(meets(told({ cause: ["lost"], vehicle: ["car"] }), condition)).toBe(true);
    expect(meets(told({ cause: ["expired"], vehicle: ["car"] }), condition)).toBe(false);
    expect(metCount(told({ cause: ["lost"] }), condition)).toBe(1);
  });

  test("of which somebody may have several only by what was told or denied", () => {
    const poor = { group: ["poor" as const] };
    expect(meets(told({ group: ["student"] }), poor)).toBeUndefined();
    expect(meets({ told: {}, denied: { group: ["poor"] } }, poor)).toBe(false);
  });

  test("on a paper by having it or lacking it", () => {
    const has = { hasPaper: ["passport" as const] };
    expect(meets(told({ lacksPaper: ["passport"] }), has)).toBe(false);
    expect(meets(told({ hasPaper: ["passport"] }), has)).toBe(true);
  });

  test("on an age and on days late, from the first to the day before the last", () => {
    expect(meets(told({}, { age: 14 }), { age: { from: 14 } })).toBe(true);
    expect(meets(told({}, { age: 14 }), { age: { below: 14 } })).toBe(false);
    expect(meets(told({}), { lateDays: { from: 1 } }, 0)).toBe(false);
    expect(meets(told({}), { lateDays: { from: 1 } }, 1)).toBe(true);
    expect(meets(told({}), { lateDays: { from: 1 } })).toBeUndefined();
  });
});

describe("what is told later", () => {
  test("replaces what excludes it, and adds to what doesn't", () => {
    const after = joined(
      told({ cause: ["lost"], group: ["poor"] }),
      told({ cause: ["expired"], group: ["elderly"] }),
    );
    expect(after.told).toEqual({ cause: ["expired"], group: ["poor", "elderly"] });
  });

  test("takes back what it denies, and a paper that is found after all", () => {
    expect(joined(told({ cause: ["lost"] }), { told: {}, denied: { cause: ["lost"] } }).told).toEqual({});
    const found = joined(told({ lacksPaper: ["passport"] }), told({ hasPaper: ["passport"] }));
    expect(found.told).toEqual({ hasPaper: ["passport"] });
  });
});

test("what was kept is read again, and what can't be read tells nothing", () => {
  const kept = told({ cause: ["lost"] }, { age: 5, elapsedDays: 10 });
  expect(asSituation(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  for (const broken of [undefined, null, "x", { told: { unknown: ["x"], cause: "lost" }, age: "five" }])
    expect(isEmpty(asSituation(broken))).toBe(true);
});

describe("of two that exclude each other", () => {
  test("the one that is told speaks against the other", () => {
    expect(meets(told({ building: ["big_house"] }), { building: ["low_house"] })).toBe(false);
    expect(meets(told({ business: ["turnover_above"] }), { business: ["turnover_below"] })).toBe(false);
    expect(meets(told({ business: ["food"] }), { business: ["turnover_below"] })).toBeUndefined();
  });

  test("the later replaces the former, and what else was told stays", () => {
    const after = joined(
      told({ business: ["food", "turnover_below"] }),
      told({ business: ["turnover_above"] }),
    );
    expect(after.told).toEqual({ business: ["food", "turnover_above"] });
  });

  test("a house is one, however many storeys it has", () => {
    expect(meets(told({ building: ["low_house"] }), { building: ["house"] })).toBe(true);
    expect(meets(told({ building: ["low_house"] }), { building: ["works"] })).toBe(false);
  });
});

test("who is of another age has not reached the age that was spoken of", () => {
  const before = told({ cause: ["reached_age"] }, { age: 40 });
  expect(joined(before, told({}, { age: 33 })).told).toEqual({});
  expect(joined(before, told({}, { age: 40 })).told).toEqual({ cause: ["reached_age"] });
});

test("what is damaged may be given up, and what is scrapped or stolen is", () => {
  const ended = { cause: ["ended" as const] };
  expect(meets(told({ cause: ["damaged"] }), ended)).toBeUndefined();
  expect(meets(told({ cause: ["wrong_data"] }), ended)).toBe(false);
  for (const state of ["scrapped", "stolen"])
    expect(meets(told({ vehicleState: [state], cause: ["lost"] }), ended)).toBe(true);
});

test("a day on which it may be filed is of its turn alone", () => {
  expect(joined(told({}, { aheadDays: 9 }), told({})).aheadDays).toBeUndefined();
  expect(joined(told({}), told({}, { aheadDays: 9 })).aheadDays).toBe(9);
});
