/** What a question claims of a procedure: a figure or a place to confirm. */
import type { DatedFee, DatedTime, ProcedureRecord } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { ProcedureQuery } from "../query.ts";
import { shown, withoutStop } from "./context.ts";
import type { Asked, Finding } from "./findings/finding.ts";
import { exempted, exemptsSome } from "./findings/money-and-time.ts";
import { isOn, lineInWords, linesOn, ofChannel, VIETNAMESE_VALUES } from "./procedure-values.ts";

const SUMS = new Intl.NumberFormat("vi-VN");

/** "phí 8 nghìn đúng không": compared with what the record states, never guessed where it states nothing. */
export function claimFinding({ procedure, query, situation, day }: Asked): Finding | undefined {
  const { claim } = query;
  if (!claim) return undefined;
  const said = `${SUMS.format(claim.value)} ${claim.unit}`;
  const isFee = claim.unit === "đồng";
  const aspect = isFee ? "fee" : "time";
  const lines = linesOn(procedure, isFee ? procedure.fees : procedure.times, day, VIETNAMESE_VALUES).map(
    (line) => withoutStop(lineInWords(line)),
  );
  const base = {
    computed: [{ value: said, rule: "con số nêu trong câu hỏi" }],
    proofs: lines.map((quote, i) => ({ pointer: `/${aspect}s/${i}`, part: aspect, quote }) as const),
    covers: [aspect] as const,
  };
  const stated = whatIsStated(procedure, claim, day);
  if (stated === "none")
    return {
      ...base,
      verdict: "untold",
      head: `Chưa xác nhận được mức ${said}`,
      fact: "thủ tục này chưa có con số chắc chắn; hỏi nơi tiếp nhận",
      proofs: [],
      covers: [],
    };
  const channel = claim.channel ? ` khi nộp ${CHANNELS[claim.channel]}` : "";
  if (stated === "other")
    return { ...base, verdict: "no", head: `Không phải ${said}${channel}`, fact: lines.join("; ") };
  const own = lines.filter((line) => line.includes(SUMS.format(claim.value)));
  const exempt = isFee ? exempted({ procedure, situation, day }) : undefined;
  if (exempt) return { ...base, ...exempt, verdict: "no" };
  // The sum is confirmed, and nobody's duty to pay it.
  if (isFee && exemptsSome({ procedure, day }))
    return {
      ...base,
      verdict: "yes",
      head: "Đúng mức thu, trừ người được miễn, giảm",
      fact: (own.length > 0 ? own : lines).join("; "),
    };
  // Of a deadline, a note or an addition, which are told of besides.
  if (own.length === 0)
    return { ...base, verdict: "yes", head: "Đúng", fact: `có mức ${said}: ${lines.join("; ")}` };
  return { ...base, verdict: "yes", head: "Đúng", fact: own.join("; ") };
}

/** Does the record state the figure for the day, another one, or none? */
function whatIsStated(
  procedure: ProcedureRecord,
  { value, unit, channel }: NonNullable<ProcedureQuery["claim"]>,
  day: string,
): "none" | "stated" | "other" {
  const stated = statedValues(procedure, unit, channel, day);
  if (stated.size === 0) return "none";
  return stated.has(value) ? "stated" : "other";
}

const DAYS = /(?<!\d)(\d+) ngày/gu;
const SUMS_IN_WORDS = /(?<!\d)(?<!\d\.)(\d{1,3}(?:\.\d{3})+|\d+) ?(?:đồng|đ|VNĐ)/giu;

/** "Nộp ở Sở Tư pháp đúng không?": no, unless the record names it. */
export function placeFinding({ procedure, query: { filedAt } }: Asked): Finding | undefined {
  if (filedAt === undefined) return undefined;
  const place = procedure.place === null ? "" : withoutStop(shown(procedure.place));
  const holds = printsPlace(procedure, filedAt);
  return {
    verdict: holds ? "yes" : "no",
    head: holds ? "Đúng" : `Không phải ${filedAt}`,
    fact: place === "" ? "nơi nộp hỏi cơ quan tiếp nhận" : `nộp tại ${place}`,
    computed: [{ value: filedAt, rule: "cơ quan nêu trong câu hỏi" }],
    proofs: place === "" ? [] : [{ pointer: "/place", part: "place", quote: place }],
    covers: place === "" ? [] : ["place"],
  };
}

function printsPlace({ place, agency, notes }: ProcedureRecord, said: string): boolean {
  const plain = (text: string) => fold(text).replaceAll("uy ban nhan dan", "ubnd").replaceAll(" cap ", " ");
  return plain([place, agency, ...notes].join(" ")).includes(plain(said));
}

const CHANNELS = { online: "trực tuyến", post: "qua bưu chính" } as const;

/** Of the channel, where the record has rows of it; notes and deadlines speak of all. */
function statedValues(
  { fees, times, notes, deadlines }: ProcedureRecord,
  unit: "đồng" | "ngày",
  channel: keyof typeof CHANNELS | undefined,
  day: string,
): Set<number> {
  const current = <T extends DatedFee | DatedTime>(rows: readonly T[]): T[] => {
    const now = rows.filter((row) => isOn(row, day));
    const own = ofChannel(now, channel);
    return own.length > 0 ? own : now;
  };
  const values = new Set<number>();
  const read = (text: string) => {
    for (const [, figure] of text.matchAll(unit === "ngày" ? DAYS : SUMS_IN_WORDS))
      values.add(Number(figure!.replaceAll(".", "")));
  };
  for (const note of notes) read(note);
  if (unit === "ngày") {
    for (const { text, additions } of current(times))
      for (const words of [text, ...additions.map((row) => row.text)]) read(words);
    for (const { text } of deadlines) read(text);
    return values;
  }
  for (const { amount, text } of current(fees)) {
    if (amount !== null) values.add(amount);
    read(text);
  }
  return values;
}
