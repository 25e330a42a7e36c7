/** What went wrong with a command, in a sentence for who has started it. */
import { AppError } from "./errors.ts";

/** What the network refuses, by the setting it has to do with. */
const NETWORK: Readonly<Record<string, string>> = {
  EADDRINUSE: "Cổng đã có chương trình khác dùng; đổi PORT rồi chạy lại.",
  EADDRNOTAVAIL: "Máy này không có địa chỉ HOST đã đặt; đổi HOST rồi chạy lại.",
  ENOTFOUND: "Không tìm thấy địa chỉ HOST đã đặt; đổi HOST rồi chạy lại.",
};

/** What stands in the way of a file or a folder. */
const FILES: Readonly<Record<string, string>> = {
  EACCES: "không có quyền",
  EPERM: "không có quyền",
  EEXIST: "ở đó có một tệp, cần một thư mục",
  ENOTDIR: "ở đó có một tệp, cần một thư mục",
  EISDIR: "ở đó có một thư mục, cần một tệp",
  ENOENT: "không có tệp hoặc thư mục đó và không lập được",
  EROFS: "ổ đĩa chỉ cho đọc",
  ENOSPC: "ổ đĩa đã đầy",
  EDQUOT: "hết hạn mức ổ đĩa",
  ELOOP: "liên kết vòng",
  ENAMETOOLONG: "tên quá dài",
  EIO: "ổ đĩa có lỗi",
  EMFILE: "đã mở quá nhiều tệp cùng lúc (xem ulimit -n)",
};

/** Undefined of a fault of the program itself, whose stack is of use to who mends it. */
export function failureInWords(error: unknown): string | undefined {
  if (error instanceof AppError) return error.message;
  if (!(error instanceof Error)) return undefined;
  const { code = "", syscall = "", path } = error as NodeJS.ErrnoException;
  if (code.startsWith("ERR_PARSE_ARGS")) return usageInWords(code, error.message);
  if (code === "EACCES" && (syscall === "listen" || syscall === "bind"))
    return "Không được phép mở cổng này; đổi PORT rồi chạy lại.";
  if (path !== undefined && code in FILES)
    return `Không dùng được “${path}” (DATA_DIR hoặc đường dẫn đã nêu): ${FILES[code]}.`;
  return NETWORK[code] ?? (code === "ENOSPC" ? "Ổ đĩa đã đầy." : undefined);
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
