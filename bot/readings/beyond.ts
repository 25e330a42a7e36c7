/** "Dùng hãng nào vậy", "tháng mấy khai giảng": asked of the lines that were just told, in words of which they hold few. To
 *  tell them once more would be taken for an answer. */
import { type Beyond, type Query, unverified } from "../query.ts";
import { HeldWords } from "../understanding/held-words.ts";
import { has, type ReadingContext } from "./context.ts";
import { wantsAnswerBefore } from "./talk-reader.ts";
import { contentWords } from "./whether.ts";

const ENOUGH = 0.5;
/** One word may be another for what is printed. */
const FEWEST = 2;

/** The query with whether it asks beyond its lines; what was asked of them before is over. */
export function withBeyond(query: Query, context: ReadingContext): Query {
  const told = linesTold(query, context);
  if (!told) return query;
  const { beyond: _before, ...bare } = query as Query & Beyond;
  const words = contentWords(context.question);
  const last = context.dialogue.last && unverified(context.dialogue.last);
  const isTold = last?.kind === query.kind && "ids" in last && told.ids.every((id) => last.ids.includes(id));
  const isBeyond =
    isTold &&
    words.length >= FEWEST &&
    !isOfOthers(context) &&
    !wantsAnswerBefore(context.speech) &&
    HeldWords.of(told.text).share(words) < ENOUGH;
  return isBeyond ? ({ ...bare, beyond: true } as Query) : (bare as Query);
}

/** "Thế 4T giữ vai gì": an agency is looked for in the row. */
const isOfOthers = (context: ReadingContext): boolean =>
  context.question.mentions.length > 0 || has(context, "ownAgency", "locals", "communes");

/** The lines that a query tells, where nothing is asked of them that the answer knows of. */
function linesTold(query: Query, context: ReadingContext): { ids: string[]; text: string } | undefined {
  const { knowledge, question } = context;
  switch (query.kind) {
    case "task": {
      const rows = knowledge.tasks.filter(({ id }) => query.ids.includes(id));
      const text = rows.map((row) => `${COLUMNS} ${row.evidence.quote} ${row.groupName}`).join(" ");
      return query.asks.length === 0 && !query.agencyId ? { ids: query.ids, text } : undefined;
    }
    case "target":
    case "duty":
    case "passage": {
      const isAsked =
        ("completion" in query && query.completion) ||
        ("asks" in query && query.asks) ||
        ("percent" in query && query.percent) ||
        ("all" in query && query.all) ||
        ("sectionLabel" in query && query.sectionLabel) ||
        // Where a report goes, and the day that its term makes, the answer tells.
        (query.kind === "duty" && has(context, "askWho", "askWhen", "due", "aspectPlace")) ||
        (query.kind === "target" &&
          /(^| )(% ?|phan tram|may phan|ngoai le|loai tru)( |$)/.test(question.folded));
      const rows = [...knowledge.targets, ...knowledge.duties, ...knowledge.passages];
      const text = rows
        .filter(({ id }) => (query.ids as readonly string[]).includes(id))
        .map((row) => row.text)
        .join(" ");
      return isAsked ? undefined : { ids: query.ids, text };
    }
    default:
      return undefined;
  }
}

/** What the answer names besides the row. */
const COLUMNS = "nhóm nhiệm vụ chủ trì phối hợp thời gian phụ lục";
