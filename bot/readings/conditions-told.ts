/** Whether a query tells what the words of a question ask of rows. */
import type { Query } from "../query.ts";
import type { Atom } from "./plan-atoms.ts";

/** Does a query about rows express what an atom of the question says? Undefined where nothing can be said of it. `said`: the
 *  query as JSON. */
export function expresses(query: Query, said: string, atom: Atom): boolean | undefined {
  if (atom.type === "mark") {
    switch (atom.mark) {
      case "not":
        return said.includes('"by":"not"') ? true : undefined;
      case "without":
      case "withoutBefore":
        return /"op":"without"|"by":"not"|"except"/.test(said);
      case "those":
      case "thatGroup":
      case "onlyThose":
        return said.includes('"ids":[');
      case "rest":
        return said.includes('"op":"without"');
      case "share":
        return said.includes('"as":"share"');
      case "byGroup":
        return query.kind === "groups" || said.includes('"by":"group"}');
      case "byYear":
        return said.includes('"by":"endYear"');
      case "byAgency":
        return /"as":"table"/.test(said);
      case "howManyAgencies":
        return said.includes('"as":"agencies"');
      case "tell":
        return said.includes('"as":"list"') || query.kind !== "taskSet";
      default:
        return undefined;
    }
  }
  if (atom.type === "places") return said.includes('"places":');
  if (atom.type === "label")
    return query.kind === "label" || query.kind === "task" || query.kind === "comparison";
  if (atom.type === "role") return query.kind === "taskSet" ? said.includes(`"${atom.role}"`) : undefined;
  if (atom.type === "agency") return atom.weak ? undefined : said.includes(`"${atom.agencyId}"`);
  const { where } = atom;
  switch (where.by) {
    case "year":
      return said.includes(`"is":"${where.is}","year":${where.year}`) || said.includes('"by":"endYear"');
    case "period":
      return said.includes(`"period":"${where.period}"`);
    case "recurrence":
      return said.includes(`"${where.is}"`) || said.includes('"by":"endYear"');
    case "group":
      return where.groupIds.every((id) => said.includes(`"${id}"`));
    case "not":
      return said.includes(JSON.stringify(where.of)) || said.includes('"named"');
    case "collective":
      return said.includes('"collective"');
    case "ended":
      return said.includes('"ended"');
    case "leads":
      return said.includes('"leads"');
    default:
      return said.includes(`"by":"${where.by}"`);
  }
}

/** Conditions that may never be dropped: a limit of time, what is left out, and what is denied. An answer without them
 *  answers something else, with confidence. */
export function dropsLimit(query: Query, atoms: readonly Atom[]): boolean {
  if (!OF_ROWS.has(query.kind)) return false;
  const said = JSON.stringify(query);
  return (
    atoms.some((atom) => isLimit(atom) && expresses(query, said, atom) === false) ||
    deniedAgencies(atoms).some((id) => said.includes(`"${id}"`))
  );
}

/** "Không phải của Sở Y tế", "không do Sở Y tế": a query of these kinds that names the agency means it, and can't leave it
 *  out. */
const deniedAgencies = (atoms: readonly Atom[]): string[] =>
  atoms.flatMap((atom) =>
    atom.type === "agency" &&
    atoms.some((mark) => mark.type === "mark" && mark.mark === "not" && isBefore(mark, atom))
      ? [atom.agencyId]
      : [],
  );
/** A bare "không" may end a question or deny a verb; with another word it denies what follows. */
const isBefore = (mark: Atom, atom: Atom): boolean =>
  mark.to - mark.from > 1 && mark.to <= atom.from && atom.from - mark.to <= 1;

const OF_ROWS: ReadonlySet<Query["kind"]> = new Set<Query["kind"]>(["groups"]);
const isLimit = (atom: Atom): boolean =>
  atom.type === "mark"
    ? atom.mark === "without" || atom.mark === "withoutBefore"
    : atom.type === "where" && LIMITS.has(atom.where.by);
const LIMITS: ReadonlySet<string> = new Set(["endsBy", "endsAfter", "year", "period"]);
