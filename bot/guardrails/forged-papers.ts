/** Papers that are to be forged, bought or borrowed: words and rules, each rule with its examples and look-alikes. */
import { NOT_ASKED } from "./asked-about.ts";
import type { SensitiveRule } from "./sensitive-rule.ts";

export const FORGED_PAPERS_WORDS = {
  get: `mua; đặt (mua|làm); làm (giả|giúp|giùm|dùm|hộ|cho|ra|lấy|được|nhanh|một|1|cái|chui|lậu|lụi|bộ|tấm|luôn|gấp|nhái|thêm|ngay); in; thuê (làm|người|ai); nhờ (làm|ai|người|bạn|đứa|bên); kiếm; !lo; xin; cần; muốn; !bán; chế; dùng; sử dụng; xài; chạy; đổi; cấp; chỉ (chỗ|giúp|tôi|em|cách|giùm|mình); ở đâu (bán|làm|nhận|có); chỗ (nào|bán|làm|nhận); nhận; giúp; có; dịch vụ; cách; tạo; ghép; thiết kế; xuất; khắc; làm`,
  fake: `!giả; giả mạo; fake; nhái; dỏm; dởm; rởm; như thật; y như thật; giống (thật|y thật|hệt thật|như thật); không cần (thi|học|khám|đi khám|đi thi|đi học|bệnh|hồ sơ gốc); khỏi (thi|cần thi|học|khám|đi khám|đi thi|cần khám|cần học); không (phải thi|qua thi|đi khám|phải khám|phải học|phải đi khám|cần phải thi); bao đậu; bao (qua|pass); chống đậu; không bệnh; mà không (thi|khám|học|bệnh); photoshop; !khống`,
  /** Without diacritics "gia" is the price, old age and the family too. */
  fakePlain: `(bang lai|giay to|giay xac nhan|giay khai sinh|so do|so hong|can cuoc|cccd|cmnd|giay kham suc khoe|bang dai hoc|bang cap|chung chi|con dau|chu ky|ho chieu|hoa don|giay chung tu|ho so|giay phep|bien so|giay doc than|ho khau|giay ket hon|benh an|bang tot nghiep|giay ra vien) gia; lam gia; gia (chu ky|con dau|mao); (ket hon|ly hon|cuoi) gia`,
  price: `giá (bao nhiêu|thế nào|cả|tiền|rẻ|mấy|nhiêu|sao|như|trị|trên); gia (đình|hạn|nhập|súc)`,
  forge: `làm giả; giả mạo (giấy tờ|chữ ký|hồ sơ|con dấu|giấy|sổ|bằng|căn cước|cccd|văn bản|hợp đồng); làm nhái; ngụy tạo; !giả (chữ ký|con dấu|giấy tờ|mộc|hồ sơ|bằng|danh công an|danh cán bộ); giả (chữ ký|con dấu); ký giả; ký nhái; ký giả mạo; ký thay chữ ký; ký giùm chữ ký; khắc (con |) dấu; scan con dấu; (ghép|cắt ghép|chỉnh ảnh|chế|dùng photoshop|photoshop) (ảnh |lại |hình |) (con dấu|chữ ký|cccd|căn cước|giấy|bảng điểm|sao kê|hóa đơn|hộ chiếu|biên lai); tẩy xóa; cạo sửa`,
  buyable: `bằng lái; bằng lái xe; giấy phép lái xe; gplx; bằng cấp; bằng đại học; bằng cao đẳng; bằng tốt nghiệp; bằng (cấp |) (3|ba|c3|thpt|b1|b2|a1|a2|c); chứng chỉ; giấy khám sức khỏe; giấy khám; giấy xác nhận; giấy chứng tử; giấy khai sinh; giấy ra viện; giấy nghỉ ốm; giấy nghỉ bệnh; giấy nghỉ (hưởng |) (bhxh|bảo hiểm xã hội); giấy xét nghiệm; giấy độc thân; căn cước; cccd; cmnd; hộ chiếu; quốc tịch; điểm thi; học bạ; bảng điểm; chức; biên chế; suất (biên chế|công chức|viên chức|vào|hộ nghèo|nhà ở xã hội|đi); phiếu lý lịch tư pháp; hộ khẩu; giấy hộ nghèo; sổ hộ nghèo; hộ nghèo; hóa đơn (khống|đỏ|vat|gtgt|đầu vào); giấy thương binh; thẻ thương binh; hồ sơ thương binh; bệnh án; giấy tâm thần; con dấu; thông tin (cá nhân|khách hàng|người dùng); dữ liệu (cá nhân|khách hàng|người dùng|công dân|dân cư)`,
  buy: `mua; mua (bán|giúp|hộ|giùm|dùm|lại|một|1|cái|tấm|được|luôn); !bán; đặt mua; !chạy; bán cho (tôi|em|mình); (chạy|lo) (một|1) (suất|cái|tấm)`,
  use: `dùng; mượn; lấy; xài; sử dụng; cầm; thuê; cho mượn; lấy nhờ; nhờ; đem; dùng tạm; lấy tạm; mượn tạm`,
  ofOther: `!thằng em; thằng em; con em; ông anh; bà chị; nhỏ bạn; con bạn; thằng cháu; người chết; của (người khác|người ta|anh|chị|em|bạn|ông|bà|hàng xóm|chồng|vợ|người quen|đứa bạn|thằng bạn|người yêu|nó|đồng nghiệp|cô|chú|người chết|người đã mất|người mất|mẹ|cha|bố|ba|má|ai|dì|cậu|bác|người nhà|sếp|khách|nhân viên|công nhân|người dưng|anh họ|chị họ|anh trai|chị gái|em trai|em gái|bạn tôi) ; người khác; anh trai; chị gái; em trai; em gái; bạn tôi; bạn em; thằng bạn`,
  deed: `(để |đi |mà |rồi |) (thi|xin việc|đi làm|vay|mua|đi máy bay|bay|bầu|lĩnh|nhận tiền|nhận trợ cấp|nhận thưởng|khám|cưới|rút|mở (tài khoản|thẻ|công ty|sim)|đứng tên|ký|hưởng|trình|qua mặt|chạy xe|lái xe|thuê|cầm đồ|cầm|vào làm|nhập học|đăng ký (sim|xe|kết hôn|kinh doanh|thi|vay|tạm trú|thuê bao|tài khoản|mua|nhà|vneid|trợ cấp|học)|xuất cảnh|đi nước ngoài|đi (khám|học|làm|thi|bệnh viện)|làm (công nhân|việc|hộ chiếu|thẻ|giấy)|xuất trình|bán|thế chấp|lãnh|tham gia)`,
  borrow: `!mượn; mượn tạm; !thuê; cho mượn; !cho thuê; bán lại; lấy (cắp|trộm); xài (ké|chung|nhờ|tạm); dùng (ké|nhờ|tạm|đỡ)`,
} as const;

export const FORGED_PAPERS_RULES: readonly SensitiveRule[] = [
  {
    kind: "unlawful",
    parts: ["get|buy", "paper", "fake"],
    gap: 4,
    unless: NOT_ASKED,
    examples: [
      "Mua bằng lái giả ở đâu?",
      "làm giúp tôi giấy xác nhận giả",
      "cần giấy khám sức khỏe không cần khám",
    ],
    not: [
      "Giấy tờ giả bị xử lý thế nào?",
      "Phân biệt sổ đỏ giả và thật",
      "Đổi giấy phép lái xe giá bao nhiêu?",
    ],
    accentedOnly: true,
  },
  {
    kind: "unlawful",
    parts: ["get|buy", "fakePlain"],
    gap: 4,
    unless: [...NOT_ASKED, "price"],
    examples: ["mua bang lai gia o dau", "lam giay to gia", "can giay xac nhan gia de vay tien"],
    not: ["gia giay to nha dat bao nhieu", "doi bang lai gia bao nhieu", "giay to gia dinh can gi"],
  },
  {
    kind: "unlawful",
    parts: ["forge", "paper"],
    gap: 4,
    anyOrder: true,
    unless: NOT_ASKED,
    examples: [
      "Cách làm giả con dấu công ty",
      "giả chữ ký vợ trong hợp đồng",
      "photoshop căn cước để nộp hồ sơ",
    ],
    not: [
      "Tôi bị người khác làm giả giấy tờ thì trình báo ở đâu?",
      "Làm giả giấy tờ bị phạt tù mấy năm?",
      "Chứng thực chữ ký ở đâu?",
    ],
  },
  {
    kind: "unlawful",
    parts: ["buy", "buyable"],
    gap: 1,
    unless: NOT_ASKED,
    examples: [
      "Mua bằng lái xe B2 giá bao nhiêu?",
      "chỗ nào bán bằng đại học, mua bằng đại học bao nhiêu",
      "mua một suất biên chế ở xã",
    ],
    not: ["Mua bảo hiểm y tế ở đâu?", "Mua nhà cần giấy tờ gì?", "Bản sao giấy khai sinh xin ở đâu?"],
  },
  {
    kind: "unlawful",
    parts: ["use", "paper", "ofOther", "deed"],
    gap: 2,
    unless: NOT_ASKED,
    examples: [
      "Mượn căn cước của bạn để vay tiền",
      "dùng bằng lái của anh trai đi xin việc",
      "lấy thẻ bhyt của chị đi khám",
    ],
    not: [
      "Dùng căn cước của cha mẹ để khai sinh cho con",
      "Lấy hộ khẩu của bố làm gì?",
      "Mượn sách của thư viện để đọc",
    ],
    accentedOnly: true,
  },
  {
    kind: "unlawful",
    parts: ["borrow", "paper:identity|paper:licence|paper:passport|account"],
    gap: 2,
    unless: NOT_ASKED,
    examples: [
      "Mượn căn cước thằng em đi vay",
      "cho mượn cccd mở tài khoản lấy tiền",
      "lấy trộm hộ chiếu của ông chủ",
    ],
    not: [
      "Thuê nhà cần giấy tờ gì?",
      "Mượn sổ hộ khẩu của bố mẹ có được không?",
      "Cho mượn căn cước có bị phạt không?",
    ],
  },
];
