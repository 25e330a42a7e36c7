/** npm run cases [-- CODE] [--all] [--close CODE] [--json]
 *  The conversations that wait for a person, newest first; or the one that a caller reads the code of, waiting or not.
 *  Exit status: 0, or 1 when there is no conversation, or no open case, of the code. */
import "../knowledge/node-version.cjs";
import { parseArgs } from "node:util";
import type { Case, StateStore, StoredTurn } from "../bot/state/store.ts";
import { loadConfig } from "../config.ts";
import { loadEnvFile } from "../knowledge/env-file.ts";
import { run, WHEN, withStore } from "./operator.ts";
import { withoutMarks } from "./terminal.ts";

const REASONS: Readonly<Record<Case["reason"], string>> = {
  asked: "xin gặp cán bộ",
  failures: "ba lần liền chưa trả lời được",
  callback: "chờ gọi lại",
};

/** A case for people: what it is, and the masked transcript. */
async function describeCase(row: Case, store: StateStore): Promise<string> {
  const state = row.state === "open" ? "đang chờ" : "đã xong";
  const callback = row.callback ? `, gọi lại số ${row.callback}` : "";
  return [
    `${row.code}  ${state}  ${row.channel}  ${WHEN.format(row.createdAt)}  ${REASONS[row.reason]}${callback}`,
    ...describeTurns(await store.turns(row.conversationId)),
  ].join("\n");
}

/** In a list the beginning of an answer tells enough. */
const MAX_ANSWER_CHARACTERS = 240;

function describeTurns(turns: readonly StoredTurn[], whole = false): string[] {
  return turns.flatMap(({ question, response }) => {
    const text = withoutMarks(response.reply.text).replace(/\s+/g, " ");
    const answer =
      whole || text.length <= MAX_ANSWER_CHARACTERS ? text : `${text.slice(0, MAX_ANSWER_CHARACTERS)}…`;
    return [`  Hỏi: ${question.replace(/\s+/g, " ")}`, `  Đáp: ${answer}`];
  });
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: "boolean", default: false },
      close: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  loadEnvFile(process.env);
  await withStore(loadConfig(process.env), "Chưa có cuộc trò chuyện nào.", async (store) => {
    if (values.close !== undefined) await close(store, values.close.toUpperCase());
    else if (positionals[0] !== undefined) await show(store, positionals[0].toUpperCase(), values.json);
    else await list(store, values);
  });
}

async function close(store: StateStore, code: string): Promise<void> {
  if (await store.closeCase(code)) console.log(`Đã đóng yêu cầu ${code}.`);
  else {
    console.error(`Không có yêu cầu nào đang chờ mang mã ${code}.`);
    process.exitCode = 1;
  }
}

async function show(store: StateStore, code: string, json: boolean): Promise<void> {
  const found = await store.findTurnByCode(code);
  if (!found) {
    console.error(`Không có cuộc trò chuyện nào mang mã ${code}; có thể đã hết thời gian lưu.`);
    process.exitCode = 1;
    return;
  }
  const turns = await store.turns(found.conversationId);
  const head = `${code}  ${found.channel}  ${WHEN.format(found.createdAt)}`;
  console.log(json ? JSON.stringify(turns, null, 2) : [head, ...describeTurns(turns, true)].join("\n"));
}

async function list(store: StateStore, { all, json }: { all: boolean; json: boolean }): Promise<void> {
  const rows = await store.cases(all ? undefined : "open");
  if (json) {
    const withTranscript = await Promise.all(
      rows.map(async (row) => ({ ...row, transcript: await store.turns(row.conversationId) })),
    );
    console.log(JSON.stringify(withTranscript, null, 2));
    return;
  }
  const described = await Promise.all(rows.map((row) => describeCase(row, store)));
  console.log(described.join("\n\n") || "Không có gì đang chờ.");
}

void run(main);
