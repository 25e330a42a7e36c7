/** What a verdict on a procedure is made of, and how its finders quote a record. */
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { Aspect, ProcedureRecord } from "../../../knowledge/records.ts";
import type { ProcedureQuery } from "../../query.ts";
import type { Verdict } from "../../reply.ts";
import type { Situation } from "../../situations/situation.ts";
import { shown, withoutStop } from "../context.ts";
import type { Sentence } from "../procedure-sentences.ts";
import type { Part } from "../procedure-words.ts";

export interface Finding {
  verdict: Verdict;
  /** "Còn kịp"; "" where the fact is the whole answer. */
  head: string;
  /** In the record's words, without a stop. */
  fact: string;
  proofs: readonly { pointer: string; part: Part; quote: string }[];
  computed?: readonly { value: string; rule: string }[];
  /** What need not be told besides. */
  covers: readonly Aspect[];
  /** It is likely asked for, and something else may be. */
  isUnsure?: true;
  /** What it tells of, where it doesn't tell all of that. */
  of?: Aspect;
}

export interface Asked {
  /** With the fees, times and additions of the case alone. */
  procedure: ProcedureRecord;
  situation: Situation;
  query: Omit<ProcedureQuery, "kind">;
  day: string;
  knowledge: Pick<KnowledgeBase, "procedures">;
}

/** A finder that the record doesn't serve finds nothing; nothing is guessed. */
export type Finder = (asked: Asked) => Finding | undefined;

export const plain = (text: string): string => withoutStop(shown(text));
export const proof = (pointer: string, part: Part, quote: string) => ({ pointer, part, quote });

export const quoted = (told: Sentence): Finding => ({
  verdict: "told",
  head: "",
  fact: plain(told.text),
  proofs: [proof(told.pointer, partOf(told), plain(told.text))],
  covers: [],
});

const PARTS: Readonly<Record<string, Part>> = {
  documents: "documents",
  conditions: "conditions",
  deadlines: "deadlines",
  exemptions: "exemptions",
  notes: "notes",
  steps: "steps",
  audience: "audience",
  result: "result",
  methods: "methods",
  place: "place",
};
export function partOf({ pointer }: Pick<Sentence, "pointer">): Part {
  return PARTS[pointer.split("/")[1] ?? ""] ?? "notes";
}
