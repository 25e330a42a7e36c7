/** Events as the platform posts them, and their signature. */
import { createHash } from "node:crypto";

export const APP_ID = "3608000000000000001";
export const OA_ID = "388613280878808645";
export const OA_SECRET = "s3cr3t-oa";

let count = 0;

/** A person's text; the message id is new each time unless it is given. */
export function textEvent(text: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  count++;
  return {
    app_id: APP_ID,
    sender: { id: "246845883529197922" },
    user_id_by_app: "552177279717587730",
    recipient: { id: OA_ID },
    event_name: "user_send_text",
    message: { text, msg_id: `96d3cdf3af150460-${count}` },
    timestamp: String(Date.now()),
    ...changes,
  };
}

export function followEvent(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    oa_id: OA_ID,
    follower: { id: "246845883529197922" },
    user_id_by_app: "552177279717587730",
    event_name: "follow",
    source: "oa_profile",
    app_id: APP_ID,
    timestamp: String(Date.now()),
    ...changes,
  };
}

/** Written by an officer in the account's chat tool. */
export function officerEvent(changes: Record<string, unknown> = {}): Record<string, unknown> {
  count++;
  return {
    app_id: APP_ID,
    sender: { id: OA_ID, admin_id: "100000000000000001" },
    recipient: { id: "246845883529197922" },
    event_name: "oa_send_text",
    message: { text: "Chào anh", msg_id: `officer-${count}` },
    timestamp: String(Date.now()),
    ...changes,
  };
}

export interface SignOptions {
  id?: string;
  secret?: string;
  /** Instead of the body's own. */
  headerTimestamp?: string;
  bare?: boolean;
}

export function signed(
  event: unknown,
  { id = APP_ID, secret = OA_SECRET, headerTimestamp, bare = false }: SignOptions = {},
): { body: string; headers: Record<string, string> } {
  const body = typeof event === "string" ? event : JSON.stringify(event);
  const timestamp =
    headerTimestamp ??
    (typeof event === "object" ? String((event as { timestamp?: unknown }).timestamp) : "");
  const mac = createHash("sha256")
    .update(id + body + timestamp + secret)
    .digest("hex");
  return {
    body,
    headers: {
      "Content-Type": "application/json",
      "X-ZEvent-Signature": bare ? mac : `mac=${mac}`,
      ...(headerTimestamp === undefined ? {} : { "X-ZEvent-Timestamp": headerTimestamp }),
    },
  };
}
