/** Twilio: form fields in, TwiML out (https://www.twilio.com/docs/voice/twiml/gather), signed with X-Twilio-Signature:
 *  base64 of HMAC-SHA1 over the public address and the sorted fields
 *  (https://www.twilio.com/docs/usage/security#validating-requests). The signature has no time in it; a request that is
 *  sent again is answered as before, by the number of its turn. */
import { createHmac } from "node:crypto";
import { isSameText } from "../../same-text.ts";
import type { CallEvent, Step } from "../call.ts";
import {
  BETWEEN_DIGITS_SECONDS,
  badSignature,
  type Dialect,
  type DialectSettings,
  type Door,
  escapeXml,
  PATHS,
  RING_SECONDS,
  SILENCE_SECONDS,
  SLOW_RATE,
  type Stage,
  speechOf,
  turnOf,
  unreadable,
  unsigned,
} from "../dialect.ts";

const DEFAULT_VOICE = "Google.vi-VN-Standard-A";
const XML = { "Content-Type": "text/xml; charset=utf-8" };
const ENDED = new Set(["completed", "failed", "busy", "no-answer", "canceled"]);
const REACHED = new Set(["completed", "answered"]);

/** What the signature covers. A field that came several times counts each value once, sorted. */
export function twilioSignature(token: string, url: string, fields: URLSearchParams): string {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of fields) values.set(name, (values.get(name) ?? new Set()).add(value));
  const signed = createHmac("sha1", token).update(url, "utf8");
  for (const name of [...values.keys()].sort())
    for (const value of [...values.get(name)!].sort()) signed.update(name + value, "utf8");
  return signed.digest("base64");
}

/** Base64 of 20 bytes. */
const SIGNATURE = /^[\w+/-]{27}=$/;
/** Twilio sends some forty. */
const MAX_FIELDS = 500;
const AMPERSAND = 0x26;

/** The signature covers the fields in an order of its own, so they are taken apart before it is known: only so many. */
function fitsToBeRead(body: Buffer): boolean {
  let fields = 1;
  for (let at = body.indexOf(AMPERSAND); at >= 0; at = body.indexOf(AMPERSAND, at + 1))
    if (++fields > MAX_FIELDS) return false;
  return true;
}

export function twilio(settings: DialectSettings): Dialect {
  const hook = (door: Door, turn: number) => escapeXml(`${settings.publicUrl}${PATHS[door]}?turn=${turn}`);

  function say({ say: words, slow }: Step): string {
    if (words === "") return "";
    const text = escapeXml(words);
    const read = slow ? `<prosody rate="${SLOW_RATE}">${text}</prosody>` : text;
    return `<Say language="vi-VN" voice="${escapeXml(settings.ttsVoice || DEFAULT_VOICE)}">${read}</Say>`;
  }

  function gather(step: Step, stage: Stage): string {
    const common = `action="${hook("turn", stage.turn)}" method="POST" actionOnEmptyResult="true" language="vi-VN"`;
    const how =
      step.next === "number"
        ? `input="dtmf" finishOnKey="#" timeout="${BETWEEN_DIGITS_SECONDS}"`
        : `input="dtmf speech" numDigits="1" timeout="${SILENCE_SECONDS}" speechTimeout="auto" hints="${escapeXml(stage.hints.join(","))}"`;
    return `<Gather ${common} ${how}>${say(step)}</Gather>`;
  }

  function dial(step: Step, stage: Stage): string {
    const target = settings.officer.startsWith("sip")
      ? `<Sip>${escapeXml(settings.officer)}</Sip>`
      : `<Number>${escapeXml(settings.officer)}</Number>`;
    return `${say(step)}<Dial action="${hook("dialled", stage.turn)}" method="POST" timeout="${RING_SECONDS}" answerOnBridge="true">${target}</Dial>`;
  }

  return {
    keysOnly: false,
    contentType: "application/x-www-form-urlencoded",
    doors: (["start", "turn", "dialled", "status"] as const).map((door) => ({ door, method: "POST" })),
    ignored: twiml(""),
    isSigned: (request) => request.headers["x-twilio-signature"] !== undefined,
    verify(request) {
      const given = request.headers["x-twilio-signature"];
      if (given === undefined) throw unsigned();
      if (!SIGNATURE.test(given) || !fitsToBeRead(request.body)) throw badSignature();
      const expected = twilioSignature(
        settings.secret,
        settings.publicUrl + request.url,
        fieldsOf(request.body),
      );
      if (!isSameText(given, expected)) throw badSignature();
    },
    read(request, door) {
      const fields = fieldsOf(request.body);
      const callId = fields.get("CallSid");
      if (!callId || callId.length > 200) throw unreadable("CallSid");
      const event = eventOf(fields, door);
      if (!event) return undefined;
      return {
        callId,
        from: fields.get("From"),
        to: fields.get("To"),
        turn: turnOf(request.url, door),
        event,
      };
    },
    render(step, stage) {
      if (step.next === "dial") return twiml(dial(step, stage));
      if (step.next === "hangUp") return twiml(`${say(step)}<Hangup/>`);
      return twiml(gather(step, stage));
    },
  };
}

const twiml = (body: string) => ({
  status: 200,
  headers: XML,
  body: `<?xml version="1.0" encoding="UTF-8"?><Response>${body}</Response>`,
});

const fieldsOf = (body: Buffer): URLSearchParams => new URLSearchParams(body.toString("utf8"));

function eventOf(fields: URLSearchParams, door: Door): CallEvent | undefined {
  switch (door) {
    case "start":
      return { kind: "started" };
    case "status":
      return ENDED.has(fields.get("CallStatus") ?? "") ? { kind: "ended" } : undefined;
    case "dialled":
      return { kind: "dialled", reached: REACHED.has(fields.get("DialCallStatus") ?? "") };
    case "turn":
      return gathered(fields);
  }
}

function gathered(fields: URLSearchParams): CallEvent | undefined {
  // Partial results say nothing final.
  if (fields.has("UnstableSpeechResult") && !fields.has("SpeechResult")) return undefined;
  const digits = fields.get("Digits");
  if (digits) return { kind: "digits", digits: digits.slice(0, 40) };
  const heard = speechOf(fields.get("SpeechResult") ?? "", Number(fields.get("Confidence") ?? 0));
  // A number's own end comes with an empty field.
  return heard.kind === "silence" && digits === "" && fields.get("FinishedOnKey") === "#"
    ? { kind: "digits", digits: "#" }
    : heard;
}
