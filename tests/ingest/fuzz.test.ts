import { expect, test } from "vitest";
import { fuzzImports } from "../soak/imports.ts";

test("a few hundred damaged documents: each ends with records, passages or a reason", {
  timeout: 300_000,
}, async () => {
  const { outcomes, problems } = await fuzzImports({ count: 300, seed: 20231025 });
  expect(problems).toEqual([]);
  // Some are still read and some are not, or the damage is of the wrong size.
  const read = (outcomes.records ?? 0) + (outcomes.passages ?? 0);
  expect(read).toBeGreaterThan(30);
  expect(outcomes.file_unreadable).toBeGreaterThan(30);
});
