/** A store's file as the program made it before replies were packed: four migrations, no mark of its own. */

import { MIGRATIONS } from "../../bot/state/migrations.ts";
import type { StoredTurn } from "../../bot/state/store.ts";
import { openSqlite } from "../../knowledge/sqlite/open.ts";

/** The turns are of one conversation, with a contact and an event of that person that waits. */
export function makeOldStore(file: string, turns: readonly StoredTurn[]): void {
  const database = openSqlite(file);
  database.pragma("journal_mode = WAL");
  for (const migration of MIGRATIONS.slice(0, 4)) database.exec(migration);
  database.pragma("user_version = 4");
  const { conversationId, createdAt } = turns[0]!;
  const last = turns.at(-1)!.createdAt;
  database
    .prepare("INSERT INTO conversation VALUES (?, '{\"last\":null}', ?, ?)")
    .run(conversationId, createdAt, last);
  const insert = database.prepare(
    `INSERT INTO turn (message_id, conversation_id, code, channel, question, response, knowledge_version, created_at)
     VALUES (@messageId, @conversationId, @code, @channel, @question, @response, @knowledgeVersion, @createdAt)`,
  );
  database.transaction(() => {
    for (const turn of turns) insert.run({ ...turn, response: JSON.stringify(turn.response) });
  })();
  database
    .prepare(`INSERT INTO contact VALUES ('zalo', 'p', ?, '{"lastAt":5,"choices":["a"]}', ?)`)
    .run(conversationId, last);
  database
    .prepare(
      "INSERT INTO inbox (channel, key, person, payload, next_at, received_at) VALUES ('zalo', 'k', 'p', '{}', 1, ?)",
    )
    .run(last);
  database.close();
}
