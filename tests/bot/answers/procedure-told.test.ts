import { describe, expect, test } from "vitest";
import { speaksOf } from "../../../bot/answers/procedure-told.ts";

const told = (values: Record<string, string[]>) => ({ told: values, denied: {} });

describe("whether a sentence speaks of the case that was told", () => {
  test.each<[string, Record<string, string[]>, boolean | undefined]>([
    ["Chỉ sửa chữa bên trong thì không phải xin phép", { works: ["repair_only"] }, true],
    ["Chỉ sửa chữa bên trong thì không phải xin phép", { works: ["adds_floor"] }, false],
    ["Tăng tầng thì phải có giấy phép", { works: ["adds_floor"] }, true],
    ["Nhà ngoài khu vực phải quản lý kiến trúc thì được miễn", { planning: ["managed"] }, false],
    ["Nhà ở dưới 7 tầng thì được miễn", { building: ["big_house"] }, false],
    ["Ở lại ba tháng thì đăng ký tạm trú", { residence: ["over_month"] }, true],
  ])("“%s”, told %j: %s", (text, values, expected) => {
    expect(speaksOf(text, told(values))).toBe(expected);
  });

  test("neither, where nothing of it was told or the sentence tells nothing", () => {
    expect(speaksOf("Chỉ sửa chữa bên trong thì không phải xin phép", told({}))).toBeUndefined();
    expect(speaksOf("Nộp ở xã", told({ works: ["adds_floor"] }))).toBeUndefined();
  });
});
