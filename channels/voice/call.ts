/** A telephone call as a pure machine: what it is in, and what happened → what it is in now, and what the gateway is to
 *  do. A question for the answer core comes out as `ask`; its answer goes in with `tell`. Knows no gateway. */
import { isEmergency } from "../../bot/answers/emergency.ts";
import type { TurnResponse } from "../../bot/reply.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import { spellOut } from "../../knowledge/vietnamese/spell-out.ts";
import { offersOf } from "../offers.ts";
import { type Command, choiceOf, commandOf, consentOf } from "./commands.ts";
import * as say from "./phrases.ts";
import { blocksOf, piecesOf } from "./script.ts";
import { lastDigits } from "./spell-code.ts";

export type CallEvent =
  | { kind: "started" }
  | { kind: "speech"; text: string }
  | { kind: "digits"; digits: string }
  | { kind: "silence" }
  /** Something was said that the recogniser isn't sure of. */
  | { kind: "unclear" }
  /** Recogniser or synthesiser failed. */
  | { kind: "failed" }
  /** The officer's end: talked with, or never reached. */
  | { kind: "dialled"; reached: boolean }
  | { kind: "ended" };

/** What the gateway does next. */
export interface Step {
  /** Spelled out for a synthesiser; empty to say nothing. */
  say: string;
  slow: boolean;
  /** `number`: a telephone number by keys, ended with #. */
  next: "listen" | "number" | "dial" | "hangUp";
}

export interface CallState {
  mode: "open" | "choosing" | "consent" | "number" | "recording" | "dialling" | "over";
  /** What "nghe tiếp" reads next. */
  pieces: string[];
  /** What "nhắc lại" reads, without the menu after it. */
  said: string;
  /** Complete questions, by key. */
  choices: string[];
  /** Of the last answer; the conversation is found by it. */
  code: string | null;
  /** It has been read out. */
  codeSaid: boolean;
  /** The last words asked whether there is anything else. */
  asksForMore: boolean;
  answers: number;
  /** In a row: nothing heard, or nothing understood. */
  misses: number;
  /** "alo" in a row. */
  hellos: number;
  slow: boolean;
  /** The keys have been explained in full. */
  explained: boolean;
  /** While a callback is being recorded, and no longer. */
  callback: string | null;
  /** As the surroundings say, for the words of what is asked. */
  keysOnly: boolean;
}

/** What a call happens in. */
export interface Surroundings {
  hotline: string;
  /** What can be asked about, for the ear. */
  subjects: string;
  /** An officer can be dialled now. */
  officer: boolean;
  /** When one can, for the ear; empty when never. */
  hours: string;
  /** The gateway hears no speech. */
  keysOnly: boolean;
  /** The caller's number where it is shown. */
  caller: string | null;
}

export type Move =
  | { state: CallState; step: Step; callback?: { code: string; number: string } }
  /** For the answer core. */
  | { state: CallState; ask: string };

export const newCall = (): CallState => ({
  mode: "open",
  pieces: [],
  said: "",
  choices: [],
  code: null,
  codeSaid: false,
  asksForMore: false,
  answers: 0,
  misses: 0,
  hellos: 0,
  slow: false,
  explained: false,
  callback: null,
  keysOnly: false,
});

/** What is asked in the caller's name, so that the case has a turn and a code. */
const WISH_FOR_OFFICER = "Tôi muốn gặp cán bộ";
const MAX_MISSES = 3;
const MAX_CHOICES = 5;
const PHONE = /^0\d{8,10}$/;

export function hear(before: CallState, event: CallEvent, around: Surroundings): Move {
  if (event.kind === "ended") return ended();
  if (event.kind === "speech" && before.asksForMore) {
    const answer = consentOf(event.text);
    if (answer === "no") return hangUp(before);
    if (answer === "yes") return listen({ ...before, asksForMore: false }, say.LISTENING);
  }
  const state = { ...before, asksForMore: false, keysOnly: around.keysOnly };
  if (state.mode === "over") return { state, step: { say: "", slow: false, next: "hangUp" } };
  switch (event.kind) {
    case "started":
      return around.keysOnly
        ? choose(state, say.greetingByKeys(around.hotline), say.COMMON_QUESTIONS)
        : listen(state, say.greeting(around.hotline, around.subjects));
    case "dialled":
      return event.reached ? hangUp(state) : offerCallback(state, say.OFFICER_UNREACHED, around);
    case "silence":
      return missed(state, "silence", around);
    case "unclear":
    case "failed":
      return missed(state, "unclear", around);
    case "digits":
      return keyed(state, event.digits, around);
    case "speech":
      return spoken(state, event.text, around);
  }
}

/** The core's answer to what `hear` asked. */
export function tell(state: CallState, response: TurnResponse, around: Surroundings): Move {
  const { reply, code } = response;
  const known = { ...state, code, codeSaid: false };
  if (state.mode === "recording" && state.callback) return recorded(known, code, state.callback);
  if (reply.status === "handoff") return toOfficer(known, say.CONNECTING, around);
  const [first = "", ...rest] = piecesOf(reply);
  const answered: CallState = { ...known, mode: "open", answers: state.answers + 1, choices: [], hellos: 0 };
  if (isEmergency(reply)) {
    // The number first, then how to call it; the keys last.
    const said = `${first} ${say.callThemselves({ ...around, more: rest.length > 0 })}`;
    return listen({ ...answered, misses: 0, pieces: rest, said }, said);
  }
  const choices = reply.status === "answered" ? [] : choicesOf(response);
  if (reply.status === "greeting") return listen({ ...answered, misses: 0, pieces: [], said: first }, first);
  if (reply.status === "clarification" && choices.length > 0)
    return choose(answered, blocksOf(reply.text)[0]!.head, choices);
  const isAnswered = reply.status !== "clarification" && !reply.status.startsWith("unanswerable_");
  if (isAnswered) return read({ ...answered, misses: 0 }, first, rest);
  const misses = state.misses + 1;
  if (misses >= MAX_MISSES)
    return listen({ ...answered, misses: 0, pieces: [], said: first }, `${first} ${say.UNANSWERED_AGAIN}`);
  if (choices.length > 0) return choose({ ...answered, misses }, `${first} ${say.OFFERED}`, choices);
  return read({ ...answered, misses }, first, rest);
}

/** The core couldn't be asked. */
export function failedToAnswer(state: CallState, isReady: boolean): Move {
  if (state.mode === "recording")
    return listen({ ...state, mode: "open", callback: null }, say.CALLBACK_FAILED);
  const misses = state.misses + 1;
  if (misses >= MAX_MISSES) return hangUp(state, say.BROKEN_AGAIN);
  return listen({ ...state, misses }, isReady ? say.BROKEN : say.STARTING_AGAIN);
}

/** A call that begins before the knowledge base is loaded. */
export const notReadyYet = (state: CallState, around: Surroundings): Move =>
  hangUp(state, say.starting(around.hotline));

/** Options, and suggestions that the text offers; the standing ones are not worth a key. */
const choicesOf = ({ reply }: TurnResponse): string[] =>
  offersOf(reply)
    .filter((suggestion) => reply.text.includes(`- ${suggestion}`))
    .slice(0, MAX_CHOICES);

function spoken(state: CallState, text: string, around: Surroundings): Move {
  if (state.mode === "number") return missed(state, "unclear", around);
  const command = commandOf(text);
  if (state.mode === "consent") {
    const consent = consentOf(text);
    if (consent) return consented(state, consent, around);
    if (command === "goodbye") return hangUp(state);
    if (command) return missed(state, "unclear", around);
    // Another question is as good as a no.
    return { state: { ...state, mode: "open" }, ask: text };
  }
  if (state.mode === "choosing") {
    const chosen = choiceOf(text, state.choices.length);
    if (chosen !== undefined) return { state, ask: state.choices[chosen - 1]! };
  }
  return command ? commanded(state, command, around) : { state: { ...state, hellos: 0 }, ask: text };
}

function commanded(state: CallState, command: Command, around: Surroundings): Move {
  switch (command) {
    case "more":
      return more(state);
    case "repeat":
      return repeat(state);
    case "slower":
      return repeat({ ...state, slow: true }, say.SLOWER);
    case "faster":
      return repeat({ ...state, slow: false }, say.FASTER);
    case "officer":
      return toOfficer(state, say.CONNECTING, around);
    case "goodbye":
      return hangUp(state);
    case "hello":
      // Whoever says it twice hears nothing, or doubts that somebody listens.
      return state.hellos > 0
        ? listen({ ...state, hellos: 0 }, say.LISTENING)
        : listen({ ...state, hellos: 1 }, "");
    case "backchannel":
      return listen(state, "");
  }
}

function keyed(state: CallState, digits: string, around: Surroundings): Move {
  if (state.mode === "number") return numberKeyed(state, digits, around);
  if (state.mode === "consent") {
    const consent = ({ "1": "yes", "2": "other", "3": "no" } as const)[digits];
    return consent ? consented(state, consent, around) : listen(state, say.askConsentAgain(state));
  }
  if (digits === say.KEYS.officer) return toOfficer(state, say.CONNECTING, around);
  if (digits === say.KEYS.repeatAnywhere) return repeat(state);
  if (digits === say.KEYS.topics)
    return choose({ ...state, misses: 0 }, say.CHOOSE_COMMON, say.COMMON_QUESTIONS);
  if (state.mode === "choosing") {
    const choice = /^[1-9]$/.test(digits) ? state.choices[Number(digits) - 1] : undefined;
    return choice === undefined ? repeat(state, say.NO_SUCH_CHOICE) : { state, ask: choice };
  }
  if (digits === say.KEYS.more) return more(state);
  if (digits === say.KEYS.repeat) return repeat(state);
  if (digits === say.KEYS.slower) return repeat({ ...state, slow: true }, say.SLOWER);
  return listen(
    state,
    `${say.UNKNOWN_KEY} ${say.menu({ more: state.pieces.length > 0, full: true, keysOnly: state.keysOnly })}`,
  );
}

/** First a better prompt, then the keys, then an officer; silence alone ends the call, since nobody may be there. */
function missed(before: CallState, what: "silence" | "unclear", around: Surroundings): Move {
  const state = { ...before, misses: before.misses + 1 };
  if (state.mode === "consent" || state.mode === "number") {
    const again = state.mode === "consent" ? say.askConsentAgain(state) : say.ASK_NUMBER;
    return state.misses < MAX_MISSES ? listen(state, again) : hangUp(state);
  }
  if (what === "silence") {
    if (state.misses > MAX_MISSES) return hangUp(state);
    if (state.mode === "choosing" && state.misses < MAX_MISSES) return repeat(state);
    if (state.misses === 2 && state.answers === 0)
      return choose(state, say.CHOOSE_COMMON, say.COMMON_QUESTIONS);
    if (state.misses > 1 || state.answers === 0) return listen(state, say.SILENCE[state.misses - 1]!);
    return state.pieces.length > 0 ? listen(state, say.silenceAfterAnswer(state)) : askForMore(state, "");
  }
  if (state.misses === 2 && state.answers === 0)
    return choose(state, say.CHOOSE_COMMON, say.COMMON_QUESTIONS);
  if (state.misses < MAX_MISSES) return listen(state, say.UNCLEAR[state.misses - 1]!);
  return around.officer
    ? toOfficer(state, say.UNCLEAR_OFFICER, around)
    : offerCallback(state, `${say.UNCLEAR_CALLBACK} ${say.noOfficerNow(around.hours)}`, around);
}

function read(state: CallState, piece: string, rest: readonly string[]): Move {
  const next = { ...state, pieces: [...rest], said: piece, explained: true };
  return listen(
    next,
    `${piece} ${say.menu({ more: rest.length > 0, full: !state.explained, keysOnly: state.keysOnly })}`,
  );
}

function more(state: CallState): Move {
  const [next, ...rest] = state.pieces;
  if (next !== undefined) return read({ ...state, misses: 0 }, next, rest);
  if (state.mode === "choosing") return repeat(state);
  const quiet = { ...state, misses: 0 };
  return state.answers === 0 ? listen(quiet, say.NOTHING_SAID_YET) : askForMore(quiet, say.NOTHING_MORE);
}

function repeat(state: CallState, opening = ""): Move {
  if (state.said === "") return listen(state, `${opening} ${say.NOTHING_SAID_YET}`);
  const after =
    state.mode === "choosing"
      ? say.chooseMenu({ full: false, keysOnly: state.keysOnly })
      : say.menu({ more: state.pieces.length > 0, full: false, keysOnly: state.keysOnly });
  return listen(state, `${opening} ${state.said} ${after}`);
}

function choose(state: CallState, question: string, choices: readonly string[]): Move {
  const said = `${question} ${say.choicesInWords(choices.map((choice) => withoutTail(spellOut(choice), /[.?!]/)))}`;
  const next: CallState = { ...state, mode: "choosing", choices: [...choices], pieces: [], said };
  return listen(next, `${said} ${say.chooseMenu({ full: true, keysOnly: state.keysOnly })}`);
}

function toOfficer(state: CallState, opening: string, around: Surroundings): Move {
  if (!around.officer) return offerCallback(state, say.noOfficerNow(around.hours), around);
  const code = state.code && !state.codeSaid ? `${say.codeInWords(state.code)} ` : "";
  const step: Step = { say: `${code}${opening}`, slow: state.slow, next: "dial" };
  return { state: { ...state, mode: "dialling", misses: 0, codeSaid: state.code !== null }, step };
}

function offerCallback(state: CallState, opening: string, around: Surroundings): Move {
  if (around.caller === null)
    return listen(
      { ...state, mode: "number", misses: 0 },
      `${opening} ${say.HIDDEN_NUMBER} ${say.ASK_NUMBER}`,
    );
  const question = say.askConsent(lastDigits(around.caller), state);
  return listen({ ...state, mode: "consent", misses: 0 }, `${opening} ${question}`);
}

function consented(state: CallState, consent: "yes" | "no" | "other", around: Surroundings): Move {
  if (consent === "no") return askForMore({ ...state, mode: "open", misses: 0 }, say.NO_CALLBACK);
  if (consent === "other" || around.caller === null)
    return listen({ ...state, mode: "number", misses: 0 }, say.ASK_NUMBER);
  return record(state, around.caller);
}

function numberKeyed(state: CallState, digits: string, around: Surroundings): Move {
  const number = digits.replace(/[#*]/g, "");
  if (number === "") return consented(state, "no", around);
  if (PHONE.test(number)) return record(state, number);
  const misses = state.misses + 1;
  return misses < MAX_MISSES
    ? listen({ ...state, misses }, say.ASK_NUMBER_AGAIN)
    : consented(state, "no", around);
}

const record = (state: CallState, number: string): Move => ({
  state: { ...state, mode: "recording", callback: number },
  ask: WISH_FOR_OFFICER,
});

function recorded(state: CallState, code: string, number: string): Move {
  const said = `${say.callbackRecorded(lastDigits(number))} ${say.codeInWords(code)} ${say.CODE_USE}`;
  const next: CallState = {
    ...state,
    mode: "open",
    callback: null,
    misses: 0,
    pieces: [],
    said,
    codeSaid: true,
    answers: state.answers + 1,
  };
  return { ...askForMore(next, said), callback: { code, number } };
}

function hangUp(state: CallState, words = say.FAREWELL): Move & { step: Step } {
  const code = state.code && !state.codeSaid ? `${say.codeInWords(state.code)} ${say.CODE_USE} ` : "";
  return { state: closed(), step: { say: `${code}${words}`, slow: state.slow, next: "hangUp" } };
}

const askForMore = (state: CallState, words: string): Move & { step: Step } =>
  listen({ ...state, asksForMore: true }, `${words} ${say.anythingElse(state)}`);

const ended = (): Move => ({
  state: closed(),
  step: { say: "", slow: false, next: "hangUp" },
});

/** Nothing is kept of a call that is over. */
const closed = (): CallState => ({ ...newCall(), mode: "over" });

function listen(state: CallState, words: string): Move & { step: Step } {
  const next = state.mode === "number" ? "number" : "listen";
  return { state, step: { say: words.trim().replace(/\s+/g, " "), slow: state.slow, next } };
}
