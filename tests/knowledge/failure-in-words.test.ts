import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { describe, expect, test } from "vitest";
import { ConfigError } from "../../knowledge/errors.ts";
import { failureInWords } from "../../knowledge/failure-in-words.ts";

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

test("an error of the program's own says what it says", () => {
  expect(failureInWords(new ConfigError("Cài đặt sai", []))).toBe("Cài đặt sai");
});

describe("a wrong option is named in Vietnamese, as Node's parser finds it", () => {
  const options: ParseArgsConfig["options"] = { agency: { type: "string" }, json: { type: "boolean" } };
  test.each<[string[], string]>([
    [["--foo"], "Không có tùy chọn “--foo”."],
    [["-x"], "Không có tùy chọn “-x”."],
    [["--agency"], "Tùy chọn “--agency” cần một giá trị."],
    [["--agency", "--json"], "Tùy chọn “--agency” cần một giá trị."],
    [["--json=1"], "Tùy chọn “--json” không nhận giá trị."],
    [["xin"], "Không hiểu “xin”: lệnh này chỉ nhận các tùy chọn bắt đầu bằng “--”."],
  ])("%j", (args, sentence) => {
    expect(failureInWords(thrown(() => parseArgs({ args, options })))).toBe(sentence);
  });
});

describe("what the system refuses is said by the setting it has to do with", () => {
  test("a port that another program has", async () => {
    const [one, other] = [createServer(), createServer()];
    one.listen(0, "127.0.0.1");
    await once(one, "listening");
    other.listen((one.address() as AddressInfo).port, "127.0.0.1");
    const [error] = (await once(other, "error").catch((failure: unknown) => [failure])) as [unknown];
    one.close();
    expect(failureInWords(error)).toMatch(/PORT/);
  });

  test("a folder that is a file, or can't be made, is named with the reason", async () => {
    const directory = mkdtempSync(join(tmpdir(), "tro-ly-so-words-"));
    const file = join(directory, "file");
    writeFileSync(file, "");
    const saidOf = async (work: Promise<unknown>) =>
      failureInWords(await work.catch((error: unknown) => error));
    for (const path of [file, join(file, "inside")])
      expect(await saidOf(mkdir(path, { recursive: true }))).toBe(
        `Không dùng được “${path}” (DATA_DIR hoặc đường dẫn đã nêu): ở đó có một tệp, cần một thư mục.`,
      );
    expect(await saidOf(writeFile(directory, "x"))).toContain(`“${directory}”`);
    expect(await saidOf(writeFile(join(directory, "none", "x"), "x"))).toContain("không lập được");
    rmSync(directory, { recursive: true });
  });

  test("no right: to the port, or to a path, which is named", () => {
    const refused = (syscall: string, path?: string) =>
      failureInWords(Object.assign(new Error("x"), { code: "EACCES", syscall, ...(path ? { path } : {}) }));
    expect(refused("listen")).toMatch(/PORT/);
    expect(refused("mkdir", "/srv/data")).toMatch(/“\/srv\/data”.*không có quyền/);
  });
});

test("a fault of the program itself has no sentence, so that its stack is shown", () => {
  for (const error of [
    new TypeError("x is undefined"),
    Object.assign(new Error("x"), { code: "EWHAT" }),
    "text",
    null,
  ])
    expect(failureInWords(error)).toBeUndefined();
});
