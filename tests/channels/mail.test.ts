/** The command as people run it: a process of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import { runCommand } from "../support/command.ts";

vi.setConfig({ testTimeout: 60_000 });

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-mail-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const run = (...options: string[]) => runCommand("channels/mail.ts", directory, options);

test("what was given up is listed without its text, put back one by one or all, and what waits is counted", async () => {
  expect((await run()).out).toBe("Chưa có tin nào.\n");
  const store = await openSqliteStore(join(directory, "conversations.sqlite"));
  const at = new Date("2026-11-25T09:30:00+07:00").getTime();
  await store.mailbox.accept({ channel: "teams", key: "k", person: "p", payload: "riêng", receivedAt: at });
  const [event] = await store.mailbox.claimEvents("teams", "w", at, 1);
  await store.mailbox.returnEvent(event!, { nextAt: null, reason: "TypeError" });
  for (let i = 0; i < 2; i++) {
    await store.mailbox.post("zalo", [{ recipient: "p", payload: '{"text":"riêng"}' }], at);
    const [message] = await store.mailbox.claimMessages("zalo", "w", at, 1);
    await store.mailbox.notDelivered(message!.id, { nextAt: null, reason: "-230", uncertain: false });
  }
  await store.close();

  const listed = await run();
  expect(listed).toMatchObject({ status: 0, err: "" });
  expect(listed.out).toBe(
    [
      "N1  teams  09:30 25/11/2026  tin nhận, chưa trả lời được: 1 lần thử, lý do TypeError",
      "G1  zalo  09:30 25/11/2026  tin trả lời, chưa gửi được: 1 lần thử, lý do -230",
      "G2  zalo  09:30 25/11/2026  tin trả lời, chưa gửi được: 1 lần thử, lý do -230",
      "",
    ].join("\n"),
  );
  const json = (await run("--json")).out;
  expect(JSON.parse(json)).toMatchObject({
    givenUp: [{ id: "N1" }, { id: "G1" }, { id: "G2" }],
    waiting: [],
  });
  expect(json).not.toContain("riêng");

  expect((await run("--retry", "g2")).out).toBe("Đã xếp 1 tin vào hàng để làm lại.\n");
  expect((await run()).out).toContain("Đang chờ ở kênh zalo: 1 tin trả lời.");
  for (const unknown of ["G2", "G99", "2", "x"])
    expect(await run("--retry", unknown)).toMatchObject({ status: 1, err: expect.stringContaining(unknown) });
  expect((await run("--retry", "all")).out).toBe("Đã xếp 2 tin vào hàng để làm lại.\n");
  expect((await run()).out).toContain("Không có tin nào bị bỏ lại.\nĐang chờ ở kênh teams: 1 tin nhận.");
  expect(await run("--nope")).toMatchObject({ status: 1, err: expect.not.stringContaining(" at ") });
});
