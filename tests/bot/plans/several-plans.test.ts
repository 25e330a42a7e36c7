/** Four plans side by side, one of which has taken the place of another. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Assistant } from "../../../bot/assistant.ts";
import { askedOfEach, asksWhatDiffers, asksWhichPlans } from "../../../bot/plans/asked-of-plans.ts";
import { changesBetween } from "../../../bot/plans/changes.ts";
import type { Reply } from "../../../bot/reply.ts";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../../bot/state/store.ts";
import { ensureKnowledge } from "../../../ingest/pipeline.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { assistantOver } from "../../support/assistant.ts";
import * as plans from "../../support/commune-plans.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

const NEW = "77-kh-ubnd-2026";
const OLD = "31-kh-ubnd-2025";
const READING = "90-kh-ubnd-2026";
const MINISTRY = "512-kh-bkhcn-2026";

let directory: string;
let knowledge: KnowledgeBase;
let store: StateStore;
let assistant: Assistant;
let lockFailures: string[] = [];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-several-"));
  const extra = [];
  for (const [name, text] of Object.entries(plans)) {
    const path = join(directory, `${name}.txt`);
    await writeFile(path, text);
    extra.push({ path, from: "setting" as const });
  }
  knowledge = await ensureKnowledge({
    root: join(directory, "knowledge"),
    shipped: { plan: false, procedures: false },
    extra,
  });
  store = await openSqliteStore(join(directory, "state.db"));
  assistant = assistantOver(knowledge, store, {
    now: () => new Date("2026-04-15T03:00:00Z"),
    onLockFailure: (unsupported) => {
      lockFailures = [...lockFailures, ...unsupported];
    },
  });
});
afterAll(async () => {
  await store?.close();
  await rm(directory, { recursive: true, force: true });
  expect(lockFailures).toEqual([]);
});

async function talk(...questions: string[]): Promise<Reply[]> {
  let conversationId: string | undefined;
  const replies = [];
  for (const text of questions) {
    const { reply, ...turn } = await assistant.answer({
      text,
      channel: "web",
      ...(conversationId ? { conversationId } : {}),
    });
    conversationId = turn.conversationId;
    replies.push(reply);
  }
  return replies;
}
const last = async (...questions: string[]) => (await talk(...questions)).at(-1)!;
const documentsOf = ({ tasks }: Reply) => [...new Set(tasks.map(({ document }) => document))];

test("the newer plan marks the one whose place it takes", () => {
  const byId = new Map(knowledge.documents.map((row) => [row.id, row]));
  expect(byId.get(OLD)).toMatchObject({ status: "superseded", replacedBy: NEW });
  expect([NEW, READING, MINISTRY].map((id) => byId.get(id)!.replacedBy)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

describe("which plan is understood by", () => {
  test.each([
    ["its number", "Kế hoạch 90 có bao nhiêu nhiệm vụ?", READING, 3],
    ["its year", "Kế hoạch chuyển đổi số năm 2025 có bao nhiêu nhiệm vụ?", OLD, 4],
    ["its topic", "Kế hoạch chuyển đổi số có bao nhiêu nhiệm vụ?", NEW, 6],
    ["its issuer", "Kế hoạch của bộ có bao nhiêu nhiệm vụ?", MINISTRY, 80],
    ["a body that it alone names", "Thư viện xã chủ trì việc gì?", READING, 1],
    ["a number that it alone has", "Nhiệm vụ 70 do ai làm?", MINISTRY, 1],
  ])("%s", async (_by, question, id, count) => {
    const reply = await last(question);
    expect(documentsOf(reply)).toEqual([id]);
    expect(reply.tasks).toHaveLength(count);
    expect(reply.text).toMatch(/^Theo \*\*Kế hoạch/);
  });

  test("what was spoken of, over follow-ups", async () => {
    const [, label, lead] = await talk(
      "Kế hoạch 90 có bao nhiêu nhiệm vụ?",
      "nhiệm vụ I.1 hạn khi nào?",
      "Phòng Kinh tế chủ trì việc gì?",
    );
    expect(label!.tasks.map(({ id }) => id)).toEqual([`${READING}:I.1`]);
    expect(documentsOf(lead!)).toEqual([READING]);
  });
});

describe("where several fit and say different things", () => {
  test("it is asked back, and the choice is answered", async () => {
    for (const choice of ["2", "Kế hoạch 90", "kế hoạch văn hóa đọc"]) {
      const [asked, answered] = await talk("Có bao nhiêu nhiệm vụ?", choice);
      expect(asked!.status).toBe("clarification");
      expect(asked!.options.map(({ kind, id }) => [kind, id])).toEqual([
        ["document", NEW],
        ["document", READING],
        ["document", MINISTRY],
      ]);
      expect([choice, documentsOf(answered!)]).toEqual([choice, [READING]]);
    }
  });

  test("what is no question about plans is not", async () => {
    expect((await last("xin chào")).status).toBe("greeting");
    expect((await last("gặp cán bộ")).status).toBe("handoff");
  });
});

describe("quarters, months and days are filters where the plan prints them", () => {
  test.each([
    ["việc nào đến hạn quý II", ["I.1", "I.2", "III.1"]],
    ["tháng 9 có việc gì đến hạn", ["II.1", "II.2"]],
    ["nhiệm vụ nào đến hạn trong 30 ngày tới", ["I.2"]],
    ["Phòng Kinh tế chủ trì việc gì trong quý III", ["II.2"]],
    ["Nhiệm vụ nào hạn sớm nhất?", ["I.2"]],
  ])("%s", async (question, labels) => {
    const reply = await last("Kế hoạch 77 có mấy nhiệm vụ?", question);
    expect(reply.tasks.map(({ label }) => label)).toEqual(labels);
    expect(documentsOf(reply)).toEqual([NEW]);
  });

  test("what the print leaves open is said", async () => {
    const { text } = await last("Kế hoạch 77 có mấy nhiệm vụ?", "việc nào đến hạn quý II");
    expect(text).toMatch(
      /1 nhiệm vụ (không in mốc kết thúc \(III\.2: Thường xuyên\)|hàng năm hoặc thường xuyên .*không in ngày)/,
    );
  });
});

describe("across plans", () => {
  test("totals are per plan and add up", async () => {
    const reply = await last("Tất cả các kế hoạch có bao nhiêu nhiệm vụ?");
    expect(reply.text).toContain("**93** nhiệm vụ (6 + 3 + 80 + 4)");
    expect(reply.tasks).toHaveLength(93);
  });

  test("“cả ba kế hoạch” of four are those that are in force", async () => {
    const reply = await last("Trong cả ba kế hoạch, Phòng Kinh tế chủ trì mấy việc?");
    expect(documentsOf(reply)).toEqual([NEW, READING]);
    expect(reply.text).toContain("**4** nhiệm vụ (3 + 1 + 0)");
  });

  test("which plans there are is told", async () => {
    const { text } = await last("Có những kế hoạch nào?");
    for (const number of ["77/KH-UBND", "31/KH-UBND", "90/KH-UBND", "512/KH-BKHCN"])
      expect(text).toContain(number);
  });
});

describe("a plan that was replaced", () => {
  test("answers when it is asked for, and says so", async () => {
    const reply = await last("Mục tiêu của kế hoạch chuyển đổi số năm 2025 là gì?");
    expect(reply.text).toContain("60% hồ sơ");
    expect(reply.text).toContain("Kế hoạch 77/KH-UBND** thay thế");
  });

  test("does not answer where it isn't", async () => {
    const reply = await last("Lắp camera tại các ngã ba do ai chủ trì?");
    expect(reply.tasks.map(({ id }) => id)).toEqual([`${NEW}:I.1`]);
    expect(reply.citations.every(({ number }) => number !== "31/KH-UBND")).toBe(true);
  });

  test("is compared record by record", async () => {
    for (const question of [
      "So với kế hoạch trước có gì khác?",
      "Kế hoạch 77 khác gì kế hoạch 31?",
      "So sánh kế hoạch năm 2025 với năm 2026",
    ]) {
      const { text } = await last("Kế hoạch 77 có mấy nhiệm vụ?", question);
      expect([question, text]).toEqual([question, expect.stringContaining("thêm 3 nhiệm vụ, bỏ 1, đổi 3")]);
      expect(text).toContain("chủ trì: Công an xã → Phòng Kinh tế; thời hạn: Quý II/2025 → Quý II/2026");
    }
  });

  test("each task has at most one partner", () => {
    const of = (id: string) => knowledge.tasks.filter(({ documentId }) => documentId === id);
    const { added, gone, changed, same } = changesBetween(of(MINISTRY), of(MINISTRY));
    expect([added, gone, changed].map(({ length }) => length)).toEqual([0, 0, 0]);
    expect(same.every(({ from, to }) => from === to)).toBe(true);
    expect(changesBetween(of(OLD), of(READING))).toMatchObject({ changed: [], same: [] });
  });
});

test.each([
  ["Cả hai kế hoạch có bao nhiêu nhiệm vụ?", true, false, false],
  ["tong hop tat ca cac ke hoach", true, false, false],
  ["có mấy kế hoạch?", false, true, false],
  ["so với kế hoạch cũ có gì khác", false, false, true],
  ["kế hoạch có bao nhiêu nhiệm vụ", false, false, false],
  ["so sánh nhiệm vụ I.1 và I.2", false, false, false],
])("%s", (question, across, which, differs) => {
  expect([askedOfEach(question) !== undefined, asksWhichPlans(question), asksWhatDiffers(question)]).toEqual([
    across,
    which,
    differs,
  ]);
});
