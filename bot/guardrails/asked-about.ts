/** What is asked about a wrong by who does not ask to do it: what the law says, how to report it, what an office plans. */
export const ASKED_ABOUT = {
  /** Asks what follows from it, or how to tell it. */
  asksLaw: `
    bị phạt; xử phạt; mức phạt; phạt (bao nhiêu|thế nào|như thế nào|ra sao|gì|không|tù|tiền|hành chính|mấy); hình phạt; bị xử lý; xử lý (thế nào|như thế nào|ra sao|sao|hình sự|hành chính|vi phạm|không); tội (gì|danh|phạm); bị tội; phạm tội; có (phạm|vi phạm) (pháp luật|luật|gì|tội|không|); vi phạm (pháp luật|luật|gì|không); phạm pháp; đúng luật; trái luật; bộ luật; luật (hình sự|dân sự|đất đai|hôn nhân); nghị định; trách nhiệm hình sự; khởi tố; đi tù; !tù; hợp pháp; bất hợp pháp; có (bị|sao|được phép|được không|hợp lệ) ; truy cứu; là gì; nghĩa là; khái niệm; thế nào là; hậu quả; tác hại; phân biệt; nhận biết; dấu hiệu; (kiểm tra|tra cứu|xác minh|biết) (thật|giả|thật giả|thật hay giả|xem|tính); thật hay giả; làm sao biết; quy định (về|của|thế nào|ra sao|nào|gì); chế tài; cấm`,
  /** Reports it, or suffered it. */
  reports: `
    tố cáo; tố giác; trình báo; báo (công an|cáo|chính quyền|cho ai|ở đâu|với ai|cơ quan|mất|án); phản ánh; khiếu nại; kiến nghị; phát hiện; bị (làm|lừa|kẻ|người|ai|mạo danh|giả mạo|hack|lộ thông tin|lộ dữ liệu|lộ số|mất|đánh cắp|trộm|chiếm|gian|đối tượng|bên|đứa|thằng|nó|người ta|họ); (nhận được|thấy|nghi|nghi ngờ|gặp) (là |có |tin |) (người|giấy|tin|cuộc|ai|văn bản|công văn|hóa đơn|bằng|thông báo); có người (làm|bán|mời|rao|lấy|dùng|mượn|giả|mạo); mạo danh tôi; phòng chống; phòng ngừa; cảnh báo; tránh (bị|mua|hàng|nhầm); nạn nhân; kẻ gian; lỡ (mua|dùng|bị|nộp|khai|ký); vô tình; bảo vệ; hàng giả`,
  procedureOf: `
    thủ tục; (nộp|gửi|viết|làm|mẫu|rút|soạn) đơn; mẫu đơn; hồ sơ (gì|gồm|cần|tố cáo|khiếu nại); ở đâu; gửi (đâu|cho ai|đến|tới|về); nộp (đâu|cho ai|ở|tại); cơ quan nào; gặp ai; với ai; cách (tố cáo|khiếu nại|gửi|nộp|phản ánh|tố giác); làm (sao|thế nào) (để |mà |) (tố|khiếu|phản|trình|gửi|nộp|báo); thời hạn; thời hiệu; trình tự; quy trình; thẩm quyền; bao lâu; bao nhiêu ngày; mấy ngày; tố cáo thế nào; khiếu nại thế nào; số điện thoại; đường dây nóng; tiếp dân; tiếp công dân; hòa giải; khởi kiện; kiện; tranh chấp; giải quyết; quyền (tố cáo|khiếu nại); cần (gì|những gì|giấy tờ)`,
  plan: `kế hoạch; nhiệm vụ; chỉ tiêu; mục tiêu; đề án; chương trình; chủ trì; phối hợp; quyết định; nghị quyết; chuyển đổi số; chính quyền số; chính quyền điện tử; cải cách hành chính; thủ tục; hồ sơ; giấy; đăng ký; phụ lục; căn cước; thẻ đảng; sinh hoạt đảng; lý lịch; chính sách; chế độ (chính sách|trợ cấp|ưu đãi|thai sản|bảo hiểm|nghỉ|báo cáo|cho|đối với); ban chỉ đạo`,

  tasks: `kế hoạch; nhiệm vụ; chỉ tiêu; mục tiêu; chủ trì; phối hợp; đề án`,
} as const;

export const NOT_ASKED = ["asksLaw", "reports"] as const;
