/** Rows that the words of a question mean: among all rows those that hold every word, among rows spoken of the one that
 *  holds them best. Words never become a filter by accident: among all rows they must stand there. */
import type { Task } from "../../knowledge/records.ts";
import { isVietnameseSyllable } from "../../knowledge/vietnamese/syllables.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { understandText } from "../../knowledge/vietnamese/understand-text.ts";
import type { TaskPredicate } from "../sets/task-set.ts";
import { isBreak } from "../situations/breaks.ts";
import { foldedWords } from "../understanding/phrases.ts";
import { type QueryReader, type ReadingContext, recordAsks } from "./context.ts";
import { countSaid, isCountWord } from "./counted-rows.ts";
import type { Atom } from "./plan-atoms.ts";
import { asksForFile } from "./with-file.ts";

export interface Found {
  where: TaskPredicate;
  /** Of the words, weighed by rarity; 0 to 1. */
  coverage: number;
}

const ALL = 67;
const HELD = 0.95;
/** Among all rows: the best holds so much, and others nearly as much. */
const LEAST = 0.6;
const NEARLY = 0.92;
/** The one row spoken of that is meant holds so much, and so much more than the next. */
const MEANT = 0.45;
const MARGIN = 1.25;

/** Words around a subject that name none: "có ghi chữ …", "chuyện …", "loại …". */
const AROUND = new Set(
  "nhat nhi dong nhieu it hon rut chia grep cot noi dung xuat hien chua nghe thay chu tu cum ghi nhac dinh noi lien quan chuyen vu loai kieu dang phan cai viec dong minh giup gium voi excel file bang cong".split(
    " ",
  ),
);

/** "Xuất hai việc này ra bảng tính". */
const OF_FILE = /^(xuat|tinh|trang|excel|dong|ket|tai|gui)$/;

/** Words that some row prints: others can't choose among rows. */
const words = new WeakMap<readonly Task[], ReadonlySet<string>>();
function vocabulary({ tasks }: ReadingContext["knowledge"]): ReadonlySet<string> {
  const known =
    words.get(tasks) ??
    new Set(
      tasks.flatMap(({ title, groupName, leadPrinted, coordinatingPrinted }) =>
        tokenize(`${title} ${groupName} ${leadPrinted} ${coordinatingPrinted}`).flatMap(formsOf),
      ),
    );
  words.set(tasks, known);
  return known;
}

/** As written, and as typed without diacritics. */
const formsOf = ({ text, folded }: Token): string[] => [text, folded];

/** Readings of the subject without what atoms explain. */
function subjects(context: ReadingContext, atoms: readonly Atom[]): Token[][] {
  const { question } = context;
  const printed = vocabulary(context.knowledge);
  const counted = countSaid(context) !== undefined;
  const isFile = asksForFile(context);
  const isFree = (token: Token) => {
    // "Thơ tình" doesn't stand in "của tỉnh"; without diacritics nobody can tell.
    if (!printed.has(token.text)) return false;
    if (AROUND.has(token.folded) || (counted && isCountWord(token))) return false;
    if (isFile && OF_FILE.test(token.folded)) return false;
    const at = question.tokens.indexOf(token);
    return at < 0 || !atoms.some(({ from, to }) => from <= at && at < to);
  };
  return question.planTopics
    .map((words) => words.filter(isFree))
    .filter((words) => words.some(({ kind }) => kind !== "number"));
}

const saidOf = ({ question }: ReadingContext, words: readonly Token[]): string =>
  words.map((token) => question.text.slice(token.start, token.end) || token.text).join(" ");

/** Share of the words that a text holds, rarer ones weighing more. */
function heldOf(
  words: readonly Token[],
  text: ReadonlySet<string>,
  rarity: (word: string) => number,
): number {
  let held = 0;
  let all = 0;
  for (const { folded } of words) {
    const weight = rarity(folded);
    all += weight;
    if (text.has(folded)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}

interface Titled {
  id: string;
  /** Folded, with abbreviations written out, as a question is read. */
  words: string[];
  title: string;
}
const titles = new WeakMap<readonly Task[], readonly Titled[]>();

/** Longest first. */
function titlesOf(tasks: readonly Task[]): readonly Titled[] {
  const known =
    titles.get(tasks) ??
    tasks
      .map(({ id, title }) => {
        const words = understandText(title).tokens.map(({ folded }) => folded);
        return { id, words, title: words.join(" ") };
      })
      .sort((a, b) => b.title.length - a.title.length);
  titles.set(tasks, known);
  return known;
}

/** Task whose whole title the question holds. */
const titledIn = ({ question, knowledge }: ReadingContext): Titled | undefined =>
  titlesOf(knowledge.tasks).find(({ title }) => question.folded.includes(title));

/** A question that is little more than the whole title of one task asks of that task. */
export const readTitle: QueryReader = (context) => {
  const titled = titledIn(context);
  return titled && titled.words.length >= MOSTLY * context.question.tokens.length
    ? { kind: "task", ids: [titled.id], asks: recordAsks(context) }
    : undefined;
};
const MOSTLY = 0.7;

export function wordsInAll(context: ReadingContext, atoms: readonly Atom[]): Found | undefined {
  // A label names its row.
  if (context.question.labels.length > 0) return undefined;
  const topics = subjects(context, atoms);
  if (topics.length === 0) return undefined;
  const titled = titledIn(context);
  if (titled)
    return { where: { by: "words", ids: [titled.id], words: saidOf(context, topics[0]!) }, coverage: 1 };
  const inCell = wordsInCell(context, atoms, topics[0]!);
  if (inCell) return inCell;
  const matches = context.topics.match(topics, ["task"], ALL);
  const most = matches[0]?.coverage ?? 0;
  if (most < LEAST) return undefined;
  const held = matches.filter(({ coverage }) => coverage >= NEARLY * most).map(({ recordId }) => recordId);
  const printed = context.knowledge.tasks.filter(
    (task) => held.includes(task.id) && standsTogether(context, topics[0]!, task),
  );
  if (printed.length === 0) return undefined;
  const ids = held.filter((id) => printed.some((task) => task.id === id));
  const known = new Set(printed.flatMap(({ title, groupName }) => foldedWords(`${title} ${groupName}`)));
  const words = topics[0]!.filter(({ folded }) => known.has(folded));
  return {
    where: { by: "words", ids, words: saidOf(context, words.length > 0 ? words : topics[0]!) },
    coverage: most,
  };
}

/** "Con số thôi: nguyên cái phụ lục" means no "tài nguyên": of several words two that are said side by side stand so; those of
 *  two clauses are no subject. A word of another language is one by itself. */
function standsTogether(
  { question: { tokens } }: ReadingContext,
  words: readonly Token[],
  { title, groupName }: Task,
): boolean {
  if (words.length < 2 || words.some(({ kind, folded }) => kind !== "word" || !isVietnameseSyllable(folded)))
    return true;
  const text = ` ${foldedWords(`${title} ${groupName}`).join(" ")} `;
  return words.slice(1).some((word, i) => {
    const before = words[i]!;
    const [from, to] = [tokens.indexOf(before), tokens.indexOf(word)];
    // What was put in place of other words stands at no place of the question.
    if (from < 0 || to < 0 || to === from + 1) return text.includes(` ${before.folded} ${word.folded} `);
    return to > from && !tokens.slice(from, to).some((token, j) => isBreak(token, tokens[from + j + 1]!));
  });
}

/** "Doanh nghiệp ở cột phối hợp", "cột phối hợp chỉ ghi sở, ngành liên quan": words of a cell that name no agency. */
function wordsInCell(
  context: ReadingContext,
  atoms: readonly Atom[],
  words: readonly Token[],
): Found | undefined {
  const roles = atoms.filter((atom) => atom.type === "role");
  if (roles.length !== 1 || atoms.some(({ type }) => type === "agency")) return undefined;
  const [role] = roles;
  if (role?.type !== "role" || !/(^| )(cot|o|ten)( |$)/.test(context.question.folded)) return undefined;
  const said = words.map(({ folded }) => folded).join(" ");
  const rows = context.knowledge.tasks.filter(({ leadPrinted, coordinatingPrinted }) =>
    ` ${foldedWords(role.role === "lead" ? leadPrinted : coordinatingPrinted).join(" ")} `.includes(
      ` ${said} `,
    ),
  );
  if (rows.length === 0) return undefined;
  return {
    where: { by: "words", ids: rows.map(({ id }) => id), words: saidOf(context, words) },
    coverage: 1,
  };
}

export function wordsAmong(
  context: ReadingContext,
  atoms: readonly Atom[],
  rows: readonly Task[],
): Found | undefined {
  const topics = subjects(context, atoms);
  if (topics.length === 0 || rows.length < 2) return undefined;
  const texts = rows.map(
    ({ title, groupName, leadPrinted }) => new Set(foldedWords(`${title} ${groupName} ${leadPrinted}`)),
  );
  const rarity = (word: string) => {
    const holding = texts.filter((text) => text.has(word)).length;
    return holding === rows.length && rows.length > 1 ? 0 : Math.log(1 + rows.length / (1 + holding));
  };
  const own = rows
    .map((row, i) => ({
      recordId: row.id,
      coverage: Math.max(...topics.map((words) => heldOf(words, texts[i]!, rarity))),
    }))
    .filter(({ coverage }) => coverage >= MEANT)
    .sort((a, b) => b.coverage - a.coverage);
  const [best, next] = own;
  if (!best) return undefined;
  const all = own.filter(({ coverage }) => coverage >= HELD);
  const chosen = all.length > 0 ? all : !next || best.coverage >= MARGIN * next.coverage ? [best] : [];
  if (chosen.length === 0) return undefined;
  return {
    where: {
      by: "words",
      ids: chosen.map(({ recordId }) => recordId),
      words: saidOf(context, topics[0]!),
    },
    coverage: best.coverage,
  };
}
