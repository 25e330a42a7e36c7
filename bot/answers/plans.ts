/** Of several plans: which one is meant, each by itself with a total, what differs between two. */
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

const SHOWN = 12;
const LONGEST_LABEL = 90;

/** "Kế hoạch 118/KH-UBND"; the title of one without a number. */
export function planName({ number, title }: Pick<SourceDocument, "number" | "title">): string {
  return number === "" ? title : `${documentKind(number) ?? "Văn bản"} ${number}`;
}

/** What is said of plans in the language of the answer. */
export interface PlanWording {
  name(plan: SourceDocument): string;
  listed: string;
  summed: string;
  counted: string;
  compared: string;
  replaced: string;
  which: string;
  all(count: number, total: string, sum: string): string;
  more(count: string): string;
  /** `from` and `to` in bold. */
  summary(
    from: string,
    to: string,
    counts: { added: string; gone: string; changed: string; same: string },
  ): string;
  sections: { added: string; gone: string; changed: string };
  row(lead: string, period: string): string;
  lead: string;
  period: string;
  nothing: string;
}

export const IN_VIETNAMESE: PlanWording = {
  name: planName,
  listed: "danh mục văn bản đã nạp",
  summed: "cộng số nhiệm vụ của từng kế hoạch",
  counted: "đếm các nhiệm vụ chưa nêu",
  compared: "so hai kế hoạch, từng nhiệm vụ theo tên gần giống nhau",
  replaced: "đã có kế hoạch mới",
  which: "Nhiều kế hoạch có điều này. Anh/chị hỏi kế hoạch nào?",
  all: (count, total, sum) =>
    `Cả ${count} kế hoạch: **${total}** nhiệm vụ (${sum}), đếm riêng từng kế hoạch như sau.`,
  more: (count) => `… và ${count} nhiệm vụ khác`,
  summary: (from, to, { added, gone, changed, same }) =>
    `So với ${from}, ${to} thêm ${added} nhiệm vụ, bỏ ${gone}, đổi ${changed} và giữ nguyên ${same} (do trợ lý so tên nhiệm vụ, cơ quan chủ trì và thời hạn).`,
  sections: { added: "Thêm", gone: "Không còn", changed: "Đổi" },
  row: (lead, period) => `Chủ trì: ${lead || "không ghi"} · ${period || "không ghi thời hạn"}`,
  lead: "chủ trì",
  period: "thời hạn",
  nothing: "không ghi",
};

/** As it is offered: number, and what it is about. */
export function planLabel(plan: SourceDocument, name: PlanWording["name"] = planName): string {
  const label = plan.number === "" ? plan.title : `${name(plan)} – ${plan.title}`;
  return label.length <= LONGEST_LABEL
    ? label
    : `${label.slice(0, label.lastIndexOf(" ", LONGEST_LABEL - 1))}…`;
}

export function answerPlans(
  query: PlansQuery,
  context: AnswerContext,
  compose: Compose,
  words: PlanWording = IN_VIETNAMESE,
): DraftReply {
  switch (query.op) {
    case "which":
      return askWhich(query.ids, context, words);
    case "each":
      return answerEach(query.parts, context, compose, words);
    case "changes":
      return answerChanges(query, context, words);
  }
}

/** Each a document; its label, sent as a text, chooses it. */
export const planOptions = (
  query: PlansQuery,
  { documents }: Pick<KnowledgeBase, "documents">,
  words: PlanWording = IN_VIETNAMESE,
): ReplyOption[] =>
  query.op !== "which"
    ? []
    : documents
        .filter(({ id }) => query.ids.includes(id))
        .sort((a, b) => query.ids.indexOf(a.id) - query.ids.indexOf(b.id))
        .map((plan) => ({ label: planLabel(plan, words.name), kind: "document", id: plan.id }));

const planOf = (id: string, context: AnswerContext): SourceDocument => {
  const plan = wholeOf(context).documents.find((row) => row.id === id);
  if (!plan) throw new RangeError(`unknown document id: ${id}`);
  return plan;
};

const viewOf = (id: string, context: AnswerContext): AnswerContext => ({
  ...context,
  knowledge: context.views?.get(id) ?? context.knowledge,
});

function askWhich(ids: readonly string[], context: AnswerContext, words: PlanWording): DraftReply {
  const draft = newDraft({ ...context, knowledge: wholeOf(context) });
  draft.withoutSourceLine();
  draft.status = "clarification";
  const labels = ids.map((id) => draft.compute(planLabel(planOf(id, context), words.name), words.listed));
  draft.say(`${words.which}\n${bullets(labels)}`).speak(`${words.which} ${labels.join("; ")}`);
  draft.suggest(...labels);
  return draft.finish();
}

function answerEach(
  parts: readonly { planId: string; query: Query }[],
  context: AnswerContext,
  compose: Compose,
  words: PlanWording,
): DraftReply {
  const composed = parts.map(({ planId, query }) => compose(query, viewOf(planId, context)));
  const rows = composed.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const replies = parts.map(({ planId }, i) => {
    const reply = rows > MANY_ROWS ? shortened(composed[i]!, words) : composed[i]!;
    const plan = planOf(planId, context);
    const name = `${words.name(plan)}${plan.replacedBy === undefined ? "" : ` (${words.replaced})`}`;
    return {
      ...reply,
      text: `**${name}**\n\n${reply.text}`,
      spoken: `${name}: ${reply.spoken}`,
      computed: [...reply.computed, { value: name, rule: words.listed }],
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
  const opening = words.all(parts.length, total, counts.join(" + "));
  return {
    ...merged,
    text: `${opening}\n\n${merged.text}`,
    spoken: `${opening.replaceAll("*", "")} ${merged.spoken}`,
    computed: [
      ...merged.computed,
      ...[String(parts.length), total, ...counts.map(String)].map((value) => ({ value, rule: words.summed })),
    ],
  };
}

const MANY_ROWS = 15;
const FIRST_ROWS = 5;

/** The first rows of a long list, and how many there are more; all of them are in `tasks`. */
function shortened(reply: DraftReply, words: PlanWording): DraftReply {
  const lines = reply.text.split("\n");
  const rows = lines.flatMap((line, i) => (line.startsWith("- **") ? [i] : []));
  if (rows.length <= FIRST_ROWS) return reply;
  const left = new Set(rows.slice(FIRST_ROWS));
  const value = String(left.size);
  const text = lines
    .flatMap((line, i) => (i === rows[FIRST_ROWS] ? [`- ${words.more(value)}`] : left.has(i) ? [] : [line]))
    .join("\n");
  return { ...reply, text, computed: [...reply.computed, { value, rule: words.counted }] };
}

/** The newer plan is the second. */
function answerChanges(
  { from, to }: { from: string; to: string },
  context: AnswerContext,
  words: PlanWording,
): DraftReply {
  const [before, after] = [planOf(from, context), planOf(to, context)];
  const whole = wholeOf(context);
  const draft = newDraft({ ...context, knowledge: whole });
  draft.kind = "tasks";
  const rule = words.compared;
  const tasksOf = (id: string) => whole.tasks.filter(({ documentId }) => documentId === id);
  const { added, gone, changed, same } = changesBetween(tasksOf(from), tasksOf(to));
  const count = (rows: readonly unknown[]) => draft.compute(rows.length, rule);
  const named = (plan: SourceDocument) => `**${draft.compute(words.name(plan), words.listed)}**`;
  const counts = { added: count(added), gone: count(gone), changed: count(changed), same: count(same) };
  const summary = words.summary(named(before), named(after), counts);
  draft.say(summary).speak(summary.replaceAll("*", ""));
  const section = (title: string, rows: readonly string[]) => {
    if (rows.length === 0) return;
    const rest = rows.length > SHOWN ? [words.more(draft.compute(rows.length - SHOWN, rule))] : [];
    draft.say(
      `**${title} (${draft.compute(rows.length, rule)})**\n${bullets([...rows.slice(0, SHOWN), ...rest])}`,
    );
  };
  const row = ({ label, title, leadPrinted, period }: (typeof added)[number]) =>
    `**${label}** ${title} · ${words.row(leadPrinted, period)}`;
  section(words.sections.added, added.map(row));
  section(words.sections.gone, gone.map(row));
  const turned = (what: string, old: string, now: string) =>
    `${what}: ${old || words.nothing} → ${now || words.nothing}`;
  section(
    words.sections.changed,
    changed.map(({ from: old, to: now, lead, period }) => {
      const what = [
        lead && turned(words.lead, old.leadPrinted, now.leadPrinted),
        period && turned(words.period, old.period, now.period),
      ].filter(Boolean);
      return `**${now.label}** ${now.title}: ${what.join("; ")}`;
    }),
  );
  for (const task of [...added, ...gone, ...changed.flatMap((pair) => [pair.from, pair.to])])
    draft.cite(task.evidence);
  if (draft.citations.length === 0) for (const { to: now } of same.slice(0, 1)) draft.cite(now.evidence);
  return draft.finish();
}
