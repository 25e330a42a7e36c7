/** What Teams sends, as far as this channel uses it. Fields it doesn't know are dropped at the door.
 *  Source: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
import { z } from "zod";
import { RequestError } from "../../knowledge/errors.ts";
import { MAX_HELD_CHARACTERS } from "../held-text.ts";
import { parseJson } from "../request-body.ts";

/** A field of another type than promised counts as absent: a newer client must not be locked out for it. */
const ifSound = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);
const id = z.string().min(1).max(1000);
const account = z.object({ id });

const incomingActivity = z.object({
  type: z.string().min(1).max(100),
  id: ifSound(id),
  channelId: z.literal("msteams"),
  serviceUrl: z
    .string()
    .max(1000)
    .refine((url) => /^https?:\/\//.test(url) && URL.canParse(url)),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: ifSound(z.string().max(100)),
    tenantId: ifSound(z.string().max(100)),
    isGroup: ifSound(z.boolean()),
  }),
  deliveryMode: ifSound(z.string()),
  text: ifSound(z.string()),
  name: ifSound(z.string()),
  action: ifSound(z.string()),
  value: z.unknown().optional(),
  replyToId: ifSound(id),
  entities: ifSound(z.array(z.unknown())),
  attachments: ifSound(z.array(z.unknown())),
  membersAdded: ifSound(z.array(z.unknown())),
});
export type IncomingActivity = z.infer<typeof incomingActivity>;

/** What an activity asks of the bot. */
export type Incoming =
  /** `isPressed`: by a button, so that the words stand nowhere in the chat. */
  | { kind: "question"; text: string; withFiles: boolean; isPressed: boolean }
  | { kind: "files" }
  | { kind: "welcome" }
  | { kind: "feedback"; answerId: string | undefined; useful: boolean; comment: string }
  | { kind: "removed" }
  | { kind: "nothing" };

/** Throws RequestError: "json_broken", "activity_invalid". */
export function parseActivity(body: Buffer): IncomingActivity {
  const result = incomingActivity.safeParse(parseJson(body));
  if (result.success && (result.data.type !== "message" || result.data.id)) return result.data;
  const field = result.success ? "id" : (result.error.issues[0]?.path.join(".") ?? "");
  throw new RequestError(
    "activity_invalid",
    "Nội dung không phải hoạt động (activity) của Microsoft Teams.",
    {
      field: field === "" ? null : field,
    },
  );
}

const NOTHING: Incoming = { kind: "nothing" };

/** Edits, deletions, reactions, typing and whatever else comes are none of its business. */
export function readActivity(activity: IncomingActivity): Incoming {
  switch (activity.type) {
    case "message":
      return readMessage(activity);
    case "conversationUpdate":
      return isBotAdded(activity) ? { kind: "welcome" } : NOTHING;
    case "installationUpdate":
      if (activity.action?.startsWith("add")) return { kind: "welcome" };
      return activity.action?.startsWith("remove") ? { kind: "removed" } : NOTHING;
    case "invoke":
      return readFeedback(activity);
    default:
      return NOTHING;
  }
}

export const isPersonal = ({ conversation }: IncomingActivity): boolean =>
  conversation.isGroup !== true &&
  (conversation.conversationType === undefined || conversation.conversationType === "personal");

function readMessage(activity: IncomingActivity): Incoming {
  const mentions = mentionsOfBot(activity);
  const isPressed = activity.value !== undefined && activity.value !== null;
  if (!isPersonal(activity) && mentions.length === 0 && !isPressed) return NOTHING;
  const typed = withoutMentions(activity.text ?? "", mentions);
  const text = typed || submittedQuestion(activity.value);
  const withFiles = (activity.attachments ?? []).some(isFile);
  if (text !== "") return { kind: "question", text, withFiles, isPressed: typed === "" };
  if (withFiles) return { kind: "files" };
  return mentions.length > 0 ? { kind: "welcome" } : NOTHING;
}

const mention = z.object({
  type: z.literal("mention"),
  mentioned: z.object({ id: z.string() }),
  text: z.string().min(1),
});
const MAX_ENTITIES = 50;

/** The words by which the bot was addressed, such as "<at>Trợ lý số</at>". */
function mentionsOfBot({ entities, recipient }: IncomingActivity): string[] {
  return (entities ?? [])
    .slice(0, MAX_ENTITIES)
    .map((entity) => mention.safeParse(entity).data)
    .filter((found) => found?.mentioned.id === recipient.id)
    .map((found) => found!.text);
}

/** Of other people mentioned only the tags go: their names may belong to the question. */
function withoutMentions(text: string, mentions: readonly string[]): string {
  let rest = text.slice(0, MAX_HELD_CHARACTERS);
  for (const words of mentions) rest = rest.replaceAll(words, " ");
  return rest
    .replace(/<\/?at\b[^<>]*>/gi, "")
    .replace(/&nbsp;|\u00a0/g, " ")
    .trim();
}

const submitted = z.object({ question: z.string() });

/** A button of one of our cards was pressed. */
const submittedQuestion = (value: unknown): string =>
  submitted.safeParse(value).data?.question.trim().slice(0, MAX_HELD_CHARACTERS) ?? "";

const attachment = z.object({ contentType: z.string() });

/** Every formatted message also comes with itself as text/html. */
function isFile(value: unknown): boolean {
  const type = attachment.safeParse(value).data?.contentType.toLowerCase() ?? "text/html";
  return !type.startsWith("text/html");
}

const isBotAdded = ({ membersAdded, recipient }: IncomingActivity): boolean =>
  (membersAdded ?? []).some((member) => account.safeParse(member).data?.id === recipient.id);

const submittedFeedback = z.object({
  actionName: z.literal("feedback"),
  actionValue: z.object({
    reaction: z.enum(["like", "dislike"]),
    feedback: ifSound(z.unknown()),
  }),
});

/** Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content */
function readFeedback(activity: IncomingActivity): Incoming {
  if (activity.name !== "message/submitAction") return NOTHING;
  const value = submittedFeedback.safeParse(activity.value).data?.actionValue;
  if (!value) return NOTHING;
  return {
    kind: "feedback",
    answerId: activity.replyToId,
    useful: value.reaction === "like",
    comment: feedbackText(value.feedback),
  };
}

/** Teams sends JSON in a string, the Playground the plain words. */
function feedbackText(feedback: unknown): string {
  if (typeof feedback !== "string") return textIn(feedback) ?? "";
  try {
    return textIn(JSON.parse(feedback)) ?? feedback;
  } catch {
    return feedback;
  }
}

const textIn = (value: unknown): string | undefined =>
  z.object({ feedbackText: z.string() }).safeParse(value).data?.feedbackText;
