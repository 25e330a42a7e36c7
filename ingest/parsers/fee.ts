/** A fee cell as printed → typed values beside the words. The national portal prints "Miễn phí" for an empty amount,
 *  so the label alone proves nothing; see parseFee. What can't be made a number stays in words. */
import { type DateSpan, dateSpanIn } from "./dates.ts";
import {
  amountsIn,
  clausesOf,
  type FeeAmount,
  type FeeChannel,
  type FeePercent,
  percentsIn,
  perOf,
} from "./fee-amounts.ts";

export type FeeDoubt =
  /** "Miễn phí" with a sum or a percentage in its own note. */
  | "free_label_with_amount"
  /** "Miễn phí" with a note that the provincial council decides. */
  | "free_label_with_council"
  /** "Miễn phí" alone, or with a note that only cites a law. */
  | "free_label_unproven"
  /** A sum below 1.000 đồng, as the portal prints when it cuts a number or drops a currency. */
  | "label_implausible"
  /** The label's sum is not among those of the note. */
  | "label_differs"
  /** Sums although the council decides: examples, or those of one province. */
  | "council_with_amount";

export interface Exemption extends DateSpan {
  /** Verbatim clause: "Miễn lệ phí cho người thuộc hộ nghèo". */
  words: string;
}

export interface ParsedFee {
  /** For people, complete; never the false "Miễn phí" of an empty cell. */
  text: string;
  /** Đồng; null unless the words give exactly one sum, for any time. */
  amount: number | null;
  per: string | null;
  /** stated: sums or percentages are printed; free: the source says so in words of its own; council: set by the
   *  provincial People's Council; unstated: none of these. */
  kind: "stated" | "free" | "council" | "unstated";
  /** The cell, verbatim; null when there was none. */
  printed: string | null;
  amounts: FeeAmount[];
  percents: FeePercent[];
  exemptions: Exemption[];
  doubts: FeeDoubt[];
}

export const UNSTATED_FEE = "Nguồn không nêu mức phí";
const SMALLEST_PLAUSIBLE = 1000;

const EMPTY =
  /^(?:không có thông tin|không có|không|chưa có|chưa quy định|không quy định|n\/a|-+|\d|[a-z])?[.\s]*$/iu;
const LABEL =
  /^(miễn phí|không có thông tin|[\d.,]+\s*(?:việt nam đồng|vnđ|vnd|đồng|usd)|(?:phí|lệ phí|phí khác)\s*:\s*(?:[\d.,]+|không)\s*(?:đồng|usd))(?:\s*\(([\s\S]*)\))?$/iu;
/** Several labels in one cell, each with a note of its own: read as prose. */
const LABELS = /\n[^\S\n]*(?:phí|lệ phí)(?: khác)?\s*:/iu;
const ATTACHMENT = /\n?File đính kèm:[^\n]*/giu;
/** The number of a resolution is a basis; "do Hội đồng nhân dân tỉnh quyết định" is the council's word still to come. */
const RESOLUTION =
  /(?<!\d)\d+(?:\/\d{4})?\/NQ-HĐND|hội đồng nhân dân(?: tỉnh| thành phố)?(?: [\p{Lu}][\p{L}]+){1,4}/gu;
const COUNCIL = /hội đồng nhân dân|HĐND/iu;
const BY_RESOLUTION = /NQ-HĐND/u;
const FREE_WORDS =
  /^[-+*\s]*(?:được )?(?:miễn (?:thu |toàn bộ )?(?:phí|lệ phí)|không (?:thu|mất|phải nộp) (?:phí|lệ phí)|không thu)/iu;
/** Free for some, or for a time, or of one fee among several. */
const CONDITION =
  /đối với|cho |trường hợp|nếu|người|thuộc|hộ |ngày|mức (?:thu|phí)|phí cấp|thực hiện theo|biểu/iu;
/** "cấp bổ sung: Không": one of several cases costs nothing. */
const CASE_WITHOUT_FEE = /:\s*không(?:[.;,\s]|$)/iu;
const EXEMPT = /miễn|không thu|không phải nộp/iu;

interface Label {
  kind: "free" | "zero" | "amount" | "none";
  amount: number | null;
  currency: "VND" | "USD";
  printed: string;
}

/** `printed` is one cell: "Miễn phí", "150,000 Việt Nam Đồng (/hồ sơ)", "Phí : 0 Đồng", or prose. Free is believed
 *  when the source says it in words ("Không thu lệ phí"), prints a typed nought ("Phí : 0 Đồng", "Lệ phí: 0đ"), and
 *  nothing beside it names a sum, a percentage or the council. With `channel`, sums for another way of filing don't
 *  keep `amount` from being single. */
export function parseFee(printed: string | null, channel: FeeChannel | null = null): ParsedFee {
  const cell = (printed ?? "").replace(ATTACHMENT, "").trim();
  const match = LABELS.test(cell) ? null : LABEL.exec(cell.trimEnd());
  const label = labelOf(match?.[1] ?? "");
  const note = unwrapped(match ? (match[2] ?? "") : cell);
  const amounts = amountsIn(note);
  const percents = percentsIn(note);
  const { kind, doubts } = judge(label, note, amounts, percents);
  const trusted = label.kind === "amount" && !doubts.includes("label_implausible") ? label : null;
  const all = trusted ? [labelAmount(trusted, note), ...amounts] : amounts;
  const exemptions = exemptionsIn(note);
  const plain =
    kind === "stated" &&
    !doubts.includes("label_differs") &&
    percents.every((row) => isForOther(row, channel)) &&
    exemptions.every((row) => row.from === null && row.until === null) &&
    !CASE_WITHOUT_FEE.test(note);
  const single = plain ? singleOf(all.filter((row) => !isForOther(row, channel))) : null;
  const zero = kind === "free" ? 0 : null;
  return {
    text: textOf(kind, cell, note, label, trusted !== null),
    amount: single?.amount ?? zero,
    per: single?.per ?? null,
    kind,
    printed: cell === "" ? null : cell,
    amounts: kind === "free" ? [] : all,
    percents: kind === "free" ? [] : percents,
    exemptions,
    doubts,
  };
}

function judge(
  label: Label,
  note: string,
  amounts: FeeAmount[],
  percents: FeePercent[],
): { kind: ParsedFee["kind"]; doubts: FeeDoubt[] } {
  const doubts: FeeDoubt[] = [];
  const sums = amounts.filter((row) => row.amount > 0);
  const figures = sums.length > 0 || percents.length > 0;
  const undated = sums.filter((row) => row.from === null && row.until === null);
  const freeLabel = label.kind === "free" || label.kind === "zero";
  const council =
    COUNCIL.test(note.replace(RESOLUTION, "")) && !(BY_RESOLUTION.test(note) && sums.length > 0);
  const implausible =
    label.kind === "amount" && label.currency === "VND" && label.amount! < SMALLEST_PLAUSIBLE;
  if (implausible) doubts.push("label_implausible");
  else if (
    label.kind === "amount" &&
    undated.length > 0 &&
    !undated.some((row) => row.amount === label.amount)
  ) {
    doubts.push("label_differs");
  }
  if (council) {
    if (freeLabel) doubts.push("free_label_with_council");
    if (figures || label.kind === "amount") doubts.push("council_with_amount");
    return { kind: "council", doubts };
  }
  if (freeLabel && figures) doubts.push("free_label_with_amount");
  if (figures || (label.kind === "amount" && !implausible)) return { kind: "stated", doubts };
  if (isFree(label, note, amounts)) return { kind: "free", doubts };
  if (freeLabel) doubts.push("free_label_unproven");
  return { kind: "unstated", doubts };
}

function isFree(label: Label, note: string, amounts: FeeAmount[]): boolean {
  if (EMPTY.test(note)) return label.kind === "zero" && /^(?:phí|lệ phí)/iu.test(label.printed);
  if (FREE_WORDS.test(note) && !CONDITION.test(note)) return true;
  // "Lệ phí: 0đ (Miễn 100%)", typed by a person and no cell of the portal.
  return (
    label.kind === "none" && amounts.length > 0 && amounts.every((row) => row.amount === 0 && row.to === null)
  );
}

function labelOf(printed: string): Label {
  const blank: Label = { kind: "none", amount: null, currency: "VND", printed };
  if (/^miễn phí/iu.test(printed)) return { ...blank, kind: "free" };
  if (/:\s*không\s*đồng/iu.test(printed)) return { ...blank, kind: "zero" };
  const [row] = amountsIn(printed.replace(/^[^:\d]*:/, ""));
  if (!row) return blank;
  return { kind: row.amount === 0 ? "zero" : "amount", amount: row.amount, currency: row.currency, printed };
}

/** The note may begin with what the label's sum is paid for: "/hồ sơ", "đồng/lần". */
function labelAmount(label: Label, note: string): FeeAmount {
  const per = perOf(note.replace(/^(?:đồng|vnđ|đ)\s*(?=\/)/iu, ""));
  return {
    amount: label.amount!,
    to: null,
    currency: label.currency,
    per,
    approximate: false,
    cap: false,
    channel: null,
    from: null,
    until: null,
    printed: /[\d.,]+/.exec(label.printed)![0],
    words: label.printed,
  };
}

const isForOther = (row: { channel: FeeChannel | null }, channel: FeeChannel | null): boolean =>
  channel !== null && row.channel !== null && row.channel !== channel;

/** The one sum that all agree on; null when there are several, a range, a limit, an end date or another currency. */
function singleOf(amounts: FeeAmount[]): { amount: number; per: string | null } | null {
  const [first] = amounts;
  if (!first) return null;
  const plain = amounts.every(
    (row) =>
      row.amount === first.amount &&
      row.to === null &&
      row.currency === "VND" &&
      !row.approximate &&
      !row.cap &&
      row.from === null &&
      row.until === null,
  );
  if (!plain) return null;
  return { amount: first.amount, per: amounts.find((row) => row.per !== null)?.per ?? null };
}

function textOf(
  kind: ParsedFee["kind"],
  cell: string,
  note: string,
  label: Label,
  labelTrusted: boolean,
): string {
  if (kind === "free" || label.kind === "none" || labelTrusted) return EMPTY.test(cell) ? UNSTATED_FEE : cell;
  return EMPTY.test(note) || note.length < 4 ? UNSTATED_FEE : note;
}

function exemptionsIn(note: string): Exemption[] {
  return clausesOf(note)
    .filter(
      (words) =>
        EXEMPT.test(words) &&
        !/^miễn phí[.\s]*$/iu.test(words) &&
        !/quy định mức thu, miễn một số/iu.test(words),
    )
    .map((words) => ({ words, ...dateSpanIn(words) }));
}

/** Without the outer brackets that the portal doubles: "((Mức lệ phí …))". */
function unwrapped(note: string): string {
  const text = note.trim();
  const inner = /^\(([\s\S]*)\)$/.exec(text)?.[1];
  return inner !== undefined && !/^[^(]*\)/.test(inner) ? inner.trim() : text;
}
