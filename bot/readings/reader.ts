/** What a reader is, and what it makes of a question. */
import type { Query } from "../query.ts";
import type { ReadingContext } from "./context.ts";

export interface Proposal {
  query: Query;
  /** What only the reader knows, by name, about 0 to 1. */
  features?: Readonly<Record<string, number>>;
}

export interface Reader {
  name: string;
  /** Nothing when the question is nothing to it; several where it can be read in several ways. */
  read(context: ReadingContext): readonly Proposal[];
}

/** One query that may be meant, with all that speaks for it. */
export interface Reading {
  query: Query;
  /** The readers that propose it. */
  by: readonly string[];
  /** What they alone know, by reader and name. */
  features: Readonly<Record<string, number>>;
}
