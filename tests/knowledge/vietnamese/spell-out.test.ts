import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inNumberWords, numberInWords, spellOut } from "../../../knowledge/vietnamese/spell-out.ts";
import { createRandom } from "./random.ts";

describe("numberInWords", () => {
  test.each([
    [0, "không"],
    [4, "bốn"],
    [10, "mười"],
    [15, "mười lăm"],
    [21, "hai mươi mốt"],
    [24, "hai mươi tư"],
    [25, "hai mươi lăm"],
    [105, "một trăm lẻ năm"],
    [134, "một trăm ba mươi tư"],
    [2004, "hai nghìn không trăm lẻ bốn"],
    [2023, "hai nghìn không trăm hai mươi ba"],
    [50_000, "năm mươi nghìn"],
    [1_000_005, "một triệu không trăm lẻ năm"],
    [3_000_000_000, "ba tỷ"],
  ])("%d", (value, expected) => {
    expect(numberInWords(value)).toBe(expected);
  });

  test.each([-1, 0.5, 1e12, Number.NaN])("refuses %d", (value) => {
    expect(() => numberInWords(value)).toThrow(RangeError);
  });
});

const YEAR_2023 = "hai nghìn không trăm hai mươi ba";
const YEAR_2025 = "hai nghìn không trăm hai mươi lăm";

describe("spellOut", () => {
  test.each([
    ["8.000 đồng", "tám nghìn đồng"],
    ["200.000 đồng/bản", "hai trăm nghìn đồng một bản"],
    ["50.000đ", "năm mươi nghìn đồng"],
    ["98%", "chín mươi tám phần trăm"],
    ["45 - 50%", "bốn mươi lăm đến năm mươi phần trăm"],
    ["trên 50%", "trên năm mươi phần trăm"],
    ["≥ 50%", "ít nhất năm mươi phần trăm"],
    ["1,5", "một phẩy năm"],
    ["07 ngày làm việc", "bảy ngày làm việc"],
    ["3 - 5 ngày", "ba đến năm ngày"],
    ["24/7", "hai mươi bốn trên bảy"],
    ["50/60 điểm", "năm mươi trên sáu mươi điểm"],
  ])("amounts: %s", (text, expected) => {
    expect(spellOut(text)).toBe(expected);
  });

  test.each([
    ["25/10/2023", `ngày hai mươi lăm tháng mười năm ${YEAR_2023}`],
    ["ngày 25 tháng 10 năm 2023", `ngày hai mươi lăm tháng mười năm ${YEAR_2023}`],
    ["trước 15/12", "trước ngày mười lăm tháng mười hai"],
    ["trước ngày 15/12", "trước ngày mười lăm tháng mười hai"],
    ["04/11", "ngày mùng bốn tháng mười một"],
    ["tháng 4", "tháng tư"],
    ["tháng 12/2025", `tháng mười hai năm ${YEAR_2025}`],
    ["quý IV/2025", `quý bốn năm ${YEAR_2025}`],
    ["giai đoạn 2023-2025", `giai đoạn từ năm ${YEAR_2023} đến năm ${YEAR_2025}`],
    ["từ năm 2023 - 2025", `từ năm ${YEAR_2023} đến năm ${YEAR_2025}`],
    ["7h30", "bảy giờ ba mươi"],
    ["17 giờ 00", "mười bảy giờ"],
    [
      "07:30–11:30 và 13:05 đến 17:00",
      "bảy giờ ba mươi đến mười một giờ ba mươi và mười ba giờ năm đến mười bảy giờ",
    ],
    ["tỷ lệ 1:500 hoặc 1:2.000", "tỷ lệ một trên năm trăm hoặc một trên hai nghìn"],
  ])("dates: %s", (text, expected) => {
    expect(spellOut(text)).toBe(expected);
  });

  test.each([
    ["2704/QĐ-UBND", "Quyết định số hai nghìn bảy trăm lẻ bốn của Ủy ban nhân dân"],
    ["Quyết định số 2704/QĐ-UBND", "Quyết định số hai nghìn bảy trăm lẻ bốn của Ủy ban nhân dân"],
    ["Quyết định 2704/QĐ-UBND", "Quyết định số hai nghìn bảy trăm lẻ bốn của Ủy ban nhân dân"],
    ["118/2025/NĐ-CP", `Nghị định số một trăm mười tám năm ${YEAR_2025} của Chính phủ`],
    ["134/2025/QH15", `Luật số một trăm ba mươi tư năm ${YEAR_2025} của Quốc hội khóa mười lăm`],
    ["02-NQ/TU", "Nghị quyết số hai của Tỉnh ủy"],
    ["điểm đ khoản 2 Điều 5", "điểm đờ khoản hai Điều năm"],
    ["V.9", "nhiệm vụ số chín nhóm năm"],
    ["nhiệm vụ V.9", "nhiệm vụ số chín nhóm năm"],
    ["mục III.2", "mục ba chấm hai"],
    ["IIb.1", "nhiệm vụ số một nhóm hai bê"],
    ["mục I, Chương IV, Phụ lục II", "mục một, Chương bốn, Phụ lục hai"],
    ["1.001193", "một chấm không không một một chín ba"],
    ["CT01", "xê tê không một"],
    ["mã A7K2P9", "mã a bảy ca hai pê chín"],
  ])("numbers of documents, labels, codes: %s", (text, expected) => {
    expect(spellOut(text)).toBe(expected);
  });

  test.each([
    ["1022", "một không hai hai"],
    ["1800 1096", "một tám không không, một không chín sáu"],
    ["0254.3852345", "không hai năm bốn, ba tám năm hai, ba bốn năm"],
    ["Gọi 0254 3852 345.", "Gọi không hai năm bốn, ba tám năm hai, ba bốn năm."],
    ["(0254) 3852 345", "không hai năm bốn, ba tám năm hai, ba bốn năm"],
    ["+84 254 3852 345", "cộng tám bốn, hai năm bốn, ba tám năm hai, ba bốn năm"],
    ["0254.3.852.345", "không hai năm bốn, ba, tám năm hai, ba bốn năm"],
    ["https://dichvucong.gov.vn.", "dịch vụ công chấm gốp chấm vê en."],
    ["a@b.gov.vn", "a a còng b chấm gốp chấm vê en"],
  ])("ways to reach someone: %s", (text, expected) => {
    expect(spellOut(text)).toBe(expected);
  });

  test.each([
    ["UBND, HĐND, CNTT", "Ủy ban nhân dân, Hội đồng nhân dân, công nghệ thông tin"],
    ["Sở TT&TT; Sở NN&PTNT", "Sở Thông tin và Truyền thông; Sở Nông nghiệp và Phát triển nông thôn"],
    ["TP. Vũng Tàu, TX. Phú Mỹ", "thành phố Vũng Tàu, thị xã Phú Mỹ"],
    ["của UBND. Sau đó", "của Ủy ban nhân dân. Sau đó"],
    ["CALLBOT, SOC, QR, AI", "côn bót, ét ô xi, quy a, ây ai"],
    ["LRIS và IPv6", "lờ rít và ai pi vê sáu"],
    ["GPMB", "giê pê em bê"],
  ])("abbreviations: %s", (text, expected) => {
    expect(spellOut(text)).toBe(expected);
  });

  test.each([
    ["**Đậm**, _nghiêng_, `mã`", "Đậm, nghiêng, mã"],
    ["## Đề mục\n\n- một\n- hai:\n  * ba", "Đề mục. một. hai. ba"],
    ["> Trích\n> dẫn", "Trích. dẫn"],
    ["| a | b |\n|---|---|\n| c | d |", "a, b. c, d"],
    ["[cổng](https://dichvucong.gov.vn)", "cổng"],
    ["dòng<br>mới", "dòng mới"],
    ["II. Phát triển", "hai, Phát triển"],
    ["", ""],
    ["**", ""],
  ])("markup: %s", (text, expected) => {
    expect(spellOut(text)).toBe(expected);
  });
});

test.each([
  ["chủ trì 0 nhiệm vụ ghi đích danh", "không chủ trì nhiệm vụ ghi đích danh nào"],
  ["phối hợp 0 nhiệm vụ", "không phối hợp nhiệm vụ nào"],
  ["chủ trì 9 (ghi đích danh 0)", "chủ trì chín (không có nhiệm vụ nào ghi đích danh)"],
  ["Ảnh 4x6 cm", "Ảnh bốn nhân sáu xăng ti mét"],
  ["tệp 5 MB", "tệp năm mê ga bai"],
  ["HIV/AIDS", "hát i vê, ết"],
  ["Mẫu TK1a", "Mẫu tê ca một a"],
  ["điểm a, b và đ khoản 2", "điểm a, bê và đờ khoản hai"],
  ["công trình cấp III, cấp IV", "công trình cấp ba, cấp bốn"],
  ["PHÓ CHỦ TỊCH", "Phó chủ tịch"],
  ["I. QUAN ĐIỂM; II. TẦM NHÌN", "một, Quan điểm; hai, Tầm nhìn"],
])("what would be misheard: %s", (text, expected) => {
  expect(spellOut(text)).toBe(expected);
});

test("numbers in the words of a region", () => {
  const said = spellOut("2.104 căn nhà ở riêng lẻ, bán lẻ 305 cái");
  expect(inNumberWords(said, { thousand: "ngàn", zeroTens: "linh" })).toBe(
    "hai ngàn một trăm linh bốn căn nhà ở riêng lẻ, bán lẻ ba trăm linh năm cái",
  );
  expect(inNumberWords(said, { thousand: "nghìn", zeroTens: "lẻ" })).toBe(said);
});

const UNSPEAKABLE = /[\p{N}*_#|`<>[\]~^\\{}]|undefined|NaN/u;

test("no figure and no markup is left of random strings", () => {
  const random = createRandom(8);
  const signs = [
    ..."00112345678999.,/-%: :\n*_#|`><[](){}~^\\VIXabđĐhQPTk²½٣①Ⅴ",
    "/QĐ-UBND",
    "tháng ",
    "20",
    "đồng",
  ];
  for (let round = 0; round < 20_000; round++) {
    const text = Array.from({ length: random.below(16) }, () => random.pick(signs)).join("");
    const said = spellOut(text);
    expect(UNSPEAKABLE.test(said) ? `${text} → ${said}` : "").toBe("");
  }
});

test("no figure and no markup is left of the plan, the agencies and the procedures", () => {
  const folder = new URL("../../../ingest/documents/", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:txt|json)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const text = readFileSync(new URL(file, folder), "utf8");
    for (const line of text.split("\n")) {
      const said = spellOut(line);
      expect(UNSPEAKABLE.test(said) ? `${line} → ${said}` : "").toBe("");
    }
  }
});

test("what is spelled out already stays as it is", () => {
  const random = createRandom(9);
  for (let round = 0; round < 500; round++) {
    const once = spellOut(
      `ngày ${1 + random.below(28)}/${1 + random.below(12)}/2024, ${random.below(1e6)} đồng, V.${1 + random.below(30)}`,
    );
    expect(spellOut(once)).toBe(once);
  }
});
