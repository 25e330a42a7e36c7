import { expect, test } from "vitest";
import { emptyDialogue, parseDialogue } from "../../bot/dialogue.ts";
import type { Measure, Query } from "../../bot/query.ts";
import type { TaskPredicate, TaskSet } from "../../bot/sets/task-set.ts";
import { readStored, type StoredQuery } from "../../bot/stored-queries.ts";

const ALL: TaskSet = { op: "all" };
const rows = (where: TaskPredicate): TaskSet => ({ op: "filter", of: ALL, where });
const asked = (set: TaskSet, measure: Measure = { as: "list" }): Query => ({
  kind: "taskSet",
  set,
  measure,
  asks: [],
});
const LIST: StoredQuery = { kind: "tasks", filter: { agencyId: "so-y-te" }, show: "list", asks: [] };
const LISTED = asked(rows({ by: "agency", agencyId: "so-y-te" }));

test.each<[stored: StoredQuery | Query, query: Query]>([
  [LIST, LISTED],
  [
    {
      kind: "tasks",
      filter: { agencyId: "so-y-te", role: "lead", directness: "named", dueYear: 2024, partOfYear: true },
      show: "count",
      asks: [],
    },
    asked(
      rows({
        by: "and",
        of: [
          { by: "agency", agencyId: "so-y-te", role: "lead", named: true },
          { by: "year", is: "ends", year: 2024, partOfYear: true },
        ],
      }),
      { as: "count" },
    ),
  ],
  [
    { kind: "tasks", filter: { ids: ["V.9", "V.30"] }, show: "latest", asks: [] },
    asked({
      op: "best",
      of: { op: "ids", ids: ["V.9", "V.30"], said: "vừa nêu" },
      by: "end",
      most: true,
    }),
  ],
  [
    {
      kind: "tasks",
      filter: { ids: ["V.9"], topic: "có nội dung “tổng đài”" },
      show: "list",
      asks: [],
    },
    asked(rows({ by: "words", ids: ["V.9"], words: "tổng đài" })),
  ],
  [
    { kind: "leaders", filter: { role: "coordinating" }, order: "most", place: 2 },
    asked(ALL, { as: "table", by: "coordinating", order: "most", place: 2 }),
  ],
  [{ kind: "leaders", filter: {}, order: "none" }, asked(ALL, { as: "nobody", role: "lead" })],
  [
    { kind: "leaders", filter: {}, order: "all", agencyIds: ["so-y-te", "so-noi-vu"] },
    asked(ALL, { as: "table", by: "lead", order: "most", among: ["so-y-te", "so-noi-vu"] }),
  ],
  [
    { kind: "ranking", of: "group", order: "least", filter: {} },
    asked(ALL, { as: "table", by: "group", order: "least" }),
  ],
  [
    { kind: "ranking", of: "coordinating", order: "most", filter: { groupIds: ["V"] } },
    asked({ op: "best", of: rows({ by: "group", groupIds: ["V"] }), by: "coordinating", most: true }),
  ],
  [
    { kind: "many", queries: [LIST as unknown as Query, { kind: "groups" }] },
    { kind: "many", queries: [LISTED, { kind: "groups" }] },
  ],
  [
    { kind: "verify", of: LIST as unknown as Query, claims: [] },
    { kind: "verify", of: LISTED, claims: [] },
  ],
  [
    { kind: "task", ids: ["V.9"], asks: ["lead"] },
    { kind: "task", ids: ["V.9"], asks: ["lead"] },
  ],
])("%j is read as %j", (stored, query) => {
  expect(readStored(stored)).toEqual(query);
});

test("a conversation that was kept with such queries goes on", () => {
  const kept = {
    focuses: [{ kind: "tasks", ids: ["V.24"], query: LIST }],
    last: LIST,
    choices: [{ label: "Sở Y tế có những nhiệm vụ nào?", query: LIST }],
  };
  expect(parseDialogue(JSON.stringify(kept))).toEqual({
    ...emptyDialogue(),
    focuses: [{ kind: "tasks", ids: ["V.24"], query: LISTED }],
    last: LISTED,
    choices: [{ label: "Sở Y tế có những nhiệm vụ nào?", query: LISTED }],
  });
});
