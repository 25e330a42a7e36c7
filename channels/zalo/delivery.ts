/** Sends one message and says what became of it. Where the outcome of an earlier attempt isn't known, the platform is
 *  asked first whether the message stands in the conversation. */
import type { OutboxMessage } from "../../bot/state/mailbox.ts";
import type { Delivery } from "../channel.ts";
import type { ApiResult, ZaloApi } from "./api.ts";
import type { Contacts } from "./contacts.ts";
import { buttonsOf, withNumbers } from "./render.ts";
import type { Outgoing } from "./turns.ts";

/** Source: docs.zaloplatforms.com, "Tin tư vấn dạng văn bản". */
const CS_PATH = "/v3.0/oa/message/cs";
/** To a visitor who hasn't logged in. */
const ANONYMOUS_PATH = "/v2.0/oa/message";
/** Source: developers.zalo.me/docs/official-account/tin-nhan/quan-ly-tin-nhan/lay-thong-tin-tin-nhan-trong-mot-hoi-thoai;
 *  also in the README of zaloplatform/zalo-php-sdk. Newest first, at most 10 a page; `src` 0 is the account. */
const CONVERSATION_PATH = "/v2.0/oa/conversation";
const PAGE_SIZE = 10;
const PAGES = 5;

const HOUR_MS = 60 * 60 * 1000;
/** Nothing may be sent later than this after the person's last word; the platform's own refusal is -230. */
const WINDOW_MS = 7 * 24 * HOUR_MS;
/** The platform's clock may be behind ours. */
const CLOCK_SKEW_MS = 60_000;
/** The kind of message isn't taken: a field, or the template with the buttons. */
const BUTTONS_REFUSED: ReadonlySet<number> = new Set([-201, -233]);
const WITHOUT_BUTTONS_MS = HOUR_MS;
/** No attempt will change it. Source: docs.zaloplatforms.com/docs/OA/phu-luc/ma-loi. */
const REFUSED: ReadonlySet<number> = new Set([
  -201, // a field is wrong
  -213, // doesn't follow the account
  -217, // has blocked its invitations
  -218, // limit of messages to this person
  -221, // account not verified
  -224, // not in the account's service package
  -227, // banned, or not seen for 45 days
  -230, // no interaction in 7 days
  -232, // no interaction at all
  -233, // kind of message
  -234, // not at night
  -240, // interface switched off
  -244, // the person doesn't take this kind
  -248, // against the platform's rules
  -403, // not in the group
]);
/** Attempts for an error that isn't in the table. */
const UNKNOWN_ATTEMPTS = 3;
/** Attempts at a message that may have arrived while the platform won't tell: better twice than never, but not often. */
const UNCLEAR_ATTEMPTS = 3;

export interface DeliveryOptions {
  api: ZaloApi;
  contacts: Contacts;
  /** Without them choices are numbers from the start. */
  withButtons: boolean;
  /** The wall clock, in ms: a person's last word is kept over restarts. */
  now: () => number;
  /** A clock that nobody sets, in ms. */
  elapsed?: () => number;
}

export function createDelivery(options: DeliveryOptions) {
  const { api, contacts, withButtons, now } = options;
  const elapsed = options.elapsed ?? (() => performance.now());
  let buttonsRefusedUntil = Number.NEGATIVE_INFINITY;

  async function send(message: OutboxMessage, signal: AbortSignal): Promise<Delivery> {
    const outgoing = JSON.parse(message.payload) as Outgoing;
    const state = (await contacts.find(message.recipient))?.state;
    if (!state) return { outcome: "refused", reason: "forgotten" };
    if (now() < state.silentUntil) return { outcome: "refused", reason: "human_answers" };
    if (now() - state.lastAt > WINDOW_MS) return { outcome: "refused", reason: "window_closed" };
    if (message.uncertain) {
      const before = await lookUp(message, outgoing, signal);
      if (before === "arrived") return { outcome: "delivered" };
      // Unreachable: sending would fail as well, or send twice.
      if (before === "unreachable") return { outcome: "retry", reason: "not_looked_up" };
      if (before === "unclear" && message.attempts >= UNCLEAR_ATTEMPTS)
        return { outcome: "refused", reason: "uncertain" };
    }
    return settled(await sendNow(outgoing, signal), message.attempts);
  }

  async function sendNow({ address, text, choices }: Outgoing, signal: AbortSignal): Promise<ApiResult> {
    const numbered = withNumbers({ text, choices });
    if ("anonymous" in address) {
      const recipient = { anonymous_id: address.anonymous, conversation_id: address.conversation };
      return api.call(
        { method: "POST", path: ANONYMOUS_PATH, body: { recipient, message: { text: numbered } } },
        signal,
      );
    }
    const post = (message: object) =>
      api.call(
        { method: "POST", path: CS_PATH, body: { recipient: { user_id: address.user }, message } },
        signal,
      );
    if (withButtons && choices.length > 0 && elapsed() >= buttonsRefusedUntil) {
      const attachment = { type: "template", payload: { buttons: buttonsOf(choices) } };
      const result = await post({ text, attachment });
      if (result.outcome !== "error" || !BUTTONS_REFUSED.has(result.code)) return result;
      buttonsRefusedUntil = elapsed() + WITHOUT_BUTTONS_MS;
    }
    return post({ text: numbered });
  }

  /** "unclear": the platform won't tell. */
  async function lookUp(
    message: OutboxMessage,
    { address, text, choices }: Outgoing,
    signal: AbortSignal,
  ): Promise<"arrived" | "absent" | "unclear" | "unreachable"> {
    // A visitor's conversation can't be read.
    if ("anonymous" in address) return "unclear";
    const wanted = new Set([text, withNumbers({ text, choices })].map(comparable));
    const since = message.createdAt - CLOCK_SKEW_MS;
    for (let page = 0; page < PAGES; page++) {
      const data = { user_id: address.user, offset: page * PAGE_SIZE, count: PAGE_SIZE };
      const result = await api.call(
        { method: "GET", path: CONVERSATION_PATH, query: { data: JSON.stringify(data) } },
        signal,
      );
      if (result.outcome === "error") return "unclear";
      if (result.outcome !== "done") return "unreachable";
      if (!Array.isArray(result.data)) return "unclear";
      const rows = result.data as readonly { src?: unknown; time?: unknown; message?: unknown }[];
      const recent = rows.filter((row) => Number(row?.time) >= since);
      const isThere = recent.some(
        (row) =>
          Number(row.src) === 0 && typeof row.message === "string" && wanted.has(comparable(row.message)),
      );
      if (isThere) return "arrived";
      if (recent.length < PAGE_SIZE) return "absent";
    }
    return "absent";
  }

  return { send };
}

function settled(result: ApiResult, attempts: number): Delivery {
  switch (result.outcome) {
    case "done":
      return { outcome: "delivered" };
    case "error": {
      const reason = String(result.code);
      const isFinal = REFUSED.has(result.code) || attempts + 1 >= UNKNOWN_ATTEMPTS;
      return { outcome: isFinal ? "refused" : "retry", reason };
    }
    case "not_done":
      return {
        outcome: "retry",
        reason: result.reason,
        ...(result.pauseMs === undefined ? {} : { pauseMs: result.pauseMs }),
      };
    case "unknown":
      return { outcome: "retry", reason: result.reason, uncertain: true };
  }
}

/** The platform may trim and respace. */
const comparable = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();
