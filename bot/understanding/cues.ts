/** What words of a question signal, apart from its topic. Data: add a phrase with diacritics; matching also finds it
 *  without. Phrases are separated by ";", and "(a|b|)" stands for each of its alternatives, the empty one too. */
import { ASPECT_ROWS } from "./aspect-cues.ts";
import { CONVERSATION_CUES } from "./conversation-cues.ts";
import { type CueRow, kept, taken } from "./cue-row.ts";
import { PhraseIndex } from "./phrases.ts";

export const CUES = {
  // ── what is asked about a task ─────────────────────────────────────────────
  lead: taken(`(đơn vị|cơ quan|sở|bên|ngành|phòng) nào (làm|lo|chủ trì|phụ trách|đảm nhiệm|đảm nhận|triển khai|thực hiện|quản lý|xây dựng|chịu trách nhiệm|đứng ra|đứng đầu|cầm trịch);
    (thuộc|do|giao|giao cho|của) (ai|sở nào|cơ quan nào|đơn vị nào|bên nào|ngành nào|phòng nào);
    ai (làm|lo|chủ trì|phụ trách|đảm nhiệm|đảm nhận|triển khai|thực hiện|quản lý|xây dựng|chịu trách nhiệm|đứng ra|cầm trịch|gánh|quản|là đầu mối|làm đầu mối|vận hành);
    chủ trì; đồng chủ trì; cùng chủ trì; đơn vị chủ trì; cơ quan chủ trì; làm chủ trì; đầu mối; đứng đầu;
    đứng ra làm; phụ trách; chịu trách nhiệm chính; đơn vị nào chính; thuộc về ai; lãnh đạo thực hiện;
    đảm nhiệm; chủ trì chính; chủ chì; ai là đơn vị; dẫn đầu thực hiện; cầm trịch; đứng mũi chịu sào`),
  coordinating:
    taken(`(ai|đơn vị nào|cơ quan nào|sở nào|những ai|bên nào) (cùng|phụ|phối hợp|hỗ trợ|tham gia|làm cùng|phụ giúp|hợp tác);
    phối hợp (với|cùng|thực hiện); phối hợp; đơn vị phối hợp; cơ quan phối hợp; cùng phối hợp; phụ giúp;
    đơn vị hỗ trợ; tham gia phối hợp; cùng làm với; làm cùng; phụ việc; phối kết hợp; hỗ trợ thực hiện;
    cùng tham gia`),
  askWho: taken(`ai; đơn vị nào; cơ quan nào; sở nào; ngành nào; bên nào; những ai; cơ quan gì; đơn vị gì`),
  askWhen: taken(`(tới|đến|vào|trong|hết|trước|từ) (năm|ngày|tháng|lúc|hồi) (nào|mấy);
    (hạn|thời hạn|thời gian) (là|) (khi nào|bao giờ|năm nào|chừng nào|đến đâu|đến khi nào|tới khi nào|tới năm nào|đến năm nào);
    thời gian; khi nào; bao giờ; chừng nào; hồi nào; khi mô; lúc nào; ngày nào; năm nào; tháng nào; hạn;
    thời hạn; deadline; đét lai; hạn chót; hạn cuối; mốc hoàn thành; đến hạn; phải xong; phải hoàn thành;
    ngày mấy; giai đoạn nào; kỳ nào; trong bao lâu; (bao lâu|mấy tháng|mấy năm) (làm|tổ chức|thực hiện|mở|) (một|1) lần; lúc mấy; năm mấy; hạn hoàn thành; hạn xong; làm xong;
    mốc nào; hạn định`),
  askList:
    taken(`(làm|lo|gánh|đảm nhận|đảm nhiệm|nhận|phụ trách|chủ trì|phối hợp|lãnh|ôm) (những|các|) (gì|việc gì|cái gì|việc nào|nhiệm vụ gì|nhiệm vụ nào|chuyện gì|công việc gì|công việc nào|phần nào|phần gì|đầu việc nào);
    (giao|phân công|phân) (cho|) (những|các|) (gì|việc gì|cái gì|việc nào|nhiệm vụ gì|nhiệm vụ nào|chuyện gì|công việc gì|phần việc gì);
    có (những|các|) (nhiệm vụ|việc|đầu việc|công việc) (gì|nào); trong đó có gì; những gì; nhiệm vụ nào;
    nhiệm vụ gì; các nhiệm vụ; những nhiệm vụ; danh sách; danh mục; liệt kê; kể tên; việc gì; việc nào;
    cái nào; phần việc; những công việc; kê ra; nêu các; cho xem các; toàn bộ nhiệm vụ; tất cả nhiệm vụ;
    đầu việc nào; những đầu việc; các đầu việc; làm mấy việc; các việc; những việc; nhiệm vụ của;
    việc của; trách nhiệm gì trong phụ lục`),
  askCount:
    taken(`(bao nhiêu|mấy|nhiêu) (nhiệm vụ|việc|đầu việc|công việc|cái|dòng|hạng mục|đầu mục|mục việc);
    (chủ trì|phối hợp|làm|lo|được giao|gánh|có) (bao nhiêu|mấy|nhiêu); số lượng nhiệm vụ;
    tổng cộng bao nhiêu; đếm; số nhiệm vụ; tổng bao nhiêu; bao nhiêu tất cả; tất cả mấy; tổng số`),
  /** Who leads, coordinates or is given nothing. */
  none: taken(`không chủ trì; không phối hợp; không được giao; không có nhiệm vụ nào; không phải chủ trì;
    chưa được giao; không có việc nào; không làm gì; không bị giao`),
  /** Does the plan name this agency at all? */
  isNamed: taken(`có tên; được nêu; được nhắc; có mặt; có nằm trong; có thuộc`),
  /** A person in office, whom the plan doesn't name. */
  official: kept(`bí thư; lãnh đạo sở; trưởng phòng; chánh văn phòng; người đứng đầu sở; chủ tịch; giám đốc`),
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
  moreThan: taken(`hơn`),
  /** What is fined and how much, which no source holds. */
  penalty: taken(
    `mức phạt; tiền phạt; (bị|) (xử|) phạt (bao nhiêu|thế nào|ra sao|không|gì); xử phạt; bị phạt`,
  ),
  /** How to reach an office, which no source holds. */
  contact: taken(`(số|) điện thoại; đường dây liên hệ; địa chỉ; email; trụ sở; liên hệ; số máy (bàn|lẻ|của);
    (cho xin|xin|cho|lấy) (số di động|số phone|sđt|số dt|số đt); số di động; website; fanpage`),
  /** A duty of citizens, and none of an agency. */
  service: kept(`nghĩa vụ quân sự; nghĩa vụ công an`),
  /** Records that authorities keep: no papers to hand in. */
  digitalRecord: kept(`hồ sơ (số|sức khỏe|bệnh án|công việc|điện tử|học tập)`),
  /** A thing, and no question how to reach an office. */
  telephone: kept(`điện thoại thông minh; điện thoại di động`),
  compare:
    taken(`khác đơn vị; khác cơ quan; khác đơn vị chủ trì; có khác; khác hay giống; so sánh; so với; khác nhau;
    khác gì; giống nhau; giống và khác; phân biệt; đối chiếu; khác biệt; khác chỗ nào; có gì khác;
    khác như thế nào; khác ra sao; giống hay khác`),
  /** Is what was named one task or two? */
  whetherOne:
    taken(`(là|) (một|1) hay (là|) (hai|2) (nhiệm vụ|việc|đầu việc|dự án|); (là|) (hai|2) hay (là|) (một|1) (nhiệm vụ|việc|đầu việc|dự án|);
    (là|có phải|) (cùng|chung) (một|1) (nhiệm vụ|việc|đầu việc|dự án); là (hai|2) (nhiệm vụ|việc) (khác nhau|riêng)`),
  earliest: taken(
    `sớm nhất; gần nhất; trước nhất; sớm hơn; đầu tiên hết hạn; hạn trước; gấp nhất; làm trước; đến hạn sớm; (hạn|thời hạn|mốc) (ngắn|gắt|sát|cận) nhất; (trễ|quá hạn|chậm|quá) lâu nhất`,
  ),
  latest: taken(
    `(hạn|thời hạn|mốc) (dài|xa|lâu) nhất; muộn nhất; trễ nhất; xa nhất; muộn hơn; sau cùng; cuối cùng; dài nhất; xong sau; chậm nhất; lâu nhất`,
  ),
  most: taken(`(sở|cơ quan|đơn vị|bên|ngành|ai) (nào|) (chủ trì|làm|gánh|được giao|lo|phối hợp) (nhiều|ít) (việc|nhiệm vụ|đầu việc|) nhất;
    nhiều nhất; nhiều (thứ|hạng) (nhì|hai|ba|tư); nhiều (việc|nhiệm vụ) (thứ|hạng) (nhì|hai|ba|tư); nhiều nhiệm vụ nhất; nhiều việc nhất; nhiều đầu việc nhất; ít nhiệm vụ nhất; ít việc nhất;
    mỗi cơ quan; từng cơ quan; từng sở; mỗi sở; thống kê theo cơ quan; mỗi đơn vị; từng đơn vị;
    xếp hạng cơ quan`),
  named: taken(`đích danh; ghi tên; nêu tên; đứng tên; riêng; ghi rõ tên; trực tiếp`),
  collective: taken(`tập thể; chung; cùng tất cả; cùng các sở`),
  yearly: taken(`hàng năm; hằng năm; mỗi năm; thường niên; năm nào cũng; từng năm`),
  ongoing: taken(`thường xuyên; liên tục`),
  recurring: taken(`định kỳ; lặp lại; không có hạn cuối; không có năm kết thúc`),
  due: taken(`hoàn thành; xong; kết thúc; hạn; đến hạn; thời hạn; hết hạn; phải xong; trước năm; chậm nhất; hạn chót;
    cán đích; làm xong; deadline; hạn cuối`),
  start: taken(`bắt đầu; khởi động; khởi đầu`),
  overdue: taken(
    `quá hạn; hết hạn; còn hạn; đã qua hạn; hết thời hạn; quá thời hạn; còn hiệu lực thời gian; trễ`,
  ),
  completion:
    taken(`(xong|làm|triển khai|hoàn thành|vận hành|đạt|thực hiện|đưa vào sử dụng|có) (xong|) (chưa|hay chưa|rồi chưa);
    (đến|tới|làm đến|làm tới) đâu rồi; đã hoàn thành; tiến độ; kết quả thực hiện tới đâu;
    có hoàn thành không; đạt được chưa; xong hết chưa; bao nhiêu phần trăm rồi; làm đến đâu; làm tới đâu;
    đã vận hành; có kịp không; chưa hoàn thành; tình hình thực hiện; đã thực hiện xong; có xong không;
    ai chưa làm; hoàn thành bao nhiêu; (làm|số hóa|triển khai|thực hiện|hoàn thành|đạt) (được|xong|) (bao nhiêu|mấy) (phần trăm|%) (rồi|hồ sơ rồi); đã (làm|số hóa|triển khai|thực hiện|đạt) được (bao nhiêu|mấy|tới đâu|đến đâu); (làm xong|số hóa được) (bao nhiêu|mấy) (phần trăm|%); đã xong; có đạt không; kết quả ra sao; (đã|được|đã được) nghiệm thu; (đã|được) hoàn thành xong; đã hoàn tất`),
  // ── objects of the plan ────────────────────────────────────────────────────
  task: taken(`nhiệm vụ; nhiệm vụ số; đầu việc; dự án; hạng mục; công việc; task; nhiệm vụ trọng tâm; việc`),
  group: taken(`nhóm; lĩnh vực; mảng; (từng|mỗi) phần; phần nào (nhiều|ít|đông)`),
  appendix: taken(`phụ lục; bảng phụ lục; trong phụ lục; ở phụ lục`),
  body: taken(
    `thân kế hoạch; phần thân; phần lời; nội dung kế hoạch; thân văn bản; phần giải pháp; mục giải pháp`,
  ),
  plan: taken(`văn bản (đó|ấy|trên|này); kế hoạch này; kế hoạch; quyết định; kế hoạch chuyển đổi số;
    kế hoạch chính quyền số; kế hoạch chính quyền điện tử; kế hoạch của tỉnh; tài liệu này; bản kế hoạch`),
  target:
    taken(`(đạt|phải đạt|cần đạt|phấn đấu đạt) (bao nhiêu|mấy|mức nào|tỷ lệ nào); mục tiêu; chỉ tiêu; kpi; phần trăm;
    %; tỷ lệ; phấn đấu; đạt mức; đặt ra`),
  duty: taken(`trách nhiệm; nghĩa vụ; tổ chức thực hiện; ngoài phụ lục; vai trò; phân công`),
  report:
    kept(`(báo cáo|gửi báo cáo|nộp báo cáo) (định kỳ|năm|quý|tháng|kết quả); báo cáo; gửi báo cáo; nộp báo cáo;
    sơ kết; tổng kết; báo cáo 6 tháng; chế độ báo cáo`),
  ownPlan:
    kept(`ban hành kế hoạch; kế hoạch riêng; kế hoạch của đơn vị; kế hoạch của ngành; kế hoạch triển khai của;
    lập kế hoạch; kế hoạch của cơ quan; kế hoạch tổ chức triển khai; kế hoạch của địa phương; ra kế hoạch;
    gửi kế hoạch; nộp kế hoạch; kế hoạch cụ thể; làm kế hoạch`),
  // ── facts of the document ──────────────────────────────────────────────────
  signer:
    taken(`(ai|ông nào|bà nào|người nào|lãnh đạo nào) (đã|là người|) (ký|kí|ký ban hành|ký duyệt|ký tên); người ký;
    ký bởi; chữ ký của ai; ai phê duyệt; ai duyệt; ký tên`),
  issued:
    taken(`(ban hành|ký|ra đời|có) (từ|vào|) (ngày nào|khi nào|năm nào|bao giờ|hồi nào|lúc nào|ngày mấy|ngày tháng năm nào|bữa nào);
    ký ngày; ban hành ngày; ngày ban hành; ngày ký; ra ngày nào; ngày tháng ban hành; ký hôm nào; ra khi nào; được ký`),
  issuer: taken(
    `ai ban hành; cơ quan ban hành; cơ quan nào ban hành; đơn vị nào ban hành; nơi ban hành; bên nào ban hành`,
  ),
  number: taken(`số hiệu; số bao nhiêu; số mấy; số văn bản; số quyết định; số ký hiệu; quyết định nào`),
  effect: taken(`hiệu lực; áp dụng từ; có giá trị từ`),
  legalBasis: taken(
    `căn cứ; dựa trên văn bản nào; cơ sở pháp lý; dựa vào văn bản nào; dựa vào đâu; viện dẫn`,
  ),
  executors: taken(`thi hành; ai phải thực hiện quyết định`),
  proposal:
    taken(`trình kế hoạch; trình bằng; ai đề nghị; ai trình; tờ trình; đơn vị trình; cơ quan trình; ai đề xuất;
    theo đề nghị; ai tham mưu`),
  recipients: taken(
    `gửi (cho|tới|đến|về|) (những|các|) (ai|đâu|nơi nào|cơ quan nào|đơn vị nào|chỗ nào); nơi nhận`,
  ),
  structure:
    taken(`cấu trúc (của|kế hoạch|thế nào|ra sao|gồm); mấy phần; bố cục; mấy mục; gồm mấy; bao nhiêu nhóm; mấy nhóm;
    gồm những phần nào; gồm những mục nào; chia thành; chia làm; nhóm nào; có những nhóm;
    bao nhiêu phần chính`),
  title: taken(`tên đầy đủ; tên gọi; tên văn bản; tiêu đề; trích yếu; tên là gì; về việc gì; nói về cái gì;
    nội dung chính; là văn bản gì; quyết định gì; là kế hoạch gì; là gì vậy; (kế hoạch|quyết định) (này|đó|là|) (nói|là|) (kế hoạch|quyết định|) về (cái|việc|chuyện|vấn đề|) (gì|chi)`),
  article: taken(`điều 1; điều 2; điều 3; điều một; điều hai; điều ba`),
  // ── agencies ───────────────────────────────────────────────────────────────
  successor: taken(`(việc|chức năng|nhiệm vụ) (giờ|nay|) (về|thuộc|chuyển về) (sở nào|đâu|cơ quan nào);
    sau (khi|) (sắp xếp|sáp nhập|hợp nhất|sát nhập); (tên mới|tên gọi mới);
    (bây giờ|giờ|hiện nay|nay|hiện tại|hiện giờ) (thành|thuộc|ai|nhập|gộp|về|gọi là|tên) (sở nào|cơ quan nào|đâu|gì|); (bây giờ|giờ|hiện nay|nay|hiện tại|hiện giờ) (là|do) (sở|cơ quan|đơn vị|bên|ai|gì|đâu) (nào|gì|);
    (nhập|sáp nhập|gộp|chuyển|đổi|hợp nhất) (vào|vô|về|với|thành|chung với|sang) (đâu|sở nào|cơ quan nào|bên nào|ai|gì);
    sáp nhập; sát nhập; đổi tên; đổi thành; còn không; còn tồn tại; thành sở nào; nhập vào; hợp nhất;
    thay thế; kế thừa; còn hoạt động; giải thể; gộp; chuyển thành; thành cơ quan nào; còn hay không;
    giờ ra sao; giờ sao; (bây giờ|giờ|hiện nay|nay) (gồm|gồm cả|bao gồm|có cả|là cả); bỏ chưa; nhập với`),
  ownAgency:
    taken(`(cơ quan|đơn vị|sở|huyện|phòng|chỗ|bên) (của|) (tôi|mình|em|tụi em|chúng tôi|chúng em|tụi tôi);
    nhiệm vụ của tôi; nhiệm vụ của mình; nhiệm vụ của em; việc của tôi; việc của mình; việc của em;
    (tôi|em|mình|anh|chị|tụi em|tụi mình|chúng tôi|chúng em|bọn em|bên em|bên tôi) (phải|cần) (làm|thực hiện|lo) (gì|những gì|việc gì|những việc gì); chúng tôi; chúng ta; tụi tôi; tụi mình; bọn mình`),
  iAm: taken(`(tôi|em|mình|anh|chị) (là|đang|hiện|) (cán bộ|công chức|viên chức|chuyên viên|nhân viên|làm|công tác|làm việc) (ở|tại|bên|của|);
    tôi ở; em ở; mình ở; tôi thuộc; tôi bên; em bên; mình bên; tôi đang ở`),
  everyone: taken(
    `sở ban ngành; sở ngành; tất cả các sở; mọi cơ quan; tất cả cơ quan; mọi sở; tất cả đơn vị`,
  ),
  locals: taken(`địa phương; cấp huyện; huyện`),
  communes: taken(
    `cấp xã; ubnd xã; ubnd phường; ủy ban nhân dân xã; ủy ban nhân dân phường; các xã; phường xã; xã phường`,
  ),
  // ── procedures ─────────────────────────────────────────────────────────────
  procedure: taken(`nộp hồ sơ; nộp; thủ tục; làm giấy; xin giấy; dịch vụ công`),
  aspectDocuments: taken(ASPECT_ROWS.documents.patterns),
  /** The bare word: asks for the papers only when nothing else is asked ("hồ sơ khai sinh nộp ở đâu"). */
  papers: taken(`hồ sơ; giấy tờ; bộ hồ sơ; giấy má`),
  aspectTime: taken(ASPECT_ROWS.time.patterns),
  aspectFee: taken(ASPECT_ROWS.fee.patterns),
  aspectPlace: taken(ASPECT_ROWS.place.patterns),
  aspectMethods: taken(ASPECT_ROWS.methods.patterns),
  aspectSteps: taken(ASPECT_ROWS.steps.patterns),
  aspectResult: taken(ASPECT_ROWS.result.patterns),
  aspectLegal: taken(ASPECT_ROWS.legal.patterns),
  aspectConditions: taken(ASPECT_ROWS.conditions.patterns),
  aspectAudience: taken(ASPECT_ROWS.audience.patterns),
  aspectForms: taken(ASPECT_ROWS.forms.patterns),
  /** Subjects that no office answers for; they end what was spoken of before. */
  elsewhere:
    kept(`thời tiết; trời (mưa|nắng|nóng|lạnh); giá (vàng|xăng|dầu|đô|gạo|heo); tỷ giá; tỉ giá; kết quả (xổ số|bóng đá); bitcoin;
    bài hát; nấu ăn; món ăn; truyện cười`),
  ...CONVERSATION_CUES,
} satisfies Record<string, CueRow>;

export type Cue = keyof typeof CUES;

export const CUE_INDEX = new PhraseIndex<Cue>();
for (const [cue, { patterns }] of Object.entries(CUES))
  CUE_INDEX.addPatterns(`cues/${cue}`, patterns, cue as Cue);
