import { expect, test } from "vitest";
import { createShutdown } from "../../channels/shutdown.ts";

const forever = () => new Promise(() => {});

async function endOf(steps: (() => unknown)[][], ask: (stop: (status: number) => void) => void) {
  const failures: unknown[] = [];
  const status = await new Promise<number>((exit) => {
    const shutdown = createShutdown({
      steps: steps.map((parts) => ({ withinMs: 30, parts })),
      exit,
      onFailure: (error) => failures.push(error),
    });
    ask(shutdown.stop);
  });
  return { status, failures };
}

test("parts are closed step by step, whatever one before them does", async () => {
  const closed: string[] = [];
  const fault = new Error("full");
  const { status, failures } = await endOf(
    [
      [
        forever,
        () => {
          throw fault;
        },
        () => closed.push("channels"),
      ],
      [async () => closed.push("store")],
    ],
    (stop) => stop(0),
  );
  expect(status).toBe(0);
  expect(closed).toEqual(["channels", "store"]);
  expect(failures).toEqual([fault]);
});

test("asked for several times it ends once, with the gravest status", async () => {
  let closed = 0;
  const { status } = await endOf([[forever, () => closed++]], (stop) => {
    stop(0);
    stop(1);
    stop(0);
  });
  expect(status).toBe(1);
  expect(closed).toBe(1);
});

test("who asks again doesn't wait", () => {
  const exits: number[] = [];
  const shutdown = createShutdown({
    steps: [{ withinMs: 10_000, parts: [forever] }],
    exit: (status) => exits.push(status),
  });
  expect(shutdown.isUnderWay).toBe(false);
  shutdown.stop(0);
  expect(shutdown.isUnderWay).toBe(true);
  shutdown.stopNow();
  expect(exits).toEqual([1]);
});
