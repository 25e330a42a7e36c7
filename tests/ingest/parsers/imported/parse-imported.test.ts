import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  importFile,
  importFilesIn,
  parseImported,
} from "../../../../ingest/parsers/imported/parse-imported.ts";
import { fileOf, fixture } from "./fixtures.ts";

const record = (code: string, name: string, more = {}) =>
  JSON.stringify({ code, name, methods: [], steps: "Nộp đơn.\nChờ.", ...more });

describe("a code that comes twice", () => {
  test("is kept where it came first; both places are named", async () => {
    const result = await parseImported([
      fileOf("a.jsonl", `${record("9.990001", "Tên một")}\n${record("9.990001", "Tên hai")}\n`),
      fileOf("b.jsonl", record("9.990001", "Tên ba")),
    ]);
    expect(result.procedures.map((row) => row.name)).toEqual(["Tên một"]);
    expect(result.problems).toEqual([
      {
        file: "a.jsonl",
        place: "dòng 2",
        kind: "code_duplicate",
        reason: "mã 9.990001 đã có tại a.jsonl (dòng 1), bản này không dùng",
      },
      {
        file: "b.jsonl",
        place: "dòng 1",
        kind: "code_duplicate",
        reason: "mã 9.990001 đã có tại a.jsonl (dòng 1), bản này không dùng",
      },
    ]);
    expect(result.files.map((file) => [file.file, file.procedures, file.leftOut.length])).toEqual([
      ["a.jsonl", 1, 1],
      ["b.jsonl", 0, 1],
    ]);
  });

  test("the line of a list gives way to the full record, whichever comes first", async () => {
    const list = fileOf("list.csv", "Mã số,Tên,Lĩnh vực\n9.990001,Tên ngắn,Thư viện\n");
    const full = fileOf("full.jsonl", record("9.990001", "Tên đủ"));
    for (const files of [
      [list, full],
      [full, list],
    ]) {
      const result = await parseImported(files);
      expect(result.procedures.map((row) => row.name)).toEqual(["Tên đủ"]);
      expect(result.problems.map((row) => row.file)).toEqual(["list.csv"]);
      expect(result.files.find((row) => row.file === "list.csv")!.procedures).toBe(0);
    }
  });

  test("the same code of another province is another record; records without a code never meet", async () => {
    const result = await parseImported([
      fileOf(
        "a.jsonl",
        [
          record("9.990001", "A"),
          record("9.990001.000.00.00.H99", "B"),
          record("9.99", "C"),
          record("9.99", "D"),
        ].join("\n"),
      ),
    ]);
    expect(result.procedures.map((row) => [row.name, row.code, row.issuerSuffix])).toEqual([
      ["A", "9.990001", null],
      ["B", "9.990001", "H99"],
      ["C", null, null],
      ["D", null, null],
    ]);
  });
});

test("a page whose code is not that of its file is left out", async () => {
  const page = fixture("9.990004.json");
  const { procedures, leftOut } = await importFile({ ...page, name: "1_000123_procedure.json" });
  expect(procedures).toEqual([]);
  expect(leftOut[0]).toMatchObject({
    kind: "code_mismatch",
    reason: "tệp mang mã 1.000123 nhưng nội dung là thủ tục 9.990004",
  });
});

test("a file that breaks off gives nothing, and the rest is imported", async () => {
  const result = await parseImported([
    fileOf("cut.jsonl", `${record("9.990001", "A")}\n{"code":`),
    fileOf("sound.jsonl", record("9.990002", "B")),
    fileOf("page.pdf", "<html><title>404</title></html>"),
  ]);
  expect(result.procedures.map((row) => row.name)).toEqual(["B"]);
  expect(result.files.map((file) => [file.file, file.format])).toEqual([
    ["cut.jsonl", null],
    ["sound.jsonl", "unified_records"],
    ["page.pdf", null],
  ]);
  expect(result.problems.map((row) => [row.file, row.place, row.kind, row.reason])).toEqual([
    ["cut.jsonl", "dòng 2", "file_unreadable", "JSON bị cắt giữa chừng"],
    ["page.pdf", null, "file_unsupported", "phần mở rộng .pdf nhưng nội dung là trang HTML: “404”"],
  ]);
});

test("a Markdown page of the portal that lacks its last section is cut, and gives nothing", async () => {
  const name = "9_990006_procedure_detail.md";
  const whole = Buffer.from(await fixture(name).bytes()).toString();
  const { procedures, leftOut } = await importFile(fileOf(name, whole.slice(0, whole.indexOf("## Căn cứ"))));
  expect(procedures).toEqual([]);
  expect(leftOut[0]).toMatchObject({ kind: "file_unreadable", place: null });
  expect(leftOut[0]!.reason).toContain("Kết quả xử lý");
});

test("a value of another shape is reported, the others are read", async () => {
  const { procedures, leftOut } = await importFile(
    fileOf("a.jsonl", `${record("9.990001", "A")}\n[1]\n"x"\n`),
  );
  expect(procedures).toHaveLength(1);
  expect(leftOut.map((row) => [row.place, row.kind])).toEqual([
    ["dòng 2", "shape_unknown"],
    ["dòng 3", "shape_unknown"],
  ]);
});

test("the files of a directory come by name, read one after the other", async () => {
  const directory = await mkdtemp(join(tmpdir(), "import-"));
  try {
    await mkdir(join(directory, "tinh"));
    await writeFile(join(directory, "b.jsonl"), record("9.990002", "B"));
    await writeFile(join(directory, "tinh", "a.jsonl"), record("9.990001", "A"));
    await writeFile(join(directory, ".ẩn"), "x");
    const files = await importFilesIn(directory);
    expect(files.map((file) => file.name)).toEqual(["b.jsonl", "tinh/a.jsonl"]);
    expect((await parseImported(files)).procedures.map((row) => row.source.file)).toEqual([
      "b.jsonl",
      "tinh/a.jsonl",
    ]);
  } finally {
    await rm(directory, { recursive: true });
  }
});
