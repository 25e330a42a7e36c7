/** Everything known, as one immutable version. */
import type { ChangeSummary } from "./change-summary.ts";
import type {
  Agency,
  Chunk,
  DocumentFact,
  Duty,
  Passage,
  ProcedureRecord,
  Section,
  SourceDocument,
  Target,
  Task,
  TaskGroup,
} from "./records.ts";
import type { Retriever } from "./retriever.ts";

export interface Records {
  documents: SourceDocument[];
  facts: DocumentFact[];
  sections: Section[];
  passages: Passage[];
  targets: Target[];
  duties: Duty[];
  groups: TaskGroup[];
  tasks: Task[];
  agencies: Agency[];
  procedures: ProcedureRecord[];
  chunks: Chunk[];
}

/** Nothing of any kind, to add to. */
export const emptyRecords = (): Records => ({
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
});

/** What a version holds of an added source, and what it doesn't, and why. */
export interface SourceReport {
  /** Absolute path of a file or a folder. */
  path: string;
  from: "setting" | "registered";
  files: {
    file: string;
    procedures: number;
    passages: number;
    tasks: number;
    /** Bodies that its plan names and no registry holds, as printed. */
    agencies: string[];
    leftOut: { place: string | null; kind: string; reason: string }[];
  }[];
}

/** One immutable version, opened for reading. */
export interface KnowledgeBase extends Records {
  version: string;
  /** ISO 8601 moment. */
  builtAt: string;
  /** Hash of the sources it was built from. */
  fingerprint: string;
  /** What the last build that changed a record changed; null for the first version. */
  changes: ChangeSummary | null;
  /** The added sources. */
  sources: SourceReport[];
  retriever: Retriever;
}
