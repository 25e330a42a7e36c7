import { pino } from "pino";
import { expect, test } from "vitest";
import type { Assistant } from "../../bot/assistant.ts";
import { createAnswering } from "../../channels/answering.ts";
import { createMetrics } from "../../channels/metrics.ts";
import { emptyRecords, type KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { responseWith } from "./fakes.ts";

const open = (assistant: Assistant) =>
  createAnswering({
    core: () => ({
      assistant,
      knowledge: { ...emptyRecords(), version: "0001-test" } as unknown as KnowledgeBase,
    }),
    logger: pino({ level: "silent" }),
    metrics: createMetrics(),
  });
const turn = (text: string) => ({ text, channel: "web" as const });

test("a crowd of questions is answered in its order, and what comes meanwhile waits for a few of them", async () => {
  const order: string[] = [];
  const answering = open({
    async answer({ text }) {
      order.push(text);
      return responseWith({});
    },
  });
  const crowd = Array.from({ length: 20 }, (_, i) => answering.answer(turn(`${i}`)));
  setImmediate(() => setImmediate(() => order.push("key")));
  await Promise.all(crowd);
  expect(order.indexOf("key")).toBeLessThanOrEqual(12);
  expect(order.filter((text) => text !== "key")).toEqual(Array.from({ length: 20 }, (_, i) => `${i}`));
});

test("answers that wait for something, such as a language model, don't wait for each other", async () => {
  let waiting = 0;
  let release = () => {};
  const all = new Promise<void>((resolve) => {
    release = resolve;
  });
  const answering = open({
    async answer() {
      if (++waiting === 5) release();
      await all;
      return responseWith({});
    },
  });
  await Promise.all(Array.from({ length: 5 }, (_, i) => answering.answer(turn(`${i}`))));
  expect(waiting).toBe(5);
});

test("a stop answers those that were let in before it and refuses the next", async () => {
  const answering = open({ answer: async () => responseWith({}) });
  const accepted = [answering.answer(turn("1")), answering.answer(turn("2"))];
  const closed = answering.close();
  await expect(answering.answer(turn("3"))).rejects.toMatchObject({ code: "not_ready" });
  expect(await Promise.all(accepted)).toHaveLength(2);
  await closed;
});
