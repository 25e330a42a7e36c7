import { beforeAll, describe, expect, test } from "vitest";
import { type Condition, conditionsIn, ProcedureFamilies } from "../../../bot/understanding/conditions.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../../knowledge/vietnamese/tokens.ts";
import { shippedKnowledge } from "../../support/assistant.ts";

const said = (text: string) => [...conditionsIn(tokenize(text), () => true).said].sort();

describe("the circumstances of a question", () => {
  test.each<[text: string, conditions: Condition[]]>([
    ["khai sinh cho bé có yếu tố nước ngoài", ["foreign"]],
    ["vợ tôi là Việt kiều", ["foreign"]],
    ["lấy chồng người Hàn Quốc", ["foreign"]],
    ["kết hôn với vợ người Đài Loan", ["foreign"]],
    ["chúng tôi định cư ở Mỹ", ["foreign"]],
    ["khai tử cho ông Tây quốc tịch Pháp", ["foreign"]],
    ["bé có hai quốc tịch", ["foreign"]],
    ["đăng ký kết hôn lưu động", ["mobile"]],
    ["cán bộ đến tận nhà được không", ["mobile"]],
    ["mẹ tôi bị liệt không thể đi lại", ["mobile"]],
    ["người già đi lại khó khăn", ["mobile"]],
    ["đăng ký lại khai sinh", ["again"]],
    ["sổ gốc ở xã cũng bị cháy", ["again"]],
    ["xã báo không còn sổ lưu", ["again"]],
    ["sổ hộ tịch bị mất", ["again"]],
    ["tôi đã có hồ sơ cá nhân", ["papers"]],
    ["tôi lớn rồi chưa có giấy khai sinh", ["papers"]],
    ["hồi nhỏ chưa đăng ký khai sinh", ["papers"]],
    ["ở xã sát biên với Campuchia", ["border"]],
    ["khu vực biên giới", ["border"]],
    ["khai sinh kèm nhận cha luôn", ["combined"]],
    ["con ngoài giá thú", ["combined"]],
    ["vừa khai sinh vừa nhận con", ["combined"]],
    ["chấm dứt giám hộ", ["ending"]],
    ["tôi thôi giám hộ cho cháu", ["ending"]],
    ["người giám sát việc giám hộ", ["supervision"]],
    ["thôi giám sát việc giám hộ", ["ending", "supervision"]],
    ["khai sinh lưu động cho con có cha người nước ngoài", ["foreign", "mobile"]],
    ["đăng ký lại kết hôn với người Nhật", ["again", "foreign"]],
    ["đăng ký khai sinh cho con", []],
    ["đăng ký kết hôn cần giấy tờ gì", []],
    ["quán phở Hà Nội", []],
    ["", []],
  ])("%s: %j", (text, conditions) => {
    expect(said(text)).toEqual(conditions);
  });

  // Left out: "không có yếu tố nước ngoài" and "không phải người nước ngoài" should say nothing, but say "foreign": the
  // "nước ngoài" in them is a phrase of its own, and what stands before that one is no denial.
  test.each<[text: string, conditions: Condition[]]>([
    ["không lưu động", []],
    ["không kết hợp nhận cha", []],
    ["không nước ngoài", []],
    ["không thuộc biên giới", []],
    ["không phải lưu động", []],
    ["không có ngoài giá thú", []],
    ["không đi lại được", ["mobile"]],
    ["không còn sổ gốc", ["again"]],
    ["không giám hộ nữa", ["ending"]],
  ])("denied or not, “%s” says %j", (text, conditions) => {
    expect(said(text)).toEqual(conditions);
  });

  test("typed without diacritics are the same", () => {
    for (const text of [
      "có yếu tố nước ngoài",
      "lưu động",
      "sổ gốc bị cháy",
      "chấm dứt giám hộ",
      "biên giới",
    ])
      expect(said(fold(text))).toEqual(said(text));
  });
});

describe("of procedures that share a name but for its conditions", () => {
  let knowledge: KnowledgeBase;
  let families: ProcedureFamilies;
  beforeAll(async () => {
    knowledge = await shippedKnowledge();
    families = new ProcedureFamilies(knowledge.procedures);
  });
  const nameOf = (code: string) => knowledge.procedures.find((row) => row.code === code)?.name;
  const codeOf = (name: string) => knowledge.procedures.find((row) => row.name === name)!.code;

  test.each<[start: string, conditions: Condition[], chosen: string]>([
    ["Đăng ký khai sinh", [], "Đăng ký khai sinh"],
    ["Đăng ký khai sinh", ["foreign"], "Đăng ký khai sinh có yếu tố nước ngoài"],
    ["Đăng ký khai sinh", ["mobile"], "Đăng ký khai sinh lưu động"],
    ["Đăng ký khai sinh", ["again"], "Đăng ký lại khai sinh"],
    ["Đăng ký khai sinh", ["again", "foreign"], "Đăng ký lại khai sinh có yếu tố nước ngoài"],
    ["Đăng ký khai sinh", ["papers"], "Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân"],
    [
      "Đăng ký khai sinh",
      ["foreign", "papers"],
      "Đăng ký khai sinh có yếu tố nước ngoài cho người đã có hồ sơ, giấy tờ cá nhân",
    ],
    [
      "Đăng ký khai sinh",
      ["border", "foreign"],
      "Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới",
    ],
    ["Đăng ký khai sinh", ["combined"], "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con"],
    [
      "Đăng ký khai sinh",
      ["combined", "foreign"],
      "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước ngoài",
    ],
    ["Đăng ký khai sinh", ["ending"], "Đăng ký khai sinh"],
    ["Đăng ký khai sinh có yếu tố nước ngoài", [], "Đăng ký khai sinh"],
    ["Đăng ký khai sinh lưu động", ["mobile"], "Đăng ký khai sinh lưu động"],
    ["Đăng ký kết hôn", [], "Đăng ký kết hôn"],
    ["Đăng ký kết hôn", ["foreign"], "Đăng ký kết hôn có yếu tố nước ngoài"],
    ["Đăng ký kết hôn", ["mobile"], "Đăng ký kết hôn lưu động"],
    ["Đăng ký kết hôn", ["again"], "Đăng ký lại kết hôn"],
    ["Đăng ký kết hôn", ["again", "foreign"], "Đăng ký lại kết hôn có yếu tố nước ngoài"],
    ["Đăng ký kết hôn", ["border"], "Đăng ký kết hôn"],
    ["Đăng ký lại kết hôn có yếu tố nước ngoài", ["again"], "Đăng ký lại kết hôn"],
    ["Đăng ký khai tử", ["foreign"], "Đăng ký khai tử có yếu tố nước ngoài"],
    ["Đăng ký khai tử", ["mobile"], "Đăng ký khai tử lưu động"],
    ["Đăng ký khai tử", ["again"], "Đăng ký lại khai tử"],
    ["Đăng ký khai tử", ["again", "foreign"], "Đăng ký lại khai tử có yếu tố nước ngoài"],
    ["Đăng ký khai tử", ["papers"], "Đăng ký khai tử"],
    ["Đăng ký giám hộ", ["ending"], "Đăng ký chấm dứt giám hộ"],
    ["Đăng ký giám hộ", ["ending", "foreign"], "Đăng ký chấm dứt giám hộ có yếu tố nước ngoài"],
    ["Tách hộ", ["foreign", "mobile"], "Tách hộ"],
  ])("from “%s”, %j chooses “%s”", (start, conditions, chosen) => {
    expect(nameOf(families.choose(codeOf(start), new Set(conditions)))).toBe(chosen);
  });

  test("each is chosen by its own conditions, from every member of its family", () => {
    const registrations = knowledge.procedures.filter(({ name }) =>
      /^Đăng ký (lại )?(khai sinh|kết hôn|khai tử)/.test(name),
    );
    expect(registrations.length).toBeGreaterThanOrEqual(18);
    for (const { code, name } of registrations) {
      const own = families.conditionsOf(code);
      const subject = /khai sinh|kết hôn|khai tử/.exec(name)![0];
      for (const other of registrations.filter((row) => row.name.includes(subject)))
        expect([name, nameOf(families.choose(other.code, own))]).toEqual([name, name]);
    }
  });

  test("a code that is nobody's stays, and has no conditions", () => {
    expect(families.choose("9.999999", new Set(["foreign"]))).toBe("9.999999");
    expect(families.conditionsOf("9.999999").size).toBe(0);
  });

  test("a tie leaves the one that was found", () => {
    const twins = new ProcedureFamilies([
      { code: "a", name: "Đăng ký lưu động" },
      { code: "b", name: "Đăng ký có yếu tố nước ngoài" },
    ]);
    for (const code of ["a", "b"]) {
      expect(twins.choose(code, new Set())).toBe(code);
      expect(twins.choose(code, new Set(["foreign", "mobile"]))).toBe(code);
    }
  });
});
