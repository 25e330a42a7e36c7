/** What a channel keeps across restarts: who a person of the platform is, messages taken in and not yet answered,
 *  answers not yet delivered. Implementations run the contract suite of `tests/contracts/mailbox.ts`. */

/** One person, or one call, by the platform's own id. */
export interface Contact {
  channel: string;
  id: string;
  conversationId: string;
  /** JSON of the channel; opaque to the store, but for what is under "said": that goes with the conversation. */
  state: string;
  updatedAt: number;
}

export interface InboxEvent {
  channel: string;
  /** What the platform repeats when it delivers the same event again. */
  key: string;
  /** Events of one person are worked on in the order of their arrival. */
  person: string;
  /** JSON of the channel, as it needs it to answer; dropped once the event is done. */
  payload: string;
  receivedAt: number;
  /** How often the work on it has failed. */
  attempts: number;
}

export interface NewOutgoing {
  /** Messages to one recipient leave in the order they were written. */
  recipient: string;
  /** JSON of the channel: what it will send. */
  payload: string;
}

export interface OutboxMessage extends NewOutgoing {
  id: number;
  channel: string;
  attempts: number;
  /** An earlier attempt ended without its outcome being known: the recipient may have the message already. */
  uncertain: boolean;
  createdAt: number;
}

/** What no further attempt is made at until a person asks for it; no text of the message, nobody's id. */
export interface GivenUp {
  box: "inbox" | "outbox";
  /** Within its box. */
  id: number;
  channel: string;
  attempts: number;
  /** Code of the last failure, such as the platform's error number. */
  reason: string;
  /** When it was taken in or written. */
  at: number;
}

export interface MailCount {
  channel: string;
  box: "inbox" | "outbox";
  state: "waiting" | "failed";
  count: number;
}

/** All of them reject with a StoreError when the database can't do it now. */
export interface Mailbox {
  contact(channel: string, id: string): Promise<Contact | undefined>;
  saveContact(contact: Contact): Promise<void>;
  /** Removes the person's contact, whatever waits for them in inbox and outbox, and their id from events that are done;
   *  the conversation is the conversation store's to delete. False when nothing was known. */
  forgetContact(channel: string, id: string): Promise<boolean>;

  /** On the disk when it resolves. False when the event was accepted before: it is a repetition. */
  accept(event: Omit<InboxEvent, "attempts">): Promise<boolean>;
  /** Whether `accept` would call it a repetition. */
  wasAccepted(channel: string, key: string): Promise<boolean>;
  /** Takes events that are due, at most one a person, for this worker alone, in the order they were accepted. */
  claimEvents(channel: string, worker: string, now: number, limit: number): Promise<InboxEvent[]>;
  /** In one transaction: the event is done (its payload is dropped, its key is kept against repetition) and the
   *  messages are in the outbox. */
  finishEvent(
    event: Pick<InboxEvent, "channel" | "key">,
    outgoing: readonly NewOutgoing[],
    now: number,
  ): Promise<void>;
  /** Back to the queue until `nextAt`; null gives up: kept with its payload and reason, counted as failed. */
  returnEvent(
    event: Pick<InboxEvent, "channel" | "key">,
    outcome: { nextAt: number | null; reason: string },
  ): Promise<void>;

  /** Messages that answer no event. */
  post(channel: string, outgoing: readonly NewOutgoing[], now: number): Promise<void>;
  /** Takes messages that are due, at most one a recipient, for this worker alone, in the order they were written. */
  claimMessages(channel: string, worker: string, now: number, limit: number): Promise<OutboxMessage[]>;
  /** The payload is dropped. */
  delivered(id: number): Promise<void>;
  /** Back to the queue until `nextAt`; null gives up: kept with its payload and reason, and counted. Later messages to
   *  the same recipient go on. */
  notDelivered(
    id: number,
    outcome: { nextAt: number | null; reason: string; uncertain: boolean },
  ): Promise<void>;
  /** Of both boxes, in the order they came in each. */
  givenUp(): Promise<GivenUp[]>;
  /** What was given up, or only the one, is due again with new attempts. Returns how many. */
  tryAgain(now: number, only?: Pick<GivenUp, "box" | "id">): Promise<number>;
  /** When the next event or message of the channel is due; undefined when nothing waits. Claimed ones don't count. */
  nextDue(channel: string): Promise<number | undefined>;
  /** How many rows wait or have failed, by channel. */
  counts(): Promise<MailCount[]>;

  /** Who has something claimed. */
  workers(): Promise<string[]>;
  /** Gives back what workers that are gone had claimed; messages they were sending become uncertain. */
  release(gone: readonly string[]): Promise<void>;
  /** Deletes contacts, done events and undeliverable messages not touched since the moment, a few at a time; what still
   *  waits stays. */
  purgeMailBefore(epochMs: number): Promise<void>;
}
