/** What a question was understood to ask, once follow-ups are resolved. Plain data: it is kept with the conversation
 *  so that the next question can change one part of it. */

import type { HelpLineNumber } from "../knowledge/help-lines.ts";
import type { OfficeAsk } from "../knowledge/office-profile.ts";
import type { Aspect } from "../knowledge/records.ts";
import type { RefusalReason } from "./refusal-reasons.ts";
import type { Status } from "./reply.ts";
import type { Role, TableBy, TaskSet } from "./sets/task-set.ts";
import type { Situation } from "./situations/situation.ts";
import type { Whether } from "./understanding/whether-rows.ts";

export type TaskAsk =
  | "lead"
  | "coordinating"
  | "when"
  | "completion"
  | "relation"
  | "source"
  | "agencyNow"
  | "overdue"
  /** What the plan prints of no task. */
  | "money"
  | "contact"
  | "contractor"
  /** Who is meant by a cell that names nobody, or several. */
  | "whoExactly";

/** A choice put to the asker: its wording is a complete question, and choosing it answers the query. */
export interface Choice {
  label: string;
  query: Query;
  /** Words of its label don't choose it: they are as likely those of another question. */
  onlyWhole?: true;
  /** Of an answer before the last, whose buttons are still on the screen: its number chooses nothing any more. */
  earlier?: true;
}

export interface ProcedureQuery {
  kind: "procedure";
  code: string;
  aspects: Aspect[];
  /** A figure that the asker wants confirmed: đồng, or days. */
  claim?: { value: number; unit: "đồng" | "ngày"; channel?: "online" | "post" };
  /** What else the question names, folded: a sentence of the record that holds it is quoted first. */
  words?: string[];
  /** Procedures that fit nearly as well; offered beside the answer. */
  near?: string[];
  /** Chosen among several that fit, which are those of `near`; said with the answer. */
  assumed?: boolean;
  /** A particular of it was asked, in the words: the answer says where the record doesn't tell it. */
  particular?: boolean;
  /** "Nộp ở Sở Tư pháp đúng không?": the agency as the registry names it. */
  filedAt?: string;
  /** "Có được không?", "72 tuổi có được không?" without an aspect: what is required comes first. */
  asksWhether?: boolean;
  /** What is to be told yes or no, the most particular first. */
  whether?: Whether[];
  /** The facts that the words ask for, likeliest first: a section, or the one item that answers; and how likely each is. */
  facts?: { pointer: string; share: number }[];
  /** Words of the clause that asks so, as typed, without those of the procedure's name. */
  about?: string[];
  /** All content words of the question, as typed: what they touch of a record is told. */
  said?: string[];
  /** The aspects are those asked before: told only where the words ask nothing else. */
  isInherited?: true;
  /** "Có bắt buộc không". */
  isCompulsory?: true;
  /** One of several that are answered at once: its title comes first. */
  isOneOfSeveral?: true;
  /** Neighbouring words of the clause, folded: "lam chung". */
  pairs?: string[];
  /** Papers that this clause names, of the circumstance `hasPaper`. */
  papers?: string[];
  /** "nộp ở xã": where it is put to be filed. */
  where?: string;
  /** Nothing of the case was told in this turn: where it leads was said before. */
  isCaseKnown?: true;
  /** All that the record has, nothing folded. */
  whole?: true;
  /** Only these cases of its papers, by position. */
  cases?: number[];
  /** What is known of the asker's case, which chooses among cases of papers, fees and times. */
  situation?: Situation;
  /** Why it is this procedure and not the near twin that was named: "thẻ bị mất thì làm cấp lại". */
  because?: string;
}

/** Two procedures side by side. */
export interface ProcedureComparisonQuery {
  kind: "procedureComparison";
  codes: [string, string];
  /** None: by what people mostly compare. */
  aspects: Aspect[];
  /** Which one is asked for. */
  better?: "faster" | "cheaper";
}

/** What is said of a set of rows: the rows, how many, a table that adds up, their share of all, or its agencies. */
export type Measure =
  | { as: "list" | "count" | "share" }
  /** Of agencies: `except` leaves some out, `among` compares only these (groups too), `only` shows those with exactly so many rows,
   *  `place` who stands there, from 1. */
  | {
      as: "table";
      by: TableBy;
      order?: "most" | "least";
      except?: string[];
      among?: string[];
      only?: number;
      place?: number;
    }
  /** The agencies that no row names in the role. */
  | { as: "nobody"; role: Role }
  /** How many agencies are printed in the role. */
  | { as: "agencies"; role: Role };

/** All that an event of life needs, or a procedure with what comes before and after it. */
export interface LifeEventQuery {
  kind: "lifeEvent";
  /** For people: "Sinh con"; "" when a procedure was named. */
  event: string;
  /** Codes of the procedures it begins with; at least one. */
  roots: string[];
  situation: Situation;
}

export interface TaskSetQuery {
  kind: "taskSet";
  set: TaskSet;
  measure: Measure;
  asks: TaskAsk[];
  /** Words of the question that limit rows, as typed, and limit none of these. */
  unheeded?: string[];
  /** Of all rows, where some were spoken of. */
  isOfAll?: true;
}

/** What the asker puts to be confirmed of a row, a target or a count. */
export type Claim =
  | { about: "agency"; agencyId: string; role?: Role }
  | { about: "endYear"; year: number; orEarlier?: true }
  | { about: "period"; period: string }
  | { about: "recurrence"; is: "yearly" | "ongoing" | "recurring" }
  | { about: "collective" }
  /** As printed without blanks: "50", "45-50". */
  | { about: "percent"; value: string; words: string[] }
  | { about: "count"; value: number };

/** What people ask the assistant to do. */
export type Action =
  | "draft"
  | "present"
  | "remind"
  | "calendar"
  | "export"
  | "send"
  | "record"
  | "register"
  | "lookup"
  | "call"
  | "translate";

/** What a request is about, as far as it says. */
export interface ActionAbout {
  agencyId?: string;
  /** The part of the agency in the rows that are meant. */
  role?: Role;
  /** Only rows that print the agency. */
  named?: true;
  /** Tasks and duties that are meant, instead of those of the agency. */
  ids?: string[];
  /** The periodic report. */
  report?: boolean;
}

/** About the office itself whose assistant this is. */
export interface OfficeQuery {
  kind: "office";
  /** None: all of it. */
  asks: OfficeAsk[];
  /** Whether it is open then. */
  day?: OfficeDay;
  /** Asked behind an answer from the plan, perhaps of an agency of it, of which the plan prints no such thing. */
  afterPlan?: true;
}
/** Days on which offices differ. */
export type OfficeDay = "saturday" | "sunday" | "weekend" | "holiday";

/** Of several plans, by the ids of their documents. */
export type PlansQuery = { kind: "plans" } & (
  | /** Which one is meant, where several fit and say different things. */ { op: "which"; ids: string[] }
  | /** The same asked of each. */ { op: "each"; parts: { planId: string; query: Query }[] }
  | /** What is new in `to`. */ { op: "changes"; from: string; to: string }
);

/** Of lines of the plan that were told before. */
export interface Beyond {
  /** Asked in words of which they hold few: the answer says that they print nothing of it. */
  beyond?: true;
}

export type Query =
  | TaskSetQuery
  | PlansQuery
  /** Every place of the plan that holds the words. */
  | { kind: "mentions"; words: string; ids: string[] }
  /** Where the answer to a question stands. */
  | { kind: "locator"; of: Query }
  | { kind: "action"; action: Action; about: ActionAbout }
  /** How many days until the printed end of tasks, or the day of a report. */
  | { kind: "countdown"; taskIds: string[]; dutyIds: string[] }
  /** What falls into a span of days; ISO, both ends in it; `said`: "quý 4/2026". */
  | { kind: "span"; from: string; to: string; said: string; agencyId?: string }
  /** The answer before, otherwise: in one sentence, once more, in plain words, with the rest of it, or whether it holds. */
  | { kind: "again"; of: Query; how: "shorter" | "same" | "plainer" | "more" | "certain" }
  /** The answer with a link to the table file of its rows. */
  | { kind: "withFile"; of: Query }
  /** A verdict on the claims comes before the answer. */
  | { kind: "verify"; of: Query; claims: Claim[] }
  /** `from`: the expression that found just this row, which a follow-up may change. */
  | ({ kind: "task"; ids: string[]; asks: TaskAsk[]; agencyId?: string; from?: TaskSet } & Beyond)
  | { kind: "comparison"; ids: [string, string]; asks?: TaskAsk[]; asksWhetherOne?: boolean }
  | { kind: "label"; label: string; taskIds: string[]; sectionLabel: string | null; asks: TaskAsk[] }
  | { kind: "groups" }
  /** `asks`: what rows of the appendix print, and targets rarely. */
  | ({
      kind: "target";
      ids: string[];
      completion: boolean;
      all: boolean;
      percent?: string;
      asks?: TaskAsk[];
    } & Beyond)
  /** `completion`: who has done it, or how far, is asked too. */
  | ({
      kind: "duty";
      ids: string[];
      agencyId?: string;
      ask: "report" | "ownPlan" | "all";
      completion?: true;
    } & Beyond)
  | ({ kind: "passage"; ids: string[]; sectionLabel?: string; asks?: TaskAsk[] } & Beyond)
  | { kind: "document"; keys: string[]; ids: string[] }
  | { kind: "agency"; agencyId: string; ask: "successor" | "overview"; department?: boolean }
  | ProcedureQuery
  | { kind: "procedures"; codes: string[] }
  | LifeEventQuery
  | ProcedureComparisonQuery
  /** `missing`: the question that was asked is read again once the agency is known. */
  | { kind: "clarification"; question: string; options: Choice[]; missing?: "agency" | "ownAgency" }
  | { kind: "about"; topic: "identity" | "abilities" | "retention" | "sources" | "changes" }
  | { kind: "smallTalk"; topic: "greeting" | "thanks" | "goodbye" | "acknowledgement" | "complaint" }
  | { kind: "ownAgency"; agencyId: string }
  | { kind: "handoff" }
  | OfficeQuery
  /** Somebody may be in danger. `lines`: to call, the first first; at least one. */
  | { kind: "emergency"; about: "danger" | "selfHarm"; lines: HelpLineNumber[] }
  /** Several questions in one: two agencies, two procedures. */
  | { kind: "many"; queries: Query[] }
  /** `guessed`: the first offer is what a language model thinks is meant. */
  | { kind: "refusal"; status: Status; reason: RefusalReason; offers: Choice[]; guessed?: boolean };

/** What is verified, or the query itself. */
export const unverified = (query: Query): Query => (query.kind === "verify" ? query.of : query);

/** Kinds of queries that are about the rows, lines and agencies of a plan. */
export const OF_PLAN: ReadonlySet<Query["kind"]> = new Set([
  "task",
  "taskSet",
  "span",
  "countdown",
  "comparison",
  "label",
  "groups",
  "target",
  "duty",
  "document",
  "agency",
  "mentions",
]);
