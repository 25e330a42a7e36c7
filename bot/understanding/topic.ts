/** How well a record covers the topic of a question. Retrieval proposes records, this judges them: a share of the
 *  question's words, weighted by how telling they are, so that a question about something else scores low even when
 *  its best neighbour is near. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { namesOf, withoutFormalWords } from "../../knowledge/procedure-names.ts";
import type { Chunk } from "../../knowledge/records.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { type IsForm, longestOnly, PhraseIndex } from "./phrases.ts";

export type TopicKind = Chunk["kind"];

export interface TopicMatch {
  recordId: string;
  kind: TopicKind;
  /** Share of the question's weight found in the record, 0..1. */
  coverage: number;
  /** Share of the best name's weight found in the question, 0..1. */
  precision: number;
  /** For ranking: coverage first, then precision. 0..1. */
  score: number;
  /** Weight of what was found against that of one word no record holds: 1 is a rare word or a telling compound. */
  evidence: number;
  /** Words of a procedure's name that stands whole in the question. */
  called?: number;
}

interface TopicRecord {
  id: string;
  kind: TopicKind;
  /** folded word → accented forms in the record. */
  words: Map<string, Set<string>>;
  pairs: Set<string>;
  names: { words: Set<string>; weight: number }[];
}

interface PreparedTopic {
  /** `loose`: the words beside it never stand beside it in a record. */
  words: Map<string, { token: Token; weight: number; loose: boolean }>;
  pairs: Map<string, number>;
  total: number;
}

/** How much the share of the name counts beside the share of the question. Procedures are called by their names. */
const PRECISION_SHARE = 0.25;
const NAME_SHARE = 0.4;
const PAIR_WEIGHT = 0.5;
/** A word typed with other diacritics than the record's still counts for something: typing errors, hỏi/ngã. */
const OTHER_ACCENT = 0.55;
const UNKNOWN_WORD = 0.8;
/** Neighbours in the question that no record holds side by side speak for another subject. */
const UNKNOWN_PAIR = 0.25;
/** A word that stands beside such a neighbour only ("thời tiết" where records say "thời hạn", "chi tiết"). */
const LOOSE_WORD = 0.5;
const LONELY = 0.7;
/** A lone syllable must weigh at least this share of a word that no record holds: common ones are found everywhere. */
const MIN_EVIDENCE = 0.6;
const COMMON = 0.03;
/** Records judged by their names, beyond those asked for. */
const CANDIDATES = 250;

export class TopicIndex {
  readonly #records: TopicRecord[] = [];
  readonly #procedureNumbers = new Map<string, number>();
  /** Folded word → records that hold it, each with its written forms there. */
  readonly #wordPlaces = new Map<string, { record: number; forms: ReadonlySet<string> }[]>();
  readonly #pairPlaces = new Map<string, number[]>();
  readonly #wordCounts = new Map<string, number>();
  readonly #pairCounts = new Map<string, number>();
  /** As written, "sở y": count. */
  readonly #pairForms = new Map<string, number>();
  /** Words that are written without diacritics. */
  readonly #bareForms = new Set<string>();
  readonly #minEvidence: number;
  readonly #procedureNames = new PhraseIndex<{ code: string; official: boolean }>();

  constructor(knowledge: KnowledgeBase) {
    for (const task of knowledge.tasks)
      this.#add(task.id, "task", [task.title, headOf(task.title)], task.groupName);
    for (const target of knowledge.targets)
      this.#add(target.id, "target", [], [target.text, ...target.path].join(" . "));
    for (const duty of knowledge.duties)
      this.#add(duty.id, "duty", [], [duty.text, ...duty.path].join(" . "));
    for (const passage of knowledge.passages) {
      this.#add(
        passage.id,
        "passage",
        // A heading of section VI names an agency, which a question about anything may hold by chance ("cháu nội").
        passage.sectionLabel.startsWith("VI") ? [] : [passage.path.at(-1) ?? ""],
        [passage.text, ...passage.path].join(" . "),
      );
    }
    for (const fact of knowledge.facts) this.#add(fact.id, "fact", [], `${fact.label} . ${fact.value}`);
    for (const procedure of knowledge.procedures) {
      const names = namesOf(procedure);
      for (const name of names) {
        const official = name === procedure.name;
        this.#procedureNames.add(withoutFormalWords(name), { code: procedure.code, official });
      }
      this.#add(
        procedure.code,
        "procedure",
        names,
        [procedure.field, ...procedure.distinguishing].join(" . "),
      );
    }
    this.#records.forEach((record, number) => {
      for (const [word, forms] of record.words) {
        this.#wordCounts.set(word, (this.#wordCounts.get(word) ?? 0) + 1);
        append(this.#wordPlaces, word, { record: number, forms });
      }
      for (const pair of record.pairs) {
        this.#pairCounts.set(pair, (this.#pairCounts.get(pair) ?? 0) + 1);
        append(this.#pairPlaces, pair, number);
      }
    });
    for (const { words } of this.#records)
      for (const [word, forms] of words) if (forms.has(word)) this.#bareForms.add(word);
    this.#minEvidence = MIN_EVIDENCE * Math.log(1 + this.#records.length);
    for (const record of this.#records) {
      for (const name of record.names) name.weight = sum([...name.words].map((word) => this.#weight(word)));
    }
  }

  /** Folded words, neighbouring pairs and written forms of all records with the number of records that hold them. */
  vocabulary(): {
    unigrams: Map<string, number>;
    bigrams: Map<string, number>;
    forms: Map<string, number>;
    pairForms: Map<string, number>;
  } {
    const forms = new Map<string, number>();
    for (const { words } of this.#records) {
      for (const own of words.values()) for (const form of own) forms.set(form, (forms.get(form) ?? 0) + 1);
    }
    const pairForms = this.#pairForms;
    return { unigrams: this.#wordCounts, bigrams: this.#pairCounts, forms, pairForms };
  }

  knows(word: string): boolean {
    return this.#wordCounts.has(word);
  }

  /** Of the neighbours of a subject those that stand side by side in some record, as they are written; 1 without any. */
  knownPairs(words: readonly Token[]): number {
    const pairs = words.slice(1).flatMap((word, i) => {
      const before = words[i]!;
      return word.start === before.end + 1 ? [[before, word] as const] : [];
    });
    if (pairs.length === 0) return 1;
    const isPlain = words.every(({ text, folded }) => text === folded);
    const isKnown = ([a, b]: readonly [Token, Token]) =>
      isPlain ? this.#pairCounts.has(`${a.folded} ${b.folded}`) : this.#pairForms.has(`${a.text} ${b.text}`);
    return pairs.filter(isKnown).length / pairs.length;
  }

  /** Do three records of a hundred hold the word, as it is written? It names no subject by itself. */
  isCommon({ text, folded }: Token): boolean {
    const places = this.#wordPlaces.get(folded) ?? [];
    const count =
      text === folded ? places.length : places.reduce((sum, { forms }) => sum + Number(forms.has(text)), 0);
    return count >= COMMON * this.#records.length;
  }

  /** Where whole names of procedures stand, longest first over others; a name of several procedures is no name. */
  procedureSpans(tokens: readonly Token[], isForm?: IsForm): { from: number; to: number; code: string }[] {
    const matches = this.#procedureNames.find(tokens, isForm);
    return longestOnly(matches).flatMap(({ from, to }) => {
      const codes = new Set(
        matches.filter((row) => row.from === from && row.to === to).map((row) => row.value.code),
      );
      return codes.size === 1 && to - from > 1 ? [{ from, to, code: [...codes][0]! }] : [];
    });
  }

  /** Procedures whose name or alias stands in the text word for word → its length in words; only the longest of names
   *  that overlap ("đăng ký lại kết hôn" holds no "kết hôn"). */
  procedureNamesIn(tokens: readonly Token[], isForm?: IsForm): Map<string, number> {
    const matches = this.#procedureNames.find(tokens, isForm);
    const spans = longestOnly(matches);
    const found = new Map<string, number>();
    for (const { from, to } of spans) {
      // "Ba má không đăng ký kết hôn, giờ ba muốn nhận con": what wasn't done isn't what is asked for.
      if (/^(khong|chua)$/.test(tokens[from - 1]?.folded ?? "") && to < tokens.length) continue;
      for (const match of matches) {
        if (match.from !== from || match.to !== to) continue;
        // Of two names as long the official one is meant.
        const words = to - from + (match.value.official ? 1 : 0);
        found.set(match.value.code, Math.max(found.get(match.value.code) ?? 0, words));
      }
    }
    return found;
  }

  /** Best first. Several readings of one topic are tried; each record keeps its best. */
  match(readings: Token[][], kinds: readonly TopicKind[], limit = 10): TopicMatch[] {
    const best = this.#bestOf(readings, (number) => kinds.includes(this.#records[number]!.kind), limit);
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, limit);
  }

  /** The best procedures of the readings, and what the readings say of the other codes asked for. In no order. */
  matchProcedures(readings: Token[][], codes: Iterable<string>, limit: number): TopicMatch[] {
    const isProcedure = (number: number) => this.#records[number]!.kind === "procedure";
    const others = [...codes].flatMap((code) => this.#procedureNumbers.get(code) ?? []);
    return [...this.#bestOf(readings, isProcedure, limit, others).values()];
  }

  #bestOf(
    readings: Token[][],
    accepts: (number: number) => boolean,
    limit: number,
    others: readonly number[] = [],
  ): Map<number, TopicMatch> {
    const best = new Map<number, TopicMatch>();
    for (const tokens of readings) {
      if (tokens.length === 0) continue;
      for (const [number, match] of this.#matchOne(this.#prepare(tokens), accepts, limit, others)) {
        const known = best.get(number);
        if (!known || match.score > known.score) best.set(number, match);
      }
    }
    return best;
  }

  #matchOne(
    question: PreparedTopic,
    accepts: (number: number) => boolean,
    limit: number,
    others: readonly number[],
  ): [number, TopicMatch][] {
    const matched = new Float64Array(this.#records.length);
    const words = new Uint16Array(this.#records.length);
    const touched: number[] = [];
    const unaccented = [...question.words.values()].every(({ token }) => token.text === token.folded);
    for (const [word, { token, weight, loose }] of question.words) {
      const worth = weight * (loose ? LOOSE_WORD : 1);
      // Among words with diacritics "hai" is no "hải".
      const isBare = token.text === token.folded && (unaccented || !this.#bareForms.has(token.text));
      for (const { record, forms } of this.#wordPlaces.get(word) ?? []) {
        if (words[record]!++ === 0) touched.push(record);
        matched[record]! += worth * (isBare || forms.has(token.text) ? 1 : OTHER_ACCENT);
      }
    }
    for (const [pair, weight] of question.pairs)
      for (const record of this.#pairPlaces.get(pair) ?? []) matched[record]! += weight;
    // Names are compared only where enough of the question was found.
    const candidates = touched
      .filter(accepts)
      .sort((a, b) => matched[b]! - matched[a]!)
      .slice(0, CANDIDATES + limit);
    return [...new Set([...candidates, ...others])].flatMap((number) => {
      const match = this.#judge(this.#records[number]!, question, matched[number]!, words[number]!);
      return match ? [[number, match] as [number, TopicMatch]] : [];
    });
  }

  #add(id: string, kind: TopicKind, names: string[], rest: string): void {
    const record: TopicRecord = { id, kind, words: new Map(), pairs: new Set(), names: [] };
    for (const text of [...names, rest]) {
      const tokens = tokenize(text);
      tokens.forEach((token, i) => {
        const forms = record.words.get(token.folded) ?? new Set();
        forms.add(token.text);
        record.words.set(token.folded, forms);
        const next = tokens[i + 1];
        if (!next) return;
        record.pairs.add(`${token.folded} ${next.folded}`);
        const written = `${token.text} ${next.text}`;
        this.#pairForms.set(written, (this.#pairForms.get(written) ?? 0) + 1);
      });
    }
    for (const name of names) {
      const words = new Set(tokenize(name).map((token) => token.folded));
      if (words.size > 0) record.names.push({ words, weight: 0 });
    }
    if (kind === "procedure") this.#procedureNumbers.set(id, this.#records.length);
    this.#records.push(record);
  }

  #weight(word: string): number {
    const count = this.#wordCounts.get(word) ?? 0;
    const unseen = Math.log(1 + this.#records.length);
    return count === 0 ? UNKNOWN_WORD * unseen : Math.log(1 + this.#records.length / count);
  }

  #pairWeight(pair: string): number {
    return PAIR_WEIGHT * Math.log(1 + this.#records.length / this.#pairCounts.get(pair)!);
  }

  #prepare(tokens: readonly Token[]): PreparedTopic {
    const words: PreparedTopic["words"] = new Map();
    const pairs = new Map<string, number>();
    const joins = (first: Token | undefined, second: Token | undefined): boolean | undefined => {
      if (!first || !second) return undefined;
      if (this.#pairCounts.has(`${first.folded} ${second.folded}`)) return true;
      return second.start === first.end + 1 ? false : undefined;
    };
    tokens.forEach((token, i) => {
      const next = tokens[i + 1];
      const weight = this.#weight(token.folded);
      const [before, after] = [joins(tokens[i - 1], token), joins(token, next)];
      const loose = before !== true && after !== true && (before === false || after === false);
      const known = words.get(token.folded);
      words.set(token.folded, { token, weight, loose: loose && (known?.loose ?? true) });
      if (!next || after === undefined) return;
      const least = Math.min(weight, this.#weight(next.folded));
      const pair = `${token.folded} ${next.folded}`;
      pairs.set(pair, after ? this.#pairWeight(pair) : UNKNOWN_PAIR * least);
    });
    const total = sum([...words.values()].map((row) => row.weight)) + sum([...pairs.values()]);
    return { words, pairs, total };
  }

  #judge(
    record: TopicRecord,
    question: PreparedTopic,
    matched: number,
    words: number,
  ): TopicMatch | undefined {
    if (words === 1 && matched < this.#minEvidence) return undefined;
    // One word of several is found anywhere by chance ("mai" of "mai có bão" in "mai táng").
    const lonely = words === 1 && question.words.size > 1;
    const coverage = (lonely ? LONELY : 1) * (matched / question.total);
    let precision = 0;
    for (const name of record.names) {
      let common = 0;
      for (const word of name.words) if (question.words.has(word)) common += this.#weight(word);
      if (name.weight > 0) precision = Math.max(precision, common / name.weight);
    }
    const share = record.kind === "procedure" ? NAME_SHARE : PRECISION_SHARE;
    const score = (1 - share) * coverage + share * precision;
    const evidence = matched / Math.log(1 + this.#records.length);
    return { recordId: record.id, kind: record.kind, coverage, precision, score, evidence };
  }
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** "Nâng cấp, mở rộng Cổng Thông tin điện tử tỉnh và phát triển …" is called by its first part. */
const headOf = (title: string): string => title.split(/ (?:và|để|nhằm|phục vụ|đáp ứng) | \(/u)[0]!;

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
