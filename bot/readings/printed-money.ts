/** "Kinh phí bao nhiêu?" of a plan that prints sums: the lines that do, in place of "không in số tiền nào". */
import type { Query } from "../query.ts";
import type { ReadingContext } from "./context.ts";

const SUM = /\d\s?(?:triệu|tỷ|tỉ|nghìn đồng|đồng)(?!\p{L})/u;
const MOST = 4;

export function withPrintedMoney(query: Query, { knowledge }: ReadingContext): Query {
  if (query.kind !== "refusal" || query.reason !== "no_money") return query;
  const ids = knowledge.passages
    .filter(({ sectionLabel, text }) => sectionLabel !== "" && SUM.test(text))
    .map(({ id }) => id);
  return ids.length === 0 ? query : { kind: "passage", ids: ids.slice(0, MOST) };
}
