import { describe, expect, test } from "vitest";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { spokenToDigits } from "../../../knowledge/vietnamese/numbers.ts";
import { numberInWords } from "../../../knowledge/vietnamese/spell-out.ts";
import { createRandom } from "./random.ts";

describe("amounts", () => {
  test.each([
    ["hai nghìn không trăm hai mươi ba", "2023"],
    ["hai nghìn bảy trăm lẻ bốn", "2704"],
    ["hai ngàn bảy trăm linh bốn", "2704"],
    ["hai nghìn lẻ bảy", "2007"],
    ["mười lăm", "15"],
    ["ba mươi mốt", "31"],
    ["hai triệu rưỡi", "2500000"],
    ["ba nghìn rưỡi", "3500"],
    ["một trăm linh năm nghìn", "105000"],
    ["hai phẩy năm", "2,5"],
    ["hai mươi lăm phần trăm", "25%"],
    ["chín tám phần trăm", "98%"],
    ["năm phần trăm", "5%"],
    ["một trăm phần trăm", "100%"],
    ["bốn mươi lăm đến năm mươi phần trăm", "45 đến 50%"],
    ["hai mươi bốn trên bảy", "24/7"],
    ["hai nghin khong tram hai muoi ba", "2023"],
  ])("%s", (said, expected) => {
    expect(spokenToDigits(said)).toBe(expected);
  });
});

test.each([
  ["con tôi năm tuổi", "con tôi 5 tuổi"],
  ["cháu chín tuổi", "cháu 9 tuổi"],
  ["mười bốn tuổi", "14 tuổi"],
  ["mục năm chấm chính", "mục V.9"],
  ["cơ quan chính", "cơ quan chính"],
])("as recognisers hear it: %s → %s", (said, expected) => {
  expect(spokenToDigits(said)).toBe(expected);
});

describe("digit by digit", () => {
  test.each([
    ["hai không hai ba", "2023"],
    ["quyết định hai bảy không bốn", "quyết định 2704"],
    ["quyet dinh hai bay khong bon", "quyet dinh 2704"],
    ["hai bảy lẻ tư", "2704"],
    ["tổng đài một không hai hai", "tổng đài 1022"],
    ["có phải quyết định hai bảy không bốn không", "có phải quyết định 2704 không"],
  ])("%s", (said, expected) => {
    expect(spokenToDigits(said)).toBe(expected);
  });
});

describe("years and dates", () => {
  test.each([
    ["năm hai nghìn không trăm hai tư", "năm 2024"],
    ["nam hai nghin khong tram hai tu", "nam 2024"],
    ["năm hai lăm", "năm 2025"],
    ["có phải năm hai nghìn không trăm hai lăm không", "có phải năm 2025 không"],
    ["có báo cáo không năm hai nghìn không trăm hai tư", "có báo cáo không năm 2024"],
    ["tháng hai năm hai nghìn không trăm hai mươi ba", "tháng 2 năm 2023"],
    ["ngày năm tháng năm năm hai nghìn không trăm hai tư", "ngày 5 tháng 5 năm 2024"],
    ["hai lăm tháng mười hai ba", "25 tháng 10 năm 2023"],
    ["trước ngày mười lăm tháng mười hai", "trước ngày 15 tháng 12"],
    ["tháng tư", "tháng 4"],
    ["giai đoạn hai ba hai lăm", "giai đoạn 2023-2025"],
    ["mấy cái hạn hai ba hai tư", "mấy cái hạn 2023-2024"],
    ["giai đoạn hai không hai ba hai không hai lăm", "giai đoạn 2023-2025"],
    [
      "từ năm hai nghìn không trăm hai mươi ba đến năm hai nghìn không trăm hai lăm",
      "từ năm 2023 đến năm 2025",
    ],
    ["sáu tháng đầu năm", "6 tháng đầu năm"],
    ["mười năm", "10 năm"],
  ])("%s", (said, expected) => {
    expect(spokenToDigits(said)).toBe(expected);
  });
});

describe("labels and codes", () => {
  test.each([
    ["mục năm chấm chín", "mục V.9"],
    ["nhiệm vụ năm chấm chín", "nhiệm vụ V.9"],
    ["nhiem vu nam cham chin", "nhiem vu V.9"],
    ["cho hỏi năm chấm chín là gì", "cho hỏi V.9 là gì"],
    ["mục la mã năm chấm chín", "mục V.9"],
    ["mục năm chín", "mục V.9"],
    ["nhiệm vụ hai chấm mười hai không", "nhiệm vụ II.12 không"],
    ["nhiệm vụ số chín nhóm năm", "nhiệm vụ số 9 nhóm 5"],
    ["điều hai", "điều 2"],
    ["mức độ hai", "mức độ 2"],
    ["một chấm không không một một chín ba", "1.001193"],
  ])("%s", (said, expected) => {
    expect(spokenToDigits(said)).toBe(expected);
  });
});

test.each([
  "một",
  "hai ba ngày",
  "ba mẹ đi vắng",
  "năm nào, năm nay, hằng năm",
  "năm năm",
  "năm chín",
  "trong năm nhiệm vụ nào xong",
  "sở tư pháp, tư vấn, nhóm tư vấn",
  "so tu phap",
  "một cửa, bộ phận một cửa, điểm một cửa",
  "mỗi tháng một lần",
  "không có, có được không",
  "ba bản sao, hai bên nam nữ",
  "nhóm năm 2024",
  "công nghiệp bốn chấm không",
  "ngày một tốt hơn",
  "thứ tư",
  "nam nu ket hon, sau ngay mai",
  "",
])("leaves in words: %s", (said) => {
  expect(spokenToDigits(said)).toBe(said);
});

test("reads back every number that is said, with and without diacritics", () => {
  const random = createRandom(4);
  // Single words below eleven stay words on purpose.
  const numbers = Array.from({ length: 3000 }, () => 11 + random.below(10 ** (2 + random.below(10))));
  for (let value = 11; value < 2100; value++) numbers.push(value);
  for (const value of numbers) {
    const said = numberInWords(value);
    expect(`${said}: ${spokenToDigits(said)}`).toBe(`${said}: ${value}`);
    if (value > 20) expect(`${said}: ${spokenToDigits(fold(said))}`).toBe(`${said}: ${value}`);
  }
});
