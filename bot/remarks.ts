/** Where the plan says two things, or stays silent where people expect a word: said with the answer, never smoothed
 *  over. The rows stand beside the plan's document; each names the records it concerns and the words that prove it. */
import type { Records } from "../knowledge/knowledge-base.ts";
import type { Evidence } from "../knowledge/records.ts";

export interface Remark {
  text: string;
  english: string;
  evidence: Evidence[];
}

/** Remarks on a task (by id) or on the text of a target or duty. */
export function remarksOn(
  idOrText: string,
  records: Pick<Records, "documents" | "tasks" | "targets" | "duties" | "passages">,
): Remark[] {
  const rows = records.documents.flatMap(({ words }) => words?.remarks ?? []);
  return rows
    .filter(
      (row) => row.tasks?.includes(idOrText) || row.containing?.some((words) => idOrText.includes(words)),
    )
    .map((row) => ({
      text: row.text,
      english: row.english,
      evidence: row.quoting.flatMap((words) => {
        const all = [
          ...records.tasks.filter((task) => task.id === idOrText),
          ...records.tasks,
          ...records.targets,
          ...records.duties,
          ...records.passages,
        ];
        const found = all.find((record) => record.evidence.quote.toLowerCase().includes(words.toLowerCase()));
        return found ? [found.evidence] : [];
      }),
    }));
}
