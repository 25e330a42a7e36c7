/** What a question about the plan holds, with where it stands: agencies, roles, times, groups, places in a list, and the
 *  words that operate on them. Everything that reads sets of rows works on these atoms. */

import type { Records } from "../../knowledge/knowledge-base.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { LOCALS_ID } from "../agency-names.ts";
import {
  type IsForm,
  longestOnly,
  PhraseIndex,
  type PhraseMatch,
  type Span,
} from "../understanding/phrases.ts";
import type { Understanding } from "../understanding/understand.ts";
import type { ReadingContext } from "./context.ts";
import type { Atom } from "./plan-atoms.ts";
import { groupsIn } from "./plan-groups.ts";
import { PLAN_MARKS, type PlanMark } from "./plan-marks.ts";
import { placesIn } from "./plan-places.ts";
import { ownIn, sectorNames } from "./plan-sectors.ts";
import { timesIn } from "./plan-times.ts";
import { ROLES, WHERES } from "./plan-wheres.ts";

export const MARKS = new PhraseIndex<PlanMark>();
for (const [mark, { patterns }] of Object.entries(PLAN_MARKS))
  MARKS.addPatterns(`marks/${mark}`, patterns, mark as PlanMark);

/** "Đơn vị chủ trì lại bị ghi luôn ở cột phối hợp": one agency in both columns, and none is named. */
const TWICE =
  /(?:^| )(?:chu tri|chinh|dung ten)(?: \S+){0,5} (?:lap|trung|luon|lun|lai|dong thoi|cung|kiem)(?: \S+){0,5} (?:phoi hop|cot phu)(?: |$)/;

const ALSO_LEADS =
  /(?:^| )(?:vua (?:\S+ ){0,4}chu tri (?:\S+ ){0,2}vua (?:\S+ ){0,6}phoi hop|(?:nam|dung|o|ten) (?:o )?(?:ca )?(?:hai|2) cot|trung ten (?:o )?(?:ca )?(?:hai|2) cot|(?:ca )?(?:hai|2) cot chu tri (?:va|lan|voi) phoi hop)(?: |$)/;

/** `isForm` as in PhraseIndex.find. Overlapping atoms are settled: the longest stands. */
function planAtoms(
  question: Understanding,
  records: Pick<Records, "groups" | "agencies">,
  now: Date,
  isForm: IsForm,
  ownAgencyId: string | null = null,
): Atom[] {
  const { tokens, mentions } = question;
  const atoms: Atom[] = [];
  for (const { from, to, agencies, weak, department } of mentions)
    if (agencies.length === 1)
      atoms.push({
        type: "agency",
        from,
        to,
        agencyId: agencies[0]!.id,
        weak,
        ...(department ? { department } : {}),
      });
  for (const { from, to, agencyId, announced } of sectorNames(records.agencies).find(tokens, isForm))
    if (!atoms.some((atom) => atom.from < to && from < atom.to && atom.type === "agency" && !atom.weak)) {
      for (const weak of atoms.filter((atom) => atom.from < to && from < atom.to))
        atoms.splice(atoms.indexOf(weak), 1);
      atoms.push({ type: "agency", from, to, agencyId, weak: true, sector: { announced } });
    }
  for (const own of ownIn(tokens, ownAgencyId))
    if (!atoms.some((atom) => atom.from < own.to && own.from < atom.to)) atoms.push(own);
  for (const local of localsIn(tokens))
    if (!atoms.some((atom) => atom.from < local.to && local.from < atom.to)) atoms.push(local);
  for (const { from, role, to } of longestOnly(question.roles)) atoms.push({ type: "role", from, to, role });
  for (const { from, to, value } of longestOnly(ROLES.find(tokens, isForm)))
    if (!isAppendix(tokens, to) && !atoms.some((atom) => atom.from < to && from < atom.to))
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
    if (free(match) && !isOfAskers(tokens, match))
      atoms.push({ type: "where", from: match.from, to: match.to, where: match.value });
  for (const match of longestOnly(MARKS.find(tokens, isForm)))
    if (
      free(match) &&
      !isOutsideAppendix(tokens, match.to, match.value) &&
      !(match.value === "those" && isOfAskers(tokens, match)) &&
      !isByAgency(tokens, atoms, match)
    )
      atoms.push({ type: "mark", from: match.from, to: match.to, mark: match.value });
  atoms.push(...splitMarks(tokens).filter(free), ...besideAgencies(atoms, question));
  return corrected(withoutIncluded(withRest(atoms, question), question), tokens).sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
}

/** "Địa phương", "các huyện": one body of the plan beside others; none of "các sở, ban, ngành, địa phương". */
const localsIn = (tokens: readonly Token[]): Atom[] =>
  tokens.flatMap(({ folded }, i): Atom[] => {
    const isPlaces = folded === "dia" && tokens[i + 1]?.folded === "phuong";
    if (!isPlaces && folded !== "huyen") return [];
    const before = tokens.slice(Math.max(0, i - 3), i).map((token) => token.folded);
    if (before.some((word) => /^(so|ban|nganh|vuc|doan|don|quan)$/.test(word))) return [];
    return [{ type: "agency", from: i, to: isPlaces ? i + 2 : i + 1, agencyId: LOCALS_ID, weak: false }];
  });

/** "Phụ lục": no "phụ", who helps. */
const isAppendix = (tokens: readonly Token[], to: number): boolean =>
  tokens[to - 1]?.folded === "phu" && /^l[uụ]c$/.test(tokens[to]?.folded ?? "");

/** "Chúng tôi" are no rows spoken of, and "của chúng tôi" is nothing that all have ("của chung"). */
const isOfAskers = (tokens: readonly Token[], { to }: Span): boolean =>
  tokens[to - 1]!.folded === "chung" && /^(toi|em|minh|ta|con|chau|tui)$/.test(tokens[to]?.folded ?? "");

/** "Mấy cái do Sở Y tế chủ trì": the rows of an agency, and not "mấy cái đó". */
const isByAgency = (tokens: readonly Token[], atoms: readonly Atom[], { to, value }: PhraseMatch<PlanMark>) =>
  value === "those" &&
  tokens[to - 1]!.text === "do" &&
  atoms.some(
    (agency) =>
      agency.type === "agency" &&
      agency.from === to &&
      atoms.some(({ type, from }) => type === "role" && agency.to <= from && from <= agency.to + 2),
  );

const THE_OTHERS =
  /(?:^| )(?:cai|viec|nhiem vu) nao (?:thi )?(?:khong|ko|k|hong|chua)(?: (?:phai|vay|the|thuoc|co))?$/;

/** "Vậy cái nào không phải" of rows that were told: the rest of them. */
function withRest(atoms: Atom[], { tokens, folded }: Understanding): Atom[] {
  if (!THE_OTHERS.test(folded.trim())) return atoms;
  const from = Math.max(0, tokens.length - 4);
  return [
    ...atoms.filter((atom) => atom.type !== "mark" || atom.mark !== "not" || atom.to <= from),
    { type: "mark", from, to: tokens.length, mark: "rest" },
  ];
}

const INCLUDED = /^(?:tinh|ke|gom|gop|bao gom)(?: luon)? (?:ca|luon)( |$)/;
const TOGETHER = /(^| )(chung|dong chu tri|cung chu tri|cung lam|dung cung)( |$)/;

/** "Kể cả việc chủ trì chung với Văn phòng", "gồm cả việc giao chung", "kể cả loại bắt đầu 2024": what is counted too limits nothing, to the end of the
 *  clause; an agency only where something is done with it. */
function withoutIncluded(atoms: Atom[], { text, tokens }: Understanding): Atom[] {
  const words = tokens.map(({ folded }) => folded);
  const from = words.findIndex((_word, i) => INCLUDED.test(words.slice(i, i + 4).join(" ")));
  if (from < 1) return atoms;
  const end = tokens.findIndex(
    (token, i) => i >= from && /[,;.?]/.test(text.slice(token.end, tokens[i + 1]?.start ?? text.length)),
  );
  const to = end < 0 ? tokens.length : end + 1;
  const isTogether = TOGETHER.test(words.slice(from, to).join(" "));
  return atoms.filter(
    (atom) =>
      atom.type === "mark" || atom.to <= from || atom.from >= to || (atom.type !== "where" && !isTogether),
  );
}

/** "Loại các dòng hàng năm ra": the words between are left out, and none behind. */
const splitMarks = (tokens: readonly Token[]): Atom[] =>
  tokens.flatMap(({ folded }, from): Atom[] => {
    if (!/^(loai|bo|tru|gat|tach|got|lay|ngoai)$/.test(folded)) return [];
    const end = tokens.findIndex(
      (token, i) => i >= from + 2 && i < from + LONGEST_SPLIT && /^(ra|di)$/.test(token.folded),
    );
    if (end < 0) return [];
    const last: Atom[] =
      end === tokens.length - 1 ? [] : [{ type: "mark", from: end, to: end + 1, mark: "also" }];
    return [{ type: "mark", from, to: from + 1, mark: "without" }, ...last];
  });

const LONGEST_SPLIT = 14;

const RANKED = /(^| )(nhieu|dong|it)( \S+){0,3} nh(a|u)t( |$)/;

/** "Chủ trì khác STTTT" leaves the agency out; so does "sau STTTT thì ai nhiều nhất", of a ranking. */
function besideAgencies(atoms: readonly Atom[], { tokens, folded: text }: Understanding): Atom[] {
  return atoms.flatMap((atom): Atom[] => {
    const before = atom.type === "agency" ? tokens[atom.from - 1]?.folded : undefined;
    const isOut = before === "khac" || (before === "sau" && RANKED.test(text));
    return isOut ? [{ type: "mark", from: atom.from - 1, to: atom.from, mark: "without" }] : [];
  });
}

/** "KHCN… à không, KHĐT": what was said before it is taken back. */
function corrected(atoms: Atom[], tokens: readonly Token[]): Atom[] {
  // "Không, tôi hỏi năm 2024 cơ" denies the answer before.
  if (tokens[0]?.folded === "khong" && /^(toi|em|minh|tui|anh|chi|y|phai|cai)$/.test(tokens[1]?.folded ?? ""))
    return atoms.filter((atom) => atom.from > 0 || atom.type !== "mark" || atom.mark !== "not");
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

const known = new WeakMap<Understanding, Atom[]>();

/** The atoms of the question in hand; several readers ask for them. */
export function latticeOf({ question, knowledge, now, understander, dialogue }: ReadingContext): Atom[] {
  const before = known.get(question);
  if (before) return before;
  const atoms = planAtoms(question, knowledge, now, understander.isForm, dialogue.ownAgencyId);
  known.set(question, atoms);
  return atoms;
}
