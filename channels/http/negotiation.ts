/** What a client takes, by the rules of RFC 9110, section 12 and 13: parsed, never searched for a word. */
import contentType from "content-type";
import isFresh from "fresh";
import Negotiator from "negotiator";
import { RequestError } from "../../knowledge/errors.ts";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The offered type that the client likes best; the first where it likes them alike or takes none of them. */
export function preferredType<Type extends string>(
  headers: Headers,
  offered: readonly [Type, ...Type[]],
): Type {
  return (new Negotiator({ headers }).mediaType([...offered]) as Type | undefined) ?? offered[0];
}

/** Whether an answer may be sent with gzip: asked for, and not less welcome than as it is. A client that says nothing
 *  gets it as it is. */
export function takesGzip(headers: Headers): boolean {
  if (!headers["accept-encoding"]) return false;
  return new Negotiator({ headers }).encoding(["gzip", "identity"]) === "gzip";
}

/** Whether what the client has is this very thing: If-None-Match, with lists and weak tags. */
export const hasAlready = (headers: Headers, etag: string): boolean =>
  isFresh({ "if-none-match": String(headers["if-none-match"] ?? "") }, { etag });

/** Throws RequestError 415 for another type, or another encoding of characters, than is read here. */
export function expectType(headers: Headers, type: string, message: string): void {
  try {
    const given = contentType.parse(String(headers["content-type"] ?? ""));
    const charset = given.parameters.charset?.toLowerCase() ?? "utf-8";
    if (given.type === type && (charset === "utf-8" || charset === "utf8")) return;
  } catch {
    // Not a type at all.
  }
  throw new RequestError("content_type", message, { status: 415, field: "Content-Type" });
}
