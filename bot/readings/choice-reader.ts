/** The answer to "which one?". */

import type { Choice } from "../query.ts";
import { foldedWords } from "../understanding/phrases.ts";
import { type QueryReader, type ReadingContext, taskAsks } from "./context.ts";

/** Beside the words of a label; in more of them a word of it stands by chance ("đi làm thay"). */
const OTHER_WORDS = 4;

/** An answer to "which one?": the choice's number, its wording, or words that only one choice has. */
export const readChoice: QueryReader = (context) => {
  const { typed: text, question, dialogue } = context;
  const { choices } = dialogue;
  if (choices.length === 0) return undefined;
  // A label that was tapped comes back as it was, abbreviations and all.
  const typed = foldedWords(question.text);
  const wordings = [typed.join(" "), foldedWords(text).join(" ")];
  const same = choices.find((choice) => wordings.includes(foldedWords(choice.label).join(" ")));
  if (same) return same.query;
  if (question.ordinal !== null)
    return choices.filter(({ earlier }) => !earlier)[question.ordinal - 1]?.query;
  if (typed.length > 8) return undefined;
  const placed = placedChoices(context);
  if (placed.length === 1) return placed[0]!.query;
  const words = question.tokens.filter((_token, i) => !question.stops.has(i)).map((token) => token.folded);
  const fits = choices.filter((choice) => {
    if (choice.onlyWhole) return false;
    const label = new Set(foldedWords(choice.label));
    return (
      words.length > 0 && typed.length - words.length <= OTHER_WORDS && words.every((word) => label.has(word))
    );
  });
  return fits.length === 1 ? fits[0]!.query : undefined;
};

/** "V.9", "nhóm II": where the one task among the choices stands, and nothing else is asked of it. */
function placedChoices(context: ReadingContext): Choice[] {
  const { question, dialogue, knowledge } = context;
  const { labels, groupIds } = question;
  if ((labels.length === 0 && groupIds.length === 0) || taskAsks(context).length > 0) return [];
  return dialogue.choices.filter(({ query }) => {
    const task =
      query.kind === "task" && query.ids.length === 1
        ? knowledge.tasks.find(({ id }) => id === query.ids[0])
        : undefined;
    if (!task) return false;
    return labels.length > 0
      ? labels.some((label) => label === task.id || label === `${task.groupNumeral}.${task.number}`)
      : groupIds.includes(task.groupId);
  });
}
