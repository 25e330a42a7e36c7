/** How many rows are spoken of: "2 dòng kia", "ba việc đó", "cả hai". */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { ReadingContext } from "./context.ts";

export const SHORT = 9;

export const COUNTS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
};

const COUNTED = /^(cai|viec|dong|nhiem|muc|dau|ca|task|cong)$/;

const THOSE = /^(do|day|nay|kia|ay|tren|con|do)$/;

const countIn = ({ kind, text, folded }: Token): number | undefined =>
  kind === "number" ? Number(text) : COUNTS[folded];

export const isCountWord = (token: Token): boolean => countIn(token) !== undefined;

/** "2 dòng kia", "ba việc đó", "cả hai": how many are spoken of. */
export function countSaid(context: ReadingContext): number | undefined {
  const { tokens } = context.question;
  for (let i = 0; i < tokens.length; i++) {
    const value = countIn(tokens[i]!);
    if (!value) continue;
    const after = tokens.slice(i + 1, i + 4).map(({ folded }) => folded);
    if (tokens[i - 1]?.folded === "ca") return value;
    if (COUNTED.test(after[0] ?? "") && after.some((word) => THOSE.test(word))) return value;
    if (COUNTED.test(after[0] ?? "") && tokens.length <= SHORT && tokens.length > i + 2) return value;
  }
  return undefined;
}
