/** npm run train:acts -- [--check] [--leave-out]
 *  Learns what people do by saying something from the utterances of bot/examples/acts/, by many authors, and writes
 *  bot/examples/acts.json. --check writes nothing and fails when the file differs; --leave-out leaves each author out in
 *  turn and says how many of its utterances the others' model understands. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { AgencyNames } from "../../bot/agency-names.ts";
import { ACTS, type Act, type ActExample, actsOf, trainActs } from "../../bot/examples/act-classifier.ts";
import { exampleFiles, exampleOf, rowsOfFile } from "../../bot/examples/bank.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { shippedKnowledge } from "../support/assistant.ts";
import { readBlindRows } from "./blind-rows.ts";
import { type Share, saveLeftOut } from "./left-out.ts";

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, "leave-out": { type: "boolean", default: false } },
});
const MODEL = join(import.meta.dirname, "../../bot/examples/acts.json");
const names = new AgencyNames((await shippedKnowledge()).agencies);
const hash = createHash("sha256");
const examples: (ActExample & { author: string; text: string })[] = exampleFiles().flatMap(
  ({ author, content }) => {
    hash.update(content);
    return rowsOfFile(content).map((row) => ({ ...exampleOf(row, names), author, text: row.text }));
  },
);
const best = (features: readonly string[], model: ReturnType<typeof trainActs>): Act => {
  const shares = actsOf(features, model);
  return ACTS.reduce((found, act) => (shares[act] > shares[found] ? act : found), ACTS[0]);
};
const shares: Record<string, Share> = {};
if (values["leave-out"]) {
  for (const author of new Set(examples.map((row) => row.author))) {
    const model = trainActs(examples.filter((row) => row.author !== author));
    const own = examples.filter((row) => row.author === author);
    const wrong = own.filter(({ features, act }) => best(features, model) !== act);
    shares[author] = { of: own.length, right: own.length - wrong.length };
    console.log(`${author}: ${own.length - wrong.length} of ${own.length}`);
    const pairs = new Map<string, number>();
    for (const { act, features } of wrong) {
      const pair = `${act} taken for ${best(features, model)}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    console.log(
      [...pairs]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 12)
        .map(([pair, count]) => `  ${count} ${pair}`)
        .join("\n"),
    );
  }
}
/** Words as authors who write diacritics write them, each seen twice: no typing errors of others. */
const counts = new Map<string, number>();
const spoken = readdirSync(join(import.meta.dirname, "blind"))
  .sort()
  .flatMap((file) => readBlindRows(join(import.meta.dirname, "blind", file)))
  .flatMap(({ turns }) => turns);
for (const text of [...examples.map((row) => row.text), ...spoken])
  if (text !== fold(text))
    for (const { kind, text: word } of tokenize(text))
      if (kind === "word") counts.set(word, (counts.get(word) ?? 0) + 1);
const words = [...counts].flatMap(([word, count]) => (count > 1 ? [word] : [])).sort();
const text = `${JSON.stringify({ words, trainedOn: { rows: examples.length, hash: hash.digest("hex") }, ...trainActs(examples) })}\n`;
if (values.check) {
  if (readFileSync(MODEL, "utf8") !== text) {
    console.error("bot/examples/acts.json is not what the utterances teach; run npm run train:acts");
    process.exitCode = 1;
  }
} else writeFileSync(MODEL, text);
if (values["leave-out"]) saveLeftOut("acts", { authors: shares });
