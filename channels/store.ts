/** npm run store [-- --purge] [--compact] [--json]
 *  How the stored conversations fare: size, disk, queues, clock. --purge deletes what is older than RETENTION_DAYS also
 *  when that is more than usual, after a person has looked at the clock; --compact writes the file anew without gaps (stop
 *  the program first). Exit status: 0, or 1 when the store can't be used. */
import "../knowledge/node-version.cjs";
import { parseArgs } from "node:util";
import type { StateStore } from "../bot/state/store.ts";
import { loadConfig } from "../config.ts";
import { loadEnvFile } from "../knowledge/env-file.ts";
import { purgeOld } from "./open-store.ts";
import { run, withStore } from "./operator.ts";

const MIB = 1024 * 1024;
const inMib = (bytes: number | null) => (bytes === null ? "không rõ" : `${(bytes / MIB).toFixed(1)} MB`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      purge: { type: "boolean", default: false },
      compact: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  loadEnvFile(process.env);
  const config = loadConfig(process.env);
  await withStore(config, "Chưa có cuộc trò chuyện nào.", async (store) => {
    if (values.purge) {
      await purgeOld(store, Date.now(), config.RETENTION_DAYS, true);
      console.log(`Đã xóa những gì quá ${config.RETENTION_DAYS} ngày.`);
    }
    if (values.compact) {
      await store.compact();
      console.log("Đã viết lại tệp kho hội thoại cho gọn.");
    }
    await tell(store, values.json);
  });
}

async function tell(store: StateStore, json: boolean): Promise<void> {
  const status = await store.status();
  if (!status.usable) process.exitCode = 1;
  if (json) {
    console.log(JSON.stringify(status, null, 2));
    return;
  }
  console.log(`Kho hội thoại: ${inMib(status.sizeBytes)}; ổ đĩa còn trống ${inMib(status.freeDiskBytes)}.`);
  if (status.erased?.lastDay)
    console.log(
      `Đã xóa theo yêu cầu ${status.erased.count} cuộc trò chuyện, lần gần nhất ngày ${status.erased.lastDay}.`,
    );
  for (const { message } of status.problems) console.log(message);
  if (status.problems.length === 0) console.log("Không có gì cần xử lý.");
}

void run(main);
