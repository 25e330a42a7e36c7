import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openAssistant } from "../../channels/open-assistant.ts";
import { loadConfig } from "../../config.ts";
import { ingest } from "../../ingest/pipeline.ts";
import { rollback } from "../../knowledge/versions.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-open-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test("builds the knowledge once, keeps conversations, and forgets them after the days of retention", async () => {
  const config = loadConfig({ DATA_DIR: join(directory, "data"), RETENTION_DAYS: "2" });
  const start = new Date("2024-03-01T08:00:00+07:00").getTime();
  const openAt = (days: number, steps: string[] = []) =>
    openAssistant(config, {
      now: () => new Date(start + days * DAY_MS),
      onProgress: ({ step }) => steps.push(step),
    });

  const firstSteps: string[] = [];
  const first = await openAt(0, firstSteps);
  const { conversationId } = await first.assistant.answer({ text: "Xin chào", channel: "cli" });
  await first.close();
  expect(firstSteps).toContain("Lập chỉ mục từ");

  const secondSteps: string[] = [];
  const second = await openAt(1.9, secondSteps);
  expect(second.knowledge.version).toBe(first.knowledge.version);
  expect(secondSteps).not.toContain("Lập chỉ mục từ");
  expect(await second.store.find(conversationId)).toBeDefined();
  await second.close();

  const third = await openAt(2.1);
  expect(await third.store.find(conversationId)).toBeUndefined();
  await expect(
    third.assistant.answer({ text: "Xin chào", channel: "cli", conversationId }),
  ).rejects.toMatchObject({ code: "conversation_unknown", status: 404 });
  await third.close();
});

test("EXTRA_DOCUMENTS are answered from; a path that is gone later leaves the version that is there in service", async () => {
  const list = join(directory, "danh-sach.csv");
  await writeFile(
    list,
    "Mã số;Tên thủ tục hành chính;Cơ quan thực hiện\n9.990001;Cấp thẻ mượn sách;Thư viện xã",
  );
  const config = loadConfig({ DATA_DIR: join(directory, "office"), EXTRA_DOCUMENTS: list });
  const first = await openAssistant(config);
  const { reply } = await first.assistant.answer({ text: "9.990001 nộp ở đâu?", channel: "cli" });
  expect(reply.procedures).toEqual([{ code: "9.990001", name: "Cấp thẻ mượn sách", aspects: ["place"] }]);
  expect(reply.text).toContain("Thư viện xã");
  await first.close();

  await rm(list);
  const problems: Error[] = [];
  const second = await openAssistant(config, { onProblem: (error) => problems.push(error) });
  expect(second.knowledge.version).toBe(first.knowledge.version);
  expect(problems.map((problem) => problem.message)).toEqual([expect.stringContaining("EXTRA_DOCUMENTS")]);
  await second.close();

  const fresh = loadConfig({ DATA_DIR: join(directory, "fresh"), EXTRA_DOCUMENTS: list });
  await expect(openAssistant(fresh)).rejects.toThrow(`${list}: không có tệp hoặc thư mục này`);
});

test("a case of many is chosen by its words in the next turn", async () => {
  const cases = Array.from({ length: 8 }, (_, i) => ({
    case: `Trường hợp thẻ loại ${"abcdefgh"[i]}:`,
    name: `Giấy loại ${"abcdefgh"[i]}`,
    original: 1,
    copy: 0,
    form: null,
  }));
  const file = join(directory, "the.jsonl");
  const record = { code: "9.990002", name: "Đổi thẻ mượn sách", methods: [], documents: cases };
  await writeFile(file, JSON.stringify(record));
  const opened = await openAssistant(
    loadConfig({ DATA_DIR: join(directory, "cases"), EXTRA_DOCUMENTS: file }),
  );
  const ask = (text: string, conversationId?: string) =>
    opened.assistant.answer({ text, channel: "cli", ...(conversationId ? { conversationId } : {}) });
  const first = await ask("9.990002 cần giấy tờ gì?");
  expect(first.reply.text).toContain("nguồn nêu 8 trường hợp");
  expect(first.reply.text).not.toContain("Giấy loại e");
  const second = await ask("Trường hợp thẻ loại e", first.conversationId);
  expect(second.reply.text).toContain("Giấy loại e");
  expect(second.reply.text).not.toContain("Giấy loại a");
  await opened.close();
});

describe("a version that is built while the assistant runs", () => {
  const HEAD = "Mã số;Tên thủ tục hành chính;Cơ quan thực hiện";
  async function running() {
    const home = await mkdtemp(join(directory, "live-"));
    const list = join(home, "danh-sach.csv");
    const root = join(home, "data/knowledge");
    const put = (place: string) => writeFile(list, `${HEAD}\n9.990001;Cấp thẻ mượn sách;${place}`);
    await put("Thư viện xã");
    const versions: string[] = [];
    const problems: Error[] = [];
    const opened = await openAssistant(loadConfig({ DATA_DIR: join(home, "data"), EXTRA_DOCUMENTS: list }), {
      onVersion: (version) => versions.push(version),
      onProblem: (error) => problems.push(error),
      followEveryMs: 5,
    });
    const build = async (place: string) => {
      await put(place);
      return ingest({ root, extra: [{ path: list, from: "setting" }] });
    };
    const ask = async () => {
      const turn = { text: "9.990001 nộp ở đâu?", channel: "cli" as const };
      return (await opened.assistant.answer(turn)).reply.text;
    };
    return { root, opened, versions, problems, build, ask };
  }

  test("answers the next turn; a turn under way ends with the one it began with", async () => {
    const { root, opened, versions, problems, build, ask } = await running();
    expect(await ask()).toContain("Thư viện xã");
    const { assistant, knowledge } = opened;
    const { version } = await build("Thư viện phường");
    await vi.waitFor(() => expect(opened.knowledge.version).toBe(version), { timeout: 30_000 });
    expect(await ask()).toContain("Thư viện phường");
    expect(versions).toEqual([knowledge.version, version]);
    const begun = await assistant.answer({ text: "9.990001 nộp ở đâu?", channel: "cli" });
    expect(begun.reply.text).toContain("Thư viện xã");
    // A conversation goes on over the change.
    const next = await opened.assistant.answer({
      text: "9.990001 nộp ở đâu?",
      channel: "cli",
      conversationId: begun.conversationId,
    });
    expect(next.reply.text).toContain("Thư viện phường");
    await rollback(root, 1);
    await opened.refresh();
    expect(await ask()).toContain("Thư viện xã");
    expect(problems).toEqual([]);
    await opened.close();
  });

  test("is refused when it is damaged, and taken once it is mended", async () => {
    const { root, opened, versions, problems, build, ask } = await running();
    const [first] = versions;
    await rollback(root, 1);
    const { version } = await build("Thư viện phường");
    // Before the next look, or after it: what serves is gone back to and pointed at again when it is damaged.
    await rollback(root, 1);
    await opened.refresh();
    expect(opened.knowledge.version).toBe(first);
    const file = join(root, "versions", version, "bm25.bin");
    const sound = await readFile(file);
    await writeFile(file, sound.subarray(1));
    await writeFile(join(root, "current"), `${version}\n`);
    await vi.waitFor(() => expect(problems).toHaveLength(1), { timeout: 30_000 });
    expect(problems[0]).toMatchObject({ code: "knowledge_damaged" });
    expect(await ask()).toContain("Thư viện xã");
    await writeFile(file, sound);
    await opened.refresh();
    expect(opened.knowledge.version).toBe(version);
    expect(await ask()).toContain("Thư viện phường");
    expect(problems).toHaveLength(1);
    await opened.close();
  });
});
