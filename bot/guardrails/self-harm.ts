/** Self-harm, said outright or not: words and rules, each rule with its examples and look-alikes. */

import type { SensitiveRule } from "./sensitive-rule.ts";
import { CALM } from "./sensitive-words.ts";

export const SELF_HARM_WORDS = {
  selfKill: `
    !tự tử; !tự vẫn; !tự vận; tự sát; tự (kết liễu|thiêu|đầu độc|làm đau|làm hại|hủy hoại|rạch|cắt|hại|hành hạ|đâm|làm tổn thương) (mình|bản thân|chính mình|đời|đời mình|cuộc đời|tay|cổ tay|mạng|); tự kết thúc; kết liễu; quyên sinh; !treo cổ; (treo|thắt) cổ (tự|chết|cho|luôn|ở|trong|thôi); thắt cổ; nhảy (cầu|lầu|sông|xuống sông|từ trên|xuống lầu|xuống cầu|xuống đây|xuống đó|xuống dưới|xuống cho|xuống bây giờ|từ cầu|từ tầng|từ lầu|tầng|xuống đường ray) ; (uống|nốc|tu|nuốt) (một |hết |cả |nguyên |nhiều |mấy |đầy |) (nắm |vốc |chai |vỉ |lọ |hộp |viên |) (thuốc ngủ|thuốc sâu|thuốc trừ sâu|thuốc rầy|thuốc chuột|thuốc cỏ|thuốc diệt cỏ|thuốc độc|thuốc an thần|thuốc tự tử|lá ngón|paraquat); (cắt|rạch|cứa) (cổ |) (tay|mạch máu|gân máu|cổ tay|động mạch|tĩnh mạch); thư tuyệt mệnh; tuyệt mệnh; thuốc (nào |gì |) (để |) (chết|tự tử|chết nhanh|chết êm); cách (chết|tự tử|chết nào|để chết); chết (không đau|êm ái|nhẹ nhàng|thế nào cho|kiểu nào|cách nào)`,
  wishToDie: `
    (muốn|chỉ muốn|định|ước|ước gì|thà|đòi|nghĩ đến|nghĩ tới|tìm đến|tìm|sẵn sàng|chỉ mong|mong|mong được|chỉ còn cách|quyết định|tính) (được |là |cái |chuyện |việc |mình |) chết; muốn (đi |) chết (quách|luôn|đi|cho|hết); chết (quách|phứt|mẹ|cha) (đi|cho|cho rồi|luôn|cho xong); chết (đi cho|cho rồi|cho xong|cho khuất|cho nhẹ|còn hơn|là hết|là xong|cho đỡ|cho yên|đi còn hơn|cho khỏe|sướng hơn); (không|ko|chẳng|chả|hổng|hết|đâu|không còn|chẳng còn|chả còn) (còn |) (muốn|thiết|thiết tha|ham|dám|đáng|nỡ|buồn|cần) (gì |) sống; (không|chẳng|chả|hết) (thể |) sống (nổi|thêm|tiếp) (được |) (nữa|rồi|đâu|làm gì); chán sống; chán đời muốn; sống (để |) làm (gì|chi) (nữa|cho|đâu|trên|khi|); (sống|đời|cuộc đời|cuộc sống) (này |của tôi |tôi |) (không còn|chẳng còn|không có|hết|mất|chả còn) (ý nghĩa|gì|lối thoát|nghĩa lý|lý do); (không|chẳng|chả|hết) (còn|có) (lý do|động lực|lẽ|gì|ý chí|can đảm|hy vọng) (nào |gì |) (để |mà |) sống; sống vô nghĩa; sống (cũng |) (không|chẳng|bằng) (được gì|ích gì|thừa|như chết|bằng chết); (muốn|xin|ước|định|sẽ) (được |) (biến mất|tan biến) (khỏi|mãi|luôn|đi|cho|hoàn toàn|vĩnh viễn) ; muốn (ngủ|nhắm mắt|ngủ một giấc) (mãi |luôn |mãi mãi |thật dài |) (không|đừng|mãi mãi|và không) (tỉnh|dậy|thức|bao giờ|tỉnh dậy|); ngủ (luôn|mãi) (không|đừng) (dậy|tỉnh|thức); (từ giã|từ bỏ|rời bỏ|rời xa|lìa|vĩnh biệt|tạm biệt) (cõi đời|cuộc đời|cuộc sống|thế giới|thế gian|đời|cõi trần|mọi người mãi mãi); (kết thúc|chấm dứt|buông bỏ) (cuộc đời|cuộc sống|đời mình|sự sống|cuộc đời này|mạng sống|tất cả ở đây|bản thân); (muốn|xin) (được |) giải thoát; kết thúc (hết |) tất cả; không nên (tồn tại|sinh ra|có mặt); (chưa|đừng|không) (từng |bao giờ |) (được |) sinh ra (thì|trên|làm|để|tôi|em|mình|cho); (ước|giá|phải chi|giá mà|giá như) (gì |như |mà |) (tôi|em|mình|con|tui) (chưa|đừng|không|chết|biến); (không có|vắng|thiếu) tôi (thì |sẽ |mọi người |ai cũng |) (tốt|nhẹ|đỡ|khỏe|hơn); gánh nặng cho (gia đình|mọi người|con|bố mẹ|con cháu); !ý định tự tử; (muốn|định|đòi|sắp|nghĩ đến|tính|tìm cách|ý nghĩ|ý định|dọa) (tự tử|tự sát|quyên sinh); !(muốn|định|đòi|sắp|nghĩ đến|tính|tìm cách|ý nghĩ|ý định|dọa) (tự vẫn|tự vận); (đòi|nghĩ đến|tìm cách|ý nghĩ|dọa) chết; !trầm cảm nặng; đi theo (ông bà|mẹ|bố|chồng|vợ|con) (luôn|cho|đã mất|dưới); tôi (sẽ |) đi chết; ai (cũng |) (mong|muốn) (tôi|em|mình|con) chết`,
  me: `tôi; tui; tao; em; mình; cháu; tớ; !con; chúng tôi; hai mẹ con; mẹ con; cả nhà`,
  leave: `
    (đi|ra đi|đi luôn|đi quách|đi xa|đi thật xa|ra đi mãi mãi|biến mất|nằm xuống|nhắm mắt|buông tay|buông xuôi|ngủ luôn|ngủ mãi|dừng lại|kết thúc) (luôn |hẳn |mãi |một lần |sớm |quách |thật |) (cho|để) (xong|rồi|hết|nhẹ|nhẹ gánh|nhẹ lòng|nhẹ nợ|nhẹ đầu|khỏe|yên|yên thân|thanh thản|khỏi khổ|đỡ khổ|hết khổ|khỏi phiền|đỡ phiền|bớt khổ|rảnh|rảnh nợ|khuất mắt|đỡ nặng|khỏi đau|hết đau|con cháu|mọi người|gia đình|bố mẹ|ba mẹ|chồng con|vợ con|đời bớt|trọn|sạch|bình yên|nhẹ nhàng|ai cũng|bớt gánh|đỡ gánh|khỏi gánh); (cùng|rủ nhau|dắt con|ôm con|mẹ con|hai mẹ con|cả nhà) (cùng |) (đi|chết|ra đi|nhảy|uống|đi theo) (luôn|cho|hết|chung|xuống|thuốc); (là|thì|rồi) (tôi|em|mình|tui|con|cháu) (sẽ |) (đi|ra đi|đi thôi|đi luôn|đi xa|biến mất|không còn|chết)( thôi| luôn| mãi|); (không|khỏi|hết) còn (tôi|em|mình|con|tui) (nữa|trên đời); (lần|lời|đêm|ngày|bữa|tin nhắn|câu) (nhắn |) cuối (cùng |) (của tôi|của em|của mình|trong đời|rồi|gửi|tôi|em); không (bao giờ |) (gặp|làm phiền|thấy mặt) (tôi|em|mình|lại|ai|mọi người) nữa; (không|chẳng|đừng|chả) (muốn |cần |bao giờ |) (thức dậy|tỉnh dậy|mở mắt|thở|tồn tại|nhìn thấy ngày mai|có ngày mai|thấy mặt trời|sáng mai)( nữa|)`,
  comeBack: `(mai|mốt|chiều|chiều nay|sáng mai|lát|lát nữa|bữa khác|hôm khác|tuần sau|thứ hai|rồi) (tôi |em |con |mình |tui |) (quay lại|ghé lại|lên lại|tới lại|nộp|trở lại|lên nộp|đến nộp)`,
  die: `chết; chết đi; chết quách; tự chết; lìa đời`,
  endIt: `chết; chết đi; ra đi; đi (thôi|luôn|được rồi|đây|cho rồi); biến mất; nhắm mắt; ngủ luôn; ngủ mãi; uống thuốc; nhảy xuống; không còn ở đây; không còn trên đời`,
  relief: `(đỡ|hết|bớt|khỏi) (khổ|phiền|gánh|nặng|cãi|lo|tốn|vướng|mệt|nhục|đau|ai|phải|làm|khóc|buồn|nợ); nhẹ (gánh|nợ|lòng|người|đầu|nhõm); là xong; cho xong; yên thân; (sẽ|được|cũng) (vui|khỏe|tốt|yên|nhẹ|hạnh phúc) hơn; xong chuyện; hết chuyện`,
  onlyWay: `(chỉ |)(còn|có) (một|mỗi|duy nhất|nước|một mỗi) (đường|cách|con đường|lối|nước|việc) (này |đó |là |thôi |) (đi|chết|nhảy|ra đi|thôi|là đi|là chết|uống|treo|tự)( thôi| luôn| là|); (mai|tối nay|đêm nay|ngày mai|tuần sau|chiều nay|lát nữa|hôm nay|từ mai|rồi) (tôi|em|mình|chị|anh|con|tui|bà|ông|cô|chú|bác) (sẽ |) không còn (ở đây|nữa|trên đời|sống|có mặt|tồn tại); không còn ở (đây|trên đời|thế gian|cõi đời) (nữa|đâu); (giờ|bây giờ|yên tâm|vậy là|thế là|thanh thản) (thì |là |) (tôi |em |mình |anh |chị |) đi được rồi; uống thuốc (cho |để |) (ngủ luôn|chết|xong|ngủ mãi|quên|ngủ không dậy)`,
  deadOne: `(theo|gặp|gặp lại|về với|về bên|đi theo|xuống với|đoàn tụ với|lên với) (bà|ông|mẹ|má|bố|ba|chồng|vợ|con|anh|chị|em|nó|cha|ông bà|tổ tiên|cháu|bạn|người|bà ấy|ông ấy|anh ấy|chị ấy|cô ấy|con bé|các cụ|chúa|phật) (ấy |tôi |nó |đó |) (sớm|luôn|cho|dưới|trên trời|ở bên kia|bên kia|suối vàng|thôi|quá|đã khuất|đã mất)`,
  edge: `(đứng|ngồi|leo|trèo|đang|lên|ra|đến|tới) (ở |đang |trên |ngoài |ra |lên |sát |) (trên |ngoài |) (lan can|thành cầu|sân thượng|nóc nhà|mép cầu|đường ray|đường tàu|bờ vực|mép sông|thành lan can|ban công tầng|mái nhà|mép nước|bờ sông định|nóc chung cư); (đứng|ngồi|đang ở) trên cầu`,
  despair: `nghĩ quẩn; dại dột; làm (liều|chuyện dại|điều dại|bậy với mình|hại mình); tuyệt vọng; (cùng|hết|không còn|không có|bí) đường (sống|lui|thoát|nào|)(  nữa|); (không|chẳng|chả) (còn |) ai (cần|thương|quan tâm|hiểu|bên) (tôi|em|mình|con|tui|cả|hết); gánh nặng (cho|của); làm khổ (con|con cháu|vợ|chồng|gia đình|mọi người|bố mẹ|ba mẹ|cha mẹ); (gia đình|chồng|vợ|người yêu|con cái|ai cũng|mọi người|bạn bè) (ruồng |) (bỏ|bỏ rơi|quay lưng|xa lánh|ghét); ngập (đầu|cổ); vô dụng; thất bại; bế tắc; kiệt (sức|quệ); trầm cảm; (mệt|mệt mỏi|khổ|đau|buồn|chán|nhục|cô đơn) (quá|lắm|rồi|không chịu nổi|không chịu được); chịu (không|hết|hổng) (nổi|được|thấu); không chịu (nổi|được|đựng); tự trách; mất hết; trắng tay; đứng (trên cầu|trên sân thượng|lan can|đây)`,
  farewell: `vĩnh biệt; (tạm biệt|từ biệt) (mọi người|cả nhà|tất cả|thế giới|cuộc đời|lần cuối|mãi mãi|ba mẹ|bố mẹ|con); chào (thế giới|cuộc đời|lần cuối|mãi mãi); chào (mọi người|cả nhà|tất cả) (lần cuối|tôi đi|em đi|con đi|mình đi|mãi mãi); (xin lỗi|nhờ|gửi) (ba mẹ|bố mẹ|mọi người|con|vợ|chồng|gia đình|mọi người) (vì tất cả|con đi|tôi đi|chăm|lo cho|nuôi|ở lại|giùm)( con| mẹ| hậu sự|); (ở lại|sống) (mạnh giỏi|tốt nhé|hạnh phúc|mạnh khỏe)( nhé| nha|); di chúc; thư (để lại|tuyệt mệnh|cuối); hậu sự; (sau|khi|nếu) (khi |) (tôi|em|mình|tui) (chết|mất|đi rồi|ra đi|không còn|nằm xuống|đi)`,
  myself: `tôi; tui; tao; em; con; mình; cháu; tớ; chúng tôi; bạn tôi; bạn em; con tôi; chồng tôi; vợ tôi; mẹ tôi; anh tôi; chị tôi; chồng; vợ; bạn; nó; người`,
  intent: `muốn; định; sẽ; sắp; tính; đang; đòi; vừa; mới; dọa; nghĩ; chuẩn bị; phải; lại; cứ; hay; từng; nên; hãy; có nên; để; làm sao; tìm cách; ý định; ý nghĩ; mua`,
} as const;

export const SELF_HARM_RULES: readonly SensitiveRule[] = [
  {
    kind: "selfHarm",
    lines: ["115", "111"],
    parts: ["wishToDie"],
    unless: ["law", "program"],
    examples: ["Tôi muốn chết", "em không muốn sống nữa", "sống làm gì nữa, chết cho xong"],
    not: [
      "Chờ lâu muốn chết mà chưa có kết quả",
      "Cha tôi chết thì khai tử ở đâu?",
      "Người muốn tự tử được giúp theo quy định nào?",
    ],
  },
  {
    kind: "selfHarm",
    lines: ["115", "111"],
    parts: ["selfKill"],
    unless: CALM,
    examples: ["Tôi đang cắt tay đây", "bạn em uống thuốc ngủ", "em rạch tay"],
    not: ["Người tự tử thì khai tử thế nào?", "Nhảy cầu thang bộ", "tu van giup toi thu tuc khai sinh"],
  },
  {
    kind: "selfHarm",
    lines: ["115", "111"],
    parts: ["myself", "intent", "selfKill"],
    gap: 3,
    unless: ["law", "program"],
    examples: [
      "Tôi muốn nhảy cầu, giấy tờ tôi để lại cho ai",
      "vợ tôi đòi thắt cổ, đơn ly hôn tôi chưa ký",
      "em đang uống thuốc sâu, hồ sơ của em bỏ đi",
    ],
    not: [
      "Bố tôi tự tử, làm giấy chứng tử ở đâu?",
      "Tôi làm từ từ cũng được",
      "Nhảy cầu thang có sao không?",
    ],
  },
  {
    kind: "selfHarm",
    lines: ["115", "111"],
    parts: ["leave|deadOne"],
    unless: ["program", "law", "comeBack"],
    examples: ["Chắc tôi đi luôn cho nhẹ", "hai mẹ con cùng đi cho khỏi khổ", "chỉ mong theo bà ấy sớm"],
    not: [
      "Tôi đi nộp hồ sơ cho xong",
      "Con theo mẹ đăng ký thường trú cần gì?",
      "Tôi muốn đi sớm cho kịp giờ",
    ],
  },
  {
    kind: "selfHarm",
    lines: ["115", "111"],
    parts: ["me", "selfKill"],
    gap: 3,
    unless: ["law", "program"],
    examples: [
      "Nếu tôi tự kết liễu thì con tôi có được trợ cấp không",
      "em tự sát thì ai nuôi mẹ",
      "tôi sắp nhảy sông",
    ],
    not: [
      "Bố tôi tự sát, khai tử thế nào?",
      "Hàng xóm tôi treo cổ năm ngoái",
      "Bạn em tự tử thì bảo hiểm có trả không?",
    ],
  },
  {
    kind: "selfHarm",
    lines: ["115", "114"],
    parts: ["edge", "despair|me|helpNow|wishToDie|farewell"],
    gap: 12,
    anyOrder: true,
    unless: CALM,
    examples: [
      "Em đang đứng trên lan can tầng mười",
      "nợ ngập đầu, tôi đứng trên cầu nãy giờ",
      "bạn tôi leo lên sân thượng khóc, nó tuyệt vọng rồi",
    ],
    not: [
      "Xây sân thượng có phải xin phép không?",
      "Đứng trên cầu chụp hình có bị phạt không?",
      "Lên cầu thang là tới phòng một cửa",
    ],
  },
  {
    kind: "selfHarm",
    lines: ["115", "111"],
    parts: ["farewell", "despair|leave|wishToDie|me"],
    gap: 8,
    anyOrder: true,
    unless: ["paperwork", "papers", "law", "program"],
    examples: [
      "Vĩnh biệt mọi người, tôi mệt quá rồi",
      "xin lỗi ba mẹ con đi, em chịu hết nổi",
      "nó nhắn vĩnh biệt, nó bị trầm cảm",
    ],
    not: [
      "Di chúc viết tay có phải công chứng không?",
      "Chào cả nhà, tôi cần hỏi khai sinh",
      "Sau khi tôi mất thì con hưởng thừa kế theo luật nào?",
    ],
  },
  {
    kind: "selfHarm",
    lines: ["115", "111"],
    parts: ["despair", "despair"],
    gap: 12,
    unless: ["papers", "paperwork", "law", "program"],
    examples: [
      "Tôi tuyệt vọng lắm, không ai cần tôi nữa",
      "em nghĩ quẩn, em chịu hết nổi rồi",
      "thất bại, trắng tay, bế tắc hết đường rồi",
    ],
    not: ["Mệt quá, nộp hồ sơ ở đâu?", "Bế tắc trong thủ tục đất đai", "Giải ngân thất bại do cơ quan nào?"],
  },
  {
    kind: "selfHarm",
    lines: ["115", "111"],
    parts: ["me", "die"],
    gap: 1,
    unless: ["papers", "paperwork", "law", "program"],
    examples: [
      "Con thấy con chết đi thì tốt hơn, con với ba khỏi cãi, mình chết đi",
      "em chết đi cho con em đỡ khổ",
      "tôi chết đây",
    ],
    not: ["Tôi chết thì ai được hưởng lương hưu của tôi?", "Bố tôi chết ở bệnh viện", "Mệt muốn chết luôn"],
  },
  {
    kind: "selfHarm",
    lines: ["115", "111"],
    parts: ["endIt", "relief"],
    gap: 6,
    unless: ["papers", "paperwork", "law", "program", "comeBack"],
    examples: [
      "Chết đi thì ba má khỏi cãi nhau",
      "uống thuốc cho ngủ luôn là xong",
      "ra đi cho con cái đỡ gánh",
    ],
    not: [
      "Đi làm căn cước cho xong",
      "Nộp hồ sơ qua mạng cho đỡ mệt",
      "Người chết thì thủ tục nào cho xong sớm?",
    ],
  },
  {
    kind: "selfHarm",
    lines: ["115", "111"],
    parts: ["onlyWay"],
    unless: ["law", "program"],
    examples: [
      "Chỉ còn một đường là đi thôi",
      "mai chị không còn ở đây nữa",
      "nhà cửa cho con hết rồi, giờ đi được rồi",
    ],
    not: [
      "Chỉ có một cách nộp hồ sơ thôi à?",
      "Tôi không còn ở Vũng Tàu nữa, đăng ký tạm trú thế nào?",
      "Giờ đi làm căn cước được rồi phải không?",
    ],
  },
];
