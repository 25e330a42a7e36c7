/** Accusations of persons and offices: words and rules, each rule with its examples and look-alikes. */
import type { SensitiveRule } from "./sensitive-rule.ts";

export const ACCUSATION_WORDS = {
  accused: `
    chủ tịch; phó chủ tịch; bí thư; cán bộ; công chức; công an; cảnh sát; csgt; giám đốc; phó giám đốc; trưởng (phòng|thôn|ấp|khu phố|công an|ban|xã); phó phòng; lãnh đạo; nhân viên (một cửa|tiếp nhận|ở|tại|phường|xã|thuế|bệnh viện|này|đó); một cửa; địa chính; quầy (số|một|hai|ba|bốn|năm|1|2|3|4|5|tiếp nhận); phòng (đất đai|tài nguyên|nội vụ|thuế|tiếp dân|một cửa|này|đó|địa chính|lao động|công an); chánh văn phòng; đoàn (thanh tra|kiểm tra); tổ (một cửa|tiếp nhận|dân phố); dự án; gói thầu; mấy ổng; ổng; bả; mấy bả; tụi nó; bọn nó; con mẹ; !mụ; con nhỏ; quan xã; !quan; đám quan; chủ tịch hội; hội phụ nữ; ban quản lý; người ta; y tá; điều dưỡng; trạm y tế; bệnh viện; !trường; !cô; !chú; hải quan; chi cục; kiểm lâm; kiểm sát; thẩm phán; bác sĩ; hiệu trưởng; !thầy; cô giáo; sếp; ông; !bà; !lão; thằng; con mụ; hàng xóm; chồng cũ; vợ cũ; anh ta; chị ta; !tên; công ty; chủ (nhà|đầu tư|trọ|thầu|quán|doanh nghiệp); ủy ban; ubnd; phường; !xã; !sở; !tòa; quan chức; bọn (chúng|họ|cán bộ|quan); mấy (ông|bà|anh|cha|thằng); chính quyền; thanh tra; nhà nước; tổ trưởng; đội trưởng; kế toán; thủ quỹ; giáo viên; nhà thầu; doanh nghiệp; chị hàng xóm; anh hàng xóm; đại biểu; chủ doanh nghiệp; tổng giám đốc; luật sư`,
  wrong: `
    tham nhũng; tham ô; tham lam; ăn (hối lộ|tiền|chặn|bẩn|đút|của dân|đất|chia|bớt|cướp|hối|lương|tiền từ thiện|tiền cứu trợ|tiền dân|trên|phần trăm|hoa hồng|nhậu|bòn); nhận (hối lộ|tiền|phong bì|quà|lót tay|đút lót|của đút|tiền bồi dưỡng); vòi (tiền|vĩnh|quà|phong bì|hối lộ|tôi|vĩnh dân|thêm); !vòi dân; !ăn (cắp|dày); ăn cắp (tiền|của|đất|công quỹ|tài sản); đòi (tiền|hối lộ|phong bì|lót tay|chung chi|bồi dưỡng|quà|ăn|chi|tôi đưa|tôi chi|bôi trơn|phần trăm|cà phê|tình); (gợi ý|yêu cầu|bắt|ép|buộc) (tôi |dân |em |người dân |phải |) (đưa|chi|đóng|nộp|bồi dưỡng|lót|biếu|chung) (thêm |riêng |)(tiền|phong bì|quà|chi|hối lộ|bồi dưỡng|cho|tay|ngoài); hạch sách; nhũng nhiễu; hách dịch; lạm quyền; lộng quyền; bao che; cửa quyền; chiếm (đất|đoạt|dụng|của|nhà|công quỹ|lối); cướp (đất|nhà|công|của dân|tiền); lừa (đảo|tiền|đất|dân|tôi|gạt|dối|bán|bà con); làm khó; gây khó; cố tình (gây|ngâm|giam|om|kéo|làm|chậm|trì hoãn); ngâm (hồ sơ|giấy|đơn); giam hồ sơ; bồ bịch; ngoại tình; cặp (bồ|kè|với); bè phái; bảo kê; sân sau; ăn trộm; biển thủ; trốn thuế; buôn lậu; bán đất công; bán bãi; mua (chức|quan|bằng|ghế); chạy (chức|ghế|án); !chạy (tội|điểm); (dùng|xài|có|sài) bằng giả; khai man; gian lận; rút ruột; bất tài; đánh dân; đánh người; vô cảm; vô trách nhiệm; vô lương tâm; thối nát; mất chất; tha hóa; vi phạm (pháp luật|quy định|luật); phá rừng; bán ma túy; buôn ma túy; xài ma túy; cờ bạc; đánh bạc; mại dâm; quấy rối; sàm sỡ; nâng (đỡ|điểm|khống); !khai khống; thông đồng; !móc nối; cấu kết; tư lợi; trục lợi; lợi ích nhóm; con ông cháu cha; đưa (con|người nhà|cháu|vợ) (vào|lên) ; giàu (bất thường|lên nhờ|nhanh|quá|có bất thường); nhà (lầu|cao cửa rộng|to) (xe|nhờ|thế); lấy đâu ra tiền; tiêu cực; mờ ám; khuất tất; bẻ cong; ép cung; bức cung; giết người; lấn (đất|chiếm|ranh); ký (khống|bậy|láo|bừa); !cấp khống; cấp (bậy|sổ bậy|lụi); (chia|ăn) (chác|nhau|hết|sạch|cả|vào); chia chác; vẽ (ra|dự án|chuyện|việc) (để|cho|kiếm|ăn); để (mấy ổng|chúng nó|các quan|quan|cán bộ|họ|chúng) (ăn|chia|đút túi|kiếm chác|kiếm ăn|bỏ túi|xơi); (lấy|đem|tuồn|rút|xà xẻo|bớt|ăn|bỏ túi|nuốt) (thuốc|tiền|hàng|gạo|quà|của|kinh phí|quỹ|ngân sách|xi măng) (công|cứu trợ|bảo hiểm|từ thiện|dân|nhà nước|hộ nghèo|quỹ|trợ cấp|xã|đền bù|hỗ trợ|của dân); lười (biếng|chảy|nhác|thây|làm); làm biếng; !lười; ngồi (chơi|lướt|bấm|tám|nhậu); lướt (điện thoại|mạng|facebook|phây); hống hách; quát (tháo|nạt|dân|mắng|tôi|vào mặt); nạt (nộ|dân|tôi); chửi (dân|tôi|bà con|mắng|thẳng|vào mặt); mất dạy; láo (toét|lếu); !láo; khinh (dân|người); đuổi (dân|tôi|về|khéo); bị (kỷ luật|bắt|khởi tố|cách chức|điều tra|tố) (vì|do|về|thật|chưa|không|rồi|là|); dính (chàm|án|líu|vụ|tới vụ|bê bối|tiêu cực); (dắt|đưa|nhét|cài|gài) (người nhà|bà con|con cháu|con|cháu|vợ|em|bồ) (vào|vô|lên); thiên vị; ưu ái; dối (trá|dân|trên); lật lọng; nuốt lời; hứa (suông|lèo|cuội); ăn ở (ác|bất nhân); im re; làm ngơ; chống lưng; !đỡ đầu; có ô dù; ô dù; bợ đỡ; !nịnh; bằng dỏm; mua dâm; say xỉn; nhậu (nhẹt|say|trong giờ); trốn (việc|họp); đánh (vợ|con|dân); có con riêng; hai mang; phản bội; chạy án; làm tiền; ăn gian; cân điêu; xù (nợ|tiền|lương); quỵt (nợ|tiền|lương); giật nợ; lừa; làm sổ giả; bán (chức|đất|tài liệu|bãi|thuốc|dữ liệu); đem bán; xây (lấn|trái phép|sai phép|không phép|lố); đổ trộm; xả thải; thằng ăn cướp; quân ăn cướp; ăn cháo đá bát; sách nhiễu; hành dân; coi thường dân; chèn ép; trù dập; đe nẹt`,
  personal: `ông; bà; chủ tịch; giám đốc; bí thư; cán bộ; công an; lãnh đạo; trưởng; phó; hàng xóm; tên; ai; anh; chị; thằng; nhà`,
  affair: `bồ nhí; !bồ; bồ bịch; người tình; nhân tình; tình nhân; con rơi; ngủ (trưa|gật|trong giờ|trên bàn); đi (trễ|muộn) về sớm; bỏ trốn; trốn (ra nước ngoài|đi nước ngoài|sang|mất|biệt|rồi); bỏ túi; đút túi; (ăn|nuốt|xơi|bỏ túi) (bao nhiêu|mấy|cả|hết|bộn|đậm) (tỷ|tỉ|triệu|tiền|phần|ngân sách); (xử|xét|bênh) (ép|bất công|thiên vị|vực|người nhà|bên kia|bà con); là (bà con|người nhà|họ hàng|cháu|em|con|bồ|vợ|sân sau) (của |với |) (bên kia|chủ tịch|bí thư|giám đốc|sếp|lãnh đạo|quan|ông chủ tịch|bà chủ tịch|ông giám đốc|ông bí thư); (trúng thầu|lên chức|được vô|được vào|được tuyển|lên làm|lên ghế|có ghế) (là |) (nhờ|do|vì) (lại quả|chạy|tiền|quen|bồ|ô dù|con|cháu|quan hệ|hối lộ|chung); !lại quả; nhờ (ô dù|chạy tiền|quan hệ|thế lực|gốc); xấu xa; đạo đức giả; bất lương; hại dân; ăn hại; ngồi mát; cường hào; ác ôn; tàn ác; bóc lột; ức hiếp; hiếp đáp; áp bức; ăn không ngồi rồi; nói dối; gạt (dân|tôi); thất đức`,
  judged: `
    (có |) (liêm khiết|trong sạch|tham nhũng|nhận hối lộ|ăn hối lộ|ngoại tình|bồ|con riêng|lý lịch đen|dính (chàm|vụ|án)) (không|chưa|hay không|hông|ko|à); có (tham nhũng|ăn tiền|ăn hối lộ|nhận hối lộ|bồ nhí|tiền án|sân sau|sạch|trong sạch|gian dối) ; (ai|ông nào|người nào|cán bộ nào|sở nào|lãnh đạo nào|xã nào|phường nào) (là |) (tham nhũng|ăn hối lộ|nhận hối lộ|ăn tiền|xấu|dốt|tệ nhất|kém nhất|tham|vô dụng|lừa đảo|làm biếng|lười); !(ai|ông nào|người nào|cán bộ nào|sở nào|lãnh đạo nào|xã nào|phường nào) (là |) bẩn`,
} as const;

export const ACCUSATION_RULES: readonly SensitiveRule[] = [
  {
    kind: "accusation",
    parts: ["accused", "wrong|affair"],
    gap: 7,
    unless: ["asksLaw", "procedureOf", "tasks"],
    examples: ["Chủ tịch xã ăn hối lộ", "cán bộ địa chính vòi tiền dân", "ông hàng xóm lừa đảo tôi"],
    not: [
      "Tố cáo cán bộ nhận hối lộ ở đâu?",
      "Nhiệm vụ phòng chống tham nhũng do sở nào chủ trì?",
      "Cán bộ nhận hối lộ bị xử lý thế nào?",
    ],
  },
  {
    kind: "accusation",
    parts: ["wrong|affair", "accused"],
    gap: 3,
    unless: ["asksLaw", "procedureOf", "tasks"],
    examples: ["toàn tham nhũng, cán bộ phường này", "bao che cho công an", "vô trách nhiệm, mấy ông phường"],
    not: [
      "Phòng chống tham nhũng trong cán bộ",
      "Kê khai tài sản chống tham nhũng của cán bộ",
      "Lừa đảo trên mạng là gì?",
    ],
  },
  {
    kind: "accusation",
    parts: ["personal", "judged"],
    gap: 6,
    anyOrder: true,
    unless: ["asksLaw", "procedureOf", "program", "plan"],
    examples: ["Giám đốc sở có tham nhũng không?", "ông chủ tịch có bồ nhí không", "lãnh đạo nào tham nhũng"],
    not: [
      "Chủ tịch UBND tỉnh ký văn bản nào?",
      "Giám đốc Sở có nhiệm vụ gì?",
      "Có cán bộ trực thứ bảy không?",
    ],
  },
];
