/** What records are called and what they say, for the words of a question to be compared with. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { officialNamesOf, sayingsOf } from "../../knowledge/procedure-names.ts";
import type { Chunk } from "../../knowledge/records.ts";

export interface NamedText {
  id: string;
  kind: Chunk["kind"];
  names: readonly string[];
  /** Names that people use. */
  sayings?: readonly string[];
  rest: string;
}

const SENTENCES = " . ";

/** Procedures last. */
export function* namedTexts(knowledge: KnowledgeBase): Generator<NamedText> {
  for (const { id, title, groupName } of knowledge.tasks)
    yield { id, kind: "task", names: [title, headOf(title)], rest: groupName };
  for (const { id, text, path } of knowledge.targets)
    yield { id, kind: "target", names: [], rest: [text, ...path].join(SENTENCES) };
  for (const { id, text, path } of knowledge.duties)
    yield { id, kind: "duty", names: [], rest: [text, ...path].join(SENTENCES) };
  for (const { id, sectionLabel, text, path } of knowledge.passages)
    yield {
      id,
      kind: "passage",
      // A heading of section VI names an agency, which a question about anything may hold by chance ("cháu nội").
      names: sectionLabel.startsWith("VI") ? [] : [path.at(-1) ?? ""],
      rest: [text, ...path].join(SENTENCES),
    };
  for (const { id, label, value } of knowledge.facts)
    yield { id, kind: "fact", names: [], rest: `${label}${SENTENCES}${value}` };
  for (const procedure of knowledge.procedures)
    yield {
      id: procedure.code,
      kind: "procedure",
      names: officialNamesOf(procedure),
      sayings: sayingsOf(procedure),
      rest: [procedure.field, ...procedure.distinguishing].join(SENTENCES),
    };
}

/** "Nâng cấp, mở rộng Cổng Thông tin điện tử tỉnh và phát triển …" is called by its first part. */
const headOf = (title: string): string => title.split(/ (?:và|để|nhằm|phục vụ|đáp ứng) | \(/u)[0]!;
