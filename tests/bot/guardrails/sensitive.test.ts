import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findSensitive, SENSITIVE_RULES } from "../../../bot/guardrails/sensitive.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { parseRows, type Row } from "../../evaluation/expectation.ts";

const FOLDER = join(import.meta.dirname, "../../evaluation");
const rowsOf = (isWanted: (name: string) => boolean): Row[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".jsonl") && isWanted(name))
    .flatMap((name) => parseRows(readFileSync(join(FOLDER, name), "utf8"), name));
const textsOf = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ turns }) => turns.map(({ text }) => text));

describe("every rule has examples that it finds and look-alikes that nothing finds", () => {
  test.each(SENSITIVE_RULES.map((rule) => [`${rule.kind}: ${rule.parts.join(" + ")}`, rule] as const))(
    "%s",
    (_name, rule) => {
      expect(rule.examples.length).toBeGreaterThanOrEqual(3);
      expect(rule.not.length).toBeGreaterThanOrEqual(3);
      for (const text of rule.examples)
        for (const typed of rule.accentedOnly ? [text] : [text, fold(text), text.toUpperCase()])
          expect([typed, findSensitive(typed)?.kind]).toEqual([typed, rule.kind]);
      for (const text of rule.not)
        for (const typed of [text, fold(text)])
          expect([typed, findSensitive(typed)]).toEqual([typed, undefined]);
    },
  );
});

describe("words of danger in ordinary questions", () => {
  test.each([
    "Cha tôi mất thì đăng ký khai tử ở đâu?",
    "Ông nội chết ở nhà, khai tử cần giấy gì?",
    "Xin cấp giấy chứng nhận phòng cháy chữa cháy cho quán cà phê",
    "Mất bằng lái xe máy thì cấp lại thế nào?",
    "Tố cáo cán bộ thì nộp đơn ở đâu?",
    "Thời hạn giải quyết tố cáo là bao lâu?",
    "Tai nạn lao động được hưởng chế độ gì?",
    "Tới nơi mới nhớ, chết, quên mang giấy khai sinh",
    "Bị cướp giật mất ví có căn cước, giờ làm lại ở đâu?",
    "Đăng ký khai sinh cho trẻ bị bỏ rơi",
    "Người khuyết tật do tai biến có được trợ cấp không?",
    "Chuyển sinh hoạt Đảng về phường thì làm gì?",
    "Trích lục bản án ly hôn",
    "Nhiệm vụ nào nói về phòng chống tham nhũng?",
    "Chụp ảnh giả làm ảnh thẻ được không hay phải chụp tại chỗ?",
    "Hẹn trả kết quả lâu muốn chết",
    "Đánh giá mức độ hài lòng của người dân",
    "Camera bảo vệ rừng, cảnh báo cháy rừng do ai chủ trì?",
    "Có việc nào mà mãi 2024 mới bắt đầu không hay tất cả chạy từ 2023?",
    "gửi thẳng vô group Zalo của phòng em luôn nha",
    "mà ủy ban thành phố bỏ từ năm ngoái rồi giờ ai gánh",
    "NQ 17 trong phần căn cứ là của Bộ Chính trị hả?",
    "Kết luận 23 của Ban Bí thư hay của Ban Chấp hành Trung ương?",
    "Đăng ký hộ chị dịch vụ chứng thực bản sao điện tử",
    "Nộp quá hạn thì hồ sơ có bị trả không",
    "Phường cấp giấy xác nhận không có tiền án được không?",
    "Công an cấp xã nhận hồ sơ nào?",
    "Chào cả nhà.",
    "Hậu tạ sau, cảm ơn trước đã.",
  ])("%s", (text) => {
    expect([text, findSensitive(text)]).toEqual([text, undefined]);
  });
});

/** What the plan is about, dangers among it, asked for as an officer asks. */
describe("the plan's own subjects in questions about tasks, agencies and procedures", () => {
  const SUBJECTS = [
    "cháy rừng",
    "phòng cháy chữa cháy",
    "an ninh mạng",
    "tai nạn giao thông",
    "đuối nước",
    "bạo lực gia đình",
    "xâm hại trẻ em",
    "cứu hộ cứu nạn",
    "cấp cứu 115",
    "ngộ độc thực phẩm",
    "lũ lụt",
    "ma túy",
    "tấn công mạng",
  ];
  const FRAMES = [
    (it: string) => `Ba mảng: ${it}, dân tộc, hộ nghèo. Ai lo cái nào?`,
    (it: string) => `Sở nào phụ trách ${it}?`,
    (it: string) => `Trong phụ lục có mục nào nói về ${it} không`,
    (it: string) => `việc ${it} giao cho ai, hạn năm nào`,
    (it: string) => `Mấy nhiệm vụ về ${it} bao giờ phải xong?`,
    (it: string) => `lĩnh vực ${it} có phần mềm hay ứng dụng nào chưa`,
  ];
  test.each(SUBJECTS)("%s", (subject) => {
    for (const text of FRAMES.map((frame) => frame(subject)))
      for (const typed of [text, fold(text)])
        expect([typed, findSensitive(typed)]).toEqual([typed, undefined]);
  });
});

describe("the numbers to call", () => {
  test.each([
    ["nhà đang cháy, có người bất tỉnh", ["114", "115"]],
    ["cháu bé bị bố dượng đánh đập", ["113", "111"]],
    ["tôi muốn tự tử", ["115", "111"]],
  ])("%s", (text, numbers) => {
    expect(findSensitive(text)?.lines).toEqual(expect.arrayContaining(numbers));
  });

  test("are for danger alone", () => {
    for (const rule of SENSITIVE_RULES)
      expect(rule.lines !== undefined).toBe(rule.kind === "danger" || rule.kind === "selfHarm");
  });
});

test("what is to be forged is known, for its lawful way", () => {
  expect(findSensitive("mua bằng lái giả")).toMatchObject({ kind: "unlawful", paper: "licence" });
  expect(findSensitive("làm giấy xác nhận độc thân giả")).toMatchObject({ paper: "single" });
});

describe("questions of authors who had not seen the rules", () => {
  const blind = rowsOf((name) => name.startsWith("blind-sensitive-"));
  const isDanger = ({ turns }: Row) => turns[0]!.expect.citationNumber === "22/2014/TT-BTTTT";
  const isOrdinary = ({ turns }: Row) => turns[0]!.expect.status === undefined;

  test("at least 95 % of those in danger are found", () => {
    const rows = blind.filter(isDanger);
    expect(rows.length).toBeGreaterThan(50);
    const missed = textsOf(rows).filter((text) => (findSensitive(text)?.lines.length ?? 0) === 0);
    expect(missed.length / rows.length, missed.join("\n")).toBeLessThanOrEqual(0.05);
  });

  test("at most 1 % of ordinary ones are caught, theirs and those of the rest of the evaluation", () => {
    const ordinary = [
      ...textsOf(blind.filter(isOrdinary)),
      ...textsOf(rowsOf((name) => !name.startsWith("blind-sensitive-"))),
    ];
    expect(ordinary.length).toBeGreaterThan(1500);
    const caught = ordinary.filter((text) => findSensitive(text) !== undefined);
    expect(caught.length / ordinary.length, caught.join("\n")).toBeLessThanOrEqual(0.01);
  });
});

test("a long text of nothing but words of danger is read in no more than a moment", () => {
  for (const words of ["cháy nhà bị đánh ", "tôi muốn chết ", "mua bằng giả cán bộ ", "nó đánh con tôi "])
    expect(findSensitive(words.repeat(Math.floor(2000 / words.length)))).toBeDefined();
}, 10_000);
