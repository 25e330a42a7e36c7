/** Of several plans: which one is meant, each by itself with a total, what differs between two. */
import { formatDay } from "../../knowledge/calendar.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { SourceDocument } from "../../knowledge/records.ts";
import { documentKind } from "../../knowledge/vietnamese/spell-out.ts";
import type { DraftReply } from "../draft.ts";
import { changesBetween } from "../plans/changes.ts";
import type { PlansQuery, Query } from "../query.ts";
import type { ReplyOption } from "../reply.ts";
import { type AnswerContext, bullets, newDraft, wholeOf } from "./context.ts";
import { mergeReplies } from "./many.ts";

type Compose = (query: Query, context: AnswerContext) => DraftReply;

const LISTED = "danh mục văn bản đã nạp";
const SHOWN = 12;
const LONGEST_LABEL = 90;

/** "Kế hoạch 118/KH-UBND"; the title of one without a number. */
export function planName({ number, title }: Pick<SourceDocument, "number" | "title">): string {
  return number === "" ? title : `${documentKind(number) ?? "Văn bản"} ${number}`;
}

/** As it is offered: number, and what it is about. */
export function planLabel(plan: SourceDocument): string {
  const label = plan.number === "" ? plan.title : `${planName(plan)} – ${plan.title}`;
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}

export function answerPlans(query: PlansQuery, context: AnswerContext, compose: Compose): DraftReply {
  switch (query.op) {
    case "which":
      return askWhich(query.ids, context);
    case "each":
      return answerEach(query.parts, context, compose);
    case "changes":
      return answerChanges(query, context);
  }
}

/** Each a document; its label, sent as a text, chooses it. */
export const planOptions = (
  query: PlansQuery,
  { documents }: Pick<KnowledgeBase, "documents">,
): ReplyOption[] =>
  query.op !== "which"
    ? []
    : documents
        .filter(({ id }) => query.ids.includes(id))
        .sort((a, b) => query.ids.indexOf(a.id) - query.ids.indexOf(b.id))
        .map((plan) => ({ label: planLabel(plan), kind: "document", id: plan.id }));

const planOf = (id: string, context: AnswerContext): SourceDocument => {
  const plan = wholeOf(context).documents.find((row) => row.id === id);
  if (!plan) throw new RangeError(`unknown document id: ${id}`);
  return plan;
};

const viewOf = (id: string, context: AnswerContext): AnswerContext => ({
  ...context,
  knowledge: context.views?.get(id) ?? context.knowledge,
});

function askWhich(ids: readonly string[], context: AnswerContext): DraftReply {
  const draft = newDraft({ ...context, knowledge: wholeOf(context) });
  draft.withoutSourceLine();
  draft.status = "clarification";
  const labels = ids.map((id) => draft.compute(planLabel(planOf(id, context)), LISTED));
  const question = "Nhiều kế hoạch có điều này. Anh/chị hỏi kế hoạch nào?";
  draft.say(`${question}\n${bullets(labels)}`).speak(`${question} ${labels.join("; hoặc ")}?`);
  draft.suggest(...labels);
  return draft.finish();
}

function answerEach(
  parts: readonly { planId: string; query: Query }[],
  context: AnswerContext,
  compose: Compose,
): DraftReply {
  const composed = parts.map(({ planId, query }) => compose(query, viewOf(planId, context)));
  const rows = composed.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const replies = parts.map(({ planId }, i) => {
    const reply = rows > MANY_ROWS ? shortened(composed[i]!) : composed[i]!;
    const plan = planOf(planId, context);
    const name = `${planName(plan)}${plan.replacedBy === undefined ? "" : " (đã có kế hoạch mới)"}`;
    return {
      ...reply,
      text: `**${name}**\n\n${reply.text}`,
      spoken: `${name}: ${reply.spoken}`,
      computed: [...reply.computed, { value: name, rule: LISTED }],
    };
  });
  const merged = mergeReplies(replies);
  const isOfRows = parts.every(({ query }) => query.kind === "taskSet" || query.kind === "groups");
  if (!isOfRows || parts.length < 2) return merged;
  const counts = replies.map(({ tasks }, i) =>
    parts[i]!.query.kind === "groups"
      ? viewOf(parts[i]!.planId, context).knowledge.tasks.length
      : tasks.length,
  );
  const total = String(counts.reduce((sum, count) => sum + count, 0));
  const sum = counts.join(" + ");
  const opening = `Cả ${parts.length} kế hoạch: **${total}** nhiệm vụ (${sum}), đếm riêng từng kế hoạch như sau.`;
  const rule = "cộng số nhiệm vụ của từng kế hoạch";
  return {
    ...merged,
    text: `${opening}\n\n${merged.text}`,
    spoken: `Cả ${parts.length} kế hoạch có ${total} nhiệm vụ. ${merged.spoken}`,
    computed: [
      ...merged.computed,
      ...[String(parts.length), total, ...counts.map(String)].map((value) => ({ value, rule })),
    ],
  };
}

const MANY_ROWS = 15;
const FIRST_ROWS = 5;
const REST = "đếm các nhiệm vụ chưa nêu";

/** The first rows of a long list, and how many there are more; all of them are in `tasks`. */
function shortened(reply: DraftReply): DraftReply {
  const lines = reply.text.split("\n");
  const rows = lines.flatMap((line, i) => (line.startsWith("- **") ? [i] : []));
  if (rows.length <= FIRST_ROWS) return reply;
  const left = new Set(rows.slice(FIRST_ROWS));
  const value = String(left.size);
  const text = lines
    .flatMap((line, i) =>
      i === rows[FIRST_ROWS] ? [`- … và ${value} nhiệm vụ khác`] : left.has(i) ? [] : [line],
    )
    .join("\n");
  return { ...reply, text, computed: [...reply.computed, { value, rule: REST }] };
}

/** The newer plan is the second. */
function answerChanges({ from, to }: { from: string; to: string }, context: AnswerContext): DraftReply {
  const [before, after] = [planOf(from, context), planOf(to, context)];
  const whole = wholeOf(context);
  const draft = newDraft({ ...context, knowledge: whole });
  draft.kind = "tasks";
  const rule = "so hai kế hoạch, từng nhiệm vụ theo tên gần giống nhau";
  const tasksOf = (id: string) => whole.tasks.filter(({ documentId }) => documentId === id);
  const { added, gone, changed, same } = changesBetween(tasksOf(from), tasksOf(to));
  const count = (rows: readonly unknown[]) => draft.compute(rows.length, rule);
  const dated = (plan: SourceDocument) =>
    draft.compute(`${planName(plan)}${plan.issuedOn ? ` ngày ${formatDay(plan.issuedOn)}` : ""}`, LISTED);
  const summary = `So với **${dated(before)}**, **${dated(after)}** thêm ${count(added)} nhiệm vụ, bỏ ${count(gone)}, đổi ${count(changed)} và giữ nguyên ${count(same)}`;
  draft.say(`${summary} (do trợ lý so tên nhiệm vụ, cơ quan chủ trì và thời hạn).`);
  draft.speak(`${summary.replaceAll("*", "")}.`);
  const section = (title: string, rows: readonly string[]) => {
    if (rows.length === 0) return;
    const rest =
      rows.length > SHOWN ? [`… và ${draft.compute(rows.length - SHOWN, rule)} nhiệm vụ khác`] : [];
    draft.say(
      `**${title} (${draft.compute(rows.length, rule)})**\n${bullets([...rows.slice(0, SHOWN), ...rest])}`,
    );
  };
  const row = ({ label, title, leadPrinted, period }: (typeof added)[number]) =>
    `**${label}** ${title} · Chủ trì: ${leadPrinted || "không ghi"} · ${period || "không ghi thời hạn"}`;
  section("Thêm", added.map(row));
  section("Không còn", gone.map(row));
  section(
    "Đổi",
    changed.map(({ from: old, to: now, lead, period }) => {
      const what = [
        lead && `chủ trì: ${old.leadPrinted || "không ghi"} → ${now.leadPrinted || "không ghi"}`,
        period && `thời hạn: ${old.period || "không ghi"} → ${now.period || "không ghi"}`,
      ].filter(Boolean);
      return `**${now.label}** ${now.title}: ${what.join("; ")}`;
    }),
  );
  for (const task of [...added, ...gone, ...changed.flatMap((pair) => [pair.from, pair.to])])
    draft.cite(task.evidence);
  if (draft.citations.length === 0) for (const { to: now } of same.slice(0, 1)) draft.cite(now.evidence);
  return draft.finish();
}
