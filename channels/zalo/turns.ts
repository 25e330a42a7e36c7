/** From an event in the inbox to the messages that answer it. The same event gives the same again: what was decided for
 *  it is kept with the contact, and the answer core answers a message once. */
import { isDeleted } from "../../bot/conversation-gone.ts";
import type { TurnResponse } from "../../bot/reply.ts";
import type { InboxEvent, NewOutgoing } from "../../bot/state/mailbox.ts";
import { RequestError } from "../../knowledge/errors.ts";
import type { ChannelContext } from "../channel.ts";
import { idFrom } from "../message-id.ts";
import type { ContactState, Contacts } from "./contacts.ts";
import type { Address, Work } from "./events.ts";
import { asksForMore, chosen, plainMessages, renderReply, type ZaloMessage } from "./render.ts";
import type { ZaloConfig } from "./settings.ts";
import { introduction, TEXT_NEEDED, welcome, welcomeSuggestions } from "./words.ts";

/** What is kept in the outbox. */
export interface Outgoing extends ZaloMessage {
  address: Address;
}

const HOUR_MS = 60 * 60 * 1000;
/** An album arrives as many events: it is answered once. */
const TEXT_NEEDED_PAUSE_MS = 60_000;

export interface TurnsOptions {
  config: Pick<ZaloConfig, "ZALO_SILENCE_HOURS" | "RETENTION_DAYS">;
  context: Pick<ChannelContext, "answer" | "store" | "logger" | "about">;
  contacts: Contacts;
}

export function createTurns({ config, context, contacts }: TurnsOptions) {
  const { logger, store } = context;

  async function handle(event: InboxEvent): Promise<readonly NewOutgoing[]> {
    const work = JSON.parse(event.payload) as Work;
    const { person, key } = event;
    switch (work.act) {
      case "withdrawn":
        await contacts.forget(person);
        logger.info({ event: "zalo_withdrawn" });
        return [];
      case "unfollow":
        await contacts.update(person, { welcomedBy: null });
        return [];
      case "humanAnswered":
        await contacts.update(person, { silentUntil: work.at + config.ZALO_SILENCE_HOURS * HOUR_MS });
        return [];
    }
    const lastAt = Math.max(work.at, (await contacts.find(person))?.state.lastAt ?? 0);
    const { state } = await contacts.update(person, { lastAt });
    // An officer is answering, or has answered after this was written.
    if (work.at < state.silentUntil) return [];
    const messages = await messagesFor(work, person, key, state);
    return messages.map(({ text, choices }) => {
      const outgoing: Outgoing = { address: work.address, text, choices };
      return { recipient: person, payload: JSON.stringify(outgoing) };
    });
  }

  function messagesFor(work: Work, person: string, key: string, state: ContactState): Promise<ZaloMessage[]> {
    switch (work.act) {
      case "follow":
      case "chatNow":
        return greet(person, key, state);
      case "media":
        return sayTextNeeded(work, person, key, state);
      default:
        return answer(work, person, key, state);
    }
  }

  async function greet(person: string, key: string, state: ContactState): Promise<ZaloMessage[]> {
    if ((state.welcomedBy ?? key) !== key) return [];
    const about = context.about();
    const choices = welcomeSuggestions(about);
    await contacts.update(person, { welcomedBy: key, choices });
    return plainMessages(welcome(config.RETENTION_DAYS, about), choices);
  }

  async function sayTextNeeded(
    work: Work,
    person: string,
    key: string,
    state: ContactState,
  ): Promise<ZaloMessage[]> {
    const before = state.textNeeded;
    if (before && before.by !== key && work.at - before.at < TEXT_NEEDED_PAUSE_MS) return [];
    await contacts.update(person, { textNeeded: { by: key, at: work.at } });
    return plainMessages(TEXT_NEEDED);
  }

  async function answer(
    work: Work,
    person: string,
    key: string,
    state: ContactState,
  ): Promise<ZaloMessage[]> {
    const text = chosen(work.text, state.choices);
    const { page } = state;
    if (page) {
      // Handed over again after a crash, or the next part is asked for.
      const part = page.by === key ? page.part : asksForMore(text) ? page.part + 1 : undefined;
      const shown =
        part !== undefined &&
        (await showPart(person, key, (await store.findTurn(page.messageId))?.response, part));
      if (shown) return shown;
    }
    const { conversationId } = await contacts.update(person, { welcomedBy: state.welcomedBy ?? key });
    const messageId = idFrom("zalo", key);
    const ask = (conversationId: string) =>
      context.answer({ text, channel: "zalo", audience: "citizen" }, { messageId, conversationId });
    try {
      const response = await ask(conversationId).catch(async (error: unknown) => {
        if (!isDeleted(error)) throw error;
        return ask((await contacts.renew(person)).conversationId);
      });
      return (await showPart(person, key, response, 0))!;
    } catch (error) {
      if (!(error instanceof RequestError) || error.status >= 500) throw error;
      // Too long, or empty: the person is told, and nothing would change by trying again.
      return plainMessages(text === "" ? TEXT_NEEDED : error.message);
    }
  }

  /** Undefined when the reply, or that part of it, isn't there. */
  async function showPart(
    person: string,
    key: string,
    response: TurnResponse | undefined,
    part: number,
  ): Promise<ZaloMessage[] | undefined> {
    if (!response) return undefined;
    const isFirstAnswer = (await contacts.find(person))?.state.welcomedBy === key;
    const notice = isFirstAnswer ? introduction(config.RETENTION_DAYS) : "";
    const messages = renderReply(response, notice)[part];
    if (!messages) return undefined;
    const { messageId } = response;
    await contacts.update(person, {
      choices: messages.at(-1)!.choices,
      page: { messageId, part, by: key },
    });
    return messages;
  }

  return { handle };
}
