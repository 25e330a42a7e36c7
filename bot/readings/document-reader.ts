/** Questions about the decision itself, and about the documents that it quotes. */

import type { DocumentFact } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { isIdentityFact } from "../plans/identity-fact.ts";
import type { Query } from "../query.ts";
import type { Cue } from "../understanding/cues.ts";
import { superlativeIn } from "../understanding/superlatives.ts";
import { has, hasTopic, otherDocuments, type QueryReader, type ReadingContext } from "./context.ts";
import { matchPlan, matchProcedures } from "./matches.ts";
import { hasAgency } from "./named-agency.ts";
import { asksYesNo } from "./whether.ts";

/** Cue → keys of document facts, the more telling cue first. */
const FACT_CUES: readonly (readonly [Cue, readonly string[]])[] = [
  ["signer", ["signer"]],
  ["proposal", ["proposal"]],
  ["issued", ["issued"]],
  ["issuer", ["issuer"]],
  ["effect", ["effect"]],
  ["legalBasis", ["legal_basis"]],
  ["executors", ["executors"]],
  ["recipients", ["recipients"]],
  ["article", ["article"]],
  ["number", ["number"]],
  ["title", ["title"]],
];

const NEEDS_PLAN_WORD: ReadonlySet<string> = new Set([
  "number",
  "title",
  "effect",
  "legalBasis",
  "executors",
  "issued",
  "recipients",
  "issuer",
]);

/** A procedure known this well is what "căn cứ" or "hiệu lực" asks about. */
const PROCEDURE_MEANT = 0.6;

const ownNumber = ({ question, knowledge }: ReadingContext) =>
  question.documentNumbers.some((number) =>
    knowledge.documents.some((document) => fold(document.number) === fold(number)),
  );

export const readDocument: QueryReader = (context) => {
  const {
    knowledge,
    question,
    dialogue: { last },
  } = context;
  const others = otherDocuments(context);
  if (others.length > 0) return findNumber(context, others);
  // "Ban hành ngày nào" after a document that the plan quotes: its number stands there with its day.
  const isQuoted = last?.kind === "document" && last.keys.includes("quoted");
  if (isQuoted && has(context, "issued", "issuer", "number", "title") && !has(context, "plan", "appendix"))
    return last;
  const saysPlan = has(context, "plan", "appendix") || ownNumber(context);
  const inDocument = last?.kind === "document" || last?.kind === "groups";
  if (
    has(context, "structure") &&
    !hasAgency(context) &&
    !leadsElsewhere(context) &&
    // "Nhóm nào nhiều nhiệm vụ nhất" asks for one of them.
    superlativeIn(question.plain)?.of !== "group" &&
    (has(context, "plan", "appendix", "group") || saysPlan || inDocument)
  ) {
    return { kind: "groups" };
  }
  const procedure = matchProcedures(context, 1)[0];
  const meansProcedure = !saysPlan && procedure !== undefined && procedure.coverage >= PROCEDURE_MEANT;
  if (meansProcedure) return undefined;
  const keys: string[] = [];
  for (const [cue, factKeys] of FACT_CUES) {
    if (!has(context, cue)) continue;
    if (NEEDS_PLAN_WORD.has(cue) && !saysPlan && !inDocument) continue;
    keys.push(...factKeys);
  }
  // "Tờ trình số mấy của Sở Thông tin": the agency is part of what is asked.
  const namesProposer =
    has(context, "proposal") && (saysPlan || (has(context, "number") && !has(context, "task", "lead")));
  const isOfDecision = has(context, "signer", "issued") && !has(context, "task");
  if (keys.length === 0 || (hasAgency(context) && !namesProposer)) return undefined;
  if (!isOfDecision && leadsElsewhere(context)) return undefined;
  const facts = knowledge.facts.filter((fact) => keys.includes(fact.key) && !isIdentityFact(fact.id));
  const article = /\bdieu (1|2|3|mot|hai|ba)\b/.exec(question.plain)?.[1];
  const numbers: Record<string, string> = { mot: "1", hai: "2", ba: "3" };
  const wanted = article ? `Điều ${numbers[article] ?? article}` : undefined;
  const chosen =
    wanted && keys.includes("article")
      ? facts.filter((fact) => fact.key !== "article" || fact.label.startsWith(wanted))
      : facts;
  if (chosen.length === 0) return undefined;
  return { kind: "document", keys, ids: chosen.map((fact) => fact.id) };
};

/** "Quyết định đó do ai ban hành", "nghị quyết thứ hai ký ngày nào" after documents that the plan quotes: their lines print it. */
export const readQuotedMeant: QueryReader = ({ question, knowledge, dialogue: { last } }) => {
  // "Quyết định ấy ban hành ngày nào" after a task that carries one out: its title prints the day.
  const row = last?.kind === "task" && last.ids.length === 1 ? last.ids[0] : undefined;
  const title = knowledge.tasks.find(({ id }) => id === row)?.title ?? "";
  if (row && OF_THAT.test(question.folded) && /(quyết định|nghị quyết) số/iu.test(title))
    return { kind: "task", ids: [row], asks: [] };
  if (last?.kind !== "document" || !last.keys.some((key) => key === "quoted" || key === "legal_basis"))
    return undefined;
  const [, sort, , place] = THAT_ONE.exec(question.folded) ?? [];
  if (!sort) return undefined;
  const told = knowledge.facts.filter(({ id }) => last.ids.includes(id));
  const ofSort = told.filter(({ value }) => sort === "van ban" || fold(value).includes(`${sort} so`));
  const at = place === undefined ? 0 : place.startsWith("cuoi") ? ofSort.length - 1 : (PLACES[place] ?? 0);
  const one = place === undefined && ofSort.length > 1 ? undefined : ofSort[at];
  return one && { kind: "document", keys: ["quoted"], ids: [one.id] };
};
const THAT_ONE =
  /(?:^| )(quyet dinh|nghi quyet|thong tu|nghi dinh|van ban|chi thi) (do|ay|kia|((?:dau tien|thu (?:nhat|hai|ba|tu|nam)|cuoi(?: cung)?)))(?: |$)/;
const OF_THAT = /(^| )(quyet dinh|nghi quyet|van ban) (do|ay|kia)( |$)/;
const PLACES: Readonly<Record<string, number>> = {
  "dau tien": 0,
  "thu nhat": 0,
  "thu hai": 1,
  "thu ba": 2,
  "thu tu": 3,
  "thu nam": 4,
};

/** A task's topic stands in the question: "ai phê duyệt hệ thống …" asks about a task. */
function leadsElsewhere(context: ReadingContext): boolean {
  if (!hasTopic(context)) return false;
  const best = matchPlan(context, ["task", "duty"], 1)[0];
  return best !== undefined && best.coverage >= 0.7 && best.evidence >= 1.5;
}

/** Does the number stand in the text, and not as the end of a longer one? */
function beginsIn(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1))
    if (at === 0 || !/\d/.test(text.charAt(at - 1))) return true;
  return false;
}

const plainNumber = (number: string): string => fold(number).replace(/[^a-z0-9/-]/g, "");

/** A document that the plan quotes: where its number stands. */
function findNumber(context: ReadingContext, numbers: readonly string[]) {
  const { knowledge } = context;
  const wanted = numbers.map(plainNumber);
  const quotes = (text: string) => {
    const folded = fold(text);
    return wanted.some((number) => beginsIn(folded, number));
  };
  const facts = knowledge.facts.filter((fact) => quotes(fact.evidence.quote) && fact.key === "legal_basis");
  if (facts.length > 0)
    return { kind: "document" as const, keys: ["quoted"], ids: facts.map((fact) => fact.id) };
  const proposals = knowledge.facts.filter((fact) => quotes(fact.evidence.quote) && fact.key === "proposal");
  if (proposals.length > 0)
    return { kind: "document" as const, keys: ["proposal"], ids: proposals.map((fact) => fact.id) };
  const tasks = knowledge.tasks.filter((task) => quotes(task.evidence.quote));
  if (tasks.length > 0) return { kind: "task" as const, ids: tasks.map((task) => task.id), asks: [] };
  const passages = knowledge.passages.filter((passage) => quotes(passage.text));
  if (passages.length > 0) return { kind: "passage" as const, ids: passages.map((passage) => passage.id) };
  if (context.question.labels.length > 0) return undefined;
  // "trợ cấp theo Quyết định số 613/QĐ-TTg" is called by the number.
  if (knowledge.procedures.some((procedure) => quotes(procedure.name))) return undefined;
  return {
    kind: "refusal" as const,
    status: "unanswerable_not_in_sources" as const,
    reason: "not_in_sources" as const,
    offers: [],
  };
}

/** "QĐ 06 có trong căn cứ không", "có Luật Giao dịch điện tử trong căn cứ không": whether the document that is named is one of the
 *  legal bases, beside what they are. */
export function withNamedBasis(query: Query, context: ReadingContext): Query {
  const { question, understander } = context;
  if (query.kind !== "document" || !has(context, "legalBasis")) return query;
  if (!asksYesNo(question.tokens, understander.isForm)) return query;
  const wanted = otherDocuments(context).map(plainNumber);
  const law = lawNamed(question);
  const bases = context.knowledge.facts.filter(({ key }) => key === "legal_basis");
  if ((wanted.length === 0 && law === undefined) || bases.length === 0) return query;
  const isNamed = ({ evidence }: DocumentFact) => {
    const quote = fold(evidence.quote);
    return (
      wanted.some((number) => beginsIn(quote, number)) || (law !== undefined && quote.includes(`luat ${law}`))
    );
  };
  const named = bases.filter(isNamed);
  return named.length > 0
    ? { kind: "document", keys: ["quoted", "among_bases"], ids: named.map(({ id }) => id) }
    : { kind: "document", keys: ["legal_basis", "not_among_bases"], ids: bases.map(({ id }) => id) };
}

/** "Luật Giao dịch điện tử": the words behind "luật", by their capitals, else all until what asks. */
function lawNamed({ text, tokens }: ReadingContext["question"]): string | undefined {
  const from = tokens.findIndex(({ folded }) => folded === "luat") + 1;
  if (from === 0) return undefined;
  const end = tokens.findIndex(
    ({ folded }, i) => i >= from && /^(trong|co|khong|ko|k|o|nam|duoc|la|phai|dung|nao|gi|vay)$/.test(folded),
  );
  const words = tokens.slice(from, end < 0 ? from + LONGEST_LAW : end);
  const isCapital = ({ start }: { start: number }) => /\p{Lu}/u.test(text[start]!);
  const isNamed = words.length >= 2 && (words.some(isCapital) || text === text.toLowerCase());
  return isNamed ? words.map(({ folded }) => folded).join(" ") : undefined;
}
const LONGEST_LAW = 6;
