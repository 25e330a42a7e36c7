/** Records that are put to a model to choose among, and what its choice makes of the query. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { ASPECTS } from "../../knowledge/records.ts";
import type { Choice, Query } from "../query.ts";
import type { Candidate } from "./prompts.ts";

const CANDIDATES_EACH = 6;
const MAX_OFFERS = 3;
const MAX_NEAR = 3;

export interface OfferedRecord extends Candidate {
  choice: Choice;
}

export async function candidatesFor(
  text: string,
  query: Query,
  knowledge: KnowledgeBase,
): Promise<OfferedRecord[]> {
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

export const withAspects = (choice: Choice, aspects: readonly (typeof ASPECTS)[number][]): Choice =>
  choice.query.kind === "procedure" && choice.query.aspects.length === 0
    ? { ...choice, query: { ...choice.query, aspects: [...new Set(aspects)] } }
    : choice;

/** Between procedures that the built-in understanding found itself a choice is an answer, which says what was assumed and
 *  names the others. Where it found nothing, a guess is no answer: the refusal stands, and offers it. */
export function withChoice(query: Query, chosen: Choice, candidates: readonly OfferedRecord[]): Query {
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
