/** Spans that stand for many: an agency, a year, a label. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { AgencyMention } from "../agency-names.ts";
import type { Slot } from "./act-classifier.ts";

export const slotsIn = (tokens: readonly Token[], mentions: readonly AgencyMention[]): Slot[] => [
  ...mentions.filter(({ weak }) => !weak).map(({ from, to }) => ({ from, to, name: "agency" })),
  ...tokens.flatMap(({ kind, text }, from) =>
    kind === "number" && /^20[1-3]\d$/.test(text) ? [{ from, to: from + 1, name: "year" }] : [],
  ),
];
