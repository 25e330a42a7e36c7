/** What a gateway's language is to the call: its webhooks into events, a step into its answer. A pure mapping. */
import { RequestError } from "../../knowledge/errors.ts";
import type { HttpAnswer, WebhookRequest } from "../channel.ts";
import type { CallEvent, Step } from "./call.ts";

/** Below the first, so that nothing hangs on a proxy's path. */
export const PATHS = {
  start: "/webhooks/voice",
  turn: "/webhooks/voice/turn",
  dialled: "/webhooks/voice/dialled",
  status: "/webhooks/voice/status",
} as const;
export type Door = keyof typeof PATHS;

/** One event of one call. */
export interface Incoming {
  callId: string;
  /** As the gateway tells it; null where the event doesn't. */
  from: string | null;
  /** The hotline's own number. */
  to: string | null;
  /** Which of our steps it answers; null where the gateway doesn't say. */
  turn: number | null;
  event: CallEvent;
}

/** What a step is rendered with. */
export interface Stage {
  callId: string;
  /** The hotline's own number, where the gateway told it. */
  to: string | null;
  /** The number of this step: the events that answer it carry it. */
  turn: number;
  /** The first step of the call. */
  isFirst: boolean;
  hints: readonly string[];
}

export interface DialectSettings {
  secret: string;
  publicUrl: string;
  officer: string;
  ttsVendor: string;
  ttsVoice: string;
  sttVendor: string;
}

export interface Dialect {
  /** It tells keys and no speech. */
  keysOnly: boolean;
  /** Of its requests that have a body. */
  contentType: "application/json" | "application/x-www-form-urlencoded";
  /** The webhooks that the gateway calls. */
  doors: readonly { door: Door; method: "GET" | "POST" }[];
  /** Whether the request carries a signature at all. */
  isSigned(request: WebhookRequest): boolean;
  /** Of the raw bytes; parses no more than the signature needs, and that in linear time. Throws RequestError 401 or
   *  403. */
  verify(request: WebhookRequest, door: Door, now: Date): void;
  /** Undefined for what is of no use here. Throws RequestError 400 for what can't be read. */
  read(request: WebhookRequest, door: Door): Incoming | undefined;
  render(step: Step, stage: Stage): HttpAnswer;
  /** The answer to an event that asks for none. */
  ignored: HttpAnswer;
}

/** Least confidence of a recogniser, 0 to 1, to act on what it heard. Many report 0 when they don't know. */
export const LEAST_CONFIDENCE = 0.35;
/** Seconds of silence before a turn is given up. */
export const SILENCE_SECONDS = 7;
/** Between two digits of a number. */
export const BETWEEN_DIGITS_SECONDS = 6;
/** An officer's telephone rings so long. */
export const RING_SECONDS = 30;
export const LONGEST_NUMBER = 11;
/** Of the normal rate, for "chậm lại". */
export const SLOW_RATE = "80%";

export const unsigned = () => new RequestError("signature_missing", "Thiếu chữ ký.", { status: 401 });
export const badSignature = () =>
  new RequestError("signature_invalid", "Chữ ký không đúng.", { status: 403 });
export const unreadable = (field: string | null = null) =>
  new RequestError("payload_invalid", "Nội dung không đúng cấu trúc.", { status: 400, field });

/** From the query of a webhook's address; null when it isn't there, and where a call starts or ends. Throws
 *  RequestError 400. */
export function turnOf(url: string, door: Door): number | null {
  if (door === "start" || door === "status") return null;
  const value = queryOf(url).get("turn");
  if (value === null) return null;
  if (!/^\d{1,6}$/.test(value)) throw unreadable("turn");
  return Number(value);
}

export const queryOf = (url: string): URLSearchParams => {
  const at = url.indexOf("?");
  return new URLSearchParams(at < 0 ? "" : url.slice(at + 1));
};

const MAX_SPEECH_CHARACTERS = 2000;

/** What a recogniser heard, with its confidence, 0 to 1; 0 when it doesn't say. */
export function speechOf(heard: string, confidence: number): CallEvent {
  const text = heard.trim();
  if (text === "") return { kind: "silence" };
  if (confidence > 0 && confidence < LEAST_CONFIDENCE) return { kind: "unclear" };
  return { kind: "speech", text: text.slice(0, MAX_SPEECH_CHARACTERS) };
}

/** Both XML and SSML. */
export const escapeXml = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

/** Phrases shorter than this keep the pause they have: "phím một, nghe tiếp". */
const LEAST_WORDS = 3;
const wordsOf = (phrase: string) => phrase.trim().split(/\s+/).length;

/** Slower without a rate: between phrases the pause that is between sentences. */
export function withLongPauses(text: string): string {
  const [first = "", ...rest] = text.split(/(?<=[,;:.?!])\s+/);
  return rest.reduce((said, phrase) => {
    const before = said.slice(
      Math.max(...[...",;:.?!"].map((mark) => said.slice(0, -1).lastIndexOf(mark))) + 1,
    );
    const isLong = wordsOf(before) >= LEAST_WORDS && wordsOf(phrase) >= LEAST_WORDS;
    return `${isLong ? said.replace(/[,;]$/, ".") : said} ${phrase}`;
  }, first);
}
