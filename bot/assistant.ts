/** The answer core: one visible list of steps from a question to a saved reply. */
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { pause } from "../knowledge/pause.ts";
import type { AnswerContext, AnswerSettings } from "./answers/context.ts";
import type { SpokenRow } from "./examples/bank.ts";
import { FigureLock } from "./figure-lock.ts";
import { createModelSteps, type ModelOptions, type ModelTurn } from "./language-model/model-steps.ts";
import { planRouter } from "./plans/plan-router.ts";
import { planViews } from "./plans/plan-views.ts";
import { sayWhichPlan } from "./plans/which-plan.ts";
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
import type { OpenTurn, RepliedTurn, UnderstoodTurn } from "./steps/stages.ts";
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
  const { store, knowledge } = options;
  const several = desks.length > 1;
  const views = new Map(
    desks.flatMap(({ planId, options: own }) => (planId ? [[planId, own.knowledge] as const] : [])),
  );
  const around = several ? { whole: knowledge, views } : {};
  const answerers = desks.map((desk) => answererAt(desk, around));
  const router = several
    ? planRouter({
        knowledge,
        desks: answerers.map(({ desk, ...answerer }) => ({ planId: desk.planId!, ...answerer })),
      })
    : undefined;
  const wholeLock = several ? new FigureLock(knowledge.agencies) : undefined;

  return {
    async answer(request, identity) {
      const opened = await openTurn(request, identity, store);
      if ("answered" in opened) return opened.answered.response;
      const at = await router?.route(opened);
      const answerer = answerers.find(({ desk }) => desk.planId === at?.planId) ?? answerers[0]!;
      const model = answerer.models?.begin(request.channel === "voice" ? "voice" : "chat");
      const turn = at?.turn ?? opened;
      const replied = await (async () => {
        const understood =
          at?.understood ?? (await answerer.understandBetter(await answerer.read(turn), model));
        return answerer.reply(understood, model, at?.isAcross ? wholeLock : undefined);
      })().finally(() => model?.end());
      return saveTurn(replied, model?.use, answerer.desk.options);
    },
  };
}

type Around = Pick<AnswerContext, "whole" | "views">;

function answererAt(desk: Desk, around: Around) {
  const { options, records } = desk;
  const { knowledge, store, now, decide } = options;
  const { lock } = records;
  const models = options.model && createModelSteps(options.model, knowledge, lock);
  const answers = (audience?: TurnRequest["audience"]): AnswerContext => ({
    knowledge,
    ...around,
    audience,
    now: now(),
    settings: {
      retentionDays: options.retentionDays,
      handoffContact: options.handoffContact,
      office: options.office,
    },
  });
  const readQuestion = createQuestionReader(
    {
      knowledge,
      whole: around.whole,
      now,
      office: options.office,
      decide: decide && ((context) => decide(context, answers())),
    },
    records,
  );

  return {
    desk,
    models,
    /** `asked`: another wording of the question, which is read in its place. */
    async read(opened: OpenTurn, asked?: string): Promise<UnderstoodTurn> {
      const renewed = renewDialogue(opened, answers);
      const masked = maskPersonal(renewed);
      const heard = recogniseLanguage(masked);
      const guarded = guard(heard, knowledge, records.topics);
      if (guarded) return guarded;
      if (asked === undefined) return understand(heard, readQuestion);
      return { ...(await understand({ ...heard, question: asked }, readQuestion)), question: heard.question };
    },
    understandBetter: (understood: UnderstoodTurn, model: ModelTurn | undefined) =>
      understood.read === undefined ? understood : understandBetter(understood, model, readQuestion, store),
    compose: (understood: UnderstoodTurn) => composeAnswer(understood, answers(understood.request.audience)),
    /** `locks`: in place of the lock of the one plan. */
    async reply(
      understood: UnderstoodTurn,
      model: ModelTurn | undefined,
      locks: FigureLock = lock,
    ): Promise<RepliedTurn> {
      const composed = composeAnswer(understood, answers(understood.request.audience));
      const named = around.whole ? sayWhichPlan(composed, desk.planId, around.whole) : composed;
      const phrased = await phraseBetter(named, model);
      const offered = offerPerson(phrased);
      const locked = lockFigures(offered, locks, options.onLockFailure);
      const noticed = noticePersonalData(locked);
      return spell(noticed);
    },
  };
}
