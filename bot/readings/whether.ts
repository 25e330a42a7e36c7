/** What a question wants told yes or no of a procedure, and in which words: "ra xã nộp được hông", "có cần giấy khám không",
 *  "vậy là trễ chưa". The procedure is found by others. */
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { procedureByCode } from "../answers/context.ts";
import type { ProcedureQuery, Query } from "../query.ts";
import { isBreak } from "../situations/breaks.ts";
import { PAPERS } from "../situations/sayings.ts";
import { isEmpty } from "../situations/situation.ts";
import { longestOnly, PhraseIndex, type Span } from "../understanding/phrases.ts";
import type { Understanding } from "../understanding/understand.ts";
import { WHETHER_ROWS, WHETHERS, type Whether } from "../understanding/whether-rows.ts";
import { aspectsOf } from "./aspects.ts";
import type { ReadingContext } from "./context.ts";

const INDEX = new PhraseIndex<Whether>();
for (const whether of WHETHERS)
  INDEX.addPatterns(`whether/${whether}`, WHETHER_ROWS[whether].patterns, whether);

/** Where a sentence is opened to yes and no, wherever it goes on. */
const YES_NO = new PhraseIndex<true>();
YES_NO.addPatterns(
  "whether/asked",
  `(phải|đúng|được|đc|dc|có|kịp|đủ|chắc|cần|lâu|mắc) (không|hông|hong|hok|hem|hôn|ko|k|chưa|chứ|hả); hay (không|chưa|sao|khỏi|cũng khỏi); (rồi|xong|trễ|muộn|tuổi) (chưa|hả);
    có (phải|cần|được|bị|thể|bắt buộc|mất|tốn|thuộc|trễ|kịp); liệu có; (thì|như vậy|vậy|thế) (được|có sao|có được|có bị); nghe (nói|đồn|bảo); người ta (nói|bảo|biểu)`,
  true,
);

/** The last word of a clause that asks for yes or no. */
const PARTICLE = /^(khong|ko|k|kh|hong|hok|hem|hon|chua|ha|a|nhi|chu|cho)$/;
/** Said behind it. */
const VOCATIVE =
  /^(em|anh|chi|con|chau|ad|admin|ban|shop|a|da|vay|zay|z|v|the|rua|ta|nha|nhe|voi|bac|co|chu|oi|troi|luon|nua|day|do|ha|he|hen|thua|di|may|nhi|lun|vay ta|minh|ong|ba|e|c)$/;

export function asksYesNo(
  tokens: readonly Token[],
  isForm: ReadingContext["understander"]["isForm"],
): boolean {
  if (YES_NO.find([...tokens], isForm).length > 0) return true;
  return tokens.some((token, i) => PARTICLE.test(token.folded) && isParticle(tokens, i) && endsAt(tokens, i));
}

/** "Cần gì hả em" asks of something else than yes or no. */
const SOFT = /^(ha|a|nhi|chu|cho)$/;
const OPEN = /^(gi|chi|j|dau|nao|may|nhieu|nhiu|bn|sao|ai|mo|rang|bao)$/;
const OPEN_REACH = 7;

/** "50k" and "bạn a" are none; "ạ" is said to be polite, and asks nothing. */
const isParticle = (tokens: readonly Token[], i: number): boolean =>
  i > 0 &&
  tokens[i]!.text.toLowerCase() !== "ạ" &&
  !(tokens[i]!.folded === "k" && tokens[i - 1]!.kind === "number") &&
  !(
    SOFT.test(tokens[i]!.folded) &&
    tokens.slice(Math.max(0, i - OPEN_REACH), i).some(({ folded }) => OPEN.test(folded))
  );

function endsAt(tokens: readonly Token[], from: number): boolean {
  for (let i = from + 1; i < tokens.length; i++) {
    if (isBreak(tokens[i - 1]!, tokens[i]!)) return true;
    if (!VOCATIVE.test(tokens[i]!.folded)) return false;
  }
  return true;
}

/** Most particular first; empty where nothing is put to yes or no. */
export function whethersIn(
  tokens: readonly Token[],
  isForm: ReadingContext["understander"]["isForm"],
): Whether[] {
  const found = new Set(INDEX.find([...tokens], isForm).map(({ value }) => value));
  // How much is received is no question of yes or no, and is told by a sentence too.
  const isAmount = found.has("amount") && !PAID.test(tokens.map(({ folded }) => folded).join(" "));
  const told = [
    ...(isAmount ? (["amount"] as const) : []),
    ...(found.has("valid") ? (["valid"] as const) : []),
  ];
  if (told.length > 0 || !asksYesNo(tokens, isForm)) return told;
  found.delete("amount");
  if (found.has("free")) found.delete("fee");
  return WHETHERS.filter((whether) => found.has(whether));
}

const PAID = /(?:^| )(?:phi (?:la )?|(?:dong|nop|ton|mat) (?:\S+ )?)(?:bao nhieu|nhieu|may|bn)(?: |$)/;

/** The query with what is put to yes or no; what the case leads to is said once. */
export function withWhether(query: Query, context: ReadingContext): Query {
  if (query.kind === "many")
    return { ...query, queries: query.queries.map((part) => withWhether(part, context)) };
  if (query.kind !== "procedure") return query;
  return { ...saidOnce(query, context), ...askedOf(query, context), ...askedAgain(query, context) };
}

/** "À không, nghỉ hôm 25/9": what was asked is asked again of the case as it is now. */
function askedAgain({ code, aspects }: ProcedureQuery, context: ReadingContext): Partial<ProcedureQuery> {
  const { last } = context.dialogue;
  const { tokens } = context.question;
  if (last?.kind !== "procedure" || last.code !== code || isEmpty(context.situation)) return {};
  if (aspectsOf(context).length > 0 || asksYesNo([...tokens], context.understander.isForm)) return {};
  const { whether, about, pairs } = last;
  const before = aspects.length > 0 ? aspects : last.aspects;
  if (whether === undefined && before.length === 0) return {};
  return {
    aspects: before,
    ...(whether ? { whether, isInherited: true } : {}),
    ...(about ? { about } : {}),
    ...(pairs ? { pairs } : {}),
  };
}

function askedOf(query: ProcedureQuery, context: ReadingContext): Partial<ProcedureQuery> {
  const { question, understander } = context;
  const tokens = [...question.tokens];
  const { isForm } = understander;
  const all = whethersIn(tokens, isForm);
  const isAsked = all.length > 0 || asksYesNo(tokens, isForm);
  const isInherited = query.aspects.length > 0 && isKept(query, context);
  const isContent = contentOf(question);
  const said = distinct(tokens.filter((token) => isContent(token)).map(({ text }) => text.toLowerCase()));
  const whole = said.length > 0 ? { said } : {};
  if (!isAsked && !query.particular && !isInherited) return whole;
  const { clause, asking } = isAsked
    ? askingClause(tokens, isForm)
    : { clause: { from: 0, to: tokens.length }, asking: [] };
  const ofClauses = asking.flatMap(({ from, to }) => whethersIn(tokens.slice(from, to), isForm));
  const ofClause = WHETHERS.filter((row) => ofClauses.includes(row));
  const whether = ofClause.length > 0 && !ofClause.every((row) => row === "eligible") ? ofClause : all;
  const clauseFrom = neededFrom(tokens, clause, isForm);
  const within = ({ from }: Span) => from >= clauseFrom && from < clause.to;
  const named = new Set(fold(procedureByCode(context.knowledge, query.code).name).split(" "));
  const found = longestOnly(PAPERS.find(tokens, isForm));
  const isOwn = ({ from, to }: Span) => tokens.slice(from, to).every(({ folded }) => named.has(folded));
  // What is needed is named by its paper; elsewhere a paper is what the procedure is of.
  const papers = whether.includes("need") ? found.filter((span) => within(span) && !isOwn(span)) : [];
  const subjects = found.filter((span) => !papers.includes(span));
  const isIn = (spans: readonly Span[], i: number) => spans.some(({ from, to }) => i >= from && i < to);
  const about = tokens
    .map((token, i) => ({ token, i }))
    .filter(({ i }) => i >= clauseFrom && i < clause.to && !isIn(subjects, i))
    .filter(({ token, i }) => isContent(token) && (isIn(papers, i) || !named.has(token.folded)))
    .map(({ token }) => token.text.toLowerCase());
  const isChoice = CHOICE.test(question.plain);
  const where = isChoice
    ? undefined
    : INDEX.find(tokens, isForm).find(({ value }) => value === "place")?.phrase;
  const pairs = pairsOf(tokens.slice(clauseFrom, clause.to), new Set(about));
  const isCompulsory = /(?:^| )bat buoc(?: |$)/.test(question.plain);
  const isTold = whether.some((row) => TOLD.has(row));
  return {
    ...whole,
    // How much is received is no fee, and how long a paper holds no time that an office takes.
    ...(isTold ? { aspects: query.aspects.filter((aspect) => aspect !== "fee" && aspect !== "time") } : {}),
    ...(pairs.length > 0 ? { pairs } : {}),
    ...(isAsked || isInherited ? { whether } : {}),
    ...(isInherited ? { isInherited } : {}),
    ...(isAsked && isCompulsory ? { isCompulsory } : {}),
    ...(isAsked && where !== undefined ? { where } : {}),
    ...(about.length > 0 ? { about: distinct(about) } : {}),
    ...(papers.length > 0 ? { papers: distinct(papers.map(({ value }) => value)) } : {}),
  };
}

/** What is needed stands behind the word that asks for it, if anything does: "đổi bằng lái có cần giấy khám không". */
function neededFrom(
  tokens: Token[],
  { from, to }: Span,
  isForm: ReadingContext["understander"]["isForm"],
): number {
  const asks = INDEX.find(tokens, isForm).filter(
    (match) => (match.value === "need" || match.value === "must") && match.from >= from && match.to <= to,
  );
  const [first] = asks.sort((a, b) => a.from - b.from);
  const isBehind =
    first && tokens.slice(first.to, to).some((token) => token.kind === "word" && !isEmptyWord(token));
  return isBehind ? first.from : from;
}

/** "Ra xã hay ra tỉnh nộp": one of two. */
const CHOICE =
  / hay (?:la )?(?:o |tai |ra |len |qua |den )?(?:xa|phuong|tinh|huyen|cong an|so|ubnd|uy ban|quan)(?: |$)/;
const TOLD: ReadonlySet<Whether> = new Set<Whether>(["amount", "valid"]);
const distinct = (words: readonly string[]): string[] => [...new Set(words)];

/** The turn asks no aspect itself. */
function isKept({ code, claim, filedAt, cases }: ProcedureQuery, context: ReadingContext): boolean {
  const { last } = context.dialogue;
  const isOwn = claim !== undefined || filedAt !== undefined || cases !== undefined;
  return !isOwn && last?.kind === "procedure" && last.code === code && aspectsOf(context).length === 0;
}

const contentOf =
  ({ tokens, stops }: Pick<Understanding, "tokens" | "stops">) =>
  (token: Token): boolean =>
    token.kind === "word" && !isEmptyWord(token) && !stops.has(tokens.indexOf(token));

/** Words of a question that name or tell something. */
export const contentWords = (question: Pick<Understanding, "tokens" | "stops">): Token[] =>
  question.tokens.filter(contentOf(question));

function pairsOf(tokens: readonly Token[], words: ReadonlySet<string>): string[] {
  const pairs = tokens
    .slice(1)
    .map((next, i) => [tokens[i]!, next] as const)
    .filter((pair) => pair.some(({ text }) => words.has(text.toLowerCase())))
    .filter((pair) => !pair.some(({ folded, kind }) => kind !== "word" || PARTICLE.test(folded)));
  return distinct(pairs.map((pair) => pair.map(({ folded }) => folded).join(" ")));
}

/** Words that are said of anything; typed with diacritics they are no others ("chủ" is no "chú"). */
const EMPTY = new Set(
  `không ko k kh hông hong hok hem hôn hổng chưa hả ha à a nhỉ chứ có cần phải được dc đc nộp mang đem cầm làm xin đi ra
  lên đến tới về thì mà là và với cho để ở tại vậy thế rứa này đó ấy kia gì nào em anh chị con cháu tôi tui mình bác cô chú
  ad thêm theo nữa luôn rồi giờ bây nếu hay cái mấy ai đâu sao nghe nói người ta bị sẽ đang vẫn còn mới vừa hồi đúng chắc
  thật biết muốn hồ sơ giấy tờ thủ tục vợ chồng bố mẹ má ba cha ông bà nội ngoại cậu dì dượng thím nhà dù tại bắt buộc`
    .split(/\s+/u)
    .filter(Boolean),
);
const EMPTY_TYPED = new Set([...EMPTY].map(fold));
const isEmptyWord = ({ text, folded }: Token): boolean =>
  text === folded ? EMPTY_TYPED.has(folded) : EMPTY.has(text.toLowerCase());

/** The clauses with a mark of yes or no, and what the last of them is read with: the one before where it holds next to
 *  nothing. */
function askingClause(
  tokens: readonly Token[],
  isForm: ReadingContext["understander"]["isForm"],
): { asking: Span[]; clause: Span } {
  const clauses = clausesOf(tokens);
  const asks = ({ from, to }: Span) => asksYesNo(tokens.slice(from, to), isForm);
  const at = clauses.findLastIndex(asks);
  const last = clauses[at] ?? { from: 0, to: tokens.length };
  const isBare = tokens.slice(last.from, last.to).filter((token) => !isEmptyWord(token)).length < 2;
  return {
    asking: clauses.filter(asks),
    clause: isBare && at > 0 ? { from: clauses[at - 1]!.from, to: last.to } : last,
  };
}

/** Behind "thì" typed without its mark, which is no examination then. */
const THEN = /^(co|sao|lam|phai|can|the|duoc|nop|o|ra|con|minh|em|toi|tui|minh)$/;
const OPENS_CLAUSE = /^(ma|roi|nhung|vay|gio|con|neu|lo|the)$/;
const SHORTEST_CLAUSE = 4;

function clausesOf(tokens: readonly Token[]): Span[] {
  const starts = [0];
  for (let i = 1; i < tokens.length; i++) {
    const isLong = i - starts.at(-1)! >= SHORTEST_CLAUSE;
    const { folded, text } = tokens[i]!;
    const opens =
      OPENS_CLAUSE.test(folded) ||
      text === "thì" ||
      (text === "thi" && THEN.test(tokens[i + 1]?.folded ?? ""));
    if (isBreak(tokens[i - 1]!, tokens[i]!) || (isLong && opens)) starts.push(i);
  }
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? tokens.length }));
}

/** Where a case leads is news in the turn that tells it, and while the procedure changes. */
function saidOnce(query: ProcedureQuery, { dialogue, situation }: ReadingContext): ProcedureQuery {
  const { last } = dialogue;
  const isSame = last?.kind === "procedure" && last.code === query.code;
  if (!isSame || !isEmpty(situation)) return query;
  const { because: _said, ...rest } = query;
  return { ...rest, isCaseKnown: true };
}
