import { describe, expect, test } from "vitest";
import { namesOf, withoutFormalWords } from "../../knowledge/procedure-names.ts";

describe("what a procedure may be called", () => {
  test.each<[name: string, aliases: string[], names: string[]]>([
    ["Đăng ký kết hôn", [], ["Đăng ký kết hôn"]],
    ["Cấp thẻ BHYT", [], ["Cấp thẻ BHYT", "Cấp thẻ bảo hiểm y tế"]],
    ["Cấp đổi thẻ", ["cccd hết hạn"], ["Cấp đổi thẻ", "cccd hết hạn", "căn cước công dân hết hạn"]],
    // Letters of a document's number and lone capitals stand for nothing here.
    ["Chế độ theo 14/2020/NĐ-CP", [], ["Chế độ theo 14/2020/NĐ-CP"]],
    ["Cấp giấy phép hạng B", [], ["Cấp giấy phép hạng B"]],
  ])("%s, also %j: %j", (name, aliases, names) => {
    expect(namesOf({ name, aliases })).toEqual(names);
  });

  test("the words that begin half of all names tell nothing", () => {
    expect(withoutFormalWords("Thủ tục đăng ký lại kết hôn")).toBe("đăng ký lại kết hôn");
    expect(withoutFormalWords("THỦ TỤC: Cấp phép")).toBe("Cấp phép");
    expect(withoutFormalWords("Liên thông các thủ tục")).toBe("Liên thông các thủ tục");
  });
});
