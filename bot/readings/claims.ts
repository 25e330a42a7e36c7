/** What a question puts to be confirmed: "do Văn phòng UBND tỉnh chủ trì đúng không", "68 nhiệm vụ hả", "tôi thấy ghi
 *  2023-2025 mà". The record that it is about is found by the other readers; this reads the claim and whether one is made. */
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { Claim, Query } from "../query.ts";
import { PhraseIndex } from "../understanding/phrases.ts";
import type { ReadingContext } from "./context.ts";
import type { Atom } from "./plan-atoms.ts";
import { latticeOf } from "./plan-lattice.ts";
import { withFile } from "./with-file.ts";

/** Asks for a verdict, or tells what was heard elsewhere. */
export const VERDICTS = new PhraseIndex<"asks" | "heard">();
VERDICTS.addPatterns(
  "verdicts/asks",
  `(đúng|phải|chắc|thật|thiệt|chính xác) (không|hông|hok|ko|chưa|chứ|hả|chăng|hay sao|k);
    có (đúng|phải|chắc|thật) (là|vậy|thế|do|của|); (có phải|phải chăng|liệu có phải|hình như là);
    chắc chắn không; đúng vậy không; hay sao; phải vậy không; xác nhận (giúp|giùm|lại|); chứ gì;
    đúng hay sai; đúng hem; có sai không`,
  "asks",
);
VERDICTS.addPatterns(
  "verdicts/heard",
  `(nghe|thấy) (nói|bảo|đồn|ghi|người ta nói|viết|đâu); tôi tưởng; tưởng là; em tưởng; cứ tưởng; tui tưởng;
    (có người|người ta|sếp|đồng nghiệp|anh ấy|họ) (nói|bảo) (là|rằng|); trong văn bản ghi;
    sao (lại|tôi|tui|t|mình|em) (thấy|nghe); nhớ là; tôi nghĩ là`,
  "heard",
);

/** Final particles that ask to be told yes or no, in a sentence that states something. */
const PARTICLE = /^(ha|a|hen|nhi|chu|phai|khong|ko|k|hong|hok|hem)$/;

export function asksVerdict(context: ReadingContext): boolean {
  const { tokens, folded } = context.question;
  if (VERDICTS.find([...tokens], context.understander.isForm).length > 0) return true;
  const last = tokens.at(-1)?.folded ?? "";
  return PARTICLE.test(last) && !/(^| )(ai|gi|nao|may|bao nhieu|dau|khi nao|the nao|sao)( |$)/.test(folded);
}

/** Claims about one row or figure; empty when nothing is claimed. */
export function claimsIn(context: ReadingContext): Claim[] {
  const { question } = context;
  if (!asksVerdict(context)) return [];
  const atoms = latticeOf(context);
  const claims: Claim[] = [];
  const role = atoms.find((atom) => atom.type === "role");
  const named = atoms.some((atom) => atom.type === "agency" && !atom.weak);
  for (const atom of atoms) {
    // "Sở Tài chính là chủ trì số hóa dữ liệu công thương": the field is what it is about.
    if (named && atom.type === "agency" && atom.sector && !atom.sector.announced) continue;
    const claim = claimOf(atom, role ?? ownerRole(atom, question.tokens), atoms);
    if (claim) claims.push(claim);
  }
  const percent = percentIn(question.text);
  if (percent)
    claims.push({
      about: "percent",
      value: percent,
      words: question.planTopics[0]!.map(({ folded }) => folded).filter((word) => /[a-z]/.test(word)),
    });
  const count = countIn(context);
  if (count) claims.push(count);
  return claims.filter(
    (claim, i) => claims.findIndex((other) => JSON.stringify(other) === JSON.stringify(claim)) === i,
  );
}

/** "… là của Sở Tài chính đúng không": whose it is leads it. */
function ownerRole(agency: Atom, tokens: readonly Token[]): Atom | undefined {
  const { from, to } = agency;
  return agency.type === "agency" && /^(cua|do|thuoc)$/.test(tokens[from - 1]?.folded ?? "")
    ? { type: "role", role: "lead", from, to }
    : undefined;
}

function claimOf(atom: Atom, role: Atom | undefined, atoms: readonly Atom[]): Claim | undefined {
  const isDenied = atoms.some(
    (mark) => mark.type === "mark" && mark.mark === "not" && mark.to <= atom.from && atom.from - mark.to <= 1,
  );
  if (isDenied) return undefined;
  if (atom.type === "agency")
    return {
      about: "agency",
      agencyId: atom.agencyId,
      ...(role?.type === "role" ? { role: role.role } : {}),
    };
  if (atom.type !== "where") return undefined;
  switch (atom.where.by) {
    case "year":
      return { about: "endYear", year: atom.where.year };
    case "endsBy":
      return { about: "endYear", year: atom.where.year + 1, orEarlier: true };
    case "period":
      return { about: "period", period: atom.where.period };
    case "recurrence":
      return { about: "recurrence", is: atom.where.is };
    case "collective":
      return { about: "collective" };
    default:
      return undefined;
  }
}

/** As printed without blanks: "50", "45-50". */
function percentIn(text: string): string | undefined {
  const [, from, to] = /(?:(\d{1,3})\s?%?\s?(?:[-–]|đến|tới)\s?)?(\d{1,3})\s?%/.exec(text) ?? [];
  return to && (from ? `${from}-${to}` : to);
}

const COUNTED = /^(nhiem|viec|dau|nhom|muc|dong|hang|task)$/;
const POINTED = /^(do|kia|nay|ay|tren|dau|cuoi|con|thu)$/;

/** "Có 68 nhiệm vụ": a number before what is counted, but not "2 việc đó". */
function countIn({ question: { tokens } }: ReadingContext): Claim | undefined {
  const at = tokens.findIndex(
    ({ kind, text }, i) =>
      kind === "number" &&
      Number(text) < 500 &&
      COUNTED.test(tokens[i + 1]?.folded ?? "") &&
      !tokens.slice(i + 2, i + 4).some(({ folded }) => POINTED.test(folded)),
  );
  return at < 0 ? undefined : { about: "count", value: Number(tokens[at]!.text) };
}

/** Queries about one thing, of which a claim can be true or false. */
const CLAIMABLE: ReadonlySet<Query["kind"]> = new Set(["task", "taskSet", "target", "groups", "duty"]);

/** The query with the claims that can be tested on it. */
function tested(query: Query, context: ReadingContext): Query {
  if (!CLAIMABLE.has(query.kind)) return query;
  const claims = claimsIn(context).filter((claim) => isTestable(claim, query));
  if (claims.length === 0) return query;
  // The verdict tells of the figure; the target needn't once more.
  const isTold = query.kind === "target" && claims.some(({ about }) => about === "percent");
  return { kind: "verify", of: isTold ? withoutPercent(query) : query, claims };
}

function withoutPercent({ percent: _told, ...query }: Extract<Query, { kind: "target" }>): Query {
  return query;
}

/** The query with what else the words ask of it: a verdict on what is claimed, a file of the rows. */
export const withClaims = (query: Query, context: ReadingContext): Query =>
  withFile(tested(query, context), context);

function isTestable(claim: Claim, query: Query): boolean {
  switch (claim.about) {
    case "percent":
      return query.kind === "target" && !query.all;
    case "count":
      return query.kind === "taskSet" || query.kind === "groups";
    case "agency":
      return (query.kind === "task" || query.kind === "duty") && query.ids.length === 1;
    default:
      return query.kind === "task" && query.ids.length === 1;
  }
}
