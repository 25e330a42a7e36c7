/** Which record is meant: its names against the question, by their words and by their meaning, and its best chunk as a
 *  further witness. Meant for records
 *  that people ask for by name (procedures), of which a base may hold thousands with names that are much alike. */
import { Bm25Index, type Bm25Parameters, highest } from "./bm25.ts";
import type { Restorer } from "./diacritics.ts";
import { type SentenceModel, similarity } from "./embedding-models/sentence-model.ts";
import { withoutFormalWords } from "./procedure-names.ts";
import { readQuery } from "./read-query.ts";
import type { Chunk } from "./records.ts";
import { termsOf } from "./terms.ts";
import { readTexts } from "./token-corpus.ts";

export interface NamedRecord {
  id: string;
  /** The name, and others that people use; the best one counts. */
  names: readonly string[];
}

export interface RecordHit {
  id: string;
  /** Words: BM25 of the name + TEXT_WEIGHT × BM25 of the chunk, as a share of the most that a record has of them;
   *  + MEANING_WEIGHT × meaning. Best first; not comparable between questions. */
  score: number;
  /** Of the best name. */
  name: number;
  /** Of the best chunk. */
  text: number;
  /** Cosine of the question and the nearest name, −1..1. */
  meaning: number;
}

export interface FindOptions {
  /** Default 10. */
  limit?: number;
  /** The query went through the restorer before. Default false. */
  restored?: boolean;
}

export interface RecordFinder {
  find(query: string, options?: FindOptions): RecordHit[];
}

export interface RecordFinderParts {
  records: readonly NamedRecord[];
  chunks: readonly Pick<Chunk, "recordId">[];
  /** Documents are the chunks, in their order. */
  bm25: Pick<Bm25Index, "scoreAll">;
  restorer: Restorer;
  model: Pick<SentenceModel, "embed">;
  /** What `vectorsOfNames` gives for the records. */
  nameVectors: Float32Array;
}

/** For names: what is left unasked of a long name tells against it (b), no match is a gift (delta). */
const NAME_PARAMETERS: Readonly<Bm25Parameters> = { k1: 2, b: 0.9, delta: 0 };
const TEXT_WEIGHT = 0.5;
/** Chosen on questions of authors whom the model had not read: from 0.5 to 3 it makes little difference. */
const MEANING_WEIGHT = 4;
/** A record without a word of the question is found by its meaning alone when it is as near as this. */
const NEAR = 0.5;
const DEFAULT_LIMIT = 10;

const namesOf = (records: readonly NamedRecord[]): string[] =>
  records.flatMap(({ names }) => names.map(withoutFormalWords));

/** One unit vector after the other, in the order of the records' names. */
export function vectorsOfNames(
  records: readonly NamedRecord[],
  model: Pick<SentenceModel, "reader" | "dimensions">,
): Float32Array {
  const names = namesOf(records);
  const vectors = new Float32Array(names.length * model.dimensions);
  const embed = model.reader(readTexts(names));
  for (let i = 0; i < names.length; i++) vectors.set(embed(i), i * model.dimensions);
  return vectors;
}

export function createRecordFinder(parts: RecordFinderParts): RecordFinder {
  const { records, chunks, bm25, restorer, model, nameVectors } = parts;
  const names = namesOf(records);
  const owners = Uint32Array.from(records.flatMap((record, number) => record.names.map(() => number)));
  const numbers = new Map(records.map(({ id }, number) => [id, number]));
  const nameIndex = Bm25Index.build(
    names.map((name) => termsOf(name)),
    NAME_PARAMETERS,
  );
  const recordOfChunk = chunks.map(({ recordId }) => numbers.get(recordId));

  return {
    find(query, { limit = DEFAULT_LIMIT, restored = false } = {}) {
      const read = readQuery(query, restorer, restored);
      const nameScores = bestOf(read.scores(nameIndex), owners, records.length);
      const textScores = bestOf(read.scores(bm25), recordOfChunk, records.length);
      const words = nameScores.map((score, i) => score + TEXT_WEIGHT * textScores[i]!);
      const meanings = nearestNames(model.embed(read.text));
      const most = words.reduce((one, other) => Math.max(one, other), 0) || 1;
      const scores = words.map((score, i) =>
        score > 0 || meanings[i]! >= NEAR ? score / most + MEANING_WEIGHT * Math.max(0, meanings[i]!) : 0,
      );
      return highest(scores, limit).map(({ document, score }) => ({
        id: records[document]!.id,
        score,
        name: nameScores[document]!,
        text: textScores[document]!,
        meaning: meanings[document]!,
      }));
    },
  };

  function nearestNames(query: Float32Array): Float64Array {
    const best = new Float64Array(records.length).fill(-1);
    for (let name = 0; name < owners.length; name++) {
      const owner = owners[name]!;
      const near = similarity(query, nameVectors, name * query.length);
      if (near > best[owner]!) best[owner] = near;
    }
    return best;
  }
}

/** The highest of each owner's scores. */
function bestOf(
  scores: Readonly<Float64Array>,
  ownerOf: ArrayLike<number | undefined>,
  owners: number,
): Float64Array {
  const best = new Float64Array(owners);
  for (let i = 0; i < scores.length; i++) {
    const owner = ownerOf[i];
    if (owner !== undefined && scores[i]! > best[owner]!) best[owner] = scores[i]!;
  }
  return best;
}
