/** What the signals of a whole question say of rows where no words of it do: the asker's own agency, "địa phương", "các sở",
 *  "quá hạn", and the agency of the answer before. These atoms stand nowhere. */
import { COMMUNES_ID, LOCALS_ID } from "../agency-names.ts";
import type { TaskPredicate } from "../sets/task-set.ts";
import { has, type ReadingContext } from "./context.ts";
import type { Atom } from "./plan-atoms.ts";

export function cuedAtoms(context: ReadingContext, atoms: readonly Atom[]): Atom[] {
  const agencyId = atoms.some(({ type }) => type === "agency") ? undefined : cuedAgency(context);
  const agency: Atom[] = agencyId ? [{ type: "agency", ...nowhere(context), agencyId, weak: false }] : [];
  return [...agency, ...cuedWheres(context, atoms, agencyId !== undefined)];
}

const nowhere = ({ question: { tokens } }: ReadingContext) => ({ from: tokens.length, to: tokens.length });

function cuedAgency(context: ReadingContext): string | undefined {
  const { last, ownAgencyId } = context.dialogue;
  if (has(context, "ownAgency") && ownAgencyId) return ownAgencyId;
  if (has(context, "communes")) return COMMUNES_ID;
  if (has(context, "locals")) return LOCALS_ID;
  // "Chủ trì những việc gì?" of the agency spoken of.
  return last?.kind === "agency" || last?.kind === "duty" ? last.agencyId : undefined;
}

function cuedWheres(context: ReadingContext, atoms: readonly Atom[], isOfAgency: boolean): Atom[] {
  const { question } = context;
  const says = (by: TaskPredicate["by"]) =>
    atoms.some(
      ({ type, ...atom }) =>
        type === "where" &&
        "where" in atom &&
        (atom.where.by === by || (atom.where.by === "not" && atom.where.of.by === by)),
    );
  const wheres: TaskPredicate[] = [];
  const isIncluded = /(^| )(tinh|ke|gom|gop)( ca| luon)( |$)/.test(question.folded);
  if (!says("collective") && has(context, "named")) wheres.push({ by: "not", of: { by: "collective" } });
  else if (
    !says("collective") &&
    !isIncluded &&
    (has(context, "collective") || (has(context, "everyone") && !isOfAgency))
  )
    wheres.push({ by: "collective" });
  const [period] = question.periods;
  if (period && !says("period")) wheres.push({ by: "period", period });
  if (!says("recurrence")) {
    const is = (["ongoing", "yearly", "recurring"] as const).find((cue) => has(context, cue));
    if (is) wheres.push({ by: "recurrence", is });
  }
  if (!says("ended") && has(context, "overdue") && !has(context, "completion"))
    wheres.push(
      /(^| )con han( |$)/.test(question.folded) ? { by: "not", of: { by: "ended" } } : { by: "ended" },
    );
  return wheres.map((where) => ({ type: "where", ...nowhere(context), where }));
}
