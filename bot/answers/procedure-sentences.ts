/** The one sentence of a record that tells what was asked: it holds most of the words of the question that asks, weighed by
 *  how few sentences of all records hold them. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { ProcedureRecord } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";

export interface Sentence {
  text: string;
  /** "Lưu ý". */
  locator: string;
  pointer: string;
  /** Of papers: the place of the group. */
  group?: number;
}

export function sentencesOf(procedure: ProcedureRecord): Sentence[] {
  const rows = (texts: readonly string[], locator: string, pointer: string) =>
    texts.map((text, i): Sentence => ({ text, locator, pointer: `${pointer}/${i}` }));
  return [
    ...procedure.documents.flatMap(({ items }, group) =>
      items.map(
        ({ text }, i): Sentence => ({
          text,
          locator: "Hồ sơ",
          pointer: `/documents/${group}/items/${i}`,
          group,
        }),
      ),
    ),
    ...rows(procedure.conditions, "Yêu cầu, điều kiện", "/conditions"),
    ...rows(
      procedure.deadlines.map(({ text, whenLate }) => [text, whenLate].filter(Boolean).join(". ")),
      "Hạn nộp hồ sơ",
      "/deadlines",
    ),
    ...rows(
      procedure.exemptions.map(({ text }) => text),
      "Miễn, giảm",
      "/exemptions",
    ),
    ...rows(procedure.notes, "Lưu ý", "/notes"),
    ...rows(procedure.steps, "Các bước", "/steps"),
    ...rows(procedure.audience, "Đối tượng", "/audience"),
    ...rows(procedure.result, "Kết quả", "/result"),
    ...rows(
      procedure.methods.flatMap(({ note }) => note ?? []),
      "Cách nộp",
      "/methods/note",
    ),
  ];
}

/** In how many sentences a word stands, of how many. */
interface Spread {
  sentences: number;
  holders: ReadonlyMap<string, number>;
}

const spreads = new WeakMap<readonly ProcedureRecord[], Spread>();
/** Of so many records the words are counted; more tell no more. */
const COUNTED_RECORDS = 400;

function spreadOf(procedures: readonly ProcedureRecord[]): Spread {
  const known = spreads.get(procedures);
  if (known) return known;
  const holders = new Map<string, number>();
  const all = procedures.slice(0, COUNTED_RECORDS).flatMap(sentencesOf);
  for (const { text } of all)
    for (const word of new Set(foldedIn(text))) holders.set(word, (holders.get(word) ?? 0) + 1);
  const spread = { sentences: all.length, holders };
  spreads.set(procedures, spread);
  return spread;
}

/** Questions are read with these written out. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/BHXH/gu, "bảo hiểm xã hội"],
  [/BHYT/gu, "bảo hiểm y tế"],
  [/BHTN/gu, "bảo hiểm thất nghiệp"],
  [/CCCD/gu, "căn cước công dân"],
  [/UBND/gu, "Ủy ban nhân dân"],
];
const written = (text: string): string =>
  WRITTEN_OUT.reduce((whole, [short, long]) => whole.replace(short, long), text);
const tokensIn = (text: string) => tokenize(written(text));
export const foldedIn = (text: string): string[] => tokensIn(text).map(({ folded }) => folded);

/** So much of what was asked it has to hold, in weight. */
const ENOUGH = 0.5;
/** Where nothing but the words says that it is the answer. */
export const MUCH = 0.65;
/** A word that stands in fewer sentences of a hundred tells by itself. */
const RARE = 0.01;
const PAIR = 0.5;

/** What a question asks of, in words. */
export interface About {
  /** As typed; one typed with diacritics means no other word. */
  about?: readonly string[] | undefined;
  /** Its neighbouring words, folded. */
  pairs?: readonly string[] | undefined;
}

/** How much a word tells: the rarer in the sentences of all records, the more. */
export function wordWeights(procedures: readonly ProcedureRecord[]): (folded: string) => number {
  const { sentences, holders } = spreadOf(procedures);
  return (folded) => Math.log((sentences + 1) / ((holders.get(folded) ?? 0) + 1));
}

/** Undefined where no sentence holds enough of what is asked. */
export function tellingSentence(
  sentences: readonly Sentence[],
  { about = [], pairs: asked }: About,
  { procedures }: Pick<KnowledgeBase, "procedures">,
  enough = ENOUGH,
): Sentence | undefined {
  if (about.length === 0) return undefined;
  const neighbours = asked ?? about.slice(1).map((word, i) => `${fold(about[i]!)} ${fold(word)}`);
  const { sentences: count, holders } = spreadOf(procedures);
  const weightOfFolded = wordWeights(procedures);
  const weightOf = (word: string) => weightOfFolded(fold(word));
  const whole = about.reduce((sum, word) => sum + weightOf(word), 0);
  const scored = sentences.map((sentence) => {
    const tokens = tokensIn(sentence.text);
    const texts = new Set(tokens.map(({ text }) => text.toLowerCase()));
    const folded = new Set(tokens.map((token) => token.folded));
    const holds = (word: string) => (fold(word) === word ? folded.has(word) : texts.has(word));
    const held = about.filter(holds);
    const line = ` ${foldedIn(sentence.text).join(" ")} `;
    const pairs = neighbours.filter((pair) => line.includes(` ${pair} `));
    const weight = held.reduce((sum, word) => sum + weightOf(word), 0);
    const isRare = held.some((word) => (holders.get(fold(word)) ?? 0) <= RARE * count);
    const isEnough =
      weight >= enough * whole &&
      (pairs.length > 0 || (held.length > 1 && isRare) || (isRare && about.length <= 2));
    return { sentence, score: isEnough ? weight + PAIR * pairs.length : 0 };
  });
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best && best.score > 0 ? best.sentence : undefined;
}
