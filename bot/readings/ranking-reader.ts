/** Which task, group or agency has most or fewest of something. */

import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { isLocals } from "../agency-names.ts";
import type { Query, TaskFilter } from "../query.ts";
import { type Superlative, superlativeIn } from "../understanding/superlatives.ts";
import { has, type QueryReader, type ReadingContext } from "./context.ts";
import { filterOf } from "./task-filter.ts";

/** Only what narrows the rows that are ranked; "việc nào của Sở Y tế …" are those that it leads. */
function rankedFilter(context: ReadingContext): TaskFilter {
  const {
    role: _role,
    agencyId,
    directness: _directness,
    recurrence: _recurrence,
    ...rest
  } = filterOf(context);
  return agencyId && !isLocals(agencyId) ? { ...rest, agencyId, role: "lead", directness: "named" } : rest;
}

/** "Việc nào có nhiều đơn vị phối hợp nhất", "nhóm nào ít nhiệm vụ nhất". */
export const readRanking: QueryReader = (context) => {
  const { text, plain } = context.question;
  if (has(context, "procedure", "aspectFee", "aspectDocuments", "papers")) return undefined;
  if (!has(context, "task", "lead", "coordinating", "group", "appendix", "plan", "most")) return undefined;
  const sides = text.split(/ (?:và|va) /iu);
  const each = sides.length === 2 ? sides.map((side) => superlativeIn(fold(side))) : [];
  if (each.length > 0 && each.every((row) => row)) {
    const queries = each.map((row) => rankingQuery(context, row!));
    if (queries.every((row) => row)) return { kind: "many", queries: queries as Query[] };
  }
  const superlative = superlativeIn(plain);
  return superlative && rankingQuery(context, superlative);
};

function rankingQuery(context: ReadingContext, { of, order }: Superlative): Query | undefined {
  const filter = rankedFilter(context);
  if (of !== "agency")
    return { kind: "ranking", of, order, filter: of === "group" ? withoutGroups(filter) : filter };
  if (order === "most" || filter.agencyId) return undefined;
  const role = has(context, "coordinating") && !has(context, "lead") ? { role: "coordinating" as const } : {};
  return { kind: "leaders", filter: { ...filter, ...role }, order };
}

const withoutGroups = ({ groupIds: _groups, ...rest }: TaskFilter): TaskFilter => rest;
