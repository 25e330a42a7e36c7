/** A fixed set of strings, each with its number, over two typed arrays: no object per string, nothing to parse. */

export interface TermDictionaryData {
  /** UTF-16 units of all terms, one after another. */
  units: Uint16Array;
  /** Where each term ends in `units`. */
  ends: Uint32Array;
}

export class TermDictionary {
  readonly data: TermDictionaryData;

  constructor(data: TermDictionaryData) {
    this.data = data;
  }

  /** Numbers are those of the list, which must be in the order of Array.prototype.sort() and without repeats. */
  static of(sorted: readonly string[]): TermDictionary {
    const ends = new Uint32Array(sorted.length);
    let size = 0;
    sorted.forEach((term, i) => {
      size += term.length;
      ends[i] = size;
    });
    const units = new Uint16Array(size);
    let at = 0;
    for (const term of sorted) for (let i = 0; i < term.length; i++) units[at++] = term.charCodeAt(i);
    return new TermDictionary({ units, ends });
  }

  get size(): number {
    return this.data.ends.length;
  }

  /** Throws RangeError. */
  term(number: number): string {
    const { units, ends } = this.data;
    if (!(number in ends)) throw new RangeError(`no term ${number}`);
    return String.fromCharCode(...units.subarray(number === 0 ? 0 : ends[number - 1], ends[number]));
  }

  /** Number of the term, -1 when unknown. Binary search. */
  numberOf(term: string): number {
    let low = 0;
    let high = this.data.ends.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(middle, term);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #compare(number: number, term: string): number {
    const { units, ends } = this.data;
    const start = number === 0 ? 0 : ends[number - 1]!;
    const length = ends[number]! - start;
    const shared = Math.min(length, term.length);
    for (let i = 0; i < shared; i++) {
      const difference = units[start + i]! - term.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - term.length;
  }
}
