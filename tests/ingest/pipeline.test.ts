import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { TextLines } from "../../ingest/parsers/text-lines.ts";
import {
  ensureKnowledge,
  IngestError,
  ingest,
  SHIPPED_DOCUMENTS,
  verifyQuotes,
} from "../../ingest/pipeline.ts";
import type { Progress } from "../../ingest/progress.ts";
import { DocumentError } from "../../knowledge/errors.ts";
import { currentFingerprint, openKnowledgeBase } from "../../knowledge/versions.ts";

// Every test indexes documents; a shared machine may take its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const PLAN = "2704-qd-ubnd.txt";
const BIRTH = "procedures/ho-tich/1.001193.json";
/** A plain procedure, a special case of it, and one of another field: enough to tell what is left out. */
const PROCEDURES = [BIRTH, "procedures/ho-tich/1.000689.json", "procedures/chung-thuc/2.000815.json"];
const CODES = ["1.000689", "1.001193", "2.000815"];

let directory: string;
let documentsDir: string;
let root: string;
let count = 0;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-ingest-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));
beforeEach(() => {
  documentsDir = join(directory, `documents-${++count}`);
  root = join(directory, `knowledge-${count}`);
});

/** The registry and three procedures: quick to index. `plan` adds the decision of 67 tasks. */
async function copyDocuments(what: "all" | "without the plan", to = documentsDir): Promise<void> {
  for (const file of ["manifest.json", "agencies.json", PLAN, ...PROCEDURES]) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    await cp(join(SHIPPED_DOCUMENTS, file), join(to, file));
  }
  if (what === "all") return;
  await rm(join(to, PLAN));
  await changeJson("manifest.json", (value) => {
    value.documents = (value.documents as { kind: string }[]).filter(({ kind }) => kind !== "plan");
  });
}

const run = (options: { keepGoing?: boolean; force?: boolean } = {}) =>
  ingest({ root, documentsDir, ...options });
const change = async (file: string, edit: (content: string) => string) => {
  const path = join(documentsDir, file);
  const content = await readFile(path, "utf8");
  const edited = edit(content);
  expect(edited).not.toBe(content);
  await writeFile(path, edited);
};
const changeJson = (file: string, edit: (value: Record<string, unknown>) => void) =>
  change(file, (content) => {
    const value = JSON.parse(content);
    edit(value);
    return JSON.stringify(value, null, 2);
  });
/** Takes out, or puts in place of them, printed lines; numbered from 1. */
const changeLines = (from: number, deleted: number, ...lines: string[]) =>
  change(PLAN, (text) =>
    text
      .split("\n")
      .toSpliced(from - 1, deleted, ...lines)
      .join("\n"),
  );
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error("the documents were taken");
    },
    (error: unknown) => error,
  );

interface Fault {
  damage: () => Promise<void>;
  file: string;
  /** Null: the whole file. */
  place: string | null;
  reason: string;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  "a procedure with a lost comma": {
    damage: () =>
      change(BIRTH, (content) =>
        content.replace('"name": "Đăng ký khai sinh",', '"name": "Đăng ký khai sinh"'),
      ),
    file: BIRTH,
    place: "dòng 4",
    reason: "JSON hỏng",
  },
  "a procedure with a wrong value": {
    damage: () => changeJson(BIRTH, (value) => Object.assign(value, { verifiedOn: "25/10/2023" })),
    file: BIRTH,
    place: "verifiedOn",
    reason: "ngày phải có dạng YYYY-MM-DD",
  },
  "a procedure with a wrong value deep inside": {
    damage: () =>
      changeJson(BIRTH, (value) => {
        (value.fees as { kind: string }[])[0]!.kind = "cheap";
      }),
    file: BIRTH,
    place: "fees/0/kind",
    reason: "",
  },
  "a paper for a circumstance that nobody knows": {
    damage: () =>
      changeJson(BIRTH, (value) => {
        (value.documents as { when: object }[])[1]!.when = { weather: ["rain"] };
      }),
    file: BIRTH,
    place: "documents/1/when",
    reason: "weather",
  },
  "a procedure with a field that nobody knows": {
    damage: () => changeJson(BIRTH, (value) => Object.assign(value, { price: 0 })),
    file: BIRTH,
    place: null,
    reason: "price",
  },
  "a procedure in a file of another name": {
    damage: () => rename(join(documentsDir, BIRTH), join(documentsDir, "procedures/ho-tich/1.001194.json")),
    file: "procedures/ho-tich/1.001194.json",
    place: "code",
    reason: "mã 1.001193 không khớp tên tệp",
  },
  "a variant of a procedure that is not there": {
    damage: () => changeJson(BIRTH, (value) => Object.assign(value, { variantOf: "1.999999" })),
    file: BIRTH,
    place: "variantOf",
    reason: "không có thủ tục 1.999999",
  },
  "a plan with a lost cell": {
    damage: () => changeLines(1031, 1),
    file: PLAN,
    place: "dòng 1029",
    reason: "bảng phải có 6 ô mỗi dòng",
  },
  "a plan with a lost row": {
    damage: () => changeLines(1030, 14),
    file: PLAN,
    place: "dòng 1030",
    reason: "số thứ tự phải là 9 nhưng đọc được “10”",
  },
  "a plan with a time that nobody understands": {
    damage: () => changeLines(620, 1, "khi có kinh phí"),
    file: PLAN,
    place: "dòng 620",
    reason: "không hiểu thời gian “khi có kinh phí”",
  },
  "a plan whose file is gone": {
    damage: () => rm(join(documentsDir, PLAN)),
    file: PLAN,
    place: null,
    reason: "tệp có trong danh mục nhưng không tồn tại",
  },
};

describe("a bad document is refused by file and place, and the version before still serves", () => {
  let version: string;
  let servingRoot: string;
  beforeAll(async () => {
    servingRoot = join(directory, "serving");
    const sound = join(directory, "sound");
    await copyDocuments("all", sound);
    ({ version } = await ingest({ root: servingRoot, documentsDir: sound }));
  });

  test.each(Object.entries(FAULTS))("%s", async (_what, { damage, file, place, reason }) => {
    await copyDocuments("all");
    await damage();
    const error = (await errorOf(ingest({ root: servingRoot, documentsDir }))) as IngestError;
    expect(error).toBeInstanceOf(IngestError);
    expect(error.problems.find((problem) => problem.file === file)).toMatchObject({ place });
    expect(error.message).toContain(place === null ? `${file}: ` : `${file} (${place}): `);
    expect(error.message).toContain(reason);
    expect((await openKnowledgeBase(servingRoot)).version).toBe(version);
    expect(await readdir(join(servingRoot, "versions"))).toEqual([version]);
  });

  test("all faults of all documents are told at once", async () => {
    await copyDocuments("all");
    await FAULTS["a plan with a lost row"]!.damage();
    await FAULTS["a procedure with a lost comma"]!.damage();
    await changeJson(PROCEDURES[2]!, (value) => Object.assign(value, { code: "2-815" }));
    const error = (await errorOf(run())) as IngestError;
    expect(error.problems.map((problem) => problem.file)).toEqual([
      PLAN,
      "procedures/chung-thuc/2.000815.json",
      BIRTH,
      // Its parent was not read, so the special case stands alone.
      "procedures/ho-tich/1.000689.json",
    ]);
    expect(error.code).toBe("ingest_failed");
  });

  test("a code that stands twice is refused, and neither of the two is believed", async () => {
    await copyDocuments("without the plan");
    await cp(join(documentsDir, BIRTH), join(documentsDir, "procedures/chung-thuc/1.001193.json"));
    const error = (await errorOf(run())) as IngestError;
    expect(error.problems[0]).toMatchObject({
      place: "code",
      file: expect.stringContaining("1.001193.json"),
    });
    expect(error.message).toContain("mã 1.001193 bị trùng");
    const { problems } = await run({ keepGoing: true });
    expect(problems.length).toBeGreaterThan(0);
    const { procedures } = await openKnowledgeBase(root);
    expect(procedures.map((row) => row.code)).not.toContain("1.001193");
  });

  test.each(["manifest.json", "agencies.json"])(
    "%s is what all else rests on: without it nothing is built, not even with keepGoing",
    async (file) => {
      await copyDocuments("all");
      await change(file, (content) => content.replace("[", "[,"));
      expect(await errorOf(run({ keepGoing: true }))).toBeInstanceOf(DocumentError);
      await rm(join(documentsDir, file));
      const error = (await errorOf(run({ keepGoing: true }))) as DocumentError;
      expect(error).toBeInstanceOf(DocumentError);
      expect(error.file).toBe(file);
      expect(await currentFingerprint(root)).toBeNull();
    },
  );
  // Left out: a folder of procedures that the manifest names and that is gone is taken for one without procedures.
});

describe("keepGoing", () => {
  test("indexes what is sound and says what it left out", async () => {
    await copyDocuments("without the plan");
    await FAULTS["a procedure with a wrong value"]!.damage();
    const result = await run({ keepGoing: true });
    expect(result.built).toBe(true);
    expect(result.problems.map(({ file, place }) => [file, place])).toEqual([
      [BIRTH, "verifiedOn"],
      ["procedures/ho-tich/1.000689.json", "variantOf"],
    ]);
    const knowledge = await openKnowledgeBase(root);
    expect(knowledge.procedures.map((row) => row.code)).toEqual(["2.000815"]);
    expect(result.counts).toMatchObject({ procedures: 1, chunks: knowledge.chunks.length });
  });

  test("a bad plan is left out whole, the procedures serve", async () => {
    await copyDocuments("all");
    await FAULTS["a plan with a lost cell"]!.damage();
    const { counts, problems } = await run({ keepGoing: true });
    expect(problems.map(({ file }) => file)).toEqual([PLAN]);
    expect(counts).toMatchObject({ tasks: 0, groups: 0, passages: 0, duties: 0, procedures: 3 });
  });

  test("a build that left something out is tried again, until nothing is left out", async () => {
    await copyDocuments("without the plan");
    await FAULTS["a procedure with a wrong value"]!.damage();
    const partial = await run({ keepGoing: true });
    const again = await run({ keepGoing: true });
    expect(again).toMatchObject({ built: true, problems: [{ file: BIRTH }, {}] });
    expect(again.version).not.toBe(partial.version);

    await cp(join(SHIPPED_DOCUMENTS, BIRTH), join(documentsDir, BIRTH));
    expect(await run()).toMatchObject({ built: true, problems: [] });
    expect(await run()).toMatchObject({ built: false, problems: [] });
  });
});

describe("sources that have not changed", () => {
  test("are not built again, unless forced", async () => {
    await copyDocuments("without the plan");
    const first = await run();
    expect(first).toMatchObject({
      built: true,
      problems: [],
      counts: { documents: 2, procedures: 3 },
    });
    const second = await run();
    expect(second).toEqual({ ...first, built: false });
    const forced = await run({ force: true });
    expect(forced).toMatchObject({ built: true, counts: first.counts });
    expect(forced.version).not.toBe(first.version);
  });

  test("a change of content, of a name, or of the set of files builds anew; other files don't matter", async () => {
    await copyDocuments("without the plan");
    await run();
    await writeFile(join(documentsDir, "ghi-chu.md"), "của người biên tập");
    expect((await run()).built).toBe(false);
    await changeJson(BIRTH, (value) => (value.aliases as string[]).push("khai sinh cho cháu"));
    expect((await run()).built).toBe(true);
    await rm(join(documentsDir, PROCEDURES[2]!));
    expect(await run()).toMatchObject({ built: true, counts: { procedures: 2 } });
    await mkdir(join(documentsDir, "procedures/khac"));
    await rename(join(documentsDir, PROCEDURES[1]!), join(documentsDir, "procedures/khac/1.000689.json"));
    expect((await run()).built).toBe(true);
  });

  test("a byte order mark and Windows line ends are no fault", async () => {
    await copyDocuments("all");
    await change(PLAN, (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`);
    await change(BIRTH, (text) => `\uFEFF${text}`);
    expect(await run()).toMatchObject({ problems: [], counts: { tasks: 67, procedures: 3 } });
  });
});

test("what comes out is every record with the document it stands in, quoted verbatim", async () => {
  await copyDocuments("all");
  const steps: Progress[] = [];
  await ingest({ root, documentsDir, onProgress: (progress) => steps.push(progress) });
  const knowledge = await openKnowledgeBase(root);
  expect(knowledge.procedures.map((row) => row.code).sort()).toEqual(CODES);
  const documents = knowledge.documents.map((document) => document.id);
  for (const { documentId } of [...knowledge.tasks, ...knowledge.duties, ...knowledge.procedures])
    expect(documents).toContain(documentId);
  for (const { done, total } of steps) expect(done).toBeLessThanOrEqual(total);
  expect(new Set(steps.map(({ step }) => step))).toEqual(
    new Set([
      "Đọc văn bản nguồn",
      "Phân tích 2704/QĐ-UBND",
      "Đọc thủ tục hành chính",
      "Lập chỉ mục từ",
      "Lập chỉ mục vectơ",
    ]),
  );
});

describe("the check of quotes", () => {
  const text = new TextLines("van-ban", "van-ban.txt", "Sở Y tế\nchủ trì 5 nhiệm vụ");

  test.each<[quote: string, lines: [number, number] | undefined]>([
    ["Sở Y tế chủ trì 6 nhiệm vụ", [1, 2]],
    ["chủ trì 5 nhiệm vụ", [1, 1]],
    ["Sở Y tế", undefined],
  ])("“%s” at %j is refused", (quote, lines) => {
    const evidence = { documentId: "van-ban", locator: "đoạn 1", quote, ...(lines ? { lines } : {}) };
    const attempt = () => verifyQuotes(text, [evidence]);
    expect(attempt).toThrow(DocumentError);
    expect(attempt).toThrow("trích dẫn không khớp nguyên văn: đoạn 1");
  });

  test("a verbatim quote passes", () => {
    const evidence = text.evidence([1, 2], "đoạn 1");
    expect(() => verifyQuotes(text, [evidence, { ...evidence, quote: "Y tế chủ trì" }])).not.toThrow();
  });
});

describe("ensureKnowledge", () => {
  test("builds what is missing, and updates what has changed", async () => {
    await copyDocuments("without the plan");
    const first = await ensureKnowledge({ root, documentsDir });
    expect(first.procedures).toHaveLength(3);
    await rm(join(documentsDir, PROCEDURES[2]!));
    expect((await ensureKnowledge({ root, documentsDir, update: false })).version).toBe(first.version);
    const updated = await ensureKnowledge({ root, documentsDir });
    expect(updated.procedures).toHaveLength(2);
  });

  test("keeps the version that is there in service when the update fails, and says why", async () => {
    await copyDocuments("without the plan");
    const first = await ensureKnowledge({ root, documentsDir });
    await FAULTS["a procedure with a lost comma"]!.damage();
    const problems: Error[] = [];
    const served = await ensureKnowledge({ root, documentsDir, onProblem: (error) => problems.push(error) });
    expect(served.version).toBe(first.version);
    expect(problems).toEqual([expect.any(IngestError)]);
  });

  test("with nothing to fall back on, a bad document is an error", async () => {
    await copyDocuments("all");
    await FAULTS["a plan with a lost row"]!.damage();
    expect(await errorOf(ensureKnowledge({ root, documentsDir }))).toBeInstanceOf(IngestError);
  });

  test.each([true, false])("builds a damaged version anew, with update %s", async (update) => {
    await copyDocuments("without the plan");
    const { version } = await ensureKnowledge({ root, documentsDir });
    await writeFile(join(root, "versions", version, "records.json"), "{}");
    const problems: Error[] = [];
    const onProblem = (error: Error) => problems.push(error);
    const mended = await ensureKnowledge({ root, documentsDir, update, onProblem });
    expect(mended.version).not.toBe(version);
    expect(mended.procedures).toHaveLength(3);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatchObject({ code: "knowledge_damaged" });
  });
});
