/** Sources that an office adds, from files on the disk to a knowledge base. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type IngestError, ingest, SHIPPED_DOCUMENTS } from "../../ingest/pipeline.ts";
import type { Progress } from "../../ingest/progress.ts";
import type { ExtraSource } from "../../ingest/sources.ts";
import { currentFingerprint, openKnowledgeBase, rollback } from "../../knowledge/versions.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const BIRTH = "procedures/ho-tich/1.001193.json";
const HEADER = "Mã số;Tên thủ tục hành chính;Cơ quan thực hiện;Thời hạn giải quyết";
/** A PDF of one empty page: as a scanner makes it, without a letter. */
const SCAN = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n160\n%%EOF",
  "latin1",
);

let directory: string;
let documentsDir: string;
let office: string;
let root: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-extra-"));
  documentsDir = join(directory, "documents");
  office = join(directory, "van-phong");
  root = join(directory, "knowledge");
  await mkdir(office);
  for (const file of ["agencies.json", BIRTH]) {
    await mkdir(dirname(join(documentsDir, file)), { recursive: true });
    await cp(join(SHIPPED_DOCUMENTS, file), join(documentsDir, file));
  }
  const manifest = JSON.parse(await readFile(join(SHIPPED_DOCUMENTS, "manifest.json"), "utf8"));
  const documents = manifest.documents.filter(({ kind }: { kind: string }) => kind !== "plan");
  await writeFile(join(documentsDir, "manifest.json"), JSON.stringify({ documents }));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const put = (file: string, content: string | Buffer) => writeFile(join(office, file), content);
const putList = (...rows: string[]) => put("danh-sach.csv", [HEADER, ...rows].join("\n"));
const source = (path = office): ExtraSource => ({ path, from: "setting" });
const run = (
  options: {
    extra?: ExtraSource[];
    keepGoing?: boolean;
    force?: boolean;
    onProgress?: (p: Progress) => void;
  } = {},
) => ingest({ root, documentsDir, extra: [source()], ...options });
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error("the sources were taken");
    },
    (error: IngestError) => error,
  );
const codes = async () => (await openKnowledgeBase(root)).procedures.map((row) => row.code);

describe("records of added sources", () => {
  test("stand beside the shipped ones, found by the retriever, each source with its counts", async () => {
    await putList(
      "9.990001;Cấp thẻ mượn sách của thư viện;Thư viện xã;3 ngày làm việc",
      "1.001193;Đăng ký khai sinh;Xã;",
    );
    await put("noi-quy.md", "# Nội quy phòng đọc\n\n## Giờ mở cửa\n\nPhòng đọc mở cửa từ 7 giờ 30 phút.\n");
    const steps: Progress[] = [];
    const result = await run({ onProgress: (step) => steps.push(step) });
    expect(result).toMatchObject({ built: true, problems: [], filesRead: 2, counts: { procedures: 2 } });
    expect(result.sources).toMatchObject([
      {
        path: office,
        from: "setting",
        files: [
          {
            file: "van-phong/danh-sach.csv",
            procedures: 1,
            leftOut: [{ place: "hàng 3", kind: "reviewed" }],
          },
          { file: "van-phong/noi-quy.md", procedures: 0, passages: 1, leftOut: [] },
        ],
      },
    ]);
    const knowledge = await openKnowledgeBase(root);
    expect(knowledge.sources).toEqual(result.sources);
    expect(knowledge.procedures.map((row) => [row.code, row.reviewed])).toEqual([
      ["1.001193", true],
      ["9.990001", false],
    ]);
    const [book] = await knowledge.retriever.search("thẻ mượn sách");
    expect(book!.chunk.recordId).toBe("9.990001");
    const [hours] = await knowledge.retriever.search("giờ mở cửa phòng đọc");
    expect(hours!.chunk).toMatchObject({ kind: "passage", headings: expect.arrayContaining(["Giờ mở cửa"]) });
    const documents = new Set(knowledge.documents.map((row) => row.id));
    for (const row of [...knowledge.passages, ...knowledge.procedures])
      expect(documents).toContain(row.documentId);
    const ofFiles = steps.filter(({ step }) => step.startsWith("Đọc nguồn bổ sung"));
    expect(ofFiles.map(({ done, total }) => [done, total])).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
  });

  test("without added sources nothing is different", async () => {
    const { version } = await run({ extra: [] });
    expect(await run({ extra: [] })).toMatchObject({ built: false, version, sources: [], filesRead: 0 });
  });
});

describe("a rebuild", () => {
  test("reads only what changed, and gives the same as one that reads everything", async () => {
    await putList("9.990001;Cấp thẻ;Thư viện;3 ngày");
    await put("noi-quy.md", "# Nội quy\n\nGiữ trật tự.\n");
    await put("huong-dan.md", "# Hướng dẫn\n\nMang theo thẻ.\n");
    expect(await run()).toMatchObject({ built: true, filesRead: 3 });
    expect(await run()).toMatchObject({ built: false, filesRead: 0 });
    await putList("9.990001;Cấp thẻ;Thư viện;5 ngày");
    expect(await run()).toMatchObject({ built: true, filesRead: 1 });
    const cached = await openKnowledgeBase(root);
    expect(cached.changes).toMatchObject({
      counts: { added: 0, removed: 0, changed: 1 },
      records: [{ kind: "procedure", id: "9.990001", change: "changed", fields: ["times"] }],
    });
    await rm(join(root, "cache"), { recursive: true });
    expect(await run({ force: true })).toMatchObject({ filesRead: 3 });
    const fresh = await openKnowledgeBase(root);
    expect({ ...fresh, version: "", builtAt: "", retriever: null }).toEqual({
      ...cached,
      version: "",
      builtAt: "",
      retriever: null,
    });
  });

  test("forgets what it kept of a file that is gone, and does without a cache that is damaged", async () => {
    await putList("9.990001;Cấp thẻ;Thư viện;3 ngày");
    await put("noi-quy.md", "# Nội quy\n\nGiữ trật tự.\n");
    await run();
    await rm(join(office, "noi-quy.md"));
    expect(await run()).toMatchObject({ built: true, filesRead: 0 });
    const entries = await readdir(join(root, "cache"));
    expect(entries).toHaveLength(1);
    await writeFile(join(root, "cache", entries[0]!), "hỏng");
    expect(await run({ force: true })).toMatchObject({
      built: true,
      filesRead: 1,
      counts: { procedures: 2 },
    });
  });

  test("follows a source that is added or taken out, and tells what came and went", async () => {
    await putList("9.990001;Cấp thẻ;Thư viện;3 ngày");
    await run({ extra: [] });
    await run();
    expect((await openKnowledgeBase(root)).changes?.byKind).toEqual({
      procedure: { added: 1, removed: 0, changed: 0 },
      document: { added: 1, removed: 0, changed: 0 },
    });
    expect(await run({ extra: [] })).toMatchObject({ built: true, counts: { procedures: 1 } });
    expect((await openKnowledgeBase(root)).changes?.counts).toEqual({ added: 0, removed: 2, changed: 0 });
  });

  test("is not made of sources that a person went back from, until they change or it is forced", async () => {
    await run({ extra: [] });
    await putList("9.990001;Sai tên;Thư viện;3 ngày");
    await run();
    await rollback(root, 1);
    expect(await run()).toMatchObject({ built: false, version: expect.stringMatching(/^0001-/) });
    expect(await codes()).toEqual(["1.001193"]);
    await putList("9.990001;Cấp thẻ;Thư viện;3 ngày");
    expect(await run()).toMatchObject({ built: true });
    expect(await codes()).toEqual(["1.001193", "9.990001"]);
    await rollback(root, 1);
    expect(await run({ force: true })).toMatchObject({
      built: true,
      version: expect.stringMatching(/^0004-/),
    });
  });
});

describe("what can't be indexed", () => {
  const CUT = '{"code":"9.990005","name":"Một","methods":[]}\n{"code":"9.990006","na';

  test("a damaged file stops the build wherever it lies; the version before still serves", async () => {
    await putList("9.990001;Cấp thẻ;Thư viện;3 ngày");
    const { version } = await run();
    const before = await currentFingerprint(root);
    await put("cat.jsonl", CUT);
    const error = await failure(run());
    expect(error.code).toBe("ingest_failed");
    expect(error.problems.map(({ file, place }) => [file, place])).toEqual([
      ["van-phong/cat.jsonl", "dòng 2"],
    ]);
    expect(error.message).toContain("JSON bị cắt giữa chừng");
    expect((await openKnowledgeBase(root)).version).toBe(version);
    expect(await currentFingerprint(root)).toBe(before);
  });

  test("with keepGoing the rest is indexed, and nothing of the damaged file; the next run tries again", async () => {
    await putList("9.990001;Cấp thẻ;Thư viện;3 ngày");
    await put("cat.jsonl", CUT);
    const result = await run({ keepGoing: true });
    expect(result.problems).toHaveLength(1);
    expect(await codes()).toEqual(["1.001193", "9.990001"]);
    expect((await run({ keepGoing: true })).built).toBe(true);
  });

  test.each<[file: string, content: string | Buffer, reason: string]>([
    ["quet.pdf", SCAN, "PDF quét ảnh"],
    ["loi.pdf", "<!DOCTYPE html><html><head><title>404</title></head></html>", "trang HTML: “404”"],
    ["anh.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), "ảnh"],
    ["ghi-chu.xyz", "gì đó", "định dạng chưa hỗ trợ"],
    ["cai-dat.json", '{"theme":"dark"}', "không nhận ra loại dữ liệu"],
  ])(
    "%s in a folder is reported and passed over; named by itself it stops the build",
    async (file, content, reason) => {
      await putList("9.990001;Cấp thẻ;Thư viện;3 ngày");
      await put(file, content);
      const result = await run();
      expect(result).toMatchObject({ built: true, problems: [] });
      const own = result.sources[0]!.files.find((row) => row.file === `van-phong/${file}`)!;
      expect(own).toMatchObject({ procedures: 0, passages: 0, leftOut: [{ place: null }] });
      expect(own.leftOut[0]!.reason).toContain(reason);
      expect(await run()).toMatchObject({ built: false });
      const error = await failure(run({ extra: [source(join(office, file))] }));
      expect(error.problems.map((problem) => problem.file)).toEqual([file]);
      expect(error.message).toContain(reason);
    },
  );

  test("a source that is not there stops the build by name; with keepGoing it is left out", async () => {
    const gone = join(directory, "khong-co");
    const error = await failure(run({ extra: [source(gone)] }));
    expect(error.message).toBe(`${gone}: không có tệp hoặc thư mục này (cài đặt EXTRA_DOCUMENTS)`);
    expect(await run({ extra: [source(gone)], keepGoing: true })).toMatchObject({
      problems: [{ file: gone }],
    });
  });

  test("a row that is left out of a list stops nothing", async () => {
    await putList(
      "9.990001;Cấp thẻ;Thư viện;3 ngày",
      "9.990002-Xoa;Bỏ;Thư viện;",
      "9.990001;Trùng;Thư viện;",
    );
    const { problems, sources } = await run();
    expect(problems).toEqual([]);
    expect(sources[0]!.files[0]!.leftOut.map(({ kind }) => kind).sort()).toEqual([
      "code_duplicate",
      "withdrawn",
    ]);
  });
});
