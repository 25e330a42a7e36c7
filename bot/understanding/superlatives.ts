/** "Việc nào có nhiều đơn vị phối hợp nhất", "nhóm nào ít nhiệm vụ nhất": what is ranked, by what, and from which end. The
 *  two halves of a superlative stand apart in Vietnamese, so this reads a pattern where the other signals are phrases. */

export interface Superlative {
  /** `agency`: agencies by their tasks; the others as in the query. */
  of: "agency" | "coordinating" | "duration" | "group" | "year";
  order: "most" | "least";
}

const AMOUNT = /(^| )(nhieu|dong|it) ((?:[a-z]+ ){0,6}?)nhat( |$)/;
const LASTING = /(^| )(keo dai|dai hoi|lau dai|thoi gian dai|ngan) (?:hon ca )?nhat( |$)/;
const AGENCIES = "(?:don vi|co quan|so nganh|so|ben|nganh|ban nganh)";
const TASKS = "(?:nhiem vu|dau viec|cong viec|viec|du an|hang muc|task)";
const COUNTS_AGENCIES = new RegExp(`^${AGENCIES} `);
const WHICH_TASK = new RegExp(`(^| )${TASKS} (?:nao|gi)( |$)|(^| )${TASKS} (?:co|can|duoc|phai) `);
const WHICH_AGENCY = new RegExp(`(^| )(?:${AGENCIES} (?:nao|gi)|ai|nhung ai)( |$)`);

/** Takes what was said without diacritics, numbers and all: "it nhat 40%" is no superlative. */
export function superlativeIn(plain: string): Superlative | undefined {
  const words = plain
    .replace(/[^a-z0-9%\s]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const lasting = LASTING.exec(words);
  if (lasting && WHICH_TASK.test(words))
    return { of: "duration", order: lasting[2] === "ngan" ? "least" : "most" };
  const amount = AMOUNT.exec(words);
  if (!amount || /nhat \d/.test(words.slice(amount.index))) return undefined;
  const order = amount[2] === "it" ? "least" : "most";
  const counted = amount[3]!;
  if (/(^| )(nhom|mang)( nhiem vu)?( nao| gi| co|$)| linh vuc nao /.test(` ${words} `))
    return { of: "group", order };
  if (/(^| )nam (nao|may)( |$)/.test(words)) return { of: "year", order };
  const countsAgencies = COUNTS_AGENCIES.test(counted);
  const isOfTask = WHICH_TASK.test(words) && !WHICH_AGENCY.test(words);
  const saysTogether = /(^| )(phoi hop|tham gia|cung lam)( |$)/.test(words);
  if ((countsAgencies && !WHICH_AGENCY.test(words)) || (isOfTask && saysTogether))
    return { of: "coordinating", order };
  if (WHICH_AGENCY.test(words)) return { of: "agency", order };
  return undefined;
}

const PLACE = /(?:^|\s)(?:(?:thu|hang) (nhi|hai|2|ba|3|tu|4|nam|5)|(?:dung|xep|ve) (nhi))(?=\s|$|[?.,])/;
const PLACES: Readonly<Record<string, number>> = { nhi: 2, hai: 2, ba: 3, tu: 4, nam: 5 };
/** "Đứng thứ nhì", "nhiều thứ ba": from 2 on. */
export function placeIn(plain: string): number | undefined {
  const found = PLACE.exec(plain);
  const said = found?.[1] ?? found?.[2];
  return said === undefined ? undefined : (PLACES[said] ?? Number(said));
}
