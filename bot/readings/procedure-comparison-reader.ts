/** Two procedures compared: named in one breath ("A với B khác nhau chỗ nào"), one beside the one that is spoken of ("khác
 *  gì với cấp lại"), or the two compared before by something else ("cái nào nhanh hơn"). */
import type { Aspect } from "../../knowledge/records.ts";
import { findProcedure } from "../answers/context.ts";
import type { ProcedureComparisonQuery } from "../query.ts";
import { PhraseIndex } from "../understanding/phrases.ts";
import { aspectsOf } from "./aspects.ts";
import { has, type ReadingContext } from "./context.ts";
import { matchProcedures } from "./matches.ts";
import type { Proposal } from "./reader.ts";
import { severalParts } from "./several-reader.ts";

type Ask = "differ" | "faster" | "cheaper" | "which";

const COMPARES = new PhraseIndex<Ask>();
const add = (ask: Ask, patterns: string) => COMPARES.addPatterns(`compares/${ask}`, patterns, ask);
add(
  "differ",
  "khác (nhau|gì|chi|chỗ nào|chỗ mô|ở đâu|ra sao|thế nào|biệt|như thế nào|sao); giống (nhau|hay khác|không|với); có khác (gì|chi|không|nhau|ko); so (sánh|với); phân biệt; chênh nhau",
);
add(
  "faster",
  "(cái|bên|cách|thủ tục|loại|đường|chỗ|đứa) nào (nhanh|mau|lẹ|sớm|ngắn) (hơn|nhất|); (nhanh|mau|lẹ) hơn",
);
add(
  "cheaper",
  "(cái|bên|cách|thủ tục|loại|đường|chỗ) nào (rẻ|ít tiền|đỡ tốn|tốn ít|đỡ tiền|tiết kiệm) (hơn|nhất|); (rẻ|ít tốn|đỡ tốn) hơn",
);
add(
  "which",
  "nên (làm|chọn|xin|đi|theo) (cái|bên|cách|thủ tục|loại|đường) nào; (cái|bên|cách|thủ tục|loại) nào (hợp|đúng|phù hợp|lợi|tiện) (hơn|với|); hay (là|) (làm|xin|đăng ký|cấp|đổi); hay là",
);

const LIKELY = 0.45;
const ASPECT_OF: Readonly<Partial<Record<Ask, Aspect>>> = { faster: "time", cheaper: "fee" };

export function readProcedureComparison(context: ReadingContext): Proposal[] {
  const { question, dialogue, understander, knowledge } = context;
  const asks = new Set(COMPARES.find([...question.tokens], understander.isForm).map(({ value }) => value));
  const { last } = dialogue;
  const before = last?.kind === "procedureComparison" ? last : undefined;
  const compares = asks.size > 0 || has(context, "compare");
  if (!compares && !before) return [];
  const better = asks.has("faster") ? "faster" : asks.has("cheaper") ? "cheaper" : undefined;
  const said = aspectsOf(context);
  const own = better && ASPECT_OF[better];
  const aspects = own && !said.includes(own) ? [own, ...said] : said;
  const proposals: Proposal[] = [];
  const compare = (codes: readonly string[], features: Record<string, number>) => {
    const [one, other] = codes;
    if (!one || !other || one === other) return;
    const query: ProcedureComparisonQuery = {
      kind: "procedureComparison",
      codes: [one, other],
      aspects,
      ...(better ? { better } : {}),
    };
    proposals.push({
      query,
      features: {
        ...features,
        differ: asks.has("differ") ? 1 : 0,
        better: better ? 1 : 0,
        which: asks.has("which") ? 1 : 0,
        variants: areVariants(knowledge, one, other) ? 1 : 0,
      },
    });
  };
  if (compares) {
    const parts = severalParts(context);
    if (parts.length === 2)
      compare(
        parts.map(({ id }) => id),
        { "named together": 1, weakest: Math.min(...parts.map(({ coverage }) => coverage)) },
      );
    const spoken = last?.kind === "procedure" ? last.code : undefined;
    const [named] = matchProcedures(context, 3).filter(({ recordId }) => recordId !== spoken);
    if (spoken && named && (named.coverage >= LIKELY || (named.called ?? 0) > 0))
      compare([spoken, named.recordId], {
        "beside the one spoken of": 1,
        coverage: named.coverage,
        called: (named.called ?? 0) > 0 ? 1 : 0,
      });
  }
  if (before) compare(before.codes, { "the two before": 1, "asks an aspect": aspects.length > 0 ? 1 : 0 });
  return proposals;
}

function areVariants({ procedures }: ReadingContext["knowledge"], one: string, other: string): boolean {
  const familyOf = (code: string) => findProcedure({ procedures }, code)?.variantOf ?? code;
  return familyOf(one) === familyOf(other);
}
