/** Every place of the plan that holds the words that were asked for, as it is written, or that none does. */
import type { Evidence } from "../../knowledge/records.ts";
import type { DraftReply } from "../draft.ts";
import { toReplyTask } from "../sets/relations.ts";
import { type AnswerContext, citePlan, newDraft } from "./context.ts";

const SHOWN = 5;

export function answerMentions(query: { words: string; ids: string[] }, context: AnswerContext): DraftReply {
  const { knowledge } = context;
  const draft = newDraft(context);
  citePlan(draft, context);
  const tasks = knowledge.tasks.filter(({ id }) => query.ids.includes(id));
  const texts: { text: string; evidence: Evidence }[] = query.ids.flatMap((id) => {
    const task = tasks.find((row) => row.id === id);
    if (task) return [{ text: task.title, evidence: task.evidence }];
    const row = [...knowledge.targets, ...knowledge.duties, ...knowledge.passages].find(
      (record) => record.id === id,
    );
    return row ? [{ text: row.text, evidence: row.evidence }] : [];
  });
  // A bullet may be a record of two kinds.
  const places = texts.filter(
    ({ evidence }, i) => texts.findIndex((other) => other.evidence.quote === evidence.quote) === i,
  );
  for (const [figure] of query.words.matchAll(/\d+/g)) draft.compute(figure, "chữ nêu trong câu hỏi");
  if (places.length === 0) {
    const none = `Không thấy Kế hoạch nhắc tới “${query.words}”.`;
    draft.status = "unanswerable_not_in_sources";
    return draft
      .say(none)
      .speak(none)
      .suggest("Kế hoạch có những mục tiêu nào?", "Phụ lục có bao nhiêu nhóm nhiệm vụ?")
      .finish();
  }
  draft.kind = tasks.length === places.length ? "tasks" : "passage";
  draft.tasks = tasks.map((task) => toReplyTask(task));
  for (const { evidence } of places) draft.cite(evidence);
  const count = draft.compute(places.length, "đếm các chỗ của Kế hoạch có những chữ này");
  const opening = `Có: Kế hoạch nhắc tới “${query.words}” ở **${count}** chỗ (số đếm do trợ lý tính):`;
  draft.say(opening).speak(opening.replaceAll("*", ""));
  for (const { text, evidence } of places.slice(0, SHOWN)) draft.say(`> ${text} (${evidence.locator})`);
  draft.speak(places[0]!.text);
  const rest = places.slice(SHOWN).map(({ evidence }) => evidence.locator);
  if (rest.length > 0) draft.say(`Còn ở: ${rest.join("; ")}.`);
  return draft.finish();
}
