/** npm run cases [-- --all] [--close CODE] [--undelivered | --retry] [--json]
 *  The conversations that wait for a person, newest first, and the messages that could not be delivered;
 *  --retry puts these, and events whose answer was given up, back to the queue of the running program.
 *  Exit status: 0, or 1 when there is no open case of the code. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createSqliteStore, type SqliteStore } from "../bot/state/sqlite-store.ts";
import type { Case } from "../bot/state/store.ts";
import { loadConfig } from "../config.ts";
import { AppError } from "../knowledge/errors.ts";

const REASONS: Readonly<Record<Case["reason"], string>> = {
  asked: "xin gặp cán bộ",
  failures: "ba lần liền chưa trả lời được",
  callback: "chờ gọi lại",
};
const WHEN = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh",
  dateStyle: "short",
  timeStyle: "short",
});

/** A case for people: what it is, and the masked transcript. */
function describeCase(row: Case, store: Pick<SqliteStore, "turns">): string {
  const state = row.state === "open" ? "đang chờ" : "đã xong";
  const callback = row.callback ? `, gọi lại số ${row.callback}` : "";
  return [
    `${row.code}  ${state}  ${row.channel}  ${WHEN.format(row.createdAt)}  ${REASONS[row.reason]}${callback}`,
    ...store
      .turns(row.conversationId)
      .flatMap(({ question, response }) => [
        `  Hỏi: ${question.replace(/\s+/g, " ")}`,
        `  Đáp: ${response.reply.spoken.replace(/\s+/g, " ")}`,
      ]),
  ].join("\n");
}

function main(): void {
  const { values } = parseArgs({
    options: {
      all: { type: "boolean", default: false },
      close: { type: "string" },
      undelivered: { type: "boolean", default: false },
      retry: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  if (existsSync(".env")) process.loadEnvFile(".env");
  const file = join(loadConfig(process.env).DATA_DIR, "conversations.sqlite");
  if (!existsSync(file)) {
    console.log("Chưa có cuộc trò chuyện nào.");
    return;
  }
  const store = createSqliteStore(file);
  try {
    if (values.close !== undefined) close(store, values.close.toUpperCase());
    else if (values.retry)
      console.log(`Đã xếp ${store.mailbox.tryAgain(Date.now())} tin vào hàng để gửi lại.`);
    else if (values.undelivered) print(store.mailbox.undelivered(), values.json, describeUndelivered);
    else
      print(
        store
          .cases(values.all ? undefined : "open")
          .map((row) => ({ ...row, transcript: store.turns(row.conversationId) })),
        values.json,
        (row) => describeCase(row, store),
      );
  } finally {
    store.close();
  }
}

function close(store: SqliteStore, code: string): void {
  if (store.closeCase(code)) console.log(`Đã đóng yêu cầu ${code}.`);
  else {
    console.error(`Không có yêu cầu nào đang chờ mang mã ${code}.`);
    process.exitCode = 1;
  }
}

const describeUndelivered = (row: ReturnType<SqliteStore["mailbox"]["undelivered"]>[number]) =>
  `${row.channel}  ${WHEN.format(row.createdAt)}  ${row.attempts} lần thử, lý do ${row.reason}`;

function print<T>(rows: readonly T[], json: boolean, describe: (row: T) => string): void {
  if (json) console.log(JSON.stringify(rows, null, 2));
  else console.log(rows.map(describe).join("\n\n") || "Không có gì đang chờ.");
}

try {
  main();
} catch (error) {
  const isUsage = (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  console.error(error instanceof AppError || isUsage ? (error as Error).message : error);
  process.exitCode = 1;
}
