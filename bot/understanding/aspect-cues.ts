/** How people ask for an aspect of a procedure, in the words of offices, of the south, the middle and the north, and of
 *  chats; each with questions that ask for it, and questions that hold such words and ask for something else. */
import type { Aspect } from "../../knowledge/records.ts";
import { type PhraseRow, phraseRow } from "./patterns.ts";

export const ASPECT_ROWS: Readonly<Record<Aspect, PhraseRow>> = {
  documents: phraseRow(
    `(cần|phải|) (chuẩn bị|mang|đem|nộp|có|cầm|xuất trình|đưa|kèm|trình|xách) (theo|) (những|các|) (gì|chi|j|giấy gì|giấy chi|giấy tờ gì|giấy nào|giấy tờ nào|hồ sơ gì|cái gì|thứ gì|giấy má gì|mấy giấy|mấy loại giấy);
    (cần|phải có|đòi) (những|các|mấy|) (giấy|giấy tờ|hồ sơ|giấy má|loại giấy) (gì|chi|nào|j);
    (hồ sơ|hs|giấy tờ) (cần|gồm|có|bao gồm|ra sao|thế nào|như thế nào|sao) (những|) (gì|chi|j|); (thành phần|bộ|danh mục) hồ sơ;
    giấy tờ (gồm|cần|phải) (những|) (gì|chi|j); giấy tờ (gì|chi|j); giấy tờ nào; cần (gì|chi|j); cần (những|mấy) (gì|giấy|thứ); cần chuẩn bị;
    cần đem; cần mang; giấy (gì|chi|j); giấy tờ nhiều (không|ko|k|hông); bản chính hay bản sao; mấy bộ; phải đem (những|) (gì|chi)`,
    [
      "đi đăng ký xe phải mang theo những gì",
      "cần j vậy ad",
      "đem gì theo hả con",
      "cần mấy giấy hả em",
      "giấy tờ nhiều hông con",
    ],
    ["giấy này có giá trị bao lâu", "nộp giấy ở đâu"],
  ),
  time: phraseRow(
    `(mấy|bao nhiêu|nhiêu|bn) (ngày|bữa|hôm|lâu|tuần) (thì|mới|) (giải quyết|xong|trả|có|lấy|được|);
    (mất|tốn|hết|trong|chờ|đợi|khoảng|tầm|phải chờ|chừng|cỡ|) (bao lâu|mấy ngày|bao nhiêu ngày|nhiêu ngày|nhiêu bữa|mấy bữa|mấy hôm|mấy tuần|mấy tháng|mấy tiếng|bao nhiêu lâu|bao nhiêu thời gian|bn lâu|bn ngày);
    (khi nào|bao giờ|chừng nào|bữa nào|hôm nào|ngày nào|khi mô|chừng mô|lúc nào|đến bao giờ|tới chừng nào|ngày mấy) (thì|mới|) (có|lấy|xong|nhận|được|trả|lấy được|có kết quả|nhận được|có giấy|được nhận|được lấy|tới lấy|ra lấy|lên lấy);
    (có|được|lấy|nhận) (liền|ngay|trong ngày|luôn) (không|ko|k|hông|hong|hok); khi mô có; hẹn mấy ngày; lấy liền; lấy ngay; trong ngày;
    (có|) lâu (không|hông|hong|hok|hem|ko|k|lắm không|lắm hông|hơn không|hơn ko|hơn); lâu mau; lâu hay mau; có nhanh (không|hông|ko|k);
    thời hạn; bao lâu thì xong; bao lâu có; ngày làm việc; nhanh nhất; thời gian`,
    [
      "làm căn cước ở đâu lâu hông con",
      "mấy bữa có",
      "chừng nào lấy được vậy",
      "bn ngày thì xong",
      "khi mô thì có giấy",
    ],
    ["giấy này dùng được mấy năm", "làm ở đâu vậy"],
  ),
  fee: phraseRow(
    `(tốn|mất|hết|đóng|nộp|trả|thu|lấy|tính|phải đóng|phải trả|phải nộp|tốn kém|) (bao nhiêu|bao nhiu|nhiêu|nhiu|mấy|bn) (tiền|đồng|phí|lệ phí|nghìn|ngàn|trăm|xu|chục);
    (có|phải|) (mất|tốn|đóng|trả|nộp|thu) (tiền|phí|lệ phí|xu|đồng);
    (phí|lệ phí|giá|chi phí|mức thu|tiền|tiền nong) (là|hết|) (bao nhiêu|nhiêu|nhiu|bn|thế nào|ra sao); lệ phí; phí; tiền nong;
    (mất|tốn|hết|đóng|trả|thu|lấy) (bao nhiêu|bao nhiu|nhiêu|nhiu|bn|mấy đồng|mấy trăm|mấy ngàn|mấy chục); giá; mức thu;
    (bao nhiêu|nhiêu|bn) (một|1) (bản|tờ|trang|thẻ|cái|lần|người|xe|giấy); giá cả; tốn kém; (tính|thu|đóng|trả) tiền; bao nhiêu một; (có|) (mắc|đắt) (không|hông|hong|hok|ko|lắm không|lắm hông); rẻ hơn;
    tốn (kém|gì|chi|) (không|ko|k|hông|hong|hok); (tiền|phí|lệ phí) (có|) (khác|chênh|bớt|giảm) (nhau|) (không|ko|hông|thế nào|ra sao|sao|bao nhiêu|chỗ nào)`,
    [
      "ra đâu đóng nhiêu con",
      "tốn nhiêu vậy em",
      "hết bn hả ad",
      "mấy đồng một bản, mất nhiêu",
      "có mắc hông con",
      "tiền nong sao em",
      "nộp chi, tốn không",
      "thẻ hai năm với ba năm tiền khác nhau thế nào",
    ],
    ["đóng bảo hiểm được mấy năm rồi", "nộp hồ sơ mấy bộ"],
  ),
  place: phraseRow(
    `(nộp|làm|đăng ký) (ở|tại|qua|bên) (phường|xã|nơi|chỗ|quận|thành phố) khác;
    (ở|tại|ra|lên) (xã|phường) hay (là|) (ở|tại|ra|lên|) (xã|phường|công an|huyện|tỉnh|sở);
    (ở|tại|ra|lên|) (tỉnh|huyện|sở|công an) hay (là|) (ở|tại|ra|lên|) (xã|phường|huyện|công an);
    (ở|tại|nộp ở|nộp tại) (xã|phường|công an) (nào|của ai|nơi nào);
    (tại|ở|đến|tới|lên|ra|qua|về|nộp|gửi|vô|vào) (cơ quan|đơn vị|sở|phòng|phường|xã|chỗ|nơi|cửa|quầy|công an|văn phòng) (nào|mô);
    (nộp|làm|xin|lấy|đăng ký|gửi|mang|đem|khai|đóng|báo|sửa|đổi) (hồ sơ|giấy|đơn|) (ở đâu|tại đâu|chỗ nào|chỗ mô|nơi nào|đi đâu|cho ai|với ai|đến đâu|tới đâu|ở mô|đâu);
    (ra|lên|đến|tới|đi|vô|vào) (phường|xã|đâu|mô|công an|chỗ nào|chỗ mô|ủy ban); ở đâu; ở mô; nơi nộp; chỗ nào; chỗ mô; nơi nào; bên nào;
    cơ quan nào giải quyết; tại đâu; địa chỉ; gặp ai; kiếm ai; ai cấp; cơ quan nào cấp; ai giải quyết;
    nơi tiếp nhận; cơ quan giải quyết; thẩm quyền; đâu làm; nơi làm; nộp đâu; làm đâu; phường nào; xã nào;
    phải ra`,
    ["ra đâu làm vậy con", "nộp đâu ad", "lên chỗ mô nộp rứa", "ra tỉnh hay ra xã hả em"],
    ["giấy đó để làm gì", "mấy ngày có kết quả"],
  ),
  methods: phraseRow(
    `(nộp|làm|đăng ký|xin|khai|gửi|đk) (qua|trên|bằng|) (online|onl|trực tuyến|qua mạng|trên mạng|mạng|bưu điện|bưu chính|vneid|cổng dịch vụ công|điện thoại|đt|app|tại nhà);
    (có|) (phải|cần) (đến|lên|ra|đi) (tận nơi|trực tiếp|tận phường|tận xã); online; onl; trực tuyến; qua mạng;
    trên mạng; cách nộp; cách thức; hình thức nộp; bưu điện; bưu chính; nộp qua; nộp trực tiếp; có cần đi;
    (ngồi|nằm|) (ở|tại|) nhà (làm|nộp|khai|đăng ký); ngồi nhà; ở nhà; tại nhà; cách nào; cổng dịch vụ công; dịch vụ công trực tuyến; hình thức nào;
    (qua|trên|bằng) (app|vneid|điện thoại|đt|zalo|mạng); khỏi (ra|lên|đi|phải ra|phải lên|phải đi) (xã|phường|công an|tỉnh|đâu|tận nơi|)`,
    [
      "ngồi nhà làm được k",
      "nộp qua mạng đc ko ad",
      "làm trên điện thoại được hông",
      "gửi bưu điện được không em",
    ],
    ["nhà em ở phường khác", "mất bao lâu"],
  ),
  steps: phraseRow(
    `(làm|thực hiện|đăng ký|xin|tiến hành|khai|đổi|nộp|đk) (thế nào|ra sao|làm sao|như thế nào|sao|kiểu gì|kiểu chi|răng|cách nào); các bước;
    trình tự; quy trình; hướng dẫn; cách làm; thế nào; ra sao; mấy bước; bước nào; làm như nào;
    cách đăng ký; bắt đầu từ đâu; lần lượt làm; làm gì trước`,
    ["làm kiểu gì vậy em", "quy trình mấy bước", "xin răng rứa"],
    ["nộp ở đâu", "phí bao nhiêu một bản"],
  ),
  result: phraseRow(
    `(nhận|được|được cấp|được nhận|lấy|trả) (được|về|) (giấy tờ|văn bản|thông báo|quyết định|giấy) (gì|nào|chi);
    (kết quả|kq) là (giấy|giấy tờ|cái|) (gì|chi);
    (nhận|được|được cấp|được nhận|lấy) (được|) (giấy|giấy tờ|kết quả|cái) (gì|chi); được nhận gì;
    nhận được những gì; nhận về cái gì; kết quả; nhận được gì; được cấp gì; cấp giấy gì`,
    ["xong thì nhận được giấy gì", "kết quả là giấy chi", "được cấp giấy gì"],
    ["cần giấy gì", "nộp giấy ở đâu"],
  ),
  legal: phraseRow(
    `(theo|căn cứ|dựa) (vào|) (luật|nghị định|thông tư|văn bản|quy định) (nào|gì);
    (luật|nghị định|thông tư|văn bản) (nào|gì) (quy định|điều chỉnh|hướng dẫn); căn cứ; luật nào;
    nghị định nào; thông tư nào; quy định ở đâu; cơ sở pháp lý; quy định nào`,
    ["theo luật nào vậy", "căn cứ nghị định nào", "thông tư nào quy định mức này"],
    ["phí bao nhiêu", "nộp văn bản ở đâu"],
  ),
  conditions: phraseRow(
    `(báo|khai báo|thông báo) (cho|) (công an|phường|xã|) (lúc nào|khi nào|lúc mấy giờ|trước mấy giờ|mấy giờ|trước lúc nào);
    (có|) (được|cho phép) (làm|đăng ký|xin|nộp) (không|ko|hông|hok);
    (trước|trong vòng|trong) (bao nhiêu|mấy) (ngày|giờ|tháng|tiếng);
    (ai|người nào|trường hợp nào) (được|thì được|mới được); trước bao lâu; trong vòng bao lâu;
    hạn chót là mấy giờ; điều kiện; yêu cầu; có được không; có được làm; được phép không; tuổi; đủ (tuổi|điều kiện)`,
    ["điều kiện ra sao", "có được làm không em", "phải báo trước mấy giờ"],
    ["nộp ở đâu", "mất bao lâu"],
  ),
  audience: phraseRow(
    `(ai|những ai|đối tượng nào|người nào) (được|có quyền|có thể|thì được) (đề nghị|cấp|nhận|);
    (ai|những ai|đối tượng nào|người nào) (được|phải|có thể|cần) (làm|nộp|đi|đăng ký|hưởng|xin);
    đối tượng; dành cho ai; áp dụng cho ai; ai đi làm; ai nộp; ai làm được; đi thay; làm thay; nộp thay`,
    ["những ai được làm", "thủ tục này dành cho ai", "đối tượng nào phải đăng ký"],
    ["phí bao nhiêu", "gặp cán bộ ở đâu"],
  ),
  forms: phraseRow(
    `(mẫu|đơn|tờ khai|biểu mẫu) (nào|gì|chi|số mấy|số bao nhiêu);
    (dùng|điền|tải|lấy|viết|khai) (mẫu|đơn|tờ khai|biểu mẫu) (nào|gì|chi|ở đâu); mẫu đơn; tờ khai; biểu mẫu;
    tải mẫu; form`,
    ["dùng mẫu nào", "tải tờ khai ở đâu", "điền đơn chi rứa"],
    ["phí bao nhiêu", "mấy ngày có"],
  ),
};
