import type { HelpLineNumber } from "../../knowledge/help-lines.ts";

export type SensitiveKind = "selfHarm" | "danger" | "unlawful" | "accusation" | "politics";

/** A rule as data. Its examples and counter-examples are tested with and without diacritics. */
export interface SensitiveRule {
  kind: SensitiveKind;
  lines?: readonly HelpLineNumber[];
  /** Groups of words that follow each other, alternatives parted by "|": "firePlace|person". */
  parts: readonly string[];
  /** Words between one part and the next, at most; 3 unless said. */
  gap?: number;
  /** The two parts may stand the other way round. */
  anyOrder?: true;
  /** Not where one of these groups is said anywhere. */
  unless?: readonly string[];
  /** At least three each; `not` are the look-alikes. */
  examples: readonly string[];
  not: readonly string[];
  /** Without diacritics the examples are other words. */
  accentedOnly?: true;
}
