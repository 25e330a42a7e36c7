import { describe, expect, test } from "vitest";
import {
  AgencyNames,
  agencyById,
  COMMUNES_ID,
  findAgency,
  isLocals,
  LOCALS_ID,
} from "../../bot/agency-names.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { agencies } from "../support/shipped-plan.ts";

const names = new AgencyNames(agencies);
/** "so-y-te", "a|b" when one name means both, "?" in front when it is only weakly a name. */
const found = (text: string) =>
  names
    .find(tokenize(text))
    .map(({ weak, agencies: meant }) => `${weak ? "?" : ""}${meant.map(({ id }) => id).join("|")}`);

describe("agencies named in a question", () => {
  test.each([
    ["Sở Y tế chủ trì nhiệm vụ nào?", ["so-y-te"]],
    ["so y te chu tri nhiem vu nao", ["so-y-te"]],
    ["SỞ Y TẾ", ["so-y-te"]],
    [
      "Sở Thông tin và Truyền thông với STTTT",
      ["so-thong-tin-va-truyen-thong", "so-thong-tin-va-truyen-thong"],
    ],
    [
      "Sở NN&PTNT, Sở Nông nghiệp và Phát triển nông thôn",
      ["so-nong-nghiep-va-ptnt", "so-nong-nghiep-va-ptnt"],
    ],
    ["giám đốc Sở Nội vụ", ["so-noi-vu"]],
    ["Văn phòng UBND tỉnh", ["van-phong-ubnd-tinh"]],
    ["UBND tỉnh", ["ubnd-tinh"]],
    ["UBND thành phố Vũng Tàu và UBND thành phố Bà Rịa", ["ubnd-tp-vung-tau", "ubnd-tp-ba-ria"]],
    ["CĐ chủ trì gì", ["ubnd-huyen-chau-duc|ubnd-huyen-con-dao"]],
    ["huyện Côn Đảo", ["ubnd-huyen-con-dao"]],
    // One letter away from one name, and words that only begin with "sở" or "số".
    ["sở công tương chủ trì mấy việc", ["so-cong-thuong"]],
    ["so cong tuong chu tri may viec", ["so-cong-thuong"]],
    ["sở nào chủ trì, số công việc là bao nhiêu", []],
    ["sở hữu công nghiệp", []],
    ["ngành y tế ở Vũng Tàu", ["?so-y-te", "?ubnd-tp-vung-tau"]],
    ["Sở Văn hóa và Thể thao, Sở Du lịch", ["so-van-hoa-va-the-thao", "so-du-lich"]],
    ["Sở Thủy sản", []],
    ["đăng ký khai sinh", []],
    ["", []],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ["phòng văn hóa thông tin huyện Long Điền", "ubnd-huyen-long-dien"],
    ["phong tu phap huyen chau duc lam gi", "ubnd-huyen-chau-duc"],
    ["Phòng Nội vụ của UBND thành phố Bà Rịa", "ubnd-tp-ba-ria"],
    ["phòng y tế Vũng Tàu", "ubnd-tp-vung-tau"],
    ["phòng GD&ĐT huyện Đất Đỏ", "ubnd-huyen-dat-do"],
  ])("a department means its district: %s", (text, id) => {
    const mentions = names.find(tokenize(text));
    expect(mentions.map(({ agencies: meant }) => meant.map((row) => row.id))).toEqual([[id]]);
    expect(mentions[0]).toMatchObject({ weak: false, department: true });
  });

  test.each(["phòng khám ở Vũng Tàu", "phòng chống cháy rừng huyện Côn Đảo", "phòng huyện Côn Đảo"])(
    "no department: %s",
    (text) => {
      expect(names.find(tokenize(text)).some((mention) => mention.department)).toBe(false);
    },
  );

  test("each full name of the registry means its agency alone, typed with or without diacritics", () => {
    for (const { id, name } of agencies)
      for (const typed of [name, name.toUpperCase(), fold(name)])
        expect([typed, found(typed)]).toEqual([typed, [id]]);
  });

  test("each alias means its agency among those it finds", () => {
    for (const { id, aliases } of agencies)
      for (const { text } of aliases) {
        const meant = names.find(tokenize(text)).flatMap((mention) => mention.agencies);
        expect([text, meant.map((agency) => agency.id)]).toEqual([text, expect.arrayContaining([id])]);
      }
  });
});

describe("the agency that a name means", () => {
  test.each([
    ["Sở Y tế", "so-y-te"],
    ["stttt", "so-thong-tin-va-truyen-thong"],
    ["UBND tỉnh", "ubnd-tinh"],
    ["cơ quan của tôi là Sở Tư pháp", "so-tu-phap"],
    ["CĐ", undefined],
    ["Sở Y tế và Sở Nội vụ", undefined],
    ["Sở Thủy sản", undefined],
    ["", undefined],
  ])("%s is %s", (name, id) => {
    expect(findAgency({ agencies }, name)?.id).toBe(id);
  });
});

describe("an agency by its id", () => {
  test("is the one of the registry, or one of the two that stand for “địa phương”", () => {
    for (const agency of agencies) expect(agencyById({ agencies }, agency.id)).toBe(agency);
    for (const id of [LOCALS_ID, COMMUNES_ID]) {
      expect(agencyById({ agencies }, id)).toMatchObject({ id, collective: "dia_phuong" });
      expect(isLocals(id)).toBe(true);
    }
    expect(agencies.filter(({ id }) => isLocals(id))).toEqual([]);
  });

  test("that is nobody's is an error", () => {
    expect(() => agencyById({ agencies }, "so-thuy-san")).toThrow(RangeError);
  });
});
