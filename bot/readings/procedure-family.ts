/** The variant of a procedure that the conditions said mean. */

import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { foldedWords } from "../understanding/phrases.ts";
import type { ReadingContext } from "./context.ts";
import { isForAge } from "./procedure-candidates.ts";

/** The member of the family that the conditions said so far mean, when it is another one. */
export function familyMeant({ question, families }: ReadingContext, code: string): string | undefined {
  const own = families.conditionsOf(code);
  const kept = [...own].filter((condition) => !question.deniedConditions.has(condition));
  if (question.conditions.size === 0 && kept.length === own.size) return undefined;
  const chosen = families.choose(code, new Set([...kept, ...question.conditions]));
  return chosen === code ? undefined : chosen;
}

/** "Nếu một bên là người nước ngoài thì sao?": the variant of a procedure that these words tell apart. `minWords`: the
 *  shortest distinguishing phrase believed; in a whole question a lone word ("mất", "lại") may mean something else. */
export function siblingMeant(
  { question, knowledge }: ReadingContext,
  code: string,
  minWords = 1,
): string | undefined {
  const { procedures } = knowledge;
  const current = procedures.find((row) => row.code === code);
  if (!current) return undefined;
  const family = current.variantOf ?? code;
  const said = question.procedureTopics.map((words) => ` ${joined(words, question.tokens)} `);
  const best = procedures
    .filter((row) => row.code !== code && (row.code === family || row.variantOf === family))
    .filter((row) => isForAge(row, question.age))
    .map((row) => ({ row, words: distinguishingWords(row.distinguishing, said) }))
    .filter(({ words }) => words >= minWords)
    .sort((a, b) => b.words - a.words)[0];
  const plain = question.procedureTopics.map((words) => ` ${words.map(({ folded }) => folded).join(" ")} `);
  const own = distinguishingWords(current.distinguishing, plain);
  return best && best.words > own ? best.row.code : undefined;
}

/** In folded words; what stands before and after a negation that carries no topic isn't said together: "mất ở nhà không
 *  có giấy báo tử" tells of no lost paper. */
function joined(words: readonly Token[], tokens: readonly Token[]): string {
  const negations = tokens
    .filter(({ folded }) => /^(khong|chua|ko|k)$/.test(folded))
    .map(({ start }) => start);
  return words
    .map(({ folded, start }, i) => {
      const before = words[i - 1]?.start ?? start;
      return negations.some((at) => before < at && at < start) ? `| ${folded}` : folded;
    })
    .join(" ");
}

/** Words of the longest distinguishing phrase that stands whole in what was said. */
const distinguishingWords = (phrases: readonly string[], readings: readonly string[]): number =>
  Math.max(
    0,
    ...phrases.map((phrase) => {
      const words = foldedWords(phrase);
      return readings.some((said) => said.includes(` ${words.join(" ")} `)) ? words.length : 0;
    }),
  );
