/** Facts of the decision and the documents that it quotes, found by their own words: "nghị quyết nào của tỉnh ủy", "quyết
 *  định về chuyển đổi số quốc gia số mấy". */

import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { isIdentityFact } from "../plans/identity-fact.ts";
import { foldedWords } from "../understanding/phrases.ts";
import { has, type ReadingContext } from "./context.ts";
import type { Proposal } from "./reader.ts";
import { FACTS } from "./same-reader.ts";

const KINDS: readonly (readonly [said: RegExp, printed: RegExp])[] = [
  [/(^| )(nghi quyet|nq)( |$)/, /^can cu nghi quyet/],
  [/(^| )(quyet dinh|qd)( |$)/, /^can cu quyet dinh/],
  [/(^| )luat( |$)/, /^can cu luat/],
];
const ISSUERS: readonly (readonly [said: RegExp, printed: RegExp])[] = [
  [/(^| )(tinh uy|dang bo|ban chap hanh|cua dang)( |$)/, /dang bo|\/tu /],
  [/(^| )bo chinh tri( |$)/, /bo chinh tri/],
  [/(^| )(thu tuong|ttg)( |$)/, /thu tuong/],
  [/(^| )(cua chinh phu|chinh phu ban hanh)( |$)/, /cua chinh phu/],
  [/(^| )(uy ban quoc gia|uy ban ve chuyen doi so)( |$)/, /uy ban quoc gia/],
  [/(^| )(ubnd tinh|uy ban nhan dan tinh|chu tich tinh|cua tinh)( |$)/, /uy ban nhan dan tinh/],
];

/** "2704 ký ngày mấy": a plan's number, and no word for it. */
function namesPlanByNumber({ knowledge, question }: ReadingContext): boolean {
  const numbers = new Set(
    knowledge.documents.flatMap(({ kind, number }) =>
      kind === "plan" ? [/^\d{3,5}(?=\/)/.exec(number)?.[0]] : [],
    ),
  );
  return question.tokens.some(({ kind, text }) => kind === "number" && numbers.has(text));
}

export function readFacts(context: ReadingContext): Proposal[] {
  const text = context.question.folded;
  return [...ofDecision(context, text), ...ofBases(context, text)];
}

/** "2704 ký ngày mấy, ai ký": all that is asked of the decision at once. */
function ofDecision(context: ReadingContext, text: string): Proposal[] {
  const { knowledge, question } = context;
  if (!has(context, "plan") && !namesPlanByNumber(context)) return [];
  const keys = [...new Set(FACTS.flatMap(([words, own]) => (words.test(text) ? own : [])))];
  if (/(^| )ky( |$)/.test(text) && !keys.includes("signer")) keys.push("signer");
  const ids = keys.flatMap((key) =>
    knowledge.facts.filter((fact) => fact.key === key && !isIdentityFact(fact.id)).map(({ id }) => id),
  );
  if (ids.length === 0) return [];
  return [
    {
      query: { kind: "document", keys, ids },
      features: {
        decision: 1,
        "decision: several": keys.length > 1 ? 1 : 0,
        "decision: words left": Math.min(1, question.planTopics[0]!.length / 4),
        "decision: of a task": question.labels.length > 0 || has(context, "task", "lead") ? 1 : 0,
      },
    },
  ];
}

function ofBases(context: ReadingContext, text: string): Proposal[] {
  const { question, knowledge } = context;
  const kind = KINDS.find(([said]) => said.test(text));
  const issuer = ISSUERS.find(([said]) => said.test(text));
  const asksBasis =
    has(context, "legalBasis") || /(^| )(can cu|legal basis|vien dan|dan chieu)( |$)/.test(text);
  // "2704 chủ tịch tỉnh ký hả": who signs, and none of what it is based on.
  if (!asksBasis && (!(kind && issuer) || has(context, "signer") || /(^| )ky( |$)/.test(text))) return [];
  const bases = knowledge.facts.filter(({ key }) => key === "legal_basis");
  const held = bases.filter(({ value }) => {
    const folded = fold(value);
    return (!kind || kind[1].test(folded)) && (!issuer || issuer[1].test(folded));
  });
  if (held.length === 0) return [];
  const skip = new Set(
    "nghi quyet quyet dinh luat can cu phap ly thu tuong chinh phu tinh uy dang bo bo chinh tri quoc gia ban hanh".split(
      " ",
    ),
  );
  const words = question.planTopics[0]!.map(({ folded }) => folded).filter((word) => !skip.has(word));
  const counts = held.map(({ value }) => {
    const own = new Set(foldedWords(value));
    return words.filter((word) => own.has(word)).length;
  });
  const most = Math.max(...counts);
  const chosen = most > 0 ? held.filter((_fact, i) => counts[i] === most) : held;
  return [
    {
      query: {
        kind: "document",
        keys: chosen.length === 1 ? ["quoted"] : ["legal_basis"],
        ids: chosen.map(({ id }) => id),
      },
      features: {
        basis: asksBasis ? 1 : 0,
        kind: kind ? 1 : 0,
        issuer: issuer ? 1 : 0,
        "words held": words.length > 0 ? most / words.length : 1,
        "one alone": chosen.length === 1 ? 1 : 0,
      },
    },
  ];
}
