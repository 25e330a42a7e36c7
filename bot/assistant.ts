/** The answer core: one visible list of steps from a question to a saved reply. */
import { randomInt, randomUUID } from "node:crypto";
import { AppError, RequestError } from "../knowledge/errors.ts";
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { pause } from "../knowledge/pause.ts";
import { fold } from "../knowledge/vietnamese/normalize.ts";
import { spellOut } from "../knowledge/vietnamese/spell-out.ts";
import { createSpeller } from "../knowledge/vietnamese/spelling.ts";
import { tokenize } from "../knowledge/vietnamese/tokens.ts";
import { understandText } from "../knowledge/vietnamese/understand-text.ts";
import { findAgency } from "./agency-names.ts";
import { compose } from "./answers/compose.ts";
import type { AnswerContext, AnswerSettings } from "./answers/context.ts";
import * as english from "./answers/english/phrases.ts";
import { composeInEnglish, quotesOnlyInEnglish } from "./answers/english/render.ts";
import { suggestionInEnglish } from "./answers/english/sheet.ts";
import { inEnglishSpeech } from "./answers/english/speech.ts";
import { complaintOffers, lawfulOffers } from "./answers/lawful.ts";
import { choicesOf } from "./answers/options.ts";
import { decide } from "./decide.ts";
import {
  caseReason,
  type Dialogue,
  emptyDialogue,
  type Pending,
  parseDialogue,
  remember,
  renewed,
} from "./dialogue.ts";
import { type DraftReply, quotesOnly } from "./draft.ts";
import { speechOf } from "./examples/speech.ts";
import { FigureLock } from "./figure-lock.ts";
import { guardInput, withoutAbuse } from "./guardrails/input.ts";
import { hasMask, maskPersonalData, withoutMasks } from "./guardrails/personal-data.ts";
import { findSensitive } from "./guardrails/sensitive.ts";
import { createModelSteps, type ModelOptions, type ModelTurn } from "./language-model/model-steps.ts";
import { toldAgencies, withAgency } from "./pending.ts";
import type { Choice, Query, RefusalReason } from "./query.ts";
import type { ReadingContext } from "./readings/context.ts";
import { askWhichAgency } from "./readings/which-agency.ts";
import {
  type Language,
  MAX_QUESTION_CHARACTERS,
  type Reply,
  type ReplyTask,
  type Status,
  type TurnRequest,
  type TurnResponse,
} from "./reply.ts";
import { isWide } from "./sets/subject.ts";
import type { CaseReason, ConversationStore, StoredTurn } from "./state/store.ts";
import { ProcedureActs } from "./understanding/acts.ts";
import { ProcedureFamilies } from "./understanding/conditions.ts";
import { inWordsOfSources, isEnglish, isWordless } from "./understanding/english.ts";
import { createLexicon } from "./understanding/lexicon.ts";
import type { AllowsRow } from "./understanding/phrases.ts";
import { TopicIndex } from "./understanding/topic.ts";
import { Understander } from "./understanding/understand.ts";

export interface Assistant {
  /** Answers one turn; it is on the disk when this resolves. Throws RequestError for input that can't be served
   *  (unknown conversation: code "conversation_unknown", status 404; empty or over-long text: 400), AppError
   *  "conversation_deleted" when the conversation of the identity was deleted, "turn_other_question" when its message
   *  was another question, StoreError when it can't be saved. */
  answer(request: TurnRequest, identity?: TurnIdentity): Promise<TurnResponse>;
}

/** For a channel that has ids of its own: the same message is answered once, however often it is handed over. */
export interface TurnIdentity {
  /** A message that was answered before gets the answer it got. */
  messageId: string;
  /** Opened when it isn't known, or no more, unless it was deleted; instead of the one in the request. */
  conversationId: string;
  /** It isn't opened: unless it is known, the request is refused. */
  isKnown?: boolean;
  /** Of the whole request, keyed by what its client alone has. The message is the same when this is. */
  digest?: string;
}

export interface AssistantOptions extends AnswerSettings {
  knowledge: KnowledgeBase;
  store: ConversationStore;
  now: () => Date;
  /** Without one everything works; with one, answers read better and hard questions are understood better. */
  model?: ModelOptions;
  /** Decides in the ranker's place, for training and for looking in; undefined leaves it to the ranker. */
  decide?: (context: ReadingContext, answers: AnswerContext) => Query | undefined;
  /** Asked of each row of the tables of understanding that matches; false leaves it out. For the evaluation of rows. */
  allowsRow?: AllowsRow;
  /** Told of every reply that failed the figure lock and was replaced by quotes. */
  onLockFailure?: (unsupported: readonly string[]) => void;
}

/** One turn on its way through the steps. */
interface Turn {
  request: TurnRequest;
  messageId: string;
  conversationId: string;
  identity: TurnIdentity | undefined;
  dialogue: Dialogue;
  /** With personal data masked: the only form that is stored. */
  question: string;
  hadPersonalData: boolean;
  /** Of the answer. */
  language: Language;
  /** The question is English, and is understood in the words of the sources. */
  isEnglish: boolean;
  /** Undefined when the office has no language model. */
  model?: ModelTurn | undefined;
  query?: Query;
  /** The question that the query was read of; one of before that waited for what was asked back. */
  read?: Omit<Pending, "missing">;
  /** Agencies named in the question. */
  agencyIds?: string[];
  draft?: DraftReply;
  /** Why a person has to look at this conversation. */
  opens?: CaseReason | undefined;
  reply?: Reply;
}

const CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const CODE_LENGTH = 6;
const CODE_ATTEMPTS = 5;
const RETRIEVED = 20;
/** What is said around any answer. */
const IN_VIETNAMESE = {
  privacy:
    "Lưu ý: anh/chị vui lòng không gửi số giấy tờ, điện thoại, tài khoản hay thông tin cá nhân khác vào đây; trợ lý đã che các thông tin đó trước khi lưu.",
  failure: "Đã ba lần liền tôi chưa trả lời được, nên cuộc trò chuyện này được ghi lại để cán bộ xem.",
  code: "Khi liên hệ, anh/chị đọc mã tra cứu của câu trả lời này.",
};
const IN_ENGLISH = {
  privacy: english.PRIVACY_NOTICE,
  failure: english.THIRD_FAILURE,
  code: english.READ_THE_CODE,
};

/** What is read out of the records before the first question. It takes half a second with thousands of procedures;
 *  after each part others may have their turn. */
function* readRecords({ knowledge, allowsRow }: AssistantOptions) {
  const topics = new TopicIndex(knowledge);
  yield;
  const families = new ProcedureFamilies(knowledge.procedures);
  const acts = new ProcedureActs(knowledge.procedures);
  yield;
  const lexicon = createLexicon(topics, knowledge);
  const speller = createSpeller(lexicon);
  yield;
  const understander = new Understander(knowledge, lexicon, allowsRow);
  const lock = new FigureLock(knowledge.agencies);
  return { topics, families, acts, speller, understander, lock };
}
type Read = ReturnType<typeof readRecords> extends Generator<unknown, infer R> ? R : never;

export function createAssistant(options: AssistantOptions): Assistant {
  const reading = readRecords(options);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return assistantWith(options, value);
  }
}

/** The same while others are answered: the event loop turns in between. */
export async function createAssistantAside(options: AssistantOptions): Promise<Assistant> {
  const reading = readRecords(options);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return assistantWith(options, value);
    await pause();
  }
}

function assistantWith(options: AssistantOptions, read: Read): Assistant {
  const { knowledge, store, now } = options;
  const { topics, families, acts, speller, understander, lock } = read;
  const models = options.model && createModelSteps(options.model, knowledge, lock);
  const answerContext = (): AnswerContext => ({
    knowledge,
    now: now(),
    settings: {
      retentionDays: options.retentionDays,
      handoffContact: options.handoffContact,
      office: options.office,
    },
  });

  const isAnswerable = (query: Query): boolean => {
    try {
      compose(query, answerContext());
      return true;
    } catch {
      // Its records are gone, or it was written by another version of the program.
      return false;
    }
  };

  const steps: readonly ((turn: Turn) => void | Promise<void>)[] = [
    maskPersonal,
    recogniseLanguage,
    guard,
    understandAndRoute,
    understandBetter,
    composeAnswer,
    phraseBetter,
    offerPerson,
    lockFigures,
    noticePersonalData,
    spell,
  ];

  function maskPersonal(turn: Turn): void {
    const { text, found } = maskPersonalData(turn.request.text);
    turn.question = text;
    turn.hadPersonalData = found.length > 0 || hasMask(text);
  }

  /** What is asked for decides, then the question; one that says nothing of its language goes on in that of the last. */
  function recogniseLanguage(turn: Turn): void {
    const { request, dialogue } = turn;
    const text = withoutMasks(turn.question);
    const expected = request.language ?? dialogue.language;
    turn.isEnglish = isEnglish(text, expected === "en");
    const goesOn =
      isWordless(text) ||
      dialogue.choices.some(({ label }) => fold(label) === fold(text.trim())) ||
      choiceInEnglish(dialogue, text) !== undefined;
    const spoken = turn.isEnglish || (goesOn && dialogue.language === "en") ? "en" : "vi";
    turn.language = request.language ?? spoken;
    turn.dialogue = { ...dialogue, language: turn.language === "en" ? "en" : undefined };
  }

  function guard(turn: Turn): void {
    const text = withoutMasks(turn.question);
    turn.query = guarded(text) ?? (turn.isEnglish ? guarded(inWordsOfSources(text)) : undefined);
  }

  /** Help in danger comes before everything; an attempt to steer outweighs what else is asked. */
  function guarded(question: string): Query | undefined {
    const sensitive = findSensitive(question);
    if (sensitive?.kind === "danger" || sensitive?.kind === "selfHarm")
      return { kind: "emergency", about: sensitive.kind, lines: sensitive.lines };
    const stop = guardInput(question);
    if (stop?.reason === "injection") return refused(stop.status, stop.reason);
    if (sensitive?.kind === "unlawful")
      return refused(
        "guardrails_abuse",
        "unlawful",
        sensitive.paper ? lawfulOffers(sensitive.paper, knowledge) : [],
      );
    if (sensitive?.kind === "accusation")
      return refused("unanswerable_out_of_scope", "accusation", complaintOffers(knowledge));
    if (sensitive?.kind === "politics") return refused("unanswerable_out_of_scope", "politics");
    return stop && refused(stop.status, stop.reason);
  }

  /** What is Vietnamese stays, such as a question that is read again; a choice in English is that choice. */
  function inTheWordsOfSources({ isEnglish: fromEnglish, dialogue }: Turn, asked: string): string {
    const chosen = choiceInEnglish(dialogue, asked);
    if (chosen) return chosen.label;
    return fromEnglish && isEnglish(asked, true) ? inWordsOfSources(asked) : asked;
  }

  async function understandAndRoute(turn: Turn): Promise<void> {
    if (turn.query) return;
    const { text, abusive } = withoutAbuse(withoutMasks(turn.question));
    turn.query = await understood(turn, text);
    if (turn.hadPersonalData && isUnsure(turn.query)) {
      // "Số căn cước của tôi là […], làm mất thẻ rồi": what introduced the number may name the subject after all.
      const again = await understood(turn, turn.question.replace(/\[[^\][]*\]/g, " "));
      if (!isUnsure(again)) turn.query = again;
    }
    if (abusive && turn.query.kind === "refusal") turn.query = ABUSE_ONLY;
  }

  /** A language model may know what is meant where the built-in understanding is unsure. */
  async function understandBetter(turn: Turn): Promise<void> {
    if (!turn.model) return;
    const text = withoutMasks(turn.question);
    const { read } = turn;
    const { last } = turn.dialogue;
    const before = (await store.turns(turn.conversationId)).at(-1);
    const past = last && before ? { question: before.question, query: last } : undefined;
    const better = await turn.model.understand(text, turn.query!, past, (other) => understood(turn, other));
    if (better) turn.query = better;
    else turn.read = read;
  }

  /** `agencyId` is meant by a name in it that several share. */
  async function understood(turn: Turn, asked: string, agencyId?: string): Promise<Query> {
    const text = inTheWordsOfSources(turn, asked);
    const { normalized, tokens } = understandText(withoutDenied(text), speller);
    const said = understander.understand(normalized, tokens);
    const question = agencyId === undefined ? said : withAgency(said, agencyId);
    turn.read = { text, ...(agencyId === undefined ? {} : { agencyId }) };
    rememberOwnAgency(turn, question);
    turn.agencyIds = question.mentions.flatMap(({ agencies }) =>
      agencies.length === 1 ? [agencies[0]!.id] : [],
    );
    const context: ReadingContext = {
      typed: text,
      question,
      dialogue: turn.dialogue,
      knowledge,
      understander,
      topics,
      families,
      acts,
      speech: speechOf(tokens, question.mentions),
      hits: await retrieve(normalized),
      found: findProcedures(question.affirmed),
      office: options.office,
      now: now(),
    };
    if (tokens.length === 0 && turn.hadPersonalData) return PRIVACY_ONLY;
    const query =
      (await resumed(turn, context)) ?? options.decide?.(context, answerContext()) ?? decide(context);
    // "Bên giáo dục" names an agency where the answer takes it for one.
    turn.agencyIds = [...new Set([...turn.agencyIds, ...agenciesOf(query)])];
    return query;
  }

  /** The question before, now that the agency is told that was asked back for. */
  async function resumed(turn: Turn, context: ReadingContext): Promise<Query | undefined> {
    const { pending } = turn.dialogue;
    const told = toldAgencies(context);
    if (!pending || told.length === 0) return undefined;
    const isOwn = pending.missing === "ownAgency";
    const [agencyId, ...others] = told;
    if (others.length > 0) {
      const agencies = knowledge.agencies.filter(({ id }) => told.includes(id));
      turn.read = pending;
      return askWhichAgency(agencies, isOwn);
    }
    turn.dialogue = {
      ...turn.dialogue,
      pending: null,
      choices: [],
      ...(isOwn ? { ownAgencyId: agencyId! } : {}),
    };
    const query = await understood(turn, pending.text, isOwn ? pending.agencyId : agencyId);
    turn.agencyIds = [...new Set([...(turn.agencyIds ?? []), agencyId!])];
    return query;
  }

  /** "tôi ở Sở Y tế, cơ quan tôi phải làm gì?" names the agency and asks in one breath. */
  function rememberOwnAgency(turn: Turn, question: ReturnType<Understander["understand"]>): void {
    const named = turn.request.agency ? findAgency(knowledge, turn.request.agency) : undefined;
    const said = question.cues.has("iAm")
      ? question.mentions.find((mention) => mention.agencies.length === 1)
      : undefined;
    const id = said?.agencies[0]?.id ?? named?.id;
    if (id) turn.dialogue = { ...turn.dialogue, ownAgencyId: id };
  }

  async function retrieve(text: string): Promise<Map<string, number>> {
    const hits = new Map<string, number>();
    for (const hit of await knowledge.retriever.search(text, { limit: RETRIEVED })) {
      hits.set(hit.chunk.recordId, Math.max(hits.get(hit.chunk.recordId) ?? 0, hit.score));
    }
    return hits;
  }

  /** As said, and in the words of the sources; what both find counts by its better place. */
  function findProcedures(text: string): Map<string, number> {
    const tokens = tokenize(text);
    const replaced = understander.withSynonyms(tokens);
    const hasSynonym = replaced.some((token, i) => token !== tokens[i]);
    const inSources = replaced.map((token) => token.text).join(" ");
    const places = new Map<string, number>();
    for (const query of hasSynonym ? [text, inSources] : [text]) {
      const found = knowledge.retriever.findProcedures(query, { limit: RETRIEVED });
      for (const { id, score } of found)
        places.set(id, Math.max(places.get(id) ?? 0, score / found[0]!.score));
    }
    return places;
  }

  function composeAnswer(turn: Turn): void {
    const composed = turn.language === "en" ? composeInEnglish : compose;
    turn.draft = composed(turn.query!, answerContext());
  }

  /** A language model may open the answer in its own words, as far as its quotes prove them. */
  async function phraseBetter(turn: Turn): Promise<void> {
    // Its instructions and its checks are for Vietnamese sentences.
    if (turn.language === "en") return;
    const better = await turn.model?.phrase(withoutMasks(turn.question), turn.query!, turn.draft!);
    if (better) turn.draft = better;
  }

  function offerPerson(turn: Turn): void {
    turn.opens = caseReason(turn.dialogue, turn.query!);
    if (turn.opens !== "failures") return;
    const { text, spoken } = turn.draft!;
    const { failure, code } = turn.language === "en" ? IN_ENGLISH : IN_VIETNAMESE;
    turn.draft = {
      ...turn.draft!,
      text: `${text}\n\n${failure} ${code}`,
      spoken: `${spoken} ${failure}`,
    };
  }

  function lockFigures(turn: Turn): void {
    const { passed, unsupported } = lock.check(turn.draft!);
    if (passed) return;
    options.onLockFailure?.(unsupported.map((figure) => `${figure.kind}:${figure.printed}`));
    turn.draft = (turn.language === "en" ? quotesOnlyInEnglish : quotesOnly)(turn.draft!);
  }

  function noticePersonalData(turn: Turn): void {
    if (!turn.hadPersonalData) return;
    const { privacy } = turn.language === "en" ? IN_ENGLISH : IN_VIETNAMESE;
    turn.draft = { ...turn.draft!, text: `${turn.draft!.text}\n\n${privacy}` };
  }

  function spell(turn: Turn): void {
    const draft = turn.draft!;
    turn.reply =
      turn.language === "en"
        ? { ...draft, language: turn.language, spoken: inEnglishSpeech(draft.spoken) }
        : { ...draft, spoken: spellOut(draft.spoken) };
  }

  async function save(turn: Turn): Promise<TurnResponse> {
    const { messageId } = turn;
    const state = remember(
      turn.dialogue,
      turn.query!,
      { taskIds: spokenOf(turn.query!, turn.reply!.tasks), agencyIds: turn.agencyIds ?? [] },
      turn.reply!.options.length > 0 ? choicesOf(turn.query!, knowledge) : [],
      turn.read,
    );
    for (let attempt = 1; ; attempt++) {
      const code = newCode();
      const response: TurnResponse = {
        conversationId: turn.conversationId,
        messageId,
        code,
        reply: turn.reply!,
      };
      const stored = {
        messageId,
        conversationId: turn.conversationId,
        code,
        channel: turn.request.channel,
        question: turn.question,
        response,
        knowledgeVersion: knowledge.version,
        ...(turn.identity?.digest === undefined ? {} : { digest: turn.identity.digest }),
        ...(turn.model && turn.model.use.purposes.length > 0 ? { model: turn.model.use } : {}),
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

  return {
    async answer(request, identity) {
      checkText(request.text);
      const turn = await openTurn(request, store, identity);
      if ("answered" in turn) return turn.answered.response;
      turn.dialogue = renewed(turn.dialogue, knowledge, isAnswerable);
      turn.model = models?.begin(request.channel === "voice" ? "voice" : "chat");
      try {
        for (const step of steps) await step(turn);
      } finally {
        turn.model?.end();
      }
      return save(turn);
    },
  };
}

/** Agencies that a query is about, in any part of it. */
const agenciesOf = (query: Query): string[] =>
  query.kind === "taskSet"
    ? [...JSON.stringify(query).matchAll(/"agencyId":"([^"]+)"/g)].map(([, id]) => id!)
    : [];

/** The choice whose label in English this is. */
const choiceInEnglish = ({ choices }: Dialogue, text: string): Choice | undefined =>
  choices.find(({ label }) => fold(suggestionInEnglish(label)) === fold(text.trim()));

/** "Trong đó" after the list of an agency means the rows that name it, where some do. */
function spokenOf(query: Query, tasks: readonly ReplyTask[]): string[] {
  const named = tasks.filter(({ directness }) => directness === "named");
  const ofAgency = query.kind === "taskSet" && isWide(query.set);
  return (ofAgency && named.length > 0 ? named : tasks).map(({ id }) => id);
}

function checkText(text: string): void {
  if (text.trim() === "") throw new RequestError("text_empty", "Câu hỏi đang trống.", { field: "text" });
  if (text.length > MAX_QUESTION_CHARACTERS) {
    throw new RequestError("text_too_long", `Câu hỏi dài quá ${MAX_QUESTION_CHARACTERS} ký tự.`, {
      field: "text",
    });
  }
}

async function openTurn(
  request: TurnRequest,
  store: ConversationStore,
  identity?: TurnIdentity,
): Promise<Turn | { answered: StoredTurn }> {
  const opened = (conversationId: string, dialogue: Dialogue): Turn => ({
    request,
    messageId: identity?.messageId ?? randomUUID(),
    conversationId,
    identity,
    question: "",
    hadPersonalData: false,
    language: "vi",
    isEnglish: false,
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

/** Turns of before digests were kept are known by their text alone. */
const isSame = (answered: StoredTurn, text: string, digest: string): boolean =>
  answered.digest === undefined
    ? answered.question === maskPersonalData(text).text
    : answered.digest === digest;

/** Also of one that was deleted while its question was in hand. */
export const unknownConversation = () =>
  new RequestError(
    "conversation_unknown",
    "Không tìm thấy cuộc trò chuyện này; có thể đã bị xóa hoặc hết thời gian lưu.",
    { status: 404, field: "conversationId" },
  );

/** The conversation was deleted, and takes no turn again. */
export const isDeleted = (error: unknown): boolean =>
  error instanceof AppError && error.code === "conversation_deleted";

/** "mình bị mất thẻ chứ không phải đổi": what is denied at the end is not what is asked. */
function withoutDenied(text: string): string {
  const lastMark = Math.max(...[...",.?!"].map((mark) => text.lastIndexOf(mark)));
  const denial = [...text.matchAll(DENIAL)].find((match) => match.index + match[0].length > lastMark);
  const affirmed = denial ? text.slice(0, denial.index) : text;
  return affirmed.replace(TAKEN_BACK, "$1");
}

/** "À không phải mất mà là hết hạn": what is said instead is asked. */
const TAKEN_BACK =
  /(^|[,.;!?]\s*|à |a |ý |y )(?:không|khong|ko|k|hổng|hông) (?:phải|phai) (?:\S+ ){1,6}(?:mà|ma) (?:là|la)? ?/iu;

const DENIAL = /(?<![\s,])[\s,]+(?:chứ|chu|chớ)\s+(?:không|ko|k|hổng|hông|đâu|khong)\s/giu;

const refused = (status: Status, reason: RefusalReason, offers: Choice[] = []): Query => ({
  kind: "refusal",
  status,
  reason,
  offers,
});

const isUnsure = (query: Query): boolean => query.kind === "refusal" || query.kind === "clarification";

const PRIVACY_ONLY: Query = { kind: "refusal", status: "guardrails_privacy", reason: "privacy", offers: [] };
const ABUSE_ONLY: Query = { kind: "refusal", status: "guardrails_abuse", reason: "abuse", offers: [] };

const newCode = () =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");
