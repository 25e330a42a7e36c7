/** Plans: files with a table of tasks, or with the chapters of a plan. */

import type { ReadDocument } from "../../readers/document.ts";
import { isChapterAt } from "../plan/body.ts";
import { type PlanSource, planSource } from "../plan/plan-source.ts";
import { readPlan } from "../plan/read-plan.ts";
import { taskTableOf } from "../plan/task-records.ts";
import type { ImportFormat } from "./format.ts";

/** A plan without a table of tasks is one by its name and its chapters. */
const NAME = /^KẾ HOẠCH(?:$|\s+\p{Lu})/u;
const NAME_LINES = 60;
const FEWEST_CHAPTERS = 2;

export const taskPlan: ImportFormat = {
  id: "task_plan",
  name: "kế hoạch, bảng phân công nhiệm vụ",
  recognises: (document) => {
    const source = sourceOf(document);
    return (
      source !== null && (source.tables.some((table) => taskTableOf(table) !== null) || isPlanByName(source))
    );
  },
  parse: (document) => {
    const plan = readPlan(sourceOf(document)!);
    return {
      procedures: [],
      documents: [],
      plans: [plan],
      leftOut: plan.notes
        .filter(({ kind }) => kind !== "missing")
        .map(({ place, text }) => ({ file: document.file, place, kind: "unclear", reason: text })),
    };
  },
};

const sourceOf = (document: ReadDocument): PlanSource | null => planSource("", document);

function isPlanByName(source: PlanSource): boolean {
  const { text } = source;
  if (text.find((line) => NAME.test(line), 1, Math.min(NAME_LINES, text.count)) === undefined) return false;
  let chapters = 0;
  for (let line = 1; line <= text.count && chapters < FEWEST_CHAPTERS; line++)
    if (isChapterAt(source, line)) chapters++;
  return chapters >= FEWEST_CHAPTERS;
}
