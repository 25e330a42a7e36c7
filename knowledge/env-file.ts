/** The file of settings, `.env`: one setting a line, NAME=value, as other programs read it too. */
import { readFileSync } from "node:fs";
// Not by name: an older Node would refuse the import before it can be told that it is too old.
import util from "node:util";
import { ConfigError } from "./errors.ts";

const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/;
const BLANK_OR_COMMENT = /^\s*(?:#|$)/;

/** Puts the file's settings into `environment` where that has none of the name; without a file it does nothing. Returns
 *  the names that stand in it more than once, of which the last value counts. Throws ConfigError, which says why the file
 *  can't be read or which lines can't, never what they hold. */
export function loadEnvFile(environment: NodeJS.ProcessEnv, file = ".env"): string[] {
  const text = readText(file);
  if (text === undefined) return [];
  const { values, repeated } = parse(text, file);
  for (const [name, value] of values) environment[name] ??= value;
  return repeated;
}

/** Each line stands for itself, so that a wrong one never takes its neighbours along; Node's parser takes quotes and
 *  comments off it. Given a whole file, its versions differ in what they make of a line without "=". */
function parse(text: string, file: string) {
  const values = new Map<string, string>();
  const repeated = new Set<string>();
  const wrong: number[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (BLANK_OR_COMMENT.test(line)) continue;
    const [, name, rest] = ASSIGNMENT.exec(line) ?? [];
    const value = name && util.parseEnv(`${name}=${rest}`)[name];
    if (!name || value === undefined || isUnclosed(rest!, value)) wrong.push(index + 1);
    else {
      if (values.has(name)) repeated.add(name);
      values.set(name, value);
    }
  }
  if (wrong.length > 0)
    throw new ConfigError(
      `Không hiểu tệp ${file}, dòng ${wrong.join(", ")}: mỗi dòng phải có dạng TÊN=giá trị, dấu nháy mở thì phải đóng.`,
      [],
    );
  return { values, repeated: [...repeated] };
}

const isUnclosed = (rest: string, value: string): boolean => {
  const quote = /^["'`]/.exec(rest.trimStart())?.[0];
  return quote !== undefined && value.startsWith(quote);
};

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: "đó là một thư mục",
  EACCES: "không có quyền đọc",
  EPERM: "không có quyền đọc",
  ELOOP: "liên kết vòng",
};

function readText(file: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw new ConfigError(`Không đọc được tệp ${file}: ${REASONS[code] ?? `lỗi ${code}`}.`, []);
  }
  try {
    // Editors of Windows mark UTF-8 and write UTF-16; the decoder takes the mark off.
    const [first, second] = bytes;
    const isUtf16 = first === 0xff && second === 0xfe;
    return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigError(`Tệp ${file} không phải là văn bản UTF-8; hãy lưu lại bằng mã UTF-8.`, []);
  }
}
