/** Learns the weights of the second opinion on danger: stochastic gradient descent in an order that is the same every time,
 *  so that the same examples give the same weights. */
import type { HelpLineNumber } from "../../knowledge/help-lines.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { type DangerWeights, LINES, type LinearWeights } from "./danger-model.ts";
import { dangerFeaturesOf, SENSITIVE_RULES } from "./sensitive.ts";
import type { SensitiveKind } from "./sensitive-rule.ts";

export interface DangerExample {
  text: string;
  /** Of the danger, where that was labelled; the first line is to be called first. */
  about?: "danger" | "selfHarm";
  lines?: readonly HelpLineNumber[];
}

const EPOCHS = 40;
/** Of the narrower questions, which have few examples. */
const FEW_EPOCHS = 60;
const RATE = 0.5;
const RATE_DECAY = 0.2;
const BIAS_RATE = 0.1;
const WEIGHT_DECAY = 0.001;
/** What dangers weigh, all together, beside what is ordinary: the odds are over 0 where about one of a thousand ordinary
 *  questions of authors left out would be. */
const DANGER_SHARE = 0.9;
/** A look-alike that somebody wrote down for a rule counts as so many: it is what tells the two apart. */
const LOOK_ALIKE = 3;
const DIGITS = 2;
/** What is declined for other reasons than danger. */
const DECLINED: ReadonlySet<SensitiveKind> = new Set<SensitiveKind>(["unlawful", "accusation", "politics"]);
/** Smaller weights change no reading; without them the file is a third of the size. */
const LEAST_WEIGHT = 0.2;

export interface GuardExamples {
  dangers: readonly DangerExample[];
  /** Of people who are in no danger. */
  ordinary: readonly string[];
  /** Questions that a record answers: none is declined. */
  ofRecords: readonly string[];
  /** What is declined for another reason than danger. */
  declined: readonly string[];
}

/** From these examples and those of the rules, each as it stands and as it is typed without diacritics. */
export function trainDangerModel(
  { dangers, ordinary, ofRecords, declined: toDecline }: GuardExamples,
  featuresOf: (text: string) => string[] = dangerFeaturesOf,
): Omit<DangerWeights, "trainedOn"> {
  const ofRules = SENSITIVE_RULES.flatMap(({ kind, lines, examples }) =>
    lines && (kind === "danger" || kind === "selfHarm")
      ? examples.map((text): DangerExample => ({ text, about: kind, lines }))
      : [],
  );
  const calm = SENSITIVE_RULES.flatMap(({ lines, examples, not }) => [...not, ...(lines ? [] : examples)]);
  const inDanger = bothWays([...dangers, ...ofRules], ({ text }) => text, featuresOf).map(
    ({ row, features }) => ({
      ...row,
      features,
    }),
  );
  const featuresOfAll = (texts: readonly string[]) =>
    bothWays(texts, (text) => text, featuresOf).map(({ features }) => features);
  const lookAlikes = featuresOfAll(calm);
  const others = [
    ...featuresOfAll([...ordinary, ...ofRecords]),
    ...Array.from({ length: LOOK_ALIKE }, () => lookAlikes).flat(),
  ];
  const declined = featuresOfAll([
    ...toDecline,
    ...SENSITIVE_RULES.flatMap(({ kind, examples }) => (DECLINED.has(kind) ? examples : [])),
  ]);
  const answered = featuresOfAll([...ofRecords, ...calm]);
  const labelled = inDanger.filter(({ lines }) => lines !== undefined);
  const among = (isOne: (row: DangerExample) => boolean): LinearWeights =>
    trained(
      labelled.map(({ features }) => features),
      (i) => isOne(labelled[i]!),
      FEW_EPOCHS,
      1,
    );
  return {
    danger: trained(
      [...inDanger.map(({ features }) => features), ...others],
      (i) => i < inDanger.length,
      EPOCHS,
      (DANGER_SHARE * others.length) / inDanger.length,
    ),
    declined: trained(
      [...declined, ...answered],
      (i) => i < declined.length,
      EPOCHS,
      (DANGER_SHARE * answered.length) / declined.length,
    ),
    selfHarm: among(({ about }) => about === "selfHarm"),
    lines: Object.fromEntries(
      LINES.map((line) => [line, among(({ lines }) => lines?.[0] === line)]),
    ) as DangerWeights["lines"],
  };
}

/** Rows of the same words count once. */
function bothWays<Row>(
  rows: readonly Row[],
  textOf: (row: Row) => string,
  featuresOf: (text: string) => string[],
) {
  const typed = new Map<string, Row>();
  for (const row of rows)
    for (const text of [textOf(row), fold(textOf(row))])
      if (!typed.has(text.toLowerCase())) typed.set(text.toLowerCase(), row);
  return [...typed].map(([text, row]) => ({ row, features: featuresOf(text) }));
}

function trained(
  rows: readonly (readonly string[])[],
  isPositive: (i: number) => boolean,
  epochs: number,
  positiveWeight: number,
): LinearWeights {
  const ids = new Map<string, number>();
  const features = rows.map((row) =>
    row.map((name) => {
      const id = ids.get(name) ?? ids.size;
      ids.set(name, id);
      return id;
    }),
  );
  const weights = new Float64Array(ids.size);
  let bias = 0;
  let state = 1;
  const next = (below: number) => {
    // Park and Miller's generator.
    state = (state * 16807) % 2147483647;
    return state % below;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = RATE / (1 + RATE_DECAY * epoch);
    for (let step = 0; step < rows.length; step++) {
      const i = next(rows.length);
      const row = features[i]!;
      const norm = Math.sqrt(row.length || 1);
      let score = bias;
      for (const id of row) score += weights[id]! / norm;
      const truth = isPositive(i) ? 1 : 0;
      const gradient = rate * (truth - 1 / (1 + Math.exp(-score))) * (truth === 1 ? positiveWeight : 1);
      bias += BIAS_RATE * gradient;
      for (const id of row) weights[id] = weights[id]! * (1 - WEIGHT_DECAY) + gradient / norm;
    }
  }
  return {
    bias: Number(bias.toFixed(DIGITS)),
    weights: Object.fromEntries(
      [...ids]
        .map(([name, id]) => [name, Number(weights[id]!.toFixed(DIGITS))] as const)
        .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}
