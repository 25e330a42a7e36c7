import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../bot/state/store.ts";
import type { ChannelMail, Delivery } from "../../channels/channel.ts";
import { createMailroom, type Mailroom, retryDelayMs } from "../../channels/mailroom.ts";
import { AppError } from "../../knowledge/errors.ts";
import { eventWith, outgoingWith } from "../contracts/mailbox.ts";

let store: StateStore;
let rooms: Mailroom[];
let lines: string[];
/** The mailroom's clock, moved by hand. */
let clock: number;
beforeEach(async () => {
  store = await openSqliteStore(":memory:");
  rooms = [];
  lines = [];
  clock = 10_000;
});
afterEach(async () => {
  await Promise.all(rooms.map((room) => room.stop()));
  await store.close();
});

const DELIVERED: Delivery = { outcome: "delivered" };

interface Setup extends Partial<ChannelMail> {
  isReady?: () => boolean;
}

function open({ isReady = () => true, ...mail }: Setup) {
  const outcomes: string[] = [];
  const room = createMailroom({
    mailbox: store.mailbox,
    channels: [
      {
        name: "zalo",
        webhooks: [],
        mail: {
          handle: async (event) => [
            outgoingWith({ recipient: event.person, payload: `answer to ${event.key}` }),
          ],
          send: async () => DELIVERED,
          perSecond: 1000,
          concurrency: 4,
          ...mail,
        },
      },
    ],
    isReady,
    logger: pino({ level: "debug" }, { write: (line: string) => void lines.push(line) }),
    now: () => clock,
    random: () => 0,
    onDelivery: (_channel, outcome) => outcomes.push(outcome),
  });
  rooms.push(room);
  return { room, outcomes };
}

/** Until nothing waits, or what waits is in the future of the test's clock. */
async function settled(room: Mailroom): Promise<void> {
  for (let quiet = 0; quiet < 5; ) {
    room.wake();
    await wait(2);
    const due = await store.mailbox.nextDue("zalo");
    const isInHand =
      due === undefined && (await store.mailbox.counts()).some((row) => row.state === "waiting");
    quiet = isInHand || (due !== undefined && due <= clock) ? 0 : quiet + 1;
  }
}

describe("an event in the inbox", () => {
  test("is answered, and its answer delivered, in the order of each person's messages", async () => {
    const sent: string[] = [];
    const { room, outcomes } = open({
      async send(message) {
        // The first of a person takes longest.
        await wait(message.payload.endsWith("1") ? 10 : 1);
        sent.push(`${message.recipient}: ${message.payload}`);
        return DELIVERED;
      },
    });
    for (const person of ["a", "b"])
      for (const i of [1, 2, 3]) await store.mailbox.accept(eventWith({ key: `${person}${i}`, person }));
    await room.start();
    await settled(room);
    for (const person of ["a", "b"]) {
      expect(sent.filter((line) => line.startsWith(person))).toEqual(
        [1, 2, 3].map((i) => `${person}: answer to ${person}${i}`),
      );
    }
    expect(outcomes).toEqual(Array(6).fill("delivered"));
    expect(await store.mailbox.counts()).toEqual([]);
  });

  test("is answered, and the answer delivered, though the clock is set back ten minutes meanwhile", async () => {
    const sent: string[] = [];
    const { room } = open({
      perSecond: 2,
      async send(message) {
        sent.push(message.payload);
        return DELIVERED;
      },
    });
    await room.start();
    await store.mailbox.accept(eventWith({ receivedAt: clock }));
    await settled(room);
    clock -= 10 * 60_000;
    await store.mailbox.accept(eventWith({ key: "later", receivedAt: clock + 10 * 60_000 }));
    while (sent.length < 2) {
      room.wake();
      await wait(2);
      // So that the rate lets the next one out.
      clock += 20;
    }
    expect(sent).toHaveLength(2);
  });

  test("waits until there is something to answer with, and for the start", async () => {
    let ready = false;
    const handled: string[] = [];
    const { room } = open({
      isReady: () => ready,
      async handle(event) {
        handled.push(event.key);
        return [];
      },
    });
    await store.mailbox.accept(eventWith());
    room.wake();
    await wait(5);
    expect(handled).toEqual([]);
    await room.start();
    room.wake();
    await wait(5);
    expect(handled).toEqual([]);
    ready = true;
    await settled(room);
    expect(handled).toEqual(["key-1"]);
  });

  test("whose work throws comes again later; nothing of it is logged", async () => {
    let attempts = 0;
    const { room } = open({
      async handle() {
        attempts++;
        if (attempts < 3) throw new AppError("store_busy", "số căn cước 012345678901");
        return [outgoingWith()];
      },
    });
    await store.mailbox.accept(eventWith());
    await room.start();
    await settled(room);
    expect(attempts).toBe(1);
    clock += retryDelayMs(0, () => 0);
    await settled(room);
    expect(attempts).toBe(2);
    clock += retryDelayMs(1, () => 0);
    await settled(room);
    expect(attempts).toBe(3);
    expect(await store.mailbox.counts()).toEqual([]);
    expect(lines.join("")).toContain("store_busy");
    expect(lines.join("")).not.toMatch(/căn cước|V\.9/);
  });

  test("is given up after many attempts, kept and counted, and the person's next one goes on", async () => {
    const { room } = open({
      async handle(event) {
        if (event.key === "bad") throw new Error("no");
        return [];
      },
    });
    await store.mailbox.accept(eventWith({ key: "bad" }));
    await store.mailbox.accept(eventWith({ key: "good" }));
    await room.start();
    const isWaiting = async () => (await store.mailbox.counts()).some((row) => row.state === "waiting");
    for (let i = 0; i < 40 && (await isWaiting()); i++) {
      clock += 600_000;
      await settled(room);
    }
    expect(await store.mailbox.counts()).toEqual([
      { channel: "zalo", box: "inbox", state: "failed", count: 1 },
    ]);
  });
});

describe("a message in the outbox", () => {
  test.each<[string, Delivery[], string[], number]>([
    ["delivered at once", [DELIVERED], ["delivered"], 1],
    ["refused for good", [{ outcome: "refused", reason: "-230" }], ["failed"], 1],
    [
      "delivered at the third attempt",
      [{ outcome: "retry", reason: "503" }, { outcome: "retry", reason: "503" }, DELIVERED],
      ["retried", "retried", "delivered"],
      3,
    ],
  ])("%s", async (_what, deliveries, expected, attempts) => {
    let calls = 0;
    const { room, outcomes } = open({ send: async () => deliveries[calls++]! });
    await store.mailbox.post("zalo", [outgoingWith()], clock);
    await room.start();
    for (let i = 0; i < deliveries.length; i++) {
      await settled(room);
      clock += retryDelayMs(i, () => 0);
    }
    expect(outcomes).toEqual(expected);
    expect(calls).toBe(attempts);
    const failed = await store.mailbox.givenUp();
    expect(failed.map((row) => row.reason)).toEqual(expected.includes("failed") ? ["-230"] : []);
  });

  test("whose sending throws may have arrived: the next attempt is told so", async () => {
    const seen: boolean[] = [];
    const { room } = open({
      async send(message) {
        seen.push(message.uncertain);
        if (seen.length === 1) throw new TypeError("fetch failed");
        return DELIVERED;
      },
    });
    await store.mailbox.post("zalo", [outgoingWith()], clock);
    await room.start();
    await settled(room);
    clock += retryDelayMs(0, () => 0);
    await settled(room);
    expect(seen).toEqual([false, true]);
  });

  test("a platform that asks for a pause gets one, for all recipients", async () => {
    const sent: string[] = [];
    const { room } = open({
      concurrency: 1,
      async send(message) {
        sent.push(message.recipient);
        return sent.length === 1 ? { outcome: "retry", reason: "429", pauseMs: 60_000 } : DELIVERED;
      },
    });
    for (const recipient of ["a", "b"])
      await store.mailbox.post("zalo", [outgoingWith({ recipient })], clock);
    await room.start();
    for (let i = 0; i < 5; i++) {
      room.wake();
      await wait(2);
    }
    clock += 59_999;
    for (let i = 0; i < 5; i++) {
      room.wake();
      await wait(2);
    }
    expect(sent).toEqual(["a"]);
    clock += 1;
    await settled(room);
    expect(sent.sort()).toEqual(["a", "a", "b"]);
  });

  test("no more leave in a second than the platform allows", async () => {
    let sent = 0;
    const { room } = open({
      perSecond: 3,
      async send() {
        sent++;
        return DELIVERED;
      },
    });
    for (let i = 0; i < 8; i++)
      await store.mailbox.post("zalo", [outgoingWith({ recipient: `${i}` })], clock);
    await room.start();
    const pass = async () => {
      for (let i = 0; i < 8; i++) {
        room.wake();
        await wait(1);
      }
      return sent;
    };
    expect(await pass()).toBe(3);
    clock += 1000;
    expect(await pass()).toBe(6);
    clock += 10_000;
    expect(await pass()).toBe(8);
  });
});

test("what was in hand at a kill is given back at the next start, and a stop waits for what is in hand", async () => {
  await store.mailbox.accept(eventWith());
  await store.mailbox.post("zalo", [outgoingWith()], clock);
  // A process number that no process has: the highest that Linux allows is 2^22.
  await store.mailbox.claimEvents("zalo", "4194999:before", clock, 1);
  await store.mailbox.claimMessages("zalo", "4194999:before", clock, 1);
  const uncertain: boolean[] = [];
  const { room } = open({
    async send(message) {
      await wait(20);
      uncertain.push(message.uncertain);
      return DELIVERED;
    },
  });
  await room.start();
  await wait(5);
  await room.stop();
  expect(uncertain.length).toBeGreaterThan(0);
  rooms = [];
  const { room: next } = open({
    async send(message) {
      uncertain.push(message.uncertain);
      return DELIVERED;
    },
  });
  await next.start();
  await settled(next);
  expect(uncertain.sort()).toEqual([false, true]);
});

test("delays grow to five minutes, and jitter never makes them shorter than half", () => {
  const low = Array.from({ length: 20 }, (_, i) => retryDelayMs(i, () => 0));
  const high = Array.from({ length: 20 }, (_, i) => retryDelayMs(i, () => 1));
  expect(high[0]).toBe(500);
  expect(high.at(-1)).toBe(300_000);
  for (let i = 0; i < 20; i++) expect(low[i]).toBe(high[i]! / 2);
});
