/** Requests to break the law, accusations of persons, and politics: words and rules, each rule with its examples and
 *  look-alikes. Who asks what the law says, reports a wrong or has suffered one does not ask to do it. */
import type { SensitiveRule } from "./sensitive-rule.ts";

export const CONDUCT_WORDS = {
  /** Asks what follows from it, or how to tell it. */
  asksLaw: `
    bị phạt; xử phạt; mức phạt; phạt (bao nhiêu|thế nào|như thế nào|ra sao|gì|không|tù|tiền|hành chính|mấy); hình phạt; bị xử lý; xử lý (thế nào|như thế nào|ra sao|sao|hình sự|hành chính|vi phạm|không); tội (gì|danh|phạm); bị tội; phạm tội; có (phạm|vi phạm) (pháp luật|luật|gì|tội|không|); vi phạm (pháp luật|luật|gì|không); phạm pháp; đúng luật; trái luật; bộ luật; luật (hình sự|dân sự|đất đai|hôn nhân); nghị định; trách nhiệm hình sự; khởi tố; đi tù; !tù; hợp pháp; bất hợp pháp; có (bị|sao|được phép|được không|hợp lệ) ; truy cứu; là gì; nghĩa là; khái niệm; thế nào là; hậu quả; tác hại; phân biệt; nhận biết; dấu hiệu; (kiểm tra|tra cứu|xác minh|biết) (thật|giả|thật giả|thật hay giả|xem|tính); thật hay giả; làm sao biết; quy định (về|của|thế nào|ra sao|nào|gì); chế tài; cấm`,
  /** Reports it, or suffered it. */
  reports: `
    tố cáo; tố giác; trình báo; báo (công an|cáo|chính quyền|cho ai|ở đâu|với ai|cơ quan|mất|án); phản ánh; khiếu nại; kiến nghị; phát hiện; bị (làm|lừa|kẻ|người|ai|mạo danh|giả mạo|hack|lộ thông tin|lộ dữ liệu|lộ số|mất|đánh cắp|trộm|chiếm|gian|đối tượng|bên|đứa|thằng|nó|người ta|họ); (nhận được|thấy|nghi|nghi ngờ|gặp) (là |có |tin |) (người|giấy|tin|cuộc|ai|văn bản|công văn|hóa đơn|bằng|thông báo); có người (làm|bán|mời|rao|lấy|dùng|mượn|giả|mạo); mạo danh tôi; phòng chống; phòng ngừa; cảnh báo; tránh (bị|mua|hàng|nhầm); nạn nhân; kẻ gian; lỡ (mua|dùng|bị|nộp|khai|ký); vô tình; bảo vệ; hàng giả`,
  procedureOf: `
    thủ tục; (nộp|gửi|viết|làm|mẫu|rút|soạn) đơn; mẫu đơn; hồ sơ (gì|gồm|cần|tố cáo|khiếu nại); ở đâu; gửi (đâu|cho ai|đến|tới|về); nộp (đâu|cho ai|ở|tại); cơ quan nào; gặp ai; với ai; cách (tố cáo|khiếu nại|gửi|nộp|phản ánh|tố giác); làm (sao|thế nào) (để |mà |) (tố|khiếu|phản|trình|gửi|nộp|báo); thời hạn; thời hiệu; trình tự; quy trình; thẩm quyền; bao lâu; bao nhiêu ngày; mấy ngày; tố cáo thế nào; khiếu nại thế nào; số điện thoại; đường dây nóng; tiếp dân; tiếp công dân; hòa giải; khởi kiện; kiện; tranh chấp; giải quyết; quyền (tố cáo|khiếu nại); cần (gì|những gì|giấy tờ)`,
  plan: `kế hoạch; nhiệm vụ; chỉ tiêu; mục tiêu; đề án; chương trình; chủ trì; phối hợp; quyết định; nghị quyết; chuyển đổi số; chính quyền số; chính quyền điện tử; cải cách hành chính; thủ tục; hồ sơ; giấy; đăng ký; phụ lục; căn cước; thẻ đảng; sinh hoạt đảng; lý lịch; chính sách; chế độ (chính sách|trợ cấp|ưu đãi|thai sản|bảo hiểm|nghỉ|báo cáo|cho|đối với); ban chỉ đạo`,

  tasks: `kế hoạch; nhiệm vụ; chỉ tiêu; mục tiêu; chủ trì; phối hợp; đề án`,

  // Against the law
  get: `mua; đặt (mua|làm); làm (giả|giúp|giùm|dùm|hộ|cho|ra|lấy|được|nhanh|một|1|cái|chui|lậu|lụi|bộ|tấm|luôn|gấp|nhái|thêm|ngay); in; thuê (làm|người|ai); nhờ (làm|ai|người|bạn|đứa|bên); kiếm; !lo; xin; cần; muốn; !bán; chế; dùng; sử dụng; xài; chạy; đổi; cấp; chỉ (chỗ|giúp|tôi|em|cách|giùm|mình); ở đâu (bán|làm|nhận|có); chỗ (nào|bán|làm|nhận); nhận; giúp; có; dịch vụ; cách; tạo; ghép; thiết kế; xuất; khắc; làm`,
  fake: `!giả; giả mạo; fake; nhái; dỏm; dởm; rởm; như thật; y như thật; giống (thật|y thật|hệt thật|như thật); không cần (thi|học|khám|đi khám|đi thi|đi học|bệnh|hồ sơ gốc); khỏi (thi|cần thi|học|khám|đi khám|đi thi|cần khám|cần học); không (phải thi|qua thi|đi khám|phải khám|phải học|phải đi khám|cần phải thi); bao đậu; bao (qua|pass); chống đậu; không bệnh; mà không (thi|khám|học|bệnh); photoshop; !khống`,
  /** Without diacritics "gia" is the price, old age and the family too. */
  fakePlain: `(bang lai|giay to|giay xac nhan|giay khai sinh|so do|so hong|can cuoc|cccd|cmnd|giay kham suc khoe|bang dai hoc|bang cap|chung chi|con dau|chu ky|ho chieu|hoa don|giay chung tu|ho so|giay phep|bien so|giay doc than|ho khau|giay ket hon|benh an|bang tot nghiep|giay ra vien) gia; lam gia; gia (chu ky|con dau|mao); (ket hon|ly hon|cuoi) gia`,
  price: `giá (bao nhiêu|thế nào|cả|tiền|rẻ|mấy|nhiêu|sao|như|trị|trên); gia (đình|hạn|nhập|súc)`,
  forge: `làm giả; giả mạo (giấy tờ|chữ ký|hồ sơ|con dấu|giấy|sổ|bằng|căn cước|cccd|văn bản|hợp đồng); làm nhái; ngụy tạo; !giả (chữ ký|con dấu|giấy tờ|mộc|hồ sơ|bằng|danh công an|danh cán bộ); giả (chữ ký|con dấu); ký giả; ký nhái; ký giả mạo; ký thay chữ ký; ký giùm chữ ký; khắc (con |) dấu; scan con dấu; (ghép|cắt ghép|chỉnh ảnh|chế|dùng photoshop|photoshop) (ảnh |lại |hình |) (con dấu|chữ ký|cccd|căn cước|giấy|bảng điểm|sao kê|hóa đơn|hộ chiếu|biên lai); tẩy xóa; cạo sửa`,
  buyable: `bằng lái; bằng lái xe; giấy phép lái xe; gplx; bằng cấp; bằng đại học; bằng cao đẳng; bằng tốt nghiệp; bằng (cấp |) (3|ba|c3|thpt|b1|b2|a1|a2|c); chứng chỉ; giấy khám sức khỏe; giấy khám; giấy xác nhận; giấy chứng tử; giấy khai sinh; giấy ra viện; giấy nghỉ ốm; giấy nghỉ bệnh; giấy nghỉ (hưởng |) (bhxh|bảo hiểm xã hội); giấy xét nghiệm; giấy độc thân; căn cước; cccd; cmnd; hộ chiếu; quốc tịch; điểm thi; học bạ; bảng điểm; chức; biên chế; suất (biên chế|công chức|viên chức|vào|hộ nghèo|nhà ở xã hội|đi); phiếu lý lịch tư pháp; hộ khẩu; giấy hộ nghèo; sổ hộ nghèo; hộ nghèo; hóa đơn (khống|đỏ|vat|gtgt|đầu vào); giấy thương binh; thẻ thương binh; hồ sơ thương binh; bệnh án; giấy tâm thần; con dấu; thông tin (cá nhân|khách hàng|người dùng); dữ liệu (cá nhân|khách hàng|người dùng|công dân|dân cư)`,
  buy: `mua; mua (bán|giúp|hộ|giùm|dùm|lại|một|1|cái|tấm|được|luôn); !bán; đặt mua; !chạy; bán cho (tôi|em|mình); (chạy|lo) (một|1) (suất|cái|tấm)`,
  bribe: `hối lộ; đút lót; lót tay; đút tiền; đi (cửa sau|cổng sau|đêm); cửa sau; !chung chi; chung chi (cho|bao nhiêu|mấy|tiền); bôi trơn; lo lót; lót (cho |) (cán bộ|công an|người); quà cáp; bao thư; phong bì; phí bôi trơn; lót (phòng|tiền|đường|sẵn|giám khảo|ít|cho|bao nhiêu|ai); hậu tạ; !lại quả; hoa hồng cho (cán bộ|người|sếp|lãnh đạo|chủ đầu tư); bồi dưỡng (cho |thêm |riêng |) (cán bộ|anh|chị|người|thầy|giám khảo|bên|mấy|ai|sếp|lãnh đạo); trả ơn riêng; tiền (cà phê|trà nước|bồi dưỡng) (cho|để|bao nhiêu|cán bộ); chạy (án|chức|việc|điểm|hồ sơ|giấy tờ|giấy|bằng|suất|sổ|tội|thủ tục|quan hệ|dự án|thầu|biên chế|công chức|nghĩa vụ|lính|quốc tịch|cho nhanh|tiền)`,
  giveMoney: `(đưa|biếu|nhét|gửi|cho|chi|kẹp|dúi|tặng|bồi dưỡng|cảm ơn|chuyển|lì xì|hậu tạ|mời|trả thêm|đưa thêm|cà phê) (thêm |ít |chút |riêng |tí |chút ít |bao nhiêu |mấy |một ít |vài |)(tiền|quà|cà phê|cafe|bia|triệu|trăm|đồng|nước|chút|)`,
  officials: `cán bộ; công chức; công an; cảnh sát; csgt; cảnh sát giao thông; nhân viên (một cửa|tiếp nhận|thuế|hải quan|địa chính); một cửa; địa chính; hải quan; thanh tra; kiểm lâm; đăng kiểm viên; giám khảo; thẩm phán; sếp; lãnh đạo; trưởng phòng; chủ tịch; ủy ban; xã; phường; người (giải quyết|phụ trách|xét duyệt|ký|làm hồ sơ)`,
  gain: `để; cho (nhanh|lẹ|qua|được|dễ|xong|trót lọt|sớm|êm); nhanh; bỏ qua; duyệt; ưu tiên; khỏi; giúp; bao nhiêu; thì; là (được|xong); lấy trước; trót lọt`,
  hack: `!hack; hack; hách (vào|tài khoản|hệ thống); bẻ (khóa |) mật khẩu; dò mật khẩu; crack; (đột nhập|xâm nhập|truy cập trái phép|phá|đánh sập|tấn công|can thiệp|chui) (vào |) (hệ thống|tài khoản|máy chủ|web|website|trang|cổng|cơ sở dữ liệu|csdl|server|mạng|camera|vneid|zalo|facebook|điện thoại|dữ liệu) ; ddos; (lấy|ăn|đánh|xem|đọc|vào) (cắp|trộm|lén) (mật khẩu|tài khoản|otp|dữ liệu|tin nhắn|thông tin|email|zalo|facebook|danh sách); (cài|gắn|đặt) (phần mềm|app|máy|thiết bị|ứng dụng|định vị|camera) (theo dõi|nghe lén|gián điệp|quay lén|lén|ẩn|lên xe|vào điện thoại); nghe lén; đọc trộm; xem lén; (xóa|sửa|đổi) (dữ liệu|thông tin|điểm|lỗi|biên bản|phạt nguội|án tích|tiền án|nợ thuế|lịch sử) (trên|trong|khỏi|ở|của) (hệ thống|cơ sở dữ liệu|csdl|máy|web|vneid|người khác|cổng); (xóa|gỡ|bỏ) (phạt nguội|lỗi phạt nguội|án tích|tiền án) (cho|giúp|giùm|không|mà|lén|được); vượt (tường lửa|xác thực|bảo mật|khuôn mặt); qua mặt (khuôn mặt|xác thực|hệ thống|công an|cán bộ|kiểm tra|hải quan|thuế|ngân hàng|csgt|cảnh sát); lấy (cắp |trộm |) (otp|mật khẩu) (của|người)`,
  use: `dùng; mượn; lấy; xài; sử dụng; cầm; thuê; cho mượn; lấy nhờ; nhờ; đem; dùng tạm; lấy tạm; mượn tạm`,
  ofOther: `!thằng em; thằng em; con em; ông anh; bà chị; nhỏ bạn; con bạn; thằng cháu; người chết; của (người khác|người ta|anh|chị|em|bạn|ông|bà|hàng xóm|chồng|vợ|người quen|đứa bạn|thằng bạn|người yêu|nó|đồng nghiệp|cô|chú|người chết|người đã mất|người mất|mẹ|cha|bố|ba|má|ai|dì|cậu|bác|người nhà|sếp|khách|nhân viên|công nhân|người dưng|anh họ|chị họ|anh trai|chị gái|em trai|em gái|bạn tôi) ; người khác; anh trai; chị gái; em trai; em gái; bạn tôi; bạn em; thằng bạn`,
  deed: `(để |đi |mà |rồi |) (thi|xin việc|đi làm|vay|mua|đi máy bay|bay|bầu|lĩnh|nhận tiền|nhận trợ cấp|nhận thưởng|khám|cưới|rút|mở (tài khoản|thẻ|công ty|sim)|đứng tên|ký|hưởng|trình|qua mặt|chạy xe|lái xe|thuê|cầm đồ|cầm|vào làm|nhập học|đăng ký (sim|xe|kết hôn|kinh doanh|thi|vay|tạm trú|thuê bao|tài khoản|mua|nhà|vneid|trợ cấp|học)|xuất cảnh|đi nước ngoài|đi (khám|học|làm|thi|bệnh viện)|làm (công nhân|việc|hộ chiếu|thẻ|giấy)|xuất trình|bán|thế chấp|lãnh|tham gia)`,
  falsify: `(ghi|đề|ký|viết|làm|cho|xác nhận|chứng|đóng dấu) (lùi|khống|dối|gian|bớt|sai lệch) (ngày|tên|tuổi|tháng|năm|số|diện tích|thời gian|địa chỉ|giờ|công|sự thật|thực tế|giá|nội dung)( ký| tháng| giùm| lại|); (ghi|khai|viết|xác nhận) sai sự thật; lùi (lại ngày|ngày ký|ngày giùm|ngày tháng); ký (khống|lùi|trước ngày); (ghi|đứng|để|khai|nhận) tên (vợ chồng tôi|tôi|em|mình|ông bà|chị tôi|anh tôi) (là|làm) (cha|mẹ|bố|ba|cha mẹ|bố mẹ) (đẻ|ruột|luôn|); (giả làm|nhận vơ|nhận bừa|nhận đại) (cha|con|mẹ|bố|người nhà|vợ|chồng); (sao cho|để|cho|làm sao|mà|cách nào|kiểu nào) (khỏi|không|đừng|tránh) (bị |) (ai |) (hỏi|phát hiện|lộ|nghi|kiểm tra|bắt|ai biết|người ta biết|họ biết|soi|truy|tra ra|biết|để ý|bại lộ|dính phạt|công an|phải thi|phải khám|đi lính|đóng thuế|nộp thuế)`,
  covertly: `(người ta|ai|họ|công an|cán bộ|cơ quan|nhà nước|ngân hàng|bảo hiểm|thuế|nhà trường|sếp) (không|khỏi|hổng|chẳng) (biết|phát hiện|hay|ai biết|nghi|tra ra|để ý|nhận ra|bắt)( được|)`,
  fakeRecord: `(biên bản|biên bản họp|hóa đơn|hồ sơ|chứng từ|báo cáo|quyết định|hợp đồng|giấy xác nhận|danh sách|bảng lương|bảng chấm công|số liệu) (khống|lùi ngày|giả mạo)( ngày| tháng| nhân| chi|); hợp thức hóa (thanh toán|chứng từ|chi phí|gói thầu|hồ sơ thầu|khoản chi|tiền|đất lấn chiếm); khai (đại|bừa|bậy); đứng tên (cha|mẹ|bố|ba) (cho|của|trong); (sửa|đổi|chỉnh|lùi) (lại |) (ngày tiếp nhận|ngày nhận hồ sơ|hạn trả|ngày trên hệ thống|số liệu báo cáo|kết quả chấm|điểm thi)`,
  alter: `sửa; tăng; nâng; đổi; hạ; bớt; khai; giảm; sửa lại`,
  age: `tuổi; năm sinh; ngày sinh; ngày tháng năm sinh`,
  ageAim: `cho đủ tuổi; (để |cho |) (đủ tuổi|trốn lính|đi làm|đi lính|lấy chồng|lấy vợ|cưới|về hưu|hưởng lương hưu|kịp|đi xuất khẩu|nhập học|thi|chưa đủ tuổi|trẻ lại|qua tuổi|được cưới)`,
  gift: `(ít|chút|riêng|thêm|tí|miếng|phần) (cà phê|cafe|tiền|quà|quà cáp|phong bì|bồi dưỡng|tiền nước|tiền cà phê); (gửi|cho|biếu|đưa|hậu) (riêng |thêm |)(anh|em|chị|cán bộ|mấy anh|chú|cô|bên đó|bên mình) (ít|chút|riêng|thêm|tí|phong bì|tiền|quà|vài)`,
  favour: `(đẩy|xếp|đôn|chen) (cái |) (hồ sơ |) (lên|trước|nhanh|lẹ); lên trước; cho (nhanh|lẹ|qua|đậu|đỗ|sớm|xong|trót lọt|êm); ưu tiên; bỏ qua; duyệt (nhanh|luôn|cho|trước|giùm|giúp); ký (nhanh|luôn|giùm|trước); đẩy (cái |) hồ sơ; giải quyết (nhanh|trước|liền|luôn|gấp); linh động; du di; châm chước; nhắm mắt`,
  seek: `tra; tra giùm; tra giúp; tìm; dò; coi giùm; xem giùm; kiếm; xuất; xuất giúp; cung cấp; trích; gửi (tôi|em|mình|giúp|cho); cho xin; lấy; bán; tải`,
  personalData: `số (căn cước|cccd|cmnd|điện thoại|tài khoản|định danh|bảo hiểm); cccd; sđt; địa chỉ( nhà|); thông tin cá nhân; dữ liệu cá nhân; danh sách (số |) (cccd|căn cước|điện thoại|sđt|khách|dân|hộ|người); chỗ ở; nhà ở đâu; ngày sinh; quê quán; lý lịch`,
  ofSomebody: `(của |) (con nhỏ|thằng|con nợ|người nợ|đứa|bồ|tình địch|vợ cũ|chồng cũ|nhân tình|đối thủ|kẻ|tên đó|người ta|bạn gái cũ|người yêu cũ|dân cả|cả xã|cả phường|cả huyện|toàn bộ dân|tất cả dân|tất cả khách|tất cả hộ|khách hàng|các hộ|mọi người|dân trong|hộ nghèo trong)`,
  shamMarriage: `(kết hôn|cưới|giấy kết hôn|đăng ký kết hôn|ly hôn|ly dị|nhận con nuôi|nhập hộ khẩu|chuyển khẩu)`,
  shamAim: `(chỉ để|để được|để ảnh|để anh|để chị|để chỉ|để nó|để lấy|để|cho dễ) (bảo lãnh|đi mỹ|đi úc|đi nhật|đi hàn|đi đài loan|đi nước ngoài|nhập tịch|lấy quốc tịch|quốc tịch|trốn nợ|tẩu tán|né thuế|hưởng|thẻ xanh|định cư|mua nhà ở xã hội|qua mặt|cho con vào trường|khỏi trả nợ|tránh thuế|miễn thuế|được miễn)`,
  erase: `(xóa|hủy|gỡ|xóa bỏ|bỏ|rút|tẩy|sửa) (giùm |giúp |hộ |cho |dùm |)(tôi |em |mình |)(cái |luôn |hết |)`,
  erased: `biên bản (vi phạm|phạt|phạt nguội|nồng độ cồn|); phạt nguội; lỗi (phạt|vi phạm|tốc độ|vượt đèn|nồng độ cồn); tiền án; tiền sự; án tích; nợ xấu; điểm trừ; dữ liệu (vi phạm|phạt|nợ); lịch sử vi phạm; bản án; lệnh truy nã; nợ thuế`,
  enter: `vào; đăng nhập; dùng; xài; chiếm; lấy; mở; dò; xem; sử dụng; mượn; truy cập; vô`,
  account: `tài khoản; vneid; zalo; facebook; email; mật khẩu; otp; mã otp; cổng dịch vụ công; dịch vụ công; định danh; định danh điện tử; điện thoại; tin nhắn; camera; wifi`,
  passTest: `(cho|bao|để|lo|chống|giúp|kéo|nâng) (đậu|đỗ|qua|điểm|pass)( luôn| chắc| 100| cho| giùm| bài|)`,
  test: `thi; sa hình; sát hạch; bằng lái; lý thuyết; lái xe; công chức; viên chức; tuyển dụng; giám khảo; đề thi; đáp án; kiểm tra; điểm`,
  borrow: `!mượn; mượn tạm; !thuê; cho mượn; !cho thuê; bán lại; lấy (cắp|trộm); xài (ké|chung|nhờ|tạm); dùng (ké|nhờ|tạm|đỡ)`,
  standIn: `thi (hộ|thay|giùm|dùm|thuê|kèm đáp án|mướn); (nhờ|thuê|mướn) (người |ai |bạn |anh |đứa bạn |người khác |) (thi|học|khám|đi nghĩa vụ|đi lính|đi tù|nhận tội|đứng tên|ký) (hộ|thay|giùm|dùm|thế|hộ bằng|chỗ); khám (hộ|thay|giùm|thế) (sức khỏe|nghĩa vụ|); đi (lính|nghĩa vụ|tù) (thay|hộ|thế|giùm); ký (thay|giùm|hộ|giả) (tên |) (vợ|chồng|bố|mẹ|cha|người|chữ|anh|chị|em|chủ|giám đốc|sếp|lãnh đạo)(  mà| không| khi| trong| lén|)`,
  scheme: `
    !khai khống; khai (man|gian|sai sự thật|láo|dối|bậy|ít đi|thiếu thu nhập|tăng tuổi|giảm tuổi|thấp|giảm giá|lùi ngày|tăng|bớt); (kết hôn|ly hôn|hôn nhân|cưới|ly dị|lấy chồng|lấy vợ) (giả|giả tạo|hợp đồng|trên giấy); giả (vờ |bộ |) (ly hôn|kết hôn|chết|bệnh|ốm|tai nạn|nghèo|tàn tật|khuyết tật|điên|tâm thần|câm|điếc|mất xe|mất giấy|danh); trốn (thuế|nghĩa vụ|đi nghĩa vụ|lính|khám|bảo hiểm|đóng bảo hiểm|truy nã|nộp phạt|phạt|nợ|thi hành án|công an|đi lính|bộ đội|sang|qua|ra nước|vé|cách ly); (lách|né|tránh|luồn) (luật|thuế|phạt|nghĩa vụ|csgt|kiểm tra|đóng thuế|nộp thuế|đóng bảo hiểm|đi nghĩa vụ|đi lính|quy định|thanh tra|công an|cảnh sát|nồng độ cồn); (không|khỏi|đỡ) phải (đi nghĩa vụ|đi lính|nộp thuế|đóng thuế) ; (xuất|mua|bán|mua bán|viết|ghi) hóa đơn (khống|đỏ|vat|gtgt|ma|đầu vào); rửa tiền; (mua|mua bán|mua ít|mua chút|tàng trữ|vận chuyển|order) (ma túy|súng|thuốc nổ|pháo|pháo nổ|heroin|cần sa|thuốc lắc|hàng đá|ketamin|bóng cười|nội tạng|trẻ em|trẻ sơ sinh|em bé|sim rác|tiền giả|động vật hoang dã|tê tê|ngà voi|thuốc mê|roi điện|bằng giả|tài khoản ngân hàng); !(mua|bán|kiếm|trồng|chơi|chế|nấu|buôn) (ma túy|súng|đạn|thuốc nổ|pháo|heroin|cần sa|thuốc lắc|hàng đá|thận|nội tạng|trẻ em|con nuôi|tiền giả|hổ|tê tê|thuốc mê|bằng giả|tài khoản ngân hàng); tiền giả; vượt biên; (xuất|nhập) cảnh (trái phép|chui|lậu); đi (chui|lậu|trốn) (qua|sang|ra|đường|biên); (sang|qua) (trung quốc|campuchia|lào|biên giới|đài loan|hàn quốc|nhật|anh|mỹ) (chui|lậu|trái phép|không cần giấy|không cần hộ chiếu|bằng đường tiểu ngạch); buôn lậu; hàng lậu; đẻ (thuê|mướn); mang thai (thuê|hộ lấy tiền|mướn); cho vay (nặng lãi|lãi nặng|lãi cao); đòi nợ thuê; siết nợ; thuê (giang hồ|côn đồ|người đánh|người dằn mặt|xã hội đen|người giết|sát thủ); (mở|tổ chức|lập|ghi|chơi|đánh) (sòng bạc|cá độ|lô đề|số đề|đánh bạc|sới bạc|bạc|đề|động mại dâm|nhà chứa|đường dây); môi giới mại dâm; (xây|cất|làm|dựng|lấn|san lấp|cơi nới) (nhà |) (chui|lén|lụi|trộm|không phép|trái phép|không xin phép) (mà |để |sao |) (không |khỏi |cho |khỏi bị |không bị |đừng |) (bị |) (ai biết|phát hiện|phạt|công an|cán bộ|phường biết|xã biết|qua mặt|được|trót lọt); (không|khỏi|đừng) bị (phát hiện|công an bắt|bắt|lộ|ai biết|cán bộ biết|truy ra|công an phát hiện|sờ gáy); qua mặt; lừa (tiền|bán|lấy|vợ|chồng|bà|ông|người|bảo hiểm|ngân hàng|khách|nhà nước)(  để| thế nào| sao| cách|); trục lợi; ăn gian; gian lận; chiếm (đoạt |luôn |) (tài sản|đất|nhà|lương hưu|trợ cấp|tiền) (của|thừa kế|người|anh|chị|em|hàng xóm); hưởng (hai|2|khống|gian) (suất|lần|nơi|tiền trợ cấp|trợ cấp); (nhận|lĩnh|lãnh|hưởng|rút) (lương hưu|trợ cấp|tiền) (của |)(người chết|người đã mất|người đã chết|cha đã mất|mẹ đã mất|bố đã mất)( tiếp|); tảo hôn; cưới vợ nhỏ tuổi; lấy (hai vợ|vợ hai|thêm vợ); (làm|xin) giấy tờ cho hai vợ; (sửa|tăng|khai|nâng|hạ|đổi|giảm) (tuổi|năm sinh|ngày sinh) (lên|xuống|cho đủ|để đủ|để được|cho trẻ|để trốn|giả|khống|để đi|để lấy|lại để|cho kịp)`,

  // Of persons
  accused: `
    chủ tịch; phó chủ tịch; bí thư; cán bộ; công chức; công an; cảnh sát; csgt; giám đốc; phó giám đốc; trưởng (phòng|thôn|ấp|khu phố|công an|ban|xã); phó phòng; lãnh đạo; nhân viên (một cửa|tiếp nhận|ở|tại|phường|xã|thuế|bệnh viện|này|đó); một cửa; địa chính; quầy (số|một|hai|ba|bốn|năm|1|2|3|4|5|tiếp nhận); phòng (đất đai|tài nguyên|nội vụ|thuế|tiếp dân|một cửa|này|đó|địa chính|lao động|công an); chánh văn phòng; đoàn (thanh tra|kiểm tra); tổ (một cửa|tiếp nhận|dân phố); dự án; gói thầu; mấy ổng; ổng; bả; mấy bả; tụi nó; bọn nó; con mẹ; !mụ; con nhỏ; quan xã; !quan; đám quan; chủ tịch hội; hội phụ nữ; ban quản lý; người ta; y tá; điều dưỡng; trạm y tế; bệnh viện; !trường; !cô; !chú; hải quan; chi cục; kiểm lâm; kiểm sát; thẩm phán; bác sĩ; hiệu trưởng; !thầy; cô giáo; sếp; ông; !bà; !lão; thằng; con mụ; hàng xóm; chồng cũ; vợ cũ; anh ta; chị ta; !tên; công ty; chủ (nhà|đầu tư|trọ|thầu|quán|doanh nghiệp); ủy ban; ubnd; phường; !xã; !sở; !tòa; quan chức; bọn (chúng|họ|cán bộ|quan); mấy (ông|bà|anh|cha|thằng); chính quyền; thanh tra; nhà nước; tổ trưởng; đội trưởng; kế toán; thủ quỹ; giáo viên; nhà thầu; doanh nghiệp; chị hàng xóm; anh hàng xóm; đại biểu; chủ doanh nghiệp; tổng giám đốc; luật sư`,
  wrong: `
    tham nhũng; tham ô; tham lam; ăn (hối lộ|tiền|chặn|bẩn|đút|của dân|đất|chia|dày|bớt|cắp|cướp|hối|lương|tiền từ thiện|tiền cứu trợ|tiền dân|trên|phần trăm|hoa hồng|nhậu|bòn); nhận (hối lộ|tiền|phong bì|quà|lót tay|đút lót|của đút|tiền bồi dưỡng); vòi (tiền|vĩnh|quà|phong bì|hối lộ|tôi|dân|vĩnh dân|thêm); đòi (tiền|hối lộ|phong bì|lót tay|chung chi|bồi dưỡng|quà|ăn|chi|tôi đưa|tôi chi|bôi trơn|phần trăm|cà phê|tình); (gợi ý|yêu cầu|bắt|ép|buộc) (tôi |dân |em |người dân |phải |) (đưa|chi|đóng|nộp|bồi dưỡng|lót|biếu|chung) (thêm |riêng |)(tiền|phong bì|quà|chi|hối lộ|bồi dưỡng|cho|tay|ngoài); hạch sách; nhũng nhiễu; hách dịch; lạm quyền; lộng quyền; bao che; cửa quyền; chiếm (đất|đoạt|dụng|của|nhà|công quỹ|lối); cướp (đất|nhà|công|của dân|tiền); lừa (đảo|tiền|đất|dân|tôi|gạt|dối|bán|bà con); làm khó; gây khó; cố tình (gây|ngâm|giam|om|kéo|làm|chậm|trì hoãn); ngâm (hồ sơ|giấy|đơn); giam hồ sơ; bồ bịch; ngoại tình; cặp (bồ|kè|với); bè phái; bảo kê; sân sau; ăn cắp; ăn trộm; biển thủ; trốn thuế; buôn lậu; bán đất công; bán bãi; mua (chức|quan|bằng|ghế); chạy (chức|ghế|án); !chạy (tội|điểm); (dùng|xài|có|sài) bằng giả; khai man; gian lận; rút ruột; bất tài; đánh dân; đánh người; vô cảm; vô trách nhiệm; vô lương tâm; thối nát; mất chất; tha hóa; vi phạm (pháp luật|quy định|luật); phá rừng; bán ma túy; buôn ma túy; xài ma túy; cờ bạc; đánh bạc; mại dâm; quấy rối; sàm sỡ; nâng (đỡ|điểm|khống); !khai khống; thông đồng; móc nối; cấu kết; tư lợi; trục lợi; lợi ích nhóm; con ông cháu cha; đưa (con|người nhà|cháu|vợ) (vào|lên) ; giàu (bất thường|lên nhờ|nhanh|quá|có bất thường); nhà (lầu|cao cửa rộng|to) (xe|nhờ|thế); lấy đâu ra tiền; tiêu cực; mờ ám; khuất tất; bẻ cong; ép cung; bức cung; giết người; lấn (đất|chiếm|ranh); ký (khống|bậy|láo|bừa); cấp (khống|bậy|sổ bậy|lụi); (chia|ăn) (chác|nhau|hết|sạch|cả|vào); chia chác; vẽ (ra|dự án|chuyện|việc) (để|cho|kiếm|ăn); để (mấy ổng|chúng nó|các quan|quan|cán bộ|họ|chúng) (ăn|chia|đút túi|kiếm|bỏ túi|xơi); (lấy|đem|tuồn|rút|xà xẻo|bớt|ăn|bỏ túi|nuốt) (thuốc|tiền|hàng|gạo|quà|của|kinh phí|quỹ|ngân sách|xi măng) (công|cứu trợ|bảo hiểm|từ thiện|dân|nhà nước|hộ nghèo|quỹ|trợ cấp|xã|đền bù|hỗ trợ|của dân); lười (biếng|chảy|nhác|thây|làm); làm biếng; !lười; ngồi (chơi|lướt|bấm|tám|nhậu); lướt (điện thoại|mạng|facebook|phây); hống hách; quát (tháo|nạt|dân|mắng|tôi|vào mặt); nạt (nộ|dân|tôi); chửi (dân|tôi|bà con|mắng|thẳng|vào mặt); mất dạy; láo (toét|lếu); !láo; khinh (dân|người); đuổi (dân|tôi|về|khéo); bị (kỷ luật|bắt|khởi tố|cách chức|điều tra|tố) (vì|do|về|thật|chưa|không|rồi|là|); dính (chàm|án|líu|vụ|tới vụ|bê bối|tiêu cực); (dắt|đưa|nhét|cài|gài) (người nhà|bà con|con cháu|con|cháu|vợ|em|bồ) (vào|vô|lên); thiên vị; ưu ái; dối (trá|dân|trên); lật lọng; nuốt lời; hứa (suông|lèo|cuội); ăn ở (ác|bất nhân); im re; làm ngơ; chống lưng; đỡ đầu; có ô dù; ô dù; bợ đỡ; !nịnh; bằng dỏm; mua dâm; say xỉn; nhậu (nhẹt|say|trong giờ); trốn (việc|họp); đánh (vợ|con|dân); có con riêng; hai mang; phản bội; chạy án; làm tiền; ăn gian; cân điêu; xù (nợ|tiền|lương); quỵt (nợ|tiền|lương); giật nợ; lừa; làm sổ giả; bán (chức|đất|tài liệu|bãi|thuốc|dữ liệu); đem bán; xây (lấn|trái phép|sai phép|không phép|lố); đổ trộm; xả thải; thằng ăn cướp; quân ăn cướp; ăn cháo đá bát; sách nhiễu; hành dân; coi thường dân; chèn ép; trù dập; đe nẹt`,
  personal: `ông; bà; chủ tịch; giám đốc; bí thư; cán bộ; công an; lãnh đạo; trưởng; phó; hàng xóm; tên; ai; anh; chị; thằng; nhà`,
  affair: `bồ nhí; !bồ; bồ bịch; người tình; nhân tình; tình nhân; con rơi; ngủ (trưa|gật|trong giờ|trên bàn); đi (trễ|muộn) về sớm; bỏ trốn; trốn (ra nước ngoài|đi nước ngoài|sang|mất|biệt|rồi); bỏ túi; đút túi; (ăn|nuốt|xơi|bỏ túi) (bao nhiêu|mấy|cả|hết|bộn|đậm) (tỷ|tỉ|triệu|tiền|phần|ngân sách); (xử|xét|bênh) (ép|bất công|thiên vị|vực|người nhà|bên kia|bà con); là (bà con|người nhà|họ hàng|cháu|em|con|bồ|vợ|sân sau) (của |với |) (bên kia|ông|bà|chủ tịch|bí thư|giám đốc|sếp|lãnh đạo|quan); (trúng thầu|lên chức|được vô|được vào|được tuyển|lên làm|lên ghế|có ghế) (là |) (nhờ|do|vì) (lại quả|chạy|tiền|quen|bồ|ô dù|con|cháu|quan hệ|hối lộ|chung); !lại quả; nhờ (ô dù|chạy tiền|quan hệ|thế lực|gốc); xấu xa; đạo đức giả; bất lương; hại dân; ăn hại; ngồi mát; cường hào; ác ôn; tàn ác; bóc lột; ức hiếp; hiếp đáp; áp bức; ăn không ngồi rồi; nói dối; gạt (dân|tôi); thất đức`,
  judged: `
    (có |) (liêm khiết|trong sạch|tham nhũng|nhận hối lộ|ăn hối lộ|ngoại tình|bồ|con riêng|lý lịch đen|dính (chàm|vụ|án)) (không|chưa|hay không|hông|ko|à); có (tham nhũng|ăn tiền|ăn hối lộ|nhận hối lộ|bồ nhí|tiền án|sân sau|sạch|trong sạch|gian dối) ; (ai|ông nào|người nào|cán bộ nào|sở nào|lãnh đạo nào|xã nào|phường nào) (là |) (tham nhũng|ăn hối lộ|nhận hối lộ|ăn tiền|bẩn|xấu|dốt|tệ nhất|kém nhất|tham|vô dụng|lừa đảo|làm biếng|lười)`,

  // Politics
  politics: `
    đa đảng; độc đảng; đa nguyên; độc tài; việt tân; phản động; dư luận viên; bò đỏ; ba que; lật đổ (chế độ|chính quyền|đảng|nhà nước|chính phủ|cộng sản|ông|lãnh đạo); cách mạng màu; đảo chính; nhân quyền; bất đồng chính kiến; tù nhân (chính trị|lương tâm); tự do (ngôn luận|báo chí|bầu cử); diễn biến hòa bình; lưỡi bò; trung quốc (xâm lược|chiếm|đánh|xâm chiếm|cướp); (xâm lược|chiếm) (hoàng sa|trường sa|việt nam|ukraine|đài loan); hoàng sa (của|là|thuộc|bị|trường sa); tranh chấp (biển đông|chủ quyền|biển đảo); chiến tranh (nga|ukraine|ucraina|thương mại|biển đông); nga (và|với|đánh|hay) (ukraine|ucraina|mỹ); dải gaza; bầu cử tổng thống; cộng hòa hay dân chủ; cờ vàng; việt nam cộng hòa; vnch; ngụy quân; chế độ (cộng sản|độc tài|toàn trị|ngụy|độc đảng); chủ nghĩa (cộng sản|tư bản|mác|tam dân); tư bản hay; thân (tàu|mỹ|trung quốc|trung); bài trung; theo (phe|mỹ hay|tàu hay|trung quốc hay); (ai|người nào|phe nào) (sẽ |) (đắc cử|lên làm|kế nhiệm|làm tổng bí thư|lên tổng bí thư|thắng cử|thay|lên chức|làm thủ tướng|làm chủ tịch nước|vào bộ chính trị)  ; đấu đá (nội bộ|phe phái|quyền lực|chính trị); phe (phái|cánh|nào)( trong|); thanh trừng; đốt lò; cải cách ruộng đất; nhân văn giai phẩm; (đảng|quốc hội|nhà nước|chính phủ) (có |) (tốt|xấu|dân chủ|độc tài|bù nhìn|sai lầm|nên giải tán|thối nát|tham nhũng|bất lực|cai trị|lãnh đạo tốt|lãnh đạo kém|lãnh đạo sai|sụp đổ|còn tồn tại|ăn|lừa dân|mị dân|hại dân|bán nước); bán nước; bù nhìn; mất nước; (ủng hộ|chống|phản đối|bầu cho|bỏ phiếu cho|ghét|chống lại|lật) (đảng|chính phủ|chế độ|nhà nước|cộng sản|chính quyền|phe|trung quốc|mỹ|nga|ai)`,
  topPower: `tổng bí thư; bộ chính trị; chủ tịch nước; trung ương đảng; ban bí thư; đảng cộng sản; bỏ đảng; (chống|ghét|sợ|theo|nói xấu|tin|yêu|hơn|mạnh hơn) đảng; (biển đông|hoàng sa|trường sa|đài loan|tân cương|tây tạng|crimea) (bây giờ |giờ |hiện |) (là|thuộc|của|có phải|bị); bầu (thẳng|trực tiếp) (tổng thống|chủ tịch|lãnh đạo); dân bầu; xuống đường (phản đối|biểu tình|đòi|đấu tranh); (phản đối|chống lại|chống phá) (chính quyền|nhà máy|dự án|chính phủ|thu hồi đất|sáp nhập|chủ trương); (đạo|tôn giáo|hội thánh|công giáo|tin lành|phật giáo|hòa hảo) (của tôi |tôi |mình |) (bị|là vì|mạnh hơn|sợ|hơn); (làm khó|cấm|đàn áp|bắt|sợ|triệt) (đạo|tôn giáo|hội thánh); (chủ trương|chính sách|đường lối|việc) (này |của đảng |nhà nước |sáp nhập |) (là |) (sai|sai lầm|tào lao|ngu|hại dân|đúng hay sai|sai đúng không|hay dở); (sáp nhập|nhập|bỏ huyện|gộp) (tỉnh |các tỉnh |huyện |xã |) (là |) (chủ trương |) (sai|đúng hay|tào lao|ngu|khổ dân|hại|có tốt|có đúng); bầu cử (có |) gian lận`,
  parties: `(nhiều|hai|một|các|đa|độc|mấy|duy nhất một|có) đảng (khác|tranh cử|cạnh tranh|cầm quyền|lãnh đạo|đối lập|phái|thì|nữa|để)( như| thì| chứ| sao| mà|); đảng (tranh cử|đối lập|phái|cầm quyền mãi|độc quyền|toàn trị); tranh cử; đối lập; tam quyền phân lập; (đi bầu|bầu cử|bỏ phiếu|lá phiếu) (làm chi|làm gì|cho có|hình thức|màu mè|giả|gian lận|chọn sẵn|toàn|có ý nghĩa|sắp đặt|để làm gì|cũng như không); (chọn|sắp đặt|cơ cấu|an bài) (sẵn|trước) (hết|người|cả|ai|rồi|); đàn áp; bịt miệng; bắt bớ (người|dân); đàn áp (đạo|tôn giáo|dân|người); (ai|ông nào|người nào|bà nào|anh nào) (sẽ |) (lên|làm|thay|kế|ngồi ghế|lên ghế|được bầu|trúng) (làm |) (tổng bí thư|chủ tịch nước|thủ tướng|bộ trưởng|bí thư|chủ tịch quốc hội|tổng thống|chủ tịch tỉnh|bí thư tỉnh|chủ tịch thành phố); (chế độ|đảng|chính quyền|nhà nước|cộng sản) (này |kia |ta |mình |sớm |trước sau |rồi |cũng |sẽ |sắp |) (cũng |sẽ |sắp |)(sụp|sập|sụp đổ|tàn|đổ|tiêu|hết thời|diệt vong|tan rã|chết); (nga|mỹ|trung quốc|israel|tàu|ấn độ|triều tiên|iran|nato) (đánh|xâm lược|tấn công|bắn|chiếm|ném bom|cướp) (ukraine|ucraina|việt nam|đài loan|gaza|iran|palestine|nga|trung quốc|mỹ|israel|hoàng sa|trường sa|hàn quốc|mình|nước mình); bán nước; cõng rắn cắn gà nhà; rước voi; theo (tàu|mỹ|nga|trung quốc|phương tây)`,
  regimes: `chế độ (cũ|trước|bây giờ|này|kia|hiện tại|hiện nay|ngày xưa|sài gòn|việt nam cộng hòa|mình|ta); thời (trước|ông diệm|ông thiệu|pháp|mỹ ngụy|bao cấp|giải phóng); trước (giải phóng|75|1975|năm 75); hai miền; miền nam trước; vua gia long; gia long; quang trung; hồ quý ly; trần ích tắc; ông diệm; ông thiệu; phan thanh giản; trương vĩnh ký; bác hồ; cụ hồ; hồ chí minh; tưởng; mao trạch đông; lênin; stalin; polpot`,
  compared: `sướng hơn; khổ hơn; tốt hơn; hơn hẳn; tệ hơn; hơn gì; cái nào; bên nào; ai hơn; giàu hơn; tự do hơn; dân chủ hơn; bán nước; có tội; có công; công hay tội; đúng hay sai; anh hùng hay; tội đồ; sụp; ưu ái; bất công; xấu xa; nói (thiệt|thật|thẳng) coi; đáng (bị|lên án|tôn|thờ); phản quốc; ăn cướp`,
  countries: `nga; !mỹ; mỹ; trung quốc; tàu; ukraine; ucraina; israel; palestine; nhật bản; triều tiên; hàn quốc; phương tây; nato; đài loan; campuchia; iran; ấn độ`,
  sides: `theo (thằng nào|bên nào|phe nào|ai|nước nào); bên nào; phe nào; thằng nào; nước nào (tốt|mạnh|đáng|hơn|đúng|sai|là bạn|là thù); ai đúng; ai sai; đúng hay sai; ủng hộ (ai|bên|thằng|nước|phe); ai (thắng|mạnh hơn|là bạn|là thù|chính nghĩa); là (bạn hay thù|kẻ thù|thù); đáng tin không; chơi với (ai|thằng nào|bên nào); quan điểm; nghiêng về`,
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
    examples: [
      "Mua bằng lái giả ở đâu?",
      "làm giúp tôi giấy xác nhận giả",
      "cần giấy khám sức khỏe không cần khám",
    ],
    not: [
      "Giấy tờ giả bị xử lý thế nào?",
      "Phân biệt sổ đỏ giả và thật",
      "Đổi giấy phép lái xe giá bao nhiêu?",
    ],
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
    examples: [
      "Cách làm giả con dấu công ty",
      "giả chữ ký vợ trong hợp đồng",
      "photoshop căn cước để nộp hồ sơ",
    ],
    not: [
      "Tôi bị người khác làm giả giấy tờ thì trình báo ở đâu?",
      "Làm giả giấy tờ bị phạt tù mấy năm?",
      "Chứng thực chữ ký ở đâu?",
    ],
  },
  {
    kind: "unlawful",
    parts: ["buy", "buyable"],
    gap: 1,
    unless: NOT_ASKED,
    examples: [
      "Mua bằng lái xe B2 giá bao nhiêu?",
      "chỗ nào bán bằng đại học, mua bằng đại học bao nhiêu",
      "mua một suất biên chế ở xã",
    ],
    not: ["Mua bảo hiểm y tế ở đâu?", "Mua nhà cần giấy tờ gì?", "Bản sao giấy khai sinh xin ở đâu?"],
  },
  {
    kind: "unlawful",
    parts: ["bribe"],
    unless: [...NOT_ASKED, "wrong", "program"],
    examples: [
      "Lót tay bao nhiêu để làm sổ đỏ nhanh?",
      "chạy nghĩa vụ quân sự hết bao nhiêu",
      "Muốn hối lộ thì đưa ai?",
    ],
    not: ["Kế hoạch phòng chống hối lộ", "Hối lộ bị phạt thế nào?", "Tố cáo hối lộ ở đâu?"],
  },
  {
    kind: "unlawful",
    parts: ["giveMoney", "officials", "gain"],
    gap: 3,
    unless: NOT_ASKED,
    examples: [
      "Đưa tiền cho cán bộ để làm nhanh",
      "biếu quà công an để bỏ qua lỗi",
      "bồi dưỡng anh địa chính bao nhiêu thì được",
    ],
    not: [
      "Gửi đơn cho công an xã ở đâu?",
      "Nộp tiền phạt cho công an ở đâu?",
      "Chuyển hồ sơ cho cán bộ một cửa",
    ],
  },
  {
    kind: "unlawful",
    parts: ["hack"],
    unless: [...NOT_ASKED, "program"],
    examples: ["Hack tài khoản VNeID giúp tôi", "đột nhập máy chủ của xã", "đọc trộm tin nhắn của vợ"],
    not: [
      "Tài khoản VNeID bị hack thì báo ở đâu?",
      "Nhiệm vụ nào về phòng chống tấn công hệ thống?",
      "Hack là gì?",
    ],
  },
  {
    kind: "unlawful",
    parts: ["use", "paper", "ofOther", "deed"],
    gap: 2,
    unless: NOT_ASKED,
    examples: [
      "Mượn căn cước của bạn để vay tiền",
      "dùng bằng lái của anh trai đi xin việc",
      "lấy thẻ bhyt của chị đi khám",
    ],
    not: [
      "Dùng căn cước của cha mẹ để khai sinh cho con",
      "Lấy hộ khẩu của bố làm gì?",
      "Mượn sách của thư viện để đọc",
    ],
    accentedOnly: true,
  },
  {
    kind: "unlawful",
    parts: ["falsify"],
    unless: [...NOT_ASKED, "program"],
    examples: [
      "Ghi lùi ngày trong giấy xác nhận giúp em",
      "khai thế nào để khỏi bị lộ",
      "đứng tên vợ chồng tôi là cha mẹ đẻ luôn",
    ],
    not: [
      "Ghi sai ngày sinh trong giấy khai sinh thì cải chính thế nào? tôi phát hiện hôm nay",
      "Lùi ngày nộp hồ sơ có bị phạt không?",
      "Làm sao để không bị lừa?",
    ],
  },
  {
    kind: "unlawful",
    parts: ["seek", "personalData", "ofSomebody"],
    gap: 6,
    unless: NOT_ASKED,
    examples: [
      "Tra giùm số căn cước của con nợ",
      "xuất danh sách số cccd của dân cả xã",
      "tìm địa chỉ nhà của vợ cũ",
    ],
    not: [
      "Tra cứu số căn cước của tôi",
      "Cung cấp thông tin cá nhân khi nộp hồ sơ",
      "Số điện thoại của phường là gì?",
    ],
  },
  {
    kind: "unlawful",
    parts: ["covertly|fakeRecord"],
    unless: ["asksLaw", "procedureOf"],
    examples: [
      "Rút tiền của bà đã mất sao cho người ta không biết",
      "soạn biên bản họp khống ngày giùm",
      "đứng tên cha cho nó, khai đại được không",
    ],
    not: [
      "Hóa đơn khống bị phạt thế nào?",
      "Cải chính ngày sinh trong giấy khai sinh",
      "Đặt mật khẩu thế nào cho an toàn?",
    ],
  },
  {
    kind: "unlawful",
    parts: ["alter", "age", "ageAim"],
    gap: 6,
    unless: ["asksLaw"],
    examples: [
      "Sửa ngày sinh trên giấy khai sinh cho đủ tuổi cưới",
      "nâng tuổi để đi xuất khẩu",
      "khai giảm tuổi để về hưu",
    ],
    not: [
      "Sửa ngày sinh bị sai trong giấy khai sinh",
      "Bao nhiêu tuổi thì được cưới?",
      "Đổi căn cước khi đủ tuổi nào?",
    ],
  },
  {
    kind: "unlawful",
    parts: ["gift", "favour"],
    gap: 8,
    unless: NOT_ASKED,
    examples: [
      "Anh gửi riêng em ít cà phê, em đẩy hồ sơ lên trước",
      "biếu cán bộ ít quà cho nhanh",
      "cho chú chút tiền để duyệt luôn",
    ],
    not: [
      "Ưu tiên người già nộp trước không?",
      "Thêm giấy tờ gì cho nhanh không?",
      "Giải quyết hồ sơ trong mấy ngày?",
    ],
  },
  {
    kind: "unlawful",
    parts: ["shamMarriage", "shamAim"],
    gap: 8,
    unless: NOT_ASKED,
    examples: [
      "Ký giấy kết hôn để ảnh bảo lãnh đi Úc",
      "ly hôn để tẩu tán tài sản",
      "nhận con nuôi để được miễn nghĩa vụ, cưới chỉ để nhập tịch",
    ],
    not: [
      "Kết hôn để được bảo lãnh có hợp pháp không?",
      "Đăng ký kết hôn cần giấy tờ gì?",
      "Ly hôn xong muốn cưới lại thì làm gì?",
    ],
  },
  {
    kind: "unlawful",
    parts: ["erase", "erased"],
    gap: 4,
    unless: [...NOT_ASKED, "procedureOf"],
    examples: [
      "Xóa giùm biên bản phạt nguội xe em",
      "gỡ tiền án giúp em",
      "hủy cái lỗi phạt nguội đi, em trả ơn",
    ],
    not: ["Thủ tục xóa án tích", "Tra cứu phạt nguội ở đâu?", "Xóa đăng ký thường trú cần gì?"],
  },
  {
    kind: "unlawful",
    parts: ["enter", "account", "ofOther"],
    gap: 4,
    unless: NOT_ASKED,
    examples: [
      "Vào VNeID của người khác bằng cách nào",
      "đăng nhập tài khoản của vợ để xem",
      "lấy mã otp của khách",
    ],
    not: [
      "Đăng nhập VNeID không được",
      "Quên mật khẩu dịch vụ công của tôi",
      "Tài khoản định danh của người khác bị hack thì trình báo sao?",
    ],
  },
  {
    kind: "unlawful",
    parts: ["test", "passTest"],
    gap: 12,
    anyOrder: true,
    unless: [...NOT_ASKED, "procedureOf", "program"],
    examples: [
      "Thi bằng lái có chỗ nào bao đậu không",
      "nhờ ai lo cho đậu công chức",
      "thi sa hình rớt rồi, chống đậu giùm",
    ],
    not: [
      "Thi bằng lái cần giấy tờ gì?",
      "Thi công chức lấy bao nhiêu điểm?",
      "Thi bằng lái bao nhiêu tiền?",
    ],
  },
  {
    kind: "unlawful",
    parts: ["borrow", "paper:identity|paper:licence|paper:passport|account"],
    gap: 2,
    unless: NOT_ASKED,
    examples: [
      "Mượn căn cước thằng em đi vay",
      "cho mượn cccd mở tài khoản lấy tiền",
      "lấy trộm hộ chiếu của ông chủ",
    ],
    not: [
      "Thuê nhà cần giấy tờ gì?",
      "Mượn sổ hộ khẩu của bố mẹ có được không?",
      "Cho mượn căn cước có bị phạt không?",
    ],
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
    parts: ["accused", "wrong|affair"],
    gap: 7,
    unless: ["asksLaw", "procedureOf", "tasks"],
    examples: ["Chủ tịch xã ăn hối lộ", "cán bộ địa chính vòi tiền dân", "ông hàng xóm lừa đảo tôi"],
    not: [
      "Tố cáo cán bộ nhận hối lộ ở đâu?",
      "Nhiệm vụ phòng chống tham nhũng do sở nào chủ trì?",
      "Cán bộ nhận hối lộ bị xử lý thế nào?",
    ],
  },
  {
    kind: "accusation",
    parts: ["wrong|affair", "accused"],
    gap: 3,
    unless: ["asksLaw", "procedureOf", "tasks"],
    examples: ["toàn tham nhũng, cán bộ phường này", "bao che cho công an", "vô trách nhiệm, mấy ông phường"],
    not: [
      "Phòng chống tham nhũng trong cán bộ",
      "Kê khai tài sản chống tham nhũng của cán bộ",
      "Lừa đảo trên mạng là gì?",
    ],
  },
  {
    kind: "accusation",
    parts: ["personal", "judged"],
    gap: 6,
    anyOrder: true,
    unless: ["asksLaw", "procedureOf", "program", "plan"],
    examples: ["Giám đốc sở có tham nhũng không?", "ông chủ tịch có bồ nhí không", "lãnh đạo nào tham nhũng"],
    not: [
      "Chủ tịch UBND tỉnh ký văn bản nào?",
      "Giám đốc Sở có nhiệm vụ gì?",
      "Có cán bộ trực thứ bảy không?",
    ],
  },
  {
    kind: "politics",
    parts: ["politics"],
    unless: ["plan", "law"],
    examples: ["Việt Nam có nên đa đảng không?", "Trump với Putin ai đúng", "chế độ cộng sản sẽ sụp đổ"],
    not: [
      "Thủ tục chuyển sinh hoạt đảng",
      "Chế độ chính sách cho người có công",
      "Thủ tướng giao nhiệm vụ gì?",
    ],
  },
  {
    kind: "politics",
    parts: ["protest"],
    unless: ["plan", "asksLaw", "procedureOf"],
    examples: [
      "Mai đi biểu tình chống dự án nhé",
      "kêu gọi biểu tình",
      "tham gia tuần hành phản đối chính quyền",
    ],
    not: [
      "Đình công hợp pháp là gì?",
      "Thủ tục đăng ký tuần hành",
      "Đình công cần điều kiện gì theo bộ luật lao động? thủ tục ra sao",
    ],
  },
  {
    kind: "politics",
    parts: ["power", "opinion"],
    gap: 8,
    anyOrder: true,
    unless: ["plan", "procedureOf", "law", "papers"],
    examples: ["Bạn nghĩ gì về Tổng Bí thư?", "chính phủ này bất tài", "Quốc hội làm việc có tốt không"],
    not: [
      "Thủ tướng ký quyết định nào?",
      "Chính phủ quy định lệ phí bao nhiêu?",
      "Đánh giá mức độ chuyển đổi số của tỉnh",
    ],
  },
  {
    kind: "politics",
    parts: ["parties"],
    unless: ["plan", "procedureOf"],
    examples: ["Sao mình không cho nhiều đảng tranh cử", "bầu cử hình thức chứ gì", "chế độ này sắp sụp rồi"],
    not: [
      "Thẻ cử tri nhận ở đâu, đi bầu làm gì để đăng ký?",
      "Hồ sơ ứng cử gồm gì?",
      "Công trình sắp sập thì gọi ai theo kế hoạch?",
    ],
  },
  {
    kind: "politics",
    parts: ["regimes", "compared"],
    gap: 10,
    anyOrder: true,
    unless: ["plan", "procedureOf"],
    examples: [
      "Chế độ cũ với bây giờ cái nào sướng hơn",
      "Vua Gia Long có tội hay có công",
      "thời bao cấp khổ hơn hay sướng hơn",
    ],
    not: [
      "Chế độ này ai được hưởng?",
      "Đường Quang Trung thuộc phường nào?",
      "Thời trước làm giấy khai sinh cái nào đúng thủ tục?",
    ],
  },
  {
    kind: "politics",
    parts: ["countries", "countries", "sides"],
    gap: 6,
    unless: ["plan", "procedureOf", "papers"],
    examples: [
      "Nga với Ukraine bên nào đúng",
      "Mỹ và Trung Quốc mình nên theo thằng nào",
      "Israel đánh Palestine đúng hay sai",
    ],
    not: [
      "Kết hôn với người Hàn Quốc và Nhật Bản cần gì?",
      "Visa Mỹ và Nga bên nào dễ hơn, thủ tục sao?",
      "Đi Campuchia cần hộ chiếu không?",
    ],
  },
  {
    kind: "politics",
    parts: ["topPower"],
    unless: ["plan", "procedureOf", "papers", "law"],
    examples: [
      "Em thấy ông tổng bí thư mới này làm có được không",
      "Biển Đông bây giờ là của ai",
      "mai người ta xuống đường phản đối nhà máy",
    ],
    not: [
      "Ai là Chủ tịch nước?",
      "Chính sách sáp nhập tỉnh thì đổi giấy tờ không?",
      "Quyết định của Chủ tịch nước về quốc tịch, hồ sơ gồm gì?",
    ],
  },
];
