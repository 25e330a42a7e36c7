/** The verdict that opens an answer about a procedure: a claim confirmed or denied, a question of yes or no decided by the
 *  record and the case told, or that the record doesn't tell. */
import type { Aspect } from "../../knowledge/records.ts";
import type { Draft } from "../draft.ts";
import { lateOf } from "../situations/settle.ts";
import type { Whether } from "../understanding/whether-rows.ts";
import { FINDERS } from "./findings/finders.ts";
import { type Asked, type Finding, quoted } from "./findings/finding.ts";
import { signing } from "./findings/ways-and-places.ts";
import { claimFinding, placeFinding } from "./procedure-facts.ts";
import { MUCH, type Sentence, sentencesOf, tellingSentence } from "./procedure-sentences.ts";
import { speaksOf } from "./procedure-told.ts";
import { cite, forEar } from "./procedure-words.ts";

const MOST = 3;
/** A fact likelier than this opens the answer; one that is less likely is told behind what else is told. */
const OPENS = 0.35;
/** A fact likelier than this answers by itself. */
const SURE = 0.6;
/** What asks so generally that a sentence of the record that tells of its words comes before it. */
const GENERAL: ReadonlySet<Whether> = new Set<Whether>(["eligible"]);
/** A yes to one of these tells nothing of what has to be signed. */
const OF_WAYS: ReadonlySet<Whether> = new Set<Whether>([
  "eligible",
  "elsewhere",
  "inPerson",
  "other",
  "place",
  "online",
  "post",
]);
/** Beside one of these it only says that something is put to yes or no. */
const WITHIN: Readonly<Partial<Record<Whether, readonly Whether[]>>> = {
  eligible: [
    "late",
    "wait",
    "other",
    "elsewhere",
    "inPerson",
    "online",
    "post",
    "free",
    "fee",
    "sameDay",
    "place",
    "need",
  ],
  must: ["need", "inPerson", "fee", "other", "place", "online"],
  need: ["inPerson", "elsewhere", "fee", "other", "place", "online"],
  place: ["elsewhere", "online"],
  online: ["inPerson"],
};

/** Most particular first; empty where nothing is put to yes or no, or the record doesn't tell. None is a sentence that speaks of
 *  another case than the asker's. */
export const findingsOn = (asked: Asked): Finding[] =>
  findingsFor(asked).filter(
    ({ verdict, fact }) => verdict !== "told" || speaksOf(fact, asked.situation) !== false,
  );

function findingsFor(asked: Asked): Finding[] {
  const { query, knowledge, procedure } = asked;
  const claimed = [claimFinding(asked), placeFinding(asked)].flatMap((row) => row ?? []);
  if (claimed.length > 0) return claimed;
  const { whether } = query;
  const items = askedItems(asked).filter(({ share }) => opens(share, query));
  const bySentence = () =>
    items.length > 0
      ? items
      : told(ofCase(tellingSentence(sentencesOf(procedure), query, knowledge, MUCH), asked));
  const asksAspects = asksAspect(query);
  if (whether === undefined) return query.particular && !asksAspects ? bySentence() : items;
  const isWithin = (row: Whether) => WITHIN[row]?.some((other) => whether.includes(other)) ?? false;
  const kinds = whether.filter((row) => !isWithin(row));
  // "Tới 30/11 mới nộp thì có sao không": by the day on which it is going to be filed.
  if (asked.situation.aheadDays !== undefined && lateOf(procedure, asked.situation)) kinds.unshift("late");
  if (
    !query.isCaseKnown &&
    asked.situation.age !== undefined &&
    whether.includes("eligible") &&
    procedure.ages
  )
    kinds.unshift("eligible");
  // "Trễ 3 tháng có sao không": by the time told.
  const isLate = (lateOf(procedure, asked.situation, asked.day)?.days ?? 0) > 0;
  if (kinds.every((kind) => GENERAL.has(kind)) && !query.isCaseKnown && isLate) kinds.unshift("late");
  const signed = !query.isInherited && kinds.some((kind) => OF_WAYS.has(kind)) ? signing(asked) : undefined;
  const found: Finding[] = signed ? [signed] : [];
  // What was only meant with something else is tried where that tells nothing.
  for (const kind of [...new Set([...kinds, ...whether.filter(isWithin)])]) {
    if (found.length > 0 && (GENERAL.has(kind) || isWithin(kind))) continue;
    if (signed && OF_WAYS.has(kind)) continue;
    const own = FINDERS[kind](asked);
    // An age that was told decides by itself.
    const [sentence] = GENERAL.has(kind) && own?.verdict === "only_if" && !isOfAge(own) ? bySentence() : [];
    const finding = own && sentence ? withSentence(own, sentence) : own;
    if (finding && !found.some(({ fact }) => fact === finding.fact)) found.push(finding);
  }
  if (found.length > 0) {
    const more = items.filter(({ fact }) => !found.some((row) => row.fact.includes(fact)));
    return [...found, ...more].slice(0, MOST);
  }
  return asksAspects ? [] : bySentence();
}

/** What may be asked for, too. */
export const findingsBehind = (asked: Asked): Finding[] =>
  askedItems(asked).filter(({ share }) => !opens(share, asked.query));

/** In this turn, and not before it. */
const asksAspect = ({ aspects, isInherited }: Asked["query"]): boolean => aspects.length > 0 && !isInherited;

/** Where an aspect was asked, that comes first. */
const opens = (share: number, query: Asked["query"]): boolean => share >= OPENS && !asksAspect(query);

/** The conditions, notes and terms that the words ask for. */
function askedItems(asked: Asked): (Finding & { share: number })[] {
  const { query, procedure, situation } = asked;
  const sentences = sentencesOf(procedure);
  const isDated = lateOf(procedure, situation) !== undefined;
  return (query.facts ?? [])
    .filter(({ pointer }) => !pointer.startsWith("/documents"))
    .flatMap(({ pointer, share }) => {
      const sentence = ofCase(
        sentences.find((row) => row.pointer === pointer),
        asked,
      );
      if (!sentence) return [];
      // By the time told it is known whether the term is kept.
      const late = isDated && pointer.startsWith("/deadlines") ? FINDERS.late(asked) : undefined;
      if (late) return [{ ...late, share }];
      const unsure = share < SURE ? ({ isUnsure: true } as const) : {};
      return [{ ...quoted(sentence), ...headOf(sentence), ...unsure, share }];
    });
}

/** A sentence that speaks of another case than the asker's answers nothing; the one beside it that speaks of his does. */
function ofCase(sentence: Sentence | undefined, { procedure, situation }: Asked): Sentence | undefined {
  if (!sentence || speaksOf(sentence.text, situation) !== false) return sentence;
  return sentencesOf(procedure).find(
    ({ locator, text }) => locator === sentence.locator && speaksOf(text, situation) === true,
  );
}

/** A note speaks for itself; of the others it is said what they are. */
const headOf = ({ pointer, locator }: Sentence) => (pointer.startsWith("/notes") ? {} : { head: locator });

const isOfAge = ({ proofs }: Finding): boolean => proofs.some(({ pointer }) => pointer === "/ages");

const told = (sentence: ReturnType<typeof tellingSentence>): Finding[] =>
  sentence ? [quoted(sentence)] : [];

/** The sentence that tells of what was asked, unless the conditions hold it already. */
const withSentence = (finding: Finding, sentence: Finding): Finding =>
  finding.fact.includes(sentence.fact) ? finding : sentence;

/** Says the findings and returns what need not be told besides. */
export function sayFindings(findings: readonly Finding[], asked: Asked, draft: Draft): readonly Aspect[] {
  for (const { head, fact, proofs, computed = [] } of findings) {
    for (const { pointer, part, quote } of proofs) cite(draft, asked.procedure, pointer, part, [quote]);
    for (const { value, rule } of computed) draft.compute(value, rule);
    const capital = fact.charAt(0).toUpperCase() + fact.slice(1);
    draft.say(head === "" ? `**${capital}.**` : `**${head}**: ${fact}.`);
    draft.speak(forEar(head === "" ? capital : `${head}: ${fact}`));
  }
  return findings.flatMap(({ covers }) => covers);
}

/** Said where something is put to yes or no and the record doesn't tell. */
export const UNTOLD = "Thủ tục này không nói riêng về điều đó; anh/chị hỏi nơi tiếp nhận cho chắc.";
