/** What /readyz looks at beside the knowledge base and the store: the disk and the clock. */
import { statfs } from "node:fs/promises";
import type { ProbeResult, ReadinessProbe } from "./readiness.ts";

const WELL: ProbeResult = { ok: true, code: "ok", detail: "" };
const MB = 1024 * 1024;
/** Below this nothing can be kept. */
const FULL_BYTES = 2 * MB;
/** Below this somebody should make room. */
const LOW_BYTES = 200 * MB;
const MINUTE_MS = 60_000;
const STEP_MS = 2 * MINUTE_MS;

/** Room for the data folder. */
export function diskProbe(
  folder: string,
  freeBytes: (folder: string) => Promise<number> = freeBytesOf,
): ReadinessProbe {
  return {
    name: "disk",
    async check() {
      let free: number;
      try {
        free = await freeBytes(folder);
      } catch {
        return { ok: false, code: "disk_gone", detail: "Không còn thấy thư mục dữ liệu (DATA_DIR)." };
      }
      const left = `${Math.floor(free / MB)} MB`;
      if (free < FULL_BYTES)
        return { ok: false, code: "disk_full", detail: `Ổ đĩa chứa DATA_DIR đã đầy (còn ${left}).` };
      if (free < LOW_BYTES)
        return { ok: true, code: "disk_low", detail: `Ổ đĩa chứa DATA_DIR sắp đầy (còn ${left}).` };
      return WELL;
    },
  };
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

export interface ClockOptions {
  /** When the knowledge base that serves was built; undefined while there is none. */
  builtAt: () => Date | undefined;
  now?: () => number;
  /** Milliseconds by a clock that nobody sets. */
  uptime?: () => number;
}

/** A clock that stands before the day on which the knowledge base was built is wrong, and with it every "năm nay" and
 *  "quá hạn". One that was set while the program runs is only told: it may have been put right. */
export function clockProbe({
  builtAt,
  now = Date.now,
  uptime = () => performance.now(),
}: ClockOptions): ReadinessProbe {
  const startedAt = now() - uptime();
  return {
    name: "clock",
    async check() {
      const built = builtAt()?.getTime();
      if (built !== undefined && now() < built - STEP_MS)
        return {
          ok: false,
          code: "clock_behind",
          detail: "Đồng hồ máy chủ chậm hơn ngày lập kho tri thức; cần chỉnh lại giờ hệ thống.",
        };
      const offMinutes = Math.round((now() - uptime() - startedAt) / MINUTE_MS);
      if (Math.abs(offMinutes) * MINUTE_MS < STEP_MS) return WELL;
      const way = offMinutes > 0 ? "tiến" : "lùi";
      return {
        ok: true,
        code: "clock_moved",
        detail: `Đồng hồ máy chủ đã ${way} ${Math.abs(offMinutes)} phút kể từ khi chương trình chạy.`,
      };
    },
  };
}

export interface QueueAgeOptions {
  /** When the oldest thing that should have been worked on by now came; undefined when nothing waits. */
  oldest: () => Promise<number | undefined>;
  now?: () => number;
}

const LATE_MS = 15 * MINUTE_MS;

/** Messages that wait too long are told of, but don't take the program out of service: the other doors are open, and the
 *  platform that doesn't answer would not come back by it. */
export function queueAgeProbe({ oldest, now = Date.now }: QueueAgeOptions): ReadinessProbe {
  return {
    name: "queues",
    async check() {
      const since = await oldest();
      const minutes = since === undefined ? 0 : Math.floor((now() - since) / MINUTE_MS);
      if (minutes * MINUTE_MS < LATE_MS) return WELL;
      return {
        ok: true,
        code: "queue_late",
        detail: `Có tin của kênh nhắn tin chờ xử lý đã ${minutes} phút; xem npm run mail.`,
      };
    },
  };
}
