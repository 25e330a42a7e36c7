/** npm run train:danger -- [--check] [--leave-out]
 *  Learns the weights of the second opinion on danger and writes bot/guardrails/danger-weights.json. --check writes nothing
 *  and fails when the file differs; --leave-out leaves each author out in turn and says what is found of his dangers and
 *  what of his ordinary questions is held for one, as typed and without diacritics. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { trainDangerModel } from "../../bot/guardrails/danger-training.ts";
import { readDangerRows, readDeclined, readRecordQuestions } from "./danger-examples.ts";
import { leaveOut } from "./danger-left-out.ts";
import { type Share, saveLeftOut } from "./left-out.ts";

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, "leave-out": { type: "boolean", default: false } },
});
const WEIGHTS = join(import.meta.dirname, "../../bot/guardrails/danger-weights.json");
const rows = readDangerRows();
const { taught: ofRecords } = readRecordQuestions();
const declined = readDeclined();
let shares: { inDanger: Record<string, Share>; ordinary: Record<string, Share> } | undefined;

if (values["leave-out"]) {
  const left = leaveOut(rows, ofRecords, declined);
  const sharesOf = (inDanger: boolean): Record<string, Share> =>
    Object.fromEntries(
      [...left].flatMap(([author, all]) => {
        const own = all.filter((row) => row.inDanger === inDanger);
        const right = own.filter(({ found }) => found === inDanger).length;
        return own.length > 0 ? [[author, { of: own.length, right }]] : [];
      }),
    );
  shares = { inDanger: sharesOf(true), ordinary: sharesOf(false) };
  for (const [name, key] of [
    ["as typed", "found"],
    ["without diacritics", "foundPlain"],
  ] as const) {
    for (const [author, all] of left) {
      const dangers = all.filter(({ inDanger }) => inDanger);
      const ordinary = all.filter(({ inDanger }) => !inDanger);
      console.log(
        `${name}, ${author}: ${dangers.filter((row) => row[key]).length} of ${dangers.length} in danger found, ` +
          `${ordinary.filter((row) => row[key]).length} false alarms of ${ordinary.length}`,
      );
      for (const row of dangers) if (!row[key]) console.log(`  missed: ${row.text}`);
      for (const row of ordinary) if (row[key]) console.log(`  false alarm: ${row.text}`);
    }
  }
}
const hash = createHash("sha256")
  .update(JSON.stringify([rows, ofRecords, declined]))
  .digest("hex");
const weights = trainDangerModel({
  dangers: rows.filter(({ inDanger }) => inDanger),
  ordinary: rows.filter(({ inDanger }) => !inDanger).map(({ text }) => text),
  ofRecords,
  declined,
});
const text = `${JSON.stringify({ trainedOn: { rows: rows.length + ofRecords.length, hash }, ...weights }, null, 2)}\n`;
if (values.check) {
  if (readFileSync(WEIGHTS, "utf8") !== text) {
    console.error(
      "bot/guardrails/danger-weights.json is not what the examples teach; run npm run train:danger",
    );
    process.exitCode = 1;
  }
} else writeFileSync(WEIGHTS, text);
if (shares) saveLeftOut("danger", shares);
