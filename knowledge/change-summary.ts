/** What changed between two versions, as it is kept with the later one. */
import { z } from "zod";

const KINDS = [
  "document",
  "fact",
  "section",
  "passage",
  "target",
  "duty",
  "group",
  "task",
  "agency",
  "procedure",
] as const;
export type ChangedKind = (typeof KINDS)[number];

export const CHANGES = ["added", "removed", "changed"] as const;

export const recordChange = z.object({
  kind: z.enum(KINDS),
  id: z.string(),
  /** What people call the record. */
  name: z.string(),
  change: z.enum(CHANGES),
  /** Fields that differ, in the order of the record; empty unless changed. See fieldName for people. */
  fields: z.array(z.string()),
});
export type RecordChange = z.infer<typeof recordChange>;

const counts = z.object({ added: z.number(), removed: z.number(), changed: z.number() });

/** Kept with a version and told by the assistant. */
export const changeSummary = z.object({
  /** Names of the versions that were compared. */
  from: z.string(),
  to: z.string(),
  /** ISO 8601 moment of the build. */
  builtAt: z.string(),
  counts,
  /** Counts of each kind that has any. */
  byKind: z.partialRecord(recordChange.shape.kind, counts),
  /** The first of them; `omitted` more are in "npm run ingest -- --diff". */
  records: z.array(recordChange),
  omitted: z.number(),
});
export type ChangeSummary = z.infer<typeof changeSummary>;
