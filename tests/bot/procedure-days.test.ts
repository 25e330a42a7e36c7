/** The clock moves over every day on which a fact of a shipped record begins or ends. */
import { beforeAll, describe, expect, test } from "vitest";
import { answerProcedure } from "../../bot/answers/procedure.ts";
import { linesOn, VIETNAMESE_VALUES } from "../../bot/answers/procedure-values.ts";
import { FigureLock } from "../../bot/figure-lock.ts";
import { addDays, formatDay } from "../../knowledge/calendar.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { DatedFee, DatedTime, ProcedureRecord } from "../../knowledge/records.ts";
import { shippedKnowledge } from "../support/assistant.ts";
import { BARE_PROCEDURE, datedFee, datedTime } from "../support/records.ts";

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
});

type Dated = DatedFee | DatedTime;
const noon = (day: string): Date => new Date(`${day}T05:00:00Z`);
const answerOn = (procedure: ProcedureRecord, aspect: "fee" | "time", day: string) =>
  answerProcedure(
    { code: procedure.code, aspects: [aspect] },
    {
      knowledge: { ...knowledge, procedures: [procedure] },
      now: noon(day),
      settings: { retentionDays: 30, handoffContact: "" },
    },
  );

/** Days next to a beginning or an end: the last before and the first after it. */
const turnsOf = (rows: readonly Dated[]): string[] => [
  ...new Set(
    rows.flatMap(({ from, until }) => [
      ...(from === null ? [] : [addDays(from, -1), from]),
      ...(until === null ? [] : [until, addDays(until, 1)]),
    ]),
  ),
];

/** What a line says before it says from when something else holds. */
const current = (text: string): string =>
  text.replace(/(?:; |chưa áp dụng, )từ \d\d\/\d\d\/\d{4}: [^\n]*/gu, "");

test("on every such day each shipped figure is said as what it is on that day", () => {
  let checked = 0;
  for (const procedure of knowledge.procedures)
    for (const aspect of ["fee", "time"] as const) {
      const rows: readonly Dated[] = aspect === "fee" ? procedure.fees : procedure.times;
      for (const day of turnsOf(rows)) {
        const reply = answerOn(procedure, aspect, day);
        expect(new FigureLock(knowledge.agencies).check(reply).unsupported).toEqual([]);
        const lines = linesOn(procedure, rows, day, VIETNAMESE_VALUES);
        for (const { value } of lines) expect(reply.text).toContain(value);
        for (const row of rows) {
          const where = `${procedure.code} ${aspect} ${row.text} on ${day}`;
          const siblings = rows.filter(
            (other) =>
              other !== row &&
              other.case === row.case &&
              JSON.stringify(other.channels) === JSON.stringify(row.channels),
          );
          const line = lines.find(({ value }) => value.toLowerCase().includes(row.case.toLowerCase()))!.value;
          const isUnique = siblings.every(
            (other) => !other.text.includes(row.text) && !row.text.includes(other.text),
          );
          if (!isUnique) continue;
          checked++;
          const isBegun = row.from === null || row.from <= day;
          const isOver = row.until !== null && row.until < day;
          if (isOver) expect(`${line}`, where).not.toContain(row.text);
          else if (!isBegun) {
            expect(current(line), where).not.toContain(row.text);
            const isNext = !siblings.some(({ from }) => from !== null && from > day && from < row.from!);
            if (isNext) expect(line, where).toContain(`từ ${formatDay(row.from!)}: ${row.text}`);
          } else {
            expect(current(line), where).toContain(row.text);
            if (row.until !== null) expect(line, where).toContain(`đến hết ${formatDay(row.until)}`);
          }
        }
      }
    }
  expect(checked).toBeGreaterThan(30);
});

test("a halved fee is said with its end and with what comes after, then falls away", () => {
  const card = knowledge.procedures.find(({ code }) => code === "1.014063")!;
  const before = answerOn(card, "fee", "2026-12-31").text;
  expect(before).toContain("25.000 đồng/thẻ, đến hết 31/12/2026; từ 01/01/2027: 50.000 đồng/thẻ");
  const after = answerOn(card, "fee", "2027-01-01").text;
  expect(after).toContain("50.000 đồng/thẻ");
  expect(after).not.toMatch(/25\.000|15\.000|31\/12\/2026/);
});

describe("of a made-up record", () => {
  const record = (part: Partial<ProcedureRecord>): ProcedureRecord => ({
    ...BARE_PROCEDURE,
    code: "9.990001",
    reviewed: true,
    methods: [
      { channel: "in_person", note: null },
      { channel: "online", note: null },
    ],
    ...part,
  });

  test("what has ended without a successor is not named, and the asker is sent to ask", () => {
    const procedure = record({ fees: [datedFee("20.000 đồng", { amount: 20_000, until: "2026-06-30" })] });
    const { text } = answerOn(procedure, "fee", "2026-07-01");
    expect(text).not.toContain("20.000");
    expect(text).toContain("đã hết áp dụng từ 01/07/2026");
  });

  test("additions stand with their time, the channel only where the law tells them apart", () => {
    const addition = { text: "xã khó khăn: thêm 10 ngày", value: 10, unit: "day" as const, when: {} };
    const same = record({ times: [datedTime("12 ngày", { value: 12, unit: "day", additions: [addition] })] });
    expect(answerOn(same, "time", "2026-07-01").text).toContain("12 ngày; xã khó khăn: thêm 10 ngày");
    const apart = record({
      fees: [
        datedFee("20.000 đồng", { channels: ["in_person"] }),
        datedFee("10.000 đồng", { channels: ["online"] }),
      ],
    });
    expect(answerOn(apart, "fee", "2026-07-01").text).toContain(
      "- Trực tiếp: 20.000 đồng\n- Trực tuyến: 10.000 đồng",
    );
  });

  test("how sure it is, is said once; who is exempt, when the fee is asked", () => {
    const procedure = record({
      fees: [
        datedFee("20.000 đồng", { case: "lần đầu", certainty: "law", ground: "Luật A, Điều 1" }),
        datedFee("30.000 đồng", { case: "cấp lại", certainty: "unsure" }),
      ],
      exemptions: [{ text: "trẻ em", when: {}, ground: null, from: null, until: null }],
    });
    const { text } = answerOn(procedure, "fee", "2026-07-01");
    expect(text).toContain("Chưa chắc chắn: cấp lại; hỏi lại nơi tiếp nhận.");
    expect(text).toContain("Căn cứ: Luật A, Điều 1.");
    expect(text.split("Chưa chắc")).toHaveLength(2);
    expect(text).toContain("**Miễn, giảm**: trẻ em.");
    expect(answerOn(procedure, "time", "2026-07-01").text).not.toContain("trẻ em");
  });
});
