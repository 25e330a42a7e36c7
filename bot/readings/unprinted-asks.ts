/** "Ai chủ trì", "hạn bao giờ" of what is no row of the appendix: the body of the plan rarely prints it, and the answer says
 *  so beside what it does print. */
import type { Query } from "../query.ts";
import { type ReadingContext, taskAsks } from "./context.ts";

const ASKS: ReadonlySet<string> = new Set(["lead", "coordinating", "when"]);

/** The query with what the words ask of a passage or a target; what was asked of it before is over. */
export function withUnprinted(query: Query, context: ReadingContext): Query {
  if (query.kind !== "passage" && query.kind !== "target") return query;
  const { asks: _before, ...bare } = query;
  const asks = taskAsks(context).filter((ask) => ASKS.has(ask));
  return asks.length > 0 ? { ...bare, asks } : bare;
}
