/** Agencies by their field or as the asker's own. */

import type { Agency } from "../../knowledge/records.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { type IsForm, longestOnly, PhraseIndex } from "../understanding/phrases.ts";
import type { Atom } from "./plan-atoms.ts";

/** "Trạm y tế", "bảo hiểm y tế", "dân văn phòng" are no agencies; "văn phòng xã" is another's. */
const OF_ANOTHER = /^(tram|hiem|dan|cong|truong|nha|kieu)$/;

const OFFICE_OF = /^(xa|phuong|so|hdnd|huyen|thoi|tong|luat|dang|cua|mot)$/;

/** Parts of names that a plan is full of. */
const EVERYDAY = new Set(
  "kế hoạch,thông tin,công nghệ,đầu tư,đào tạo,môi trường,xã hội,truyền thông,phát triển nông thôn,ptnt,thể thao".split(
    ",",
  ),
);

/** What agencies are called by their field: "giáo dục", "bên nông nghiệp", "anh tài chính", "văn phòng". */
class Sectors {
  readonly #index = new PhraseIndex<string>();

  constructor(agencies: readonly Agency[]) {
    for (const { id, name } of agencies) {
      const field =
        /^Sở (.+)$/u.exec(name)?.[1] ?? /^(Công an|Thanh tra|Cục Thuế|Kho bạc) /u.exec(`${name} `)?.[1];
      const office = /^Văn phòng /u.test(name) ? "Văn phòng" : undefined;
      const whole = field ?? office;
      if (!whole) continue;
      const parts = whole.split(/ và |, | - /u);
      for (const phrase of new Set([
        whole,
        parts.join(" "),
        parts[0]!,
        ...(parts.length > 1 ? [parts.at(-1)!] : []),
      ]))
        if (phrase.includes(" ") && !EVERYDAY.has(phrase.toLowerCase())) this.#index.add(phrase, id);
    }
  }

  find(tokens: readonly Token[], isForm: IsForm) {
    const matches = longestOnly(this.#index.find([...tokens], isForm)).filter(
      ({ from, to, phrase }) =>
        !OF_ANOTHER.test(tokens[from - 1]?.folded ?? "") &&
        !(phrase.startsWith("Văn") && OFFICE_OF.test(tokens[to]?.folded ?? "")),
    );
    return matches.map(({ from, to, value }) => ({
      from,
      to,
      agencyId: value,
      announced: /^(ben|anh|chi|ong|nganh|phia|mang|thang|nha|so)$/.test(tokens[from - 1]?.folded ?? ""),
    }));
  }
}

const sectorsOf = new WeakMap<readonly Agency[], Sectors>();

export function sectorNames(agencies: readonly Agency[]): Sectors {
  const known = sectorsOf.get(agencies) ?? new Sectors(agencies);
  sectorsOf.set(agencies, known);
  return known;
}

const US = "toi|em|minh|tui|ta|chung toi|chung em|tui em|bon em|tui minh|ben minh|bon minh";

const BODIES =
  "so|co quan|don vi|phong|ben|nganh|huyen|ban|tp|thanh pho|thi xa|xa|phuong|van phong|vp|ubnd|uy ban";

const OWN = new RegExp(`^(?:(?:${BODIES}) (?:cua )?(?:${US}|anh|chau|co|chi)|(?:cua|phia) (?:${US}))$`);

/** An agency that the asker calls its own: "sở em", "cơ quan của tôi". */
export function ownIn(tokens: readonly Token[], ownAgencyId: string | null): Atom[] {
  if (ownAgencyId === null) return [];
  return tokens.flatMap((_token, from) => {
    for (const length of [4, 3, 2]) {
      const words = tokens.slice(from, from + length).map(({ folded }) => folded);
      if (words.length === length && OWN.test(words.join(" ")))
        return [{ type: "agency" as const, from, to: from + length, agencyId: ownAgencyId, weak: false }];
    }
    return [];
  });
}
