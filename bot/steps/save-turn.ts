/** Saves a turn with what the conversation remembers of it. Only then does its reply leave. */
import { randomInt } from "node:crypto";
import { AppError } from "../../knowledge/errors.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { choicesOf } from "../answers/options.ts";
import { isDeleted, unknownConversation } from "../conversation-gone.ts";
import { remember } from "../dialogue.ts";
import type { ModelUse } from "../language-model/language-model.ts";
import type { Query } from "../query.ts";
import type { ReplyTask, TurnResponse } from "../reply.ts";
import { isWide } from "../sets/subject.ts";
import type { ConversationStore } from "../state/store.ts";
import type { RepliedTurn } from "./stages.ts";

const CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const CODE_LENGTH = 6;
const CODE_ATTEMPTS = 5;

export interface SaveOptions {
  knowledge: Pick<KnowledgeBase, "version" | "procedures" | "tasks" | "passages">;
  store: ConversationStore;
  now: () => Date;
}

/** `use`: what a language model had a hand in. */
export async function saveTurn(
  turn: RepliedTurn,
  use: ModelUse | undefined,
  { knowledge, store, now }: SaveOptions,
): Promise<TurnResponse> {
  const { messageId, conversationId, query, reply } = turn;
  const state = remember(
    turn.dialogue,
    query,
    { taskIds: spokenOf(query, reply.tasks), agencyIds: turn.agencyIds },
    reply.options.length > 0 ? choicesOf(query, knowledge) : [],
    turn.read,
  );
  for (let attempt = 1; ; attempt++) {
    const code = newCode();
    const response: TurnResponse = { conversationId, messageId, code, reply };
    const stored = {
      messageId,
      conversationId,
      code,
      channel: turn.request.channel,
      question: turn.question,
      response,
      knowledgeVersion: knowledge.version,
      ...(turn.identity?.digest === undefined ? {} : { digest: turn.identity.digest }),
      ...(use && use.purposes.length > 0 ? { model: use } : {}),
      createdAt: now().getTime(),
    };
    try {
      await store.saveTurn(stored, JSON.stringify(state), turn.opens && { reason: turn.opens });
      return response;
    } catch (error) {
      if (isDeleted(error) && !turn.identity) throw unknownConversation();
      const isTaken = error instanceof AppError && error.code === "turn_code_taken";
      if (!isTaken || attempt === CODE_ATTEMPTS) throw error;
    }
  }
}

/** "Trong đó" after the list of an agency means the rows that name it, where some do. */
function spokenOf(query: Query, tasks: readonly ReplyTask[]): string[] {
  const named = tasks.filter(({ directness }) => directness === "named");
  const ofAgency = query.kind === "taskSet" && isWide(query.set);
  return (ofAgency && named.length > 0 ? named : tasks).map(({ id }) => id);
}

const newCode = () =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");
