/** Every aspect of every record can be answered: shipped ones, and where the shared data is there, national ones. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { answerClarification } from "../../bot/answers/clarification.ts";
import type { AnswerContext } from "../../bot/answers/context.ts";
import { choicesOf } from "../../bot/answers/options.ts";
import { answerPassage } from "../../bot/answers/passage.ts";
import { answerProcedure } from "../../bot/answers/procedure.ts";
import { answerProcedures } from "../../bot/answers/procedures.ts";
import { DISTRICT_ENDED, mentionsDistrict } from "../../bot/district.ts";
import { quotesOnly } from "../../bot/draft.ts";
import { FigureLock } from "../../bot/figure-lock.ts";
import type { Query } from "../../bot/query.ts";
import { importFile } from "../../ingest/parsers/imported/parse-imported.ts";
import { toRecords } from "../../ingest/parsers/imported/to-records.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import {
  ASPECTS,
  type Aspect,
  type Passage,
  type ProcedureRecord,
  type SourceDocument,
} from "../../knowledge/records.ts";
import { shippedKnowledge } from "../support/assistant.ts";
import { BARE_PROCEDURE, datedFee, datedTime } from "../support/records.ts";

const NATIONAL = join(process.env.SHARED_DIR ?? "../shared", "tthc/procedures.jsonl.gz");
const SAMPLE = 500;
const QUESTIONS: readonly Aspect[][] = [[], ...ASPECTS.map((aspect) => [aspect])];
/** Their texts send somebody somewhere. */
const WHERE: ReadonlySet<Aspect | undefined> = new Set([undefined, "place", "steps", "methods", "documents"]);

let shipped: KnowledgeBase;
let lock: FigureLock;
beforeAll(async () => {
  shipped = await shippedKnowledge();
  lock = new FigureLock(shipped.agencies);
}, 60_000);

const contextOf = (...procedures: ProcedureRecord[]): AnswerContext => ({
  knowledge: { ...shipped, procedures },
  now: new Date("2026-11-25T08:00:00+07:00"),
  settings: { retentionDays: 30, handoffContact: "" },
});
const answer = (procedure: ProcedureRecord, aspects: Aspect[], cases?: number[]) =>
  answerProcedure({ code: procedure.code, aspects, ...(cases ? { cases } : {}) }, contextOf(procedure));

/** What is wrong with the answers about a record; nothing in a sound one. */
function faultsOf(procedure: ProcedureRecord): string[] {
  return QUESTIONS.flatMap((aspects) => {
    const where = `${procedure.code} ${aspects.join()}`;
    const reply = answer(procedure, aspects);
    const { unsupported } = lock.check(reply);
    const sends = WHERE.has(aspects[0]) && mentionsDistrict(reply.text.replace(DISTRICT_ENDED, ""));
    return [
      ...unsupported.map((figure) => `${where}: ${figure.kind} ${figure.printed} has no quote`),
      ...(reply.text.trim() === "" || reply.spoken.trim() === "" ? [`${where}: empty`] : []),
      ...(sends && !reply.text.includes(DISTRICT_ENDED) ? [`${where}: sends to a district`] : []),
      ...(reply.citations.some((citation) => citation.quote.trim() === "") ? [`${where}: empty quote`] : []),
    ];
  });
}

test("every shipped record answers every aspect", () => {
  expect(shipped.procedures.length).toBeGreaterThan(90);
  expect(shipped.procedures.flatMap(faultsOf)).toEqual([]);
});

describe.skipIf(!existsSync(NATIONAL))(`national records (${NATIONAL})`, () => {
  let sample: ProcedureRecord[];
  beforeAll(async () => {
    const parsed = await importFile({ name: "procedures.jsonl.gz", bytes: () => readFileSync(NATIONAL) });
    const { procedures } = toRecords(parsed.procedures, [], new Set());
    const step = Math.floor(procedures.length / SAMPLE);
    sample = procedures.filter((_row, i) => i % step === 0).slice(0, SAMPLE);
    // Those that still name districts, and those of many cases, whichever the sample took.
    const telling = procedures.filter(
      (row) => row.documents.length > 6 || mentionsDistrict([row.place, ...row.steps].join("\n")),
    );
    sample = [...new Set([...sample, ...telling])];
  }, 60_000);

  test("answer every aspect", () => {
    expect(sample.length).toBeGreaterThanOrEqual(SAMPLE);
    expect(sample.flatMap(faultsOf)).toEqual([]);
  }, 120_000);

  test("quote the record's own words", () => {
    for (const procedure of sample) {
      const { citations } = answer(procedure, ["steps"]);
      const own = citations.filter((citation) => citation.locator.startsWith("Các bước"));
      expect(own.map((citation) => citation.quote)).toEqual([...new Set(procedure.steps)]);
    }
  });
});

describe("a record of which the source states next to nothing", () => {
  test("says so for every aspect, and never that there is none or that it is free", () => {
    for (const aspects of QUESTIONS) {
      const { text, spoken } = answer(BARE_PROCEDURE, aspects);
      expect(text).toMatch(/nguồn không nêu/i);
      expect(spoken).toMatch(/nguồn không nêu/i);
      expect(text).not.toMatch(/miễn phí|không mất phí/i);
    }
    expect(faultsOf(BARE_PROCEDURE)).toEqual([]);
  });

  test("shows no code that isn't printed, and says that nobody has checked it", () => {
    const { text, citations } = answer(BARE_PROCEDURE, ["place"]);
    expect(text).not.toContain("X-abcdefgh");
    expect(text).toContain("Chưa đối chiếu; số liệu theo nguồn danh-sach.csv.");
    expect(text).toContain("*Nguồn: Tệp danh-sach.csv (chưa đối chiếu) – Tên thủ tục, hàng 12.*");
    expect(citations[0]).toEqual({
      id: "c1",
      document: "Tệp danh-sach.csv",
      number: "",
      issuedOn: null,
      locator: "Tên thủ tục, hàng 12",
      quote: "Cấp thẻ mượn sách",
    });
  });
});

const full: ProcedureRecord = {
  ...BARE_PROCEDURE,
  code: "9.990001.H19",
  printedCode: "9.990001.000.00.00.H19",
  issuer: "UBND tỉnh Mẫu",
  agency: "Thư viện huyện",
  steps: ["- Bước 1: Nộp đơn tại UBND cấp huyện.", "Nhận thẻ."],
  methods: [
    { channel: "in_person", note: null },
    { channel: "online", note: null },
    { channel: null, note: null },
  ],
  times: [
    datedTime("5 ngày làm việc", { channels: ["in_person"] }),
    datedTime("3 ngày làm việc", { channels: ["online"] }),
    datedTime("5 ngày làm việc", { channels: [null] }),
  ],
  fees: [
    datedFee("15.000 đồng/thẻ", { channels: ["in_person"] }),
    datedFee("7.500 đồng/thẻ\nđến hết 31/12/2026", { channels: ["online"] }),
    datedFee("15.000 đồng/thẻ", { channels: [null] }),
  ],
  forms: [{ number: null, name: "Mẫu số 01.docx", url: null }],
  doubts: ["time_unit_uncertain", "compiled_page"],
};

describe("an imported record", () => {
  test("tells times and fees by the way of filing", () => {
    const { text } = answer(full, ["time", "fee"]);
    expect(text).toContain(
      "- Trực tiếp, Nguồn không ghi cách nộp: 5 ngày làm việc\n- Trực tuyến: 3 ngày làm việc",
    );
    expect(text).toContain("- Trực tuyến: 7.500 đồng/thẻ đến hết 31/12/2026");
    expect(text).toContain("hỏi lại nơi tiếp nhận");
    expect(text).toContain("(mã 9.990001.H19)");
    expect(text).toContain("Bản của: UBND tỉnh Mẫu.");
    expect(text).toContain("bên thứ ba tổng hợp");
    expect(faultsOf(full)).toEqual([]);
  });

  test("sends nobody to a district: who reads of one is told what is there now, once", () => {
    for (const aspects of [["place"], ["steps"], ["place", "steps"]] as Aspect[][]) {
      const { text, spoken, computed } = answer(full, aspects);
      expect(text.split(DISTRICT_ENDED)).toHaveLength(2);
      expect(spoken).toContain(DISTRICT_ENDED);
      expect(computed.map((row) => row.value)).toContain("01/7/2025");
    }
    expect(answer(full, ["forms"]).text).not.toContain(DISTRICT_ENDED);
    expect(
      answer(
        { ...full, legalBases: [{ number: null, name: "Luật về HĐND huyện", from: null, until: null }] },
        ["legal"],
      ).text,
    ).not.toContain(DISTRICT_ENDED);
    expect(quotesOnly(answer(full, ["steps"])).text).toContain(DISTRICT_ENDED);
  });

  test("shows remarks as remarks, counts that are stated, and forms of both kinds", () => {
    const item = { original: null, copy: 2, form: "Mẫu 02.docx" };
    const papers: ProcedureRecord = {
      ...full,
      documents: [
        {
          case: "",
          when: {},
          items: [
            { ...item, text: "+ Đơn;", manner: "submit" },
            { text: "Thẻ cũ", manner: "show", original: 1, copy: 0, form: null },
            {
              text: "Người dưới 14 tuổi đi cùng người lớn",
              manner: "note",
              original: null,
              copy: null,
              form: null,
            },
          ],
        },
      ],
    };
    const { text, spoken } = answer(papers, ["documents"]);
    expect(text).toContain(
      "- Đơn – mẫu: Mẫu 02.docx (2 bản sao)\n- Xuất trình: Thẻ cũ (1 bản chính)\n- Ghi chú: Người",
    );
    expect(spoken).toContain("Hồ sơ gồm: Đơn; Thẻ cũ.");
    expect(answer(papers, ["forms"]).text).toContain("- Mẫu 02.docx\n- Mẫu số 01.docx");
    expect(faultsOf(papers)).toEqual([]);
  });
});

describe("papers of many cases", () => {
  const cases = (count: number): ProcedureRecord => ({
    ...full,
    documents: Array.from({ length: count }, (_, i) => ({
      case: `${i + 1}. Trường hợp ${"abcdefghij"[i]} gồm:`,
      when: {},
      items: [{ text: `Giấy ${"abcdefghij"[i]}`, manner: "submit", original: 1, copy: null, form: null }],
    })),
  });

  test("up to six are all shown", () => {
    const { text } = answer(cases(6), ["documents"]);
    for (const letter of "abcdef") expect(text).toContain(`- Giấy ${letter} (1 bản chính)`);
    expect(
      choicesOf({ kind: "procedure", code: full.code, aspects: [] }, contextOf(cases(6)).knowledge),
    ).toEqual([]);
  });

  test("more are all named, the first two shown, and the asker is asked which", () => {
    const reply = answer(cases(7), ["documents"]);
    for (const letter of "abcdefg")
      expect(reply.text).toMatch(new RegExp(`- \\d\\. Trường hợp ${letter}\\n`));
    expect(reply.text).toContain("nguồn nêu 7 trường hợp");
    expect(reply.text).toContain("Anh/chị thuộc trường hợp nào?");
    expect(reply.text).toContain("- Giấy b");
    expect(reply.text).not.toContain("- Giấy c");
    expect(reply.suggestions[0]).toBe("3. Trường hợp c");
    expect(faultsOf(cases(7))).toEqual([]);
  });

  test("each of them can be chosen, and is then shown alone", () => {
    const procedure = cases(7);
    const choices = choicesOf(
      { kind: "procedure", code: procedure.code, aspects: ["documents"] },
      contextOf(procedure).knowledge,
    );
    expect(choices.map((choice) => choice.label)[6]).toBe("7. Trường hợp g");
    expect(choices[6]!.query).toMatchObject({ kind: "procedure", aspects: ["documents"], cases: [6] });
    const { text } = answer(procedure, ["documents"], [6]);
    expect(text).toContain("- Giấy g");
    expect(text).not.toContain("- Giấy a");
    expect(choicesOf(choices[6]!.query, contextOf(procedure).knowledge)).toEqual([]);
    const fee: Query = { kind: "procedure", code: procedure.code, aspects: ["fee"] };
    expect(choicesOf(fee, contextOf(procedure).knowledge)).toEqual([]);
  });
});

describe("what fits nearly as well", () => {
  const named = (code: string, name: string, agency: string | null = null) => ({
    ...BARE_PROCEDURE,
    code,
    name,
    agency,
  });
  const long = `Đăng ký ${"rất ".repeat(50)}dài`;
  let context: AnswerContext;
  beforeAll(() => {
    context = contextOf(
      named("1", "Đăng ký lại kết hôn"),
      named("2", "Đăng ký kết hôn"),
      named("3", long),
      named("4", "Đăng ký lại kết hôn", "Cơ quan đại diện ngoại giao"),
    );
  });

  test("is offered in its order, however long its name; of one name with who carries it out", () => {
    const reply = answerProcedure({ code: "1", aspects: ["fee"], near: ["3", "4", "2"] }, context);
    const names = [long, "Đăng ký lại kết hôn (Cơ quan đại diện ngoại giao)", "Đăng ký kết hôn"];
    expect(reply.suggestions.filter((row) => row.includes("Đăng ký"))).toEqual(names.slice(0, 2));
  });

  test("leaves two of the first three suggestions, which is all that Teams shows, to aspects", () => {
    const reply = answerProcedure({ code: "1", aspects: ["fee"], near: ["3", "4", "2"] }, context);
    expect(reply.suggestions.slice(0, 3)).toEqual(["Hồ sơ gồm những gì?", "Mất bao lâu?", long]);
  });

  test("is a choice, by a word of its name only where the name alone would not find it", () => {
    const query: Query = { kind: "procedure", code: "1", aspects: ["fee"], near: ["2", "4"] };
    expect(choicesOf(query, context.knowledge)).toEqual([
      expect.objectContaining({
        query: { kind: "procedure", code: "2", aspects: ["fee"] },
        onlyWhole: true,
      }),
      {
        label: "Đăng ký lại kết hôn (Cơ quan đại diện ngoại giao)",
        query: { kind: "procedure", code: "4", aspects: ["fee"] },
      },
    ]);
  });

  test("of one name and asked back, the agency in the label is cited", () => {
    const [first, second] = ["Đăng ký lại kết hôn", "Đăng ký lại kết hôn (Cơ quan đại diện ngoại giao)"];
    const options = [
      { label: first!, query: { kind: "procedure" as const, code: "1", aspects: [] } },
      { label: second!, query: { kind: "procedure" as const, code: "4", aspects: [] } },
    ];
    const reply = answerClarification({ question: "Thủ tục nào?", options }, context);
    expect(reply.citations.map(({ quote }) => quote)).toContain("Cơ quan đại diện ngoại giao");
    expect(lock.check(reply).passed).toBe(true);
  });
});

test("a list of procedures names the reviewed ones and counts the imported ones by field", () => {
  const [reviewed] = shipped.procedures;
  const imported = Array.from({ length: 20 }, (_, i) => ({
    ...BARE_PROCEDURE,
    code: `X-${"abcdefghijklmnopqrst"[i]}aaaaaaa`,
    field: i < 19 ? `Lĩnh vực ${"abcdefghijklmnopqrs"[i]}` : "",
  }));
  const context = contextOf(reviewed!, ...imported);
  const reply = answerProcedures({ codes: context.knowledge.procedures.map((row) => row.code) }, context);
  expect(reply.procedures.map((row) => row.code)).toEqual([reviewed!.code]);
  expect(reply.text).toContain("Trợ lý đang có **1** thủ tục đã được đối chiếu");
  expect(reply.text).toContain("Ngoài ra có **20** thủ tục nạp từ tệp của đơn vị, chưa đối chiếu");
  expect(reply.text).toContain("và 8 lĩnh vực khác");
  expect(lock.check(reply).passed).toBe(true);
});

test("a choice between imported records passes the figure lock", () => {
  const query = { kind: "procedure" as const, code: full.code, aspects: [] };
  const reply = answerClarification(
    { question: "Anh/chị hỏi thủ tục nào?", options: [{ label: full.name, query }] },
    contextOf(full),
  );
  expect(reply.citations[0]!.locator).toBe("Tên thủ tục, hàng 12");
  expect(lock.check(reply).passed).toBe(true);
});

describe("passages", () => {
  const documentId = "tep:noi-quy.md";
  const rule: Passage = {
    id: `${documentId}:a`,
    documentId,
    sectionLabel: "",
    path: ["Điều 3. Giờ mở cửa"],
    text: "Phòng đọc mở từ 7 giờ 30.\nNộp đơn tại UBND huyện.",
    evidence: {
      documentId,
      locator: "Điều 3. Giờ mở cửa, noi-quy.md, dòng 5",
      quote: "Phòng đọc mở từ 7 giờ 30.\nNộp đơn tại UBND huyện.",
    },
  };
  const document: SourceDocument = {
    id: documentId,
    file: "noi-quy.md",
    kind: "text",
    number: "",
    title: "Nội quy phòng đọc",
    issuer: "",
    signer: null,
    issuedOn: null,
    effectiveFrom: null,
    status: "unconfirmed",
    statusNote: null,
  };
  const ask = (ids: string[]) => {
    const context = contextOf();
    const knowledge = {
      ...context.knowledge,
      documents: [...shipped.documents, document],
      passages: [...shipped.passages, rule],
    };
    return answerPassage({ ids }, { ...context, knowledge });
  };

  test("of an added document are quoted under its title, file and place, without a word of the plan", () => {
    const reply = ask([rule.id]);
    expect(reply.text).toContain("**Nội quy phòng đọc** (tệp noi-quy.md) viết");
    expect(reply.text).toContain("> Phòng đọc mở từ 7 giờ 30.\n> Nộp đơn");
    expect(reply.text).toContain("(Điều 3. Giờ mở cửa, noi-quy.md, dòng 5)");
    expect(reply.text).toContain(DISTRICT_ENDED);
    expect(reply.text).not.toContain("Kế hoạch");
    expect(reply.spoken).toMatch(/^Nội quy phòng đọc viết: /);
    expect(reply.citations).toHaveLength(1);
    expect(lock.check(reply).passed).toBe(true);
  });

  test("of the plan read as before, beside an added document too", () => {
    const own = shipped.passages[0]!;
    const alone = ask([own.id]);
    expect(alone.text).toContain("Kế hoạch viết (trích nguyên văn):");
    const both = ask([own.id, rule.id]);
    expect(both.text).toContain(own.text);
    expect(both.text).toContain("Nội quy phòng đọc");
    expect(both.spoken).toMatch(/^Kế hoạch viết: /);
    expect(lock.check(both).passed).toBe(true);
  });
});
