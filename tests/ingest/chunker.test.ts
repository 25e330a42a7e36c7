import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { chunkRecords } from "../../ingest/chunker.ts";
import { parseProcedure } from "../../ingest/parsers/procedures.ts";
import { SHIPPED_DOCUMENTS } from "../../ingest/pipeline.ts";
import type { Records } from "../../knowledge/knowledge-base.ts";
import { type Chunk, chunk, type Passage } from "../../knowledge/records.ts";
import { NO_RECORDS } from "../support/records.ts";
import { agencies, plan, planDocument } from "../support/shipped-plan.ts";

const LONGEST = 700;
const birth = parseProcedure(
  "thu-tuc",
  "1.001193.json",
  readFileSync(join(SHIPPED_DOCUMENTS, "procedures/ho-tich/1.001193.json"), "utf8"),
);

const records: Omit<Records, "chunks"> = {
  ...plan,
  documents: [planDocument],
  agencies,
  procedures: [birth],
};
let chunks: Chunk[];
beforeAll(async () => {
  chunks = await chunkRecords(records);
});
const chunksOf = (recordId: string, from = chunks) => from.filter((row) => row.recordId === recordId);
const words = (text: string) => text.match(/[\p{L}\p{M}\d]+/gu) ?? [];

const passageOf = (text: string): Passage => ({
  ...plan.passages[0]!,
  id: "passage:x",
  path: ["A", "B"],
  text,
});
test("chunks are numbered by their position and shaped as the knowledge base expects them", () => {
  expect(chunks.map((row) => row.id)).toEqual(chunks.map((_row, i) => String(i)));
  for (const row of chunks) expect(chunk.parse(row)).toEqual(row);
});

test.each<[kind: Chunk["kind"], ids: string[]]>([
  ["task", plan.tasks.map(({ id }) => id)],
  ["target", plan.targets.map(({ id }) => id)],
  ["duty", plan.duties.map(({ id }) => id)],
  ["passage", plan.passages.map(({ id }) => id)],
  ["fact", plan.facts.map(({ id }) => id)],
  ["agency", agencies.map(({ id }) => id)],
  ["procedure", [birth.code]],
])("every %s can be found by at least one chunk", (kind, ids) => {
  const found = new Set(chunks.filter((row) => row.kind === kind).map((row) => row.recordId));
  expect([...found].sort()).toEqual([...ids].sort());
});

test("no chunk is empty or longer than the limit", () => {
  for (const { text } of chunks) {
    expect(text.trim()).not.toBe("");
    expect(text.length).toBeLessThanOrEqual(LONGEST);
  }
});

test("the words of a record are all in its chunks", () => {
  for (const { id, text } of [...plan.passages, ...plan.targets, ...plan.duties]) {
    const indexed = new Set(chunksOf(id).flatMap((row) => words(row.text)));
    expect(words(text).filter((word) => !indexed.has(word))).toEqual([]);
  }
});

describe("what a chunk says", () => {
  test("a task: the printed row, under its group, so that the second II is not the first", () => {
    expect(chunksOf("V.9")).toEqual([
      {
        id: expect.any(String),
        recordId: "V.9",
        kind: "task",
        headings: ["Phụ lục", "V. Phát triển ứng dụng, dịch vụ số", "Nhiệm vụ 9"],
        text: "Đưa vào vận hành hệ thống Tổng đài tự động CALLBOT giải đáp các thủ tục hành chính công của tỉnh. Chủ trì: Sở Thông tin và Truyền thông. Phối hợp: Văn phòng UBND tỉnh; các sở ngành, địa phương. Thời gian: 2023-2024.",
      },
    ]);
    expect(chunksOf("II.1")[0]!.headings[1]).toBe("II. Thể chế số");
    expect(chunksOf("IIb.1")[0]!.headings[1]).toBe("II. Phát triển hạ tầng số");
  });

  test("an agency: its name, its aliases, and what became of it", () => {
    const text = chunksOf("so-nong-nghiep-va-ptnt")
      .map((row) => row.text)
      .join("\n");
    expect(text).toContain("Sở Nông nghiệp và Phát triển nông thôn");
    expect(text).toContain("SNN");
    const { successors } = agencies.find(({ id }) => id === "so-nong-nghiep-va-ptnt")!;
    for (const successor of successors)
      expect(words(text)).toEqual(expect.arrayContaining(words(successor.text)));
  });

  test("a procedure: its names, its papers, its place and steps, each under its field and name", () => {
    const rows = chunksOf(birth.code);
    for (const row of rows) expect(row.headings).toEqual([birth.field, birth.name]);
    const text = rows.map((row) => row.text).join("\n");
    for (const part of [birth.name, ...birth.aliases, birth.place]) expect(text).toContain(part);
    const papers = birth.documents.flatMap((group) => group.items.map((item) => item.text));
    const indexed = new Set(words(text));
    expect(papers.flatMap(words).filter((word) => !indexed.has(word))).toEqual([]);
  });
});

describe("cutting", () => {
  test("a long text is cut at ends of sentences, and every piece keeps its headings and record", async () => {
    const sentences = Array.from({ length: 40 }, (_, i) => `Câu số ${i} nói về chuyển đổi số của tỉnh`);
    const pieces = await chunkRecords({ ...NO_RECORDS, passages: [passageOf(`${sentences.join(". ")}.`)] });
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(piece).toMatchObject({ recordId: "passage:x", headings: ["A", "B"] });
    const all = pieces.map((piece) => piece.text).join("\n");
    for (const sentence of sentences) expect(all).toContain(sentence);
  });

  test("one endless word is cut too", async () => {
    const pieces = await chunkRecords({ ...NO_RECORDS, passages: [passageOf("x".repeat(2 * LONGEST))] });
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(piece.text.length).toBeLessThanOrEqual(LONGEST);
  });

  test("a text of spaces gives no chunk, no record gives none", async () => {
    expect(await chunkRecords({ ...NO_RECORDS, passages: [passageOf(" \n ")] })).toEqual([]);
    expect(await chunkRecords(NO_RECORDS)).toEqual([]);
  });
});
