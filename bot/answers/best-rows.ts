/** The rows that share the first place: by their printed end, by how long they last, by how many agencies coordinate them. */
import { formatDay, vietnamDay } from "../../knowledge/calendar.ts";
import type { Task } from "../../knowledge/records.ts";
import type { Draft } from "../draft.ts";
import { describeSet } from "../sets/describe.ts";
import { namedCoordinating, rowsOf, type TaskSet } from "../sets/task-set.ts";
import { type AnswerContext, bullets, listing, NO_PROGRESS, TODAY_RULE, withoutStop } from "./context.ts";

type BestSet = Extract<TaskSet, { op: "best" }>;

const ROWS_RULE = "đếm dòng Phụ lục";
const NAMED_RULE = "đếm cơ quan ghi đích danh ở cột phối hợp của dòng";

/** `rows`: those of the set; at least one. */
export function sayBest(set: BestSet, rows: readonly Task[], draft: Draft, context: AnswerContext): void {
  const all = rowsOf(set.of, context.knowledge, context.now);
  const what = describeSet(set.of, context.knowledge);
  switch (set.by) {
    case "end":
      sayEnds(set, rows, all.length, what, draft, context);
      break;
    case "duration":
      sayDuration(set, rows, all, what, draft);
      break;
    case "coordinating":
      sayCoordinating(set, rows, all, what, draft);
      break;
  }
}

const among = (what: string): string => (what === "" ? "" : ` ${what}`);

function sayEnds(
  { most }: BestSet,
  rows: readonly Task[],
  outOf: number,
  what: string,
  draft: Draft,
  { now }: AnswerContext,
): void {
  const count = draft.compute(rows.length, `${ROWS_RULE} cùng mốc`);
  const total = draft.compute(outOf, ROWS_RULE);
  const word = most ? "muộn nhất" : "sớm nhất";
  const [first] = rows;
  const until =
    first!.endYear === null
      ? `lặp lại (${first!.period})`
      : first!.due.spans.every(({ unit }) => unit === "year")
        ? `đến hết năm ${first!.endYear}`
        : `đến hết ${draft.compute(formatDay(first!.due.until!), "ngày cuối của thời hạn in trong Phụ lục")}`;
  draft.say(
    `Trong ${total} nhiệm vụ${among(what)}, mốc ${word} là **${until}**, gồm **${count}** nhiệm vụ (số đếm do trợ lý tính từ Phụ lục):`,
  );
  draft.say(
    bullets(
      rows.map(
        (task) =>
          `**${task.label}** ${withoutStop(task.title)} · Chủ trì: ${task.leadPrinted} · ${task.period}`,
      ),
    ),
  );
  draft.speak(`Mốc ${word} là ${until}, gồm ${count} nhiệm vụ.`);
  draft.speak(
    `Trước hết là: ${rows
      .slice(0, 3)
      .map(({ title }) => withoutStop(title))
      .join("; ")}.`,
  );
  if (first!.endYear === null || first!.due.until! >= vietnamDay(now)) return;
  const day = draft.compute(formatDay(vietnamDay(now)), TODAY_RULE);
  draft.say(`Tính đến hôm nay ${day}, mốc này đã qua. ${NO_PROGRESS}`);
  draft.speak(`Tính đến hôm nay ${day}, mốc này đã qua.`);
}

function sayDuration(
  { most }: BestSet,
  rows: readonly Task[],
  all: readonly Task[],
  what: string,
  draft: Draft,
): void {
  const endless = all.filter(({ endYear }) => endYear === null);
  const [first] = rows;
  if (first!.endYear !== null) {
    const years = draft.compute(
      first!.endYear - (first!.startYear ?? first!.endYear) + 1,
      "số năm từ năm đầu đến năm cuối in trong Phụ lục",
    );
    const count = draft.compute(rows.length, `${ROWS_RULE} có số năm đó`);
    const word = most ? "dài" : "ngắn";
    draft.say(
      `Trong các nhiệm vụ${among(what)} có năm kết thúc, ${word} nhất là **${years}** năm, gồm **${count}** nhiệm vụ (do trợ lý tính):`,
    );
    draft.say(bullets(rows.map((task) => `**${task.label}** ${withoutStop(task.title)} · ${task.period}`)));
    draft.speak(`${most ? "Dài" : "Ngắn"} nhất là ${years} năm, gồm ${count} nhiệm vụ.`);
  }
  if ((most || first!.endYear === null) && endless.length > 0) {
    const count = draft.compute(endless.length, `${ROWS_RULE} không in năm kết thúc`);
    for (const task of endless) draft.cite(task.evidence);
    draft.say(
      `Có ${count} nhiệm vụ lặp lại hoặc thường xuyên, không in năm kết thúc: ${endless.map((task) => task.label).join(", ")}.`,
    );
  }
  draft.suggest("Nhiệm vụ nào thực hiện hằng năm?", "Nhiệm vụ nào hạn sớm nhất?");
}

/** "Các sở, ban, ngành, địa phương" are more than any number of names, and nobody knows how many: said apart. */
function sayCoordinating(
  { most }: BestSet,
  rows: readonly Task[],
  all: readonly Task[],
  what: string,
  draft: Draft,
): void {
  const word = most ? "nhiều" : "ít";
  const count = draft.compute(namedCoordinating(rows[0]!).size, NAMED_RULE);
  const labels = listing(rows.map(({ label }) => label));
  draft.say(
    `Tính cơ quan được ghi đích danh, nhiệm vụ${among(what)} có ${word} đơn vị phối hợp nhất là **${labels}**: **${count}** cơ quan (số đếm do trợ lý tính).`,
  );
  draft.say(
    bullets(
      rows.map(
        (task) =>
          `**${task.label}** ${withoutStop(task.title)} · Phối hợp: ${withoutStop(task.coordinatingPrinted)}`,
      ),
    ),
  );
  draft.speak(
    `${most ? "Nhiều" : "Ít"} đơn vị phối hợp nhất, tính cơ quan ghi đích danh, là nhiệm vụ ${labels}: ${count} cơ quan.`,
  );
  const open = all.filter((task) => task.coordinating.some(({ kind }) => kind === "collective"));
  if (open.length > 0) {
    const many = draft.compute(open.length, `${ROWS_RULE} ghi phối hợp chung`);
    for (const task of open) draft.cite(task.evidence);
    draft.say(
      `${most ? "Rộng hơn về phạm vi" : "Không so được bằng số"} là ${many} nhiệm vụ ghi phối hợp chung “các sở, ban, ngành, địa phương” hoặc tương tự, mà Kế hoạch không nêu là bao nhiêu cơ quan: ${open.map((task) => task.label).join(", ")}.`,
    );
  }
  draft.suggest(
    `Ai phối hợp nhiệm vụ ${rows[0]!.label}?`,
    "Cơ quan nào phối hợp nhiều nhiệm vụ nhất?",
    "Nhóm nào có nhiều nhiệm vụ nhất?",
  );
}
