import { beforeAll, describe, expect, test, vi } from "vitest";
import { AgencyNames } from "../../bot/agency-names.ts";
import type { DraftReply } from "../../bot/draft.ts";
import { extractFigures, type Figure, FigureLock } from "../../bot/figure-lock.ts";
import type { Reply } from "../../bot/reply.ts";
import { replyWith } from "../channels/fakes.ts";
import { createEvaluationAssistant } from "../support/assistant.ts";
import { agencies } from "../support/shipped-plan.ts";

// Dozens of questions are answered; a shared machine may take its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const names = new AgencyNames(agencies);
const lock = new FigureLock(agencies);
/** "date 2023-10-25" and so on, in the order found. */
const figures = (text: string) => extractFigures(text, names).map(({ kind, value }) => `${kind} ${value}`);

describe("the figures of a text", () => {
  test.each<[text: string, expected: string[]]>([
    ["ngày 25 tháng 10 năm 2023", ["date 2023-10-25"]],
    ["Ngày 07 tháng 3 năm 2019", ["date 2019-03-07"]],
    ["06 tháng 8 năm 2021", ["date 2021-08-06"]],
    ["25/10/2023", ["date 2023-10-25"]],
    ["04/4/2023", ["date 2023-04-04"]],
    ["25-10-2023", ["date 2023-10-25"]],
    ["trước ngày 15/12", ["date 12-15"]],
    ["8.000 đồng", ["number 8000"]],
    ["8000 đồng", ["number 8000"]],
    ["1.000.000 đồng", ["number 1000000"]],
    ["2,5 ngày", ["number 2.5"]],
    ["007", ["number 7"]],
    ["98%", ["percent 98"]],
    ["98,5 %", ["percent 98.5"]],
    ["45 - 50%", ["percent 45", "percent 50"]],
    ["45-50%", ["percent 45", "percent 50"]],
    ["45–50%", ["percent 45", "percent 50"]],
    ["V.8 – 50% hồ sơ", ["label V.8", "percent 50"]],
    ["2704/QĐ-UBND", ["document_number 2704/QĐ-UBND"]],
    ["2704/qđ-ubnd", ["document_number 2704/QĐ-UBND"]],
    ["118/2025/NĐ-CP", ["document_number 118/2025/NĐ-CP"]],
    ["52-NQ/TW", ["document_number 52-NQ/TW"]],
    ["17/QĐ-UBQGCĐS", ["document_number 17/QĐ-UBQGCĐS"]],
    ["749/QĐ-TTg", ["document_number 749/QĐ-TTG"]],
    ["26/2023/QH15", ["document_number 26/2023/QH15"]],
    ["1.001193", ["procedure_code 1.001193"]],
    ["1.001193.000.00.00.H06", ["procedure_code 1.001193"]],
    ["V.9", ["label V.9"]],
    ["II.1 và IIb.1", ["label II.1", "label IIb.1"]],
    ["V.10, VI.3 và VII.5", ["label V.10", "label VI.3", "label VII.5"]],
    ["2023-2025", ["period 2023-2025"]],
    ["giai đoạn 2023 – 2025", ["period 2023-2025"]],
    ["Sở Y tế", ["agency so-y-te"]],
    ["STTTT phối hợp", ["agency so-thong-tin-va-truyen-thong"]],
    ["Văn phòng UBND tỉnh", ["agency van-phong-ubnd-tinh"]],
    ["CĐ", ["agency ubnd-huyen-chau-duc|ubnd-huyen-con-dao"]],
    ["ngành y tế, Vũng Tàu", []],
    ["Kế hoạch của tỉnh", []],
    ["", []],
  ])("%s", (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  test("each stretch is one figure: a date is not three numbers, a document number not one of them", () => {
    const all = figures("2704/QĐ-UBND ngày 25/10/2023, V.9, 98%, 1.001193, 8.000 đồng, Sở Y tế, 3 ngày");
    expect([...all].sort()).toEqual([
      "agency so-y-te",
      "date 2023-10-25",
      "document_number 2704/QĐ-UBND",
      "label V.9",
      "number 3",
      "number 8000",
      "percent 98",
      "procedure_code 1.001193",
    ]);
  });

  test("decomposed letters, wide digits and odd dashes change nothing", () => {
    const text = "2704/QĐ-UBND ngày 25/10/2023, 45–50%";
    expect(figures(text.normalize("NFD"))).toEqual(figures(text));
    expect(figures(text.replace("2704", "２７０４"))).toEqual(figures(text));
    expect(figures(text.replace("QĐ-", "QĐ\u2011"))).toEqual(figures(text));
  });
});

/** A reply that says `text` on the strength of one quote. */
const claim = (text: string, quote: string, changes: Partial<Reply> = {}): DraftReply => ({
  ...replyWith({
    tasks: [],
    computed: [],
    citations: [{ id: "c1", document: "Văn bản", number: "", issuedOn: null, locator: "đoạn", quote }],
    ...changes,
  }),
  text,
  spoken: "",
});
const unsupported = (reply: DraftReply) =>
  lock.check(reply).unsupported.map(({ kind, value }) => `${kind} ${value}`);

describe("a claim stands on the words of the quote, in any of their spellings", () => {
  test.each([
    ["25/10/2023", "ngày 25 tháng 10 năm 2023"],
    ["ngày 25 tháng 10 năm 2023", "25/10/2023"],
    ["15/12", "trước ngày 15 tháng 12 năm 2023"],
    ["năm 2023", "25/10/2023"],
    ["8000 đồng", "8.000 đồng"],
    ["8.000 đồng", "8000 đồng"],
    ["50%", "giảm từ 45 - 50%"],
    ["50 phần trăm", "trên 50%"],
    ["Quyết định 2704", "2704/QĐ-UBND"],
    ["Sở TT&TT", "Sở Thông tin và Truyền thông"],
    ["Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và PTNT"],
    ["Vũng Tàu", "không có số nào"],
  ])("“%s” on “%s”", (text, quote) => {
    expect(lock.check(claim(text, quote))).toEqual({ passed: true, unsupported: [] });
  });
});

describe("a claim without support is stopped, and its kind is named", () => {
  test.each([
    ["26/10/2023", "25/10/2023", "date 2023-10-26"],
    ["25/10/2023", "năm 2023, tháng 10, ngày 25", "date 2023-10-25"],
    ["15/12/2023", "trước ngày 15/12", "date 2023-12-15"],
    ["9.000 đồng", "8.000 đồng", "number 9000"],
    ["97%", "98%", "percent 97"],
    ["50%", "50 hồ sơ", "percent 50"],
    ["2705/QĐ-UBND", "2704/QĐ-UBND", "document_number 2705/QĐ-UBND"],
    ["2704/QĐ-TTg", "2704/QĐ-UBND", "document_number 2704/QĐ-TTG"],
    ["2704/QĐ-UBND", "Quyết định số 2704", "document_number 2704/QĐ-UBND"],
    ["V.10", "V.9", "label V.10"],
    ["V.9", "nhiệm vụ 9", "label V.9"],
    ["1.001194", "1.001193", "procedure_code 1.001194"],
    ["Sở Y tế", "Sở Nội vụ", "agency so-y-te"],
    ["Sở Y tế", "ngành y tế", "agency so-y-te"],
    ["7 ngày", "", "number 7"],
  ])("“%s” on “%s”", (text, quote, expected) => {
    expect(unsupported(claim(text, quote))).toEqual([expected]);
  });

  test("without a citation nothing may be claimed", () => {
    expect(unsupported(claim("Sở Y tế, 98%", "", { citations: [] }))).toEqual([
      "percent 98",
      "agency so-y-te",
    ]);
  });
});

describe("beside the quotes", () => {
  test("a citation stands for its number, its dates and its place, and its title for all but a period", () => {
    const citation = {
      id: "c1",
      document: "Quyết định giai đoạn 2023-2025",
      number: "2704/QĐ-UBND",
      issuedOn: "2023-10-25",
      verifiedOn: "2026-07-15",
      locator: "Phụ lục, nhóm II (Phát triển hạ tầng số), nhiệm vụ 4",
      quote: "chữ",
    };
    const text = "II.4 theo 2704/QĐ-UBND ngày 25/10/2023, đối chiếu ngày 15/07/2026";
    expect(unsupported(claim(text, "", { citations: [citation] }))).toEqual([]);
    expect(unsupported(claim("2023-2025", "", { citations: [citation] }))).toEqual(["period 2023-2025"]);
    expect(unsupported(claim("II.5", "", { citations: [citation] }))).toEqual(["label II.5"]);
  });

  test("what is computed may be said, with its rule, and nothing else", () => {
    const computed = [{ value: "26", rule: "đếm" }];
    expect(unsupported(claim("26 nhiệm vụ", "", { computed }))).toEqual([]);
    expect(unsupported(claim("27 nhiệm vụ", "", { computed }))).toEqual(["number 27"]);
    const counted = [{ value: "3", rule: "đếm 26 dòng" }];
    expect(unsupported(claim("26 nhiệm vụ", "", { computed: counted }))).toEqual(["number 26"]);
  });

  test("the spoken words, the rows of tasks and of procedures are checked as the text is", () => {
    const spoken = { ...claim("", "Sở Y tế"), spoken: "Sở Y tế có 5 nhiệm vụ" };
    expect(unsupported(spoken)).toEqual(["number 5"]);
    const row = replyWith().tasks[0]!;
    const tasks = [{ ...row, label: "V.9", period: "2023-2024" }];
    const rows = claim("", "V.9, 2023", { tasks });
    expect(unsupported(rows)).toEqual(["period 2023-2024"]);
    const procedures = [{ code: "1.001193", name: "Cấp 2 bản sao", aspects: [] }];
    expect(unsupported(claim("", "1.001193", { procedures }))).toEqual(["number 2"]);
  });
});

const QUESTIONS = [
  "Sở Y tế chủ trì những nhiệm vụ nào?",
  "Sở Thông tin và Truyền thông chủ trì bao nhiêu nhiệm vụ?",
  "Văn phòng UBND tỉnh phối hợp những nhiệm vụ nào?",
  "UBND huyện Xuyên Mộc có những nhiệm vụ nào?",
  "Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?",
  "Nhiệm vụ nào có thời gian 2023-2024?",
  "Nhiệm vụ V.10 bao giờ xong?",
  "II.1 là gì?",
  "V.9 là gì?",
  "VI.3 hạn khi nào?",
  "Nhiệm vụ V.4 ai chủ trì?",
  "Nhiệm vụ V.8 hạn khi nào?",
  "Cơ quan nào chủ trì nhiều nhiệm vụ nhất?",
  "Phụ lục có bao nhiêu nhóm nhiệm vụ?",
  "Nhiệm vụ nào giao chung cho các sở, ban, ngành, địa phương?",
  "Nhiệm vụ nào lặp lại hàng năm?",
  "Mục tiêu về tỷ lệ hài lòng của người dân là bao nhiêu?",
  "Mục tiêu hồ sơ giải quyết đúng hẹn là bao nhiêu?",
  "Chỉ tiêu hồ sơ trực tuyến từ xa là bao nhiêu phần trăm?",
  "Rút ngắn thời gian giải quyết thủ tục bao nhiêu phần trăm?",
  "Khi nào phải báo cáo kết quả thực hiện Kế hoạch?",
  "Các sở phải ban hành kế hoạch riêng khi nào?",
  "Sở Tài chính có trách nhiệm gì ngoài Phụ lục?",
  "Ai ký Quyết định 2704/QĐ-UBND?",
  "Quyết định 2704/QĐ-UBND ban hành ngày nào?",
  "Kế hoạch căn cứ vào những văn bản nào?",
  "So sánh nhiệm vụ V.9 và V.10",
  "Sở Nông nghiệp và PTNT nay là cơ quan nào?",
  "Nhiệm vụ nào đã quá hạn?",
  "Đăng ký khai sinh cần giấy tờ gì?",
  "Lệ phí đăng ký khai sinh bao nhiêu?",
  "Đăng ký kết hôn mất bao lâu?",
  "Chứng thực bản sao từ bản chính lệ phí bao nhiêu?",
  "Thủ tục 1.001193 nộp ở đâu?",
  "Đăng ký tạm trú cần những gì?",
  "Nhiệm vụ trợ lý ảo do ai chủ trì?",
  "Trợ lý lưu những gì?",
  "Kinh phí thực hiện Kế hoạch lấy từ đâu?",
];

/** Something else of the same kind that nobody would notice: the next number, the next day, another body. */
function neighbour(printed: string, kind: Figure["kind"], distance: number): string {
  if (kind === "agency")
    return ["Thanh tra tỉnh", "Sở Ngoại vụ", "Sở Xây dựng", "Kho bạc Nhà nước"][distance - 1]!;
  const runs = [...printed.matchAll(/\d+/g)];
  // The day of a date and the number of a decision come first, the number of a label or a percentage last.
  const run = kind === "date" || kind === "document_number" ? runs[0]! : runs.at(-1)!;
  const raised = String(Number(run[0]) + distance).padStart(run[0].length, "0");
  return printed.slice(0, run.index) + raised + printed.slice(run.index + run[0].length);
}

/** The words by which a figure stands in a text. */
function wordsOf(figure: Figure, text: string): string | undefined {
  if (figure.kind !== "agency") return figure.printed;
  const meant = agencies.filter((agency) => figure.value.split("|").includes(agency.id));
  const all = meant.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.text)]);
  return all.sort((a, b) => b.length - a.length).find((name) => text.includes(name));
}

/** What stands in the first list beyond what stands in the second, repetitions counted. */
function beyond(first: readonly string[], second: readonly string[]): string[] {
  const rest = [...second];
  return first.filter((row) => {
    const at = rest.indexOf(row);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** The text with just this figure changed: its words may also stand inside another figure, which is left alone. */
function withChanged(
  text: string,
  before: readonly string[],
  figure: Figure,
  words: string,
  changed: string,
): string | undefined {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const candidate = text.slice(0, at) + changed + text.slice(at + words.length);
    const after = figures(candidate);
    const gone = beyond(before, after);
    const come = beyond(after, before);
    if (
      gone.length === 1 &&
      gone[0] === `${figure.kind} ${figure.value}` &&
      come.length === 1 &&
      come[0]!.startsWith(`${figure.kind} `)
    )
      return candidate;
  }
  return undefined;
}

/** Enough of a long list, from its beginning to its end. */
const CHANGED_FIGURES = 8;
const sampleOf = <T>(rows: readonly T[]): T[] => {
  const step = Math.max(1, rows.length / CHANGED_FIGURES);
  return Array.from(
    { length: Math.min(rows.length, CHANGED_FIGURES) },
    (_, i) => rows[Math.floor(i * step)]!,
  );
};

describe("real replies", () => {
  const replies: { question: string; reply: Reply }[] = [];
  beforeAll(async () => {
    const evaluation = await createEvaluationAssistant({ now: new Date("2024-06-15T08:00:00+07:00") });
    for (const question of QUESTIONS) {
      const { reply } = await evaluation.assistant.answer({ text: question, channel: "web" });
      replies.push({ question, reply });
    }
    expect(evaluation.figureLockFailures()).toBe(0);
    await evaluation.close();
  });

  test("are of many kinds and full of figures, or the tests below prove little", () => {
    expect(replies.length).toBeGreaterThan(30);
    expect(new Set(replies.map(({ reply }) => reply.kind)).size).toBeGreaterThanOrEqual(7);
    const kinds = new Set(
      replies.flatMap(({ reply }) => extractFigures(reply.text, names).map(({ kind }) => kind)),
    );
    expect([...kinds].sort()).toEqual([
      "agency",
      "date",
      "document_number",
      "label",
      "number",
      "percent",
      "period",
      "procedure_code",
    ]);
  });

  test.each(QUESTIONS)("%s – passes untouched", (question) => {
    const { reply } = replies.find((row) => row.question === question)!;
    // Twice: what the lock remembers of the first time changes nothing.
    for (let i = 0; i < 2; i++) expect(lock.check(reply)).toEqual({ passed: true, unsupported: [] });
  });

  /** Everything the reply may say, as one string. */
  const supportOf = (reply: Reply) =>
    JSON.stringify([reply.citations, reply.computed])
      .replaceAll(/(\d{4})-(\d{2})-(\d{2})/g, "$3/$2/$1")
      .replaceAll(/(?<=\d)\.(?=\d{3}(?!\d))/g, "");

  test.each(QUESTIONS)("%s – is stopped when one figure of its text is changed", (question) => {
    const { reply } = replies.find((row) => row.question === question)!;
    const support = supportOf(reply);
    const before = figures(reply.text);
    let changes = 0;
    for (const figure of sampleOf(extractFigures(reply.text, names))) {
      const { kind } = figure;
      const words = wordsOf(figure, reply.text);
      if (words === undefined) continue;
      for (const distance of [1, 2, 3]) {
        const changed = neighbour(words, kind, distance);
        // Some neighbours are printed in the sources of this very reply too.
        if ((changed.match(/\d+/g) ?? [changed]).every((part) => support.includes(part))) continue;
        const text = withChanged(reply.text, before, figure, words, changed);
        if (text === undefined) continue;
        changes++;
        const { passed, unsupported: stopped } = lock.check({ ...reply, text });
        expect([changed, passed, stopped.map((row) => row.kind)]).toEqual([changed, false, [kind]]);
        break;
      }
    }
    expect(changes).toBeGreaterThan(0);
  });

  test("a count whose rule is not told is stopped", () => {
    const counted = replies.filter(({ reply }) => reply.kind === "tasks" && reply.computed.length > 0);
    expect(counted.length).toBeGreaterThan(5);
    const { reply } = counted.find(({ question }) => question.includes("bao nhiêu nhiệm vụ"))!;
    expect(reply.text).toContain("**26** nhiệm vụ");
    const silent = { ...reply, computed: reply.computed.filter(({ value }) => value !== "26") };
    expect(lock.check(silent).unsupported).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: "number", value: "26" })]),
    );
  });

  test.each<
    [question: string, field: "tasks" | "procedures", from: string, to: string, kind: Figure["kind"]]
  >([
    ["Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?", "tasks", "2023-2024", "2023-2026", "period"],
    ["Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?", "tasks", "V.9", "V.19", "label"],
    ["Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?", "tasks", "Văn phòng UBND tỉnh", "Sở Ngoại vụ", "agency"],
    ["Đăng ký khai sinh cần giấy tờ gì?", "procedures", "1.001193", "1.001194", "procedure_code"],
  ])("%s – is stopped when a row of its %s says %s as %s → %s", (question, field, from, to, kind) => {
    const { reply } = replies.find((row) => row.question === question)!;
    const rows = JSON.parse(JSON.stringify(reply[field]).replaceAll(`"${from}"`, `"${to}"`));
    expect(rows).not.toEqual(reply[field]);
    const { passed, unsupported: stopped } = lock.check({ ...reply, [field]: rows });
    expect(passed).toBe(false);
    expect(stopped.map((figure) => figure.kind)).toContain(kind);
  });

  test.each<[question: string, from: string, to: string, kind: Figure["kind"]]>([
    ["Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?", "2023-2024", "2023-2027", "period"],
    // The years of the plan's title are no leave to say them of a task.
    ["Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?", "2023-2024", "2023-2025", "period"],
    ["Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?", "31/12/2024", "31/12/2025", "date"],
    ["Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?", "Sở Thông tin và Truyền thông", "Sở Y tế", "agency"],
    ["Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?", "V.9", "V.8", "label"],
    ["Ai ký Quyết định 2704/QĐ-UBND?", "2704/QĐ-UBND", "2707/QĐ-UBND", "document_number"],
    ["Mục tiêu hồ sơ giải quyết đúng hẹn là bao nhiêu?", "98%", "99%", "percent"],
    ["Chứng thực bản sao từ bản chính lệ phí bao nhiêu?", "2.000 đồng", "5.000 đồng", "number"],
  ])("%s – is stopped when it says %s as %s", (question, from, to, kind) => {
    const { reply } = replies.find((row) => row.question === question)!;
    expect(reply.text).toContain(from);
    const { passed, unsupported: stopped } = lock.check({ ...reply, text: reply.text.replaceAll(from, to) });
    expect(passed).toBe(false);
    expect(stopped.map((figure) => figure.kind)).toContain(kind);
  });
});
