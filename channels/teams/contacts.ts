/** Conversations of the platform and ours. A thread is where messages go (a chat, a group, a post in a channel); a person
 *  has one dialogue in each, so that "cơ quan tôi" of one is not that of another. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Mailbox } from "../../bot/state/mailbox.ts";
import { createInTurn } from "../in-turn.ts";
import { idFrom } from "../message-id.ts";
import { type IncomingActivity, isPersonal } from "./activity.ts";
import type { ConversationReference } from "./transport.ts";

export interface Contacts {
  /** Keeps where the thread can be reached now. */
  remember(activity: IncomingActivity): Promise<void>;
  reference(thread: string): Promise<ConversationReference | undefined>;
  /** Of the person's dialogue in that thread; a new one when they are met first. */
  conversationId(person: string): Promise<string>;
  /** Another one, for the person whose last was deleted. */
  renew(person: string): Promise<string>;
  /** True when nobody was welcomed in this thread in the last minutes: an installation is told of twice. */
  takeWelcome(thread: string): Promise<boolean>;
  /** Feedback will name the platform's id of an answer; empty when the platform didn't tell it. */
  noteAnswer(thread: string, answerId: string, messageId: string): Promise<void>;
  /** Without an id, as the Playground sends feedback, the newest answer is meant. */
  messageOf(thread: string, answerId: string | undefined): Promise<string | undefined>;
  /** The thread is closed to the bot. */
  forget(thread: string): Promise<void>;
}

const CHANNEL = "teams";
const MAX_ANSWERS = 50;
const WELCOME_PAUSE_MS = 10 * 60_000;

const account = z.object({ id: z.string() });
const threadState = z.object({
  reference: z.object({
    serviceUrl: z.string(),
    conversation: z.object({
      id: z.string(),
      conversationType: z.string().optional(),
      tenantId: z.string().optional(),
      isGroup: z.boolean().optional(),
    }),
    bot: account,
    user: account,
  }),
  /** The newest last. */
  answers: z.array(z.tuple([z.string(), z.string()])),
  welcomedAt: z.number(),
});
type ThreadState = z.infer<typeof threadState>;

export const threadOf = ({ conversation }: IncomingActivity): string => conversation.id;

export const personOf = (activity: IncomingActivity): string =>
  isPersonal(activity) ? threadOf(activity) : `${threadOf(activity)}|${activity.from.id}`;

/** The same activity always gets the same id: a message that is handled again is answered once. */
export const messageIdOf = (thread: string, activityId: string): string =>
  idFrom(CHANNEL, thread, activityId);

export function createContacts(mailbox: Mailbox, now: () => Date): Contacts {
  /** What is read and written back: an event and the delivery of an answer touch the same thread. */
  const inTurn = createInTurn();

  /** A state of another version of the program starts afresh with the next message. */
  async function stateOf(thread: string): Promise<ThreadState | undefined> {
    const contact = await mailbox.contact(CHANNEL, thread);
    try {
      return threadState.safeParse(JSON.parse(contact?.state ?? "")).data;
    } catch {
      return undefined;
    }
  }

  async function save(id: string, state: string, renewed?: string): Promise<string> {
    const conversationId = renewed ?? (await mailbox.contact(CHANNEL, id))?.conversationId ?? randomUUID();
    await mailbox.saveContact({ channel: CHANNEL, id, conversationId, state, updatedAt: now().getTime() });
    return conversationId;
  }

  return {
    async remember(activity) {
      const { serviceUrl, conversation, from, recipient } = activity;
      const reference: ConversationReference = {
        serviceUrl,
        conversation,
        bot: { id: recipient.id },
        user: { id: from.id },
      };
      const thread = threadOf(activity);
      await inTurn(thread, async () => {
        const { answers = [], welcomedAt = 0 } = (await stateOf(thread)) ?? {};
        await save(thread, JSON.stringify({ reference, answers, welcomedAt }));
      });
      const person = personOf(activity);
      if (person !== thread) await inTurn(person, () => save(person, ""));
    },
    reference: async (thread) => (await stateOf(thread))?.reference as ConversationReference | undefined,
    conversationId: (person) =>
      inTurn(
        person,
        async () => (await mailbox.contact(CHANNEL, person))?.conversationId ?? save(person, ""),
      ),
    renew: (person) =>
      inTurn(person, async () => {
        const state = (await mailbox.contact(CHANNEL, person))?.state ?? "";
        return save(person, state, randomUUID());
      }),
    takeWelcome: (thread) =>
      inTurn(thread, async () => {
        const state = await stateOf(thread);
        const at = now().getTime();
        if (!state) return false;
        const since = at - state.welcomedAt;
        if (since >= 0 && since < WELCOME_PAUSE_MS) return false;
        await save(thread, JSON.stringify({ ...state, welcomedAt: at }));
        return true;
      }),
    noteAnswer: (thread, answerId, messageId) =>
      inTurn(thread, async () => {
        const state = await stateOf(thread);
        if (!state) return;
        const answers = [...state.answers, [answerId, messageId]].slice(-MAX_ANSWERS);
        await save(thread, JSON.stringify({ ...state, answers }));
      }),
    async messageOf(thread, answerId) {
      const answers = (await stateOf(thread))?.answers ?? [];
      if (answerId === undefined) return answers.at(-1)?.[1];
      const found = answers.findLast(([id]) => id === answerId) ?? answers.findLast(([id]) => id === "");
      return found?.[1];
    },
    async forget(thread) {
      await inTurn(thread, () => mailbox.forgetContact(CHANNEL, thread));
    },
  };
}
