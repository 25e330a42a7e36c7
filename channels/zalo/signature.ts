/** X-ZEvent-Signature: hex(sha256(id + body + timestamp + OA secret key)); a plain hash, no HMAC.
 *  Source: docs.zaloplatforms.com/docs/OA/webhook/tong-quan. Sources differ in three points, so all are taken: the header
 *  is "mac=<hex>" or the bare hex; the timestamp is the body's, or that of a header. The id is a setting. */
import { createHash, timingSafeEqual } from "node:crypto";

export interface SignatureMatch {
  form: "mac=" | "hex";
  timestampFrom: "body" | "header";
  timestamp: string;
}

export interface SignedRequest {
  /** The header as received. */
  signature: string;
  /** As received: escapes and blanks count. */
  body: Buffer;
  /** Digits; undefined where there is none. */
  timestamps: { body: string | undefined; header: string | undefined };
}

const begin = (id: string, body: Buffer) => createHash("sha256").update(id).update(body);

export const macOf = (id: string, body: Buffer, timestamp: string, secret: string): Buffer =>
  begin(id, body).update(timestamp).update(secret).digest();

const HEADER = /^\s*(mac=)?([0-9a-f]{64})\s*$/i;
export const looksLikeSignature = (header: string): boolean => HEADER.test(header);

/** In constant time for each candidate. Undefined when none fits. */
export function matchSignature(
  { signature, body, timestamps }: SignedRequest,
  key: { id: string; secret: string },
): SignatureMatch | undefined {
  const [, prefix, hex] = HEADER.exec(signature) ?? [];
  if (hex === undefined) return undefined;
  const given = Buffer.from(hex, "hex");
  // The long part is hashed once for all candidates.
  const begun = begin(key.id, body);
  let found: SignatureMatch | undefined;
  for (const timestampFrom of ["header", "body"] as const) {
    const timestamp = timestamps[timestampFrom];
    if (timestamp === undefined || !/^\d{1,20}$/.test(timestamp)) continue;
    const mac = begun.copy().update(timestamp).update(key.secret).digest();
    if (timingSafeEqual(given, mac)) found = { form: prefix ? "mac=" : "hex", timestampFrom, timestamp };
  }
  return found;
}
