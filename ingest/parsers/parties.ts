/** Reads the cells that name bodies. Commas stand both between bodies and inside one ("Các sở, ban, ngành, địa
 *  phương"), so the longest known name is taken first; what no table knows is an error, never dropped. */

import { z } from "zod";
import { DocumentError } from "../../knowledge/errors.ts";
import { type Agency, agency as agencySchema, type Party } from "../../knowledge/records.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";

export const collective = z.object({
  /** As printed in the appendix, lines joined; letter case is ignored. */
  printed: z.string().min(1),
  /** Words of "các sở, ban, ngành, địa phương" that it holds. */
  includes: z.array(agencySchema.shape.collective.unwrap()),
  /** "liên quan": a subset that the plan doesn't name. */
  related: z.boolean(),
});
export type Collective = z.infer<typeof collective>;

const SEPARATOR = /^(?:\s*[;,]\s*|\s*và\s+|\s+)+/iu;

export class PartyTable {
  readonly #names: { text: string; party: Omit<Party, "printed"> }[];

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

  /** Throws DocumentError when a part of the cell is unknown. */
  read(cell: string, file: string, place: string): Party[] {
    const parties: Party[] = [];
    let rest = withoutTail(cell, /[.;\s]/);
    while (rest !== "") {
      const lower = rest.toLowerCase();
      const known = this.#names.find(
        ({ text }) => lower.startsWith(text) && !/^[\p{L}\d]/u.test(rest.slice(text.length)),
      );
      if (!known) throw new DocumentError(file, place, `không nhận ra cơ quan ở “${rest}”`);
      parties.push({ printed: rest.slice(0, known.text.length), ...known.party });
      rest = rest.slice(known.text.length).replace(SEPARATOR, "");
    }
    return parties;
  }
}
