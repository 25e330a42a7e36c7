/** The telephone door: a webhook's own answer is the next step of the call. */
import { RequestError } from "../../knowledge/errors.ts";
import { inNumberWords, spellOut } from "../../knowledge/vietnamese/spell-out.ts";
import type { Channel, ChannelContext, HttpAnswer, Webhook } from "../channel.ts";
import { conversationTag } from "../logger.ts";
import { idFrom } from "../message-id.ts";
import { expectContentType } from "../request-body.ts";
import {
  type CallEvent,
  type CallState,
  failedToAnswer,
  hear,
  type Move,
  newCall,
  notReadyYet,
  type Step,
  type Surroundings,
  tell,
} from "./call.ts";
import { type Dialect, type DialectSettings, type Door, type Incoming, PATHS } from "./dialect.ts";
import { jambonz } from "./dialects/jambonz.ts";
import { stringee } from "./dialects/stringee.ts";
import { twilio } from "./dialects/twilio.ts";
import { recognitionHints } from "./hints.ts";
import { isOpen, parseHours } from "./hours.ts";
import type { VoiceSettings } from "./settings.ts";

const DIALECTS: Readonly<Record<VoiceSettings["VOICE_DIALECT"], (settings: DialectSettings) => Dialect>> = {
  jambonz,
  twilio,
  stringee,
};
const CHANNEL = "voice";

/** A call as it is kept between its webhooks. */
interface KeptCall {
  call: CallState;
  /** Steps given so far; the last is given again to whoever asks for it again. */
  turn: number;
  step: Step | null;
  /** As the gateway told them at the start; the caller's number goes when the call is over. */
  from: string | null;
  to: string | null;
}

export function createVoiceChannel(
  config: VoiceSettings & { NODE_ENV: string },
  context: ChannelContext,
): Channel {
  const dialect = DIALECTS[config.VOICE_DIALECT]({
    secret: config.VOICE_SECRET,
    publicUrl: config.VOICE_PUBLIC_URL,
    officer: config.VOICE_OFFICER,
    ttsVendor: config.VOICE_TTS_VENDOR,
    ttsVoice: config.VOICE_TTS_VOICE,
    sttVendor: config.VOICE_STT_VENDOR,
  });
  const hours = parseHours(config.VOICE_OFFICER_HOURS, spellOut)!;
  const hotline = spellOut(config.VOICE_HOTLINE_NAME);
  const mayBeUnsigned = config.NODE_ENV === "development";
  /** The work on one call, one event after the other: a gateway that repeats itself waits for the first answer. */
  const inHand = new Map<string, Promise<unknown>>();

  async function receive(request: Parameters<Webhook["receive"]>[0], door: Door): Promise<HttpAnswer> {
    if (dialect.isSigned(request) || !mayBeUnsigned) dialect.verify(request, door, context.now());
    if (request.body.length > 0) expectContentType(request.headers, dialect.contentType);
    const incoming = dialect.read(request, door);
    if (!incoming) return dialect.ignored;
    return inTurn(incoming.callId, () => handle(incoming));
  }

  async function inTurn<T>(callId: string, work: () => Promise<T>): Promise<T> {
    const before = inHand.get(callId) ?? Promise.resolve();
    const mine = before.then(work, work);
    inHand.set(callId, mine);
    try {
      return await mine;
    } finally {
      if (inHand.get(callId) === mine) inHand.delete(callId);
    }
  }

  async function handle(incoming: Incoming): Promise<HttpAnswer> {
    const { callId, event } = incoming;
    const startedAt = performance.now();
    const kept = find(callId);
    if (event.kind === "ended") {
      if (kept) save(callId, { ...kept, call: { ...newCall(), mode: "over" }, step: null, from: null });
      return dialect.ignored;
    }
    const isRepeated = kept?.step && (event.kind === "started" || (incoming.turn ?? kept.turn) < kept.turn);
    if (isRepeated) return answer(callId, kept, kept.step!);
    const before: KeptCall = kept ?? {
      call: newCall(),
      turn: incoming.turn ?? 0,
      step: null,
      from: incoming.from,
      to: incoming.to,
    };
    const move = await moveOn(callId, before, event);
    const step = { ...move.step, say: inNumberWords(move.step.say, numberWords) };
    const isOver = move.state.mode === "over";
    const after: KeptCall = {
      call: move.state,
      turn: before.turn + 1,
      step,
      from: isOver ? null : before.from,
      to: before.to,
    };
    save(callId, after);
    keepCaseOf(callId, event, after);
    context.logger.info({
      event: "call",
      conversation: conversationTag(conversationOf(callId)),
      turn: after.turn,
      heard: event.kind,
      next: step.next,
      mode: move.state.mode,
      durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
    });
    return answer(callId, after, step);
  }

  const numberWords = { thousand: config.VOICE_THOUSAND, zeroTens: config.VOICE_ZERO_TENS };

  async function moveOn(
    callId: string,
    kept: KeptCall,
    event: CallEvent,
  ): Promise<Extract<Move, { step: Step }>> {
    const around: Surroundings = {
      hotline,
      officer: config.VOICE_OFFICER !== "" && isOpen(hours, context.now()),
      hours: config.VOICE_OFFICER === "" ? "" : hours.inWords,
      keysOnly: dialect.keysOnly,
      caller: callableNumber(kept.from),
    };
    if (event.kind === "started" && !context.knowledge()) return settled(notReadyYet(kept.call, around));
    const heard = hear(kept.call, event, around);
    if ("step" in heard) return heard;
    try {
      const conversationId = conversationOf(callId);
      const messageId = idFrom(CHANNEL, callId, String(kept.turn), heard.ask);
      const response = await context.answer(
        { text: heard.ask, channel: CHANNEL },
        { messageId, conversationId },
      );
      const told = settled(tell(heard.state, response, around));
      if (told.callback) {
        const { code, number } = told.callback;
        context.store.openCase({
          code,
          conversationId,
          channel: CHANNEL,
          reason: "callback",
          callback: number,
          createdAt: context.now().getTime(),
        });
      }
      return told;
    } catch (error) {
      const isReady = !(error instanceof RequestError && error.code === "not_ready");
      if (isReady)
        context.logger.error({
          event: "call_failed",
          code: error instanceof RequestError ? error.code : "error_internal",
          name: error instanceof Error ? error.name : "unknown",
        });
      return settled(failedToAnswer(heard.state, isReady));
    }
  }

  /** A call handed to an officer is a case until they have talked: who hangs up while it rings isn't forgotten. */
  function keepCaseOf(callId: string, event: CallEvent, { call, step }: KeptCall): void {
    const conversationId = conversationOf(callId);
    // The conversation may have been deleted meanwhile, by its code.
    if (step?.next === "dial" && call.code !== null && context.store.find(conversationId))
      context.store.openCase({
        code: call.code,
        conversationId,
        channel: CHANNEL,
        reason: "asked",
        callback: null,
        createdAt: context.now().getTime(),
      });
    if (event.kind !== "dialled" || !event.reached) return;
    const open = context.store.cases("open").find((row) => row.conversationId === conversationId);
    if (open) context.store.closeCase(open.code);
  }

  const answer = (callId: string, { turn, to }: KeptCall, step: Step): HttpAnswer =>
    dialect.render(step, {
      callId,
      to,
      turn,
      isFirst: turn === 1,
      hints: dialect.keysOnly ? [] : hints(),
    });

  let hinted: { version: string; phrases: string[] } | undefined;
  function hints(): string[] {
    const knowledge = context.knowledge();
    if (!knowledge) return [];
    if (hinted?.version !== knowledge.version)
      hinted = { version: knowledge.version, phrases: recognitionHints(knowledge) };
    return hinted.phrases;
  }

  function find(callId: string): KeptCall | undefined {
    const contact = context.mailbox.contact(CHANNEL, callId);
    if (!contact) return undefined;
    try {
      const { call, ...rest } = JSON.parse(contact.state) as KeptCall;
      return { ...rest, call: { ...newCall(), ...call } };
    } catch {
      // Written by another version: the call begins anew.
      return undefined;
    }
  }

  const save = (callId: string, kept: KeptCall) =>
    context.mailbox.saveContact({
      channel: CHANNEL,
      id: callId,
      conversationId: conversationOf(callId),
      state: JSON.stringify(kept),
      updatedAt: context.now().getTime(),
    });

  return {
    name: CHANNEL,
    webhooks: dialect.doors.map(({ door, method }) => ({
      method,
      path: PATHS[door],
      receive: (request) => receive(request, door),
    })),
  };
}

const conversationOf = (callId: string) => idFrom(CHANNEL, callId);
const settled = (move: Move): Extract<Move, { step: Step }> => {
  if ("step" in move) return move;
  throw new TypeError("an answer asks nothing");
};

/** What gateways put in the place of a withheld number; Twilio's are digits. */
const WITHHELD = new Set(["266696687", "7378742833", "2562533", "8656696", "464"]);

/** Digits that can be dialled back; null for a withheld number and for names. */
export function callableNumber(from: string | null): string | null {
  const user = /^(?:sips?:|tel:)?([^@;]*)/i.exec(from?.trim() ?? "")?.[1] ?? "";
  if (!/^\+?[\d\s().-]+$/.test(user)) return null;
  const digits = user.replace(/\D/g, "");
  if (WITHHELD.has(digits) || digits.length < 8 || digits.length > 15) return null;
  return user.startsWith("+84") || digits.startsWith("84")
    ? `0${digits.slice(2)}`
    : user.startsWith("+")
      ? `+${digits}`
      : digits;
}
