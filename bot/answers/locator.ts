/** Where what was just answered stands in its source. */
import type { DraftReply } from "../draft.ts";
import { bullets } from "./context.ts";

const SHOWN = 5;

/** `answer`: what was answered, composed anew. */
export function answerLocator(answer: DraftReply): DraftReply {
  const places = answer.citations.filter(({ locator }, i) => i === 0 || locator !== "Kế hoạch, tiêu đề");
  const citations = places.map((place, i) => ({ ...place, id: `c${i + 1}` }));
  // The rows that go with the answer stand in their quotes, shown or not.
  const shown = citations.slice(0, SHOWN);
  const lines = shown.map(
    ({ locator, number, quote }) => `${locator}${number ? ` (${number})` : ""}: “${quote}”`,
  );
  const text =
    shown.length === 0
      ? "Câu trả lời trước không dựa trên một chỗ cụ thể nào của văn bản."
      : `Nội dung vừa nêu nằm ở:\n${bullets(lines)}`;
  const spoken = shown.length === 0 ? text : `Nội dung vừa nêu nằm ở ${shown[0]!.locator}.`;
  return { ...answer, text, spoken, citations, computed: [] };
}
