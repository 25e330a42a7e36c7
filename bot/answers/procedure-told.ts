/** Whether a sentence of a record speaks of the asker's case or of another one: what it tells is read as a story is, and held
 *  against what was told. */
import type { CircumstanceId } from "../../knowledge/circumstances.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { situationIn } from "../situations/read-situation.ts";
import { meets, type Situation } from "../situations/situation.ts";

/** Laws speak of these in the words of people; of the others their sentences tell more than one value in passing. */
const TELLING: readonly CircumstanceId[] = ["works", "planning", "building", "vehicleState", "residence"];

const read = new Map<string, Situation["told"]>();

function toldBy(text: string): Situation["told"] {
  const known = read.get(text);
  if (known) return known;
  const { told } = situationIn(tokenize(text), () => false);
  read.set(text, told);
  return told;
}

/** true: of the case told; false: of another; undefined: it speaks of neither. */
export function speaksOf(text: string, situation: Situation): boolean | undefined {
  const told = toldBy(text);
  const verdicts = TELLING.flatMap((id) => {
    const values = told[id];
    const said = situation.told[id];
    if (!values || !said) return [];
    return meets(situation, { [id]: [...values] }) ?? [];
  });
  if (verdicts.includes(false)) return false;
  return verdicts.includes(true) ? true : undefined;
}
