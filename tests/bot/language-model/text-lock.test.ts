import { describe, expect, test } from "vitest";
import { readSources } from "../../../bot/language-model/sources.ts";
import { MAX_CHARACTERS, TextLock } from "../../../bot/language-model/text-lock.ts";
import type { Problem } from "../../../bot/language-model/text-problems.ts";
import type { Citation } from "../../../bot/reply.ts";
import { agencies } from "../../support/shipped-plan.ts";

const INSTRUCTIONS = "Viết từ một đến ba câu tiếng Việt có dấu, trả lời thẳng điều được hỏi.";
const lock = new TextLock(agencies);

/** Locator → quote; ids are c1, c2, … */
const sourcesOf = (...quotes: [locator: string, quote: string][]) =>
  readSources(
    quotes.map(
      ([locator, quote], i): Citation => ({
        id: `c${i + 1}`,
        document: "Kế hoạch",
        number: "2704/QĐ-UBND",
        issuedOn: null,
        locator,
        quote,
        url: "https://dichvucong.gov.vn/thu-tuc/1",
      }),
    ),
  );

const PROCEDURE = sourcesOf(
  ["Tên thủ tục", "Đăng ký kết hôn"],
  ["Thời hạn giải quyết", "Trực tiếp: 3 ngày làm việc; trực tuyến: 2 ngày làm việc"],
  ["Phí, lệ phí", "Không thu lệ phí đối với công dân Việt Nam"],
  ["Hồ sơ", "Tờ khai đăng ký kết hôn (1 bản chính)"],
  ["Hồ sơ", "Giấy xác nhận tình trạng hôn nhân (1 bản chính)"],
  ["Nơi nộp", "UBND cấp xã nơi cư trú của một trong hai bên"],
  ["Giấy tờ khác", "Giấy khám sức khỏe; hạng A1 không cần"],
);
const DUTIES = sourcesOf(
  [
    "mục VI.1, gạch đầu dòng 1",
    "Sở Thông tin và Truyền thông chủ trì, phối hợp với Sở Nội vụ, Sở Tài chính xây dựng bộ chỉ số trước ngày 30/6/2024.",
  ],
  [
    "mục VI.2, gạch đầu dòng 1",
    "Sở Y tế báo cáo Sở Nội vụ kết quả tối thiểu 90% hồ sơ, tối đa 5% hồ sơ trễ hạn.",
  ],
  [
    "mục III, gạch đầu dòng 2",
    "Phấn đấu trên 50% hồ sơ thực hiện trực tuyến từ xa. Phấn đấu 100% hồ sơ thực hiện trực tuyến.",
  ],
);

const problemsOf = (text: string, sources = PROCEDURE) => lock.check(text, sources, INSTRUCTIONS).problems;

describe("what the quotes prove passes, with the figures as printed", () => {
  test.each([
    [
      "Khi nộp trực tuyến, thời hạn giải quyết là ⟦f2⟧ [c2].",
      "Khi nộp trực tuyến, thời hạn giải quyết là 2 ngày làm việc.",
    ],
    ["Không thu lệ phí đối với công dân Việt Nam [c3].", "Không thu lệ phí đối với công dân Việt Nam."],
    [
      "Hồ sơ gồm tờ khai đăng ký kết hôn [c4] và giấy xác nhận tình trạng hôn nhân [c5].",
      "Hồ sơ gồm tờ khai đăng ký kết hôn.",
    ],
    [
      "anh/chị nộp tại UBND cấp xã nơi cư trú của một trong hai bên. [c6]",
      "Anh/chị nộp tại UBND cấp xã nơi cư trú của một trong hai bên.",
    ],
    [
      "<think>Người dùng hỏi 3 điều…</think>Anh/chị nộp tại UBND cấp xã nơi cư trú [c6].",
      "Anh/chị nộp tại UBND cấp xã nơi cư trú.",
    ],
    ["Anh/chị nộp tại UBND cấp xã [c6], theo trang ⟦l1⟧ [c1].", "Anh/chị nộp tại UBND cấp xã."],
  ])("%s", (text, first) => {
    const { problems, sentences } = lock.check(text, PROCEDURE, INSTRUCTIONS);
    expect(problems.filter((problem) => problem !== "not_in_quote")).toEqual([]);
    expect(sentences[0]!.text).toBe(first);
  });

  test.each([
    "Sở Thông tin và Truyền thông chủ trì xây dựng bộ chỉ số ⟦f1⟧ [c1].",
    "Sở Thông tin và Truyền thông chủ trì, phối hợp với Sở Nội vụ và Sở Tài chính xây dựng bộ chỉ số [c1].",
    "Sở Y tế báo cáo Sở Nội vụ kết quả ⟦f2⟧ hồ sơ, ⟦f3⟧ hồ sơ trễ hạn [c2].",
    "Mục tiêu là ⟦f4⟧ hồ sơ thực hiện trực tuyến từ xa [c3].",
    "Mục tiêu là ⟦f5⟧ hồ sơ thực hiện trực tuyến [c3].",
  ])("%s", (text) => {
    expect(problemsOf(text, DUTIES).filter((problem) => problem !== "not_in_quote")).toEqual([]);
  });
});

describe("what they don't prove is named", () => {
  test.each<[string, Problem]>([
    ["", "empty"],
    ["Anh/chị nộp tại UBND cấp xã.", "citation_missing"],
    ["Anh/chị nộp tại UBND cấp xã [c9].", "citation_unknown"],
    ["Anh/chị nộp tại UBND cấp xã [2].", "citation_unknown"],
    ["Thời hạn giải quyết là 3 ngày làm việc [c2].", "figure_written"],
    ["Thời hạn giải quyết là ba ngày làm việc [c2].", "figure_written"],
    ["Thời hạn giải quyết là ⟦f9⟧ [c2].", "figure_unknown"],
    ["Thời hạn giải quyết là ⟦f1⟧ [c3].", "figure_of_other_quote"],
    ["Nộp trực tuyến thì ⟦f1⟧ [c2].", "figure_out_of_place"],
    ["Nộp trực tiếp thì ⟦f2⟧ [c2].", "figure_out_of_place"],
    ["Lệ phí là ⟦f1⟧ [c2].", "figure_out_of_place"],
    ["Thời hạn trực tiếp là ⟦f1⟧ làm việc, tức ⟦f1⟧ ngày [c2].", "unit_repeated"],
    ["Thu lệ phí đối với công dân Việt Nam [c3].", "negation_lost"],
    ["Không cần tờ khai đăng ký kết hôn [c4].", "negation"],
    ["Miễn tờ khai đăng ký kết hôn [c4].", "negation"],
    ["Không cần giấy khám sức khỏe [c7].", "negation"],
    ["Hồ sơ gồm tờ khai đăng ký kết hôn [c4].", "incomplete"],
    ["Anh/chị nộp tại UBND cấp tỉnh nơi cư trú [c6].", "qualifier"],
    ["Chỉ nộp tại UBND cấp xã nơi cư trú [c6].", "qualifier"],
    ["Anh/chị nộp tại Tòa án nơi cư trú [c6].", "agency_not_in_quote"],
    ["Anh/chị nộp cho bà Lan tại UBND cấp xã nơi cư trú [c6].", "name_not_in_quote"],
    ["UBND cấp xã nơi cư trú đã tiếp nhận [c6].", "completion"],
    ["Anh/chị nên nộp tại UBND cấp xã nơi cư trú [c6].", "advice"],
    ["Người nộp mang theo ảnh chân dung nền trắng [c4].", "not_in_quote"],
    ["Submit the form at the commune where you live [c6].", "language"],
    ["Nop tai UBND cap xa noi cu tru cua mot ben [c6].", "language"],
    ["Nộp tại 社区 nơi cư trú [c6].", "language"],
    ["Nộp tại UBND cấp xã, xem www.nop.vn [c6].", "link"],
    ["**Nộp** tại UBND cấp xã nơi cư trú [c6].", "markup"],
    ["Nộp tại UBND cấp xã [c6]. Nộp tại UBND cấp xã [c6].", "repeated"],
    ["Viết từ một đến ba câu tiếng Việt có dấu [c6].", "leak"],
    [`Nộp tại UBND cấp xã nơi cư trú ${"của một trong hai bên ".repeat(80)}[c6].`, "too_long"],
  ])("%s", (text, problem) => {
    expect(problemsOf(text)).toContain(problem);
  });

  test.each<[string, Problem]>([
    ["Sở Nội vụ chủ trì xây dựng bộ chỉ số [c1].", "agency_role"],
    ["Sở Nội vụ chủ trì, phối hợp với Sở Thông tin và Truyền thông xây dựng bộ chỉ số [c1].", "agency_role"],
    ["Sở Nội vụ báo cáo Sở Y tế kết quả [c2].", "agency_role"],
    ["Sở Nội vụ báo cáo kết quả [c2].", "agency_role"],
    ["Sở Giao thông vận tải xây dựng bộ chỉ số [c1].", "agency_not_in_quote"],
    ["Sở Y tế xây dựng bộ chỉ số [c1].", "agency_not_in_quote"],
    ["Mục tiêu là ⟦f5⟧ hồ sơ thực hiện trực tuyến từ xa [c3].", "figure_out_of_place"],
    ["Mục tiêu là ⟦f4⟧ hồ sơ thực hiện trực tuyến [c3].", "figure_out_of_place"],
    ["Sở Y tế báo cáo kết quả ⟦f3⟧ hồ sơ, ⟦f2⟧ hồ sơ trễ hạn [c2].", "figure_out_of_place"],
    ["Sở Y tế báo cáo kết quả ⟦f1⟧ [c2].", "figure_of_other_quote"],
  ])("%s", (text, problem) => {
    expect(problemsOf(text, DUTIES)).toContain(problem);
  });
});

test("a text that isn't whole yet is judged by the sentences that are, and by its length", () => {
  const soFar = (text: string) => lock.check(text, PROCEDURE, INSTRUCTIONS, false).problems;
  expect(soFar("Anh/chị nộp tại UBND cấp xã [c6]. Thời hạn là 99")).toEqual([]);
  expect(soFar("Anh/chị nộp tại UBND cấp xã [c6]. Thời hạn là 99 ngày [c2]")).toContain("figure_written");
  expect(soFar("a ".repeat(MAX_CHARACTERS))).toEqual(["too_long"]);
});
