/** What the assistant has to say of itself: what it answers about, what it is called, questions that show it. All of it
 *  comes from the records that are loaded and from what the office states. */
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import type { OfficeProfile } from "../knowledge/office-profile.ts";
import type { SourceDocument, Task } from "../knowledge/records.ts";
import { fold } from "../knowledge/vietnamese/normalize.ts";
import { documentKind } from "../knowledge/vietnamese/spell-out.ts";
import { isAskable } from "./askable.ts";

type Known = Pick<
  KnowledgeBase,
  "documents" | "tasks" | "duties" | "targets" | "facts" | "agencies" | "procedures"
>;

export interface About {
  /** "Trợ lý số" */
  name: string;
  plans: number;
  hasProcedures: boolean;
  /** The words of `vi` and `en` hold the number or issuer of a plan, which the list of documents proves. */
  isNumbered: boolean;
  vi: SubjectWords;
  en: SubjectWords;
  /** Of the one plan that is called something; undefined for several, or for one that nobody has named. */
  planName: { vi: string; en: string } | undefined;
  /** Words by which people say that they mean the place of the plans or of the office, folded. */
  placeWords: readonly string[];
  examples: { procedures: readonly string[]; plans: readonly string[] };
  /** One that officers may be of; undefined where no example names one. */
  agency: string | undefined;
  /** Set by the office for those who ask as citizens and as officers. */
  suggestions: { citizens: readonly string[]; officers: readonly string[] };
  greeting: string | undefined;
  /** "#0b5c8a" */
  colour: string | undefined;
  /** First and last year of the plans' tasks; null where none prints one. */
  years: readonly [number, number] | null;
}

/** Said where nothing is cited: see `isNumbered`. */
export interface SubjectWords {
  /** "Kế hoạch chính quyền số của tỉnh"; "" where there is no plan. */
  plans: string;
  /** The same without whose it is. */
  plansShort: string;
  /** With its place: "Kế hoạch chính quyền số của tỉnh Hoa Mai". */
  plansThere: string;
  /** "Kế hoạch chính quyền số của tỉnh và thủ tục hành chính" */
  subjects: string;
}

const NAME = "Trợ lý số";
const PROCEDURES = { vi: "thủ tục hành chính", en: "administrative procedures" } as const;

/** What is answered about, without whose the plan is: "thủ tục hành chính và Kế hoạch chính quyền số". */
export function inShort(
  about: About,
  and: string,
  { language = "vi", plansFirst = false }: { language?: "vi" | "en"; plansFirst?: boolean } = {},
): string {
  const { plansShort, subjects } = about[language];
  const named = [about.hasProcedures && PROCEDURES[language], plansShort].filter(Boolean);
  return (plansFirst ? named.reverse() : named).join(and) || subjects;
}

const known = new WeakMap<object, Map<OfficeProfile | undefined, About>>();

export function aboutOf(knowledge: Known, office?: OfficeProfile): About {
  let byOffice = known.get(knowledge);
  if (!byOffice) {
    byOffice = new Map();
    known.set(knowledge, byOffice);
  }
  let about = byOffice.get(office);
  if (!about) {
    about = read(knowledge, office);
    byOffice.set(office, about);
  }
  return about;
}

/** Before anything is loaded. */
export const aboutNothing = (office?: OfficeProfile): About => aboutOf(NOTHING, office);
const NOTHING: Known = {
  documents: [],
  tasks: [],
  duties: [],
  targets: [],
  facts: [],
  agencies: [],
  procedures: [],
};

function read(knowledge: Known, office: OfficeProfile | undefined): About {
  const plans = knowledge.documents.filter(({ kind }) => kind === "plan");
  const words = plans.length === 1 ? plans[0]!.words : undefined;
  const hasProcedures = knowledge.procedures.length > 0;
  const vi = words
    ? {
        plans: `${words.name} ${words.owner}`,
        plansShort: words.name,
        plansThere: `${words.name} ${words.place}`,
      }
    : sameFor(["", titleOf(plans[0]), "các kế hoạch đã nạp"][Math.min(2, plans.length)]!);
  const en = words
    ? {
        plans: `the ${words.english.owner} ${words.english.name}`,
        plansShort: `the ${words.english.name}`,
        plansThere: `the ${words.english.name} ${words.english.place}`,
      }
    : sameFor(["", titleOf(plans[0]), "the plans that are loaded"][Math.min(2, plans.length)]!);
  const examples = planExamples(plans, knowledge);
  const subjects = (plan: string, procedures: string, both: string, nothing: string) =>
    [plan, hasProcedures && procedures].filter(Boolean).join(both) || nothing;
  return {
    name: office?.assistantName ?? NAME,
    plans: plans.length,
    hasProcedures,
    isNumbered: plans.length === 1 && !words,
    vi: { ...vi, subjects: subjects(vi.plans, PROCEDURES.vi, " và ", "các văn bản đã nạp") },
    en: {
      ...en,
      subjects: subjects(en.plans, PROCEDURES.en, " and ", "the documents that are loaded"),
    },
    planName: words && { vi: words.name, en: words.english.name },
    placeWords: placeWordsOf(plans, office),
    examples: { procedures: procedureExamples(knowledge), plans: examples },
    agency: examples.map((question) => LEADS.exec(question)?.[1]).find((name) => name !== undefined),
    suggestions: {
      citizens: office?.suggestions?.citizens ?? [],
      officers: office?.suggestions?.officers ?? [],
    },
    greeting: office?.greeting,
    colour: office?.theme?.colour,
    years: yearsOf(knowledge.tasks),
  };
}

/** "Kế hoạch 118/KH-UBND của Ủy ban nhân dân xã Hoa Mai" */
function titleOf(plan: SourceDocument | undefined): string {
  if (!plan) return "";
  const { number, issuer, title } = plan;
  const name = number === "" ? title : `${documentKind(number) ?? "Kế hoạch"} ${number}`;
  return issuer === "" || number === "" ? name : `${name} của ${inSmallLetters(issuer)}`;
}

/** Letterheads print their issuer in capitals: "ỦY BAN NHÂN DÂN XÃ HOA MAI" → "Ủy ban nhân dân xã Hoa Mai". */
function inSmallLetters(name: string): string {
  if (name !== name.toUpperCase()) return name;
  const small = name.toLowerCase();
  const place = PLACE_IN.exec(small);
  const from = place ? place.index + place[0].length : small.length;
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return capital(small.slice(0, from)) + small.slice(from).split(" ").map(capital).join(" ");
}

const PLACE_IN = /(?<!\p{L})(?:tỉnh|thành phố|xã|phường|đặc khu|huyện|thị xã|quận) /u;

const LEADS = /^([^?]{2,80}?) chủ trì những/u;

const sameFor = (text: string) => ({ plans: text, plansShort: text, plansThere: text });

const LEVELS = /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd) /iu;
const PLACE_LEVELS = /^(?:tỉnh|thành phố|xã|phường|đặc khu|huyện|thị xã|quận) /iu;

/** Of an issuer "Ủy ban nhân dân xã Sơn Hà": "sơn hà". */
function placeWordsOf(plans: readonly SourceDocument[], office: OfficeProfile | undefined): string[] {
  const ofIssuers = plans.flatMap(({ words, issuer }) => {
    if (words) return words.placeWords;
    const place = issuer.replace(LEVELS, "");
    return place === issuer || !PLACE_LEVELS.test(place) ? [] : [place.replace(PLACE_LEVELS, "")];
  });
  return [...new Set([...ofIssuers, ...(office?.places ?? [])].map((word) => fold(word)))].filter(Boolean);
}

const BIRTHS = /^đăng ký khai sinh$/iu;
const MOST_EXAMPLES = 3;
const USUAL_EXAMPLES: readonly (readonly [name: RegExp, question: string])[] = [
  [BIRTHS, "Đăng ký khai sinh cần giấy tờ gì?"],
  [/giấy phép lái xe/iu, "Đổi giấy phép lái xe mất bao lâu, lệ phí bao nhiêu?"],
  [/^tách thửa/iu, "Tách thửa đất nộp hồ sơ ở đâu?"],
];

/** What people ask for most where it is there; else the procedures with the shortest names. */
function procedureExamples({ procedures }: Known): string[] {
  const usual = USUAL_EXAMPLES.filter(([name]) => procedures.some((row) => name.test(row.name))).map(
    ([, question]) => question,
  );
  if (usual.length > 0) return usual;
  return [...procedures]
    .sort((a, b) => a.name.length - b.name.length)
    .slice(0, MOST_EXAMPLES)
    .map(({ name }) => `${name} cần giấy tờ gì?`);
}

function planExamples(plans: readonly SourceDocument[], knowledge: Known): string[] {
  const written = plans.flatMap(({ words }) => words?.examples ?? []);
  if (written.length > 0 && plans.length === 1) return written;
  const { tasks, duties, agencies } = knowledge;
  // The newest plan shows best what can be asked.
  const newest = [...plans].sort((a, b) => (b.issuedOn ?? "").localeCompare(a.issuedOn ?? ""))[0];
  const own = tasks.filter(({ documentId }) => documentId === newest?.id);
  const lead = own.flatMap(({ leads }) => leads).find(({ agencyId }) => agencyId !== null);
  const name = agencies.find(({ id }) => id === lead?.agencyId)?.name;
  const shortest = [...own].sort((a, b) => a.title.length - b.title.length)[0];
  const reports = duties.some(({ report, documentId }) => report && documentId === newest?.id);
  return [
    ...(name ? [`${name} chủ trì những nhiệm vụ nào?`] : []),
    ...(shortest ? [`Nhiệm vụ ${shortest.label} do ai chủ trì, hạn khi nào?`] : []),
    ...(reports ? ["Khi nào phải báo cáo kết quả thực hiện Kế hoạch?"] : []),
    ...(own.length === 0 && newest ? ["Mục tiêu của kế hoạch là gì?"] : []),
  ].slice(0, MOST_EXAMPLES);
}

/** A plan that goes on "và những năm tiếp theo" has no last year; the picture of years ends somewhere. */
const MOST_YEARS = 8;

function yearsOf(tasks: readonly Task[]): readonly [number, number] | null {
  const years = tasks
    .flatMap(({ due }) => due.spans.flatMap(({ from, until }) => [from, until]))
    .flatMap((day) => (day === null ? [] : [Number(day.slice(0, 4))]));
  if (years.length === 0) return null;
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  return [Math.max(first, last - MOST_YEARS + 1), last];
}

/** What may be suggested: the office's own questions first, then examples that the records answer. */
export function suggestionsOf(about: About, knowledge: Known, audience?: "citizen" | "officer"): string[] {
  const { citizens, officers } = about.suggestions;
  const own = audience === "officer" ? [...officers, ...citizens] : [...citizens, ...officers];
  const { procedures, plans } = about.examples;
  // As the shipped page has them: two of the plan, one of a procedure, one of the plan.
  const usual = [...plans.slice(0, 2), ...procedures.slice(0, 1), ...plans.slice(2)];
  return [...own, ...usual].filter((question) => isAskable(question, knowledge));
}
