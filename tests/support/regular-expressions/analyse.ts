/** How the time of a pattern grows with the text, by recheck.
 *
 *  Its automaton is exact. What the automaton can't hold (lookaround, back references, large patterns) it fuzzes, with
 *  limits of its own: there repetitions with an upper bound ({1,64}) look like powers, and "safe" is no proof. So what
 *  fuzzing finds is tried on the engine itself, and what it doesn't find, or doesn't finish, is attacked with texts of our
 *  own. */
import { check, type Diagnostics } from "recheck";
import { type Arena, type Attack, attacksOn } from "./attack.ts";
import type { Pattern } from "./collect.ts";

export type Verdict =
  | { kind: "safe" }
  /** `degree`: 2 for the square; Infinity where it is exponential; undefined where nobody counted. `on`: what shows it. */
  | { kind: "slow"; degree: number | undefined; on: string };

/** The slowest pattern of the sources takes some seconds of a core; what takes longer is attacked. */
const TIMEOUT_MS = 20_000;

export async function analyse(pattern: Pattern, arena: Arena): Promise<Verdict> {
  // Its own trial of what it has found runs another Node for every pattern: the arena does it.
  const found = await check(pattern.source, pattern.flags, { timeout: TIMEOUT_MS, maxRecallStringSize: 0 });
  if (found.status === "safe" && found.checker === "automaton") return { kind: "safe" };
  const { degree, attacks } = suspicion(found);
  if (found.status === "vulnerable" && found.checker === "automaton")
    return { kind: "slow", degree, on: shown(attacks[0]!) };
  const frozen = await arena.firstFreeze(pattern, [...attacks, ...attacksOn(pattern)]);
  return frozen === undefined ? { kind: "safe" } : { kind: "slow", degree, on: shown(frozen) };
}

function suspicion(found: Diagnostics): { degree: number | undefined; attacks: Attack[] } {
  if (found.status !== "vulnerable") return { degree: undefined, attacks: [] };
  const { complexity, attack } = found;
  return {
    degree: complexity.type === "exponential" ? Number.POSITIVE_INFINITY : complexity.degree,
    attacks: [attack],
  };
}

const shown = ({ pumps, suffix }: Attack): string =>
  JSON.stringify([...pumps.map(({ prefix, pump }) => `${prefix}(${pump})*`), suffix].join("")).slice(0, 200);
