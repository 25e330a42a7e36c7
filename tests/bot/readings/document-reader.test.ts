import { beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../../bot/answers/compose.ts";
import type { Query } from "../../../bot/query.ts";
import { readQuotedMeant, withNamedBasis } from "../../../bot/readings/document-reader.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
beforeAll(async () => {
  readings = await openReadings(new Date("2026-11-25T09:00:00+07:00"));
}, 120_000);

describe("whether a document is among the legal bases", () => {
  const BASES: Query = { kind: "document", keys: ["legal_basis"], ids: [] };
  const read = async (text: string, query: Query = BASES) =>
    withNamedBasis(query, await readings.contextOf(text));
  const textOf = (query: Query) =>
    compose(query, {
      knowledge: readings.knowledge,
      now: new Date("2026-11-25T09:00:00+07:00"),
      settings: { retentionDays: 30, handoffContact: "" },
    }).text;

  test("one that is named is shown with a yes", async () => {
    const text = textOf(await read("quyết định 749/QĐ-TTg có trong căn cứ không"));
    expect(text.startsWith("**Có**")).toBe(true);
    expect(text).toContain("749/QĐ-TTg");
    expect(text).not.toContain("17/NQ-CP");
  });

  test("one that isn't is denied, beside all that are", async () => {
    const text = textOf(await read("QĐ 06/QĐ-TTg có nằm trong căn cứ ban hành không"));
    expect(text.startsWith("**Không**")).toBe(true);
    for (const number of ["749/QĐ-TTg", "17/NQ-CP"]) expect(text).toContain(number);
  });

  test("nothing is said of it where nothing is put to yes or no, or no document is named", async () => {
    for (const text of ["căn cứ ban hành gồm những gì", "749/QĐ-TTg trong căn cứ là văn bản gì"])
      expect(await read(text)).toBe(BASES);
    const other: Query = { kind: "smallTalk", topic: "thanks" };
    expect(await read("749/QĐ-TTg có trong căn cứ không", other)).toBe(other);
  });
});

describe("one of the documents just told", () => {
  const basis = (number: string) =>
    readings.knowledge.facts.find(({ key, value }) => key === "legal_basis" && value.includes(number))!.id;
  const read = async (text: string, ids: string[]) =>
    readQuotedMeant(await readings.contextOf(text, { last: { kind: "document", keys: ["quoted"], ids } }));

  test("is the one that was told alone, or the one at its place", async () => {
    const [first, second] = [basis("749/QĐ-TTg"), basis("942/QĐ-TTg")];
    const quoted = (id: string) => ({ kind: "document", keys: ["quoted"], ids: [id] });
    expect(await read("quyết định đó do ai ban hành", [first])).toEqual(quoted(first));
    expect(await read("quyết định thứ hai ký ngày nào", [first, second])).toEqual(quoted(second));
    expect(await read("quyết định cuối cùng nói về gì", [first, second])).toEqual(quoted(second));
  });

  test("is what a task just told carries out", async () => {
    const of = async (text: string, id: string) =>
      readQuotedMeant(await readings.contextOf(text, { last: { kind: "task", ids: [id], asks: [] } }));
    expect(await of("quyết định ấy ban hành ngày nào", "V.31")).toEqual({
      kind: "task",
      ids: ["V.31"],
      asks: [],
    });
    expect(await of("quyết định ấy ban hành ngày nào", "V.9")).toBeUndefined();
  });

  test("several are not one, and another sort is none of them", async () => {
    const ids = [basis("749/QĐ-TTg"), basis("942/QĐ-TTg")];
    expect(await read("quyết định đó do ai ban hành", ids)).toBeUndefined();
    expect(await read("nghị quyết thứ hai ký ngày nào", ids)).toBeUndefined();
    expect(await read("kế hoạch này ban hành ngày nào", ids)).toBeUndefined();
  });
});
