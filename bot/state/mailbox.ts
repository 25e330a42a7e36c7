/** What a channel keeps across restarts: who a person of the platform is, messages taken in and not yet answered,
 *  answers not yet delivered. Implementations run the contract suite of `tests/contracts/mailbox.ts`. */

/** One person, or one call, by the platform's own id. */
export interface Contact {
  channel: string;
  id: string;
  conversationId: string;
  /** JSON of the channel; opaque to the store. */
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

export interface Mailbox {
  contact(channel: string, id: string): Contact | undefined;
  saveContact(contact: Contact): void;
  /** Removes the person's contact, whatever waits for them in inbox and outbox, and their id from events that are done;
   *  the conversation is the conversation store's to delete. False when nothing was known. */
  forgetContact(channel: string, id: string): boolean;

  /** Durable when it returns. False when the event was accepted before: it is a repetition. */
  accept(event: Omit<InboxEvent, "attempts">): boolean;
  /** Whether `accept` would call it a repetition. */
  wasAccepted(channel: string, key: string): boolean;
  /** Takes events that are due, at most one a person, for this worker alone, oldest first. */
  claimEvents(channel: string, worker: string, now: number, limit: number): InboxEvent[];
  /** In one transaction: the event is done (its payload is dropped, its key is kept against repetition) and the
   *  messages are in the outbox. */
  finishEvent(event: InboxEvent, outgoing: readonly NewOutgoing[], now: number): void;
  /** Back to the queue until `nextAt`; null gives up: kept with its payload and reason, counted as failed. */
  returnEvent(event: InboxEvent, outcome: { nextAt: number | null; reason: string }): void;

  /** Messages that answer no event. */
  post(channel: string, outgoing: readonly NewOutgoing[], now: number): void;
  /** Takes messages that are due, at most one a recipient, for this worker alone, oldest first. */
  claimMessages(channel: string, worker: string, now: number, limit: number): OutboxMessage[];
  /** The payload is dropped. */
  delivered(id: number): void;
  /** Back to the queue until `nextAt`; null gives up: kept with its payload and reason, and counted. Later messages to
   *  the same recipient go on. */
  notDelivered(id: number, outcome: { nextAt: number | null; reason: string; uncertain: boolean }): void;
  /** Of both boxes, oldest first in each. */
  givenUp(): GivenUp[];
  /** What was given up, or only the one, is due again with new attempts. Returns how many. */
  tryAgain(now: number, only?: Pick<GivenUp, "box" | "id">): number;
  /** When the next event or message of the channel is due; undefined when nothing waits. Claimed ones don't count. */
  nextDue(channel: string): number | undefined;
  /** How many rows wait or have failed, by channel. */
  counts(): { channel: string; box: "inbox" | "outbox"; state: "waiting" | "failed"; count: number }[];

  /** Gives back what workers that are gone had claimed; messages they were sending become uncertain. */
  release(isGone: (worker: string) => boolean): void;
  /** Deletes contacts, done events and undeliverable messages not touched since the moment; what still waits stays. */
  purgeMailBefore(epochMs: number): void;
}
