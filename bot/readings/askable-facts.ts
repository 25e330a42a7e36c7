/** Facts of a procedure that can be asked for, with what compares them with a question. */
import type { When } from "../../knowledge/circumstances.ts";
import { shippedModel, similarity } from "../../knowledge/embedding-models/sentence-model.ts";
import type { ProcedureRecord } from "../../knowledge/records.ts";
import { foldedIn } from "../answers/procedure-sentences.ts";
import { type AskedKind, askedFeatures, kindOf, shippedAskedKinds } from "../examples/asked-kinds.ts";
import type { IsForm } from "../understanding/phrases.ts";
import type { Understanding } from "../understanding/understand.ts";
import { whethersIn } from "./whether.ts";

/** A fact that can be asked for. */
export interface AskableFact {
  /** "/fees", "/conditions/1"; "open" where nothing in particular is asked, "untold": what the record doesn't say. */
  pointer: string;
  kind: AskedKind;
  text: string;
  when?: When;
}

const rowsOf = (pointer: string, rows: readonly { text: string; when?: When }[]): AskableFact[] =>
  rows.map(({ text, when }, i) => ({
    pointer: `${pointer}/${i}`,
    kind: kindOf(pointer),
    text,
    ...(when ? { when } : {}),
  }));
const texts = (rows: readonly string[]) => rows.map((text) => ({ text }));
const whole = (pointer: string, text: string): AskableFact => ({ pointer, kind: kindOf(pointer), text });

/** Those that the record has, and the two that every question may be. */
export function askableFacts(procedure: ProcedureRecord): AskableFact[] {
  const { documents, fees, times, deadlines, exemptions, methods } = procedure;
  const papers = documents.map(({ case: name, items, when }) => ({
    text: [name, ...items.map(({ text }) => text)].join(" "),
    when,
  }));
  return [
    whole("/documents", papers.map(({ text }) => text).join(" ")),
    ...(documents.length > 1 ? rowsOf("/documents", papers) : []),
    whole("/fees", fees.map(({ case: name, text }) => `${name} ${text}`).join(" ")),
    whole("/times", times.map(({ case: name, text }) => `${name} ${text}`).join(" ")),
    whole("/place", procedure.place ?? ""),
    whole("/methods", methods.map(({ note }) => note ?? "").join(" ")),
    whole("/steps", procedure.steps.join(" ")),
    whole("/result", procedure.result.join(" ")),
    whole("/legalBases", ""),
    whole("/audience", procedure.audience.join(" ")),
    whole("/forms", procedure.forms.map(({ name }) => name).join(" ")),
    ...(procedure.ages ? [whole("/ages", "tuổi")] : []),
    ...rowsOf(
      "/deadlines",
      deadlines.map(({ text, whenLate, when }) => ({
        text: [text, whenLate].filter(Boolean).join(". "),
        when,
      })),
    ),
    ...rowsOf("/exemptions", exemptions),
    ...rowsOf("/conditions", texts(procedure.conditions)),
    ...rowsOf("/notes", texts(procedure.notes)),
    ...rowsOf("/steps", texts(procedure.steps)),
    whole("open", ""),
    whole("untold", ""),
  ];
}

export interface ReadFact extends AskableFact {
  words: ReadonlySet<string>;
  line: string;
  vector: Float32Array;
  isItem: boolean;
}

const read = new WeakMap<ProcedureRecord, readonly ReadFact[]>();
/** Read once a record. */
export function factsOf(procedure: ProcedureRecord): readonly ReadFact[] {
  const known = read.get(procedure);
  if (known) return known;
  const facts = askableFacts(procedure).map((fact): ReadFact => {
    const words = foldedIn(fact.text);
    return {
      ...fact,
      words: new Set(words),
      line: ` ${words.join(" ")} `,
      vector: shippedModel().embed(fact.text),
      isItem: /\/\d+$/.test(fact.pointer),
    };
  });
  read.set(procedure, facts);
  return facts;
}

/** How near in meaning the record's nearest item is to a question; cosine, at least 0. */
export const nearestItem = (procedure: ProcedureRecord, question: Float32Array): number =>
  factsOf(procedure).reduce(
    (most, { isItem, vector }) => (isItem ? Math.max(most, similarity(question, vector)) : most),
    0,
  );

/** What is compared with facts, of one question. */
interface Comparable {
  /** Shares of the kinds that the words ask for. */
  kinds: ReadonlyMap<string, number>;
  vector: Float32Array;
}

const compared = new WeakMap<Understanding, Comparable>();
/** Once a question: readings are weighed by it, and the one that is chosen is completed. */
export function comparableOf(question: Understanding, isForm: IsForm): Comparable {
  const known = compared.get(question);
  if (known) return known;
  const whether = whethersIn([...question.tokens], isForm);
  const comparable = {
    kinds: shippedAskedKinds().sharesOf(askedFeatures(question, whether)),
    vector: shippedModel().embed(question.text),
  };
  compared.set(question, comparable);
  return comparable;
}
