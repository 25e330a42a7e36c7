/** The port to Microsoft's SDK: the rest of the channel knows no package.
 *
 *  Implemented over botbuilder 4.23.3, which Microsoft has not supported since 2025-12-31. The successor is
 *  `@microsoft/agents-hosting` (Microsoft 365 Agents SDK): same protocol on the wire and a CloudAdapter of the same
 *  methods, so that the change is one other file beside `botbuilder-transport.ts`. */
import { AppError } from "../../knowledge/errors.ts";
import type { IncomingActivity } from "./activity.ts";

/** Where a message goes. Changes with time: the platform may move a conversation to another service URL. */
export interface ConversationReference {
  serviceUrl: string;
  conversation: IncomingActivity["conversation"];
  bot: { id: string };
  user: { id: string };
}

export interface OutgoingActivity {
  type: "message" | "typing";
  text?: string;
  textFormat?: "xml";
  summary?: string;
  attachments?: { contentType: string; content: object }[];
  entities?: object[];
  suggestedActions?: { actions: { type: "imBack"; title: string; value: string }[] };
  channelData?: object;
}

/** What a turn gives back in the body of the HTTP answer. */
export interface TurnOutcome {
  /** For `deliveryMode: "expectReplies"`. */
  replies?: readonly OutgoingActivity[];
  /** For an invoke. */
  invoke?: { status: number; body: object };
}

export interface TeamsTransport {
  /** Checks the token, only then reads the activity, and runs the turn when the token is good for it. Throws
   *  RequestError: 401 "teams_token_invalid", 503 "teams_keys_unreachable" when the keys that it would be checked with
   *  can't be fetched; and what `read` throws. */
  process(
    request: { authorization: string; read: () => IncomingActivity },
    turn: (activity: IncomingActivity) => Promise<TurnOutcome>,
  ): Promise<{ status: number; body?: object }>;
  /** Sends outside a turn, once. `replyToId`: the message that is answered. Resolves to the platform's id of what was
   *  sent, empty when it gives none. Throws TeamsSendError. */
  continueConversation(
    reference: ConversationReference,
    activity: OutgoingActivity,
    options: { replyToId?: string | undefined; signal: AbortSignal },
  ): Promise<string>;
}

/** A message was not taken, or nobody knows. `code` holds no text of the message. */
export class TeamsSendError extends AppError {
  /** Undefined when there was no HTTP answer. */
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  /** It may have arrived. */
  readonly uncertain: boolean;

  constructor(
    code: string,
    options: { status?: number | undefined; retryAfterMs?: number | undefined; uncertain?: boolean } = {},
  ) {
    super(code, "Microsoft Teams không nhận tin.", { retryable: true });
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
    this.uncertain = options.uncertain ?? false;
  }
}
