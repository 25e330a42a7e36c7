/** What a number is by its digits and their grouping alone. */
import type { PersonalDataKind } from "./kinds.ts";

export interface Group {
  digits: string;
  from: number;
  to: number;
  /** What stands between it and the group before. */
  separator: string;
}

/** Of Vietnam, as dialled there or from abroad: mobile, land line, mobile until 2018. */
export const PHONE = /^(?:0[35789]\d{8}|02\d{8,9}|01[2689]\d{8}|(?:00)?840?(?:[35789]\d{8}|2\d{8,9}))$/;
const CITIZEN_ID = /^0\d{11}$/;
const CARD_DIGITS = [15, 16, 19];
const MOST_OF_HOTLINE = 12;
const LEAST_OF_ACCOUNT = 13;
/** A telephone number without its area code has fewer; a longer run of digits is no number that is known. */
export const LEAST = 9;
export const MOST = 24;
/** At least so many steps by one: somebody counts aloud. */
const COUNTING = 0.5;

/** The check digit of a card. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** 6511 0000 517 204: in groups that no sum has. */
export const isAccount = (groups: readonly Group[]): boolean =>
  groups.reduce((sum, { digits }) => sum + digits.length, 0) >= LEAST_OF_ACCOUNT &&
  groups.some(({ digits }) => digits.length >= 4) &&
  groups.every(({ digits, separator }) => digits.length >= 3 && !/[,/:]/.test(separator));

/** 0.9837465120 */
export const isDecimal = (groups: readonly Group[]): boolean =>
  groups.length === 2 && groups[0]!.digits === "0" && /^[.,]$/.test(groups[1]!.separator);

export const isHotline = (digits: string) => /^1[89]00/.test(digits) && digits.length <= MOST_OF_HOTLINE;

/** 1.250.000 */
export function isSum(groups: readonly Group[]): boolean {
  const [first, ...rest] = groups;
  if (rest.length === 0 || first!.digits.length > 3 || first!.digits[0] === "0") return false;
  return rest.every(({ digits, separator }) => digits.length === 3 && /^[.,]$/.test(separator));
}

/** Years, or numbers in sequence. Of numbers that are said to be in a list one may stand out; where nothing is said,
 *  many may: somebody counts aloud. */
export function isList(groups: readonly Group[], said: "list" | "person" | undefined): boolean {
  if (groups.length > 1 && groups.every(({ digits }) => /^(?:19|20)\d\d$/.test(digits))) return true;
  if (groups.length < 3) return false;
  const steps = groups.slice(1).map(({ digits }, i) => Number(digits) - Number(groups[i]!.digits));
  const up = steps.filter((step) => step === 1).length;
  const byOne = Math.max(up, steps.filter((step) => step === -1).length);
  if (byOne >= steps.length - (said === "list" ? 1 : 0)) return true;
  const all = groups.map(({ digits }) => digits).join("");
  if (said === "person" || all[0] === "0" || isExact(all)) return false;
  return groups.every(({ digits }) => digits.length <= 2) && byOne >= steps.length * COUNTING;
}

export function exactKind(digits: string): PersonalDataKind | undefined {
  if (digits.length < LEAST || digits.length > MOST) return undefined;
  if (PHONE.test(digits)) return "phone";
  if (CITIZEN_ID.test(digits)) return "citizen_id";
  if (!CARD_DIGITS.includes(digits.length) || digits[0] === "0") return undefined;
  if (digits.startsWith("9704")) return "card";
  return /^(?:3[47]|[456]|2[2-7])/.test(digits) && luhn(digits) ? "card" : undefined;
}
export const isExact = (digits: string) => exactKind(digits) !== undefined;
