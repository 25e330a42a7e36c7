/** What the channel says by itself; everything else is said by the answer core. */

export const MORE = "Xem tiếp";

export const TEXT_NEEDED =
  "Trợ lý hiện chỉ đọc được tin nhắn chữ, chưa xem được hình, tệp, âm thanh, vị trí hay nhãn dán. Anh/chị vui lòng gõ câu hỏi thành chữ; cần gặp người thì gõ “gặp cán bộ”.";

/** Said once, with the first answer or the welcome: what this is, and what becomes of what is written. */
export const introduction = (retentionDays: number): string =>
  `Trợ lý số là chương trình trí tuệ nhân tạo (AI), không phải người thật. Câu hỏi được lưu ${retentionDays} ngày sau lần trò chuyện cuối, số giấy tờ và điện thoại được che trước khi lưu; anh/chị vui lòng không gửi thông tin cá nhân vào đây.`;

export const welcome = (retentionDays: number): string =>
  `Xin chào anh/chị! Tôi trả lời về Kế hoạch chính quyền số của tỉnh và thủ tục hành chính, kèm nguồn. Cần gặp người, anh/chị gõ “gặp cán bộ”.\n\n${introduction(retentionDays)}`;

export const WELCOME_SUGGESTIONS = [
  "Bạn làm được gì?",
  "Đăng ký khai sinh cần giấy tờ gì?",
  "Sở Y tế chủ trì những nhiệm vụ nào?",
  "Trợ lý lưu những gì?",
] as const;

export const codeLine = (code: string): string => `Mã tra cứu: ${code}`;

/** `items` are the points of lists that are still to come. */
export const remaining = (items: number): string =>
  items > 0 ? `Còn ${items} mục nữa, gõ “tiếp” để xem.` : "Còn phần tiếp theo, gõ “tiếp” để xem.";

export const CHOOSE = "Gõ số để chọn:";
export const ASK_ON = "Anh/chị có thể hỏi tiếp:";
