/** The two steps of an answer that a language model may help with: understanding what the built-in understanding is unsure
 *  of, and putting the answer in words. Whatever it fails at, and whatever of it fails a check, the built-in result stands. */
import { z } from "zod";
import { ProviderError } from "../../knowledge/errors.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { ASPECTS } from "../../knowledge/records.ts";
import { fold, normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { procedureByCode, tasksById } from "../answers/context.ts";
import type { DraftReply } from "../draft.ts";
import type { FigureLock } from "../figure-lock.ts";
import { guardInput } from "../guardrails/input.ts";
import type { Choice, Query, RefusalReason } from "../query.ts";
import { STOP_WORDS } from "../understanding/stop-words.ts";
import type { LanguageModel, Pace, Prompt, Purpose } from "./language-model.ts";
import { type Candidate, choosePrompt, phrasePrompt, rewritePrompt } from "./prompts.ts";
import { readSources, type Sources } from "./sources.ts";
import { MAX_CHARACTERS, type Problem, restsOnAll, type TextCheck, TextLock } from "./text-lock.ts";

/** What a model had a hand in, kept with the turn. */
export interface ModelUse {
  name: string;
  /** As the server calls it; null when it doesn't say. */
  version: string | null;
  purposes: Purpose[];
}

/** `outcome`: used, cached, none (it had nothing to add), rejected (by a check), failed (the server). */
export interface ModelOutcome {
  purpose: Purpose;
  outcome: "used" | "cached" | "none" | "rejected" | "failed";
  /** Of a check or of an error. */
  codes: readonly string[];
}

export interface ModelOptions {
  model: LanguageModel;
  /** For everything that a model does in one turn. */
  timeoutMs: Readonly<Record<Pace, number>>;
  onOutcome?: (outcome: ModelOutcome) => void;
}

/** One turn's share of a model: its deadline, and what it was used for. */
export interface ModelTurn {
  readonly use: ModelUse;
  /** A surer query than the built-in one, or undefined. `understand` is the built-in understanding. */
  understand(
    text: string,
    query: Query,
    before: { question: string; query: Query } | undefined,
    understand: (text: string) => Promise<Query>,
  ): Promise<Query | undefined>;
  /** The draft with an opening in the model's words, or undefined. */
  phrase(text: string, query: Query, draft: DraftReply): Promise<DraftReply | undefined>;
  /** Breaks off what still runs. */
  end(): void;
}

export interface ModelSteps {
  begin(pace: Pace): ModelTurn;
}

const ATTEMPTS = 2;
const CANDIDATES_EACH = 6;
const MAX_SOURCES = 24;
const MAX_SOURCE_CHARACTERS = 6000;
const MAX_CACHED = 500;
const MAX_OFFERS = 3;
const MAX_NEAR = 3;
/** Longer questions stand by themselves. */
const LONGEST_FOLLOW_UP = 14;
/** Share of the telling words of a question that its rewriting must keep. */
const KEPT = 0.3;
const REWRITING_WORDS = ["thu", "tuc", "nhiem", "vu", "ngay"];
/** Answers in which a sentence of prose helps; lists, roles and counts are better read as they are. */
const PHRASED: ReadonlySet<Query["kind"]> = new Set(["passage", "procedure", "duty", "target", "document"]);
/** Where the built-in understanding gave up; the others are decisions. */
const OPEN_REASONS: ReadonlySet<RefusalReason> = new Set([
  "not_understood",
  "out_of_scope",
  "not_in_sources",
  "procedure_not_indexed",
]);
const REFERS_BACK =
  /(?:^|\s)(?:con|the con|vay|the thi|no|do|nay|ay|kia|tren|vu|cai|truong hop|neu|nhu vay|o dau|bao lau|bao nhieu|nop|le phi|ho so)(?:\s|$|[?,.])/;

export function createModelSteps(
  options: ModelOptions,
  knowledge: KnowledgeBase,
  lock: FigureLock,
): ModelSteps {
  const { model } = options;
  const textLock = new TextLock(knowledge.agencies);
  const cache = new Cache(MAX_CACHED);
  const tell = (purpose: Purpose, outcome: ModelOutcome["outcome"], codes: readonly string[] = []) =>
    options.onOutcome?.({ purpose, outcome, codes });

  function begin(pace: Pace): ModelTurn {
    const use: ModelUse = { name: model.name, version: null, purposes: [] };
    const stop = new AbortController();
    // Runs from the first call on.
    let timer: NodeJS.Timeout | undefined;
    const callOptions = (purpose: Purpose) => {
      timer ??= setTimeout(() => stop.abort(), options.timeoutMs[pace]).unref();
      return {
        purpose,
        pace,
        signal: stop.signal,
        onUsage: (usage: { version: string | null }) => {
          use.version = usage.version ?? use.version;
        },
      };
    };
    const used = (purpose: Purpose, outcome: "used" | "cached") => {
      use.purposes.push(purpose);
      tell(purpose, outcome);
    };

    /** Undefined when the server failed or its choice is unsound: `flaw` names why. */
    async function choose<Value>(
      purpose: Purpose,
      prompt: Prompt,
      schema: z.ZodType<Value>,
      flaw: (value: Value) => string | undefined,
    ): Promise<Value | undefined> {
      const key = cache.key(purpose, knowledge.version, model.name, prompt.user);
      const known = cache.get(key) as Value | undefined;
      if (known !== undefined) return known;
      try {
        const value = await model.choose(prompt, schema, callOptions(purpose));
        const reason = flaw(value);
        if (reason === undefined) {
          cache.set(key, value);
          return value;
        }
        tell(purpose, "rejected", [reason]);
      } catch (error) {
        tell(purpose, "failed", [codeOf(error)]);
      }
      return undefined;
    }

    async function rewrite(
      text: string,
      before: { question: string; query: Query },
    ): Promise<string | undefined> {
      if (tokenize(text).length > LONGEST_FOLLOW_UP || !REFERS_BACK.test(fold(text))) return undefined;
      const subject = subjectOf(before.query, knowledge);
      if (subject === "") return undefined;
      const past = `${before.question} ${subject}`;
      const answer = await choose(
        "rewrite",
        rewritePrompt(text, { question: before.question, subject }),
        z.strictObject({ followUp: z.boolean(), question: z.string().max(300) }),
        ({ followUp, question }) =>
          followUp && !isFaithful(normalizeText(question), text, past) ? "not_faithful" : undefined,
      );
      if (answer && !answer.followUp) tell("rewrite", "none");
      return answer?.followUp ? normalizeText(answer.question) : undefined;
    }

    async function pick(text: string, query: Query): Promise<Query | undefined> {
      const candidates = await candidatesFor(text, query, knowledge);
      if (candidates.length === 0) return undefined;
      const answer = await choose(
        "choose",
        choosePrompt(text, candidates),
        z.strictObject({
          id: z.enum([...candidates.map((row) => row.id), "none"]),
          words: z.string().max(300),
          aspects: z.array(z.enum(ASPECTS)).max(4),
        }),
        ({ id, words }) => (id !== "none" && !holdsWords(text, words) ? "words_not_in_question" : undefined),
      );
      const chosen = candidates.find((row) => row.id === answer?.id);
      if (answer && !chosen) tell("choose", "none");
      return answer && chosen && withChoice(query, withAspects(chosen.choice, answer.aspects), candidates);
    }

    /** One attempt: read as it comes, and broken off at the first sentence that fails. */
    async function write(prompt: Prompt, sources: Sources): Promise<TextCheck> {
      let raw = "";
      for await (const part of model.write(prompt, callOptions("phrase"))) {
        raw += part;
        if (!part.includes("]") && raw.length <= MAX_CHARACTERS) continue;
        const soFar = textLock.check(raw, sources, prompt.system, false);
        if (soFar.problems.length > 0) return soFar;
      }
      return textLock.check(raw, sources, prompt.system);
    }

    return {
      use,
      async understand(text, query, before, understand) {
        if (!isOpen(query) && !isGuess(query)) return undefined;
        const rewritten = before && (await rewrite(text, before));
        if (rewritten !== undefined) {
          const again = await understand(rewritten);
          if (!isOpen(again) && again.kind !== "refusal" && again.kind !== "clarification") {
            used("rewrite", "used");
            return again;
          }
          tell("rewrite", "none");
        }
        if (!isOpen(query)) return undefined;
        const chosen = await pick(text, query);
        if (chosen) used("choose", "used");
        return chosen;
      },
      async phrase(text, query, draft) {
        if (!PHRASED.has(query.kind) || draft.status !== "answered") return undefined;
        const sources = sourcesOf(draft);
        if (sources === undefined) return undefined;
        const first = phrasePrompt(text, sources, []);
        const key = cache.key("phrase", knowledge.version, model.name, first.user);
        const known = cache.get(key) as TextCheck | undefined;
        if (known) {
          used("phrase", "cached");
          return opened(draft, known, sources);
        }
        let problems: readonly Problem[] = [];
        for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
          try {
            const check = await write(phrasePrompt(text, sources, problems), sources);
            ({ problems } = check);
            const candidate = problems.length === 0 ? opened(draft, check, sources) : undefined;
            if (candidate && lock.check(candidate).passed) {
              cache.set(key, check);
              used("phrase", "used");
              return candidate;
            }
            tell("phrase", "rejected", candidate ? ["figure_lock"] : problems);
          } catch (error) {
            tell("phrase", "failed", [codeOf(error)]);
            return undefined;
          }
        }
        return undefined;
      },
      end() {
        clearTimeout(timer);
        stop.abort();
      },
    };
  }

  return { begin };
}

/** Whatever goes wrong with a model, the asker gets the built-in answer. */
const codeOf = (error: unknown): string => (error instanceof ProviderError ? error.code : "error_internal");

/** Something about the procedure spoken of, and nobody knows what: a model may write the follow-up out. */
const isGuess = (query: Query): boolean =>
  query.kind === "procedure" && query.particular === true && query.aspects.length === 0;

/** The built-in understanding gave up, or asks back between procedures. What is ambiguous by itself (an abbreviation, a
 *  label printed twice) is asked back whatever a model thinks. */
function isOpen(query: Query): boolean {
  if (query.kind === "refusal") return OPEN_REASONS.has(query.reason);
  return (
    query.kind === "clarification" &&
    query.options.length > 0 &&
    query.options.every((option) => option.query.kind === "procedure")
  );
}

interface OfferedRecord extends Candidate {
  choice: Choice;
}

async function candidatesFor(text: string, query: Query, knowledge: KnowledgeBase): Promise<OfferedRecord[]> {
  const given = query.kind === "clarification" ? query.options : query.kind === "refusal" ? query.offers : [];
  const found = query.kind === "clarification" ? [] : await retrieved(text, knowledge);
  const isProcedure = query.kind === "refusal" && query.reason === "procedure_not_indexed";
  const choices = [...given, ...found.filter((choice) => !isProcedure || choice.query.kind === "procedure")];
  const distinct = new Map(choices.map((choice) => [JSON.stringify(choice.query), choice]));
  return [...distinct.values()].map((choice, i) => ({ id: `r${i + 1}`, title: choice.label, choice }));
}

async function retrieved(text: string, knowledge: KnowledgeBase): Promise<Choice[]> {
  const { retriever, procedures, tasks, targets, duties } = knowledge;
  const named = retriever.findProcedures(text, { limit: CANDIDATES_EACH }).map(({ id }) => id);
  const near = await retriever.search(text, { limit: CANDIDATES_EACH, kinds: ["procedure"] });
  const codes = new Set([...named, ...near.map(({ chunk }) => chunk.recordId)]);
  const found = [...codes].map((id): Choice => {
    const { name } = procedures.find((row) => row.code === id)!;
    return { label: name, query: { kind: "procedure", code: id, aspects: [] } };
  });
  const hits = await retriever.search(text, { limit: CANDIDATES_EACH, kinds: ["task", "target", "duty"] });
  const ofPlan = hits.flatMap(({ chunk: { kind, recordId: id } }): Choice[] => {
    const label = [...tasks, ...targets, ...duties].find((row) => row.id === id)!;
    const title = "title" in label ? label.title : label.text;
    if (kind === "task") return [{ label: title, query: { kind, ids: [id], asks: [] } }];
    if (kind === "target")
      return [{ label: title, query: { kind, ids: [id], completion: false, all: false } }];
    if (kind === "duty") return [{ label: title, query: { kind, ids: [id], ask: "all" } }];
    return [];
  });
  return [...found, ...ofPlan];
}

const withAspects = (choice: Choice, aspects: readonly (typeof ASPECTS)[number][]): Choice =>
  choice.query.kind === "procedure" && choice.query.aspects.length === 0
    ? { ...choice, query: { ...choice.query, aspects: [...new Set(aspects)] } }
    : choice;

/** Between procedures that the built-in understanding found itself a choice is an answer, which says what was assumed and
 *  names the others. Where it found nothing, a guess is no answer: the refusal stands, and offers it. */
function withChoice(query: Query, chosen: Choice, candidates: readonly OfferedRecord[]): Query {
  if (query.kind === "clarification" && chosen.query.kind === "procedure") {
    const others = candidates.flatMap(({ choice }) =>
      choice.query.kind === "procedure" && choice.label !== chosen.label ? [choice.query.code] : [],
    );
    return { ...chosen.query, near: others.slice(0, MAX_NEAR), assumed: true };
  }
  if (query.kind !== "refusal") return query;
  const offers = [chosen, ...query.offers.filter((offer) => offer.label !== chosen.label)];
  return { ...query, offers: offers.slice(0, MAX_OFFERS), guessed: true };
}

/** What was talked about, by its name. */
function subjectOf(query: Query, knowledge: KnowledgeBase): string {
  switch (query.kind) {
    case "procedure":
      return procedureByCode(knowledge, query.code).name;
    case "task":
      return tasksById(knowledge, query.ids.slice(0, 1))[0]!.title;
    case "target":
      return knowledge.targets.find((row) => row.id === query.ids[0])?.text ?? "";
    case "duty":
      return knowledge.duties.find((row) => row.id === query.ids[0])?.text ?? "";
    default:
      return "";
  }
}

const telling = (text: string): string[] =>
  tokenize(text).flatMap(({ kind, folded, text: word }) =>
    kind === "word" && STOP_WORDS.has(word) ? [] : [folded],
  );

/** A rewriting adds nothing to what was typed and what was talked of, keeps some of what was typed, and is no attempt to
 *  steer. Small words ("ở đâu", "bao lâu") may change: they are what dialect is made of. */
function isFaithful(rewritten: string, typed: string, before: string): boolean {
  if (rewritten === "" || guardInput(rewritten)) return false;
  const own = telling(typed);
  const now = telling(rewritten);
  const known = new Set([...own, ...telling(before), ...REWRITING_WORDS]);
  const kept = own.filter((word) => now.includes(word)).length;
  return now.every((word) => known.has(word)) && (own.length === 0 || kept >= KEPT * own.length);
}

/** What it goes by must stand in the question, and be more than small words. */
function holdsWords(text: string, words: string): boolean {
  const wanted = fold(normalizeText(words)).trim();
  return telling(words).length > 0 && fold(normalizeText(text)).includes(wanted);
}

/** Undefined when there is nothing to go by, or when a document tries to steer whoever reads it. */
function sourcesOf(draft: DraftReply): Sources | undefined {
  let characters = 0;
  const citations = draft.citations.slice(0, MAX_SOURCES).filter(({ quote }) => {
    characters += quote.length;
    return characters <= MAX_SOURCE_CHARACTERS;
  });
  const steers = citations.some(({ quote }) => guardInput(quote)?.reason === "injection");
  return citations.length === 0 || steers ? undefined : readSources(citations);
}

/** What must be heard beside the answer. */
const WARNS = /không (?:nêu|ghi|quy định)|chưa đối chiếu|đã kết thúc/iu;

/** The built-in answer below, so that nothing it says is lost; for the ear too, unless the opening says it all. */
function opened(draft: DraftReply, { sentences }: TextCheck, sources: Sources): DraftReply {
  const locatorOf = (id: string) => draft.citations.find((row) => row.id === id)!.locator;
  const marks = sentences.map(({ citationIds }) => [...new Set(citationIds.map(locatorOf))].join("; "));
  const text = sentences
    .map((sentence, i) =>
      marks[i] === marks[i + 1] ? sentence.text : `${sentence.text.slice(0, -1)} (${marks[i]}).`,
    )
    .join(" ");
  const opening = sentences.map((sentence) => sentence.text).join(" ");
  const saysAll = restsOnAll(sentences, sources) && !WARNS.test(draft.spoken);
  return {
    ...draft,
    text: `${text}\n\n${draft.text}`,
    spoken: saysAll ? opening : `${opening} ${draft.spoken}`,
  };
}

/** The least recently used one goes first. Holds what passed its checks alone. */
class Cache {
  readonly #most: number;
  readonly #values = new Map<string, unknown>();

  constructor(most: number) {
    this.#most = most;
  }

  key(...parts: string[]): string {
    return parts.join("\u0000").toLowerCase();
  }

  get(key: string): unknown {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  set(key: string, value: unknown): void {
    this.#values.set(key, value);
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value!);
  }
}
