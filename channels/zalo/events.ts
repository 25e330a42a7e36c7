/** Events of the webhook, read down to what this channel acts on; everything else is passed over.
 *  Source: docs.zaloplatforms.com/docs/OA/webhook/tong-quan and the pages of the single events below it. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { RequestError } from "../../knowledge/errors.ts";
import { heldText } from "../held-text.ts";
import { idFrom } from "../message-id.ts";

/** Whom an answer goes to. A visitor who hasn't logged in is known by a conversation only. */
export type Address = { user: string } | { anonymous: string; conversation: string };

/** What waits in the inbox; nothing of the event that isn't needed to answer it. */
export interface Work {
  act: Act;
  /** Only of act "text"; personal data is masked. */
  text: string;
  address: Address;
  /** When it happened by the platform's clock, milliseconds since the epoch. */
  at: number;
}

export type Act = "text" | "media" | "follow" | "unfollow" | "chatNow" | "withdrawn" | "humanAnswered";

export type ZaloEvent =
  | { acts: true; name: string; key: string; person: string; work: Omit<Work, "at"> }
  | { acts: false; name: string; reason: "unknown" | "other_account" };

/** Ids are beyond what a JSON number holds: such a number has lost digits already. */
const id = z.union([z.string().regex(/^[\w-]{1,64}$/), z.int().nonnegative().transform(String)]);

const payload = z.object({
  event_name: z.string().max(100),
  oa_id: id.optional(),
  user_id: id.optional(),
  sender: z.object({ id: id.optional(), admin_id: id.optional().catch(undefined) }).optional(),
  recipient: z.object({ id: id.optional() }).optional(),
  follower: z.object({ id: id.optional() }).optional(),
  message: z
    .object({
      msg_id: z.string().max(200).optional(),
      conversation_id: z.string().max(200).optional(),
      text: z.string().optional(),
    })
    .optional(),
});
type Payload = z.infer<typeof payload>;

const MEDIA = "gif|image|link|audio|video|sticker|location|business_card|file";
const ACTS: readonly (readonly [name: RegExp, act: Act])[] = [
  [/^(?:user|anonymous)_send_text$/, "text"],
  [new RegExp(`^(?:user|anonymous)_send_(?:${MEDIA})$`), "media"],
  [/^follow$/, "follow"],
  [/^unfollow$/, "unfollow"],
  [/^user_click_chatnow$/, "chatNow"],
  [/^user_withdraw$/, "withdrawn"],
  [/^oa_send_(?:anonymous_)?(?:text|image|gif|list|file|sticker)$/, "humanAnswered"],
];

/** Undefined for an event that this channel doesn't act on. */
export const actOf = (name: string): Act | undefined => ACTS.find(([pattern]) => pattern.test(name))?.[1];

/** `json` is the parsed body. Throws RequestError "zalo_payload" for one of the acts that lacks what it needs. */
export function readEvent(json: object, body: Buffer, oaId: string): ZaloEvent {
  const name = eventName(json);
  const act = actOf(name);
  if (act === undefined) return { acts: false, name, reason: "unknown" };
  const event = payload.safeParse(json).data;
  if (event === undefined) throw unreadable();
  const isOurs = act === "humanAnswered";
  // What the account sent itself: the assistant's own messages come back without the name of an officer.
  if (isOurs && event.sender?.admin_id === undefined) return { acts: false, name, reason: "unknown" };
  const account = event.oa_id ?? (isOurs ? event.sender?.id : event.recipient?.id);
  if (account !== undefined && account !== oaId) return { acts: false, name, reason: "other_account" };
  const who = isOurs ? event.recipient?.id : (event.follower?.id ?? event.sender?.id ?? event.user_id);
  if (who === undefined) throw unreadable();
  const address = addressOf(name, who, event);
  const text = heldText(writtenText(act, event));
  return {
    acts: true,
    name,
    key: event.message?.msg_id
      ? idFrom(oaId, name, event.sender?.id ?? "", event.message.msg_id)
      : idFrom(createHash("sha256").update(body).digest("hex")),
    person: personOf(address),
    work: { act: act === "media" && text !== "" ? "text" : act, text, address },
  };
}

export const eventName = (json: object): string => {
  const name = (json as { event_name?: unknown }).event_name;
  return typeof name === "string" ? name.slice(0, 100) : "";
};

/** Milliseconds since the epoch; some events carry seconds. */
export const toEpochMs = (digits: string): number => {
  const value = Number(digits);
  return value < 100_000_000_000 ? value * 1000 : value;
};

export const personOf = (address: Address): string =>
  "user" in address ? address.user : `anonymous:${address.anonymous}`;

function addressOf(name: string, who: string, event: Payload): Address {
  if (!name.includes("anonymous_")) return { user: who };
  const conversation = event.message?.conversation_id;
  if (!conversation) throw unreadable();
  return { anonymous: who, conversation };
}

const URL_ONLY = /^\s*(?:https?:\/\/\S+(?:\s+|$))*$/;

/** What a person wrote, also under a picture; a bare address is no question. */
function writtenText(act: Act, event: Payload): string {
  const text = event.message?.text ?? "";
  if (act === "text") return text;
  return act === "media" && !URL_ONLY.test(text) ? text : "";
}

const unreadable = () => new RequestError("zalo_payload", "Sự kiện thiếu trường bắt buộc.");
