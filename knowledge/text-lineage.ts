/** Which texts a version indexes and which ones its embedding learned from, each known by a hash: what the next build
 *  needs to see how much of this version it may use again. */
import { createHash } from "node:crypto";
import { packArrays, unpackArrays } from "./packed-arrays.ts";

/** The first 64 bits of SHA-256, in hexadecimal. */
export type TextHash = string;

export interface TextLineage {
  /** Of each chunk, in their order. */
  texts: readonly TextHash[];
  /** Distinct ones. */
  learned: ReadonlySet<TextHash>;
}

const BYTES = 8;
const SHAPE = { texts: "Uint8Array", learned: "Uint8Array" } as const;

export const hashOfText = (text: string): TextHash =>
  createHash("sha256")
    .update(text)
    .digest("hex")
    .slice(0, 2 * BYTES);

/** How many texts came or went since the embedding learned, as a share of those it learned from. */
export function changedShare(texts: readonly TextHash[], learned: ReadonlySet<TextHash>): number {
  const now = new Set(texts);
  const kept = [...now].filter((hash) => learned.has(hash)).length;
  return (now.size - kept + learned.size - kept) / Math.max(1, learned.size);
}

export function lineageToBytes({ texts, learned }: TextLineage): Uint8Array {
  const pack = (hashes: Iterable<TextHash>) => new Uint8Array(Buffer.from([...hashes].join(""), "hex"));
  return packArrays({}, { texts: pack(texts), learned: pack(learned) });
}

/** Throws KnowledgeError "knowledge_damaged". */
export function lineageFromBytes(bytes: Uint8Array): TextLineage {
  const { texts, learned } = unpackArrays(bytes, SHAPE).arrays;
  const unpack = (hashes: Uint8Array) => {
    const hex = Buffer.from(hashes.buffer, hashes.byteOffset, hashes.byteLength).toString("hex");
    return Array.from({ length: hashes.length / BYTES }, (_, i) =>
      hex.slice(2 * BYTES * i, 2 * BYTES * (i + 1)),
    );
  };
  return { texts: unpack(texts), learned: new Set(unpack(learned)) };
}
