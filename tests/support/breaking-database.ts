/** A module of operations for the thread of the databases, one of which breaks the thread. */
import type { OpenDatabase } from "../../bot/state/database-calls.ts";
import { read, write } from "../../bot/state/database-calls.ts";
import { openSqlite } from "../../knowledge/sqlite/open.ts";

export async function open(file: string): Promise<OpenDatabase> {
  const database = openSqlite(file);
  database.exec("CREATE TABLE IF NOT EXISTS word (text TEXT)");
  const insert = database.prepare<[string]>("INSERT INTO word VALUES (?)");
  const all = database.prepare<[], string>("SELECT text FROM word").pluck();
  return {
    database,
    operations: {
      add: write((text: string) => void insert.run(text)),
      words: read(() => all.all()),
      /** What cannot be sent back, and with it an exception outside of every call. */
      unsendable: read(() => () => {}),
      crash: write(() => {
        setImmediate(() => {
          throw new Error("broken");
        });
      }),
    },
  };
}
