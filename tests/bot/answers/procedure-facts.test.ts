import { beforeAll, describe, expect, test } from "vitest";
import { confirmClaim, confirmPlace, quoteMentioned } from "../../../bot/answers/procedure-facts.ts";
import { isOn } from "../../../bot/answers/procedure-values.ts";
import { Draft } from "../../../bot/draft.ts";
import { FigureLock } from "../../../bot/figure-lock.ts";
import type { ProcedureQuery } from "../../../bot/query.ts";
import { foldedWords } from "../../../bot/understanding/phrases.ts";
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

const draftOf = (procedure: ProcedureRecord) => new Draft({ documents: [], procedures: [procedure] });

describe("a figure that the asker wants confirmed", () => {
  const verdict = (procedure: ProcedureRecord, claim: ProcedureQuery["claim"]) => {
    const draft = draftOf(procedure);
    confirmClaim(procedure, claim, DAY, draft);
    return draft.finish().text;
  };
  const CONFIRMED = "có trong nguồn";
  const DENIED = "Nguồn không ghi mức";
  const UNKNOWN = "Nguồn không nêu con số";

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
    expect(text).toContain(expected);
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
    const on = (day: string, value: number) => {
      const draft = draftOf(procedure);
      confirmClaim(procedure, { value, unit: "đồng" }, day, draft);
      return draft.finish().text;
    };
    expect(on(DAY, 25_000)).toContain(CONFIRMED);
    expect(on(DAY, 50_000)).toContain(DENIED);
    expect(on("2026-12-01", 25_000)).toContain(DENIED);
    expect(on("2026-12-01", 50_000)).toContain(CONFIRMED);
  });

  test("without a claim nothing is said", () => {
    expect(verdict(record({}), undefined)).toBe("");
  });

  test("is declared as the asker's, and heard as well as read", () => {
    const procedure = record({ fees: [fee("8.000 đồng", 8000)] });
    const draft = draftOf(procedure);
    confirmClaim(procedure, { value: 8000, unit: "đồng" }, DAY, draft);
    const { computed, spoken } = draft.finish();
    expect(computed).toEqual([{ value: "8.000 đồng", rule: "con số nêu trong câu hỏi" }]);
    expect(spoken).toContain("8.000 đồng có trong nguồn");
  });
});

describe("the sentence that holds what was named", () => {
  const procedure = record({
    items: ["Tờ khai theo mẫu", "Giấy khám sức khỏe của người lái xe"],
    notes: ["Người bị cận nộp thêm ảnh.", "Người lái xe mang theo hộ chiếu."],
    steps: ["Nộp hồ sơ tại xã.", "Nhận kết quả tại xã."],
  });
  const quoted = (words: string, of: ProcedureRecord = procedure) => {
    const draft = draftOf(of);
    quoteMentioned(of, foldedWords(words), draft);
    return /“(.*)”/.exec(draft.finish().text)?.[1];
  };

  test.each<[words: string, sentence: string | undefined]>([
    ["khám sức khỏe", "Giấy khám sức khỏe của người lái xe"],
    ["kham suc khoe", "Giấy khám sức khỏe của người lái xe"],
    ["hộ chiếu", "Người lái xe mang theo hộ chiếu."],
    // One word of two letters tells nothing.
    ["cận", undefined],
    // A word that is long enough tells alone.
    ["chiếu", "Người lái xe mang theo hộ chiếu."],
    // Words that no sentence holds, or that several hold.
    ["bằng cấp", undefined],
    ["người", undefined],
    ["", undefined],
  ])("of “%s”: %s", (words, sentence) => {
    expect(quoted(words)).toBe(sentence);
  });

  test("a word that many sentences hold tells none from the others", () => {
    const same = record({ notes: ["đồng ý nộp", "đồng ý nhận", "đồng ý gửi", "đồng ý trả"] });
    expect(quoted("đồng ý", same)).toBeUndefined();
    expect(quoted("nhận gửi", same)).toBeUndefined();
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
        const [same, more] = [amount, amount + 1].map((value) => {
          const draft = draftOf(procedure);
          confirmClaim(procedure, { value, unit: "đồng" }, DAY, draft);
          return draft.finish().text;
        });
        expect(same).toContain("có trong nguồn");
        expect(more).toContain("không ghi mức");
      }
    }
    expect(amounts).toBeGreaterThan(5);
  });

  test("what is quoted stands in the record, is cited there, and passes the figure lock", () => {
    const lock = new FigureLock(knowledge.agencies);
    let quotes = 0;
    for (const procedure of knowledge.procedures) {
      for (const { text } of procedure.documents.flatMap(({ items }) => items)) {
        const draft = new Draft(knowledge);
        quoteMentioned(procedure, foldedWords(text), draft);
        const reply = draft.finish();
        if (reply.text === "") continue;
        quotes++;
        expect(reply.citations).toHaveLength(1);
        const [{ quote, number }] = reply.citations as [(typeof reply.citations)[0]];
        expect(number).toBe(procedure.code);
        expect(reply.text).toContain(`“${quote}”`);
        expect(JSON.stringify(procedure)).toContain(JSON.stringify(quote));
        expect(lock.check(reply).passed).toBe(true);
      }
    }
    expect(quotes).toBeGreaterThan(200);
  });
});

describe("an agency that the asker wants confirmed", () => {
  const verdict = (place: string | null, agency: string | undefined) => {
    const procedure = { ...record({}), place, agency: null } as ProcedureRecord;
    const draft = draftOf(procedure);
    confirmPlace(procedure, agency, draft);
    return draft.finish().text;
  };

  test.each([
    ["Công an cấp tỉnh; hoặc Cổng Dịch vụ công", "Công an tỉnh", "Nguồn có ghi Công an tỉnh."],
    ["UBND cấp xã nơi cư trú", "Ủy ban nhân dân xã", "Nguồn có ghi Ủy ban nhân dân xã."],
    ["Công an cấp xã", "Sở Tư pháp", "Nguồn không ghi nơi nộp là Sở Tư pháp"],
    [null, "Sở Tư pháp", "Nguồn không ghi nơi nộp là Sở Tư pháp"],
  ])("%s: %s", (place, agency, expected) => {
    expect(verdict(place, agency)).toContain(expected);
  });

  test("none asked, nothing said", () => {
    expect(verdict("Công an cấp xã", undefined)).toBe("");
  });
});
