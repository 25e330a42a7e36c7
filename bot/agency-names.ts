import type { Records } from "../knowledge/knowledge-base.ts";
import type { Agency } from "../knowledge/records.ts";
import { type Token, tokenize } from "../knowledge/vietnamese/tokens.ts";
import {
  type IsForm,
  isExact,
  longestOnly,
  PhraseIndex,
  type PhraseMatch,
  type Span,
} from "./understanding/phrases.ts";

export interface AgencyMention extends Span {
  agencies: Agency[];
  /** Only by a phrase that is often something else, such as a bare place name. */
  weak: boolean;
}

const PREFIXES = ["", "giám đốc ", "lãnh đạo ", "thủ trưởng "];

/** Finds agencies of the registry in a question by name and alias. */
export class AgencyNames {
  readonly #index = new PhraseIndex<{ agency: Agency; weak: boolean }>();

  constructor(agencies: readonly Agency[]) {
    for (const agency of agencies) {
      const seen = new Set<string>();
      for (const { text, type } of [{ text: agency.name, type: "full" as const }, ...agency.aliases]) {
        const weak = type === "weak";
        for (const prefix of weak ? [""] : PREFIXES) {
          const phrase = prefix + text;
          if (seen.has(phrase.toLowerCase())) continue;
          seen.add(phrase.toLowerCase());
          this.#index.add(phrase, { agency, weak });
        }
      }
    }
  }

  /** Longest mentions, in order; one phrase that means several agencies gives one mention with all of them. */
  find(tokens: Token[], isForm?: IsForm): AgencyMention[] {
    return this.#mentions(this.#index.find(tokens, isForm));
  }

  /** Only what is written to the letter: "hồ sơ lao động" names no "Sở Lao động". */
  findExact(tokens: Token[]): AgencyMention[] {
    return this.#mentions(this.#index.find(tokens).filter((match) => isExact(match, tokens)));
  }

  #mentions(matches: PhraseMatch<{ agency: Agency; weak: boolean }>[]): AgencyMention[] {
    const spans = longestOnly(matches);
    return spans.map((span) => {
      const same = matches.filter((match) => match.from === span.from && match.to === span.to);
      const strong = same.filter((match) => !match.value.weak);
      const chosen = strong.length > 0 ? strong : same;
      const agencies = [
        ...new Map(chosen.map((match) => [match.value.agency.id, match.value.agency])).values(),
      ];
      return { from: span.from, to: span.to, agencies, weak: strong.length === 0 };
    });
  }
}

/** Stand for "địa phương" as a whole: the plan binds districts together, names only one of them, and no commune. */
export const LOCALS_ID = "dia-phuong";
export const COMMUNES_ID = "cap-xa";

const local = (id: string, name: string): Agency => ({
  id,
  name,
  kind: "district",
  aliases: [],
  collective: "dia_phuong",
  namedInPlan: false,
  successors: [],
  evidence: { documentId: "", locator: "", quote: "địa phương" },
});
const LOCALS: readonly Agency[] = [
  local(LOCALS_ID, "các địa phương (UBND cấp huyện năm 2023)"),
  local(COMMUNES_ID, "UBND cấp xã"),
];

/** One of the two that stand for "địa phương", which the registry doesn't hold. */
export const isLocals = (agencyId: string): boolean => LOCALS.some((row) => row.id === agencyId);

/** Throws RangeError for an id that is no agency's. */
export function agencyById(records: Pick<Records, "agencies">, id: string): Agency {
  const agency = [...LOCALS, ...records.agencies].find((row) => row.id === id);
  if (!agency) throw new RangeError(`unknown agency id: ${id}`);
  return agency;
}

const namesOf = new WeakMap<readonly Agency[], AgencyNames>();

/** The agency that a name or alias means; undefined when it means none or several. */
export function findAgency(records: Pick<Records, "agencies">, nameOrAlias: string): Agency | undefined {
  let names = namesOf.get(records.agencies);
  if (!names) {
    names = new AgencyNames(records.agencies);
    namesOf.set(records.agencies, names);
  }
  const tokens = tokenize(nameOrAlias);
  const mentions = names.find(tokens);
  const whole = mentions.length === 1 && mentions[0]!.agencies.length === 1 ? mentions[0]! : undefined;
  return whole?.agencies[0];
}
