/** The eight groups of the appendix with their sizes. */
import type { DraftReply } from "../draft.ts";
import { type AnswerContext, bullets, citePlan, newDraft } from "./context.ts";

const RULE = "đếm các dòng nhiệm vụ của Phụ lục";

export function answerGroups(context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  const { groups, tasks, sections } = context.knowledge;
  draft.kind = "document";
  citePlan(draft, context, ...groups.map((group) => group.evidence));
  const total = draft.compute(tasks.length, RULE);
  const count = draft.compute(groups.length, "đếm các dòng nhóm của Phụ lục");
  draft.say(
    `Phụ lục của Kế hoạch có **${total}** nhiệm vụ trong **${count}** nhóm (số đếm do trợ lý tính; số La Mã II được in hai lần):`,
  );
  draft.say(
    bullets(
      groups.map(
        (group) => `${group.numeral}. ${group.name}: ${draft.compute(group.taskIds.length, RULE)} nhiệm vụ`,
      ),
    ),
  );
  const top = sections.filter((section) => !section.label.includes("."));
  for (const section of top) draft.cite(section.evidence);
  draft.say(
    `Phần thân Kế hoạch gồm các mục: ${top.map((section) => `${section.label}. ${section.title}`).join("; ")}.`,
  );
  draft.speak(`Phụ lục có ${total} nhiệm vụ trong ${count} nhóm.`);
  draft.speak(
    `Nhiều nhất là nhóm ${[...groups].sort((a, b) => b.taskIds.length - a.taskIds.length)[0]!.name}.`,
  );
  draft.suggest(...groups.slice(0, 3).map((group) => `Nhóm ${group.name} có những nhiệm vụ nào?`));
  return draft.finish();
}
