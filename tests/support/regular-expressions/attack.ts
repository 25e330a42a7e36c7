/** Tries patterns on long hostile texts, each in a thread that can be ended. */
import { Worker } from "node:worker_threads";
import type { Pattern } from "./collect.ts";

/** A pattern whose time grows with the text is done with such a text in some ten milliseconds. What isn't, on a machine
 *  that may be busy, gets a second chance: four times the text is then four times the work, or sixteen times a work that
 *  was too much already. */
const LONG = 100_000;
const FIRST_GIVE_UP_MS = 1000;
const LONGER = 4;
const LAST_GIVE_UP_MS = 20_000;

/** Parts that are repeated, in their order, and an end that keeps a match from being found. */
export interface Attack {
  pumps: readonly { prefix: string; pump: string }[];
  suffix: string;
}

function textOf({ pumps, suffix }: Attack, length: number): string {
  const pumped = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.max(1, Math.ceil(length / Math.max(1, pumped)));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + suffix;
}

/** What repeats badly in most patterns that do: blanks, digits, brackets, marks, names of machines, spoken words. */
const COMMON =
  " |\t|\n|\n |0|a|A|đ|ế|\u0301|…|.|,|;|-|/|(|[|]|*|#|'|a |a.|a-|a/|0 |0.|0,|0.000|0-0|( |[a](|https://a|https://aa |không |một |I.|: |, |Bước |- ".split(
    "|",
  );
/** Words of the pattern itself that are pumped. */
const MOST_WORDS = 10;
const LEADING_WORDS = 4;
const ENDS = ["\u0000", "!x"];

/** Attacks that speak of what the pattern itself speaks of. */
export function attacksOn({ source }: Pattern): Attack[] {
  const words = [...new Set(source.match(/[\p{L}\p{M}]{2,}|https?:\/\/|[^\p{L}\s\\]/gu) ?? [])]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS);
  const pumps = [
    ...COMMON,
    ...words,
    ...words.map((word) => `${word} `),
    words.slice(0, LEADING_WORDS).join(" "),
  ];
  return [
    ...pumps
      .filter((pump) => pump !== "")
      .map((pump, i) => ({ pumps: [{ prefix: "", pump }], suffix: ENDS[i % ENDS.length]! })),
    ...words
      .slice(0, LEADING_WORDS)
      .map((word) => ({ pumps: [{ prefix: word, pump: " " }], suffix: ENDS[0]! })),
  ];
}

const MATCHER = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", ({ source, flags, text }) => {
    text.replace(new RegExp(source, flags), "");
    parentPort.postMessage("done");
  });
`;

/** A thread of its own for one pattern after the other. */
export class Arena {
  #worker: Worker | undefined;

  /** The first attack by which the pattern is kept busy; undefined when there is none. */
  async firstFreeze({ source, flags }: Pattern, attacks: readonly Attack[]): Promise<Attack | undefined> {
    const isDone = (attack: Attack, length: number, giveUpMs: number) =>
      this.#isDone({ source, flags, text: textOf(attack, length) }, giveUpMs);
    for (const attack of attacks) {
      const isQuick = await isDone(attack, LONG, FIRST_GIVE_UP_MS);
      if (!isQuick && !(await isDone(attack, LONG * LONGER, LAST_GIVE_UP_MS))) return attack;
    }
    return undefined;
  }

  #isDone(message: { source: string; flags: string; text: string }, giveUpMs: number): Promise<boolean> {
    this.#worker ??= new Worker(MATCHER, { eval: true });
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const settle = (outcome: () => void) => {
        clearTimeout(timer);
        worker.off("message", onDone).off("error", onError);
        outcome();
      };
      const onDone = () => settle(() => resolve(true));
      const onError = (error: unknown) => settle(() => reject(error));
      const timer = setTimeout(() => {
        this.#worker = undefined;
        settle(() => resolve(false));
        void worker.terminate();
      }, giveUpMs);
      worker.on("message", onDone).on("error", onError);
      worker.postMessage(message);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }
}

/** Works on the items with so many arenas at once; the results are in the order of the items. */
export async function inArenas<Item, Result>(
  items: readonly Item[],
  arenas: number,
  work: (item: Item, arena: Arena) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: arenas }, async () => {
      const arena = new Arena();
      try {
        while (next < items.length) {
          const i = next++;
          results[i] = await work(items[i]!, arena);
        }
      } finally {
        await arena.close();
      }
    }),
  );
  return results;
}
