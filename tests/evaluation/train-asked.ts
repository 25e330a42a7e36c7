/** npm run train:asked -- [--check] [--leave-out]
 *  Learns which facts of a procedure a question asks for, from bot/examples/asked/: the kinds (bot/examples/asked.bin) and
 *  how much they, the words, the meaning and the case weigh (bot/readings/asked-weights.json). --check writes nothing and
 *  fails when a file differs; --leave-out says how many questions of authors left out get their fact first, and the same of
 *  the cues of aspects alone. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ASKED_KINDS, askedFeatures, kindOf } from "../../bot/examples/asked-kinds.ts";
import { type LabelledRow, trainingOf } from "../../bot/examples/linear-classifier.ts";
import { packClassifier, QuestionClassifier } from "../../bot/examples/question-classifier.ts";
import { type Choice, train } from "../../bot/ranker/train.ts";
import { askableFacts } from "../../bot/readings/askable-facts.ts";
import { type AskedOf, factFeatures, rankFacts } from "../../bot/readings/asked-facts.ts";
import { contentWords, whethersIn } from "../../bot/readings/whether.ts";
import { situationIn } from "../../bot/situations/read-situation.ts";
import { progressBar } from "../../ingest/progress-bar.ts";
import { shippedModel } from "../../knowledge/embedding-models/sentence-model.ts";
import { openShipped } from "../bot/understanding/shipped.ts";

const TRAINING = { steps: 120, rate: 0.5, penalty: 3e-5, shares: true } as const;
/** Authors are left out a part at a time: what the kinds have learned by heart weighs too much. */
const PARTS = 5;

interface Row {
  author: string;
  text: string;
  code: string;
  facts: string[];
}

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, "leave-out": { type: "boolean", default: false } },
});
const FOLDER = join(import.meta.dirname, "../../bot/examples/asked");
const KINDS = join(import.meta.dirname, "../../bot/examples/asked.bin");
const WEIGHTS = join(import.meta.dirname, "../../bot/readings/asked-weights.json");
const { knowledge, understand, understander } = await openShipped();
const { procedures } = knowledge;
const hash = createHash("sha256");
const rows = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => {
    const content = readFileSync(join(FOLDER, file), "utf8");
    hash.update(content);
    return content
      .split("\n")
      .filter(Boolean)
      .map((line): Row => ({ ...(JSON.parse(line) as Row), author: file }));
  });
const bar = progressBar(process.stderr);
const read = rows.map(({ author, text, code, facts }, i) => {
  bar.show({ step: "đọc", done: i + 1, total: rows.length });
  const procedure = procedures.find((row) => row.code === code);
  if (!procedure) throw new Error(`${author}: ${code} is no record: ${text}`);
  const known = new Set(askableFacts(procedure).map(({ pointer }) => pointer));
  const wrong = facts.find((pointer) => !known.has(pointer));
  if (wrong !== undefined) throw new Error(`${author}: ${code} has no ${wrong}: ${text}`);
  const question = understand(text);
  const { tokens, age } = question;
  const whether = whethersIn(tokens, understander.isForm);
  const asked: Omit<AskedOf, "kinds"> = {
    procedure,
    procedures,
    text: question.text,
    vector: shippedModel().embed(question.text),
    content: contentWords(question),
    situation: situationIn(tokens, understander.isForm, { age }),
  };
  return { author, text, facts, asked, features: askedFeatures(question, whether), cues: question.cues };
});

function kindsFrom(taught: readonly (typeof read)[number][], step: string): Uint8Array {
  const labelled = taught.flatMap(({ features, facts }) => {
    const kinds = [...new Set(facts.map(kindOf))];
    return kinds.map(
      (kind): LabelledRow => ({ features, label: ASKED_KINDS.indexOf(kind), weight: 1 / kinds.length }),
    );
  });
  const training = trainingOf(labelled, { ...TRAINING, classes: ASKED_KINDS.length });
  for (let done = 1; ; done++) {
    const { done: isDone, value } = training.next();
    if (isDone)
      return packClassifier(value, {
        classes: [...ASKED_KINDS],
        trainedOn: { rows: rows.length, hash: hash.copy().digest("hex") },
      });
    bar.show({ step, done, total: TRAINING.steps });
  }
}

const authors = [...new Set(read.map(({ author }) => author))];
const partOf = new Map(authors.map((author, i) => [author, i % PARTS]));
const choices: (Choice & { part: number; row: (typeof read)[number]; of: AskedOf })[] = [];
for (let part = 0; part < PARTS; part++) {
  const own = read.filter(({ author }) => partOf.get(author) === part);
  if (own.length === 0) continue;
  const others = read.filter(({ author }) => partOf.get(author) !== part);
  const classifier = new QuestionClassifier(kindsFrom(others, `học, phần ${part + 1}/${PARTS}`));
  for (const row of own) {
    const of = { ...row.asked, kinds: classifier.sharesOf(row.features) };
    const { facts, rows: features } = factFeatures(of);
    choices.push({
      part,
      row,
      of,
      rows: features,
      right: facts.map(({ pointer }) => row.facts.includes(pointer)),
    });
  }
}
const trainedOn = { rows: rows.length, hash: hash.copy().digest("hex") };
if (values["leave-out"]) {
  let [first, kind, all, shown, extra] = [0, 0, 0, 0, 0];
  for (let part = 0; part < PARTS; part++) {
    const weights = train(choices.filter((choice) => choice.part !== part));
    for (const { row, of } of choices.filter((choice) => choice.part === part)) {
      const ranked = rankFacts(of, { trainedOn, weights });
      const told = ranked.filter(({ share }, i) => i === 0 || share >= 0.3 * ranked[0]!.share).slice(0, 3);
      if (row.facts.includes(ranked[0]!.pointer)) first++;
      if (row.facts.map(kindOf).includes(ranked[0]!.kind)) kind++;
      if (told.some(({ pointer }) => pointer === row.facts[0])) all++;
      shown += told.length;
      extra += told.filter(({ pointer }) => !row.facts.includes(pointer)).length;
      if (!row.facts.includes(ranked[0]!.pointer) && process.env.VERBOSE)
        console.log(
          `${row.facts.join(" ")} | ${ranked
            .slice(0, 3)
            .map(({ pointer, share }) => `${pointer} ${share.toFixed(2)}`)
            .join(" ")} | ${row.text}`,
        );
    }
  }
  const of = choices.length;
  const share = (count: number) => `${((100 * count) / of).toFixed(1)} %`;
  console.log(
    `authors left out: ${of} questions; the first fact is asked for ${share(first)}, of its kind ${share(kind)}, the fact asked for most is told ${share(all)}; ${(shown / of).toFixed(2)} told, ${(extra / of).toFixed(2)} beside the point`,
  );
}
const bytes = kindsFrom(read, "học");
const weights = train(choices);
bar.end();
const text = `${JSON.stringify({ trainedOn, weights }, null, 1)}\n`;
if (values.check) {
  if (!readFileSync(KINDS).equals(bytes) || readFileSync(WEIGHTS, "utf8") !== text) {
    console.error("what is asked isn't what the questions teach; run npm run train:asked");
    process.exitCode = 1;
  }
} else {
  writeFileSync(KINDS, bytes);
  writeFileSync(WEIGHTS, text);
}
