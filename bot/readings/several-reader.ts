/** Several subjects in one breath: "ba mảng: cháy rừng, dân tộc, hộ nghèo, ai lo cái nào", "tổng đài với trợ lý ảo khác
 *  nhau chỗ nào", "tỷ lệ đúng hẹn và mức hài lòng". Each part finds its own record. */
import type { Aspect } from "../../knowledge/records.ts";
import type { Query } from "../query.ts";
import type { TopicKind } from "../understanding/topic.ts";
import type { Subject, Understanding } from "../understanding/understand.ts";
import { partOf, type Utterance, utteranceOf } from "../understanding/utterance.ts";
import { aspectsOf } from "./aspects.ts";
import { has, type ReadingContext, taskAsks } from "./context.ts";
import { bestFirst, PROPOSED } from "./procedure-candidates.ts";
import type { Proposal } from "./reader.ts";
import { severalMeant, severalNamed } from "./several-procedures.ts";

const JOINS = /[,;:/]|(?<=\s)(?:và|với|hay|hoặc|còn|cùng|va|voi|vs|or|and)(?=\s)/giu;
const SHORTEST = 3;
const MOST = 6;
/** A part names its record so well. */
const NAMED = 0.55;
const ENOUGH = 0.8;

interface Part {
  id: string;
  coverage: number;
}

export function readSeveral(context: ReadingContext): Proposal[] {
  const together = severalNamed(context) ?? severalMeant(context);
  return [
    ...(together ? [{ query: together, features: { "procedures by name": 1 } }] : []),
    ...ofParts(context),
  ];
}

function ofParts(context: ReadingContext): Proposal[] {
  const { parts, understood } = subjectsOf(context);
  if (parts.length === 0) return [];
  const found = (kind: TopicKind): Part[] => {
    const ids: Part[] = [];
    for (const [i, { planTopics }] of understood.entries()) {
      // One of them alone is none of several.
      if (ids.length + understood.length - i < 2) return [];
      const [best, next] = context.topics.match(planTopics, [kind], 2);
      if (!best || best.coverage < NAMED || best.evidence < ENOUGH) continue;
      const isClear = !next || best.score > next.score;
      if (isClear && !ids.some(({ id }) => id === best.recordId))
        ids.push({ id: best.recordId, coverage: best.coverage });
    }
    return ids;
  };
  const headed = underOneHead(context, understood);
  const proposals: Proposal[] = [];
  const add = (kind: string, own: readonly Part[], query: Query) =>
    proposals.push({
      query,
      features: {
        [kind]: 1,
        [`${kind}: of all parts`]: own.length / parts.length,
        [`${kind}: weakest`]: Math.min(...own.map(({ coverage }) => coverage)),
      },
    });
  const tasks = found("task");
  const ids = tasks.map(({ id }) => id);
  if (tasks.length >= 2) {
    const asks = taskAsks(context);
    if (tasks.length === 2 && has(context, "compare"))
      add("comparison", tasks, { kind: "comparison", ids: [ids[0]!, ids[1]!], asks });
    else add("tasks", tasks, { kind: "task", ids, asks });
  }
  if (headed.length > tasks.length)
    add("under one head", headed, { kind: "task", ids: headed.map(({ id }) => id), asks: taskAsks(context) });
  const targets = found("target");
  if (targets.length >= 2)
    add("targets", targets, {
      kind: "target",
      ids: targets.map(({ id }) => id),
      completion: false,
      all: false,
    });
  const codes = severalParts(context);
  if (codes.length >= 2) {
    const asked = aspectsOf(context);
    const aspects: Aspect[] = asked.length > 0 || !has(context, "compare") ? asked : ["fee", "time", "place"];
    const queries = codes.slice(0, 3).map(({ id }): Query => ({ kind: "procedure", code: id, aspects }));
    add("procedures", codes, { kind: "many", queries });
  }
  return proposals;
}

interface Subjects {
  parts: readonly Utterance[];
  understood: readonly Subject[];
}

/** Of each part its subject; no parts where there are too few or too many. Once for all that ask of one question. */
function subjectsOf(context: ReadingContext): Subjects {
  const known = subjects.get(context.question);
  if (known) return known;
  const found = partsOf(context);
  const parts = found.length < 2 || found.length > MOST ? [] : found;
  const read = { parts, understood: parts.map((part) => context.understander.subjectOf(part)) };
  subjects.set(context.question, read);
  return read;
}
const subjects = new WeakMap<Understanding, Subjects>();

/** The procedures that the parts of a question name, each once. */
export function severalParts(context: ReadingContext): readonly Part[] {
  const known = named.get(context.question);
  if (known) return known;
  const { parts, understood } = subjectsOf(context);
  const codes = proceduresIn(context, parts, understood);
  named.set(context.question, codes);
  return codes;
}
const named = new WeakMap<Understanding, readonly Part[]>();

function proceduresIn(
  context: ReadingContext,
  parts: readonly Utterance[],
  understood: readonly Subject[],
): Part[] {
  const matchesOf = ({ procedureTopics, affirmed }: Subject) =>
    context.topics.matchProcedures(
      procedureTopics,
      context.knowledge.retriever.findProcedures(affirmed, { limit: 3 }).map(({ id }) => id),
      PROPOSED,
    );
  const codes: Part[] = [];
  for (const [i, part] of understood.entries()) {
    if (codes.length + understood.length - i < 2) break;
    let matches = matchesOf(part);
    // "Cấp đổi với cấp lại căn cước": what the last part names is meant of the others too, or what the first names: "đổi
    // căn cước với cấp lại do mất".
    if ((matches[0]?.coverage ?? 0) < NAMED) {
      const other = i < parts.length - 1 ? parts.at(-1)! : parts[0]!;
      matches = matchesOf(context.understander.subjectOf(utteranceOf(`${parts[i]!.text} ${other.text}`)));
    }
    const [best] = bestFirst(matches, context.knowledge);
    if (best && best.coverage >= NAMED && !codes.some(({ id }) => id === best.recordId))
      codes.push({ id: best.recordId, coverage: best.coverage });
  }
  return codes;
}

/** Not where the name of one procedure runs over "và" and commas. */
function partsOf({ question, topics }: ReadingContext): Utterance[] {
  const names = topics.procedurePlaces(question.tokens);
  const isInName = (at: number) =>
    names.some(({ from, to }) => question.tokens[from]!.start < at && at < question.tokens[to - 1]!.end);
  const { text } = question;
  const joins = [...text.matchAll(JOINS)].filter(({ index }) => !isInName(index));
  const starts = [0, ...joins.map((join) => join.index + join[0].length)];
  const ends = [...joins.map(({ index }) => index), text.length];
  return starts.flatMap((start, i) => {
    const part = text.slice(start, ends[i]);
    const from = start + part.length - part.trimStart().length;
    const to = start + part.trimEnd().length;
    return to - from < SHORTEST ? [] : [partOf(question, from, to)];
  });
}

/** "Dịch vụ thông minh cho giao thông với an ninh trật tự": what stands before the first part is meant of each. Rows that
 *  head and part find together, where each finds one of its own. */
function underOneHead(context: ReadingContext, parts: readonly Subject[]): Part[] {
  const topics = parts.map(({ planTopics }) => planTopics[0]!).filter((words) => words.length > 1);
  const [first, ...others] = topics;
  if (!first || others.length === 0) return [];
  for (let head = Math.min(first.length - 1, LONGEST_HEAD); head >= SHORTEST_HEAD; head--) {
    const shared = first.slice(0, head);
    const found = [first, ...others.map((part) => [...shared, ...part])].flatMap((words): Part[] => {
      const [best, next] = context.topics.match([words], ["task"], 2);
      const isClear = best && best.coverage >= NAMED && (!next || best.score > next.score);
      return isClear ? [{ id: best.recordId, coverage: best.coverage }] : [];
    });
    if (found.length === topics.length && new Set(found.map(({ id }) => id)).size === found.length)
      return found;
  }
  return [];
}
const LONGEST_HEAD = 4;
const SHORTEST_HEAD = 2;
