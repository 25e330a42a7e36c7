/** Which of several plans a question is about: by its number, its issuer and title, the agencies and labels that only it
 *  has, what is found in it, and the plan spoken of before. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { AgencyNames } from "../agency-names.ts";
import { type Dialogue, isOffered } from "../dialogue.ts";
import { agenciesIn } from "./plan-views.ts";

/** What each sign counts; a number or an offered choice decides. */
const OFFERED = 20;
const NUMBER = 10;
const HEAD_WORDS = 2;
const MOST_HEAD_WORDS = 3;
const AGENCY = 3;
const LABEL = 1.5;
const ALONE_FOUND = 2.5;
const CLEARLY_FOUND = 1.5;
const FOUND = 0.8;
/** Shares of the better score by which it is above the other. */
const ALONE = 0.45;
const CLEAR = 0.2;
const SPOKEN_OF = 2;
/** "Kế hoạch của tỉnh", where one of them is a province's. */
const LEVEL = 4;
/** What a newer plan has taken the place of answers when it is named. */
const REPLACED = 3;
/** Nearer than this, two plans fit as well. */
const CLOSE = 0.5;
const HITS = 20;

const ISSUERS: readonly (readonly [said: RegExp, issuer: RegExp])[] = [
  [/ke hoach (?:cua |cap )(?:xa|phuong|dac khu)(?: |$)/, / (?:xa|phuong|dac khu) /],
  [/ke hoach (?:cua |cap )tinh(?: |$)/, / tinh /],
  [/ke hoach (?:cua |cap )(?:bo|nganh|trung uong)(?: |$)/, /^bo /],
  [/ke hoach (?:cua |cap )thanh pho(?: |$)/, / thanh pho /],
  [/(?:nghi quyet|ke hoach) (?:cua )?chinh phu(?: |$)/, /^chinh phu/],
];
/** "kế hoạch năm 2025", "kế hoạch chuyển đổi số 2025": the plan's own year, not that of a task. */
const OLD = /(?:ke hoach|nam) (?:truoc|cu|ngoai|nam truoc|nam ngoai|truoc day)(?: |$)/;
const ofYear = (text: string, year: string): boolean => {
  const at = text.indexOf(year);
  if (at < 0) return false;
  const before = text.slice(Math.max(0, at - YEAR_WITHIN), at);
  const word = Math.max(
    before.lastIndexOf("ke hoach"),
    before.lastIndexOf("kh "),
    before.lastIndexOf("quyet dinh"),
  );
  return word >= 0 && !OF_TASKS.test(before.slice(word));
};
const OF_TASKS = /han|nhiem vu|viec|xong|hoan thanh|ket thuc|muc tieu|chi tieu|den|truoc/;
const YEAR_WITHIN = 40;
const LABELS = /(?<![\p{L}\d])([IVX]{1,5}\.\d{1,3})(?!\d)/gu;

export interface PlanChooser {
  /** Ids of the plans that the question may be about, the likeliest first; those that stand clearly below the first are
   *  none. `isNamed`: the question itself says which. */
  choose(
    question: string,
    dialogue: Pick<Dialogue, "planId" | "choices">,
  ): Promise<{ ids: string[]; isNamed: boolean }>;
}

interface Signs {
  id: string;
  number: string;
  /** Pairs of words of issuer and title that some other plan lacks. */
  head: ReadonlySet<string>;
  agencies: ReadonlySet<string>;
  labels: ReadonlySet<string>;
  /** Folded. */
  issuer: string;
  /** Of its title. */
  years: readonly string[];
  isReplaced: boolean;
}

export function planChooser(knowledge: KnowledgeBase, planIds: readonly string[]): PlanChooser {
  const names = new AgencyNames(knowledge.agencies);
  const heads = new Map(planIds.map((id) => [id, headOf(knowledge.documents, id)] as const));
  const plans = planIds.map((id) => signsOf(knowledge, id, heads));
  const planOf = new Map(
    [
      ...knowledge.tasks,
      ...knowledge.targets,
      ...knowledge.duties,
      ...knowledge.facts,
      ...knowledge.passages,
    ].map(({ id, documentId }) => [id, documentId] as const),
  );
  return {
    async choose(question, { planId, choices }) {
      const tokens = tokenize(question);
      const words = tokens.map(({ folded }) => folded);
      const pairs = new Set(pairsOf(words));
      const text = fold(question);
      const mentioned = names
        .find(tokens)
        .filter(({ weak, agencies }) => !weak && agencies.length === 1)
        .map(({ agencies }) => agencies[0]!.id);
      const labels = [...question.matchAll(LABELS)].map(([, label]) => label!);
      const content = words.filter((word) => !OF_ANY_PLAN.has(word) && !NUMBERS.test(word));
      // "Mục tiêu của kế hoạch là gì?" is found in whichever plan has most to say.
      const found =
        content.length < FEWEST_WORDS
          ? new Map<string, number>()
          : await bestHits(question, knowledge, planOf);
      const isOneOfAFew = (has: (plan: Signs) => boolean) => plans.some(has) && !plans.every(has);
      const rated = plans.map((plan) => {
        let score = 0;
        if (plan.id === planId) score += isOffered({ choices }, question) ? OFFERED : SPOKEN_OF;
        let named = 0;
        if (plan.number !== "" && namesNumber(text, words, plan.number)) named += NUMBER;
        if (
          plan.years.some((year) => ofYear(text, year)) &&
          isOneOfAFew((one) => one.years.some((year) => ofYear(text, year)))
        )
          named += NUMBER;
        if (ISSUERS.some(([said, level]) => said.test(text) && level.test(plan.issuer))) named += LEVEL;
        if (plan.isReplaced) score += OLD.test(text) ? LEVEL : named >= NUMBER ? 0 : -REPLACED;
        named +=
          HEAD_WORDS * Math.min(MOST_HEAD_WORDS, [...plan.head].filter((pair) => pairs.has(pair)).length);
        score += named;
        for (const id of mentioned)
          if (plan.agencies.has(id) && isOneOfAFew((one) => one.agencies.has(id))) score += AGENCY;
        for (const label of labels)
          if (plan.labels.has(label) && isOneOfAFew((one) => one.labels.has(label))) score += LABEL;
        return { id: plan.id, score: score + foundScore(found, plan.id), named };
      });
      const sorted = [...rated].sort((a, b) => b.score - a.score);
      const best = sorted[0]!;
      return {
        ids: sorted.filter(({ score }) => score > best.score - CLOSE).map(({ id }) => id),
        isNamed: best.named >= LEVEL,
      };
    },
  };
}

async function bestHits(
  question: string,
  { retriever }: KnowledgeBase,
  planOf: ReadonlyMap<string, string>,
): Promise<Map<string, number>> {
  const best = new Map<string, number>();
  for (const { chunk, score } of await retriever.search(question, { limit: HITS })) {
    const id = planOf.get(chunk.recordId);
    if (id !== undefined) best.set(id, Math.max(best.get(id) ?? 0, score));
  }
  return best;
}

function foundScore(best: ReadonlyMap<string, number>, id: string): number {
  const own = best.get(id) ?? 0;
  const others = Math.max(0, ...[...best].flatMap(([other, score]) => (other === id ? [] : [score])));
  if (own <= others) return 0;
  const above = (own - others) / own;
  return above > ALONE ? ALONE_FOUND : above > CLEAR ? CLEARLY_FOUND : FOUND;
}

/** "118/KH-UBND", "kế hoạch 118", "kế hoạch số 118". */
function namesNumber(text: string, words: readonly string[], number: string): boolean {
  if (text.includes(fold(number))) return true;
  const digits = /^\d+/.exec(number)?.[0];
  return words.some((word, i) => {
    const before = words.slice(Math.max(0, i - 3), i).join(" ");
    return word === digits && /(?:ke hoach|quyet dinh|nghi quyet|chuong trinh|van ban)(?: so)?$/.test(before);
  });
}

function signsOf(
  knowledge: KnowledgeBase,
  id: string,
  heads: ReadonlyMap<string, ReadonlySet<string>>,
): Signs {
  const { documents } = knowledge;
  const own = <Row extends { documentId: string }>(rows: readonly Row[]) =>
    rows.filter(({ documentId }) => documentId === id);
  const document = documents.find((row) => row.id === id)!;
  const all = [...heads.values()];
  const tasks = own(knowledge.tasks);
  return {
    id,
    number: document.number,
    head: new Set([...heads.get(id)!].filter((pair) => !all.every((pairs) => pairs.has(pair)))),
    agencies: agenciesIn(tasks, own(knowledge.duties)),
    labels: new Set(tasks.map(({ groupNumeral, number }) => `${groupNumeral}.${number}`)),
    issuer: fold(document.issuer),
    years: [...new Set([...document.title.matchAll(/20\d\d/g)].map(([year]) => year))],
    isReplaced: document.replacedBy !== undefined && documents.some(({ id }) => id === document.replacedBy),
  };
}

function headOf(documents: KnowledgeBase["documents"], id: string): Set<string> {
  const { issuer, title, calledAs = "" } = documents.find((row) => row.id === id)!;
  const words = tokenize(`${issuer} ; ${title} ; ${calledAs}`).map(({ folded }) => folded);
  return new Set(pairsOf(words).filter((pair) => !COMMON.has(pair)));
}

const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, i) => `${words[i]} ${word}`);

/** Words of questions about any plan, folded. */
const OF_ANY_PLAN: ReadonlySet<string> = new Set(
  "muc tieu chi ke hoach nhiem vu viec la gi bao nhieu co cua nao nhung cac trong ai do lam chu tri phoi hop khi han den nam thang quy ngay co quan don vi toi phai duoc can so nay may thi va cho hoi biet kinh phi nhom phu luc van ban quyet dinh ky ban hanh danh sach liet ke tat ca tong xong hoan thanh bat dau thuc hien trach nhiem ten thoi gian tien do dau".split(
    " ",
  ),
);
const NUMBERS = /^(?:[ivx]{1,5}|\d{1,4})(?:\.\d{1,3})?$/;
const FEWEST_WORDS = 2;

/** Pairs that say nothing of a plan. */
const COMMON: ReadonlySet<string> = new Set([
  "ke hoach",
  "quyet dinh",
  "thuc hien",
  "nhiem vu",
  "giai doan",
  "uy ban",
  "ban nhan",
  "nhan dan",
  "phan cong",
  "cong nhiem",
  "danh muc",
  "phu luc",
  "dan xa",
  "dan tinh",
  "cac nhiem",
  "trien khai",
]);
