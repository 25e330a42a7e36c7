/** The agencies of one plan: those of the registry, and those that its print alone knows. */
import { createHash } from "node:crypto";
import type { Agency, Evidence, Party } from "../../../knowledge/records.ts";
import { kindOf, membershipOf, proposedAliases, spellingOf, spellingsOf } from "./agency-names.ts";
import { type Collective, PartyTable } from "./parties.ts";

const LONGEST_NAME = 120;

export class AgencyRegister {
  readonly #table: PartyTable;
  readonly #documentId: string;
  /** By the spelling that several prints share. */
  readonly #found = new Map<string, Agency>();
  /** Those of the registry; of two with one spelling the first. */
  readonly #known = new Map<string, Agency>();
  /** Bodies that every office knows: a print of one of them has its short names. */
  readonly #common = new Map<string, Agency>();
  readonly #taken: Set<string>;

  constructor(
    agencies: readonly Agency[],
    collectives: readonly Collective[],
    documentId: string,
    common: readonly Agency[] = [],
  ) {
    for (const agency of common)
      for (const spelling of spellingsOf(agency))
        if (!this.#common.has(spelling)) this.#common.set(spelling, agency);
    this.#table = new PartyTable(agencies, collectives);
    this.#documentId = documentId;
    this.#taken = new Set(agencies.map(({ id }) => id));
    for (const agency of agencies)
      for (const spelling of spellingsOf(agency))
        if (!this.#known.has(spelling)) this.#known.set(spelling, agency);
  }

  /** The bodies of a cell, each with its agency; new ones are kept with the cell as their proof. */
  parties(cell: string, proof: Evidence): Party[] {
    return this.#table
      .read(cell)
      .map(({ isNew, ...party }) =>
        isNew ? { ...party, agencyId: this.#add(party.printed, proof).id } : party,
      );
  }

  /** The agencies that the words begin with. A heading is a name as a whole: what no registry holds is one more. */
  namedFirst(words: string, isHeading: boolean): string[] {
    const known = this.#table.known(words);
    if (known?.party.agencyId) return [known.party.agencyId];
    const folded = spellingOf(words);
    const printed = [...this.#found]
      .filter(
        ([spelling]) =>
          folded === spelling || folded.startsWith(`${spelling} `) || folded.startsWith(`${spelling},`),
      )
      .sort(([a], [b]) => b.length - a.length)[0];
    if (printed) return [printed[1].id];
    if (!isHeading) return [];
    const [first] = this.#table.read(words);
    return first?.agencyId ? [first.agencyId] : [];
  }

  found(): Agency[] {
    return [...this.#found.values()];
  }

  #add(printed: string, proof: Evidence): Agency {
    const name = printed.slice(0, LONGEST_NAME);
    const spelling = spellingOf(name);
    const known = this.#found.get(spelling) ?? this.#known.get(spelling);
    if (known) return known;
    const common = this.#common.get(spelling);
    const agency: Agency = {
      id: common?.id ?? this.#idOf(spelling),
      name,
      kind: kindOf(name),
      aliases: common?.aliases ?? proposedAliases(name),
      collective: membershipOf(name),
      namedInPlan: true,
      review: { documentId: this.#documentId },
      successors: [],
      evidence: { ...proof, quote: name },
    };
    this.#found.set(spelling, agency);
    return agency;
  }

  #idOf(spelling: string): string {
    const slug =
      spelling
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "")
        .slice(0, 60) || "co-quan";
    const id = this.#taken.has(slug)
      ? `${slug}-${createHash("sha256").update(spelling).digest("hex").slice(0, 6)}`
      : slug;
    this.#taken.add(id);
    return id;
  }
}
