/** What may be kept of a question, and the language that it is asked and answered in. */
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { suggestionInEnglish } from "../answers/english/sheet.ts";
import { type Dialogue, isOffered } from "../dialogue.ts";
import { hasMask, maskPersonalData, withoutMasks } from "../guardrails/personal-data.ts";
import type { Choice } from "../query.ts";
import { inWordsOfSources, isEnglish, isWordless } from "../understanding/english.ts";
import type { HeardTurn, MaskedTurn, OpenTurn } from "./stages.ts";

export function maskPersonal(turn: OpenTurn): MaskedTurn {
  const { text, found } = maskPersonalData(turn.request.text);
  return { ...turn, question: text, hadPersonalData: found.length > 0 || hasMask(text) };
}

/** What is asked for decides, then the question; one that says nothing of its language goes on in that of the last. */
export function recogniseLanguage(turn: MaskedTurn): HeardTurn {
  const { request, dialogue } = turn;
  const text = withoutMasks(turn.question);
  const expected = request.language ?? dialogue.language;
  const inEnglish = isEnglish(text, expected === "en");
  const goesOn =
    isWordless(text) || isOffered(dialogue, text) || choiceInEnglish(dialogue, text) !== undefined;
  const spoken = inEnglish || (goesOn && dialogue.language === "en") ? "en" : "vi";
  const language = request.language ?? spoken;
  return {
    ...turn,
    language,
    isEnglish: inEnglish,
    dialogue: { ...dialogue, language: language === "en" ? "en" : undefined },
  };
}

/** What is Vietnamese stays, such as a question that is read again; a choice in English is that choice. */
export function inTheWordsOfSources(
  { isEnglish: fromEnglish }: HeardTurn,
  dialogue: Dialogue,
  asked: string,
): string {
  const chosen = choiceInEnglish(dialogue, asked);
  if (chosen) return chosen.label;
  return fromEnglish && isEnglish(asked, true) ? inWordsOfSources(asked) : asked;
}

/** The choice whose label in English this is. */
const choiceInEnglish = ({ choices }: Dialogue, text: string): Choice | undefined =>
  choices.find(({ label }) => fold(suggestionInEnglish(label)) === fold(text.trim()));
