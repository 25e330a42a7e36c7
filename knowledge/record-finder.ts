/** Which record is meant: its names against the question, and its best chunk as a second witness. Meant for records
 *  that people ask for by name (procedures), of which a base may hold thousands with names that are much alike. */
import { Bm25Index, type Bm25Parameters, highest } from "./bm25.ts";
import type { Restorer } from "./diacritics.ts";
import { withoutFormalWords } from "./procedure-names.ts";
import { readQuery } from "./read-query.ts";
import type { Chunk } from "./records.ts";
import { termsOf } from "./terms.ts";

export interface NamedRecord {
  id: string;
  /** The name, and others that people use; the best one counts. */
  names: readonly string[];
}

export interface RecordHit {
  id: string;
  /** BM25 of the name + TEXT_WEIGHT × BM25 of the chunk. Best first; not comparable between questions. */
  score: number;
  /** Of the best name. */
  name: number;
  /** Of the best chunk. */
  text: number;
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
}

/** For names: what is left unasked of a long name tells against it (b), no match is a gift (delta). */
const NAME_PARAMETERS: Readonly<Bm25Parameters> = { k1: 2, b: 0.9, delta: 0 };
const TEXT_WEIGHT = 0.5;
const DEFAULT_LIMIT = 10;

export function createRecordFinder({ records, chunks, bm25, restorer }: RecordFinderParts): RecordFinder {
  const owners: number[] = [];
  const names: string[] = [];
  const numbers = new Map<string, number>();
  records.forEach((record, number) => {
    numbers.set(record.id, number);
    for (const name of record.names) {
      owners.push(number);
      names.push(withoutFormalWords(name));
    }
  });
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
      const scores = nameScores.map((score, i) => score + TEXT_WEIGHT * textScores[i]!);
      return highest(scores, limit).map(({ document, score }) => ({
        id: records[document]!.id,
        score,
        name: nameScores[document]!,
        text: textScores[document]!,
      }));
    },
  };
}

/** The highest of each owner's scores. */
function bestOf(
  scores: Readonly<Float64Array>,
  ownerOf: readonly (number | undefined)[],
  owners: number,
): Float64Array {
  const best = new Float64Array(owners);
  for (let i = 0; i < scores.length; i++) {
    const owner = ownerOf[i];
    if (owner !== undefined && scores[i]! > best[owner]!) best[owner] = scores[i]!;
  }
  return best;
}
