import { beforeAll, describe, expect, test } from "vitest";
import type { AnswerContext } from "../../../bot/answers/context.ts";
import { answerProcedure } from "../../../bot/answers/procedure.ts";
import type { Situation } from "../../../bot/situations/situation.ts";
import type { Aspect } from "../../../knowledge/records.ts";
import { LATEST, openContext } from "./shared.ts";

let context: AnswerContext;
beforeAll(async () => {
  context = await openContext("", LATEST);
}, 120_000);
const answer = (code: string, situation: Partial<Situation>, aspects: Aspect[] = []) =>
  answerProcedure({ code, aspects, situation: { told: {}, denied: {}, ...situation } }, context).text;

describe("what isn't the asker's procedure says so first", () => {
  test("another that is known is named, with the reason", () => {
    const text = answer("1.014063", { told: { cause: ["lost"] } });
    expect(text).toContain("thủ tục hợp hơn là **Cấp lại thẻ căn cước**");
  });

  test("where none is known it says why, and prints no papers", () => {
    const text = answer("1.001742", { told: { stay: ["abroad"] } });
    expect(text).toMatch(/không theo thủ tục này\*\*: ra nước ngoài định cư/u);
    expect(text).not.toContain("**Hồ sơ");
  });

  test("papers that are asked for are told beside the reason", () => {
    const text = answer("1.001742", { told: { stay: ["abroad"] } }, ["documents"]);
    expect(text).toMatch(/không theo thủ tục này/u);
    expect(text).toContain("**Hồ sơ");
  });

  test("no word of it where what was told is its case, or nothing was", () => {
    for (const situation of [{ told: { cause: ["lost"] } }, {}])
      expect(answer("1.014064", situation)).not.toMatch(/hợp hơn|không theo thủ tục|khác với điều/u);
  });
});

describe("time that was told", () => {
  test("too late, with what it means", () => {
    const text = answer("1.014748", { elapsedDays: 120, since: "job_end" });
    expect(text).toMatch(/^\*\*Đã quá hạn\*\*: .*trễ khoảng 30 ngày/u);
    expect(text).toContain("bảo lưu");
  });
  test("how much is left", () => {
    expect(answer("1.001193", { elapsedDays: 10, since: "birth" }, ["time"])).toMatch(
      /^\*\*Còn kịp\*\*: .*còn khoảng 50 ngày/u,
    );
  });
  test("nothing for something else that happened, nor where it is filed", () => {
    expect(answer("1.001193", { elapsedDays: 400, since: "job_end" }, ["time"])).not.toMatch(
      /Đã quá hạn|Còn kịp/u,
    );
    expect(answer("1.001193", { elapsedDays: 400, since: "birth" }, ["place"])).not.toMatch(/quá hạn/u);
  });
});
