/** A question that waits for what was asked back: the next turn tells it, and the question is answered as it was asked,
 *  with its role, time, aspects, list or count. A turn that asks something of its own drops it. */
import type { Query } from "./query.ts";
import { readChoice } from "./readings/choice-reader.ts";
import { askedAgencyId, type ReadingContext } from "./readings/context.ts";
import { latticeOf } from "./readings/plan-lattice.ts";
import type { Cue } from "./understanding/cues.ts";
import type { Understanding } from "./understanding/understand.ts";

/** Stand around the name that was asked for; every other cue asks something. */
const AROUND_A_NAME: ReadonlySet<Cue> = new Set<Cue>([
  "iAm",
  "ownAgency",
  "followUp",
  "correction",
  "pronoun",
  "greeting",
  "thanks",
  "communes",
  "locals",
  "official",
]);
/** Kinds of offices: before a name that is known without them, no subject. */
const KIND_OF_OFFICE =
  /^(?:ben|nganh|khoi|linh|vuc|don|vi|co|quan|so|phong|ban|huyen|thi|xa|thanh|pho|tp|tx|chu|day)$/;

/** Agencies that the turn names and nothing else; several when its name is theirs alike. */
export function toldAgencies(context: ReadingContext): string[] {
  const { question, dialogue } = context;
  if (!dialogue.pending || dialogue.pending.missing === "record") return [];
  const chosen = readChoice(context);
  if (chosen?.kind === "ownAgency" || chosen?.kind === "agency") return [chosen.agencyId];
  if ([...question.cues].some((cue) => !AROUND_A_NAME.has(cue))) return [];
  const atoms = latticeOf(context).filter((atom) => atom.type === "agency");
  const spans = [...atoms, ...question.mentions];
  const left = question.planTopics[0]!.filter((token) => {
    const at = question.tokens.indexOf(token);
    return !spans.some(({ from, to }) => from <= at && at < to) && !KIND_OF_OFFICE.test(token.folded);
  });
  const others = question.labels.length + question.years.length + question.groupIds.length;
  if (left.length > 0 || others > 0) return [];
  const named = new Set(atoms.map(({ agencyId }) => agencyId));
  if (named.size === 1) return [...named];
  const unclear = question.mentions.find(({ agencies }) => agencies.length > 1);
  if (named.size === 0 && unclear) return unclear.agencies.map(({ id }) => id);
  const general = named.size === 0 ? askedAgencyId(context, true) : undefined;
  return general ? [general] : [];
}

/** The question as if the name in it that several agencies share had been this one's alone. */
export const withAgency = (question: Understanding, agencyId: string): Understanding => ({
  ...question,
  mentions: question.mentions.map((mention) => {
    const meant = mention.agencies.filter(({ id }) => id === agencyId);
    return mention.agencies.length > 1 && meant.length > 0 ? { ...mention, agencies: meant } : mention;
  }),
});

/** What the turn names, asked what was asked before a record was asked back for. */
export function completed(query: Query, { dialogue }: Pick<ReadingContext, "dialogue">): Query {
  if (dialogue.pending?.missing !== "record") return query;
  const asked = dialogue.choices[0]?.query;
  if (query.kind === "clarification")
    return {
      ...query,
      options: query.options.map((option) => ({ ...option, query: completed(option.query, { dialogue }) })),
    };
  if (asked?.kind === "procedure" && query.kind === "procedure") {
    if (query.aspects.length > 0 || query.claim || query.filedAt || query.asksWhether) return query;
    const { code: _code, near: _near, assumed: _assumed, cases: _cases, ...slots } = asked;
    const { particular: _particular, ...named } = query;
    return asked.aspects.length > 0 ? { ...named, ...slots } : query;
  }
  if (asked?.kind === "task" && (query.kind === "task" || query.kind === "label"))
    return query.asks.length === 0 ? { ...query, asks: asked.asks } : query;
  return query;
}
