/** What is kept of what was told: the asker's case, and the words of the story, for as long as the talk is about procedures. */
import type { Query } from "./query.ts";
import { NO_SITUATION, type Situation } from "./situations/situation.ts";

/** Small talk, refusals and clarifications don't change what is being talked about. */
export const SUBJECTS: ReadonlySet<Query["kind"]> = new Set([
  "task",
  "taskSet",
  "span",
  "comparison",
  "label",
  "groups",
  "target",
  "duty",
  "passage",
  "document",
  "agency",
  "procedure",
  "procedureComparison",
  "mentions",
]);

/** Of the procedure that is spoken of; what was told for one stays with those that belong together. */
export function situationAfter(before: Situation, query: Query): Situation {
  if (query.kind === "procedure") return query.situation ?? NO_SITUATION;
  return SUBJECTS.has(query.kind) ? NO_SITUATION : before;
}

/** So many turns of a story are read together. */
const LONGEST_STORY = 3;
/** Of a turn, in characters. */
const LONGEST_TURN = 300;

/** What is told of one procedure may be for a twin of it; what is asked of the plan ends the story. */
export function storyAfter(story: string[], meant: Query, text: string): string[] {
  if (meant.kind === "smallTalk") return story;
  if (SUBJECTS.has(meant.kind) && meant.kind !== "procedure" && meant.kind !== "procedureComparison")
    return [];
  return text === "" ? story : [...story, text.slice(0, LONGEST_TURN)].slice(-LONGEST_STORY);
}
