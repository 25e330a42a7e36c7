import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Aside, openAside } from "../../../bot/state/database-aside.ts";

const MODULE = new URL("../../support/breaking-database.ts", import.meta.url);
let folder: string;
let open: Aside[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tro-ly-so-aside-"));
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((database) => database.close()));
  await rm(folder, { recursive: true, force: true });
});

async function opened(name: string): Promise<Aside> {
  const database = await openAside(MODULE, join(folder, name), null);
  open.push(database);
  return database;
}

test("a thread that breaks down ends nothing but its calls: it is started again, with every database", async () => {
  const [one, two] = [await opened("one.sqlite"), await opened("two.sqlite")];
  await one.call("add", ["a"]);
  await two.call("add", ["b"]);
  await one.call("crash", []);
  // Until the thread is gone, calls are answered or told; afterwards another one has what was kept.
  const words = async (database: Aside) => {
    for (;;) {
      try {
        return await database.call("words", []);
      } catch (error) {
        expect(error).toMatchObject({ code: "store_unavailable", retryable: true });
      }
    }
  };
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await words(one)).toEqual(["a"]);
  expect(await words(two)).toEqual(["b"]);
  await one.call("add", ["c"]);
  expect(await words(one)).toEqual(["a", "c"]);
});

test("what can't be sent back is told, and the thread goes on", async () => {
  const database = await opened("one.sqlite");
  await expect(database.call("unsendable", [])).rejects.toMatchObject({ code: "store_unavailable" });
  await expect(database.call("nothing of the kind", [])).rejects.toMatchObject({ code: "store_unavailable" });
  await database.call("add", ["a"]);
  expect(await database.call("words", [])).toEqual(["a"]);
});
