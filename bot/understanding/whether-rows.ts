/** What people want told yes or no of a procedure: whether it is too late, costs anything, can be sent, can be done by
 *  somebody else, and so on. Data, with questions that ask it and questions that hold such words and don't. */
import { type PhraseRow, phraseRow } from "./patterns.ts";

export const WHETHERS = [
  "late",
  "wait",
  "other",
  "elsewhere",
  "inPerson",
  "online",
  "post",
  "free",
  "fee",
  "sameDay",
  "place",
  "amount",
  "valid",
  "need",
  "must",
  "eligible",
] as const;
export type Whether = (typeof WHETHERS)[number];

export const WHETHER_ROWS: Readonly<Record<Whether, PhraseRow>> = {
  late: phraseRow(
    `(thì|có) sao (khi|nếu) (trễ|muộn); trễ (chưa|không|hông|hong|hok|hả|quá|rồi|ko|k|hạn); (còn|có|) kịp; quá hạn (chưa|không|hông|rồi|hả|ko|k|thì|nộp); (qua|quá) (ngày|hạn) (chưa|rồi);
    hết hạn nộp; muộn (chưa|không|hông|quá|rồi|hả); vậy là trễ; có trễ; có bị trễ; bị trễ (hạn|) (không|hông|chưa|hả|ko|k);
    còn (nộp|làm|khai|đăng ký|xin|hưởng|lãnh|báo|đòi) (được|đc|dc|kịp); còn (được|đc|dc) (không|hông|hong|ko|k|nữa|hưởng|làm|nộp|xin|khai|chứ)`,
    [
      "em sinh được 70 ngày rồi, trễ chưa",
      "nghỉ việc 4 tháng rồi còn nộp được hông",
      "bữa nay đi khai còn kịp không",
      "để tới giờ có bị trễ không",
    ],
    ["giấy đó còn hạn không", "mất giấy có sao không"],
  ),
  wait: phraseRow(
    `(để|đợi|chờ|qua|ra|sang|tới|đến|hết) (qua|ra|sang|tới|đến|hết|) (tết|giêng|năm sau|năm mới|năm tới|tháng sau|cuối năm|đầu năm|tuần sau|năm) (rảnh|mới|thì|rồi|làm|đi|nộp|có|)`,
    ["để qua tết làm có sao không", "ra giêng rảnh mới làm có khác gì không", "đợi sang năm làm được không"],
    ["năm nay em 18 tuổi được chưa", "trễ chưa"],
  ),
  other: phraseRow(
    `(nhờ|kêu|để|cho|sai) (người khác|ai|ai đó|người nhà|người thân|người quen|chồng|vợ|con|ba|bố|má|mẹ|anh|chị|em|bạn|bà|ông|nội|ngoại|cháu|dì|cậu|chú|dịch vụ|công ty|hàng xóm) (tôi|em|tui|mình|trai|gái|ruột|chồng|vợ|) (đi|nộp|làm|lấy|nhận|ký|lên|ra|khai|lãnh|đem);
    (đi|nộp|làm|lấy|nhận|ký|lãnh|lĩnh|khai|xin|đem) (hồ sơ|giấy|đơn|kết quả|tiền|) (thay|giùm|hộ|dùm|dum|thế|giúp); nhờ (đi|nộp|làm|lấy|nhận|lãnh);
    (người khác|người nhà|người thân|vợ|chồng|mẹ|ba|má|bố) (đi|nộp|làm|lấy|nhận|ký|lên|ra) (được|đc|dc|thay|giùm|hộ|dùm); (con|em|anh|chị) (trai|gái|ruột|dâu|rể|chồng|vợ) (đi|nộp|làm|lấy|nhận|ký|lên|ra) (được|đc|dc|thay|giùm|hộ|dùm); (con|em|anh|chị) (đi|nộp|làm|lấy|nhận|ký) (thay|giùm|hộ|dùm);
    ủy quyền; uỷ quyền; có mặt; đích thân; chính chủ (đi|nộp|làm|)`,
    [
      "nhờ vợ tôi đi nộp được không",
      "con gái lấy giùm được hông",
      "người nhà nộp thay có cần ủy quyền không",
      "hai vợ chồng có phải có mặt đủ không",
    ],
    ["làm ở đâu vậy em", "vợ tôi sinh hôm qua"],
  ),
  elsewhere: phraseRow(
    `(xã|phường|tỉnh|nơi|chỗ|quận|huyện|thành phố) khác; khác (xã|phường|tỉnh|nơi|huyện); (nơi|chỗ) tạm trú; (nơi|chỗ) (em|tôi|tui|mình|con|chị|anh|) (đang|) (ở|cư trú|sống|tạm trú|làm việc|thuê); (về|ra|xuống|lên) (quê|tận quê|quê gốc|ngoài quê); (phải|cần) về;
    (bất kỳ|bất cứ) (đâu|nơi nào|xã nào|phường nào|chỗ nào); (đâu|ở đâu|xã nào|phường nào|chỗ nào) cũng được; trái (tuyến|tỉnh)`,
    [
      "nộp ở phường khác được không",
      "có phải về quê làm không",
      "em nộp chỗ tạm trú được k",
      "xã nào cũng được hả",
    ],
    ["nộp ở đâu", "quê em ở Nghệ An"],
  ),
  inPerson: phraseRow(
    `(phải|cần) (đến|lên|ra|đi|tới|về) (tận nơi|trực tiếp|tận phường|tận xã|tận|nơi|đó|ủy ban|ubnd|công an|xã|phường|tỉnh|cơ quan);
    (khỏi|không cần|hổng cần|ko cần|k cần|không phải) (ra|lên|đi|tới|đến) (xã|phường|công an|tỉnh|đâu|tận nơi|ủy ban|đó|);
    có (cần|phải) (về|có mặt|tới|đến|đi) (không|hông|hong|ko|k|hok)`,
    ["có phải lên tận nơi không", "em khỏi ra xã được hông", "có cần đến trực tiếp không"],
    ["nộp trực tiếp mất mấy ngày", "em đi làm ở tỉnh"],
  ),
  online: phraseRow(
    `online; onl; trực tuyến; qua mạng; trên mạng; nộp mạng; làm mạng; (qua|trên|bằng) (app|vneid|điện thoại|đt|mạng|cổng); vneid; cổng dịch vụ công; dịch vụ công;
    (ngồi|nằm) (ở|tại|) nhà; (làm|nộp|khai|đăng ký) (ở|tại) nhà`,
    ["nộp qua mạng được không", "ngồi nhà làm được k", "làm trên vneid đc ko"],
    ["nộp ở xã được không", "nhà em ở phường 3"],
  ),
  post: phraseRow(
    `bưu điện; bưu chính; gửi thư; (gửi|ship|trả|giao) (về|tới|đến|tận) nhà; qua đường bưu điện`,
    ["gửi bưu điện được không", "có gửi về nhà cho em không", "nộp qua bưu chính được k"],
    ["nộp ở xã được không", "nhà em gần xã"],
  ),
  free: phraseRow(
    `(được|có|) (miễn|miễn phí|miễn lệ phí|miễn tiền); free; (khỏi|không|hổng|ko|k|hông|chẳng) (phải|) (mất|tốn|đóng|trả|nộp|thu) (phí|tiền|lệ phí|đồng nào|gì); cũng khỏi; đang (giảm|bớt); (được|có) (giảm|bớt) (phí|tiền|lệ phí|không|hông|ko|k|đồng nào); (giảm|bớt) (phân nửa|một nửa|nửa|50); khỏi (đóng|trả|mất|tốn|nộp tiền)`,
    ["làm cái này miễn phí phải không", "hộ nghèo có được miễn không", "khỏi đóng tiền hả em"],
    ["phí bao nhiêu", "có phải nộp giấy gì không"],
  ),
  fee: phraseRow(
    `(mất|tốn|đóng|trả|nộp|thu|lấy|tính) (thêm|) (tiền|phí|lệ phí|xu nào|đồng nào|tiền gì|tiền nong); có phí; có lệ phí; có thu; mất phí; tốn phí`,
    ["có mất tiền không em", "có phải đóng lệ phí không", "làm cái này có tốn tiền hông"],
    ["tiền trợ cấp được mấy", "phí bao nhiêu"],
  ),
  sameDay: phraseRow(
    `trong ngày; (lấy|có|nhận|xong|được|trả|cấp) (liền|ngay|luôn|ngay luôn|liền luôn|trong buổi|ngay trong buổi|tại chỗ); (làm|chờ|đợi) (lấy|) (liền|ngay) (luôn|); có liền; có ngay`,
    [
      "trong ngày có lấy được không",
      "lấy liền được hông",
      "có lấy ngay được không em",
      "nộp xong có liền không",
    ],
    ["mấy ngày có kết quả", "có được không"],
  ),
  place: phraseRow(
    `(nộp|làm|xin|đăng ký|lấy|khai|báo|sửa|đổi|gửi) (hồ sơ|giấy|đơn|) (ở|tại|ra|lên|qua|bên|cho|với) (xã|phường|công an|huyện|tỉnh|ủy ban|ubnd|sở|một cửa|thuế|bảo hiểm|quận|tòa án|trường|ngân hàng);
    (ở|tại) (công an|ủy ban|ubnd|xã|phường|tỉnh|huyện|một cửa) (xã|phường|tỉnh|) (được|đc|dc|làm|phải|đúng|hả|không|hông|k);
    (ra|lên|qua|đến|tới|vô|vào|bên) (xã|phường|công an|huyện|tỉnh|ủy ban|ubnd|sở|một cửa|thuế|bảo hiểm|quận) (làm|nộp|xin|lấy|khai|được|đc|dc|phải|đúng|hả|hay)`,
    ["nộp ở xã được không", "ra công an làm phải không", "lên tỉnh nộp hả em"],
    ["nộp ở đâu", "phường em ở là phường 5"],
  ),
  amount: phraseRow(
    `(được|hưởng|nhận|lãnh|lĩnh|cho|hỗ trợ|trợ cấp|phát|chi|bồi dưỡng) (được|về|thêm|) (bao nhiêu|nhiêu|nhiu|bn|mấy) (tiền|đồng|triệu|trăm|một|1|mỗi|lận|vậy|hả|con|em);
    (được|hưởng|lãnh|lĩnh|hỗ trợ|trợ cấp|cho|nhận) (được|về|thêm|) (bao nhiêu|nhiêu|nhiu|bn);
    (trả|hưởng|được|lãnh|nhận|bằng) (bao nhiêu|bn|mấy|nhiêu) (phần trăm|%); (tiền|mức|khoản) (đó|này|hưởng|trợ cấp|hỗ trợ|) (được|là|) (bao nhiêu|nhiêu|mấy) (một|1|mỗi) (tháng|người|lần)`,
    [
      "lương thất nghiệp lãnh được nhiêu",
      "được bao nhiêu tiền một tháng",
      "mai táng phí được mấy đồng",
      "nhà nước cho bao nhiêu",
    ],
    ["đóng bao nhiêu tiền", "phí bao nhiêu một bản"],
  ),
  valid: phraseRow(
    `(xài|dùng|sử dụng|giá trị|hiệu lực|có giá trị|có hiệu lực) (được|đc|dc|trong|sử dụng|) (bao lâu|bao nhiêu lâu|mấy năm|mấy tháng|mấy ngày|bao nhiêu năm|bao nhiêu tháng|tới khi nào|đến khi nào|tới chừng nào|đến bao giờ|vĩnh viễn); (giấy|tờ|phiếu|bản) (đó|này|ấy|cũ|) (còn|có) (xài|dùng|sử dụng|giá trị|hiệu lực); còn (xài|dùng|sử dụng) (được|đc|dc) (không|hông|ko|k|nữa|hem|chứ|hả)`,
    ["giấy đó xài được bao lâu", "phiếu có giá trị mấy tháng", "thẻ dùng được đến khi nào"],
    ["mấy ngày có kết quả", "chờ bao lâu"],
  ),
  need: phraseRow(
    `(có|) cần (phải|thêm|theo|) ; (có|) (bắt buộc|) phải (nộp|mang|đem|có|cầm|xuất trình|kèm|photo|chứng thực|công chứng|giữ|trình|đưa|chụp) ;
    (thiếu|không có|chưa có|hổng có|hông có|ko có|k có) ; (mang|đem|nộp|kèm|cầm) (theo|thêm|) ; đòi`,
    [
      "có cần giấy khám sức khỏe không",
      "có phải nộp lại thẻ cũ không",
      "không có giấy chứng sinh có được không",
    ],
    ["phí bao nhiêu", "ra đâu làm"],
  ),
  must: phraseRow(
    `(có|) (bắt buộc|) phải (làm|khai|báo|xin|đổi|thi|học|khám|chờ|đợi|đăng ký|mua|qua|ở|đóng|sửa|giám định|chứng minh) ; (có|) bắt buộc (phải|)`,
    ["bằng hết hạn có phải thi lại không", "sổ đỏ cũ có bắt buộc đổi không", "có phải khai báo gì không"],
    ["phí bao nhiêu", "có cần mang giấy gì không"],
  ),
  eligible: phraseRow(
    `(được|đc|dc|đủ|có) (tuổi|điều kiện|) (chưa|chua); (hưởng|lãnh|lĩnh|nhận|xin|làm|thi|cấp|đăng ký|rút|vay|mua|đổi|nộp|khai|sửa|chuyển|tách|nhập|mở) (được|đc|dc) (không|hông|hong|hok|ko|k|chưa|chớ|hả);
    (có|) (được|đc|dc) (hưởng|nhận|lãnh|cấp|làm|xin|đăng ký|hỗ trợ|thi|vay|mua|rút|trợ cấp|phép|không|hông|ko|k|hong|hok); thuộc diện; đủ (điều kiện|tuổi); được không; có sao (không|hông|ko|k)`,
    ["66 tuổi xin tiền già được chưa", "có được hưởng không", "mẹ em có thuộc diện không"],
    ["phí bao nhiêu", "nộp ở đâu"],
  ),
};
