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

/** What fewer people mean who say so is chance, even where it is the most. */
export const LIKELY_MEANT = 0.05;

/** A record without a word of the question is proposed where so many mean it. */
export const MUCH_MEANT = 0.1;

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

/** Records that are not loaded are left out. `found`: what words and meaning found, by record; `spokenOf`: the procedure that
 *  the story is about. Where either is a procedure that the examples don't know, they are silent; where a text is found that
 *  they don't know, it is what no example means. */
export function meantOf(
  shares: ReadonlyMap<string, number>,
  knowledge: Records,
  found: () => readonly FoundRecords[],
  spokenOf?: string,
): Meant {
  const kinds = kindsOf(knowledge);
  // A passage of the shipped plan that is a target or duty as well is known as that.
  const isStrange = (id: string) => kinds.has(id) && !shares.has(id) && !id.startsWith(SHIPPED_PASSAGE);
  const stranger = [...kinds.keys()].some(isStrange)
    ? [spokenOf ?? "", ...found().map(bestOf)].find(isStrange)
    : undefined;
  if (stranger !== undefined && kinds.get(stranger) === "procedure") return NOTHING_MEANT;
  const procedures = new Map<string, number>();
  const planRecords = new Map<string, number>();
  for (const [id, share] of shares) {
    const kind = kinds.get(id);
    if (kind) (kind === "procedure" ? procedures : planRecords).set(id, share);
  }
  let none = shares.get(NONE) ?? 0;
  if (stranger !== undefined) {
    planRecords.set(stranger, none);
    none = 0;
  }
  const ofRecords = [...planRecords.values()].reduce((sum, share) => sum + share, 0);
  return { procedures, planRecords, plan: ofRecords + (shares.get(PLAN) ?? 0), none };
}

export const NOTHING_MEANT: Meant = { procedures: new Map(), planRecords: new Map(), plan: 0, none: 0 };

type FoundRecords = ReadonlyMap<string, { score: number }>;
const SHIPPED_PASSAGE = "passage:";

const bestOf = (found: FoundRecords): string =>
  [...found].reduce((best, row) => (row[1].score > best[1].score ? row : best), [
    "",
    { score: 0 },
  ] as const)[0];

/** The largest share but that of the one named. */
export function mostOf(shares: ReadonlyMap<string, number>, without?: string): number {
  let most = 0;
  for (const [id, share] of shares) if (share > most && id !== without) most = share;
  return most;
}
