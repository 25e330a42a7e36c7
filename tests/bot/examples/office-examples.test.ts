import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACTS } from "../../../bot/examples/act-classifier.ts";
import { loadOfficeExamples, parseOfficeExamples } from "../../../bot/examples/office-examples.ts";
import { OfficeExamplesError } from "../../../knowledge/errors.ts";

const EXAMPLE = join(import.meta.dirname, "../../../deploy/office-examples.example.jsonl");
const GOOD = '{"text": "cho gặp người đi", "act": "person"}';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "office-examples-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function refusal(content: string): OfficeExamplesError {
  try {
    parseOfficeExamples(content, "cau-mau.jsonl");
  } catch (error) {
    if (error instanceof OfficeExamplesError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

test("examples are read a line each, blank lines and a mark of byte order aside", async () => {
  const file = join(folder, "good.jsonl");
  await writeFile(file, `\uFEFF${GOOD}\r\n\r\n{"text": "  gọn thôi ", "act": "shorter"}\n`);
  expect(await loadOfficeExamples(file)).toEqual([
    { text: "cho gặp người đi", act: "person" },
    { text: "gọn thôi", act: "shorter" },
  ]);
});

test("no file is no examples", async () => {
  expect(await loadOfficeExamples("")).toEqual([]);
});

test("the example for offices is one", async () => {
  expect((await loadOfficeExamples(EXAMPLE)).length).toBeGreaterThan(4);
});

describe("a wrong file is refused by line and field", () => {
  test.each<[content: string, line: number | null, field: string | null, reason: string]>([
    [`${GOOD}\ncho gặp người`, 2, null, "không phải JSON đúng cú pháp"],
    [`${GOOD}\n\n["a"]`, 3, null, "phải là một nhóm gồm text và act"],
    ['{"act": "person"}', 1, "text", "còn thiếu"],
    ['{"text": "gặp ai đó"}', 1, "act", "còn thiếu"],
    ['{"text": "gặp ai đó", "act": "nguoi"}', 1, "act", `phải là một trong ${ACTS.join(", ")}`],
    ['{"text": 5, "act": "person"}', 1, "text", "phải là chữ trong dấu nháy"],
    ['{"text": " ?! ", "act": "person"}', 1, "text", "phải có chữ"],
    [`{"text": "${"a ".repeat(200)}", "act": "person"}`, 1, "text", "dài nhất 300 ký tự"],
    ['{"text": "gặp ai đó", "act": "person", "by": "tôi"}', 1, "by", "không có mục nào tên như vậy"],
    [`${GOOD}\n{"text": "Cho gap NGUOI đi", "act": "more"}`, 2, "text", "câu này đã có ở dòng 1"],
    ["\n \n", null, null, "tệp không có câu mẫu nào"],
    [
      Array.from({ length: 501 }, (_none, i) => `{"text": "câu ${i}", "act": "ask"}`).join("\n"),
      501,
      null,
      "nhiều nhất 500 câu mẫu",
    ],
  ])("%#", (content, line, field, reason) => {
    const error = refusal(content);
    expect([error.code, error.line, error.field]).toEqual(["office_examples_invalid", line, field]);
    expect(error.message).toContain(reason);
    const where = [
      "OFFICE_EXAMPLES, tệp cau-mau.jsonl",
      line && `dòng ${line}`,
      field && `mục ${field}`,
    ].filter(Boolean);
    expect(error.message.startsWith(`${where.join(", ")}: `)).toBe(true);
  });

  test("a file that can't be read is named", async () => {
    await expect(loadOfficeExamples(join(folder, "none.jsonl"))).rejects.toThrow("không có tệp này");
    await expect(loadOfficeExamples(folder)).rejects.toThrow("không đọc được tệp này");
    const large = join(folder, "large.jsonl");
    await writeFile(large, " ".repeat(257 * 1024));
    await expect(loadOfficeExamples(large)).rejects.toThrow("tệp lớn quá 256 KB");
  });
});
