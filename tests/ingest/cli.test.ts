/** The command as people run it: a process of its own, over a copy of the program whose documents may be damaged. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

// Every test starts processes; a shared machine may take its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TSX = join(ROOT, "node_modules/tsx/dist/cli.mjs");
const DOCUMENTS = "ingest/documents";
const BIRTH = `${DOCUMENTS}/procedures/ho-tich/1.001193.json`;

let directory: string;
let program: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tro-ly-so-cli-"));
  program = join(directory, "program");
  for (const part of ["config.ts", "package.json", "tsconfig.json", "bot", "channels", "ingest", "knowledge"])
    await cp(join(ROOT, part), join(program, part), { recursive: true });
  // One procedure is enough to tell what is left out.
  const birth = await readFile(join(program, BIRTH), "utf8");
  await rm(join(program, DOCUMENTS, "procedures"), { recursive: true });
  await mkdir(dirname(join(program, BIRTH)), { recursive: true });
  await writeFile(join(program, BIRTH), birth);
  await symlink(join(ROOT, "node_modules"), join(program, "node_modules"), "dir");
});
afterAll(() => rm(directory, { recursive: true, force: true }));

interface Outcome {
  status: number | null;
  out: string;
  err: string;
}

const runIngest = (data: string, ...options: string[]) => runIngestWith({}, data, ...options);

function runIngestWith(
  environment: Record<string, string>,
  data: string,
  ...options: string[]
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [TSX, "ingest/cli.ts", ...options],
      { cwd: program, env: { PATH: process.env.PATH, DATA_DIR: join(directory, data), ...environment } },
      (_error, out, err) => resolve({ status: child.exitCode, out, err }),
    );
  });
}

const current = (data: string) => readFile(join(directory, data, "knowledge/current"), "utf8");

describe("npm run ingest", () => {
  test("ends with 0 when it has built, or had nothing to build", async () => {
    const built = await runIngest("sound");
    expect(built.status).toBe(0);
    expect(built.err).not.toContain("Bỏ qua");
    expect(built.out).toMatch(/^Đã lập kho tri thức 0001-[0-9a-f]{8} trong \d+,\d giây\.\n/);
    expect(built.out).toContain("67 nhiệm vụ, 8 nhóm, 30 mục tiêu");

    const again = await runIngest("sound");
    expect(again.status).toBe(0);
    expect(again.out).toMatch(/^Nguồn không đổi, giữ kho tri thức 0001-/);
    expect(again.out.split("\n")[1]).toBe(built.out.split("\n")[1]);
  });

  test("ends with 1 and one line for a person when it is called wrongly", async () => {
    const wrong = await runIngest("never", "--verbose");
    expect(wrong.status).toBe(1);
    expect(wrong.err).toContain("--verbose");
    expect(wrong.err).not.toMatch(/^\s+at /m);
    await expect(readdir(join(directory, "never"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("a bad document ends it with 1, and with 2 when it goes on without it", async () => {
    const sound = await readFile(join(program, BIRTH), "utf8");
    await writeFile(join(program, BIRTH), sound.replace('"verifiedOn": "', '"verifiedOn": "ngày '));
    try {
      const refused = await runIngest("bad");
      expect(refused).toMatchObject({ status: 1, out: "" });
      expect(refused.err).toContain("Không lập kho tri thức mới; bản cũ (nếu có) vẫn được dùng.");
      expect(refused.err).toContain("procedures/ho-tich/1.001193.json (verifiedOn): ngày phải có dạng");
      expect(refused.err).not.toMatch(/^\s+at /m);
      await expect(current("bad")).rejects.toMatchObject({ code: "ENOENT" });

      const partial = await runIngest("bad", "--keep-going");
      expect(partial.status).toBe(2);
      expect(partial.err).toContain("Bỏ qua: procedures/ho-tich/1.001193.json (verifiedOn)");
      expect(await current("bad")).toMatch(/^0001-/);
    } finally {
      await writeFile(join(program, BIRTH), sound);
    }
  });
});

describe("sources of the office", () => {
  const HEADER = "Mã số;Tên thủ tục hành chính;Cơ quan thực hiện;Thời hạn giải quyết";
  let office: string;
  const putList = (...rows: string[]) =>
    writeFile(join(office, "danh-sach.csv"), [HEADER, ...rows].join("\n"));
  beforeAll(async () => {
    office = join(directory, "van-phong");
    await mkdir(office);
    await putList("9.990001;Cấp thẻ;Thư viện;3 ngày", "9.990002-Xoa;Thủ tục đã bỏ;Thư viện;");
  });

  test("are added, listed, compared, gone back from, and taken out", async () => {
    const added = await runIngest("office", "--add", office);
    expect(added).toMatchObject({ status: 0, err: "" });
    expect(added.out).toContain(`Đã thêm nguồn ${office}.`);
    expect(added.out).toContain("Nguồn bổ sung: 1 tệp, đọc mới 1, không đổi 0; không dùng 1 mục");
    expect(JSON.parse(await readFile(join(directory, "office/sources.json"), "utf8"))).toEqual({
      sources: [{ path: office }],
    });

    const list = await runIngest("office", "--list");
    expect(list).toMatchObject({ status: 0, err: "" });
    expect(list.out).toContain(`${office} (--add): 1 tệp, 1 thủ tục, 0 đoạn`);
    expect(list.out).toContain("  van-phong/danh-sach.csv: 1 thủ tục, 0 đoạn, không dùng 1");
    expect(list.out).toContain("    không dùng (hàng 3): mã 9.990002-Xoa mang dấu hiệu đã hủy");

    expect((await runIngest("office", "--diff")).out).toContain("Chưa có hai bản để so.");
    await putList("9.990001;Cấp thẻ;Thư viện;5 ngày", "9.990003;Đổi thẻ;Thư viện;1 ngày");
    expect((await runIngest("office")).status).toBe(0);
    const diff = await runIngest("office", "--diff");
    expect(diff.out).toContain("Từ bản 1 đến bản 2: thêm 1, bỏ 0, sửa 1.");
    expect(diff.out).toContain("thủ tục 9.990003 Đổi thẻ: thêm\n");
    expect(diff.out).toContain("thủ tục 9.990001 Cấp thẻ: sửa thời hạn giải quyết\n");
    expect((await runIngest("office", "--diff", "2", "1")).out).toContain("thêm 0, bỏ 1, sửa 1");

    const back = await runIngest("office", "--rollback", "1");
    expect(back).toMatchObject({ status: 0, err: "" });
    expect(await current("office")).toMatch(/^0001-/);
    expect((await runIngest("office")).out).toMatch(/^Nguồn không đổi, giữ kho tri thức 0001-/);

    const removed = await runIngest("office", "--remove", office);
    expect(removed.status).toBe(0);
    expect(removed.out).toContain(`Đã bỏ nguồn ${office}.`);
    expect(await current("office")).toMatch(/^0003-/);
    expect((await runIngest("office", "--list")).out).toContain("Chưa thêm nguồn nào.");
  });

  test("are looked at before they are taken in; what cannot be taken in is not kept", {
    timeout: 240_000,
  }, async () => {
    const plan = join(directory, "phan-cong.csv");
    await cp(join(ROOT, "tests/fixtures/documents/phan-cong.csv.sample"), plan);
    const seen = await runIngest("seen", "--preview", plan);
    expect(seen).toMatchObject({ status: 0, err: "" });
    expect(seen.out).toContain("1 kế hoạch, 3 nhiệm vụ, 2 nhóm");
    expect(seen.out).toContain("3 cơ quan chưa có trong danh mục");
    expect(seen.out).toContain("Cần xem lại (hàng 6): không hiểu thời gian “khi có kinh phí”");
    expect(seen.out).toContain("Quý II, quý IV/2027 → 01/04/2027 – 30/06/2027; 01/10/2027 – 31/12/2027");
    const page = await readFile(join(directory, "seen/preview/phan-cong.csv.html"), "utf8");
    expect(page).toContain("<td>Đưa xe sách về các thôn</td>");
    expect(await readdir(join(directory, "seen"))).toEqual(["preview"]);

    const taken = await runIngest("seen", "--preview", plan, "--confirm");
    expect(taken).toMatchObject({ status: 0, err: "" });
    expect((await runIngest("seen", "--list")).out).toContain("  phan-cong.csv: 0 thủ tục, 3 nhiệm vụ, ");

    const refused = join(directory, "hinh.png");
    await writeFile(refused, Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]));
    const failed = await runIngest("seen", "--add", refused);
    expect(failed.status).toBe(1);
    expect(failed.err).toContain(`Không thêm nguồn ${refused}.`);
    expect(await readFile(join(directory, "seen/sources.json"), "utf8")).not.toContain("hinh.png");
  });

  test("come from EXTRA_DOCUMENTS too; a path that is not there ends it with 1 and its name", async () => {
    const missing = join(directory, "khong-co.xlsx");
    const refused = await runIngestWith({ EXTRA_DOCUMENTS: `${office},${missing}` }, "setting");
    expect(refused).toMatchObject({ status: 1, out: "" });
    expect(refused.err).toContain(`${missing}: không có tệp hoặc thư mục này (cài đặt EXTRA_DOCUMENTS)`);
    const built = await runIngestWith({ EXTRA_DOCUMENTS: office }, "setting");
    expect(built.status).toBe(0);
    expect(built.out).toContain("Nguồn bổ sung: 1 tệp");
  });

  test.each([
    [["--add", "khong-co.csv"], "khong-co.csv: không có tệp hoặc thư mục này"],
    [["--rollback", "9"], "Không có bản 9; đang giữ: "],
    [["--rollback", "mới"], "“mới” không phải số bản"],
    [["--diff", "1"], "--diff cần hai số bản"],
    [["khong-co.csv"], "thêm nguồn bằng --add"],
  ])("%j ends with 1 and one line for a person", async (options, message) => {
    const wrong = await runIngest("sound", ...options);
    expect(wrong).toMatchObject({ status: 1, out: "" });
    expect(wrong.err).toContain(message);
    expect(wrong.err).not.toMatch(/^\s+at /m);
  });
});
