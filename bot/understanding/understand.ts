/** From a question to what it signals: tokens, cues, agencies, labels, periods, and the words that remain as topic. */

import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { Agency, TaskGroup } from "../../knowledge/records.ts";
import { inOrder } from "../../knowledge/text-scan.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { type AgencyMention, AgencyNames } from "../agency-names.ts";
import { actsIn } from "./acts.ts";
import { type Condition, conditionsIn } from "./conditions.ts";
import { CUE_INDEX, CUES, type Cue } from "./cues.ts";
import type { Lexicon } from "./lexicon.ts";
import {
  type AllowsRow,
  type IsForm,
  longestOnly,
  PhraseIndex,
  type PhraseMatch,
  type Span,
} from "./phrases.ts";
import { isJoined, stopPositions } from "./stop-words.ts";
import { DOMAIN_INDEX, SYNONYM_INDEX } from "./synonyms.ts";

export interface Understanding {
  text: string;
  tokens: Token[];
  /** The tokens without diacritics, a space between. */
  folded: string;
  cues: ReadonlySet<Cue>;
  /** Where "chủ trì" and "phối hợp" stand, in order. */
  roles: readonly { role: "lead" | "coordinating"; from: number; to: number }[];
  mentions: AgencyMention[];
  /** Labels as written, canonical: "V.9", "IIb.1". */
  labels: string[];
  /** "nhiệm vụ 9": numbers of tasks without a group. */
  taskNumbers: number[];
  /** Groups of the appendix meant by name or numeral; "II" gives both. */
  groupIds: string[];
  /** "mục VI", "phần III": headings of the body. */
  sectionLabels: string[];
  years: number[];
  /** A quarter or a month of a year was said: "quý 4/2024". */
  partOfYear: boolean;
  /** "2023-2024". */
  periods: string[];
  documentNumbers: string[];
  /** "quyết định 942": numbers of documents without their letters. */
  bareNumbers: string[];
  procedureCodes: string[];
  /** A bare choice such as "2", "số 2", "cái thứ hai": 1-based. */
  ordinal: number | null;
  /** Readings of the topic for the plan: words that name a subject, as typed and with synonyms replaced. */
  planTopics: Token[][];
  /** The same for procedures: aspects ("lệ phí") taken out too. */
  procedureTopics: Token[][];
  /** What was said of circumstances in the words of official names: "sinh ở Nhật" → "cho trẻ em sinh ra ở nước ngoài". */
  officialTopics: Token[][];
  /** Positions of tokens that carry no topic. */
  stops: ReadonlySet<number>;
  /** "Có cần giấy khai sinh không" behind what it is needed for: names there are no subject. */
  needed: readonly Span[];
  /** A sum or a number of days in the question: "8 nghìn", "3 ngày". */
  claim: { value: number; unit: "đồng" | "ngày" } | undefined;
  /** "Bé 5 tuổi", of whoever it is done for; in years. */
  age: number | undefined;
  /** Circumstances that tell near-twin procedures apart. */
  conditions: ReadonlySet<Condition>;
  /** "không có yếu tố nước ngoài". */
  deniedConditions: ReadonlySet<Condition>;
  /** The text without clauses that say what is not asked for. */
  affirmed: string;
  /** Rows of the table of acts that were named. */
  acts: ReadonlySet<number>;
  /** Speaks of papers that people need, of government at all, or of neither. */
  domain: "papers" | "government" | null;
}

const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
  x: 10,
};
const ROMAN_OF = Object.fromEntries(
  Object.entries(ROMAN).map(([numeral, value]) => [value, numeral.toUpperCase()]),
);
const ORDINALS: Readonly<Record<string, number>> = {
  nhất: 1,
  đầu: 1,
  hai: 2,
  nhì: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  một: 1,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};
const PLAIN_ORDINALS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(ORDINALS).map(([word, value]) => [fold(word), value]),
);
const LONGEST_CHOICE = 12;
const FIRST_YEAR = 2019;
const LAST_YEAR = 2035;

/** Politeness at the end of a question. */
const CLOSING: ReadonlySet<string> = new Set([
  "vay",
  "a",
  "nhi",
  "ha",
  "the",
  "em",
  "anh",
  "chi",
  "ban",
  "oi",
]);

const isProcedureCue = (cue: Cue) => cue === "procedure" || cue === "papers" || cue.startsWith("aspect");

export class Understander {
  readonly #agencies: AgencyNames;
  readonly #groups: readonly TaskGroup[];
  readonly #groupNames = new PhraseIndex<string>();

  readonly isForm: IsForm;
  readonly #lexicon: Lexicon;

  /** `allows` looks on and may leave rows out; see IsForm. */
  constructor(knowledge: Pick<KnowledgeBase, "agencies" | "groups">, lexicon: Lexicon, allows?: AllowsRow) {
    this.#lexicon = lexicon;
    this.isForm = Object.assign((word: string) => lexicon.forms.has(word), { allows });
    this.#agencies = new AgencyNames(knowledge.agencies);
    this.#groups = knowledge.groups;
    for (const group of knowledge.groups) {
      for (const name of groupNames(group.name)) this.#groupNames.add(name, group.id);
      for (const name of GROUP_ALIASES[group.id] ?? [])
        this.#groupNames.add(name, group.id, `groups/${group.id}: ${name}`);
    }
  }

  agenciesIn(text: string): Agency[] {
    return this.#agencies.find(tokenize(text)).flatMap((mention) => mention.agencies);
  }

  /** The words with synonyms replaced by the words of the sources. */
  withSynonyms(tokens: Token[]): Token[] {
    const matches = longestOnly(SYNONYM_INDEX.find(tokens, this.isForm));
    return tokens.flatMap((token, i) => {
      const match = matches.find(({ from, to }) => i >= from && i < to);
      if (!match) return [token];
      return i === match.from ? match.value : [];
    });
  }

  understand(text: string, tokens: Token[]): Understanding {
    const conditions = conditionsIn(tokens, this.isForm);
    const cueMatches = withoutInner(CUE_INDEX.find(tokens, this.isForm)).filter(
      (match) =>
        !isCircumstance(match, conditions.wordings) &&
        !isAcronym(text, tokens, match) &&
        !isOneOf(OTHER_MEANINGS, tokens, match) &&
        // A lone word in a compound is that compound's: "chung" of "dùng chung" signals nothing.
        (match.to - match.from > 1 || !isJoined(tokens, match.from, this.#lexicon.isCompound)),
    );
    const cues = new Set(
      cueMatches.filter((match) => !isOneOf(CIRCUMSTANCES, tokens, match)).map((match) => match.value),
    );
    const roles = cueMatches.flatMap(({ value, from, to }) =>
      value === "lead" || value === "coordinating" ? [{ role: value, from, to }] : [],
    );
    if (asksWhetherDone(tokens)) cues.add("completion");
    if (asksHowLongBefore(tokens)) {
      cues.delete("aspectTime");
      cues.add("aspectConditions");
    }
    const used = new Set<number>();
    const use = ({ from, to }: Span) => {
      for (let i = from; i < to; i++) used.add(i);
    };

    const labels = this.#labels(tokens, use);
    const groupIds = this.#groupIds(tokens, cues, use);
    const sectionLabels = this.#sectionLabels(tokens, use);
    const taskNumbers = this.#taskNumbers(tokens, use);
    const { years, periods, partOfYear } = this.#years(text, tokens, use);
    const mentions = this.#agencies.find(tokens, this.isForm);
    const sectors = mentions.filter((mention) => isSector(tokens, mention));
    for (const mention of sectors) mention.weak = true;
    // "Chịu trách nhiệm trước UBND tỉnh": said of whom it is answered to.
    for (const mention of mentions) if (isAnsweredTo(tokens, mention)) mention.weak = true;
    for (const mention of mentions) if (!mention.weak) use(mention);
    for (const match of cueMatches) {
      if (match.value === "communes" && /(ubnd|ủy ban nhân dân) (xã|phường)$/.test(match.phrase))
        use(placeAfter(text, tokens, match.to));
    }
    tokens.forEach((token, i) => {
      if (token.kind === "document_number" || token.kind === "procedure_code") used.add(i);
    });

    const stops = stopPositions(tokens, this.#lexicon, this.isForm);
    const synonyms = longestOnly([
      ...SYNONYM_INDEX.find(tokens, this.isForm),
      ...sectors.map(sectorWords),
    ]).filter(
      (match) =>
        !overlapsUsed(match, used) &&
        // "mới mất bao lâu": the words of a longer signal are no synonym's.
        !cueMatches.some(
          (cue) => cue.to - cue.from > 1 && cutsInto(cue, match) && CUES[cue.value].consumed,
        ) &&
        !(match.phrase === "ai" && !isAcronym(text, tokens, match)),
    );
    // "Y tế" of "bảo hiểm y tế" stays: only a place tells no procedure apart.
    const places = mentions.filter(
      (mention) => mention.weak && mention.agencies.every((agency) => agency.kind === "district"),
    );
    const denied = deniedClauses(text, tokens);
    const readings = (
      skip: (cue: Cue) => boolean,
      replacements: readonly PhraseMatch<Token[]>[],
      without: readonly Span[] = [],
    ): Token[][] => {
      const removed = new Set(used);
      for (const { from, to } of without) for (let i = from; i < to; i++) removed.add(i);
      for (const match of cueMatches) {
        if (CUES[match.value].consumed && !skip(match.value))
          for (let i = match.from; i < match.to; i++) removed.add(i);
      }
      const typed = tokens.filter((_token, i) => !removed.has(i) && !stops.has(i));
      if (replacements.length === 0) return [typed];
      const replaced = tokens.flatMap((token, i) => {
        const replacement = replacements.find((match) => i >= match.from && i < match.to);
        if (replacement) return i === replacement.from ? replacement.value : [];
        return removed.has(i) || stops.has(i) ? [] : [token];
      });
      return [typed, replaced];
    };
    const needed = neededIn(tokens, this.#lexicon);
    const notAsked = [...places, ...denied, ...needed, ...claimSpans(tokens)];

    return {
      text,
      tokens,
      folded: foldedOf(tokens, { from: 0, to: tokens.length }),
      cues,
      roles,
      mentions,
      labels,
      taskNumbers,
      groupIds,
      sectionLabels,
      years,
      partOfYear,
      periods,
      documentNumbers: tokens
        .filter((token) => token.kind === "document_number")
        .map((token) => token.text.toUpperCase()),
      bareNumbers: tokens.filter((_token, i) => isBareNumber(tokens, i)).map((token) => token.text),
      procedureCodes: tokens.filter((token) => token.kind === "procedure_code").map((token) => token.text),
      ordinal: ordinalOf(tokens),
      planTopics: readings(isProcedureCue, synonyms),
      procedureTopics: withAge(
        // "Đổi tên" is asked of an agency, or of a child.
        readings((cue) => cue === "successor" && mentions.length === 0, synonyms, notAsked),
        tokens,
      ),
      officialTopics: readings(() => false, conditions.wordings, notAsked).slice(1),
      stops,
      needed,
      claim: claimIn(text),
      age: ageIn(tokens),
      conditions: conditions.said,
      deniedConditions: conditions.denied,
      affirmed: withoutSpans(text, tokens, denied),
      acts: actsIn(tokens, this.isForm),
      domain: this.#domainOf(tokens),
    };
  }

  #domainOf(tokens: Token[]): Understanding["domain"] {
    const domains = longestOnly(DOMAIN_INDEX.find(tokens, this.isForm)).map((match) => match.value);
    return domains.includes("papers") ? "papers" : (domains[0] ?? null);
  }

  #labels(tokens: Token[], use: (span: Span) => void): string[] {
    const labels: string[] = [];
    tokens.forEach((token, i) => {
      if (token.kind === "label") {
        labels.push(token.text);
        use({ from: i, to: i + 1 });
        return;
      }
      // "mục V 9", "nhiệm vụ 9 nhóm V", "nhiệm vụ số 9 mục V"
      const number = numberAt(tokens, i);
      if (number === undefined || number > 40) return;
      const before = tokens[i - 1];
      if (
        before &&
        ROMAN[before.folded] &&
        /^(muc|vu|viec|so|nhom|phan|task|luc)$/.test(tokens[i - 2]?.folded ?? "")
      ) {
        labels.push(`${before.folded.toUpperCase()}.${number}`);
        use({ from: i - 1, to: i + 1 });
        return;
      }
      const [where, numeral] = [tokens[i + 1], tokens[i + 2]];
      const roman = numeral && (ROMAN[numeral.folded] ?? numberAt(tokens, i + 2));
      // "Thủ tục 2 trong 1" counts.
      const isCount = where?.folded === "trong" && numeral?.kind === "number" && before?.folded !== "vu";
      if (where && roman && !isCount && /^(nhom|muc|phan|trong|cua)$/.test(where.folded) && ROMAN_OF[roman]) {
        labels.push(`${ROMAN_OF[roman]}.${number}`);
        use({ from: i, to: i + 3 });
        return;
      }
      // "nhóm V nhiệm vụ (số) 9"
      for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
        if (!/^(nhiem|vu|so|thu)$/.test(tokens[k]!.folded)) {
          const value = ROMAN[tokens[k]!.folded] ?? numberAt(tokens, k);
          if (
            k < i - 1 &&
            value &&
            ROMAN_OF[value] &&
            /^(nhom|phan|muc)$/.test(tokens[k - 1]?.folded ?? "")
          ) {
            labels.push(`${ROMAN_OF[value]}.${number}`);
            use({ from: k - 1, to: i + 1 });
          }
          break;
        }
      }
    });
    return [...new Set(labels)];
  }

  #groupIds(tokens: Token[], cues: ReadonlySet<Cue>, use: (span: Span) => void): string[] {
    const ids: string[] = [];
    const numerals: number[] = [];
    tokens.forEach((token, i) => {
      const previous = tokens[i - 1]?.folded ?? "";
      const before = previous === "thu" || previous === "so" ? (tokens[i - 2]?.folded ?? "") : previous;
      if (before !== "nhom" || /^(tung|moi)$/.test(tokens[i - 2]?.folded ?? "")) return;
      const value = ROMAN[token.folded.replace(/b$/, "")] ?? numberAt(tokens, i);
      const numeral = value && ROMAN_OF[value];
      if (!numeral) return;
      const exact = token.folded.endsWith("b")
        ? this.#groups.filter((group) => group.id === `${numeral}b`)
        : undefined;
      ids.push(
        ...(exact ?? this.#groups.filter((group) => group.numeral === numeral)).map((group) => group.id),
      );
      use({ from: i - 1, to: i + 1 });
      numerals.push(i);
    });
    const named = longestOnly(this.#groupNames.find(tokens, this.isForm));
    for (const match of named) {
      // "Nhóm III hạ tầng nền tảng": the numeral counts, the name behind it only explains.
      if (
        numerals.some(
          (at) => match.from === at + 1 || named.some((row) => row.to === match.from && row.from === at + 1),
        )
      ) {
        use(match);
        continue;
      }
      const before = tokens[match.from - 1]?.folded ?? "";
      const pair = `${tokens[match.from - 2]?.folded ?? ""} ${before}`;
      const announced =
        before === "nhom" ||
        before === "mang" ||
        pair === "linh vuc" ||
        pair === "nhom ve" ||
        pair === "nhiem vu" ||
        pair === "vu ve";
      if (announced && (cues.has("group") || cues.has("task"))) {
        ids.push(match.value);
        use(match);
      }
    }
    return [...new Set(ids)];
  }

  #sectionLabels(tokens: Token[], use: (span: Span) => void): string[] {
    const labels: string[] = [];
    tokens.forEach((token, i) => {
      if (!/^(muc|phan)$/.test(tokens[i - 1]?.folded ?? "")) return;
      const value = ROMAN[token.folded];
      if (!value || value > 7 || numberAt(tokens, i + 1) !== undefined) return;
      labels.push(ROMAN_OF[value]!);
      use({ from: i - 1, to: i + 1 });
    });
    return labels;
  }

  #taskNumbers(tokens: Token[], use: (span: Span) => void): number[] {
    const numbers: number[] = [];
    tokens.forEach((token, i) => {
      const number = numberAt(tokens, i);
      if (number === undefined || number > 67) return;
      const words = tokens
        .slice(Math.max(0, i - 3), i)
        .map((word) => word.folded)
        .join(" ");
      if (/(nhiem vu|nhiem vu so|nhiem vu thu|task|dau viec so)$/.test(words) && token.kind === "number") {
        const next = tokens[i + 1]?.folded;
        if (next === "nam" || next === "thang" || next === "%") return;
        numbers.push(number);
        use({ from: i, to: i + 1 });
      }
    });
    return numbers;
  }

  #years(
    text: string,
    tokens: Token[],
    use: (span: Span) => void,
  ): Pick<Understanding, "years" | "periods" | "partOfYear"> {
    const years: number[] = [];
    const periods: string[] = [];
    let partOfYear = false;
    const yearAt = (i: number, short: boolean): number | undefined => {
      const value = numberAt(tokens, i);
      if (value === undefined) return undefined;
      if (value >= FIRST_YEAR && value <= LAST_YEAR) return value;
      return short && value >= 20 && value <= 35 ? 2000 + value : undefined;
    };
    for (let i = 0; i < tokens.length; i++) {
      const before = tokens[i - 1]?.folded ?? "";
      const short = before === "nam" || before === "doan";
      const first = yearAt(i, short);
      if (first === undefined) continue;
      const [next, second] = /^(den|toi)$/.test(tokens[i + 1]?.folded ?? "")
        ? [i + 2, yearAt(i + 2, true)]
        : [i + 1, yearAt(i + 1, true)];
      const between = second === undefined ? "" : text.slice(tokens[i]!.end, tokens[next]!.start);
      if (second !== undefined && second > first && (next === i + 2 || /^[-–—/]?$/.test(between.trim()))) {
        periods.push(`${first}-${second}`);
        use({ from: isPeriodWord(tokens, i) ? i - 2 : i, to: next + 1 });
        i = next;
      } else {
        years.push(first);
        const from = before === "nam" ? i - 1 : i;
        const isPart = PART_OF_YEAR.test(`${tokens[from - 2]?.folded} ${tokens[from - 1]?.folded}`);
        partOfYear ||= isPart;
        use({ from: isPart ? from - 2 : from, to: i + 1 });
      }
    }
    return { years: [...new Set(years)], periods, partOfYear };
  }
}

/** "quý IV", "quý tư", "tháng 6", before a year. */
const PART_OF_YEAR = /^(?:quy (?:[1-4]|i{1,3}|iv|mot|hai|ba|tu|bon)|thang (?:1[0-2]|0?[1-9]|gieng|chap))$/;

/** "làm trước khi hết hạn bao nhiêu ngày", "trong vòng mấy tháng": a time limit set by the rules, not how long it takes. */
function asksHowLongBefore(tokens: Token[]): boolean {
  const text = foldedOf(tokens, { from: 0, to: tokens.length });
  return (
    inOrder(
      text,
      /(?:^| )(?:truoc|trong vong|ke tu) /,
      / (?:bao nhieu|may) (?:ngay|thang|gio|tuan|nam)(?: |$)/,
    ) ||
    /(^| )(bao lau|(may|bao nhieu) (ngay|thang|gio|tuan|nam)) (thi |la )?(phai|can) (bao|khai|nop|lam|di|dang ky)( |$)/.test(
      text,
    ) ||
    /(^| )(bao nhieu|may) (ngay|thang|gio|tuan) (thi )?(moi |)duoc (gia han|lam|nop|doi|dang ky)( |$)/.test(
      text,
    ) ||
    /(^| )(phai|can) (bao|khai|nop|lam|di|dang ky)( \S+){0,4} trong (vong )?(bao lau|may ngay|bao nhieu ngay)( |$)/.test(
      text,
    )
  );
}

/** "tỉnh đã đạt 50% chưa": a question whether something has come about, its two words far apart. */
function asksWhetherDone(tokens: Token[]): boolean {
  const words = tokens.map((token) => token.folded).filter((word) => !CLOSING.has(word));
  const asked = words.some(
    (word, i) => /^(bao|may|nhieu)$/.test(word) && /^(nhieu|phan|viec|nhiem)$/.test(words[i + 1] ?? ""),
  );
  const last = words.at(-1);
  if (last === "roi") return asked && words.includes("duoc");
  return last === "chua" && words.slice(0, -1).some((word) => word === "da" || word === "xong");
}

/** Signals that are none within a longer signal: all, or those named. */
const INNER: ReadonlyMap<Cue, readonly Cue[] | "all"> = new Map<Cue, readonly Cue[] | "all">([
  ["followUp", "all"],
  ["contact", "all"],
  ["papers", "all"],
  // "Ai phụ" of "ai phụ trách".
  ["coordinating", ["lead"]],
  ["task", ["digitalRecord"]],
  ["duty", ["service"]],
]);
const isInnerOf = (value: Cue, other: Cue): boolean => {
  const outer = INNER.get(value);
  return outer === "all" || (outer?.includes(other) ?? false);
};

/** "Thế" of "thế nào" refers to nothing, "điện thoại" of "điện thoại thông minh" to no office,
 *  "hồ sơ" of "hồ sơ số" to no papers. */
const withoutInner = (matches: PhraseMatch<Cue>[]): PhraseMatch<Cue>[] =>
  matches.filter(
    ({ value, from, to }) =>
      !matches.some(
        (other) =>
          other.from <= from &&
          to <= other.to &&
          other.to - other.from > to - from &&
          isInnerOf(value, other.value),
      ),
  );

/** A signal that is none beside certain words. Patterns are of folded words, a space between. */
interface Exception {
  cues: readonly Cue[] | "any";
  words: RegExp;
  /** What ends before it, what begins after it: either tells. */
  before?: RegExp;
  after?: RegExp;
}

/** Words that mean something else there, and may name a subject. */
const OTHER_MEANINGS: readonly Exception[] = [
  // "Nghỉ việc", "việc làm": a job, no task.
  {
    cues: "any",
    words: /^viec$/,
    before: /(^| )(nghi|thoi|mat|xin)$/,
    after: /^lam(?!( (gi|nao|sao|do|nay))( |$))/,
  },
  { cues: ["followUp"], words: /^the$/, after: /^chap/ },
  // "Xác nhận cán bộ quân đội …", typed without diacritics.
  {
    cues: ["handoff"],
    words: /^nhan (can bo|nhan vien|chuyen vien)$/,
    before: /(^| )(xac|chung|cong|tiep|thu)$/,
  },
  // "Văn bản cam đoan về việc …".
  { cues: ["task"], words: /^viec$/, before: /(^| )ve$/ },
  // "Lãnh tiền thai sản", "nhận bằng tiền mặt": money that comes in is no fee.
  {
    cues: ["aspectFee", "money"],
    words: /^(tien|(bao )?nhieu( tien| mot)?|may (tien|dong)|.*bao nhieu tien)$/,
    before: /(^| )(lanh|linh|nhan|huong|xin|duoc|rut|cap|tro|ho|so)( duoc| ve)?( bao)?( nhieu| may)?$/,
    after: /^mat( |$)/,
  },
  // "Tới cấp xã" names no agency.
  { cues: ["communes"], words: /^cap xa$/, before: /(^| )(toi|den|xuong|tan)$/ },
  // "Chứng thực văn bản này": a paper of the asker's, not the plan.
  {
    cues: ["plan"],
    words: /^(van ban|quyet dinh) (nay|do|ay|tren)$/,
    before: /(chung thuc|cong chung|ky|dich|lap|xac nhan|sua|huy)( cac| nhung)?$/,
  },
];
/** Words that tell a circumstance and ask for nothing. */
const CIRCUMSTANCES: readonly Exception[] = [
  // "Đẻ ở nhà" is no way to file.
  { cues: ["aspectMethods"], words: /^(o|tai) nha$/, before: /(^| )(sinh|sanh|de|mat|chet)$/ },
  // "Con 3 tuổi" tells whom it is for.
  { cues: ["aspectConditions"], words: /^tuoi$/, before: /(^| )\d+$/ },
];

function isOneOf(rows: readonly Exception[], tokens: Token[], match: PhraseMatch<Cue>): boolean {
  const of = (from: number, to: number) => foldedOf(tokens, { from: Math.max(0, from), to });
  const words = of(match.from, match.to);
  return rows.some(
    (row) =>
      (row.cues === "any" || row.cues.includes(match.value)) &&
      row.words.test(words) &&
      ((row.before?.test(of(match.from - NEIGHBOURS, match.from)) ?? false) ||
        (row.after?.test(of(match.to, match.to + NEIGHBOURS)) ?? false)),
  );
}
const NEIGHBOURS = 3;

/** "Ngoài giá thú" asks for no price. */
const isCircumstance = ({ from, to }: Span, said: readonly Span[]): boolean =>
  to - from === 1 && said.some((span) => span.to - span.from > 1 && span.from <= from && to <= span.to);
const foldedOf = (tokens: Token[], { from, to }: Span): string =>
  tokens
    .slice(from, to)
    .map((token) => token.folded)
    .join(" ");

/** "Làm hộ chiếu cho bé có cần giấy khai sinh không": what it is for was named before. */
function neededIn(tokens: Token[], { namesProcedure }: Lexicon): Span[] {
  const from = tokens.findIndex(
    ({ folded }, i) => /^(can|phai)$/.test(folded) && !NEEDED_ACT.test(tokens[i + 1]?.folded ?? "gi"),
  );
  const to = tokens.findIndex(({ folded }, i) => i > from + 1 && /^(khong|ko|k|hong|hok)$/.test(folded));
  const isNeed = from > 0 && to > from && to - from <= LONGEST_NEED;
  return isNeed && namesProcedure(tokens.slice(0, from)) ? [{ from, to }] : [];
}
const NEEDED_ACT = /^(gi|nhung|dang|xin|khai|doi|cap|lam|bao|thong|di)$/;
const LONGEST_NEED = 10;

/** "…, không nhận cha mẹ con", "…, không liên thông": clauses that say what is not asked for. */
function deniedClauses(text: string, tokens: Token[]): Span[] {
  const endsClause = (i: number) =>
    i === tokens.length - 1 || /[,;.]/.test(text.slice(tokens[i]!.end, tokens[i + 1]!.start));
  return tokens.flatMap((token, from) => {
    const startsClause = from > 0 && endsClause(from - 1);
    if (token.folded !== "khong" || !startsClause || !DENYING.test(tokens[from + 1]?.folded ?? "")) return [];
    let last = from;
    while (!endsClause(last)) last++;
    return text[tokens[last]!.end] === "?" ? [] : [{ from, to: last + 1 }];
  });
}
const withoutSpans = (text: string, tokens: Token[], spans: readonly Span[]): string =>
  spans.reduceRight(
    (kept, { from, to }) => kept.slice(0, tokens[from]!.start) + kept.slice(tokens[to - 1]!.end),
    text,
  );
const DENYING = /^(phai|kem|lien|ket|nhan|bao|gom|cung|thuoc)$/;

/** "AI" typed in capitals is artificial intelligence, not the question word "ai". */
function isAcronym(text: string, tokens: Token[], span: Span): boolean {
  if (span.to - span.from !== 1) return false;
  const token = tokens[span.from]!;
  const raw = text.slice(token.start, token.end);
  return (
    raw.length >= 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase() && text !== text.toUpperCase()
  );
}

const LONGEST_PLACE = 3;

/** The name after "UBND xã": words with a capital, or in a text without capitals the two words that follow. */
function placeAfter(text: string, tokens: Token[], from: number): Span {
  const hasCapitals = text !== text.toLowerCase();
  let to = from;
  while (to < tokens.length && to - from < (hasCapitals ? LONGEST_PLACE : 2)) {
    const first = text[tokens[to]!.start]!;
    if (tokens[to]!.kind !== "word" || (hasCapitals && first === first.toLowerCase())) break;
    to++;
  }
  return { from, to };
}

/** "ngành GD&ĐT": the letters of an agency that stand for its field. */
const isSector = (tokens: Token[], { from, agencies }: AgencyMention): boolean =>
  agencies.length === 1 &&
  /^(nganh|linh)$/.test(tokens[from - 1]?.folded ?? "") &&
  tokens[from]!.folded !== "so";

const isAnsweredTo = (tokens: Token[], { from, agencies }: AgencyMention): boolean =>
  agencies[0]!.kind === "province" &&
  tokens[from - 1]?.folded === "truoc" &&
  tokens[from - 2]?.folded !== "hien";

const sectorWords = ({ from, to, agencies }: AgencyMention): PhraseMatch<Token[]> => ({
  from,
  to,
  phrase: agencies[0]!.name,
  value: tokenize(agencies[0]!.name.replace(/^Sở /, "")),
});

/** Luật Người cao tuổi 2009, Điều 2. */
const ELDERLY = 60;

/** "bé 5 tuổi" → also read as "dưới 6 tuổi", the way procedures tell ages apart (Luật Căn cước 2023, Điều 19, 23). */
function withAge(readings: Token[][], tokens: Token[]): Token[][] {
  const age = ageIn(tokens);
  if (age === undefined) return readings;
  const words =
    age < 6
      ? "dưới 6 tuổi dưới 14 tuổi"
      : age < 14
        ? "từ đủ 6 tuổi dưới 14 tuổi"
        : age < ELDERLY
          ? "từ đủ 14 tuổi"
          : "người cao tuổi";
  const others = readings[0]!.filter((token) => token.kind !== "number");
  return [...readings, [...others, ...tokenize(words)]];
}

/** "Dưới 6 tuổi" is a limit and nobody's age. */
function ageIn(tokens: Token[]): number | undefined {
  const at = tokens.findIndex(
    (token, i) => /^(tuoi|t)$/.test(token.folded) && numberAt(tokens, i - 1) !== undefined,
  );
  if (at < 0 || /^(duoi|du|tren|tu|den)$/.test(tokens[at - 2]?.folded ?? "")) return undefined;
  return numberAt(tokens, at - 1);
}

const THOUSANDS = { nghin: 1000, ngan: 1000, k: 1000, trieu: 1_000_000, dong: 1, d: 1, vnd: 1 } as const;

const ROUND_SUM = 500;

/** "50 nghìn", "3 ngày": figures that a question puts to be confirmed name no procedure. */
const claimSpans = (tokens: Token[]): Span[] =>
  tokens.flatMap((token, i) =>
    numberAt(tokens, i) !== undefined &&
    /^(nghin|ngan|trieu|dong|vnd|ngay)$/.test(tokens[i + 1]?.folded ?? "")
      ? [{ from: i, to: i + 2 }]
      : token.kind === "number" && Number(token.text) >= 1000 && Number(token.text) % ROUND_SUM === 0
        ? [{ from: i, to: i + 1 }]
        : [],
  );

function claimIn(text: string): Understanding["claim"] {
  const folded = fold(text);
  const sum = /(?<![\d.,/])(\d+(?:\.\d{3})*)\s*(nghin|ngan|k|trieu|dong|d|vnd)(?![a-z])/.exec(folded);
  if (sum) {
    const unit = THOUSANDS[sum[2] as keyof typeof THOUSANDS];
    return { value: Number(sum[1]!.replaceAll(".", "")) * unit, unit: "đồng" };
  }
  const days = /(?<![\d.,/])(\d{1,3})\s*ngay(?![a-z])/.exec(folded);
  if (days) return { value: Number(days[1]), unit: "ngày" };
  // "Hai trăm nghìn" was heard, and nothing else is counted in such numbers.
  const bare = /(?<![\d.,/-]|nam )(\d{4,9})(?![\d.,/-])/.exec(folded);
  const value = Number(bare?.[1]);
  const isYear = value >= FIRST_YEAR && value <= LAST_YEAR;
  return bare && value % ROUND_SUM === 0 && !isYear ? { value, unit: "đồng" } : undefined;
}

const isPeriodWord = (tokens: Token[], i: number) =>
  tokens[i - 2]?.folded === "giai" && tokens[i - 1]?.folded === "doan";

const DOCUMENT_WORD =
  /^(quyet dinh|de an|nghi quyet|nghi dinh|thong tu|chi thi|to trinh|cong van|van ban)( so)?$/;

function isBareNumber(tokens: Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.kind !== "number" || !/^\d{1,5}$/.test(token.text)) return false;
  const before = tokens.slice(Math.max(0, i - 3), i).map((row) => row.folded);
  return DOCUMENT_WORD.test(before.slice(-2).join(" ")) || DOCUMENT_WORD.test(before.join(" "));
}

/** They share words, and neither holds the other. */
const cutsInto = (a: Span, b: Span): boolean =>
  a.from < b.to &&
  b.from < a.to &&
  !(a.from <= b.from && b.to <= a.to) &&
  !(b.from <= a.from && a.to <= b.to);

const overlapsUsed = (span: Span, used: ReadonlySet<number>) => {
  for (let i = span.from; i < span.to; i++) if (!used.has(i)) return false;
  return true;
};

function numberAt(tokens: Token[], i: number): number | undefined {
  const token = tokens[i];
  if (token?.kind !== "number" || !/^\d+$/.test(token.text)) return undefined;
  return Number(token.text);
}

/** "2", "số 2", "cái thứ ba là về gì": a choice or an item of a list, in a short question. */
const BARE_ORDINAL =
  /^(?:chọn |lấy |xem |cho xem )?(?:cái |số |câu |mục |ý |lựa chọn |phương án |trường hợp |nhiệm vụ |thủ tục )?(?:thứ )?(\d|một|hai|ba|bốn|năm)(?: (?:đi|nhé|ạ|nha|em|bạn))*$/u;
const LISTED_ORDINAL =
  /(?:cái|việc|nhiệm vụ|thủ tục|mục|câu|dòng|số|phần|ý|trường hợp) (?:thứ |số )(\d|nhất|đầu|hai|nhì|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?: tiên)?(?:\s|$)/u;
const plainly = ({ source, flags }: RegExp) => new RegExp(fold(source), flags);
const PLAIN_BARE_ORDINAL = plainly(BARE_ORDINAL);
const PLAIN_LISTED_ORDINAL = plainly(LISTED_ORDINAL);

function ordinalOf(tokens: Token[]): number | null {
  const words = tokens.map((token) => token.text);
  if (words.length === 0 || words.length > LONGEST_CHOICE) return null;
  const text = words.join(" ");
  const bare = BARE_ORDINAL.exec(text) ?? (fold(text) === text ? PLAIN_BARE_ORDINAL.exec(text) : null);
  const listed = LISTED_ORDINAL.exec(text) ?? (fold(text) === text ? PLAIN_LISTED_ORDINAL.exec(text) : null);
  const first = /(?:cái|việc|nhiệm vụ|thủ tục|mục) (?:đầu) (?:tiên)?/u.exec(text);
  const match = bare ?? listed;
  if (match) return ORDINALS[match[1]!] ?? PLAIN_ORDINALS[match[1]!] ?? Number(match[1]);
  return first ? 1 : null;
}

/** What people call the groups of the plan's appendix. */
const GROUP_ALIASES: Readonly<Record<string, readonly string[]>> = {
  I: ["nhận thức"],
  II: ["thể chế", "chính sách"],
  IIb: ["hạ tầng"],
  III: ["nền tảng", "hệ thống nền tảng"],
  IV: ["dữ liệu"],
  V: ["ứng dụng", "dịch vụ số", "ứng dụng dịch vụ số", "ứng dụng dịch vụ"],
  VI: ["an toàn thông tin", "an ninh mạng", "an toàn an ninh mạng", "an toàn", "bảo mật"],
  VII: ["nhân lực", "đào tạo nhân lực", "con người", "nguồn nhân lực"],
};

/** "Phát triển hạ tầng số" is also called "hạ tầng số". */
function groupNames(name: string): string[] {
  const short = name.replace(/^(Phát triển|Bảo đảm)\s+/u, "");
  return short === name ? [name] : [name, short];
}
