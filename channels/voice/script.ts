/** A reply cut into pieces for the ear: the key fact first, then the rest on request, lists five at a time. */

import type { Reply } from "../../bot/reply.ts";
import { hasWords, tailOf, withoutTail } from "../../knowledge/text-scan.ts";
import { isNumberWord } from "../../knowledge/vietnamese/numbers.ts";
import { numberInWords, spellOut } from "../../knowledge/vietnamese/spell-out.ts";

/** Of one piece, in characters: about 20 seconds of speech. Five items of a list may take a minute. */
const LONGEST = 300;
const LONGEST_LIST = 3 * LONGEST;
const SENTENCES = 2;
const ITEMS = 5;
/** Shorter ends of a sentence stay with what is before them. */
const SHORTEST = 40;

/** At least one piece. The first is the answer in short; the others read the whole of it, sources last. */
export function piecesOf(reply: Reply): string[] {
  const spoken = sentencesOf(reply.spoken);
  // What is asked of the caller comes after the list that it is about.
  const question = spoken.length > 1 && spoken.at(-1)!.endsWith("?") ? spoken.pop()! : undefined;
  const isAsked = ({ head }: Block) =>
    question !== undefined && lettersOf(head).startsWith(lettersOf(question));
  const blocks = blocksOf(reply.text).filter((block) => !isAsked(block));
  const sentences = withTotals(keyFactFirst(reply, spoken), blocks);
  const list = previewed(sentences.at(-1) ?? "", blocks);
  const asked = question === undefined ? [] : [question];
  if (!list) {
    const all = [...sentences, ...asked];
    return [...inPieces(all), ...detailsOf(blocks, all.join(" "))];
  }
  // The last sentence only begins a list: the list itself is read instead.
  const before = sentences.slice(0, -1);
  const opening = before.length > 0 ? inPieces(before) : [];
  const named = before.length === 0 ? withName(reply, list) : list;
  const heard = [...before, spellOut(reply.procedures[0]?.name ?? "")].join(" ");
  const items = listPieces(named);
  const last = [items.pop()!, ...asked].join(" ");
  const details = detailsOf(
    blocks.filter((block) => block !== list),
    [heard, ...asked].join(" "),
  );
  return [...opening, ...items, last, ...details];
}

/** The beginning of a list, with more facts after it, gives way to its total, or to nothing where the total has been
 *  said ("Trước hết là: …"): the list is read on request. */
const withTotals = (sentences: readonly string[], blocks: readonly Block[]): string[] =>
  sentences.flatMap((sentence, i) => {
    const list = i < sentences.length - 1 ? previewed(sentence, blocks) : undefined;
    if (!list || !namesSeveral(sentence, list)) return [sentence];
    const head = sentence.split(":")[0]!;
    return head.endsWith(" gồm") ? [`${head} ${numberInWords(list.items.length)} mục.`] : [];
  });

/** Not the one of several fees or times that stands for all. */
function namesSeveral(sentence: string, { items }: Block): boolean {
  const [first = "", ...others] = namedItems(sentence);
  return items
    .map(lettersOf)
    .some((item) => !item.includes(first) && others.some((other) => other !== "" && item.includes(other)));
}

const withName = (reply: Reply, list: Block): Block => {
  const name = reply.procedures[0]?.name;
  const isNamed = name === undefined || lettersOf(list.head).includes(lettersOf(spellOut(name)));
  return isNamed ? list : { ...list, head: `${withoutStop(spellOut(name))}, ${list.head.toLowerCase()}` };
};

/** The list whose first items a sentence names: "Trước hết là: A; B; C." */
function previewed(sentence: string, blocks: readonly Block[]): Block | undefined {
  const [first = ""] = namedItems(sentence);
  return first === ""
    ? undefined
    : blocks.find((block) => block.items.length > 0 && lettersOf(block.items[0]!).includes(first));
}

const namedItems = (sentence: string): string[] => {
  const [, items = ""] = /^[^:]*: ?(.+)$/u.exec(sentence) ?? [];
  return items.split(";").map(lettersOf);
};

/** What the sources don't say goes before what they say; a name that only announces what comes is one sentence with
 *  it. */
function keyFactFirst(reply: Reply, sentences: readonly string[]): string[] {
  if (reply.status === "unanswerable_not_in_sources") {
    const isLimit = (sentence: string) => /^[^,;:()]* không (?:ghi|nêu|in|có) /u.test(sentence);
    return [...sentences.filter(isLimit), ...sentences.filter((sentence) => !isLimit(sentence))];
  }
  const [name, fact, ...rest] = sentences;
  if (name === undefined || fact === undefined || reply.kind !== "procedure") return [...sentences];
  return [`${withoutStop(name)}, ${fact.charAt(0).toLowerCase()}${fact.slice(1)}`, ...rest];
}

export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+(?=[\p{Lu}“])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");

/** Two sentences a piece, as long as they are short; one that is too long for any piece is parted where it pauses. */
function inPieces(sentences: readonly string[]): string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  const flush = () => {
    if (piece.length > 0) pieces.push(capital(piece.join(" ")));
    piece = [];
  };
  const waiting = [...sentences];
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const room = LONGEST - piece.join(" ").length;
    const isTooLong = part.length > room && (part.length <= LONGEST || room < LONGEST / 2);
    if (piece.length >= SENTENCES || isTooLong) flush();
    const [now = "", ...later] = parted(part, piece.length > 0 ? room : LONGEST);
    piece.push(now);
    waiting.unshift(...later);
  }
  flush();
  return pieces;
}

/** Cut at the last pause within the limit, between words where there is none; never in a figure or beside one, which
 *  the ear would take for a whole one: rather a piece that is too long. */
function parted(sentence: string, limit: number): string[] {
  if (sentence.length <= limit) return [sentence];
  const gaps = [...sentence.matchAll(/ +/gu)].map(({ index }) => index).filter((gap) => parts(sentence, gap));
  const within = gaps.filter((gap) => gap < limit && gap < sentence.length - SHORTEST);
  const semicolon = within.findLast((gap) => sentence[gap - 1] === ";") ?? -1;
  const pause = within.findLast((gap) => /[;:,]/.test(sentence[gap - 1]!)) ?? -1;
  const end = semicolon > limit / 2 ? semicolon : pause > SHORTEST ? pause : (within.at(-1) ?? gaps[0]);
  if (end === undefined) return [sentence];
  const head = `${withoutTail(sentence.slice(0, end), /[\s,;:]/)}.`;
  return [head, ...parted(sentence.slice(end).trim(), limit)];
}

/** Words that belong to the number beside them, where no number word does. */
const OF_FIGURES = new Set(
  "ngày tháng quý số mục nhóm điều khoản điểm từ đến phần âm giờ đồng mùng gạch trên chéo".split(" "),
);
/** Is what stands on both sides of the gap heard apart? A pause parts anything but numbers from each other. */
function parts(sentence: string, gap: number): boolean {
  const before = tailOf(sentence.slice(0, gap), /\S/);
  const after = /^\S+/u.exec(sentence.slice(gap).trimStart())?.[0] ?? "";
  const [left, right] = [before, after].map((word) => word.toLowerCase().replace(/[^\p{L}\p{M}]+/gu, ""));
  if (before.endsWith(";")) return true;
  if (/[,:]$/u.test(before)) return !(isNumberWord(left!) && isNumberWord(right!));
  return ![left!, right!].some((word) => isNumberWord(word) || OF_FIGURES.has(word));
}

interface Block {
  /** Spelled out, without a stop at its end. */
  head: string;
  items: string[];
}

/** The whole text, spelled out; what the ear has had from the beginning on is left out. */
function detailsOf(blocks: readonly Block[], spoken: string): string[] {
  const heard = [spoken, withoutRemarks(spoken)].map(lettersOf);
  let from = 0;
  while (from < blocks.length && heard.some((letters) => isHeard(blocks[from]!, letters))) from++;
  const pieces: string[] = [];
  let prose: string[] = [];
  const flush = () => {
    pieces.push(...inPieces(prose));
    prose = [];
  };
  for (const block of blocks.slice(from)) {
    if (block.items.length === 0) prose.push(...sentencesOf(`${block.head}.`.replace(/([.!?])\.$/u, "$1")));
    else if (block.items.length === 1)
      prose.push(...sentencesOf(`${introduced(block.head)}${withoutStop(block.items[0]!)}.`));
    else {
      flush();
      pieces.push(...listPieces(block));
    }
  }
  flush();
  return pieces;
}

const introduced = (head: string) => (head === "" ? "" : `${head}: `);
const isHeard = ({ head, items }: Block, heard: string): boolean =>
  [head, ...items].every((text) => heard.includes(lettersOf(withoutRemarks(text))));
/** How something was counted, and codes, are for the eye. */
const withoutRemarks = (text: string): string => text.replace(/(?<!\s)\s*\([^()]*\)/gu, "");
const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, " ")
    .trim();

/** "Hồ sơ, gồm bảy mục. Một, …" and then "Mục sáu đến bảy trong bảy mục. …" */
function listPieces({ head, items }: Block): string[] {
  const total = numberInWords(items.length);
  const count = `(${total})`;
  const title = head.endsWith(count) ? head.slice(0, -count.length).trimEnd() : head;
  const pages: string[][] = [];
  let page: string[] = [];
  for (const [i, item] of items.entries()) {
    const line = `${capital(numberInWords(i + 1))}, ${withoutStop(item)}.`;
    if (page.length >= ITEMS || (page.length > 0 && [...page, line].join(" ").length > LONGEST_LIST)) {
      pages.push(page);
      page = [];
    }
    page.push(line);
  }
  pages.push(page);
  let first = 1;
  return pages.map((lines, i) => {
    const last = first + lines.length - 1;
    const opening =
      i === 0
        ? announced(title, total)
        : `Mục ${numberInWords(first)}${last > first ? ` đến ${numberInWords(last)}` : ""} trong ${total} mục.`;
    first = last + 1;
    return [opening, ...lines].join(" ");
  });
}

/** The total first, unless the heading has it. */
function announced(title: string, total: string): string {
  const hasTotal = hasWords(title.toLowerCase(), total.toLowerCase());
  return hasTotal ? `${title}.` : `${title === "" ? "Danh sách" : title} gồm ${total} mục.`;
}

/** The text's blocks: a paragraph, or a heading with its list. */
export function blocksOf(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .map((block) => {
      const lines = block.split("\n");
      const isItem = (line: string) => /^\s*[-*•]\s/.test(line);
      return {
        head: withoutStop(spellOut(forEar(lines.filter((line) => !isItem(line)).join("\n")))),
        items: lines.filter(isItem).map((line) => spellOut(forEar(line.replace(/^\s*[-*•]\s+/, "")))),
      };
    })
    .filter(({ head, items }) => head !== "" || items.length > 0);
}

/** Of a source with several places the places are for the eye. */
const withoutPlaces = (line: string): string =>
  /^\*(?:Nguồn|Source): /.test(line)
    ? line
        .split(/(?<=\.) (?=\p{Lu})/u)
        .map(withoutPlacesOf)
        .join(" ")
    : line;

function withoutPlacesOf(source: string): string {
  const from = source.indexOf(" – ");
  const stop = source.endsWith(".*") ? ".*" : ".";
  if (from < 0 || !source.endsWith(stop)) return source;
  const places = source.slice(from + 3, -stop.length);
  return places.includes(";") || places.includes(" các vị trí ") ? source.slice(0, from) + stop : source;
}

/** Signs that only part what stands on one line: a pause for the ear. */
const forEar = (line: string): string =>
  withoutPlaces(line)
    .replace(/^> ?/gm, "")
    .replace(/(?<!\s)\s+·\s+(\d{4})$/gmu, ", năm $1")
    .replace(/(?<!\s)\s+[·–—|]\s+/gu, ", ")
    .replace(/^(\*\*[IVX]+b?\.\d[^*]*\*\*)\s+(?=[\p{L}\d])/u, "$1, ")
    .replace(/Anh\/chị/g, "Anh chị")
    .replace(/anh\/chị/g, "anh chị");

const withoutStop = (text: string): string => withoutTail(text.trim(), /[\s.,;:]/);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
