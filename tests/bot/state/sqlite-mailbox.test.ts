import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import { describeMailbox, eventWith, outgoingWith } from "../../contracts/mailbox.ts";

let directory: string;
let count = 0;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-mailbox-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));
const nextFile = () => join(directory, `${++count}.sqlite`);

describeMailbox("SQLite in memory", () => openSqliteStore(":memory:"));
describeMailbox("SQLite in a file", () => openSqliteStore(nextFile()));

test("two processes on one file never take the same event or message", async () => {
  const file = nextFile();
  const one = await openSqliteStore(file);
  const two = await openSqliteStore(file);
  for (let i = 0; i < 20; i++) {
    await one.mailbox.accept(eventWith({ key: `key-${i}`, person: `person-${i}` }));
    await one.mailbox.post("zalo", [outgoingWith({ recipient: `person-${i}` })], 1000);
  }
  const keys: string[] = [];
  const ids: number[] = [];
  for (let i = 0; i < 10; i++) {
    for (const [name, { mailbox }] of [
      ["one", one],
      ["two", two],
    ] as const) {
      keys.push(...(await mailbox.claimEvents("zalo", name, 5000, 1)).map((event) => event.key));
      ids.push(...(await mailbox.claimMessages("zalo", name, 5000, 1)).map((message) => message.id));
    }
  }
  expect(new Set(keys).size).toBe(20);
  expect(keys).toHaveLength(20);
  expect(new Set(ids).size).toBe(20);
  expect(ids).toHaveLength(20);
  await one.close();
  await two.close();
});
