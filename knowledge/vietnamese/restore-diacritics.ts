/** Puts back the diacritics of a text typed without them: Viterbi over the pairs of neighbours of a vocabulary. It serves
 *  the words that signal and that carry no topic (cues, places, courtesies), which the corpus of ../diacritics.ts hardly
 *  holds. */
import { fold } from "./normalize.ts";
import type { Token } from "./tokens.ts";

/** Counts of words and of neighbouring pairs ("sở y") as written. */
export interface PairCounts {
  forms: ReadonlyMap<string, number>;
  pairs: ReadonlyMap<string, number>;
}

/** Share of a pair's count that goes to unseen pairs (absolute discounting: Ney, Essen & Kneser 1994). */
const DISCOUNT = 0.75;
const SMALLEST = 1e-9;

/** Returns each token's most probable written form; a word that the corpus doesn't hold, and what is no word, stays.
 *  `byFolded` maps a folded word to its written forms. */
export function createRestorer({ forms, pairs }: PairCounts): (tokens: readonly Token[]) => string[] {
  const byFolded = new Map<string, string[]>();
  let total = 0;
  for (const [form, count] of forms) {
    total += count;
    const folded = fold(form);
    byFolded.set(folded, [...(byFolded.get(folded) ?? []), form]);
  }
  const after = new Map<string, { count: number; kinds: number }>();
  for (const [pair, count] of pairs) {
    const first = pair.slice(0, pair.indexOf(" "));
    const known = after.get(first) ?? { count: 0, kinds: 0 };
    after.set(first, { count: known.count + count, kinds: known.kinds + 1 });
  }
  const alone = (word: string) => ((forms.get(word) ?? 0) + 0.1) / (total + 1);
  const follows = (first: string, second: string): number => {
    const out = after.get(first);
    if (!out) return alone(second);
    const seen = Math.max((pairs.get(`${first} ${second}`) ?? 0) - DISCOUNT, 0) / out.count;
    return seen + ((DISCOUNT * out.kinds) / out.count) * alone(second);
  };

  return (tokens) => {
    let paths: { score: number; words: string[] }[] = [{ score: 0, words: [] }];
    for (const token of tokens) {
      const candidates = (token.kind === "word" && byFolded.get(token.folded)) || [token.text];
      paths = candidates.map((word) => {
        let best: { score: number; words: string[] } | undefined;
        for (const path of paths) {
          const previous = path.words.at(-1);
          const chance = previous === undefined ? alone(word) : follows(previous, word);
          const score = path.score + Math.log(Math.max(chance, SMALLEST));
          if (!best || score > best.score) best = { score, words: path.words };
        }
        return { score: best!.score, words: [...best!.words, word] };
      });
    }
    return paths.reduce((a, b) => (b.score > a.score ? b : a)).words;
  };
}
