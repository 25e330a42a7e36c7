/** What people mean who say so, by what examples taught: shares of the records that are loaded, of procedures and of the
 *  plan apart. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { NONE, PLAN } from "../examples/question-classifier.ts";
import type { TopicKind } from "../understanding/topic.ts";

export interface Meant {
  /** By code. */
  procedures: ReadonlyMap<string, number>;
  /** Of tasks, targets, duties and passages, by id. */
  planRecords: ReadonlyMap<string, number>;
  /** That the plan is meant at all: one of its records, or a set of its tasks. */
  plan: number;
  /** That no record answers. */
  none: number;
}

type Records = Pick<KnowledgeBase, "procedures" | "tasks" | "targets" | "duties" | "passages">;
type Kinds = ReadonlyMap<string, TopicKind>;

const known = new WeakMap<KnowledgeBase["procedures"], Kinds>();

/** Of every record that can be meant. */
export function kindsOf(knowledge: Records): Kinds {
  const kinds = known.get(knowledge.procedures) ?? readKinds(knowledge);
  known.set(knowledge.procedures, kinds);
  return kinds;
}

const readKinds = ({ procedures, tasks, targets, duties, passages }: Records): Kinds =>
  new Map<string, TopicKind>([
    ...procedures.map(({ code }) => [code, "procedure"] as const),
    ...tasks.map(({ id }) => [id, "task"] as const),
    ...targets.map(({ id }) => [id, "target"] as const),
    ...duties.map(({ id }) => [id, "duty"] as const),
    ...passages.map(({ id }) => [id, "passage"] as const),
  ]);

/** Records that are not loaded are left out. `found`: procedures that words and meaning found, with their scores; where the
 *  best one is none that the examples know, or the plan isn't, that no example means anything says nothing. */
export function meantOf(
  shares: ReadonlyMap<string, number>,
  knowledge: Records,
  found: () => ReadonlyMap<string, { score: number }>,
): Meant {
  const kinds = kindsOf(knowledge);
  const procedures = new Map<string, number>();
  const planRecords = new Map<string, number>();
  for (const [id, share] of shares) {
    const kind = kinds.get(id);
    if (kind) (kind === "procedure" ? procedures : planRecords).set(id, share);
  }
  const ofRecords = [...planRecords.values()].reduce((sum, share) => sum + share, 0);
  return {
    procedures,
    planRecords,
    plan: ofRecords + (shares.get(PLAN) ?? 0),
    none: isAmongStrangers(shares, knowledge, found) ? 0 : (shares.get(NONE) ?? 0),
  };
}

function isAmongStrangers(
  shares: ReadonlyMap<string, number>,
  { procedures, tasks }: Records,
  found: () => ReadonlyMap<string, { score: number }>,
): boolean {
  if (tasks.some(({ id }) => !shares.has(id))) return true;
  if (procedures.every(({ code }) => shares.has(code))) return false;
  const [best] = [...found()].sort((a, b) => b[1].score - a[1].score);
  return best !== undefined && !shares.has(best[0]);
}

/** The largest share but that of the one named. */
export function mostOf(shares: ReadonlyMap<string, number>, without?: string): number {
  let most = 0;
  for (const [id, share] of shares) if (share > most && id !== without) most = share;
  return most;
}
