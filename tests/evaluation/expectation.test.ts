import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Reply, ReplyTask } from "../../bot/reply.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { shippedKnowledge } from "../support/assistant.ts";
import { check, contains, type Expectation, parseRows } from "./expectation.ts";
import { type Outcome, scorecard, wilson } from "./scorecard.ts";

function task(id: string, role: ReplyTask["role"], directness: ReplyTask["directness"]): ReplyTask {
  return {
    id,
    label: id,
    document: "qd-2704",
    group: "Phát triển ứng dụng, dịch vụ số",
    title: "Đưa vào vận hành tổng đài tự động",
    lead: ["Sở Thông tin và Truyền thông"],
    coordinating: ["Văn phòng UBND tỉnh"],
    period: "2023-2024",
    dueEnd: "2024-12-31",
    recurrence: "none",
    role,
    directness,
  };
}

const REPLY: Reply = {
  status: "answered",
  kind: "tasks",
  text: "**Sở Y tế** chủ trì 4 nhiệm vụ, thời gian 2023 – 2025; lệ phí 11.000 đồng.",
  spoken: "",
  tasks: [
    task("V.9", "lead", "named"),
    task("I.1", "lead", "collective"),
    task("IV.1", "coordinating", "named"),
    task("V.1", "coordinating", "collective"),
  ],
  procedures: [
    { code: "1.001193", name: "Đăng ký khai sinh", aspects: ["documents", "fee"] },
    { code: "1.000656", name: "Đăng ký khai tử", aspects: ["time"] },
  ],
  citations: [
    {
      id: "1",
      document: "Quyết định phê duyệt Kế hoạch",
      number: "2704/QĐ-UBND",
      issuedOn: "2023-10-25",
      locator: "Phụ lục, nhóm V, nhiệm vụ 9",
      quote: "Sở Thông tin và Truyền thông",
    },
  ],
  links: [],
  computed: [{ value: "26 nhiệm vụ", rule: "đếm" }],
  options: [],
  suggestions: ["Nhiệm vụ nào đến hạn năm 2024?"],
};

const CASES: Record<keyof Expectation, { met: Expectation[]; failed: Expectation[] }> = {
  status: {
    met: [{ status: "answered" }, { status: ["handoff", "answered"] }],
    failed: [{ status: "greeting" }, { status: ["handoff", "greeting"] }],
  },
  kind: { met: [{ kind: "tasks" }, { kind: ["task", "tasks"] }], failed: [{ kind: "task" }] },
  taskIds: {
    met: [{ taskIds: ["V.1", "IV.1", "I.1", "V.9"] }],
    failed: [{ taskIds: ["V.9"] }, { taskIds: ["V.1", "IV.1", "I.1", "V.9", "V.2"] }, { taskIds: [] }],
  },
  leadNamed: { met: [{ leadNamed: ["V.9"] }], failed: [{ leadNamed: [] }, { leadNamed: ["V.9", "I.1"] }] },
  leadCollective: { met: [{ leadCollective: ["I.1"] }], failed: [{ leadCollective: ["V.9"] }] },
  coordinatingNamed: { met: [{ coordinatingNamed: ["IV.1"] }], failed: [{ coordinatingNamed: ["V.1"] }] },
  tasksInclude: { met: [{ tasksInclude: ["V.9"] }], failed: [{ tasksInclude: ["V.9", "V.10"] }] },
  tasksExclude: { met: [{ tasksExclude: ["V.10"] }], failed: [{ tasksExclude: ["V.10", "V.9"] }] },
  maxTasks: { met: [{ maxTasks: 4 }], failed: [{ maxTasks: 3 }, { maxTasks: 0 }] },
  procedure: {
    met: [{ procedure: "1.001193" }, { procedure: ["2.000635", "1.001193"] }],
    failed: [{ procedure: "1.000656" }],
  },
  aspects: { met: [{ aspects: ["fee"] }], failed: [{ aspects: ["fee", "time"] }] },
  textIncludes: {
    met: [{ textIncludes: ["sở y tế chủ trì", "2023-2025", ["5 nhiệm vụ", "4 nhiệm vụ"]] }],
    failed: [
      { textIncludes: ["Sở Nội vụ"] },
      { textIncludes: ["4", ["5", "sáu"]] },
      { textIncludes: ["1.000 đồng"] },
    ],
  },
  textExcludes: { met: [{ textExcludes: ["đã hoàn thành"] }], failed: [{ textExcludes: ["LỆ PHÍ"] }] },
  citationNumber: { met: [{ citationNumber: "2704/qđ-ubnd" }], failed: [{ citationNumber: "2704" }] },
  citationLocator: { met: [{ citationLocator: "phụ lục" }], failed: [{ citationLocator: "mục VI.6" }] },
  computed: {
    met: [{ computed: "26" }, { computed: ["7", "26"] }],
    failed: [{ computed: "6" }, { computed: "2" }],
  },
  suggestions: { met: [{ suggestions: 1 }], failed: [{ suggestions: 2 }] },
};

describe.each(Object.entries(CASES))("the expectation %s", (_, { met, failed }) => {
  test.each(met)("is met by %j", (expectation) => expect(check(REPLY, expectation)).toEqual([]));
  test.each(failed)("fails %j", (expectation) => expect(check(REPLY, expectation)).not.toEqual([]));
});

test("an empty reply meets no expectation of content, and an empty expectation is always met", () => {
  const empty: Reply = {
    ...REPLY,
    text: "",
    tasks: [],
    procedures: [],
    citations: [],
    computed: [],
    suggestions: [],
  };
  expect(check(empty, {})).toEqual([]);
  const { met } = CASES.procedure;
  expect(check(empty, met[0]!)).toHaveLength(1);
  expect(check(empty, { aspects: ["fee"], citationNumber: "2704/QĐ-UBND", computed: "26" })).toHaveLength(3);
});

test.each<[text: string, words: string, found: boolean]>([
  ["Sở Y tế".normalize("NFD"), "Sở Y tế", true],
  ["giảm từ 45 – 50%", "45-50%", true],
  ["đến năm 2025", "5", false],
  ["phí 2.000 đồng", "000 đồng", false],
  ["8.000 đồng/bản sao", "8.000", true],
  ["tối đa 200.000 đồng", "200", false],
  ["V.9 (CALLBOT)", "v.9 (callbot)", true],
])("%j holds %j: %s", (text, words, found) => expect(contains(text, words)).toBe(found));

describe("the Wilson interval", () => {
  test.each<[right: number, n: number, low: number, high: number]>([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [5, 10, 0.2366, 0.7634],
    [81, 263, 0.2553, 0.3662],
  ])("of %i in %i is %f to %f", (right, n, low, high) => {
    expect(wilson(right, n)[0]).toBeCloseTo(low, 4);
    expect(wilson(right, n)[1]).toBeCloseTo(high, 4);
  });
});

test("the scorecard counts a conversation right only when nothing failed", () => {
  const outcome = (topic: Outcome["topic"], form: Outcome["form"], failures: string[]): Outcome => ({
    id: "task-001",
    topic,
    form,
    turns: [],
    failures,
    replies: [],
  });
  const card = scorecard([outcome("task", "clean", []), outcome("task", "spoken", ["text thiếu"])], 3);
  expect(card.total).toMatchObject({ n: 2, right: 1, share: 0.5 });
  expect(card.topics.task).toMatchObject({ n: 2, right: 1 });
  expect(card.forms).toMatchObject({ clean: { right: 1 }, spoken: { right: 0 } });
  expect(card.lockFailures).toBe(3);
});

test.each([
  ["not JSON", "{"],
  [
    "an unknown expectation",
    '{"id":"a-001","topic":"task","form":"clean","turns":[{"text":"x","expect":{"txt":1}}]}',
  ],
  ["no turn", '{"id":"a-001","topic":"task","form":"clean","turns":[]}'],
])("a row with %s is an error that names file and line", (_, line) => {
  expect(() => parseRows(`\n${line}\n`, "/x/task.jsonl")).toThrow(/^task\.jsonl:2: /);
});

describe("the questions", () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".jsonl"));
  const read = (name: string) => parseRows(readFileSync(join(import.meta.dirname, name), "utf8"), name);
  const rows = files.flatMap(read);
  let knowledge: KnowledgeBase;
  beforeAll(async () => {
    knowledge = await shippedKnowledge();
  });

  test("are enough, and most are not written cleanly", () => {
    expect(rows.length).toBeGreaterThanOrEqual(260);
    const clean = rows.filter((row) => row.form === "clean").length / rows.length;
    expect(clean).toBeGreaterThan(0.35);
    expect(clean).toBeLessThan(0.5);
  });

  test.each(files.filter((name) => !name.startsWith("blind-")))(
    "%s holds one topic, the one it is named for",
    (name) => {
      expect(new Set(read(name).map((row) => `${row.topic}.jsonl`))).toEqual(new Set([name]));
    },
  );

  test("have one id each and never begin with the same words", () => {
    const ids = rows.map((row) => row.id);
    const texts = rows.map((row) => wordsOf(row.turns[0]!.text));
    expect(repeated(ids)).toEqual([]);
    expect(repeated(texts)).toEqual([]);
  });

  test("name only tasks and procedures that the shipped knowledge holds", () => {
    const known = new Set([
      ...knowledge.tasks.map((task) => task.id),
      ...knowledge.procedures.map((procedure) => procedure.code),
    ]);
    const named = rows.flatMap((row) =>
      row.turns.flatMap(({ expect: wanted }) => [
        ...(wanted.taskIds ?? []),
        ...(wanted.leadNamed ?? []),
        ...(wanted.leadCollective ?? []),
        ...(wanted.coordinatingNamed ?? []),
        ...(wanted.tasksInclude ?? []),
        ...(wanted.tasksExclude ?? []),
        ...[wanted.procedure ?? []].flat(),
      ]),
    );
    expect(named.length).toBeGreaterThan(rows.length);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
});

function repeated(items: readonly string[]): string[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}

function wordsOf(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
