/** Where several plans are loaded an answer says at once of which it is, and whether a newer one has taken its place. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { planName } from "../answers/plans.ts";
import type { DraftedTurn } from "../steps/stages.ts";

const LISTED = "danh mục văn bản đã nạp";

export function sayWhichPlan(
  turn: DraftedTurn,
  planId: string | null,
  { documents }: Pick<KnowledgeBase, "documents">,
): DraftedTurn {
  const { draft, query, language } = turn;
  const plan = documents.find(({ id }) => id === planId);
  const isOfPlan = draft.tasks.length > 0 || draft.citations.some(({ document }) => document === plan?.title);
  if (!plan || query.kind === "plans" || draft.status !== "answered" || !isOfPlan || draft.kind === "about")
    return turn;
  const name = planName(plan);
  const newer = documents.find(({ id }) => id === plan.replacedBy);
  const isEnglish = language === "en";
  const opening = isEnglish ? `By **${name}**:` : `Theo **${name}**:`;
  const note = newer
    ? isEnglish
      ? `A newer plan has taken its place: **${planName(newer)}**.`
      : `Kế hoạch này đã có **${planName(newer)}** thay thế; hỏi “kế hoạch mới” để xem theo bản mới.`
    : "";
  return {
    ...turn,
    draft: {
      ...draft,
      text: [opening, draft.text, note].filter(Boolean).join("\n\n"),
      spoken: [opening, draft.spoken, note].filter(Boolean).join(" ").replaceAll("**", ""),
      computed: [
        ...draft.computed,
        { value: name, rule: LISTED },
        ...(newer ? [{ value: planName(newer), rule: LISTED }] : []),
      ],
    },
  };
}
