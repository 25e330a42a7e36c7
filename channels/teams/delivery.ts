/** One message of the outbox to Teams, and what its outcome means.
 *  Source: https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (status codes) */
import { z } from "zod";
import type { OutboxMessage } from "../../bot/state/mailbox.ts";
import type { Delivery } from "../channel.ts";
import type { Contacts } from "./contacts.ts";
import { plainer, shorter } from "./render.ts";
import { type OutgoingActivity, TeamsSendError, type TeamsTransport } from "./transport.ts";

const outgoing = z.object({
  activity: z.custom<OutgoingActivity>((value) => typeof value === "object" && value !== null),
  /** The message that is answered. */
  replyToId: z.string().optional(),
  /** Of the turn, so that feedback finds it. */
  messageId: z.string().optional(),
});
export type Outgoing = z.infer<typeof outgoing>;

/** The app was removed or blocked, the conversation is gone, the message is wrong: the same again would fail the same. */
const FOR_GOOD = new Set([400, 403, 404, 405, 409, 410, 413, 415]);

export async function deliver(
  message: OutboxMessage,
  signal: AbortSignal,
  { transport, contacts }: { transport: TeamsTransport; contacts: Contacts },
): Promise<Delivery> {
  const thread = message.recipient;
  const reference = await contacts.reference(thread);
  if (!reference) return { outcome: "refused", reason: "recipient_unknown" };
  const { replyToId, messageId, ...given } = outgoing.parse(JSON.parse(message.payload));
  let { activity } = given;
  for (;;) {
    try {
      const id = await transport.continueConversation(reference, activity, { replyToId, signal });
      // It has arrived: a store that fails now must not make it be sent again.
      if (messageId) await contacts.noteAnswer(thread, id, messageId).catch(() => {});
      return { outcome: "delivered" };
    } catch (error) {
      if (!(error instanceof TeamsSendError)) throw error;
      const less = error.status === 413 ? shorter : error.status === 400 ? plainer : undefined;
      const again = less?.(activity);
      if (!again) return outcomeOf(error);
      activity = again;
    }
  }
}

function outcomeOf({ code, status, retryAfterMs, uncertain }: TeamsSendError): Delivery {
  if (status !== undefined && FOR_GOOD.has(status)) return { outcome: "refused", reason: code };
  return {
    outcome: "retry",
    reason: code,
    ...(uncertain ? { uncertain } : {}),
    ...(retryAfterMs === undefined ? {} : { pauseMs: retryAfterMs }),
  };
}
