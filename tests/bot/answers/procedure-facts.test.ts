import { beforeAll, describe, expect, test } from "vitest";
import type { Asked, Finding } from "../../../bot/answers/findings/finding.ts";
import { charged } from "../../../bot/answers/findings/money-and-time.ts";
import { claimFinding, placeFinding } from "../../../bot/answers/procedure-facts.ts";
import { sentencesOf, tellingSentence } from "../../../bot/answers/procedure-sentences.ts";
import { isOn } from "../../../bot/answers/procedure-values.ts";
import type { ProcedureQuery } from "../../../bot/query.ts";
import { NO_SITUATION } from "../../../bot/situations/situation.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import type { DatedFee, ProcedureRecord } from "../../../knowledge/records.ts";
import { shippedKnowledge } from "../../support/assistant.ts";
import { datedFee, datedTime } from "../../support/records.ts";

const DAY = "2026-11-30";
const fee = (text: string, amount: number | null = null): DatedFee =>
  datedFee(text, { amount, kind: amount === null ? "unstated" : "stated" });

/** A small procedure: only what the two functions read. */
const record = (part: {
  fees?: DatedFee[];
  times?: string[];
  notes?: string[];
  steps?: string[];
  items?: string[];
}) =>
  ({
    code: "1.001193",
    name: "Thủ tục",
    documentId: "thu-tuc",
    methods: [{ channel: "in_person", note: null }],
    times: (part.times ?? ["Trong ngày"]).map((text) => datedTime(text)),
    fees: part.fees ?? [fee("Nguồn không nêu")],
    exemptions: [],
    deadlines: [],
    documents: [
      {
        case: "",
        items: (part.items ?? []).map((text) => ({
          text,
          manner: "submit",
          original: 1,
          copy: 0,
          form: null,
        })),
      },
    ],
    conditions: [],
    notes: part.notes ?? [],
    steps: part.steps ?? [],
    audience: [],
    result: [],
    verifiedOn: "2026-07-15",
    source: { title: "Cổng", url: "https://dichvucong.gov.vn/", decision: null, dataAsOf: "2026-07" },
  }) as unknown as ProcedureRecord;

const askedOf = (procedure: ProcedureRecord, query: Partial<ProcedureQuery>, day = DAY): Asked => ({
  procedure,
  situation: NO_SITUATION,
  query: { code: procedure.code, aspects: [], ...query },
  day,
  knowledge: { procedures: [procedure] },
});
const inWords = (finding: Finding | undefined): string => (finding ? `${finding.head}: ${finding.fact}` : "");

describe("a figure that the asker wants confirmed", () => {
  const verdict = (procedure: ProcedureRecord, claim: ProcedureQuery["claim"]) =>
    inWords(claimFinding(askedOf(procedure, claim ? { claim } : {})));
  const CONFIRMED = "Đúng: ";
  const DENIED = "Không phải ";
  const UNKNOWN = "Chưa xác nhận được mức ";

  test.each<
    [what: string, part: Parameters<typeof record>[0], value: number, unit: "đồng" | "ngày", expected: string]
  >([
    ["the amount of a fee", { fees: [fee("8.000 đồng/bản sao", 8000)] }, 8000, "đồng", CONFIRMED],
    ["one amount of several", { fees: [fee("8.000 đồng", 8000), fee("miễn", 0)] }, 0, "đồng", CONFIRMED],
    [
      "an amount that only the words hold",
      { fees: [fee("Từ 75.000 đồng đến 100.000đ")] },
      100_000,
      "đồng",
      CONFIRMED,
    ],
    ["an amount in VNĐ", { fees: [fee("1.500.000 VNĐ")] }, 1_500_000, "đồng", CONFIRMED],
    ["another amount", { fees: [fee("8.000 đồng", 8000)] }, 80_000, "đồng", DENIED],
    ["a part of an amount", { fees: [fee("18.000 đồng", 18_000)] }, 8000, "đồng", DENIED],
    ["an amount where none is stated", { fees: [fee("Nguồn không nêu")] }, 8000, "đồng", UNKNOWN],
    [
      "an amount that is a number of days",
      { fees: [fee("Nguồn không nêu")], times: ["3 ngày"] },
      3,
      "đồng",
      UNKNOWN,
    ],
    ["days", { times: ["3 ngày làm việc"] }, 3, "ngày", CONFIRMED],
    ["days of another channel", { times: ["3 ngày", "Không quá 12 ngày"] }, 12, "ngày", CONFIRMED],
    ["other days", { times: ["13 ngày"] }, 3, "ngày", DENIED],
    ["days where none are stated", { times: ["Trong ngày"] }, 3, "ngày", UNKNOWN],
    ["days that are an amount", { fees: [fee("3 đồng", 3)], times: ["Ngay"] }, 3, "ngày", UNKNOWN],
  ])("%s", (_what, part, value, unit, expected) => {
    const text = verdict(record(part), { value, unit });
    expect(text.startsWith(expected)).toBe(true);
    if (expected !== CONFIRMED)
      expect(text).toContain(`${new Intl.NumberFormat("vi-VN").format(value)} ${unit}`);
  });

  test("is held against the channel that was named, where the record has rows of it", () => {
    const procedure = record({
      fees: [
        { ...fee("20.000 đồng", 20_000), channels: ["in_person"] },
        { ...fee("10.000 đồng", 10_000), channels: ["online"] },
      ],
    });
    const claim = (value: number, channel?: "online" | "post") => ({ value, unit: "đồng" as const, channel });
    expect(verdict(procedure, claim(20_000))).toContain(CONFIRMED);
    expect(verdict(procedure, claim(20_000, "online"))).toContain("khi nộp trực tuyến");
    expect(verdict(procedure, claim(10_000, "online"))).toContain(CONFIRMED);
    expect(verdict(procedure, claim(20_000, "post"))).toContain(CONFIRMED);
  });

  test("is held against the day: neither what has ended nor what has not begun is confirmed", () => {
    const procedure = record({
      fees: [
        { ...fee("25.000 đồng", 25_000), until: DAY },
        { ...fee("50.000 đồng", 50_000), from: "2026-12-01" },
      ],
    });
    const on = (day: string, value: number) =>
      inWords(claimFinding(askedOf(procedure, { claim: { value, unit: "đồng" } }, day)));
    expect(on(DAY, 25_000)).toContain(CONFIRMED);
    expect(on(DAY, 50_000)).toContain(DENIED);
    expect(on("2026-12-01", 25_000)).toContain(DENIED);
    expect(on("2026-12-01", 50_000)).toContain(CONFIRMED);
  });

  test("without a claim nothing is said", () => {
    expect(verdict(record({}), undefined)).toBe("");
  });

  test("is declared as the asker's, with the row that states it", () => {
    const procedure = record({ fees: [fee("8.000 đồng", 8000)] });
    const finding = claimFinding(askedOf(procedure, { claim: { value: 8000, unit: "đồng" } }))!;
    expect(finding.computed).toEqual([{ value: "8.000 đồng", rule: "con số nêu trong câu hỏi" }]);
    expect(finding.proofs.map(({ quote }) => quote)).toEqual(["8.000 đồng"]);
    expect(finding.verdict).toBe("yes");
  });
});

describe("the sentence that holds what was named", () => {
  const procedure = record({
    items: ["Tờ khai theo mẫu", "Giấy khám sức khỏe của người lái xe"],
    notes: ["Người bị cận nộp thêm ảnh.", "Người lái xe mang theo hộ chiếu."],
    steps: ["Nộp hồ sơ tại xã.", "Nhận kết quả tại xã."],
  });
  // Beside many others, as in the shipped records: a word that stands in few sentences tells.
  const others = record({ notes: Array.from({ length: 400 }, () => "Người nộp hồ sơ ký tên") });
  const quoted = (words: string, of: ProcedureRecord = procedure) =>
    tellingSentence(
      sentencesOf(of),
      { about: words.split(" ").filter(Boolean) },
      { procedures: [of, others] },
    )?.text;

  test.each<[words: string, sentence: string | undefined]>([
    ["khám sức khỏe", "Giấy khám sức khỏe của người lái xe"],
    ["kham suc khoe", "Giấy khám sức khỏe của người lái xe"],
    ["hộ chiếu", "Người lái xe mang theo hộ chiếu."],
    // A word with diacritics is no other.
    ["hổ", undefined],
    // A rare word tells alone.
    ["chiếu", "Người lái xe mang theo hộ chiếu."],
    // Of much that is asked one word is not enough.
    ["chiếu trâu ngựa lợn gà", undefined],
    // Words that no sentence holds, or that many hold.
    ["bằng cấp", undefined],
    ["người", undefined],
    ["", undefined],
  ])("of “%s”: %s", (words, sentence) => {
    expect(quoted(words)).toBe(sentence);
  });

  test("without sentences nothing is quoted", () => {
    expect(quoted("khám sức khỏe", record({}))).toBeUndefined();
  });
});

describe("of the shipped procedures", () => {
  let knowledge: KnowledgeBase;
  beforeAll(async () => {
    knowledge = await shippedKnowledge();
  });

  test("every stated amount is confirmed, and one đồng more is not", () => {
    let amounts = 0;
    for (const procedure of knowledge.procedures) {
      const stated = procedure.fees.flatMap((row) =>
        row.amount !== null && isOn(row, DAY) ? row.amount : [],
      );
      for (const amount of new Set(stated)) {
        amounts++;
        const [same, more] = [amount, amount + 1].map((value) =>
          claimFinding(askedOf(procedure, { claim: { value, unit: "đồng" } })),
        );
        expect(same?.verdict).toBe("yes");
        expect(more?.verdict).toBe("no");
      }
    }
    expect(amounts).toBeGreaterThan(5);
  });

  test("a sentence of a record is found by its own words", () => {
    let found = 0;
    let all = 0;
    for (const procedure of knowledge.procedures)
      for (const { text } of sentencesOf(procedure).slice(0, 6)) {
        all++;
        const about = [...new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [])];
        if (tellingSentence(sentencesOf(procedure), { about }, knowledge)?.text === text) found++;
      }
    expect(found / all).toBeGreaterThan(0.9);
  });
});

describe("an agency that the asker wants confirmed", () => {
  const verdict = (place: string | null, agency: string | undefined) => {
    const procedure = { ...record({}), place, agency: null } as ProcedureRecord;
    return inWords(placeFinding(askedOf(procedure, agency === undefined ? {} : { filedAt: agency })));
  };

  test.each([
    ["Công an cấp tỉnh; hoặc Cổng Dịch vụ công", "Công an tỉnh", "Đúng: nộp tại Công an cấp tỉnh"],
    ["UBND cấp xã nơi cư trú", "Ủy ban nhân dân xã", "Đúng: nộp tại UBND cấp xã nơi cư trú"],
    ["Công an cấp xã", "Sở Tư pháp", "Không phải Sở Tư pháp: "],
    [null, "Sở Tư pháp", "Không phải Sở Tư pháp: "],
  ])("%s: %s", (place, agency, expected) => {
    expect(verdict(place, agency)).toContain(expected);
  });

  test("none asked, nothing said", () => {
    expect(verdict("Công an cấp xã", undefined)).toBe("");
  });
});

describe("what is paid by whom the record exempts", () => {
  const exemption = (text: string, when: object = {}) => ({ text, when, from: null, until: null });
  const charging = (...exemptions: object[]): ProcedureRecord =>
    ({ ...record({ fees: [fee("20.000 đồng/lần", 20000)] }), exemptions }) as unknown as ProcedureRecord;
  const claim = { value: 20000, unit: "đồng" } as const;

  test("is confirmed as the sum, and not as the asker's duty", () => {
    const said = inWords(claimFinding(askedOf(charging(exemption("hộ nghèo")), { claim })));
    expect(said).toMatch(/^Đúng mức thu, trừ người được miễn, giảm: 20\.000 đồng/);
    expect(inWords(claimFinding(askedOf(charging(), { claim })))).toMatch(/^Đúng: 20\.000 đồng/);
  });

  test.each<[string, number, boolean]>([
    ["trẻ em, người cao tuổi", 66, true],
    ["trẻ em, người cao tuổi", 59, false],
    ["trẻ em, người cao tuổi", 15, true],
    ["trẻ em, người cao tuổi", 16, false],
    ["hộ nghèo", 66, false],
  ])("is nothing by the age told: %s, %i", (text, age, isExempt) => {
    const asked = { ...askedOf(charging(exemption(text)), { claim }), situation: { ...NO_SITUATION, age } };
    expect(claimFinding(asked)?.head === "Được miễn, giảm").toBe(isExempt);
    expect(charged(false)(asked)?.head === "Được miễn, giảm").toBe(isExempt);
  });
});
