/** Rows that stay however few conversations they serve: members of a class that the language or the state closes, of which
 *  the questions at hand happen to name only some. */
import { CITY, OTHER_PLACES, OWN_PLACE } from "../../../bot/understanding/stop-words.ts";

export interface ClosedClass {
  has(row: string): boolean;
  why: string;
}

const places = new Set([...OWN_PLACE, ...CITY, ...OTHER_PLACES].map((place) => `stop words: ${place}`));

const ofTable =
  (...tables: string[]) =>
  (row: string): boolean =>
    tables.some((table) => row.startsWith(`${table}: `) || row.startsWith(`${table}/`));

export const CLOSED_CLASSES: readonly ClosedClass[] = [
  {
    has: (row) => places.has(row),
    why: "provinces by their names of before and after 2025: somebody comes from each",
  },
  {
    has: ofTable("domains/papers"),
    why: "papers and registers of the state by the names that people give them: the law closes the list",
  },
  {
    has: ofTable("acts", "national synonyms"),
    why: "tell thousands of national procedures apart that no office has all of: tests/benchmarks/procedures.ts measures them",
  },
  {
    has: ofTable("actions"),
    why: "what a secretary is asked to do and this assistant can't: each has sentences of its own, and a test of them",
  },
  {
    has: ofTable("no stop words"),
    why: "words of official names that hold a stop word",
  },
];
