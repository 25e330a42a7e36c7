/** The form of answers over every reviewed record: every aspect, every case, every kind of question of yes or no. */
import { beforeAll, describe, expect, test } from "vitest";
import type { AnswerContext } from "../../../bot/answers/context.ts";
import { answerProcedure } from "../../../bot/answers/procedure.ts";
import { plainName } from "../../../bot/answers/procedure-words.ts";
import type { DraftReply } from "../../../bot/draft.ts";
import { FigureLock } from "../../../bot/figure-lock.ts";
import type { ProcedureQuery } from "../../../bot/query.ts";
import type { Situation } from "../../../bot/situations/situation.ts";
import { WHETHERS } from "../../../bot/understanding/whether-rows.ts";
import { ASPECTS, type Aspect, type ProcedureRecord } from "../../../knowledge/records.ts";
import { shippedKnowledge } from "../../support/assistant.ts";

let context: AnswerContext;
let lock: FigureLock;
let records: ProcedureRecord[];
beforeAll(async () => {
  const knowledge = await shippedKnowledge();
  context = {
    knowledge,
    now: new Date("2026-11-25T08:00:00+07:00"),
    settings: { retentionDays: 30, handoffContact: "" },
  };
  lock = new FigureLock(knowledge.agencies);
  records = knowledge.procedures.filter(({ reviewed }) => reviewed);
}, 120_000);

type Part = Omit<ProcedureQuery, "kind" | "code" | "aspects"> & { aspects?: Aspect[] };
const answer = ({ code }: ProcedureRecord, part: Part): DraftReply =>
  answerProcedure({ code, aspects: [], ...part }, context);

/** What is wrong with the form of a reply. */
function faultsOf(reply: DraftReply): string[] {
  const { text, spoken, plan } = reply;
  const paragraphs = text.split("\n\n");
  return [
    ...lock.check(reply).unsupported.map(({ printed }) => `unproven: ${printed}`),
    ...(/nguồn (?:không|chưa|có chỗ)/iu.test(text) ? ["speaks of what a source lacks"] : []),
    ...(/undefined|null|NaN|\[object/u.test(text + spoken) ? ["a value that is none"] : []),
    ...(new Set(paragraphs).size < paragraphs.length ? ["a paragraph twice"] : []),
    ...(/\.\.|;\.|: \.|\(\)/u.test(text.replaceAll("...", "")) ? ["stops beside stops"] : []),
    ...(plan?.key[0] === undefined || !text.startsWith(plan.key[0]) ? ["the key isn't first"] : []),
    ...(reply.citations.some(({ quote }) => quote.trim() === "") ? ["an empty quote"] : []),
  ];
}

/** The first fact of an aspect, as the record words it. */
const factOf: Readonly<Record<Aspect, (row: ProcedureRecord) => string | undefined>> = {
  documents: ({ documents }) => documents.find((group) => group.case === "")?.items[0]?.text,
  time: ({ times }) => times.find(({ from, until }) => from === null && until === null)?.text,
  fee: ({ fees }) => fees.find(({ from, until }) => from === null && until === null)?.text,
  place: ({ place }) => place ?? undefined,
  methods: () => "rực tiếp",
  steps: ({ steps }) => steps[0],
  result: ({ result }) => result[0],
  legal: ({ legalBases }) => legalBases[0]?.number ?? undefined,
  conditions: ({ conditions }) => conditions[0],
  audience: ({ audience }) => audience[0],
  forms: ({ forms }) => forms[0]?.name,
};
const bare = (text: string) => text.replace(/[\s.;,]+$/u, "").replace(/\s+/gu, " ");

describe("every reviewed record", () => {
  test.each(ASPECTS)("answers with %s in its first paragraph, after which its title stands", (aspect) => {
    for (const record of records) {
      const reply = answer(record, { aspects: [aspect] });
      expect([record.code, faultsOf(reply)]).toEqual([record.code, []]);
      const [first] = reply.text.split("\n\n");
      const fact = factOf[aspect](record);
      if (aspect === "methods" && !record.methods.some(({ channel }) => channel === "in_person")) continue;
      if (fact !== undefined)
        expect([record.code, bare(first!)]).toEqual([record.code, expect.stringContaining(bare(fact))]);
      const said = reply.text.toLowerCase();
      expect(said.includes(record.name.toLowerCase())).toBe(true);
      expect(plainName(record.name).length).toBeLessThanOrEqual(70);
    }
  });

  test("is summed up in a line each, whatever the length of its sheet", () => {
    const lengths = records.map((record) => {
      const reply = answer(record, {});
      expect([record.code, faultsOf(reply)]).toEqual([record.code, []]);
      return reply.text.length;
    });
    expect(lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)]).toBeLessThan(1000);
    expect(Math.max(...lengths)).toBeLessThan(2200);
  });

  test("opens each of its cases of papers, and names those that it folds", () => {
    for (const record of records)
      for (const [i, group] of record.documents.entries()) {
        const reply = answer(record, { aspects: ["documents"], cases: [i] });
        expect([record.code, faultsOf(reply)]).toEqual([record.code, []]);
        expect(reply.text).toContain(bare(group.items[0]!.text));
      }
  });

  test.each(WHETHERS)("gives a verdict to “%s”, or says in a sentence that it doesn't tell", (whether) => {
    let verdicts = 0;
    for (const record of records) {
      const about = whether === "eligible" || whether === "must" ? {} : { about: ["xã"] };
      const reply = answer(record, { whether: [whether], ...about, where: "nộp ở xã", isCompulsory: true });
      expect([record.code, faultsOf(reply)]).toEqual([record.code, []]);
      if (reply.plan?.verdict) verdicts++;
    }
    expect(verdicts).toBeGreaterThan(3);
  });

  test("is heard from its answer on, within twelve words", () => {
    for (const record of records) {
      const { spoken } = answer(record, { aspects: ["fee"] });
      const start = spoken.split(" ").slice(0, 12).join(" ");
      expect([record.code, start]).toEqual([record.code, expect.stringMatching(/phí|miễn|đồng|mức/iu)]);
    }
  });
});

describe("verdicts by the case told", () => {
  const record = (code: string) => records.find((row) => row.code === code)!;
  const told = (code: string, situation: Partial<Situation>, part: Part) =>
    answer(record(code), { ...part, situation: { told: {}, denied: {}, ...situation } });

  test.each<[what: string, age: number, group: string[], expected: RegExp]>([
    ["too young", 66, [], /^\*\*Chưa đủ tuổi\*\*: phải từ đủ 75 tuổi/u],
    ["old enough", 76, [], /^\*\*Đủ tuổi\*\*: từ đủ 75 tuổi/u],
    ["old enough in a poor household", 71, ["poor"], /^\*\*Đủ tuổi\*\*: từ đủ 70 đến dưới 75 tuổi/u],
    ["between, and nothing told", 71, [], /^\*\*Tùy trường hợp\*\*: từ đủ 75 tuổi; hoặc từ đủ 70/u],
  ])("by age: %s", (_what, age, group, expected) => {
    const { text, plan } = told(
      "1.014027",
      { age, told: group.length > 0 ? { group } : {} },
      { whether: ["eligible"] },
    );
    expect(text).toMatch(expected);
    expect(plan?.verdict).toBeDefined();
  });

  test("late, with what it means, and in time, with what is left", () => {
    const late = told("1.001193", { elapsedDays: 70, since: "birth" }, { whether: ["late"] });
    expect(late.text).toMatch(/^\*\*Đã quá hạn\*\*: .*trễ khoảng 10 ngày.*vẫn đăng ký được/u);
    expect(late.plan?.verdict).toBe("late");
    const inTime = told("1.001193", { elapsedDays: 20, since: "birth" }, { whether: ["late"] });
    expect(inTime.text).toMatch(/^\*\*Còn kịp\*\*: .*còn khoảng 40 ngày/u);
  });

  test("whoever is 60 is of the elderly, who pay nothing for a new card", () => {
    const { text, plan } = told("1.014064", { age: 66 }, { whether: ["fee"] });
    expect(text).toMatch(/^\*\*Được miễn, giảm\*\*: .*người cao tuổi/u);
    expect(plan?.verdict).toBe("no");
  });

  test("a paper of a case is needed only then; one of none isn't needed", () => {
    const cased = answer(record("1.001193"), { whether: ["need"], about: ["bỏ", "rơi"], pairs: ["bo roi"] });
    expect(cased.text).toMatch(/^\*\*Chỉ khi\*\*: trẻ bị bỏ rơi/u);
    const none = answer(record("1.001193"), { whether: ["need"], papers: ["land_certificate"] });
    expect(none.text).toMatch(/^\*\*Không cần\*\*: danh mục hồ sơ/u);
  });

  test("another may go with a paper that says so; for a marriage nobody else can", () => {
    expect(answer(record("1.000656"), { whether: ["other"] }).text).toMatch(
      /^\*\*Được\*\*: nhờ người khác đi thay/u,
    );
    expect(answer(record("1.000894"), { whether: ["other"] }).text).toMatch(/^\*\*Không\*\*: .*phải có mặt/u);
  });
});

test("fees that are paid beside one another come with their sum, for the licence that was told", () => {
  const record = records.find(({ code }) => code === "3.000346")!;
  const all = answer(record, { aspects: ["fee"] });
  expect(all.text).toContain("245.000 đồng");
  expect(all.text).toContain("645.000 đồng");
  expect(all.computed).toContainEqual({
    value: "245.000 đồng",
    rule: "cộng các khoản: 115.000 + 60.000 + 70.000",
  });
  const own = answer(record, {
    aspects: ["fee"],
    situation: { told: { licence: ["motorbike"] }, denied: {} },
  });
  expect(own.text).toContain("245.000 đồng");
  expect(own.text).not.toContain("645.000");
  expect(lock.check(own).passed).toBe(true);
});
