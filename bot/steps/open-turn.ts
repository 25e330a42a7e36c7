/** Opens a turn: its text can be served, its conversation is found or begun, and its message wasn't answered before. */
import { randomUUID } from "node:crypto";
import { AppError, RequestError } from "../../knowledge/errors.ts";
import { compose } from "../answers/compose.ts";
import type { AnswerContext } from "../answers/context.ts";
import { unknownConversation } from "../conversation-gone.ts";
import { type Dialogue, emptyDialogue, parseDialogue, renewed } from "../dialogue.ts";
import { maskPersonalData } from "../guardrails/personal-data.ts";
import type { Query } from "../query.ts";
import { MAX_QUESTION_CHARACTERS, type TurnIdentity, type TurnRequest } from "../reply.ts";
import type { ConversationStore, StoredTurn } from "../state/store.ts";
import type { OpenTurn } from "./stages.ts";

/** `answered`: the message was handed over before, and gets the answer it got. Throws as `Assistant.answer` does. */
export async function openTurn(
  request: TurnRequest,
  identity: TurnIdentity | undefined,
  store: ConversationStore,
): Promise<OpenTurn | { answered: StoredTurn }> {
  checkText(request.text);
  const opened = (conversationId: string, dialogue: Dialogue): OpenTurn => ({
    request,
    messageId: identity?.messageId ?? randomUUID(),
    conversationId,
    identity,
    dialogue,
  });
  if (identity) {
    const { answered, conversation } = await store.begin(identity.messageId, identity.conversationId);
    if (answered) {
      if (identity.digest !== undefined && !isSame(answered, request.text, identity.digest))
        throw new AppError("turn_other_question", "Mã của câu hỏi này đã dùng cho câu hỏi khác.");
      return { answered };
    }
    if (!conversation && identity.isKnown) throw unknownConversation();
    return opened(
      identity.conversationId,
      conversation ? parseDialogue(conversation.state) : emptyDialogue(),
    );
  }
  if (request.conversationId === undefined) return opened(randomUUID(), emptyDialogue());
  const conversation = await store.find(request.conversationId);
  if (!conversation) throw unknownConversation();
  return opened(conversation.id, parseDialogue(conversation.state));
}

/** What is left of the dialogue when the knowledge base has changed since. */
export function renewDialogue(turn: OpenTurn, context: () => AnswerContext): OpenTurn {
  const isAnswerable = (query: Query): boolean => {
    try {
      compose(query, context());
      return true;
    } catch {
      // Its records are gone, or it was written by another version of the program.
      return false;
    }
  };
  return { ...turn, dialogue: renewed(turn.dialogue, context().knowledge, isAnswerable) };
}

function checkText(text: string): void {
  if (text.trim() === "") throw new RequestError("text_empty", "Câu hỏi đang trống.", { field: "text" });
  if (text.length > MAX_QUESTION_CHARACTERS) {
    throw new RequestError("text_too_long", `Câu hỏi dài quá ${MAX_QUESTION_CHARACTERS} ký tự.`, {
      field: "text",
    });
  }
}

/** Turns of before digests were kept are known by their text alone. */
const isSame = (answered: StoredTurn, text: string, digest: string): boolean =>
  answered.digest === undefined
    ? answered.question === maskPersonalData(text).text
    : answered.digest === digest;
