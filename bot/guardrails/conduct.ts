/** Requests to break the law, accusations of persons, and politics: words and rules, each rule with its examples and
 *  look-alikes. Who asks what the law says, reports a wrong or has suffered one does not ask to do it. */
import type { SensitiveRule } from "./sensitive.ts";

export const CONDUCT_WORDS = {
  /** Asks what follows from it, or how to tell it. */
  asksLaw: `
    bị phạt; xử phạt; mức phạt; phạt (bao nhiêu|thế nào|như thế nào|ra sao|gì|không|tù|tiền|hành chính|mấy); hình phạt; bị xử lý; xử lý (thế nào|như thế nào|ra sao|sao|hình sự|hành chính|vi phạm|không); tội (gì|danh|phạm); bị tội; phạm tội; có (phạm|vi phạm) (pháp luật|luật|gì|tội|không|); vi phạm (pháp luật|luật|gì|không); phạm pháp; đúng luật; trái luật; bộ luật; luật (hình sự|dân sự|đất đai|hôn nhân); nghị định; trách nhiệm hình sự; khởi tố; đi tù; !tù; hợp pháp; bất hợp pháp; có (bị|sao|được phép|được không|hợp lệ|đúng) ; truy cứu; là gì; nghĩa là; khái niệm; thế nào là; hậu quả; tác hại; phân biệt; nhận biết; dấu hiệu; (kiểm tra|tra cứu|xác minh|biết) (thật|giả|thật giả|thật hay giả|xem|tính); thật hay giả; làm sao biết; quy định (về|của|thế nào|ra sao|nào|gì); chế tài; cấm`,
  /** Reports it, or suffered it. */
  reports: `
    tố cáo; tố giác; trình báo; báo (công an|cáo|chính quyền|cho ai|ở đâu|với ai|cơ quan|mất|án); phản ánh; khiếu nại; kiến nghị; phát hiện; bị (làm|lừa|kẻ|người|ai|mạo danh|giả mạo|hack|lộ|mất|đánh cắp|trộm|chiếm|gian|đối tượng|bên|đứa|thằng|nó|người ta|họ); (nhận được|thấy|nghi|nghi ngờ|gặp) (là |có |tin |) (người|giấy|tin|cuộc|ai|văn bản|công văn|hóa đơn|bằng|thông báo); có người (làm|bán|mời|rao|lấy|dùng|mượn|giả|mạo); mạo danh tôi; phòng chống; phòng ngừa; cảnh báo; tránh (bị|mua|hàng|nhầm); nạn nhân; kẻ gian; lỡ (mua|dùng|bị|nộp|khai|ký); vô tình; bảo vệ; hàng giả`,
  procedureOf: `
    thủ tục; (nộp|gửi|viết|làm|mẫu|rút|soạn) đơn; mẫu đơn; hồ sơ; ở đâu; gửi (đâu|cho ai|đến|tới|về); nộp (đâu|cho ai|ở|tại); cơ quan nào; gặp ai; với ai; cách (tố cáo|khiếu nại|gửi|nộp|phản ánh|tố giác); làm (sao|thế nào) (để |mà |) (tố|khiếu|phản|trình|gửi|nộp|báo); thời hạn; thời hiệu; trình tự; quy trình; thẩm quyền; bao lâu; bao nhiêu ngày; mấy ngày; tố cáo thế nào; khiếu nại thế nào; số điện thoại; đường dây nóng; tiếp dân; tiếp công dân; hòa giải; khởi kiện; kiện; tranh chấp; giải quyết; quyền (tố cáo|khiếu nại); cần (gì|những gì|giấy tờ)`,
  plan: `kế hoạch; nhiệm vụ; chỉ tiêu; mục tiêu; đề án; chương trình; chủ trì; phối hợp; quyết định; nghị quyết; chuyển đổi số; chính quyền số; chính quyền điện tử; cải cách hành chính; thủ tục; hồ sơ; giấy; đăng ký; phụ lục; căn cước; thẻ đảng; sinh hoạt đảng; đảng viên; lý lịch; chính sách; chế độ (chính sách|trợ cấp|ưu đãi|thai sản|bảo hiểm|nghỉ|báo cáo|cho|đối với); ban chỉ đạo`,

  // Against the law
  get: `mua; đặt (mua|làm); làm (giả|giúp|giùm|dùm|hộ|cho|ra|lấy|được|nhanh|một|1|cái|chui|lậu|lụi|bộ|tấm|luôn|gấp|nhái|thêm|ngay); in; thuê (làm|người|ai); nhờ (làm|ai|người|bạn|đứa|bên); kiếm; !lo; xin; cần; muốn; !bán; chế; dùng; sử dụng; xài; chạy; đổi; cấp; chỉ (chỗ|giúp|tôi|em|cách|giùm|mình); ở đâu (bán|làm|nhận|có); chỗ (nào|bán|làm|nhận); nhận; giúp; có; dịch vụ; cách; tạo; ghép; thiết kế; xuất; khắc; làm`,
  fake: `!giả; giả mạo; fake; nhái; dỏm; dởm; rởm; như thật; y như thật; giống (thật|y thật|hệt thật|như thật); không cần (thi|học|khám|đi khám|đi thi|đi học|bệnh|hồ sơ gốc); khỏi (thi|cần thi|học|khám|đi khám|đi thi|cần khám|cần học); không (phải thi|qua thi|đi khám|phải khám|phải học|phải đi khám|cần phải thi); bao đậu; bao (qua|pass); chống đậu; không bệnh; mà không (thi|khám|học|bệnh); photoshop; !khống`,
  /** Without diacritics "gia" is the price, old age and the family too. */
  fakePlain: `(bang lai|giay to|giay xac nhan|giay khai sinh|so do|so hong|can cuoc|cccd|cmnd|giay kham suc khoe|bang dai hoc|bang cap|chung chi|con dau|chu ky|ho chieu|hoa don|giay chung tu|ho so|giay phep|bien so|giay doc than|ho khau|giay ket hon|benh an|bang tot nghiep|giay ra vien) gia; lam gia; gia (chu ky|con dau|giay to|bang|mao); (ket hon|ly hon|cuoi) gia`,
  price: `giá (bao nhiêu|thế nào|cả|tiền|rẻ|mấy|nhiêu|sao|như|trị|trên); gia (đình|hạn|nhập|súc)`,
  forge: `làm giả; giả mạo (giấy tờ|chữ ký|hồ sơ|con dấu|giấy|sổ|bằng|căn cước|cccd|văn bản|hợp đồng); làm nhái; ngụy tạo; giả (chữ ký|con dấu|giấy tờ|mộc|hồ sơ|bằng|danh công an|danh cán bộ); ký giả; ký nhái; ký giả mạo; ký thay chữ ký; ký giùm chữ ký; khắc (con |) dấu; scan con dấu; (ghép|cắt ghép|chỉnh|sửa|dùng photoshop|photoshop) (ảnh |lại |hình |) (con dấu|chữ ký|cccd|căn cước|giấy|bảng điểm|sao kê|hóa đơn|hộ chiếu|biên lai); tẩy xóa; cạo sửa`,
  buyable: `bằng lái; bằng lái xe; giấy phép lái xe; gplx; bằng cấp; bằng đại học; bằng cao đẳng; bằng tốt nghiệp; bằng (cấp |) (3|ba|c3|thpt|b1|b2|a1|a2|c); chứng chỉ; giấy khám sức khỏe; giấy khám; giấy xác nhận; giấy chứng tử; giấy khai sinh; giấy ra viện; giấy nghỉ ốm; giấy nghỉ bệnh; giấy nghỉ (hưởng |) (bhxh|bảo hiểm xã hội); giấy xét nghiệm; giấy độc thân; căn cước; cccd; cmnd; hộ chiếu; quốc tịch; điểm thi; học bạ; bảng điểm; chức; biên chế; suất (biên chế|công chức|viên chức|vào|hộ nghèo|nhà ở xã hội|đi); phiếu lý lịch tư pháp; hộ khẩu; giấy hộ nghèo; sổ hộ nghèo; hộ nghèo; hóa đơn (khống|đỏ|vat|gtgt|đầu vào); giấy thương binh; thẻ thương binh; hồ sơ thương binh; bệnh án; giấy tâm thần; con dấu; thông tin (cá nhân|khách hàng|người dùng); dữ liệu (cá nhân|khách hàng|người dùng|công dân|dân cư)`,
  buy: `mua; mua (bán|giúp|hộ|giùm|dùm|lại|một|1|cái|tấm|được|luôn); !bán; đặt mua; !chạy; bán cho (tôi|em|mình); (chạy|lo) (một|1) (suất|cái|tấm)`,
  bribe: `hối lộ; đút lót; lót tay; đút tiền; đi (cửa sau|cổng sau|đêm); cửa sau; !chung chi; chung chi (cho|bao nhiêu|mấy|tiền); bôi trơn; lo lót; lót (cho |) (cán bộ|công an|người); quà cáp; bao thư; phong bì; phí bôi trơn; chạy (án|chức|việc|điểm|hồ sơ|giấy tờ|giấy|bằng|suất|sổ|tội|thủ tục|quan hệ|dự án|thầu|biên chế|công chức|nghĩa vụ|lính|quốc tịch|cho nhanh|tiền)`,
  giveMoney: `(đưa|biếu|nhét|gửi|cho|chi|kẹp|dúi|tặng|bồi dưỡng|cảm ơn|chuyển|lì xì|hậu tạ|mời|trả thêm|đưa thêm|cà phê) (thêm |ít |chút |riêng |tí |chút ít |bao nhiêu |mấy |một ít |vài |)(tiền|quà|cà phê|cafe|bia|triệu|trăm|đồng|nước|chút|)`,
  officials: `cán bộ; công chức; công an; cảnh sát; csgt; cảnh sát giao thông; nhân viên (một cửa|tiếp nhận|thuế|hải quan|địa chính); một cửa; địa chính; hải quan; thanh tra; kiểm lâm; đăng kiểm viên; giám khảo; thẩm phán; sếp; lãnh đạo; trưởng phòng; chủ tịch; ủy ban; xã; phường; người (giải quyết|phụ trách|xét duyệt|ký|làm hồ sơ)`,
  gain: `để; cho (nhanh|lẹ|qua|được|dễ|xong|trót lọt|sớm|êm); nhanh; bỏ qua; duyệt; ưu tiên; khỏi; giúp; bao nhiêu; thì; là (được|xong); lấy trước; trót lọt`,
  hack: `!hack; hack; hách (vào|tài khoản|hệ thống); bẻ (khóa |) mật khẩu; dò mật khẩu; crack; (đột nhập|xâm nhập|truy cập trái phép|phá|đánh sập|tấn công|can thiệp|chui) (vào |) (hệ thống|tài khoản|máy chủ|web|website|trang|cổng|cơ sở dữ liệu|csdl|server|mạng|camera|vneid|zalo|facebook|điện thoại|dữ liệu) ; ddos; (lấy|ăn|đánh|xem|đọc|vào) (cắp|trộm|lén) (mật khẩu|tài khoản|otp|dữ liệu|tin nhắn|thông tin|email|zalo|facebook|danh sách); (cài|gắn|đặt) (phần mềm|app|máy|thiết bị|ứng dụng|định vị|camera) (theo dõi|nghe lén|gián điệp|quay lén|lén|ẩn|lên xe|vào điện thoại); nghe lén; đọc trộm; xem lén; (xóa|sửa|đổi) (dữ liệu|thông tin|điểm|lỗi|biên bản|phạt nguội|án tích|tiền án|nợ thuế|lịch sử) (trên|trong|khỏi|ở|của) (hệ thống|cơ sở dữ liệu|csdl|máy|web|vneid|người khác|cổng); (xóa|gỡ|bỏ) (phạt nguội|lỗi phạt nguội|án tích|tiền án) (cho|giúp|giùm|không|mà|lén|được); vượt (tường lửa|xác thực|bảo mật|khuôn mặt); qua mặt (khuôn mặt|xác thực|hệ thống|công an|cán bộ|kiểm tra|hải quan|thuế|ngân hàng|csgt|cảnh sát); lấy (cắp |trộm |) (otp|mật khẩu) (của|người)`,
  use: `dùng; mượn; lấy; xài; sử dụng; cầm; thuê; cho mượn; lấy nhờ; nhờ; đem; dùng tạm; lấy tạm; mượn tạm`,
  ofOther: `của (người khác|người ta|anh|chị|em|bạn|ông|bà|hàng xóm|chồng|vợ|người quen|đứa bạn|thằng bạn|người yêu|nó|đồng nghiệp|cô|chú|người chết|người đã mất|người mất|mẹ|cha|bố|ba|má|ai|dì|cậu|bác|người nhà|sếp|khách|nhân viên|công nhân|người dưng|anh họ|chị họ|anh trai|chị gái|em trai|em gái|bạn tôi) ; người khác; anh trai; chị gái; em trai; em gái; bạn tôi; bạn em; thằng bạn`,
  deed: `(để |đi |mà |rồi |) (thi|xin việc|đi làm|vay|mua|đi máy bay|bay|bầu|lĩnh|nhận tiền|nhận trợ cấp|nhận thưởng|khám|cưới|rút|mở (tài khoản|thẻ|công ty|sim)|đứng tên|ký|hưởng|trình|qua mặt|chạy xe|lái xe|thuê|cầm đồ|cầm|vào làm|nhập học|đăng ký (sim|xe|kết hôn|kinh doanh|thi|vay|tạm trú|thuê bao|tài khoản|mua|nhà|vneid|trợ cấp|học)|xuất cảnh|đi nước ngoài|đi (khám|học|làm|thi|bệnh viện)|làm (công nhân|việc|hộ chiếu|thẻ|giấy)|xuất trình|bán|thế chấp|lãnh|tham gia)`,
  standIn: `thi (hộ|thay|giùm|dùm|thuê|kèm đáp án|mướn); (nhờ|thuê|mướn) (người |ai |bạn |anh |đứa bạn |người khác |) (thi|học|khám|đi nghĩa vụ|đi lính|đi tù|nhận tội|đứng tên|ký) (hộ|thay|giùm|dùm|thế|hộ bằng|chỗ); khám (hộ|thay|giùm|thế) (sức khỏe|nghĩa vụ|); đi (lính|nghĩa vụ|tù) (thay|hộ|thế|giùm); ký (thay|giùm|hộ|giả) (tên |) (vợ|chồng|bố|mẹ|cha|người|chữ|anh|chị|em|chủ|giám đốc|sếp|lãnh đạo)(  mà| không| khi| trong| lén|)`,
  scheme: `
    khai (man|gian|khống|sai sự thật|láo|dối|bậy|ít đi|thiếu thu nhập|tăng tuổi|giảm tuổi|thấp|giảm giá|lùi ngày|tăng|bớt); (kết hôn|ly hôn|hôn nhân|cưới|ly dị|lấy chồng|lấy vợ) (giả|giả tạo|hợp đồng|trên giấy); giả (vờ |bộ |) (ly hôn|kết hôn|chết|bệnh|ốm|tai nạn|nghèo|tàn tật|khuyết tật|điên|tâm thần|câm|điếc|mất xe|mất giấy|danh); trốn (thuế|nghĩa vụ|đi nghĩa vụ|lính|khám|bảo hiểm|đóng bảo hiểm|truy nã|nộp phạt|phạt|nợ|thi hành án|công an|đi lính|bộ đội|sang|qua|ra nước|vé|cách ly); (lách|né|tránh|luồn) (luật|thuế|phạt|nghĩa vụ|csgt|kiểm tra|đóng thuế|nộp thuế|đóng bảo hiểm|đi nghĩa vụ|đi lính|quy định|thanh tra|công an|cảnh sát|nồng độ cồn); (không|khỏi|đỡ) phải (đi nghĩa vụ|đi lính|nộp thuế|đóng thuế) ; (xuất|mua|bán|mua bán|viết|ghi) hóa đơn (khống|đỏ|vat|gtgt|ma|đầu vào); rửa tiền; (mua|mua bán|mua ít|mua chút|tàng trữ|vận chuyển|order) (ma túy|súng|thuốc nổ|pháo|pháo nổ|heroin|cần sa|thuốc lắc|hàng đá|ketamin|bóng cười|nội tạng|trẻ em|trẻ sơ sinh|em bé|sim rác|tiền giả|động vật hoang dã|tê tê|ngà voi|thuốc mê|roi điện|bằng giả|tài khoản ngân hàng); !(mua|bán|kiếm|trồng|chơi|chế|nấu|buôn) (ma túy|súng|đạn|thuốc nổ|pháo|heroin|cần sa|thuốc lắc|hàng đá|thận|nội tạng|trẻ em|con nuôi|tiền giả|hổ|tê tê|thuốc mê|bằng giả|tài khoản ngân hàng); tiền giả; vượt biên; (xuất|nhập) cảnh (trái phép|chui|lậu); đi (chui|lậu|trốn) (qua|sang|ra|đường|biên); (sang|qua) (trung quốc|campuchia|lào|biên giới|đài loan|hàn quốc|nhật|anh|mỹ) (chui|lậu|trái phép|không cần giấy|không cần hộ chiếu|bằng đường tiểu ngạch); buôn lậu; hàng lậu; đẻ (thuê|mướn); mang thai (thuê|hộ lấy tiền|mướn); cho vay (nặng lãi|lãi nặng|lãi cao); đòi nợ thuê; siết nợ; thuê (giang hồ|côn đồ|người đánh|người dằn mặt|xã hội đen|người giết|sát thủ); (mở|tổ chức|lập|ghi|chơi|đánh) (sòng bạc|cá độ|lô đề|số đề|đánh bạc|sới bạc|bạc|đề|động mại dâm|nhà chứa|đường dây); môi giới mại dâm; (xây|cất|làm|dựng|lấn|san lấp|cơi nới) (nhà |) (chui|lén|lụi|trộm|không phép|trái phép|không xin phép) (mà |để |sao |) (không |khỏi |cho |khỏi bị |không bị |đừng |) (bị |) (ai biết|phát hiện|phạt|công an|cán bộ|phường biết|xã biết|qua mặt|được|trót lọt); (không|khỏi|đừng) bị (phát hiện|công an bắt|bắt|lộ|ai biết|cán bộ biết|truy ra|công an phát hiện|sờ gáy); qua mặt; lừa (tiền|bán|lấy|vợ|chồng|bà|ông|người|bảo hiểm|ngân hàng|khách|nhà nước)(  để| thế nào| sao| cách|); trục lợi; ăn gian; gian lận; chiếm (đoạt |luôn |) (tài sản|đất|nhà|lương hưu|trợ cấp|tiền) (của|thừa kế|người|anh|chị|em|hàng xóm); hưởng (hai|2|khống|gian) (suất|lần|nơi|tiền trợ cấp|trợ cấp); (nhận|lĩnh|lãnh|hưởng|rút) (lương hưu|trợ cấp|tiền) (của |)(người chết|người đã mất|người đã chết|cha đã mất|mẹ đã mất|bố đã mất)( tiếp|); tảo hôn; cưới vợ nhỏ tuổi; lấy (hai vợ|vợ hai|thêm vợ); (làm|xin) giấy tờ cho hai vợ; (sửa|tăng|khai|nâng|hạ|đổi|giảm) (tuổi|năm sinh|ngày sinh) (lên|xuống|cho đủ|để đủ|để được|cho trẻ|để trốn|giả|khống|để đi|để lấy|lại để|cho kịp)`,

  // Of persons
  accused: `
    chủ tịch; phó chủ tịch; bí thư; cán bộ; công chức; công an; cảnh sát; csgt; giám đốc; phó giám đốc; trưởng (phòng|thôn|ấp|khu phố|công an|ban|xã); phó phòng; lãnh đạo; nhân viên (một cửa|tiếp nhận|ở|tại|phường|xã|thuế|bệnh viện|này|đó); một cửa; địa chính; hải quan; chi cục; kiểm lâm; kiểm sát; thẩm phán; bác sĩ; hiệu trưởng; thầy; cô giáo; sếp; ông; bà; lão; thằng; con mụ; hàng xóm; chồng cũ; vợ cũ; anh ta; chị ta; tên; công ty; chủ (nhà|đầu tư|trọ|thầu|quán|doanh nghiệp); ủy ban; ubnd; phường; !xã; sở; tòa; quan chức; bọn (chúng|họ|cán bộ|quan); mấy (ông|bà|anh|cha|thằng); chính quyền; thanh tra; nhà nước; tổ trưởng; đội trưởng; kế toán; thủ quỹ; giáo viên; nhà thầu; doanh nghiệp; chị hàng xóm; anh hàng xóm; đại biểu; chủ doanh nghiệp; tổng giám đốc; luật sư`,
  wrong: `
    tham nhũng; tham ô; tham lam; ăn (hối lộ|tiền|chặn|bẩn|đút|của dân|đất|chia|dày|bớt|cắp|cướp|hối|lương|tiền từ thiện|tiền cứu trợ|tiền dân|trên|phần trăm|hoa hồng|nhậu|bòn); nhận (hối lộ|tiền|phong bì|quà|lót tay|đút lót|của đút|tiền bồi dưỡng); vòi (tiền|vĩnh|quà|phong bì|hối lộ|tôi|dân|vĩnh dân|thêm); đòi (tiền|hối lộ|phong bì|lót tay|chung chi|bồi dưỡng|quà|thêm|ăn|chi|tôi đưa|tôi chi|bôi trơn|phần trăm|cà phê|tình); (gợi ý|yêu cầu|bắt|ép|buộc) (tôi |dân |em |người dân |phải |) (đưa|chi|đóng|nộp|bồi dưỡng|lót|biếu|chung) (thêm |riêng |)(tiền|phong bì|quà|chi|hối lộ|bồi dưỡng|cho|tay|ngoài); hạch sách; nhũng nhiễu; hách dịch; lạm quyền; lộng quyền; bao che; cửa quyền; chiếm (đất|đoạt|dụng|của|nhà|công quỹ|lối); cướp (đất|nhà|công|của dân|tiền); lừa (đảo|tiền|đất|dân|tôi|gạt|dối|bán|bà con); làm khó; gây khó; cố tình (gây|ngâm|giam|om|kéo|làm|chậm|trì hoãn); ngâm (hồ sơ|giấy|đơn); giam hồ sơ; bồ bịch; ngoại tình; cặp (bồ|kè|với); bè phái; bảo kê; sân sau; ăn cắp; ăn trộm; biển thủ; trốn thuế; buôn lậu; bán đất công; bán bãi; mua (chức|quan|bằng|ghế); chạy (chức|ghế|tội|án|điểm); (dùng|xài|có|sài) bằng giả; khai man; gian lận; rút ruột; bất tài; đánh dân; đánh người; vô cảm; vô trách nhiệm; vô lương tâm; thối nát; mất chất; tha hóa; vi phạm (pháp luật|quy định|luật); phá rừng; bán ma túy; buôn ma túy; xài ma túy; cờ bạc; đánh bạc; mại dâm; quấy rối; sàm sỡ; nâng (đỡ|điểm|khống); khai khống; thông đồng; móc nối; cấu kết; tư lợi; trục lợi; lợi ích nhóm; con ông cháu cha; đưa (con|người nhà|cháu|vợ) (vào|lên) ; giàu (bất thường|lên nhờ|nhanh|quá|có bất thường); nhà (lầu|cao cửa rộng|to) (xe|nhờ|thế); lấy đâu ra tiền; tiêu cực; mờ ám; khuất tất; bẻ cong; ép cung; bức cung; giết người; lấn (đất|chiếm|ranh); xây (lấn|trái phép|sai phép|không phép|lố); đổ trộm; xả thải; thằng ăn cướp; quân ăn cướp; ăn cháo đá bát; chó má; sách nhiễu; hành dân; coi thường dân; chèn ép; trù dập; đe nẹt`,
  personal: `ông; bà; chủ tịch; giám đốc; bí thư; cán bộ; công an; lãnh đạo; trưởng; phó; hàng xóm; tên; ai; anh; chị; thằng; nhà`,
  judged: `
    (có |) (liêm khiết|trong sạch|tham nhũng|nhận hối lộ|ăn hối lộ|ngoại tình|bồ|con riêng|lý lịch đen|dính (chàm|vụ|án)) (không|chưa|hay không|hông|ko|à); có (tham nhũng|ăn tiền|ăn hối lộ|nhận hối lộ|bồ nhí|tiền án|sân sau|sạch|trong sạch|gian dối) ; (ai|ông nào|người nào|cán bộ nào|sở nào|lãnh đạo nào|xã nào|phường nào) (là |) (tham nhũng|ăn hối lộ|nhận hối lộ|ăn tiền|bẩn|xấu|dốt|tệ nhất|kém nhất|tham|vô dụng|lừa đảo|làm biếng|lười)`,

  // Politics
  politics: `
    đa đảng; độc đảng; đa nguyên; độc tài; việt tân; phản động; dư luận viên; bò đỏ; ba que; lật đổ (chế độ|chính quyền|đảng|nhà nước|chính phủ|cộng sản|ông|lãnh đạo); cách mạng màu; đảo chính; nhân quyền; bất đồng chính kiến; tù nhân (chính trị|lương tâm); tự do (ngôn luận|báo chí|bầu cử); diễn biến hòa bình; lưỡi bò; trung quốc (xâm lược|chiếm|đánh|xâm chiếm|cướp); (xâm lược|chiếm) (hoàng sa|trường sa|việt nam|ukraine|đài loan); hoàng sa (của|là|thuộc|bị|trường sa); tranh chấp (biển đông|chủ quyền|biển đảo); chiến tranh (nga|ukraine|ucraina|thương mại|biển đông); nga (và|với|đánh|hay) (ukraine|ucraina|mỹ); dải gaza; bầu cử tổng thống; cộng hòa hay dân chủ; cờ vàng; việt nam cộng hòa; vnch; ngụy quân; chế độ (cộng sản|độc tài|toàn trị|ngụy|độc đảng); chủ nghĩa (cộng sản|tư bản|mác|tam dân); tư bản hay; thân (tàu|mỹ|trung quốc|trung); bài trung; theo (phe|mỹ hay|tàu hay|trung quốc hay); (ai|người nào|phe nào) (sẽ |) (đắc cử|lên làm|kế nhiệm|làm tổng bí thư|lên tổng bí thư|thắng cử|thay|lên chức|làm thủ tướng|làm chủ tịch nước|vào bộ chính trị)  ; đấu đá (nội bộ|phe phái|quyền lực|chính trị); phe (phái|cánh|nào)( trong|); thanh trừng; đốt lò; cải cách ruộng đất; nhân văn giai phẩm; (đảng|quốc hội|nhà nước|chính phủ) (có |) (tốt|xấu|dân chủ|độc tài|bù nhìn|sai lầm|nên giải tán|thối nát|tham nhũng|bất lực|cai trị|lãnh đạo tốt|lãnh đạo kém|lãnh đạo sai|sụp đổ|còn tồn tại|ăn|lừa dân|mị dân|hại dân|bán nước); bán nước; bù nhìn; mất nước; (ủng hộ|chống|phản đối|bầu cho|bỏ phiếu cho|ghét|chống lại|lật) (đảng|chính phủ|chế độ|nhà nước|cộng sản|chính quyền|phe|trung quốc|mỹ|nga|ai)`,
  protest: `biểu tình; đình công; bãi công; tuần hành; bạo loạn; tẩy chay (bầu cử|chính quyền|đảng)`,
  power: `
    đảng; !đảng ta; chính phủ; quốc hội; nhà nước; chế độ; tổng bí thư; bộ chính trị; chủ tịch nước; thủ tướng; lãnh đạo (nhà nước|việt nam|đảng|cấp cao|đất nước|tỉnh|thành phố|trung ương|hiện nay); chính quyền; chính quyền (hiện nay|việt nam|ta|này|trung ương|địa phương); bộ trưởng; bí thư tỉnh; hồ chí minh; bác hồ; tô lâm; nguyễn phú trọng; phạm minh chính; võ văn thưởng; lương cường; nguyễn xuân phúc; trần cẩm tú; nguyễn tấn dũng; lê duẩn; võ nguyên giáp; ngô đình diệm; nguyễn văn thiệu; bộ máy; thể chế; chính trị; cộng sản; tổng thống; putin; trump; donald trump; biden; tập cận bình; kim jong un; zelensky; chiến tranh; bầu cử; đất nước; israel; hamas; palestine; đài loan; nga và ukraine; mỹ và trung quốc`,
  opinion: `
    (nghĩ|thấy|cảm thấy|suy nghĩ) (gì|sao|thế nào|như thế nào|ra sao) (về|đối với|khi|); (ý kiến|quan điểm|nhận định|cảm nghĩ|suy nghĩ|đánh giá|nhận xét|bình luận|thái độ) (gì |của bạn |của mày |riêng |cá nhân |thế nào |sao |như thế nào |của trợ lý |)(về|ra sao|gì|sao); (tốt|giỏi|xấu|dở|tệ|dân chủ|độc tài|tham nhũng|trong sạch|công bằng|minh bạch) (hay xấu|hay dở|hay tệ|hay không|không|chứ|hơn|nhỉ|hả|à); ai (giỏi|tốt|tệ|xấu|dở|đúng|sai) (hơn|nhất|); tốt hơn; giỏi hơn; có nên (bầu|bỏ phiếu|tin|ủng hộ|lật|thay|giải tán|cải cách|đa đảng|chống|theo|tồn tại|từ chức); nên (từ chức|giải tán|sụp đổ|bỏ đảng|lật đổ|thay đổi chế độ|bầu cho ai|theo ai|ủng hộ ai|ủng hộ bên nào|chọn phe); phe (nào|mỹ|nga); bên nào (đúng|sai|thắng|chính nghĩa|mạnh); thối nát; bất tài; sụp đổ; mục nát; chửi; ghét; nói xấu; chê; kêu gọi; thất bại; sai lầm; là (kẻ|đồ|lũ|bọn|tên|con rối|bù nhìn|tội đồ|độc tài); công hay tội; có tội; tại sao (không cho|lại cấm|cấm|dân không được|không được); yêu (đảng|nước không); bầu (cho|ai); ai sẽ (lên|thắng|làm|thay|kế)`,
} as const;

const NOT_ASKED = ["asksLaw", "reports"] as const;

export const CONDUCT_RULES: readonly SensitiveRule[] = [
  {
    kind: "unlawful",
    parts: ["get|buy", "paper", "fake"],
    gap: 4,
    unless: NOT_ASKED,
    examples: ["Mua bằng lái giả ở đâu?", "làm giúp tôi giấy xác nhận giả", "cần giấy khám sức khỏe không cần khám"],
    not: ["Giấy tờ giả bị xử lý thế nào?", "Phân biệt sổ đỏ giả và thật", "Đổi giấy phép lái xe giá bao nhiêu?"],
    accentedOnly: true,
  },
  {
    kind: "unlawful",
    parts: ["get|buy", "fakePlain"],
    gap: 4,
    unless: [...NOT_ASKED, "price"],
    examples: ["mua bang lai gia o dau", "lam giay to gia", "can giay xac nhan gia de vay tien"],
    not: ["gia giay to nha dat bao nhieu", "doi bang lai gia bao nhieu", "giay to gia dinh can gi"],
  },
  {
    kind: "unlawful",
    parts: ["forge", "paper"],
    gap: 4,
    anyOrder: true,
    unless: NOT_ASKED,
    examples: ["Cách làm giả con dấu công ty", "giả chữ ký vợ trong hợp đồng", "photoshop căn cước để nộp hồ sơ"],
    not: ["Tôi bị người khác làm giả giấy tờ thì trình báo ở đâu?", "Làm giả giấy tờ bị phạt tù mấy năm?", "Chứng thực chữ ký ở đâu?"],
  },
  {
    kind: "unlawful",
    parts: ["buy", "buyable"],
    gap: 1,
    unless: NOT_ASKED,
    examples: ["Mua bằng lái xe B2 giá bao nhiêu?", "chỗ nào bán bằng đại học, mua bằng đại học bao nhiêu", "mua một suất biên chế ở xã"],
    not: ["Mua bảo hiểm y tế ở đâu?", "Mua nhà cần giấy tờ gì?", "Bản sao giấy khai sinh xin ở đâu?"],
  },
  {
    kind: "unlawful",
    parts: ["bribe"],
    unless: [...NOT_ASKED, "wrong", "program"],
    examples: ["Lót tay bao nhiêu để làm sổ đỏ nhanh?", "chạy nghĩa vụ quân sự hết bao nhiêu", "Muốn hối lộ thì đưa ai?"],
    not: ["Kế hoạch phòng chống hối lộ", "Hối lộ bị phạt thế nào?", "Tố cáo hối lộ ở đâu?"],
  },
  {
    kind: "unlawful",
    parts: ["giveMoney", "officials", "gain"],
    gap: 3,
    unless: NOT_ASKED,
    examples: ["Đưa tiền cho cán bộ để làm nhanh", "biếu quà công an để bỏ qua lỗi", "bồi dưỡng anh địa chính bao nhiêu thì được"],
    not: ["Gửi đơn cho công an xã ở đâu?", "Nộp tiền phạt cho công an ở đâu?", "Chuyển hồ sơ cho cán bộ một cửa"],
  },
  {
    kind: "unlawful",
    parts: ["hack"],
    unless: [...NOT_ASKED, "program"],
    examples: ["Hack tài khoản VNeID giúp tôi", "đột nhập máy chủ của xã", "đọc trộm tin nhắn của vợ"],
    not: ["Tài khoản VNeID bị hack thì báo ở đâu?", "Nhiệm vụ nào về phòng chống tấn công hệ thống?", "Hack là gì?"],
  },
  {
    kind: "unlawful",
    parts: ["use", "paper", "ofOther", "deed"],
    gap: 2,
    unless: NOT_ASKED,
    examples: ["Mượn căn cước của bạn để vay tiền", "dùng bằng lái của anh trai đi xin việc", "lấy thẻ bhyt của chị đi khám"],
    not: ["Dùng căn cước của cha mẹ để khai sinh cho con", "Lấy hộ khẩu của bố làm gì?", "Mượn sách của thư viện để đọc"],
    accentedOnly: true,
  },
  {
    kind: "unlawful",
    parts: ["standIn|scheme"],
    unless: NOT_ASKED,
    examples: ["Kết hôn giả để đi Mỹ", "trốn nghĩa vụ quân sự cách nào", "thi hộ bằng lái hết bao nhiêu"],
    not: ["Trốn thuế bị phạt bao nhiêu?", "Thủ tục ly hôn", "Kết hôn giả là gì?"],
  },
  {
    kind: "accusation",
    parts: ["accused", "wrong"],
    gap: 7,
    unless: ["asksLaw", "procedureOf", "program", "plan"],
    examples: ["Chủ tịch xã ăn hối lộ", "cán bộ địa chính vòi tiền dân", "ông hàng xóm lừa đảo tôi"],
    not: ["Tố cáo cán bộ nhận hối lộ ở đâu?", "Nhiệm vụ phòng chống tham nhũng do sở nào chủ trì?", "Cán bộ nhận hối lộ bị xử lý thế nào?"],
  },
  {
    kind: "accusation",
    parts: ["wrong", "accused"],
    gap: 2,
    unless: ["asksLaw", "procedureOf", "program", "plan"],
    examples: ["toàn tham nhũng, cán bộ phường này", "bao che cho công an", "vô trách nhiệm, mấy ông phường"],
    not: ["Phòng chống tham nhũng trong cán bộ", "Kê khai tài sản chống tham nhũng của cán bộ", "Lừa đảo trên mạng là gì?"],
  },
  {
    kind: "accusation",
    parts: ["personal", "judged"],
    gap: 6,
    anyOrder: true,
    unless: ["asksLaw", "procedureOf", "program", "plan"],
    examples: ["Giám đốc sở có tham nhũng không?", "ông chủ tịch có bồ nhí không", "lãnh đạo nào tham nhũng"],
    not: ["Chủ tịch UBND tỉnh ký văn bản nào?", "Giám đốc Sở có nhiệm vụ gì?", "Có cán bộ trực thứ bảy không?"],
  },
  {
    kind: "politics",
    parts: ["politics"],
    unless: ["plan", "law"],
    examples: ["Việt Nam có nên đa đảng không?", "Trump với Putin ai đúng", "chế độ cộng sản sẽ sụp đổ"],
    not: ["Thủ tục chuyển sinh hoạt đảng", "Chế độ chính sách cho người có công", "Thủ tướng giao nhiệm vụ gì?"],
  },
  {
    kind: "politics",
    parts: ["protest"],
    unless: ["plan", "asksLaw", "procedureOf"],
    examples: ["Mai đi biểu tình chống dự án nhé", "kêu gọi biểu tình", "tham gia tuần hành phản đối chính quyền"],
    not: ["Đình công hợp pháp là gì?", "Thủ tục đăng ký tuần hành", "Đình công cần điều kiện gì theo bộ luật lao động? thủ tục ra sao"],
  },
  {
    kind: "politics",
    parts: ["power", "opinion"],
    gap: 8,
    anyOrder: true,
    unless: ["plan", "procedureOf", "law", "papers"],
    examples: ["Bạn nghĩ gì về Tổng Bí thư?", "chính phủ này bất tài", "Quốc hội làm việc có tốt không"],
    not: ["Thủ tướng ký quyết định nào?", "Chính phủ quy định lệ phí bao nhiêu?", "Đánh giá mức độ chuyển đổi số của tỉnh"],
  },
];
