/** For people: what the evaluation says of authors that nothing was learned from, and of those who had met nothing. */
import { FIRST_RUNS } from "./first-runs.ts";
import { calibrationError, origin, type Part, readLeftOut, type Share, sumOf } from "./left-out.ts";

const COMMANDS: Readonly<Record<Part, string>> = {
  ranker: "npm run train -- --leave-out",
  acts: "npm run train:acts -- --leave-out",
  danger: "npm run train:danger -- --leave-out",
};

const line = (name: string, { of, right }: Share): string =>
  `${name.padEnd(34)} ${String(of).padStart(5)} ${String(right).padStart(6)} ${((100 * right) / of).toFixed(1).padStart(7)}`;

/** Empty when the figures belong to the rows and the model of today. */
function staleness(part: Part, saved: { rows: string; model: string }): string {
  const now = origin(part);
  if (saved.rows !== now.rows) return `  stale: of other rows; ${COMMANDS[part]}`;
  if (saved.model !== now.model) return `  stale: of another model; ${COMMANDS[part]}`;
  return "";
}

export function formatUnseen(): string {
  const { ranker, acts, danger } = readLeftOut();
  const lines = ["authors left out                       n  right       %"];
  if (ranker) {
    const { house, ...blind } = ranker.authors;
    lines.push(line("ranker, blind authors, turns", sumOf(blind)) + staleness("ranker", ranker));
    if (house) lines.push(line("ranker, the house's own questions", house));
    lines.push(`ranker, calibration error: ${(100 * calibrationError(ranker.bins)).toFixed(1)} %`);
  }
  if (acts) lines.push(line("acts, utterances", sumOf(acts.authors)) + staleness("acts", acts));
  if (danger) {
    lines.push(line("danger found", sumOf(danger.inDanger)) + staleness("danger", danger));
    lines.push(line("ordinary sentences left alone", sumOf(danger.ordinary)));
  }
  const missing = (Object.keys(COMMANDS) as Part[]).filter((part) => readLeftOut()[part] === undefined);
  for (const part of missing) lines.push(`${part}: not measured; ${COMMANDS[part]}`);
  return [
    ...lines,
    "",
    "first runs of blind authors, turns     n  right       %",
    ...FIRST_RUNS.map(({ name, turns }) => line(name, turns)),
    "their follow-up turns",
    ...FIRST_RUNS.map(({ name, followUps }) => line(name, followUps)),
  ].join("\n");
}

/** The same for programs. */
export const unseen = () => ({ leftOut: readLeftOut(), firstRuns: FIRST_RUNS });
