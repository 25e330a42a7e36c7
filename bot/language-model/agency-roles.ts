/** Agencies of a generated sentence: those of its quotes, in their roles and in their order. */
import type { Agency } from "../../knowledge/records.ts";
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { type AgencyMention, AgencyNames } from "../agency-names.ts";
import { type Source, splitClauses } from "./sources.ts";
import type { Problem } from "./text-problems.ts";

export class AgencyRoles {
  readonly #agencies: AgencyNames;

  constructor(agencies: readonly Agency[]) {
    this.#agencies = new AgencyNames(agencies);
  }

  check(text: string, cited: readonly Source[], problems: Set<Problem>): void {
    const named = this.#mentionsIn(text);
    if (named.length === 0) return;
    const clauses = cited.flatMap(({ quote, locator, title }) => [
      ...splitClauses(quote).map((clause) => this.#mentionsIn(clause)),
      this.#mentionsIn(locator),
      this.#mentionsIn(title),
    ]);
    const known = clauses.flat();
    for (const mention of named) {
      const same = known.filter((other) => other.key === mention.key);
      if (same.length === 0) problems.add("agency_not_in_quote");
      else if (mention.role !== undefined && !same.some((other) => other.role === mention.role))
        problems.add("agency_role");
    }
    // Who does what to whom stands in their order; who begins a sentence is the one who acts.
    const order = named.map((mention) => mention.key);
    const isInOrder = cited.some(({ quote }) =>
      isSubsequence(
        order,
        this.#mentionsIn(quote).map(({ key }) => key),
      ),
    );
    if (order.length > 1 && !isInOrder) problems.add("agency_role");
    const [first] = named;
    if (first!.from <= 1 && !clauses.some((mentions) => mentions[0]?.key === first!.key))
      problems.add("agency_role");
  }

  #mentionsIn(text: string): { key: string; role: Role | undefined; from: number }[] {
    const tokens = tokenize(normalizeText(text));
    const words = tokens.map((token) => token.text);
    const mentions = this.#agencies.findExact(tokens).filter((mention) => !mention.weak);
    let before: { role: Role | undefined; to: number } | undefined;
    return mentions.map((mention) => {
      const role = roleOf(mention, words) ?? inherited(before, mention, words);
      before = { role, to: mention.to };
      const key = mention.agencies
        .map((agency) => agency.id)
        .sort()
        .join("|");
      return { key, role, from: mention.from };
    });
  }
}

type Role = "lead" | "coordinating";

/** "A chủ trì", "do A chủ trì", "chủ trì: A"; "phối hợp với B", "B phối hợp". */
function roleOf({ from, to }: AgencyMention, words: readonly string[]): Role | undefined {
  const after = words.slice(to, to + 5).join(" ");
  const before = words.slice(Math.max(0, from - 4), from).join(" ");
  if (/^(?:(?!phối hợp)\S+ ){0,3}chủ trì/u.test(after)) return "lead";
  if (/phối hợp(?: \S+){0,2}$/u.test(before)) return "coordinating";
  if (/chủ trì(?: \S+){0,2}$/u.test(before)) return "lead";
  if (/^(?:\S+ ){0,2}phối hợp/u.test(after)) return "coordinating";
  return undefined;
}

/** "phối hợp với Sở A, Sở B và Sở C". */
function inherited(
  before: { role: Role | undefined; to: number } | undefined,
  { from }: AgencyMention,
  words: readonly string[],
): Role | undefined {
  if (!before?.role) return undefined;
  return words.slice(before.to, from).every((word) => ["và", "cùng", "với", "các"].includes(word))
    ? before.role
    : undefined;
}

function isSubsequence(wanted: readonly string[], row: readonly string[]): boolean {
  let at = 0;
  for (const item of row) if (item === wanted[at]) at++;
  return at === wanted.length;
}
