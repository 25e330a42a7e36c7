/** Time beside today: "còn bao nhiêu ngày nữa", and spans that the plan doesn't print: a quarter, a month, "30 ngày tới". */
import { addDays, vietnamDay, vietnamYear } from "../../knowledge/calendar.ts";
import { type Query, unverified } from "../query.ts";
import { has, type ReadingContext } from "./context.ts";
import type { Atom } from "./plan-atoms.ts";
import { latticeOf } from "./plan-lattice.ts";
import type { Proposal } from "./reader.ts";

const COUNTDOWN =
  /(^| )(con|con lai|them)( \S+){0,3} (bao nhieu|may|nhieu|bn|nhiu) (ngay|bua|hom|tuan|thang)( |$)|(^| )(bao nhieu|may|bn) (ngay|bua|hom|tuan|thang) nua( |$)|(^| )(tre|qua han|cham|qua moc)( \S+){0,4} (bao lau|(bao nhieu|may|bn) (ngay|bua|hom|tuan|thang|nam))( |$)/;

export function readTime(context: ReadingContext): Proposal[] {
  return [...countdown(context), ...span(context)];
}

function countdown(context: ReadingContext): Proposal[] {
  if (!COUNTDOWN.test(context.question.folded)) return [];
  const { dialogue, knowledge } = context;
  const last = dialogue.last && unverified(dialogue.last);
  const reports = knowledge.duties
    .filter(({ report, collective, when }) => report && collective && when)
    .map(({ id }) => id);
  const named = has(context, "report");
  const proposals: Proposal[] = [];
  if (last?.kind === "task" && !named)
    proposals.push({
      query: { kind: "countdown", taskIds: last.ids, dutyIds: [] },
      features: { countdown: 1, "of the task": 1 },
    });
  if ((named || last?.kind === "duty") && reports.length > 0)
    proposals.push({
      query: { kind: "countdown", taskIds: [], dutyIds: reports },
      features: { countdown: 1, "of the report": 1 },
    });
  return proposals;
}

const QUARTERS: Readonly<Record<string, number>> = {
  "1": 1,
  i: 1,
  mot: 1,
  nhat: 1,
  "2": 2,
  ii: 2,
  hai: 2,
  "3": 3,
  iii: 3,
  ba: 3,
  "4": 4,
  iv: 4,
  tu: 4,
  bon: 4,
  cuoi: 4,
};

/** The days of a quarter, a month or a run of days that the question names. */
function spanIn(text: string, now: Date): { from: string; to: string; said: string } | undefined {
  const today = vietnamDay(now);
  const year = Number(/(?:^| )(20[1-3]\d)(?: |$)/.exec(text)?.[1] ?? vietnamYear(now));
  const month = Number(today.slice(5, 7));
  const monthsOf = (first: number, count: number, said: string) => {
    const [y, m] = first > 12 ? [year + 1, first - 12] : [year, first];
    const end = m + count - 1;
    const two = (value: number) => String(value).padStart(2, "0");
    const next = end === 12 ? `${y + 1}-01-01` : `${y}-${two(end + 1)}-01`;
    return { from: `${y}-${two(m)}-01`, to: addDays(next, -1), said };
  };
  const quarter = /(?:^| )quy (1|2|3|4|i{1,3}|iv|mot|hai|ba|tu|bon|nhat|cuoi)(?: |$)/.exec(text)?.[1];
  if (quarter) return monthsOf(3 * QUARTERS[quarter]! - 2, 3, `quý ${QUARTERS[quarter]}/${year}`);
  if (/(^| )quy (nay|hien tai)( |$)/.test(text)) {
    const now4 = Math.ceil(month / 3);
    return monthsOf(3 * now4 - 2, 3, `quý ${now4}/${year}`);
  }
  const named = /(?:^| )thang (1[0-2]|[1-9])(?: |$)/.exec(text)?.[1];
  if (named) return monthsOf(Number(named), 1, `tháng ${named}/${year}`);
  if (/(^| )thang (nay)( |$)/.test(text)) return monthsOf(month, 1, `tháng ${month}/${year}`);
  if (/(^| )thang (sau|toi)( |$)/.test(text))
    return monthsOf(month + 1, 1, month === 12 ? `tháng 1/${year + 1}` : `tháng ${month + 1}/${year}`);
  const days = /(?:^| )(\d{1,3}) (ngay|tuan) (?:toi|nua|sap toi)(?: |$)/.exec(text);
  if (days) {
    const count = Number(days[1]) * (days[2] === "tuan" ? 7 : 1);
    return { from: today, to: addDays(today, count), said: `${count} ngày tới` };
  }
  return /(^| )tuan (nay|sau|toi)( |$)/.test(text)
    ? { from: today, to: addDays(today, 14), said: "hai tuần tới" }
    : undefined;
}

/** "Thẳng tới" is no "tháng tới": with diacritics the words must be written so. */
const writtenSpan = ({ question }: ReadingContext): boolean =>
  /(^|[^\p{L}])(quý|tháng|tuần|ngày)([^\p{L}]|$)/iu.test(question.text) ||
  question.tokens.every(({ text, folded }) => text === folded);

/** "Quý 4 này cơ quan tôi phải xong việc gì": a span and an agency, and nothing else that would limit what is asked. */
export function readSpanOfAgency(context: ReadingContext): Query | undefined {
  if (context.question.planTopics[0]!.length > FEW_WORDS || !writtenSpan(context)) return undefined;
  const [proposal] = span(context);
  return proposal?.features?.["span: of an agency"] ? proposal.query : undefined;
}
const FEW_WORDS = 1;

/** The days that the question names; undefined where it names none. */
export const spanOf = (context: ReadingContext): { from: string; to: string; said: string } | undefined =>
  writtenSpan(context) ? spanIn(context.question.folded.replace(TODAY, " "), context.now) : undefined;

/** "Tính đến hôm nay 25 tháng 11 năm 2026" names the day on which is asked. */
const TODAY = /(^| )hom nay( la)?( ngay)? \d{1,2} thang \d{1,2}( nam 20\d\d)?(?= |$)/;

function span(context: ReadingContext): Proposal[] {
  const text = context.question.folded;
  const found = spanOf(context);
  const { last, ownAgencyId } = context.dialogue;
  const agency = latticeOf(context).find(
    (atom): atom is Extract<Atom, { type: "agency" }> => atom.type === "agency",
  );
  const agencyId = agency?.agencyId ?? (has(context, "ownAgency") ? ownAgencyId : null) ?? undefined;
  // "Còn Sở Y tế?" after a span of days.
  if (!found)
    return last?.kind === "span" && agencyId
      ? [{ query: { ...last, agencyId }, features: { "span: of another": 1 } }]
      : [];
  const isOfPlan = has(context, "plan", "appendix", "ownAgency", "task");
  if (has(context, "signer", "issued") || (!isOfPlan && has(context, "procedure", "papers", "aspectFee")))
    return [];
  const query: Query = { kind: "span", ...found, ...(agencyId ? { agencyId } : {}) };
  const features = {
    span: 1,
    "span: asks what is due": /(^| )(han|xong|nop|lam|moc|viec|nhiem vu|bao cao|ket thuc|gi)( |$)/.test(text)
      ? 1
      : 0,
    "span: words left": Math.min(1, context.question.planTopics[0]!.length / 4),
  };
  if (!agencyId) return [{ query, features }];
  const ofAgency = { ...features, "span: of an agency": 1 };
  if (!has(context, "lead", "coordinating")) return [{ query, features: ofAgency }];
  // "Tháng này cơ quan mình chủ trì gì, phối hợp gì": few rows print a month, so that all of its rows are told too.
  const rows: Query = {
    kind: "taskSet",
    set: { op: "filter", of: { op: "all" }, where: { by: "agency", agencyId } },
    measure: { as: "list" },
    asks: [],
  };
  return [
    { query: { kind: "many", queries: [query, rows] }, features: { ...ofAgency, "span: with its rows": 1 } },
  ];
}
