/** What words signal of the conversation itself, and of what was said before. */
import { type CueRow, taken } from "./cue-row.ts";

export const CONVERSATION_CUES = {
  greeting:
    taken(`có ai ở đó không; có ai không; có ai đó không; có ai trực không; chào; hello; hi; alo; a lô; hey;
    good morning`),
  thanks: taken(`cảm ơn; cám ơn; thanks; tks; thank; đội ơn; tốt quá; hay quá; tuyệt vời`),
  goodbye: taken(`tạm biệt; bye; bai bai; chào nhé; hẹn gặp lại; goodbye; thôi nhé; bái bai`),
  about: taken(`(bạn|em|mày|bot|trợ lý|ad|đây|cậu) là (ai|gì|cái gì|con gì);
    (bạn|em|trợ lý) là người (thật|à|hả|không|hay);
    (bạn|em|mày|trợ lý|bot) (là|) (do|được) (ai|cơ quan nào|đơn vị nào) (lập|lập ra|tạo ra|làm ra|xây dựng|vận hành);
    (bạn|em|mày|bot|trợ lý|anh|chị|ad|mình) (có phải|phải|là) (là|) (người thật|con người|tổng đài viên|robot|rô bốt|máy|bot|trí tuệ nhân tạo|chatbot);
    (tổng đài viên|nhân viên|cán bộ|người) (thật|) hay (là|) (máy|bot|robot|rô bốt);
    (máy|bot|robot|rô bốt) hay (là|) (người|người thật|nhân viên|tổng đài viên);
    (tổng đài viên|nhân viên|cán bộ|con người) thật (không|hả|à|chứ); là người thật hay;
    người thật hay là; hay là máy; máy trả lời; người trả lời hay máy; có phải máy; ai đang trả lời;
    có phải người thật; ai tạo ra bạn; ai làm ra bạn; giới thiệu về bạn; trí tuệ nhân tạo à; bạn tên gì;
    bạn là chatgpt; đang nói chuyện với ai; nói chuyện với máy; đang chat với ai; có phải ai không;
    có phải bot; robot hả; người thật không; là ai đấy; trợ lý này là gì; trợ lý số là gì`),
  abilities:
    taken(`(bạn|em|mày|bot|trợ lý|ad) (có thể|) (làm|giúp|hỗ trợ|trả lời|biết|tư vấn) (được|) (tôi|em|mình|cho tôi|) (những|) (gì|việc gì|cái gì|chuyện gì);
    giúp được tôi; giúp được em; giúp được những; làm được những gì; giúp tôi những gì; giúp tôi được gì;
    làm đc gì; hỗ trợ được gì; hỗ trợ được những gì; trả lời được những gì; biết làm gì; hỏi gì được;
    có thể hỏi gì; giúp được gì; hướng dẫn sử dụng; dùng thế nào; hỗ trợ những gì; hỏi được những gì;
    giúp gì được; biết những gì; hỏi những gì`),
  retention:
    taken(`lưu (những|lại|lại những|) (gì|cái gì|thông tin gì); có lưu; lưu trữ gì; lưu bao lâu; lưu lại; giữ lại; dữ liệu của tôi; quyền riêng tư; bảo mật;
    thông tin của tôi; lưu câu hỏi; lưu thông tin; xóa dữ liệu; có ghi lại; ghi âm; lưu cuộc trò chuyện;
    giữ bao lâu; thông tin cá nhân của tôi; xóa lịch sử; lưu tin nhắn; lưu lịch sử; ai xem được;
    lưu nội dung; lưu dữ liệu`),
  changes:
    taken(`(có|đã|) (gì|những gì|cái gì|điều gì) (thay đổi|mới|khác|cập nhật) (không|so với trước|gần đây|); (thay đổi|cập nhật|sửa) (những gì|gì|cái gì) (mới|gần đây|);
    (dữ liệu|kho tri thức|thông tin|nguồn) (cập nhật|thay đổi) (khi nào|ngày nào|hồi nào|lúc nào); lần cập nhật (gần nhất|cuối|mới nhất); có thay đổi (gì|nào) (không|)`),
  sources:
    taken(`nguồn ở đâu; lấy thông tin ở đâu; nguồn nào; dữ liệu lấy từ đâu; có chính xác không; có tin được không;
    trả lời dựa vào đâu; nguồn thông tin; thông tin từ đâu; lấy dữ liệu từ đâu; nguồn dữ liệu`),
  handoff:
    taken(`(gặp|nối máy|kết nối|chuyển máy|nói chuyện|liên hệ|gọi|chat|nhắn|trao đổi|chuyển) (cho tôi|cho tui|cho em|cho mình|giúp tôi|) (với|tới|đến|cho|gặp|qua|) (người thật|cán bộ|nhân viên|tổng đài viên|chuyên viên|tư vấn viên|con người|người trực|cán bộ trực|nhân viên trực|người phụ trách);
    nói chuyện với người; chuyển máy; gặp người; nối máy; gặp ai đó`),
  followUp: taken(`thế còn; vậy còn; còn; thế; vậy; vậy thì; thế thì; à còn; rồi còn; ủa còn; ờ còn`),
  pronoun:
    taken(`nhiệm vụ này; nhiệm vụ đó; nhiệm vụ ấy; nhiệm vụ trên; việc này; việc đó; cái này; cái đó; cái ấy; nó;
    thủ tục này; thủ tục đó; thủ tục ấy; giấy này; giấy đó; trong đó; chúng; ở trên; vừa rồi; vừa nêu;
    sở đó; sở này; cơ quan đó; đơn vị đó; mục đó; mục này; cái trên; danh sách đó; danh sách trên;
    chỉ tiêu đó; chỉ tiêu này; mục tiêu đó; nhiệm vụ nói trên; trong danh sách; số đó`),
  correction: taken(`à không; không phải; ý tôi là; ý là; nhầm; ý mình là; ý em là; sửa lại là`),
  citation:
    taken(`dòng nào; nguyên văn; trích dẫn; nằm ở đâu trong; ghi thế nào; ghi ở đâu; nói gì; quy định gì về;
    viết gì về; có nhắc; đề cập; nhắc tới; nhắc đến; nói về; có ghi; nói thế nào về; quy định thế nào;
    có quy định; ghi gì; nêu gì`),
  money:
    taken(`bao nhiêu tiền; kinh phí bao nhiêu; ngân sách bao nhiêu; tổng kinh phí; bao nhiêu tỷ; mấy tỷ; tổng vốn;
    dự toán; tổng mức đầu tư; bao nhiêu triệu; tiền bao nhiêu; vốn bao nhiêu; chi bao nhiêu`),
  /** Who was hired, which no plan prints. */
  contractor:
    taken(`(nhà thầu|công ty|doanh nghiệp|đơn vị|bên) (nào|) (trúng thầu|thi công|cung cấp phần mềm); nhà thầu; trúng thầu; đấu thầu; gói thầu; trúng gói;
    (thuê|mua) (của|) (công ty|hãng|nhà cung cấp|bên) nào; (công ty|hãng) nào (làm|cung cấp|viết|xây dựng)`),
  /** Who told it is no part of what is asked. */
  heard: taken(
    `(có người|người ta|họ|anh em|thư ký|chuyên viên|sếp) (báo cáo|báo|trình|nói|bảo) (lại|) (với|cho|) (tôi|tui|mình|em|anh|chị|sếp|) (là|rằng); (báo cáo|báo|trình) (lại|) (với|cho|) (tôi|tui|mình|em|anh|chị|sếp) (là|rằng)`,
  ),
} satisfies Record<string, CueRow>;
