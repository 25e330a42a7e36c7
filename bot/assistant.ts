/** The answer core: one visible list of steps from a question to a saved reply. */
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { pause } from "../knowledge/pause.ts";
import type { AnswerContext, AnswerSettings } from "./answers/context.ts";
import { aboutPlan } from "./dialogue.ts";
import type { SpokenRow } from "./examples/bank.ts";
import { createModelSteps, type ModelOptions, type ModelTurn } from "./language-model/model-steps.ts";
import { planChooser } from "./plans/choose-plan.ts";
import { planViews } from "./plans/plan-views.ts";
import type { Query } from "./query.ts";
import type { ReadingContext } from "./readings/context.ts";
import type { TurnIdentity, TurnRequest, TurnResponse } from "./reply.ts";
import type { ConversationStore } from "./state/store.ts";
import { guard } from "./steps/guard.ts";
import { maskPersonal, recogniseLanguage } from "./steps/hear.ts";
import { openTurn, renewDialogue } from "./steps/open-turn.ts";
import { createQuestionReader } from "./steps/read-question.ts";
import { type ReadRecords, readRecords } from "./steps/read-records.ts";
import { saveTurn } from "./steps/save-turn.ts";
import type { OpenTurn, RepliedTurn } from "./steps/stages.ts";
import { understand, understandBetter } from "./steps/understand.ts";
import {
  composeAnswer,
  lockFigures,
  noticePersonalData,
  offerPerson,
  phraseBetter,
  spell,
} from "./steps/word-answer.ts";
import type { AllowsRow } from "./understanding/phrases.ts";

export interface Assistant {
  /** Answers one turn; it is on the disk when this resolves. Throws RequestError for input that can't be served
   *  (unknown conversation: code "conversation_unknown", status 404; empty or over-long text: 400), AppError
   *  "conversation_deleted" when the conversation of the identity was deleted, "turn_other_question" when its message
   *  was another question, StoreError when it can't be saved. */
  answer(request: TurnRequest, identity?: TurnIdentity): Promise<TurnResponse>;
}

export interface AssistantOptions extends AnswerSettings {
  knowledge: KnowledgeBase;
  store: ConversationStore;
  now: () => Date;
  /** Without one everything works; with one, answers read better and hard questions are understood better. */
  model?: ModelOptions;
  /** The office's own examples of what people do by saying something, learned with the shipped ones. */
  examples?: readonly SpokenRow[];
  /** Decides in the ranker's place, for training and for looking in; undefined leaves it to the ranker. */
  decide?: (context: ReadingContext, answers: AnswerContext) => Query | undefined;
  /** Asked of each row of the tables of understanding that matches; false leaves it out. For the evaluation of rows. */
  allowsRow?: AllowsRow;
  /** Told of every reply that failed the figure lock and was replaced by quotes. */
  onLockFailure?: (unsupported: readonly string[]) => void;
}

/** What answers questions about one plan. */
interface Desk {
  planId: string | null;
  options: AssistantOptions;
  records: ReadRecords;
}

export function createAssistant(options: AssistantOptions): Assistant {
  const reading = openDesks(options);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return assistantWith(options, value);
  }
}

/** The same while others are answered: the event loop turns in between. */
export async function createAssistantAside(options: AssistantOptions): Promise<Assistant> {
  const reading = openDesks(options);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return assistantWith(options, value);
    await pause();
  }
}

function* openDesks(options: AssistantOptions): Generator<undefined, Desk[]> {
  const desks: Desk[] = [];
  for (const { planId, knowledge } of planViews(options.knowledge)) {
    const own = { ...options, knowledge };
    desks.push({ planId, options: own, records: yield* readRecords(own) });
  }
  return desks;
}

function assistantWith(options: AssistantOptions, desks: readonly Desk[]): Assistant {
  const { store } = options;
  const answering = desks.map((desk) => ({ planId: desk.planId, ...answererAt(desk) }));
  const [usual, ...others] = answering;
  const chooser =
    others.length === 0
      ? undefined
      : planChooser(
          options.knowledge,
          answering.map(({ planId }) => planId!),
        );

  /** The turn, about the plan that it means. */
  async function atDesk(opened: OpenTurn): Promise<{ turn: OpenTurn; desk: (typeof answering)[number] }> {
    if (!chooser) return { turn: opened, desk: usual! };
    const planId = await chooser.choose(opened.request.text, opened.dialogue);
    const desk = answering.find((row) => row.planId === planId) ?? usual!;
    return { turn: { ...opened, dialogue: aboutPlan(opened.dialogue, planId) }, desk };
  }

  return {
    async answer(request, identity) {
      const opened = await openTurn(request, identity, store);
      if ("answered" in opened) return opened.answered.response;
      const { turn, desk } = await atDesk(opened);
      const model = desk.models?.begin(request.channel === "voice" ? "voice" : "chat");
      const replied = await desk.replyTo(turn, model).finally(() => model?.end());
      return saveTurn(replied, model?.use, desk.options);
    },
  };
}

function answererAt({ options, records }: Desk) {
  const { knowledge, store, now, decide } = options;
  const { lock } = records;
  const models = options.model && createModelSteps(options.model, knowledge, lock);
  const answers = (): AnswerContext => ({
    knowledge,
    now: now(),
    settings: {
      retentionDays: options.retentionDays,
      handoffContact: options.handoffContact,
      office: options.office,
    },
  });
  const read = createQuestionReader(
    {
      knowledge,
      now,
      office: options.office,
      decide: decide && ((context) => decide(context, answers())),
    },
    records,
  );
  async function replyTo(opened: OpenTurn, model: ModelTurn | undefined): Promise<RepliedTurn> {
    const renewed = renewDialogue(opened, answers);
    const masked = maskPersonal(renewed);
    const heard = recogniseLanguage(masked);
    const understood =
      guard(heard, knowledge, records.topics) ??
      (await understandBetter(await understand(heard, read), model, read, store));
    const composed = composeAnswer(understood, answers());
    const phrased = await phraseBetter(composed, model);
    const offered = offerPerson(phrased);
    const locked = lockFigures(offered, lock, options.onLockFailure);
    const noticed = noticePersonalData(locked);
    return spell(noticed);
  }

  return { options, models, replyTo };
}
