/** The mailbox in SQLite: the operations, as the thread of the databases runs them. Several processes may share the
 *  file: what one has claimed the others leave alone. */
import type { SqliteDatabase } from "../../knowledge/sqlite/database.ts";
import { erase, read, scrub, write } from "./database-calls.ts";
import type { Erasures } from "./erasures.ts";
import type { Contact, GivenUp, InboxEvent, MailCount, NewOutgoing, OutboxMessage } from "./mailbox.ts";

interface ContactRow {
  channel: string;
  id: string;
  conversation_id: string;
  state: string;
  updated_at: number;
}

interface InboxRow {
  seq: number;
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

/** A retry is never put off longer; one that seems to be was put off before the clock was set back. */
const LONGEST_DELAY_MS = 10 * 60_000;
const DUE = `(attempts = 0 OR next_at <= @now OR next_at > @now + ${LONGEST_DELAY_MS})`;

export function mailboxOperations(database: SqliteDatabase, erasures: Erasures) {
  const contact = database.prepare<[string, string], ContactRow>(
    "SELECT * FROM contact WHERE channel = ? AND id = ?",
  );
  const saveContact = database.prepare(
    `INSERT INTO contact (channel, id, conversation_id, state, updated_at)
     VALUES (@channel, @id, @conversationId, @state, @updatedAt)
     ON CONFLICT (channel, id) DO UPDATE
     SET conversation_id = @conversationId, state = @state, updated_at = @updatedAt`,
  );
  // A turn that was in hand when its conversation was deleted.
  const forgetSaid = database.prepare<[string, string]>(
    "UPDATE contact SET state = json_remove(state, '$.said') WHERE channel = ? AND id = ? AND json_valid(state)",
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
       SELECT seq FROM (${firstOf("inbox", "person", "seq")}) WHERE ${DUE} ORDER BY seq LIMIT @limit)
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
       SELECT id FROM (${firstOf("outbox", "recipient", "id")}) WHERE ${DUE} ORDER BY id LIMIT @limit)
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
  const counts = database.prepare<[], MailCount>(
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
    "DELETE FROM contact WHERE rowid IN (SELECT rowid FROM contact WHERE updated_at < ? LIMIT ?)",
    "DELETE FROM inbox WHERE seq IN (SELECT seq FROM inbox WHERE state != 'waiting' AND received_at < ? LIMIT ?)",
    "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state != 'waiting' AND created_at < ? LIMIT ?)",
  ].map((sql) => database.prepare<[number, number]>(sql));

  const insertMessages = (channel: string, outgoing: readonly NewOutgoing[], now: number) => {
    for (const { recipient, payload } of outgoing) post.run({ channel, recipient, payload, now });
  };
  return {
    contact: read((channel: string, id: string) => {
      const row = contact.get(channel, id);
      return row && toContact(row);
    }),
    saveContact: scrub((row: Contact) => {
      saveContact.run(row);
      if (erasures.has(row.conversationId)) forgetSaid.run(row.channel, row.id);
    }),
    forgetContact: erase((channel: string, id: string) => {
      const removed = removals.map((removal) => removal.run(channel, id).changes);
      return removed.some((changes) => changes > 0);
    }),
    accept: write((event: Omit<InboxEvent, "attempts">) => accept.run(event).changes > 0),
    wasAccepted: read((channel: string, key: string) => wasAccepted.get(channel, key) !== undefined),
    claimEvents: write((channel: string, worker: string, now: number, limit: number) =>
      claimEvents
        .all({ channel, worker, now, limit })
        .sort((a, b) => a.seq - b.seq)
        .map(toEvent),
    ),
    finishEvent: scrub(
      (
        { channel, key }: Pick<InboxEvent, "channel" | "key">,
        outgoing: readonly NewOutgoing[],
        now: number,
      ) => {
        // Forgotten meanwhile: the answer is to nobody.
        if (finishEvent.run({ channel, key }).changes > 0) insertMessages(channel, outgoing, now);
      },
    ),
    returnEvent: write(
      (
        { channel, key }: Pick<InboxEvent, "channel" | "key">,
        outcome: { nextAt: number | null; reason: string },
      ) => void returnEvent.run({ channel, key, ...outcome }),
    ),
    post: write(insertMessages),
    claimMessages: write((channel: string, worker: string, now: number, limit: number) =>
      claimMessages
        .all({ channel, worker, now, limit })
        .map(toMessage)
        .sort((a, b) => a.id - b.id),
    ),
    delivered: scrub((id: number) => void delivered.run(id)),
    notDelivered: write(
      (
        id: number,
        { nextAt, reason, uncertain }: { nextAt: number | null; reason: string; uncertain: boolean },
      ) => void notDelivered.run({ id, nextAt, reason, uncertain: Number(uncertain) }),
    ),
    givenUp: read(() => givenUp.all()),
    tryAgain: write((now: number, only: Pick<GivenUp, "box" | "id"> | null) => {
      const id = only?.id ?? null;
      const changesIn = (box: GivenUp["box"]) =>
        only && only.box !== box ? 0 : tryAgainIn[box].run({ now, id }).changes;
      return changesIn("inbox") + changesIn("outbox");
    }),
    nextDue: read((channel: string) => nextDue.get({ channel }) ?? undefined),
    counts: read(() => counts.all()),
    workers: read(() => workers.all()),
    release: write((gone: readonly string[]) => {
      for (const worker of gone) {
        releaseEvents.run(worker);
        releaseMessages.run(worker);
      }
    }),
    /** At most so many of each kind; returns how many rows went. */
    purgeMailStep: erase((epochMs: number, limit: number) =>
      purges.reduce((sum, purge) => sum + purge.run(epochMs, limit).changes, 0),
    ),
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
