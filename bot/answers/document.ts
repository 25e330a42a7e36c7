/** Facts about the decision itself: number, date, signer, articles, legal bases. */
import type { DocumentFact } from "../../knowledge/records.ts";
import type { DraftReply } from "../draft.ts";
import { type AnswerContext, bullets, citePlan, newDraft } from "./context.ts";

/** By key of the query. */
const ON_BASES: readonly (readonly [key: string, verdict: string, fact: string])[] = [
  ["among_bases", "Có", "văn bản đó được nêu trong các căn cứ ban hành"],
  ["not_among_bases", "Không", "văn bản đó không được nêu trong các căn cứ ban hành"],
];

export function answerDocument(query: { keys: string[]; ids: string[] }, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "document";
  const facts = query.ids.map((id) => context.knowledge.facts.find((row) => row.id === id)!);
  citePlan(draft, context, ...facts.map((fact) => fact.evidence));
  for (const [key, verdict, fact] of ON_BASES)
    if (query.keys.includes(key)) draft.say(`**${verdict}**: ${fact}.`).speak(`${verdict}: ${fact}.`);
  const byLabel = new Map<string, DocumentFact[]>();
  for (const fact of facts) byLabel.set(fact.label, [...(byLabel.get(fact.label) ?? []), fact]);
  for (const [label, rows] of byLabel) {
    if (rows.length === 1) draft.say(`**${label}**: ${rows[0]!.value}`);
    else
      draft.say(
        `**${label}** (${draft.compute(rows.length, "đếm các dòng của văn bản")}):\n${bullets(rows.map((row) => row.value))}`,
      );
    draft.speak(
      `${label}: ${rows
        .slice(0, 2)
        .map((row) => row.value)
        .join("; ")}.`,
    );
  }
  if (query.keys.includes("quoted")) {
    draft.say("Kế hoạch chỉ viện dẫn văn bản này; nguồn không có nội dung của nó.");
    draft.speak("Kế hoạch chỉ viện dẫn văn bản này; nguồn không có nội dung của nó.");
  }
  const document = context.knowledge.documents.find((row) => row.id === facts[0]?.documentId);
  if (document?.statusNote && query.keys.includes("effect")) {
    draft.cite({
      documentId: document.id,
      locator: "Danh mục văn bản, ghi chú hiệu lực",
      quote: document.statusNote,
    });
    draft.say(document.statusNote);
  }
  draft.suggest("Ai ký Kế hoạch?", "Kế hoạch có hiệu lực từ khi nào?", "Phụ lục có bao nhiêu nhóm nhiệm vụ?");
  return draft.finish();
}
