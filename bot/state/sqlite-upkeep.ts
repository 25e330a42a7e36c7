/** What keeps the store in order: old conversations go, and what a person should know of is told. Operations, as the
 *  thread of the databases runs them. */
import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { utcDay } from "../../knowledge/calendar.ts";
import type { SqliteDatabase } from "../../knowledge/sqlite/database.ts";
import { alone, erase, type Health, read, report, scrub, write } from "./database-calls.ts";
import { DAY_MS } from "./erasures.ts";
import { refusalInWords } from "./purge-refusal.ts";
import type { PurgeJob, PurgeRefusal, StoreProblem, StoreStatus } from "./store.ts";
import { pack } from "./turn-packing.ts";

export interface UpkeepSettings {
  /** Warns above this size; 0 sets no limit. */
  quotaBytes: number;
  /** Warns when less of the disk is free. */
  lowDiskBytes: number;
}

const MINUTE_MS = 60_000;
/** A program that purges every day and was stopped over the holidays is not yet a wrong clock. */
const LONGEST_GAP_MS = 7 * DAY_MS;
/** Fewer are no "large share". */
const FEW = 20;
const LARGE_SHARE = 0.25;
/** How long beyond the texts themselves it is known that an id was deleted. */
const ERASED_MARGIN_DAYS = 7;
const LONG_WAIT_MS = 10 * MINUTE_MS;
const LOCKED_MS = 2000;
const CLOCK_BEHIND_MS = 5 * MINUTE_MS;
/** The answer of PRAGMA auto_vacuum. */
const INCREMENTAL = 2;
const REFUSED = "purge_refused";
const PURGED_AT = "purged_at";

const OLD = `updated_at < @before
  AND NOT EXISTS (SELECT 1 FROM handoff WHERE conversation_id = conversation.id AND state = 'open')`;

export function upkeepOperations(database: SqliteDatabase, settings: UpkeepSettings) {
  const number = (sql: string) => database.prepare<unknown[], number | null>(sql).pluck();
  const countOld = number(`SELECT count(*) FROM conversation WHERE ${OLD}`);
  const countAll = number("SELECT count(*) FROM conversation");
  const newest = number("SELECT max(updated_at) FROM conversation");
  const purge = database.prepare<[{ before: number; limit: number }]>(
    `DELETE FROM conversation WHERE id IN (SELECT id FROM conversation WHERE ${OLD} LIMIT @limit)`,
  );
  const purgeErased = database.prepare<[number]>("DELETE FROM erased WHERE day < ?");
  const note = database.prepare<[string], string | number>("SELECT value FROM note WHERE name = ?").pluck();
  const setNote = database.prepare<[string, string | number]>("INSERT OR REPLACE INTO note VALUES (?, ?)");
  const removeNote = database.prepare<[string]>("DELETE FROM note WHERE name = ?");
  const oldestEvent = number("SELECT min(received_at) FROM inbox WHERE state = 'waiting'");
  const oldestMessage = number("SELECT min(created_at) FROM outbox WHERE state = 'waiting'");
  const freePages = number("PRAGMA freelist_count");
  const erased = database.prepare<[], { count: number; last: number | null }>(
    "SELECT count(*) AS count, max(day) AS last FROM erased",
  );
  const unpacked = database.prepare<[number], { message_id: string; response: string }>(
    "SELECT message_id, response FROM turn WHERE packed IS NULL LIMIT ?",
  );
  const setPacked = database.prepare<[Buffer, string]>(
    "UPDATE turn SET packed = ?, response = '' WHERE message_id = ?",
  );

  /** Made before room was given back and what is deleted was overwritten. */
  const isOfBefore = () => database.pragma("auto_vacuum", { simple: true }) !== INCREMENTAL;

  /** When the program last purged; before the first time, when somebody last asked. */
  const lastSure = (): number | null => (note.get(PURGED_AT) as number | undefined) ?? newest.get() ?? null;

  function refusalOf({ now, before, evenIfUnusual }: PurgeJob): PurgeRefusal | null {
    const count = countOld.get({ before })!;
    if (count === 0 || evenIfUnusual) return null;
    const gapMs = Math.max(0, now - (lastSure() ?? now));
    if (gapMs > LONGEST_GAP_MS) return { reason: "clock_ahead", count };
    const usual = gapMs / (now - before + gapMs);
    const isLarge = count > FEW && count / countAll.get()! > Math.max(LARGE_SHARE, 2 * usual);
    return isLarge ? { reason: "large_share", count } : null;
  }

  return {
    /** Null: it may be done, and is noted as done at this moment. */
    mayPurge: write((job: PurgeJob): PurgeRefusal | null => {
      const refusal = refusalOf(job);
      if (refusal) setNote.run(REFUSED, JSON.stringify(refusal));
      else {
        removeNote.run(REFUSED);
        setNote.run(PURGED_AT, job.now);
        purgeErased.run(Math.floor(job.before / DAY_MS) - ERASED_MARGIN_DAYS);
      }
      return refusal;
    }),
    /** At most so many; returns how many conversations went. */
    purgeStep: erase((before: number, limit: number): number => purge.run({ before, limit }).changes),
    /** Replies that an earlier version kept as they were, at most so many; returns how many. */
    repackStep: scrub((limit: number): number => {
      const rows = unpacked.all(limit);
      for (const row of rows) setPacked.run(pack(row.response), row.message_id);
      return rows.length;
    }),
    /** Gives room back to the disk, a little at a time. False when there is none to give. */
    shrinkStep: write((pages: number): boolean => {
      if (!freePages.get()) return false;
      const before = freePages.get();
      database.pragma(`incremental_vacuum(${pages})`);
      return freePages.get() !== before;
    }),
    /** Whether it should be compacted and can be without anybody waiting long. */
    gainsByCompacting: read(
      (mostBytes: number): boolean => isOfBefore() && !database.memory && sizeOf(database.name) <= mostBytes,
    ),
    /** Files of before gain by it that they can shrink, and lose what is left in them of text that was deleted. */
    compact: alone((): void => {
      database.pragma("auto_vacuum = INCREMENTAL");
      database.exec("VACUUM");
      database.pragma("wal_checkpoint(TRUNCATE)");
    }),
    /** Whether it can be written to, tried out. */
    probe: write((now: number) => void setNote.run("probed_at", now)),
    status: report((health: Health, now: number): StoreStatus => {
      const file = database.memory ? null : database.name;
      const sizeBytes = file === null ? null : sizeOf(file) + sizeOf(`${file}-wal`);
      const freeDiskBytes = file === null ? null : freeOf(dirname(file));
      const ageOf = (at: number | null | undefined) => (at == null ? null : Math.max(0, now - at));
      const status = {
        sizeBytes,
        freeDiskBytes,
        oldestInboxMs: ageOf(oldestEvent.get()),
        oldestOutboxMs: ageOf(oldestMessage.get()),
        purgeRefused: parseRefusal(note.get(REFUSED)),
        erased: toErased(erased.get()!),
      };
      const sure = lastSure();
      const problems = [
        ...problemsOf(status, settings),
        ...(isOfBefore() ? [OF_BEFORE] : []),
        ...healthProblems(health),
        ...clockProblems(now, newest.get() ?? null, sure),
      ];
      return { ...status, problems, usable: problems.every(({ severity }) => severity !== "error") };
    }),
  };
}

const toErased = ({ count, last }: { count: number; last: number | null }) => ({
  count,
  lastDay: last === null ? null : utcDay(new Date(last * DAY_MS)),
});

const parseRefusal = (text: string | number | undefined): PurgeRefusal | null =>
  text === undefined ? null : (JSON.parse(String(text)) as PurgeRefusal);

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function freeOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

const warning = (code: string, message: string): StoreProblem => ({ code, severity: "warning", message });
const OF_BEFORE = warning(
  "store_uncompacted",
  "Tệp kho hội thoại do phiên bản cũ tạo, còn giữ chữ đã xóa ở chỗ trống; dừng trợ lý rồi chạy npm run store -- --compact.",
);
const MIB = 1024 * 1024;
const inMib = (bytes: number) => `${Math.round(bytes / MIB)} MB`;
const inMinutes = (ms: number) => `${Math.round(ms / MINUTE_MS)} phút`;

function problemsOf(
  status: Omit<StoreStatus, "problems" | "usable">,
  { quotaBytes, lowDiskBytes }: UpkeepSettings,
): StoreProblem[] {
  const { sizeBytes, freeDiskBytes, oldestInboxMs, oldestOutboxMs, purgeRefused } = status;
  const problems: StoreProblem[] = [];
  if (freeDiskBytes !== null && freeDiskBytes < lowDiskBytes)
    problems.push(
      warning("disk_low", `Ổ đĩa chứa kho hội thoại chỉ còn ${inMib(freeDiskBytes)}; giải phóng chỗ trống.`),
    );
  if (sizeBytes !== null && quotaBytes > 0 && sizeBytes > quotaBytes)
    problems.push(
      warning(
        "store_over_quota",
        `Kho hội thoại đã ${inMib(sizeBytes)}, quá mức ${inMib(quotaBytes)} của STORE_QUOTA_MB; giảm RETENTION_DAYS hoặc nâng mức.`,
      ),
    );
  if (oldestInboxMs !== null && oldestInboxMs > LONG_WAIT_MS)
    problems.push(
      warning("inbox_waiting", `Có tin nhận đã chờ ${inMinutes(oldestInboxMs)} chưa được trả lời.`),
    );
  if (oldestOutboxMs !== null && oldestOutboxMs > LONG_WAIT_MS)
    problems.push(
      warning("outbox_waiting", `Có tin trả lời đã chờ ${inMinutes(oldestOutboxMs)} chưa gửi được.`),
    );
  if (purgeRefused) problems.push(warning("purge_refused", refusalInWords(purgeRefused)));
  return problems;
}

function healthProblems({ lastError, lockedMs, unscrubbed }: Health): StoreProblem[] {
  const problems: StoreProblem[] = [];
  if (lastError) problems.push({ code: lastError.code, severity: "error", message: lastError.message });
  else if (lockedMs > LOCKED_MS)
    problems.push({
      code: "store_busy",
      severity: "error",
      message: "Kho hội thoại đang bị chương trình khác giữ; đóng chương trình đó, trợ lý tự làm việc tiếp.",
    });
  if (unscrubbed)
    problems.push(
      warning(
        "deleted_in_log",
        "Chữ đã xóa còn trong tệp -wal vì chương trình khác đang đọc kho hội thoại; đóng chương trình đó.",
      ),
    );
  return problems;
}

function clockProblems(now: number, newestAt: number | null, sureAt: number | null): StoreProblem[] {
  if (newestAt !== null && newestAt - now > CLOCK_BEHIND_MS)
    return [
      warning("clock_behind", "Đồng hồ của máy chạy lùi so với câu hỏi mới nhất; kiểm tra ngày giờ của máy."),
    ];
  if (sureAt !== null && now - sureAt > LONGEST_GAP_MS)
    return [
      warning(
        "clock_ahead",
        "Đồng hồ của máy chạy quá xa so với lần xóa hoặc lần hỏi gần nhất; kiểm tra ngày giờ của máy.",
      ),
    ];
  return [];
}
