/** /webhooks/zalo: signature, age and repetition are checked, then the event is in the durable inbox and the platform has
 *  its 200, within the 2 seconds that it waits. */
import { RequestError } from "../../knowledge/errors.ts";
import type { ChannelContext, HttpAnswer, Webhook, WebhookRequest } from "../channel.ts";
import { parseJson } from "../request-body.ts";
import { readEvent, timestampOf, toEpochMs, type Work, type ZaloEvent } from "./events.ts";
import type { ZaloConfig } from "./settings.ts";
import { matchSignature, type SignatureMatch, type SignedRequest } from "./signature.ts";

const PATH = "/webhooks/zalo";
const MINUTE_MS = 60_000;
/** How far the platform's clock may be ahead of ours. */
const CLOCK_SKEW_MS = 5 * MINUTE_MS;
const DONE: HttpAnswer = { status: 200 };

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
    const json = parseJson(request.body);
    if (typeof json !== "object" || json === null || Array.isArray(json))
      throw new RequestError("zalo_payload", "Sự kiện phải là một đối tượng JSON.");
    const signed = signature === undefined ? undefined : signedOf(request, signature, json);
    const match = signed && verify(signed);
    const event = readEvent(json, request.body, config.ZALO_OA_ID);
    if (!event.acts) {
      if (event.reason === "other_account") logger.warn({ event: "zalo_other_account" });
      return DONE;
    }
    // No event of a person is taken without a signature; the console's check sends others, and nothing is done with them.
    if (!match && !takesUnsigned)
      throw new RequestError("zalo_unsigned", "Sự kiện không có chữ ký.", { status: 401 });
    const at = await happenedAt(event, match?.timestamp ?? timestampOf(json));
    const work: Work = { ...event.work, at };
    await context.accept({ key: event.key, person: event.person, payload: JSON.stringify(work) });
    return DONE;
  }

  function verify(signed: SignedRequest): SignatureMatch {
    const match = matchSignature(signed, key);
    if (!match) {
      logger.warn({ event: "zalo_signature_refused", fitsInstead: otherFit(signed) });
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

/** A body's timestamp is part of what is hashed before it; one from a header only follows it, so nothing can be moved
 *  between the two without breaking the JSON. */
const signedOf = (request: WebhookRequest, signature: string, json: object): SignedRequest => ({
  signature,
  body: request.body,
  timestamps: { body: timestampOf(json), header: request.headers["x-zevent-timestamp"] },
});
