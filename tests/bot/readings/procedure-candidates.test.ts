import { describe, expect, test } from "vitest";
import type { ReadingContext } from "../../../bot/readings/context.ts";
import {
  findProcedures,
  isForAge,
  withoutCopies,
  withoutTwins,
} from "../../../bot/readings/procedure-candidates.ts";
import { ProcedureActs } from "../../../bot/understanding/acts.ts";
import { TopicIndex } from "../../../bot/understanding/topic.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { ProcedureRecord } from "../../../knowledge/records.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { BARE_PROCEDURE, NO_RECORDS } from "../../support/records.ts";

type Row = Partial<ProcedureRecord> & Pick<ProcedureRecord, "code" | "name">;

const contextOf = (
  rows: Row[],
  text: string,
  found: [code: string, score: number][] = [],
  meant: [code: string, share: number][] = [],
): ReadingContext => {
  const procedures = rows.map((row) => ({ ...BARE_PROCEDURE, ...row }));
  const knowledge = { ...NO_RECORDS, procedures } as unknown as KnowledgeBase;
  const tokens = tokenize(text);
  return {
    knowledge,
    topics: new TopicIndex(knowledge),
    acts: new ProcedureActs(procedures),
    question: { tokens, procedureTopics: [tokens], officialTopics: [], acts: new Set(), needed: [] },
    found: new Map(found.map(([code, score]) => [code, { score, meaning: score }])),
    hits: new Map(),
    meant: { procedures: new Map(meant), planRecords: new Map(), plan: 0, none: 0 },
  } as unknown as ReadingContext;
};
const codesOf = (rows: Row[], text: string, found?: [string, number][]) =>
  findProcedures(contextOf(rows, text, found)).map(({ recordId }) => recordId);

describe("the two witnesses", () => {
  const rows = [
    { code: "1", name: "Hưởng chế độ tử tuất" },
    { code: "2", name: "Chế độ đối với người chưa đủ tuổi hưởng trợ cấp hưu trí xã hội" },
    { code: "3", name: "Cấp điện mới" },
  ];

  test("what the topic index alone would put second is first when retrieval is sure of it", () => {
    expect(codesOf(rows, "hưởng chế độ").slice(0, 2)).toEqual(["1", "2"]);
    const sure: [string, number][] = [
      ["2", 1],
      ["1", 0.4],
    ];
    expect(codesOf(rows, "hưởng chế độ", sure).slice(0, 2)).toEqual(["2", "1"]);
  });

  test("what only retrieval found is a candidate too, its coverage as small as it is", () => {
    const candidates = findProcedures(contextOf(rows, "tử tuất", [["3", 1]]));
    expect(candidates.map(({ recordId }) => recordId)).toEqual(["3", "1"]);
    expect(candidates[0]).toMatchObject({ coverage: 0, meaning: 1 });
  });

  test("what people mean who say so is a candidate without a word of it, and first when most mean it", () => {
    const found = findProcedures(contextOf(rows, "hưởng chế độ", [], [["3", 0.9]]));
    expect(found.map(({ recordId }) => recordId)).toEqual(["3", "1", "2"]);
  });

  test("the best of both keeps its score, so that thresholds mean the same", () => {
    const [alone] = findProcedures(contextOf(rows, "cấp điện mới"));
    const [both] = findProcedures(contextOf(rows, "cấp điện mới", [["3", 1]]));
    expect(both!.meaning).toBe(1);
    expect(both!.score).toBeCloseTo(alone!.score / 0.1);
  });

  test("nothing is found for nothing", () => {
    expect(codesOf(rows, "")).toEqual([]);
  });
});

describe("procedures of one name", () => {
  const twins: Row[] = [
    { code: "embassy", name: "Thủ tục đăng ký lại kết hôn", issuer: "Bộ Ngoại giao", levels: ["other"] },
    { code: "elsewhere", name: "Đăng ký lại kết hôn", issuer: "UBND tỉnh Lào Cai", levels: ["commune"] },
    { code: "ministry", name: "Đăng ký lại kết hôn.", issuer: "Bộ Tư pháp", levels: ["ministry"] },
    { code: "commune", name: "Đăng ký lại kết hôn", issuer: "Bộ Tư pháp", levels: ["province", "commune"] },
    { code: "own", name: "Đăng ký lại kết hôn", issuer: "UBND tỉnh Bà Rịa - Vũng Tàu", levels: ["province"] },
    { code: "reviewed", name: "Đăng ký lại kết hôn", reviewed: true },
  ];

  test("the reviewed one first, then that of the asker's province, of the country by level, of others", () => {
    expect(codesOf(twins, "đăng ký lại kết hôn", [["elsewhere", 1]])).toEqual([
      "reviewed",
      "own",
      "commune",
      "ministry",
      "embassy",
      "elsewhere",
    ]);
  });

  test("keep to their places among others", () => {
    const rows = [...twins.slice(0, 2), { code: "other", name: "Đăng ký kết hôn" }];
    expect(codesOf(rows, "đăng ký kết hôn")).toEqual(["other", "embassy", "elsewhere"]);
  });

  test("are offered twice at most, and once where one is to be chosen", () => {
    const context = contextOf(twins, "đăng ký lại kết hôn");
    const matches = findProcedures(context);
    const codes = (rows: typeof matches) => rows.map(({ recordId }) => recordId);
    expect(codes(withoutCopies(matches, context.knowledge))).toEqual(["reviewed", "own"]);
    expect(codes(withoutTwins(matches, context.knowledge))).toEqual(["reviewed"]);
  });
});

describe("an age", () => {
  const isFor = (name: string, age?: number) => isForAge({ ...BARE_PROCEDURE, code: "1", name }, age);

  test.each([
    ["Cấp thẻ căn cước cho người dưới 14 tuổi", 13, true],
    ["Cấp thẻ căn cước cho người dưới 14 tuổi", 14, false],
    ["Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên", 14, true],
    ["Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên", 10, false],
    ["Trợ cấp cho người từ đủ 70 tuổi đến dưới 75 tuổi", 72, true],
    ["Trợ cấp cho người từ đủ 70 tuổi đến dưới 75 tuổi", 75, false],
    ["Cấp hộ chiếu phổ thông ở trong nước", 5, true],
  ])("%s: %i", (name, age, expected) => {
    expect(isFor(name, age)).toBe(expected);
    expect(isFor(name)).toBe(true);
  });
});
