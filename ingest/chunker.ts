/** Pieces of text for retrieval, each with its heading path and the record it points at. */
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import type { Records } from "../knowledge/knowledge-base.ts";
import type { Chunk, ProcedureRecord } from "../knowledge/records.ts";

const CHUNK_CHARACTERS = 700;
const OVERLAP_CHARACTERS = 80;

const splitter = new RecursiveCharacterTextSplitter({
  chunkSize: CHUNK_CHARACTERS,
  chunkOverlap: OVERLAP_CHARACTERS,
  separators: ["\n", ". ", "; ", ", ", " ", ""],
});

/** Of an imported part, in characters: thousands of records come at once, and what tells them apart stands first. */
const IMPORTED_CHARACTERS = 700;

const papersOf = (procedure: ProcedureRecord): string =>
  procedure.documents.flatMap((group) => [group.case, ...group.items.map((item) => item.text)]).join("\n");

const reviewedTexts = (procedure: ProcedureRecord): string[] => [
  [procedure.name, ...procedure.aliases].join("\n"),
  papersOf(procedure),
  [procedure.place ?? "", ...procedure.steps].join("\n"),
  [
    ...procedure.conditions,
    ...procedure.deadlines.map(({ text }) => text),
    ...procedure.notes,
    ...procedure.result,
  ].join("\n"),
];

const importedTexts = (procedure: ProcedureRecord): string[] =>
  [
    [procedure.name, procedure.description ?? "", ...procedure.keywords].join("\n"),
    papersOf(procedure),
    [...procedure.result, ...procedure.steps].join("\n"),
  ].map((text) => text.slice(0, IMPORTED_CHARACTERS));

type Piece = Omit<Chunk, "id">;

export async function chunkRecords(records: Omit<Records, "chunks">): Promise<Chunk[]> {
  const pieces: Piece[] = [
    ...records.tasks.map((task) => ({
      recordId: task.id,
      kind: "task" as const,
      headings: ["Phụ lục", `${task.groupNumeral}. ${task.groupName}`, `Nhiệm vụ ${task.number}`],
      text: [
        `${task.title} Chủ trì: ${task.leadPrinted}. Phối hợp: ${task.coordinatingPrinted}. Thời gian: ${task.period}.`,
        ...(task.product === "" ? [] : [`Kết quả: ${task.product}.`]),
      ].join(" "),
    })),
    ...records.targets.map((target) => ({
      recordId: target.id,
      kind: "target" as const,
      headings: target.path,
      text: target.text,
    })),
    ...records.duties.map((duty) => ({
      recordId: duty.id,
      kind: "duty" as const,
      headings: duty.path,
      text: duty.text,
    })),
    ...records.passages.map((passage) => ({
      recordId: passage.id,
      kind: "passage" as const,
      headings: passage.path,
      text: passage.text,
    })),
    ...records.facts.map((fact) => ({
      recordId: fact.id,
      kind: "fact" as const,
      headings: [fact.label],
      text: fact.value,
    })),
    ...records.agencies.map((agency) => ({
      recordId: agency.id,
      kind: "agency" as const,
      headings: [agency.name],
      text: [
        agency.name,
        ...agency.aliases.map((alias) => alias.text),
        ...agency.successors.map((successor) => successor.text),
      ].join("\n"),
    })),
    ...records.procedures.flatMap((procedure) =>
      (procedure.reviewed ? reviewedTexts : importedTexts)(procedure).map((text) => ({
        recordId: procedure.code,
        kind: "procedure" as const,
        headings: procedure.field === "" ? [procedure.name] : [procedure.field, procedure.name],
        text,
      })),
    ),
  ];
  const chunks: Chunk[] = [];
  for (const piece of pieces) {
    if (piece.text.trim() === "") continue;
    for (const text of await splitter.splitText(piece.text))
      chunks.push({ id: String(chunks.length), ...piece, text });
  }
  return chunks;
}
