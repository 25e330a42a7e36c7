import { beforeAll, describe, expect, test } from "vitest";
import { checkRecord, FAILING, type FindingKind } from "../../ingest/records-check.ts";
import { reviewedRecords } from "../../ingest/reviewed-records.ts";
import { addDays, vietnamDay } from "../../knowledge/calendar.ts";
import { when } from "../../knowledge/circumstances.ts";
import { type ReviewedProcedure, reviewedProcedure } from "../../knowledge/records.ts";

let records: ReviewedProcedure[];
let card: ReviewedProcedure;
beforeAll(async () => {
  records = await reviewedRecords();
  card = records.find(({ code }) => code === "1.014063")!;
});

describe("the shipped records", () => {
  test("neither contradict themselves nor state what has ended", () => {
    expect(records.length).toBeGreaterThan(100);
    const today = vietnamDay(new Date());
    const findings = records.flatMap((record) => checkRecord(record, today));
    expect(findings.filter(({ kind }) => (FAILING as readonly FindingKind[]).includes(kind))).toEqual([]);
  });

  test("leave no paper that is needed only at times among those that always are", () => {
    const findings = records.flatMap((record) => checkRecord(record, "2026-11-30"));
    expect(findings.filter(({ kind }) => kind === "unstructured")).toEqual([]);
  });

  test("speak to the citizen, never of a source that says nothing", () => {
    const talk = /[Nn]guồn (?:không|chỉ|ghi|dẫn|còn|nêu|có|mô tả)/u;
    const told = records.filter(({ editorNotes: _notes, ...shown }) => talk.test(JSON.stringify(shown)));
    expect(told.map(({ code }) => code)).toEqual([]);
  });

  test("link to the page of the procedure, not to the front door of the portal", () => {
    const roots = records.filter(({ source }) => new URL(source.url).pathname.length < 2);
    expect(roots.map(({ code }) => code)).toEqual([]);
  });

  test("are due for review no later than the day after a fact of theirs ends", () => {
    for (const { code, fees, times, exemptions, reviewBy } of records)
      for (const { until } of [...fees, ...times, ...exemptions])
        if (until !== null) expect(reviewBy <= addDays(until, 1), code).toBe(true);
  });
});

describe("finds", () => {
  const kinds = (record: ReviewedProcedure, today = "2026-11-30"): FindingKind[] =>
    checkRecord(record, today).map(({ kind }) => kind);
  const [free, paid] = [
    { text: "miễn lệ phí", amount: null, kind: "free" as const },
    { text: "20.000 đồng", amount: 20_000, kind: "stated" as const },
  ];
  const withFees = (...rows: object[]): ReviewedProcedure => ({
    ...card,
    fees: rows.map((row) => ({ ...card.fees[0]!, from: null, until: null, ...row })),
  });

  test("nothing in a sound record", () => expect(kinds(card)).toEqual([]));

  test.each<[what: string, record: () => ReviewedProcedure, kind: FindingKind]>([
    ["a fee and free in one case", () => withFees(paid, free), "contradiction"],
    ["two fees of one day", () => withFees(paid, { ...paid, text: "20.000 đồng/lần" }), "contradiction"],
    [
      "a place that is online without such a way of filing",
      () => ({ ...card, methods: [{ channel: "in_person", note: null }] }),
      "contradiction",
    ],
    [
      "an office without a way of filing in person",
      () => ({ ...card, methods: [{ channel: "online", note: null }] }),
      "contradiction",
    ],
    [
      "a fee of a way of filing that is not there",
      () => ({
        ...withFees({ ...paid, channels: ["post"] }),
        methods: [
          { channel: "in_person", note: null },
          { channel: "online", note: null },
        ],
      }),
      "contradiction",
    ],
    ["a fee that is over", () => withFees({ ...paid, until: "2026-11-29" }), "ended"],
    [
      "a sentence about an end that is over",
      () => ({ ...card, notes: ["Được giảm một nửa đến hết 31/10/2026."] }),
      "ended",
    ],
    ["a record that is due", () => ({ ...card, reviewBy: "2026-11-30" }), "due"],
    ["a fee that nobody is sure of", () => withFees({ ...paid, certainty: "unsure" }), "unsure"],
    ["no fee at all", () => withFees(), "unsure"],
    [
      "a paper with a condition among those always needed",
      () => ({
        ...card,
        documents: [
          {
            case: "",
            when: {},
            items: [
              {
                text: "Giấy ủy quyền, nếu nhờ người khác",
                manner: "submit",
                original: 1,
                copy: 0,
                form: null,
              },
            ],
          },
        ],
      }),
      "unstructured",
    ],
    ["a fee without ground", () => withFees({ ...paid, ground: null, certainty: "portal" }), "groundless"],
  ])("%s", (_what, record, kind) => expect(kinds(record())).toContain(kind));

  test("no contradiction between fees of other ways of filing, cases and days", () => {
    const apart = withFees(
      { ...paid, channels: ["in_person"] },
      { ...free, channels: ["online"] },
      { ...paid, case: "cấp lại" },
    );
    const later = withFees({ ...paid, until: "2026-12-31" }, { ...free, from: "2027-01-01" });
    for (const record of [apart, later]) expect(kinds(record)).not.toContain("contradiction");
  });
});

describe("a record is refused", () => {
  const refused = (part: object) =>
    reviewedProcedure.strict().safeParse({ ...card, ...part }).success === false;
  const fee = (part: object) => ({ fees: [{ ...card.fees[0]!, ...part }] });

  test.each<[string, () => object]>([
    ["whose words name another sum", () => fee({ amount: 26_000 })],
    ["that ends before it begins", () => fee({ from: "2027-01-01", until: "2026-12-31" })],
    ["that claims the law without naming it", () => fee({ certainty: "law", ground: null })],
    ["of an unknown circumstance", () => fee({ when: { weather: ["rain"] } })],
    ["of an unknown value", () => fee({ when: { cause: ["bored"] } })],
    ["of a range the wrong way round", () => fee({ when: { age: { from: 14, below: 6 } } })],
  ])("%s", (_what, part) => expect(refused(part())).toBe(true));

  test("but not as it is", () => {
    expect(refused({})).toBe(false);
    expect(when.safeParse({}).success).toBe(true);
  });
});
