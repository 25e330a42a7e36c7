/** /webhooks/zalo: the signature is checked over the raw bytes before anything of them is parsed, then age and
 *  repetition; then the event is in the durable inbox and the platform has its 200, within the 2 seconds that it waits. */
import { isUtf8 } from "node:buffer";
import { RequestError } from "../../knowledge/errors.ts";
import type { ChannelContext, HttpAnswer, Webhook, WebhookRequest } from "../channel.ts";
import { outermostValue } from "../json-scan.ts";
import { expectContentType, parseJson } from "../request-body.ts";
import { actOf, readEvent, toEpochMs, type Work, type ZaloEvent } from "./events.ts";
import type { ZaloConfig } from "./settings.ts";
import { looksLikeSignature, matchSignature, type SignatureMatch, type SignedRequest } from "./signature.ts";

const PATH = "/webhooks/zalo";
const MINUTE_MS = 60_000;
/** How far the platform's clock may be ahead of ours. */
const CLOCK_SKEW_MS = 5 * MINUTE_MS;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;
const DONE: HttpAnswer = { status: 200 };
/** The console's own sample is shorter. */
const MAX_SAMPLE_BYTES = 4096;
/** Each look for what is wrong with a signature costs hashes of the body; real events are shorter. */
const MAX_DIAGNOSED_BYTES = 16 * 1024;

export function createWebhooks(config: ZaloConfig, context: ChannelContext): readonly Webhook[] {
  const { logger, mailbox } = context;
  const ids = { app: config.ZALO_APP_ID, oa: config.ZALO_OA_ID };
  const key = { id: ids[config.ZALO_SIGNATURE_ID], secret: config.ZALO_OA_SECRET_KEY };
  const takesUnsigned = config.NODE_ENV === "development";
  let hasMatched = false;

  async function receive(request: WebhookRequest): Promise<HttpAnswer> {
    const signature = request.headers["x-zevent-signature"];
    // The console's check of the address may send nothing at all.
    if (signature === undefined && request.body.length === 0) return DONE;
    if (signature === undefined && !takesUnsigned) return refuseUnlessSample(request.body);
    const match = signature === undefined ? undefined : verify(request, signature);
    const json = parseJson(request.body);
    if (typeof json !== "object" || json === null || Array.isArray(json)) throw notAnObject();
    const event = readEvent(json, request.body, config.ZALO_OA_ID);
    if (!event.acts) {
      if (event.reason === "other_account") logger.warn({ event: "zalo_other_account" });
      return DONE;
    }
    const at = await happenedAt(event, match?.timestamp ?? outermostValue(request.body, "timestamp"));
    const work: Work = { ...event.work, at };
    await context.accept({ key: event.key, person: event.person, payload: JSON.stringify(work) });
    return DONE;
  }

  /** Nothing is done with what carries no signature; that the address answers is all that the console wants to know. */
  function refuseUnlessSample(body: Buffer): HttpAnswer {
    const refused = () => new RequestError("zalo_unsigned", "Sự kiện không có chữ ký.", { status: 401 });
    if (body.length > MAX_SAMPLE_BYTES) throw refused();
    if (body[0] !== OPENING_BRACE || body.at(-1) !== CLOSING_BRACE || !isUtf8(body)) throw notAnObject();
    const act = actOf(outermostValue(body, "event_name") ?? "");
    if (act === "humanAnswered" ? body.includes('"admin_id"') : act !== undefined) throw refused();
    return DONE;
  }

  function verify(request: WebhookRequest, signature: string): SignatureMatch {
    expectContentType(request.headers, "application/json");
    const signed = looksLikeSignature(signature) ? signedOf(request, signature) : undefined;
    const match = signed && matchSignature(signed, key);
    if (!match) {
      logger.warn({ event: "zalo_signature_refused", fitsInstead: signed ? otherFit(signed) : null });
      throw new RequestError("zalo_signature", "Chữ ký của sự kiện không đúng.", { status: 403 });
    }
    if (!hasMatched) {
      hasMatched = true;
      const { form, timestampFrom } = match;
      logger.info({ event: "zalo_signature_matched", form, timestampFrom, id: config.ZALO_SIGNATURE_ID });
    }
    return match;
  }

  /** Which setting would have made it fit, for the operator's eyes; the event is refused all the same. */
  function otherFit(signed: SignedRequest): string | null {
    if (signed.body.length > MAX_DIAGNOSED_BYTES) return null;
    for (const id of ["app", "oa"] as const) {
      if (matchSignature(signed, { id: ids[id], secret: config.ZALO_OA_SECRET_KEY }))
        return `ZALO_SIGNATURE_ID=${id}`;
      if (matchSignature(signed, { id: ids[id], secret: config.ZALO_APP_SECRET }))
        return "ZALO_OA_SECRET_KEY is ZALO_APP_SECRET";
    }
    return null;
  }

  /** A recording of an old event is refused; the platform's own repetition of one that was taken in is not. */
  async function happenedAt(
    event: ZaloEvent & { acts: true },
    timestamp: string | undefined,
  ): Promise<number> {
    const now = context.now().getTime();
    const at = timestamp !== undefined && /^\d{1,16}$/.test(timestamp) ? toEpochMs(timestamp) : Number.NaN;
    const isFresh = at >= now - config.ZALO_REPLAY_WINDOW_MINUTES * MINUTE_MS && at <= now + CLOCK_SKEW_MS;
    if (isFresh || (await mailbox.wasAccepted("zalo", event.key))) return at;
    logger.warn({ event: "zalo_event_too_old" });
    throw new RequestError("zalo_replay", "Sự kiện quá cũ.", { status: 403 });
  }

  return [
    { method: "POST", path: PATH, receive },
    { method: "GET", path: PATH, receive: async () => DONE },
  ];
}

const notAnObject = () => new RequestError("zalo_payload", "Sự kiện phải là một đối tượng JSON.");

/** A body's timestamp is part of what is hashed before it; one from a header only follows it, so nothing can be moved
 *  between the two without breaking the JSON. */
const signedOf = (request: WebhookRequest, signature: string): SignedRequest => ({
  signature,
  body: request.body,
  timestamps: {
    body: outermostValue(request.body, "timestamp"),
    header: request.headers["x-zevent-timestamp"],
  },
});
