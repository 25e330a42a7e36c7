/** Everything known, as one immutable version. */
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

/** One immutable version, opened for reading. */
export interface KnowledgeBase extends Records {
  version: string;
  /** ISO 8601 moment. */
  builtAt: string;
  /** Hash of the sources it was built from. */
  fingerprint: string;
  retriever: Retriever;
}
