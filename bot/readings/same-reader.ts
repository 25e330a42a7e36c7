/** Something more about the record of the answer before: another aspect of the procedure, another fact of the document or
 *  of one that it quotes, who or when of the task, what became of the agency. */

import type { ProcedureRecord } from "../../knowledge/records.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { procedureByCode } from "../answers/context.ts";
import { isIdentityFact } from "../plans/identity-fact.ts";
import { type Query, unverified } from "../query.ts";
import { isEmpty } from "../situations/situation.ts";
import { HeldWords } from "../understanding/held-words.ts";
import { foldedWords } from "../understanding/phrases.ts";
import { aspectsOf } from "./aspects.ts";
import { has, isElsewhere, type ReadingContext, recordAsks } from "./context.ts";
import { asksSameOfChannel, caseMeant } from "./follow-procedure.ts";
import { latticeOf } from "./plan-lattice.ts";
import { procedureQueryOf } from "./procedure-particulars.ts";
import type { Proposal } from "./reader.ts";

const SHORT = 9;
const WHAT_THEN = /(^| )(thì|thi|vậy|vay) (sao|thế nào|the nao|ra sao)( |$|\?)/iu;

/** Words that neither the record nor any other holds side by side ask for nothing of it. */
const isStrange = ({ topics }: ReadingContext, subject: readonly Token[], record: HeldWords): boolean =>
  subject.length > 1 && record.share(subject) <= HALF && topics.knownPairs(subject) <= HALF;
const HALF = 0.5;

/** A talk asks the same record again and again. */
const ofRecords = new WeakMap<ProcedureRecord, HeldWords>();
function wordsOf(record: ProcedureRecord): HeldWords {
  const known = ofRecords.get(record) ?? new HeldWords(JSON.stringify(record));
  ofRecords.set(record, known);
  return known;
}

export function readSame(context: ReadingContext): Proposal[] {
  const { dialogue, question } = context;
  const last = dialogue.last && unverified(dialogue.last);
  if (!last) return [];
  const isShort = question.tokens.length <= SHORT ? 1 : 0;
  const subject = question.planTopics[0]!;
  switch (last.kind) {
    case "procedure": {
      const said = aspectsOf(context);
      // "Mất giấy thì sao": what was asked before, for this case.
      const isAgain =
        (said.length === 0 && WHAT_THEN.test(question.text)) ||
        (asksSameOfChannel(context) && last.aspects.length > 0);
      const aspects = isAgain ? [...last.aspects] : said;
      const record = wordsOf(procedureByCode(context.knowledge, last.code));
      // "Trường hợp thứ 3" is one of its cases, and not all of it.
      if (isElsewhere(context) || caseMeant(context, last)) return [];
      const strange = said.length === 0 && isStrange(context, subject, record);
      // "Còn bông hoa màu tím thì sao" is of something else.
      if (strange && isShort && isEmpty(context.situation)) return [];
      const asked = procedureQueryOf(context, last.code, aspects.length > 0 ? aspects : whenOrWho(context));
      return [
        {
          query:
            asked.kind === "procedure" && asked.aspects.length === 0 ? { ...asked, particular: true } : asked,
          features: {
            procedure: 1,
            "procedure: asks an aspect": aspects.length > 0 ? 1 : 0,
            "procedure: words held": record.share(subject),
            "procedure: pairs known": context.topics.knownPairs(subject),
            "procedure: pairs held": record.pairs(subject),
            "procedure: short": isShort,
            "procedure: strange": strange ? 1 : 0,
          },
        },
      ];
    }
    case "task": {
      const asks = recordAsks(context);
      const record = new HeldWords(taskText(context, last.ids));
      if (asks.length === 0 && isStrange(context, subject, record)) return [];
      return [
        {
          query: { kind: "task", ids: last.ids, asks },
          features: {
            task: 1,
            "task: asks": asks.length > 0 ? 1 : 0,
            "task: short": isShort,
            "task: words held": record.share(subject),
          },
        },
      ];
    }
    case "target":
    case "duty":
    case "passage": {
      const others = last.kind === "duty" ? dutiesOfOthers(context, isShort) : [];
      const { knowledge } = context;
      const text = [...knowledge.targets, ...knowledge.duties, ...knowledge.passages]
        .filter(({ id }) => (last.ids as readonly string[]).includes(id))
        .map((record) => record.text)
        .join(" ");
      const rows = [...others, ...rowOf(context, text, isShort)];
      // "Thế trong phụ lục": duties stand outside it.
      if (last.kind === "duty" && has(context, "appendix") && !/ngoai phu luc/.test(question.folded))
        return rows;
      return [
        ...rows,
        {
          query: last,
          features: {
            passage: 1,
            "passage: words held": new HeldWords(text).share(subject),
            "passage: short": isShort,
          },
        },
      ];
    }
    case "agency":
      return [
        ...otherAgency(context).map(
          (agencyId): Proposal => ({
            query: { ...last, agencyId },
            features: { "agency: another": 1, "agency: short": isShort },
          }),
        ),
        {
          query: { ...last, ask: has(context, "successor") ? "successor" : last.ask },
          features: { agency: 1, "agency: short": isShort },
        },
      ];
    case "document":
      return factsOf(context, last, isShort);
    default:
      return [];
  }
}

/** The row of the appendix that says what the passage says: "nhiệm vụ tương ứng trong phụ lục số mấy". */
function rowOf(context: ReadingContext, text: string, isShort: number): Proposal[] {
  if (!has(context, "task", "appendix", "lead", "coordinating")) return [];
  const [best] = context.topics.match([tokenize(text)], ["task"], 1);
  return best
    ? [
        {
          query: { kind: "task", ids: [best.recordId], asks: recordAsks(context) },
          features: { "row of it": 1, "row of it: coverage": best.coverage, "row of it: short": isShort },
        },
      ]
    : [];
}

/** Agencies that the question names, by a field too. */
const otherAgency = (context: ReadingContext): string[] => [
  ...new Set(latticeOf(context).flatMap((atom) => (atom.type === "agency" ? [atom.agencyId] : []))),
];

/** "Còn Nội vụ?" after the duties of an office. */
const dutiesOfOthers = (context: ReadingContext, isShort: number): Proposal[] =>
  otherAgency(context).flatMap((agencyId) => {
    const ids = context.knowledge.duties
      .filter(({ agencyIds }) => agencyIds.includes(agencyId))
      .map(({ id }) => id);
    return ids.length === 0
      ? []
      : [
          {
            query: { kind: "duty" as const, ids, agencyId, ask: "all" as const },
            features: { "duty: of another": 1, "duty: short": isShort },
          },
        ];
  });

const whenOrWho = (context: ReadingContext) =>
  has(context, "askWhen")
    ? (["time"] as const).slice()
    : has(context, "askWho")
      ? (["place"] as const).slice()
      : [];

const taskText = ({ knowledge }: ReadingContext, ids: readonly string[]): string =>
  knowledge.tasks
    .filter(({ id }) => ids.includes(id))
    .map(({ title, leadPrinted, coordinatingPrinted }) => `${title} ${leadPrinted} ${coordinatingPrinted}`)
    .join(" ");

type DocumentQuery = Extract<Query, { kind: "document" }>;

/** What people ask of a decision, by the keys of its facts. */
export const FACTS: readonly (readonly [words: RegExp, keys: readonly string[]])[] = [
  [
    /(^| )(ky thay|thay mat|chuc (vu|danh|gi)|tu cach|ai ky|nguoi ky|dat but|but ky|ong (ay|ta|do)|ky (voi|la))( |$)/,
    ["signer"],
  ],
  [/(^| )(trinh|to trinh|de nghi|tham muu)( |$)/, ["proposal"]],
  [/(^| )(ngay|hom|khi|luc|nam|thang|bao gio|hoi)( (nao|may|ban hanh|ky|thang|gi|bao nhieu)|$)/, ["issued"]],
  [/(^| )(ai|co quan nao) ban hanh( |$)/, ["issuer"]],
  [/(^| )hieu luc( |$)/, ["effect"]],
  [/(^| )(so may|so hieu|so bao nhieu|so gi)( |$)/, ["number"]],
  [/(^| )(can cu|vien dan|dan chieu)( |$)/, ["legal_basis"]],
  [/(^| )(noi nhan|gui cho|gui ai)( |$)/, ["recipients"]],
];

/** Among the lines that quote other documents the one whose words are said; a fact of the decision by what is asked. */
function factsOf(context: ReadingContext, last: DocumentQuery, isShort: number): Proposal[] {
  const { knowledge, question } = context;
  const text = question.folded;
  const proposals: Proposal[] = [
    {
      query: last,
      features: {
        "document: the same fact": 1,
        "document: short": isShort,
        "document: one alone": last.ids.length === 1 ? 1 : 0,
      },
    },
  ];
  const quoted = last.keys.some((key) => key === "quoted" || key === "legal_basis");
  if (quoted) {
    const words = question.planTopics[0]!.map(({ folded }) => folded);
    const numbers = question.tokens
      .filter(({ kind, text: typed }) => kind === "number" && typed.length <= 4)
      .map(({ folded }) => folded);
    const rated = knowledge.facts
      .filter(({ key }) => key === "legal_basis")
      .map((fact) => {
        const held = foldedWords(fact.value);
        const count = [...words, ...numbers].filter((word) =>
          held.some((other) => other === word || other.startsWith(`${word}/`)),
        ).length;
        return { id: fact.id, count };
      })
      .sort((a, b) => b.count - a.count);
    const most = rated[0]?.count ?? 0;
    const ids = most > 0 ? rated.filter(({ count }) => count === most).map(({ id }) => id) : last.ids;
    const total = words.length + numbers.length;
    proposals.push({
      query: { kind: "document", keys: ["quoted"], ids },
      features: {
        "document: of those quoted": 1,
        "document: words held": total > 0 ? most / total : 0,
        "document: short": isShort,
      },
    });
  }
  const [, keys] = FACTS.find(([words]) => words.test(text)) ?? [];
  const ids = knowledge.facts
    .filter((fact) => keys?.includes(fact.key) && !isIdentityFact(fact.id))
    .map(({ id }) => id);
  if (keys && ids.length > 0)
    proposals.push({
      query: { kind: "document", keys: [...keys], ids },
      features: {
        "document: of the decision": 1,
        "document: short": isShort,
        "document: after a quoted one": quoted && last.ids.length === 1 ? 1 : 0,
      },
    });
  return proposals;
}
