/** Counts right answers by topic and form, with an interval for how far a small count can be trusted. */
import { FORMS, type Row, TOPICS } from "./expectation.ts";

/** The outcome of one row: a conversation is right when every turn is. */
export interface Outcome {
  id: string;
  topic: (typeof TOPICS)[number];
  form: (typeof FORMS)[number];
  turns: Row["turns"];
  /** One string a failed check, with the number of its turn when there are several. */
  failures: string[];
  /** One line a turn: status, kind, text. */
  replies: string[];
}

export interface Score {
  n: number;
  right: number;
  /** Share of right answers, 0 to 1. */
  share: number;
  /** Wilson 95 % interval of the share, 0 to 1. */
  interval: [low: number, high: number];
}

export interface Scorecard {
  total: Score;
  topics: Record<string, Score>;
  forms: Record<string, Score>;
  /** Replies that the figure lock refused; must be 0. */
  lockFailures: number;
}

/** Two-sided 95 % quantile of the normal distribution. */
const Z = 1.959964;

/** Score interval of a proportion of n > 0 trials. Source: E. B. Wilson, JASA 22 (1927), 209-212. */
export function wilson(right: number, n: number): [low: number, high: number] {
  const share = right / n;
  const spread = Z ** 2 / n;
  const centre = share + spread / 2;
  const half = Math.sqrt(spread * (share * (1 - share) + spread / 4));
  return [Math.max(0, (centre - half) / (1 + spread)), Math.min(1, (centre + half) / (1 + spread))];
}

export function scorecard(outcomes: readonly Outcome[], lockFailures: number): Scorecard {
  const by = (key: "topic" | "form", names: readonly string[]) =>
    Object.fromEntries(
      names
        .map((name) => [name, outcomes.filter((outcome) => outcome[key] === name)] as const)
        .filter(([, group]) => group.length > 0)
        .map(([name, group]) => [name, score(group)]),
    );
  return { total: score(outcomes), topics: by("topic", TOPICS), forms: by("form", FORMS), lockFailures };
}

function score(outcomes: readonly Outcome[]): Score {
  const n = outcomes.length;
  const right = outcomes.filter((outcome) => outcome.failures.length === 0).length;
  return { n, right, share: right / n, interval: wilson(right, n) };
}

/** For people: one line a topic, a form and the total, in percent. */
export function formatScorecard(card: Scorecard): string {
  const line = (name: string, { n, right, share, interval }: Score) =>
    [
      name.padEnd(14),
      String(n).padStart(5),
      String(right).padStart(6),
      percent(share).padStart(7),
      ` ${percent(interval[0])} - ${percent(interval[1])}`,
    ].join(" ");
  return [
    "                   n  right       %  Wilson 95 %",
    ...Object.entries(card.topics).map(([name, score]) => line(name, score)),
    "",
    ...Object.entries(card.forms).map(([name, score]) => line(name, score)),
    "",
    line("total", card.total),
    `figure-lock failures: ${card.lockFailures}`,
  ].join("\n");
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
