import { expect, test } from "vitest";
import { kill } from "./kill.ts";

/** All of them, 60, by `npm run soak -- kill`. */
const KILLS = 4;

test("killed at random moments, nothing acknowledged is lost and nobody is answered twice", async () => {
  const report = await kill({ kills: KILLS, seed: 4 });
  expect(report.broken).toEqual([]);
  expect(report.answered).toBeGreaterThan(3 * report.kills.serving);
  expect(report.events).toBeGreaterThan(0);
}, 300_000);
