/** Stringee: a JSON array of call control actions
 *  (https://developer.stringee.com/docs/server/stringee-call-control-object). Its `input` hears keys only, and it sends
 *  no recognised speech, so the call is led by keys. Signed with X-STRINGEE-SIGNATURE: base64 of HMAC-SHA1 over the
 *  request's address (GET) or body (POST) (https://github.com/stringeecom/server-samples). An input's event names a call
 *  otherwise than the call's start does, and its signature doesn't cover the address: our addresses carry the call and
 *  the turn with a seal of our own. */
import { createHmac } from "node:crypto";
import { z } from "zod";
import type { WebhookRequest } from "../../channel.ts";
import { parseJson } from "../../request-body.ts";
import { isSameText } from "../../same-text.ts";
import type { CallEvent, Step } from "../call.ts";
import {
  BETWEEN_DIGITS_SECONDS,
  badSignature,
  type Dialect,
  type DialectSettings,
  type Door,
  PATHS,
  queryOf,
  RING_SECONDS,
  SILENCE_SECONDS,
  type Stage,
  turnOf,
  unreadable,
  unsigned,
} from "../dialect.ts";

const DEFAULT_VOICE = "hn_male_xuantin_vdts_48k-hsmm";
/** 0 is the voice's own; below is slower. */
const SLOW_SPEED = -1;

const input = z.looseObject({
  dtmf: z.union([z.string().max(40), z.number()]).nullish(),
  timeout: z.union([z.boolean(), z.string().max(10)]).nullish(),
});
const status = z.looseObject({
  call_status: z.string().max(40).nullish(),
  call_id: z.string().max(200).nullish(),
  uuid: z.string().max(200).nullish(),
});

export const stringeeSignature = (secret: string, signed: string | Buffer): string =>
  createHmac("sha1", secret).update(signed).digest("base64");

export function stringee(settings: DialectSettings): Dialect {
  const seal = (callId: string, turn: number | string) =>
    createHmac("sha256", settings.secret).update(`${turn}.${callId}`).digest("base64url");
  const hook = (door: Door, { callId, turn }: Stage) =>
    `${settings.publicUrl}${PATHS[door]}?${new URLSearchParams({ turn: String(turn), call: callId, seal: seal(callId, turn) })}`;

  const talk = ({ say, slow }: Step) =>
    say === ""
      ? []
      : [
          {
            action: "talk",
            text: say,
            voice: settings.ttsVoice || DEFAULT_VOICE,
            speed: slow ? SLOW_SPEED : 0,
            bargeIn: true,
            loop: 1,
          },
        ];

  function actions(step: Step, stage: Stage): object[] {
    const { officer } = settings;
    const hotline = stage.to ?? officer;
    switch (step.next) {
      case "listen":
      case "number":
        return [
          ...talk(step),
          {
            action: "input",
            eventUrl: hook("turn", stage),
            submitOnHash: step.next === "number" ? "true" : "false",
            timeout: String(step.next === "number" ? 3 * BETWEEN_DIGITS_SECONDS : SILENCE_SECONDS),
          },
        ];
      case "dial":
        return [
          ...talk(step).map((action) => ({ ...action, bargeIn: false })),
          {
            action: "connect",
            from: { type: "external", number: hotline, alias: hotline },
            to: { type: "external", number: officer, alias: officer },
            timeout: RING_SECONDS,
            continueOnFail: true,
            onFailEventUrl: hook("dialled", stage),
          },
        ];
      case "hangUp":
        // The call ends when no action is left.
        return talk(step).map((action) => ({ ...action, bargeIn: false }));
    }
  }

  /** Throws RequestError 403 for an address that isn't ours. */
  function sealed(request: WebhookRequest, door: Door): { callId: string; turn: number } {
    const query = queryOf(request.url);
    const callId = query.get("call") ?? "";
    const turn = turnOf(request.url, door);
    if (turn === null || callId === "") throw unreadable("call");
    if (!isSameText(query.get("seal") ?? "", seal(callId, turn))) throw badSignature();
    return { callId, turn };
  }

  return {
    keysOnly: true,
    contentType: "application/json",
    doors: [
      { door: "start", method: "GET" },
      { door: "turn", method: "POST" },
      { door: "dialled", method: "POST" },
      { door: "status", method: "POST" },
    ],
    ignored: { status: 200 },
    isSigned: (request) => request.headers["x-stringee-signature"] !== undefined,
    verify(request) {
      const given = request.headers["x-stringee-signature"];
      if (given === undefined) throw unsigned();
      const signed = request.method === "GET" ? request.url.replace(/ /g, "%20") : request.body;
      if (!isSameText(given, stringeeSignature(settings.secret, signed))) throw badSignature();
    },
    read(request, door) {
      if (door === "start") {
        const query = queryOf(request.url);
        const callId = query.get("uuid") ?? "";
        if (callId === "" || callId.length > 200) throw unreadable("uuid");
        return {
          callId,
          from: query.get("from"),
          to: query.get("to"),
          turn: null,
          event: { kind: "started" },
        };
      }
      const body = parseJson(request.body);
      if (door === "status") {
        const parsed = status.safeParse(body);
        if (!parsed.success) throw unreadable(parsed.error.issues[0]?.path.join(".") ?? null);
        const { call_status: state, uuid, call_id: id } = parsed.data;
        const callId = uuid || id;
        if (!callId || state !== "ended") return undefined;
        return { callId, from: null, to: null, turn: null, event: { kind: "ended" } };
      }
      const { callId, turn } = sealed(request, door);
      if (door === "dialled")
        return { callId, from: null, to: null, turn, event: { kind: "dialled", reached: false } };
      const parsed = input.safeParse(body);
      if (!parsed.success) throw unreadable(parsed.error.issues[0]?.path.join(".") ?? null);
      return { callId, from: null, to: null, turn, event: keyed(String(parsed.data.dtmf ?? "")) };
    },
    render: (step, stage) => ({ status: 200, body: actions(step, stage) }),
  };
}

const keyed = (digits: string): CallEvent =>
  digits === "" ? { kind: "silence" } : { kind: "digits", digits };
