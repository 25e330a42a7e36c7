/** Targets to 2025, in the plan's own words with their qualifiers. */
import type { Target } from "../../knowledge/records.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { Beyond, TaskAsk } from "../query.ts";
import { remarksOn } from "../remarks.ts";
import { type AnswerContext, bullets, citePlan, NO_PROGRESS, newDraft } from "./context.ts";
import { sayBeyond, sayUnprinted } from "./unprinted.ts";

export function answerTarget(
  query: { ids: string[]; completion: boolean; all: boolean; percent?: string; asks?: TaskAsk[] } & Beyond,
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.kind = "target";
  const targets = query.ids.map((id) => context.knowledge.targets.find((row) => row.id === id)!);
  citePlan(draft, context, ...targets.map((target) => target.evidence));
  const chapter = targets[0]?.sectionLabel.split(".")[0];
  const heading = context.knowledge.sections.find(({ label }) => label === chapter);
  const place = heading ? `Mục ${heading.label}` : "Phần mục tiêu";
  if (heading) draft.cite(heading.evidence);
  if (query.all) {
    const count = draft.compute(
      targets.length,
      `đếm các gạch đầu dòng của ${place.charAt(0).toLowerCase()}${place.slice(1)}`,
    );
    draft.say(`${place} của Kế hoạch (${heading?.title ?? "mục tiêu"}) có **${count}** mục tiêu:`);
    draft.speak(`${place === "Mục III" ? "Mục ba" : place} của Kế hoạch có ${count} mục tiêu.`);
    if (targets[0]) draft.speak(`Chẳng hạn: ${targets[0].text}`);
    for (const [label, rows] of groupBy(targets, (row) => row.sectionLabel)) {
      const section = context.knowledge.sections.find((row) => row.label === label);
      if (section) draft.cite(section.evidence);
      draft.say(
        `**${section ? `${label}. ${section.title}` : label}**\n${bullets(rows.map((row) => row.text))}`,
      );
    }
    return draft.finish();
  }
  sayBeyond(query, "Mục tiêu này trong Kế hoạch", draft);
  if (query.percent !== undefined) confirmPercent(query.percent, targets, draft);
  draft.say(`Mục tiêu trong Kế hoạch (${heading?.title.toLowerCase() ?? "các mục tiêu"}):`);
  for (const target of targets) draft.say(`> ${target.text}`).speak(target.text);
  for (const target of targets) {
    for (const remark of remarksOn(target.text, context.knowledge)) {
      draft.say(remark.text);
      for (const evidence of remark.evidence) draft.cite(evidence);
    }
  }
  sayUnprinted(
    "Mục tiêu này",
    targets.map(({ text }) => text),
    // The heading prints until when.
    (query.asks ?? []).filter((ask) => ask !== "when"),
    draft,
  );
  if (query.completion) {
    draft.status = "unanswerable_not_in_sources";
    draft.say(NO_PROGRESS).speak("Kế hoạch không ghi kết quả thực hiện.");
  }
  draft.suggest("Kế hoạch có những mục tiêu nào?");
  return draft.finish();
}

/** "45%", "45 - 50%", "45% - 50%". */
const PERCENT = /(?<![\d,.])(\d+)\s?(%)?(?:\s?[-–]\s?(\d+)\s?%)?/g;

/** "Có phải 90% không?": only what the bullets print is confirmed. */
function confirmPercent(percent: string, targets: readonly Target[], draft: Draft): void {
  const said = draft.compute(`${percent}%`, "con số nêu trong câu hỏi");
  // "45%" stands in "45 - 50%" too.
  const [from, to] = percent.split("-");
  const isPrinted = targets.some(({ text }) =>
    [...text.matchAll(PERCENT)].some(([, low, sign, high]) =>
      to === undefined ? (low === from && (sign || high)) || high === from : low === from && high === to,
    ),
  );
  const verdict = isPrinted
    ? `Mức ${said} có trong mục tiêu này; xem rõ mức đó là của việc gì.`
    : `Không: mục tiêu này không ghi mức ${said}; Kế hoạch ghi như sau.`;
  draft.say(`**${verdict}**`).speak(verdict);
}

function groupBy<T>(rows: T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
