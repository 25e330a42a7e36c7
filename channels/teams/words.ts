/** What this channel says by itself. */
import type { About } from "../../bot/about.ts";

export const welcome = (about: About): readonly string[] => [
  about.greeting ??
    `Xin chào! Tôi là **${about.name === "Trợ lý số" ? "trợ lý số" : about.name}** (AI). Tôi trả lời về ${about.vi.subjects}; mỗi con số đều kèm nguồn để đối chiếu.`,
  `${about.agency === undefined ? "" : `Anh/chị cho biết cơ quan mình, ví dụ “tôi ở ${about.agency}”, rồi hỏi về “cơ quan tôi”. `}Trong nhóm hoặc kênh, hãy nhắc tên (@) trợ lý khi hỏi. Cần gặp người thật thì gõ “gặp cán bộ”.`,
  "Anh/chị không gửi số giấy tờ, điện thoại hay tài khoản cá nhân vào đây. Câu trả lời để tham khảo, không phải quyết định của cơ quan.",
];

/** Of officers: the plans come first. */
export const examplesOf = (about: About): readonly string[] =>
  about.suggestions.officers.length > 0
    ? about.suggestions.officers
    : [...about.examples.plans, ...about.examples.procedures.slice(0, 1)];

export const FILES =
  "Trợ lý chưa đọc được tệp, ảnh hay thẻ gửi kèm. Anh/chị vui lòng gõ câu hỏi bằng chữ, ví dụ: “Đăng ký khai sinh cần giấy tờ gì?”";

export const CUT =
  "Câu trả lời dài quá giới hạn của Teams nên phần sau bị bỏ. Anh/chị hỏi hẹp hơn (một cơ quan, một năm, một thủ tục) để có câu trả lời trọn vẹn.";

export const LOOKUP_CODE = "Mã tra cứu";

/** Before the words of a button that was pressed. */
export const YOU_ASKED = "Anh/chị hỏi";
