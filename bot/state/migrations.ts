/** The tables of the store, as they came to be. */

/** Applied in order; `user_version` counts those applied. New ones come last. */
export const MIGRATIONS = [
  `CREATE TABLE conversation (
     id TEXT PRIMARY KEY,
     state TEXT NOT NULL,
     created_at INTEGER NOT NULL,
     updated_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX conversation_updated ON conversation (updated_at);
   CREATE TABLE turn (
     message_id TEXT PRIMARY KEY,
     conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
     code TEXT NOT NULL UNIQUE,
     channel TEXT NOT NULL,
     question TEXT NOT NULL,
     response TEXT NOT NULL,
     knowledge_version TEXT NOT NULL,
     created_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX turn_conversation ON turn (conversation_id, created_at);`,
  `CREATE TABLE handoff (
     code TEXT PRIMARY KEY,
     conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
     channel TEXT NOT NULL,
     reason TEXT NOT NULL,
     state TEXT NOT NULL,
     callback TEXT,
     created_at INTEGER NOT NULL
   ) STRICT;
   CREATE UNIQUE INDEX handoff_open ON handoff (conversation_id) WHERE state = 'open';
   CREATE TABLE feedback (
     message_id TEXT PRIMARY KEY REFERENCES turn (message_id) ON DELETE CASCADE,
     useful INTEGER NOT NULL,
     comment TEXT NOT NULL,
     created_at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE contact (
     channel TEXT NOT NULL,
     id TEXT NOT NULL,
     conversation_id TEXT NOT NULL,
     state TEXT NOT NULL,
     updated_at INTEGER NOT NULL,
     PRIMARY KEY (channel, id)
   ) STRICT;
   CREATE TABLE inbox (
     seq INTEGER PRIMARY KEY,
     channel TEXT NOT NULL,
     key TEXT NOT NULL,
     person TEXT NOT NULL,
     payload TEXT,
     state TEXT NOT NULL DEFAULT 'waiting',
     worker TEXT,
     attempts INTEGER NOT NULL DEFAULT 0,
     next_at INTEGER NOT NULL,
     received_at INTEGER NOT NULL,
     UNIQUE (channel, key)
   ) STRICT;
   CREATE INDEX inbox_waiting ON inbox (channel, person, seq) WHERE state = 'waiting';
   CREATE TABLE outbox (
     id INTEGER PRIMARY KEY,
     channel TEXT NOT NULL,
     recipient TEXT NOT NULL,
     payload TEXT,
     state TEXT NOT NULL DEFAULT 'waiting',
     worker TEXT,
     attempts INTEGER NOT NULL DEFAULT 0,
     uncertain INTEGER NOT NULL DEFAULT 0,
     next_at INTEGER NOT NULL,
     reason TEXT,
     created_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX outbox_waiting ON outbox (channel, recipient, id) WHERE state = 'waiting';`,
  `ALTER TABLE turn ADD COLUMN model TEXT;`,
  "ALTER TABLE inbox ADD COLUMN reason TEXT",
  `ALTER TABLE turn ADD COLUMN packed BLOB;
   DROP INDEX turn_conversation;
   CREATE INDEX turn_conversation ON turn (conversation_id);
   CREATE TABLE erased (
     hash BLOB PRIMARY KEY,
     day INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE note (
     name TEXT PRIMARY KEY,
     value ANY NOT NULL
   ) STRICT, WITHOUT ROWID;
   INSERT INTO note VALUES ('erased_key', randomblob(32));`,
  // Replies of before they were packed are packed little by little, see repackStep.
  `ALTER TABLE turn ADD COLUMN digest TEXT;
   CREATE INDEX turn_unpacked ON turn (message_id) WHERE packed IS NULL;`,
];
