import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadEnvFile } from "../../knowledge/env-file.ts";
import { ConfigError } from "../../knowledge/errors.ts";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "tro-ly-so-env-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let count = 0;
function fileOf(content: string | Buffer): string {
  const file = join(directory, `${count++}.env`);
  writeFileSync(file, content);
  return file;
}

function read(content: string | Buffer, given: Record<string, string> = {}) {
  const environment = { ...given };
  const repeated = loadEnvFile(environment, fileOf(content));
  return { environment, repeated };
}

function refusal(file: string): ConfigError {
  try {
    loadEnvFile({}, file);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return error as ConfigError;
  }
  throw new Error("the file was taken");
}

describe("what is written", () => {
  test.each<[string, string, Record<string, string>]>([
    ["plain lines", "PORT=8080\nHOST=::1\n", { PORT: "8080", HOST: "::1" }],
    ["a mark of UTF-8 at the head", "\uFEFFPORT=8080\nHOST=::1", { PORT: "8080", HOST: "::1" }],
    ["lines of Windows", "PORT=8080\r\nHOST=::1\r\n", { PORT: "8080", HOST: "::1" }],
    ["lines of an old Mac", "PORT=8080\rHOST=::1\r", { PORT: "8080", HOST: "::1" }],
    ["mark and lines of Windows", "\uFEFFPORT=8080\r\nHOST=::1\r\n", { PORT: "8080", HOST: "::1" }],
    ["export", "export PORT=8080\nexport  HOST=::1", { PORT: "8080", HOST: "::1" }],
    ["blanks about the sign", "  PORT = 8080  \n", { PORT: "8080" }],
    [
      "double quotes",
      'HANDOFF_CONTACT="Phòng 1, tầng 2 # trái"',
      { HANDOFF_CONTACT: "Phòng 1, tầng 2 # trái" },
    ],
    ["single quotes", "ZALO_APP_SECRET='a#b\"c'", { ZALO_APP_SECRET: 'a#b"c' }],
    ["quotes keep blanks", 'EMBEDDINGS_QUERY_PREFIX="query: "', { EMBEDDINGS_QUERY_PREFIX: "query: " }],
    ["a comment behind a value", "PORT=8080 # cổng\nHOST='::1' # máy", { PORT: "8080", HOST: "::1" }],
    ["comments and empty lines", "# PORT=1\n\n   # x\nPORT=2\n#", { PORT: "2" }],
    ["an equals sign in a value", "LLM_API_KEY=a=b==", { LLM_API_KEY: "a=b==" }],
    ["an apostrophe inside", "VOICE_HOTLINE_NAME=tổng đài it's", { VOICE_HOTLINE_NAME: "tổng đài it's" }],
    ["an empty value", "LLM_URL=\nPORT=1", { LLM_URL: "", PORT: "1" }],
    ["names that are no settings", "PATH_OF_OTHERS=x", { PATH_OF_OTHERS: "x" }],
    ["an empty file", "", {}],
  ])("%s", (_name, text, expected) => {
    expect(read(text)).toEqual({ environment: expected, repeated: [] });
  });

  test("UTF-16, as a Windows editor's “Unicode” writes it", () => {
    const text = Buffer.from("\uFEFFHANDOFF_CONTACT=Bộ phận một cửa\r\nPORT=1\r\n", "utf16le");
    expect(read(text).environment).toEqual({ HANDOFF_CONTACT: "Bộ phận một cửa", PORT: "1" });
  });
});

test("the environment goes before the file, an empty variable too", () => {
  const { environment } = read("PORT=1\nHOST=::1\nLOG_LEVEL=warn", { PORT: "2", HOST: "" });
  expect(environment).toEqual({ PORT: "2", HOST: "", LOG_LEVEL: "warn" });
});

test("of a name that stands twice the last value counts, and the name is told", () => {
  expect(read("PORT=1\nHOST=::1\nPORT=3\nPORT=4")).toEqual({
    environment: { PORT: "4", HOST: "::1" },
    repeated: ["PORT"],
  });
});

test("no file, no settings", () => {
  const environment = {};
  expect(loadEnvFile(environment, join(directory, "none.env"))).toEqual([]);
  expect(environment).toEqual({});
});

describe("a line that can't be read is named by its number and takes no other along", () => {
  test.each<[string, string, string]>([
    ["no sign", "PORT=1\nTRUST_PROXY\nHOST=::1", "dòng 2:"],
    ["a quote left open", 'A=1\nLLM_API_KEY="s3cret\nHOST=::1', "dòng 2:"],
    ["a single quote left open", "LLM_API_KEY='s3cret", "dòng 1:"],
    ["a name of two words", "RATE LIMIT=3\n", "dòng 1:"],
    ["no name", "=s3cret\n", "dòng 1:"],
    ["a colon", "PORT: 8080", "dòng 1:"],
    ["several", "\uFEFFPORT\r\n# ok\r\nHOST\r\n", "dòng 1, 3:"],
  ])("%s", (_name, text, place) => {
    const { message } = refusal(fileOf(text));
    expect(message).toContain(place);
    expect(message).not.toContain("s3cret");
  });
});

describe("a file that can't be read is named with the reason", () => {
  test("a folder", () => {
    const file = join(directory, "folder.env");
    mkdirSync(file);
    expect(refusal(file).message).toBe(`Không đọc được tệp ${file}: đó là một thư mục.`);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")("no permission", () => {
    const file = fileOf("PORT=1");
    chmodSync(file, 0o000);
    expect(refusal(file).message).toBe(`Không đọc được tệp ${file}: không có quyền đọc.`);
  });

  test("a link to itself", () => {
    const file = join(directory, "loop.env");
    symlinkSync(file, file);
    expect(refusal(file).message).toBe(`Không đọc được tệp ${file}: liên kết vòng.`);
  });

  test("an old code page", () => {
    const message = refusal(fileOf(Buffer.from([0x41, 0x3d, 0xd0, 0x20, 0xff]))).message;
    expect(message).toContain("UTF-8");
  });
});
