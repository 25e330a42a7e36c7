/** What a question asks of a procedure beyond its aspects: a figure to confirm, a thing that the record mentions. */
import type { DatedFee, DatedTime, ProcedureRecord } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { type Draft, procedureEvidence } from "../draft.ts";
import type { ProcedureQuery } from "../query.ts";
import { foldedWords } from "../understanding/phrases.ts";
import { isOn, ofChannel } from "./procedure-values.ts";

const SUMS = new Intl.NumberFormat("vi-VN");

/** "phí 8 nghìn đúng không": compared with what the record states, never guessed where it states nothing. */
export function confirmClaim(
  procedure: ProcedureRecord,
  claim: ProcedureQuery["claim"],
  day: string,
  draft: Draft,
): void {
  if (!claim) return;
  const said = `${SUMS.format(claim.value)} ${claim.unit}`;
  draft.compute(said, "con số nêu trong câu hỏi");
  const verdict = {
    none: `Nguồn không nêu con số, nên trợ lý không xác nhận được mức ${said}.`,
    stated: `Mức ${said} có trong nguồn; trường hợp áp dụng như sau.`,
    other: `Nguồn không ghi mức ${said}${claim.channel ? ` khi nộp ${CHANNELS[claim.channel]}` : ""}; nguồn ghi như sau.`,
  }[whatIsStated(procedure, claim, day)];
  draft.say(`**${verdict}**`).speak(verdict);
}

/** Does the record state the figure for the day, another one, or none? */
export function whatIsStated(
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
export function confirmPlace(procedure: ProcedureRecord, agency: string | undefined, draft: Draft): void {
  if (agency === undefined) return;
  const asked = draft.compute(agency, "cơ quan nêu trong câu hỏi");
  const verdict = printsPlace(procedure, agency)
    ? `Nguồn có ghi ${asked}.`
    : `Nguồn không ghi nơi nộp là ${asked}; nguồn ghi như sau.`;
  draft.say(`**${verdict}**`).speak(verdict);
}

export function printsPlace({ place, agency, notes }: ProcedureRecord, said: string): boolean {
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

/** A word of the question that so many of the record's sentences hold tells none of them from the others. */
const MAX_HOLDERS = 2;
const MIN_WORDS = 2;
/** Two of the words side by side ("đồng ý") tell more than two apart. */
const PAIR = 2;

/** "có cần giấy khám sức khỏe không": the one sentence of the record that holds what the question names.
 *  Returns whether there is one. */
export function quoteMentioned(procedure: ProcedureRecord, words: readonly string[], draft: Draft): boolean {
  if (words.length === 0) return false;
  const sentences = sentencesOf(procedure);
  const folded = sentences.map(({ text }) => new Set(tokenize(text).map(({ folded: word }) => word)));
  const lines = sentences.map(({ text }) => ` ${foldedWords(text).join(" ")} `);
  const isTelling = (holders: number) =>
    holders > 0 && holders <= Math.max(MAX_HOLDERS, sentences.length / 5);
  const telling = words.filter((word) => isTelling(folded.filter((held) => held.has(word)).length));
  const pairs = words
    .slice(1)
    .map((word, i) => ` ${words[i]} ${word} `)
    .filter((pair) => isTelling(lines.filter((line) => line.includes(pair)).length));
  const scores = folded.map(
    (held, i) =>
      telling.filter((word) => held.has(word)).length +
      (pairs.some((pair) => lines[i]!.includes(pair)) ? PAIR : 0),
  );
  const best = scores.indexOf(Math.max(...scores));
  const isRare = telling.length === 1 && telling[0]!.length > 4;
  if (best < 0 || scores[best]! < (isRare ? 1 : MIN_WORDS)) return false;
  const { text, locator, pointer } = sentences[best]!;
  draft.cite(procedureEvidence(procedure, pointer, locator, text));
  const line = text.replace(/\s+/gu, " ");
  // A remark of the record on its source ("Nguồn không nêu mức trợ cấp.").
  if (/^Nguồn /u.test(line)) draft.say(line).speak(line);
  else draft.say(`Nguồn có ghi (${locator.toLowerCase()}): “${line}”`).speak(`Nguồn có ghi: ${line}`);
  return true;
}

/** Two neighbouring words of the question stand side by side in the record. */
export function mentions(procedure: ProcedureRecord, words: readonly string[]): boolean {
  const texts = sentencesOf(procedure).map(({ text }) => ` ${foldedWords(text).join(" ")} `);
  return words.slice(1).some((word, i) => texts.some((text) => text.includes(` ${words[i]} ${word} `)));
}

function sentencesOf(procedure: ProcedureRecord): { text: string; locator: string; pointer: string }[] {
  const rows = (texts: readonly string[], locator: string, pointer: string) =>
    texts.map((text, i) => ({ text, locator, pointer: `${pointer}/${i}` }));
  return [
    ...procedure.documents.flatMap(({ items }, i) =>
      rows(
        items.map((item) => item.text),
        "Hồ sơ",
        `/documents/${i}/items`,
      ),
    ),
    ...rows(procedure.conditions, "Yêu cầu, điều kiện", "/conditions"),
    ...rows(
      procedure.deadlines.map(({ text }) => text),
      "Hạn nộp hồ sơ",
      "/deadlines",
    ),
    ...rows(
      procedure.exemptions.map(({ text }) => text),
      "Miễn, giảm",
      "/exemptions",
    ),
    ...rows(procedure.notes, "Lưu ý", "/notes"),
    ...rows(procedure.steps, "Các bước", "/steps"),
    ...rows(procedure.audience, "Đối tượng", "/audience"),
    ...rows(procedure.result, "Kết quả", "/result"),
    ...rows(
      procedure.methods.flatMap(({ note }) => note ?? []),
      "Cách nộp",
      "/methods/note",
    ),
  ];
}
