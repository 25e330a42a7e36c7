import { beforeAll, describe, expect, test } from "vitest";
import type { AnswerContext } from "../../../bot/answers/context.ts";
import { answerProcedure } from "../../../bot/answers/procedure.ts";
import type { ProcedureQuery } from "../../../bot/query.ts";
import { NO_SITUATION } from "../../../bot/situations/situation.ts";
import type { ProcedureRecord } from "../../../knowledge/records.ts";
import { LATEST, openContext } from "./shared.ts";

let context: AnswerContext;
let record: ProcedureRecord;
beforeAll(async () => {
  context = await openContext("", LATEST);
  record = context.knowledge.procedures.find(({ code }) => code === "1.001613")!;
}, 120_000);

const answer = (pointer: string, share: number, more: Partial<ProcedureQuery> = {}) =>
  answerProcedure({ code: record.code, aspects: [], facts: [{ pointer, share }], ...more }, context);
const times = (text: string, part: string) => text.split(part).length - 1;

describe("the item that is asked for", () => {
  test("opens the answer where it is likely, and stands alone where it is almost certain", () => {
    const likely = answer("/notes/0", 0.45);
    expect(likely.text.startsWith(`**${record.notes[0]!.replace(/\.$/, "")}`)).toBe(true);
    expect(likely.text).toContain("**Hồ sơ");
    const sure = answer("/notes/0", 0.9);
    expect(sure.text).not.toContain("**Hồ sơ");
    expect(sure.citations.some(({ quote }) => record.notes[0]!.includes(quote))).toBe(true);
  });

  test("stands behind the rest where it may be another", () => {
    const { text } = answer("/notes/0", 0.2);
    const note = record.notes[0]!.replace(/\.$/, "");
    expect(text.indexOf(note)).toBeGreaterThan(text.indexOf("**Hồ sơ"));
  });

  test("says what it is, and isn't said again among the others of its kind", () => {
    const { text } = answer("/conditions/1", 0.45, { asksWhether: true });
    const condition = record.conditions[1]!.replace(/[.,;]$/, "");
    expect(text.startsWith(`**Yêu cầu, điều kiện**: ${condition}`)).toBe(true);
    expect(times(text, condition)).toBe(1);
    expect(text).toContain(record.conditions[0]!.replace(/[.,;]$/, ""));
  });

  test("is the verdict where the time told decides a term", () => {
    const code = "1.014748";
    const situation = { ...NO_SITUATION, elapsedDays: 20, since: "job_end" as const };
    const { text } = answerProcedure(
      { code, aspects: [], situation, facts: [{ pointer: "/deadlines/0", share: 0.5 }] },
      context,
    );
    expect(text.startsWith("**Còn kịp**")).toBe(true);
  });
});

test("a section that is asked for stands in the summary's place, and a case of papers is opened", () => {
  expect(answer("/place", 0.7).text).not.toContain("**Hồ sơ");
  const cases = context.knowledge.procedures.find(({ documents }) => documents.length > 3)!;
  const { text } = answerProcedure(
    { code: cases.code, aspects: ["documents"], facts: [{ pointer: "/documents/2", share: 0.6 }] },
    context,
  );
  for (const { text: paper } of cases.documents[2]!.items)
    expect(text).toContain(paper.split(/[;,(]/)[0]!.trim());
});

test("what points at nothing tells nothing", () => {
  expect(answer("/notes/99", 0.9).text).toContain("**Hồ sơ");
});
