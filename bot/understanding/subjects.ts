/** The words of a question that name its subject: what is left once signals, names, labels and times are taken out. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { CUES, type Cue } from "./cues.ts";
import type { PhraseMatch, Span } from "./phrases.ts";

/** As typed, and where something is replaced, with the words that stand for others. */
export type Readings = Token[][];

export class SubjectWords {
  readonly #tokens: readonly Token[];
  readonly #signals: readonly PhraseMatch<Cue>[];
  readonly #stops: ReadonlySet<number>;
  /** Positions of what names something else than a subject. */
  readonly #used: ReadonlySet<number>;

  constructor(
    tokens: readonly Token[],
    signals: readonly PhraseMatch<Cue>[],
    stops: ReadonlySet<number>,
    used: readonly Span[],
  ) {
    this.#tokens = tokens;
    this.#signals = signals;
    this.#stops = stops;
    this.#used = positionsOf(used);
  }

  /** Of replacements those whose words are not all used, and that cut into no longer signal: "mới mất bao lâu". */
  fitting(replacements: readonly PhraseMatch<Token[]>[]): PhraseMatch<Token[]>[] {
    return replacements.filter(
      (match) =>
        !isAllIn(match, this.#used) &&
        !this.#signals.some(
          (cue) => cue.to - cue.from > 1 && cutsInto(cue, match) && CUES[cue.value].consumed,
        ),
    );
  }

  /** Signals for which `keeps` stay words of the subject; those of the spans `without` don't. */
  read(
    keeps: (cue: Cue) => boolean,
    replacements: readonly PhraseMatch<Token[]>[],
    without: readonly Span[] = [],
  ): Readings {
    const removed = new Set([...this.#used, ...this.#stops]);
    const taken = this.#signals.filter(({ value }) => CUES[value].consumed && !keeps(value));
    for (const { from, to } of [...without, ...taken]) for (let i = from; i < to; i++) removed.add(i);
    const typed = this.#tokens.filter((_token, i) => !removed.has(i));
    if (replacements.length === 0) return [typed];
    const replaced = this.#tokens.flatMap((token, i) => {
      const replacement = replacements.find((match) => i >= match.from && i < match.to);
      if (replacement) return i === replacement.from ? replacement.value : [];
      return removed.has(i) ? [] : [token];
    });
    return [typed, replaced];
  }
}

const positionsOf = (spans: readonly Span[]): Set<number> => {
  const positions = new Set<number>();
  for (const { from, to } of spans) for (let i = from; i < to; i++) positions.add(i);
  return positions;
};

/** They share words, and neither holds the other. */
const cutsInto = (a: Span, b: Span): boolean =>
  a.from < b.to &&
  b.from < a.to &&
  !(a.from <= b.from && b.to <= a.to) &&
  !(b.from <= a.from && a.to <= b.to);

const isAllIn = ({ from, to }: Span, positions: ReadonlySet<number>): boolean => {
  for (let i = from; i < to; i++) if (!positions.has(i)) return false;
  return true;
};
