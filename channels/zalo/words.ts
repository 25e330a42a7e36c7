/** What the channel says by itself; everything else is said by the answer core. */
import type { About } from "../../bot/about.ts";

export const MORE = "Xem tiếp";

export const TEXT_NEEDED =
  "Trợ lý hiện chỉ đọc được tin nhắn chữ, chưa xem được hình, tệp, âm thanh, vị trí hay nhãn dán. Anh/chị vui lòng gõ câu hỏi thành chữ; cần gặp người thì gõ “gặp cán bộ”.";

/** Said once, with the first answer or the welcome: what this is, and what becomes of what is written. */
export const introduction = (retentionDays: number): string =>
  `Trợ lý số là chương trình trí tuệ nhân tạo (AI), không phải người thật. Câu hỏi được lưu ${retentionDays} ngày sau lần trò chuyện cuối, số giấy tờ và điện thoại được che trước khi lưu; anh/chị vui lòng không gửi thông tin cá nhân vào đây.`;

export const welcome = (retentionDays: number, about: About): string =>
  `${about.greeting ?? `Xin chào anh/chị! Tôi trả lời về ${about.vi.subjects}, kèm nguồn.`} Cần gặp người, anh/chị gõ “gặp cán bộ”.\n\n${introduction(retentionDays)}`;

export const welcomeSuggestions = ({ suggestions, examples }: About): string[] => [
  "Bạn làm được gì?",
  ...(suggestions.citizens.length > 0
    ? suggestions.citizens.slice(0, 2)
    : [...examples.procedures.slice(0, 1), ...examples.plans.slice(0, 1)]),
  "Trợ lý lưu những gì?",
];

export const codeLine = (code: string): string => `Mã tra cứu: ${code}`;

/** `items` are the points of lists that are still to come. */
export const remaining = (items: number): string =>
  items > 0 ? `Còn ${items} mục nữa, gõ “tiếp” để xem.` : "Còn phần tiếp theo, gõ “tiếp” để xem.";

export const CHOOSE = "Gõ số để chọn:";
export const ASK_ON = "Anh/chị có thể hỏi tiếp:";
