/** npm run explain -- [--agency NAME] [--examples FILE] "câu hỏi" ["câu tiếp theo"]...
 *  With --examples as of an office that has these (OFFICE_EXAMPLES). Prints how each turn of a conversation was read: what stands in the question, what it may be doing, the readings with
 *  their probabilities, and what spoke for the first and against the second. */
import { parseArgs } from "node:util";
import { rankReadings } from "../../bot/decide.ts";
import { ACTS } from "../../bot/examples/act-classifier.ts";
import { loadOfficeExamples } from "../../bot/examples/office-examples.ts";
import { WEIGHTS } from "../../bot/ranker/shipped-weights.ts";
import { latticeOf } from "../../bot/readings/plan-lattice.ts";
import { createEvaluationAssistant } from "../support/assistant.ts";

const SHOWN = 6;
const REASONS = 8;
const { values, positionals } = parseArgs({
  options: { agency: { type: "string" }, examples: { type: "string", default: "" } },
  allowPositionals: true,
});
if (positionals.length === 0) {
  console.error('npm run explain -- "câu hỏi"');
  process.exit(2);
}
const bot = await createEvaluationAssistant({
  now: new Date(),
  examples: await loadOfficeExamples(values.examples),
  decide(context) {
    const { question, speech } = context;
    console.log(`\n» ${question.text}`);
    console.log(`  tín hiệu: ${[...question.cues].join(", ") || "không"}`);
    const atoms = latticeOf(context).map(({ from, to, type, ...rest }) => {
      const words = question.text.slice(question.tokens[from]!.start, question.tokens[to - 1]!.end);
      return `«${words}» ${type} ${JSON.stringify(rest)}`;
    });
    for (const atom of atoms) console.log(`  ${atom}`);
    const acts = ACTS.filter((act) => speech[act] > 0.1).sort((a, b) => speech[b] - speech[a]);
    console.log(`  hành vi: ${acts.map((act) => `${act} ${speech[act].toFixed(2)}`).join(", ")}`);
    const ranked = rankReadings(context);
    for (const { reading, probability } of ranked.slice(0, SHOWN))
      console.log(
        `  ${probability.toFixed(3)} ${reading.by.join("+")} ${JSON.stringify(reading.query).slice(0, 240)}`,
      );
    const [first, second] = ranked;
    if (first && second) {
      const names = new Set([...Object.keys(first.features), ...Object.keys(second.features)]);
      const reasons = [...names]
        .map((name) => ({
          name,
          worth: ((first.features[name] ?? 0) - (second.features[name] ?? 0)) * (WEIGHTS.weights[name] ?? 0),
        }))
        .sort((a, b) => Math.abs(b.worth) - Math.abs(a.worth));
      console.log("  vì sao cách hiểu đầu thắng cách hiểu thứ hai:");
      for (const { name, worth } of reasons.slice(0, REASONS))
        console.log(`    ${worth >= 0 ? "+" : ""}${worth.toFixed(2)} ${name}`);
    }
    return undefined;
  },
});
let conversationId: string | undefined;
for (const text of positionals) {
  const response = await bot.assistant.answer({
    channel: "web",
    text,
    conversationId,
    ...(values.agency ? { agency: values.agency } : {}),
  });
  conversationId = response.conversationId;
  console.log(`\n${response.reply.text}\n`);
}
await bot.close();
