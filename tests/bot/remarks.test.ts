import { describe, expect, test } from "vitest";
import { AgencyNames } from "../../bot/agency-names.ts";
import { extractFigures } from "../../bot/figure-lock.ts";
import { remarksOn } from "../../bot/remarks.ts";
import { agencies, plan as parsed, planDocument, wordsAt } from "../support/shipped-plan.ts";

const plan = { ...parsed, documents: [planDocument] };
const remarks = (idOrText: string) => remarksOn(idOrText, plan);
const targetAt = (line: number) => plan.targets.find(({ evidence }) => evidence.lines![0] === line)!;
const dutyAt = (line: number) => plan.duties.find(({ evidence }) => evidence.lines![0] === line)!;

describe("where the plan says two things, or stays silent, it is said", () => {
  test.each<[what: string, idOrText: string, words: string[]]>([
    [
      "V.8: 2023 in the column, 2025 in the text",
      "V.8",
      ["cột thời gian của nhiệm vụ này ghi 2023", "Đến năm 2025"],
    ],
    ["50% and 100%", targetAt(143).text, ["trực tuyến từ xa", "không định nghĩa"]],
    ["V.35: a first phase, no second", "V.35", ["giai đoạn 1", "không nêu giai đoạn tiếp theo"]],
    ["no day for the half-year report", dutyAt(575).text, ["không in ngày cho báo cáo 6 tháng"]],
  ])("%s", (_what, idOrText, words) => {
    const found = remarks(idOrText);
    expect(found.length).toBeGreaterThan(0);
    const text = found.map((remark) => remark.text).join("\n");
    for (const part of words) expect(text).toContain(part);
  });

  test("each rests on quotes of the plan, and every figure of it stands in them", () => {
    const names = new AgencyNames(agencies);
    const texts = [
      ...plan.tasks.map(({ id }) => id),
      ...[...plan.targets, ...plan.duties].map(({ text }) => text),
    ];
    const found = texts.flatMap((text) => remarks(text));
    expect(new Set(found.map(({ text }) => text)).size).toBeGreaterThanOrEqual(4);
    for (const { text, evidence } of found) {
      expect([text, evidence.length]).not.toEqual([text, 0]);
      for (const { lines, quote } of evidence) expect(wordsAt(lines!)).toContain(quote);
      const quoted = evidence.flatMap(({ quote }) => extractFigures(quote, names).map(({ value }) => value));
      for (const { value } of extractFigures(text, names))
        expect([text, quoted]).toEqual([text, expect.arrayContaining([value])]);
    }
  });

  test("V.8 is proved by its own row", () => {
    const own = plan.tasks.find(({ id }) => id === "V.8")!.evidence;
    expect(remarks("V.8").flatMap(({ evidence }) => evidence)).toContainEqual(own);
  });

  test.each(["V.9", "I.1", "II.1", "IIb.1", "", "một câu khác"])(
    "nothing is said where nothing is to say: “%s”",
    (id) => {
      expect(remarks(id)).toEqual([]);
    },
  );
});
