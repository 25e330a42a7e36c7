/** What a procedure may be called, for finding it. */
import type { ProcedureRecord } from "./records.ts";
import { expandAbbreviations } from "./vietnamese/understand-text.ts";

type Named = Pick<ProcedureRecord, "name" | "aliases">;

const ABBREVIATION = /(?<![\p{L}\p{M}\d/-])\p{Lu}{3,}(?![\p{L}\p{M}\d/-])/u;
/** Nearly half of all names begin so, and nobody tells procedures apart by it. */
const FORMAL_WORDS = /^thủ tục\s*:?\s+/iu;

/** The name and the names people use, each also with its abbreviations spelt out as a question's are ("BHYT"). */
export const namesOf = (procedure: Named): string[] => [
  ...new Set([...officialNamesOf(procedure), ...sayingsOf(procedure)]),
];

export const officialNamesOf = ({ name }: Pick<Named, "name">): string[] =>
  ABBREVIATION.test(name) ? [...new Set([name, expandAbbreviations(name)])] : [name];

export const sayingsOf = ({ aliases }: Pick<Named, "aliases">): string[] => [
  ...new Set([...aliases, ...aliases.map(expandAbbreviations)]),
];

export const withoutFormalWords = (name: string): string => name.normalize("NFC").replace(FORMAL_WORDS, "");
