import { beforeAll, describe, expect, test } from "vitest";
import type { Query } from "../../../bot/query.ts";
import { readTaskSet } from "../../../bot/readings/task-set-reader.ts";
import { openReadings, partly, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2024-06-15T08:00:00+07:00"));
});

const HEALTH = ["V.24", "V.25", "V.26", "V.34"];
const ofHealth = { by: "agency", agencyId: "so-y-te" } as const;
const last: Query = {
  kind: "taskSet",
  set: { op: "filter", of: { op: "all" }, where: { ...ofHealth, role: "lead" } },
  measure: { as: "list" },
  asks: [],
};
const talking = {
  last,
  listIds: HEALTH,
  focuses: [{ kind: "tasks" as const, ids: HEALTH, query: last }],
};

const setsOf = async (text: string, dialogue = {}) =>
  readTaskSet(await readings.contextOf(text, dialogue)).flatMap(({ query }) =>
    query.kind === "taskSet" ? [query.set] : [],
  );

describe("the rows of one agency", () => {
  test("are read as those that name it, and as those that are given to all too", async () => {
    const sets = await setsOf("Sở Y tế chủ trì những nhiệm vụ nào?");
    const where = { ...ofHealth, role: "lead" };
    expect(sets).toContainEqual({ op: "filter", of: { op: "all" }, where: { ...where, named: true } });
    expect(sets).toContainEqual({ op: "filter", of: { op: "all" }, where });
  });

  test.each(["Sở Y tế được giao riêng những việc gì", "Những nhiệm vụ không do Sở Y tế chủ trì"])(
    "(%s) are only those that name it where that is said, or where it is left out",
    async (text) => {
      const said = JSON.stringify(await setsOf(text));
      expect(said).toContain('"agencyId":"so-y-te"');
      const wide = (await setsOf(text)).filter((set) => !JSON.stringify(set).includes('"named":true'));
      expect(wide.filter((set) => JSON.stringify(set).includes("so-y-te"))).toEqual(
        text.includes("riêng") ? expect.anything() : [],
      );
    },
  );

  test("are those of everybody where it is asked for as one of all", async () => {
    expect(await setsOf("việc giao chung nào Sở Y tế cũng phải làm")).toEqual(
      expect.arrayContaining([partly({ op: "filter", where: { ...ofHealth, named: false } })]),
    );
  });

  test("are those of the asker's own agency, and of the one spoken of", async () => {
    const wanted = expect.arrayContaining([partly({ op: "filter", where: ofHealth })]);
    expect(await setsOf("Cơ quan tôi phải làm gì?", { ownAgencyId: "so-y-te" })).toEqual(wanted);
    const agency: Query = { kind: "agency", agencyId: "so-y-te", ask: "overview" };
    expect(await setsOf("chủ trì những việc gì?", { last: agency })).toEqual(wanted);
  });
});

describe("after a list", () => {
  test.each<[text: string, set: unknown]>([
    ["còn phối hợp những nhiệm vụ nào?", { op: "filter", where: { ...ofHealth, role: "coordinating" } }],
    ["còn Sở Nội vụ?", { op: "filter", where: { by: "agency", agencyId: "so-noi-vu", role: "lead" } }],
    ["cái nào hạn sớm nhất?", { op: "best", of: { op: "ids", ids: HEALTH }, by: "end", most: false }],
    [
      "trong đó cái nào đến hạn năm 2024",
      { op: "filter", of: { op: "ids", ids: HEALTH }, where: { by: "year", is: "ends", year: 2024 } },
    ],
  ])("“%s”", async (text, set) => {
    expect(await setsOf(text, talking)).toEqual(expect.arrayContaining([partly(set)]));
  });

  test("what was counted is told, and the other end of a ranking", async () => {
    const counted = { ...talking, last: { ...last, measure: { as: "count" } } };
    expect(await setsOf("kể ra từng việc đi", counted)).toContainEqual(last.set);
    const ranked: Query = {
      kind: "taskSet",
      set: { op: "all" },
      measure: { as: "table", by: "group", order: "most" },
      asks: [],
    };
    const queries = readTaskSet(await readings.contextOf("Thế nhóm ít nhất?", { last: ranked }));
    expect(queries.map(({ query }) => query)).toContainEqual({
      ...ranked,
      measure: { as: "table", by: "group", order: "least" },
    });
  });
});
