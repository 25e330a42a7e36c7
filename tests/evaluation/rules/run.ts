/** npm run eval -- --rules [--json]
 *  Leaves out every row of understanding, one by one, and lists those without which one conversation or none is wrong. */
import { progressBar } from "../../../ingest/progress-bar.ts";
import { CLOSED_CLASSES } from "./closed-classes.ts";
import { allConversations } from "./conversations.ts";
import { askAll, measureRow, type RowMeasure } from "./measure.ts";
import { openRehearsal } from "./rehearsal.ts";
import { FEW, formatReport, reportOf } from "./report.ts";

export async function evaluateRows(now: Date, asJson: boolean): Promise<void> {
  const rehearsal = await openRehearsal(now);
  const bar = progressBar(process.stderr);
  const measures: RowMeasure[] = [];
  try {
    const conversations = allConversations();
    const base = await askAll(conversations, rehearsal, (done) =>
      bar.show({ step: "hỏi với mọi dòng", done, total: conversations.length }),
    );
    for (const row of rehearsal.rows) {
      measures.push(await measureRow(row, base, rehearsal, { enough: FEW }));
      bar.show({ step: "bỏ từng dòng", done: measures.length, total: rehearsal.rows.length });
    }
  } finally {
    bar.end();
    rehearsal.close();
  }
  const report = reportOf(measures, CLOSED_CLASSES);
  console.log(asJson ? JSON.stringify(report, null, 2) : formatReport(report));
}
