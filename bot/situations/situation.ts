/** What has been told of the asker's case: typed circumstances with their values, what was denied, an age, and how long ago
 *  it happened. Plain data: it is kept with the conversation. */
import {
  CIRCUMSTANCES,
  type CircumstanceId,
  EVENTS,
  type EventId,
  isAlways,
  listsOf,
  type When,
} from "../../knowledge/circumstances.ts";

type Values = Partial<Record<CircumstanceId, readonly string[]>>;

export interface Situation {
  told: Values;
  denied: Values;
  /** Whole years, of whom it is done for. */
  age?: number;
  /** Days since what the law counts from: a birth, a sale, the end of a job. */
  elapsedDays?: number;
  /** Since what; undefined where only the time is told. */
  since?: EventId;
  /** Told itself: "trễ 3 tháng". */
  lateDays?: number;
  /** Until the day on which it is going to be filed; undefined where none is told. */
  aheadDays?: number;
}

export const NO_SITUATION: Situation = { told: {}, denied: {} };

/** As it was kept; what can't be read tells nothing. */
export function asSituation(value: unknown): Situation {
  const { told, denied, age, elapsedDays, since, lateDays, aheadDays } = (value ?? {}) as Partial<Situation>;
  return {
    told: valuesOf(told),
    denied: valuesOf(denied),
    ...(Number.isFinite(age) ? { age: age! } : {}),
    ...(Number.isFinite(elapsedDays) ? { elapsedDays: elapsedDays! } : {}),
    ...(EVENTS.includes(since!) ? { since: since! } : {}),
    ...(Number.isFinite(lateDays) ? { lateDays: lateDays! } : {}),
    ...(Number.isFinite(aheadDays) ? { aheadDays: aheadDays! } : {}),
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

/** Of these one excludes the other, though both are of a circumstance that may have several values. */
const RIVALS: readonly (readonly [CircumstanceId, string, string])[] = [
  ["business", "turnover_below", "turnover_above"],
  ["building", "low_house", "big_house"],
  ["building", "house", "works"],
];
const rivalsOf = (id: CircumstanceId, said: readonly string[]): string[] =>
  RIVALS.flatMap(([of, one, other]) =>
    of !== id ? [] : [...(said.includes(one) ? [other] : []), ...(said.includes(other) ? [one] : [])],
  ).filter((value) => !said.includes(value));

/** What is told tells this, too. */
const IMPLIED: Readonly<Record<string, readonly (readonly [CircumstanceId, string])[]>> = {
  "building.low_house": [["building", "house"]],
  "building.big_house": [["building", "house"]],
  "vehicleState.scrapped": [["cause", "ended"]],
  "vehicleState.stolen": [["cause", "ended"]],
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
    const gone = [...taken, ...rivalsOf(id, said)];
    const kept = said.length > 0 && !SEVERAL.has(id) ? [] : without(told[id], gone);
    told[id] = [...new Set([...kept, ...said])];
    denied[id] = [...new Set([...without(denied[id], said), ...taken])];
    const opposite = OPPOSITE[id];
    if (opposite) told[opposite] = without(told[opposite], said);
  }
  const age = now.age ?? before.age;
  // Who is of another age is somebody else, and has not reached the age that was spoken of.
  if (now.age !== undefined && now.age !== before.age && !now.told.cause)
    told.cause = without(told.cause, ["reached_age"]);
  // A day that was thought of is not thought of for good.
  const ahead = now.aheadDays;
  return {
    told: filled(told),
    denied: filled(denied),
    ...(age === undefined ? {} : { age }),
    ...(ahead === undefined ? {} : { aheadDays: ahead }),
    ...timeOf(now.elapsedDays === undefined && now.lateDays === undefined ? before : now, before.since),
  };
}

/** Told anew without what has happened, it is of what was spoken of before. */
function timeOf(
  { elapsedDays, since, lateDays }: Situation,
  before: EventId | undefined,
): Pick<Situation, "elapsedDays" | "since" | "lateDays"> {
  const event = since ?? before;
  return {
    ...(elapsedDays === undefined ? {} : { elapsedDays }),
    ...(event === undefined ? {} : { since: event }),
    ...(lateDays === undefined ? {} : { lateDays }),
  };
}

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, row]) => row.length > 0));

export const isEmpty = ({ told, denied, age, elapsedDays, lateDays, aheadDays }: Situation): boolean =>
  Object.keys(told).length + Object.keys(denied).length === 0 &&
  [age, elapsedDays, lateDays, aheadDays].every((value) => value === undefined);

/** Does what was told meet the condition? Undefined while something that it turns on has not been told. `late`: days after
 *  the last one on which it could be filed in time, 0 until then; undefined when nothing is known of it. */
export function meets(situation: Situation, condition: When, late?: number): boolean | undefined {
  if (isAlways(condition)) return true;
  const { denied, age } = situation;
  const told = withImplied(withGroupOfAge(situation));
  const { age: ages, lateDays } = condition;
  const parts = [
    ...listsOf(condition).map(([id, wanted]) => meetsOne(id, wanted, told, denied)),
    ...(ages ? [within(age, ages)] : []),
    ...(lateDays ? [within(late, lateDays)] : []),
  ];
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

/** By law: the elderly are 60 and older, children younger than 16. */
const ELDERLY = 60;
const CHILD = 16;
const withGroupOfAge = ({ told, age }: Situation): Values => {
  const group =
    age === undefined ? undefined : age >= ELDERLY ? "elderly" : age < CHILD ? "child" : undefined;
  return group === undefined ? told : { ...told, group: [...(told.group ?? []), group] };
};

const withImplied = (told: Values): Values => {
  const more = (Object.entries(told) as [CircumstanceId, readonly string[]][]).flatMap(([id, values]) =>
    values.flatMap((value) => IMPLIED[`${id}.${value}`] ?? []),
  );
  const all: Values = { ...told };
  for (const [id, value] of more) all[id] = [...new Set([...(all[id] ?? []), value])];
  return all;
};

/** "Làm lại thẻ" doesn't say why: it may have been lost or damaged; what is damaged may be given up. */
const LEFT_OPEN: Readonly<Record<string, readonly string[]>> = {
  "cause.again": ["lost", "damaged", "expired", "wrong_data"],
  "cause.damaged": ["ended"],
};
const leavesOpen = (id: CircumstanceId, said: string, wanted: string): boolean =>
  LEFT_OPEN[`${id}.${said}`]?.includes(wanted) ?? false;

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
  const excluded = [...(denied[id] ?? []), ...rivalsOf(id, said)];
  if (wanted.every((value) => excluded.includes(value))) return false;
  const speaksAgainst = said.some((value) => !wanted.some((other) => leavesOpen(id, value, other)));
  return speaksAgainst && !SEVERAL.has(id) ? false : undefined;
}

function within(
  value: number | undefined,
  { from = 0, below = Number.POSITIVE_INFINITY }: { from?: number; below?: number },
): boolean | undefined {
  return value === undefined ? undefined : from <= value && value < below;
}

/** How many circumstances of the condition were told and meet it. */
export function metCount(situation: Situation, condition: When): number {
  const { age } = condition;
  const met = listsOf(condition).filter(
    ([id, wanted]) => meetsOne(id, wanted, situation.told, situation.denied) === true,
  ).length;
  return met + (age && within(situation.age, age) === true ? 1 : 0);
}
