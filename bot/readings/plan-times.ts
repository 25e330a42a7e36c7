/** Years and printed periods in a question. */

import { vietnamYear } from "../../knowledge/calendar.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { TaskPredicate } from "../sets/task-set.ts";
import type { Understanding } from "../understanding/understand.ts";
import { foldedOf } from "../understanding/utterance.ts";
import type { Atom } from "./plan-atoms.ts";

const FIRST_YEAR = 2019;

const LAST_YEAR = 2035;

const YEAR_WORDS: readonly (readonly [words: RegExp, shift: number])[] = [
  [/^(nam nay)$/, 0],
  [/^(nam sau|sang nam|nam toi|nam ke tiep)$/, 1],
  [/^(nam ngoai|nam truoc|nam vua qua|nam roi)$/, -1],
  [/^(nam kia)$/, -2],
];

const ENDS =
  /(^| )(han|nam cuoi|cuoi cung|dut diem|xong|hoan thanh|ket thuc|het han|den han|chot|phai xong|thoi han|deadline|moc cuoi|moc ket thuc|moc hoan thanh|roi vao)( |$)/;

const BEGINS = /(^| )(bat dau|khoi dong|khoi dau|khoi su|trien khai tu|moi (lam|chay|trien khai))( |$)/;

/** "Chỉ ghi năm 2023", "gọn trong 2023", "2023 thôi": the printed period is that year. */
const ONLY =
  /(^| )(chi|dung|rieng|gon|noi|tron|ngay)( (ghi|in|co|lam|thuc hien|trong|noi|dung|vao|mot|moi|rieng|thoi|gian|la|han)){0,5}( nam)?$/;

const BEFORE = /(^| )(truoc|truoc nam|khong qua|cham nhat|som hon)$/;

const BY = /(^| )(den het|den|toi|het)$/;

const AFTER = /(^| )(sau|sau nam|qua|qua nam|vuot|vuot nam|muon hon|ngoai nam)$/;

/** "Tính đến hôm nay 25 tháng 11 năm 2026": the day on which is asked. */
const isOfToday = (tokens: readonly Token[], i: number): boolean =>
  /(^| )hom nay( la)?( ngay)? \d{1,2}( thang)? \d{1,2}( nam)?$/.test(
    foldedOf(tokens, { from: Math.max(0, i - 8), to: i }),
  );

/** Years and printed periods, with what is asked of them: to end, to begin, to run in. */
export function timesIn({ tokens, text: typed, folded: text, partOfYear }: Understanding, now: Date): Atom[] {
  const atoms: Atom[] = [];
  const thisYear = vietnamYear(now);
  // "Quý 4 năm 2024": the plan prints years only.
  const part = partOfYear ? { partOfYear: true as const } : {};
  const years = new Set(
    tokens.filter(({ text: year }) => /^20\d\d$/.test(year)).map(({ text: year }) => year),
  ).size;
  for (let i = 0; i < tokens.length; i++) {
    const period = periodAt(tokens, typed, i);
    if (period) {
      atoms.push({ type: "where", from: i, to: period.to, where: { by: "period", period: period.printed } });
      i = period.to - 1;
      continue;
    }
    const pair = `${tokens[i]!.folded} ${tokens[i + 1]?.folded ?? ""}`;
    const shift = YEAR_WORDS.find(([words]) => words.test(pair))?.[1];
    const value = Number(tokens[i]!.text);
    const isYear = tokens[i]!.kind === "number" && value >= FIRST_YEAR && value <= LAST_YEAR;
    if ((!isYear && shift === undefined) || isOfToday(tokens, i)) continue;
    const year = shift === undefined ? value : thisYear + shift;
    const from = isYear && tokens[i - 1]?.folded === "nam" ? i - 1 : i;
    const to = shift === undefined ? i + 1 : i + 2;
    const before = tokens
      .slice(Math.max(0, from - 5), from)
      .map(({ folded }) => folded)
      .join(" ");
    // "Hạn cuối 2025, kể cả loại bắt đầu 2024", "bắt đầu 2024 và kéo đến 2025": each year by its own words.
    const own = BEGINS.test(text) && (ENDS.test(text) || years > 1) ? before : text;
    const isOnly =
      (ONLY.test(before) && !ENDS.test(before)) ||
      (/^(la xong|duy nhat)$/.test(tokens[to]?.folded ?? "") && !ENDS.test(before));
    const where: TaskPredicate =
      isOnly && !BEGINS.test(own)
        ? { by: "period", period: String(year) }
        : BEFORE.test(before)
          ? { by: "endsBy", year: year - 1 }
          : AFTER.test(before)
            ? { by: "endsAfter", year }
            : BEGINS.test(own)
              ? { by: "year", is: "begins", year, ...part }
              : ENDS.test(own) || BY.test(before)
                ? { by: "year", is: "ends", year, ...part }
                : { by: "year", is: "covers", year, ...part };
    atoms.push({ type: "where", from, to, where, year });
    if (shift !== undefined) i++;
  }
  return atoms;
}

/** "2023-2025", "từ 2023 đến 2025", "từ năm 2023 tới năm 2025". */
function periodAt(
  tokens: readonly Token[],
  typed: string,
  i: number,
): { printed: string; to: number } | undefined {
  const isYear = (at: number) => /^20\d\d$/.test(tokens[at]?.text ?? "");
  if (!isYear(i)) return undefined;
  const said = tokens.slice(Math.max(0, i - 2), i + 4).map(({ folded }) => folded);
  const before = said.slice(0, Math.min(2, i)).join(" ");
  const isFrom = /(^| )tu( nam)?$/.test(before) && /^(den|toi)$/.test(tokens[i + 1]?.folded ?? "");
  const next = isFrom ? (tokens[i + 2]?.folded === "nam" ? i + 3 : i + 2) : i + 1;
  if (!isYear(next) || tokens[i]!.text >= tokens[next]!.text) return undefined;
  const between = typed.slice(tokens[i]!.end, tokens[next]!.start).trim();
  return isFrom || /^[-–—]?$/.test(between)
    ? { printed: `${tokens[i]!.text}-${tokens[next]!.text}`, to: next + 1 }
    : undefined;
}
