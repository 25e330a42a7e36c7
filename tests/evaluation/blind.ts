/** npm run eval:blind -- [--failures] [--verbose] [FILE]...
 *  Asks what authors asked who knew neither the program nor its evaluation, and prints how many conversations and turns
 *  are right: the files of blind/, those of QUESTIONS_DIR where it is there, or the files named. */
import { parseArgs } from "node:util";
import { createEvaluationAssistant } from "../support/assistant.ts";
import { blindFiles, checkBlind, readBlindRows } from "./blind-rows.ts";

const { values, positionals } = parseArgs({
  options: { failures: { type: "boolean", default: false }, verbose: { type: "boolean", default: false } },
  allowPositionals: true,
});
const bot = await createEvaluationAssistant({ now: new Date("2026-11-25T09:00:00+07:00") });
for (const file of positionals.length > 0 ? positionals : blindFiles()) {
  const rows = readBlindRows(file);
  let right = 0;
  let followUps = 0;
  let rightFollowUps = 0;
  const turns = { all: 0, right: 0, later: 0, rightLater: 0 };
  for (const row of rows) {
    const failures: string[] = [];
    const replies: string[] = [];
    let conversationId: string | undefined;
    for (const [i, text] of row.turns.entries()) {
      const response = await bot.assistant.answer({
        channel: "web",
        text,
        conversationId,
        audience: row.audience,
        ...(row.agency ? { agency: row.agency } : {}),
      });
      conversationId = response.conversationId;
      replies.push(
        `${response.reply.status} ${response.reply.kind} [${response.reply.tasks.map(({ id }) => id)}] ${response.reply.text.replace(/\s+/g, " ").slice(0, 400)}`,
      );
      const expect = i === row.turns.length - 1 ? row.expect : row.expect_turns?.[String(i + 1)];
      if (!expect) continue;
      const reasons = checkBlind(response.reply, expect);
      turns.all++;
      if (i > 0) turns.later++;
      if (reasons.length === 0) turns.right++;
      if (reasons.length === 0 && i > 0) turns.rightLater++;
      failures.push(...reasons.map((reason) => `lượt ${i + 1}: ${reason}`));
    }
    if (row.turns.length > 1) followUps++;
    if (failures.length === 0) {
      right++;
      if (row.turns.length > 1) rightFollowUps++;
    } else if (values.failures || values.verbose) {
      console.log(`✗ ${row.id} ${row.turns.join(" → ")}\n    ${failures.join("\n    ")}`);
      if (values.verbose) console.log(replies.map((reply) => `    > ${reply}`).join("\n"));
    }
  }
  console.log(
    `${file}: ${right} of ${rows.length} right (${((100 * right) / rows.length).toFixed(1)} %); with follow-ups ${rightFollowUps} of ${followUps}; turns ${turns.right} of ${turns.all} (${((100 * turns.right) / turns.all).toFixed(1)} %), later turns ${turns.rightLater} of ${turns.later}; figure lock ${bot.figureLockFailures()}`,
  );
}
await bot.close();
