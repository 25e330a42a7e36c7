/** What words of a question signal, apart from its topic. Data: add a phrase with diacritics; matching also finds it
 *  without. Phrases are separated by ";", and "(a|b|)" stands for each of its alternatives, the empty one too. */
import { expandPatterns } from "./patterns.ts";

export interface CueRow {
  /** Taken out of the topic; the others stay searchable. */
  consumed: boolean;
  phrases: readonly string[];
}

const taken = (patterns: string): CueRow => ({ consumed: true, phrases: expandPatterns(patterns) });
const kept = (patterns: string): CueRow => ({ consumed: false, phrases: expandPatterns(patterns) });

export const CUES = {
  // ── what is asked about a task ─────────────────────────────────────────────
  lead: taken(`(đơn vị|cơ quan|sở|bên|ngành|phòng) nào (làm|lo|chủ trì|phụ trách|đảm nhiệm|đảm nhận|triển khai|thực hiện|quản lý|xây dựng|chịu trách nhiệm|đứng ra|đứng đầu|cầm trịch);
    (thuộc|do|giao|giao cho|của) (ai|sở nào|cơ quan nào|đơn vị nào|bên nào|ngành nào|phòng nào);
    ai (làm|lo|chủ trì|phụ trách|đảm nhiệm|đảm nhận|triển khai|thực hiện|quản lý|xây dựng|chịu trách nhiệm|đứng ra|cầm trịch|gánh|quản|là đầu mối|làm đầu mối|vận hành);
    chủ trì; đồng chủ trì; cùng chủ trì; đơn vị chủ trì; cơ quan chủ trì; làm chủ trì; đầu mối; làm đầu mối; đứng đầu; đứng ra làm;
    phụ trách; chịu trách nhiệm chính; đơn vị nào chính; thuộc về ai; lãnh đạo thực hiện; đảm nhiệm;
    chủ trì chính; chủ chì; ai là đơn vị; dẫn đầu thực hiện; cầm trịch; đứng mũi chịu sào`),
  coordinating:
    taken(`(ai|đơn vị nào|cơ quan nào|sở nào|những ai|bên nào) (cùng|phụ|phối hợp|hỗ trợ|tham gia|làm cùng|phụ giúp|hợp tác);
    phối hợp (với|cùng|thực hiện); phối hợp; đơn vị phối hợp; cơ quan phối hợp; cùng phối hợp; phụ giúp;
    đơn vị hỗ trợ; tham gia phối hợp; cùng làm với; làm cùng; phối hợp với ai; phụ việc; phối kết hợp;
    hỗ trợ thực hiện; ai cùng làm; cùng tham gia`),
  askWho:
    taken(`ai; đơn vị nào; cơ quan nào; sở nào; ngành nào; bên nào; những ai; những sở nào; những cơ quan nào;
    những đơn vị nào; các sở nào; cơ quan gì; đơn vị gì`),
  askWhen: taken(`(tới|đến|vào|trong|hết|trước|từ) (năm|ngày|tháng|lúc|hồi) (nào|mấy);
    (hạn|thời hạn|thời gian) (là|) (khi nào|bao giờ|năm nào|chừng nào|đến đâu|đến khi nào|tới khi nào|tới năm nào|đến năm nào);
    (khi nào|bao giờ|chừng nào|hồi nào|năm nào) (phải|thì|mới|) (xong|hoàn thành|kết thúc|làm xong|đi vào vận hành|vận hành|triển khai|có);
    thời gian; làm tới năm nào; khi nào; bao giờ; chừng nào; hồi nào; khi mô; lúc nào; ngày nào; năm nào;
    tháng nào; hạn; thời hạn; deadline; đét lai; hạn chót; hạn cuối; thời gian hoàn thành;
    thời gian thực hiện; mốc thời gian; mốc hoàn thành; đến hạn; phải xong; phải hoàn thành; tới khi nào;
    đến khi nào; ngày mấy; giai đoạn nào; kỳ nào; trong bao lâu; thời gian nào; lúc mấy; năm mấy;
    thời hạn hoàn thành; hạn hoàn thành; hạn xong; xong khi nào; làm xong; mốc nào; trong thời gian nào;
    hạn định`),
  askList:
    taken(`(làm|lo|gánh|đảm nhận|đảm nhiệm|nhận|phụ trách|chủ trì|phối hợp|lãnh|ôm) (những|các|) (gì|việc gì|cái gì|việc nào|nhiệm vụ gì|nhiệm vụ nào|chuyện gì|công việc gì|công việc nào|phần nào|phần gì|đầu việc nào);
    (giao|phân công|phân) (cho|) (những|các|) (gì|việc gì|cái gì|việc nào|nhiệm vụ gì|nhiệm vụ nào|chuyện gì|công việc gì|phần việc gì);
    có (những|các|) (nhiệm vụ|việc|đầu việc|công việc) (gì|nào); phải làm cái gì; phải làm gì;
    được phân công gì; được phân công việc gì; được phân công nhiệm vụ gì; trong đó có gì; những gì; nhiệm vụ nào;
    những nhiệm vụ nào; nhiệm vụ gì; những nhiệm vụ gì; các nhiệm vụ; những nhiệm vụ; danh sách; danh mục;
    liệt kê; kể tên; phải làm những gì; việc gì; những việc gì; việc nào; những việc nào; được giao gì;
    được giao những gì; được giao việc gì; cái nào; những cái nào; phần việc; công việc gì;
    những công việc; kê ra; nêu các; cho xem các; gồm những gì; có những gì; gồm những nhiệm vụ;
    toàn bộ nhiệm vụ; tất cả nhiệm vụ; tất cả các nhiệm vụ; hết các nhiệm vụ; đầu việc nào; những đầu việc;
    các đầu việc; làm mấy việc; các việc; những việc; nhiệm vụ của; việc của; trách nhiệm gì trong phụ lục`),
  askCount:
    taken(`(bao nhiêu|mấy|nhiêu) (nhiệm vụ|việc|đầu việc|công việc|cái|dòng|hạng mục|đầu mục|mục việc);
    (chủ trì|phối hợp|làm|lo|được giao|gánh|có) (bao nhiêu|mấy|nhiêu); tổng số nhiệm vụ; số lượng nhiệm vụ;
    tổng cộng bao nhiêu; đếm; số nhiệm vụ; tổng bao nhiêu; bao nhiêu tất cả; tất cả mấy; tổng số`),
  /** Who leads, coordinates or is given nothing. */
  none: taken(`không chủ trì; không phối hợp; không được giao; không có nhiệm vụ nào; không phải chủ trì;
    chưa được giao; không có việc nào; không làm gì; không bị giao`),
  /** Does the plan name this agency at all? */
  isNamed: taken(`có tên; được nêu; được nhắc; có mặt; có nằm trong; có thuộc`),
  /** A person in office, whom the plan doesn't name. */
  official:
    kept(`chủ tịch thành phố; chủ tịch tỉnh; chủ tịch ubnd tỉnh; phó chủ tịch tỉnh; bí thư; bí thư tỉnh ủy; giám đốc sở; lãnh đạo sở;
    trưởng phòng; chủ tịch phường; chủ tịch xã; chánh văn phòng; người đứng đầu sở; chủ tịch; giám đốc`),
  isWho: taken(
    `ai (đang|hiện|hiện đang|) (làm|giữ chức|giữ); là ai; ai là; tên gì; tên là gì; tên ai; ông nào; bà nào; là người nào; tên của`,
  ),
  askYesNo: taken(
    `có phải; phải không; đúng không; có đúng; có tham gia; có được giao; hay không; có không; à không phải`,
  ),
  /** "cái nào xong trước": two subjects in one question. */
  whichOne: taken(
    `đơn vị nào; cơ quan nào; cái nào; bên nào; đứa nào; nhiệm vụ nào trong hai; việc nào trước; sở nào; ai`,
  ),
  /** "sở nào nhiều hơn": agencies compared. */
  moreThan: taken(`(nhiều|ít) (việc|nhiệm vụ|đầu việc|) hơn; nặng hơn; hơn`),
  /** What is fined and how much, which no source holds. */
  penalty: taken(
    `mức phạt; tiền phạt; (bị|) (xử|) phạt (bao nhiêu|thế nào|ra sao|không|gì); phạt bao nhiêu; xử phạt; bị phạt`,
  ),
  /** How to reach an office, which no source holds. */
  contact:
    taken(`số điện thoại; điện thoại; địa chỉ; email; trụ sở; đường dây liên hệ; liên hệ; số máy; (cho xin|xin|cho|lấy) (số di động|số phone|sđt|số dt|số đt); số di động; website;
    fanpage`),
  /** A duty of citizens, and none of an agency. */
  service: kept(`nghĩa vụ quân sự; nghĩa vụ công an`),
  /** Records that authorities keep: no papers to hand in. */
  digitalRecord: kept(`hồ sơ (số|sức khỏe|bệnh án|công việc|điện tử|học tập)`),
  /** A thing, and no question how to reach an office. */
  telephone: kept(`điện thoại thông minh; điện thoại di động`),
  compare:
    taken(`khác đơn vị; khác cơ quan; khác đơn vị chủ trì; có khác; khác hay giống; so sánh; so với; khác nhau;
    khác gì; khác gì nhau; giống nhau; giống và khác; phân biệt; đối chiếu; khác biệt; khác chỗ nào;
    khác nhau thế nào; có gì khác; khác như thế nào; khác ra sao; giống hay khác`),
  /** Is what was named one task or two? */
  whetherOne:
    taken(`(là|) (một|1) hay (là|) (hai|2) (nhiệm vụ|việc|đầu việc|dự án|); (là|) (hai|2) hay (là|) (một|1) (nhiệm vụ|việc|đầu việc|dự án|);
    (là|có phải|) (cùng|chung) (một|1) (nhiệm vụ|việc|đầu việc|dự án); là (hai|2) (nhiệm vụ|việc) (khác nhau|riêng)`),
  earliest:
    taken(`sớm nhất; gần nhất; trước nhất; đầu tiên hết hạn; hết hạn trước; đến hạn trước; hạn trước; gấp nhất;
    hạn gần nhất; xong sớm nhất; làm trước; đến hạn sớm`),
  latest: taken(
    `muộn nhất; trễ nhất; sau cùng; cuối cùng; dài nhất; hạn xa nhất; xong sau; chậm nhất; lâu nhất`,
  ),
  most: taken(`(sở|cơ quan|đơn vị|bên|ngành|ai) (nào|) (chủ trì|làm|gánh|được giao|lo|phối hợp) (nhiều|ít) (việc|nhiệm vụ|đầu việc|) nhất;
    nhiều nhất; nhiều (thứ|hạng) (nhì|hai|ba|tư); nhiều (việc|nhiệm vụ) (thứ|hạng) (nhì|hai|ba|tư); nhiều nhiệm vụ nhất; nhiều việc nhất; nhiều đầu việc nhất; ít nhiệm vụ nhất; ít việc nhất;
    mỗi cơ quan; từng cơ quan; từng sở; mỗi sở; thống kê theo cơ quan; mỗi đơn vị; từng đơn vị;
    xếp hạng cơ quan`),
  named: taken(`đích danh; ghi tên; nêu tên; đứng tên; tên riêng; riêng; ghi rõ tên; trực tiếp; được nêu tên;
    được ghi tên; nêu đích danh; giao riêng`),
  collective:
    taken(`giao chung; chung cho tất cả; tập thể; làm chung; chung; theo nhóm chung; cùng tất cả; cùng các sở;
    chung cho các sở; giao chung cho`),
  yearly: taken(`hàng năm; hằng năm; mỗi năm; thường niên; năm nào cũng; lặp lại hàng năm; làm hàng năm;
    định kỳ hàng năm; từng năm; năm nào cũng phải làm; lặp lại mỗi năm`),
  ongoing: taken(`thường xuyên; liên tục`),
  recurring: taken(`định kỳ; lặp lại; lặp đi lặp lại; không có hạn cuối; không có năm kết thúc`),
  due: taken(`hoàn thành; xong; kết thúc; hạn; đến hạn; thời hạn; hết hạn; phải xong; trước năm; chậm nhất; hạn chót;
    cán đích; làm xong; deadline; hạn cuối`),
  start: taken(`bắt đầu; khởi động; khởi đầu`),
  overdue: taken(`quá hạn; hết hạn; trễ hạn; còn hạn; đã qua hạn; hết thời hạn; đã hết hạn; quá thời hạn;
    còn hiệu lực thời gian; trễ chưa; quá hạn chưa; hết hạn chưa; còn hạn không; trễ`),
  completion:
    taken(`(xong|làm|triển khai|hoàn thành|vận hành|đạt|thực hiện|đưa vào sử dụng|có) (xong|) (chưa|hay chưa|rồi chưa);
    (đến|tới|làm đến|làm tới) đâu rồi; đã xong chưa; đã hoàn thành; đã làm chưa; tiến độ;
    kết quả thực hiện tới đâu; đã triển khai chưa; đã có chưa; có hoàn thành không; đã đạt chưa;
    đạt được chưa; xong hết chưa; bao nhiêu phần trăm rồi; làm đến đâu; làm tới đâu; đã vận hành;
    có kịp không; chưa hoàn thành; tình hình thực hiện; đã thực hiện xong; có xong không;
    đã đưa vào sử dụng chưa; ai chưa làm; hoàn thành bao nhiêu; đã xong; đang làm tới đâu; có đạt không;
    kết quả ra sao`),
  // ── objects of the plan ────────────────────────────────────────────────────
  task: taken(`nhiệm vụ; nhiệm vụ số; đầu việc; dự án; hạng mục; công việc; task; nhiệm vụ trọng tâm; việc`),
  group: taken(`nhóm; nhóm nhiệm vụ; lĩnh vực; mảng`),
  appendix: taken(`phụ lục; bảng phụ lục; trong phụ lục; ở phụ lục`),
  body: taken(
    `thân kế hoạch; phần thân; phần lời; nội dung kế hoạch; thân văn bản; phần giải pháp; mục giải pháp`,
  ),
  plan: taken(`văn bản (đó|ấy|trên|này); kế hoạch này; kế hoạch 2704; quyết định 2704; kế hoạch; quyết định này; quyết định; văn bản này; 2704; kế hoạch chuyển đổi số; kế hoạch chính quyền số; kế hoạch chính quyền điện tử;
    kế hoạch của tỉnh; tài liệu này; bản kế hoạch`),
  target:
    taken(`(đạt|phải đạt|cần đạt|phấn đấu đạt) (bao nhiêu|mấy|mức nào|tỷ lệ nào); (bao nhiêu|mấy) (phần trăm|%);
    mục tiêu; chỉ tiêu; kpi; tỷ lệ bao nhiêu; phần trăm; %; chỉ tiêu nào; mục tiêu nào; đạt tỷ lệ; tỷ lệ;
    phấn đấu; đạt mức; đặt ra`),
  duty: taken(`trách nhiệm; nghĩa vụ; trách nhiệm gì; tổ chức thực hiện; nhiệm vụ ngoài phụ lục; ngoài phụ lục;
    trách nhiệm của; vai trò; vai trò gì; được phân công; phân công`),
  report:
    kept(`(báo cáo|gửi báo cáo|nộp báo cáo) (định kỳ|năm|quý|tháng|kết quả); báo cáo; gửi báo cáo; nộp báo cáo;
    sơ kết; tổng kết; báo cáo 6 tháng; chế độ báo cáo`),
  ownPlan:
    kept(`ban hành kế hoạch; kế hoạch riêng; kế hoạch của đơn vị; kế hoạch của ngành; kế hoạch triển khai của;
    lập kế hoạch; xây dựng kế hoạch riêng; kế hoạch của cơ quan; kế hoạch tổ chức triển khai;
    kế hoạch của địa phương; ra kế hoạch; gửi kế hoạch; nộp kế hoạch; kế hoạch cụ thể; có kế hoạch riêng;
    làm kế hoạch; ban hành kế hoạch của mình`),
  // ── facts of the document ──────────────────────────────────────────────────
  signer:
    taken(`(ai|ông nào|bà nào|người nào|lãnh đạo nào) (đã|là người|) (ký|kí|ký ban hành|ký duyệt|ký tên);
    chức vụ của người ký; chức vụ người ký; người ký là ai; người ký giữ chức; người ký; ký bởi; do ai ký;
    chữ ký của ai; ai phê duyệt; ai duyệt; ký tên`),
  issued:
    taken(`(ban hành|ký|ra đời|có) (từ|vào|) (ngày nào|khi nào|năm nào|bao giờ|hồi nào|lúc nào|ngày mấy|ngày tháng năm nào|bữa nào);
    ký ngày; ban hành ngày; ngày ban hành; ngày ký; ra ngày nào; ngày tháng ban hành; ký hôm nào; ra khi nào; được ký`),
  issuer:
    taken(`ai ban hành; cơ quan ban hành; cơ quan nào ban hành; do ai ban hành; đơn vị nào ban hành; nơi ban hành;
    bên nào ban hành`),
  number: taken(`số hiệu; số bao nhiêu; số mấy; số văn bản; số quyết định; số ký hiệu; quyết định số mấy;
    quyết định nào`),
  effect:
    taken(`hiệu lực; có hiệu lực; hiệu lực từ; bắt đầu hiệu lực; hiệu lực thi hành; áp dụng từ; có giá trị từ;
    còn hiệu lực; hết hiệu lực`),
  legalBasis: taken(`căn cứ pháp lý; căn cứ; căn cứ nào; dựa trên văn bản nào; cơ sở pháp lý; căn cứ vào đâu;
    dựa vào văn bản nào; dựa vào đâu; viện dẫn; căn cứ ban hành`),
  executors: taken(`thi hành; chịu trách nhiệm thi hành; trách nhiệm thi hành; ai thi hành; ai phải thi hành;
    ai phải thực hiện quyết định`),
  proposal:
    taken(`trình kế hoạch; tờ trình số; tờ trình nào; trình bằng; bằng tờ trình; ai đề nghị; ai trình; tờ trình;
    theo đề nghị của ai; đơn vị trình; cơ quan trình; ai đề xuất; theo đề nghị; do ai tham mưu;
    ai tham mưu`),
  recipients: taken(
    `gửi (cho|tới|đến|về|) (những|các|) (ai|đâu|nơi nào|cơ quan nào|đơn vị nào|chỗ nào); nơi nhận`,
  ),
  structure:
    taken(`cấu trúc (của|kế hoạch|thế nào|ra sao|gồm); mấy phần; bố cục; mấy mục; gồm mấy; bao nhiêu nhóm;
    mấy nhóm; gồm những phần nào; gồm những mục nào; các nhóm nào; những nhóm nào; chia thành; chia làm;
    nhóm nào; có những nhóm; bao nhiêu phần chính`),
  title: taken(`tên đầy đủ; tên gọi; tên văn bản; tiêu đề; trích yếu; tên là gì; về việc gì; nói về cái gì;
    nội dung chính; là văn bản gì; quyết định gì; là kế hoạch gì; là gì vậy`),
  article: taken(`điều 1; điều 2; điều 3; điều một; điều hai; điều ba`),
  // ── agencies ───────────────────────────────────────────────────────────────
  successor:
    taken(`(việc|chức năng|nhiệm vụ) (giờ|nay|) (về|thuộc|chuyển về) (sở nào|đâu|cơ quan nào); sau (khi|) (sắp xếp|sáp nhập|hợp nhất|sát nhập); (tên mới|tên gọi mới); (giờ|hiện nay|nay|bây giờ) (việc|) (về|thuộc) (sở nào|đâu|cơ quan nào); (bây giờ|giờ|hiện nay|nay|hiện tại|hiện giờ) (là|thành|thuộc|do|ai|nhập|gộp|về|gọi là|tên) (sở nào|cơ quan nào|đâu|gì|);
    (nhập|sáp nhập|gộp|chuyển|đổi|hợp nhất) (vào|vô|về|với|thành|chung với|sang) (đâu|sở nào|cơ quan nào|bên nào|ai|gì);
    sáp nhập; sát nhập; đổi tên; đổi thành; còn không; còn tồn tại; thành sở nào; nhập vào; hợp nhất;
    thay thế; kế thừa; còn hoạt động; giải thể; sau sáp nhập; gộp; gộp vào; chuyển thành;
    thành cơ quan nào; còn hay không; bây giờ ra sao; giờ ra sao; giờ sao; (bây giờ|giờ|hiện nay|nay) (gồm|gồm cả|bao gồm|có cả|là cả); bỏ chưa; nhập với; nay do ai`),
  ownAgency:
    taken(`(cơ quan|đơn vị|sở|huyện|phòng|chỗ|bên) (của|) (tôi|mình|em|tụi em|chúng tôi|chúng em|tụi tôi);
    nhiệm vụ của tôi; nhiệm vụ của mình; nhiệm vụ của em; việc của tôi; việc của mình; việc của em;
    (tôi|em|mình|anh|chị|tụi em|tụi mình|chúng tôi|chúng em|bọn em|bên em|bên tôi) (phải|cần) (làm|thực hiện|lo) (gì|những gì|việc gì|những việc gì); chúng tôi; chúng ta; tụi tôi; tụi mình; bọn mình`),
  iAm: taken(`(tôi|em|mình|anh|chị) (là|đang|hiện|) (cán bộ|công chức|viên chức|chuyên viên|nhân viên|làm|công tác|làm việc) (ở|tại|bên|của|);
    tôi ở; em ở; mình ở; tôi thuộc; tôi bên; em bên; mình bên; tôi đang ở`),
  everyone:
    taken(`các sở ban ngành địa phương; các sở ban ngành và địa phương; các sở ban ngành; sở ban ngành;
    các sở ngành; sở ngành; tất cả các sở; mọi cơ quan; tất cả cơ quan; mọi sở; tất cả đơn vị;
    sở ban ngành địa phương`),
  locals: taken(`các địa phương; địa phương; các huyện; cấp huyện; ubnd cấp huyện; ủy ban nhân dân các huyện;
    các huyện thị xã thành phố; huyện; ubnd huyện; ủy ban nhân dân huyện; ubnd các huyện;
    ủy ban nhân dân cấp huyện`),
  communes:
    taken(`cấp xã; ubnd xã; ubnd phường; ủy ban nhân dân xã; ủy ban nhân dân phường; các xã; phường xã; xã phường;
    ủy ban nhân dân cấp xã; ubnd cấp xã`),
  // ── procedures ─────────────────────────────────────────────────────────────
  procedure: taken(
    `nộp hồ sơ; nộp; thủ tục; thủ tục hành chính; thủ tục gì; làm thủ tục; làm giấy; xin giấy; dịch vụ công`,
  ),
  aspectDocuments:
    taken(`(cần|phải|) (chuẩn bị|mang|đem|nộp|có|cầm|xuất trình|đưa|kèm|trình) (theo|) (những|các|) (gì|giấy gì|giấy tờ gì|giấy nào|giấy tờ nào|hồ sơ gì|cái gì|thứ gì|giấy má gì);
    (cần|phải có) (những|các|) (giấy|giấy tờ|hồ sơ|giấy má) (gì|nào);
    hồ sơ (cần|gồm|có|bao gồm|ra sao|thế nào|như thế nào) (những|) (gì|); (thành phần|bộ|danh mục) hồ sơ;
    giấy tờ (gồm|cần|phải) (những|) gì; giấy tờ gì; giấy tờ nào; cần gì; cần những gì; cần chuẩn bị;
    cần đem; cần mang; những giấy gì; giấy gì; bản chính hay bản sao; mấy bộ`),
  /** The bare word: asks for the papers only when nothing else is asked ("hồ sơ khai sinh nộp ở đâu"). */
  papers: taken(`hồ sơ; giấy tờ; bộ hồ sơ; giấy má`),
  aspectTime:
    taken(`(mấy|bao nhiêu) ngày (thì|mới|) (giải quyết|xong|trả|có); (mất|tốn|hết|trong|chờ|đợi|khoảng|tầm|phải chờ|bao lâu|) (bao lâu|mấy ngày|bao nhiêu ngày|nhiêu ngày|mấy bữa|mấy hôm|mấy tuần|mấy tháng|mấy tiếng|bao nhiêu lâu);
    (khi nào|bao giờ|chừng nào|bữa nào|hôm nào|ngày nào) (thì|mới|) (có|lấy|xong|nhận|được|trả|lấy được|có kết quả|nhận được|có giấy|được nhận);
    (có|được) (liền|ngay|trong ngày) (không|ko); khi mô có; hẹn mấy ngày; mấy ngày xong; mấy ngày có;
    thời hạn giải quyết; thời gian giải quyết; lấy liền; lấy ngay; trong ngày; thời hạn; bao lâu thì xong;
    bao lâu có; ngày làm việc; nhanh nhất; thời gian`),
  aspectFee:
    taken(`(tốn|mất|hết|đóng|nộp|trả|thu|phải đóng|phải trả|phải nộp|tốn kém|) (bao nhiêu|nhiêu|mấy) (tiền|đồng|phí|lệ phí|nghìn|ngàn|trăm);
    (có|phải|) (mất|tốn|đóng|trả|nộp|thu) (tiền|phí|lệ phí);
    (phí|lệ phí|giá|chi phí|mức thu|tiền) (là|) (bao nhiêu|nhiêu|thế nào|ra sao); phải đóng bao nhiêu;
    lệ phí; phí; mất bao nhiêu; tốn bao nhiêu; (tốn|mất|hết) nhiêu; chi phí; giá; đóng bao nhiêu; miễn phí; trả bao nhiêu;
    mức phí; mức thu; hết bao nhiêu; bao tiền; tiền lệ phí; tốn kém; bao nhiêu một; thu bao nhiêu;
    tiền công; hết nhiêu; tiền`),
  aspectPlace:
    taken(`(nộp|làm|đăng ký|) (ở|tại|qua|bên) (phường|xã|nơi|chỗ|quận|thành phố) khác; (ở|tại|ra|lên) (xã|phường) hay (là|) (ở|tại|ra|lên|) (xã|phường|công an|huyện|tỉnh|sở); (ở|tại|nộp ở|nộp tại) (xã|phường|công an) (nào|của ai|nơi nào); (tại|ở|đến|tới|lên|ra|qua|về|nộp|gửi) (cơ quan|đơn vị|sở|phòng|phường|xã|chỗ|nơi|cửa|quầy|công an) nào;
    (nộp|làm|xin|lấy|đăng ký|gửi|mang|đem) (hồ sơ|giấy|đơn|) (ở đâu|tại đâu|chỗ nào|nơi nào|đi đâu|cho ai|với ai|đến đâu|tới đâu);
    (ra|lên|đến|tới|đi|vô|vào) (phường|xã|đâu|công an|chỗ nào|ủy ban); ở đâu; nơi nộp; chỗ nào; nơi nào;
    cơ quan nào giải quyết; tại đâu; địa chỉ; gặp ai; ai cấp; cơ quan nào cấp; ai giải quyết;
    nơi tiếp nhận; cơ quan giải quyết; thẩm quyền; đâu làm; nơi làm; nộp đâu; làm đâu; phường nào; xã nào;
    phải ra; lên phường hay`),
  aspectMethods:
    taken(`(nộp|làm|đăng ký|xin|khai) (qua|trên|bằng|) (online|trực tuyến|qua mạng|trên mạng|bưu điện|bưu chính|vneid|cổng dịch vụ công|điện thoại|tại nhà);
    (có|) (phải|cần) (đến|lên|ra|đi) (tận nơi|trực tiếp|tận phường|tận xã); online; trực tuyến; qua mạng;
    trên mạng; cách nộp; cách thức; hình thức nộp; bưu điện; bưu chính; nộp qua; nộp trực tiếp; có cần đi;
    ở nhà; tại nhà; cách nào; những cách nào; cổng dịch vụ công; dịch vụ công trực tuyến; hình thức nào`),
  aspectSteps:
    taken(`(làm|thực hiện|đăng ký|xin|tiến hành) (thế nào|ra sao|làm sao|như thế nào|sao|kiểu gì|cách nào);
    (quy trình|trình tự|các bước|thủ tục) (thế nào|ra sao|như thế nào|gồm những bước nào|làm sao|gồm mấy bước);
    các bước; trình tự; quy trình; hướng dẫn; cách làm; như thế nào; thế nào; ra sao; mấy bước; bước nào;
    làm như nào; cách đăng ký; trình tự thực hiện; bắt đầu từ đâu; phải làm sao`),
  aspectResult:
    taken(`(nhận|được|được cấp|được nhận|lấy|trả) (được|về|) (giấy tờ|văn bản|thông báo|quyết định|giấy) (gì|nào); (kết quả|kq) là (giấy|giấy tờ|cái|) gì; (nhận|được|được cấp|được nhận|lấy) (được|) (giấy|giấy tờ|kết quả|cái) gì; được nhận gì;
    nhận được những gì; nhận về cái gì; kết quả; nhận được gì; được cấp gì; kết quả là gì; cấp giấy gì;
    kết quả nhận; kết quả thủ tục`),
  aspectLegal: taken(`(theo|căn cứ|dựa) (vào|) (luật|nghị định|thông tư|văn bản|quy định) (nào|gì);
    (luật|nghị định|thông tư|văn bản) (nào|gì) (quy định|điều chỉnh|hướng dẫn); căn cứ pháp lý; căn cứ;
    luật nào; nghị định nào; thông tư nào; quy định ở đâu; cơ sở pháp lý; quy định nào`),
  aspectConditions:
    taken(`(báo|khai báo|thông báo) (cho|) (công an|phường|xã|) (lúc nào|khi nào|lúc mấy giờ|trước mấy giờ|mấy giờ|trước lúc nào);
    (có|) (được|cho phép) (làm|đăng ký|xin|nộp) (không|ko);
    (cần|phải|) (đủ|đáp ứng|có) (những|) (điều kiện|yêu cầu) (gì|nào);
    (trước|trong vòng|trong) (bao nhiêu|mấy) (ngày|giờ|tháng|tiếng);
    (ai|người nào|trường hợp nào) (được|thì được|mới được); trước bao lâu; trong vòng bao lâu;
    hạn chót là mấy giờ; điều kiện là gì; điều kiện; yêu cầu; điều kiện gì; có được không; có được làm;
    cần điều kiện gì; đủ điều kiện; bao nhiêu tuổi; mấy tuổi; được phép không; tuổi`),
  aspectAudience:
    taken(`(ai|những ai|đối tượng nào|người nào) (được|có quyền|có thể|thì được) (đề nghị|cấp|nhận|); (ai|những ai|đối tượng nào|người nào) (được|phải|có thể|cần) (làm|nộp|đi|đăng ký|hưởng|xin); đối tượng;
    dành cho ai; đối tượng nào; áp dụng cho ai; ai đi làm; ai có thể; ai nộp; người nào được; ai làm được;
    đi thay; làm thay; nộp thay`),
  aspectForms:
    taken(`(điền|khai|dùng|viết) (theo|) (mẫu|đơn|tờ khai) (gì|nào|số mấy); (mẫu|đơn|tờ khai|biểu mẫu) (nào|gì|số mấy|số bao nhiêu);
    (dùng|điền|tải|lấy|viết|khai) (mẫu|đơn|tờ khai|biểu mẫu) (nào|gì|ở đâu); mẫu đơn; mẫu tờ khai; tờ khai;
    biểu mẫu; tải mẫu; mẫu đơn nào; form`),
  /** Subjects that no office answers for; they end what was spoken of before. */
  elsewhere:
    kept(`thời tiết; trời (mưa|nắng|nóng|lạnh); giá (vàng|xăng|dầu|đô|gạo|heo); tỷ giá; tỉ giá; kết quả (xổ số|bóng đá); bitcoin;
    bài hát; nấu ăn; món ăn; truyện cười`),
  // ── conversation ───────────────────────────────────────────────────────────
  greeting:
    taken(`có ai ở đó không; có ai không; có ai đó không; có ai trực không; xin chào; chào; chào bạn; hello; hi;
    chào em; chào anh; chào chị; chào trợ lý; alo; a lô; kính chào; chào buổi sáng; chào cả nhà; hey;
    good morning; chào ad`),
  thanks:
    taken(`cảm ơn; cám ơn; thank you; thanks; cảm ơn bạn; cảm ơn nhiều; cám ơn nhiều; tks; thank; cảm ơn nhé;
    đội ơn; cảm ơn em; tốt quá; hay quá; tuyệt vời; ok cảm ơn`),
  goodbye: taken(`tạm biệt; bye; bai bai; chào nhé; hẹn gặp lại; goodbye; thôi nhé; bái bai`),
  about:
    taken(`(bạn|em|mày|bot|trợ lý|ad|đây|cậu) là (ai|gì|cái gì|con gì); (bạn|em|trợ lý) là người (thật|à|hả|không|hay); (bạn|em|mày|trợ lý|bot) (là|) (do|được) (ai|cơ quan nào|đơn vị nào) (lập|lập ra|tạo ra|làm ra|xây dựng|vận hành); (bạn|em|mày|bot|trợ lý|anh|chị|ad|mình) (có phải|phải|là) (là|) (người thật|con người|tổng đài viên|robot|rô bốt|máy|bot|trí tuệ nhân tạo|chatbot);
    (tổng đài viên|nhân viên|cán bộ|người) (thật|) hay (là|) (máy|bot|robot|rô bốt);
    (máy|bot|robot|rô bốt) hay (là|) (người|người thật|nhân viên|tổng đài viên);
    (tổng đài viên|nhân viên|cán bộ|con người) thật (không|hả|à|chứ); là người thật hay; người thật hay là;
    hay là máy; máy trả lời; người trả lời hay máy; có phải máy; ai đang trả lời; đang nói chuyện với máy;
    con người hay máy; bạn là gì; là người hay máy; là người hay robot; có phải người thật; bạn là ai vậy;
    bạn là ai thế; ai tạo ra bạn; ai làm ra bạn; giới thiệu về bạn; trí tuệ nhân tạo à; bạn tên gì;
    tên bạn là gì; bạn là chatgpt; đang nói chuyện với ai; nói chuyện với máy; đang chat với ai; đây là ai;
    có phải ai không; có phải máy không; có phải bot; robot hả; người thật không; là ai đấy;
    trợ lý này là gì; trợ lý số là gì`),
  abilities:
    taken(`(bạn|em|mày|bot|trợ lý|ad) (có thể|) (làm|giúp|hỗ trợ|trả lời|biết|tư vấn) (được|) (tôi|em|mình|cho tôi|) (những|) (gì|việc gì|cái gì|chuyện gì);
    giúp được tôi; giúp được em; giúp được những; làm được những gì; giúp tôi những gì; giúp tôi được gì;
    làm đc gì; hỗ trợ được gì; hỗ trợ được những gì; trả lời được những gì; biết làm gì; hỏi gì được;
    có thể hỏi gì; giúp được gì; hướng dẫn sử dụng; dùng thế nào; hỗ trợ những gì; hỏi được những gì;
    giúp gì được; biết những gì; hỏi những gì`),
  retention:
    taken(`lưu gì; có lưu; lưu trữ gì; lưu bao lâu; lưu lại; giữ lại; dữ liệu của tôi; quyền riêng tư; bảo mật;
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
    nói chuyện với người; cho gặp người; chuyển máy; gặp người; nối máy; muốn gặp cán bộ; gặp ai đó`),
  followUp: taken(
    `thế còn; vậy còn; còn; thế; vậy; vậy thì; thế thì; à còn; thế thì còn; rồi còn; ủa còn; ờ còn`,
  ),
  pronoun:
    taken(`nhiệm vụ này; nhiệm vụ đó; nhiệm vụ ấy; nhiệm vụ trên; việc này; việc đó; cái này; cái đó; cái ấy; nó;
    thủ tục này; thủ tục đó; thủ tục ấy; giấy này; giấy đó; trong đó; trong số đó; trong các nhiệm vụ đó;
    những cái đó; các nhiệm vụ đó; các nhiệm vụ trên; những nhiệm vụ đó; chúng; ở trên; vừa rồi; vừa nêu;
    sở đó; sở này; cơ quan đó; đơn vị đó; mục đó; mục này; cái trên; danh sách đó; danh sách trên;
    mấy cái đó; mấy cái này; mấy việc đó; chỉ tiêu đó; chỉ tiêu này; mục tiêu đó; nhiệm vụ nói trên;
    trong danh sách; số đó`),
  correction:
    taken(`à không; không phải; ý tôi là; ý là; nhầm; nhầm rồi; ý mình là; ý em là; tôi nhầm; à nhầm;
    không ý tôi là; sửa lại là`),
  citation:
    taken(`dòng nào; trích nguyên văn; nguyên văn; trích dẫn; nằm ở đâu trong; ghi thế nào; ghi ở đâu; nói gì về;
    nói gì; quy định gì về; viết gì về; có nói về; có nhắc; có đề cập; đề cập; nhắc tới; nhắc đến; nói về;
    có ghi; nêu gì về; nói thế nào về; quy định thế nào; có quy định; ghi gì; nêu gì`),
  money:
    taken(`bao nhiêu tiền; kinh phí bao nhiêu; ngân sách bao nhiêu; tổng kinh phí; bao nhiêu tỷ; mấy tỷ; tổng vốn;
    dự toán; tổng mức đầu tư; bao nhiêu triệu; tiền bao nhiêu; vốn bao nhiêu; chi bao nhiêu`),
} satisfies Record<string, CueRow>;

export type Cue = keyof typeof CUES;
