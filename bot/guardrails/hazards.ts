/** Fire, gas, water, ruins, accidents and what befalls the body: words and rules, each rule with its examples and look-alikes.
 *  Who says "đang", "cứu", "gọi số nào" is in danger, whatever else is asked. */

import type { SensitiveRule } from "./sensitive-rule.ts";
import { CALM } from "./sensitive-words.ts";

export const HAZARD_WORDS = {
  // Fire, gas
  fireNow: `
    đang (bị |) (cháy|bốc cháy|phát hỏa|bắt lửa|bén lửa|hỏa hoạn); (bốc|phát) (cháy|hỏa) (dữ dội|ngùn ngụt|lớn|rồi|ở|tại|trong|trên|dưới); cháy (dữ|dữ dội|lan|ngùn ngụt|rần rần|quá|kìa|bừng bừng|phừng phừng|to lắm|to quá|lớn lắm|lớn quá|dữ quá);
    khói (đen|) (mù mịt|nghi ngút|bốc lên|bốc ra|um|um tùm|mịt mù|tùm lum|dày đặc|khắp nhà|cuồn cuộn|nhiều quá|nghẹt thở); bốc khói; !khói đen; ngạt khói; (xẹt|tóe|phụt) lửa; phụt (lửa|cháy); lửa (lan|đang lan|đang cháy|bốc|bùng|bén|to|lớn|ngùn ngụt|cao|dữ|lên|khói); cháy (nhà|chợ|rừng|xe) (rồi|kìa|quá)`,
  fire: `!cháy; đám cháy; hỏa hoạn; phát hỏa; bốc cháy; bị cháy; cháy (rồi|lớn|to); nhà cháy; phát nổ; !nổ lớn; bị nổ`,
  fireRoof: `cháy (nhà|chợ|rừng|kho|xưởng|xe|bếp|phòng|quán|tiệm|chung cư|cột điện|trạm|trường|rẫy|tủ điện|ổ điện|công ty|trọ); hỏa hoạn`,
  firePlace: `nhà; chung cư; căn hộ; !chợ; !kho; !xưởng; !quán; !phòng; bếp; !xe; tòa nhà; !trường; !trạm; cột điện; !rác; bãi rác; !rừng; !rẫy; công ty; ki ốt; nhà trọ; phòng trọ; xóm trọ; !tầng; !tiệm; ổ điện; tủ điện; !bình điện; bình ắc quy; !máy; đường dây điện; !xóm; lầu; !hẻm; ô tô; xe máy; nhà máy`,
  gas: `
    (rò rỉ|xì|rò|nổ|hở|bể|xịt) (khí |bình |bình khí |ống |) (gas|ga); (bình gas|bình ga|gas|ga) (bị |đang |) (xì|rò|rò rỉ|hở|nổ|cháy|phát nổ); mùi (gas|ga) (nồng|nặc|nồng nặc|khắp nhà|quá|nhiều|rất|mạnh); (ngửi|nghe) (thấy |) mùi (gas|ga|khét); chập điện (cháy|bốc|tóe|nổ); chập điện; khí độc; rò rỉ (hóa chất|amoniac|khí); tràn hóa chất`,
  // Accidents, water, ruins
  trapped: `
    kẹt (trong|dưới|ở trong|thang máy|lại); mắc kẹt; bị kẹt; bị (vùi|đè|chôn vùi|vùi lấp|chôn sống); vùi lấp; (nhà|tường|cầu|giàn giáo|trần nhà|hầm|mái nhà|công trình|cổng|cây) (bị |vừa |đang |mới |sắp |) (sập|đổ sập|sụp|sụp đổ|đổ đè); sập (nhà|tường|cầu|giàn giáo|hầm|mỏ|trần|cống|công trình); sạt lở (đang|vùi|đè|đất đè|nhà|rồi|trước|ngay|núi); đất (đá |) (vùi|đè|sạt xuống)`,
  water: `
    đuối nước; (đang |sắp |bị |) chết đuối; (rơi|rớt|té|ngã|lọt|nhảy|trượt chân) (xuống |) (sông|giếng|ao|hồ|cống|biển|kênh|suối|hố|mương|vực|hầm|ống cống|rạch|hố ga); (lũ|nước|nước lũ|sóng) (cuốn|cuốn trôi|dâng|dâng cao|tràn vào nhà|ngập tới|ngập đến|lên tới|lên nóc|lên nhanh|ngập nóc|ngập cổ|ngập mái|ngập hết); bị (nước |lũ |sóng |) cuốn (trôi|đi|mất); lũ quét; (thuyền|ghe|tàu|xuồng|sà lan|ca nô) (bị |đang |sắp |vừa |) (chìm|lật|lật úp); (chìm|lật) (ghe|thuyền|tàu|xuồng|đò); cô lập giữa (dòng|nước|lũ); dây điện (bị |) (đứt|rơi|rớt|sà xuống|đổ); cột điện (đổ|ngã|gãy)`,
  // Of the body
  bodyNow: `
    bất tỉnh; ngất xỉu; !ngất; !xỉu; bị xỉu; xỉu (rồi|mất|tại|ngay|trong|ngoài|giữa|kêu|gọi); hôn mê; co giật; ngừng thở; ngưng thở; không (còn |) thở (được|nữa|nổi|); hết thở; tắt thở; !khó thở; khó thở; thở (không|hổng|khó) (nổi|được|ra|khăn); thở (hổn hển|thoi thóp|yếu); tím tái; tím (người|môi|mặt); sùi bọt mép; (ngừng|ngưng) tim; tim (ngừng|ngưng) đập; đau (thắt |) (ngực|tim) (dữ dội|quá|nhiều|trái|); tức ngực; (chảy|ra|mất|ói|nôn|ộc|phun) (rất |) (nhiều |) máu; máu (chảy|ra|phun|me|tuôn); băng huyết; sốc phản vệ; sốc thuốc; (uống|nuốt|ăn) (nhầm|lộn|phải|trúng) (thuốc|xăng|hóa chất|axit|dầu|pin|nước tẩy|bả|nấm|lá|kim|đồng xu|xà phòng|cồn); nuốt pin; hóc (xương|dị vật|hạt|kẹo|thạch|đồng xu|thức ăn|nghẹn); mắc nghẹn; bị nghẹn; (rắn|rắn hổ|rắn độc|chó dại) cắn; ong (đốt|chích) (đầy|khắp|nhiều|cả|sưng); (vỡ|bể) ối; sắp (đẻ|sanh|sinh) (rồi|tới nơi|trên|giữa|ngoài|mà xe|mà chưa|ở nhà|dọc đường); (nôn|ói|mửa) (ói|hết|liên tục|ra máu|cả nhà|mửa|thốc); nuốt (cục|viên|miếng|hột|phải|nhầm|vỏ|đinh); chuyển dạ; đẻ rớt; đau đẻ; đứt lìa; đứt (động mạch|cổ|ngón|tay|chân); nằm (bất động|im không|một chỗ không động); không (tỉnh|tỉnh lại|cử động|nhúc nhích|phản ứng|còn phản ứng|dậy nổi|nói được|biết gì); nguy kịch; hấp hối; sắp chết; gần chết; (điện giật|giật điện|bị giật điện); thoi thóp; méo miệng; liệt nửa người; trợn mắt; cắn lưỡi; cấp cứu gấp; quá liều; sốc (thuốc|ma túy)`,
  ill: `đột quỵ; đột quị; tai biến; nhồi máu (cơ tim|não); ngộ độc; trúng độc; trúng (thực|gió); bỏng (nặng|nước sôi|xăng|điện|axit|dầu|toàn thân|hết); phỏng (nặng|nước sôi|xăng|hết); bị (bỏng|phỏng); gãy (chân|tay|cổ|xương|cột sống); chấn thương; (té|ngã|rơi|rớt) (từ |) (trên |) (lầu|cây|thang|giàn giáo|mái|tầng|xe|cao|nhà|cầu thang|gác|ban công|nóc); té xe; ngã xe; bị thương; thương nặng; (bị |) dị ứng (nặng|toàn thân|sưng); sốt (cao |) (co giật|40|41|mê man); lên cơn (đau tim|co giật|hen|động kinh|suyễn|điên|loạn thần|sốc)`,
  crash: `tai nạn; (tông|đụng|đâm|húc|cán|va) (xe|vào|trúng|phải|chết|liên hoàn); xe (tải |máy |khách |buýt |con |hơi |ben |ô tô |) (tông|đụng|húc|cán|lật|đâm|lao|mất lái); lật xe; bị (xe |) (tông|đụng|cán|húc)`,
  injured: `bị thương; thương nặng; máu; bất tỉnh; nằm (bất động|giữa đường|trên đường|đó|im); (chết|kẹt) (người|trong xe); gãy (chân|tay|cổ); không dậy; không tỉnh; nặng (lắm|quá); đang nằm; nạn nhân`,
  roadNow: `ở (ngã|đường|cầu|ngay|gần|trước|đầu|khúc|quốc lộ|vòng xoay|hẻm|đây); trước (cửa|nhà|cổng|mặt); ngay (trước|ngã|cầu|đây|đầu); ngã (ba|tư|năm|3|4|5); quốc lộ; cao tốc; vừa (xảy ra|mới|có|bị|thấy|tông|đụng); mới (xảy ra|bị|thấy|vừa|tông|đụng)`,
  sink: `chìm (rồi|xuống|mất|dưới|nghỉm); !chìm; (chưa|không) thấy (nổi|ngoi|lên|trồi); hụt chân; (bị |)(trôi|cuốn) (mất|đi rồi|ra xa|ra giữa|tuột); chới với; vùng vẫy`,
  /** What drifts out of sight there is a line, not a person. */
  screen: `màn hình; tin nhắn; !tin; câu (trước|trên|trả lời|hỏi); đoạn; !trang; file; bảng; chữ; mạng`,
  flood: `nước; !lũ; nước lũ; !lụt; nước lụt; nước sông; triều cường`,
  rises: `(vô|vào|tràn vô|tràn vào) (tới |đến |) nhà; (tới|đến|ngập|lên|ngang) (tới |đến |) (ngực|cổ|nóc|mái|bụng|gác|lầu|đầu|cằm|vai|hông|trần nhà|cửa sổ); cuốn; chảy xiết; (dâng|lên) (nhanh|cao|liên tục|từng|quá|vùn vụt|cuồn cuộn)`,
  theft: `(giật|cướp|móc|chôm|cuỗm|trộm|lấy mất|lấy trộm|lấy cắp) (túi|điện thoại|dây chuyền|giỏ|xe|ví|đồ|tiền|cái túi|laptop|vàng|bóp|của tôi|của em|mất xe|mất điện thoại|balo|giỏ xách)`,
  justNow: `vừa; mới; đang; vừa mới; ngay; mới đây; hồi nãy; nãy`,
  hazard: `!chìm; máu; !lửa; khói; kẹt; mắc kẹt; !lạc; rơi xuống; rớt xuống; !ngã; !té; ngất; xỉu; nghẹt thở; ngạt; !nổ; !trôi; điện giật; rắn; !dao; !súng; trộm; cướp; !đập; !đâm; !chém; đánh; sập; lũ lụt; nước lũ; nước ngập; đuối; co giật; sốt cao; bất tỉnh; tai nạn; bị thương; chết người; cháy; đuổi theo; sạt lở; bắt cóc; mất tích; gãy; bỏng; phỏng; đau bụng dữ dội; khó thở; !ói; ngộ độc; say thuốc; dị ứng; sinh rớt; vỡ ối`,
} as const;

export const HAZARD_RULES: readonly SensitiveRule[] = [
  {
    kind: "danger",
    lines: ["114"],
    parts: ["fireNow"],
    examples: [
      "Nhà hàng xóm đang cháy",
      "khói bốc lên từ tầng hai, lửa lan sang nhà bên",
      "cháy nhà rồi gọi số nào",
    ],
    not: [
      "Giấy phép phòng cháy chữa cháy xin ở đâu?",
      "Thủ tục thẩm duyệt phòng cháy chữa cháy cho quán karaoke",
      "Nhiệm vụ nào về camera bảo vệ rừng, cháy rừng?",
    ],
  },
  {
    kind: "danger",
    lines: ["114"],
    parts: ["firePlace", "fire"],
    gap: 4,
    anyOrder: true,
    unless: CALM,
    examples: ["Nhà em bị cháy rồi", "chung cư bên cạnh bị cháy", "nhà bên cạnh có hỏa hoạn"],
    not: [
      "Nhà tôi bị cháy năm ngoái, mất hết giấy tờ thì làm lại thế nào?",
      "nha bi chay mat so do, xin cap lai o dau",
      "Bảo hiểm cháy nổ bắt buộc cho nhà trọ",
    ],
  },
  {
    kind: "danger",
    lines: ["114"],
    parts: ["fireRoof"],
    unless: CALM,
    examples: ["cháy rừng ở núi Dinh", "có cháy chợ", "Cháy nhà!"],
    not: [
      "Cơ quan nào chủ trì nhiệm vụ cảnh báo cháy rừng?",
      "Cháy nhà hồi tháng trước, xin hỗ trợ ở đâu?",
      "xe cháy phanh đăng kiểm giấy tờ gì",
      "Ba mảng: cháy rừng, dân tộc, hộ nghèo. Ai lo cái nào?",
      "cháy rừng với an ninh mạng thì sở nào phụ trách",
    ],
  },
  {
    kind: "danger",
    lines: ["114"],
    parts: ["gas"],
    unless: CALM,
    examples: ["Nhà tôi bị rò rỉ khí gas", "nổ bình gas ở quán ăn", "ngửi thấy mùi gas nồng nặc khắp nhà"],
    not: [
      "Thủ tục cấp giấy chứng nhận đủ điều kiện kinh doanh gas",
      "Cửa hàng bán gas cần giấy phép gì?",
      "nổ bình gas bị xử phạt thế nào",
    ],
  },
  {
    kind: "danger",
    lines: ["114", "115"],
    parts: ["trapped|water"],
    unless: CALM,
    examples: [
      "Con tôi bị kẹt trong thang máy",
      "có người rơi xuống giếng",
      "nước lũ dâng cao, cả nhà đang trên mái",
    ],
    not: [
      "Hồ sơ của tôi bị kẹt ở bước nộp phí",
      "Chương trình phòng chống đuối nước cho trẻ em",
      "Trẻ em bị đuối nước có được hưởng trợ cấp không?",
    ],
  },
  {
    kind: "danger",
    lines: ["115"],
    parts: ["bodyNow"],
    unless: CALM,
    examples: ["Mẹ tôi bất tỉnh rồi", "Bố em khó thở quá, tím tái", "có người bị điện giật"],
    not: [
      "Hôn mê thì làm giấy ủy quyền thế nào?",
      "Mẹ tôi hôn mê nằm viện, làm căn cước cho mẹ được không?",
      "Hiến máu ở đâu?",
    ],
  },
  {
    kind: "danger",
    lines: ["115"],
    parts: ["ill"],
    unless: CALM,
    examples: ["ba tôi bị đột quỵ", "cả nhà bị ngộ độc thức ăn", "thợ rơi từ giàn giáo xuống"],
    not: [
      "Mẹ tôi bị tai biến, làm căn cước tại nhà được không?",
      "Gãy chân có được hoãn nghĩa vụ quân sự không?",
      "Bị bỏng năm ngoái, xin giám định khuyết tật",
    ],
  },
  {
    kind: "danger",
    lines: ["115", "113"],
    parts: ["crash", "injured|roadNow|helpNow"],
    gap: 10,
    anyOrder: true,
    unless: CALM,
    examples: [
      "Có tai nạn xe máy, người bị thương nặng",
      "xe tải tông người ở ngã tư",
      "vừa xảy ra tai nạn trước cổng chợ",
    ],
    not: [
      "Tai nạn lao động được hưởng chế độ gì?",
      "Tai nạn giao thông thì giải quyết bồi thường thế nào?",
      "Bảo hiểm tai nạn là gì?",
    ],
  },
  {
    kind: "danger",
    lines: ["115"],
    parts: ["bodyNow|ill|crash|trapped|water", "helpNow"],
    gap: 8,
    anyOrder: true,
    unless: ["law", "program", "past"],
    examples: [
      "mẹ bị đột quỵ gọi số nào, giấy tờ để đâu mất",
      "ba em co giật cứu với",
      "khó thở quá cần xe cấp cứu, có cần giấy tờ gì không",
    ],
    not: [
      "Khám cấp cứu có được bảo hiểm thanh toán không?",
      "Tai nạn lao động phải làm sao để hưởng chế độ?",
      "Cấp cứu trái tuyến được hưởng mấy phần trăm?",
    ],
  },
  {
    kind: "danger",
    lines: ["114", "115", "112"],
    parts: ["person", "sink"],
    gap: 3,
    unless: [...CALM, "screen"],
    examples: ["Có đứa nhỏ chìm rồi", "anh tôi hụt chân dưới sông", "người bị trôi ra xa bờ"],
    not: [
      "Đăng ký tàu cá bị chìm cần giấy gì?",
      "Dự án người dân chìm trong nợ",
      "Nội dung chữ ký chìm trên thẻ căn cước",
      "Màn hình của chị bị trôi mất rồi, đọc lại đoạn đó đi",
    ],
  },
  {
    kind: "danger",
    lines: ["114", "112"],
    parts: ["flood", "rises"],
    gap: 3,
    unless: CALM,
    examples: ["Nước lũ vô nhà tới ngực rồi", "nước dâng nhanh quá", "nước chảy xiết không qua được"],
    not: [
      "Đăng ký lắp nước vào nhà",
      "Nước ngập đường năm ngoái phản ánh ở đâu?",
      "Xin trợ cấp thiệt hại do nước lũ cuốn hoa màu",
    ],
  },
  {
    kind: "danger",
    lines: ["115", "114", "113"],
    parts: ["hazard", "helpNow"],
    gap: 12,
    anyOrder: true,
    unless: ["papers", "paperwork", "law", "program", "past"],
    examples: [
      "Chồng em té từ nóc nhà, ai giúp với",
      "có rắn trong phòng ngủ, gọi ai bây giờ",
      "khói nhiều quá không ra được",
    ],
    not: [
      "Bị trộm mất căn cước, cần làm gì bây giờ? thủ tục sao",
      "Xe ngập nước có được bồi thường không?",
      "Làm sao bây giờ, hồ sơ nộp trễ rồi",
    ],
  },
];
