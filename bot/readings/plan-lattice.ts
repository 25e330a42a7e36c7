/** What a question about the plan holds, with where it stands: agencies, roles, times, groups, places in a list, and the
 *  words that operate on them. Everything that reads sets of rows works on these atoms. */

import { vietnamYear } from "../../knowledge/calendar.ts";
import type { Records } from "../../knowledge/knowledge-base.ts";
import type { Agency } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { RouteContext } from "../routes/route.ts";
import type { Role, TaskPredicate } from "../sets/task-set.ts";
import { type IsForm, longestOnly, PhraseIndex, type Span } from "../understanding/phrases.ts";
import type { Understanding } from "../understanding/understand.ts";
import { PLAN_MARKS, type PlanMark } from "./plan-marks.ts";

export type Atom = Span &
  /** `sector`: named by its field alone, "y tế", "bên giáo dục"; `announced`: by a word before it. */
  (
    | { type: "agency"; agencyId: string; weak: boolean; sector?: { announced: boolean } }
    | { type: "role"; role: Role }
    /** A predicate by itself: a time, a group, "giao chung", "hàng năm". */
    | { type: "where"; where: TaskPredicate; year?: number; asEnd?: true }
    | { type: "places"; places: number[] }
    | { type: "label"; label: string }
    | { type: "mark"; mark: PlanMark }
  );

export const MARKS = new PhraseIndex<PlanMark>();
for (const [mark, { patterns }] of Object.entries(PLAN_MARKS))
  MARKS.addPatterns(`marks/${mark}`, patterns, mark as PlanMark);

export const WHERES = new PhraseIndex<TaskPredicate>();
const addWheres = (patterns: string, where: TaskPredicate) =>
  WHERES.addPatterns(`wheres/${where.by}`, patterns, where);
addWheres(
  "giao chung; chung cho tất cả; chung cho các sở; giao cho mọi cơ quan; giao cho tất cả; của chung; giao tập thể",
  { by: "collective" },
);
addWheres(
  "hàng năm; hằng năm; thường niên; định kỳ hàng năm; lặp lại hàng năm; lặp lại mỗi năm; năm nào cũng (phải|) (làm|có|lặp lại|thực hiện); mỗi năm (đều|) (phải|) làm",
  {
    by: "recurrence",
    is: "yearly",
  },
);
addWheres("thường xuyên; liên tục", { by: "recurrence", is: "ongoing" });
addWheres(
  "lặp lại; định kỳ; (không|chưa|hổng|ko) (có|ghi|in|nêu|đề) (rõ|cụ thể|) (hạn|năm|mốc|thời hạn|năm kết thúc|năm cụ thể|hạn cuối|hạn năm|năm nào); (hàng năm|hằng năm) (hay|hoặc|và|với) thường xuyên; (không|ko) có (mốc|thời hạn) (năm|kết thúc); vô thời hạn; không năm",
  { by: "recurrence", is: "recurring" },
);
addWheres(
  "(đứng|chủ trì|làm|đứng tên|phụ trách|lo|chủ trì) (riêng|một mình|độc lập|1 mình); (một mình|1 mình) (đứng|chủ trì|làm|lo|phụ trách) (tên|chính|); độc lập chủ trì; không (đồng chủ trì|chung với ai|làm chung với ai)",
  { by: "sole" },
);
addWheres("đích danh; ghi tên; giao riêng; đứng tên riêng", { by: "not", of: { by: "collective" } });
addWheres(
  "(đã|) (quá|qua) (hạn|mốc|thời hạn|kỳ hạn|mốc thời gian|thời gian); (đã|) hết (thời gian|thời hạn|kỳ hạn) (thực hiện|rồi|); đã hết hạn; hết hạn rồi; trễ hạn; (hạn|mốc) (đã qua|qua rồi|đã hết)",
  { by: "ended" },
);
addWheres("còn hạn; chưa hết hạn; chưa quá hạn; chưa tới hạn", { by: "not", of: { by: "ended" } });
addWheres(
  "nhiều cơ quan chủ trì; hai cơ quan chủ trì; cùng chủ trì; đồng chủ trì; hai đơn vị chủ trì; nhiều đơn vị chủ trì",
  {
    by: "leads",
    atLeast: 2,
  },
);

const NUMBERS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  nhất: 1,
  nhì: 2,
  đầu: 1,
};

/** Beside "chủ trì" and "phối hợp": what people call them of an agency that is named or spoken of. */
export const ROLES = new PhraseIndex<Role>();
ROLES.addPatterns(
  "roles/lead",
  "(đứng|làm|chịu|giữ vai) (chính|tên chính|trách nhiệm chính); đứng tên (chính|); đứng ra (làm|lo|); (là|làm) đầu mối; (phải|) (ôm|gánh|lo|cầm trịch|cầm chịch|quản|đảm trách|cáng đáng|đứng mũi); owner; (làm|là) chủ công; (được giao|giao cho) làm chính; lead",
  "lead",
);
ROLES.addPatterns(
  "roles/coordinating",
  "(chỉ|) (phụ|hỗ trợ|tham gia|đứng phụ|làm phụ|góp sức|chạy phụ); (cột|vai) phối hợp; support",
  "coordinating",
);

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
function sectorNames(agencies: readonly Agency[]): Sectors {
  const known = sectorsOf.get(agencies) ?? new Sectors(agencies);
  sectorsOf.set(agencies, known);
  return known;
}

const US = "toi|em|minh|tui|ta|chung toi|chung em|tui em|bon em|tui minh|ben minh|bon minh";
const BODIES =
  "so|co quan|don vi|phong|ben|nganh|huyen|ban|tp|thanh pho|thi xa|xa|phuong|van phong|vp|ubnd|uy ban";
const OWN = new RegExp(`^(?:(?:${BODIES}) (?:cua )?(?:${US}|anh|chau|co|chi)|(?:cua|phia) (?:${US}))$`);

/** An agency that the asker calls its own: "sở em", "cơ quan của tôi". */
function ownIn(tokens: readonly Token[], ownAgencyId: string | null): Atom[] {
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

/** "Đơn vị chủ trì lại bị ghi luôn ở cột phối hợp": one agency in both columns, and none is named. */
const TWICE =
  /(?:^| )(?:chu tri|chinh|dung ten)(?: \S+){0,5} (?:lap|trung|luon|lun|lai|dong thoi|cung|kiem)(?: \S+){0,5} (?:phoi hop|cot phu)(?: |$)/;
const ALSO_LEADS =
  /(?:^| )(?:vua (?:\S+ ){0,4}chu tri (?:\S+ ){0,2}vua (?:\S+ ){0,6}phoi hop|(?:nam|dung|o|ten) (?:o )?(?:ca )?(?:hai|2) cot|trung ten (?:o )?(?:ca )?(?:hai|2) cot|(?:ca )?(?:hai|2) cot chu tri (?:va|lan|voi) phoi hop)(?: |$)/;

/** `isForm` as in PhraseIndex.find. Overlapping atoms are settled: the longest stands. */
export function planAtoms(
  question: Understanding,
  records: Pick<Records, "groups" | "agencies">,
  now: Date,
  isForm: IsForm,
  ownAgencyId: string | null = null,
): Atom[] {
  const { tokens, mentions } = question;
  const atoms: Atom[] = [];
  for (const { from, to, agencies, weak } of mentions)
    if (agencies.length === 1) atoms.push({ type: "agency", from, to, agencyId: agencies[0]!.id, weak });
  for (const { from, to, agencyId, announced } of sectorNames(records.agencies).find(tokens, isForm))
    if (!atoms.some((atom) => atom.from < to && from < atom.to && atom.type === "agency" && !atom.weak)) {
      for (const weak of atoms.filter((atom) => atom.from < to && from < atom.to))
        atoms.splice(atoms.indexOf(weak), 1);
      atoms.push({ type: "agency", from, to, agencyId, weak: true, sector: { announced } });
    }
  for (const own of ownIn(tokens, ownAgencyId))
    if (!atoms.some((atom) => atom.from < own.to && own.from < atom.to)) atoms.push(own);
  for (const { from, role, to } of question.roles) atoms.push({ type: "role", from, to, role });
  for (const { from, to, value } of longestOnly(ROLES.find(tokens, isForm)))
    if (!atoms.some((atom) => atom.from < to && from < atom.to))
      atoms.push({ type: "role", from, to, role: value });
  atoms.push(...timesIn(question, now), ...placesIn(tokens), ...groupsIn(question, records));
  const text = question.folded;
  const agencies = atoms.filter((atom) => atom.type === "agency");
  if (ALSO_LEADS.test(text) || (TWICE.test(text) && agencies.length === 0)) {
    const roles = atoms.filter(({ type }) => type === "role");
    const [from, to] = [roles[0]?.from ?? 0, roles.at(-1)?.to ?? tokens.length];
    return [
      ...agencies,
      { type: "where", from, to, where: { by: "twice" } },
      { type: "role", from, to, role: "lead" },
    ];
  }
  tokens.forEach((token, i) => {
    if (token.kind === "label") atoms.push({ type: "label", from: i, to: i + 1, label: token.text });
  });
  const free = (span: Span) =>
    !atoms.some((atom) => atom.type !== "role" && span.from < atom.to && atom.from < span.to);
  for (const match of longestOnly(WHERES.find(tokens, isForm)))
    if (free(match)) atoms.push({ type: "where", from: match.from, to: match.to, where: match.value });
  for (const match of longestOnly(MARKS.find(tokens, isForm)))
    if (free(match) && !isOutsideAppendix(tokens, match.to, match.value))
      atoms.push({ type: "mark", from: match.from, to: match.to, mark: match.value });
  atoms.push(...splitMarks(tokens).filter(free), ...besideAgencies(atoms, question));
  return corrected(atoms, tokens).sort((a, b) => a.from - b.from || b.to - a.to);
}

/** "Loại các dòng hàng năm ra": the words between are left out. */
const splitMarks = (tokens: readonly Token[]): Atom[] =>
  tokens.flatMap(({ folded }, from): Atom[] => {
    if (!/^(loai|bo|tru|gat|tach|got|lay)$/.test(folded)) return [];
    const out = tokens.slice(from + 2, from + LONGEST_SPLIT).some((token) => /^(ra|di)$/.test(token.folded));
    return out ? [{ type: "mark", from, to: from + 1, mark: "without" }] : [];
  });
const LONGEST_SPLIT = 14;

/** "Chủ trì khác STTTT" leaves the agency out; so does "sau STTTT thì ai nhiều nhất", of a ranking. */
function besideAgencies(atoms: readonly Atom[], { tokens, folded: text }: Understanding): Atom[] {
  return atoms.flatMap((atom): Atom[] => {
    const before = atom.type === "agency" ? tokens[atom.from - 1]?.folded : undefined;
    const isOut = before === "khac" || (before === "sau" && RANKED.test(text));
    return isOut ? [{ type: "mark", from: atom.from - 1, to: atom.from, mark: "without" }] : [];
  });
}
const RANKED = /(^| )(nhieu|dong|it)( \S+){0,3} nh(a|u)t( |$)/;

/** "KHCN… à không, KHĐT": what was said before it is taken back. */
function corrected(atoms: Atom[], tokens: readonly Token[]): Atom[] {
  const at = tokens.findIndex(
    ({ folded }, i) => folded === "a" && /^(khong|nham|lon)$/.test(tokens[i + 1]?.folded ?? ""),
  );
  if (at < 0) return atoms;
  const later = atoms.some((atom) => atom.type === "agency" && atom.from > at);
  return atoms.filter(
    (atom) =>
      !(atom.type === "mark" && atom.mark === "not" && atom.from === at + 1) &&
      !(later && atom.type === "agency" && atom.from < at),
  );
}

/** "Ngoài Phụ lục", "ngoài ra": nothing is left out. */
const isOutsideAppendix = (tokens: readonly Token[], at: number, mark: PlanMark): boolean =>
  mark === "without" &&
  /^(phu|ra|viec|gia|gio|nuoc)$/.test(tokens[at]?.folded ?? "") &&
  tokens[at - 1]?.folded === "ngoai";

const FIRST_YEAR = 2019;
const LAST_YEAR = 2035;
const YEAR_WORDS: readonly (readonly [words: RegExp, shift: number])[] = [
  [/^(nam nay)$/, 0],
  [/^(nam sau|sang nam|nam toi|nam ke tiep)$/, 1],
  [/^(nam ngoai|nam truoc|nam vua qua|nam roi)$/, -1],
  [/^(nam kia)$/, -2],
];
const ENDS = /(^| )(han|xong|hoan thanh|ket thuc|het han|den han|chot|phai xong|thoi han|deadline)( |$)/;
const BEGINS = /(^| )(bat dau|khoi dong|khoi dau|khoi su|trien khai tu|moi (lam|chay|trien khai))( |$)/;
/** "Chỉ ghi năm 2023", "gọn trong 2023", "2023 thôi": the printed period is that year. */
const ONLY =
  /(^| )(chi|dung|rieng|gon|noi|tron|ngay)( (ghi|in|co|lam|thuc hien|trong|noi|dung|vao|mot|rieng|thoi|gian|la|han)){0,5}( nam)?$/;
const BEFORE = /(^| )(truoc|truoc nam|khong qua|cham nhat|som hon)$/;
const BY = /(^| )(den het|den|toi|het)$/;
const AFTER = /(^| )(sau|sau nam|qua nam|muon hon|ngoai nam)$/;

/** Years and printed periods, with what is asked of them: to end, to begin, to run in. */
function timesIn({ tokens, text: typed, folded: text }: Understanding, now: Date): Atom[] {
  const atoms: Atom[] = [];
  const thisYear = vietnamYear(now);
  for (let i = 0; i < tokens.length; i++) {
    const period = /^(20\d\d)$/.exec(tokens[i]!.text) && /^(20\d\d)$/.exec(tokens[i + 1]?.text ?? "");
    const between = typed.slice(tokens[i]!.end, tokens[i + 1]?.start ?? typed.length);
    if (period && tokens[i]!.text < tokens[i + 1]!.text && /^[-–—]?$/.test(between.trim())) {
      const printed = `${tokens[i]!.text}-${tokens[i + 1]!.text}`;
      atoms.push({ type: "where", from: i, to: i + 2, where: { by: "period", period: printed } });
      i++;
      continue;
    }
    const pair = `${tokens[i]!.folded} ${tokens[i + 1]?.folded ?? ""}`;
    const shift = YEAR_WORDS.find(([words]) => words.test(pair))?.[1];
    const value = Number(tokens[i]!.text);
    const isYear = tokens[i]!.kind === "number" && value >= FIRST_YEAR && value <= LAST_YEAR;
    if (!isYear && shift === undefined) continue;
    const year = shift === undefined ? value : thisYear + shift;
    const from = isYear && tokens[i - 1]?.folded === "nam" ? i - 1 : i;
    const to = shift === undefined ? i + 1 : i + 2;
    const before = tokens
      .slice(Math.max(0, from - 5), from)
      .map(({ folded }) => folded)
      .join(" ");
    const isOnly =
      (ONLY.test(before) && !ENDS.test(before)) ||
      (/^(la xong|duy nhat)$/.test(tokens[to]?.folded ?? "") && !ENDS.test(before));
    const where: TaskPredicate =
      isOnly && !BEGINS.test(text)
        ? { by: "period", period: String(year) }
        : BEFORE.test(before)
          ? { by: "endsBy", year: year - 1 }
          : AFTER.test(before)
            ? { by: "endsAfter", year }
            : BEGINS.test(text)
              ? { by: "year", is: "begins", year }
              : ENDS.test(text) || BY.test(before)
                ? { by: "year", is: "ends", year }
                : { by: "year", is: "covers", year };
    atoms.push({ type: "where", from, to, where, year });
    if (shift !== undefined) i++;
  }
  return atoms;
}

const LISTED = /^(cai|viec|nhiem|dau|muc|dong|so|thu|cong|task|y|phan)$/;

/** "Hai cái đầu", "cái cuối", "việc thứ nhì", "ba việc đầu tiên", "cái 2 và 4". */
function placesIn(tokens: readonly Token[]): Atom[] {
  const atoms: Atom[] = [];
  const number = (i: number) => {
    const token = tokens[i];
    if (!token) return undefined;
    const value = token.kind === "number" ? Number(token.text) : NUMBERS[token.text];
    return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 67 ? value : undefined;
  };
  const isThing = (i: number) => /^(cai|viec|vu|muc|dong|y|phan|task)$/.test(tokens[i]?.folded ?? "");
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]!.folded;
    const next = tokens[i + 1]?.folded ?? "";
    if (isThing(i) && (word !== "vu" || tokens[i - 1]?.folded === "nhiem")) {
      const start = word === "vu" ? i - 1 : i;
      const count = number(start - 1);
      const end = /^(tien|cung|chot|bang|het)$/.test(tokens[i + 2]?.folded ?? "") ? i + 3 : i + 2;
      if (/^(dau|cuoi)$/.test(next)) {
        const many = count ?? 1;
        const places = Array.from({ length: many }, (_none, at) => (next === "dau" ? at + 1 : at - many));
        atoms.push({ type: "places", from: count === undefined ? start : start - 1, to: end, places });
        i = end - 1;
        continue;
      }
      const at = next === "thu" || next === "so" ? i + 2 : undefined;
      const place = at === undefined ? undefined : number(at);
      if (place !== undefined) {
        const places = [place];
        let to = at! + 1;
        while (/^(va|voi)$/.test(tokens[to]?.folded ?? "")) {
          const skip = /^(thu|so)$/.test(tokens[to + 1]?.folded ?? "") ? 2 : 1;
          const more = number(to + skip);
          if (more === undefined) break;
          places.push(more);
          to += skip + 1;
        }
        atoms.push({ type: "places", from: start, to, places });
        i = to - 1;
      }
    }
  }
  return atoms;
}

/** Groups that are named: "nhóm V", "nhóm hạ tầng số". The words lead to ids in the understanding; here is where. */
function groupsIn(question: Understanding, records: Pick<Records, "groups">): Atom[] {
  const named = sectionsIn(question, records);
  if (named.length > 0 && question.groupIds.length === 0) return named;
  const { groupIds, tokens } = question;
  if (groupIds.length === 0) return [];
  const at = tokens.findIndex(({ folded }) => /^(nhom|mang)$/.test(folded));
  const known = groupIds.filter((id) => records.groups.some((group) => group.id === id));
  const from = Math.max(0, at);
  return known.length === 0
    ? []
    : [{ type: "where", from, to: from + 2, where: { by: "group", groupIds: known } }];
}

/** "Phần hạ tầng số", "phần VI của phụ lục": what people call a group by another word. */
function sectionsIn({ tokens }: Understanding, { groups }: Pick<Records, "groups">): Atom[] {
  return tokens.flatMap(({ folded }, from): Atom[] => {
    if (!/^(phan|muc|khoi|khuc|section)$/.test(folded)) return [];
    const numeral = /^(?:i{1,3}|iv|v|vi{1,2})b?$/.test(tokens[from + 1]?.folded ?? "")
      ? tokens[from + 1]!.folded.toUpperCase()
      : undefined;
    const ids = groups
      .filter((group) => group.numeral === numeral || group.id.toUpperCase() === numeral)
      .map(({ id }) => id);
    if (ids.length > 0) return [{ type: "where", from, to: from + 2, where: { by: "group", groupIds: ids } }];
    const words = tokens.slice(from + 1, from + 6).map((token) => token.folded);
    const group = groups.find(({ name }) => {
      const own = fold(name)
        .split(/[^a-z]+/)
        .filter((word) => !/^(phat|trien|bao|dam|va|cac)$/.test(word));
      return own.length > 1 && own.slice(0, 2).every((word, i) => words[i] === word);
    });
    return group ? [{ type: "where", from, to: from + 3, where: { by: "group", groupIds: [group.id] } }] : [];
  });
}

export const isListed = (token: Token | undefined): boolean => LISTED.test(token?.folded ?? "");

const known = new WeakMap<Understanding, Atom[]>();

/** The atoms of the question in hand; several readers ask for them. */
export function latticeOf({ question, knowledge, now, understander, dialogue }: RouteContext): Atom[] {
  const before = known.get(question);
  if (before) return before;
  const atoms = planAtoms(question, knowledge, now, understander.isForm, dialogue.ownAgencyId);
  known.set(question, atoms);
  return atoms;
}

export const hasMark = (atoms: readonly Atom[], ...marks: PlanMark[]): boolean =>
  atoms.some((atom) => atom.type === "mark" && marks.includes(atom.mark));
