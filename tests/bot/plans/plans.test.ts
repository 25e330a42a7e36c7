/** Two plans side by side, of an office's own making. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Assistant } from "../../../bot/assistant.ts";
import { planViews } from "../../../bot/plans/plan-views.ts";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../../bot/state/store.ts";
import { ensureKnowledge } from "../../../ingest/pipeline.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { assistantOver } from "../../support/assistant.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

const PLAN = `ỦY BAN NHÂN DÂN
XÃ SƠN HÀ TÂY
Số: 45/KH-UBND
Sơn Hà Tây, ngày 03 tháng 02 năm 2027
KẾ HOẠCH
Phát triển thư viện cộng đồng xã Sơn Hà Tây năm 2027
I. MỤC TIÊU
- 85% thôn có tủ sách.
II. TỔ CHỨC THỰC HIỆN
1. Thư viện xã báo cáo Ủy ban nhân dân xã trước ngày 25 hằng tháng.
PHỤ LỤC
| STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn |
| I | Tủ sách | | | |
| 1 | Đưa xe sách lưu động về các thôn | Thư viện xã | Các thôn | Quý II/2027 |
| 2 | Đóng mới kệ gỗ cho tủ sách | Tổ Bảo quản | | 30/9/2027 |
| II | Bạn đọc | | | |
| 1 | Mở phòng đọc thiếu nhi | Thư viện xã; Trường Tiểu học Hoa Mai | | Từ 01/5/2027 |
`;

let directory: string;
let knowledge: KnowledgeBase;
let store: StateStore;
let assistant: Assistant;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-plans-"));
  const path = join(directory, "thu-vien.txt");
  await writeFile(path, PLAN);
  knowledge = await ensureKnowledge({
    root: join(directory, "knowledge"),
    extra: [{ path, from: "setting" }],
  });
  store = await openSqliteStore(join(directory, "state.db"));
  assistant = assistantOver(knowledge, store, { now: () => new Date("2027-06-15T03:00:00Z") });
});
afterAll(async () => {
  await store?.close();
  await rm(directory, { recursive: true, force: true });
});

async function talk(...questions: string[]) {
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
const ID = "45-kh-ubnd-2027";
const idsOf = ({ tasks }: { tasks: { id: string }[] }) => tasks.map(({ id }) => id);

test("the file is a plan beside the shipped one, every id with its document", () => {
  expect(knowledge.documents.filter(({ kind }) => kind === "plan").map(({ id }) => id)).toEqual([
    "qd-2704",
    ID,
  ]);
  const added = knowledge.tasks.filter(({ documentId }) => documentId === ID);
  expect(added.map(({ id, label }) => [id, label])).toEqual([
    [`${ID}:I.1`, "I.1"],
    [`${ID}:I.2`, "I.2"],
    [`${ID}:II.1`, "II.1"],
  ]);
  expect(knowledge.agencies.filter(({ review }) => review).map(({ name }) => name)).toEqual([
    "Thư viện xã",
    "Tổ Bảo quản",
    "Trường Tiểu học Hoa Mai",
  ]);
  expect(knowledge.sources[0]!.files[0]).toMatchObject({ tasks: 3, procedures: 0 });
});

test("each view holds one plan, whole, and what belongs to none", () => {
  const [shipped, added] = planViews(knowledge).map((view) => view.knowledge);
  expect(shipped!.tasks).toHaveLength(67);
  expect(added!.tasks).toHaveLength(3);
  expect(added!.targets.map(({ text }) => text)).toEqual(["85% thôn có tủ sách."]);
  expect(added!.procedures).toBe(knowledge.procedures);
  expect(shipped!.agencies.every(({ review }) => review === null)).toBe(true);
});

describe("a question is answered from the plan that it means", () => {
  test("by a body that only one names", async () => {
    const [reply] = await talk("Thư viện xã chủ trì những việc gì?");
    expect(idsOf(reply!)).toEqual([`${ID}:I.1`, `${ID}:II.1`]);
    expect(reply!.citations.map(({ number }) => number)).toContain("45/KH-UBND");
  });

  test("by its words", async () => {
    const [reply] = await talk("Đóng mới kệ gỗ cho tủ sách do ai làm?");
    expect(idsOf(reply!)).toEqual([`${ID}:I.2`]);
    expect(reply!.text).toContain("Tổ Bảo quản");
  });

  test("by its number, and the talk goes on about it", async () => {
    const [all, label, targets] = await talk(
      "Kế hoạch 45 có bao nhiêu nhiệm vụ?",
      "nhiệm vụ I.2 khi nào xong?",
      "Mục tiêu của kế hoạch là gì?",
    );
    expect(idsOf(all!)).toHaveLength(3);
    expect(idsOf(label!)).toEqual([`${ID}:I.2`]);
    expect(label!.text).toContain("30/09/2027");
    expect(targets!.text).toContain("85% thôn có tủ sách.");
  });

  test("asked back where both fit and say different things, and back to the shipped one by a body of its own", async () => {
    const [asked, all] = await talk("Có bao nhiêu nhiệm vụ trong kế hoạch?", "1");
    expect(asked!.status).toBe("clarification");
    expect(asked!.options.map(({ kind, id }) => [kind, id])).toEqual([
      ["document", "qd-2704"],
      ["document", ID],
    ]);
    expect(idsOf(all!)).toHaveLength(67);
    const [, health] = await talk("Thư viện xã chủ trì những việc gì?", "Sở Y tế chủ trì những việc gì?");
    expect(idsOf(health!).every((id) => !id.startsWith(ID))).toBe(true);
    expect(idsOf(health!)).toContain("V.24");
  });

  test("“cơ quan tôi” may be a body that the registry lacks", async () => {
    const [reply] = await talk("cơ quan tôi là Thư viện xã, cơ quan tôi phải làm gì?");
    expect(idsOf(reply!).slice(0, 2)).toEqual([`${ID}:I.1`, `${ID}:II.1`]);
  });
});
