import { describe, expect, it, vi } from "vitest";
import type { ChangeSummary } from "../../knowledge/change-summary.ts";
import { createEvaluationAssistant, shippedKnowledge } from "../support/assistant.ts";

// Every test opens an assistant of its own; a shared machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const changes: ChangeSummary = {
  from: "000001-aaaaaaaa",
  to: "000002-bbbbbbbb",
  builtAt: "2026-11-20T03:00:00.000Z",
  counts: { added: 1, removed: 1, changed: 1 },
  byKind: { procedure: { added: 1, removed: 1, changed: 1 } },
  records: [
    { kind: "procedure", id: "1.004222", name: "Đăng ký thường trú", change: "changed", fields: ["methods"] },
    { kind: "procedure", id: "9.999901", name: "Thủ tục cũ 75 tuổi", change: "removed", fields: [] },
    { kind: "procedure", id: "1.001193", name: "Đăng ký khai sinh", change: "added", fields: [] },
  ],
  omitted: 0,
};

async function ask(question: string, differences: ChangeSummary | null) {
  const knowledge = { ...(await shippedKnowledge()), changes: differences };
  const bot = await createEvaluationAssistant({ now: new Date("2026-11-24T02:00:00Z"), knowledge });
  try {
    const { reply } = await bot.assistant.answer({ text: question, channel: "web" });
    expect(bot.figureLockFailures()).toBe(0);
    return reply;
  } finally {
    await bot.close();
  }
}

describe("có gì thay đổi?", () => {
  it.each(["có gì thay đổi?", "co gi thay doi khong", "có gì mới không?"])("%s", async (question) => {
    const { status, text } = await ask(question, changes);
    expect(status).toBe("answered");
    expect(text).toContain("20/11/2026");
    expect(text).toContain("thêm 1, bỏ 1, sửa 1");
    expect(text).toContain("1.004222 Đăng ký thường trú: sửa cách nộp");
    expect(text).toContain("9.999901 Thủ tục cũ 75 tuổi: bỏ");
  });

  it("says that nothing has been compared yet", async () => {
    const { text } = await ask("có gì thay đổi?", null);
    expect(text).toContain("chưa có phiên bản trước để so sánh");
  });

  it("leaves changes of what a procedure is about to the procedure", async () => {
    const { kind } = await ask("thay đổi họ tên cần giấy tờ gì", changes);
    expect(kind).toBe("procedure");
  });
});
