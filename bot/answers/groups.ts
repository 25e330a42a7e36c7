/** The groups of the appendix with their sizes. */
import type { TaskGroup } from "../../knowledge/records.ts";
import type { DraftReply } from "../draft.ts";
import { type AnswerContext, bullets, citePlan, listing, newDraft } from "./context.ts";

const RULE = "đếm các dòng nhiệm vụ của Phụ lục";

/** Numerals that are printed for two groups. */
export function numeralsTwice(groups: readonly TaskGroup[]): string[] {
  const numerals = groups.map(({ numeral }) => numeral);
  return [...new Set(numerals.filter((numeral, i) => numeral !== "" && numerals.indexOf(numeral) < i))];
}

export function answerGroups(context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  const { groups, tasks, sections } = context.knowledge;
  draft.kind = "document";
  citePlan(draft, context, ...groups.map((group) => group.evidence));
  const total = draft.compute(tasks.length, RULE);
  const count = draft.compute(groups.length, "đếm các dòng nhóm của Phụ lục");
  const twice = numeralsTwice(groups);
  draft.say(
    `Phụ lục của Kế hoạch có **${total}** nhiệm vụ trong **${count}** nhóm (số đếm do trợ lý tính${twice.length > 0 ? `; số La Mã ${listing(twice)} được in hai lần` : ""}):`,
  );
  draft.say(
    bullets(
      groups.map(
        (group) =>
          `${group.numeral === "" ? "" : `${group.numeral}. `}${group.name}: ${draft.compute(group.taskIds.length, RULE)} nhiệm vụ`,
      ),
    ),
  );
  const top = sections.filter((section) => !section.label.includes("."));
  for (const section of top) draft.cite(section.evidence);
  if (top.length > 0)
    draft.say(
      `Phần thân Kế hoạch gồm các mục: ${top.map((section) => `${section.label}. ${section.title}`).join("; ")}.`,
    );
  draft.speak(`Phụ lục có ${total} nhiệm vụ trong ${count} nhóm.`);
  if (groups.length > 1)
    draft.speak(
      `Nhiều nhất là nhóm ${[...groups].sort((a, b) => b.taskIds.length - a.taskIds.length)[0]!.name}.`,
    );
  draft.suggest(...groups.slice(0, 3).map((group) => `Nhóm ${group.name} có những nhiệm vụ nào?`));
  return draft.finish();
}
