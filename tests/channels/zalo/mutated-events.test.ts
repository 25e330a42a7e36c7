/** Whatever is posted to the webhook, the server answers below 500, stays up, and logs nothing of it. */
import { expect, test } from "vitest";
import { pick, seeded } from "../../support/random.ts";
import { startZaloApp } from "../../support/zalo/app.ts";
import { followEvent, OA_ID, officerEvent, signed, textEvent } from "../../support/zalo/events.ts";
import { startFakeZalo } from "../../support/zalo/fake-zalo.ts";
import { savingAssistant } from "../../support/zalo/saving-assistant.ts";
import { replyWith } from "../fakes.ts";

const COUNT = 2000;
/** Stands in every payload, in names, texts and ids; never in the log. */
const SECRET = "BIMAT7391";

const NAMES = [
  ..."text image gif link audio video sticker location business_card file group_text"
    .split(" ")
    .flatMap((kind) => [`user_send_${kind}`, `anonymous_send_${kind}`, `oa_send_${kind}`]),
  "follow",
  "unfollow",
  "user_click_chatnow",
  "user_withdraw",
  "user_submit_info",
  "user_seen_message",
  "__proto__",
  "",
  SECRET,
];

test("2,000 random and mutated events: no 5xx, no crash, nothing of them in the log", async () => {
  const random = seeded(2000);
  const fake = await startFakeZalo();
  const app = await startZaloApp({
    fake,
    assistant: (store) => savingAssistant(store, ({ text }) => replyWith({ text: `Trả lời ${text.length}` })),
  });
  const rejections: unknown[] = [];
  const onRejection = (error: unknown) => rejections.push(error);
  process.on("unhandledRejection", onRejection);

  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const leaves: (() => unknown)[] = [
    () => SECRET,
    () => null,
    () => between(-5, 2 ** 31),
    () => 2 ** 60,
    () => 1.5,
    () => true,
    () => [],
    () => ({}),
    () => [{ id: SECRET }],
    () => "",
    () => "2",
    () => "tiếp",
    () => "#hoi ",
    () => `#hoi ${SECRET}`,
    () => "😀".repeat(between(1, 1500)),
    () => "\u0000\ud800\u202e",
    () => `${SECRET} `.repeat(between(1, 400)),
    () => ({ id: String(between(1, 9)) }),
    () => String(Date.now()),
    () => "99999999999999999999",
  ];
  const event = (): Record<string, unknown> => {
    const base = pick<Record<string, unknown>>(
      [
        textEvent(`${SECRET} là gì?`, { sender: { id: String(between(1, 40)) } }),
        followEvent(),
        officerEvent(),
        textEvent(SECRET, {
          event_name: "anonymous_send_text",
          message: { text: SECRET, msg_id: SECRET + between(1, 9), conversation_id: SECRET },
        }),
        { event_name: "user_click_chatnow", oa_id: OA_ID, user_id: SECRET, timestamp: `${Date.now()}` },
      ],
      random,
    );
    return random() < 0.5 ? { ...base, event_name: pick(NAMES, random) } : base;
  };
  /** Changes, removes or adds a value somewhere. */
  function mutate(value: Record<string, unknown>): Record<string, unknown> {
    const copy = structuredClone(value);
    for (let i = between(0, 3); i > 0; i--) {
      let at: Record<string, unknown> = copy;
      for (;;) {
        const name = pick([...Object.keys(at), SECRET, "id", "message", "sender"], random);
        const inner = at[name];
        if (typeof inner === "object" && inner !== null && random() < 0.6) {
          at = inner as Record<string, unknown>;
          continue;
        }
        if (random() < 0.2) delete at[name];
        else at[name] = pick(leaves, random)();
        break;
      }
    }
    return copy;
  }
  /** Bytes are flipped, cut, doubled. */
  function damaged(text: string): Buffer {
    const bytes = Buffer.from(text);
    if (bytes.length === 0) return bytes;
    for (let i = between(0, 3); i > 0; i--) bytes[between(0, bytes.length - 1)] = between(0, 255);
    return pick([bytes, bytes.subarray(0, between(0, bytes.length)), Buffer.concat([bytes, bytes])], random);
  }

  const statuses = new Map<number, number>();
  async function post(): Promise<void> {
    const { body, headers } = signed(mutate(event()));
    const dice = random();
    const sent: { body: string | Buffer; headers: Record<string, string> } =
      dice < 0.6
        ? { body, headers }
        : dice < 0.75
          ? { body: damaged(body), headers }
          : dice < 0.85
            ? { body: damaged(body), headers: {} }
            : dice < 0.95
              ? {
                  body,
                  headers: { ...headers, "X-ZEvent-Signature": pick(["", "mac=", SECRET, "mac=0"], random) },
                }
              : { body: pick(["", "null", "[]", "0", "{", SECRET, "{}".repeat(9)], random), headers };
    const response = await fetch(`${app.base}/webhooks/zalo`, {
      method: "POST",
      headers: sent.headers,
      body: typeof sent.body === "string" ? sent.body : new Uint8Array(sent.body),
    });
    await response.arrayBuffer();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
  }
  try {
    for (let i = 0; i < COUNT; i += 20) await Promise.all(Array.from({ length: 20 }, post));
    await app.settled();
    const counted = [...statuses].sort(([a], [b]) => a - b);
    console.log(`${COUNT} events: ${counted.map(([status, count]) => `${count} × ${status}`).join(", ")}`);
    expect(counted.map(([status]) => status)).toEqual([200, 400, 401, 403]);
    expect(statuses.get(200)).toBeGreaterThan(COUNT / 4);
    expect(fake.delivered.length).toBeGreaterThan(50);
    // Officers' events are among them: who is answered by a person isn't answered by the assistant.
    const reasons = (await app.store.mailbox.givenUp()).map((row) => row.reason);
    expect(reasons.filter((reason) => reason !== "human_answers")).toEqual([]);
    expect((await app.store.mailbox.counts()).filter((row) => row.box === "inbox")).toEqual([]);
    expect(rejections).toEqual([]);
    expect(app.log()).not.toContain(SECRET);
    expect(app.log()).not.toContain("246845883529197922");
    expect((await fetch(`${app.base}/healthz`)).status).toBe(200);
  } finally {
    process.off("unhandledRejection", onRejection);
    await app.close();
    await fake.close();
  }
}, 60_000);
