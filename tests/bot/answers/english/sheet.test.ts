import { describe, expect, test } from "vitest";
import { RULES, SUGGESTIONS } from "../../../../bot/answers/english/phrases.ts";
import {
  counted,
  firstOf,
  listed,
  locatorInEnglish,
  ruleInEnglish,
  suggestionInEnglish,
} from "../../../../bot/answers/english/sheet.ts";
import { isEnglish } from "../../../../bot/understanding/english.ts";

test("places of a document keep their names", () => {
  expect(locatorInEnglish("Phụ lục, nhóm V (Phát triển ứng dụng, dịch vụ số), nhiệm vụ 9")).toBe(
    "Appendix, group V (Phát triển ứng dụng, dịch vụ số), task 9",
  );
  expect(locatorInEnglish("Kế hoạch, mục III.1, gạch đầu dòng 4")).toBe("Plan, section III.1, bullet 4");
});

test("rules are told by how they begin, and one that is not known is still none of Vietnamese", () => {
  expect(ruleInEnglish("đếm các dòng Phụ lục thỏa điều kiện đã nêu")).toBe("counted from the records");
  expect(ruleInEnglish("ngày hôm nay theo giờ Việt Nam")).toBe("today in Vietnam");
  expect(ruleInEnglish("chưa từng có")).toBe("reckoned by the assistant from what is printed");
  // A longer beginning stands before the shorter one that it begins with.
  for (const [i, [start]] of RULES.entries())
    for (const [later] of RULES.slice(i + 1))
      expect([later, later.startsWith(start)]).toEqual([later, false]);
});

describe("suggestions", () => {
  test("keep what they are about, and a record's name stays as it is", () => {
    expect(suggestionInEnglish("Sở Y tế chủ trì những nhiệm vụ nào?")).toBe("Which tasks does Sở Y tế lead?");
    expect(suggestionInEnglish("So sánh nhiệm vụ V.9 và V.10")).toBe("Compare tasks V.9 and V.10");
    expect(suggestionInEnglish("Đăng ký khai sinh")).toBe("Đăng ký khai sinh");
  });

  test.each(SUGGESTIONS.map(([, english]) => english.replaceAll("{}", "Sở Y tế")))(
    "%s is English",
    (asked) => {
      expect(isEnglish(asked, true)).toBe(true);
    },
  );
});

test("a template without a slot fits nothing but itself", () => {
  expect(firstOf([["Gặp cán bộ", "talk"]], "Gặp cán bộ")).toBe("talk");
  expect(firstOf([["Gặp cán bộ", "talk"]], "Gặp cán bộ nào")).toBeUndefined();
  expect(firstOf([["Ai {}?", "Who {}?"]], "Ai ?")).toBeUndefined();
});

test("lists and counts", () => {
  expect(listed(["A", "B", "C"])).toBe("A, B and C");
  expect(counted("**1**", "task")).toBe("**1** task");
  expect(counted(2, "copy", "copies")).toBe("2 copies");
});
