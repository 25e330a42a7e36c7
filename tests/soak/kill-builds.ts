/** What builds beside the program that serves, killed at random moments: an ingest, and the conversion of an old store. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import { openKnowledgeBase } from "../../knowledge/versions.ts";
import { turnWith } from "../contracts/conversation-store.ts";
import { startChild } from "../support/child.ts";
import { makeOldStore } from "../support/old-store.ts";

const INGEST = new URL("../../ingest/cli.ts", import.meta.url);
const LONGEST_INGEST_MS = 8000;
type Random = () => number;

/** A change of the sources for each, so that there is something to build. */
export async function killIngest(dataDir: string, number: number, random: Random): Promise<string[]> {
  const list = join(dataDir, "them.csv");
  const rows = Array.from({ length: number + 1 }, (_, i) => `9.99${i}000;Cấp thẻ mượn sách ${i};Thư viện xã`);
  await writeFile(list, ["Mã số;Tên thủ tục hành chính;Cơ quan thực hiện", ...rows].join("\n"));
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(INGEST)], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, EXTRA_DOCUMENTS: list },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  await Promise.race([ended, wait(300 + random() * LONGEST_INGEST_MS)]);
  child.kill("SIGKILL");
  await ended;
  const open = await openKnowledgeBase(join(dataDir, "knowledge")).then(
    () => undefined,
    (error: Error) => error.message,
  );
  return open === undefined ? [] : [`after a killed ingest: ${open}`];
}

const OLD_TURNS = 250;

/** A store of before is opened, packed and written anew; killed in it, it opens again with every turn. */
export async function killConversions(
  folder: string,
  kills: number,
  random: Random,
  onKill: () => void,
): Promise<string[]> {
  const broken: string[] = [];
  const now = Date.now();
  const turns = Array.from({ length: OLD_TURNS }, (_, i) => {
    const turn = turnWith({
      messageId: `old-${i}`,
      code: `OLD${i}`,
      createdAt: now - 1000 * (OLD_TURNS - i),
    });
    turn.response.reply.text = `${turn.response.reply.text} ${`${i} `.repeat(1500)}`;
    return turn;
  });
  const child = new URL("../support/store-child.ts", import.meta.url);
  let spare = startChild(child);
  for (let i = 0; i < kills; i++) {
    const file = join(folder, `old-${i}.sqlite`);
    makeOldStore(file, turns);
    const converting = await spare;
    if (i < kills - 1) spare = startChild(child);
    const tidied = converting.ask(`tidy ${file}`).catch(() => "killed");
    await Promise.race([tidied, wait(random() * 700)]);
    await converting.kill();
    onKill();
    const store = await openSqliteStore(file);
    try {
      for (const round of ["opened again", "converted to the end"]) {
        const kept = await store.turns("conversation-1");
        if (!isDeepStrictEqual(kept, turns)) broken.push(`an old store, ${round}, isn't whole`);
        await store.purge({ now, before: 0 });
      }
    } finally {
      await store.close();
    }
  }
  return broken;
}
