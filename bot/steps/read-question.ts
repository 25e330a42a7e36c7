/** From the words of one question to a query. */
import { vietnamDay } from "../../knowledge/calendar.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { OfficeProfile } from "../../knowledge/office-profile.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { understandText } from "../../knowledge/vietnamese/understand-text.ts";
import { findAgency } from "../agency-names.ts";
import { decide } from "../decide.ts";
import type { Dialogue, Pending } from "../dialogue.ts";
import { questionFeatures } from "../examples/question-classifier.ts";
import { toldAgencies, withAgency } from "../pending.ts";
import type { Query } from "../query.ts";
import type { Found, ReadingContext } from "../readings/context.ts";
import { type Meant, meantOf, NOTHING_MEANT } from "../readings/meant.ts";
import { isOfTalk } from "../readings/talk-reader.ts";
import { askWhichAgency } from "../readings/which-agency.ts";
import type { TurnRequest } from "../reply.ts";
import { situationIn } from "../situations/read-situation.ts";
import { joined, type Situation } from "../situations/situation.ts";
import { withoutDenied } from "../understanding/denied.ts";
import type { Understanding as Question, Understander } from "../understanding/understand.ts";
import { utteranceOf } from "../understanding/utterance.ts";
import { inTheWordsOfSources } from "./hear.ts";
import type { ReadRecords } from "./read-records.ts";
import { findProcedures, findRecords } from "./search.ts";
import type { HeardTurn, Understanding } from "./stages.ts";

export interface ReaderOptions {
  knowledge: KnowledgeBase;
  now: () => Date;
  office: OfficeProfile | undefined;
  /** With all plans, where `knowledge` is the view of one of several. */
  whole?: KnowledgeBase | undefined;
  /** Decides in the ranker's place; undefined leaves it to the ranker. */
  decide?: ((context: ReadingContext) => Query | undefined) | undefined;
}

/** `asked` may be another wording of the question of the turn; `dialogue` is the one it is read in. `agencyId` is meant by
 *  a name in it that several share. */
export type ReadQuestion = (
  turn: HeardTurn,
  asked: string,
  dialogue: Dialogue,
  agencyId?: string,
) => Promise<Understanding>;

export function createQuestionReader(options: ReaderOptions, records: ReadRecords): ReadQuestion {
  const { knowledge } = options;
  const { topics, families, acts, speech, classifier, speller, understander } = records;

  async function read(
    turn: HeardTurn,
    asked: string,
    before: Dialogue,
    agencyId?: string,
  ): Promise<Understanding> {
    const text = inTheWordsOfSources(turn, before, asked);
    const { normalized, tokens } = understandText(withoutDenied(text), speller);
    const said = understander.understand(utteranceOf(normalized, tokens));
    const question = agencyId === undefined ? said : withAgency(said, agencyId);
    const dialogue = withOwnAgency(before, turn.request, question, knowledge);
    const own = { text, ...(agencyId === undefined ? {} : { agencyId }) };
    const named = question.mentions.flatMap(({ agencies }) =>
      agencies.length === 1 ? [agencies[0]!.id] : [],
    );
    const understood = (query: Query, from: Omit<Pending, "missing"> = own): Understanding => ({
      query,
      read: from,
      // "Bên giáo dục" names an agency where the answer takes it for one.
      agencyIds: [...new Set([...named, ...agenciesOf(query)])],
      dialogue,
    });
    if (tokens.length === 0 && turn.hadPersonalData) return understood(PRIVACY_ONLY);
    let found: ReadonlyMap<string, Found> | undefined;
    let meant: Meant | undefined;
    let meantSoFar: Meant | undefined;
    const meantBy = (words: readonly Token[], { situation }: { situation: Situation }, spokenOf?: string) => {
      const found = () => [context.found, context.hits];
      return meantOf(classifier.sharesOf(questionFeatures(words, situation)), knowledge, found, spokenOf);
    };
    const context: ReadingContext = {
      typed: text,
      question,
      dialogue,
      knowledge,
      understander,
      topics,
      families,
      acts,
      speech: speech.of(tokens, question.mentions),
      told: speech.told(tokens, question.mentions),
      situation: situationIn(tokens, understander.isForm, {
        age: question.age,
        today: vietnamDay(options.now()),
        before: dialogue.situation.since,
      }),
      // Of what names no subject nothing is looked for ("xin chào").
      hits: hasSubject(question) ? await findRecords(normalized, knowledge.retriever) : NOTHING_FOUND,
      get found() {
        found ??= hasSubject(question)
          ? findProcedures(question, knowledge.retriever, understander)
          : NOTHING_FOUND;
        return found;
      },
      get meant() {
        meant ??= meantBy(hasSubject(question) ? tokens : [], this);
        return meant;
      },
      get meantSoFar() {
        if (dialogue.story.length === 0) return this.meant;
        if (isOfTalk(this.speech)) return NOTHING_MEANT;
        const before = understandText([...dialogue.story, ""].join(" . "), speller).tokens;
        const situation = joined(dialogue.situation, this.situation);
        const spokenOf = dialogue.last?.kind === "procedure" ? dialogue.last.code : undefined;
        meantSoFar ??= meantBy([...before, ...tokens], { situation }, spokenOf);
        return meantSoFar;
      },
      office: options.office,
      whole: options.whole,
      now: options.now(),
    };
    const { pending } = dialogue;
    const told = toldAgencies(context);
    if (!pending || told.length === 0) return understood(options.decide?.(context) ?? decide(context));
    const isOwn = pending.missing === "ownAgency";
    const [only, ...others] = told;
    if (others.length > 0) {
      const agencies = knowledge.agencies.filter(({ id }) => told.includes(id));
      return understood(askWhichAgency(agencies, isOwn), pending);
    }
    return resume(turn, pending, only!, dialogue);
  }

  /** The question before, now that the agency is told that was asked back for. */
  async function resume(
    turn: HeardTurn,
    pending: Pending,
    told: string,
    dialogue: Dialogue,
  ): Promise<Understanding> {
    const isOwn = pending.missing === "ownAgency";
    const answered = { ...dialogue, pending: null, choices: [], ...(isOwn ? { ownAgencyId: told } : {}) };
    const resumed = await read(turn, pending.text, answered, isOwn ? pending.agencyId : told);
    return { ...resumed, agencyIds: [...new Set([...resumed.agencyIds, told])] };
  }

  return read;
}

const NOTHING_FOUND: ReadonlyMap<string, Found> = new Map();

const hasSubject = ({ planTopics, procedureTopics, officialTopics }: Question): boolean =>
  [...planTopics, ...procedureTopics, ...officialTopics].some((words) => words.length > 0);

/** "tôi ở Sở Y tế, cơ quan tôi phải làm gì?" names the agency and asks in one breath. */
function withOwnAgency(
  dialogue: Dialogue,
  request: TurnRequest,
  question: ReturnType<Understander["understand"]>,
  knowledge: KnowledgeBase,
): Dialogue {
  const named = request.agency ? findAgency(knowledge, request.agency) : undefined;
  const said = question.cues.has("iAm")
    ? question.mentions.find((mention) => mention.agencies.length === 1)
    : undefined;
  const id = said?.agencies[0]?.id ?? named?.id;
  return id ? { ...dialogue, ownAgencyId: id } : dialogue;
}

/** Agencies that a query is about, in any part of it. */
const agenciesOf = (query: Query): string[] =>
  query.kind === "taskSet"
    ? [...JSON.stringify(query).matchAll(/"agencyId":"([^"]+)"/g)].map(([, id]) => id!)
    : [];

const PRIVACY_ONLY: Query = { kind: "refusal", status: "guardrails_privacy", reason: "privacy", offers: [] };
