import type { Records } from "../knowledge/knowledge-base.ts";
import type { Agency } from "../knowledge/records.ts";
import { editDistance } from "../knowledge/vietnamese/spelling.ts";
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
  /** A department of it was named: "Phòng Tư pháp huyện Châu Đức". */
  department?: boolean;
}

/** Words between "phòng" and the district in names of departments. */
const DEPARTMENT_WORDS: ReadonlySet<string> = new Set(
  `van hoa va thong tin truyen noi vu tu phap tai chinh ke hoach huyen thi xa thanh pho tp tx kinh te ha tang giao duc dao tao tnmt tai nguyen moi truong
lao dong thuong binh xa hoi y te nong nghiep phat trien nong thon quan ly do thi dan toc hdnd ubnd uy ban nhan dan cua so dt gd vh tt td khcn khoa hoc cong nghe the thao du lich &`.split(
    /\s+/,
  ),
);
const LONGEST_DEPARTMENT = 12;
const DEPARTMENT_START = /^(phong|vp)$/;

/** The mention with the department before it: "phòng văn hóa thông tin (của) (UBND) huyện Long Điền". */
function withDepartment(
  tokens: readonly Token[],
  mention: AgencyMention,
  others: readonly AgencyMention[],
): AgencyMention {
  if (mention.agencies.some((agency) => agency.kind !== "district")) return mention;
  for (let i = mention.from - 1; i >= Math.max(0, mention.from - LONGEST_DEPARTMENT); i--) {
    const word = tokens[i]!.folded;
    if (DEPARTMENT_START.test(word)) {
      const isOffice = word === "vp" || tokens[i - 1]?.folded === "van";
      const from = isOffice && word !== "vp" ? i - 1 : i;
      return isOffice || mention.from - i > 1 ? { ...mention, from, weak: false, department: true } : mention;
    }
    // "Phòng GD&ĐT": the letters of an agency stand for its field.
    if (!DEPARTMENT_WORDS.has(word) && !others.some(({ from, to }) => from <= i && i < to)) return mention;
  }
  return mention;
}

/** "Sở Khoa học và Công nghệ" is called "KHCN" too. Fewer letters are too many things. */
function initialsOf(name: string): string | undefined {
  const [head, ...words] = name.split(/[\s-]+/).filter((word) => word !== "và");
  const letters = words
    .map((word) => (word === word.toUpperCase() ? word : word.charAt(0).toUpperCase()))
    .join("");
  return head === "Sở" && letters.length >= FEWEST_LETTERS ? letters : undefined;
}
const FEWEST_LETTERS = 4;

/** Shorter names are one letter from too many words. */
const LONG_NAME = 8;
const PREFIXES = ["", "giám đốc ", "lãnh đạo ", "thủ trưởng "];

/** Finds agencies of the registry in a question by name and alias. */
export class AgencyNames {
  readonly #index = new PhraseIndex<{ agency: Agency; weak: boolean }>();
  /** Names that begin with "Sở": their folded words behind it. */
  readonly #departments: { agency: Agency; words: string[] }[] = [];

  constructor(agencies: readonly Agency[]) {
    for (const agency of agencies) {
      const seen = new Set<string>();
      for (const { text, type } of [{ text: agency.name, type: "full" as const }, ...agency.aliases]) {
        const weak = type === "weak";
        const [first, ...rest] = tokenize(text).map(({ folded }) => folded);
        if (!weak && first === "so" && rest.length > 1) this.#departments.push({ agency, words: rest });
        const letters = text === agency.name ? initialsOf(agency.name) : undefined;
        if (letters !== undefined && !seen.has(letters.toLowerCase())) {
          seen.add(letters.toLowerCase());
          this.#index.add(letters, { agency, weak: false });
        }
        const short = /^Sở ([\dA-ZĐ]{2,5})$/u.exec(text)?.[1];
        if (short && /\d/.test(short))
          for (const name of [short, `S${short}`]) this.#index.add(name, { agency, weak: false });
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
  find(tokens: readonly Token[], isForm?: IsForm): AgencyMention[] {
    const known = this.#mentions(this.#index.find(tokens, isForm));
    const named = [...known, ...this.#misheard(tokens, known)].sort((a, b) => a.from - b.from);
    const mentions = named.map((mention) => withDepartment(tokens, mention, named));
    // "Phòng Y tế huyện Long Điền" names no other agency by its field.
    return mentions.filter(
      (mention) =>
        !mentions.some((other) => other !== mention && other.from <= mention.from && mention.to <= other.to),
    );
  }

  /** Only what is written to the letter: "hồ sơ lao động" names no "Sở Lao động". */
  findExact(tokens: readonly Token[]): AgencyMention[] {
    return this.#mentions(this.#index.find(tokens).filter((match) => isExact(match, tokens)));
  }

  /** "Sở công tương": one letter away from the name of one department, and no other name. */
  #misheard(tokens: readonly Token[], known: readonly AgencyMention[]): AgencyMention[] {
    return tokens.flatMap(({ text }, i) => {
      if (!/^(sở|so)$/.test(text) || known.some(({ from, to }) => from <= i && i < to)) return [];
      const near = this.#departments.filter(({ words }) => {
        const said = tokens.slice(i + 1, i + 1 + words.length).map(({ folded }) => folded);
        const name = words.join(" ");
        return name.length >= LONG_NAME && editDistance(said.join(" "), name, 1) === 1;
      });
      const agencies = [...new Set(near.map(({ agency }) => agency))];
      const length = near[0]?.words.length ?? 0;
      return agencies.length === 1 ? [{ from: i, to: i + 1 + length, agencies, weak: false }] : [];
    });
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
  review: null,
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
