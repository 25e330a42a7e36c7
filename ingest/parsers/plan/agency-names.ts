/** Names of bodies: one spelling for what is printed in several, what kind of body a name is, short forms to propose. */
import type { Agency } from "../../../knowledge/records.ts";
import { withoutTail } from "../../../knowledge/text-scan.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";

/** What an agency is printed as. */
export const spellingsOf = ({ name, aliases }: Pick<Agency, "name" | "aliases">): string[] =>
  [name, ...aliases.flatMap(({ text, type }) => (type === "weak" || type === "spoken" ? [] : [text]))].map(
    spellingOf,
  );

/** Short forms that every office prints. */
const LONG_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bubnd\b/g, "uy ban nhan dan"],
  [/\bhdnd\b/g, "hoi dong nhan dan"],
  [/\bbql\b/g, "ban quan ly"],
  [/\bvp\b/g, "van phong"],
  [/\bmttq\b/g, "mat tran to quoc"],
  [/\bttpvhcc\b/g, "trung tam phuc vu hanh chinh cong"],
  [/\bbhxh\b/g, "bao hiem xa hoi"],
  [/ ?& ?/g, " va "],
  [/ ?[-–] ?/g, " "],
];

/** One spelling for what is printed in several. */
export function spellingOf(name: string): string {
  let words = fold(name).replace(/\s+/g, " ").trim();
  for (const [short, long] of LONG_FORMS) words = words.replace(short, long);
  return withoutTail(words, /[.,;:]/);
}

const KINDS: readonly (readonly [Agency["kind"], RegExp])[] = [
  ["department", /^(?:sở|phòng|bộ|vụ|cục|chi cục|khoa)(?!\p{L})/iu],
  ["office", /^(?:văn phòng|vp|trung tâm)(?!\p{L})/iu],
  ["inspectorate", /^thanh tra/iu],
  ["board", /^(?:ban|bql)(?!\p{L})/iu],
  ["province", /^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân) tỉnh/iu],
  ["district", /^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)(?!\p{L})/iu],
  [
    "sector",
    /^(?:công an|thuế|kho bạc|bảo hiểm|thống kê|hải quan|bộ chỉ huy|ban chỉ huy|tòa án|viện kiểm sát|điện lực|ngân hàng)/iu,
  ],
];

export const kindOf = (name: string): Agency["kind"] =>
  KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? "body";

/** Which word of "các sở, ban, ngành, địa phương" it comes under. */
export function membershipOf(name: string): Agency["collective"] {
  switch (kindOf(name)) {
    case "department":
    case "office":
    case "inspectorate":
      return "so";
    case "board":
      return "ban";
    case "sector":
      return "nganh";
    case "district":
      return "dia_phuong";
    default:
      return null;
  }
}

/** The kind of body, which is said in full: "Trung tâm", "Sở". */
const HEAD =
  /^(?:Văn phòng|Trung tâm|Chi nhánh|Ban Quản lý|Ban Chỉ đạo|Ủy ban|Hội đồng|Công an|Chi cục|Tổng cục)(?!\p{L})/u;
const lettersOf = (words: readonly string[]): string =>
  words.map((word) => (word === word.toUpperCase() ? word : word.charAt(0).toUpperCase())).join("");

const SMALL_WORDS = new Set(["và", "của", "-", "–", "về", "&"]);

/** Forms that people may use: letters of the words, and the name without its place. */
export function proposedAliases(name: string): Agency["aliases"] {
  const aliases: Agency["aliases"] = [];
  const add = (text: string, type: Agency["aliases"][number]["type"]) => {
    if (text.length > 2 && text !== name && !aliases.some((row) => row.text === text))
      aliases.push({ text, type });
  };
  const withoutPlace = name.replace(/ (?:tỉnh|xã|phường|thành phố|huyện|thị xã|đặc khu)$/u, "");
  if (withoutPlace !== name && withoutPlace.split(" ").length > 1) add(withoutPlace, "short");
  const long = longForm(name);
  if (long !== name) add(long, "full");
  const head = HEAD.exec(withoutPlace)?.[0] ?? withoutPlace.split(" ")[0]!;
  const words = withoutPlace
    .slice(head.length)
    .split(/[\s,]+/)
    .filter((word) => word !== "" && !SMALL_WORDS.has(word));
  const letters = lettersOf(words);
  if (letters.length >= 2 && /^\p{Lu}+$/u.test(letters)) {
    add(`${head} ${letters}`, "abbreviation");
    if (letters.length >= 3) add(`${lettersOf(head.split(" "))}${letters}`, "abbreviation");
  }
  return aliases;
}

/** "Văn phòng HĐND và UBND xã" → with its words written out. */
const longForm = (name: string): string =>
  name
    .replace(/\bUBND\b/g, "Ủy ban nhân dân")
    .replace(/(?<!\p{L})HĐND(?!\p{L})/gu, "Hội đồng nhân dân")
    .replace(/\bBQL\b/g, "Ban Quản lý")
    .replace(/\bMTTQ\b/g, "Mặt trận Tổ quốc");
