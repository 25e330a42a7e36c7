import { describe, expect, test } from "vitest";
import { parseFee, UNSTATED_FEE } from "../../../ingest/parsers/fee.ts";
import { amountsIn, channelOf } from "../../../ingest/parsers/fee-amounts.ts";

/** Shapes of the national portal and of ministry sheets; sentences of our own. */
describe("what kind of fee a cell states", () => {
  test.each<[cell: string | null, kind: string, amount: number | null, per: string | null]>([
    // Nothing said.
    [null, "unstated", null, null],
    ["", "unstated", null, null],
    ["--", "unstated", null, null],
    ["Không có thông tin", "unstated", null, null],
    ["Không có thông tin (0)", "unstated", null, null],
    // The label of an empty field.
    ["Miễn phí", "unstated", null, null],
    ["Miễn phí (Không có)", "unstated", null, null],
    ["Miễn phí (Không quy định.)", "unstated", null, null],
    ["Miễn phí (a)", "unstated", null, null],
    ["Miễn phí (Theo Thông tư số 12/2023/TT-BTC ngày 04/5/2023 của Bộ Tài chính)", "unstated", null, null],
    ["0 VNĐ", "unstated", null, null],
    ["0 VNĐ (Theo Điều 3 Thông tư số 12/2023/TT-BTC)", "unstated", null, null],
    ["Miễn phí (Hợp tác xã được miễn lệ phí đăng ký)", "unstated", null, null],
    // Free in words of the source's own, or a typed nought.
    ["Miễn phí (Không thu lệ phí)", "free", 0, null],
    ["Miễn phí (- Miễn lệ phí (Thông tư số 12/2023/TT-BTC).)", "free", 0, null],
    ["Phí : 0 Đồng", "free", 0, null],
    ["Lệ phí: 0 Đồng", "free", 0, null],
    ["Phí : Không Đồng", "free", 0, null],
    ["Phí : 0 Đồng\nLệ phí : 0 Đồng", "free", 0, null],
    ["Lệ phí: 0đ Miễn 100% theo Nghị quyết 21/2024/NQ-HĐND", "free", 0, null],
    // Free for some only.
    ["Miễn phí (Không thu lệ phí đối với tổ hợp tác)", "unstated", null, null],
    // The label contradicts its note.
    ["Miễn phí (Lệ phí cấp thẻ: 15.000 đồng/thẻ)", "stated", 15_000, "thẻ"],
    ["Miễn phí(150.000 đồng/giấy)", "stated", 150_000, "giấy"],
    ["Phí : 0 Đồng (20.000 đồng/tờ khai)", "stated", 20_000, "tờ khai"],
    ["0 VNĐ (20.000 đ/tờ khai)", "stated", 20_000, "tờ khai"],
    ["Miễn phí (Theo quy định của Hội đồng nhân dân cấp tỉnh)", "council", null, null],
    ["Miễn phí ((Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định))", "council", null, null],
    ["150,000 Việt Nam Đồng (Mức cụ thể do HĐND tỉnh quyết định)", "council", null, null],
    // One sum.
    ["8.000 đồng/bản sao Trích lục", "stated", 8_000, "bản sao Trích lục"],
    ["150,000 Việt Nam Đồng", "stated", 150_000, null],
    ["150,000 Việt Nam Đồng (/hồ sơ)", "stated", 150_000, "hồ sơ"],
    ["5,000,000 VNĐ (đồng/lần)", "stated", 5_000_000, "lần"],
    ["65,000,000 VNĐ (65.000.000 đồng (sáu mươi lăm triệu đồng)/lần cấp.)", "stated", 65_000_000, "lần cấp"],
    ["Mức thu: 4.500.000 (bốn triệu năm trăm nghìn) đồng/trường hợp", "stated", 4_500_000, "trường hợp"],
    ["1.200.000/lần", "stated", 1_200_000, "lần"],
    ["2 triệu đồng/giấy", "stated", 2_000_000, "giấy"],
    ["70,000,000 VNĐ (Theo Thông tư số 12/2024/TT-BTC ngày 05/02/2024)", "stated", 70_000_000, null],
    ["8.000 đồng/bản. Miễn lệ phí cho người thuộc hộ nghèo.", "stated", 8_000, "bản"],
    // A label that was cut; the note knows.
    ["50 VNĐ (50.000 đồng/giấy)", "stated", 50_000, "giấy"],
    ["3 VNĐ", "unstated", null, null],
    // No single sum.
    ["200,000 VNĐ (200.000đ/hộ chiếu. Cấp lại do mất: 400.000đ/hộ chiếu)", "stated", null, null],
    ["40,000 VNĐ (50.000đ/giấy)", "stated", null, null],
    ["từ 15.000 đến 120.000 đồng", "stated", null, null],
    ["12.000đ - 60.000đ", "stated", null, null],
    ["~60.000đ", "stated", null, null],
    ["2.000 đồng/trang, tối đa không quá 200.000 đồng/bản", "stated", null, null],
    ["0,5% giá trị hợp đồng", "stated", null, null],
    ["Bằng 50% mức thu quy định tại Thông tư số 12/2023/TT-BTC", "stated", null, null],
    ["10 USD/giấy", "stated", null, null],
    ["Lệ phí : 1.5 USD", "stated", null, null],
    [
      "3,000,000 VNĐ (áp dụng 1.500.000 đồng/hồ sơ kể từ ngày 01/7/2025 đến hết ngày 31/12/2026)",
      "stated",
      null,
      null,
    ],
    ["250,000 VNĐ (Thực hành 250.000đ/lần(Miễn kể từ ngày 07/4/2026 đến 30/6/2026))", "stated", null, null],
    ["35.000.000 đồng + Trường hợp cấp bổ sung: Không", "stated", null, null],
    ["Phí : 2.000.000 Đồng (thăm dò)\nPhí : 3.500.000 Đồng (khai thác)", "stated", null, null],
  ])("%s → %s", (cell, kind, amount, per) => {
    const fee = parseFee(cell);
    expect({ kind: fee.kind, amount: fee.amount, per: fee.per }).toEqual({ kind, amount, per });
  });
});

describe("the words for people", () => {
  test.each([
    ["Miễn phí", UNSTATED_FEE],
    [null, UNSTATED_FEE],
    ["Miễn phí (Lệ phí cấp thẻ: 15.000 đồng/thẻ)", "Lệ phí cấp thẻ: 15.000 đồng/thẻ"],
    [
      "Miễn phí (Theo quy định của Hội đồng nhân dân cấp tỉnh)",
      "Theo quy định của Hội đồng nhân dân cấp tỉnh",
    ],
    ["Miễn phí (Trả phí cho đơn vị chuyển phát)", "Trả phí cho đơn vị chuyển phát"],
    ["50 VNĐ (50.000 đồng/giấy)", "50.000 đồng/giấy"],
    ["150,000 Việt Nam Đồng (/hồ sơ)", "150,000 Việt Nam Đồng (/hồ sơ)"],
    ["Phí : 0 Đồng", "Phí : 0 Đồng"],
    ["Phí : 9.000 Đồng\nFile đính kèm: 64-btc.pdf", "Phí : 9.000 Đồng"],
  ])("%s → %s", (cell, text) => {
    expect(parseFee(cell).text).toBe(text);
  });

  test("say Miễn phí only when the fee is free", () => {
    for (const cell of [
      "Miễn phí",
      "Miễn phí (Không)",
      "Miễn phí (20.000 đồng)",
      "Miễn phí (do HĐND tỉnh quy định)",
    ]) {
      expect(parseFee(cell).text).not.toMatch(/miễn phí/i);
    }
  });
});

describe("what is doubted is said", () => {
  test.each([
    ["Miễn phí", ["free_label_unproven"]],
    ["Miễn phí (15.000 đồng/thẻ)", ["free_label_with_amount"]],
    ["Miễn phí (do Hội đồng nhân dân tỉnh quyết định)", ["free_label_with_council"]],
    ["50 VNĐ", ["label_implausible"]],
    ["40,000 VNĐ (50.000đ/giấy)", ["label_differs"]],
    ["150,000 VNĐ (do HĐND tỉnh quyết định)", ["council_with_amount"]],
    ["8.000 đồng/bản", []],
    ["3,000,000 VNĐ (áp dụng 1.500.000 đồng đến hết ngày 31/12/2026)", []],
  ])("%s → %j", (cell, doubts) => {
    expect(parseFee(cell).doubts).toEqual(doubts);
  });
});

describe("discounts and exemptions keep their dates and their channel", () => {
  test("a lower sum for a time, for those who file online", () => {
    const cell =
      "Miễn phí (- Lệ phí cấp bằng: 135.000 đồng/lần. - Trường hợp nộp trực tuyến: Kể từ ngày 01/12/2023 đến hết ngày 31/12/2025, mức thu là 115.000 đồng/lần cấp.)";
    const fee = parseFee(cell);
    expect(fee.amounts.map(({ amount, channel, from, until }) => [amount, channel, from, until])).toEqual([
      [135_000, null, null, null],
      [115_000, "online", "2023-12-01", "2025-12-31"],
    ]);
    expect(fee.amount).toBeNull();
    expect(parseFee(cell, "in_person").amount).toBe(135_000);
    expect(parseFee(cell, "online").amount).toBeNull();
  });

  test("a share of the fee for a time", () => {
    const fee = parseFee(
      "50.000 đồng/thẻ; Kể từ ngày 01/7/2025 đến hết ngày 31/12/2026 thu bằng 50% mức trên.",
    );
    expect(fee.percents.map(({ percent, from, until }) => [percent, from, until])).toEqual([
      [50, "2025-07-01", "2026-12-31"],
    ]);
    expect(fee.amount).toBeNull();
  });

  test("an exemption is a clause of its own, with its dates", () => {
    const fee = parseFee(
      "250.000đ/lần (Miễn kể từ ngày 07/4/2026 đến 30/6/2026). Miễn lệ phí cho người khuyết tật.",
    );
    expect(fee.exemptions.map(({ from, until }) => [from, until])).toEqual([
      ["2026-04-07", "2026-06-30"],
      [null, null],
    ]);
    expect(fee.amounts[0]).toMatchObject({ amount: 250_000, per: "lần", from: null, until: null });
  });

  test("a date that the calendar lacks is none", () => {
    expect(parseFee("9.000 đồng đến hết ngày 31/02/2026").amounts[0]!.until).toBeNull();
  });
});

describe("sums in prose", () => {
  test.each<[string, number[]]>([
    ["Thông tư số 25/2021/TT-BTC ngày 07/4/2021, Điều 16", []],
    ["Dưới 10 tỷ đồng: 15 triệu đồng", [15_000_000]],
    ["tài sản trị giá dưới 500 triệu đồng: 90.000 đồng", [90_000]],
    ["15.000.0000 đồng/lần", []],
    ["02 triệu đồng/lần", [2_000_000]],
    ["Từ 50.000 đồng đến 70.000 đồng/thẻ", [50_000]],
    ["Phí : 50.000 Đồng - 25.000đ/tem", [50_000, 25_000]],
    ["đạt 8.000 điểm", []],
  ])("%s → %j", (text, amounts) => {
    expect(amountsIn(text).map((row) => row.amount)).toEqual(amounts);
  });

  test("every printed number stands in the words", () => {
    for (const { printed, words } of amountsIn("Phí: 1.500.000 đồng; lệ phí từ 12.000 - 60.000đ/giấy")) {
      for (const number of printed.split(" - ")) expect(words).toContain(number);
    }
  });
});

test.each([
  ["nộp trực tuyến", "online"],
  ["nộp qua bưu chính công ích", "post"],
  ["nộp trực tiếp", "in_person"],
  ["nộp trực tiếp / bưu chính", null],
  ["mỗi bản", null],
])("channel of “%s”: %s", (clause, channel) => {
  expect(channelOf(clause)).toBe(channel);
});
