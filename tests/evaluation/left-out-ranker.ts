/** The ranker on authors whose turns its weights were not learned from. */
import type { Features } from "../../bot/ranker/features.ts";
import { scoreOf } from "../../bot/ranker/rank.ts";
import { softmax } from "../../bot/ranker/softmax.ts";
import { type Choice, train } from "../../bot/ranker/train.ts";
import { binsOf, type LeftOutParts, type Share } from "./left-out.ts";

/** A turn of which something is expected. */
export interface Measured {
  author: string;
  /** Of each reading, what speaks for it and whether its answer is right. */
  rows: readonly Features[];
  right: readonly boolean[];
  /** Whether the answer is right, where nothing is weighed. */
  certain?: boolean;
}

const FOLDS = 10;

/** The house is left out by itself, everybody else a tenth at a time. The bins hold weighed turns of the others alone. */
export function leaveOutAuthors(
  choices: readonly (Choice & { author: string })[],
  measured: readonly Measured[],
  learn: (choices: readonly Choice[]) => Record<string, number> = (rest) => train(rest),
): LeftOutParts["ranker"] {
  const names = [...new Set(measured.map(({ author }) => author))].filter((name) => name !== "house").sort();
  const folds = Array.from({ length: FOLDS }, (_none, fold) =>
    names.filter((_name, i) => i % FOLDS === fold),
  );
  const authors: Record<string, Share> = {};
  const answers: { probability: number; isRight: boolean }[] = [];
  for (const out of [["house"], ...folds]) {
    const own = measured.filter(({ author }) => out.includes(author));
    if (own.length === 0) continue;
    const weights = learn(choices.filter(({ author }) => !out.includes(author)));
    for (const { author, rows, right, certain } of own) {
      const shares = softmax(rows.map((row) => scoreOf(row, weights)));
      const probability = Math.max(...shares);
      const isRight = certain ?? right[shares.indexOf(probability)]!;
      const share = authors[author] ?? { of: 0, right: 0 };
      authors[author] = { of: share.of + 1, right: share.right + (isRight ? 1 : 0) };
      if (certain === undefined && author !== "house") answers.push({ probability, isRight });
    }
  }
  return { authors, bins: binsOf(answers) };
}
