/** "Kế hoạch có nhắc tới blockchain không, ở đâu?": every place of the plan that holds the words. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { has, type ReadingContext } from "./context.ts";
import { matchPlan } from "./matches.ts";
import type { Proposal } from "./reader.ts";

/** A place holds nearly all that was said. */
const HOLDS = 0.85;
const MOST = 40;
const MANY = 4;
const SHORT = 6;
/** "Chỗ nào nhắc đến …", "có nói tới … không", "xuất hiện mấy lần". */
const PLACES =
  /(^| )(nhac|de cap|noi (den|toi|ve|gi|j)|xuat hien|cho nao|nhung cho|may cho|o dau|doan nao|muc nao|(co|nao) (noi|ghi|viet|chu|tu|dinh)|mention\w*)( |$)/;

/** "Có chỗ nào nhắc blockchain không hay tôi nhớ nhầm": what stands between the words that ask for places and the end of the
 *  question; all words of the subject where nothing does. */
function wordsSought({ tokens, planTopics }: ReadingContext["question"]): Token[] {
  const [words] = planTopics;
  const from = tokens.findIndex(
    ({ folded }, i) =>
      /^(nhac|chu|tu|cap|ghi)$/.test(folded) && /^(nao|co|noi|de)$/.test(tokens[i - 1]?.folded ?? ""),
  );
  const to = tokens.findIndex(({ folded }, i) => i > from + 1 && /^(khong|ko|k|hong|chua|hay)$/.test(folded));
  if (from < 0 || to < 0) return words!;
  const sought = words!.filter((token) => {
    const at = tokens.indexOf(token);
    return at > from && at < to;
  });
  return sought.length > 0 ? sought : words!;
}

export function readMentions(context: ReadingContext): Proposal | undefined {
  const { question } = context;
  const words = wordsSought(question);
  if (words.length === 0 || words.length > MANY || question.labels.length > 0) return undefined;
  const goesOn = context.dialogue.last?.kind === "mentions" && question.tokens.length <= SHORT;
  const signalled = has(context, "citation", "body") || PLACES.test(question.folded);
  if (!goesOn && !signalled) return undefined;
  const KINDS = ["task", "target", "duty", "passage"] as const;
  const found =
    words.length === question.planTopics[0]!.length
      ? matchPlan(context, [...KINDS], MOST)
      : context.topics.match([words], [...KINDS], MOST);
  const places = found.filter(({ coverage }) => coverage >= HOLDS);
  const said = words.map((token) => question.text.slice(token.start, token.end)).join(" ");
  return {
    query: { kind: "mentions", words: said, ids: places.map(({ recordId }) => recordId) },
    features: {
      signalled: signalled ? 1 : 0,
      "of the plan": has(context, "plan", "appendix") ? 1 : 0,
      "goes on": goesOn ? 1 : 0,
      asks: has(context, "citation") ? 1 : 0,
      found: places.length > 0 ? 1 : 0,
      "asks who or when": has(context, "lead", "coordinating", "askWhen", "askCount") ? 1 : 0,
    },
  };
}
