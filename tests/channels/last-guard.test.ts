import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { installLastGuard } from "../../channels/last-guard.ts";
import { keepLog } from "../support/channel-server.ts";

function install() {
  const process = new EventEmitter();
  const { logger, log } = keepLog();
  const stops: number[] = [];
  const said: string[] = [];
  installLastGuard({
    process,
    logger,
    stop: (status) => stops.push(status),
    say: (line) => said.push(line),
  });
  return { process, log, stops, said };
}

test.each(["uncaughtException", "unhandledRejection"])(
  "%s is logged without its words, told to the operator, and ends the program with a status",
  (event) => {
    const { process, log, stops, said } = install();
    process.emit(event, Object.assign(new TypeError("CCCD 079123456789"), { code: "ERR_X" }));
    expect(stops).toEqual([1]);
    expect(said).toHaveLength(1);
    expect(log()).toContain('"name":"TypeError"');
    expect(log()).toContain('"code":"ERR_X"');
    expect(log()).toContain("last-guard.test.ts");
    expect(log()).not.toContain("079123456789");
  },
);

test("what is thrown may be anything, and a code that is words of people is left out", () => {
  const { process, log, stops } = install();
  for (const thrown of [undefined, null, "079123456789", { a: 1 }])
    process.emit("unhandledRejection", thrown);
  process.emit("uncaughtException", Object.assign(new Error("x"), { code: "số 079123456789" }));
  expect(stops).toEqual([1, 1, 1, 1, 1]);
  expect(log()).not.toContain("079123456789");
});
