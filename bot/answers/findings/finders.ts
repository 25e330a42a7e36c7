/** One finder for each kind of question of yes or no. */
import type { Whether } from "../../understanding/whether-rows.ts";
import type { Finder } from "./finding.ts";
import { charged, late, sameDay, wait } from "./money-and-time.ts";
import { amount, eligible, must, need, valid } from "./papers-and-terms.ts";
import { elsewhere, inPerson, other, place, sentThrough } from "./ways-and-places.ts";

export const FINDERS: Readonly<Record<Whether, Finder>> = {
  late,
  wait,
  other,
  elsewhere,
  inPerson,
  online: sentThrough("online"),
  post: sentThrough("post"),
  free: charged(true),
  fee: charged(false),
  sameDay,
  place,
  amount,
  valid,
  need,
  must,
  eligible,
};
