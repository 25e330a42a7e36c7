/** What went wrong with a command, in a sentence for who has started it. */
import { AppError } from "./errors.ts";

/** Codes of the operating system that have to do with the settings. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EADDRINUSE: "Cổng đã có chương trình khác dùng; đổi PORT rồi chạy lại.",
  EADDRNOTAVAIL: "Máy này không có địa chỉ HOST đã đặt; đổi HOST rồi chạy lại.",
  ENOTFOUND: "Không tìm thấy địa chỉ HOST đã đặt; đổi HOST rồi chạy lại.",
  EEXIST: "DATA_DIR không phải là thư mục; đổi DATA_DIR rồi chạy lại.",
  ENOTDIR: "DATA_DIR không phải là thư mục; đổi DATA_DIR rồi chạy lại.",
  EROFS: "Không ghi được vào DATA_DIR; đổi DATA_DIR rồi chạy lại.",
  ENOSPC: "Ổ đĩa chứa DATA_DIR đã đầy.",
};

/** By what the system refused to do: "listen" on a port, or something with a file. */
const NOT_PERMITTED: Readonly<Record<string, string>> = {
  listen: "Không được phép mở cổng này; đổi PORT rồi chạy lại.",
  bind: "Không được phép mở cổng này; đổi PORT rồi chạy lại.",
};

/** Undefined of a fault of the program itself, whose stack is of use to who mends it. */
export function failureInWords(error: unknown): string | undefined {
  if (error instanceof AppError) return error.message;
  if (!(error instanceof Error)) return undefined;
  const { code = "", syscall = "", path } = error as NodeJS.ErrnoException;
  if (code.startsWith("ERR_PARSE_ARGS")) return usageInWords(code, error.message);
  if (code === "EACCES" || code === "EPERM")
    return (
      NOT_PERMITTED[syscall] ??
      `Không được phép dùng ${path ?? "thư mục dữ liệu"}; cấp quyền hoặc đổi DATA_DIR.`
    );
  return SYSTEM_ERRORS[code];
}

/** Node says it in English; the option is quoted there. */
function usageInWords(code: string, message: string): string {
  const quoted = /'([^']*)'/.exec(message)?.[1]?.replace(/ <value>$/, "") ?? "";
  switch (code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return `Không có tùy chọn “${quoted}”.`;
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return `Không hiểu “${quoted}”: lệnh này chỉ nhận các tùy chọn bắt đầu bằng “--”.`;
    default:
      return /does not take/.test(message)
        ? `Tùy chọn “${quoted}” không nhận giá trị.`
        : `Tùy chọn “${quoted}” cần một giá trị.`;
  }
}
