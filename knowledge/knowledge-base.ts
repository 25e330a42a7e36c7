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
