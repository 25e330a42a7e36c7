import { describe, expect, test } from "vitest";
import { normalizeText } from "../../../knowledge/vietnamese/normalize.ts";
import { lastMeant } from "../../../knowledge/vietnamese/self-correction.ts";

describe("the last that was meant", () => {
  test.each([
    ["Sở Y tế, à không, Sở Tài chính chủ trì việc gì", "Sở Tài chính chủ trì việc gì"],
    ["đăng ký khai sinh à không đăng ký kết hôn cần giấy tờ gì", "đăng ký kết hôn cần giấy tờ gì"],
    ["lệ phí đăng ký khai sinh à nhầm khai tử", "lệ phí đăng ký khai tử"],
    ["lệ phí khai sinh à không kết hôn", "lệ phí kết hôn"],
    ["quyết định hai bảy không ba à không hai bảy không bốn", "quyết định 2704"],
    ["nhiệm vụ hạn năm 2023 của sở y tế, à không, 2024", "nhiệm vụ hạn năm 2024 của sở y tế"],
    ["V.9 à không V.10 là gì", "V.10 là gì"],
    ["sở y tế ý là sở tài chính chủ trì những việc gì", "sở tài chính chủ trì những việc gì"],
    ["khai sinh nộp ở đâu ý tôi là lệ phí bao nhiêu", "khai sinh nộp ở đâu lệ phí bao nhiêu"],
    ["đổi bằng lái à không làm hộ chiếu cần giấy tờ gì", "làm hộ chiếu cần giấy tờ gì"],
    ["sở y tế à không sở tài chính à nhầm sở nội vụ", "sở nội vụ"],
  ])("%s → %s", (said, meant) => {
    expect(lastMeant(normalizeText(said))).toBe(meant);
  });
});

describe("what is no correction stays", () => {
  test.each([
    "đăng ký kết hôn cần giấy tờ gì",
    "nộp online được à không",
    "có mất phí à không ạ",
    "thủ tục là gì, cần những gì",
    "ý kiến của người dân là gì",
    "xin lỗi cho hỏi lệ phí khai sinh",
  ])("%s", (said) => {
    expect(lastMeant(normalizeText(said)).replace(/\s+/g, " ")).toBe(normalizeText(said));
  });
});
