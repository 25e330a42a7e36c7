/** Which facts of a procedure a question asks for: whole sections ("mấy tiền"), or the one condition, note or term that
 *  decides it ("mổ đẻ thì được mấy ngày"). Learned from questions of many authors, labelled with the facts that answer them:
 *  from the kinds that the words ask for, how much of a fact's words and meaning they hold, and the case told. */
import { readFileSync } from "node:fs";
import { similarity } from "../../knowledge/embedding-models/sentence-model.ts";
import type { ProcedureRecord } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { sectionsOf } from "../answers/asked-sections.ts";
import { procedureByCode } from "../answers/context.ts";
import { wordWeights } from "../answers/procedure-sentences.ts";
import type { AskedKind } from "../examples/asked-kinds.ts";
import type { Query } from "../query.ts";
import type { Features } from "../ranker/features.ts";
import { scoreOf, type Weights } from "../ranker/rank.ts";
import { softmax } from "../ranker/softmax.ts";
import { meets, type Situation } from "../situations/situation.ts";
import { type AskableFact, comparableOf, factsOf } from "./askable-facts.ts";
import { aspectsOf } from "./aspects.ts";
import type { ReadingContext } from "./context.ts";
import { contentWords } from "./whether.ts";

export interface AskedOf {
  procedure: ProcedureRecord;
  procedures: readonly ProcedureRecord[];
  /** As typed, corrected. */
  text: string;
  /** Of the text, by the sentence model. */
  vector: Float32Array;
  /** Words of the question that name or tell something. */
  content: readonly Token[];
  situation: Situation;
  /** Shares of the kinds that the words ask for. */
  kinds: ReadonlyMap<string, number>;
}

const WEIGHTS = JSON.parse(readFileSync(new URL("./asked-weights.json", import.meta.url), "utf8")) as Weights;

const SMALLEST = 0.003;
const DIGIT = /\d/;

/** One row for each askable fact, in order. */
export function factFeatures(asked: AskedOf): { facts: readonly AskableFact[]; rows: Features[] } {
  const { procedure, procedures, content, situation, kinds, text, vector: question } = asked;
  const facts = factsOf(procedure);
  const weigh = wordWeights(procedures);
  const own = new Set(fold(procedure.name).split(" "));
  const words = [...new Set(content.map(({ folded }) => folded).filter((word) => !own.has(word)))];
  const pairs = words.slice(1).map((word, i) => ` ${words[i]} ${word} `);
  const total = words.reduce((sum, word) => sum + weigh(word), 0);
  const asksNumber = /(?:^| )(?:may|bao nhieu|nhieu|nhiu|bn|bao lau)(?: |$|\?)/.test(fold(text));
  const measured = facts.map(({ words: held, line, vector, text: said }) => {
    const weight = words.reduce((sum, word) => sum + (held.has(word) ? weigh(word) : 0), 0);
    return {
      overlap: total > 0 ? weight / total : 0,
      weight,
      pairs: pairs.filter((pair) => line.includes(pair)).length,
      near: said === "" ? 0 : similarity(question, vector),
    };
  });
  const items = measured.filter((_row, i) => facts[i]!.isItem);
  const most = (of: (row: (typeof measured)[number]) => number) => Math.max(0, ...items.map(of));
  const [mostWeight, mostNear] = [most(({ weight }) => weight), most(({ near }) => near)];
  const rows = facts.map((fact, i): Features => {
    const { overlap, weight, pairs: together, near } = measured[i]!;
    const share = Math.log(Math.max(SMALLEST, kinds.get(fact.kind) ?? 0));
    const group = fact.isItem ? `${fact.kind} item` : fact.kind;
    const met = fact.when ? meets(situation, fact.when) : undefined;
    const isConditional = fact.when !== undefined && Object.keys(fact.when).length > 0;
    return {
      [group]: 1,
      share,
      [`${group}: share`]: share,
      ...(fact.isItem
        ? {
            "item: overlap": overlap,
            "item: weight": Math.min(1, weight / 12),
            "item: pairs": Math.min(3, together) / 3,
            "item: near": near,
            "item: most overlap": weight > 0 && weight === mostWeight ? 1 : 0,
            "item: nearest": near > 0 && near === mostNear ? 1 : 0,
            "item: digits": DIGIT.test(fact.text) ? 1 : 0,
            "item: number asked": asksNumber && DIGIT.test(fact.text) ? 1 : 0,
            [`${group}: overlap`]: overlap,
            [`${group}: near`]: near,
            "item: met": isConditional && met === true ? 1 : 0,
            "item: unmet": isConditional && met === false ? 1 : 0,
          }
        : {
            "section: overlap": overlap,
            [`${group}: items overlap`]: Math.min(1, mostWeight / 12),
            [`${group}: items near`]: mostNear,
          }),
    };
  });
  return { facts, rows };
}

export interface AskedFact {
  pointer: string;
  kind: AskedKind;
  share: number;
}

/** Likeliest first. */
export function rankFacts(asked: AskedOf, weights: Weights): AskedFact[] {
  const { facts, rows } = factFeatures(asked);
  const shares = softmax(rows.map((row) => scoreOf(row, weights.weights)));
  return facts
    .map(({ pointer, kind }, i) => ({ pointer, kind, share: shares[i]! }))
    .sort((a, b) => b.share - a.share);
}

/** What is less likely than this share of the likeliest isn't told besides. */
const BESIDE = 0.35;
/** What is less likely is chance. */
const LIKELY = 0.18;
const MOST = 3;

/** The query with the facts that its words ask for, where they do. */
export function withAskedFacts(query: Query, context: ReadingContext): Query {
  if (query.kind === "many")
    return { ...query, queries: query.queries.map((part) => withAskedFacts(part, context)) };
  if (query.kind !== "procedure" || query.whole || query.cases) return query;
  const { question, knowledge, understander } = context;
  const [best, ...others] = rankFacts(
    {
      procedure: procedureByCode(knowledge, query.code),
      procedures: knowledge.procedures,
      text: question.text,
      content: contentWords(question),
      situation: query.situation ?? context.situation,
      ...comparableOf(question, understander.isForm),
    },
    WEIGHTS,
  );
  const told =
    best && best.share >= LIKELY ? [best, ...others.filter(({ share }) => share >= BESIDE * best.share)] : [];
  const facts = told
    .slice(0, MOST)
    .filter(({ pointer }) => pointer.startsWith("/"))
    .map(({ pointer, share }) => ({ pointer, share: Number(share.toFixed(2)) }));
  const asked = facts.length > 0 ? { ...query, facts } : query;
  // What is inherited or put to be confirmed stays what it is.
  const isOfBefore = aspectsOf(context).length === 0;
  if (isOfBefore || query.claim || query.filedAt || query.aspects.length === 0) return asked;
  if (best?.kind === "open" && best.share >= OPEN) return { ...asked, aspects: [] };
  if (question.tokens.length <= PLAIN) return asked;
  return { ...asked, aspects: [...new Set([...query.aspects, ...sectionsOf(facts)])] };
}

/** In so few words an aspect that is heard is what is asked; a story holds words of others, and asks in words of none. */
const PLAIN = 8;
/** So likely somebody only tells, whatever words of an aspect the story holds. */
const OPEN = 0.6;
