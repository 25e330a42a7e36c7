import { beforeAll, describe, expect, test } from "vitest";
import type { Query } from "../../../bot/query.ts";
import { readFocus, readWholeFocus } from "../../../bot/readings/focus-reader.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2024-06-15T08:00:00+07:00"));
});

const task: Query = { kind: "task", ids: ["V.33"], asks: [] };
const target: Query = { kind: "target", ids: ["target:III.1.5"], completion: false, all: false };
const read = async (text: string, last: Query) => readFocus(await readings.contextOf(text, { last }));

describe("of the answer before", () => {
  test.each(["nằm ở mục nào của văn bản", "ghi ở trang nào", "cái đó nằm chỗ nào trong kế hoạch"])(
    "its place: “%s”",
    async (text) => {
      expect(await read(text, target)).toContainEqual(
        expect.objectContaining({ query: { kind: "locator", of: target } }),
      );
    },
  );

  test("who is meant by a cell", async () => {
    const [proposal] = await read("cụ thể là sở nào", task);
    expect(proposal).toMatchObject({
      query: { ...task, asks: ["whoExactly"] },
      features: { "exactly: said": 1 },
    });
  });

  test("whether it is certain, whatever it was about", async () => {
    expect(await read("chắc không?", target)).toContainEqual(
      expect.objectContaining({ query: { kind: "again", of: target, how: "certain" } }),
    );
  });

  test("nothing where something else is asked", async () => {
    expect(await read("Sở Y tế chủ trì những việc nào", target)).toEqual([]);
  });
});

describe("a question that says nothing else", () => {
  const whole = async (text: string, last: Query) => readWholeFocus(await readings.contextOf(text, { last }));

  test("is certain, though its words stand in other records", async () => {
    expect(await whole("nằm ở mục nào của văn bản", target)).toEqual({ kind: "locator", of: target });
    expect(await whole("chắc không?", target)).toEqual({ kind: "again", of: target, how: "certain" });
  });

  test("is not where a subject is named, and not of a procedure", async () => {
    expect(await whole("chữ ký số nằm ở mục nào của văn bản", target)).toBeUndefined();
    const procedure: Query = { kind: "procedure", code: "1.000894", aspects: [] };
    expect(await whole("ghi ở mục nào", procedure)).toBeUndefined();
  });
});
