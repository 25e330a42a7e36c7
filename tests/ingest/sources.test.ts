import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addSource, extraSources, listFiles, removeSource } from "../../ingest/sources.ts";
import { DocumentError } from "../../knowledge/errors.ts";

let directory: string;
let dataDir: string;
let office: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-sources-"));
  dataDir = join(directory, "data");
  office = join(directory, "van-phong");
  await mkdir(join(office, "ho-tich"), { recursive: true });
  await writeFile(join(office, "danh-sach.csv"), "x");
  await writeFile(join(office, "ho-tich/khai-sinh.html"), "x");
  await writeFile(join(office, ".DS_Store"), "x");
  await symlink(join(office, "danh-sach.csv"), join(office, "lien-ket.csv"));
  await symlink(office, join(office, "vong-lap"), "dir");
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test("a source is registered once, and taken out again", async () => {
  expect(await extraSources(dataDir, [])).toEqual([]);
  expect(await addSource(dataDir, office)).toBe(true);
  expect(await addSource(dataDir, `${office}/`)).toBe(false);
  expect(await extraSources(dataDir, [])).toEqual([{ path: office, from: "registered" }]);
  expect(await readdir(dataDir)).toEqual(["sources.json"]);
  expect(await removeSource(dataDir, join(directory, "khac"))).toBe(false);
  await rm(office, { recursive: true });
  expect(await removeSource(dataDir, office)).toBe(true);
  expect(await extraSources(dataDir, [])).toEqual([]);
});

test("a path that is not there is not registered", async () => {
  const error = await addSource(dataDir, join(directory, "thieu.xlsx")).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DocumentError);
  expect((error as Error).message).toContain("thieu.xlsx: không có tệp hoặc thư mục này");
  expect(await extraSources(dataDir, [])).toEqual([]);
});

test("the setting comes first, and a path that is in both counts once", async () => {
  const list = join(office, "danh-sach.csv");
  await addSource(dataDir, list);
  await addSource(dataDir, office);
  expect(await extraSources(dataDir, [office])).toEqual([
    { path: office, from: "setting" },
    { path: list, from: "registered" },
  ]);
});

test("a damaged register is refused by name", async () => {
  await mkdir(dataDir);
  await writeFile(join(dataDir, "sources.json"), "[");
  await expect(extraSources(dataDir, [])).rejects.toThrow("sources.json");
});

test("files are listed by folder and name, hidden ones passed over, each once", async () => {
  const { files, problems } = await listFiles([
    { path: office, from: "setting" },
    { path: join(office, "danh-sach.csv"), from: "registered" },
  ]);
  expect(problems).toEqual([]);
  expect(files.map(({ name, named }) => [name, named])).toEqual([
    ["van-phong/danh-sach.csv", false],
    ["van-phong/ho-tich/khai-sinh.html", false],
    ["van-phong/lien-ket.csv", false],
  ]);
});

test("two files of one name are told apart by their paths", async () => {
  const paths = [join(office, "danh-sach.csv"), join(directory, "danh-sach.csv")];
  await writeFile(paths[1]!, "y");
  const { files } = await listFiles(paths.map((path) => ({ path, from: "setting" })));
  expect(files.map(({ name }) => name)).toEqual(paths);
  expect(files.every((file) => basename(file.path) === "danh-sach.csv" && file.named)).toBe(true);
});

test("a source that is not there is a problem that says where it was set", async () => {
  const { problems } = await listFiles([
    { path: join(directory, "a"), from: "setting" },
    { path: join(directory, "b"), from: "registered" },
  ]);
  expect(problems.map((problem) => problem.message)).toEqual([
    expect.stringMatching(/a: .*EXTRA_DOCUMENTS/),
    expect.stringMatching(/b: .*--remove/),
  ]);
});
