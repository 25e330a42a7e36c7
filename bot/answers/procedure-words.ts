/** Pieces of an answer about one procedure: its quotes, its titles, lists for the eye and a first stretch for the ear. */
import { formatDay, vietnamDay } from "../../knowledge/calendar.ts";
import type { Aspect, ProcedureRecord } from "../../knowledge/records.ts";
import { basisInWords, formInWords, type LegalBasis } from "../../knowledge/records.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import { type Draft, procedureEvidence } from "../draft.ts";
import { bullets, sentence, shown, withoutStop } from "./context.ts";

/** For the ear, in characters. */
const SPOKEN_LENGTH = 320;

export const ASPECT_NAMES: Readonly<Record<Aspect, string>> = {
  documents: "Hồ sơ",
  time: "Thời hạn giải quyết",
  fee: "Phí, lệ phí",
  place: "Nơi nộp",
  methods: "Cách nộp",
  steps: "Các bước",
  result: "Kết quả",
  legal: "Căn cứ pháp lý",
  conditions: "Yêu cầu, điều kiện",
  audience: "Đối tượng",
  forms: "Mẫu đơn, tờ khai",
};

/** Locators of quotes that prove an aspect without being the answer to it. */
export const GROUND_LOCATOR = "Căn cứ của mức nêu";
const PART_NAMES = {
  name: "Tên thủ tục",
  notes: "Lưu ý",
  issuer: "Cơ quan ban hành",
  agency: "Cơ quan thực hiện",
  ground: GROUND_LOCATOR,
  exemptions: "Miễn, giảm",
  deadlines: "Hạn nộp hồ sơ",
  relations: "Thủ tục liên quan",
};
export type Part = Aspect | keyof typeof PART_NAMES;
const partName = (part: Part): string =>
  part in PART_NAMES ? PART_NAMES[part as keyof typeof PART_NAMES] : ASPECT_NAMES[part as Aspect];

/** Adds a statement with the record's words as its quote. */
export function cite(
  draft: Draft,
  procedure: ProcedureRecord,
  pointer: string,
  part: Part,
  quotes: readonly string[],
): void {
  quotes.forEach((quote, i) => {
    const path = quotes.length > 1 ? `${pointer}/${i}` : pointer;
    draft.cite(procedureEvidence(procedure, path, partName(part), quote));
  });
}

/** A first stretch that ends with a sentence or at least with a word. */
export function forEar(text: string): string {
  const line = shown(text).replace(/(?<!\s)\s+·\s+/gu, ", ");
  if (line.length <= SPOKEN_LENGTH) return sentence(line);
  const start = line.slice(0, SPOKEN_LENGTH);
  const stop = Math.max(...[". ", "; ", ": "].map((mark) => start.lastIndexOf(mark)));
  const end = stop > SPOKEN_LENGTH / 3 ? stop : start.lastIndexOf(" ");
  return `${withoutStop(start.slice(0, end))}, và phần còn lại trong văn bản.`;
}

/** "Đơn đề nghị;" with "(1 bản chính)" behind it. */
export const withoutComma = (text: string, extra: string): string =>
  extra === "" ? text : withoutTail(text, /[\s;,]/);

export function sayUnstated(draft: Draft, aspect: Aspect, what: string, telling: Telling = {}): void {
  draft.say(`${titled(aspect, telling)}: nguồn không nêu ${what}.`);
  draft.speak(`Nguồn không nêu ${what}.`);
}

/** The name as people say it, without what stands in brackets and behind a colon; "" where it is too long to be said with
 *  something else. */
export function plainName(name: string): string {
  const bare = shown(withoutBrackets(name));
  const [head = bare] = bare.split(/: /u);
  const cut = head.length >= SHORTEST_NAME ? head : bare;
  if (cut.length > LONGEST_NAME) return "";
  const [first = "", second = ""] = [...cut];
  return first !== first.toLowerCase() && second === second.toLowerCase()
    ? first.toLowerCase() + cut.slice(1)
    : cut;
}
const SHORTEST_NAME = 12;
const LONGEST_NAME = 70;

const withoutBrackets = (text: string): string =>
  text
    .split("(")
    .map((part, i) => (i === 0 ? part : part.slice(part.indexOf(")") + 1)))
    .join("")
    .trim();

/** How a section is told. */
export interface Telling {
  /** Its title's end: " đăng ký kết hôn". */
  of?: string;
  /** One line. */
  isShort?: boolean;
}

/** "**Nơi nộp** đăng ký kết hôn". */
export const titled = (aspect: Aspect, { of = "" }: Telling = {}): string =>
  `**${ASPECT_NAMES[aspect]}**${of}`;

interface Statements {
  pointer: string;
  rows: readonly string[];
  /** What is missing when there are none: "căn cứ pháp lý". */
  unstated: string;
  /** What the ear hears first: "Căn cứ". */
  spoken: string;
}

/** Some paragraph holds it, as it would be shown. */
export const isSaid = (text: string, { paragraphs }: Pick<Draft, "paragraphs">): boolean =>
  paragraphs.some((said) => said.includes(text));

/** Statements one below the other, or that there is none. */
export function sayList(
  procedure: ProcedureRecord,
  draft: Draft,
  aspect: Aspect,
  { pointer, rows, unstated, spoken }: Statements,
  telling: Telling = {},
): void {
  if (rows.length === 0) return void sayUnstated(draft, aspect, unstated, telling);
  cite(draft, procedure, pointer, aspect, rows);
  draft.say(
    rows.length === 1
      ? `${titled(aspect, telling)}: ${shown(rows[0]!)}`
      : `${titled(aspect, telling)}\n${bullets(rows.map(shown))}`,
  );
  draft.speak(`${spoken}: ${forEar(rows[0]!)}`);
}

/** The same in one line. */
export function sayInLine(
  procedure: ProcedureRecord,
  draft: Draft,
  aspect: Aspect,
  { pointer, rows, unstated, spoken }: Statements,
  telling: Telling = {},
): void {
  if (rows.length === 0) return void sayUnstated(draft, aspect, unstated, telling);
  cite(draft, procedure, pointer, aspect, rows);
  const line = rows.map((row) => withoutStop(shown(row))).join("; ");
  draft.say(`${titled(aspect, telling)}: ${line}`);
  draft.speak(`${spoken}: ${forEar(line)}`);
}

/** Laws that are or will be in force, with their first day where it is to come and their last where it is known. */
export function basesOn(
  { legalBases }: Pick<ProcedureRecord, "legalBases">,
  day: string,
  words: { from(day: string): string; until(day: string): string } = {
    from: (first) => `có hiệu lực từ ${first}`,
    until: (last) => `áp dụng đến hết ${last}`,
  },
): string[] {
  const inForce = ({ until }: LegalBasis) => until === null || until >= day;
  return legalBases.filter(inForce).map((basis) => {
    const { from, until } = basis;
    const span = [
      from !== null && from > day ? words.from(formatDay(from)) : "",
      until === null ? "" : words.until(formatDay(until)),
    ].filter(Boolean);
    return span.length === 0 ? basisInWords(basis) : `${basisInWords(basis)} (${span.join(", ")})`;
  });
}

/** Forms as people ask for them; of an imported record also those that only a paper names. */
export function formsOf({ documents, forms, reviewed }: ProcedureRecord): string[] {
  const ofPapers = documents.flatMap(({ items }) => items.flatMap((item) => item.form ?? []));
  return [...new Set([...(reviewed ? [] : ofPapers), ...forms.map(formInWords)])];
}

export const dayOf = ({ now }: { now: Date }): string => vietnamDay(now);
