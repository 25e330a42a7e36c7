/** Packages with a part that is compiled for one Node and one machine: what to do when that part doesn't load. */
import { AppError } from "./errors.ts";

/** They are mended together, since what breaks one breaks the other as a rule. */
export const REBUILD_COMMAND = "npm rebuild better-sqlite3 hnswlib-node";

/** Of a package's loader: built for another Node or another machine, never built, or not there at all. */
export function isNativeLoadFailure(error: unknown): boolean {
  const { code, tries } = (error ?? {}) as { code?: unknown; tries?: unknown };
  // "tries" is what the package "bindings" leaves on its error when it finds no compiled file.
  return code === "ERR_DLOPEN_FAILED" || code === "MODULE_NOT_FOUND" || Array.isArray(tries);
}

/** AppError "native_module_unusable", which names the command that mends it. */
export const nativeModuleError = (name: string, cause: unknown): AppError =>
  new AppError("native_module_unusable", nativeModuleMessage(name), { cause });

export const nativeModuleMessage = (name: string): string =>
  `Không nạp được thư viện ${name} trên Node ${process.versions.node}, thường vì Node đã được đổi bản sau khi cài chương trình. Hãy chạy “${REBUILD_COMMAND}” bằng chính bản Node này rồi khởi động lại; dữ liệu không bị ảnh hưởng.`;
