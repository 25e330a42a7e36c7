/** The contract of every channel: what a turn brings in and what a reply takes out. */
import { z } from "zod";
import type { Aspect } from "../knowledge/records.ts";

export const MAX_QUESTION_CHARACTERS = 2000;

/** Languages of answers. Quotes are in Vietnamese in either. */
export const LANGUAGES = ["vi", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Body of POST /api/chat. */
export const turnRequest = z.strictObject({
  text: z.string(),
  conversationId: z.string().min(1).max(64).optional(),
  channel: z.enum(["web", "cli", "teams", "zalo", "voice"]).default("web"),
  audience: z.enum(["citizen", "officer"]).optional(),
  /** Name or alias of the asker's own agency ("cơ quan tôi"). */
  agency: z.string().min(1).max(200).optional(),
  /** Of the answer; without it the language of the question decides. */
  language: z.enum(LANGUAGES).optional(),
});
export type TurnRequest = z.infer<typeof turnRequest>;

/** For a channel that has ids of its own: the same message is answered once, however often it is handed over. */
export interface TurnIdentity {
  /** A message that was answered before gets the answer it got. */
  messageId: string;
  /** Opened when it isn't known, or no more, unless it was deleted; instead of the one in the request. */
  conversationId: string;
  /** It isn't opened: unless it is known, the request is refused. */
  isKnown?: boolean;
  /** Of the whole request, keyed by what its client alone has. The message is the same when this is. */
  digest?: string;
}

export const STATUSES = [
  "answered",
  "clarification",
  "greeting",
  "unanswerable_out_of_scope",
  "unanswerable_not_in_sources",
  "guardrails_privacy",
  "guardrails_injection",
  "guardrails_abuse",
  "handoff",
  "error_internal",
] as const;
export type Status = (typeof STATUSES)[number];

export const KINDS = [
  "tasks",
  "task",
  "target",
  "duty",
  "passage",
  "procedure",
  "procedures",
  "agency",
  "document",
  "about",
  "none",
] as const;
export type Kind = (typeof KINDS)[number];

export interface ReplyTask {
  id: string;
  label: string;
  /** Id of its plan. */
  document: string;
  group: string;
  title: string;
  lead: string[];
  coordinating: string[];
  /** As printed. */
  period: string;
  /** Last day of the printed period, ISO; null when the task recurs. */
  dueEnd: string | null;
  recurrence: "none" | "yearly" | "periodic" | "ongoing";
  /** Of the agency asked about; lead when no agency was asked about. */
  role: "lead" | "coordinating";
  directness: "named" | "collective";
}

export interface Citation {
  id: string;
  document: string;
  number: string;
  issuedOn: string | null;
  locator: string;
  quote: string;
  url?: string;
  verifiedOn?: string;
}

export interface Link {
  label: string;
  /** Path on this server, or an address of the office. */
  url: string;
  mediaType?: string;
}

export interface Computed {
  value: string;
  rule: string;
}

export const OPTION_KINDS = [
  "task",
  "procedure",
  "document",
  "agency",
  "case",
  "circumstance",
  "query",
] as const;

/** One of the answers to what is asked back: its label, sent as a text, chooses it, and so does its number from 1. */
export interface ReplyOption {
  label: string;
  kind: (typeof OPTION_KINDS)[number];
  /** Of the task, agency or other record; of a case the place of its papers in the record of `code`. */
  id?: string;
  /** Of the procedure. One of `id` and `code` is always there. */
  code?: string;
}

export const VERDICTS = [
  "yes",
  "no",
  "partly",
  /** Under a condition that the fact names. */
  "only_if",
  "not_needed",
  "in_time",
  "late",
  /** On what was not told. */
  "depends",
  /** Neither yes nor no: a sentence of the record tells. */
  "told",
  /** The record doesn't tell. */
  "untold",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a reply is made of, for a door or a reader that words or cuts it anew; its sentences are those of the text. */
export interface ReplyPlan {
  /** Where something was put to yes or no. */
  verdict?: Verdict;
  /** The answer itself. */
  key: string[];
  details: string[];
  /** What to ask next. */
  next: string[];
}

export interface Reply {
  status: Status;
  /** Of our own words in it; Vietnamese when it isn't given. */
  language?: Language;
  kind: Kind;
  /** Short Markdown, complete on its own. */
  text: string;
  /** The same for the ear: lead sentence first, numbers and names spelled out, no markup. */
  spoken: string;
  tasks: ReplyTask[];
  procedures: { code: string; name: string; aspects: Aspect[] }[];
  citations: Citation[];
  computed: Computed[];
  /** Files and pages that serve what was asked. */
  links: Link[];
  /** What is asked back or offered, all of it, in order; empty when nothing is. */
  options: ReplyOption[];
  /** At most 5, each answerable. */
  suggestions: string[];
  /** Of an answer about a procedure. */
  plan?: ReplyPlan;
}

export interface TurnResponse {
  conversationId: string;
  messageId: string;
  /** 6 characters a person can read out. */
  code: string;
  reply: Reply;
}
