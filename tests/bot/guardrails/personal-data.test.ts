import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { KINDS } from "../../../bot/guardrails/personal-data/kinds.ts";
import {
  hasMask,
  maskPersonalData,
  type PersonalDataKind,
  withoutMasks,
} from "../../../bot/guardrails/personal-data.ts";
import { SHIPPED_DOCUMENTS } from "../../../ingest/pipeline.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { createRandom } from "../../knowledge/vietnamese/random.ts";
import { type MaskingRow, scoreRow } from "../../support/masking.ts";
import { planText } from "../../support/shipped-plan.ts";

describe("what identifies a person is masked, and its kind is named", () => {
  test.each<[text: string, kind: PersonalDataKind, masked: string]>([
    ["CCCD 079123456789", "citizen_id", "CCCD [số giấy tờ tùy thân]"],
    ["số 079 123 456 789 nhé", "citizen_id", "số [số giấy tờ tùy thân] nhé"],
    ["079.123.456.789", "citizen_id", "[số giấy tờ tùy thân]"],
    ["079-123-456-789", "citizen_id", "[số giấy tờ tùy thân]"],
    ["cccd: 0791 2345 6789", "citizen_id", "cccd: [số giấy tờ tùy thân]"],
    ["cccd079123456789", "citizen_id", "cccd[số giấy tờ tùy thân]"],
    ["mã 079123456789.", "citizen_id", "mã [số giấy tờ tùy thân]."],
    [
      "căn cước của tôi là 079123456789, hạn 2030",
      "citizen_id",
      "căn cước của tôi là [số giấy tờ tùy thân], hạn 2030",
    ],
    ["CMND 271234567", "citizen_id", "CMND [số giấy tờ tùy thân]"],
    ["cmnd cua toi la 271.234.567", "citizen_id", "cmnd cua toi la [số giấy tờ tùy thân]"],
    ["chứng minh nhân dân số 271 234 567", "citizen_id", "chứng minh nhân dân số [số giấy tờ tùy thân]"],
    ["chung minh 271234567", "citizen_id", "chung minh [số giấy tờ tùy thân]"],
    ["gọi 0903123456, cảm ơn", "phone", "gọi [số điện thoại], cảm ơn"],
    ["090 312 3456", "phone", "[số điện thoại]"],
    ["0 9 0 3 1 2 3 4 5 6", "phone", "[số điện thoại]"],
    ["+84903123456", "phone", "[số điện thoại]"],
    ["84903123456", "phone", "[số điện thoại]"],
    ["zalo:0903123456", "phone", "zalo:[số điện thoại]"],
    ["02543852123", "phone", "[số điện thoại]"],
    ["0254 3852123", "phone", "[số điện thoại]"],
    ["0254-3852-123", "phone", "[số điện thoại]"],
    ["028 3822 1234", "phone", "[số điện thoại]"],
    ["０９０３１２３４５６", "phone", "[số điện thoại]"],
    ["0903\u200B123456", "phone", "[số điện thoại]"],
    ["0903 123 456", "phone", "[số điện thoại]"],
    ["0903.123.456", "phone", "[số điện thoại]"],
    ["0903-123-456", "phone", "[số điện thoại]"],
    ["0903 12 34 56", "phone", "[số điện thoại]"],
    ["09 03 12 34 56", "phone", "[số điện thoại]"],
    ["+84 903 123 456", "phone", "[số điện thoại]"],
    ["(0254) 3 852 123", "phone", "[số điện thoại]"],
    ["0254.3.852.123", "phone", "[số điện thoại]"],
    ["(0903)123456", "phone", "[số điện thoại]"],
    ["sdt0903123456", "phone", "sdt[số điện thoại]"],
    ["Tel.0903123456", "phone", "Tel.[số điện thoại]"],
    ["0903123456/0912345678", "phone", "[số điện thoại]/[số điện thoại]"],
    ["0791 23456789", "citizen_id", "[số giấy tờ tùy thân]"],
    ["thư về a.b-c@mail.gov.vn.", "email", "thư về [thư điện tử]."],
    ["NGUYEN.A@GMAIL.COM", "email", "[thư điện tử]"],
    ["72A-123.45", "plate", "[biển số xe]"],
    ["xe 72A-12345 của tôi", "plate", "xe [biển số xe] của tôi"],
    ["51F12345", "plate", "[biển số xe]"],
    ["72 A1-234.56", "plate", "[biển số xe]"],
    ["29d1-12345", "plate", "[biển số xe]"],
    ["stk 0071000123456", "bank_account", "stk [số tài khoản]"],
    ["số tài khoản VCB 1234 5678 9012", "bank_account", "số tài khoản VCB [số tài khoản]"],
    ["so tai khoan: 19036789123018", "bank_account", "so tai khoan: [số tài khoản]"],
    ["mã hồ sơ 000.00.16.H06-231025-0001", "dossier_code", "mã hồ sơ [mã hồ sơ]"],
    ["H06.16-231025-0012 đến đâu rồi", "dossier_code", "[mã hồ sơ] đến đâu rồi"],
    ["h06-231025-0001", "dossier_code", "[mã hồ sơ]"],
    ["hộ chiếu B1234567", "passport", "hộ chiếu [số hộ chiếu]"],
    ["ho chieu so c12345678", "passport", "ho chieu so [số hộ chiếu]"],
    ["passport: P01234567", "passport", "passport: [số hộ chiếu]"],
    ["mst 3500123456", "tax_id", "mst [mã số thuế]"],
    ["mã số thuế cá nhân 8123456789", "tax_id", "mã số thuế cá nhân [mã số thuế]"],
    ["MST: 3500123456-001", "tax_id", "MST: [mã số thuế]"],
  ])("%s", (text, kind, masked) => {
    expect(maskPersonalData(text)).toEqual({ text: masked, found: [kind] });
  });
});

describe("numbers said digit by digit are masked", () => {
  test.each<[text: string, kind: PersonalDataKind, masked: string]>([
    ["số không chín không ba một hai ba bốn năm sáu ạ", "phone", "số [số điện thoại] ạ"],
    ["khong chin khong ba mot hai ba bon nam sau", "phone", "[số điện thoại]"],
    ["không chín không ba, một hai ba, bốn năm sáu", "phone", "[số điện thoại]"],
    [
      "căn cước không bảy chín một hai ba bốn năm sáu bảy tám chín",
      "citizen_id",
      "căn cước [số giấy tờ tùy thân]",
    ],
    ["khong bay chin mot hai ba bon nam sau bay tam chin", "citizen_id", "[số giấy tờ tùy thân]"],
    ["cộng tám bốn chín không ba một hai ba bốn năm sáu", "phone", "[số điện thoại]"],
  ])("%s", (text, kind, masked) => {
    expect(maskPersonalData(text)).toEqual({ text: masked, found: [kind] });
  });
});

describe("what identifies no person is left alone", () => {
  test.each([
    "họ báo cáo tôi là hồ sơ công việc ba cấp phải xử lý trên mạng",
    "em là trường hợp đặc biệt mà",
    "2704/QĐ-UBND",
    "118/2025/NĐ-CP",
    "52-NQ/TW ngày 27/9/2019",
    "3443/QĐ-UBND ngày 25/10/2021",
    "25/10/2023",
    "từ 01/01/2023 đến 31/12/2025",
    "1.001193",
    "1.001193 và 2.000528",
    "1.001193.000.00.00.H06",
    "V.9",
    "V.9, V.10, V.30",
    "8.000 đồng",
    "100.000.000 đồng",
    "10.000.000.000 đồng",
    "1022",
    "18001096",
    "1800 1096",
    "1900 6789",
    "2023-2025",
    "2023-2024, 2024-2025",
    "2023 2024 2025 2026",
    "50% 100% 98% 90% 40%",
    "24/7",
    "năm hai nghìn không trăm hai mươi lăm",
    "ba mươi tháng mười hai năm hai nghìn không trăm hai mươi lăm",
    "một hai ba bốn",
    "một hai ba bốn năm sáu bảy tám",
    "CCCD làm ở đâu, cmnd 9 số còn dùng được không",
    "số tài khoản để nộp lệ phí 8.000 đồng",
    "hộ chiếu phổ thông giá 200.000 đồng",
    "Sở Y tế",
  ])("%s", (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] });
  });

  test("the plan and the procedures hold none", () => {
    const stringsOf = (value: unknown): string[] =>
      typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(stringsOf);
    const folder = join(SHIPPED_DOCUMENTS, "procedures");
    const procedures = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".json"))
      .flatMap((name) => stringsOf(JSON.parse(readFileSync(join(folder, name), "utf8"))));
    expect(procedures.length).toBeGreaterThan(500);
    const flagged = [planText, ...procedures].filter((text) => maskPersonalData(text).found.length > 0);
    expect(flagged).toEqual([]);
  });
});

test("several of them in one question are all masked, the rest of the question stands", () => {
  const { text, found } = maskPersonalData(
    "Tôi là A, CCCD 079123456789, sđt 0903123456, mail a@b.vn: theo 2704/QĐ-UBND ngày 25/10/2023 thì V.9 ai làm?",
  );
  expect(text).toBe(
    "Tôi là A, CCCD [số giấy tờ tùy thân], sđt [số điện thoại], mail [thư điện tử]: theo 2704/QĐ-UBND ngày 25/10/2023 thì V.9 ai làm?",
  );
  expect([...found].sort()).toEqual(["citizen_id", "email", "phone"]);
});

test("an address said without commas ends where the matter begins", () => {
  const { text } = maskPersonalData(
    "anh công nhân trọ ở tổ bốn tạm trú hết hạn ngày mùng năm tháng mười hai",
  );
  expect(text).toContain("tạm trú hết hạn");
  expect(text).not.toContain("tổ bốn");
});

test("a masked text is masked for good: masking it again finds nothing and changes nothing", () => {
  for (const text of [
    "CCCD 079123456789",
    "gọi 0903123456",
    "stk 0071000123456",
    "mst 3500123456",
    "a@b.vn",
  ]) {
    const once = maskPersonalData(text).text;
    expect(maskPersonalData(once)).toEqual({ text: once, found: [] });
  }
});

test("what was masked before it came is known", () => {
  expect(hasMask(maskPersonalData("gọi 0903123421").text)).toBe(true);
  expect(hasMask("gọi [số máy] hay [1]")).toBe(false);
});

/** Texts of at most 2,000 characters that make a search look far ahead, or back, from everywhere. */
test.each(
  [
    ["0 ", "1,", "0903123456 ", "1.", "A1", "12/", "1:", "7f3b:", "65110000482917 "],
    ["a còng ", "@", "a@", "a at b ", "chấm ", "h o a "],
    ["không ", "ba số ", "mười ", "hai mươi ", "cccd ", "thẻ bhyt "],
    ["nhà số 1 ", "sinh ngày 1/1 ", "số 1 đường A ", "tên nguyễn văn ", "sinh là "],
    ["[", "[số thẻ] ", "cccd [số] "],
  ].flat(),
)("“%s” again and again is read in no time", (part) => {
  const text = part.repeat(2000 / part.length);
  const startedAt = performance.now();
  for (let i = 0; i < 20; i++) withoutMasks(maskPersonalData(text).text);
  expect(performance.now() - startedAt).toBeLessThan(20_000);
});

/** 730 texts of three authors who had not seen the code; the numbers are made up. Author 3 stayed unseen until the
 *  design stood. */
describe("what three authors wrote", () => {
  const rows = readFileSync(join(import.meta.dirname, "personal-data.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as MaskingRow & { author: number });

  test.each([1, 2, 3])("author %i: at least 99 % are masked, at most 0.5 % too much", (author) => {
    const own = rows.filter((row) => row.author === author);
    expect(own.length).toBeGreaterThan(200);
    const scores = own.map((row) => ({ ...row, ...scoreRow(row, maskPersonalData(row.text).text) }));
    const all = (part: (row: (typeof scores)[number]) => string[]) => scores.flatMap(part).length;
    const listed = scores
      .filter(({ missed, overmasked }) => missed.length + overmasked.length > 0)
      .map(
        ({ kind, missed, overmasked }) => `${kind}: left ${missed.join(", ")}; took ${overmasked.join(", ")}`,
      );
    const recall = 1 - all((row) => row.missed) / all((row) => row.mask);
    expect(recall, listed.join("\n")).toBeGreaterThanOrEqual(0.99);
    expect(all((row) => row.overmasked) / all((row) => row.keep), listed.join("\n")).toBeLessThanOrEqual(
      0.005,
    );
  });

  test("the measure itself finds what is left and what is taken", () => {
    const row = { text: "cccd 077195004821 mức 2", mask: ["077195004821"], keep: ["mức 2"], kind: "cccd" };
    expect(scoreRow(row, row.text)).toEqual({ missed: row.mask, overmasked: [] });
    expect(scoreRow(row, "cccd […]4821 mức 2")).toEqual({ missed: row.mask, overmasked: [] });
    expect(scoreRow(row, "cccd [số]")).toEqual({ missed: [], overmasked: row.keep });
    expect(scoreRow(row, "cccd [số] mức 2")).toEqual({ missed: [], overmasked: [] });
  });
});

describe.each(Object.entries(KINDS))("the table of kinds: %s", (kind, { examples, counterExamples }) => {
  test.each(examples)("is in “%s”", (text) => {
    expect(maskPersonalData(text).found).toContain(kind);
  });

  test.each(counterExamples)("is not in “%s”", (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] });
  });
});

describe("random numbers of a masked kind", () => {
  const random = createRandom(11);
  const digits = (count: number) => Array.from({ length: count }, () => String(random.below(10))).join("");
  const grouped = (number: string, sizes: readonly number[], separator: string) => {
    let from = 0;
    return sizes
      .map((size) => {
        from += size;
        return number.slice(from - size, from);
      })
      .join(separator);
  };
  const SEPARATORS = ["", " ", ".", "-", "/", "_", "\u2009", "\u00a0", "\u200b", " - "];
  const WORDS = "không một hai ba bốn năm sáu bảy tám chín".split(" ");
  const DIALECT = "lẻ mốt hai ba tư lăm sáu bẩy tám chín".split(" ");
  /** In one dialect or another, with or without diacritics; nobody begins with the second form of a digit. */
  const said = (number: string) => {
    const words = [...number].map(
      (digit, i) => (i > 0 && random.below(3) === 0 ? DIALECT : WORDS)[Number(digit)]!,
    );
    return random.below(2) === 0 ? words.join(" ") : fold(words.join(" "));
  };
  const mixed = (number: string) =>
    [...number].map((digit) => (random.below(2) === 0 ? digit : WORDS[Number(digit)]!)).join(" ");
  const inScript = (number: string, nought: number) =>
    [...number].map((digit) => String.fromCodePoint(nought + Number(digit))).join("");
  const mobile = () => `0${random.pick(["3", "5", "7", "8", "9"])}${digits(8)}`;

  const KINDS: Readonly<Record<string, () => string>> = {
    "an identity number": () => `0${digits(11)}`,
    "an identity number in threes": () => grouped(`0${digits(11)}`, [3, 3, 3, 3], random.pick(SEPARATORS)),
    "an old identity number": () => `CMND ${grouped(digits(9), [3, 3, 3], random.pick(SEPARATORS))}`,
    "a mobile number": mobile,
    "a mobile number, 3-3-4": () => grouped(mobile(), [3, 3, 4], random.pick(SEPARATORS)),
    "a mobile number, 4-3-3": () => grouped(mobile(), [4, 3, 3], random.pick(SEPARATORS)),
    "a mobile number, 4-2-2-2": () => grouped(mobile(), [4, 2, 2, 2], random.pick(SEPARATORS)),
    "a mobile number from abroad": () => `+84${mobile().slice(1)}`,
    "a number of Bà Rịa - Vũng Tàu": () => `0254${random.pick(SEPARATORS)}3${digits(6)}`,
    "a bank account": () => `stk ${digits(8 + random.below(8))}`,
    "a tax number": () => `mã số thuế 35${digits(8)}`,
    "a passport number": () => `hộ chiếu ${random.pick([..."BCNPK"])}${digits(7)}`,
    "a mobile number, abroad, in groups": () =>
      `0084 ${grouped(mobile().slice(1), [2, 3, 4], random.pick(SEPARATORS))}`,
    "a mobile number, said": () => said(mobile()),
    "a mobile number, half said": () => mixed(mobile()),
    "an identity number, said": () => `căn cước ${said(`0${digits(11)}`)}`,
    "an identity number, half said": () => `số căn cước ${mixed(`0${digits(11)}`)}`,
    "an identity number in another script": () =>
      inScript(`0${digits(11)}`, random.pick([0x660, 0x966, 0xff10, 0x1d7ce])),
    "an old identity number that is named after it": () =>
      `số ${grouped(`27${digits(6)}7`, [3, 3, 3], random.pick(SEPARATORS))} là chứng minh nhân dân`,
    "a number of social insurance": () =>
      `mã bhxh ${grouped(`77${digits(8)}`, [4, 3, 3], random.pick(SEPARATORS))}`,
    "a number of health insurance": () => `thẻ bhyt GD4${digits(2)}${digits(10)}`,
    "a licence": () => `gplx ${grouped(`79${digits(10)}`, [3, 3, 3, 3], random.pick(SEPARATORS))}`,
    "a card": () => `thẻ visa ${grouped(`4${digits(15)}`, [4, 4, 4, 4], random.pick(SEPARATORS))}`,
    "a dossier code": () => `H06.${digits(2)}-${digits(6)}-${digits(4)}`,
  };
  const AROUND: readonly ((number: string) => string)[] = [
    (number) => number,
    (number) => `Tôi có ${number}, hỏi theo 2704/QĐ-UBND ngày 25/10/2023.`,
    (number) => `(${number})`,
    (number) => `Lệ phí 8.000 đồng; ${number}; hạn 2023-2025`,
  ];
  /** Digits that stand together but for the separators people put between them. */
  const longestRun = (text: string) =>
    Math.max(0, ...(text.match(/\d(?:[ .-]?\d)*/g) ?? []).map((run) => run.replace(/\D/g, "").length));

  test.each(Object.entries(KINDS))("%s never survives", (_what, create) => {
    for (let i = 0; i < 300; i++) {
      const typed = random.pick(AROUND)(create());
      const { text, found } = maskPersonalData(typed);
      expect([typed, found.length]).toEqual([typed, 1]);
      expect([typed, longestRun(text.replace("2023-2025", ""))]).toEqual([
        typed,
        expect.toSatisfy((n) => n < 7),
      ]);
      if (typed.includes("2704/")) expect(text).toContain("2704/QĐ-UBND ngày 25/10/2023");
      if (typed.includes("8.000 ")) expect(text).toContain("8.000 đồng");
    }
  });
});

describe("for understanding, a mask and the words that only bring it in are no topic", () => {
  test.each([
    [
      "Số căn cước của tôi là [số giấy tờ tùy thân], đăng ký khai sinh cần gì?",
      ", đăng ký khai sinh cần gì?",
    ],
    ["sđt: [số điện thoại] Sở Y tế chủ trì gì", "Sở Y tế chủ trì gì"],
    ["gọi [số điện thoại] cho tôi", "gọi cho tôi"],
    ["[thư điện tử]", ""],
    ["Sở Y tế chủ trì gì?", "Sở Y tế chủ trì gì?"],
    [
      "tôi tên [họ tên], sinh ngày [ngày sinh], nhà tôi ở [địa chỉ], xin nhập hộ khẩu",
      ", , , xin nhập hộ khẩu",
    ],
    ["đăng ký kết hôn cần gì, sđt [số điện thoại]", "đăng ký kết hôn cần gì,"],
    ["mất căn cước số [số giấy tờ tùy thân] làm lại ở đâu", "mất căn cước số làm lại ở đâu"],
    ["bhxh của mẹ em [mã số bảo hiểm xã hội] đóng mấy năm", "bhxh của mẹ em đóng mấy năm"],
  ])("%s", (masked, expected) => {
    expect(withoutMasks(masked).replace(/ {2,}/g, " ").trim()).toBe(expected);
  });
});
