/** Circumstances that tell near-twin procedures apart: birth registration, and the same "có yếu tố nước ngoài", "lưu
 *  động", "đăng ký lại". Each is known by the words of official names and by what people say. */
import type { ProcedureRecord } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { type IsForm, longestOnly, PhraseIndex, type PhraseMatch, type Span } from "./phrases.ts";

const COUNTRY = `mỹ|hoa kỳ|hàn quốc|hàn|đài loan|trung quốc|nhật bản|nhật|pháp|đức|úc|nga|anh quốc|lào|campuchia|thái lan|singapore|ấn độ|canada|malaysia|ba lan|séc`;

/** `inName`: words of official names, the first stands for what was said; `said`: patterns as in the cue tables. */
const CONDITIONS = {
  foreign: {
    inName: ["có yếu tố nước ngoài"],
    said: `nước ngoài; việt kiều; người tây; chồng tây; vợ tây; hai quốc tịch;
    (người|quốc tịch|chồng|vợ|chồng người|vợ người|ở|bên|tại|sang|qua|định cư ở) (${COUNTRY})`,
  },
  bornAbroad: {
    inName: ["cho trẻ em sinh ra ở nước ngoài và có quốc tịch Việt Nam"],
    said: `sinh (ra|) (ở|tại|bên) (nước ngoài|${COUNTRY}); đẻ (ở|tại|bên) (nước ngoài|${COUNTRY}); cơ quan đại diện; đại sứ quán; lãnh sự quán`,
  },
  mobile: {
    inName: ["lưu động"],
    said: `lưu động; tận nhà; tới nhà; đến nhà; không đi được; không đi lại được; đi lại khó khăn; bị liệt;
    không thể đi lại; không đi nổi`,
  },
  again: {
    inName: ["đăng ký lại"],
    said: `đăng ký lại; làm lại; (cấp|xin) lại giấy; mất sổ gốc; không còn sổ;
    sổ gốc (bị|cũng bị|cũng|đã|đã bị|ở xã cũng|ở xã cũng bị|ở phường cũng bị|) (cháy|mất|hư|thất lạc|không còn);
    (sổ lưu|sổ bộ|sổ hộ tịch) (bị|cũng bị|cũng|không) (cháy|mất|còn); không còn lưu`,
  },
  papers: {
    inName: ["cho người đã có hồ sơ, giấy tờ cá nhân"],
    said: `đã có hồ sơ; đã có giấy tờ; có (đủ|đầy đủ|) (hồ sơ|giấy tờ|hộ chiếu|căn cước) (cá nhân|đủ hết|rồi mà|mà); hồi nhỏ chưa (đăng ký|làm|đăng ký khai sinh);
      chưa từng (được|) (làm|đăng ký|có) (khai sinh|giấy khai sinh); (lớn|già|trưởng thành) (rồi|) (mà|nhưng|) (chưa|không) (có|làm|đăng ký) (giấy|) khai sinh;
      (căn cước|cccd|cmnd|bằng tốt nghiệp|học bạ|hộ khẩu) (rồi|) (mà|nhưng) (chưa|không) (có|làm|đăng ký) (giấy|) khai sinh; chưa (có|làm) (giấy|) khai sinh bao giờ`,
  },
  border: { inName: ["tại khu vực biên giới"], said: "biên giới; sát biên; giáp biên" },
  combined: {
    inName: ["kết hợp đăng ký nhận cha, mẹ, con", "kết hợp nhận cha, mẹ, con"],
    said: `nhận cha mẹ con; nhận cha, mẹ, con; kết hợp (đăng ký|) nhận; (có|thêm|ghi) tên cha luôn; kèm nhận cha;
    ngoài giá thú; (chưa|không) đăng ký kết hôn; nhận (cha|con) cho;
    nhận (cha|con) (cùng lúc|một lượt|luôn); (đứng|có) tên (cha|bố|ba);
    (khai sinh) (và|kèm|cùng|kết hợp) nhận (cha|mẹ|con); vừa khai sinh vừa nhận`,
  },
  ending: {
    inName: ["chấm dứt"],
    said: "chấm dứt; thôi không giám sát; thôi giám sát; không giám sát nữa; hết giám hộ; thôi giám hộ; ngừng giám hộ; kết thúc giám hộ; không giám hộ nữa",
  },
  supervision: { inName: ["giám sát việc"], said: "giám sát việc giám hộ; giám sát giám hộ; người giám sát" },
} as const;

export type Condition = keyof typeof CONDITIONS;

const WORDINGS = Object.fromEntries(
  Object.entries(CONDITIONS).map(([condition, { inName }]) => [condition, tokenize(inName[0])]),
) as Record<Condition, Token[]>;

export const SAID = new PhraseIndex<Condition>();
for (const [condition, { said }] of Object.entries(CONDITIONS)) {
  SAID.addPatterns(`conditions/${condition}`, said, condition as Condition);
}

export interface SaidConditions {
  said: Set<Condition>;
  denied: Set<Condition>;
  /** Where each was said, with the words of official names for it. */
  wordings: PhraseMatch<Token[]>[];
}

export function conditionsIn(tokens: readonly Token[], isForm: IsForm): SaidConditions {
  const matches = SAID.find(tokens, isForm);
  const said = undenied(matches, tokens);
  const values = (found: typeof matches) => new Set(found.map((match) => match.value));
  const denied = values(matches.filter(({ from }) => isDenied(tokens, from)));
  if (isDomestic(tokens)) for (const condition of ["foreign", "bornAbroad"] as const) denied.add(condition);
  return {
    said: values(said),
    denied,
    // "Nước ngoài" is said of much else than the parties of a procedure.
    wordings: longestOnly(said)
      .filter(({ value }) => value !== "foreign")
      .map((match) => ({ ...match, value: WORDINGS[match.value] })),
  };
}

/** What was said and not denied: "không có yếu tố nước ngoài" says nothing of "nước ngoài" either. */
export function undenied<T extends Span>(matches: readonly T[], tokens: readonly Token[]): T[] {
  const denied = matches.filter(({ from }) => isDenied(tokens, from));
  return matches.filter((match) => !denied.some(({ from, to }) => from <= match.from && match.to <= to));
}

/** "Khai sinh trong nước". */
const isDomestic = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text }, i) => text === "trong" && /^(nước|nuoc)$/.test(tokens[i + 1]?.text ?? ""));

const isDenied = (tokens: readonly Token[], from: number): boolean => {
  const before = tokens.slice(Math.max(0, from - 2), from).map((token) => token.folded);
  return (
    before.at(-1) === "khong" ||
    (before[0] === "khong" && /^(co|kem|nhan|phai|thuoc|ket)$/.test(before.at(-1) ?? ""))
  );
};

/** Procedures that share a name but for the conditions in it. */
export class ProcedureFamilies {
  readonly #familyOf = new Map<string, { code: string; conditions: ReadonlySet<Condition> }[]>();

  constructor(procedures: readonly Pick<ProcedureRecord, "code" | "name">[]) {
    const byBase = new Map<string, { code: string; conditions: ReadonlySet<Condition> }[]>();
    for (const { code, name } of procedures) {
      const { base, conditions } = readName(name);
      const family = byBase.get(base) ?? [];
      byBase.set(base, family);
      family.push({ code, conditions });
      this.#familyOf.set(code, family);
    }
  }

  /** The member of the code's family whose conditions agree best with those said, the plain one when none was said; the
   *  code itself on a tie. Conditions that no member has don't count. */
  choose(code: string, said: ReadonlySet<Condition>): string {
    const family = this.#familyOf.get(code) ?? [];
    const known = [...said].filter((condition) => family.some((row) => row.conditions.has(condition)));
    // "sinh ở Nhật" says "nước ngoài" too, and means the nearer of the two.
    const relevant = known.filter((condition) => condition !== "foreign" || !known.includes("bornAbroad"));
    const agreement = ({ conditions }: { conditions: ReadonlySet<Condition> }) => {
      const common = relevant.filter((condition) => conditions.has(condition)).length;
      return 2 * common - conditions.size - relevant.length;
    };
    const own = family.find((row) => row.code === code);
    if (!own) return code;
    return family.reduce((best, row) => (agreement(row) > agreement(best) ? row : best), own).code;
  }

  conditionsOf(code: string): ReadonlySet<Condition> {
    return this.#familyOf.get(code)?.find((row) => row.code === code)?.conditions ?? new Set();
  }
}

function readName(name: string): { base: string; conditions: Set<Condition> } {
  let base = ` ${fold(name)} `.replace(/^ thu tuc /, " ");
  const conditions = new Set<Condition>();
  for (const [condition, { inName }] of Object.entries(CONDITIONS)) {
    for (const words of inName.map(fold)) {
      if (!base.includes(` ${words} `)) continue;
      conditions.add(condition as Condition);
      // "đăng ký lại kết hôn" is the family of "đăng ký kết hôn".
      base = base.replace(` ${words} `, words === "dang ky lai" ? " dang ky " : " ");
    }
  }
  return { base: base.replace(/\s+/g, " ").trim(), conditions };
}
