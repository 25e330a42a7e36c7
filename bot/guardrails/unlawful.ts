/** Requests to break the law: words and rules, each rule with its examples and look-alikes. */
import { NOT_ASKED } from "./asked-about.ts";
import type { SensitiveRule } from "./sensitive-rule.ts";

export const UNLAWFUL_WORDS = {
  bribe: `hối lộ; đút lót; lót tay; đút tiền; đi (cửa sau|cổng sau|đêm); cửa sau; !chung chi; chung chi (cho|bao nhiêu|mấy|tiền); bôi trơn; lo lót; lót (cho |) (cán bộ|công an|người); !quà cáp; bao thư; phong bì; phí bôi trơn; lót (phòng|tiền|đường|sẵn|giám khảo|ít|cho|bao nhiêu|ai); hậu tạ; !lại quả; hoa hồng cho (cán bộ|người|sếp|lãnh đạo|chủ đầu tư); bồi dưỡng (cho |thêm |riêng |) (cán bộ|anh|chị|người|thầy|giám khảo|bên|mấy|ai|sếp|lãnh đạo); trả ơn riêng; tiền (cà phê|trà nước|bồi dưỡng) (cho|để|bao nhiêu|cán bộ); chạy (án|chức|việc|điểm|hồ sơ|giấy tờ|giấy|bằng|suất|sổ|tội|thủ tục|quan hệ|dự án|thầu|biên chế|công chức|nghĩa vụ|lính|quốc tịch|cho nhanh|tiền)`,
  giveMoney: `(đưa|biếu|nhét|gửi|cho|chi|kẹp|dúi|tặng|bồi dưỡng|cảm ơn|chuyển|lì xì|hậu tạ|mời|trả thêm|đưa thêm) (thêm |ít |chút |riêng |tí |chút ít |bao nhiêu |mấy |một ít |vài |)(tiền|quà|cà phê|cafe|bia|triệu|trăm|đồng|nước|chút); (biếu|nhét|kẹp|dúi|bồi dưỡng|lì xì|hậu tạ|cà phê|trả thêm|đưa thêm)`,
  /** Without a word for money: only how much tells that money is meant. */
  give: `đưa; cho; chi; gửi; tặng; cảm ơn`,
  howMuch: `bao nhiêu (thì|tiền|là|cho|để|vậy|cũng|mới); mấy (triệu|trăm|đồng|chai|tiền)`,
  officials: `cán bộ; công chức; công an; cảnh sát; csgt; cảnh sát giao thông; nhân viên (một cửa|tiếp nhận|thuế|hải quan|địa chính); một cửa; địa chính; hải quan; thanh tra; kiểm lâm; đăng kiểm viên; giám khảo; thẩm phán; sếp; lãnh đạo; trưởng phòng; chủ tịch; ủy ban; xã; phường; người (giải quyết|phụ trách|xét duyệt|ký|làm hồ sơ)`,
  gain: `để; cho (nhanh|lẹ|qua|được|dễ|xong|trót lọt|sớm|êm); nhanh; bỏ qua; duyệt; ưu tiên; khỏi; giúp; bao nhiêu; thì; là (được|xong); lấy trước; trót lọt`,
  hack: `!hack; hack; hách (vào|tài khoản|hệ thống); bẻ (khóa |) mật khẩu; dò mật khẩu; crack; (đột nhập|xâm nhập|truy cập trái phép|phá|đánh sập|tấn công|can thiệp|chui) (vào |) (hệ thống|tài khoản|máy chủ|web|website|trang|cổng|cơ sở dữ liệu|csdl|server|mạng|camera|vneid|zalo|facebook|điện thoại|dữ liệu) ; ddos; (lấy|ăn|đánh|xem|đọc|vào) (cắp|trộm|lén) (mật khẩu|tài khoản|otp|dữ liệu|tin nhắn|thông tin|email|zalo|facebook|danh sách); (cài|gắn|đặt) (phần mềm|app|máy|thiết bị|ứng dụng|định vị|camera) (theo dõi|nghe lén|gián điệp|quay lén|lén|ẩn|lên xe|vào điện thoại); nghe lén; đọc trộm; xem lén; (xóa|sửa|đổi) (dữ liệu|thông tin|điểm|lỗi|biên bản|phạt nguội|án tích|tiền án|nợ thuế|lịch sử) (trên|trong|khỏi|ở|của) (hệ thống|cơ sở dữ liệu|csdl|máy|web|vneid|người khác|cổng); (xóa|gỡ|bỏ) (phạt nguội|lỗi phạt nguội|án tích|tiền án) (cho|giúp|giùm|không|mà|lén|được); vượt (tường lửa|xác thực|bảo mật|khuôn mặt); qua mặt (khuôn mặt|xác thực|hệ thống|công an|cán bộ|kiểm tra|hải quan|thuế|ngân hàng|csgt|cảnh sát); lấy (cắp |trộm |) (otp|mật khẩu) (của|người)`,
  falsify: `(ghi|đề|ký|viết|làm|cho|xác nhận|chứng|đóng dấu) (lùi|khống|gian|bớt|sai lệch) (ngày|tên|tuổi|tháng|năm|số|diện tích|thời gian|địa chỉ|giờ|công|sự thật|thực tế|giá|nội dung)( ký| tháng| giùm| lại|); !(ghi|đề|ký|viết|xác nhận|chứng) dối (ngày|tên|tuổi|tháng|năm|số|diện tích|địa chỉ|sự thật|nội dung); (ghi|khai|viết|xác nhận) sai sự thật; lùi (lại ngày|ngày ký|ngày giùm|ngày tháng); !ký khống; ký (lùi|trước ngày); (ghi|đứng|để|khai|nhận) tên (vợ chồng tôi|tôi|em|mình|ông bà|chị tôi|anh tôi) (là|làm) (cha|mẹ|bố|ba|cha mẹ|bố mẹ) (đẻ|ruột|luôn|); (giả làm|nhận vơ|nhận bừa|nhận đại) (cha|con|mẹ|bố|người nhà|vợ|chồng); (sao cho|để|làm sao|mà|cách nào|kiểu nào) (khỏi|không|đừng|tránh) (bị |) (ai |) (hỏi|phát hiện|lộ|nghi|kiểm tra|bắt|ai biết|người ta biết|họ biết|soi|truy|tra ra|biết|để ý|bại lộ|dính phạt|công an|phải thi|phải khám|đi lính|đóng thuế|nộp thuế)`,
  covertly: `(người ta|ai|họ|công an|cán bộ|cơ quan|nhà nước|ngân hàng|bảo hiểm|thuế|nhà trường|sếp) (không|khỏi|hổng|chẳng) (biết|phát hiện|hay|ai biết|nghi|tra ra|để ý|nhận ra|bắt)( được|)`,
  fakeRecord: `!(biên bản|biên bản họp|hóa đơn|hồ sơ|chứng từ|báo cáo|quyết định|hợp đồng|giấy xác nhận|danh sách|bảng lương|bảng chấm công|số liệu) khống; (biên bản|biên bản họp|hóa đơn|hồ sơ|chứng từ|báo cáo|quyết định|hợp đồng|giấy xác nhận|danh sách|bảng lương|bảng chấm công|số liệu) (khống ngày|khống tháng|khống nhân|khống chi|lùi ngày|giả mạo); hợp thức hóa (thanh toán|chứng từ|chi phí|gói thầu|hồ sơ thầu|khoản chi|tiền|đất lấn chiếm); khai (đại|bừa|bậy); đứng tên (cha|mẹ|bố|ba) (cho|của|trong); (sửa|đổi|chỉnh|lùi) (lại |) (ngày tiếp nhận|ngày nhận hồ sơ|hạn trả|ngày trên hệ thống|số liệu báo cáo|kết quả chấm|điểm thi)`,
  alter: `sửa; tăng; nâng; đổi; hạ; bớt; khai; giảm; sửa lại`,
  age: `tuổi; năm sinh; ngày sinh; ngày tháng năm sinh`,
  ageAim: `cho đủ tuổi; (để |cho |) (đủ tuổi|trốn lính|đi làm|đi lính|lấy chồng|lấy vợ|cưới|về hưu|hưởng lương hưu|kịp|đi xuất khẩu|nhập học|đi thi|chưa đủ tuổi|trẻ lại|qua tuổi|được cưới)`,
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
  standIn: `!thi (hộ|thay|giùm|dùm|thuê|mướn); thi (hộ|thay|giùm|thuê) (bằng|tôi|em|giúp|đại học|công chức|sát hạch); thi kèm đáp án; (nhờ|thuê|mướn) (người |ai |bạn |anh |đứa bạn |người khác |) (thi|học|khám|đi nghĩa vụ|đi lính|đi tù|nhận tội|đứng tên|ký) (hộ|thay|giùm|dùm|thế|hộ bằng|chỗ); khám (hộ|thay|giùm|thế) (sức khỏe|nghĩa vụ|); đi (lính|nghĩa vụ|tù) (thay|hộ|thế|giùm); ký (thay|giùm|hộ|giả) (tên |) (vợ|chồng|bố|mẹ|cha|người|chữ|anh|chị|em|chủ|giám đốc|sếp|lãnh đạo)(  mà| không| khi| trong| lén|)`,
  scheme: `
    !khai khống; khai (man|gian|sai sự thật|láo|dối|bậy|ít đi|thiếu thu nhập|tăng tuổi|giảm tuổi|thấp|giảm giá|lùi ngày|tăng|bớt); (kết hôn|ly hôn|hôn nhân|cưới|ly dị|lấy chồng|lấy vợ) (giả|giả tạo|hợp đồng|trên giấy); giả (vờ|bộ) (ly hôn|kết hôn|chết|bệnh|ốm|tai nạn|nghèo|tàn tật|khuyết tật|điên|tâm thần|câm|điếc|mất xe|mất giấy); giả (ly hôn|kết hôn|tâm thần|mất xe|mất giấy); !giả (chết|bệnh|ốm|tai nạn|nghèo|tàn tật|khuyết tật|điên|câm|điếc|danh); trốn (thuế|nghĩa vụ|đi nghĩa vụ|lính|khám|bảo hiểm|đóng bảo hiểm|truy nã|nộp phạt|phạt|nợ|thi hành án|công an|đi lính|bộ đội|sang|qua|ra nước|vé|cách ly); (lách|né|tránh|luồn) (luật|thuế|phạt|nghĩa vụ|csgt|kiểm tra|đóng thuế|nộp thuế|đóng bảo hiểm|đi nghĩa vụ|đi lính|quy định|thanh tra|công an|cảnh sát|nồng độ cồn); (không|khỏi|đỡ) phải (đi nghĩa vụ|đi lính|nộp thuế|đóng thuế) ; (xuất|mua|bán|mua bán|viết|ghi) hóa đơn (khống|đỏ|vat|gtgt|ma|đầu vào); rửa tiền; (mua|mua bán|mua ít|mua chút|tàng trữ|vận chuyển|order) (ma túy|súng|thuốc nổ|pháo|pháo nổ|heroin|cần sa|thuốc lắc|hàng đá|ketamin|bóng cười|nội tạng|trẻ em|trẻ sơ sinh|em bé|sim rác|tiền giả|động vật hoang dã|tê tê|ngà voi|thuốc mê|roi điện|bằng giả|tài khoản ngân hàng); !(mua|bán|kiếm|trồng|chơi|chế|nấu|buôn) (ma túy|súng|đạn|thuốc nổ|pháo|heroin|cần sa|thuốc lắc|hàng đá|thận|nội tạng|trẻ em|con nuôi|tiền giả|hổ|tê tê|thuốc mê|bằng giả|tài khoản ngân hàng); !tiền giả; vượt biên; (xuất|nhập) cảnh (trái phép|chui|lậu); đi (chui|lậu|trốn) (qua|sang|ra|đường|biên); (sang|qua) (trung quốc|campuchia|lào|biên giới|đài loan|hàn quốc|nhật|anh|mỹ) (chui|lậu|trái phép|không cần giấy|không cần hộ chiếu|bằng đường tiểu ngạch); buôn lậu; hàng lậu; đẻ (thuê|mướn); mang thai (thuê|hộ lấy tiền|mướn); cho vay (nặng lãi|lãi nặng|lãi cao); đòi nợ thuê; siết nợ; thuê (giang hồ|côn đồ|người đánh|người dằn mặt|xã hội đen|người giết|sát thủ); (mở|tổ chức|lập|ghi|chơi|đánh) (sòng bạc|cá độ|lô đề|số đề|đánh bạc|sới bạc|bạc|đề|động mại dâm|nhà chứa|đường dây); môi giới mại dâm; (xây|cất|làm|dựng|lấn|san lấp|cơi nới) (nhà |) (chui|lén|lụi|trộm|không phép|trái phép|không xin phép) (mà |để |sao |) (không |khỏi |cho |khỏi bị |không bị |đừng |) (bị |) (ai biết|phát hiện|phạt|công an|cán bộ|phường biết|xã biết|qua mặt|được|trót lọt); (không|khỏi|đừng) bị (phát hiện|công an bắt|bắt|lộ|ai biết|cán bộ biết|truy ra|công an phát hiện|sờ gáy); qua mặt; lừa (tiền|bán|lấy|vợ|chồng|bà|ông|người|bảo hiểm|ngân hàng|khách|nhà nước)(  để| thế nào| sao| cách|); trục lợi; ăn gian; gian lận; chiếm (đoạt |luôn |) (tài sản|đất|nhà|lương hưu|trợ cấp|tiền) (của|thừa kế|người|anh|chị|em|hàng xóm); hưởng (hai|2|khống|gian) (suất|lần|nơi|tiền trợ cấp|trợ cấp); (nhận|lĩnh|lãnh|hưởng|rút) (lương hưu|trợ cấp|tiền) (của |)(người chết|người đã mất|người đã chết|cha đã mất|mẹ đã mất|bố đã mất)( tiếp|); tảo hôn; cưới vợ nhỏ tuổi; lấy (hai vợ|vợ hai|thêm vợ); (làm|xin) giấy tờ cho hai vợ; (sửa|tăng|khai|nâng|hạ|đổi|giảm) (tuổi|năm sinh|ngày sinh) (lên|xuống|cho đủ|để đủ|để được|cho trẻ|để trốn|giả|khống|để đi|để lấy|lại để|cho kịp)`,
} as const;

export const UNLAWFUL_RULES: readonly SensitiveRule[] = [
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
    parts: ["give", "officials", "howMuch"],
    gap: 2,
    unless: NOT_ASKED,
    examples: [
      "Đưa cán bộ một cửa bao nhiêu thì hồ sơ chạy?",
      "tặng trưởng phòng bao nhiêu tiền thì được duyệt",
      "chi cho địa chính mấy triệu là xong",
    ],
    not: [
      "Gửi cho cán bộ bao nhiêu bản sao?",
      "Đưa giấy tờ cho cán bộ để kiểm tra à?",
      "Chuyển máy cho lãnh đạo phòng giúp chị",
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
    parts: ["standIn|scheme"],
    unless: NOT_ASKED,
    examples: ["Kết hôn giả để đi Mỹ", "trốn nghĩa vụ quân sự cách nào", "thi hộ bằng lái hết bao nhiêu"],
    not: ["Trốn thuế bị phạt bao nhiêu?", "Thủ tục ly hôn", "Kết hôn giả là gì?"],
  },
];
