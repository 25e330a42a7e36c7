/** What SQLite and the system say of the store, as errors with a code, in words, with the way out. */
import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { AppError, StoreError } from "../../knowledge/errors.ts";
import type { PlainError } from "./database-calls.ts";

/** Less than this free, and a write that failed failed for want of space. */
const FULL_BYTES = 256 * 1024;

export const closedError = () => new StoreError("store_closed", "Kho hội thoại đã đóng.");

export const goneError = () =>
  new StoreError(
    "store_gone",
    "Tệp kho hội thoại đã bị xóa hoặc chuyển đi khi trợ lý đang chạy; trả tệp về chỗ cũ, hoặc khởi động lại trợ lý để lập kho mới.",
    { retryable: true },
  );

const WORDS = {
  store_full: "Ổ đĩa chứa kho hội thoại đã đầy; giải phóng chỗ trống, trợ lý tự làm việc tiếp.",
  store_busy: "Kho hội thoại đang bị chương trình khác giữ; đóng chương trình đó, trợ lý tự làm việc tiếp.",
  store_readonly:
    "Kho hội thoại chỉ cho đọc; cấp quyền ghi cho tệp, tệp -wal và thư mục chứa nó, và kiểm tra ổ đĩa có bị gắn ở chế độ chỉ đọc không.",
  store_damaged:
    "Kho hội thoại bị hỏng; dừng trợ lý, chuyển tệp cùng các tệp -wal, -shm đi nơi khác, rồi trả bản sao lưu về hoặc để trợ lý lập kho mới.",
  store_truncated:
    "Kho hội thoại bị cắt cụt, như khi chép dở; dừng trợ lý, chép lại bản đầy đủ, hoặc chuyển tệp đi để trợ lý lập kho mới.",
  store_foreign:
    "Tệp ở chỗ kho hội thoại là cơ sở dữ liệu của chương trình khác, trợ lý để nguyên; đổi DATA_DIR, hoặc chuyển tệp đó đi nơi khác.",
  store_newer:
    "Kho hội thoại do phiên bản mới hơn của chương trình tạo; chạy phiên bản đó, hoặc trả bản sao lưu cũ về.",
  store_path:
    "Không lập được tệp kho hội thoại ở đó; thư mục chứa phải có, ghi được, và không có thư mục nào mang tên tệp.",
  store_unavailable: "Kho hội thoại tạm thời không dùng được; xem mã lỗi trong nhật ký, kiểm tra ổ đĩa.",
} as const;
type StoreCode = keyof typeof WORDS;
const RETRYABLE: ReadonlySet<StoreCode> = new Set(["store_full", "store_busy", "store_unavailable"]);

/** `file` is named at the opening alone: later messages reach people who ask. */
export const storeError = (code: StoreCode, options: { file?: string | undefined; cause?: unknown } = {}) =>
  new StoreError(code, options.file ? `${WORDS[code]} (${options.file})` : WORDS[code], {
    cause: options.cause,
    retryable: RETRYABLE.has(code),
  });

/** An AppError stays as it is. */
export function toStoreError(error: unknown, file?: string, folder?: string): AppError {
  if (error instanceof AppError) return error;
  return storeError(codeFor(error, folder ?? (file && dirname(file))), { file, cause: error });
}

function codeFor(error: unknown, folder: string | undefined): StoreCode {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code === "ENOSPC" || code === "EDQUOT" || code === "SQLITE_FULL") return "store_full";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS" || code.startsWith("SQLITE_READONLY"))
    return "store_readonly";
  if (["EISDIR", "ENOENT", "ENOTDIR", "EEXIST"].includes(code)) return "store_path";
  // better-sqlite3's own check, before SQLite sees the path.
  if (error instanceof TypeError && message.includes("directory does not exist")) return "store_path";
  if (code.startsWith("SQLITE_IOERR")) return isFull(folder) ? "store_full" : "store_unavailable";
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) return "store_busy";
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") return "store_damaged";
  if (code.startsWith("SQLITE_CANTOPEN")) return isFull(folder) ? "store_full" : "store_path";
  return "store_unavailable";
}

export function isFull(folder: string | undefined): boolean {
  if (!folder || !existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < FULL_BYTES;
}

export function toPlainError(error: AppError): PlainError {
  const { code, message, retryable } = error;
  const cause = error.cause as { name?: string; code?: string; message?: string } | undefined;
  return {
    kind: error instanceof StoreError ? "StoreError" : "AppError",
    code,
    message,
    retryable,
    cause: [cause?.name, cause?.code, cause?.message].filter(Boolean).join(" "),
  };
}

export function fromPlainError({ kind, code, message, retryable, cause }: PlainError): AppError {
  const options = { retryable, ...(cause ? { cause: new Error(cause) } : {}) };
  return kind === "StoreError"
    ? new StoreError(code, message, options)
    : new AppError(code, message, options);
}
