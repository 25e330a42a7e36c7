/** What the channel keeps of a person, beside the conversation. Only the work on that person's events writes it, one
 *  event at a time. */
import { randomUUID } from "node:crypto";
import type { Contact } from "../../bot/state/mailbox.ts";
import type { ChannelContext } from "../channel.ts";

export interface ContactState {
  /** Last time the person did something, by the platform's clock; milliseconds since the epoch. */
  lastAt: number;
  /** The assistant says nothing before this moment: an officer is answering. */
  silentUntil: number;
  /** The event with which the person was told what this is; null before. */
  welcomedBy: string | null;
  /** The event that was last told that text is needed, and when. */
  textNeeded: { by: string; at: number } | null;
  /** What the numbers mean that were offered last. */
  choices: readonly string[];
  /** The reply shown last, the part of it that was shown, and the event that asked for it. */
  page: { messageId: string; part: number; by: string } | null;
}

const NEW: ContactState = {
  lastAt: 0,
  silentUntil: 0,
  welcomedBy: null,
  textNeeded: null,
  choices: [],
  page: null,
};

export interface Contacts {
  find(person: string): Promise<{ conversationId: string; state: ContactState } | undefined>;
  /** Opens the person's contact when there is none. */
  update(
    person: string,
    changes: Partial<ContactState>,
  ): Promise<{ conversationId: string; state: ContactState }>;
  /** Another conversation for the person, whose last was deleted. */
  renew(person: string): Promise<{ conversationId: string }>;
  /** Everything that is kept of the person: contact, conversation, and what waits for them. */
  forget(person: string): Promise<void>;
}

export function createContacts({
  mailbox,
  store,
  now,
}: Pick<ChannelContext, "mailbox" | "store" | "now">): Contacts {
  const opened = (contact: Contact) => ({
    conversationId: contact.conversationId,
    state: parseState(contact.state),
  });
  async function save(
    person: string,
    conversationId: string,
    state: ContactState,
  ): Promise<{ conversationId: string; state: ContactState }> {
    await mailbox.saveContact({
      channel: "zalo",
      id: person,
      conversationId,
      state: formatState(state),
      updatedAt: now().getTime(),
    });
    return { conversationId, state };
  }

  return {
    async find(person) {
      const contact = await mailbox.contact("zalo", person);
      return contact && opened(contact);
    },
    async update(person, changes) {
      const contact = await mailbox.contact("zalo", person);
      const before = contact ? opened(contact) : { conversationId: randomUUID(), state: NEW };
      return save(person, before.conversationId, { ...before.state, ...changes });
    },
    async renew(person) {
      const contact = await mailbox.contact("zalo", person);
      const state = contact ? opened(contact).state : NEW;
      return save(person, randomUUID(), { ...state, choices: [], page: null });
    },
    async forget(person) {
      const contact = await mailbox.contact("zalo", person);
      if (contact) await store.deleteConversation(contact.conversationId);
      await mailbox.forgetContact("zalo", person);
    },
  };
}

/** What was said goes with the conversation. */
const formatState = ({ choices, page, ...state }: ContactState): string =>
  JSON.stringify({ ...state, said: { choices, page } });

/** A state that can't be read starts afresh. */
function parseState(json: string): ContactState {
  try {
    const { said, ...state } = JSON.parse(json) as Partial<ContactState> & { said?: Partial<ContactState> };
    return { ...NEW, ...state, ...said };
  } catch {
    return NEW;
  }
}
