/** Microsoft Teams: an activity is checked, put into the inbox and acknowledged at once; the answer goes out later on its
 *  own. Teams sends an activity again that isn't acknowledged within 15 seconds; its id is the key against that.
 *  Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages */
import { z } from "zod";
import { isDeleted } from "../../bot/conversation-gone.ts";
import { maskPersonalData } from "../../bot/guardrails/personal-data.ts";
import type { NewOutgoing } from "../../bot/state/mailbox.ts";
import { RequestError } from "../../knowledge/errors.ts";
import type { Channel, ChannelContext, HttpAnswer, WebhookRequest } from "../channel.ts";
import { heldText } from "../held-text.ts";
import { expectContentType } from "../request-body.ts";
import { type Incoming, type IncomingActivity, parseActivity, readActivity } from "./activity.ts";
import { createContacts, messageIdOf, personOf, threadOf } from "./contacts.ts";
import { deliver, type Outgoing } from "./delivery.ts";
import { renderReply, renderText, renderWelcome } from "./render.ts";
import type { ConversationReference, TeamsTransport, TurnOutcome } from "./transport.ts";
import { FILES } from "./words.ts";

/** Teams takes 50 requests a second of an app in a tenant; typing needs some of them.
 *  Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const PER_SECOND = 30;
const CONCURRENCY = 8;
const TYPING_TIMEOUT_MS = 3000;
const MAX_COMMENT = 2000;

/** What an answer needs; where to send it is looked up when it leaves. */
const job = z.object({
  kind: z.enum(["question", "files", "welcome"]),
  /** With personal data masked. */
  text: z.string(),
  withFiles: z.boolean(),
  isPressed: z.boolean(),
  thread: z.string(),
  /** The person's message; none for a welcome. */
  activityId: z.string().optional(),
});
type Job = z.infer<typeof job>;

/** `publicUrl`: where people reach the files of the server; "" where nobody has said. */
export function createTeamsChannel(
  context: ChannelContext,
  transport: TeamsTransport,
  publicUrl = "",
): Channel {
  const { logger, mailbox, store, now } = context;
  const contacts = createContacts(mailbox, now);
  /** Under way, by thread: an answer waits for it, or the dots would come after the answer. */
  const typing = new Map<string, Promise<unknown>>();

  async function receive(request: WebhookRequest): Promise<HttpAnswer> {
    try {
      const authorization = request.headers.authorization ?? "";
      const read = () => {
        expectContentType(request.headers, "application/json");
        return parseActivity(request.body);
      };
      return await transport.process({ authorization, read }, turn);
    } catch (error) {
      if (error instanceof RequestError) {
        const line = { event: "webhook_refused", code: error.code };
        if (error.status >= 500) logger.error(line);
        else logger.warn(line);
      }
      throw error;
    }
  }

  async function turn(activity: IncomingActivity): Promise<TurnOutcome> {
    const incoming = readActivity(activity);
    const thread = threadOf(activity);
    if (activity.type === "invoke") {
      if (incoming.kind === "feedback") await saveFeedback(thread, incoming);
      return { invoke: { status: 200, body: {} } };
    }
    if (incoming.kind === "removed") {
      await contacts.forget(thread);
      logger.info({ event: "removed" });
    }
    if (incoming.kind !== "question" && incoming.kind !== "files" && incoming.kind !== "welcome") return {};
    await contacts.remember(activity);
    const work = jobFor(activity, incoming);
    if (activity.deliveryMode === "expectReplies") {
      return { replies: [(await outgoingFor(work, personOf(activity))).activity] };
    }
    // Somebody who mentions the bot without a question is told what it can do, every time.
    if (activity.type !== "message" && !(await contacts.takeWelcome(thread))) return {};
    const isNew = await context.accept({
      key: JSON.stringify([thread, activity.id ?? `welcome ${now().getTime()}`]),
      person: personOf(activity),
      payload: JSON.stringify(work),
    });
    if (isNew && work.kind === "question") showTyping(thread, await contacts.reference(thread));
    return {};
  }

  function jobFor(activity: IncomingActivity, incoming: Incoming & { kind: Job["kind"] }): Job {
    const isQuestion = incoming.kind === "question";
    return {
      kind: incoming.kind,
      text: isQuestion ? heldText(incoming.text) : "",
      withFiles: isQuestion && incoming.withFiles,
      isPressed: isQuestion && incoming.isPressed,
      thread: threadOf(activity),
      ...(activity.type === "message" ? { activityId: activity.id! } : {}),
    };
  }

  function showTyping(thread: string, reference: ConversationReference | undefined): void {
    if (!reference) return;
    const sending = transport
      .continueConversation(reference, { type: "typing" }, { signal: AbortSignal.timeout(TYPING_TIMEOUT_MS) })
      // The answer will come or fail by itself.
      .catch(() => {})
      .finally(() => {
        if (typing.get(thread) === sending) typing.delete(thread);
      });
    typing.set(thread, sending);
  }

  async function outgoingFor(work: Job, person: string): Promise<Outgoing> {
    const replyToId = work.activityId;
    const reply = replyToId === undefined ? {} : { replyToId };
    if (work.kind === "welcome") return { activity: renderWelcome(context.about()), ...reply };
    if (work.kind === "files") return { activity: renderText(FILES), ...reply };
    const messageId = messageIdOf(work.thread, work.activityId!);
    try {
      const ask = (conversationId: string) =>
        context.answer(
          { text: work.text, channel: "teams", audience: "officer" },
          { messageId, conversationId },
        );
      const response = await ask(await contacts.conversationId(person)).catch(async (error: unknown) => {
        if (!isDeleted(error)) throw error;
        return ask(await contacts.renew(person));
      });
      return {
        activity: renderReply(response, {
          withFiles: work.withFiles,
          publicUrl,
          ...(work.isPressed ? { asked: work.text } : {}),
        }),
        messageId,
        ...reply,
      };
    } catch (error) {
      // Too long, say: asking again would not help.
      if (error instanceof RequestError && error.status === 400)
        return { activity: renderText(error.message), ...reply };
      throw error;
    }
  }

  async function saveFeedback(thread: string, feedback: Incoming & { kind: "feedback" }): Promise<void> {
    const messageId = await contacts.messageOf(thread, feedback.answerId);
    const isSaved =
      messageId &&
      (await store.saveFeedback({
        messageId,
        useful: feedback.useful,
        comment: maskPersonalData(feedback.comment.slice(0, MAX_COMMENT)).text,
        createdAt: now().getTime(),
      }));
    logger.info({ event: "feedback", useful: feedback.useful, saved: Boolean(isSaved) });
  }

  return {
    name: "teams",
    webhooks: [{ method: "POST", path: "/api/messages", receive }],
    mail: {
      async handle(event): Promise<NewOutgoing[]> {
        const work = job.parse(JSON.parse(event.payload));
        const payload = JSON.stringify(await outgoingFor(work, event.person));
        return [{ recipient: work.thread, payload }];
      },
      async send(message, signal) {
        await typing.get(message.recipient);
        return deliver(message, signal, { transport, contacts });
      },
      perSecond: PER_SECOND,
      concurrency: CONCURRENCY,
    },
    async close() {
      await Promise.allSettled(typing.values());
    },
  };
}
