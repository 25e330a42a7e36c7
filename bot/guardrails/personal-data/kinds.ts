/** What identifies a person: the kinds, the words that name each, and how many digits it has. Data; every row has
 *  examples, of which the numbers are masked, and counter-examples that stand as they are. */
export type PersonalDataKind =
  | "email"
  | "dossier_code"
  | "plate"
  | "bank_account"
  | "card"
  | "citizen_id"
  | "passport"
  | "tax_id"
  | "social_insurance"
  | "health_insurance"
  | "driving_licence"
  | "phone"
  | "birth_date"
  | "address"
  | "name";

export interface Kind {
  mask: string;
  /** Patterns of phrases that name it, as in the cue tables. */
  cues: string;
  /** A number of so many digits beside such a phrase is one: least and most. None: no number of digits alone is. */
  digits?: readonly [number, number];
  examples: readonly string[];
  counterExamples: readonly string[];
}

export const KINDS: Readonly<Record<PersonalDataKind, Kind>> = {
  citizen_id: {
    mask: "[số giấy tờ tùy thân]",
    cues: `cccd; cc; cmnd; cmt; cmtnd; cmnnd; căn cước; căn cước công dân; thẻ căn cước; chứng minh; chứng minh nhân dân; chứng minh thư;
      giấy chứng minh; định danh; số định danh; mã định danh; mã số định danh; định danh cá nhân; thẻ chip; số thẻ; thẻ của (tôi|em|con|cháu|mình)`,
    digits: [8, 13],
    examples: [
      "căn cước 079 195/004-821",
      "số 273123460 là chứng minh nhân dân",
      "cmnd hai bảy ba 445 sáu một hai",
      "079195004821",
      "0-7-9-1-9-5-0-0-4-8-2-1",
      "số định danh không bảy chín, một chín lăm, không không bốn, tám hai mốt",
      "cccd ٠٧٩١٩٥٠٠٤٨٢١",
    ],
    counterExamples: [
      "số căn cước 3 số đầu là mã tỉnh, 077 là tỉnh nào",
      "cmnd 9 số với cccd 12 số dùng song song được không",
      "cmnd hết giá trị từ 01/01/2025",
      "giấy tờ chứng minh theo nghị định 154/2024/NĐ-CP",
    ],
  },
  phone: {
    mask: "[số điện thoại]",
    cues: `điện thoại; số điện thoại; sđt; sdt; đt; dt; zalo; viber; gọi; gọi lại; gọi cho; alo; liên hệ; liên lạc; lh; máy bàn; máy; số máy; số bàn;
      tel; phone; mobile; di động; nhắn tin; nhắn; cố định; số nhà con; sim; hotline của tôi; số của (em|tôi|anh|chị|con|cháu|mình|tui|bác)`,
    digits: [7, 13],
    examples: [
      "sđt 0903/123/421",
      "0084 903 123 421",
      "+84 (0) 903 123 421",
      "không chín linh ba, một hai ba, bốn hai một",
      "không chín không ba, ba con sáu, một hai ba",
      "0903 123 421 hoặc 0254 3 852 123",
      "09o3123421",
    ],
    counterExamples: [
      "tổng đài 1022",
      "gọi 1900 1010 hay 18001096",
      "đường dây nóng 0254 3 852 123 của ủy ban",
      "gọi một chín không không chín không sáu tám",
      "bấm phím 0, 1, 2, 3, 4, 5, 6, 7, 8, 9",
    ],
  },
  bank_account: {
    mask: "[số tài khoản]",
    cues: `tài khoản; số tài khoản; tk; stk; tài khoản ngân hàng; account; ngân hàng; vietcombank; vcb; techcombank; tcb; bidv; agribank; vietinbank; mb; mbbank; mb bank;
      acb; sacombank; vpbank; tpbank; vib; shb; hdbank; ocb; msb; seabank; lpbank; eximbank; scb; vietbank; kienlongbank; abbank; bi đai vê; ct từ; chuyển khoản; ck`,
    digits: [8, 19],
    examples: [
      "stk 0071 0012 39946 vietcombank",
      "chuyển vào tài khoản một chín không ba bốn năm sáu bảy tám không một",
    ],
    counterExamples: [
      "số tài khoản để nộp lệ phí 8.000 đồng",
      "nộp 350.000.000 đồng vào tài khoản nào",
      "tài khoản định danh mức 2 theo nghị định 69/2024/NĐ-CP",
    ],
  },
  card: {
    mask: "[số thẻ]",
    cues: `visa; mastercard; master card; napas; thẻ visa; thẻ master; thẻ atm; số thẻ atm; thẻ tín dụng; thẻ ghi nợ; thẻ ngân hàng; thẻ a tê em; thẻ jcb; jcb; amex; quẹt thẻ`,
    digits: [12, 19],
    examples: ["thẻ visa 4221 5108 7734 9016", "4111-1111-1111-1111", "9704 2291 0034 7718 bị trừ tiền"],
    counterExamples: ["các năm 2018, 2019, 2020, 2021", "thẻ atm bị trừ 135.000đ"],
  },
  tax_id: {
    mask: "[mã số thuế]",
    cues: "mst; mã số thuế; mã thuế; mã số thuế cá nhân; mã số doanh nghiệp; mã số hộ kinh doanh",
    digits: [9, 14],
    examples: ["mst 8392017745", "mã số thuế 3501448827-001", "8620114473 là MST của vợ tôi"],
    counterExamples: ["mã số thuế 10 số hay 13 số", "tiền thuế 345678900 đồng"],
  },
  social_insurance: {
    mask: "[mã số bảo hiểm xã hội]",
    cues: "bhxh; số bhxh; sổ bhxh; mã bhxh; bảo hiểm xã hội; mã số bảo hiểm xã hội; sổ bảo hiểm; mã bảo hiểm; mã số bảo hiểm; vssid",
    digits: [9, 13],
    examples: ["bhxh 77 16 044 925", "7721.008.346 là mã bhxh của mẹ em"],
    counterExamples: ["lương 18500000 có được đóng bhxh không", "bhxh theo 490/QĐ-BHXH"],
  },
  health_insurance: {
    mask: "[số thẻ bảo hiểm y tế]",
    cues: "bhyt; thẻ bhyt; bảo hiểm y tế; thẻ bảo hiểm y tế; thẻ y tế; mã thẻ bhyt; thẻ học sinh",
    digits: [9, 15],
    examples: [
      "bhyt của bé TE1 77 7923004418",
      "HT-3-79-7905112278",
      "thẻ y tế hát tê ba tám hai, không một hai hai, bốn sáu năm bảy, chín một",
      "DN4797911337520 còn xài được không",
    ],
    counterExamples: ["ký tự GD4 trên thẻ bhyt nghĩa là gì", "mức 1.053.000 đồng đóng bảo hiểm y tế"],
  },
  driving_licence: {
    mask: "[số giấy phép lái xe]",
    cues: "bằng lái; bằng lái xe; gplx; giấy phép lái xe; bằng; bằng xe; bằng số",
    digits: [9, 13],
    examples: ["gplx 79 0187 033 926 hạng B2", "bằng lái BK 442817"],
    counterExamples: ["xe 50cc có cần bằng A1 không", "bằng lái hết hạn 31/12/2025"],
  },
  passport: {
    mask: "[số hộ chiếu]",
    cues: "hộ chiếu; passport; pát po; pát pọt; hc; số hộ chiếu; sổ thông hành",
    digits: [8, 9],
    examples: [
      "C1234567 là hộ chiếu của tôi",
      "passport số B 7739145",
      "hộ chiếu xê một hai ba bốn năm sáu bảy",
      "passport P0234881A",
    ],
    counterExamples: ["hộ chiếu bắt đầu bằng chữ C kèm 7 số", "hộ chiếu giá 200.000 đồng"],
  },
  plate: {
    mask: "[biển số xe]",
    cues: `biển; biển số; biển kiểm soát; bks; bsx; bảng số; bảng số xe; xe; xe máy; ô tô; oto; xe tải; xe hơi; biển xe; đăng ký xe; chiếc`,
    examples: ["72A-123.45", "xe biển bảy hai a, một hai ba chấm bốn năm", "xe tải 72H 019 77"],
    counterExamples: ["biển 72 là của tỉnh nào", "mẫu CT01", "quốc lộ 51 km 12"],
  },
  dossier_code: {
    mask: "[mã hồ sơ]",
    cues: "hồ sơ; mã hồ sơ; số hồ sơ; biên nhận; số biên nhận; phiếu hẹn; giấy hẹn; hs",
    digits: [10, 24],
    examples: [
      "H06.27.88-251003-0051",
      "000.00.16.H06-231025-0001",
      "hát hai chín chấm mười lăm gạch ngang hai bốn không ba một năm gạch ngang không không một hai",
      "000 00 12 g22 250609 0031",
    ],
    counterExamples: ["hồ sơ thủ tục 1.001193.000.00.00.H06", "hồ sơ 2704/QĐ-UBND"],
  },
  email: {
    mask: "[thư điện tử]",
    cues: "mail; email; e mail; gmail; thư điện tử; hộp thư; thư",
    examples: [
      "gửi về tran.ha@gmail.com giúp tôi",
      "mail thu phương chấm nguyễn tám chín a còng gmail chấm com",
      "ngocmai at gmail dot com",
      "quangdung88(at)outlook(dot)com",
    ],
    counterExamples: ["gửi dichvucong a còng chinhphu chấm vn", "cổng dichvucong.gov.vn"],
  },
  birth_date: {
    mask: "[ngày sinh]",
    cues: "sinh; sanh; đẻ; sn; ns; dob; ngày sinh; sinh ngày; sinh nhật; ngày tháng năm sinh; sinh hồi; sanh ngày; chứng sinh; giấy chứng sinh; khai sinh ghi; s n; born; born on; was born on; date of birth; birthday",
    examples: [
      "tôi sinh ngày 12/3/1985",
      "em sinh ngày 14 tháng 7 năm 1999",
      "sanh mùng ba tháng chạp năm một chín bốn hai",
      "ngày sinh của em không bảy xuyệt không tám xuyệt chín sáu",
      "ngày tháng năm sinh của tôi 230785",
    ],
    counterExamples: [
      "sinh năm 1990 thì đổi căn cước chưa",
      "trẻ sinh từ ngày 01/07/2025 thì sao",
      "đăng ký khai sinh ngày 15/9/2025",
      "học sinh ngày 5/9/2025 khai giảng",
    ],
  },
  address: {
    mask: "[địa chỉ]",
    cues: "",
    examples: [
      "nhà tôi ở số 12/5 đường Lê Lợi, phường Thắng Tam",
      "địa chỉ của em: 25 hẻm 3 Trương Công Định",
      "tôi ở tổ 14 ấp Phước Lợi, xã Long Điền",
    ],
    counterExamples: [
      "Trung tâm hành chính công ở số 2 Bạch Đằng phải không",
      "ủy ban ở số tám sáu đường lê thánh tôn",
      "tôi ở phường Vũng Tàu thì nộp ở đâu",
      "đường 3/2 với đường 30/4 có nâng cấp không",
    ],
  },
  name: {
    mask: "[họ tên]",
    cues: "",
    examples: ["tôi tên Nguyễn Thị Bích Trâm, xin hỏi", "họ tên: Vũ Đình Khải"],
    counterExamples: ["đường Nguyễn Văn Cừ ở đâu", "tên thủ tục là gì", "bạn tên gì"],
  },
};

/** Other things that are said of numbers: after some of these none is a person's, whatever its length. */
export const NO_PERSON = {
  /** A number that was said is put right. */
  correction: "đuôi; đuôi là; số cuối; số cuối là; cuối là; à nhầm; nhầm; đọc lại; sửa lại; phải là; đúng là",
  public_line: "hotline; tổng đài; đường dây nóng; đường dây; số nóng",
  number: `nhiệm vụ; mục; mục số; điều; khoản; điểm; bước; phường; quầy; phím; bấm phím; câu; trang; thửa; thửa đất; tờ bản đồ; nghị định; quyết định; thông tư;
    nghị quyết; công văn; luật số; kế hoạch; mã lỗi; lỗi; mã ngành; tọa độ; quốc lộ; dự án; đếm; thể dục; thứ; các năm; từ năm; km; mẫu; mã thủ tục; thủ tục`,
  thing: `mã nhiệm vụ; ticket; số ticket; ticket hỗ trợ; mã vạch; mã vạch hàng hóa; vận đơn; mã vận đơn; mã đơn; mã đơn hàng; đơn hàng; timestamp; timestamp log; log;
    request id; session; serial; part number; document number; order number; tracking number; sha 256; sha 256 bắt đầu; md 5; gói thầu; mã gói thầu; hash; checksum; commit; mã phiên; mã lỗi;
    mã sản phẩm; mã hàng; mã tài sản; mã giao dịch; mã hóa đơn; số hóa đơn; mã văn bản; phiên bản; build; imei; mã vật tư; isbn; barcode`,
  money:
    "số tiền; số dư; số dư quỹ; tiền; lương; giá; giá trị; phí; lệ phí; doanh thu; vốn; thu nhập; trị giá; vay",
} as const;

/** After a number: it is a sum, whatever is said before; or most likely a measure. */
export const MONEY: ReadonlySet<string> = new Set(
  "đồng dong vnd vnđ nghìn ngàn triệu trieu tỷ tỉ usd".split(" "),
);
export const MEASURED: ReadonlySet<string> = new Set("đ tr đô m m2 m² ha km kb mb gb".split(" "));
/** After a number: it counts. */
export const COUNTED: ReadonlySet<string> = new Set(
  `ngày hôm tháng năm tuần giờ phút lần bản người tuổi cái con giấy tờ loại
   công việc bên nhân cuộc số`.split(/\s+/),
);
