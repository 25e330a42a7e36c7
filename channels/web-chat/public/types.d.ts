/** Types that the scripts of the page share, and those of what the server sends. */
import type { Citation, Computed, Reply, ReplyTask, TurnResponse } from "../../../bot/reply.ts";
import type { Aspect } from "../../../knowledge/records.ts";
import type { createAsking } from "./asking.js";
import type { createComposer } from "./composer.js";
import type { createKept } from "./kept.js";
import type { createRequests } from "./requests.js";
import type { wordsOf } from "./words.js";

export type { Aspect, Citation, Computed, Reply, ReplyTask, TurnResponse };
export type Language = "vi" | "en";
export type Mode = "page" | "inline" | "popup";
export type HeadingTag = "h2" | "h3";
export type Words = ReturnType<typeof wordsOf>;
export type Kept = ReturnType<typeof createKept>;
export type Requests = ReturnType<typeof createRequests>;
export type Asking = ReturnType<typeof createAsking>;
export type Composer = ReturnType<typeof createComposer>;

export type ProblemKind = "network" | "cut" | "busy" | "unavailable" | "tooLarge" | "failed" | "refused";
/** What failed, as `RequestProblem` of requests.js says it. */
export interface Problem {
  kind: ProblemKind;
  code: string;
  message: string;
  waitMs?: number | undefined;
  readonly isPassing: boolean;
  readonly attempts: number;
}

/** Of GET /api/procedures/…, as much as the page uses. */
export interface ProcedureMethods {
  methods: { channel: Channel | null; note: string | null }[];
  fees?: ProcedureValue[];
  times?: ProcedureValue[];
}
export type Channel = "in_person" | "online" | "post";
/** A fee or a time as it holds for a case and channels; null: for all. */
export interface ProcedureValue {
  text: string;
  case: string;
  channels: (Channel | null)[] | null;
  until: string | null;
  additions?: { text: string }[];
}

/** Body of POST /api/chat. */
export interface TurnBody {
  text: string;
  channel: "web";
  conversationId?: string;
  audience?: string;
  agency?: string;
}

/** A question that has no answer yet. */
export interface Question {
  key: string;
  thread: string;
  tab: string;
  text: string;
  at: number;
  /** Its place, once the server has answered. */
  n?: number;
  /** What was sent with it, once it was sent. */
  about?: { conversationId: string | undefined; audience: string | null; agency: string | null };
  isRenewed?: boolean;
  needsNewKey?: boolean;
}

/** A question with its answer. */
export interface Turn {
  id: string;
  at: number;
  n: number;
  text: string;
  response: TurnResponse;
  record?: ProcedureMethods | undefined;
}

/** Why the conversation is another one. */
export type Why = "removed" | "restarted" | "resumed" | "gone";
export interface Thread {
  id: string;
  why?: Why;
}

/** What a conversation that was found by its code holds. */
export interface Found {
  turns: { text: string; response: TurnResponse }[];
}

export interface Ticks {
  has(text: string): boolean;
  set(text: string, isTicked: boolean): void;
}

export interface Wait {
  problem: Problem;
  seconds: number;
  retryNow(): void;
}

export type Child = Node | string | null | undefined | false;
export type Listeners = {
  [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => unknown;
};
/** `text` is the content, `on` the listeners; null, undefined and false leave an attribute out, true sets an empty one. */
export interface Attributes {
  text?: string | undefined;
  on?: Listeners;
  [name: string]: string | number | boolean | null | undefined | Listeners;
}

/** What proves a figure. */
export type Proof = { rules: string[]; citation?: undefined } | { citation: Citation; rules?: undefined };
export interface Marks {
  proved(figure: string, line: string): Node;
  marked(text: string, line: string): (Node | string)[];
}
/** What the nodes of a reply are built with. `record`: of the one procedure that it is about. */
export interface View {
  words: Words;
  base: URL;
  headingTag: HeadingTag;
  record?: ProcedureMethods | undefined;
  ticksOf(code: string): Ticks;
  actions: readonly Node[];
}
