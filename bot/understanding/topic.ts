/** How well a record covers the topic of a question. Retrieval proposes records, this judges them: a share of the
 *  question's words, weighted by how telling they are, so that a question about something else scores low even when
 *  its best neighbour is near. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { Chunk } from "../../knowledge/records.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import type { IsForm, Span } from "./phrases.ts";
import { ProcedureNames } from "./procedure-spans.ts";
import { best } from "./select.ts";
import { Postings, pairOf, TopicVocabulary } from "./topic-postings.ts";
import { type PreparedTopic, TopicWeights } from "./topic-question.ts";
import { namedTexts } from "./topic-records.ts";

export type TopicKind = Chunk["kind"];

export interface TopicMatch {
  readonly recordId: string;
  readonly kind: TopicKind;
  /** Share of the question's weight found in the record, 0..1. */
  readonly coverage: number;
  /** Share of the best name's weight found in the question, 0..1. */
  readonly precision: number;
  /** For ranking: coverage first, then precision. 0..1. */
  readonly score: number;
  /** Weight of what was found against that of one word no record holds: 1 is a rare word or a telling compound. */
  readonly evidence: number;
  /** Words of a procedure's name that stands whole in the question. */
  readonly called?: number;
  /** How near it is to the question in meaning, 0..1; undefined where that was not looked at. */
  readonly meaning?: number;
}

interface TopicRecord {
  id: string;
  kind: TopicKind;
  /** Numbers of the words of each name, each once. */
  names: { words: Int32Array; weight: number }[];
}

/** The records that are looked through together. */
interface Side {
  postings: Postings;
  records: TopicRecord[];
}

/** What a reading of the topic found on one side; what is asked of it again is not looked for again. */
interface Looked {
  /** Weight of what was found, by record. */
  matched: Float64Array;
  /** Words found, by record. */
  words: Uint16Array;
  /** Records that hold a word, in the order in which the words led to them. */
  touched: number[];
  /** The best of them, so many at least as were asked for. */
  ranked: { most: number; records: readonly number[] } | undefined;
  judged: Map<number, TopicMatch | null>;
}

/** How much the share of the name counts beside the share of the question. Procedures are called by their names. */
const PRECISION_SHARE = 0.25;
const NAME_SHARE = 0.4;
/** A word typed with other diacritics than the record's still counts for something: typing errors, hỏi/ngã. */
const OTHER_ACCENT = 0.55;
const LONELY = 0.7;
/** A lone syllable must weigh at least this share of a word that no record holds: common ones are found everywhere. */
const MIN_EVIDENCE = 0.6;
const COMMON = 0.03;
/** Records judged by their names, beyond those asked for. */
const CANDIDATES = 250;

const newSide = (): Side => ({ postings: new Postings(), records: [] });

export class TopicIndex {
  readonly #vocabulary = new TopicVocabulary();
  readonly #plan = newSide();
  readonly #procedures = newSide();
  readonly #procedureNumbers = new Map<string, number>();
  readonly #procedureNames: ProcedureNames;
  readonly #weights: TopicWeights;
  readonly #size: number;
  readonly #looked = new Map<Side, WeakMap<PreparedTopic, Looked>>([
    [this.#plan, new WeakMap()],
    [this.#procedures, new WeakMap()],
  ]);

  constructor(knowledge: KnowledgeBase) {
    const { words } = this.#vocabulary;
    for (const { id, kind, names: official, sayings = [], rest } of namedTexts(knowledge)) {
      const names = [...new Set([...official, ...sayings])];
      const side = this.#sideOf(kind);
      const held = this.#vocabulary.read([...official, rest], sayings);
      const number = side.postings.add(held.words, held.pairs);
      if (kind === "procedure") this.#procedureNumbers.set(id, number);
      const ofName = (name: string) => new Set(tokenize(name).map(({ folded }) => words.numberOf(folded)!));
      side.records.push({
        id,
        kind,
        names: names.flatMap((name) => {
          const own = Int32Array.from(ofName(name));
          return own.length > 0 ? [{ words: own, weight: 0 }] : [];
        }),
      });
    }
    this.#procedureNames = new ProcedureNames(knowledge.procedures);
    this.#size = this.#plan.records.length + this.#procedures.records.length;
    this.#weights = new TopicWeights(this.#vocabulary, this.#size);
    const { weights } = this.#weights;
    for (const { records } of [this.#plan, this.#procedures])
      for (const { names } of records)
        for (const name of names) name.weight = name.words.reduce((total, word) => total + weights[word]!, 0);
  }

  #sideOf(kind: TopicKind): Side {
    return kind === "procedure" ? this.#procedures : this.#plan;
  }

  /** Folded words, neighbouring pairs and written forms of all records with the number of records that hold them. */
  vocabulary(): Pick<TopicVocabulary, "forms" | "pairForms" | "officialForms" | "officialPairs"> & {
    unigrams: Map<string, number>;
    bigrams: Map<string, number>;
  } {
    const { words, pairs, forms, pairForms, officialForms, officialPairs } = this.#vocabulary;
    return {
      unigrams: words.toMap(),
      bigrams: pairs.toMap(),
      forms,
      pairForms,
      officialForms,
      officialPairs,
    };
  }

  knows(word: string): boolean {
    return this.#vocabulary.words.numberOf(word) !== undefined;
  }

  /** Of the neighbours of a subject those that stand side by side in some record, as they are written; 1 without any. */
  knownPairs(words: readonly Token[]): number {
    const pairs = words.slice(1).flatMap((word, i) => {
      const before = words[i]!;
      return word.start === before.end + 1 ? [[before, word] as const] : [];
    });
    if (pairs.length === 0) return 1;
    const isPlain = words.every(({ text, folded }) => text === folded);
    const { pairs: known, pairForms } = this.#vocabulary;
    const isKnown = ([a, b]: readonly [Token, Token]) =>
      isPlain ? known.numberOf(pairOf(a, b)) !== undefined : pairForms.has(`${a.text} ${b.text}`);
    return pairs.filter(isKnown).length / pairs.length;
  }

  /** Do three records of a hundred hold the word, as it is written? It names no subject by itself. */
  isCommon({ text, folded }: Token): boolean {
    const { words, forms } = this.#vocabulary;
    const number = words.numberOf(folded);
    const count = number === undefined ? 0 : text === folded ? words.counts[number]! : (forms.get(text) ?? 0);
    return count >= COMMON * this.#size;
  }

  /** See ProcedureNames. */
  procedureSpans(tokens: readonly Token[], isForm?: IsForm): { from: number; to: number; code: string }[] {
    return this.#procedureNames.spans(tokens, isForm);
  }

  /** See ProcedureNames. */
  procedurePlaces(tokens: readonly Token[]): Span[] {
    return this.#procedureNames.places(tokens);
  }

  /** See ProcedureNames. */
  procedureNamesIn(tokens: readonly Token[], isForm?: IsForm): Map<string, number> {
    return this.#procedureNames.lengths(tokens, isForm);
  }

  /** Best first. Several readings of one topic are tried; each record keeps its best. */
  match(readings: readonly (readonly Token[])[], kinds: readonly TopicKind[], limit = 10): TopicMatch[] {
    const sides = [...new Set(kinds.map((kind) => this.#sideOf(kind)))];
    const found = sides.flatMap((side) => {
      const accepts = (number: number) => kinds.includes(side.records[number]!.kind);
      return [...this.#bestOf(side, readings, side === this.#plan ? accepts : undefined, limit).values()];
    });
    return found.sort((a, b) => b.score - a.score).slice(0, limit);
  }

  /** The best procedures of the readings, and what the readings say of the other codes asked for. In no order. */
  matchProcedures(
    readings: readonly (readonly Token[])[],
    codes: Iterable<string>,
    limit: number,
  ): TopicMatch[] {
    const others = [...codes].flatMap((code) => this.#procedureNumbers.get(code) ?? []);
    return [...this.#bestOf(this.#procedures, readings, undefined, limit, others).values()];
  }

  #bestOf(
    side: Side,
    readings: readonly (readonly Token[])[],
    accepts: ((number: number) => boolean) | undefined,
    limit: number,
    others: readonly number[] = [],
  ): Map<number, TopicMatch> {
    const found = new Map<number, TopicMatch>();
    for (const tokens of readings) {
      if (tokens.length === 0) continue;
      const question = this.#weights.prepare(tokens);
      const looked = this.#look(side, question);
      // Names are compared only where enough of the question was found.
      const candidates = this.#ranked(looked, accepts, CANDIDATES + limit);
      for (const number of others.length > 0 ? new Set([...candidates, ...others]) : candidates) {
        let match = looked.judged.get(number);
        if (match === undefined) {
          match = this.#judge(
            side.records[number]!,
            question,
            looked.matched[number]!,
            looked.words[number]!,
          );
          looked.judged.set(number, match);
        }
        if (!match) continue;
        const known = found.get(number);
        if (!known || match.score > known.score) found.set(number, match);
      }
    }
    return found;
  }

  /** Most found first; of equals in the order in which the words led to them. */
  #ranked(
    looked: Looked,
    accepts: ((number: number) => boolean) | undefined,
    most: number,
  ): readonly number[] {
    const { touched, matched } = looked;
    // Of those that `accepts` leaves the best may stand anywhere.
    const wanted = accepts ? touched.length : Math.min(most, touched.length);
    if (!looked.ranked || looked.ranked.most < wanted)
      looked.ranked = { most: wanted, records: best(touched, matched, wanted) };
    const { records } = looked.ranked;
    if (accepts) return records.filter(accepts).slice(0, most);
    return records.length > most ? records.slice(0, most) : records;
  }

  #look(side: Side, question: PreparedTopic): Looked {
    const known = this.#looked.get(side)!.get(question);
    if (known) return known;
    const { postings } = side;
    const matched = new Float64Array(postings.size);
    const words = new Uint16Array(postings.size);
    const touched: number[] = [];
    const written = new Uint8Array(postings.size);
    for (const { number, token, worth, isBare } of question.words) {
      const places = number === undefined ? undefined : postings.wordPlaces(number);
      if (!places) continue;
      const own = isBare ? undefined : places.forms.get(token.text);
      if (own) for (const record of own) written[record] = 1;
      for (const record of places.all) {
        if (words[record]!++ === 0) touched.push(record);
        matched[record]! += isBare || written[record] === 1 ? worth : worth * OTHER_ACCENT;
      }
      if (own) for (const record of own) written[record] = 0;
    }
    for (const { number, weight } of question.pairs)
      for (const record of postings.pairPlaces(number)) matched[record]! += weight;
    const looked: Looked = { matched, words, touched, ranked: undefined, judged: new Map() };
    this.#looked.get(side)!.set(question, looked);
    return looked;
  }

  #judge(
    { id: recordId, kind, names }: TopicRecord,
    question: PreparedTopic,
    matched: number,
    words: number,
  ): TopicMatch | null {
    const { weights, unseen } = this.#weights;
    if (words === 1 && matched < MIN_EVIDENCE * unseen) return null;
    // One word of several is found anywhere by chance ("mai" of "mai có bão" in "mai táng").
    const lonely = words === 1 && question.words.length > 1;
    const coverage = (lonely ? LONELY : 1) * (matched / question.total);
    let precision = 0;
    for (const name of names) {
      let common = 0;
      for (const word of name.words) if (question.known.has(word)) common += weights[word]!;
      precision = Math.max(precision, common / name.weight);
    }
    const share = kind === "procedure" ? NAME_SHARE : PRECISION_SHARE;
    const score = (1 - share) * coverage + share * precision;
    return { recordId, kind, coverage, precision, score, evidence: matched / unseen };
  }
}
