/** What a request is about: the rows that it names, those of an agency, those spoken of, the periodic report. */
import { vietnamDay } from "../../knowledge/calendar.ts";
import { type ActionAbout, OF_PLAN, unverified } from "../query.ts";
import { milestonesOfDuty } from "../sets/milestones.ts";
import { filterOf } from "../sets/subject.ts";
import { type Role, rowsOf, type TaskPredicate } from "../sets/task-set.ts";
import { has, type ReadingContext } from "./context.ts";
import { countSaid } from "./counted-rows.ts";
import { tasksOf } from "./labelled-tasks.ts";
import { ofAllRows, pairToldIn, predicatesOf, setOfLast } from "./last-set.ts";
import { type Atom, hasMark, rolesIn, saysNamed } from "./plan-atoms.ts";
import { latticeOf } from "./plan-lattice.ts";

/** `isPersonal`: who says nothing of rows means those of the own agency, where it is known; the report is the one that has a
 *  day. */
export function aboutOf(context: ReadingContext, isPersonal = false): ActionAbout {
  const { dialogue } = context;
  const atoms = latticeOf(context);
  const report = has(context, "report");
  const agencyIds = agenciesIn(context, atoms);
  const [agencyId] = agencyIds;
  const named = report ? undefined : rowsNamed(context, atoms, agencyIds);
  const spoken =
    !report && !named && agencyId === undefined && !meansAll(context) ? spokenOf(context, atoms) : undefined;
  const reports = report && isPersonal ? datedReports(context) : [];
  const ids = named ?? spoken ?? (reports.length > 0 ? reports : undefined);
  const spokenAgency = spoken || hasMark(atoms, "those") ? agencyOfLast(dialogue.last) : undefined;
  const own = isPersonal && !ids && !report && !meansAll(context) ? dialogue.ownAgencyId : null;
  const whose = agencyId ?? spokenAgency ?? own;
  const role = roleIn(atoms);
  return {
    ...(whose ? { agencyId: whose } : {}),
    ...(agencyId && role && !ids ? { role } : {}),
    ...(agencyId && saysNamed(atoms) && !ids ? { named: true as const } : {}),
    ...(ids ? { ids } : {}),
    ...(report ? { report: true } : {}),
  };
}

/** Duties to report that print a day. */
const datedReports = ({ knowledge, now }: ReadingContext): string[] =>
  knowledge.duties
    .filter((duty) => duty.report && milestonesOfDuty(duty, vietnamDay(now)).length > 0)
    .map(({ id }) => id);

/** The agencies named, the asker's own, "địa phương"; each once. */
function agenciesIn({ question, dialogue }: ReadingContext, atoms: readonly Atom[]): string[] {
  const named = atoms.flatMap((atom) =>
    atom.type === "agency" && (!atom.weak || atom.sector?.announced) ? [atom.agencyId] : [],
  );
  const own = question.cues.has("ownAgency") ? dialogue.ownAgencyId : null;
  return named.length > 0 ? [...new Set(named)] : own ? [own] : [];
}

/** The one role that is named. */
function roleIn(atoms: readonly Atom[]): Role | undefined {
  const roles = [...new Set(rolesIn(atoms))];
  return roles.length === 1 ? roles[0] : undefined;
}

const ALL = /(^| )(toan bo|tat ca|het thay|ca 67|67|full|nguyen) /;

const meansAll = (context: ReadingContext): boolean =>
  ofAllRows(context) || ALL.test(`${context.question.folded} `);

/** Rows that the sentence tells by more than an agency and its role: labels, a group, a year, "hàng năm", two agencies. */
function rowsNamed(
  context: ReadingContext,
  atoms: readonly Atom[],
  agencyIds: readonly string[],
): string[] | undefined {
  const { question, knowledge, now } = context;
  const labelled = question.labels.flatMap((label) => tasksOf(context, label).map(({ id }) => id));
  if (labelled.length > 0) return [...new Set(labelled)];
  const wheres = atoms.flatMap((atom) => (atom.type === "where" ? [atom.where] : []));
  if (wheres.every(({ by }) => by === "not") && agencyIds.length < 2) return undefined;
  const role = roleIn(atoms);
  const ofAgencies = agencyIds.map((agencyId) => ({
    by: "agency" as const,
    agencyId,
    ...(role ? { role } : {}),
  }));
  const where: TaskPredicate[] = [
    ...(ofAgencies.length > 1 ? [{ by: "or" as const, of: ofAgencies }] : ofAgencies),
    ...wheres,
  ];
  const rows = rowsOf(filterOf({ op: "all" }, where), knowledge, now);
  return rows.length > 0 ? rows.map(({ id }) => id) : undefined;
}

/** The rows or duties of the answer before, or those of an answer that is referred to. */
function spokenOf(context: ReadingContext, atoms: readonly Atom[]): string[] | undefined {
  const { focuses, last } = context.dialogue;
  const told = last && unverified(last);
  if (!told || !OF_PLAN.has(told.kind)) return undefined;
  if (told.kind === "duty") return told.ids;
  const lists = focuses.filter(({ ids }) => ids.length > 0);
  const newest = lists.at(-1);
  const isOfLast = newest !== undefined && JSON.stringify(newest.query) === JSON.stringify(last);
  const places = atoms.flatMap((atom) => (atom.type === "places" ? atom.places : []));
  const refers = hasMark(atoms, "those") || has(context, "pronoun") || places.length > 0;
  if (!newest || !(isOfLast || refers)) return undefined;
  const counted = countSaid(context);
  const ofCount =
    counted === undefined || newest.ids.length === counted
      ? newest.ids
      : (lists.filter(({ ids }) => ids.length === counted).at(-1)?.ids ??
        (counted === 2 ? pairToldIn(lists) : undefined) ??
        newest.ids);
  if (places.length === 0) return ofCount;
  const picked = places.flatMap((place) => newest.ids.at(place > 0 ? place - 1 : place) ?? []);
  return picked.length > 0 ? [...new Set(picked)] : newest.ids;
}

function agencyOfLast(last: ReadingContext["dialogue"]["last"]): string | undefined {
  const before = last && setOfLast(last);
  const agency = before && predicatesOf(before.set).find(({ by }) => by === "agency");
  return agency?.by === "agency" ? agency.agencyId : undefined;
}
