/** What is asked: by the built-in understanding and, where that is unsure, with the help of a language model. */
import { withoutAbuse } from "../guardrails/input.ts";
import { withoutMasks } from "../guardrails/personal-data.ts";
import type { ModelTurn } from "../language-model/model-steps.ts";
import type { Query } from "../query.ts";
import type { ConversationStore } from "../state/store.ts";
import type { ReadQuestion } from "./read-question.ts";
import type { HeardTurn, UnderstoodTurn } from "./stages.ts";

export async function understand(turn: HeardTurn, read: ReadQuestion): Promise<UnderstoodTurn> {
  const { text, abusive } = withoutAbuse(withoutMasks(turn.question));
  const understood = await readOnceOrTwice(turn, text, read);
  const { kind } = understood.query;
  const isOnlyAbuse = kind === "refusal" || kind === "smallTalk" || wordsIn(text) < 2;
  return { ...understood, query: abusive && isOnlyAbuse ? ABUSE_ONLY : understood.query };
}

/** "Đồ ngu, câm mồm đi" leaves a word that says nothing. */
const wordsIn = (text: string): number => text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;

async function readOnceOrTwice(turn: HeardTurn, text: string, read: ReadQuestion): Promise<UnderstoodTurn> {
  const first = await read(turn, text, turn.dialogue);
  if (!turn.hadPersonalData || !isUnsure(first.query)) return { ...turn, ...first };
  // "Số căn cước của tôi là […], làm mất thẻ rồi": what introduced the number may name the subject after all.
  const again = await read(turn, turn.question.replace(/\[[^\][]*\]/g, " "), first.dialogue);
  return { ...turn, ...again, query: isUnsure(again.query) ? first.query : again.query };
}

/** A language model may know what is meant where the built-in understanding is unsure. */
export async function understandBetter(
  turn: UnderstoodTurn,
  model: ModelTurn | undefined,
  read: ReadQuestion,
  store: ConversationStore,
): Promise<UnderstoodTurn> {
  if (!model) return turn;
  const { last } = turn.dialogue;
  const before = (await store.turns(turn.conversationId)).at(-1);
  const past = last && before ? { question: before.question, query: last } : undefined;
  let newest = turn;
  const query = await model.understand(
    withoutMasks(turn.question),
    turn.query,
    past,
    async (other): Promise<Query> => {
      newest = { ...turn, ...(await read(turn, other, newest.dialogue)) };
      return newest.query;
    },
  );
  return query ? { ...newest, query } : { ...newest, query: turn.query, read: turn.read };
}

const isUnsure = (query: Query): boolean => query.kind === "refusal" || query.kind === "clarification";

const ABUSE_ONLY: Query = { kind: "refusal", status: "guardrails_abuse", reason: "abuse", offers: [] };
