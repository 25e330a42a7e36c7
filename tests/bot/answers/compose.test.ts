import { beforeAll, describe, expect, test } from "vitest";
import { COMPOSERS, compose } from "../../../bot/answers/compose.ts";
import type { AnswerContext } from "../../../bot/answers/context.ts";
import { basesOn, dayOf } from "../../../bot/answers/procedure-words.ts";
import type { DraftReply } from "../../../bot/draft.ts";
import { FigureLock } from "../../../bot/figure-lock.ts";
import type { Choice, Measure, Query } from "../../../bot/query.ts";
import type { RefusalReason } from "../../../bot/refusal-reasons.ts";
import { STATUSES } from "../../../bot/reply.ts";
import { spellOut } from "../../../knowledge/vietnamese/spell-out.ts";
import { choices, type Queries, queriesOf, reasons } from "./queries.ts";
import { openContext } from "./shared.ts";

let context: AnswerContext;
let lock: FigureLock;
let queries: Queries;
beforeAll(async () => {
  context = await openContext();
  queries = queriesOf(context);
  lock = new FigureLock(context.knowledge.agencies);
});

const TALK: readonly Query["kind"][] = [
  "action",
  "about",
  "smallTalk",
  "handoff",
  "office",
  "clarification",
  "refusal",
];

function expectSound(query: Query, reply: DraftReply): void {
  const said = JSON.stringify(query);
  expect([said, reply.text.trim()]).not.toEqual([said, ""]);
  expect([said, spellOut(reply.spoken).trim()]).not.toEqual([said, ""]);
  expect(reply.spoken).not.toMatch(/undefined|\bnull\b|\bNaN\b|\[object/);
  expect(reply.text).not.toMatch(/undefined|\bnull\b|\bNaN\b|\[object/);
  expect(STATUSES).toContain(reply.status);
  expect([said, lock.check(reply).unsupported]).toEqual([said, []]);
  expect(reply.suggestions.length).toBeLessThanOrEqual(5);
  expect(new Set(reply.suggestions).size).toBe(reply.suggestions.length);
  expect(reply.citations.map(({ id }) => id)).toEqual(reply.citations.map((_row, i) => `c${i + 1}`));
  const asksBack = query.kind === "plans" && query.op === "which";
  if (!TALK.includes(query.kind) && !asksBack) expect([said, reply.citations.length]).not.toEqual([said, 0]);
  for (const { quote, document } of reply.citations) {
    expect(quote.trim()).not.toBe("");
    expect(document.trim()).not.toBe("");
  }
}

const table = (measure: Measure): Query => ({ kind: "taskSet", set: { op: "all" }, measure, asks: [] });

describe("each kind of query is composed: it says something, cites it, and every figure is proved", () => {
  test.each(Object.keys(COMPOSERS) as Query["kind"][])("%s", (kind) => {
    const all = queries[kind]();
    expect(all.length).toBeGreaterThan(0);
    for (const query of all) expectSound(query, compose(query, context));
  });

  test("no kind is without a composer, and none without a test", () => {
    expect(Object.keys(queries).sort()).toEqual(Object.keys(COMPOSERS).sort());
  });

  test("the same query is composed the same twice, and is not changed", () => {
    for (const kind of Object.keys(queries) as Query["kind"][]) {
      const query = queries[kind]()[0]!;
      const before = structuredClone(query);
      expect(compose(query, context)).toEqual(compose(query, context));
      expect(query).toEqual(before);
    }
  });
});

describe("a record that is not there", () => {
  test.each<[what: string, query: Query]>([
    ["task", { kind: "task", ids: ["V.99"], asks: [] }],
    ["comparison", { kind: "comparison", ids: ["V.9", "V.99"] }],
    ["procedure", { kind: "procedure", code: "9.999999", aspects: [] }],
    ["agency", { kind: "agency", agencyId: "so-thuy-san", ask: "overview" }],
  ])("%s is an error, so that an old conversation is noticed", (_what, query) => {
    expect(() => compose(query, context)).toThrow(RangeError);
  });

  test.each<[what: string, query: Query]>([
    ["target", { kind: "target", ids: ["target:0"], completion: false, all: false }],
    ["duty", { kind: "duty", ids: ["duty:0"], ask: "all" }],
    ["passage", { kind: "passage", ids: ["passage:0"] }],
    ["fact", { kind: "document", keys: [], ids: ["fact:0"] }],
  ])("%s too", (_what, query) => {
    expect(() => compose(query, context)).toThrow();
  });
});

describe("a refusal", () => {
  const refusal = (reason: RefusalReason, offers: Choice[] = []) =>
    compose({ kind: "refusal", status: "unanswerable_out_of_scope", reason, offers }, context);

  test("has words for each reason, no two alike, and keeps the status it is given", () => {
    const texts = reasons.map((reason) => refusal(reason).text);
    expect(new Set(texts).size).toBe(reasons.length);
    for (const reason of reasons) {
      expect(refusal(reason).status).toBe("unanswerable_out_of_scope");
      expect(refusal(reason).suggestions.length).toBeGreaterThan(0);
    }
  });

  test("offers three things at most, first of all, and says that they are no answer", () => {
    const many = [...choices(), { label: "Đăng ký kết hôn", query: choices()[1]!.query }];
    const { text, suggestions } = refusal("procedure_not_indexed", many);
    expect(text).toContain("không phải câu trả lời");
    expect(suggestions.slice(0, 3)).toEqual(many.slice(0, 3).map(({ label }) => label));
    expect(text).not.toContain("Đăng ký kết hôn");
  });
});

describe("answers in particular", () => {
  const text = (query: Query) => compose(query, context).text;

  test("a clarification lists its choices as suggestions, and is cited for the figures in them", () => {
    const reply = compose({ kind: "clarification", question: "Nhiệm vụ nào?", options: choices() }, context);
    expect(reply).toMatchObject({ status: "clarification", kind: "none" });
    expect(reply.suggestions).toEqual(choices().map(({ label }) => label));
    for (const { label } of choices()) expect(reply.text).toContain(`- ${label}`);
    expect(reply.text).not.toContain("Nguồn:");
  });

  test("a comparison tells what differs apart from what doesn't", () => {
    const same = text({ kind: "comparison", ids: ["V.24", "V.25"] });
    expect(same).toContain("**Giống nhau**");
    expect(same.split("**Giống nhau**")[1]).toContain("Chủ trì: Sở Y tế");
    const other = text({ kind: "comparison", ids: ["V.22", "V.24"] });
    expect(other.split("**Giống nhau**")[0]).toContain("Thời gian: V.22: 2023; V.24: 2023-2025");
  });

  test("a label of body and appendix gives both readings", () => {
    const reply = compose(
      { kind: "label", label: "V.9", taskIds: ["V.9"], sectionLabel: "V.9", asks: [] },
      context,
    );
    expect(reply.text).toContain("Phụ lục, nhiệm vụ V.9");
    expect(reply.text).toContain("mục V.9**: Đo lường, giám sát, đánh giá triển khai");
    expect(reply.tasks.map((task) => task.id)).toEqual(["V.9"]);
  });

  test("whether a task is done is never claimed", () => {
    for (const ask of ["completion", "overdue"] as const) {
      const reply = compose({ kind: "task", ids: ["V.22"], asks: [ask] }, context);
      expect(reply.text).toContain("không ghi tiến độ");
      expect(reply.status).toBe(ask === "completion" ? "unanswerable_not_in_sources" : "answered");
    }
    expect(
      compose({ kind: "target", ids: ["target:III.1.1"], completion: true, all: false }, context).status,
    ).toBe("unanswerable_not_in_sources");
  });

  test("who leads the most, leads as many tasks as name it, and nobody more", () => {
    const { tasks, agencies } = context.knowledge;
    const named = new Map(
      agencies.map(({ id, name }) => [
        name,
        tasks.filter((task) => task.leads.some((party) => party.agencyId === id)).length,
      ]),
    );
    const reply = compose(table({ as: "table", by: "lead", order: "most" }), context);
    const rows = [...reply.text.matchAll(/^- (.+): \*\*(\d+)\*\*$/gm)].map(([, name, count]) => [
      name,
      Number(count),
    ]);
    expect(new Map(rows as [string, number][])).toEqual(new Map([...named].filter(([, count]) => count > 0)));
    const counts = rows.map(([, count]) => count as number);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(reply.text).toContain(`**${rows[0]![0]}** chủ trì nhiều nhất: **${counts[0]}**`);
  });

  test("agencies that lead nothing by name are just those that no row names", () => {
    const { tasks, agencies } = context.knowledge;
    const leads = (id: string) => tasks.some((task) => task.leads.some((party) => party.agencyId === id));
    const reply = text(table({ as: "nobody", role: "lead" }));
    const listed = [...reply.matchAll(/\*\*: (.+)\.$/gm)].flatMap(([, names]) => names!.split("; "));
    expect(listed.sort()).toEqual(
      agencies
        .filter((row) => row.collective !== null && !leads(row.id))
        .map(({ name }) => name)
        .sort(),
    );
  });

  test("two that lead as many are said to be equal", () => {
    const among = ["so-noi-vu", "so-du-lich"];
    const reply = text(table({ as: "table", by: "lead", order: "most", among }));
    expect(reply).toContain("chủ trì bằng nhau: **1** nhiệm vụ");
  });

  test("a section of the body is given whole, other passages four at most", () => {
    const { passages } = context.knowledge;
    const own = passages.filter((row) => row.sectionLabel === "V.1").map(({ id }) => id);
    const whole = text({ kind: "passage", ids: own, sectionLabel: "V.1" });
    expect(whole.match(/^> /gm)).toHaveLength(own.length);
    const some = text({ kind: "passage", ids: passages.slice(0, 9).map(({ id }) => id) });
    expect(some.match(/^> /gm)).toHaveLength(4);
  });

  test("duties of an agency: its own first, or that the plan names none", () => {
    const { duties } = context.knowledge;
    const ids = (test: (duty: (typeof duties)[number]) => boolean) => duties.filter(test).map(({ id }) => id);
    const own = ids((duty) => duty.agencyIds.includes("so-tai-chinh"));
    const common = ids((duty) => duty.collective);
    expect(own.length).toBeGreaterThan(0);
    const finance = text({ kind: "duty", ids: [...common, ...own], agencyId: "so-tai-chinh", ask: "all" });
    expect(finance).toMatch(/^\*\*Sở Tài chính\*\*, trách nhiệm nêu đích danh:/);
    const tourism = text({ kind: "duty", ids: common, agencyId: "so-du-lich", ask: "all" });
    expect(tourism).toContain("không nêu trách nhiệm riêng của **Sở Du lịch**");
  });

  test("a day that is reckoned says so, with its rule", () => {
    const derived = context.knowledge.duties.filter((duty) => duty.when?.derived);
    expect(derived.length).toBeGreaterThan(0);
    for (const { id, when } of derived) {
      const reply = compose({ kind: "duty", ids: [id], ask: "ownPlan" }, context);
      expect(reply.text).toContain("Kế hoạch không in ngày này");
      expect(reply.computed.map(({ rule }) => rule)).toContain(when!.derived!.rule);
    }
  });

  test("a document that is only quoted is said to be no more than that", () => {
    expect(text({ kind: "document", keys: ["quoted"], ids: ["fact:legal_basis:7"] })).toContain(
      "chỉ viện dẫn",
    );
    const effect = context.knowledge.documents.find((row) => row.kind === "plan")!.statusNote;
    expect(text({ kind: "document", keys: ["effect"], ids: ["fact:effect"] })).toContain(effect ?? "");
  });

  test("the contact of a person is the one that the office has set", async () => {
    const set = await openContext("Bộ phận Một cửa, 0254 000 000");
    const reply = compose({ kind: "handoff" }, set);
    expect(reply).toMatchObject({ status: "handoff" });
    expect(reply.text).toContain("**Bộ phận Một cửa, 0254 000 000**");
    expect(lock.check(reply).passed).toBe(true);
    expect(text({ kind: "handoff" })).toContain("chưa được nối với cán bộ trực");
  });
});

describe("a procedure", () => {
  test("without an aspect is summed up; with one, that one is answered and the others are suggested", () => {
    const summary = compose({ kind: "procedure", code: "1.001193", aspects: [] }, context);
    for (const head of ["Hồ sơ", "Thời hạn giải quyết", "Phí, lệ phí", "Nơi nộp"])
      expect(summary.text).toContain(`**${head}`);
    expect(summary.procedures[0]!.aspects).toEqual(["documents", "time", "fee", "place"]);
    const fee = compose({ kind: "procedure", code: "1.001193", aspects: ["fee"] }, context);
    expect(fee.procedures[0]!.aspects).toEqual(["fee"]);
    expect(fee.text).not.toContain("**Hồ sơ");
    expect(fee.suggestions).toContain("Hồ sơ gồm những gì?");
    expect(fee.suggestions).not.toContain("Lệ phí bao nhiêu?");
  });

  test("quotes its record: each line of papers, steps and bases stands in a citation", () => {
    for (const procedure of context.knowledge.procedures) {
      const { code, steps, documents, place } = procedure;
      const legalBases = basesOn(procedure, dayOf(context));
      const reply = compose(
        { kind: "procedure", code, aspects: ["documents", "steps", "legal", "place"], whole: true },
        context,
      );
      const quotes = reply.citations.map(({ quote }) => quote);
      for (const words of [...steps, ...legalBases, place]) {
        expect(quotes).toContain(words);
        expect(reply.text).toContain(words);
      }
      for (const { text } of documents.flatMap(({ items }) => items)) {
        expect(quotes.some((quote) => quote.startsWith(text))).toBe(true);
        expect(reply.text).toContain(text);
      }
      expect(reply.citations.every((citation) => citation.number === code)).toBe(true);
    }
  });
});
