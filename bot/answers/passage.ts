/** What the body of the plan, or a document that the office added, says on a subject: short, verbatim, cited. */
import type { Passage } from "../../knowledge/records.ts";
import { DISTRICT_ENDED, DISTRICT_ENDED_ON, DISTRICT_RULE, mentionsDistrict } from "../district.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { Beyond, TaskAsk } from "../query.ts";
import { remarksOn } from "../remarks.ts";
import { type AnswerContext, bullets, citePlan, newDraft } from "./context.ts";
import { sayBeyond, sayUnprinted } from "./unprinted.ts";

const MAX_PASSAGES = 4;

export function answerPassage(
  query: { ids: string[]; sectionLabel?: string; asks?: TaskAsk[] } & Beyond,
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.kind = "passage";
  sayBeyond(query, "Đoạn này", draft);
  const section = context.knowledge.sections.find((row) => row.label === query.sectionLabel);
  const passages = query.ids.map((id) => context.knowledge.passages.find((row) => row.id === id)!);
  const chosen = section ? passages : passages.slice(0, MAX_PASSAGES);
  const shown = chosen.filter(isOfPlan);
  const added = chosen.filter((passage) => !isOfPlan(passage));
  if (shown.length > 0 || section)
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
  } else if (shown.length > 0) {
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
  if (shown.length > 0)
    sayUnprinted(
      "Đoạn này của Kế hoạch",
      shown.map(({ text }) => text),
      query.asks ?? [],
      draft,
    );
  quoteAdded(added, context, draft);
  return draft.finish();
}

/** Only the plan's passages stand in its sections. */
const isOfPlan = (passage: Passage): boolean => passage.sectionLabel !== "";

function quoteAdded(passages: readonly Passage[], context: AnswerContext, draft: Draft): void {
  for (const documentId of new Set(passages.map((passage) => passage.documentId))) {
    const own = passages.filter((passage) => passage.documentId === documentId);
    const { title, file } = context.knowledge.documents.find((row) => row.id === documentId)!;
    for (const passage of own) draft.cite(passage.evidence);
    draft.say(
      `**${title}**${title === file ? "" : ` (tệp ${file})`} viết (trích nguyên văn, chưa đối chiếu):`,
    );
    for (const { text, evidence } of own) draft.say(`${text.replace(/^/gm, "> ")}\n\n(${evidence.locator})`);
    draft.speak(`${title} viết: ${own[0]!.text}`);
  }
  if (!passages.some((passage) => mentionsDistrict(passage.text))) return;
  draft.compute(DISTRICT_ENDED_ON, DISTRICT_RULE);
  draft.say(DISTRICT_ENDED).speak(DISTRICT_ENDED);
}
