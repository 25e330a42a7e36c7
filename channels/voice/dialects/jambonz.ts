/** jambonz webhooks: verbs as JSON (https://docs.jambonz.org/verbs/overview), signed with
 *  "Jambonz-Signature: t=<seconds>,v1=<hex of HMAC-SHA256>" over t, a dot and the body
 *  (https://docs.jambonz.org/guides/securing-webhooks). */
import { createHmac } from "node:crypto";
import { z } from "zod";
import { parseJson } from "../../request-body.ts";
import { isSameText } from "../../same-text.ts";
import type { CallEvent, Step } from "../call.ts";
import {
  BETWEEN_DIGITS_SECONDS,
  badSignature,
  type Dialect,
  type DialectSettings,
  type Door,
  escapeXml,
  LEAST_CONFIDENCE,
  LONGEST_NUMBER,
  PATHS,
  RING_SECONDS,
  SILENCE_SECONDS,
  SLOW_RATE,
  type Stage,
  speechOf,
  turnOf,
  unreadable,
  unsigned,
  withLongPauses,
} from "../dialect.ts";

/** Synthesisers that take SSML's prosody; others get longer pauses. */
const WITH_SSML = new Set(["google", "microsoft", "aws", "polly", "ibm", "nvidia"]);
const REPLAY_WINDOW_SECONDS = 300;
const SIGNATURE = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/i;

const payload = z.looseObject({
  call_sid: z.string().min(1).max(200),
  from: z.string().max(300).nullish(),
  to: z.string().max(300).nullish(),
  direction: z.string().max(20).nullish(),
  call_status: z.string().max(40).nullish(),
  reason: z.string().max(60).nullish(),
  digits: z.string().max(40).nullish(),
  dial_call_status: z.string().max(40).nullish(),
  speech: z
    .looseObject({
      is_final: z.boolean().nullish(),
      alternatives: z
        .array(z.looseObject({ transcript: z.string().nullish(), confidence: z.number().nullish() }))
        .nullish(),
    })
    .nullish(),
});
type Payload = z.infer<typeof payload>;

const ENDED = new Set(["completed", "failed", "busy", "no-answer"]);

export function jambonz(settings: DialectSettings): Dialect {
  const hook = (door: Door, turn: number) => `${settings.publicUrl}${PATHS[door]}?turn=${turn}`;

  function gather(step: Step, stage: Stage) {
    const isNumber = step.next === "number";
    return {
      verb: "gather",
      input: isNumber ? ["digits"] : ["speech", "digits"],
      actionHook: hook("turn", stage.turn),
      timeout: SILENCE_SECONDS,
      ...(isNumber
        ? { finishOnKey: "#", maxDigits: LONGEST_NUMBER, interDigitTimeout: BETWEEN_DIGITS_SECONDS }
        : { numDigits: 1, bargein: true, minBargeinWordCount: 2 }),
      dtmfBargein: true,
      listenDuringPrompt: true,
      ...(step.say === "" ? {} : { say: { text: spoken(step) } }),
    };
  }

  /** Without synthesiser of its own the gateway's default reads, which may not know SSML. */
  function spoken({ say, slow }: Step): string {
    if (!slow) return say;
    return WITH_SSML.has(settings.ttsVendor)
      ? `<speak><prosody rate="${SLOW_RATE}">${escapeXml(say)}</prosody></speak>`
      : withLongPauses(say);
  }

  const say = (step: Step) => (step.say === "" ? [] : [{ verb: "say", text: spoken(step) }]);

  const target = () =>
    settings.officer.startsWith("sip")
      ? { type: "sip", sipUri: settings.officer }
      : { type: "phone", number: settings.officer };

  function config(stage: Stage) {
    const { ttsVendor, ttsVoice, sttVendor } = settings;
    return {
      verb: "config",
      ...(ttsVendor === ""
        ? {}
        : {
            synthesizer: {
              vendor: ttsVendor,
              language: "vi-VN",
              ...(ttsVoice === "" ? {} : { voice: ttsVoice }),
            },
          }),
      recognizer: {
        vendor: sttVendor || "default",
        language: "vi-VN",
        hints: [...stage.hints],
        minConfidence: LEAST_CONFIDENCE,
      },
    };
  }

  function verbs(step: Step, stage: Stage): object[] {
    switch (step.next) {
      case "listen":
      case "number":
        return [gather(step, stage)];
      case "dial":
        return [
          ...say(step),
          {
            verb: "dial",
            target: [target()],
            actionHook: hook("dialled", stage.turn),
            answerOnBridge: true,
            timeout: RING_SECONDS,
          },
        ];
      case "hangUp":
        return [...say(step), { verb: "hangup" }];
    }
  }

  return {
    keysOnly: false,
    contentType: "application/json",
    doors: (["start", "turn", "dialled", "status"] as const).map((door) => ({ door, method: "POST" })),
    ignored: { status: 200 },
    isSigned: (request) => request.headers["jambonz-signature"] !== undefined,
    verify(request, _door, now) {
      const header = request.headers["jambonz-signature"];
      if (header === undefined) throw unsigned();
      const match = SIGNATURE.exec(header.replace(/\s/g, ""));
      if (!match) throw badSignature();
      const [, at, given] = match;
      const expected = createHmac("sha256", settings.secret)
        .update(`${at}.`)
        .update(request.body)
        .digest("hex");
      const age = Math.abs(now.getTime() / 1000 - Number(at));
      if (!isSameText(given!.toLowerCase(), expected) || age > REPLAY_WINDOW_SECONDS) throw badSignature();
    },
    read(request, door) {
      const parsed = payload.safeParse(parseJson(request.body));
      if (!parsed.success) throw unreadable(parsed.error.issues[0]?.path.join(".") ?? null);
      const event = eventOf(parsed.data, door);
      if (!event) return undefined;
      const { call_sid: callId, from, to } = parsed.data;
      return { callId, from: from ?? null, to: to ?? null, turn: turnOf(request.url, door), event };
    },
    render: (step, stage) => ({
      status: 200,
      body: [...(stage.isFirst ? [config(stage)] : []), ...verbs(step, stage)],
    }),
  };
}

function eventOf(data: Payload, door: Door): CallEvent | undefined {
  switch (door) {
    case "start":
      return { kind: "started" };
    case "status":
      // The officer's leg has statuses of its own, and a call id of its own.
      return ENDED.has(data.call_status ?? "") && data.direction !== "outbound"
        ? { kind: "ended" }
        : undefined;
    case "dialled":
      return { kind: "dialled", reached: data.dial_call_status === "completed" };
    case "turn":
      return gathered(data);
  }
}

function gathered({ reason, speech, digits }: Payload): CallEvent | undefined {
  switch (reason) {
    case "speechDetected":
      return heard(speech);
    case "dtmfDetected":
      return { kind: "digits", digits: digits ?? "" };
    case "timeout":
      // The key that ends a number may be all that was pressed.
      return digits ? { kind: "digits", digits } : { kind: "silence" };
    case "stt-low-confidence":
      return { kind: "unclear" };
    case "error":
      return { kind: "failed" };
    default:
      // A partial result, or a reason of a later version: nothing to act on.
      return undefined;
  }
}

function heard(speech: Payload["speech"]): CallEvent | undefined {
  if (speech?.is_final === false) return undefined;
  const best = speech?.alternatives?.[0];
  return speechOf(best?.transcript ?? "", best?.confidence ?? 0);
}
