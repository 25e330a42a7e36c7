/** The mailbox in SQLite, the embedded default. Several processes may share the file: what one has claimed the others
 *  leave alone. */
import type Database from "better-sqlite3";
import type { Contact, GivenUp, InboxEvent, Mailbox, NewOutgoing, OutboxMessage } from "./mailbox.ts";

interface ContactRow {
  channel: string;
  id: string;
  conversation_id: string;
  state: string;
  updated_at: number;
}

interface InboxRow {
  channel: string;
  key: string;
  person: string;
  payload: string;
  received_at: number;
  attempts: number;
}

interface OutboxRow {
  id: number;
  channel: string;
  recipient: string;
  payload: string;
  attempts: number;
  uncertain: number;
  created_at: number;
}

interface Claim {
  channel: string;
  worker: string;
  now: number;
  limit: number;
}

/** The first row that waits of each person or recipient, unless a worker has it: those behind it come after it. */
const firstOf = (table: string, whose: string, order: string) =>
  `SELECT * FROM ${table} AS first WHERE channel = @channel AND state = 'waiting' AND worker IS NULL
   AND NOT EXISTS (SELECT 1 FROM ${table} AS earlier WHERE earlier.channel = first.channel
     AND earlier.${whose} = first.${whose} AND earlier.state = 'waiting' AND earlier.${order} < first.${order})`;

export function createSqliteMailbox(database: Database.Database): Mailbox {
  const contact = database.prepare<[string, string], ContactRow>(
    "SELECT * FROM contact WHERE channel = ? AND id = ?",
  );
  const saveContact = database.prepare(
    `INSERT INTO contact (channel, id, conversation_id, state, updated_at)
     VALUES (@channel, @id, @conversationId, @state, @updatedAt)
     ON CONFLICT (channel, id) DO UPDATE
     SET conversation_id = @conversationId, state = @state, updated_at = @updatedAt`,
  );
  const removals = [
    "DELETE FROM inbox WHERE channel = ? AND person = ? AND state != 'done'",
    // Its key stays, so that the event isn't taken for a new one.
    "UPDATE inbox SET person = '' WHERE channel = ? AND person = ?",
    "DELETE FROM outbox WHERE channel = ? AND recipient = ?",
    "DELETE FROM contact WHERE channel = ? AND id = ?",
  ].map((sql) => database.prepare<[string, string]>(sql));
  const accept = database.prepare(
    `INSERT INTO inbox (channel, key, person, payload, next_at, received_at)
     VALUES (@channel, @key, @person, @payload, @receivedAt, @receivedAt)
     ON CONFLICT (channel, key) DO NOTHING`,
  );
  const wasAccepted = database.prepare<[string, string]>("SELECT 1 FROM inbox WHERE channel = ? AND key = ?");
  const claimEvents = database.prepare<[Claim], InboxRow>(
    `UPDATE inbox SET worker = @worker WHERE seq IN (
       SELECT seq FROM (${firstOf("inbox", "person", "seq")}) WHERE next_at <= @now ORDER BY seq LIMIT @limit)
     RETURNING *`,
  );
  const finishEvent = database.prepare(
    "UPDATE inbox SET state = 'done', payload = NULL, worker = NULL WHERE channel = @channel AND key = @key AND state = 'waiting'",
  );
  const returnEvent = database.prepare(
    `UPDATE inbox SET worker = NULL, attempts = attempts + 1, next_at = coalesce(@nextAt, next_at), reason = @reason,
       state = CASE WHEN @nextAt IS NULL THEN 'failed' ELSE state END
     WHERE channel = @channel AND key = @key AND state = 'waiting'`,
  );
  const post = database.prepare(
    `INSERT INTO outbox (channel, recipient, payload, next_at, created_at)
     VALUES (@channel, @recipient, @payload, @now, @now)`,
  );
  const claimMessages = database.prepare<[Claim], OutboxRow>(
    `UPDATE outbox SET worker = @worker WHERE id IN (
       SELECT id FROM (${firstOf("outbox", "recipient", "id")}) WHERE next_at <= @now ORDER BY id LIMIT @limit)
     RETURNING *`,
  );
  const delivered = database.prepare(
    "UPDATE outbox SET state = 'delivered', payload = NULL, worker = NULL WHERE id = ? AND state = 'waiting'",
  );
  const notDelivered = database.prepare(
    `UPDATE outbox SET worker = NULL, attempts = attempts + 1, next_at = coalesce(@nextAt, next_at), reason = @reason,
       uncertain = max(uncertain, @uncertain), state = CASE WHEN @nextAt IS NULL THEN 'failed' ELSE state END
     WHERE id = @id AND state = 'waiting'`,
  );
  const givenUp = database.prepare<[], GivenUp>(
    `SELECT 'inbox' AS box, seq AS id, channel, attempts, coalesce(reason, '') AS reason, received_at AS at
       FROM inbox WHERE state = 'failed'
     UNION ALL
     SELECT 'outbox', id, channel, attempts, coalesce(reason, ''), created_at FROM outbox WHERE state = 'failed'
     ORDER BY box, id`,
  );
  const tryAgain = (box: GivenUp["box"], key: string) =>
    database.prepare<[{ now: number; id: number | null }]>(
      `UPDATE ${box} SET state = 'waiting', attempts = 0, next_at = @now
       WHERE state = 'failed' AND (@id IS NULL OR ${key} = @id)`,
    );
  const tryAgainIn = { inbox: tryAgain("inbox", "seq"), outbox: tryAgain("outbox", "id") };
  const nextDue = database
    .prepare<[{ channel: string }], number | null>(
      `SELECT min(next_at) FROM (
         SELECT next_at FROM (${firstOf("inbox", "person", "seq")})
         UNION ALL SELECT next_at FROM (${firstOf("outbox", "recipient", "id")}))`,
    )
    .pluck();
  const counts = database.prepare<[], ReturnType<Mailbox["counts"]>[number]>(
    `SELECT channel, 'inbox' AS box, state, count(*) AS count FROM inbox
       WHERE state IN ('waiting', 'failed') GROUP BY channel, state
     UNION ALL
     SELECT channel, 'outbox', state, count(*) FROM outbox
       WHERE state IN ('waiting', 'failed') GROUP BY channel, state
     ORDER BY channel, box, state`,
  );
  const workers = database
    .prepare<[], string>(
      `SELECT worker FROM inbox WHERE worker IS NOT NULL UNION SELECT worker FROM outbox WHERE worker IS NOT NULL`,
    )
    .pluck();
  const releaseEvents = database.prepare<[string]>("UPDATE inbox SET worker = NULL WHERE worker = ?");
  const releaseMessages = database.prepare<[string]>(
    "UPDATE outbox SET worker = NULL, uncertain = 1 WHERE worker = ?",
  );
  const purges = [
    "DELETE FROM contact WHERE updated_at < ?",
    "DELETE FROM inbox WHERE state != 'waiting' AND received_at < ?",
    "DELETE FROM outbox WHERE state != 'waiting' AND created_at < ?",
  ].map((sql) => database.prepare<[number]>(sql));

  const insertMessages = (channel: string, outgoing: readonly NewOutgoing[], now: number) => {
    for (const { recipient, payload } of outgoing) post.run({ channel, recipient, payload, now });
  };
  return {
    contact(channel, id) {
      const row = contact.get(channel, id);
      return row && toContact(row);
    },
    saveContact: (row) => void saveContact.run(row),
    forgetContact: database.transaction((channel: string, id: string) => {
      const removed = removals.map((removal) => removal.run(channel, id).changes);
      return removed.some((changes) => changes > 0);
    }),
    accept: (event) => accept.run(event).changes > 0,
    wasAccepted: (channel, key) => wasAccepted.get(channel, key) !== undefined,
    claimEvents: (channel, worker, now, limit) =>
      claimEvents
        .all({ channel, worker, now, limit })
        .map(toEvent)
        .sort((a, b) => a.receivedAt - b.receivedAt),
    finishEvent: database.transaction((event: InboxEvent, outgoing: readonly NewOutgoing[], now: number) => {
      // Forgotten meanwhile: the answer is to nobody.
      if (finishEvent.run({ channel: event.channel, key: event.key }).changes > 0)
        insertMessages(event.channel, outgoing, now);
    }),
    returnEvent: ({ channel, key }, outcome) => void returnEvent.run({ channel, key, ...outcome }),
    post: database.transaction(insertMessages),
    claimMessages: (channel, worker, now, limit) =>
      claimMessages
        .all({ channel, worker, now, limit })
        .map(toMessage)
        .sort((a, b) => a.id - b.id),
    delivered: (id) => void delivered.run(id),
    notDelivered: (id, { nextAt, reason, uncertain }) =>
      void notDelivered.run({ id, nextAt, reason, uncertain: Number(uncertain) }),
    givenUp: () => givenUp.all(),
    tryAgain: database.transaction((now: number, only?: Pick<GivenUp, "box" | "id">) => {
      const id = only?.id ?? null;
      const changesIn = (box: GivenUp["box"]) =>
        only && only.box !== box ? 0 : tryAgainIn[box].run({ now, id }).changes;
      return changesIn("inbox") + changesIn("outbox");
    }),
    nextDue: (channel) => nextDue.get({ channel }) ?? undefined,
    counts: () => counts.all(),
    release: database.transaction((isGone: (worker: string) => boolean) => {
      for (const worker of workers.all().filter(isGone)) {
        releaseEvents.run(worker);
        releaseMessages.run(worker);
      }
    }),
    purgeMailBefore: database.transaction((epochMs: number) => {
      for (const purge of purges) purge.run(epochMs);
    }),
  };
}

const toContact = (row: ContactRow): Contact => ({
  channel: row.channel,
  id: row.id,
  conversationId: row.conversation_id,
  state: row.state,
  updatedAt: row.updated_at,
});

const toEvent = (row: InboxRow): InboxEvent => ({
  channel: row.channel,
  key: row.key,
  person: row.person,
  payload: row.payload,
  receivedAt: row.received_at,
  attempts: row.attempts,
});

const toMessage = (row: OutboxRow): OutboxMessage => ({
  id: row.id,
  channel: row.channel,
  recipient: row.recipient,
  payload: row.payload,
  attempts: row.attempts,
  uncertain: row.uncertain !== 0,
  createdAt: row.created_at,
});
