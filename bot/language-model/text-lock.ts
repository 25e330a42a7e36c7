/** The lock on generated text. The figure lock asks whether a figure stands in some quote of the answer; a model may also
 *  put a right figure in a wrong sentence, so here every sentence is held against the quotes that it cites itself. What is
 *  not proven is not sent: a good sentence that is refused costs a nicer wording, a bad one that passes costs trust. */

import type { Agency } from "../../knowledge/records.ts";
import { hasWords, tailOf, withoutTail } from "../../knowledge/text-scan.ts";
import { normalizeText } from "../../knowledge/vietnamese/normalize.ts";
import { isVietnameseSyllable } from "../../knowledge/vietnamese/syllables.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { type AgencyMention, AgencyNames } from "../agency-names.ts";
import { STOP_WORDS } from "../understanding/stop-words.ts";
import { type FigureToken, type Source, type Sources, splitClauses, UNITS } from "./sources.ts";

export type Problem =
  | "empty"
  | "citation_missing"
  | "citation_unknown"
  | "figure_written"
  | "figure_unknown"
  | "figure_of_other_quote"
  | "figure_out_of_place"
  | "unit_repeated"
  | "link"
  | "markup"
  | "agency_not_in_quote"
  | "agency_role"
  | "name_not_in_quote"
  | "negation"
  | "negation_lost"
  | "qualifier"
  | "completion"
  | "advice"
  | "not_in_quote"
  | "incomplete"
  | "language"
  | "too_long"
  | "repeated"
  | "leak";

/** Told to the model when it is asked again. */
export const REASONS: Readonly<Record<Problem, string>> = {
  empty: "không có câu nào",
  citation_missing: "có câu không kết thúc bằng dấu dẫn nguồn như [c1]",
  citation_unknown: "có dấu dẫn nguồn không có trong tài liệu",
  figure_written: "tự viết con số, ngày hoặc mức tiền thay vì dùng ký hiệu ⟦f…⟧",
  figure_unknown: "dùng ký hiệu không có trong tài liệu",
  figure_of_other_quote: "ký hiệu ⟦f…⟧ thuộc tài liệu khác với tài liệu được dẫn trong câu",
  figure_out_of_place: "đặt ký hiệu ⟦f…⟧ vào câu nói về điều khác với chỗ nó đứng trong tài liệu",
  unit_repeated: "lặp lại đơn vị đã nằm sẵn trong ký hiệu ⟦f…⟧",
  link: "tự viết địa chỉ trang",
  markup: "dùng ký hiệu trình bày; chỉ viết câu thường",
  agency_not_in_quote: "nêu cơ quan không có trong tài liệu được dẫn",
  agency_role: "đổi vai trò hoặc thứ tự của các cơ quan",
  name_not_in_quote: "nêu tên riêng không có trong tài liệu được dẫn",
  negation: "nói “không”, “chưa”, “miễn” điều mà tài liệu không nói như vậy",
  negation_lost: "bỏ mất chữ “không” của tài liệu",
  qualifier: "thêm từ giới hạn (trực tuyến, tối đa, bản sao, tất cả…) mà tài liệu được dẫn không có",
  completion: "nói là đã hoàn thành",
  advice: "khuyên nhủ, cam kết hoặc phỏng đoán",
  not_in_quote: "nói điều không có trong tài liệu được dẫn",
  incomplete: "nêu một phần của danh sách, hoặc một mức trong nhiều mức, như thể đó là tất cả",
  language: "không phải tiếng Việt có dấu",
  too_long: "quá dài",
  repeated: "lặp câu",
  leak: "nhắc lại chỉ dẫn",
};

export interface CheckedSentence {
  /** With figures in place, without marks. */
  text: string;
  citationIds: string[];
  /** States a figure, or what something consists of. */
  isStatement: boolean;
}

export interface TextCheck {
  sentences: CheckedSentence[];
  problems: Problem[];
}

export const MAX_SENTENCES = 6;
const MAX_SENTENCE_WORDS = 60;
/** Of the raw text; what runs on is broken off. */
export const MAX_CHARACTERS = 1500;
const VIETNAMESE_SYLLABLES = 0.8;
const MARKED_SYLLABLES = 0.35;
/** In fewer words diacritics are a matter of chance. */
const FEWEST_WORDS = 4;
/** So many words in a row of our own instructions are no accident. */
const LEAK_WORDS = 6;

const LETTER = "[\\p{L}\\p{M}]";
const word = (alternatives: string, flags = "giu") =>
  new RegExp(`(?<!${LETTER})(?:${alternatives})(?!${LETTER})`, flags);

const MARKS = /(?<!\s)((?:\s*\[[^\]\s]{1,12}\])+)\s*([.!?]?)/gu;
const TOKEN = /⟦([^⟧]*)⟧/gu;
const ADDRESS =
  /https?:|www\.|\w@\w|(?<![\p{L}\d-])[\p{L}\d-]+\.(?:vn|com|org|net|gov|info|edu|io)(?![\p{L}])/iu;
const MARKUP = /[<>{}|`#*_\\~^=]|\]\(|&[a-z]+;/iu;
const OTHER_SCRIPTS = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
const NUMBER_WORD =
  "một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|tỷ|nửa|rưỡi|vài";
const WRITTEN_NUMBER = word(
  `(?:(?:${NUMBER_WORD})\\s+){1,20}(?:${UNITS}|nhiệm vụ|mục tiêu|cơ quan|sở|bước|loại)`,
);
const AFTER_TOKEN = new RegExp(`⟧\\s*(?:${UNITS})(?!${LETTER})`, "iu");
const NEGATION =
  /(?<![\p{L}\p{M}])(?:(?<!hàng )không(?! (?:gian|khí|quân|ngừng)(?![\p{L}\p{M}]))|chưa|chẳng|đừng|cấm|miễn|khỏi|trừ|ngoại trừ)(?![\p{L}\p{M}])\s*[\p{L}\p{M}]*/giu;
/** Words that change what a figure or a duty means. */
const QUALIFIERS = word(
  "trực tiếp|trực tuyến|qua mạng|bưu chính|bưu điện|tại nhà|bản chính|bản sao|bản gốc|tối đa|tối thiểu|ít nhất|nhiều nhất|không quá|vượt quá|trên|dưới|trước|sau|hơn|khoảng|chỉ|phải|có thể|được phép|mọi|tất cả|toàn bộ|duy nhất|hoàn toàn|mỗi|miễn|miễn phí|giảm|bắt buộc|tự nguyện|làm việc|(?<!kinh )phí|lệ phí|tiền|(?<!đánh )giá|thời hạn|thời gian|kết quả|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|trong nước|nước ngoài|thường xuyên|ngay|lập tức|chủ trì|phối hợp|tham mưu|phê duyệt|ban hành|báo cáo|giám sát|kiểm tra|cấp xã|cấp huyện|cấp tỉnh|xã|phường|huyện|quận|tỉnh|thành phố|trung ương|quốc gia|cha|mẹ|vợ|chồng|con|nam|nữ|cá nhân|tổ chức|doanh nghiệp|phạt|bồi thường",
);
const COMPLETION = word(
  "(?:đã|vừa)\\s+(?:được\\s+)?(?:hoàn thành|hoàn tất|triển khai|thực hiện|đạt|ban hành|làm|giải quyết|nộp|duyệt|cấp|xong|tiếp nhận)|(?:được|sẽ)\\s+(?:hoàn thành|hoàn tất)|xong rồi",
);
const ADVICE = word(
  "nên|khuyên|tốt nhất|chắc chắn|cam kết|bảo đảm|đảm bảo|yên tâm|theo tôi|tôi nghĩ|tôi cho rằng|có lẽ|có thể là|hình như|hotline|gọi số|liên hệ số|bồi dưỡng|lót tay|người quen|làm hộ|dịch vụ ngoài|khởi kiện|kiện|tố cáo|khiếu nại|luật sư",
);
const NAME = "\\s+(?:\\p{Lu}[\\p{L}\\p{M}]*|và(?=\\s+\\p{Lu})|-)";
const ORGANISATION = new RegExp(
  `(?<!${LETTER})(?:(?:Sở|Bộ|Ban|Cục|Chi cục|Tổng cục|Phòng|Thanh tra|Hội|Viện|Trường)(?:${NAME})+|(?:UBND|Ủy ban|Văn phòng|Công an|Trung tâm|Tòa án|Bảo hiểm|Kho bạc|Ngân hàng|Công ty)(?:${NAME})*)`,
  "gu",
);
/** Where what a record is about stands: the name of a procedure, headings of the plan. */
const NAMES = /^Tên thủ tục|tiêu đề|mục [IVX.\d]+$/u;
/** Proves a statement without being one that has to be told. */
const BESIDE = /^(?:Lưu ý|Căn cứ của mức nêu|Miễn, giảm|Hạn nộp hồ sơ)/u;
const CONSISTS = word("gồm|bao gồm|những|các loại", "iu");
/** Words of any answer. */
const COMMON = new Set(
  "anh chị theo quy định gồm bao nguồn nêu ghi cụ thể khi làm thủ tục này nếu tại kế hoạch tài liệu hồ sơ giấy tờ nộp cơ quan giải quyết mức gửi đặt mục tiêu yêu cầu lấy việc trả chuẩn bị mang xem trang cách phần đối trường hợp tổng thường áp dụng người nơi tiếp nhận nhận thực hiện đồng thời đây phục vụ".split(
    " ",
  ),
);

export class TextLock {
  readonly #agencies: AgencyNames;

  constructor(agencies: readonly Agency[]) {
    this.#agencies = new AgencyNames(agencies);
  }

  /** `instructions`: our own, which must not come back. `isWhole`: no more of the text will follow. */
  check(raw: string, sources: Sources, instructions: string, isWhole = true): TextCheck {
    const problems = new Set<Problem>();
    const sentences: CheckedSentence[] = [];
    const said = withoutThinking(raw).normalize("NFC");
    if (said.length > MAX_CHARACTERS) problems.add("too_long");
    // What is too long is refused for that; how long looking at it takes must not depend on the model.
    const text = said.slice(0, MAX_CHARACTERS);
    if (repeats(text, instructions)) problems.add("leak");
    let end = 0;
    for (const match of text.matchAll(MARKS)) {
      const body = text.slice(end, match.index).trim();
      end = match.index + match[0].length;
      const ids = [...match[1]!.matchAll(/\[([^\]\s]{1,12})\]/gu)].map((mark) => mark[1]!);
      const sentence = this.#checkSentence(body, ids, sources, problems);
      if (sentence === undefined) continue;
      if (sentences.some((known) => known.text === sentence.text)) problems.add("repeated");
      sentences.push(sentence);
    }
    if (sentences.length > MAX_SENTENCES) problems.add("too_long");
    if (isWhole) {
      if (/[\p{L}\d⟦]/u.test(text.slice(end))) problems.add("citation_missing");
      if (isPartial(sentences, sources)) problems.add("incomplete");
      if (sentences.length === 0 && problems.size === 0) problems.add("empty");
    }
    return { sentences, problems: [...problems] };
  }

  #checkSentence(
    body: string,
    ids: readonly string[],
    sources: Sources,
    problems: Set<Problem>,
  ): CheckedSentence | undefined {
    const cited = sources.list.filter((source) => ids.includes(source.id));
    if (cited.length !== new Set(ids).size) problems.add("citation_unknown");
    if (body === "") return undefined;
    // Two sentences before one mark: the first has none.
    if (/[.!?…]\s|\n/u.test(withoutTail(body, /[.!?…]/).trimEnd())) problems.add("citation_missing");
    if (ADDRESS.test(body)) problems.add("link");
    if (MARKUP.test(body)) problems.add("markup");
    if (AFTER_TOKEN.test(body)) problems.add("unit_repeated");
    checkFigures(body, cited, sources, problems);
    const text = fill(body, sources);
    const quotes = cited.map((source) => source.quote);
    const proof = normalized(
      cited.map(({ quote, locator, title }) => `${quote}; ${locator}; ${title}`).join("; "),
    );
    checkWording(text, proof, problems);
    checkLanguage(body, problems);
    if (tokenize(text).length > MAX_SENTENCE_WORDS) problems.add("too_long");
    const names = sources.list.filter(({ locator }) => NAMES.test(locator)).map(({ quote }) => quote);
    if (movesQualifier(text, quotes, normalized([proof, ...names].join("; ")))) problems.add("qualifier");
    if (hasStrangeWord(text, [proof, ...names])) problems.add("not_in_quote");
    if (losesNegation(text, quotes)) problems.add("negation_lost");
    this.#checkAgencies(text, cited, problems);
    const isStatement = body.includes("⟦f") || CONSISTS.test(body);
    return { text, citationIds: [...new Set(ids)], isStatement };
  }

  #checkAgencies(text: string, cited: readonly Source[], problems: Set<Problem>): void {
    const named = this.#mentionsIn(text);
    if (named.length === 0) return;
    const clauses = cited.flatMap(({ quote, locator, title }) => [
      ...splitClauses(quote).map((clause) => this.#mentionsIn(clause)),
      this.#mentionsIn(locator),
      this.#mentionsIn(title),
    ]);
    const known = clauses.flat();
    for (const mention of named) {
      const same = known.filter((other) => other.key === mention.key);
      if (same.length === 0) problems.add("agency_not_in_quote");
      else if (mention.role !== undefined && !same.some((other) => other.role === mention.role))
        problems.add("agency_role");
    }
    // Who does what to whom stands in their order; who begins a sentence is the one who acts.
    const order = named.map((mention) => mention.key);
    const isInOrder = cited.some(({ quote }) =>
      isSubsequence(
        order,
        this.#mentionsIn(quote).map(({ key }) => key),
      ),
    );
    if (order.length > 1 && !isInOrder) problems.add("agency_role");
    const [first] = named;
    if (first!.from <= 1 && !clauses.some((mentions) => mentions[0]?.key === first!.key))
      problems.add("agency_role");
  }

  #mentionsIn(text: string): { key: string; role: Role | undefined; from: number }[] {
    const tokens = tokenize(normalizeText(text));
    const words = tokens.map((token) => token.text);
    const mentions = this.#agencies.findExact(tokens).filter((mention) => !mention.weak);
    let before: { role: Role | undefined; to: number } | undefined;
    return mentions.map((mention) => {
      const role = roleOf(mention, words) ?? inherited(before, mention, words);
      before = { role, to: mention.to };
      const key = mention.agencies
        .map((agency) => agency.id)
        .sort()
        .join("|");
      return { key, role, from: mention.from };
    });
  }
}

type Role = "lead" | "coordinating";

/** "A chủ trì", "do A chủ trì", "chủ trì: A"; "phối hợp với B", "B phối hợp". */
function roleOf({ from, to }: AgencyMention, words: readonly string[]): Role | undefined {
  const after = words.slice(to, to + 5).join(" ");
  const before = words.slice(Math.max(0, from - 4), from).join(" ");
  if (/^(?:(?!phối hợp)\S+ ){0,3}chủ trì/u.test(after)) return "lead";
  if (/phối hợp(?: \S+){0,2}$/u.test(before)) return "coordinating";
  if (/chủ trì(?: \S+){0,2}$/u.test(before)) return "lead";
  if (/^(?:\S+ ){0,2}phối hợp/u.test(after)) return "coordinating";
  return undefined;
}

/** "phối hợp với Sở A, Sở B và Sở C". */
function inherited(
  before: { role: Role | undefined; to: number } | undefined,
  { from }: AgencyMention,
  words: readonly string[],
): Role | undefined {
  if (!before?.role) return undefined;
  return words.slice(before.to, from).every((word) => ["và", "cùng", "với", "các"].includes(word))
    ? before.role
    : undefined;
}

function checkFigures(
  body: string,
  cited: readonly Source[],
  sources: Sources,
  problems: Set<Problem>,
): void {
  const placed: (FigureToken & { after: number; before: number })[] = [];
  for (const match of body.matchAll(TOKEN)) {
    const figure = sources.figures.get(match[1]!);
    if (!figure && !sources.links.has(match[1]!)) problems.add("figure_unknown");
    if (!figure) continue;
    const source = cited.find((row) => row.id === figure.sourceId);
    if (!source) problems.add("figure_of_other_quote");
    else if (!isInPlace(body, match[0], figure, source, sources)) problems.add("figure_out_of_place");
    placed.push({ ...figure, before: match.index, after: match.index + match[0].length });
  }
  // "6 tháng và hàng năm (trước ngày 15/12)": what stands between two figures can't be left out, nor their order changed.
  placed.slice(1).forEach((figure, i) => {
    const last = placed[i]!;
    if (figure.sourceId !== last.sourceId || figure.clauseStart !== last.clauseStart) return;
    const quote = cited.find((row) => row.id === figure.sourceId)?.quote ?? "";
    const said = new Set(wordsOf(body.slice(last.after, figure.before)));
    const isKept = tellingWords(quote.slice(last.end, figure.start)).every((word) => said.has(word));
    if (last.end > figure.start || !isKept) problems.add("figure_out_of_place");
  });
  const rest = body.replace(TOKEN, " ");
  if (/\p{N}|[⟦⟧]/u.test(rest)) problems.add("figure_written");
  const quotes = cited.map((source) => source.quote.toLowerCase());
  for (const [written] of rest.matchAll(WRITTEN_NUMBER))
    if (!quotes.some((quote) => quote.includes(written.toLowerCase()))) problems.add("figure_written");
}

/** The words about a figure are those about it in its quote, no other figure's place there fits them better, and none
 *  limits it anew. */
function isInPlace(
  body: string,
  token: string,
  figure: FigureToken,
  { locator, id }: Source,
  { figures }: Sources,
): boolean {
  const part = body
    .split(/[;,()]/u)
    .find((piece) => piece.includes(token))!
    .replace(TOKEN, " ");
  const whole = body.replace(TOKEN, " ");
  const place = `${figure.clause} ${locator}`;
  const about = tellingWords(part);
  const known = new Set(tellingWords(place));
  if (about.length > 0 && !about.some((word) => known.has(word))) return false;
  if ([...part.matchAll(QUALIFIERS)].some(([words]) => !contains(normalized(place), words))) return false;
  return ![...figures.values()].some((rival) => {
    if (rival.sourceId !== id || rival.start === figure.start) return false;
    return rival.clauseStart === figure.clauseStart
      ? likeness(part, rival.near) > likeness(part, figure.near)
      : likeness(whole, rival.beside) > likeness(whole, figure.beside);
  });
}

/** Shared words of all words, 0..1 (Jaccard); figures don't count. */
function likeness(a: string, b: string): number {
  const left = new Set(wordsOf(a));
  const right = new Set(wordsOf(b));
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}

function checkWording(text: string, proof: string, problems: Set<Problem>): void {
  const unproven = (pattern: RegExp) =>
    [...text.matchAll(pattern)].some(([words]) => !contains(proof, words));
  if (unproven(NEGATION) || movesNegation(text, proof)) problems.add("negation");
  if (unproven(QUALIFIERS)) problems.add("qualifier");
  if (unproven(COMPLETION)) problems.add("completion");
  if (unproven(ADVICE)) problems.add("advice");
  if (unproven(ORGANISATION)) problems.add("agency_not_in_quote");
  const names = [...text.matchAll(/(?<=[\p{L}\p{M}\d,]\s)\p{Lu}[\p{L}\p{M}]*/gu)].map(([name]) => name);
  if (names.some((name) => !contains(proof, name))) problems.add("name_not_in_quote");
}

/** "Giấy khám sức khỏe; hạng A1 không cần" must not come back as "không cần giấy khám sức khỏe": what follows a negation
 *  follows it in a quote too, or else what stands before it does. */
function movesNegation(text: string, proof: string): boolean {
  const said = plainWords(normalized(text));
  const quoted = plainWords(proof);
  return [...said.matchAll(NEGATION)].some(({ 0: words, index }) => {
    const after = /^ (\S+)/u.exec(said.slice(index + words.length))?.[1] ?? "¦";
    if (after !== "¦") return !quoted.includes(` ${words.trim()} ${after} `);
    const before = wordBefore(said, index) ?? "¦";
    return !quoted.includes(` ${before} ${words.trim()} `);
  });
}

/** "Nộp bản sao, xuất trình bản chính" must not come back as "nộp bản chính": such a word keeps a neighbour that it has in
 *  a quote, unless it stands alone there, and stays in the part of the quote that is nearest to what is said. */
/** Undefined where no single space stands before the place, or no word before that. */
const wordBefore = (text: string, place: number): string | undefined =>
  text[place - 1] === " " ? tailOf(text.slice(0, place - 1), /\S/) || undefined : undefined;

function movesQualifier(text: string, quotes: readonly string[], proof: string): boolean {
  const said = plainWords(normalized(text));
  const quoted = plainWords(proof);
  const isTorn = [...said.matchAll(QUALIFIERS)].some(({ 0: words, index }) => {
    const before = wordBefore(said, index);
    const after = /^ (\S+)/u.exec(said.slice(index + words.length))?.[1];
    const keepsOne = [before && ` ${before} ${words} `, after && ` ${words} ${after} `].some(
      (pair) => pair && !pair.includes("¦") && quoted.includes(pair),
    );
    return !keepsOne && !quoted.includes(`¦ ${words} ¦`);
  });
  if (isTorn) return true;
  const clauses = quotes.flatMap(splitClauses);
  return text.split(/[;,()]/u).some((part) => {
    const nearest = nearestTo(part, clauses);
    return (
      nearest.length > 0 &&
      [...part.matchAll(QUALIFIERS)].some(
        ([words]) =>
          clauses.some((clause) => contains(normalized(clause), words)) &&
          !nearest.some((clause) => contains(normalized(clause), words)),
      )
    );
  });
}

/** The clauses that share most with a text; none when nothing is shared. */
function nearestTo(text: string, clauses: readonly string[]): string[] {
  const scores = clauses.map((clause) => likeness(text, clause));
  const most = Math.max(0, ...scores);
  return most === 0 ? [] : clauses.filter((_clause, i) => scores[i] === most);
}

/** Lower case, one space between words, "¦" for any mark that ends a part. */
const plainWords = (text: string): string =>
  ` ¦ ${text
    .replaceAll("/", " ")
    .replace(/[^\p{L}\p{M}\p{N}\s%.-]|[.](?=\s|$)/gu, " ¦ ")
    .replace(/\s+/gu, " ")
    .trim()} ¦ `.replace(/(?:¦ )+/gu, "¦ ");

function checkLanguage(body: string, problems: Set<Problem>): void {
  const plain = body.replace(TOKEN, " ");
  if (OTHER_SCRIPTS.test(plain)) problems.add("language");
  const words = plain.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return;
  const syllables = words.filter((word) => isVietnameseSyllable(word)).length;
  const isTooShort = words.length < FEWEST_WORDS;
  const marked = words.filter((word) => /[^\p{ASCII}]/u.test(word)).length;
  if (
    syllables < VIETNAMESE_SYLLABLES * words.length ||
    (!isTooShort && marked < MARKED_SYLLABLES * words.length)
  )
    problems.add("language");
}

/** Papers, fees and times of one procedure are quotes of one place: to state one of them is to state them all. */
function isPartial(sentences: readonly CheckedSentence[], { list }: Sources): boolean {
  const cited = new Set(sentences.flatMap((sentence) => sentence.citationIds));
  const stated = new Set(sentences.filter((row) => row.isStatement).flatMap((row) => row.citationIds));
  const places = list.filter((source) => stated.has(source.id)).map((source) => source.locator);
  return list.some((source) => places.includes(source.locator) && !cited.has(source.id));
}

/** Whether the sentences rest on every quote that isn't only a name or a note. */
export const restsOnAll = (sentences: readonly CheckedSentence[], { list }: Sources): boolean => {
  const cited = new Set(sentences.flatMap((sentence) => sentence.citationIds));
  return list.every(({ id, locator }) => cited.has(id) || NAMES.test(locator) || BESIDE.test(locator));
};

/** "Không thu lệ phí" must not come back as "thu lệ phí": neither may the part of the quotes that is nearest lose all its
 *  negations, nor a word that is only ever negated lose its own. */
function losesNegation(text: string, quotes: readonly string[]): boolean {
  const words = new Set(tellingWords(text));
  const shared = (clause: string) => tellingWords(clause).filter((word) => words.has(word)).length;
  const clauses = quotes.flatMap(splitClauses);
  const most = Math.max(0, ...clauses.map(shared));
  const nearest = clauses.filter((clause) => shared(clause) === most);
  const negates = (clause: string) => clause.search(NEGATION) >= 0;
  if (most >= 2 && nearest.every(negates) && !negates(text)) return true;
  const proof = normalized(quotes.join("; "));
  const negated = new Set(
    [...proof.matchAll(NEGATION)].map(([phrase]) => phrase.split(/\s+/u)[1] ?? "").filter(Boolean),
  );
  const affirmed = (place: string) => plainWords(normalized(place).replace(NEGATION, " ¦ "));
  const inQuotes = affirmed(proof);
  // With the word before it: "nếu đổi" where the quote has "nếu không đổi" and "nếu có đổi".
  return [...affirmed(text).matchAll(/(?<=\s)(\S+) (?=(\S+))/gu)].some(
    ([, before, word]) =>
      negated.has(word!) && !inQuotes.includes(before === "¦" ? ` ${word} ` : ` ${before} ${word} `),
  );
}

/** A telling word that stands neither in the quotes, nor in the name of what it is about, nor in any answer. One is
 *  enough to change what is said. */
function hasStrangeWord(text: string, proofs: readonly string[]): boolean {
  const known = new Set([...proofs.flatMap(tellingWords), ...COMMON]);
  return tellingWords(text).some((word) => !known.has(word));
}

const wordsOf = (text: string): string[] =>
  tokenize(normalizeText(text)).flatMap(({ kind, text: word }) => (kind === "word" ? [word] : []));

const tellingWords = (text: string): string[] => wordsOf(text).filter((word) => !STOP_WORDS.has(word));

const normalized = (text: string): string => normalizeText(text).toLowerCase();

/** As whole words. */
const contains = (proof: string, words: string): boolean => hasWords(proof, normalized(words));

function isSubsequence(wanted: readonly string[], row: readonly string[]): boolean {
  let at = 0;
  for (const item of row) if (item === wanted[at]) at++;
  return at === wanted.length;
}

function repeats(text: string, instructions: string): boolean {
  const ours = ` ${wordsOf(instructions).join(" ")} `;
  const words = wordsOf(text.replace(TOKEN, " "));
  return words.some(
    (_word, i) =>
      i + LEAK_WORDS <= words.length && ours.includes(` ${words.slice(i, i + LEAK_WORDS).join(" ")} `),
  );
}

/** Some models think aloud before they answer. */
const withoutThinking = (raw: string): string => raw.replace(/^\s*<think>[\s\S]*?<\/think>/u, "");

/** Figures and addresses in place of their tokens. */
function fill(body: string, { figures, links }: Sources): string {
  const filled = body.replace(TOKEN, (_whole, name: string, at: number) => {
    const printed = figures.get(name)?.printed ?? links.get(name)?.url ?? "";
    return at === 0 || /^\p{Lu}{2}|^[^\p{L}]|^\p{Lu}+[.\d/-]/u.test(printed)
      ? printed
      : printed.charAt(0).toLowerCase() + printed.slice(1);
  });
  const text = withoutTail(filled.replace(/\s+/gu, " ").trim(), /[.!?…]/);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
