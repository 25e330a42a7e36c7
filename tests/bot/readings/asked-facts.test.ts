import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { decide } from "../../../bot/decide.ts";
import { shippedAskedKinds } from "../../../bot/examples/asked-kinds.ts";
import type { ProcedureQuery } from "../../../bot/query.ts";
import { askableFacts } from "../../../bot/readings/askable-facts.ts";
import { factFeatures, withAskedFacts } from "../../../bot/readings/asked-facts.ts";
import { NO_SITUATION } from "../../../bot/situations/situation.ts";
import { shippedModel } from "../../../knowledge/embedding-models/sentence-model.ts";
import { openReadings, type Readings } from "./reader-context.ts";

const FOLDER = join(import.meta.dirname, "../../../bot/examples/asked");
let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2026-11-25T09:00:00+07:00"));
}, 120_000);
const procedureOf = (code: string) =>
  readings.knowledge.procedures.find((procedure) => procedure.code === code)!;

describe("facts that can be asked for", () => {
  test("point at what the record holds, each once", () => {
    for (const procedure of readings.knowledge.procedures) {
      const pointers = askableFacts(procedure).map(({ pointer }) => pointer);
      expect(new Set(pointers).size, procedure.code).toBe(pointers.length);
      for (const pointer of pointers.filter((row) => row.startsWith("/"))) {
        const [, part = "", item] = pointer.split("/");
        const held = (procedure as unknown as Record<string, unknown>)[part];
        expect(held, `${procedure.code} ${pointer}`).toBeDefined();
        if (item !== undefined)
          expect((held as unknown[])[Number(item)], `${procedure.code} ${pointer}`).toBeTruthy();
      }
    }
  });

  test("are all that the examples name", () => {
    const wrong = readdirSync(FOLDER).flatMap((file) =>
      readFileSync(join(FOLDER, file), "utf8")
        .split("\n")
        .filter(Boolean)
        .flatMap((line) => {
          const { text, code, facts } = JSON.parse(line) as { text: string; code: string; facts: string[] };
          const known = new Set(askableFacts(procedureOf(code)).map(({ pointer }) => pointer));
          return facts.every((pointer) => known.has(pointer)) ? [] : [`${code} ${facts.join()}: ${text}`];
        }),
    );
    expect(wrong).toEqual([]);
  });

  test("the weights were learned from the same examples as the kinds", () => {
    const path = new URL("../../../bot/readings/asked-weights.json", import.meta.url);
    const { trainedOn } = JSON.parse(readFileSync(path, "utf8"));
    expect(trainedOn).toEqual(shippedAskedKinds().trainedOn);
  });
});

test("an item of another case is marked as such, and one of the case told too", () => {
  const procedure = procedureOf("2.000693");
  const rowsOf = (told: Record<string, string[]>) => {
    const { facts, rows } = factFeatures({
      procedure,
      procedures: readings.knowledge.procedures,
      text: "nộp trong bao lâu",
      vector: shippedModel().embed("nộp trong bao lâu"),
      content: [],
      situation: { ...NO_SITUATION, told },
      kinds: new Map([["deadlines", 0.9]]),
    });
    return (pointer: string) => rows[facts.findIndex((fact) => fact.pointer === pointer)]!;
  };
  const self = rowsOf({ insurance: ["voluntary"], filedBy: ["self"], maternity: ["birth"] });
  expect(self("/deadlines/1")).toMatchObject({ "item: met": 1, "item: unmet": 0 });
  expect(self("/deadlines/0")).toMatchObject({ "item: met": 0, "item: unmet": 1 });
  expect(rowsOf({})("/deadlines/0")).toMatchObject({ "item: met": 0, "item: unmet": 0 });
});

describe("of a procedure that is spoken of", () => {
  const LAST: ProcedureQuery = { kind: "procedure", code: "1.001598", aspects: [] };
  const asked = async (text: string, last = LAST) =>
    decide(await readings.contextOf(text, { last })) as ProcedureQuery;

  test("the one item that answers is asked for, in other words than its own", async () => {
    const { code, facts = [] } = await asked("đẻ mổ thì được nghỉ thêm mấy ngày");
    expect(code).toBe("1.001598");
    expect(facts.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining([expect.stringMatching(/\/\d+$/)]),
    );
  });

  test("a section that the words ask for stands beside the aspect that was heard", async () => {
    const { aspects } = await asked("giấy tờ cần gì, nộp ở đâu, mấy bữa có");
    expect(aspects).toEqual(expect.arrayContaining(["documents", "place", "time"]));
  });

  test("other kinds of queries are left as they are, and whole sheets too", async () => {
    const context = await readings.contextOf("mấy tiền", { last: LAST });
    const sheet: ProcedureQuery = { ...LAST, whole: true };
    expect(withAskedFacts(sheet, context)).toBe(sheet);
    const talk = { kind: "smallTalk", topic: "thanks" } as const;
    expect(withAskedFacts(talk, context)).toBe(talk);
  });
});
