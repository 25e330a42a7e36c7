/** From an utterance to what it signals: cues, agencies, labels, periods, and the words that remain as topic. */

import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { Agency } from "../../knowledge/records.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { type AgencyMention, AgencyNames } from "../agency-names.ts";
import { actsIn } from "./acts.ts";
import { ordinalOf } from "./choice.ts";
import { type Condition, conditionsIn } from "./conditions.ts";
import type { Cue } from "./cues.ts";
import { DOMAIN_INDEX } from "./domains.ts";
import { ageIn, type ClaimedFigure, claimIn, claimSpans, withAge } from "./figures.ts";
import { GroupNames } from "./groups.ts";
import { labelsIn, numbersIn, sectionLabelsIn, taskNumbersIn } from "./labels.ts";
import type { Lexicon } from "./lexicon.ts";
import { mentionsIn, placesAfterCommunes } from "./mentions.ts";
import { deniedClauses, neededIn, withoutSpans } from "./not-asked.ts";
import { type AllowsRow, type IsForm, longestOnly, type Span } from "./phrases.ts";
import { isAcronym, planNumbers, type Signals, signalsIn } from "./signals.ts";
import { stopPositions } from "./stop-words.ts";
import { SubjectWords } from "./subjects.ts";
import { SYNONYM_INDEX } from "./synonyms.ts";
import type { Utterance } from "./utterance.ts";
import { yearsIn } from "./years.ts";

/** What a question names beside its subject. */
interface Named {
  cues: ReadonlySet<Cue>;
  /** Where "chủ trì" and "phối hợp" stand, in order. */
  roles: Signals["roles"];
  mentions: AgencyMention[];
  /** Labels as written, canonical: "V.9", "IIb.1". */
  labels: string[];
  /** "nhiệm vụ 9": numbers of tasks without a group. */
  taskNumbers: number[];
  /** Groups of the appendix meant by name or numeral; "II" gives both. */
  groupIds: string[];
  /** "mục VI", "phần III": headings of the body. */
  sectionLabels: string[];
  years: number[];
  /** A quarter or a month of a year was said: "quý 4/2024". */
  partOfYear: boolean;
  /** "2023-2024". */
  periods: string[];
}

/** The words that name the subject of a question, and what was said of it. */
export interface Subject {
  /** Readings of the topic for the plan: words that name a subject, as typed and with synonyms replaced. */
  planTopics: Token[][];
  /** The same for procedures: aspects ("lệ phí") taken out too. */
  procedureTopics: Token[][];
  /** What was said of circumstances in the words of official names: "sinh ở Nhật" → "cho trẻ em sinh ra ở nước ngoài". */
  officialTopics: Token[][];
  /** Positions of tokens that carry no topic. */
  stops: ReadonlySet<number>;
  /** "Có cần giấy khai sinh không" behind what it is needed for: names there are no subject. */
  needed: readonly Span[];
  /** Circumstances that tell near-twin procedures apart. */
  conditions: ReadonlySet<Condition>;
  /** "không có yếu tố nước ngoài". */
  deniedConditions: ReadonlySet<Condition>;
  /** The text without clauses that say what is not asked for. */
  affirmed: string;
}

export interface Understanding extends Utterance, Named, Subject {
  documentNumbers: string[];
  /** "quyết định 942": numbers of documents without their letters. */
  bareNumbers: string[];
  procedureCodes: string[];
  /** A bare choice such as "2", "số 2", "cái thứ hai": 1-based. */
  ordinal: number | null;
  /** A sum or a number of days in the question: "8 nghìn", "3 ngày". */
  claim: ClaimedFigure | undefined;
  /** "Bé 5 tuổi", of whoever it is done for; in years. */
  age: number | undefined;
  /** Rows of the table of acts that were named. */
  acts: ReadonlySet<number>;
  /** Speaks of papers that people need, of government at all, or of neither. */
  domain: "papers" | "government" | null;
}

const isProcedureCue = (cue: Cue) => cue === "procedure" || cue === "papers" || cue.startsWith("aspect");

/** Groups of so many tasks are nothing unusual. */
const FEWEST_NUMBERS = 40;

export class Understander {
  readonly #agencies: AgencyNames;
  readonly #groups: GroupNames;
  /** The highest number of a task; "9" of a higher one is none of a group's. */
  readonly #most: number;
  readonly #planNumbers: ReturnType<typeof planNumbers>;
  readonly #lexicon: Lexicon;
  readonly isForm: IsForm;

  /** `allows` looks on and may leave rows out; see IsForm. */
  constructor(
    knowledge: Pick<KnowledgeBase, "agencies" | "groups" | "documents"> &
      Partial<Pick<KnowledgeBase, "tasks">>,
    lexicon: Lexicon,
    allows?: AllowsRow,
  ) {
    this.#lexicon = lexicon;
    this.isForm = Object.assign((word: string) => lexicon.forms.has(word), { allows });
    this.#agencies = new AgencyNames(knowledge.agencies);
    this.#most = (knowledge.tasks ?? []).reduce((most, { number }) => Math.max(most, number), FEWEST_NUMBERS);
    this.#planNumbers = planNumbers(knowledge.documents);
    this.#groups = new GroupNames(
      knowledge.groups,
      Object.assign({}, ...knowledge.documents.map(({ words }) => words?.groups)),
    );
  }

  agenciesIn(text: string): Agency[] {
    return this.#agencies.find(tokenize(text)).flatMap((mention) => mention.agencies);
  }

  /** The words with synonyms replaced by the words of the sources. */
  withSynonyms(tokens: readonly Token[]): Token[] {
    const matches = longestOnly(SYNONYM_INDEX.find(tokens, this.isForm));
    return tokens.flatMap((token, i) => {
      const match = matches.find(({ from, to }) => i >= from && i < to);
      if (!match) return [token];
      return i === match.from ? match.value : [];
    });
  }

  understand(utterance: Utterance): Understanding {
    const { tokens } = utterance;
    const { named, subject } = this.#read(utterance);
    return {
      ...utterance,
      ...named,
      ...subject,
      ...numbersIn(tokens),
      ordinal: ordinalOf(utterance),
      claim: claimIn(utterance),
      age: ageIn(tokens),
      acts: actsIn(tokens, this.isForm),
      domain: this.#domainOf(tokens),
    };
  }

  /** Of a part of an utterance only what it is about. */
  subjectOf(utterance: Utterance): Subject {
    return this.#read(utterance).subject;
  }

  #read(utterance: Utterance): { named: Named; subject: Subject } {
    const { tokens } = utterance;
    const { isForm } = this;
    const conditions = conditionsIn(tokens, isForm);
    const { cues, roles, matches } = signalsIn(
      utterance,
      conditions.wordings,
      this.#lexicon,
      isForm,
      this.#planNumbers,
    );
    const labels = labelsIn(tokens, this.#most);
    const groups = this.#groups.idsIn(tokens, cues, isForm);
    const sections = sectionLabelsIn(tokens);
    const taskNumbers = taskNumbersIn(tokens);
    const { spans: times, ...years } = yearsIn(utterance);
    const { mentions, sectors } = mentionsIn(tokens, this.#agencies, isForm);
    const stops = stopPositions(tokens, this.#lexicon, isForm);
    const words = new SubjectWords(tokens, matches, stops, [
      ...[labels, groups, sections, taskNumbers].flatMap(({ spans }) => spans),
      ...times,
      ...mentions.filter(({ weak }) => !weak),
      ...placesAfterCommunes(utterance, matches),
      ...codeSpans(tokens),
    ]);
    const synonyms = words
      .fitting(longestOnly([...SYNONYM_INDEX.find(tokens, isForm), ...sectors]))
      .filter((match) => !(match.phrase === "ai" && !isAcronym(utterance, match)));
    // "Y tế" of "bảo hiểm y tế" stays: only a place tells no procedure apart.
    const places = mentions.filter(
      (mention) => mention.weak && mention.agencies.every((agency) => agency.kind === "district"),
    );
    const denied = deniedClauses(utterance);
    const needed = neededIn(tokens, this.#lexicon);
    const notAsked = [...places, ...denied, ...needed, ...claimSpans(tokens)];
    return {
      named: {
        cues,
        roles,
        mentions,
        labels: labels.values,
        taskNumbers: taskNumbers.values,
        groupIds: groups.values,
        sectionLabels: sections.values,
        ...years,
      },
      subject: {
        planTopics: words.read(isProcedureCue, synonyms),
        procedureTopics: withAge(
          // "Đổi tên" is asked of an agency, or of a child.
          words.read((cue) => cue === "successor" && mentions.length === 0, synonyms, notAsked),
          tokens,
        ),
        officialTopics: words.read(() => false, conditions.wordings, notAsked).slice(1),
        stops,
        needed,
        conditions: conditions.said,
        deniedConditions: conditions.denied,
        affirmed: withoutSpans(utterance, denied),
      },
    };
  }

  #domainOf(tokens: readonly Token[]): Understanding["domain"] {
    const domains = longestOnly(DOMAIN_INDEX.find(tokens, this.isForm)).map((match) => match.value);
    return domains.includes("papers") ? "papers" : (domains[0] ?? null);
  }
}

/** Numbers of documents and codes of procedures. */
const codeSpans = (tokens: readonly Token[]): Span[] =>
  tokens.flatMap(({ kind }, from) =>
    kind === "document_number" || kind === "procedure_code" ? [{ from, to: from + 1 }] : [],
  );
