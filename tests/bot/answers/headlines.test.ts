/** What opens an answer never speaks against what was told: over every reviewed record, every rule that is for a case, and every
 *  kind of question of yes or no. */
import { beforeAll, describe, expect, test } from "vitest";
import type { AnswerContext } from "../../../bot/answers/context.ts";
import { charged, late, sameDay } from "../../../bot/answers/findings/money-and-time.ts";
import { eligible } from "../../../bot/answers/findings/papers-and-terms.ts";
import { answerProcedure } from "../../../bot/answers/procedure.ts";
import { caseOf } from "../../../bot/answers/procedure-case.ts";
import { speaksOf } from "../../../bot/answers/procedure-told.ts";
import { findingsOn } from "../../../bot/answers/procedure-verdict.ts";
import type { ProcedureQuery } from "../../../bot/query.ts";
import { meets, NO_SITUATION, SEVERAL, type Situation } from "../../../bot/situations/situation.ts";
import { WHETHERS } from "../../../bot/understanding/whether-rows.ts";
import { CIRCUMSTANCES, listsOf, type When } from "../../../knowledge/circumstances.ts";
import type { ProcedureRecord } from "../../../knowledge/records.ts";
import { LATEST, openContext } from "./shared.ts";

const DAY = "2026-11-25";
let context: AnswerContext;
let records: ProcedureRecord[];
beforeAll(async () => {
  context = await openContext("", LATEST);
  records = context.knowledge.procedures.filter(({ reviewed }) => reviewed);
}, 120_000);

const ageOf = ({ age }: When): Pick<Situation, "age"> =>
  age === undefined ? {} : { age: age.from ?? age.below! - 1 };

/** Somebody of whom all of it holds. */
const metBy = (when: When): Situation => ({
  ...NO_SITUATION,
  ...ageOf(when),
  told: Object.fromEntries(listsOf(when).map(([id, [value]]) => [id, [value!]])),
});

/** For each part of it somebody of whom all but that holds: another value is told, or this one is denied. */
function missedBy(when: When): Situation[] {
  const met = metBy(when);
  const lists = listsOf(when).map(([id, wanted]): Situation => {
    const { [id]: _own, ...told } = met.told;
    const other = Object.keys(CIRCUMSTANCES[id].values).find((value) => !wanted.includes(value as never));
    return SEVERAL.has(id) || other === undefined
      ? { ...met, told, denied: { [id]: wanted } }
      : { ...met, told: { ...told, [id]: [other] } };
  });
  const { age } = when;
  const ages = age === undefined ? [] : [{ ...met, age: age.from === undefined ? age.below! : age.from - 1 }];
  return [...lists, ...ages].filter((situation) => meets(situation, when) === false);
}

const asked = (procedure: ProcedureRecord, situation: Situation, query: Partial<ProcedureQuery> = {}) => ({
  procedure: caseOf(procedure, { situation }).procedure,
  situation,
  query: { code: procedure.code, aspects: [], ...query },
  day: DAY,
  knowledge: context.knowledge,
});

describe("an exception of a record", () => {
  const HEAD = /\*\*Trường hợp anh\/chị kể không theo thủ tục này\*\*: ([^\n]*)/u;
  const said = ({ code }: ProcedureRecord, situation: Situation) =>
    HEAD.exec(answerProcedure({ code, aspects: [], situation }, context).text)?.[1] ?? "";

  test("is told as the asker's only where all of it was told", () => {
    const wrong: string[] = [];
    for (const record of records)
      for (const { text, when } of record.relations.exceptWhen) {
        const first = text.slice(0, 30);
        for (const situation of missedBy(when))
          if (said(record, situation).includes(first)) wrong.push(`${record.code}: ${text}`);
      }
    expect(wrong).toEqual([]);
  });

  test("of which only a part was told is told as a condition", () => {
    const { code } = records.find((row) => row.code === "1.013225")!;
    const tell = (told: Record<string, string[]>) =>
      answerProcedure({ code, aspects: [], situation: { told, denied: {} } }, context).text;
    expect(tell({ building: ["low_house"] })).toMatch(/^\*\*Không theo thủ tục này nếu\*\*: nhà ở riêng lẻ/u);
    expect(tell({ building: ["low_house"], planning: ["unmanaged"] })).toMatch(
      /^\*\*Trường hợp anh\/chị kể/u,
    );
    expect(tell({ building: ["low_house"], planning: ["managed"] })).not.toMatch(/không theo thủ tục/iu);
    expect(tell({ building: ["big_house"], planning: ["unmanaged"] })).not.toMatch(/không theo thủ tục/iu);
  });
});

describe("a verdict over all records", () => {
  test("asks nobody for money whom the record spares, and spares nobody of another case", () => {
    const wrong: string[] = [];
    for (const record of records)
      for (const { text, when } of record.exemptions.filter((row) => Object.keys(row.when).length > 0))
        for (const isFree of [true, false]) {
          const whether = [isFree ? ("free" as const) : ("fee" as const)];
          const own = charged(isFree)(asked(record, metBy(when), { whether }));
          if (own && /^(?:Có|Không miễn)$/u.test(own.head)) wrong.push(`${record.code}: ${text}`);
          for (const situation of missedBy(when)) {
            const other = charged(isFree)(asked(record, situation, { whether }));
            const isOther = other?.head === "Được miễn, giảm" && other.fact === text;
            if (isOther) wrong.push(`${record.code} of another: ${text}`);
          }
        }
    expect(wrong).toEqual([]);
  });

  test("reckons nobody late by another's deadline", () => {
    const wrong: string[] = [];
    for (const record of records)
      for (const { text, when, countsFrom } of record.deadlines) {
        if (countsFrom === null || Object.keys(when).length === 0) continue;
        for (const situation of missedBy(when)) {
          const found = late(asked(record, { ...situation, elapsedDays: 900, since: countsFrom }));
          if (found?.verdict === "late" && found.fact.startsWith(text)) wrong.push(`${record.code}: ${text}`);
        }
      }
    expect(wrong).toEqual([]);
  });

  test("promises nothing on the day to whom the record says later", () => {
    const wrong: string[] = [];
    for (const record of records)
      for (const { text, when } of record.times.flatMap(({ additions }) => additions)) {
        if (Object.keys(when).length === 0) continue;
        if (sameDay(asked(record, metBy(when)))?.head === "Được") wrong.push(`${record.code}: ${text}`);
      }
    expect(wrong).toEqual([]);
  });

  test("calls nobody old enough by the age of another case", () => {
    const wrong: string[] = [];
    for (const record of records)
      for (const { text, when, atLeast } of record.ages ?? []) {
        if (Object.keys(when).length === 0 || atLeast === null) continue;
        const denied = Object.fromEntries(listsOf(when));
        const found = eligible(asked(record, { told: {}, denied, age: atLeast }));
        if (found?.head === "Đủ tuổi") wrong.push(`${record.code}: ${text}`);
      }
    expect(wrong).toEqual([]);
  });

  test("quotes no sentence that speaks of another case than the asker's", () => {
    const wrong: string[] = [];
    const cases = (["works", "planning", "building", "vehicleState", "residence"] as const).flatMap((id) =>
      Object.keys(CIRCUMSTANCES[id].values).map(
        (value): Situation => ({ told: { [id]: [value] }, denied: {} }),
      ),
    );
    for (const record of records)
      for (const [i, { text }] of record.conditions.map((text) => ({ text })).entries())
        for (const situation of cases) {
          if (speaksOf(text, situation) !== false) continue;
          const facts = [{ pointer: `/conditions/${i}`, share: 0.9 }];
          for (const whether of [undefined, ...WHETHERS.map((kind) => [kind])]) {
            const query = { facts, particular: true as const, ...(whether ? { whether } : {}) };
            const found = findingsOn(asked(record, situation, query));
            const fault = found.find(
              ({ verdict, fact }) => verdict === "told" && speaksOf(fact, situation) === false,
            );
            if (fault) wrong.push(`${record.code} ${whether}: ${fault.fact}`);
          }
        }
    expect(wrong).toEqual([]);
  });
});
