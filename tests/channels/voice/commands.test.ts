import { describe, expect, test } from "vitest";
import { choiceOf, commandOf, consentOf } from "../../../channels/voice/commands.ts";

describe("wishes about the call itself", () => {
  test.each([
    ["nghe tiếp", "more"],
    ["dạ đọc tiếp đi em", "more"],
    ["tiếp tục", "more"],
    ["nữa đi", "more"],
    ["Nhắc lại giúp tôi.", "repeat"],
    ["em nói lại đi", "repeat"],
    ["nghe không rõ", "repeat"],
    ["hả", "repeat"],
    ["chậm lại", "slower"],
    ["nói chậm chậm thôi em ơi", "slower"],
    ["nhanh quá", "slower"],
    ["nói nhanh lên", "faster"],
    ["gặp cán bộ", "officer"],
    ["cho tôi gặp người thật đi", "officer"],
    ["nối máy cho nhân viên tư vấn", "officer"],
    ["tôi muốn nói chuyện với cán bộ", "officer"],
    ["thôi tạm biệt", "goodbye"],
    ["không hỏi gì nữa đâu", "goodbye"],
    ["cảm ơn em chào em", "goodbye"],
    ["dạ", "backchannel"],
    ["dạ vâng ạ", "backchannel"],
    ["ừ ờ", "backchannel"],
    ["à thế à", "backchannel"],
    ["alo", "hello"],
    ["a lô a lô có ai không", "hello"],
  ] as const)("%s → %s", (text, command) => {
    expect(commandOf(text)).toBe(command);
  });
});

describe("questions are left to the answer core", () => {
  test.each([
    "gặp cán bộ nào để nộp hồ sơ",
    "dạ cho hỏi đăng ký khai sinh",
    "cán bộ phường có chứng thực không",
    "nộp lại hồ sơ thế nào",
    "đăng ký lại kết hôn",
    "tiếp nhận hồ sơ ở đâu",
    "không có giấy chứng sinh thì sao",
    "cảm ơn",
    "xin chào",
    "chậm nộp phạt bao nhiêu",
    "",
    "…",
  ])("%s", (text) => {
    expect(commandOf(text)).toBeUndefined();
  });
});

describe("answers to a question of consent", () => {
  test.each([
    ["có", "yes"],
    ["dạ được em", "yes"],
    ["vâng", "yes"],
    ["ừ gọi lại đi", "yes"],
    ["đồng ý", "yes"],
    ["không", "no"],
    ["dạ thôi khỏi", "no"],
    ["không cần đâu", "no"],
    ["không được", "no"],
    ["gọi số khác giùm", "other"],
    ["đăng ký khai sinh", undefined],
  ] as const)("%s → %s", (text, consent) => {
    expect(consentOf(text)).toBe(consent);
  });
});

describe("a choice by its number", () => {
  test.each([
    ["hai", 3, 2],
    ["dạ cái đầu tiên", 3, 1],
    ["số ba ạ", 3, 3],
    ["chọn câu thứ nhất", 2, 1],
    ["2", 3, 2],
    ["bốn", 3, undefined],
    ["hai bên nam nữ", 3, undefined],
  ])("%s of %d → %s", (text, choices, chosen) => {
    expect(choiceOf(text, choices)).toBe(chosen);
  });
});
