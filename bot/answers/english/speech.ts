/** English for the ear: dates, shares and spans in words that a voice reads well. Vietnamese names and quotes stay. */
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DATE = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g;
const PERIOD = /(?<![\d/])(20\d\d)\s?[-–]\s?(20\d\d)(?!\d)/g;
const LABEL = /(?<![\p{L}\d])([IVX]{1,4})b?\.(\d{1,2})(?!\d)/gu;
const MARKS = /[*_`>]|\[|\]\([^()]*\)/g;

export function inEnglishSpeech(text: string): string {
  return text
    .replace(MARKS, "")
    .replace(DATE, (printed, day: string, month: string, year: string) => {
      const name = MONTHS[Number(month) - 1];
      return name ? `${Number(day)} ${name} ${year}` : printed;
    })
    .replace(PERIOD, "$1 to $2")
    .replace(LABEL, "$1 $2")
    .replace(/(?<=\d)\s?%/g, " percent")
    .replace(/\s+/g, " ")
    .trim();
}
