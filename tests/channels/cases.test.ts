/** The command as people run it: a process of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import { turnWith } from "../contracts/conversation-store.ts";
import { runCommand } from "../support/command.ts";

vi.setConfig({ testTimeout: 60_000 });

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-cases-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const run = (...options: string[]) => runCommand("channels/cases.ts", directory, options);

test("cases are listed with what was said, found and closed by their code", async () => {
  expect((await run()).out).toBe("Chưa có cuộc trò chuyện nào.\n");
  const store = await openSqliteStore(join(directory, "conversations.sqlite"));
  const at = new Date("2026-11-25T09:30:00+07:00").getTime();
  await store.saveTurn(turnWith({ question: "cho tôi gặp cán bộ", createdAt: at }), "", { reason: "asked" });
  await store.close();

  const listed = await run();
  expect(listed.status).toBe(0);
  expect(listed.out).toMatch(/^ABC234 {2}đang chờ {2}web {2}09:30 25\/11\/2026 {2}xin gặp cán bộ$/m);
  expect(listed.out).toContain("Hỏi: cho tôi gặp cán bộ\n  Đáp: Sở A chủ trì.");
  expect(JSON.parse((await run("--json")).out)).toMatchObject([
    { code: "ABC234", transcript: [{ channel: "web" }] },
  ]);

  const shown = await run("abc234");
  expect(shown.out).toBe(
    "ABC234  web  09:30 25/11/2026\n  Hỏi: cho tôi gặp cán bộ\n  Đáp: Sở A chủ trì. - Thời gian: 2023-2024\n",
  );
  expect(JSON.parse((await run("abc234", "--json")).out)).toMatchObject([{ code: "ABC234" }]);
  expect(await run("zzz999")).toMatchObject({ status: 1, err: expect.stringContaining("ZZZ999") });

  expect(await run("--close", "zzz999")).toMatchObject({ status: 1, err: expect.stringContaining("ZZZ999") });
  expect((await run("--close", "abc234")).out).toBe("Đã đóng yêu cầu ABC234.\n");
  expect((await run()).out).toBe("Không có gì đang chờ.\n");
  expect((await run("--all")).out).toContain("ABC234  đã xong");
  expect(await run("--nope")).toMatchObject({ status: 1, err: expect.not.stringMatching(/\n +at /) });
});
