import { PhraseIndex } from "../understanding/phrases.ts";
import { claimsIn } from "./claims.ts";
import { type ReadingContext, taskAsks } from "./context.ts";
import type { Proposal } from "./reader.ts";

type Ask = "locator" | "exactly" | "again";

export const ASKS = new PhraseIndex<Ask>();
const add = (ask: Ask, patterns: string) => ASKS.addPatterns(`asks/${ask}`, patterns, ask);
add(
  "locator",
  `(nằm|ghi|viết|in|nêu|có|trích|quy định|dẫn) (ở|tại|từ|trong) (mục|phần|trang|điều|đoạn|chỗ|dòng|gạch|chương|đâu) (nào|mấy|trong|của|)(văn bản|kế hoạch|quyết định|); (mục|trang|điều|dòng|đoạn) (nào|mấy) (của|trong|) (văn bản|kế hoạch|quyết định|); nguồn (ở đâu|nào|đâu); trích (ở đâu|từ đâu|dẫn đâu); dẫn chứng (đâu|ở đâu); căn cứ (vào đâu|đâu) mà nói; chỗ nào trong (văn bản|kế hoạch)`.replace(
    "trong|của|)(văn",
    "trong|của|) (văn",
  ),
);
add(
  "exactly",
  `cụ thể (là|) (ai|sở nào|những sở nào|cơ quan nào|đơn vị nào|bên nào|những ai|gồm ai|gồm những ai|gồm những sở nào); (là|gồm) (những|) (ai|sở nào|cơ quan nào|đơn vị nào|ngành nào|bên nào) (vậy|cụ thể|thế|); nêu rõ (sở|cơ quan|đơn vị|tên); kể tên (từng|các|những|) (sở|cơ quan|đơn vị); đích danh (là|) (ai|sở nào|cơ quan nào)`,
);
add(
  "again",
  "chắc (không|chưa|hông|chắn không); (có|) chắc (là|) (vậy|thế) (không|hông); thật không; thiệt không; có nhầm không",
);

export const SHORT_QUESTION = 12;

const asked = (context: ReadingContext): Set<Ask> =>
  new Set(ASKS.find([...context.question.tokens], context.understander.isForm).map(({ value }) => value));

/** "Nằm ở mục nào của văn bản?" of the answer before. */
export function readLocator(context: ReadingContext): Proposal | undefined {
  const { last } = context.dialogue;
  if (!last || last.kind === "procedure" || !asked(context).has("locator")) return undefined;
  return { query: { kind: "locator", of: last }, features: { short: isShort(context) } };
}

/** "Cụ thể là sở nào?": of a cell that names nobody, that it does so. */
export function readWhoExactly(context: ReadingContext): Proposal | undefined {
  const { last } = context.dialogue;
  const ids = last?.kind === "task" ? last.ids : last?.kind === "label" ? last.taskIds : [];
  if (ids.length === 0 || !asked(context).has("exactly")) return undefined;
  return { query: { kind: "task", ids, asks: ["whoExactly"] }, features: { short: isShort(context) } };
}

/** "Sao tôi nghe nói Văn phòng chủ trì?", "chắc không?": a claim about the one row spoken of. */
export function readDoubt(context: ReadingContext): Proposal | undefined {
  const { last } = context.dialogue;
  if (last?.kind !== "task" || last.ids.length !== 1) return undefined;
  const claims = claimsIn(context).filter(({ about }) => about !== "percent" && about !== "count");
  const doubts = asked(context).has("again");
  if (claims.length === 0 && !doubts) return undefined;
  return {
    query: { kind: "task", ids: last.ids, asks: taskAsks(context).filter((ask) => ask !== "completion") },
    features: { claims: Math.min(1, claims.length), short: isShort(context) },
  };
}

const isShort = ({ question }: ReadingContext): number => (question.tokens.length <= SHORT_QUESTION ? 1 : 0);
