/** Something about the answer before itself: where it stands, who is meant by a cell of it, whether it is so. */
import { namedLeads } from "../sets/task-set.ts";
import { PhraseIndex } from "../understanding/phrases.ts";
import { claimsIn } from "./claims.ts";
import { has, type QueryReader, type ReadingContext, taskAsks } from "./context.ts";
import { hasMark } from "./plan-atoms.ts";
import { latticeOf } from "./plan-lattice.ts";
import type { Proposal } from "./reader.ts";

type Ask = "locator" | "exactly" | "again";

export const ASKS = new PhraseIndex<Ask>();
const add = (ask: Ask, patterns: string) => ASKS.addPatterns(`asks/${ask}`, patterns, ask);
add(
  "locator",
  `(nằm|ghi|viết|in|nêu|có|trích|quy định|dẫn) (ở|tại|từ|trong|) (mục|phần|trang|điều|đoạn|chỗ|dòng|gạch|chương|đâu) (nào|mấy|) (trong|của|) (văn bản|kế hoạch|quyết định|phụ lục|); (mục|trang|điều|dòng|đoạn) (nào|mấy) (của|trong|) (văn bản|kế hoạch|quyết định|); nguồn (ở đâu|nào|đâu); trích (ở đâu|từ đâu|dẫn đâu); dẫn chứng (đâu|ở đâu); căn cứ (vào đâu|đâu) mà nói; chỗ nào trong (văn bản|kế hoạch)`,
);
add(
  "exactly",
  `cụ thể (là|) (ai|sở nào|những sở nào|cơ quan nào|đơn vị nào|bên nào|những ai|gồm ai|gồm những ai|gồm những sở nào); (là|gồm) (những|) (ai|sở nào|cơ quan nào|đơn vị nào|ngành nào|bên nào) (vậy|cụ thể|thế|); nêu rõ (sở|cơ quan|đơn vị|tên); kể tên (từng|các|những|) (sở|cơ quan|đơn vị); đích danh (là|) (ai|sở nào|cơ quan nào)`,
);
add(
  "again",
  "(có|) chắc (không|chưa|hông|chắn không); (có|) chắc (là|) (vậy|thế) (không|hông); thật không; thiệt không; có nhầm không",
);

const SHORT_QUESTION = 12;

/** What is asked, each with the share of the words that say it. */
function askedIn({ question: { tokens, stops }, understander }: ReadingContext): ReadonlyMap<Ask, number> {
  const asks = new Map<Ask, number>();
  for (const { value, from, to } of ASKS.find([...tokens], understander.isForm)) {
    const others = tokens.filter((_token, i) => (i < from || i >= to) && !stops.has(i)).length;
    asks.set(value, Math.max(asks.get(value) ?? 0, (to - from) / (to - from + others)));
  }
  return asks;
}

export function readFocus(context: ReadingContext): Proposal[] {
  const asks = askedIn(context);
  return [...locator(context, asks), ...whoExactly(context, asks), ...doubt(context, asks)];
}

/** What says nothing else is certain by its form: "văn bản" of "nằm ở mục nào của văn bản" is no subject. */
export const readWholeFocus: QueryReader = (context) =>
  context.dialogue.last?.kind === "procedure"
    ? undefined
    : readFocus(context).find(({ features = {} }) =>
        Object.entries(features).some(([name, share]) => name.endsWith("said") && share === 1),
      )?.query;

/** "Nằm ở mục nào của văn bản?" of the answer before. */
function locator(
  { question, dialogue: { last } }: ReadingContext,
  asks: ReadonlyMap<Ask, number>,
): Proposal[] {
  const said = asks.get("locator");
  if (!last || last.kind === "procedure" || said === undefined) return [];
  return [{ query: { kind: "locator", of: last }, features: { locator: 1, short: isShort(question), said } }];
}

/** "Cụ thể là sở nào?" of a cell that names nobody, "trong hai ông đó ai là chính?" of one that names several. */
function whoExactly(context: ReadingContext, asks: ReadonlyMap<Ask, number>): Proposal[] {
  const { last } = context.dialogue;
  const ids = last?.kind === "task" ? last.ids : last?.kind === "label" ? last.taskIds : [];
  const tasks = context.knowledge.tasks.filter(({ id }) => ids.includes(id));
  const ofSeveral =
    tasks.some((task) => namedLeads(task).length > 1) && hasMark(latticeOf(context), "thoseAgencies");
  if (ids.length === 0 || !(asks.has("exactly") || (ofSeveral && !has(context, "askList", "askCount"))))
    return [];
  return [
    {
      query: { kind: "task", ids, asks: ["whoExactly"] },
      features: {
        exactly: 1,
        "of several": ofSeveral ? 1 : 0,
        short: isShort(context.question),
        "exactly: said": asks.get("exactly") ?? 0,
      },
    },
  ];
}

/** "Có chắc không đấy, tôi còn ký văn bản": a clause of its own comes first. */
const opensWithDoubt = ({ question: { tokens }, understander }: ReadingContext): boolean =>
  ASKS.find([...tokens], understander.isForm).some(({ value, from }) => value === "again" && from <= 1);

/** "Chắc không?" of any answer; "sao tôi nghe nói Văn phòng chủ trì?": a claim about the one row spoken of. */
function doubt(context: ReadingContext, asks: ReadonlyMap<Ask, number>): Proposal[] {
  const { last } = context.dialogue;
  if (!last) return [];
  const proposals: Proposal[] = [];
  const said = asks.get("again");
  if (said !== undefined)
    proposals.push({
      query: { kind: "again", of: last, how: "certain" },
      features: { "certain: said": said, "certain: opens": opensWithDoubt(context) ? 1 : 0 },
    });
  const claims = claimsIn(context).filter(({ about }) => about !== "percent" && about !== "count");
  if (last.kind === "task" && last.ids.length === 1 && claims.length > 0)
    proposals.push({
      query: { kind: "task", ids: last.ids, asks: taskAsks(context).filter((ask) => ask !== "completion") },
      features: { doubt: 1, short: isShort(context.question) },
    });
  return proposals;
}

const isShort = ({ tokens }: ReadingContext["question"]): number => (tokens.length <= SHORT_QUESTION ? 1 : 0);
