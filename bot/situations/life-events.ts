/** Events of a life that need several procedures, by the words people have for them. Which procedures, and in which order,
 *  comes from the relations between the records; a row only says where to begin. */
import { readFileSync } from "node:fs";
import type { ProcedureRecord } from "../../knowledge/records.ts";
import { PhraseIndex } from "../understanding/phrases.ts";
import { lateOf } from "./settle.ts";
import { meets, type Situation } from "./situation.ts";

export interface LifeEvent {
  /** For people: "Sinh con". */
  event: string;
  /** Codes of the procedures it begins with. */
  roots: readonly string[];
  patterns: string;
  examples: readonly string[];
  not: readonly string[];
}

export const LIFE_EVENTS: readonly LifeEvent[] = readFileSync(
  new URL("./life-events.jsonl", import.meta.url),
  "utf8",
)
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as LifeEvent);

export const EVENTS = new PhraseIndex<LifeEvent>();
for (const row of LIFE_EVENTS) EVENTS.addPatterns(`life-events/${row.event}`, row.patterns, row);

export interface LifeStep {
  /** Null: nothing that a record tells of ("công chứng hợp đồng"). */
  code: string | null;
  /** Why or when, in the words of the relation; "" for what the event begins with. */
  text: string;
  /** Not told whether it holds for the asker. */
  isIf: boolean;
}

export interface LifePlan {
  /** In their order. */
  steps: readonly LifeStep[];
  /** What does several of them in one go. */
  together: readonly LifeStep[];
}

type Find = (code: string) => ProcedureRecord | undefined;

/** Nobody reads further. */
const MOST_STEPS = 8;

/** What comes before the procedures, they themselves, and what usually comes next, for the case that was told. */
export function planOf(roots: readonly string[], situation: Situation, find: Find): LifePlan {
  const before: LifeStep[] = [];
  const next: LifeStep[] = [];
  const together: LifeStep[] = [];
  const taken = new Set<string>(roots);
  const add = (to: LifeStep[], step: LifeStep) => {
    const key = step.code ?? step.text;
    if (taken.has(key) || (step.code !== null && !find(step.code))) return;
    taken.add(key);
    to.push(step);
  };
  for (const code of roots) {
    const record = find(code);
    if (!record) continue;
    const late = lateOf(record, situation)?.days;
    const { relations } = record;
    for (const row of relations.together) add(together, { code: row.code, text: row.text, isIf: false });
    for (const [rows, to] of [
      [relations.before, before],
      [relations.next, next],
    ] as const)
      for (const row of rows) {
        const holds = meets(situation, row.when, late);
        if (holds !== false) add(to, { code: row.code, text: row.text, isIf: holds === undefined });
      }
  }
  const own = roots.filter((code) => find(code)).map((code): LifeStep => ({ code, text: "", isIf: false }));
  return { steps: [...before, ...own, ...next].slice(0, MOST_STEPS), together };
}
