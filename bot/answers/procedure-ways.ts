/** The ways of filing a procedure, in words. */
import type { DatedFee, DatedTime, ProcedureRecord } from "../../knowledge/records.ts";
import { shown } from "./context.ts";
import { linesOn, ofChannel, VIETNAMESE_VALUES as WORDS } from "./procedure-values.ts";

export const channelName = (channel: ProcedureRecord["methods"][number]["channel"]): string =>
  channel === null ? WORDS.noChannel : WORDS.channels[channel];

/** Of a way of filing what tells it from the others: the time and the fee only where they differ. */
export function ownWaysOf(
  procedure: ProcedureRecord,
  channel: ProcedureRecord["methods"][number]["channel"],
  day: string,
  words = WORDS,
): string[] {
  const differing = <T extends DatedFee | DatedTime>(rows: readonly T[]) =>
    rows.some(({ channels }) => channels !== null) ? [...rows] : [];
  const { fees, times } = procedure;
  return waysOf({ ...procedure, fees: differing(fees), times: differing(times) }, channel, day, words);
}

/** Time, fee and notes of one way of filing. */
export function waysOf(
  procedure: ProcedureRecord,
  channel: ProcedureRecord["methods"][number]["channel"],
  day: string,
  words = WORDS,
): string[] {
  const own = (rows: readonly (DatedFee | DatedTime)[]) =>
    linesOn(procedure, ofChannel(rows, channel), day, words).map(({ value }) => value);
  const notes = procedure.methods.filter((row) => row.channel === channel).flatMap(({ note }) => note ?? []);
  const values = [own(procedure.times).join("; "), own(procedure.fees).join("; ")].filter(Boolean);
  const told = values.join(" · ");
  return [...values, ...[...new Set(notes.map(shown))].filter((note) => !told.includes(note))];
}
