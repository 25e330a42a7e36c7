/** Reads the cells that name bodies. Commas stand both between bodies and inside one ("Các sở, ban, ngành, địa
 *  phương", "Sở Văn hóa, Thể thao và Du lịch"): the longest known name is taken first, then words that mean many, then
 *  what begins as names of bodies do. Nothing is dropped. */
import { z } from "zod";
import { type Agency, agency as agencySchema, type Party } from "../../../knowledge/records.ts";
import { withoutTail } from "../../../knowledge/text-scan.ts";
import { bodyAt, manyAt } from "./body-words.ts";

export const collective = z.object({
  /** As printed in the appendix, lines joined; letter case is ignored. */
  printed: z.string().min(1),
  /** Words of "các sở, ban, ngành, địa phương" that it holds. */
  includes: z.array(agencySchema.shape.collective.unwrap()),
  /** "liên quan": a subset that the plan doesn't name. */
  related: z.boolean(),
});
export type Collective = z.infer<typeof collective>;

const SEPARATOR = /^(?:\s*[;,]\s*|\s*\+\s*|\s*\/\s*|\s*(?:và|cùng|với|phối hợp với)\s+|\s+|[-–•]\s+)+/iu;
const LONGEST_NAME = 200;
/** What stands in brackets behind a name. */
const PART = /^\s*\(([^()]{1,200})\)/u;

export type ReadParty = Party & {
  /** The body is in no table: it is known by its print alone. */
  isNew: boolean;
};

export class PartyTable {
  readonly #names: { text: string; party: Pick<Party, "kind" | "agencyId" | "includesLocal"> }[];

  constructor(agencies: readonly Agency[], collectives: readonly Collective[]) {
    const names = [
      ...agencies.flatMap((agency) =>
        [
          agency.name,
          ...agency.aliases.filter((alias) => alias.type === "full").map((alias) => alias.text),
        ].map((text) => ({
          text,
          party: { kind: "agency" as const, agencyId: agency.id, includesLocal: false },
        })),
      ),
      ...collectives.map((row) => ({
        text: row.printed,
        party: {
          kind:
            row.includes.length === 0
              ? ("other" as const)
              : row.related
                ? ("related" as const)
                : ("collective" as const),
          agencyId: null,
          includesLocal: row.includes.includes("dia_phuong"),
        },
      })),
    ];
    this.#names = names
      .map((row) => ({ ...row, text: row.text.toLowerCase() }))
      .sort((a, b) => b.text.length - a.text.length);
  }

  /** The known body whose name these words begin with. */
  known(
    words: string,
  ): { length: number; party: Pick<Party, "kind" | "agencyId" | "includesLocal"> } | undefined {
    const lower = words.slice(0, LONGEST_NAME).toLowerCase();
    const found = this.#names.find(
      ({ text }) => lower.startsWith(text) && !/^[\p{L}\d]/u.test(words.slice(text.length)),
    );
    return found && { length: found.text.length, party: found.party };
  }

  /** In printed order. */
  read(cell: string): ReadParty[] {
    const parties: ReadParty[] = [];
    /** The first of those that a "và" joins to the last: a part behind the last is that of all. */
    let joined = 0;
    let rest = withoutTail(cell, /[.;\s]/);
    while (rest !== "") {
      const separator = SEPARATOR.exec(rest)?.[0] ?? "";
      if (separator !== "") {
        if (!/^\s+(?:và|cùng)\s/iu.test(separator)) joined = parties.length;
        rest = rest.slice(separator.length);
        continue;
      }
      const { length, ...found } = this.#first(rest);
      const printed = withoutTail(rest.slice(0, length), /[.;,\s]/);
      rest = rest.slice(length);
      const part = PART.exec(rest);
      if (printed !== "") parties.push({ printed, ...found, part: "" });
      if (!part) continue;
      rest = rest.slice(part[0].length);
      for (const party of parties.slice(joined)) party.part ||= part[1]!.trim();
    }
    return parties;
  }

  #first(rest: string): Omit<ReadParty, "printed" | "part"> & { length: number } {
    const known = this.known(rest);
    const many = manyAt(rest);
    // "Các sở, ban, ngành" is known, "Các sở, ban, ngành cấp tỉnh" says more.
    if (known && !(many && known.party.kind !== "agency" && many.length > known.length))
      return { length: known.length, ...known.party, isNew: false };
    if (many) return { ...many, agencyId: null, isNew: false };
    const isBody = (words: string) => this.known(words) !== undefined || manyAt(words) !== undefined;
    return {
      length: Math.max(1, bodyAt(rest, isBody)),
      kind: "agency",
      agencyId: null,
      includesLocal: false,
      isNew: true,
    };
  }
}
