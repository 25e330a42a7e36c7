/** What a question of the evaluation expects and whether a reply meets it. */
import { basename } from "node:path";
import { z } from "zod";
import { KINDS, type Reply, type ReplyTask, STATUSES } from "../../bot/reply.ts";
import { ASPECTS } from "../../knowledge/records.ts";

export const TOPICS = [
  "task",
  "tasks",
  "comparison",
  "target",
  "duty",
  "agency",
  "document",
  "passage",
  "procedure",
  "follow-up",
  "ambiguity",
  "conversation",
  "limits",
  "office",
  "english",
] as const;
export const FORMS = ["clean", "unaccented", "abbreviated", "misspelt", "spoken"] as const;

const ids = z.array(z.string().min(1));
const anyOf = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item).min(1)]);
/** Every item must be met; an item that is itself a list is met by any of its members. */
const phrases = z.array(anyOf(z.string().min(1))).min(1);

/** Every field is optional; what isn't named isn't checked. Phrases are compared as `comparable` shows them. */
export const expectation = z.strictObject({
  status: anyOf(z.enum(STATUSES)).optional(),
  kind: anyOf(z.enum(KINDS)).optional(),
  /** Exactly these ids in reply.tasks, in any order; the three below: among those of one role and directness. */
  taskIds: ids.optional(),
  leadNamed: ids.optional(),
  leadCollective: ids.optional(),
  coordinatingNamed: ids.optional(),
  tasksInclude: ids.min(1).optional(),
  tasksExclude: ids.min(1).optional(),
  maxTasks: z.number().int().nonnegative().optional(),
  /** Code of the first procedure; a list names all that are right. */
  procedure: anyOf(z.string().regex(/^\d\.\d{6}$/)).optional(),
  /** Aspects that the first procedure must answer, perhaps among others. */
  aspects: z.array(z.enum(ASPECTS)).min(1).optional(),
  textIncludes: phrases.optional(),
  textExcludes: z.array(z.string().min(1)).min(1).optional(),
  /** Printed number of a cited document: "2704/QĐ-UBND". */
  citationNumber: z.string().min(1).optional(),
  /** Part of the locator of a citation: "Phụ lục", "mục VI.6". */
  citationLocator: z.string().min(1).optional(),
  /** Stands in the value of something computed; a list names spellings of the same value. */
  computed: anyOf(z.string().min(1)).optional(),
  /** Least number of suggestions, 1 to 5. */
  suggestions: z.number().int().min(1).max(5).optional(),
});
export type Expectation = z.infer<typeof expectation>;

export const row = z.strictObject({
  id: z.string().regex(/^[a-z-]+-\d{3}$/),
  topic: z.enum(TOPICS),
  form: z.enum(FORMS),
  /** Asked of an office that has stated its address and hours, those of the example profile. */
  office: z.literal(true).optional(),
  /** One conversation; `agency` is the asker's own, as in the contract. */
  turns: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        agency: z.string().min(1).optional(),
        audience: z.enum(["citizen", "officer"]).optional(),
        expect: expectation,
      }),
    )
    .min(1),
});
export type Row = z.infer<typeof row>;

/** Rows of a JSON Lines text. Throws an Error that names file and line of the first bad row. */
export function parseRows(text: string, file: string): Row[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [row.parse(JSON.parse(line))];
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
      throw new Error(`${basename(file)}:${index + 1}: ${reason}`, { cause: error });
    }
  });
}

/** Reasons why the reply doesn't meet the expectation; none when it does. */
export function check(reply: Reply, expect: Expectation): string[] {
  const failures: string[] = [];
  const need = (met: boolean, reason: string) => {
    if (!met) failures.push(reason);
  };
  const needOne = (name: string, wanted: string | readonly string[] | undefined, got: string | undefined) => {
    if (wanted !== undefined)
      need(list(wanted).includes(got ?? ""), `${name} là ${got ?? "trống"}, cần ${list(wanted).join(" | ")}`);
  };
  const needSet = (name: string, wanted: readonly string[] | undefined, got: readonly ReplyTask[]) => {
    if (wanted === undefined) return;
    const found = new Set(got.map((task) => task.id));
    const missing = wanted.filter((id) => !found.has(id));
    const extra = [...found].filter((id) => !wanted.includes(id));
    need(missing.length === 0, `${name} thiếu ${missing.join(", ")}`);
    need(extra.length === 0, `${name} thừa ${extra.join(", ")}`);
  };
  const having = (role: ReplyTask["role"], directness: ReplyTask["directness"]) =>
    reply.tasks.filter((task) => task.role === role && task.directness === directness);

  needOne("status", expect.status, reply.status);
  needOne("kind", expect.kind, reply.kind);
  needSet("tasks", expect.taskIds, reply.tasks);
  needSet("lead named", expect.leadNamed, having("lead", "named"));
  needSet("lead collective", expect.leadCollective, having("lead", "collective"));
  needSet("coordinating named", expect.coordinatingNamed, having("coordinating", "named"));
  const taskIds = new Set(reply.tasks.map((task) => task.id));
  for (const id of expect.tasksInclude ?? []) need(taskIds.has(id), `tasks thiếu ${id}`);
  for (const id of expect.tasksExclude ?? []) need(!taskIds.has(id), `tasks không được có ${id}`);
  need(
    taskIds.size <= (expect.maxTasks ?? Infinity),
    `tasks có ${taskIds.size}, nhiều nhất ${expect.maxTasks}`,
  );
  needOne("procedure", expect.procedure, reply.procedures[0]?.code);
  for (const aspect of expect.aspects ?? [])
    need(reply.procedures[0]?.aspects.includes(aspect) ?? false, `aspects thiếu ${aspect}`);
  for (const phrase of expect.textIncludes ?? [])
    need(
      list(phrase).some((words) => contains(reply.text, words)),
      `text thiếu “${list(phrase).join("” | “")}”`,
    );
  for (const words of expect.textExcludes ?? [])
    need(!contains(reply.text, words), `text không được có “${words}”`);
  const { citationNumber, citationLocator, computed } = expect;
  if (citationNumber !== undefined)
    need(
      reply.citations.some((citation) => comparable(citation.number) === comparable(citationNumber)),
      `không dẫn văn bản ${citationNumber}`,
    );
  if (citationLocator !== undefined)
    need(
      reply.citations.some((citation) => contains(citation.locator, citationLocator)),
      `không dẫn vị trí “${citationLocator}”`,
    );
  if (computed !== undefined)
    need(
      reply.computed.some(({ value }) => list(computed).some((wanted) => contains(value, wanted))),
      `computed thiếu ${list(computed).join(" | ")}`,
    );
  const { suggestions = 0 } = expect;
  need(reply.suggestions.length >= suggestions, `gợi ý có ${reply.suggestions.length}, cần ${suggestions}`);
  return failures;
}

function list<Item>(value: Item | readonly Item[]): readonly Item[] {
  return Array.isArray(value) ? value : [value as Item];
}

/** NFC, lower case, no Markdown marks, one kind of hyphen and space. */
export function comparable(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[*_`]/g, "")
    .replace(/[‐-―]/g, "-")
    .replace(/\s*-\s*/g, "-")
    .replace(/\s+/g, " ");
}

/** Whether the text holds the words; a digit at their edge never matches inside a longer number, so "5" isn't
 *  found in "2025" nor "1.000" in "11.000". */
export function contains(text: string, words: string): boolean {
  const wanted = comparable(words);
  const pattern = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const before = /^\d/.test(wanted) ? "(?<!\\d|\\d[.,])" : "";
  const after = /\d$/.test(wanted) ? "(?!\\d|[.,]\\d)" : "";
  return new RegExp(before + pattern + after, "u").test(comparable(text));
}
