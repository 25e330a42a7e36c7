import { expect, test } from "vitest";
import { broken, fuzz } from "./fuzz.ts";

/** All of them, 200,000, by `npm run soak -- fuzz`. */
const COUNT = 3000;

test("random requests to every address end nothing, break nothing and hang nothing", async () => {
  const report = await fuzz({ count: COUNT, seed: 2704, hangMs: 10_000 });
  expect(broken(report)).toEqual([]);
  // Or the requests were refused for one and the same reason, and prove little.
  const count = (...statuses: number[]) =>
    statuses.reduce((sum, status) => sum + (report.statuses.get(status) ?? 0), 0);
  expect(report.routes).toBeGreaterThan(40);
  expect(count(200)).toBeGreaterThan(COUNT / 20);
  expect(count(400)).toBeGreaterThan(COUNT / 20);
  expect(count(404)).toBeGreaterThan(COUNT / 50);
  expect(count(405)).toBeGreaterThan(COUNT / 50);
}, 180_000);
