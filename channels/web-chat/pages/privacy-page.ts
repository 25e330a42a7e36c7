/** What is kept of a conversation, for how long, and how to have it deleted. */
import type { OfficeProfile } from "../../../knowledge/office-profile.ts";
import { html, type Page } from "../html.ts";
import { officeBlock } from "./office-block.ts";

/** @param asksModel  Questions go to a server of a language or embedding model, masked as they are stored. */
export const privacyPage = (retentionDays: number, asksModel: boolean, office?: OfficeProfile): Page => ({
  title: "Quyền riêng tư",
  main: html`<h1>Quyền riêng tư</h1>
<p>Trợ lý số là chương trình trí tuệ nhân tạo (AI), không phải người thật. Câu trả lời để tham khảo, không phải quyết định của cơ quan nhà nước.</p>
<h2>Lưu những gì</h2>
<ul>
<li>Câu hỏi, câu trả lời và mã tra cứu 6 ký tự của từng lượt. Số giấy tờ, điện thoại, tài khoản, biển số xe, mã hồ sơ và địa chỉ thư điện tử được che trước khi lưu.</li>
<li>Đánh giá “hữu ích”, “chưa hữu ích” và góp ý kèm theo, cũng được che như vậy.</li>
<li>Nhật ký máy chủ chỉ có thời điểm, số thứ tự nội bộ, độ dài và kết quả của lượt hỏi; không có nội dung và không có địa chỉ mạng của người hỏi.</li>
<li>Không dùng cookie, không đo lường qua bên thứ ba, ${asksModel ? "không gửi câu hỏi tới nơi nào khác ngoài máy chủ mô hình AI do cơ quan chọn; các số nói trên được che trước khi gửi" : "không gửi câu hỏi tới nơi nào khác"}.</li>
</ul>
<h2>Lưu bao lâu</h2>
<p>Máy chủ xóa cuộc trò chuyện <strong>${retentionDays} ngày</strong> sau lượt hỏi cuối. Cuộc trò chuyện đang chờ cán bộ được giữ cho tới khi cán bộ xem xong.</p>
<p>Thiết bị của anh/chị giữ nội dung đang hiện để còn đó khi mở lại trang, cùng các ô đã đánh dấu trong danh mục giấy tờ, lâu nhất 30 ngày; mọi thẻ của trình duyệt dùng chung phần này. Trên máy dùng chung, bấm “Bắt đầu lại” hoặc “Xóa cuộc trò chuyện” trước khi rời đi.</p>
<h2>Xóa</h2>
<p>Trong khung trò chuyện, mở “Mục khác”, chọn <strong>“Xóa cuộc trò chuyện”</strong>: máy chủ và thiết bị, ở mọi thẻ đang mở, xóa ngay câu hỏi, câu trả lời, góp ý và yêu cầu gặp cán bộ của cuộc đó. Không có JavaScript thì nhập mã tra cứu của một câu trả lời:</p>
<form class="question" method="post" action="/privacy/delete">
<label for="code">Mã tra cứu</label>
<input id="code" name="code" required minlength="6" maxlength="6" autocapitalize="characters" autocomplete="off" spellcheck="false">
<button type="submit">Xóa cuộc trò chuyện của mã này</button>
</form>
<h2>Giọng nói</h2>
<p>Nút đọc và nút nói dùng tính năng có sẵn của trình duyệt. Tùy trình duyệt, tiếng nói có thể được hãng làm trình duyệt xử lý; trợ lý chỉ nhận phần chữ. Không muốn vậy thì đừng bấm nút nói.</p>
<h2>Mã tra cứu</h2>
<p>Ai có mã tra cứu thì xem tiếp được và xóa được cuộc trò chuyện đó. Chỉ đọc mã cho cán bộ đang hỗ trợ mình.</p>
${officeBlock(office)}
<section lang="en"><h2>In English</h2>
<p>This assistant is a computer program (AI), not a person. The server keeps questions and answers, with personal numbers masked, for ${retentionDays} days after the last question, and deletes them at once when you choose “Delete conversation”. Whoever has the code of an answer can read, continue and delete its conversation. There are no cookies${asksModel ? "; questions, masked in the same way, also go to the AI model server that the office has chosen, and to no other third party" : " and no third parties"}.</p></section>`,
});

export const deletedPage = (deleted: boolean): Page => ({
  title: deleted ? "Đã xóa" : "Không tìm thấy",
  main: deleted
    ? html`<h1>Đã xóa</h1><p>Cuộc trò chuyện của mã này đã được xóa khỏi máy chủ.</p>`
    : html`<h1>Không tìm thấy</h1><p>Không có cuộc trò chuyện nào mang mã này; mã có thể sai, hoặc đã hết thời gian lưu.</p><p><a href="/privacy">Thử lại</a></p>`,
});
