import { describe, expect, test } from "vitest";
import { replyWith } from "../fakes.ts";

interface Citation {
  locator: string;
  quote: string;
  number: string;
}
const SCRIPT = new URL("../../../channels/web-chat/public/figures.js", import.meta.url).href;
const { splitFigures, positionIn, createProofs } = (await import(SCRIPT)) as {
  splitFigures(text: string): (string | { figure: string })[];
  positionIn(quote: string, figure: string): number;
  createProofs(reply: unknown): {
    find(figure: string, line: string): { rules?: string[]; citation?: Citation };
  };
};

describe("the figures of a text", () => {
  test.each<[string, string[]]>([
    ["Sở Y tế chủ trì 4 nhiệm vụ, tức 14.", ["4", "14"]],
    ["Quyết định 2704/QĐ-UBND ngày 25/10/2023", ["2704/QĐ-UBND", "25/10/2023"]],
    ["trước ngày 15/12, từ 01/2024 đến 05/2025", ["15/12", "01/2024", "05/2025"]],
    ["V.24 Triển khai · 2023-2025", ["V.24", "2023-2025"]],
    ["II.1 (Phát triển hạ tầng số) làm gì", ["II.1 (Phát triển hạ tầng số)"]],
    ["Lệ phí 135.000 đồng/lần, 8,5 % một năm", ["135.000", "8,5 %"]],
    ["trên 50% hồ sơ", ["50%"]],
    ["Nghị định 151/2025/NĐ-CP, Mẫu số 21", ["151/2025/NĐ-CP", "21"]],
    ["Nghị quyết 66.7/2025/NQ-CP", ["66.7/2025/NQ-CP"]],
    ["chủ trì nhiệm vụ V.38 (được ghi đích danh)", ["V.38"]],
    ["mã 1.012784", ["1.012784"]],
    ["hạng A1, B2 và LGSP2", []],
    ["không có số nào", []],
  ])("%s", (text, figures) => {
    const parts = splitFigures(text);
    expect(parts.flatMap((part) => (typeof part === "string" ? [] : [part.figure]))).toEqual(figures);
    expect(parts.map((part) => (typeof part === "string" ? part : part.figure)).join("")).toBe(text);
  });
});

test.each([
  ["trong 20 ngày", "20", 6],
  ["trong 120 ngày", "20", -1],
  ["năm 2023-2025", "2023", 4],
  ["135.000 đồng", "135", -1],
  ["135.000 đồng", "000", -1],
  ["hết 31/12/2024", "2024", -1],
  ["gồm 5.", "5", 4],
])("in “%s” the figure %s stands at %i", (quote, figure, position) => {
  expect(positionIn(quote, figure)).toBe(position);
});

describe("what proves a figure", () => {
  const citation = (locator: string, quote: string) => ({
    id: locator,
    locator,
    quote,
    number: "2704/QĐ-UBND",
  });
  const proofs = createProofs({
    ...replyWith(),
    citations: [
      citation("Phụ lục, nhóm II (Thể chế số), nhiệm vụ 1", "1 | Xây dựng văn bản | Hàng năm"),
      citation("Phụ lục, nhóm II (Phát triển hạ tầng số), nhiệm vụ 1", "1 | Phát triển mạng | 2023-2025"),
      citation("Phụ lục, nhóm V (Ứng dụng), nhiệm vụ 9", "9 | Tổng đài tự động | 2023-2025"),
    ],
    computed: [{ value: "14", rule: "đếm dòng" }],
  });

  test.each<[figure: string, line: string, quote: string]>([
    ["V.9", "V.9 Tổng đài", "9 | Tổng đài"],
    ["II.1 (Phát triển hạ tầng số)", "", "1 | Phát triển mạng"],
    ["2023-2025", "Tổng đài tự động · 2023-2025", "9 | Tổng đài"],
    ["2023-2025", "Phát triển mạng · 2023-2025", "1 | Phát triển mạng"],
    ["2704/QĐ-UBND", "", "1 | Xây dựng"],
  ])("%s in “%s” is the quote of its line", (figure, line, quote) => {
    expect(proofs.find(figure, line).citation?.quote).toContain(quote);
  });

  test("a computed value is explained by its rule, and what nothing proves stays plain", () => {
    expect(proofs.find("14", "")).toEqual({ rules: ["đếm dòng"] });
    expect(proofs.find("77", "")).toBeUndefined();
  });
});
