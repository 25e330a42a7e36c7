/** Ids of our own for what a platform names in its way: the same names always give the same id. */
import { createHash } from "node:crypto";

/** UUID version 8, of our own making (RFC 9562, section 5.8: https://www.rfc-editor.org/rfc/rfc9562#section-5.8), from
 *  any number of names; where one ends and the next begins counts. */
export function idFrom(...names: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(names)).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
