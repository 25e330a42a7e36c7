import type { PurgeRefusal } from "./store.ts";

/** For the log of the console and for readiness, with what to do. */
export function refusalInWords({ reason, count }: PurgeRefusal): string {
  const why =
    reason === "clock_ahead"
      ? "đồng hồ của máy chạy quá xa so với lần xóa hoặc lần hỏi gần nhất"
      : "đó là phần lớn bất thường của kho";
  return `Chưa xóa ${count} cuộc trò chuyện quá hạn vì ${why}; kiểm tra ngày giờ của máy và RETENTION_DAYS, nếu đúng thì chạy npm run store -- --purge.`;
}
