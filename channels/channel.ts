/** The contract of a door to the assistant: verify → parse → turn → reply → render → send.
 *
 *  A webhook's `receive` verifies and parses. A channel that must acknowledge at once (Zalo, Teams) hands what it parsed
 *  to `context.accept`, the durable inbox; the mailroom calls `mail.handle` (turn → reply → render) and then `mail.send`,
 *  again after a restart if need be. A channel whose answer is the webhook's own answer (a voice gateway) has no mail. */
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { About } from "../bot/about.ts";
import type { TurnIdentity, TurnRequest, TurnResponse } from "../bot/reply.ts";
import type { InboxEvent, Mailbox, NewOutgoing, OutboxMessage } from "../bot/state/mailbox.ts";
import type { ConversationStore } from "../bot/state/store.ts";
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";

export interface Channel {
  name: TurnRequest["channel"];
  webhooks: readonly Webhook[];
  mail?: ChannelMail;
  /** Lets go of timers and connections. */
  close?(): Promise<void>;
}

export interface Webhook {
  method: "GET" | "POST";
  path: string;
  /** Throws RequestError: 401/403 for a bad signature, 400 for a payload that can't be read. What the platform sends
   *  and this channel has no use for is answered 200. */
  receive(request: WebhookRequest): Promise<HttpAnswer>;
}

export interface WebhookRequest {
  method: string;
  /** Path and query as received. */
  url: string;
  headers: Readonly<Record<string, string | undefined>>;
  /** The bytes as received: signatures are checked on these. */
  body: Buffer;
}

/** What is sent back, by a webhook or any other route. */
export interface HttpAnswer {
  status: number;
  /** Win over the server's own headers of the same name. */
  headers?: Readonly<Record<string, string>>;
  /** Bytes and strings go by their Content-Type, other objects as JSON; none is an empty body. */
  body?: object | string;
}

export interface ChannelMail {
  /** What goes out for one event. May run again for the same event after a crash, so it must give the same: a turn is
   *  answered once by its `TurnIdentity`. A throw puts the event back in the queue. */
  handle(event: InboxEvent): Promise<readonly NewOutgoing[]>;
  send(message: OutboxMessage, signal: AbortSignal): Promise<Delivery>;
  /** Messages that may leave in a second. */
  perSecond: number;
  /** Events and messages worked on at the same time. */
  concurrency: number;
}

/** `reason` is a code, such as the platform's error number; never a text of the message. */
export type Delivery =
  | { outcome: "delivered" }
  /** `uncertain`: it may have arrived all the same. `pauseMs`: the whole channel waits so long, the platform says. */
  | { outcome: "retry"; reason: string; uncertain?: boolean; pauseMs?: number }
  | { outcome: "refused"; reason: string };

/** What a channel is given to work with. */
export interface ChannelContext {
  /** Answers a turn, counts and logs it. Throws RequestError "not_ready" while the knowledge base is being loaded. */
  answer(turn: TurnRequest, identity: TurnIdentity): Promise<TurnResponse>;
  /** Undefined while it is being loaded. */
  knowledge(): KnowledgeBase | undefined;
  /** What the channel may say of the assistant by itself. */
  about(): About;
  store: ConversationStore;
  mailbox: Mailbox;
  /** Puts an event into the durable inbox: on the disk when it resolves; false when it was there before. */
  accept(event: Omit<InboxEvent, "channel" | "attempts" | "receivedAt">): Promise<boolean>;
  logger: Logger;
  /** For measures of the channel's own. */
  registry: Registry;
  now(): Date;
}
