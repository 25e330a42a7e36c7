/** npm run mail [-- --retry ID|all] [--json]
 *  What could not be answered or delivered, with the reason, and how much waits; --retry puts one of it, or all, back to
 *  the queue, where the running program finds it within a second. Shows no text and nobody's id.
 *  Exit status: 0, or 1 when there is nothing of the ID. */
import "../knowledge/node-version.cjs";
import { parseArgs } from "node:util";
import type { GivenUp, Mailbox } from "../bot/state/mailbox.ts";
import { loadConfig } from "../config.ts";
import { loadEnvFile } from "../knowledge/env-file.ts";
import { run, WHEN, withStore } from "./operator.ts";

/** What a person types before the number: "N3" was received, "G12" is to be sent. */
const LETTERS = { inbox: "N", outbox: "G" } as const;
const BOXES: Readonly<Record<string, GivenUp["box"]>> = { N: "inbox", G: "outbox" };
const NAMES = { inbox: "tin nhận, chưa trả lời được", outbox: "tin trả lời, chưa gửi được" } as const;

const idOf = ({ box, id }: Pick<GivenUp, "box" | "id">) => `${LETTERS[box]}${id}`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { retry: { type: "string" }, json: { type: "boolean", default: false } },
  });
  loadEnvFile(process.env);
  await withStore(loadConfig(process.env), "Chưa có tin nào.", async (store) => {
    if (values.retry !== undefined) await retry(store.mailbox, values.retry);
    else await list(store.mailbox, values.json);
  });
}

async function list(mailbox: Mailbox, json: boolean): Promise<void> {
  const rows = await mailbox.givenUp();
  const waiting = (await mailbox.counts()).filter(({ state }) => state === "waiting");
  if (json) {
    const givenUp = rows.map((row) => ({ ...row, id: idOf(row) }));
    console.log(JSON.stringify({ givenUp, waiting }, null, 2));
    return;
  }
  for (const row of rows)
    console.log(
      `${idOf(row)}  ${row.channel}  ${WHEN.format(row.at)}  ${NAMES[row.box]}: ${row.attempts} lần thử, lý do ${row.reason || "không rõ"}`,
    );
  if (rows.length === 0) console.log("Không có tin nào bị bỏ lại.");
  for (const { channel, box, count } of waiting)
    console.log(`Đang chờ ở kênh ${channel}: ${count} ${box === "inbox" ? "tin nhận" : "tin trả lời"}.`);
}

async function retry(mailbox: Mailbox, which: string): Promise<void> {
  const [, letter, number] = /^([NG])(\d{1,15})$/i.exec(which) ?? [];
  const isAll = which.toLowerCase() === "all";
  const only = letter ? { box: BOXES[letter.toUpperCase()]!, id: Number(number) } : undefined;
  const count = isAll || only ? await mailbox.tryAgain(Date.now(), only) : 0;
  if (count > 0 || isAll) console.log(`Đã xếp ${count} tin vào hàng để làm lại.`);
  else {
    console.error(
      `Không có tin nào bị bỏ lại mang số ${which}; xem các số bằng npm run mail, hoặc dùng --retry all.`,
    );
    process.exitCode = 1;
  }
}

void run(main);
