/** What an editor has to look at in the reviewed records. */
import { addDays } from "../knowledge/calendar.ts";
import { isAlways } from "../knowledge/circumstances.ts";
import type { ReviewedProcedure } from "../knowledge/records.ts";

/** Kinds that fail: an answer would be wrong or contradict itself. The others are work to be done. */
export const FAILING = ["contradiction", "ended"] as const;
export const KINDS = [...FAILING, "due", "unsure", "unstructured", "groundless"] as const;
export type FindingKind = (typeof KINDS)[number];

export interface Finding {
  kind: FindingKind;
  code: string;
  /** Vietnamese, for the editor. */
  text: string;
}

type Dated = ReviewedProcedure["fees"][number] | ReviewedProcedure["times"][number];

/** Findings of one record on a day of Vietnam, ISO. */
export function checkRecord(record: ReviewedProcedure, today: string): Finding[] {
  const found =
    (kind: FindingKind) =>
    (text: string): Finding => ({ kind, code: record.code, text });
  return [
    ...contradictions(record).map(found("contradiction")),
    ...endedFacts(record, today).map(found("ended")),
    ...(record.reviewBy <= today ? [found("due")(`đến hạn xem lại ngày ${record.reviewBy}`)] : []),
    ...unsureFacts(record).map(found("unsure")),
    ...unstructuredPapers(record).map(found("unstructured")),
    ...groundlessFacts(record).map(found("groundless")),
  ];
}

const nameOf = (row: Dated): string => (row.case === "" ? row.text : `${row.case}: ${row.text}`);

function contradictions(record: ReviewedProcedure): string[] {
  const { fees, times, methods, place, documents } = record;
  const channels = new Set(methods.map(({ channel }) => channel));
  const pairs = [...pairsOf(fees), ...pairsOf(times)].filter(([a, b]) => areOfOneCase(a, b) && overlap(a, b));
  return [
    ...pairs.map(([a, b]) =>
      isFree(a) !== isFree(b)
        ? `vừa miễn vừa thu trong một trường hợp: “${nameOf(a)}” và “${nameOf(b)}”`
        : `hai mức cùng lúc cho một trường hợp: “${nameOf(a)}” và “${nameOf(b)}”`,
    ),
    ...[...fees, ...times].flatMap((row) =>
      (row.channels ?? [])
        .filter((channel) => !channels.has(channel))
        .map((channel) => `“${nameOf(row)}” nói về cách nộp ${channel}, nhưng cách nộp không có ${channel}`),
    ),
    ...(channels.size < methods.length ? ["một cách nộp được ghi hai lần"] : []),
    ...(SAYS_ONLINE.test(place) && !channels.has("online")
      ? ["nơi nộp nói đến trực tuyến, nhưng cách nộp không có trực tuyến"]
      : []),
    ...(SAYS_OFFICE.test(place) && !channels.has("in_person")
      ? ["nơi nộp nói đến trụ sở, nhưng cách nộp không có trực tiếp"]
      : []),
    ...(documents.slice(1).some((group) => group.case === "")
      ? ["giấy tờ luôn phải có không đứng đầu danh sách"]
      : []),
  ];
}

const SAYS_ONLINE = /Cổng Dịch vụ công|VNeID|trực tuyến|qua mạng/u;
const SAYS_OFFICE = /Ủy ban nhân dân|Trung tâm Phục vụ hành chính công|Công an|Bộ phận Một cửa/u;

const isFree = (row: Dated): boolean => "kind" in row && row.kind === "free";
const areOfOneCase = (a: Dated, b: Dated): boolean =>
  a.case === b.case &&
  JSON.stringify(a.when) === JSON.stringify(b.when) &&
  (a.channels === null || b.channels === null || a.channels.some((channel) => b.channels!.includes(channel)));
const overlap = (a: Dated, b: Dated): boolean =>
  (a.from ?? "") <= (b.until ?? "9999") && (b.from ?? "") <= (a.until ?? "9999");

function* pairsOf<T>(rows: readonly T[]): Generator<[T, T]> {
  for (const [i, first] of rows.entries()) for (const second of rows.slice(i + 1)) yield [first, second];
}

/** Facts that are over, and sentences that tell of an end that is over. */
function endedFacts(record: ReviewedProcedure, today: string): string[] {
  const isOver = (until: string | null) => until !== null && until < today;
  const { fees, times, exemptions, legalBases } = record;
  return [
    ...[...fees, ...times]
      .filter((row) => isOver(row.until))
      .map((row) => `đã hết hiệu lực: “${nameOf(row)}”`),
    ...exemptions.filter((row) => isOver(row.until)).map(({ text }) => `miễn, giảm đã hết: “${text}”`),
    ...legalBases
      .filter((row) => isOver(row.until))
      .map(({ name, number }) => `văn bản đã hết hiệu lực: ${name} ${number ?? ""}`.trim()),
    ...[...record.notes, ...record.conditions]
      .filter((text) =>
        [...text.matchAll(LAST_DAY)].some(([, day, month, year]) => isOver(isoOf(day!, month!, year!))),
      )
      .map((text) => `câu nói về mốc đã qua: “${text}”`),
  ];
}

const LAST_DAY = /đến hết (?:ngày )?(\d{1,2})\/(\d{1,2})\/(\d{4})/gu;
const isoOf = (day: string, month: string, year: string): string =>
  `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

function unsureFacts({ fees, times }: ReviewedProcedure): string[] {
  return [
    ...[...fees, ...times]
      .filter((row) => row.certainty === "unsure")
      .map((row) => `chưa chắc: “${nameOf(row)}”`),
    ...(fees.length === 0 ? ["chưa có mức thu nào"] : []),
    ...(times.length === 0 ? ["chưa có thời hạn nào"] : []),
  ];
}

const IS_CONDITIONAL = /(?:^|[\s(,;])(?:nếu|chỉ khi|trong trường hợp|trường hợp|đối với)\s/iu;

/** Papers needed only at times that stand among those needed always, and cases that name no circumstance. */
function unstructuredPapers({ documents }: ReviewedProcedure): string[] {
  return documents.flatMap((group) => {
    const items = group.items.filter(({ text }) => IS_CONDITIONAL.test(text));
    if (group.case === "")
      return items.map(({ text }) => `giấy có điều kiện đứng trong phần luôn phải nộp: “${text}”`);
    return documents.length > 1 && isAlways(group.when)
      ? [`trường hợp “${group.case}” chưa có điều kiện`]
      : [];
  });
}

const groundlessFacts = ({ fees, times }: ReviewedProcedure): string[] =>
  [...fees, ...times].filter((row) => row.ground === null).map((row) => `chưa có căn cứ: “${nameOf(row)}”`);

/** Days on which something of the record changes by itself: the day after an end, and a beginning. */
export const turningDays = ({ fees, times, exemptions, legalBases }: ReviewedProcedure): string[] => [
  ...new Set(
    [...fees, ...times, ...exemptions, ...legalBases].flatMap(({ from, until }) => [
      ...(from === null ? [] : [from]),
      ...(until === null ? [] : [addDays(until, 1)]),
    ]),
  ),
];
