import { beforeAll, describe, expect, test } from "vitest";
import type { AnswerContext } from "../../../bot/answers/context.ts";
import { answerProcedureComparison } from "../../../bot/answers/procedure-comparison.ts";
import { FigureLock } from "../../../bot/figure-lock.ts";
import { ASPECTS } from "../../../knowledge/records.ts";
import { LATEST, openContext } from "./shared.ts";

let context: AnswerContext;
beforeAll(async () => {
  context = await openContext("", LATEST);
}, 120_000);

describe("two procedures side by side", () => {
  test("where they differ comes first, then both sides complete", () => {
    const { text, procedures } = answerProcedureComparison(
      { codes: ["1.014063", "1.014064"], aspects: ["fee"] },
      context,
    );
    expect(procedures.map(({ code }) => code)).toEqual(["1.014063", "1.014064"]);
    expect(text.startsWith("**Khác nhau**")).toBe(true);
    expect(text.indexOf("(mã 1.014063)")).toBeGreaterThan(text.indexOf("Khác nhau"));
    expect(text.indexOf("(mã 1.014064)")).toBeGreaterThan(text.indexOf("(mã 1.014063)"));
    expect(text.match(/\*\*Phí, lệ phí\*\*/gu)).toHaveLength(2);
  });

  test("what is the same is told as the same", () => {
    const { text } = answerProcedureComparison(
      { codes: ["3.000347", "3.000348"], aspects: ["place"] },
      context,
    );
    expect(text).toMatch(/\*\*Giống nhau\*\*\n- Nơi nộp/u);
  });

  test("the quicker one is named where each states one time", () => {
    const { text } = answerProcedureComparison(
      { codes: ["1.004194", "1.004222"], aspects: ["time"], better: "faster" },
      context,
    );
    expect(text).toMatch(/^\*\*Nhanh hơn\*\*: Đăng ký tạm trú\./u);
  });

  test("figures of any two, by any aspect, stand in quotes", () => {
    const lock = new FigureLock(context.knowledge.agencies);
    const codes = context.knowledge.procedures.filter(({ reviewed }) => reviewed).map(({ code }) => code);
    const faults = codes.slice(1).flatMap((code, i) => {
      const aspects = [ASPECTS[i % ASPECTS.length]!];
      const reply = answerProcedureComparison({ codes: [codes[i]!, code], aspects }, context);
      return lock.check(reply).unsupported.map(({ printed }) => `${codes[i]} ${code} ${aspects}: ${printed}`);
    });
    expect(faults).toEqual([]);
  });
});
