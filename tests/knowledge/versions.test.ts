import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { shippedModel } from "../../knowledge/embedding-models/sentence-model.ts";
import { KnowledgeError } from "../../knowledge/errors.ts";
import type { Records, SourceReport } from "../../knowledge/knowledge-base.ts";
import {
  buildKnowledgeBase,
  currentFingerprint,
  currentSources,
  heldFingerprint,
  KEPT_VERSIONS,
  listVersions,
  openKnowledgeBase,
  recordsOfVersion,
  rollback,
} from "../../knowledge/versions.ts";
import { AGENCY, recordsOf } from "../support/records.ts";

const RECORDS = recordsOf(
  "Sở Y tế triển khai hệ thống quản lý sức khỏe toàn dân",
  "Sở Giáo dục và Đào tạo số hóa thư viện trường học",
  "Văn phòng UBND tỉnh xây dựng tổng đài hành chính công",
  "Sở Y tế nâng cấp cổng thông tin điện tử của ngành y tế",
);

let directory: string;
let root: string;
let count = 0;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-versions-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));
beforeEach(() => {
  root = join(directory, String(++count));
});

const build = (fingerprint = "a".repeat(64), records = RECORDS) =>
  buildKnowledgeBase(root, records, { fingerprint });
const versions = async () => (await readdir(join(root, "versions"))).sort();
const pointer = () => readFileSync(join(root, "current"), "utf8").trim();
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "opened",
    (error: unknown) => (error instanceof KnowledgeError ? error.code : error),
  );

describe("a version", () => {
  test("holds what it was built from, its number, its moment and its fingerprint", async () => {
    const { version } = await buildKnowledgeBase(root, RECORDS, {
      fingerprint: "0123456789abcdef",
      now: () => new Date("2023-10-25T01:02:03Z"),
    });
    expect(version).toBe("0001-01234567");
    const { retriever, ...knowledge } = await openKnowledgeBase(root);
    expect(knowledge).toEqual({
      ...RECORDS,
      version,
      builtAt: "2023-10-25T01:02:03.000Z",
      fingerprint: "0123456789abcdef",
      changes: null,
      sources: [],
    });
    expect(await currentFingerprint(root)).toBe("0123456789abcdef");
    const [best] = await retriever.search("thư viện trường học");
    expect(best!.chunk.recordId).toBe("r1");
  });

  test("answers from its own index after another one is built", async () => {
    await build();
    const before = await openKnowledgeBase(root);
    await build("b".repeat(64), recordsOf("Đăng ký khai sinh", "Đăng ký kết hôn"));
    const after = await openKnowledgeBase(root);
    expect((await before.retriever.search("khai sinh"))[0]?.chunk.text).not.toContain("khai sinh");
    expect((await after.retriever.search("khai sinh"))[0]?.chunk.text).toBe("Đăng ký khai sinh");
    expect(before.chunks).toEqual(RECORDS.chunks);
  });

  test("is missing before the first build", async () => {
    expect(await currentFingerprint(root)).toBeNull();
    expect(await codeOf(openKnowledgeBase(root))).toBe("knowledge_missing");
  });
});

describe("the swap", () => {
  test("happens in the end: until then the version before serves, whole", async () => {
    const { version: first } = await build();
    const seen: string[] = [];
    const { version: second } = await buildKnowledgeBase(root, recordsOf("Khai tử", "Kết hôn"), {
      fingerprint: "b".repeat(64),
      onProgress: () => seen.push(pointer()),
    });
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen)).toEqual(new Set([first]));
    expect(pointer()).toBe(second);
    expect(await versions()).toEqual([first, second]);
  });

  test.each([1, 2, 3, 4, 5])("a build that breaks at step %i leaves no trace", async (at) => {
    const { version } = await build();
    let step = 0;
    const broken = buildKnowledgeBase(root, RECORDS, {
      fingerprint: "b".repeat(64),
      onProgress: () => {
        if (++step === at) throw new Error("no space left on device");
      },
    });
    await expect(broken).rejects.toThrow("no space left on device");
    expect(pointer()).toBe(version);
    expect(await versions()).toEqual([version]);
    expect((await readdir(root)).sort()).toEqual(["current", "lock.sqlite", "versions"]);
    expect((await openKnowledgeBase(root)).version).toBe(version);
    expect((await build()).version).toMatch(/^0002-/);
  });

  test("what a crashed build left behind is removed by the next one", async () => {
    await mkdir(join(root, "versions/.tmp-crashed/vectors"), { recursive: true });
    await writeFile(join(root, "versions/.tmp-crashed/records.json"), "{");
    await writeFile(join(root, ".tmp-current-crashed"), "0009-x");
    const { version } = await build();
    expect(await versions()).toEqual([version]);
    expect((await readdir(root)).sort()).toEqual(["current", "lock.sqlite", "versions"]);
  });

  test("a version that was finished but never pointed at is not served, and its number is not used again", async () => {
    const { version: first } = await build();
    const { version: second } = await build();
    await writeFile(join(root, "current"), `${first}\n`);
    expect((await openKnowledgeBase(root)).version).toBe(first);
    expect((await build()).version).toMatch(/^0003-/);
    expect(await versions()).toContain(second);
  });
});

describe("versions kept", () => {
  test("are the newest five, and a reader that opened an older one goes on reading", async () => {
    await build("a".repeat(64));
    const reader = await openKnowledgeBase(root);
    for (const letter of ["b", "c", "d", "e", "f", "g"]) await build(letter.repeat(64));
    expect(KEPT_VERSIONS).toBe(5);
    const kept = ["0003", "0004", "0005", "0006", "0007"];
    expect((await versions()).map((name) => name.slice(0, 4))).toEqual(kept);
    expect(existsSync(join(root, "versions", reader.version))).toBe(false);
    const hits = await reader.retriever.search("sức khỏe toàn dân");
    expect(hits[0]!.chunk.recordId).toBe("r0");
    expect(pointer()).toMatch(/^0007-/);
  });

  test("folders of others are left alone", async () => {
    await mkdir(join(root, "versions/sao-luu"), { recursive: true });
    for (const letter of ["a", "b", "c", "d", "e", "f"]) await build(letter.repeat(64));
    expect(await versions()).toContain("sao-luu");
  });
});

const agencyCalled = (name: string): Records => ({ ...RECORDS, agencies: [{ ...AGENCY, name }] });

describe("what a build has changed", () => {
  test("is kept with the version, told by record and field", async () => {
    await build("a".repeat(64), agencyCalled("Sở Y tế"));
    expect((await openKnowledgeBase(root)).changes).toBeNull();
    const { version } = await buildKnowledgeBase(root, agencyCalled("Sở Y tế tỉnh"), {
      fingerprint: "b".repeat(64),
      now: () => new Date("2026-11-25T00:00:00Z"),
    });
    expect((await openKnowledgeBase(root)).changes).toEqual({
      from: "0001-aaaaaaaa",
      to: version,
      builtAt: "2026-11-25T00:00:00.000Z",
      counts: { added: 0, removed: 0, changed: 1 },
      byKind: { agency: { added: 0, removed: 0, changed: 1 } },
      records: [{ kind: "agency", id: "so-y-te", name: "Sở Y tế tỉnh", change: "changed", fields: ["name"] }],
      omitted: 0,
    });
  });

  test("stays the latest news when a build changes no record", async () => {
    await build("a".repeat(64), agencyCalled("Sở Y tế"));
    await build("b".repeat(64), agencyCalled("Sở Y tế tỉnh"));
    await build("c".repeat(64), agencyCalled("Sở Y tế tỉnh"));
    expect((await openKnowledgeBase(root)).changes).toMatchObject({
      from: "0001-aaaaaaaa",
      to: "0002-bbbbbbbb",
    });
  });

  test("is unknown after a version that can't be read", async () => {
    const { version } = await build();
    await writeFile(join(root, "versions", version, "manifest.json"), "{");
    await build("b".repeat(64), agencyCalled("Sở Y tế"));
    expect((await openKnowledgeBase(root)).changes).toBeNull();
  });
});

describe("the sentence model of a version", () => {
  const manifestOf = (version: string) => join(root, "versions", version, "manifest.json");

  test("is named, and a version of another one is built anew", async () => {
    const { version } = await build();
    const manifest = JSON.parse(await readFile(manifestOf(version), "utf8"));
    expect(manifest.model).toBe(shippedModel().version);
    await writeFile(manifestOf(version), JSON.stringify({ ...manifest, model: "000000000000" }));
    await expect(openKnowledgeBase(root)).rejects.toMatchObject({ code: "knowledge_format" });
    expect(await currentFingerprint(root)).toBeNull();
  });

  test("a large base is built in a thread of its own, to the same bytes", async () => {
    const { version: here } = await build();
    const { version: aside } = await buildKnowledgeBase(root, RECORDS, {
      fingerprint: "a".repeat(64),
      asideFrom: 1,
    });
    const files = async (version: string) => JSON.parse(await readFile(manifestOf(version), "utf8")).files;
    expect(await files(aside)).toEqual(await files(here));
  });
});

describe("the versions that are kept", () => {
  test("are listed newest first, with their records and the one that serves", async () => {
    await build();
    await build("b".repeat(64), agencyCalled("Sở Y tế"));
    const listed = await listVersions(root);
    expect(listed.map(({ number, current, counts }) => [number, current, counts.agencies])).toEqual([
      [2, true, 1],
      [1, false, 0],
    ]);
    expect((await recordsOfVersion(root, 1)).agencies).toEqual([]);
    expect((await recordsOfVersion(root, 2)).agencies).toHaveLength(1);
    expect(await codeOf(recordsOfVersion(root, 3))).toBe("knowledge_unknown_version");
    expect(await listVersions(join(root, "nowhere"))).toEqual([]);
  });

  test("keep what their added sources gave", async () => {
    expect(await currentSources(root)).toEqual([]);
    const sources: SourceReport[] = [{ path: "/nguon", from: "setting", files: [] }];
    await buildKnowledgeBase(root, RECORDS, { fingerprint: "a".repeat(64), sources });
    expect(await currentSources(root)).toEqual(sources);
    expect((await openKnowledgeBase(root)).sources).toEqual(sources);
  });

  test("can each be made to serve again, and the sources gone back from are remembered", async () => {
    await build("a".repeat(64), agencyCalled("Sở Y tế"));
    await build("b".repeat(64));
    expect(await rollback(root, 1)).toEqual({ version: "0001-aaaaaaaa" });
    expect((await openKnowledgeBase(root)).agencies).toHaveLength(1);
    expect(await heldFingerprint(root)).toBe("b".repeat(64));
    await rollback(root, 2);
    expect(await heldFingerprint(root)).toBeNull();
    expect(pointer()).toMatch(/^0002-/);
    await rollback(root, 1);
    await build("c".repeat(64));
    expect(await heldFingerprint(root)).toBeNull();
    expect(pointer()).toMatch(/^0003-/);
  });

  test("are not gone back to when they are damaged or gone", async () => {
    const { version } = await build();
    const { version: second } = await build("b".repeat(64));
    await writeFile(join(root, "versions", version, "bm25.bin"), "{}");
    expect(await codeOf(rollback(root, 1))).toBe("knowledge_damaged");
    expect(await codeOf(rollback(root, 7))).toBe("knowledge_unknown_version");
    expect(pointer()).toBe(second);
    expect((await build("c".repeat(64))).version).toMatch(/^0003-/);
  });
});

describe("a version that can't be trusted is not opened", () => {
  let folder: string;
  let files: string[];
  beforeEach(async () => {
    folder = join(root, "versions", (await build()).version);
    const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
    files = Object.keys(manifest.files);
  });

  test("it lists each of its files", async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
    expect(names.sort()).toEqual([...files, "manifest.json"].sort());
    expect(files).toContain("records.json");
  });

  test.each<[what: string, damage: (path: string, bytes: Buffer) => Promise<void>]>([
    [
      "one byte is wrong",
      (path, bytes) => {
        const damaged = Buffer.from(bytes);
        damaged[damaged.length >> 1]! ^= 1;
        return writeFile(path, damaged);
      },
    ],
    ["it is cut short", (path, bytes) => writeFile(path, bytes.subarray(0, bytes.length - 1))],
    ["it is empty", (path) => writeFile(path, "")],
    ["it is gone", (path) => rm(path)],
  ])("of any of its files %s", async (_what, damage) => {
    for (const file of files) {
      const path = join(folder, file);
      const bytes = await readFile(path);
      await damage(path, bytes);
      expect([file, await codeOf(openKnowledgeBase(root))]).toEqual([file, "knowledge_damaged"]);
      await expect(openKnowledgeBase(root)).rejects.toThrow(file);
      await writeFile(path, bytes);
      expect(await codeOf(openKnowledgeBase(root))).toBe("opened");
    }
  });

  test("its manifest is gone", async () => {
    await rm(join(folder, "manifest.json"));
    expect(await codeOf(openKnowledgeBase(root))).toBe("knowledge_damaged");
    expect(await currentFingerprint(root)).toBeNull();
  });

  test.each(["", "{", "[]", '{"format":1}'])("its manifest reads “%s”", async (manifest) => {
    await writeFile(join(folder, "manifest.json"), manifest);
    expect(await codeOf(openKnowledgeBase(root))).toBe("knowledge_damaged");
    expect(await currentFingerprint(root)).toBeNull();
  });

  test.each(["", "0042-nowhere"])("the pointer reads “%s”", async (name) => {
    await writeFile(join(root, "current"), name);
    expect(await codeOf(openKnowledgeBase(root))).toBe("knowledge_damaged");
    expect(await currentFingerprint(root)).toBeNull();
  });

  test("another format of files says so, counts as no version, and can be built over", async () => {
    const path = join(folder, "manifest.json");
    const manifest = JSON.parse(await readFile(path, "utf8"));
    await writeFile(path, JSON.stringify({ ...manifest, format: manifest.format + 1 }));
    expect(await codeOf(openKnowledgeBase(root))).toBe("knowledge_format");
    expect(await currentFingerprint(root)).toBeNull();
    await build();
    expect(await codeOf(openKnowledgeBase(root))).toBe("opened");
  });
});

describe("the lock", () => {
  test("makes two builders go one after the other", async () => {
    const letters = ["a", "b"];
    const working = { now: 0, most: 0 };
    const built = await Promise.all(
      letters.map((letter) =>
        buildKnowledgeBase(root, RECORDS, {
          fingerprint: letter.repeat(64),
          onProgress: ({ done, total }) => {
            if (done === 0) working.most = Math.max(working.most, ++working.now);
            if (done === total) working.now--;
          },
        }),
      ),
    );
    expect(working.most).toBe(1);
    expect(built.map(({ version }) => version.slice(0, 4)).sort()).toEqual(["0001", "0002"]);
    const newest = built.find(({ version }) => version.startsWith("0002"))!;
    expect(pointer()).toBe(newest.version);
    expect(await codeOf(openKnowledgeBase(root))).toBe("opened");
  });
});
