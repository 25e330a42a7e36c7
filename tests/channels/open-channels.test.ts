import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openSqliteStore } from "../../bot/state/sqlite-store.ts";
import type { StateStore } from "../../bot/state/store.ts";
import { createAnswering } from "../../channels/answering.ts";
import type { Channel, ChannelContext } from "../../channels/channel.ts";
import { channelProblems } from "../../channels/channel-settings.ts";
import { createMetrics, type Metrics } from "../../channels/metrics.ts";
import { type OpenChannels, openChannels } from "../../channels/open-channels.ts";
import type { ChannelModule } from "../../channels/registry.ts";
import { loadConfig } from "../../config.ts";
import { emptyRecords, type KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { fakeAssistant } from "./fakes.ts";

let store: StateStore;
let metrics: Metrics;
let opened: OpenChannels | undefined;
beforeEach(async () => {
  store = await openSqliteStore(":memory:");
  metrics = createMetrics();
});
afterEach(async () => {
  await opened?.close();
  opened = undefined;
  await store.close();
});

/** A channel that sends everything it is asked to a list. */
function echoModule(sent: string[], needs: ChannelModule["needs"]): ChannelModule {
  return {
    name: "zalo",
    title: "Thử",
    needs,
    problems: (config) => (config.HANDOFF_CONTACT === "sai" ? ["HANDOFF_CONTACT: không hợp lệ"] : []),
    async create(_config, context: ChannelContext): Promise<Channel> {
      return {
        name: "zalo",
        webhooks: [
          {
            method: "POST",
            path: "/webhooks/test",
            async receive({ body }) {
              const { id, text } = JSON.parse(body.toString("utf8"));
              return {
                status: 200,
                body: { isNew: await context.accept({ key: id, person: "p", payload: text }) },
              };
            },
          },
        ],
        mail: {
          perSecond: 1000,
          concurrency: 2,
          async handle(event) {
            const { reply } = await context.answer(
              { text: event.payload, channel: "zalo" },
              { messageId: event.key, conversationId: "conversation-1" },
            );
            return [{ recipient: event.person, payload: reply.text }];
          },
          async send(message) {
            sent.push(message.payload);
            return { outcome: "delivered" };
          },
        },
      };
    },
  };
}

const open = (modules: readonly ChannelModule[], isLoaded: () => boolean) => {
  const core = {
    assistant: fakeAssistant(),
    knowledge: { ...emptyRecords(), version: "0001-test" } as unknown as KnowledgeBase,
  };
  const logger = pino({ level: "silent" });
  const answering = createAnswering({ core: () => (isLoaded() ? core : undefined), logger, metrics });
  return openChannels(loadConfig({}), { answering, store, logger, metrics, modules });
};

test("a channel takes events while the knowledge is being loaded, and answers each once when it is there", async () => {
  const sent: string[] = [];
  let loaded = false;
  opened = await open([echoModule(sent, [])], () => loaded);
  await opened.start();
  const { receive } = opened.webhooks[0]!;
  const request = (id: string) => ({
    method: "POST",
    url: "/webhooks/test",
    headers: {},
    body: Buffer.from(JSON.stringify({ id, text: "V.9 là gì?" })),
  });
  expect(await receive(request("1"))).toEqual({ status: 200, body: { isNew: true } });
  expect(await receive(request("1"))).toEqual({ status: 200, body: { isNew: false } });
  await wait(10);
  expect(sent).toEqual([]);
  expect(await metrics.registry.metrics()).toContain(
    'channel_mail{channel="zalo",box="inbox",state="waiting"} 1',
  );
  loaded = true;
  expect(await receive(request("2"))).toEqual({ status: 200, body: { isNew: true } });
  // A delivery is counted once it is written down, a moment after the message left.
  const text = await vi.waitFor(
    async () => {
      const written = await metrics.registry.metrics();
      expect(written).toContain('channel_deliveries_total{channel="zalo",outcome="delivered"} 2');
      expect(written).not.toContain("channel_mail{");
      return written;
    },
    // As long as the wait before: two hundred looks.
    { timeout: 2000, interval: 10 },
  );
  expect(sent).toHaveLength(2);
  expect(text).toContain('channel_events_total{channel="zalo",outcome="accepted"} 2');
  expect(text).toContain('channel_events_total{channel="zalo",outcome="repeated"} 1');
  expect(text).toContain('channel_deliveries_total{channel="zalo",outcome="delivered"} 2');
  expect(text).not.toContain("channel_mail{");
});

test("a channel without its settings is off, says what it lacks, and is not loaded", async () => {
  const off: ChannelModule = {
    ...echoModule([], ["HANDOFF_CONTACT"]),
    create: () => Promise.reject(new Error()),
  };
  opened = await open([off], () => true);
  expect(opened.webhooks).toEqual([]);
  expect(opened.lines).toEqual(["Kênh Thử: tắt (chưa đặt HANDOFF_CONTACT)"]);
});

test("settings that are half there, or wrong together, are named", () => {
  const module = echoModule([], ["HANDOFF_CONTACT", "DATA_DIR"]);
  const problems = (HANDOFF_CONTACT: string) =>
    channelProblems({ ...loadConfig({}), HANDOFF_CONTACT }, [module]);
  expect(problems("")).toEqual(["HANDOFF_CONTACT: còn thiếu, trong khi kênh Thử đã được cài đặt một phần"]);
  expect(problems("1022")).toEqual([]);
  expect(problems("sai")).toEqual(["HANDOFF_CONTACT: không hợp lệ"]);
});
