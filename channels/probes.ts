/** What /readyz looks at beside the knowledge base: the store, the disk and the clock. */
import { statfs } from "node:fs/promises";
import type { StateStore } from "../bot/state/store.ts";
import type { ProbeResult, ReadinessProbe } from "./readiness.ts";

const WELL: ProbeResult = { ok: true, code: "ok", detail: "" };
const MB = 1024 * 1024;
/** Below this nothing can be kept. */
const FULL_BYTES = 2 * MB;
const MINUTE_MS = 60_000;
const STEP_MS = 2 * MINUTE_MS;

/** The store's own look at its file, disk, queues and clock. Messages that wait too long are told of, but don't take the
 *  program out of service: the other doors are open, and the platform that doesn't answer would not come back by it. */
export function storeProbe(store: Pick<StateStore, "status">): ReadinessProbe {
  return {
    name: "store",
    async check() {
      const { usable, problems } = await store.status();
      if (problems.length === 0) return WELL;
      const [worst] = problems.filter(({ severity }) => usable || severity === "error");
      return { ok: usable, code: worst!.code, detail: problems.map(({ message }) => message).join(" ") };
    },
  };
}

/** Room for the data folder; that it is getting scarce is the store's to say. */
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
