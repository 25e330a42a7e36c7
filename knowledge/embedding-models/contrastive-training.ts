/** Moves term vectors so that a query comes nearest to its own document among those of a batch: softmax over cosine
 *  similarities (van den Oord et al., 2018), Adam (Kingma & Ba, ICLR 2015) on the terms that a batch holds. */
import type { TermList } from "./term-vocabulary.ts";

export interface TrainingPair {
  query: TermList;
  document: TermList;
  /** Pairs of one group are not held against each other. */
  group: number;
}

export interface TrainingOptions {
  steps: number;
  /** Pairs a step. */
  batch: number;
  /** Similarities are divided by it: 0.01–0.1. */
  temperature: number;
  /** Step size against vectors whose values have a root mean square of 0.1. */
  learningRate: number;
  warmUpSteps: number;
}

const MEMORY = 0.9;
const SQUARE_MEMORY = 0.999;
const EPSILON = 1e-8;
/** Contributions below it change nothing that could be measured and cost most of the time. */
const NEGLIGIBLE = 1e-6;
/** The step size falls in a line to this share. */
const LAST_SHARE = 0.05;

/** Changes `vectors` (terms × dimensions) in place. `sample` gives the pairs of a step, at most `batch`. Calls
 *  `afterStep` with the number of steps done and the mean loss, in nats. */
export async function trainTermVectors(
  vectors: Float32Array,
  dimensions: number,
  sample: () => readonly TrainingPair[],
  options: TrainingOptions,
  afterStep: (done: number, loss: number) => Promise<void>,
): Promise<void> {
  const queries = new Side(vectors, dimensions, options.batch);
  const documents = new Side(vectors, dimensions, options.batch);
  const adam = new SparseAdam(vectors, dimensions);
  for (let step = 1; step <= options.steps; step++) {
    const pairs = sample();
    pairs.forEach((pair, i) => {
      queries.read(i, pair.query);
      documents.read(i, pair.document);
    });
    const loss = compare(pairs, queries, documents, options.temperature);
    pairs.forEach((pair, i) => {
      queries.pass(i, pair.query, adam);
      documents.pass(i, pair.document, adam);
    });
    const share = Math.min(step / options.warmUpSteps, Math.max(LAST_SHARE, 1 - step / options.steps));
    adam.step(options.learningRate * share);
    await afterStep(step, loss);
  }
}

/** The texts of one side of a batch, as unit vectors, and how the loss changes with each. */
class Side {
  readonly dimensions: number;
  /** batch × dimensions. */
  readonly units: Float32Array;
  readonly gradients: Float32Array;
  readonly #vectors: Float32Array;
  readonly #lengths: Float32Array;

  constructor(vectors: Float32Array, dimensions: number, batch: number) {
    this.dimensions = dimensions;
    this.units = new Float32Array(batch * dimensions);
    this.gradients = new Float32Array(batch * dimensions);
    this.#vectors = vectors;
    this.#lengths = new Float32Array(batch);
  }

  read(i: number, { terms, values }: TermList): void {
    const { dimensions, units } = this;
    const at = i * dimensions;
    units.fill(0, at, at + dimensions);
    for (let t = 0; t < terms.length; t++) {
      const from = terms[t]! * dimensions;
      const value = values[t]!;
      for (let d = 0; d < dimensions; d++) units[at + d]! += value * this.#vectors[from + d]!;
    }
    let square = 0;
    for (let d = 0; d < dimensions; d++) square += units[at + d]! * units[at + d]!;
    const length = Math.sqrt(square) || 1;
    for (let d = 0; d < dimensions; d++) units[at + d]! /= length;
    this.#lengths[i] = length;
    this.gradients.fill(0, at, at + dimensions);
  }

  /** Hands the gradient of text i on to its terms. */
  pass(i: number, { terms, values }: TermList, adam: SparseAdam): void {
    const { dimensions, units, gradients } = this;
    const at = i * dimensions;
    let along = 0;
    for (let d = 0; d < dimensions; d++) along += gradients[at + d]! * units[at + d]!;
    const length = this.#lengths[i]!;
    for (let d = 0; d < dimensions; d++)
      gradients[at + d] = (gradients[at + d]! - along * units[at + d]!) / length;
    for (let t = 0; t < terms.length; t++) adam.add(terms[t]!, values[t]!, gradients, at);
  }
}

/** Mean cross-entropy of finding each query's document; leaves the gradients in both sides. */
function compare(
  pairs: readonly TrainingPair[],
  queries: Side,
  documents: Side,
  temperature: number,
): number {
  const { dimensions } = queries;
  const chances = new Float64Array(pairs.length);
  let loss = 0;
  for (let i = 0; i < pairs.length; i++) {
    const query = i * dimensions;
    let highest = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < pairs.length; j++) {
      const document = j * dimensions;
      let product = 0;
      for (let d = 0; d < dimensions; d++)
        product += queries.units[query + d]! * documents.units[document + d]!;
      const rival = i === j || pairs[i]!.group !== pairs[j]!.group;
      chances[j] = rival ? product / temperature : Number.NEGATIVE_INFINITY;
      highest = Math.max(highest, chances[j]!);
    }
    let sum = 0;
    for (let j = 0; j < pairs.length; j++) sum += Math.exp(chances[j]! - highest);
    loss += highest + Math.log(sum) - chances[i]!;
    for (let j = 0; j < pairs.length; j++) {
      const chance = Math.exp(chances[j]! - highest) / sum;
      const slope = (chance - Number(i === j)) / (temperature * pairs.length);
      if (Math.abs(slope) < NEGLIGIBLE) continue;
      const document = j * dimensions;
      for (let d = 0; d < dimensions; d++) {
        queries.gradients[query + d]! += slope * documents.units[document + d]!;
        documents.gradients[document + d]! += slope * queries.units[query + d]!;
      }
    }
  }
  return pairs.length === 0 ? 0 : loss / pairs.length;
}

/** Adam that touches only the rows to which something was added since the last step. */
class SparseAdam {
  readonly #vectors: Float32Array;
  readonly #dimensions: number;
  readonly #gradients: Float32Array;
  readonly #means: Float32Array;
  readonly #squares: Float32Array;
  readonly #touched: Uint8Array;
  readonly #rows: number[] = [];
  #steps = 0;

  constructor(vectors: Float32Array, dimensions: number) {
    this.#vectors = vectors;
    this.#dimensions = dimensions;
    this.#gradients = new Float32Array(vectors.length);
    this.#means = new Float32Array(vectors.length);
    this.#squares = new Float32Array(vectors.length);
    this.#touched = new Uint8Array(vectors.length / dimensions);
  }

  /** Adds value × source[at … at + dimensions] to the gradient of a row. */
  add(row: number, value: number, source: Float32Array, at: number): void {
    if (this.#touched[row] === 0) {
      this.#touched[row] = 1;
      this.#rows.push(row);
    }
    const gradients = this.#gradients;
    const to = row * this.#dimensions;
    for (let d = 0; d < this.#dimensions; d++) gradients[to + d]! += value * source[at + d]!;
  }

  step(learningRate: number): void {
    this.#steps++;
    const rate = (learningRate * Math.sqrt(1 - SQUARE_MEMORY ** this.#steps)) / (1 - MEMORY ** this.#steps);
    const vectors = this.#vectors;
    const gradients = this.#gradients;
    const means = this.#means;
    const squares = this.#squares;
    for (const row of this.#rows) {
      const start = row * this.#dimensions;
      for (let i = start; i < start + this.#dimensions; i++) {
        const gradient = gradients[i]!;
        const mean = MEMORY * means[i]! + (1 - MEMORY) * gradient;
        const square = SQUARE_MEMORY * squares[i]! + (1 - SQUARE_MEMORY) * gradient * gradient;
        means[i] = mean;
        squares[i] = square;
        vectors[i]! -= (rate * mean) / (Math.sqrt(square) + EPSILON);
        gradients[i] = 0;
      }
      this.#touched[row] = 0;
    }
    this.#rows.length = 0;
  }
}
