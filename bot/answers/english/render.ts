/** An answer in English: composed in Vietnamese first, which settles what is said of which records with which quotes; then
 *  the sentences of our own are written anew from the query and the draft's records. Quotes stay as they are. */
import { type DraftReply, quotesOnly } from "../../draft.ts";
import type { Query } from "../../query.ts";
import { compose, oneOfSeveral } from "../compose.ts";
import { type AnswerContext, wholeOf } from "../context.ts";
import { markdownOf } from "../file-links.ts";
import { mergeReplies } from "../many.ts";
import { answerPlans, type PlanWording, planOptions } from "../plans.ts";
import { sheetOf } from "../procedure.ts";
import { findingsOn, type Verdict, verdictOf } from "../verdict.ts";
import { action } from "./actions.ts";
import * as plan from "./agencies.ts";
import * as counts from "./counts.ts";
import { DOCUMENT_KINDS, NOTHING_PROVEN, PERSON, QUOTES_ONLY } from "./phrases.ts";
import * as papers from "./procedure.ts";
import { kindOf, locatorInEnglish, Sheet, sourceLine } from "./sheet.ts";
import * as talk from "./talk.ts";
import * as rows from "./tasks.ts";

/** Kinds that are about another answer; the others are written on a sheet. */
type Nested = "again" | "locator" | "many" | "plans" | "verify" | "withFile";
type Writers = {
  readonly [K in Exclude<Query["kind"], Nested>]: (query: Extract<Query, { kind: K }>, sheet: Sheet) => void;
};

const WRITERS: Writers = {
  task: rows.task,
  taskSet: counts.taskSet,
  comparison: rows.comparison,
  label: rows.label,
  groups: (_query, sheet) => rows.groups(sheet),
  countdown: rows.countdown,
  span: rows.span,
  mentions: rows.mentions,
  agency: plan.agency,
  ownAgency: plan.ownAgency,
  target: plan.target,
  duty: plan.duty,
  passage: plan.passage,
  document: plan.document,
  procedure: papers.procedure,
  procedures: papers.procedures,
  lifeEvent: papers.lifeEvent,
  procedureComparison: papers.procedureComparison,
  about: talk.about,
  smallTalk: talk.smallTalk,
  handoff: (_query, sheet) => talk.handoff(sheet),
  office: talk.office,
  emergency: talk.emergency,
  action,
  clarification: talk.clarification,
  refusal: talk.refusal,
};

/** The answer to the query with our own words in English; the same records, citations and figures. */
export function composeInEnglish(query: Query, context: AnswerContext): DraftReply {
  switch (query.kind) {
    case "many":
      return mergeReplies(query.queries.map((part) => composeInEnglish(oneOfSeveral(part), context)));
    case "plans":
      return plans(query, context);
    case "again":
      return again(query, context);
    case "locator":
      return locator(compose(query, context), context);
    case "verify":
      return verify(query, context);
    case "withFile":
      return withFile(query.of, compose(query, context), context);
    default: {
      const sheet = new Sheet(compose(query, context), context);
      if ("beyond" in query && query.beyond) sheet.both(PRINTS_NO_MORE);
      (WRITERS[query.kind] as (query: Query, sheet: Sheet) => void)(query, sheet);
      return sheet.finish();
    }
  }
}

const PRINTS_NO_MORE = "The plan prints only the following here; what isn't in it, the plan doesn't say.";

const PLAN_WORDS: PlanWording = {
  name: ({ number, title }) =>
    number === "" ? title : `${DOCUMENT_KINDS[kindOf(number)] ?? "Document"} ${number}`,
  listed: "list of the documents that are loaded",
  summed: "sum of the tasks of each plan",
  counted: "counted from the tasks that are not shown",
  compared: "two plans compared, task by task, by how alike their titles are",
  replaced: "a newer plan has taken its place",
  which: "Several plans hold this. Which plan do you mean?",
  all: (count, total, sum) =>
    `All ${count} plans: **${total}** tasks (${sum}), counted plan by plan as follows.`,
  more: (count) => `… and ${count} more tasks`,
  summary: (from, to, { added, gone, changed, same }) =>
    `Against ${from}, ${to} adds ${added} tasks, drops ${gone}, changes ${changed} and keeps ${same} as they were (titles, lead agencies and periods compared by the assistant).`,
  sections: { added: "New", gone: "Gone", changed: "Changed" },
  row: (lead, period) => `Lead: ${lead || "not printed"} · ${period || "no period printed"}`,
  lead: "lead",
  period: "period",
  nothing: "not printed",
};

/** Names of rows stay as they are. */
function plans(query: Extract<Query, { kind: "plans" }>, context: AnswerContext): DraftReply {
  const draft = answerPlans(query, context, composeInEnglish, PLAN_WORDS);
  const options = planOptions(query, wholeOf(context), PLAN_WORDS);
  if (query.op !== "changes") return { ...draft, options };
  const [body] = draft.text.split("\n\n*Nguồn:");
  return { ...draft, options, text: [body, sourceLine(draft.citations)].join("\n\n") };
}

function again({ of, how }: Extract<Query, { kind: "again" }>, context: AnswerContext): DraftReply {
  const isWhole = how === "more" && of.kind === "procedure";
  const answer = composeInEnglish(isWhole ? sheetOf(of) : of, context);
  if (isWhole) return answer;
  const briefly = [answer.spoken, answer.citations.length > 0 && sourceLine(answer.citations)]
    .filter(Boolean)
    .join("\n\n");
  if (how === "shorter") return { ...answer, text: briefly };
  if (how === "plainer")
    return {
      ...answer,
      text: `Sorry, more simply:\n\n${briefly}`,
      suggestions: [...answer.suggestions.slice(0, 3), PERSON],
    };
  const opening = {
    same: "Once more:",
    more: "The answer before held all that the sources say about this:",
    certain: "I checked it against the sources again, and it stays as follows:",
  }[how];
  return { ...answer, text: `${opening}\n\n${answer.text}`, spoken: `${opening} ${answer.spoken}` };
}

function locator(answer: DraftReply, context: AnswerContext): DraftReply {
  const sheet = new Sheet(answer, context).withoutSourceLine();
  const [first] = answer.citations;
  if (!first) return sheet.both("The answer before does not rest on any one place of a document.").finish();
  const lines = answer.citations.map(
    ({ locator: place, number, quote }) =>
      `- ${locatorInEnglish(place)}${number ? ` (${number})` : ""}: “${quote}”`,
  );
  return sheet
    .say(`This stands in:\n${lines.join("\n")}`)
    .speak(`This stands in: ${locatorInEnglish(first.locator)}.`)
    .finish();
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  yes: "Yes, the record says so:",
  no: "No, the record says otherwise:",
  partly: "Partly; the record says:",
};

function verify(query: Extract<Query, { kind: "verify" }>, context: AnswerContext): DraftReply {
  const { of, claims } = query;
  const answer = composeInEnglish(of, context);
  const verdict = verdictOf(findingsOn(of, claims, compose(of, context), context));
  if (!verdict) return answer;
  const whole = new Sheet(compose(query, context), context).finish();
  const opening = VERDICTS[verdict];
  return {
    ...answer,
    text: `**${opening}**\n\n${answer.text}`,
    spoken: `${opening} ${answer.spoken}`,
    citations: whole.citations,
    computed: [...whole.computed, ...answer.computed],
  };
}

const NOTE =
  "I make no Word or PDF files in the chat; the table below comes as an Excel (XLSX) and a CSV file.";

function withFile(of: Query, { links }: DraftReply, context: AnswerContext): DraftReply {
  const answer = composeInEnglish(of, context);
  const labelled = new Sheet({ ...answer, links }, context).finish().links;
  const files = labelled.filter(({ url }) => url.startsWith("/api/tasks"));
  return {
    ...answer,
    text: `${answer.text}\n\n${NOTE}\n${markdownOf(files)}`,
    spoken: `${answer.spoken} ${NOTE}`,
    links: labelled,
  };
}

/** What is left of an English reply that failed the figure lock. */
export function quotesOnlyInEnglish(draft: DraftReply): DraftReply {
  const left = quotesOnly(draft);
  if (left.kind === "none") return { ...left, text: NOTHING_PROVEN, spoken: NOTHING_PROVEN };
  const quotes = draft.citations.filter(({ quote }) => left.text.includes(quote)).map(({ quote }) => quote);
  return {
    ...left,
    text: [QUOTES_ONLY, ...quotes.map((quote) => `> ${quote}`)].join("\n\n"),
    spoken: [QUOTES_ONLY, ...quotes.slice(0, 1)].join(" "),
  };
}
