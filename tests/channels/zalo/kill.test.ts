/** The process is killed again and again under load: whatever it had acknowledged is answered in the end, and once. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { openSqliteStore } from "../../../bot/state/sqlite-store.ts";
import { killLoop } from "../../support/child.ts";
import { partOrFull } from "../../support/full-counts.ts";
import { seeded } from "../../support/random.ts";
import { marksOf } from "../../support/zalo/answer-to.ts";
import { zaloEnvironment } from "../../support/zalo/app.ts";
import { signed, textEvent } from "../../support/zalo/events.ts";
import { type Fault, startFakeZalo } from "../../support/zalo/fake-zalo.ts";
import { keepToken } from "../../support/zalo/keep-token.ts";

const KILLS = partOrFull(8, 22);
const PEOPLE = 20;

test(`${KILLS} kills under load: nothing acknowledged is lost, nothing is answered twice`, async () => {
  const random = seeded(22);
  const fake = await startFakeZalo();
  const directory = await mkdtemp(join(tmpdir(), "tro-ly-so-zalo-kill-"));
  const environment = zaloEnvironment(fake, directory);
  await keepToken(fake, directory);
  let faulty = 0;
  fake.fault = ({ path }): Fault | undefined => {
    const dice = random();
    const isLookUp = path === "/v2.0/oa/conversation";
    const fault: Fault | undefined =
      dice < 0.03
        ? { reset: "before" }
        : dice < 0.08 && !isLookUp
          ? { reset: "after" }
          : dice < 0.1
            ? { status: 502, body: "<html>" }
            : undefined;
    if (fault) faulty++;
    return fault;
  };

  let address = "";
  let isOver = false;
  let asked = 0;
  let repeated = 0;
  const accepted: { person: string; question: string }[] = [];

  /** Posts until it is acknowledged, as the platform does. */
  async function deliver(event: object): Promise<void> {
    for (; ; repeated++) {
      try {
        const response = await fetch(`${address}/webhooks/zalo`, { method: "POST", ...signed(event) });
        await response.arrayBuffer();
        if (response.status === 200) return;
      } catch {
        // Down; the platform comes again.
      }
      await wait(60);
    }
  }

  async function person(id: string): Promise<void> {
    while (!isOver) {
      const question = `câu ${++asked}`;
      await deliver(textEvent(question, { sender: { id } }));
      accepted.push({ person: id, question });
      await wait(random() * 500);
    }
  }

  const store = await openSqliteStore(join(directory, "conversations.sqlite"));
  const people: Promise<void>[] = [];
  const child = await killLoop({
    script: new URL("../../support/zalo/server-child.ts", import.meta.url),
    args: [JSON.stringify(environment)],
    kills: KILLS,
    async live() {
      // So many more are acknowledged, and the process is somewhere in the work on them.
      const enough = accepted.length + 4 + Math.floor(random() * 8);
      while (accepted.length < enough) await wait(5);
      await wait(random() * 50);
    },
    onStart(url) {
      address = url;
      if (people.length === 0)
        for (let i = 0; i < PEOPLE; i++) people.push(person(`24684588352919${7900 + i}`));
    },
  });
  try {
    isOver = true;
    await Promise.all(people);
    while ((await store.mailbox.counts()).some((row) => row.state === "waiting")) await wait(20);

    const got = new Map<string, string>();
    for (const { to, text } of fake.delivered) got.set(to, `${got.get(to) ?? ""}\n${text}`);
    let lost = 0;
    let twice = 0;
    for (const { person: to, question } of accepted) {
      for (const mark of marksOf(question)) {
        const copies = (got.get(to) ?? "").split(mark).length - 1;
        if (copies === 0) lost++;
        if (copies > 1) twice++;
      }
    }
    const lookUps = fake.calls.filter(({ path }) => path === "/v2.0/oa/conversation").length;
    console.log(
      `${KILLS} kills: ${accepted.length} accepted (${repeated} posts repeated), ${fake.delivered.length} messages delivered, ` +
        `${faulty} calls failed, ${lookUps} looks into conversations; lost ${lost}, twice ${twice}`,
    );
    expect({ lost, twice, failed: await store.mailbox.counts() }).toEqual({ lost: 0, twice: 0, failed: [] });
    for (const [to, text] of got) {
      const order = [...text.matchAll(/\[(\d+)/g)].map(([, number]) => Number(number));
      expect(order, to).toEqual([...order].sort((a, b) => a - b));
    }
    expect(accepted.length).toBeGreaterThanOrEqual(4 * KILLS);
    expect(lookUps).toBeGreaterThan(0);
  } finally {
    await child.kill();
    await store.close();
    await fake.close();
    await rm(directory, { recursive: true, force: true });
  }
}, 240_000);
