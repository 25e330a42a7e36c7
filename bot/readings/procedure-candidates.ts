/** Which procedures a question may mean. Two witnesses are heard: the topic index, which knows how much of the question's
 *  subject a record covers and how much of its name was said, and retrieval, which reads the whole question, the words
 *  that also signal something ("chi phí", "trực tiếp") included, against names and texts. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { withoutFormalWords } from "../../knowledge/procedure-names.ts";
import { LEVELS, type ProcedureRecord } from "../../knowledge/records.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { procedureByCode } from "../answers/context.ts";
import { best } from "../understanding/select.ts";
import { CITY, OWN_PLACE } from "../understanding/stop-words.ts";
import type { TopicMatch } from "../understanding/topic.ts";
import type { ReadingContext } from "./context.ts";
import { LIKELY_MEANT } from "./meant.ts";

type Procedures = Pick<KnowledgeBase, "procedures">;

/** Records that the topic index proposes. */
export const PROPOSED = 30;

const KEPT = 20;

const MAX_TWINS = 2;

/** Share of retrieval in the sum. */
const FOUND_SHARE = 0.9;

/** What each word of a name that stands whole in the question is worth, up to a number of words. */
const NAME_WEIGHT = 0.04;

const LONG_NAME = 6;

/** Share of what examples taught, beside the others. */
const MEANT_SHARE = 1;

const SAME_COVERAGE = 0.02;

/** How much the best chunk lifts its record. */
const HIT_WEIGHT = 0.05;

/** Best first. */
export function findProcedures({
  question,
  topics,
  acts,
  found,
  hits,
  meant,
  knowledge,
}: ReadingContext): TopicMatch[] {
  const isNeeded = (i: number) => question.needed.some(({ from, to }) => i >= from && i < to);
  const named = topics.procedureNamesIn(question.tokens.filter((_token, i) => !isNeeded(i)));
  const taught = [...meant.procedures].flatMap(([code, share]) => (share >= LIKELY_MEANT ? [code] : []));
  const held = topics.matchProcedures(
    [...question.procedureTopics, ...question.officialTopics],
    new Set([...found.keys(), ...taught]),
    PROPOSED,
  );
  const isHeld = new Set(held.map(({ recordId }) => recordId));
  const strangers = taught.filter((code) => !isHeld.has(code)).map((code) => withoutWords(code, "procedure"));
  const matches = [...held, ...strangers].map((match) => {
    const called = named.get(match.recordId) ?? 0;
    return { match, called, score: match.score + NAME_WEIGHT * Math.min(called, LONG_NAME) };
  });
  // On the scale of the topic index, so that thresholds and records of the plan compare.
  const most = matches.reduce((one, { score }) => Math.max(one, score), 0) || 1;
  const scores = Float64Array.from(
    matches,
    ({ match: { recordId }, score }) =>
      (1 - FOUND_SHARE) * score +
      FOUND_SHARE * most * (found.get(recordId)?.score ?? 0) +
      MEANT_SHARE * most * (meant.procedures.get(recordId) ?? 0) +
      HIT_WEIGHT * (hits.get(recordId)?.score ?? 0) -
      acts.penalty(recordId, question.acts),
  );
  const fused = best([...matches.keys()], scores, KEPT).map((place): TopicMatch => {
    const { match, called } = matches[place]!;
    return {
      ...match,
      called,
      precision: called > 0 ? 1 : match.precision,
      score: scores[place]!,
      meaning: found.get(match.recordId)?.meaning ?? 0,
    };
  });
  const ofAge = fused.filter(({ recordId }) => isForAge(procedureByCode(knowledge, recordId), question.age));
  return twinsInOrder(plainFirst(ofAge.length > 0 ? ofAge : fused, knowledge), knowledge);
}

/** What shares no word with the question. */
export const withoutWords = (recordId: string, kind: TopicMatch["kind"]): TopicMatch => ({
  recordId,
  kind,
  coverage: 0,
  precision: 0,
  score: 0,
  evidence: 0,
});

/** By score, with variants after their plain procedures. */
export const bestFirst = (matches: readonly TopicMatch[], knowledge: Procedures): TopicMatch[] =>
  plainFirst(
    [...matches].sort((a, b) => b.score - a.score),
    knowledge,
  );

/** A variant that holds no more of the question than its plain procedure comes after it: nothing said tells it apart. */
function plainFirst(matches: readonly TopicMatch[], knowledge: Procedures): TopicMatch[] {
  const ordered = [...matches];
  for (let i = 0; i < ordered.length; i++) {
    const variant = ordered[i]!;
    const { variantOf } = procedureByCode(knowledge, variant.recordId);
    const place = ordered.findIndex(({ recordId }) => recordId === variantOf);
    const plain = ordered[place];
    if (!plain || place < i || plain.coverage < variant.coverage - SAME_COVERAGE) continue;
    if ((variant.called ?? 0) > (plain.called ?? 0)) continue;
    ordered.splice(place, 1);
    ordered.splice(i, 0, { ...plain, score: variant.score });
  }
  return ordered;
}

/** Of an age that the name speaks of: "cho người dưới 14 tuổi", "từ đủ 14 tuổi trở lên" (Luật Căn cước 2023, Điều 19). */
export function isForAge({ name }: ProcedureRecord, age: number | undefined): boolean {
  if (age === undefined) return true;
  const [, below] = /dưới (\d+) tuổi/iu.exec(name) ?? [];
  const [, from] = /từ (?:đủ )?(\d+) tuổi/iu.exec(name) ?? [];
  return !(below && age >= Number(below)) && !(from && age < Number(from));
}

/** Procedures of one name change places so that the one that serves the asker comes first. */
function twinsInOrder(matches: TopicMatch[], knowledge: Procedures): TopicMatch[] {
  const records = matches.map(({ recordId }) => procedureByCode(knowledge, recordId));
  const places = new Map<string, number[]>();
  records.forEach((record, place) => {
    const name = plainName(record);
    places.set(name, [...(places.get(name) ?? []), place]);
  });
  const ordered = [...matches];
  for (const own of places.values()) {
    const byStanding = [...own].sort((a, b) => standing(records[a]!) - standing(records[b]!));
    own.forEach((place, i) => {
      const { score, called } = matches[place]!;
      ordered[place] = { ...matches[byStanding[i]!]!, score, ...(called === undefined ? {} : { called }) };
    });
  }
  return ordered;
}

/** Lower comes first: what was reviewed here, what is the asker's own province's, what holds in the whole country, the
 *  copy of another province; among them the level that serves a citizen first. */
function standing(record: ProcedureRecord): number {
  const known = standings.get(record) ?? standingOf(record);
  standings.set(record, known);
  return known;
}
const standings = new WeakMap<ProcedureRecord, number>();

function standingOf({ reviewed, issuer, levels }: ProcedureRecord): number {
  const level = Math.min(LEVELS.length, ...levels.map((row) => LEVELS.indexOf(row)));
  const place = tokenize(issuer ?? "")
    .map((token) => token.folded)
    .join(" ");
  const isProvincial = /^(ubnd|uy ban nhan dan) /.test(place);
  const isOwn = isProvincial && [...OWN_PLACE, ...CITY].some((name) => place.includes(fold(name)));
  const rank = reviewed ? 0 : isOwn ? 1 : isProvincial ? 3 : 2;
  return rank * (LEVELS.length + 1) + level;
}

function plainName(record: ProcedureRecord): string {
  const known = plainNames.get(record) ?? withoutTail(fold(withoutFormalWords(record.name)), /[\s.;]/);
  plainNames.set(record, known);
  return known;
}
const plainNames = new WeakMap<ProcedureRecord, string>();

/** What may stand beside each other as choices: of procedures of one name no more than two. */
export function withoutCopies(matches: readonly TopicMatch[], knowledge: Procedures): TopicMatch[] {
  const counts = new Map<string, number>();
  return matches.filter(({ recordId }) => {
    const name = plainName(procedureByCode(knowledge, recordId));
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= MAX_TWINS;
  });
}

/** Of procedures of one name only the first. */
export function withoutTwins(matches: readonly TopicMatch[], knowledge: Procedures): TopicMatch[] {
  const names = matches.map(({ recordId }) => plainName(procedureByCode(knowledge, recordId)));
  return matches.filter((_match, i) => names.indexOf(names[i]!) === i);
}
