/** Days and clocks as Vietnam counts them, wherever the server stands. Reckoned, not asked of the runtime: builds of Node
 *  with little locale data don't know the zone, and its offset has been UTC+7 without summer time since 1975. */

const OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Its UTC fields are those of Vietnam's clock. */
const shifted = (moment: Date): Date => new Date(moment.getTime() + OFFSET_MS);

/** The calendar day in Vietnam, ISO. */
export const vietnamDay = (moment: Date): string => utcDay(shifted(moment));

export const vietnamYear = (moment: Date): number => Number(vietnamDay(moment).slice(0, 4));

/** `weekday` 0 is Sunday; `minute` since midnight. */
export function vietnamClock(moment: Date): { weekday: number; minute: number } {
  const local = shifted(moment);
  return {
    weekday: local.getUTCDay(),
    minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
}

/** "2026-11-25T09:00:00.000+07:00": the moment itself, told by Vietnam's clock. */
export const vietnamTimestamp = (moment: Date): string =>
  shifted(moment).toISOString().replace("Z", "+07:00");

/** "09:00 25/11/2026". */
export function formatMoment(moment: Date): string {
  const { minute } = vietnamClock(moment);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)} ${formatDay(vietnamDay(moment))}`;
}

/** "2023-10-25" → "25/10/2023". */
export function formatDay(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${day}/${month}/${year}`;
}

export const yearEnd = (year: number): string => `${year}-12-31`;

/** Both ISO days. */
export const addDays = (iso: string, days: number): string =>
  utcDay(new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY_MS));

/** Of two ISO days, below 0 when the second comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Does the calendar have this ISO day? */
export function isCalendarDay(iso: string): boolean {
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(ms) && utcDay(new Date(ms)) === iso;
}

/** For dates without a clock, which libraries give as midnight UTC. */
export const utcDay = (date: Date): string => date.toISOString().slice(0, 10);
