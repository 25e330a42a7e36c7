/** Words of a question that say what is not asked for. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Span } from "./phrases.ts";
import type { Utterance } from "./utterance.ts";

/** "Làm hộ chiếu cho bé có cần giấy khai sinh không": what it is for was named before. */
export function neededIn(
  tokens: readonly Token[],
  { namesProcedure }: Pick<Lexicon, "namesProcedure">,
): Span[] {
  const from = tokens.findIndex(
    ({ folded }, i) => /^(can|phai)$/.test(folded) && !NEEDED_ACT.test(tokens[i + 1]?.folded ?? "gi"),
  );
  const to = tokens.findIndex(({ folded }, i) => i > from + 1 && /^(khong|ko|k|hong|hok)$/.test(folded));
  const isNeed = from > 0 && to > from && to - from <= LONGEST_NEED;
  return isNeed && namesProcedure(tokens.slice(0, from)) ? [{ from, to }] : [];
}
const NEEDED_ACT = /^(gi|nhung|dang|xin|khai|doi|cap|lam|bao|thong|di)$/;
const LONGEST_NEED = 10;

/** "…, không nhận cha mẹ con", "…, không liên thông": clauses that say what is not asked for. */
export function deniedClauses({ text, tokens }: Utterance): Span[] {
  const endsClause = (i: number) =>
    i === tokens.length - 1 || /[,;.]/.test(text.slice(tokens[i]!.end, tokens[i + 1]!.start));
  return tokens.flatMap((token, from) => {
    const startsClause = from > 0 && endsClause(from - 1);
    if (token.folded !== "khong" || !startsClause || !DENYING.test(tokens[from + 1]?.folded ?? "")) return [];
    let last = from;
    while (!endsClause(last)) last++;
    return text[tokens[last]!.end] === "?" ? [] : [{ from, to: last + 1 }];
  });
}
export const withoutSpans = ({ text, tokens }: Utterance, spans: readonly Span[]): string =>
  spans.reduceRight(
    (kept, { from, to }) => kept.slice(0, tokens[from]!.start) + kept.slice(tokens[to - 1]!.end),
    text,
  );
const DENYING = /^(phai|kem|lien|ket|nhan|bao|gom|cung|thuoc)$/;
