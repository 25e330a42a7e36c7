/** Figures that people tell: a sum or a number of days to be confirmed, the age of whoever it is done for. */
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import type { Span } from "./phrases.ts";
import { numberAt, type Utterance } from "./utterance.ts";
import { isYear } from "./years.ts";

/** Luật Người cao tuổi 2009, Điều 2. */
const ELDERLY = 60;

/** "bé 5 tuổi" → also read as "dưới 6 tuổi", the way procedures tell ages apart (Luật Căn cước 2023, Điều 19, 23). */
export function withAge(readings: Token[][], tokens: readonly Token[]): Token[][] {
  const age = ageIn(tokens);
  if (age === undefined) return readings;
  const words =
    age < 6
      ? "dưới 6 tuổi dưới 14 tuổi"
      : age < 14
        ? "từ đủ 6 tuổi dưới 14 tuổi"
        : age < ELDERLY
          ? "từ đủ 14 tuổi"
          : "người cao tuổi";
  const others = readings[0]!.filter((token) => token.kind !== "number");
  return [...readings, [...others, ...tokenize(words)]];
}

/** "Dưới 6 tuổi" is a limit and nobody's age. */
export function ageIn(tokens: readonly Token[]): number | undefined {
  const at = tokens.findIndex(
    (token, i) => /^(tuoi|t)$/.test(token.folded) && numberAt(tokens, i - 1) !== undefined,
  );
  if (at < 0 || /^(duoi|du|tren|tu|den)$/.test(tokens[at - 2]?.folded ?? "")) return undefined;
  return numberAt(tokens, at - 1);
}

const THOUSANDS = { nghin: 1000, ngan: 1000, k: 1000, trieu: 1_000_000, dong: 1, d: 1, vnd: 1 } as const;

const ROUND_SUM = 500;

/** "50 nghìn", "3 ngày": figures that a question puts to be confirmed name no procedure. */
export const claimSpans = (tokens: readonly Token[]): Span[] =>
  tokens.flatMap((token, i) =>
    numberAt(tokens, i) !== undefined &&
    /^(nghin|ngan|trieu|dong|vnd|ngay)$/.test(tokens[i + 1]?.folded ?? "")
      ? [{ from: i, to: i + 2 }]
      : token.kind === "number" && Number(token.text) >= 1000 && Number(token.text) % ROUND_SUM === 0
        ? [{ from: i, to: i + 1 }]
        : [],
  );

export interface ClaimedFigure {
  value: number;
  unit: "đồng" | "ngày";
}

/** "8 nghìn", "3 ngày". */
export function claimIn({ plain: folded }: Utterance): ClaimedFigure | undefined {
  const sum = /(?<![\d.,/])(\d+(?:\.\d{3})*)\s*(nghin|ngan|k|trieu|dong|d|vnd)(?![a-z])/.exec(folded);
  if (sum) {
    const unit = THOUSANDS[sum[2] as keyof typeof THOUSANDS];
    return { value: Number(sum[1]!.replaceAll(".", "")) * unit, unit: "đồng" };
  }
  const days = /(?<![\d.,/])(\d{1,3})\s*ngay(?![a-z])/.exec(folded);
  if (days) return { value: Number(days[1]), unit: "ngày" };
  // "Hai trăm nghìn" was heard, and nothing else is counted in such numbers.
  const bare = /(?<![\d.,/-]|nam )(\d{4,9})(?![\d.,/-])/.exec(folded);
  const value = Number(bare?.[1]);
  return bare && value % ROUND_SUM === 0 && !isYear(value) ? { value, unit: "đồng" } : undefined;
}
