/** A follow-up written out as a question of its own, and what proves that nothing was put into it. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { fold, normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { procedureByCode, tasksById } from "../answers/context.ts";
import { guardInput } from "../guardrails/input.ts";
import type { Query } from "../query.ts";
import { STOP_WORDS } from "../understanding/stop-words.ts";

/** Longer questions stand by themselves. */
const LONGEST_FOLLOW_UP = 14;
/** Share of the telling words of a question that its rewriting must keep. */
const KEPT = 0.3;
const REWRITING_WORDS = ["thu", "tuc", "nhiem", "vu", "ngay"];
const REFERS_BACK =
  /(?:^|\s)(?:con|the con|vay|the thi|no|do|nay|ay|kia|tren|vu|cai|truong hop|neu|nhu vay|o dau|bao lau|bao nhieu|nop|le phi|ho so)(?:\s|$|[?,.])/;

/** Short, and speaks of something said before. */
export const mayRefer = (text: string): boolean =>
  tokenize(text).length <= LONGEST_FOLLOW_UP && REFERS_BACK.test(fold(text));

/** What was talked about, by its name. */
export function subjectOf(query: Query, knowledge: KnowledgeBase): string {
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
export function isFaithful(rewritten: string, typed: string, before: string): boolean {
  if (rewritten === "" || guardInput(rewritten)) return false;
  const own = telling(typed);
  const now = telling(rewritten);
  const known = new Set([...own, ...telling(before), ...REWRITING_WORDS]);
  const kept = own.filter((word) => now.includes(word)).length;
  return now.every((word) => known.has(word)) && (own.length === 0 || kept >= KEPT * own.length);
}

/** What it goes by must stand in the question, and be more than small words. */
export function holdsWords(text: string, words: string): boolean {
  const wanted = fold(normalizeText(words)).trim();
  return telling(words).length > 0 && fold(normalizeText(text)).includes(wanted);
}
