/** The telephone door: a webhook's own answer is the next step of the call. */
import { isDeleted } from "../../bot/conversation-gone.ts";
import { AppError, RequestError } from "../../knowledge/errors.ts";
import { inNumberWords, spellOut } from "../../knowledge/vietnamese/spell-out.ts";
import type { Channel, ChannelContext, HttpAnswer, Webhook } from "../channel.ts";
import { createInTurn } from "../in-turn.ts";
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
import { subjectsOf } from "./phrases.ts";
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
  /** Another one follows when it is deleted by its code during the call. */
  conversationId: string;
  /** Steps given so far; the last is given again to whoever asks for it again. */
  turn: number;
  step: Step | null;
  /** As the gateway told them at the start; the caller's number goes when the call is over. */
  from: string | null;
  to: string | null;
}

/** Its form in the mailbox: what was said, and who called, goes with the conversation. */
interface Kept extends Pick<KeptCall, "turn" | "to"> {
  said?: Pick<KeptCall, "call" | "step" | "from">;
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
  const inTurn = createInTurn();

  async function receive(request: Parameters<Webhook["receive"]>[0], door: Door): Promise<HttpAnswer> {
    if (dialect.isSigned(request) || !mayBeUnsigned) dialect.verify(request, door, context.now());
    if (request.body.length > 0) expectContentType(request.headers, dialect.contentType);
    const incoming = dialect.read(request, door);
    if (!incoming) return dialect.ignored;
    return inTurn(incoming.callId, () => handle(incoming));
  }

  async function handle(incoming: Incoming): Promise<HttpAnswer> {
    const { callId, event } = incoming;
    const startedAt = performance.now();
    const kept = await find(callId);
    if (event.kind === "ended") {
      if (kept) await save(callId, { ...kept, call: { ...newCall(), mode: "over" }, step: null, from: null });
      return dialect.ignored;
    }
    const isRepeated = kept?.step && (event.kind === "started" || (incoming.turn ?? kept.turn) < kept.turn);
    if (isRepeated) return answer(callId, kept, kept.step!);
    const before: KeptCall = kept ?? {
      call: newCall(),
      conversationId: idFrom(CHANNEL, callId),
      turn: incoming.turn ?? 0,
      step: null,
      from: incoming.from,
      to: incoming.to,
    };
    const { move, conversationId } = await moveOn(callId, before, event);
    const step = { ...move.step, say: inNumberWords(move.step.say, numberWords) };
    const isOver = move.state.mode === "over";
    const after: KeptCall = {
      call: move.state,
      conversationId,
      turn: before.turn + 1,
      step,
      from: isOver ? null : before.from,
      to: before.to,
    };
    await save(callId, after);
    await keepCaseOf(event, after);
    context.logger.info({
      event: "call",
      conversation: conversationTag(conversationId),
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
  ): Promise<{ move: Extract<Move, { step: Step }>; conversationId: string }> {
    let { conversationId } = kept;
    const around: Surroundings = {
      hotline,
      subjects: spellOut(subjectsOf(context.about())),
      officer: config.VOICE_OFFICER !== "" && isOpen(hours, context.now()),
      hours: config.VOICE_OFFICER === "" ? "" : hours.inWords,
      keysOnly: dialect.keysOnly,
      caller: callableNumber(kept.from),
    };
    if (event.kind === "started" && !context.knowledge())
      return { move: settled(notReadyYet(kept.call, around)), conversationId };
    const heard = hear(kept.call, event, around);
    if ("step" in heard) return { move: heard, conversationId };
    try {
      const messageId = idFrom(CHANNEL, callId, String(kept.turn), heard.ask);
      const ask = () => context.answer({ text: heard.ask, channel: CHANNEL }, { messageId, conversationId });
      const response = await ask().catch((error: unknown) => {
        if (!isDeleted(error)) throw error;
        conversationId = idFrom(CHANNEL, callId, String(kept.turn));
        return ask();
      });
      const told = settled(tell(heard.state, response, around));
      if (told.callback) {
        const { code, number } = told.callback;
        await context.store.openCase({
          code,
          conversationId,
          channel: CHANNEL,
          reason: "callback",
          callback: number,
          createdAt: context.now().getTime(),
        });
      }
      return { move: told, conversationId };
    } catch (error) {
      const isReady = !(error instanceof RequestError && error.code === "not_ready");
      if (isReady)
        context.logger.error({
          event: "call_failed",
          code: error instanceof AppError ? error.code : "error_internal",
          name: error instanceof Error ? error.name : "unknown",
        });
      return { move: settled(failedToAnswer(heard.state, isReady)), conversationId };
    }
  }

  /** A call handed to an officer is a case until they have talked: who hangs up while it rings isn't forgotten. */
  async function keepCaseOf(event: CallEvent, { call, step, conversationId }: KeptCall): Promise<void> {
    const { store } = context;
    if (step?.next === "dial" && call.code !== null) {
      const row = {
        code: call.code,
        conversationId,
        channel: CHANNEL,
        reason: "asked",
        callback: null,
      } as const;
      await store.openCase({ ...row, createdAt: context.now().getTime() }).catch((error: unknown) => {
        // Deleted meanwhile, by its code.
        if (!isDeleted(error)) throw error;
      });
    }
    if (event.kind !== "dialled" || !event.reached) return;
    const open = (await store.cases("open")).find((row) => row.conversationId === conversationId);
    if (open) await store.closeCase(open.code);
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

  async function find(callId: string): Promise<KeptCall | undefined> {
    const contact = await context.mailbox.contact(CHANNEL, callId);
    if (!contact) return undefined;
    try {
      const { said, turn, to } = JSON.parse(contact.state) as Kept;
      const { step = null, from = null } = said ?? {};
      const call = { ...newCall(), ...said?.call };
      return { call, conversationId: contact.conversationId, turn, step, from, to };
    } catch {
      // Written by another version: the call begins anew.
      return undefined;
    }
  }

  const save = (callId: string, { conversationId, turn, to, ...said }: KeptCall) =>
    context.mailbox.saveContact({
      channel: CHANNEL,
      id: callId,
      conversationId,
      state: JSON.stringify({ turn, to, said } satisfies Kept),
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
