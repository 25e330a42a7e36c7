/** For signatures and tokens. */
import { createHmac, timingSafeEqual } from "node:crypto";

/** In a time that tells neither how much of it fits nor how long it is. */
export function isSameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHmac("sha256", "compare").update(text).digest());
  return timingSafeEqual(left!, right!);
}
