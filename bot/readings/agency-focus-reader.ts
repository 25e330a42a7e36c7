/** Questions about the agencies spoken of: "2 sở đó bên nào nhiều hơn", "cả hai có chung việc nào", "sở ít nhất có những
 *  việc gì", "sở đó còn phối hợp gì". */
import { isLocals } from "../agency-names.ts";
import type { Query } from "../query.ts";
import { rowsOf, tableOf } from "../sets/task-set.ts";
import { has, type ReadingContext } from "./context.ts";
import { latticeOf } from "./plan-lattice.ts";
import type { PlanMark } from "./plan-marks.ts";
import type { Proposal } from "./reader.ts";
import { filterOf, showOf } from "./task-filter.ts";

const COUNTS: Readonly<Record<string, number>> = { hai: 2, "2": 2, ba: 3, "3": 3, bon: 4, "4": 4 };
const COMMON =
  /(^| )(chung|cung)( \S+)? (viec|nhiem vu|cai|dau viec|mot)( |$)|(^| )(viec|nhiem vu|cai) (nao |)(chung|cung lam)( |$)/;
const EXTREME = /(^| )(nhieu|it)( \S+){0,2} nhat( |$)/;

export function readAgencyFocus(context: ReadingContext): Proposal | undefined {
  const { question, dialogue, knowledge, now } = context;
  const atoms = latticeOf(context);
  const mark = (name: PlanMark) => atoms.find((atom) => atom.type === "mark" && atom.mark === name);
  const several = mark("thoseAgencies");
  const text = question.folded;
  const known = dialogue.agencyIds.filter((id) => !isLocals(id));
  if (several && several.type === "mark") {
    const said = question.tokens.slice(several.from, several.to).map(({ folded }) => COUNTS[folded] ?? 0);
    const wanted = Math.max(2, ...said);
    // "Trong hai ông đó": the agencies that lead the one task spoken of.
    const leads = leadsOfFocus(context);
    const ids = leads.length >= 2 ? leads : known.slice(-wanted);
    if (ids.length < 2) return undefined;
    return { query: ofSeveral(context, ids, text), features: { several: 1 } };
  }
  const { last } = dialogue;
  const compared = last?.kind === "leaders" ? last.agencyIds : undefined;
  if (compared && EXTREME.test(text) && has(context, "askList", "task", "lead", "coordinating")) {
    const role = last?.kind === "leaders" ? (last.filter.role ?? "lead") : "lead";
    const rows = rowsOf({ op: "all" }, knowledge, now);
    const table = tableOf(rows, role).filter(({ key }) => compared.includes(key));
    const sorted = table.sort((a, b) => a.ids.length - b.ids.length);
    const chosen = /(^| )it( \S+){0,2} nhat/.test(text) ? sorted[0] : sorted.at(-1);
    if (chosen)
      return {
        query: {
          kind: "tasks",
          filter: { agencyId: chosen.key, role, directness: "named" },
          show: showOf(context),
          asks: [],
        },
        features: { several: 1 },
      };
  }
  return undefined;
}

function leadsOfFocus({ dialogue, knowledge }: ReadingContext): string[] {
  const { last } = dialogue;
  if (last?.kind !== "task" || last.ids.length !== 1) return [];
  const task = knowledge.tasks.find(({ id }) => id === last.ids[0]);
  return task?.leads.flatMap((party) => party.agencyId ?? []) ?? [];
}

function ofSeveral(context: ReadingContext, ids: string[], text: string): Query {
  const { agencyId: _agency, role, ...filter } = filterOf(context);
  const { last } = context.dialogue;
  if (last?.kind === "task" && leadsOfFocus(context).length >= 2 && !has(context, "askList", "askCount"))
    return { kind: "task", ids: last.ids, asks: ["whoExactly"] };
  if (COMMON.test(text))
    return {
      kind: "taskSet",
      set: {
        op: "filter",
        of: { op: "all" },
        where: { by: "and", of: ids.map((agencyId) => ({ by: "agency", agencyId, named: true })) },
      },
      measure: { as: "list" },
      asks: [],
    };
  if (has(context, "moreThan", "most", "askCount") || /(^| )(nhieu|it)( |$)/.test(text))
    return {
      kind: "leaders",
      filter: { ...filter, ...(role ? { role } : {}) },
      order: "all",
      agencyIds: ids,
    };
  return {
    kind: "many",
    queries: ids.map(
      (agencyId): Query => ({
        kind: "tasks",
        filter: { ...filter, agencyId, role: role ?? "lead", directness: "named" },
        show: "list",
        asks: [],
      }),
    ),
  };
}
