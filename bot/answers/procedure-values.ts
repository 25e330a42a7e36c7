/** Fees and times of a procedure as they hold on a day: what has ended or not begun is never said as current. */
import { addDays, formatDay } from "../../knowledge/calendar.ts";
import type { Channel, DatedFee, DatedTime, ProcedureRecord } from "../../knowledge/records.ts";
import { capitalize, shown, withoutStop } from "./context.ts";

/** The words that a language puts around a record's own; days are printed ("31/12/2026"). */
export interface ValueWords {
  channels: Readonly<Record<Channel, string>>;
  noChannel: string;
  until(day: string): string;
  /** What comes after. */
  next(day: string, value: string): string;
  notYet(day: string, value: string): string;
  /** Ended without a successor that is known; `day` is the first one without it. */
  ended(day: string): string;
  unsure: string;
  unsureOf(cases: string): string;
  ground(grounds: string): string;
  portal: string;
}

export const VIETNAMESE_VALUES: ValueWords = {
  channels: { in_person: "Trực tiếp", online: "Trực tuyến", post: "Qua bưu chính" },
  noChannel: "Nguồn không ghi cách nộp",
  until: (day) => `đến hết ${day}`,
  next: (day, value) => `từ ${day}: ${value}`,
  notYet: (day, value) => `chưa áp dụng, từ ${day}: ${value}`,
  ended: (day) => `mức cũ đã hết áp dụng từ ${day}; hỏi mức mới ở nơi tiếp nhận`,
  unsure: "Chưa chắc chắn, hỏi lại nơi tiếp nhận.",
  unsureOf: (cases) => `Chưa chắc chắn: ${cases}; hỏi lại nơi tiếp nhận.`,
  ground: (grounds) => `Căn cứ: ${grounds}.`,
  portal: "bản công bố trên Cổng Dịch vụ công quốc gia",
};

type Dated = DatedFee | DatedTime;
export interface ValueLine {
  /** "Trực tuyến, Qua bưu chính"; "" where it holds for all ways of filing. */
  channels: string;
  /** With its case before it: "Theo danh sách: 10.000 đồng/người". */
  value: string;
}

export const isOn = ({ from, until }: Pick<Dated, "from" | "until">, day: string): boolean =>
  (from === null || from <= day) && (until === null || day <= until);

/** Those of the channel, or of all. */
export const ofChannel = <T extends Dated>(rows: readonly T[], channel: Channel | null | undefined): T[] =>
  channel === undefined
    ? [...rows]
    : rows.filter((row) => row.channels === null || row.channels.includes(channel));

const wordsOf = (row: Dated): string => {
  const added = "additions" in row ? row.additions.map(({ text }) => shown(text)) : [];
  return [shown(row.text), ...added].join("; ");
};

/** Rows of one case and channel follow one another in time: one line of each. */
export function linesOn(
  { methods }: Pick<ProcedureRecord, "methods">,
  rows: readonly Dated[],
  day: string,
  words: ValueWords,
): ValueLine[] {
  const lines = new Map<string, { channels: (Channel | null)[] | null; value: string }>();
  for (const group of successions(rows)) {
    const { case: name, channels } = group[0]!;
    const said = saidOn(group, day, words);
    const value = name === "" ? said : `${capitalize(shown(name))}: ${said}`;
    // Channels that share a value are said once.
    const known = lines.get(value);
    if (!known) lines.set(value, { channels: channels && [...channels], value });
    else if (known.channels !== null && channels !== null) known.channels.push(...channels);
  }
  const order = methods.map(({ channel }) => channel);
  return [...lines.values()].map(({ channels, value }) => ({
    channels: channels === null || lines.size === 1 ? "" : namesOf(channels, order, words),
    value,
  }));
}

function namesOf(
  channels: (Channel | null)[],
  order: readonly (Channel | null)[],
  words: ValueWords,
): string {
  const sorted = [...new Set(channels)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return sorted.map((channel) => (channel === null ? words.noChannel : words.channels[channel])).join(", ");
}

function successions<T extends Dated>(rows: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.case, row.channels]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function saidOn(group: readonly Dated[], day: string, words: ValueWords): string {
  const current = group.filter((row) => isOn(row, day));
  const [next] = group
    .filter(({ from }) => from !== null && from > day)
    .sort((a, b) => (a.from! < b.from! ? -1 : 1));
  const after = next && words.next(formatDay(next.from!), wordsOf(next));
  if (current.length === 0) {
    if (next) return words.notYet(formatDay(next.from!), wordsOf(next));
    const last = group
      .map(({ until }) => until ?? "")
      .sort()
      .at(-1)!;
    return words.ended(formatDay(addDays(last, 1)));
  }
  const values = current.map((row) => {
    const end = row.until === null ? "" : `, ${words.until(formatDay(row.until))}`;
    return `${end === "" ? wordsOf(row) : withoutStop(wordsOf(row))}${end}`;
  });
  return [...values, ...(after ? [after] : [])].join("; ");
}

const isSaid =
  (day: string) =>
  ({ until, certainty }: Dated): boolean =>
    certainty !== null && (until === null || until >= day);

/** The grounds of what is said on the day. */
export function groundsOn(rows: readonly Dated[], day: string, words: ValueWords): string[] {
  const said = rows.filter(isSaid(day));
  const grounds = new Set(said.flatMap(({ ground }) => ground ?? []));
  if (said.some(({ ground, certainty }) => ground === null && certainty === "portal"))
    grounds.add(words.portal);
  return [...grounds];
}

/** That it is not certain, and of which cases; "" where it is. */
export function doubtOn(rows: readonly Dated[], day: string, words: ValueWords): string {
  const said = rows.filter(isSaid(day));
  const unsure = said.filter(({ certainty }) => certainty === "unsure");
  if (unsure.length === 0) return "";
  const cases = [...new Set(unsure.map((row) => row.case))].filter((name) => name !== "");
  const isPart = unsure.length < said.length && cases.length > 0;
  return isPart ? words.unsureOf(cases.join(", ")) : words.unsure;
}

/** How sure what is said on the day is, and its ground, in one short line; "" where nothing is to be said. */
export function certaintyOn(rows: readonly Dated[], day: string, words: ValueWords): string {
  const grounds = groundsOn(rows, day, words);
  return [grounds.length > 0 ? words.ground(grounds.join("; ")) : "", doubtOn(rows, day, words)]
    .filter(Boolean)
    .join(" ");
}

/** What several fees come to that are paid beside one another: one sum for each case and way of filing. */
export interface FeeSum {
  /** Of the case, by what its parts have in common. */
  when: string;
  channel: Channel | null;
  parts: readonly number[];
  sum: number;
}

const FEWEST_PARTS = 2;

export function feeSums(rows: readonly DatedFee[], day: string): FeeSum[] {
  const adding = rows.filter((row) => row.adds && row.amount !== null && isOn(row, day));
  const channels = [...new Set(adding.flatMap((row) => row.channels ?? []))];
  const cases = [...new Set(adding.map((row) => JSON.stringify(row.when)).filter((when) => when !== "{}"))];
  const sums: FeeSum[] = [];
  for (const when of cases.length > 0 ? cases : ["{}"])
    for (const channel of channels.length > 0 ? channels : [null]) {
      const parts = adding
        .filter((row) => JSON.stringify(row.when) === when || JSON.stringify(row.when) === "{}")
        .filter((row) => row.channels === null || channel === null || row.channels.includes(channel))
        .map(({ amount }) => amount!);
      if (parts.length >= FEWEST_PARTS)
        sums.push({ when, channel, parts, sum: parts.reduce((sum, part) => sum + part, 0) });
    }
  return sums;
}

/** Who pays nothing or less on the day. */
export const exemptionsOn = ({ exemptions }: Pick<ProcedureRecord, "exemptions">, day: string): string[] =>
  exemptions.filter((row) => isOn(row, day)).map(({ text }) => shown(text));

/** With the prefix of its channels. */
export const lineInWords = ({ channels, value }: ValueLine): string =>
  channels === "" ? value : `${channels}: ${value}`;
