/** What speaks for a reading and against it, in few numbers that all readers share: what it is about, how much of the
 *  question it explains, and which words of the question are of its kind. */

import type { Act } from "../examples/act-classifier.ts";
import { unverified } from "../query.ts";
import { expresses } from "../readings/conditions-told.ts";
import { has, type ReadingContext, refersBack } from "../readings/context.ts";
import { countSaid } from "../readings/counted-rows.ts";
import { PLAN_CUES as CUES_OF_PLAN } from "../readings/cue-families.ts";
import { matchPlan, matchProcedures } from "../readings/matches.ts";
import { LIKELY_MEANT, mostOf } from "../readings/meant.ts";
import { hasMark } from "../readings/plan-atoms.ts";
import { latticeOf } from "../readings/plan-lattice.ts";
import type { Reading } from "../readings/reader.ts";
import type { Cue } from "../understanding/cues.ts";
import { HeldWords } from "../understanding/held-words.ts";
import { procedureFeaturesOf } from "./procedure-features.ts";
import {
  FAMILIES,
  type Family,
  kindOf,
  namedShare,
  recordsOf,
  rowsOfQuery,
  textsOf,
  wordsOf,
} from "./query-kinds.ts";

export type Features = Readonly<Record<string, number>>;

/** Signals of the question that speak for or against kinds of readings. */
const PLAN_CUES: readonly Cue[] = [...CUES_OF_PLAN, "report"];

const PROCEDURE_CUES: readonly Cue[] = [
  "procedure",
  "papers",
  "aspectDocuments",
  "aspectFee",
  "aspectPlace",
  "aspectMethods",
  "aspectForms",
  "aspectTime",
  "aspectSteps",
  "aspectConditions",
];

const CUES: readonly Cue[] = [
  ...PLAN_CUES,
  ...PROCEDURE_CUES,
  "askWho",
  "askWhen",
  "askList",
  "askCount",
  "askYesNo",
  "earliest",
  "latest",
  "most",
  "compare",
  "money",
  "contact",
  "contractor",
  "followUp",
  "pronoun",
  "correction",
  "successor",
  "signer",
  "issued",
  "number",
  "structure",
  "legalBasis",
  "ownAgency",
  "iAm",
  "handoff",
  "about",
  "greeting",
  "thanks",
  "elsewhere",
  "everyone",
  "locals",
  "communes",
  "named",
  "collective",
  "moreThan",
];

/** Less likely acts say nothing. */
const LIKELY = 0.05;

const SHORT = 7;

/** Evidence beyond this says no more. */
const MUCH = 4;

/** One row a reading, in the order given. */
export function featuresOf(readings: readonly Reading[], context: ReadingContext): Features[] {
  const { question, dialogue, meant } = context;
  const mostMeantOfPlan = mostOf(meant.planRecords);
  const plan = matchPlan(context, ["task", "target", "duty", "passage", "fact"], 20);
  const procedures = matchProcedures(context);
  const best = { plan: plan[0], procedure: procedures[0] };
  const count = (cues: readonly Cue[]) => Math.min(2, cues.filter((cue) => has(context, cue)).length) / 2;
  const [planCues, procedureCues] = [count(PLAN_CUES), count(PROCEDURE_CUES)];
  const left = question.planTopics[0]!.length;
  const isShort = question.tokens.length <= SHORT ? 1 : 0;
  const goesOn = dialogue.last ? 1 : 0;
  const back = goesOn && refersBack(context) ? 1 : 0;
  const cues = CUES.filter((cue) => question.cues.has(cue));
  const acts = (Object.entries(context.speech) as [Act, number][]).filter(([, share]) => share >= LIKELY);
  const atoms = latticeOf(context);
  const agencies = atoms.flatMap((atom) => (atom.type === "agency" && !atom.weak ? [atom.agencyId] : []));
  const years = atoms.flatMap((atom) =>
    atom.type === "where" && atom.year !== undefined ? [String(atom.year)] : [],
  );
  const groups = atoms.flatMap((atom) =>
    atom.type === "where" && atom.where.by === "group" ? atom.where.groupIds.map((id) => `"${id}"`) : [],
  );
  const leavesOut = hasMark(atoms, "without", "withoutBefore");
  const counted = countSaid(context);
  const focus = new Set(dialogue.focuses.at(-1)?.ids ?? []);
  const last = dialogue.last ? JSON.stringify(dialogue.last) : "";
  const bestTask = plan.find(({ recordId }) => context.knowledge.tasks.some(({ id }) => id === recordId));
  const ofFamily = once((family: Family) => ({
    [named("is", family, " ")]: 1,
    [named(family, "plan words")]: planCues,
    [named(family, "procedure words")]: procedureCues,
    [named(family, "papers")]: question.domain === "papers" ? 1 : 0,
    [named(family, "plan fits")]: best.plan?.coverage ?? 0,
    [named(family, "procedure fits")]: best.procedure?.coverage ?? 0,
    [named(family, "procedure named")]: best.procedure?.precision ?? 0,
    [named(family, "plan means")]: best.plan?.meaning ?? 0,
    [named(family, "procedure means")]: best.procedure?.meaning ?? 0,
    [named(family, "examples mean a procedure")]: mostOf(meant.procedures),
    [named(family, "examples mean a row of the plan")]: mostMeantOfPlan,
    [named(family, "examples mean the plan")]: meant.plan,
    [named(family, "examples mean none")]: meant.none,
    [named(family, "refers back")]: back,
    [named(family, "short after an answer")]: isShort * goesOn,
    [named(family, "words left")]: Math.min(1, left / 4),
  }));
  /** Rows of the plan that people mean who say so. */
  const ofPlan = (ids: readonly string[]): Record<string, number> => {
    const shares = ids.flatMap((id) => meant.planRecords.get(id) ?? []);
    if (shares.length === 0) return {};
    const most = Math.max(...shares);
    if (mostMeantOfPlan < LIKELY_MEANT) return {};
    return {
      "row meant": most,
      "row meant most": most === mostMeantOfPlan ? 1 : 0,
      "another row is meant": most === mostMeantOfPlan ? 0 : mostMeantOfPlan,
    };
  };
  const judged = [...plan, ...procedures];
  const mostMeant = judged.reduce((most, match) => Math.max(most, match.meaning ?? 0), 0);
  const ofProcedure = procedureFeaturesOf(context, procedures);
  const requested = Math.max(0, ...readings.map(({ features }) => features["action: near the start"] ?? 0));
  const acronyms = acronymsIn(question);
  const before = left > 0 && dialogue.last ? textsOf(dialogue.last, context.knowledge) : [];
  const lastRecords = new Set(dialogue.last ? recordsOf(unverified(dialogue.last)) : []);
  const heldBefore = before.length > 0 ? HeldWords.of(before.join(" ")).share(question.planTopics[0]!) : 0;
  return readings.map((reading) => {
    const { by, query, features } = reading;
    const family =
      query.kind === "clarification" || (query.kind === "refusal" && query.status === "clarification")
        ? "ask"
        : FAMILIES[query.kind];
    const ids = recordsOf(query);
    const own = ids.length === 0 ? [] : judged.filter((match) => ids.includes(match.recordId));
    const fit = own.reduce((most, match) => Math.max(most, match.coverage), 0);
    const evidence = own.reduce((most, match) => Math.max(most, match.evidence), 0);
    const meaning = own.reduce((most, match) => Math.max(most, match.meaning ?? 0), 0);
    const row: Record<string, number> = {
      ...ofFamily(family),
      "record fits": fit,
      "record evidence": Math.min(1, evidence / MUCH),
      "record means": meaning,
      "record means most": own.length > 0 && meaning > 0 && meaning === mostMeant ? 1 : 0,
      "record means less": own.length > 0 ? mostMeant - meaning : 0,
      "names records": ids.length > 0 ? 1 : 0,
      ...ofPlan(ids),
      [named(family, "words named")]: namedShare(query, context),
      "several agree": by.length > 1 ? 1 : 0,
      ...features,
    };
    for (const name of by) row[named("by", name, " ")] = 1;
    const kind = kindOf(query);
    for (const cue of cues) {
      row[named(kind, cue)] = 1;
    }
    for (const [act, share] of acts) row[named(kind, act, " × act ")] = share;
    const said = JSON.stringify(query);
    const ignored = (of: readonly string[]) =>
      of.length === 0 ? 0 : of.filter((value) => !said.includes(value)).length / of.length;
    row[named(family, "agencies ignored")] = ignored(agencies);
    row[named(family, "years ignored")] = ignored(years);
    row[named(family, "groups ignored")] = ignored(groups);
    const told = atoms.map((atom) => expresses(query, said, atom)).filter((is) => is !== undefined);
    row[named(family, "conditions ignored")] =
      told.length === 0 ? 0 : told.filter((is) => !is).length / told.length;
    row[named(family, "a condition ignored")] = told.includes(false) ? 1 : 0;
    row[named(family, "all conditions told")] = told.length > 0 && !told.includes(false) ? 1 : 0;
    if (query.kind === "taskSet") {
      const words = wordsOf(query);
      row["filters by words"] = words > 0 ? 1 : 0;
      row["words of the filter"] = Math.min(1, words / 4);
    }
    // "Bỏ cái hạ tầng ra" of rows that were told.
    if (leavesOut && focus.size > 1) row[named(family, "rows are left out")] = 1;
    const rows = rowsOfQuery(query, context);
    if (rows) {
      const all = context.knowledge.tasks.length;
      row[named(family, "none found")] = rows.length === 0 ? 1 : 0;
      row[named(family, "one found")] = rows.length === 1 ? 1 : 0;
      if (counted !== undefined && counted > 1)
        row[named(family, rows.length === counted ? "as many as said" : "not as many as said")] = 1;
      row[named(family, "all found")] = rows.length === all ? 1 : 0;
      const kept = rows.filter((id) => focus.has(id)).length / Math.max(1, rows.length);
      if (focus.size > 0) {
        row[named(family, "within the focus")] = kept === 1 ? 1 : 0;
        row[named(family, "outside the focus")] = kept === 0 ? 1 : 0;
        row[named(family, "within the focus × words left")] = kept === 1 ? Math.min(1, left / 4) : 0;
        row[named(family, "outside the focus × short")] = kept === 0 ? isShort : 0;
        row[named(family, "the focus itself")] = kept === 1 && rows.length === focus.size ? 1 : 0;
      }
      if (bestTask) {
        const holds = rows.includes(bestTask.recordId);
        row[named(family, "holds the best task")] = holds ? bestTask.coverage : 0;
        row[named(family, "lacks the best task")] = holds ? 0 : bestTask.coverage;
      }
    }
    if (query.kind === "procedure") Object.assign(row, ofProcedure(query));
    if (dialogue.last) {
      row[query.kind === dialogue.last.kind ? "the same kind as the last" : "another kind than the last"] = 1;
      row["the same kind × short"] = query.kind === dialogue.last.kind ? isShort : 0;
    }
    row[named(family, "repeats the last")] = last === said ? 1 : 0;
    if (query.kind !== "action" && query.kind !== "withFile")
      row[named(family, "a request ignored")] = requested;
    if (acronyms.length > 0) {
      const words = new Set(
        textsOf(query, context.knowledge)
          .join(" ")
          .split(/[^\p{L}\p{N}]+/u),
      );
      row["acronyms held"] = acronyms.filter((word) => words.has(word)).length / acronyms.length;
    }
    if (before.length > 0) {
      const stays =
        query.kind === "again" || query.kind === "locator" || ids.some((id) => lastRecords.has(id));
      row[stays ? "stays with what holds the words" : "leaves what holds the words"] = heldBefore;
    }
    return row;
  });
}

/** "SCP", "LRIS": words typed in capitals, where not all are. */
function acronymsIn({ text, tokens }: ReadingContext["question"]): string[] {
  if (text === text.toUpperCase()) return [];
  return tokens
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => /^\p{Lu}[\p{Lu}\p{N}]{2,}$/u.test(word));
}

const names = new Map<string, Map<string, string>>();
/** The name of a feature of two parts. Put together once each: thousands are asked for in every turn. */
function named(first: string, second: string, join = " × "): string {
  const key = join + first;
  const own = names.get(key) ?? new Map<string, string>();
  names.set(key, own);
  const name = own.get(second) ?? `${first}${join}${second}`;
  own.set(second, name);
  return name;
}

/** Computed once for each. */
function once<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
