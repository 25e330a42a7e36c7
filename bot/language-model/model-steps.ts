/** The two steps of an answer that a language model may help with: understanding what the built-in understanding is unsure
 *  of, and putting the answer in words. Whatever it fails at, and whatever of it fails a check, the built-in result stands. */
import { z } from "zod";
import { ProviderError } from "../../knowledge/errors.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { ASPECTS } from "../../knowledge/records.ts";
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import type { DraftReply } from "../draft.ts";
import type { FigureLock } from "../figure-lock.ts";
import type { Query } from "../query.ts";
import type { RefusalReason } from "../refusal-reasons.ts";
import { candidatesFor, withAspects, withChoice } from "./candidates.ts";
import type { LanguageModel, ModelUse, Pace, Prompt, Purpose } from "./language-model.ts";
import { opened, sourcesOf } from "./opening.ts";
import { choosePrompt, phrasePrompt, rewritePrompt } from "./prompts.ts";
import { RecentlyUsed } from "./recently-used.ts";
import { holdsWords, isFaithful, mayRefer, subjectOf } from "./rewriting.ts";
import type { Sources } from "./sources.ts";
import { MAX_CHARACTERS, type TextCheck, TextLock } from "./text-lock.ts";
import type { Problem } from "./text-problems.ts";

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
const MAX_CACHED = 500;
/** Answers in which a sentence of prose helps; lists, roles and counts are better read as they are. */
const PHRASED: ReadonlySet<Query["kind"]> = new Set(["passage", "procedure", "duty", "target", "document"]);
/** Where the built-in understanding gave up; the others are decisions. */
const OPEN_REASONS: ReadonlySet<RefusalReason> = new Set([
  "not_understood",
  "out_of_scope",
  "not_in_sources",
  "procedure_not_indexed",
]);

export function createModelSteps(
  options: ModelOptions,
  knowledge: KnowledgeBase,
  lock: FigureLock,
): ModelSteps {
  const { model } = options;
  const textLock = new TextLock(knowledge.agencies);
  const cache = new RecentlyUsed(MAX_CACHED);
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
      if (!mayRefer(text)) return undefined;
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
