/** The opening of an answer in the words of a model: what it may rest on, and where it stands in the draft. */
import type { DraftReply } from "../draft.ts";
import { guardInput } from "../guardrails/input.ts";
import { readSources, type Sources } from "./sources.ts";
import { restsOnAll, type TextCheck } from "./text-lock.ts";

const MAX_SOURCES = 24;
const MAX_SOURCE_CHARACTERS = 6000;

/** Undefined when there is nothing to go by, or when a document tries to steer whoever reads it. */
export function sourcesOf(draft: DraftReply): Sources | undefined {
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
export function opened(draft: DraftReply, { sentences }: TextCheck, sources: Sources): DraftReply {
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
