/** Small records for tests that need a knowledge base but not what is in it. */
import type { Records } from "../../knowledge/knowledge-base.ts";

export const NO_RECORDS: Records = {
  documents: [],
  facts: [],
  sections: [],
  passages: [],
  targets: [],
  duties: [],
  groups: [],
  tasks: [],
  agencies: [],
  procedures: [],
  chunks: [],
};

/** One chunk a text, pointing at records "r0", "r1", … */
export const recordsOf = (...texts: string[]): Records => ({
  ...NO_RECORDS,
  chunks: texts.map((text, i) => ({
    id: String(i),
    recordId: `r${i}`,
    kind: "passage",
    headings: ["Kế hoạch"],
    text,
  })),
});
