/** Dates as the province counts them: the calendar of Asia/Ho_Chi_Minh. */
const localDate = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });

/** The calendar day in Vietnam, ISO. */
export const localDay = (moment: Date): string => localDate.format(moment);

/** "2023-10-25" → "25/10/2023". */
export function formatDay(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${day}/${month}/${year}`;
}

export const yearEnd = (year: number): string => `${year}-12-31`;
