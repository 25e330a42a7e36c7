/** What has been told of the asker's case: typed circumstances with their values, what was denied, an age, and how long ago
 *  it happened. Plain data: it is kept with the conversation. */
import { CIRCUMSTANCES, type CircumstanceId, isAlways, type When } from "../../knowledge/circumstances.ts";

type Values = Partial<Record<CircumstanceId, readonly string[]>>;

export interface Situation {
  told: Values;
  denied: Values;
  /** Whole years, of whom it is done for. */
  age?: number;
  /** Days since what the law counts from: a birth, a sale, the end of a job. */
  elapsedDays?: number;
}

export const NO_SITUATION: Situation = { told: {}, denied: {} };

/** As it was kept; what can't be read tells nothing. */
export function asSituation(value: unknown): Situation {
  const { told, denied, age, elapsedDays } = (value ?? {}) as Partial<Situation>;
  return {
    told: valuesOf(told),
    denied: valuesOf(denied),
    ...(Number.isFinite(age) ? { age: age! } : {}),
    ...(Number.isFinite(elapsedDays) ? { elapsedDays: elapsedDays! } : {}),
  };
}

const valuesOf = (kept: unknown): Values =>
  Object.fromEntries(
    Object.entries(kept ?? {}).filter(
      ([id, values]) => Object.hasOwn(CIRCUMSTANCES, id) && Array.isArray(values),
    ),
  );

/** Of these somebody may have several at once; of the others what is told last replaces what was told before. */
export const SEVERAL: ReadonlySet<CircumstanceId> = new Set<CircumstanceId>([
  "group",
  "hasPaper",
  "lacksPaper",
  "handling",
  "receipt",
  "land",
  "business",
  "building",
  "order",
]);
/** One paper is had or lacking, never both. */
const OPPOSITE: Partial<Record<CircumstanceId, CircumstanceId>> = {
  hasPaper: "lacksPaper",
  lacksPaper: "hasPaper",
};

const without = (values: readonly string[] = [], gone: readonly string[] = []): readonly string[] =>
  values.filter((value) => !gone.includes(value));

/** What is known once `now` was told after `before`. */
export function joined(before: Situation, now: Situation): Situation {
  const told: Values = { ...before.told };
  const denied: Values = { ...before.denied };
  for (const id of Object.keys(CIRCUMSTANCES) as CircumstanceId[]) {
    const [said = [], taken = []] = [now.told[id], now.denied[id]];
    if (said.length === 0 && taken.length === 0) continue;
    const kept = said.length > 0 && !SEVERAL.has(id) ? [] : without(told[id], taken);
    told[id] = [...new Set([...kept, ...said])];
    denied[id] = [...new Set([...without(denied[id], said), ...taken])];
    const opposite = OPPOSITE[id];
    if (opposite) told[opposite] = without(told[opposite], said);
  }
  const age = now.age ?? before.age;
  const elapsedDays = now.elapsedDays ?? before.elapsedDays;
  return {
    told: filled(told),
    denied: filled(denied),
    ...(age === undefined ? {} : { age }),
    ...(elapsedDays === undefined ? {} : { elapsedDays }),
  };
}

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, row]) => row.length > 0));

export const isEmpty = ({ told, denied, age, elapsedDays }: Situation): boolean =>
  Object.keys(told).length + Object.keys(denied).length === 0 &&
  age === undefined &&
  elapsedDays === undefined;

/** Does what was told meet the condition? Undefined while something that it turns on has not been told. `deadlineDays`: the
 *  days within which the law wants it filed, from which lateness is reckoned. */
export function meets(
  { told, denied, age, elapsedDays }: Situation,
  condition: When,
  deadlineDays?: number,
): boolean | undefined {
  if (isAlways(condition)) return true;
  const { age: ages, lateDays, ...lists } = condition;
  const late =
    elapsedDays === undefined || deadlineDays === undefined
      ? undefined
      : Math.max(0, elapsedDays - deadlineDays);
  const parts = [
    ...(Object.entries(lists) as [CircumstanceId, string[]][]).map(([id, wanted]) =>
      meetsOne(id, wanted, told, denied),
    ),
    ...(ages ? [within(age, ages)] : []),
    ...(lateDays ? [within(late, lateDays)] : []),
  ];
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function meetsOne(
  id: CircumstanceId,
  wanted: readonly string[],
  told: Values,
  denied: Values,
): boolean | undefined {
  const said = told[id] ?? [];
  if (said.some((value) => wanted.includes(value))) return true;
  const opposite = OPPOSITE[id];
  if (opposite && wanted.every((value) => (told[opposite] ?? []).includes(value))) return false;
  if (wanted.every((value) => (denied[id] ?? []).includes(value))) return false;
  return said.length > 0 && !SEVERAL.has(id) ? false : undefined;
}

function within(
  value: number | undefined,
  { from = 0, below = Number.POSITIVE_INFINITY }: { from?: number; below?: number },
): boolean | undefined {
  return value === undefined ? undefined : from <= value && value < below;
}

/** How many circumstances of the condition were told and meet it. */
export function metCount(situation: Situation, condition: When): number {
  const { age, lateDays: _late, ...lists } = condition;
  const met = (Object.entries(lists) as [CircumstanceId, string[]][]).filter(
    ([id, wanted]) => meetsOne(id, wanted, situation.told, situation.denied) === true,
  ).length;
  return met + (age && within(situation.age, age) === true ? 1 : 0);
}
