/** What differs between two plans: tasks are paired by how alike their titles are, each once, the most alike first. */
import type { Task } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";

export interface PlanChanges {
  added: Task[];
  gone: Task[];
  /** Of each pair what is printed otherwise. */
  changed: { from: Task; to: Task; lead: boolean; period: boolean }[];
  same: { from: Task; to: Task }[];
}

/** Share of the words that two titles have in common (Dice), 0..1. */
const ALIKE = 0.6;

export function changesBetween(before: readonly Task[], after: readonly Task[]): PlanChanges {
  const olds = before.map((task) => ({ task, words: wordsOf(task.title) }));
  const news = after.map((task) => ({ task, words: wordsOf(task.title) }));
  const pairs = news
    .flatMap((now) =>
      olds.map((old) => ({ now: now.task, old: old.task, likeness: likeness(old.words, now.words) })),
    )
    .filter((pair) => pair.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness);
  const partner = new Map<Task, Task>();
  const taken = new Set<Task>();
  for (const { now, old } of pairs) {
    if (partner.has(now) || taken.has(old)) continue;
    partner.set(now, old);
    taken.add(old);
  }
  const changes: PlanChanges = {
    added: after.filter((task) => !partner.has(task)),
    gone: before.filter((task) => !taken.has(task)),
    changed: [],
    same: [],
  };
  for (const to of after) {
    const from = partner.get(to);
    if (!from) continue;
    const lead = plain(from.leadPrinted) !== plain(to.leadPrinted);
    const period = plain(from.period) !== plain(to.period);
    if (lead || period) changes.changed.push({ from, to, lead, period });
    else changes.same.push({ from, to });
  }
  return changes;
}

const plain = (text: string): string => fold(text).replace(/\s+/g, " ").trim();

function wordsOf(title: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const word of plain(title).split(/[^a-z0-9]+/)) if (word) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const size = (words: ReadonlyMap<string, number>) => [...words.values()].reduce((sum, n) => sum + n, 0);
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  const all = size(a) + size(b);
  return all === 0 ? 0 : (2 * common) / all;
}
