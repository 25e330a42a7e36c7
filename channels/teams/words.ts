/** What this channel says by itself. */

export const WELCOME = [
  "Xin chào! Tôi là **trợ lý số** (AI). Tôi trả lời về Kế hoạch chính quyền số của tỉnh và thủ tục hành chính; mỗi con số đều kèm nguồn để đối chiếu.",
  "Anh/chị cho biết cơ quan mình, ví dụ “tôi ở Sở Y tế”, rồi hỏi về “cơ quan tôi”. Trong nhóm hoặc kênh, hãy nhắc tên (@) trợ lý khi hỏi. Cần gặp người thật thì gõ “gặp cán bộ”.",
  "Anh/chị không gửi số giấy tờ, điện thoại hay tài khoản cá nhân vào đây. Câu trả lời để tham khảo, không phải quyết định của cơ quan.",
] as const;

/** Each is answered from the shipped documents. */
export const EXAMPLES = [
  "Sở Y tế chủ trì những nhiệm vụ nào?",
  "Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?",
  "Khi nào phải báo cáo kết quả thực hiện Kế hoạch?",
  "Đăng ký khai sinh cần giấy tờ gì?",
] as const;

export const FILES =
  "Trợ lý chưa đọc được tệp, ảnh hay thẻ gửi kèm. Anh/chị vui lòng gõ câu hỏi bằng chữ, ví dụ: “Đăng ký khai sinh cần giấy tờ gì?”";

export const CUT =
  "Câu trả lời dài quá giới hạn của Teams nên phần sau bị bỏ. Anh/chị hỏi hẹp hơn (một cơ quan, một năm, một thủ tục) để có câu trả lời trọn vẹn.";

export const LOOKUP_CODE = "Mã tra cứu";

/** Before the words of a button that was pressed. */
export const YOU_ASKED = "Anh/chị hỏi";
