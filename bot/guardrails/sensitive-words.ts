/** Words that the rules on danger and on conduct share. Patterns as in the cue tables; "!" before one means that without
 *  its diacritics it is another word too ("tu van", "xe chay"), so that it counts only where diacritics are typed. */

/** What hides the words inside it: no fire in "phòng cháy", no wish in "mệt muốn chết". */
const INNOCENT = `(là|thì) (tôi|em|e|mình|tui|con|anh|chị|cháu|t|mk) chết (chắc|với|á|à|nha|nhe); chết (em|tôi|tui|con|cha|chửa|mồ) (rồi|nó|với); 
  phòng cháy; chữa cháy; phòng chống cháy nổ; phòng chống cháy; chống cháy; bảo hiểm cháy nổ; cháy nổ bắt buộc; pccc; an toàn cháy nổ; nguy cơ cháy nổ; dễ cháy nổ; dễ cháy; báo cháy; cháy (túi|hàng|vé|nắng|giáo án|phố|máy|tài khoản|bóng đèn|cầu chì|hết mình|khét tiếng);
  !máy cháy; vật liệu nổ; công nổ; bùng nổ; chất nổ công nghiệp; nổ máy;
  phòng chống đuối nước; phòng chống (bạo lực|bạo hành|xâm hại|ma túy|tham nhũng|mua bán người|tội phạm|tự tử|thiên tai|lụt bão|tệ nạn|rửa tiền|hàng giả); phòng, chống; chống (bạo lực|bạo hành|xâm hại|ma túy|tham nhũng|buôn lậu|tội phạm|lãng phí|tiêu cực);
  (mệt|mệt mỏi|lâu|chờ|đợi|đông|nóng|đói|rối|khó|tức|phiền|mắc|đắt|buồn cười|rườm rà|lằng nhằng|nhiêu khê|xếp hàng|chậm|bận|nhức đầu|đau đầu|vui|cười|đẹp|ngon|rẻ|thèm|nhớ|yêu|thương|thích|mừng|sướng|run|sợ|lo|ngại|ngán|bực|oải|đuối|no|buồn ngủ) (gần |) (muốn chết|muốn xỉu|chết luôn|chết đi được|gần chết|thấy mồ|ngất|xỉu|muốn ngất|chết đi|bỏ xừ|như điên|phát điên);
  (ôi|thôi) chết; chết (cười|mê|mệt); giấy chứng tử; tuyên bố (là đã |) (chết|mất tích); bị tuyên bố (chết|mất tích);
  kẹt xe; kẹt tiền; kẹt (lịch|việc|giấy tờ|hồ sơ|mạng|lệnh|hàng); mắc kẹt (ở khâu|hồ sơ|thủ tục|ở bước); (hồ sơ|giấy tờ|thủ tục|đơn|tiền|web|trang|máy in|mạng|hệ thống|ứng dụng|app) (của tôi|của em|) (đang |) (bị |) (kẹt|mắc kẹt|treo|sập|đơ); sập (hệ thống|mạng|web|trang|app|nguồn|giá);
  tai nạn lao động; bảo hiểm tai nạn; cấp cứu (được|thì|có|trái tuyến|đúng tuyến|ngoài giờ|hưởng|bảo hiểm|bhyt); khám cấp cứu; (bệnh viện|khoa|giấy|phòng|hồ sơ|trường hợp|tiền|chi phí|viện phí) cấp cứu;
  đánh (bạc|bài|đề|lô|giá|máy|số|dấu|thuế|bắt|cờ|đổi|mất|rơi|cá|chữ|vần|golf|răng|bóng|vào|trọng|cắp|thức|liều|đàn|trống|lừa|đồng); cầm (cố|đồ|cự|bằng|sổ|giấy); súng (săn|bắn đinh|hơi thể thao); giết mổ; giết (thịt|gia súc|lợn|heo|gà|bò|trâu|thời gian|người trong game); bắn (pháo hoa|tốc độ|tin); 
  trộm nghĩ; trộm vía; nhìn trộm; giật (mình|gân|giải|tít); nhảy (việc|múa|dây|số|cóc|hồ sơ|chân sáo); nhảy cầu thang;
  cõng rắn cắn gà; rắn cắn gà; chứng thực chữ ký; đổ bộ; đổ xăng; đổ (mực|nước|rác|đất|đầy|cột|bê tông|lỗi|đèo|thừa); chìm xuồng vụ; vụ việc chìm xuồng; lửa trại; 
  tự (vận động|vận hành|tư vấn); cắt (tay áo|hộ khẩu|điện|nước|lúa|tóc|thửa|giảm|bớt); cắt tay lái; 
  hủy hoại (đất|rừng|môi trường|tài sản|tài nguyên); tự hủy; 
  giải thoát nợ; giải phóng mặt bằng; kết thúc (cuộc gọi|cuộc họp|cuộc trò chuyện|cuộc hội thoại|cuộc nói chuyện|mọi thứ trước năm);
  đánh sập giá; truyền máu; hiến máu; máu nhiễm mỡ; máu gì; nhóm máu; xét nghiệm máu; mất máu trắng; máu lạnh; rút máu; 
  đăng ký; bất kỳ; triển khai; công khai; dịch vụ công (nghệ|ích|cộng); phong bì (dán|ghi|có ghi|thư|bưu); bao thư (dán|ghi); hậu tạ sau; mua bán (nhà|đất|xe); (bảo hiểm|bảo hiểm xã hội|bhxh) bắt buộc; bỏ rơi;
  cái chết đe dọa; không bị (giam|tạm giam|tạm giữ|bắt giữ|nhốt); cút đi; (lừa|gạt) (người ta|khách|tôi|tui) (bấm|gọi|chờ|đợi|chạy|lên|xuống); thì (hồ sơ|hộ khẩu|hộ chiếu|hộ kinh doanh|hộ nghèo|thuế);
  chạy (lên|tới|qua|đi) chạy (xuống|lui|lại|về); bảo đảm; đảm bảo; khuyết tật; viết tắt; máy móc; thực tế (ảo|tăng); người thật; thay đổi đột phá; dành cho (trẻ em|trẻ có|trẻ dưới|học sinh|các|những|hộ); (hàng xóm|nhà bên|nhà kế bên|nhà bên cạnh) lấn (đất|ranh|ranh giới|lối đi); trời (đất|ơi|đất ơi); bị trôi (mất|đi|tin|dòng|màn); (là|đi|vô|làm) bộ đội; cán bộ đối chiếu; thứ giấy (tờ|gì|nào); giấy xác nhận không (có|là|thuộc|còn); công an cấp (xã|tỉnh|huyện|phường); đâm (đơn|ra); chém gió; gió chém; chém giá; nước lên (giá|đời)`;

/** Papers, benefits and what is done at an office: who asks about these isn't in danger now. */
const PAPERS = `
  thủ tục; hồ sơ; giấy tờ; giấy phép; giấy chứng nhận; giấy xác nhận; giấy khai sinh; giấy ra viện; giấy đăng ký; đăng ký; giấy; xác nhận; chứng nhận; biên bản; mẫu đơn; tờ khai; đơn xin; đơn đề nghị; làm đơn; viết đơn;
  trợ cấp; hỗ trợ (chi phí|tiền|kinh phí|mai táng|gì|bao nhiêu|không|nhà ở); chế độ; bảo hiểm; bhyt; bhxh; bảo trợ; mai táng; mai táng phí; tử tuất; bồi thường; thanh toán; !hưởng; trợ giúp xã hội; chính sách; viện phí;
  cấp lại; làm lại; xin cấp; cấp đổi; đổi lại; xin lại; cấp mới; sang tên; ủy quyền; chứng thực; công chứng; khai tử; khai sinh; chứng tử; trích lục; cccd; căn cước; cmnd; chứng minh nhân dân; hộ khẩu; hộ chiếu; bằng lái; sổ đỏ; sổ hồng; gplx; cà vẹt; !thẻ; lý lịch; thường trú; tạm trú; giám hộ; nhận (con |) nuôi; con nuôi; ly hôn; thừa kế; di chúc; tài sản; lương hưu; nhà đất; đất đai; quyền sử dụng đất; nghĩa vụ quân sự;
  lệ phí; nộp ở đâu; nộp đơn; đơn ở đâu; thẩm duyệt; nghiệm thu; cấp phép; thẩm định; cưỡng chế thuế; đền bù; giám định; khuyết tật; thương tật; thương binh; liệt sĩ; người có công`;

/** Papers are asked for, not only named: who keeps a captive keeps his papers too. */
const PAPERWORK = `
  thủ tục; biên bản; nhận nuôi; hồ sơ (gì|gồm|cần|nào); cần (giấy|hồ sơ|những gì|làm giấy); giấy (tờ |) gì; mẫu đơn; tờ khai; đơn (xin|ly hôn|đề nghị|kiện); ly hôn; ly dị; làm lại; cấp lại; xin (cấp|lại|giấy|xác nhận); cấp đổi; cấp mới; nộp ở đâu; lệ phí; trợ cấp; chế độ; bảo hiểm; mai táng; bồi thường; giám định; khai tử; khai sinh; con nuôi; giám hộ; trợ giúp xã hội; bảo trợ; nghĩa vụ quân sự; thừa kế; đăng ký`;

/** What law, a plan or a study says of it. */
const LAW = `
  bị phạt; xử phạt; mức phạt; phạt (bao nhiêu|thế nào|như thế nào|ra sao|gì|không|tù|tiền|hành chính); hình phạt; bị xử lý; xử lý (thế nào|như thế nào|ra sao|sao|hình sự|hành chính|vi phạm); tội (gì|danh|phạm); bị tội; phạm tội; có (phạm|vi phạm) (pháp luật|luật|gì|tội|không|); vi phạm (pháp luật|luật|gì); phạm pháp; đúng luật; trái luật; quy định; theo luật; bộ luật; luật (hình sự|dân sự|đất đai|hôn nhân|trẻ em|giao thông|phòng); nghị định; thông tư; điều (luật|khoản|kiện); trách nhiệm hình sự; khởi tố; !tù; hợp pháp; bất hợp pháp; có bị (sao|gì|đi tù|phạt|xử lý|bắt|truy cứu|tội); truy cứu; án treo; là gì; nghĩa là; khái niệm; định nghĩa; thế nào là; ai là; là ai; được phép; được hiểu; hành vi; kiện; ra tòa; tố tụng; căn cứ nào; thống kê; tỷ lệ; số vụ; bao nhiêu vụ; mấy vụ; nguyên nhân; lịch sử; bộ phim; phim; bài hát; tiểu thuyết; nhân vật; tác giả; năm bao nhiêu; theo quyết định; nghị quyết`;

const PROGRAM = `
  kế hoạch; nhiệm vụ; chỉ tiêu; mục tiêu; đề án; chương trình; dự án; phương án; !mảng; lĩnh vực; phụ lục; đầu mối; phụ trách; giao (cho |) (ai|sở|ngành|cơ quan|đơn vị); ai (lo|làm|quản|quản lý) (cái|việc|mảng|phần|vụ|mục|nhóm|khoản) (nào|gì|này|đó|kia|ấy); (việc|mục|dòng|nhóm|phần) nào; !(vụ|mảng) nào; ứng dụng; cơ sở dữ liệu; số hóa; chuyển đổi số; thủ tướng; tuyên truyền; tập huấn; diễn tập; hội nghị; hội thảo; cơ quan nào; !sở nào; đơn vị nào; chủ trì; phối hợp; phần mềm; hệ thống; camera; công tác; lớp học; khóa học; kỹ năng; hướng dẫn (cách |) (phòng|sơ cứu|xử lý)`;

/** It is over. */
const PAST = `
  hôm qua; hôm kia; hôm trước; hôm bữa; bữa trước; bữa hổm; hôm nọ; tuần (trước|rồi|qua); tháng (trước|rồi|qua); năm (ngoái|trước|rồi|qua|kia|xưa|201|202); mấy (năm|tháng|tuần|hôm) (trước|nay|rồi); (một|hai|ba|bốn|năm|sáu|bảy|mười|vài|1|2|3|4|5|6|10|20) (năm|tháng|tuần|ngày) (trước|nay|rồi); trước đây; lâu năm; nhiều năm; ngày trước; hồi (trước|xưa|đó|ấy|nhỏ|năm|tháng|tuần|hôm); !từng; đã lâu; lâu rồi; trước kia; năm 20; đợt trước; lần trước; thời (trước|xưa)`;

/** Somebody calls for help now. */
const HELP_NOW = `
  cứu (tôi|em|con|mình|tui|với|cháu|mẹ|bố|người|bé|chúng tôi|giúp|nạn|hộ|mạng|ngay); kêu cứu; xin cứu; cấp cứu; gọi (ai|số nào|số mấy|cho ai|đâu|đi đâu|ở đâu|cấp cứu|cứu hỏa|công an|cảnh sát|xe cấp cứu|đội nào|giúp); cần (cứu|cấp cứu|giúp gấp|giúp ngay|người tới|người đến|xe cấp cứu|cứu hỏa|công an); làm (sao|gì|thế nào) (bây giờ|giờ|ngay|đây); phải làm sao; giúp (tôi|em|với|con|gấp|mình|cháu|tui) (với|gấp|ngay); ai (giúp|cứu|đó giúp|ra giúp); giúp với; giúp gấp; (không|hổng|chẳng) ra được; không thoát (được|ra); tôi sợ quá; em sợ quá; sợ lắm; hoảng quá; khẩn cấp; nhanh lên; gấp lắm; tới (ngay|liền|gấp|nhanh); đến (ngay|liền|gấp|nhanh); ngay bây giờ; ngay lúc này; bây giờ; sos; help; đang hoảng; trời ơi; xin giúp; số (khẩn cấp|cấp cứu|cứu hỏa|công an|cảnh sát)`;

/** Hides the first person inside it: not I, but one of mine. */
const KIN = `
  (bố|ba|cha|mẹ|má|chồng|vợ|con|anh|chị|em|ông|bà|bạn|cháu|chú|bác|cô|dì|cậu|mợ|thím|người nhà|con gái|con trai|hàng xóm|anh trai|chị gái|em trai|em gái|người yêu|bạn trai|bạn gái|bố mẹ|cha mẹ|gia đình|nhà|ngoại|nội|bà nội|bà ngoại|ông nội|ông ngoại|thầy|sếp|người thân|người quen|xóm|cơ quan|công ty|xã|phường|của) (tôi|tui|em|mình|cháu|con|tao|tớ)`;

const PERSON = `
  tôi; tui; em; con; mình; cháu; vợ; chồng; ba; bố; cha; mẹ; má; ông; bà; anh; chị; bé; cụ; nó; bạn; người; ai; khách; công nhân; thợ; học sinh; sinh viên; trẻ; trẻ em; đứa; thằng; hàng xóm; dì; cậu; chú; bác; cô; ngoại; nội; nạn nhân; thai phụ; bà bầu; phụ nữ; thanh niên; cô gái; hai mẹ con; cả nhà; gia đình; chúng tôi; tụi em`;

const CHILD = `
  trẻ em; trẻ; bé; con bé; thằng bé; em bé; đứa bé; cháu bé; đứa trẻ; đứa nhỏ; thằng nhỏ; con nhỏ; học sinh; (bé|cháu|con) gái; (bé|cháu|con) trai; con tôi; con em; con mình; con nó; con riêng; cháu tôi; cháu ngoại; cháu nội; con của; đứa con; (các|mấy|hai|ba) (con|cháu|đứa); trẻ con; con nít; thiếu niên; vị thành niên; tuổi (học|nhỏ); lớp (một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|1|2|3|4|5|6|7|8|9|10|11|12); mẫu giáo; mầm non; con ruột; con đẻ; con gái; con trai`;

/** Papers that are forged, bought or borrowed. Values of PAPERS_LAWFUL in refusals go by these names. */
export const FORGEABLE = {
  licence: `bằng lái; bằng lái xe; giấy phép lái xe; gplx; bằng (a1|a2|b1|b2|c|d|e) ; !bằng xe máy; !bằng ô tô`,
  identity: `căn cước; căn cước công dân; thẻ căn cước; cccd; cmnd; chứng minh; chứng minh nhân dân; chứng minh thư`,
  single: `giấy (xác nhận |) độc thân; giấy xác nhận tình trạng hôn nhân; tình trạng hôn nhân; giấy độc thân`,
  birth: `giấy khai sinh; khai sinh; giấy chứng sinh; chứng sinh`,
  death: `giấy chứng tử; chứng tử; giấy báo tử; trích lục khai tử`,
  marriage: `giấy (đăng ký |) kết hôn; giấy chứng nhận kết hôn; giấy hôn thú`,
  land: `sổ đỏ; sổ hồng; giấy chứng nhận quyền sử dụng đất; giấy tờ đất; giấy đất; giấy tờ nhà đất`,
  residence: `hộ khẩu; sổ hộ khẩu; tạm trú; giấy tạm trú; giấy xác nhận cư trú; xác nhận cư trú`,
  record: `lý lịch tư pháp; phiếu lý lịch tư pháp; lý lịch`,
  passport: `hộ chiếu; passport; visa; thị thực`,
  other: `giấy tờ; giấy tờ tùy thân; giấy xác nhận; giấy chứng nhận; giấy khám sức khỏe; khám sức khỏe; giấy khám; giấy ra viện; giấy nghỉ ốm; giấy nghỉ bệnh; giấy nghỉ (hưởng |) (bhxh|bảo hiểm xã hội); giấy nghỉ việc; giấy xét nghiệm; giấy bệnh viện; bệnh án; giấy giới thiệu; giấy mời; giấy ủy quyền; giấy phép xây dựng; giấy phép kinh doanh; giấy phép; giấy đi đường; giấy kiểm định; đăng kiểm; cà vẹt; cà vẹt xe; đăng ký xe; biển số; biển số xe; bằng cấp; bằng đại học; bằng cao đẳng; bằng tốt nghiệp; bằng cấp 3; bằng cấp ba; bằng trung cấp; bằng thạc sĩ; bằng tiến sĩ; !bằng; chứng chỉ; bảng điểm; học bạ; hóa đơn; hợp đồng; hợp đồng lao động; sao kê; con dấu; dấu mộc; mộc; !dấu; chữ ký; công văn; quyết định; phiếu thu; biên lai; giấy thương binh; hồ sơ thương binh; hồ sơ; thẻ bhyt; thẻ bảo hiểm y tế; bảo hiểm y tế; thẻ nhà báo; thẻ ngành; thẻ thương binh; !thẻ; giấy hộ nghèo; sổ hộ nghèo; hộ nghèo; giấy khuyết tật; giấy tâm thần; di chúc; giấy nợ; vé; chứng từ; giấy vay`,
} as const;
export type Forgeable = keyof typeof FORGEABLE;

export const SHARED_WORDS = {
  innocent: INNOCENT,
  papers: PAPERS,
  paperwork: PAPERWORK,
  law: LAW,
  program: PROGRAM,
  past: PAST,
  helpNow: HELP_NOW,
  kin: KIN,
  person: PERSON,
  child: CHILD,
} as const;

/** Who asks about the papers, the law or the past of it is not in danger now. */
export const CALM = ["papers", "law", "program", "past"] as const;
