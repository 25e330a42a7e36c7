/** What the body of the plan says on a subject: short, verbatim, cited. */
import type { DraftReply } from "../draft.ts";
import { remarksOn } from "../remarks.ts";
import { type AnswerContext, bullets, citePlan, newDraft } from "./context.ts";

const MAX_PASSAGES = 4;

export function answerPassage(
  query: { ids: string[]; sectionLabel?: string },
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.kind = "passage";
  const section = context.knowledge.sections.find((row) => row.label === query.sectionLabel);
  const passages = query.ids.map((id) => context.knowledge.passages.find((row) => row.id === id)!);
  const shown = section ? passages : passages.slice(0, MAX_PASSAGES);
  citePlan(
    draft,
    context,
    ...(section ? [section.evidence] : []),
    ...shown.map((passage) => passage.evidence),
  );
  if (section) {
    draft.say(`**Mục ${section.label}. ${section.title}** (phần thân Kế hoạch)`);
    draft.speak(`Mục ${section.label}: ${section.title}.`);
    const inner = context.knowledge.sections.filter((row) => row.label.startsWith(`${section.label}.`));
    if (inner.length > 0) {
      for (const row of inner) draft.cite(row.evidence);
      draft.say(bullets(inner.map((row) => `${row.label}. ${row.title}`)));
      draft.suggest(...inner.slice(0, 3).map((row) => `Mục ${row.label} phần thân Kế hoạch nói gì?`));
    }
  } else {
    draft.say("Kế hoạch viết (trích nguyên văn):");
  }
  for (const passage of shown) {
    const own = section
      ? undefined
      : context.knowledge.sections.find((row) => row.label === passage.sectionLabel);
    if (own) draft.cite(own.evidence);
    draft.say(own ? `> ${passage.text}\n\n(mục ${own.label}. ${own.title})` : `> ${passage.text}`);
  }
  for (const remark of shown.flatMap((passage) => remarksOn(passage.text, context.knowledge))) {
    draft.say(remark.text);
    for (const evidence of remark.evidence) draft.cite(evidence);
  }
  if (shown[0]) draft.speak(`Kế hoạch viết: ${shown[0].text}`);
  return draft.finish();
}
