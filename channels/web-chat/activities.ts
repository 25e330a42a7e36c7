/** What Direct Line clients read: the activities of conversations, of which the store has the turns. What is held here
 *  besides is what clients know their own messages by. Never more than the store has: a conversation that was deleted
 *  there, by whomever, is gone from here. */
import type { TurnResponse } from "../../bot/reply.ts";
import type { ConversationStore, StoredTurn } from "../../bot/state/store.ts";
import { offersOf } from "../offers.ts";

/** Of one conversation; a client that polls has long read the older ones. */
const MAX_ACTIVITIES = 100;
const MAX_CONVERSATION_BYTES = 1024 * 1024;
const MAX_BYTES = 32 * 1024 * 1024;
/** Of a conversation before its first activity. */
const ENTRY_BYTES = 500;
const BOT = { id: "tro-ly-so", name: "Trợ lý số", role: "bot" };

export interface Activity {
  id: string;
  type: "message";
  from: { id: string; name?: string; role?: string };
  text: string;
  timestamp: string;
  conversation: { id: string };
  channelId: "directline";
  [more: string]: unknown;
}

/** What a client sent beside the text, and knows its message by. */
export interface Sender {
  from: { id: string; name?: string };
  clientActivityId?: string;
}

export interface Activities {
  /** The first one has the position `dropped` in its conversation. */
  read(conversationId: string): Promise<{ dropped: number; activities: readonly Activity[] }>;
  /** Before a question is answered: so that what comes after finds its place. */
  open(conversationId: string): Promise<void>;
  /** The question, masked as it is stored, and its reply. */
  add(question: string, sender: Sender, response: TurnResponse, at: number): void;
  forget(conversationId: string): void;
  /** Of all that is held, about. */
  bytes(): number;
}

interface Held {
  dropped: number;
  activities: Activity[];
  sizes: number[];
  bytes: number;
}

const emptyHeld = (): Held => ({ dropped: 0, activities: [], sizes: [], bytes: ENTRY_BYTES });

export function createActivities(
  store: ConversationStore,
  { maxBytes = MAX_BYTES, maxConversationBytes = MAX_CONVERSATION_BYTES } = {},
): Activities {
  /** In the order of their last use. */
  const conversations = new Map<string, Held>();
  let bytes = 0;

  function forget(conversationId: string): void {
    bytes -= conversations.get(conversationId)?.bytes ?? 0;
    conversations.delete(conversationId);
  }

  function hold(conversationId: string, held: Held): void {
    forget(conversationId);
    conversations.set(conversationId, held);
    bytes += held.bytes;
    while (bytes > maxBytes) forget(conversations.keys().next().value!);
  }

  function append(held: Held, activity: Activity): void {
    // Two bytes a character, as the engine keeps Vietnamese.
    const size = 2 * JSON.stringify(activity).length;
    held.activities.push(activity);
    held.sizes.push(size);
    held.bytes += size;
    while (held.activities.length > MAX_ACTIVITIES || held.bytes > maxConversationBytes) {
      held.activities.shift();
      held.bytes -= held.sizes.shift()!;
      held.dropped++;
    }
  }

  async function restored(conversationId: string): Promise<Held> {
    const held = emptyHeld();
    for (const turn of await store.turns(conversationId)) for (const one of pairOf(turn)) append(held, one);
    return held;
  }

  /** Held, if it is in the store; undefined when nothing is known of it. */
  async function find(conversationId: string): Promise<Held | undefined> {
    if ((await store.find(conversationId)) === undefined) {
      // Without any it is one whose first question is in hand.
      if (conversations.get(conversationId)?.activities.length) forget(conversationId);
      return undefined;
    }
    const known = conversations.get(conversationId) ?? (await restored(conversationId));
    // Another request may have restored it meanwhile, and added to it.
    const held = conversations.get(conversationId) ?? known;
    hold(conversationId, held);
    return held;
  }

  return {
    forget,
    bytes: () => bytes,
    async read(conversationId) {
      const { dropped = 0, activities = [] } = (await find(conversationId)) ?? {};
      return { dropped, activities };
    },
    async open(conversationId) {
      const held = await find(conversationId);
      if (!held && !conversations.has(conversationId)) hold(conversationId, emptyHeld());
    },
    add(question, sender, response, at) {
      const { conversationId } = response;
      const held = conversations.get(conversationId);
      // Dropped meanwhile, it is read from the store.
      if (!held) return;
      forget(conversationId);
      for (const one of pairOf({ question, response, createdAt: at }, sender)) append(held, one);
      hold(conversationId, held);
    },
  };
}

export const questionId = ({ conversationId, messageId }: TurnResponse): string =>
  `${conversationId}|${messageId}-q`;

function pairOf(
  { question, response, createdAt }: Pick<StoredTurn, "question" | "response" | "createdAt">,
  { from, clientActivityId }: Sender = { from: { id: "user" } },
): [Activity, Activity] {
  const { conversationId, messageId, code, reply } = response;
  const common = {
    type: "message" as const,
    timestamp: new Date(createdAt).toISOString(),
    conversation: { id: conversationId },
    channelId: "directline" as const,
  };
  const asked: Activity = {
    ...common,
    id: questionId(response),
    from,
    text: question,
    ...(clientActivityId === undefined ? {} : { channelData: { clientActivityID: clientActivityId } }),
  };
  const replied: Activity = {
    ...common,
    id: messageId,
    from: BOT,
    replyToId: asked.id,
    locale: "vi-VN",
    textFormat: "markdown",
    text: reply.text,
    speak: reply.spoken,
    inputHint: "acceptingInput",
    suggestedActions: {
      actions: offersOf(reply).map((title) => ({ type: "imBack", title, value: title })),
    },
    channelData: {
      code,
      status: reply.status,
      kind: reply.kind,
      citations: reply.citations,
      options: reply.options,
    },
  };
  return [asked, replied];
}
