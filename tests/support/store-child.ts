/** Another process on a store's file. Each line is one command: "open <file>" opens the store and closes it, "tidy <file>"
 *  purges it meanwhile; "lock <file>" takes the write lock and "read <file>" begins to read, until "let go". Answers "ok",
 *  or the code of the error. */
import { createInterface } from "node:readline";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import { AppError } from "../../knowledge/errors.ts";
import type { SqliteDatabase } from "../../knowledge/sqlite/database.ts";
import { openSqlite } from "../../knowledge/sqlite/open.ts";

let held: SqliteDatabase | undefined;

function hold(file: string, begin: string): void {
  held = openSqlite(file);
  held.exec(begin);
  held.prepare("SELECT count(*) FROM turn").get();
}

async function run(command: string, file: string): Promise<void> {
  if (command === "open" || command === "tidy") {
    const store = await openSqliteStore(file);
    if (command === "tidy") await store.purge({ now: Date.now(), before: 0 });
    await store.close();
  } else if (command === "lock") hold(file, "BEGIN IMMEDIATE");
  else if (command === "read") hold(file, "BEGIN");
  else {
    held!.exec("COMMIT");
    held!.close();
  }
}

console.log("loaded");
for await (const line of createInterface({ input: process.stdin })) {
  const [command = "", file = ""] = line.split(" ");
  console.log(
    await run(command, file).then(
      () => "ok",
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    ),
  );
}
