/** Violence and threats, burglars, captives, missing people, children, and calls for help: words and rules, each rule with
 *  its examples and look-alikes. */

import type { SensitiveRule } from "./sensitive-rule.ts";
import { CALM } from "./sensitive-words.ts";

export const VIOLENCE_WORDS = {
  agent: `chồng; vợ; ba dượng; cha dượng; dượng; bố; ba; cha; mẹ; má; !thằng; thằng; con trai; con dâu; con rể; anh; chị; ông; bà; ổng; bả; ảnh; hắn; nó; chúng; chúng nó; tụi; tụi nó; bọn; đám; nhóm; hội; băng; người; kẻ; họ; ai; chủ; chủ nhà; hàng xóm; cô giáo; thầy; bảo mẫu; bảo vệ; côn đồ; giang hồ; thanh niên; bạn trai; người yêu; tên; lão; mụ; mẹ kế; dì ghẻ; giúp việc; osin; học sinh; bạn; sếp; đứa; thợ`,
  suffer: `bị; đang bị; lại bị; vừa bị; toàn bị; hay bị`,
  harm: `!đánh; đánh (đập|chửi|cho|tới tấp|dã man|túi bụi|liên tục|bầm|gãy|chảy|vợ|con|tôi|em|người|hội đồng|mẹ|nó|cháu|bé); đập (đầu|tôi|em|vợ|con|phá|cho|tới tấp|đồ|vào); chém; đâm (tôi|em|vợ|con|người|bằng|dao|chết|nhau|nó); !đâm; đấm; đạp (vào|tôi|em|bụng|mặt); tát; bóp cổ; siết cổ; nhốt; giam (lỏng|giữ|cầm|trong|ở|tôi|em); !giam; !trói; trói (tay|chân|lại|người|tôi|em|con|vào|nó|mẹ); xích; hiếp; cưỡng hiếp; cưỡng bức; xâm hại; sàm sỡ; bạo hành; hành hạ; tra tấn; dọa giết; đòi giết; đòi chém; đòi đánh; đòi đốt; dọa chém; dọa đốt; dọa đánh; !rượt; rượt (đuổi|theo|chém|đánh); siết (cổ|nợ); kéo lê; tạt (axit|xăng|acid); lột (đồ|quần|áo); sờ (soạng|mó|ngực|đùi); !sờ (người|vào|chỗ); dâm ô; bắt cóc; hành hung; khống chế; bám theo; theo dõi; (đi|bám) theo (sau|tôi|em|con|suốt|miết); bám đuôi; làm (chuyện |trò |) (bậy|bậy bạ|đồi bại|người lớn với|dơ bẩn); giở trò; nhét (giẻ|khăn|vải) vào; bịt (miệng|mồm); ép (quan hệ|ngủ|tiếp khách|bán dâm|uống|cưới|lấy chồng); đổ xăng; !đốt; hăm dọa; đe dọa; khủng bố; uy hiếp; tống tiền; !quật; quật (ngã|roi|vào); dí (điện|dao|súng|thuốc lá|tàn thuốc); bỏ đói; không cho (ăn|ra|về|đi đâu|ra khỏi|ra ngoài|gặp|uống|liên lạc)`,
  victim: `tôi; tui; em; mình; con; vợ; chồng; mẹ; má; bố; ba; bà; ông; cháu; bé; trẻ; nó; người; chị; anh; cả nhà; gia đình; hai mẹ con; mẹ con; mấy mẹ con; đứa; thằng; nhau; học sinh; bạn; cụ; hàng xóm; đầu; mặt; bụng`,
  captive: `!nhốt; nhốt (tôi|em|con|trong|lại|ở|mẹ|chúng|cháu|nó); bị (nhốt|giam|trói|bắt giữ|cầm tù|giữ lại); giam (tôi|em|lỏng|giữ|chúng); trói tay; khóa trái; không cho (ra|về|đi|ra ngoài|ra khỏi|thoát|ai vào|liên lạc); thu (hết |) (điện thoại|giấy tờ|hộ chiếu); (trốn|thoát) (ra |) không (được|nổi); nhắn (lén|trộm|vội)`,
  attack: `
    bị (chồng|vợ|bố|ba|cha|mẹ|má|dượng|hàng xóm|người|nó|chúng nó|tụi nó|cô giáo|thầy|thầy giáo|chủ|sếp|bạn|bạn trai|người yêu|anh|con|con trai|côn đồ|một nhóm|nhóm|đám|thằng|ổng|bảo mẫu|bạn cùng lớp|bảo vệ|họ|tụi|giang hồ|hội|ai|mấy|kẻ|đối tượng|chồng cũ|ông|bà) (lạ |hàng xóm |cũ |em |đó |say |cùng lớp |thanh niên |nào |) (đánh|đập|chém|đâm|đấm|đá|bóp cổ|nhốt|giam|đe dọa|dọa|hành hung|rượt|hiếp|cưỡng|xâm hại|sàm sỡ|bạo hành|tấn công|trói|xô|đạp|khống chế|theo dõi|bám theo|uy hiếp|lột|cướp);
    (bị|đang|đang bị|lại bị|sắp bị) (đánh đập|đánh hội đồng|đánh ghen|hành hung|bạo hành|bạo lực|hành hạ|ngược đãi|tra tấn|hãm hiếp|hiếp dâm|cưỡng hiếp|cưỡng bức|xâm hại|dâm ô|sàm sỡ|bắt cóc|khống chế|giam giữ|giam lỏng|rượt đuổi|truy sát|chém|bóp cổ|tấn công|đe dọa|đe dọa tính mạng|uy hiếp|bắt làm con tin|trói|rượt); đánh hội đồng; hành hung; hãm hiếp; bắt cóc; truy sát; bóp cổ;
    bị đánh; bị đập; bị đâm; bị chém; bị nhốt; bị hiếp; đánh nhau; chém nhau; đâm nhau; ẩu đả; hỗn chiến; đánh (vợ|con|tôi|em|mẹ|cha|má|bà|ông|người|cháu|trẻ|bé|mình|chị|chồng|nó|bạn|tui|hội đồng) ; đập (tôi|em|vợ|con|tui); (đâm|chém) (chết|người|tôi|em|vợ|con|chồng|nó|thuê|trọng thương|tui|bố|mẹ); bị bạo lực (gia đình|học đường); bắt con tin; nổ súng; bắn (người|nhau|tôi|chết|nó); tạt (axit|acid|xăng); xả súng`,
  threat: `
    (dọa|đòi|doạ|hăm|hăm dọa|đe dọa|đe|dọa sẽ|thề|nói sẽ) (giết|chém|đánh|đốt|đâm|bắn|tạt|xử|bắt cóc|thiêu|cắt cổ|nổ|cho nổ|hãm hiếp) ; (sẽ|muốn|định|phải|đi|tính|cho tôi|sắp|đang|thề|quyết|chỉ muốn) (giết|chém|đâm|thiêu|đầu độc|đốt nhà|tạt axit|đánh chết|bóp cổ|xử đẹp|ăn thua đủ|trả thù); !(sẽ|muốn|định|đòi|phải) bắn; bắn chết; giết (người|tôi|nó|chết|vợ|chồng|hết|mày|cả nhà|tao|ổng|mẹ|bố|cha|con|em|chị|anh|hắn|thằng|bà|ông|tui|chúng|họ); (đốt|thiêu|cho nổ|đập nát|phá) (nhà|trụ sở|ủy ban|phường|xã|cái phường|cái xã|cái ủy ban|cơ quan|người|xe|chết|sống|luôn|cái ủy ban|ubnd); (đánh|đặt|gài|cho nổ|ném|có|chế|làm|kích nổ|quả) (bom|mìn|lựu đạn|chất nổ|bom xăng|thuốc nổ); ôm bom; !bom (trong|ở|dưới|ngay|sắp|hẹn giờ|xăng); đe dọa giết`,
  weapon: `(cầm|vác|rút|xách|giơ|kề|lăm lăm|thủ sẵn) (con |cây |cái |theo |) (dao|súng|mã tấu|rựa|kiếm|hung khí|búa|gậy|rìu|lưỡi lê|mác|tuýp sắt|ống tuýp|phóng lợn); !dí (dao|súng); kề dao; dao kề`,
  intruder: `
    (trộm|cướp|ăn trộm|ăn cướp|kẻ trộm|kẻ lạ|người lạ|kẻ gian|tên trộm|tên cướp) (đang|vào nhà|trong nhà|ở trong nhà|đột nhập|phá khóa|cạy cửa|ngoài cửa|trèo|leo|lẻn|xông|phá cửa|trên lầu|dưới nhà|đập cửa); (có |) (ăn |) (trộm|cướp) (vào|trong|ở trong) (nhà|tiệm|kho|cửa hàng); đột nhập (vào |) (nhà|phòng|tiệm|kho|cửa hàng); cạy cửa; phá cửa; đập cửa; phá khóa (cửa|nhà|xe); cướp (ngân hàng|tiệm vàng|tiệm|taxi|có dao|có súng|xe ôm); cướp cướp; cướp giật; bớ (làng|người ta); xông vào nhà; quậy phá; đập phá; lạ mặt (đang|rình|theo|bám|đứng|ngoài|vào); rình (rập|mò|ngoài|nhà|trước)`,
  trafficked: `bị (lừa |) bán (sang|qua|vào|cho|đi); (lừa|bán) (sang|qua) (campuchia|trung quốc|myanmar|cam|lào|miến điện); bị (ép|bắt|bắt ép|ép buộc) (bán dâm|tiếp khách|làm gái|đi khách|ăn xin|lao động|nghỉ học|lấy chồng|cưới|quan hệ|uống rượu|chụp ảnh|cởi đồ); giam (ở|trong|bên) (campuchia|myanmar|casino|sòng)`,
  missing: `mất tích; đi lạc; bị lạc; lạc mất; không thấy (đâu|về|con|bé|cháu|mẹ|bố|nó|bà|ông|ai) (đâu|về|nữa|); (bặt|mất) (tăm|tin|dạng|dấu); tìm không (ra|thấy); (chưa|không|chẳng|hổng|chưa thấy|không thấy) về (nhà|); không (đến|tới) (lớp|trường); (không|mất) liên lạc (được|) ; gọi (điện |) không (được|nghe|bắt máy) ; bỏ nhà đi; bỏ đi mất; bị bắt (đi mất|đi rồi|lên xe|cóc); kéo lên xe; dụ (con|cháu|bé|dỗ|trẻ|em) (tôi |em |nhà |bé |) (lên|đi|ra|theo)`,
  missingOne: `con; bé; cháu; bố; mẹ; ba; má; bà; ông; vợ; chồng; em; người; đứa; trẻ; bạn; cụ; ngoại; nội; con gái; con trai`,
  childHarm: `
    bị (bỏ đói|bỏ mặc|xích|nhốt|lạm dụng|xâm hại|dâm ô|sờ mó|sờ soạng|hiếp|bạo hành|đánh|đánh đập|hành hạ|bắt nạt|ép|cưỡng|quấy rối|gạ gẫm|dụ dỗ|bóc lột|bỏ rơi|tát|trói|ngược đãi|bắt ăn xin|bạo lực|đuổi ra khỏi nhà|sàm sỡ|tống tiền|dọa|dụ); (xâm hại|lạm dụng|bạo hành|hành hạ|dâm ô|bóc lột|đánh đập|sàm sỡ|ngược đãi|bỏ đói|xích|quấy rối|bắt nạt|gạ gẫm|dụ dỗ|quay lén|sờ mó|sờ soạng) (tình dục |) (trẻ|trẻ em|con|cháu|bé|em|học sinh|nó); bé bị đánh; đánh (gãy|thâm|bầm|tím|sưng|chảy máu) ; bảo mẫu (đánh|bạo hành|hành hạ|tát|nhốt)`,
  running: `!đang; đang (bị|đánh|dọa|chém|cầm|đập|phá|cạy|rượt|hành|nhốt|đe|đâm|ở|trong); !ngay; lại (bị|đánh|dọa|đòi|chém); !nữa; hoài; suốt; mỗi (ngày|tối|đêm|khi|lần); liên tục; thường xuyên; (tới|đến) (giờ|nay|chừ|bây giờ); (mấy|ba|hai|3|2|4|bốn|năm|5) (bữa|hôm|ngày) (nay|ni|rày|rồi|liền); hằng (ngày|đêm|tối); hàng (ngày|đêm|tối); !mãi; !lắm; !quá; !sợ; !cứ; hôm nay; tối nay; đêm nay; sáng nay; chiều nay; bây giờ; hồi nãy; lúc nãy; vừa nãy; mới (đây|nãy); nãy giờ`,
  callHelp: `
    cứu (tôi|em|con|mình|tui|với|cháu|chúng tôi|mạng|giùm|nguy|người); (la|kêu|hét|gào) cứu; kêu cứu; cầu cứu; sos; help me; có ai không cứu; có ai ở đó không cứu; bớ người ta; cứu cứu; xin cứu; cứu nạn (ở|với|gấp|giúp)`,
  callFire: `cứu hỏa; chữa cháy`,
  callPolice: `công an; cảnh sát`,
  callDoctor: `cứu thương; cấp cứu; xe cấp cứu`,
  dial: `(gọi|kêu|bấm|alo) (giùm |giúp |hộ |) (113|114|115|111|112) (dùm|giùm|giúp|hộ|ngay|gấp|với|liền|đi|tới|cho tôi|cho em|cho tui)`,
  whichNumber: `gọi; số (mấy|nào|điện thoại|gì|khẩn cấp); số; khẩn cấp; kêu; cần; gấp; đường dây nóng; tới; hotline`,
  urgent: `khẩn cấp; gấp; ngay; cứu; liền; bây giờ; nguy hiểm; tới nhanh`,
} as const;

export const VIOLENCE_RULES: readonly SensitiveRule[] = [
  {
    kind: "danger",
    lines: ["113"],
    parts: ["attack"],
    unless: CALM,
    examples: ["Chồng tôi đang đánh vợ con", "tôi bị người lạ đe dọa", "có đám thanh niên chém nhau"],
    not: [
      "Thủ tục ly hôn khi bị bạo hành",
      "Bạo lực gia đình bị xử phạt thế nào?",
      "Đánh giá mức độ chuyển đổi số của xã",
    ],
  },
  {
    kind: "danger",
    lines: ["113"],
    parts: ["threat|weapon"],
    unless: ["law", "program", "past"],
    examples: ["Nó dọa giết tôi", "có người cầm dao trước cửa", "tôi sẽ đốt ủy ban"],
    not: [
      "Giết mổ gia súc cần giấy phép gì?",
      "Mang dao vào cơ quan có vi phạm pháp luật không?",
      "Kế hoạch nào nói về bom mìn?",
    ],
  },
  {
    kind: "danger",
    lines: ["113"],
    parts: ["intruder|trafficked"],
    unless: CALM,
    examples: ["Có trộm đang vào nhà", "kẻ lạ đang cạy cửa", "em bị lừa bán sang Campuchia"],
    not: [
      "Tôi bị cướp giật mất ví, làm lại căn cước ở đâu?",
      "Trộm vía bé khỏe, đi khai sinh",
      "Trộm cắp xe máy bị phạt tù mấy năm?",
    ],
  },
  {
    kind: "danger",
    lines: ["113", "111"],
    parts: ["missingOne", "missing"],
    gap: 20,
    unless: CALM,
    examples: ["Con tôi mất tích rồi", "bé nhà em đi lạc ở chợ", "mẹ tôi bỏ nhà đi, tìm không thấy"],
    not: [
      "Thủ tục yêu cầu tuyên bố một người mất tích",
      "Chồng tôi mất tích, ly hôn thế nào?",
      "Hồ sơ bị lạc thì nộp lại ở đâu? tìm không ra",
    ],
  },
  {
    kind: "danger",
    lines: ["111", "113"],
    parts: ["child", "childHarm|attack|harm|captive"],
    gap: 6,
    anyOrder: true,
    unless: ["law", "program", "past", "paperwork"],
    examples: [
      "Cháu bé hàng xóm bị đánh đập",
      "con tôi bị thầy giáo sàm sỡ",
      "học sinh bị bạn đánh hội đồng",
    ],
    not: [
      "Đăng ký khai sinh cho trẻ em bị bỏ rơi",
      "Kế hoạch phòng chống xâm hại trẻ em",
      "Xâm hại trẻ em bị phạt bao nhiêu năm tù?",
    ],
  },
  {
    // Papers are asked too, and it goes on.
    kind: "danger",
    lines: ["113"],
    parts: ["attack|threat|weapon|intruder|childHarm", "helpNow|running"],
    gap: 6,
    anyOrder: true,
    unless: ["law", "program"],
    examples: [
      "Chồng tôi đang bị đánh, làm đơn ở đâu",
      "cứu tôi với, nó bị đâm rồi",
      "tôi bị chồng đánh hoài, giấy tờ nó giữ hết",
    ],
    not: [
      "Bạo hành trẻ em bị phạt bao nhiêu?",
      "Đang đánh máy đơn thì mất mạng",
      "Bị cướp giật mất giấy tờ tuần trước, làm lại ở đâu?",
    ],
  },
  {
    kind: "danger",
    lines: ["113"],
    parts: ["agent", "harm", "victim"],
    gap: 3,
    unless: ["paperwork", "law", "program", "past"],
    examples: [
      "Thằng chồng em nó tát em",
      "hàng xóm cầm gậy rượt đánh bố tôi",
      "chủ trọ nhốt chúng em, thu hết giấy tờ, tụi nó đánh người",
    ],
    not: [
      "Ông bà đánh giá dịch vụ thế nào?",
      "Chồng đánh vợ bị phạt bao nhiêu?",
      "Thủ tục ly hôn khi chồng đánh vợ",
    ],
  },
  {
    kind: "danger",
    lines: ["113"],
    parts: ["suffer", "harm"],
    gap: 5,
    unless: ["paperwork", "law", "program", "past"],
    examples: [
      "Tôi bị ba dượng với chú nữa đánh đập",
      "em đang bị một nhóm người rượt đuổi",
      "bà cụ bị con dâu bỏ đói",
    ],
    not: [
      "Bị mất giấy tờ, đánh rơi ngoài chợ",
      "Bị đánh thì xin giám định thương tật ở đâu?",
      "Bị đánh giá không hoàn thành nhiệm vụ",
    ],
  },
  {
    kind: "danger",
    lines: ["113"],
    parts: ["captive", "captive|running|helpNow|victim|suffer"],
    gap: 10,
    anyOrder: true,
    unless: ["law", "program"],
    examples: [
      "Em bị nhốt trong phòng, không cho ra",
      "họ giam tôi ở đây ba bữa nay",
      "chúng trói tay tôi, cứu tôi",
    ],
    not: ["Nhà tạm giữ người là gì?", "Giam xe vi phạm theo quy định nào?", "Phòng khóa cửa lúc mấy giờ?"],
  },
  {
    kind: "danger",
    lines: ["113", "114", "115"],
    parts: ["callHelp"],
    unless: ["papers", "paperwork", "law", "program"],
    examples: ["Ai đó cứu tôi", "nghe tiếng la cứu với ở nhà bên", "có ai không cứu em"],
    not: [
      "Kế hoạch tìm kiếm cứu nạn do sở nào chủ trì?",
      "Cứu trợ bão lụt theo chế độ nào?",
      "Cứu xét hồ sơ của tôi",
    ],
  },
  {
    kind: "danger",
    lines: ["113", "115", "114"],
    parts: ["dial"],
    unless: ["papers", "paperwork", "law", "program"],
    examples: ["gọi 113 dùm", "kêu 115 giúp tôi", "bấm 114 ngay đi"],
    not: ["Gọi 113 có mất tiền không?", "Số 115 phố nào?", "Nhiệm vụ nào về tổng đài 112?"],
  },
  {
    kind: "danger",
    lines: ["114"],
    parts: ["whichNumber", "callFire"],
    anyOrder: true,
    unless: ["papers", "paperwork", "law", "program"],
    examples: ["Gọi cứu hỏa", "số điện thoại cứu hỏa", "cứu hỏa số mấy"],
    not: [
      "Phòng cháy chữa cháy cần giấy tờ gì?",
      "Thủ tục nghiệm thu phòng cháy chữa cháy",
      "Lực lượng chữa cháy theo quy định nào?",
    ],
  },
  {
    kind: "danger",
    lines: ["115"],
    parts: ["whichNumber", "callDoctor"],
    anyOrder: true,
    unless: ["papers", "paperwork", "law", "program"],
    examples: ["Gọi cứu thương số mấy", "cần xe cấp cứu gấp", "số cấp cứu"],
    not: [
      "Cấp cứu có được bảo hiểm trả không?",
      "Giấy ra viện khi cấp cứu",
      "Số giấy phép của cơ sở cấp cứu",
    ],
  },
  {
    kind: "danger",
    lines: ["113"],
    parts: ["callPolice", "urgent"],
    anyOrder: true,
    unless: ["papers", "paperwork", "law", "program"],
    examples: ["Số điện thoại công an khẩn cấp", "cần công an tới ngay", "gọi cảnh sát gấp"],
    not: [
      "Công an tỉnh chủ trì nhiệm vụ gì?",
      "Nộp hồ sơ ở công an xã, cần gấp giấy gì?",
      "Giờ làm việc của công an phường",
    ],
    accentedOnly: true,
  },
  {
    kind: "danger",
    lines: ["113"],
    parts: ["justNow", "theft"],
    unless: ["papers", "paperwork", "law", "program", "past"],
    examples: [
      "Nó vừa giật điện thoại của em chạy mất",
      "em mới bị giật dây chuyền",
      "có người đang trộm xe máy",
    ],
    not: [
      "Mới bị móc ví mất căn cước, làm lại ở đâu?",
      "Vừa mất trộm giấy tờ xe thì cấp lại thế nào?",
      "Trộm xe bị phạt mấy năm?",
    ],
  },
];
