/** The program, an ingest and a conversion of an old store are killed at random moments, again and again: what was
 *  acknowledged is there in the end, what was deleted is not, and nobody is answered twice. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { TurnResponse } from "../../bot/reply.ts";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../bot/state/store.ts";
import { pick, seeded } from "../support/random.ts";
import { type RunningProgram, startServerProcess } from "../support/server-process.ts";
import { zaloEnvironment } from "../support/zalo/app.ts";
import { signed, textEvent } from "../support/zalo/events.ts";
import { type FakeZalo, startFakeZalo } from "../support/zalo/fake-zalo.ts";
import { keepToken } from "../support/zalo/keep-token.ts";
import { killConversions, killIngest } from "./kill-builds.ts";

export interface KillOptions {
  /** Two thirds of them of the program that serves, a sixth each of ingests and conversions. */
  kills: number;
  seed: number;
  onProgress?: (done: number, total: number) => void;
}

export interface KillReport {
  kills: { serving: number; ingest: number; conversion: number };
  /** Acknowledged. */
  answered: number;
  deleted: number;
  rated: number;
  events: number;
  /** Requests that had no answer because the program was gone. */
  cutOff: number;
  /** What was promised and isn't so. */
  broken: string[];
}

const CLIENTS = 6;
const PEOPLE = 3;
const QUESTIONS = [
  "Sở Y tế chủ trì những nhiệm vụ nào?",
  "đăng ký khai sinh cần giấy tờ gì",
  "Nhiệm vụ V.9 là gì?",
  "làm hộ chiếu bao nhiêu tiền",
  "cho tôi gặp cán bộ",
];

export async function kill({ kills, seed, onProgress }: KillOptions): Promise<KillReport> {
  const random = seeded(seed);
  const sixth = Math.max(1, Math.floor(kills / 6));
  const counts = { serving: Math.max(1, kills - 2 * sixth), ingest: sixth, conversion: sixth };
  let done = 0;
  const onKill = () => onProgress?.(++done, kills);
  const folder = await mkdtemp(join(tmpdir(), "tro-ly-so-kill-"));
  try {
    const served = await killServing(join(folder, "data"), counts, random, onKill);
    const converted = await killConversions(folder, counts.conversion, random, onKill);
    return { kills: counts, ...served, broken: [...served.broken, ...converted] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a client was promised. */
interface Promised {
  answers: TurnResponse[];
  deleted: Set<string>;
  rated: Set<string>;
  /** By person: each asks once. */
  events: Set<string>;
}

async function killServing(
  dataDir: string,
  counts: KillReport["kills"],
  random: () => number,
  onKill: () => void,
): Promise<Omit<KillReport, "kills">> {
  const fake = await startFakeZalo();
  const promised: Promised = { answers: [], deleted: new Set(), rated: new Set(), events: new Set() };
  const broken: string[] = [];
  let program: RunningProgram | undefined;
  let isOver = false;
  let cutOff = 0;
  let asked = 0;

  const start = async () => {
    program = await startServerProcess({ dataDir, settings: zaloEnvironment(fake, dataDir) });
  };
  const base = () => `http://127.0.0.1:${program!.port}`;

  /** Until there is an answer: who asks again, asks the same. */
  async function until(send: () => Promise<Response>): Promise<{ status: number; text: string }> {
    for (;;) {
      try {
        const response = await send();
        const text = await response.text();
        if (response.status !== 503) return { status: response.status, text };
      } catch {
        cutOff++;
      }
      await wait(50);
    }
  }

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    until(() =>
      fetch(base() + path, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: JSON.stringify(body),
      }),
    );

  async function client(number: number): Promise<void> {
    const dice = seeded(number * 7919 + Math.floor(random() * 1e6));
    let last: TurnResponse | undefined;
    while (!isOver) {
      const key = `khoa-${number}-${++asked}-${"x".repeat(16)}`;
      const conversationId = last && dice() < 0.5 ? { conversationId: last.conversationId } : {};
      const question = { text: pick(QUESTIONS, dice), ...conversationId };
      const { status, text } = await post("/api/chat", question, { "Idempotency-Key": key });
      if (status !== 200) {
        broken.push(`POST /api/chat ${status}: ${text.slice(0, 200)}`);
        continue;
      }
      last = JSON.parse(text) as TurnResponse;
      promised.answers.push(last);
      if (dice() < 0.3) {
        const rated = await post("/api/feedback", { messageId: last.messageId, useful: true });
        if (rated.status === 200) promised.rated.add(last.messageId);
        else broken.push(`POST /api/feedback ${rated.status}`);
      }
      if (dice() < 0.2) {
        const { conversationId: id } = last;
        const gone = await until(() => fetch(`${base()}/api/conversations/${id}`, { method: "DELETE" }));
        // 404 when the one before was cut off after it was done.
        if (gone.status === 204 || gone.status === 404) promised.deleted.add(id);
        else broken.push(`DELETE ${gone.status}`);
        last = undefined;
      }
    }
  }

  async function person(number: number): Promise<void> {
    const dice = seeded(number * 104_729);
    while (!isOver) {
      const id = `2468${String(number).padStart(3, "0")}${String(++asked).padStart(12, "0")}`;
      const event = textEvent(pick(QUESTIONS, dice), { sender: { id } });
      const { status } = await until(() =>
        fetch(`${base()}/webhooks/zalo`, { method: "POST", ...signed(event) }),
      );
      if (status === 200) promised.events.add(id);
      else broken.push(`POST /webhooks/zalo ${status}`);
      await wait(100 + dice() * 300);
    }
  }

  await startOnce(fake, dataDir, start, () => program!.close());
  const clients = [
    ...Array.from({ length: CLIENTS }, (_, i) => client(i)),
    ...Array.from({ length: PEOPLE }, (_, i) => person(i)),
  ];
  try {
    for (let i = 0; i < counts.serving; i++) {
      const enough = promised.answers.length + 3 + Math.floor(random() * 12);
      while (promised.answers.length < enough && !program!.exit()) await wait(3);
      await wait(random() * 60);
      if (program!.exit()) broken.push(`the program ended by itself: ${program!.errors().slice(-300)}`);
      program!.kill("SIGKILL");
      await program!.ended();
      onKill();
      await program!.close();
      await start();
    }
    for (let i = 0; i < counts.ingest; i++) {
      broken.push(...(await killIngest(dataDir, i, random)));
      onKill();
      if (program!.exit()) broken.push("the program that serves ended with a killed ingest");
    }
    isOver = true;
    await Promise.all(clients);
    const store = await openSqliteStore(join(dataDir, "conversations.sqlite"));
    try {
      while ((await store.mailbox.counts()).some(({ state }) => state === "waiting")) await wait(50);
      broken.push(...(await brokenIn(store, promised)), ...brokenOn(fake, promised));
    } finally {
      await store.close();
    }
    const stopped = await program!.stop();
    if (stopped.status !== 0) broken.push(`asked to end: status ${stopped.status}`);
  } finally {
    isOver = true;
    await program?.close();
    await fake.close();
  }
  return {
    answered: promised.answers.length,
    deleted: promised.deleted.size,
    rated: promised.rated.size,
    events: promised.events.size,
    cutOff,
    broken,
  };
}

/** Builds the knowledge by a first start; and the pair of tokens is there before: a kill between the platform's answer to
 *  a refresh and the disk is the one that loses it. */
async function startOnce(
  fake: FakeZalo,
  dataDir: string,
  start: () => Promise<void>,
  stop: () => Promise<void>,
): Promise<void> {
  await start();
  await stop();
  await keepToken(fake, dataDir);
  await start();
}

async function brokenIn(store: StateStore, promised: Promised): Promise<string[]> {
  const broken: string[] = [];
  const rated = new Set((await store.feedback()).map(({ messageId }) => messageId));
  for (const response of promised.answers) {
    const { messageId, conversationId } = response;
    const isDeleted = promised.deleted.has(conversationId);
    const turn = await store.findTurn(messageId);
    if (isDeleted && turn) broken.push("a deleted turn is there");
    if (isDeleted) continue;
    if (!turn) broken.push("an acknowledged answer is lost");
    else if (JSON.stringify(turn.response) !== JSON.stringify(response))
      broken.push("the answer that is kept is another one");
    if (promised.rated.has(messageId) && !rated.has(messageId)) broken.push("an acknowledged rating is lost");
  }
  for (const id of promised.deleted)
    if (await store.find(id)) broken.push("a deleted conversation is there again");
  const failed = (await store.mailbox.counts()).filter(({ state }) => state === "failed");
  return [...broken, ...failed.map(({ box, count }) => `${count} given up in the ${box}`)];
}

function brokenOn(fake: FakeZalo, promised: Promised): string[] {
  const texts = new Map<string, string[]>();
  for (const { to, text } of fake.delivered) texts.set(to, [...(texts.get(to) ?? []), text]);
  return [...promised.events].flatMap((person) => {
    const got = texts.get(person) ?? [];
    if (got.length === 0) return ["an acknowledged message is not answered"];
    return new Set(got).size === got.length ? [] : ["a message is answered twice"];
  });
}
