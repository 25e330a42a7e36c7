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

describe("what is left out or denied", () => {
  const schools = "so-giao-duc-va-dao-tao";
  test.each([
    ["việc nào Sở Giáo dục chủ trì mà không phối hợp với Sở Tài chính", "so-tai-chinh", "coordinating"],
    ["việc nào Sở Giáo dục chủ trì mà Sở Tài chính không phối hợp", "so-tai-chinh", "coordinating"],
    ["việc Sở Giáo dục phối hợp mà không phải Sở Nội vụ chủ trì", "so-noi-vu", "lead"],
  ])("is denied of the agency that it is said of: “%s”", async (text, agencyId, role) => {
    const denied = { by: "not", of: { by: "agency", agencyId, role, named: true } };
    const sets = (await setsOf(text)).map((set) => JSON.stringify(set));
    expect(sets).toContainEqual(expect.stringContaining(JSON.stringify(denied)));
    expect(sets.join()).toContain(schools);
  });

  test.each([
    "bỏ mấy cái do Sở Nội vụ chủ trì ra",
    "bo may cai do so noi vu chu tri ra",
    "trừ những việc Sở Nội vụ chủ trì ra",
  ])("is taken out of the rows spoken of: “%s”", async (text) => {
    const denied = { by: "not", of: { by: "agency", agencyId: "so-noi-vu", role: "lead", named: true } };
    expect(await setsOf(text, talking)).toContainEqual(
      partly({ of: { op: "ids", ids: HEALTH }, where: denied }),
    );
  });

  test("and what is counted too limits nothing", async () => {
    const sets = JSON.stringify(
      await setsOf("Văn phòng UBND tỉnh chủ trì việc nào, tính cả việc đồng chủ trì"),
    );
    expect(sets).toContain("van-phong-ubnd-tinh");
    expect(sets).not.toContain('"by":"leads"');
  });
});

describe("the group spoken of", () => {
  const groups: Query = {
    kind: "taskSet",
    set: { op: "all" },
    measure: { as: "table", by: "group", order: "most" },
    asks: [],
  };
  test.each<[string, Query, string[]]>([
    ["is the first of the table", groups, ["V"]],
    ["is that of the row", { kind: "task", ids: ["VI.2"], asks: [] }, ["VI"]],
    [
      "is the limit of the list",
      { ...groups, set: { op: "filter", of: { op: "all" }, where: { by: "group", groupIds: ["IV"] } } },
      ["IV"],
    ],
  ])("%s", async (_name, before, groupIds) => {
    const queries = readTaskSet(
      await readings.contextOf("trong nhóm đó ai chủ trì nhiều nhất", { last: before }),
    );
    expect(queries.map(({ query }) => query)).toContainEqual(
      partly({
        kind: "taskSet",
        set: { op: "filter", of: { op: "all" }, where: { by: "group", groupIds } },
        measure: { as: "table", by: "lead", order: "most" },
      }),
    );
  });
});

describe("the expression before with another time", () => {
  const limitedTo = (where: object): { last: Query } => ({
    last: { ...last, set: { op: "filter", of: { op: "all" }, where } } as Query,
  });
  test.each<[string, object, object]>([
    ["còn 2024?", { by: "year", is: "ends", year: 2025 }, { by: "year", is: "ends", year: 2024 }],
    ["thế 2024?", { by: "period", period: "2023" }, { by: "period", period: "2024" }],
    ["còn 2025?", { by: "endsBy", year: 2023 }, { by: "endsBy", year: 2024 }],
  ])("“%s” keeps what was asked of it", async (text, old, where) => {
    expect(await setsOf(text, limitedTo(old))).toContainEqual({ op: "filter", of: { op: "all" }, where });
  });

  test("or with both", async () => {
    const ends = (year: number) => ({ by: "year", is: "ends", year });
    expect(await setsOf("cộng thêm việc kết thúc năm 2023", limitedTo(ends(2024)))).toContainEqual({
      op: "filter",
      of: { op: "all" },
      where: { by: "or", of: [ends(2024), ends(2023)] },
    });
  });

  test("goes on where it found one row", async () => {
    const from = { op: "filter", of: { op: "all" }, where: { by: "year", is: "ends", year: 2025 } } as const;
    const found: Query = { kind: "task", ids: ["IV.5"], asks: [], from };
    expect(await setsOf("còn 2024?", { last: found })).toContainEqual({
      ...from,
      where: { by: "year", is: "ends", year: 2024 },
    });
  });
});

test("all rows answer no question that names a subject", async () => {
  const queries = readTaskSet(await readings.contextOf("máy bay trực thăng là những nhiệm vụ nào"));
  expect(queries.map(({ query }) => query)).not.toContainEqual(
    partly({ kind: "taskSet", set: { op: "all" }, measure: { as: "list" } }),
  );
});
