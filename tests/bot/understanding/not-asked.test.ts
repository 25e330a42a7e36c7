import { describe, expect, test } from "vitest";
import { deniedClauses, neededIn, withoutSpans } from "../../../bot/understanding/not-asked.ts";
import { utteranceOf } from "../../../bot/understanding/utterance.ts";
import { understandText } from "../../../knowledge/vietnamese/understand-text.ts";

const read = (text: string) => {
  const { normalized, tokens } = understandText(text);
  return utteranceOf(normalized, tokens);
};

test.each([
  ["khai sinh cho bé, không nhận cha mẹ con", "khai sinh cho bé, "],
  ["khai sinh thôi, không liên thông, nộp ở đâu", "khai sinh thôi, , nộp ở đâu"],
  ["không có giấy chứng sinh thì khai sinh", "không có giấy chứng sinh thì khai sinh"],
  ["khai sinh, không phải về quê?", "khai sinh, không phải về quê?"],
])("of “%s” is asked “%s”", (text, affirmed) => {
  const utterance = read(text);
  expect(withoutSpans(utterance, deniedClauses(utterance))).toBe(affirmed);
});

describe("papers that are needed", () => {
  const namesProcedure = (words: readonly { folded: string }[]) =>
    words
      .map(({ folded }) => folded)
      .join(" ")
      .includes("ho chieu");
  const needed = (text: string) => {
    const { tokens } = read(text);
    return neededIn(tokens, { namesProcedure }).map(({ from, to }) =>
      tokens
        .slice(from, to)
        .map(({ folded }) => folded)
        .join(" "),
    );
  };

  test.each([
    ["làm hộ chiếu cho bé có cần giấy khai sinh không", ["can giay khai sinh"]],
    // What is needed is what is asked for.
    ["có cần làm hộ chiếu không", []],
    ["làm giấy tờ có cần khai sinh không", []],
    ["làm hộ chiếu cần giấy gì", []],
  ])("in “%s”: %j", (text, spans) => {
    expect(needed(text)).toEqual(spans);
  });
});
