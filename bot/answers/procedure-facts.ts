/** What a question asks of a procedure beyond its aspects: a figure to confirm, a thing that the record mentions. */
import type { ProcedureRecord } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { type Draft, procedureEvidence } from "../draft.ts";
import type { ProcedureQuery } from "../query.ts";

const SUMS = new Intl.NumberFormat("vi-VN");

/** "phí 8 nghìn đúng không": compared with what the record states, never guessed where it states nothing. */
export function confirmClaim(procedure: ProcedureRecord, claim: ProcedureQuery["claim"], draft: Draft): void {
  if (!claim) return;
  const said = `${SUMS.format(claim.value)} ${claim.unit}`;
  draft.compute(said, "con số nêu trong câu hỏi");
  const stated = statedValues(procedure, claim.unit);
  let verdict: string;
  if (stated.size === 0) verdict = `Nguồn không nêu con số, nên trợ lý không xác nhận được mức ${said}.`;
  else if (stated.has(claim.value)) verdict = `Mức ${said} có trong nguồn; trường hợp áp dụng như sau.`;
  else verdict = `Nguồn không ghi mức ${said}; nguồn ghi như sau.`;
  draft.say(`**${verdict}**`).speak(verdict);
}

function statedValues(procedure: ProcedureRecord, unit: "đồng" | "ngày"): Set<number> {
  const values = new Set<number>();
  for (const { fees, time } of procedure.methods) {
    if (unit === "ngày") {
      for (const [, days] of time.text.matchAll(/(\d+) ngày/gu)) values.add(Number(days));
      continue;
    }
    for (const fee of fees) {
      if (fee.amount !== null) values.add(fee.amount);
      for (const [, sum] of fee.text.matchAll(/(\d{1,3}(?:\.\d{3})+|\d+) ?(?:đồng|đ|VNĐ)/giu))
        values.add(Number(sum!.replaceAll(".", "")));
    }
  }
  return values;
}

/** A word of the question that so many of the record's sentences hold tells none of them from the others. */
const MAX_HOLDERS = 2;
const MIN_WORDS = 2;

/** "có cần giấy khám sức khỏe không": the one sentence of the record that holds what the question names.
 *  Returns whether there is one. */
export function quoteMentioned(procedure: ProcedureRecord, words: readonly string[], draft: Draft): boolean {
  if (words.length === 0) return false;
  const sentences = sentencesOf(procedure);
  const folded = sentences.map(({ text }) => new Set(tokenize(text).map((token) => fold(token.text))));
  const telling = words.filter((word) => {
    const holders = folded.filter((held) => held.has(word)).length;
    return holders > 0 && holders <= Math.max(MAX_HOLDERS, sentences.length / 5);
  });
  const scores = folded.map((held) => telling.filter((word) => held.has(word)).length);
  const best = scores.indexOf(Math.max(...scores));
  const isRare = telling.length === 1 && telling[0]!.length > 4;
  if (best < 0 || scores[best]! < (isRare ? 1 : MIN_WORDS)) return false;
  const { text, locator, pointer } = sentences[best]!;
  draft.cite(procedureEvidence(procedure, pointer, locator, text));
  const line = text.replace(/\s+/gu, " ");
  draft.say(`Nguồn có ghi (${locator.toLowerCase()}): “${line}”`).speak(`Nguồn có ghi: ${line}`);
  return true;
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
    ...rows(procedure.notes, "Lưu ý", "/notes"),
    ...rows(procedure.steps, "Các bước", "/steps"),
    ...rows(procedure.audience, "Đối tượng", "/audience"),
    ...rows(procedure.result, "Kết quả", "/result"),
  ];
}
