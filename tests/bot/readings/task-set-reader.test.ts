import { beforeAll, describe, expect, test } from "vitest";
import type { Query } from "../../../bot/query.ts";
import { readTaskSet } from "../../../bot/readings/task-set-reader.ts";
import type { TaskSet } from "../../../bot/sets/task-set.ts";
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

/** The rows spoken of, by what found them. */
const NAMED = { op: "filter", of: { op: "all" }, where: { ...ofHealth, role: "lead", named: true } } as const;

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
    ["cái nào hạn sớm nhất?", { op: "best", of: NAMED, by: "end", most: false }],
    ["cái nào hạn ngắn nhất", { op: "best", of: NAMED, by: "end", most: false }],
    [
      "trong đó cái nào đến hạn năm 2024",
      { op: "filter", of: NAMED, where: { by: "year", is: "ends", year: 2024 } },
    ],
    ["xếp theo thời hạn từ sớm tới muộn", { op: "sorted", of: NAMED }],
    ["sắp xếp lại từ muộn tới sớm", { op: "sorted", of: NAMED, last: true }],
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
    expect(await setsOf(text, talking)).toContainEqual(partly({ of: NAMED, where: denied }));
  });

  test.each(["trong đó mấy việc không làm hàng năm", "bỏ mấy việc hàng năm ra", "xếp theo hạn đi"])(
    "is never of all rows where it opens with those spoken of, or names nothing else: “%s”",
    async (text) => {
      const rootOf = (set: TaskSet): TaskSet =>
        "of" in set && !Array.isArray(set.of) ? rootOf(set.of) : set;
      const sets = await setsOf(text, { ...talking, last: { kind: "task", ids: ["V.24"], asks: [] } });
      expect(sets.length).toBeGreaterThan(0);
      for (const set of sets) expect(JSON.stringify(set)).toContain("so-y-te");
      for (const set of sets) expect(rootOf(set).op).toBe("all");
    },
  );

  test("is the role that isn't kept", async () => {
    const both: Query = { ...last, set: { op: "filter", of: { op: "all" }, where: ofHealth } };
    expect(await setsOf("bỏ mấy cái phối hợp ra, chỉ giữ chủ trì", { last: both })).toContainEqual(
      partly({ op: "filter", where: { ...ofHealth, role: "lead" } }),
    );
  });

  test("who is helped leads: “Sở Tài chính phối hợp với Sở Y tế mấy việc”", async () => {
    expect(await setsOf("Sở Tài chính phối hợp với Sở Y tế mấy việc?")).toContainEqual(
      partly({
        op: "filter",
        where: {
          by: "and",
          of: [
            { by: "agency", agencyId: "so-tai-chinh", role: "coordinating", named: true },
            { ...ofHealth, role: "lead", named: true },
          ],
        },
      }),
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

describe("rows of several answers together", () => {
  const ends = (year: number): TaskSet => ({
    op: "filter",
    of: { op: "all" },
    where: { by: "year", is: "ends", year },
  });
  const asked = (set: TaskSet): Query => ({ kind: "taskSet", set, measure: { as: "count" }, asks: [] });
  const focus = (year: number, ids: string[]) => ({ kind: "tasks" as const, ids, query: asked(ends(year)) });

  test.each(["cộng hai năm đó lại là mấy", "gộp lại bao nhiêu việc", "hai năm đó cộng lại"])(
    "“%s” are those of both years",
    async (text) => {
      const focuses = [focus(2024, ["V.9"]), focus(2025, ["V.1"])];
      const sets = await setsOf(text, { last: asked(ends(2025)), focuses });
      expect(sets).toContainEqual({ op: "union", of: [ends(2024), ends(2025)] });
    },
  );

  test("are those of the first lines of a table", async () => {
    const table: Query = {
      kind: "taskSet",
      set: { op: "all" },
      measure: { as: "table", by: "endYear" },
      asks: [],
    };
    expect(await setsOf("cộng hai năm đầu lại", { last: table })).toContainEqual({
      op: "union",
      of: [ends(2023), ends(2024)],
    });
  });

  test("are what the agencies lead that were compared or spoken of", async () => {
    const leads = (agencyId: string) => ({
      op: "filter",
      of: { op: "all" },
      where: { by: "agency", agencyId, role: "lead", named: true },
    });
    const agencyIds = ["so-noi-vu", "so-y-te", "so-tai-chinh"];
    expect(await setsOf("tổng hai sở đó là mấy việc", { last, agencyIds })).toContainEqual({
      op: "union",
      of: ["so-y-te", "so-tai-chinh"].map(leads),
    });
  });
});

describe("agencies held against each other", () => {
  const tablesOf = async (text: string, dialogue = {}) =>
    readTaskSet(await readings.contextOf(text, dialogue)).flatMap(({ query }) =>
      query.kind === "taskSet" && query.measure.as === "table" ? [query.measure] : [],
    );

  test.each(["bên nào nhiều hơn", "sở nào ít việc hơn"])("are those spoken of: “%s”", async (text) => {
    const agencyIds = ["so-noi-vu", "so-y-te", "so-tai-chinh"];
    expect(await tablesOf(text, { last, agencyIds })).toContainEqual(
      partly({ by: "lead", among: ["so-y-te", "so-tai-chinh"] }),
    );
  });

  test("are the one spoken of and the one named: “kém Sở Y tế mấy việc”", async () => {
    expect(await tablesOf("Vậy kém Sở Y tế mấy việc?", { last, agencyIds: ["so-noi-vu"] })).toContainEqual(
      partly({ by: "lead", among: ["so-noi-vu", "so-y-te"] }),
    );
  });

  test("and one more of them", async () => {
    const among = ["so-noi-vu", "so-y-te"];
    const compared: Query = {
      kind: "taskSet",
      set: { op: "all" },
      measure: { as: "table", by: "lead", order: "most", among },
      asks: [],
    };
    expect(await tablesOf("Còn Sở Tài chính?", { last: compared })).toContainEqual(
      partly({ among: [...among, "so-tai-chinh"] }),
    );
  });
});

describe("what is left of rows", () => {
  const focus = (ids: string[]) => ({ kind: "tasks" as const, ids, query: last });
  test("is what none of the answers after the list told", async () => {
    const focuses = [focus(["V.24", "V.25", "V.26", "V.34"]), focus(["V.24"]), focus(["V.34"])];
    const [rest] = (await setsOf("còn lại việc nào", { last, focuses })).filter(({ op }) => op === "without");
    expect(rest).toEqual(
      partly({ of: { op: "ids", ids: HEALTH }, minus: { op: "ids", ids: ["V.24", "V.34"] } }),
    );
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

describe("two agencies of one row", () => {
  const both = (helper: object) => ({
    op: "filter",
    of: { op: "all" },
    where: {
      by: "and",
      of: [
        { ...ofHealth, role: "lead", named: true },
        { by: "agency", agencyId: "so-tai-chinh", ...helper, named: true },
      ],
    },
  });
  test.each<[text: string, helper: object]>([
    ["mấy việc do Sở Y tế làm chính mà Sở Tài chính được ghi tên đi cùng", { role: "coordinating" }],
    ["việc nào Sở Y tế chủ trì mà có Sở Tài chính phối hợp", { role: "coordinating" }],
    ["những việc Sở Y tế chủ trì mà có cả Sở Tài chính", {}],
  ])("%s", async (text, helper) => {
    const sets = await setsOf(text);
    expect(sets).toContainEqual(both(helper));
    expect(JSON.stringify(sets)).not.toContain('"by":"or"');
  });

  test("“mà” of what is wanted joins none: either is meant too", async () => {
    const sets = await setsOf("các việc mà Sở Y tế hoặc Sở Tài chính chủ trì");
    expect(JSON.stringify(sets)).toContain('"by":"or"');
  });
});

describe("rows of which an agency is no part", () => {
  test.each([
    "trong đó những việc nào Sở Tài chính không có tên",
    "trong đó cái nào Sở Tài chính không được nêu tên",
  ])("%s", async (text) => {
    expect(await setsOf(text, talking)).toContainEqual({
      op: "filter",
      of: NAMED,
      where: { by: "not", of: { by: "agency", agencyId: "so-tai-chinh", named: true } },
    });
  });
});

describe("of the rows just told", () => {
  const alsoFinance = { by: "agency", agencyId: "so-tai-chinh", role: "coordinating", named: true };

  test("“cái nào có thêm” narrows them, and adds nothing", async () => {
    const sets = await setsOf("cái nào có thêm Sở Tài chính phối hợp", talking);
    expect(sets).toContainEqual({ op: "filter", of: NAMED, where: alsoFinance });
    expect(JSON.stringify(sets)).not.toContain('"by":"or"');
  });

  test.each(["đếm theo năm kết thúc đi", "còn việc nào kéo dài đến năm 2025"])(
    "“%s” asks of the agency spoken of",
    async (text) => {
      const sets = await setsOf(text, talking);
      expect(sets.length).toBeGreaterThan(0);
      expect(sets.filter((set) => !JSON.stringify(set).includes("so-y-te"))).toEqual([]);
    },
  );

  test("what was left of others is what “còn lại” means next", async () => {
    const kept: Query = {
      ...(last as Extract<Query, { kind: "taskSet" }>),
      set: {
        op: "filter",
        of: NAMED,
        where: { by: "not", of: { by: "words", ids: ["V.26"], words: "cổng" } },
      },
    };
    const ids = HEALTH.filter((id) => id !== "V.26");
    const dialogue = {
      last: kept,
      listIds: ids,
      focuses: [...talking.focuses, { kind: "tasks" as const, ids, query: kept }],
    };
    expect(await setsOf("còn lại mấy cái", dialogue)).toEqual([kept.set]);
  });

  test("as many as were told are those, and not as many others", async () => {
    const two = ["V.24", "V.25"];
    const shown: Query = {
      kind: "taskSet",
      set: { op: "ids", ids: two, said: "vừa nêu" },
      measure: { as: "list" },
      asks: [],
    };
    const dialogue = {
      last: shown,
      listIds: two,
      focuses: [...talking.focuses, { kind: "tasks" as const, ids: two, query: shown }],
    };
    const sets = await setsOf("ai chủ trì 2 cái đó", dialogue);
    expect(sets).toContainEqual({ op: "ids", ids: two, said: "vừa nêu" });
    expect(JSON.stringify(sets)).not.toContain('"op":"without"');
  });
});

test("“của chúng tôi” is nothing that all have", async () => {
  const sets = await setsOf("Sở Y tế của chúng tôi chủ trì những việc nào");
  expect(sets.length).toBeGreaterThan(0);
  expect(JSON.stringify(sets)).not.toMatch(/"collective"|"named":false/);
});

test("a share of all rows is none", async () => {
  const queries = readTaskSet(await readings.contextOf("kinh tế số chiếm bao nhiêu phần trăm GRDP"));
  expect(queries.map(({ query }) => query)).not.toContainEqual(
    partly({ set: { op: "all" }, measure: { as: "share" } }),
  );
});

test("how many are done is asked of the count", async () => {
  const queries = readTaskSet(
    await readings.contextOf("đã có bao nhiêu nhiệm vụ trong phụ lục được nghiệm thu"),
  );
  expect(queries.map(({ query }) => query)).toContainEqual(
    partly({ set: { op: "all" }, measure: { as: "count" }, asks: ["completion"] }),
  );
});

describe("words of rows", () => {
  test("of two clauses are no subject of rows", async () => {
    const sets = await setsOf("cho chị con số thôi: nguyên cái phụ lục có mấy đầu việc");
    expect(JSON.stringify(sets)).not.toContain('"by":"words"');
  });
  test.each(["việc nào về cháy rừng", "nhiệm vụ nào về du lịch thông minh"])("%s", async (text) => {
    expect(JSON.stringify(await setsOf(text))).toContain('"by":"words"');
  });
});

describe("groups held against each other", () => {
  test.each<[text: string, among: string[], order: string]>([
    ["nhóm IV với nhóm VI nhóm nào nhiều việc hơn", ["IV", "VI"], "most"],
    ["nhóm V hơn nhóm VII bao nhiêu việc", ["V", "VII"], "most"],
    ["nhóm VII so với nhóm V thì nhóm nào ít việc hơn", ["VII", "V"], "least"],
  ])("%s", async (text, among, order) => {
    const queries = readTaskSet(await readings.contextOf(text));
    expect(queries.map(({ query }) => query)).toContainEqual(
      partly({ set: { op: "all" }, measure: { as: "table", by: "group", order, among } }),
    );
  });
});

describe("what a row prints, in other words", () => {
  test.each<[text: string, where: object]>([
    ["nhiệm vụ nào không có cơ quan chủ trì đích danh", { by: "collective" }],
    ["mấy việc cột chủ trì chỉ ghi chung chung", { by: "collective" }],
    ["việc nào có năm kết thúc rõ ràng", { by: "not", of: { by: "recurrence", is: "recurring" } }],
    ["bao nhiêu việc có mốc cuối rơi vào năm 2025", { by: "year", is: "ends", year: 2025 }],
    ["việc nào làm từ 2024 đến 2025", { by: "period", period: "2024-2025" }],
    ["việc nào làm từ năm 2023 tới năm 2025", { by: "period", period: "2023-2025" }],
  ])("%s", async (text, where) => {
    expect(await setsOf(text)).toContainEqual({ op: "filter", of: { op: "all" }, where });
  });
});

test("what is overdue as printed asks of no progress", async () => {
  const text = "chưa xét tiến độ thực tế thì có bao nhiêu nhiệm vụ đã quá hạn";
  for (const { query } of readTaskSet(await readings.contextOf(text)))
    expect(JSON.stringify(query)).not.toContain('"completion"');
});
