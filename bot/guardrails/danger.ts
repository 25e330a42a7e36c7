/** Danger, violence and self-harm: words and rules, each rule with its examples and look-alikes. Who asks about the papers,
 *  the law or the past of such a thing is not in danger; who says "đang", "cứu", "gọi số nào" is, whatever else is asked. */
import type { SensitiveRule } from "./sensitive-rule.ts";

export const DANGER_WORDS = {
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
    bất tỉnh; ngất xỉu; !ngất; (xỉu|bị xỉu); hôn mê; co giật; ngừng thở; ngưng thở; không (còn |) thở (được|nữa|nổi|); hết thở; tắt thở; !khó thở; khó thở; thở (không|hổng|khó) (nổi|được|ra|khăn); thở (hổn hển|thoi thóp|yếu); tím tái; tím (người|môi|mặt); sùi bọt mép; (ngừng|ngưng) tim; tim (ngừng|ngưng) đập; đau (thắt |) (ngực|tim) (dữ dội|quá|nhiều|trái|); tức ngực; (chảy|ra|mất|ói|nôn|ộc|phun) (rất |) (nhiều |) máu; máu (chảy|ra|phun|me|tuôn); băng huyết; sốc phản vệ; sốc thuốc; (uống|nuốt|ăn) (nhầm|lộn|phải|trúng) (thuốc|xăng|hóa chất|axit|dầu|pin|nước tẩy|bả|nấm|lá|kim|đồng xu|xà phòng|cồn); nuốt pin; hóc (xương|dị vật|hạt|kẹo|thạch|đồng xu|thức ăn|nghẹn); mắc nghẹn; bị nghẹn; (rắn|rắn hổ|rắn độc|chó dại) cắn; ong (đốt|chích) (đầy|khắp|nhiều|cả|sưng); (vỡ|bể) ối; sắp (đẻ|sanh|sinh) (rồi|tới nơi|trên|giữa|ngoài|mà xe|mà chưa|ở nhà|dọc đường); (nôn|ói|mửa) (ói|hết|liên tục|ra máu|cả nhà|mửa|thốc); nuốt (cục|viên|miếng|hột|phải|nhầm|vỏ|đinh); chuyển dạ; đẻ rớt; đau đẻ; đứt lìa; đứt (động mạch|cổ|ngón|tay|chân); nằm (bất động|im không|một chỗ không động); không (tỉnh|tỉnh lại|cử động|nhúc nhích|phản ứng|còn phản ứng|dậy nổi|nói được|biết gì); nguy kịch; hấp hối; sắp chết; gần chết; (điện giật|giật điện|bị giật điện); thoi thóp; méo miệng; liệt nửa người; trợn mắt; cắn lưỡi; cấp cứu gấp; quá liều; sốc (thuốc|ma túy)`,
  ill: `đột quỵ; đột quị; tai biến; nhồi máu (cơ tim|não); ngộ độc; trúng độc; trúng (thực|gió); bỏng (nặng|nước sôi|xăng|điện|axit|dầu|toàn thân|hết); phỏng (nặng|nước sôi|xăng|hết); bị (bỏng|phỏng); gãy (chân|tay|cổ|xương|cột sống); chấn thương; (té|ngã|rơi|rớt) (từ |) (trên |) (lầu|cây|thang|giàn giáo|mái|tầng|xe|cao|nhà|cầu thang|gác|ban công|nóc); té xe; ngã xe; bị thương; thương nặng; (bị |) dị ứng (nặng|toàn thân|sưng); sốt (cao |) (co giật|40|41|mê man); lên cơn (đau tim|co giật|hen|động kinh|suyễn|điên|loạn thần|sốc)`,
  crash: `tai nạn; (tông|đụng|đâm|húc|cán|va) (xe|vào|trúng|phải|chết|liên hoàn); xe (tải |máy |khách |buýt |con |hơi |ben |ô tô |) (tông|đụng|húc|cán|lật|đâm|lao|mất lái); lật xe; bị (xe |) (tông|đụng|cán|húc)`,
  injured: `bị thương; thương nặng; máu; bất tỉnh; nằm (bất động|giữa đường|trên đường|đó|im); (chết|kẹt) (người|trong xe); gãy (chân|tay|cổ); không dậy; không tỉnh; nặng (lắm|quá); đang nằm; nạn nhân`,
  roadNow: `ở (ngã|đường|cầu|ngay|gần|trước|đầu|khúc|quốc lộ|vòng xoay|hẻm|đây); trước (cửa|nhà|cổng|mặt); ngay (trước|ngã|cầu|đây|đầu); ngã (ba|tư|năm|3|4|5); quốc lộ; cao tốc; vừa (xảy ra|mới|có|bị|thấy|tông|đụng); mới (xảy ra|bị|thấy|vừa|tông|đụng)`,
  // Violence
  agent: `chồng; vợ; ba dượng; cha dượng; dượng; bố; ba; cha; mẹ; má; !thằng; thằng; con trai; con dâu; con rể; anh; chị; ông; bà; ổng; bả; ảnh; hắn; nó; chúng; chúng nó; tụi; tụi nó; bọn; đám; nhóm; hội; băng; người; kẻ; họ; ai; chủ; chủ nhà; hàng xóm; cô giáo; thầy; bảo mẫu; bảo vệ; côn đồ; giang hồ; thanh niên; bạn trai; người yêu; tên; lão; mụ; mẹ kế; dì ghẻ; giúp việc; osin; học sinh; bạn; sếp; đứa; thợ`,
  suffer: `bị; đang bị; lại bị; vừa bị; toàn bị; hay bị`,
  harm: `!đánh; đánh (đập|chửi|cho|tới tấp|dã man|túi bụi|liên tục|bầm|gãy|chảy|vợ|con|tôi|em|người|hội đồng|mẹ|nó|cháu|bé); đập (đầu|tôi|em|vợ|con|phá|cho|tới tấp|đồ|vào); chém; đâm (tôi|em|vợ|con|người|bằng|dao|chết|nhau|nó); !đâm; đấm; đạp (vào|tôi|em|bụng|mặt); tát; bóp cổ; siết cổ; nhốt; giam (lỏng|giữ|cầm|trong|ở|tôi|em); !giam; trói; xích; hiếp; cưỡng hiếp; cưỡng bức; xâm hại; sàm sỡ; bạo hành; hành hạ; tra tấn; dọa giết; đòi giết; đòi chém; đòi đánh; đòi đốt; dọa chém; dọa đốt; dọa đánh; !rượt; rượt (đuổi|theo|chém|đánh); siết (cổ|nợ); kéo lê; tạt (axit|xăng|acid); lột (đồ|quần|áo); sờ (soạng|mó|ngực|đùi); !sờ (người|vào|chỗ); dâm ô; bắt cóc; hành hung; khống chế; bám theo; theo dõi; (đi|bám) theo (sau|tôi|em|con|suốt|miết); bám đuôi; làm (chuyện |trò |) (bậy|bậy bạ|đồi bại|người lớn với|dơ bẩn); giở trò; nhét (giẻ|khăn|vải) vào; bịt (miệng|mồm); ép (quan hệ|ngủ|tiếp khách|bán dâm|uống|cưới|lấy chồng); đổ xăng; !đốt; hăm dọa; đe dọa; khủng bố; uy hiếp; tống tiền; !quật; quật (ngã|roi|vào); dí (điện|dao|súng|thuốc lá|tàn thuốc); bỏ đói; không cho (ăn|ra|về|đi đâu|ra khỏi|ra ngoài|gặp|uống|liên lạc)`,
  victim: `tôi; tui; em; mình; con; vợ; chồng; mẹ; má; bố; ba; bà; ông; cháu; bé; trẻ; nó; người; chị; anh; cả nhà; gia đình; hai mẹ con; mẹ con; mấy mẹ con; đứa; thằng; nhau; học sinh; bạn; cụ; hàng xóm; đầu; mặt; bụng`,
  captive: `!nhốt; nhốt (tôi|em|con|trong|lại|ở|mẹ|chúng|cháu|nó); bị (nhốt|giam|trói|bắt giữ|cầm tù|giữ lại); giam (tôi|em|lỏng|giữ|chúng); trói tay; khóa trái; không cho (ra|về|đi|ra ngoài|ra khỏi|thoát|ai vào|liên lạc); thu (hết |) (điện thoại|giấy tờ|hộ chiếu); (trốn|thoát) (ra |) không (được|nổi); nhắn (lén|trộm|vội)`,
  attack: `
    bị (chồng|vợ|bố|ba|cha|mẹ|má|dượng|hàng xóm|người|nó|chúng nó|tụi nó|cô giáo|thầy|thầy giáo|chủ|sếp|bạn|bạn trai|người yêu|anh|con|con trai|côn đồ|một nhóm|nhóm|đám|thằng|ổng|bảo mẫu|bạn cùng lớp|bảo vệ|họ|tụi|giang hồ|hội|ai|mấy|kẻ|đối tượng|chồng cũ|ông|bà) (lạ |hàng xóm |cũ |em |đó |say |cùng lớp |thanh niên |nào |) (đánh|đập|chém|đâm|đấm|đá|bóp cổ|nhốt|giam|đe dọa|dọa|hành hung|rượt|hiếp|cưỡng|xâm hại|sàm sỡ|bạo hành|tấn công|trói|xô|đạp|khống chế|theo dõi|bám theo|uy hiếp|lột|cướp);
    (bị|đang|đang bị|lại bị|sắp bị) (đánh đập|đánh hội đồng|đánh ghen|hành hung|bạo hành|bạo lực|hành hạ|ngược đãi|tra tấn|hãm hiếp|hiếp dâm|cưỡng hiếp|cưỡng bức|xâm hại|dâm ô|sàm sỡ|bắt cóc|khống chế|giam giữ|giam lỏng|rượt đuổi|truy sát|chém|bóp cổ|tấn công|đe dọa|đe dọa tính mạng|uy hiếp|bắt làm con tin|trói|rượt); đánh hội đồng; hành hung; hãm hiếp; bắt cóc; truy sát; bóp cổ;
    bị đánh; bị đập; bị đâm; bị chém; bị nhốt; bị hiếp; đánh nhau; chém nhau; đâm nhau; ẩu đả; hỗn chiến; đánh (vợ|con|tôi|em|mẹ|cha|má|bà|ông|người|cháu|trẻ|bé|mình|chị|chồng|nó|bạn|tui|hội đồng) ; đập (tôi|em|vợ|con|tui); (đâm|chém) (chết|người|tôi|em|vợ|con|chồng|nó|thuê|trọng thương|tui|bố|mẹ); bạo lực (gia đình|học đường); bắt con tin; nổ súng; bắn (người|nhau|tôi|chết|nó); tạt (axit|acid|xăng); xả súng`,
  threat: `
    (dọa|đòi|doạ|hăm|hăm dọa|đe dọa|đe|dọa sẽ|thề|nói sẽ) (giết|chém|đánh|đốt|đâm|bắn|tạt|xử|bắt cóc|thiêu|cắt cổ|nổ|cho nổ|hãm hiếp) ; (sẽ|muốn|định|phải|đi|tính|cho tôi|sắp|đang|thề|quyết|chỉ muốn) (giết|chém|đâm|thiêu|đầu độc|đốt nhà|tạt axit|đánh chết|bóp cổ|xử đẹp|ăn thua đủ|trả thù); !(sẽ|muốn|định|đòi|phải) bắn; bắn chết; giết (người|tôi|nó|chết|vợ|chồng|hết|mày|cả nhà|tao|ổng|mẹ|bố|cha|con|em|chị|anh|hắn|thằng|bà|ông|tui|chúng|họ); (đốt|thiêu|cho nổ|đập nát|phá) (nhà|trụ sở|ủy ban|phường|xã|cái phường|cái xã|cái ủy ban|cơ quan|người|xe|chết|sống|luôn|cái ủy ban|ubnd); (đánh|đặt|gài|cho nổ|ném|có|chế|làm|kích nổ|quả) (bom|mìn|lựu đạn|chất nổ|bom xăng|thuốc nổ); ôm bom; !bom (trong|ở|dưới|ngay|sắp|hẹn giờ|xăng); đe dọa giết`,
  weapon: `(cầm|vác|rút|xách|giơ|kề|lăm lăm|thủ sẵn) (con |cây |cái |theo |) (dao|súng|mã tấu|rựa|kiếm|hung khí|búa|gậy|rìu|lưỡi lê|mác|tuýp sắt|ống tuýp|phóng lợn); !dí (dao|súng); kề dao; dao kề`,
  intruder: `
    (trộm|cướp|ăn trộm|ăn cướp|kẻ trộm|kẻ lạ|người lạ|kẻ gian|tên trộm|tên cướp) (đang|vào nhà|trong nhà|ở trong nhà|đột nhập|phá khóa|cạy cửa|ngoài cửa|trèo|leo|lẻn|xông|phá cửa|trên lầu|dưới nhà|đập cửa); (có |) (ăn |) (trộm|cướp) (vào|trong|ở trong) (nhà|tiệm|kho|cửa hàng); đột nhập (vào |) (nhà|phòng|tiệm|kho|cửa hàng); cạy cửa; phá cửa; đập cửa; phá khóa (cửa|nhà|xe); cướp (ngân hàng|tiệm vàng|tiệm|taxi|có dao|có súng|xe ôm); cướp cướp; cướp giật; bớ (làng|người ta); xông vào nhà; quậy phá; đập phá; lạ mặt (đang|rình|theo|bám|đứng|ngoài|vào); rình (rập|mò|ngoài|nhà|trước)`,
  trafficked: `bị (lừa |) bán (sang|qua|vào|cho|đi); (lừa|bán) (sang|qua) (campuchia|trung quốc|myanmar|cam|lào|miến điện); bị (ép|bắt|bắt ép|ép buộc) (bán dâm|tiếp khách|làm gái|đi khách|ăn xin|lao động|nghỉ học|lấy chồng|cưới|quan hệ|uống rượu|chụp ảnh|cởi đồ); giam (ở|trong|bên) (campuchia|myanmar|casino|sòng)`,
  missing: `mất tích; đi lạc; bị lạc; lạc mất; không thấy (đâu|về|con|bé|cháu|mẹ|bố); tìm không (ra|thấy); (chưa|không|chẳng|hổng|chưa thấy|không thấy) về (nhà|); không (đến|tới) (lớp|trường); (không|mất) liên lạc (được|) ; gọi (điện |) không (được|nghe|bắt máy) ; bỏ nhà đi; bỏ đi mất; bị bắt (đi mất|đi rồi|lên xe|cóc); kéo lên xe; dụ (con|cháu|bé|dỗ|trẻ|em) (tôi |em |nhà |bé |) (lên|đi|ra|theo)`,
  missingOne: `con; bé; cháu; bố; mẹ; ba; má; bà; ông; vợ; chồng; em; người; đứa; trẻ; bạn; cụ; ngoại; nội; con gái; con trai`,
  childHarm: `
    bị (bỏ đói|bỏ mặc|xích|nhốt|lạm dụng|xâm hại|dâm ô|sờ mó|sờ soạng|hiếp|bạo hành|đánh|đánh đập|hành hạ|bắt nạt|ép|cưỡng|quấy rối|gạ gẫm|dụ dỗ|bóc lột|bỏ rơi|tát|trói|ngược đãi|bắt ăn xin|bạo lực|đuổi ra khỏi nhà|sàm sỡ|tống tiền|dọa|dụ); (xâm hại|lạm dụng|bạo hành|hành hạ|dâm ô|bóc lột|đánh đập|sàm sỡ|ngược đãi|bỏ đói|xích|quấy rối|bắt nạt|gạ gẫm|dụ dỗ|quay lén|sờ mó|sờ soạng) (tình dục |) (trẻ|trẻ em|con|cháu|bé|em|học sinh|nó); bé bị đánh; đánh (gãy|thâm|bầm|tím|sưng|chảy máu) ; bảo mẫu (đánh|bạo hành|hành hạ|tát|nhốt)`,
  running: `!đang; đang (bị|đánh|dọa|chém|cầm|đập|phá|cạy|rượt|hành|nhốt|đe|đâm|ở|trong); !ngay; lại (bị|đánh|dọa|đòi|chém); !nữa; hoài; suốt; mỗi (ngày|tối|đêm|khi|lần); liên tục; thường xuyên; (tới|đến) (giờ|nay|chừ|bây giờ); (mấy|ba|hai|3|2|4|bốn|năm|5) (bữa|hôm|ngày) (nay|ni|rày|rồi|liền); hằng (ngày|đêm|tối); hàng (ngày|đêm|tối); !mãi; !lắm; !quá; !sợ; !cứ; hôm nay; tối nay; đêm nay; sáng nay; chiều nay; bây giờ; hồi nãy; lúc nãy; vừa nãy; mới (đây|nãy); nãy giờ`,
  callHelp: `
    cứu (tôi|em|con|mình|tui|với|cháu|chúng tôi|mạng|giùm|nguy|người); (la|kêu|hét|gào) cứu; kêu cứu; cầu cứu; sos; help me; có ai không; bớ người ta; cứu cứu; xin cứu; cứu nạn (ở|với|gấp|giúp)`,
  callFire: `cứu hỏa; chữa cháy`,
  callPolice: `công an; cảnh sát`,
  callDoctor: `cứu thương; cấp cứu; xe cấp cứu`,
  whichNumber: `gọi; số (mấy|nào|điện thoại|gì|khẩn cấp); số; khẩn cấp; kêu; cần; gấp; đường dây nóng; tới; hotline`,
  urgent: `khẩn cấp; gấp; ngay; cứu; liền; bây giờ; nguy hiểm; tới nhanh`,
  // Self-harm
  selfKill: `
    !tự tử; !tự vẫn; !tự vận; tự sát; tự (kết liễu|thiêu|đầu độc|làm đau|làm hại|hủy hoại|rạch|cắt|hại|hành hạ|đâm|làm tổn thương) (mình|bản thân|chính mình|đời|đời mình|cuộc đời|tay|cổ tay|mạng|); tự kết thúc; kết liễu; quyên sinh; !treo cổ; (treo|thắt) cổ (tự|chết|cho|luôn|ở|trong|thôi); thắt cổ; nhảy (cầu|lầu|sông|xuống sông|từ trên|xuống lầu|xuống cầu|từ cầu|từ tầng|từ lầu|tầng|xuống đường ray) ; (uống|nốc|tu|nuốt) (một |hết |cả |nguyên |nhiều |mấy |đầy |) (nắm |vốc |chai |vỉ |lọ |hộp |viên |) (thuốc ngủ|thuốc sâu|thuốc trừ sâu|thuốc rầy|thuốc chuột|thuốc cỏ|thuốc diệt cỏ|thuốc độc|thuốc an thần|thuốc tự tử|lá ngón|paraquat); (cắt|rạch|cứa) (cổ |) (tay|mạch máu|gân máu|cổ tay|động mạch|tĩnh mạch); thư tuyệt mệnh; tuyệt mệnh; thuốc (nào |gì |) (để |) (chết|tự tử|chết nhanh|chết êm); cách (chết|tự tử|chết nào|để chết); chết (không đau|êm ái|nhẹ nhàng|thế nào cho|kiểu nào|cách nào)`,
  wishToDie: `
    (muốn|chỉ muốn|định|ước|ước gì|thà|đòi|nghĩ đến|nghĩ tới|tìm đến|tìm|sẵn sàng|chỉ mong|mong|mong được|chỉ còn cách|quyết định|tính) (được |là |cái |chuyện |việc |mình |) chết; muốn (đi |) chết (quách|luôn|đi|cho|hết); chết (quách|phứt|mẹ|cha) (đi|cho|cho rồi|luôn|cho xong); chết (đi cho|cho rồi|cho xong|cho khuất|cho nhẹ|còn hơn|là hết|là xong|cho đỡ|cho yên|đi còn hơn|cho khỏe|sướng hơn); (không|ko|chẳng|chả|hổng|hết|đâu|không còn|chẳng còn|chả còn) (còn |) (muốn|thiết|thiết tha|ham) (gì |) sống; (không|chẳng|chả|hết) (thể |) sống (nổi|thêm|tiếp) (được |) (nữa|rồi|đâu|làm gì); chán sống; chán đời muốn; sống (để |) làm (gì|chi) (nữa|cho|đâu|trên|khi|); (sống|đời|cuộc đời|cuộc sống) (này |của tôi |tôi |) (không còn|chẳng còn|không có|hết|mất|chả còn) (ý nghĩa|gì|lối thoát|nghĩa lý|lý do); (không|chẳng|chả|hết) (còn|có) (lý do|động lực|lẽ|gì|ý chí|can đảm|hy vọng) (nào |gì |) (để |mà |) sống; sống vô nghĩa; sống (cũng |) (không|chẳng|bằng) (được gì|ích gì|thừa|như chết|bằng chết); (muốn|xin|ước|định|sẽ) (được |) (biến mất|tan biến) (khỏi|mãi|luôn|đi|cho|hoàn toàn|vĩnh viễn) ; muốn (ngủ|nhắm mắt|ngủ một giấc) (mãi |luôn |mãi mãi |thật dài |) (không|đừng|mãi mãi|và không) (tỉnh|dậy|thức|bao giờ|tỉnh dậy|); ngủ (luôn|mãi) (không|đừng) (dậy|tỉnh|thức); (từ giã|từ bỏ|rời bỏ|rời xa|lìa|vĩnh biệt|tạm biệt) (cõi đời|cuộc đời|cuộc sống|thế giới|thế gian|đời|cõi trần|mọi người mãi mãi); (kết thúc|chấm dứt|buông bỏ) (cuộc đời|cuộc sống|đời mình|sự sống|cuộc đời này|mạng sống|tất cả ở đây|bản thân); (muốn|xin) (được |) giải thoát; kết thúc (hết |) tất cả; không nên (tồn tại|sinh ra|có mặt); (chưa|đừng|không) (từng |bao giờ |) (được |) sinh ra (thì|trên|làm|để|tôi|em|mình|cho); (ước|giá|phải chi|giá mà|giá như) (gì |như |mà |) (tôi|em|mình|con|tui) (chưa|đừng|không|chết|biến); (không có|vắng|thiếu) tôi (thì |sẽ |mọi người |ai cũng |) (tốt|nhẹ|đỡ|khỏe|hơn); gánh nặng cho (gia đình|mọi người|con|bố mẹ|con cháu); !ý định tự tử; (muốn|định|đòi|sắp|nghĩ đến|tính|tìm cách|ý nghĩ|ý định|dọa) (tự tử|tự sát|quyên sinh); !(muốn|định|đòi|sắp|nghĩ đến|tính|tìm cách|ý nghĩ|ý định|dọa) (tự vẫn|tự vận); (đòi|nghĩ đến|tìm cách|ý nghĩ|dọa) chết; !trầm cảm nặng; đi theo (ông bà|mẹ|bố|chồng|vợ|con) (luôn|cho|đã mất|dưới); tôi (sẽ |) đi chết; ai (cũng |) (mong|muốn) (tôi|em|mình|con) chết`,
  me: `tôi; tui; tao; em; mình; cháu; tớ; !con; chúng tôi; hai mẹ con; mẹ con; cả nhà`,
  leave: `
    (đi|ra đi|đi luôn|đi quách|đi xa|đi thật xa|ra đi mãi mãi|biến mất|nằm xuống|nhắm mắt|buông tay|buông xuôi|ngủ luôn|ngủ mãi|dừng lại|kết thúc) (luôn |hẳn |mãi |một lần |sớm |quách |thật |) (cho|để) (xong|rồi|hết|nhẹ|nhẹ gánh|nhẹ lòng|nhẹ nợ|nhẹ đầu|khỏe|yên|yên thân|thanh thản|khỏi khổ|đỡ khổ|hết khổ|khỏi phiền|đỡ phiền|bớt khổ|rảnh|rảnh nợ|khuất mắt|đỡ nặng|khỏi đau|hết đau|con cháu|mọi người|gia đình|bố mẹ|ba mẹ|chồng con|vợ con|đời bớt|trọn|sạch|bình yên|nhẹ nhàng|ai cũng|bớt gánh|đỡ gánh|khỏi gánh); (cùng|rủ nhau|dắt con|ôm con|mẹ con|hai mẹ con|cả nhà) (cùng |) (đi|chết|ra đi|nhảy|uống|đi theo) (luôn|cho|hết|chung|xuống|thuốc); (là|thì|rồi) (tôi|em|mình|tui|con|cháu) (sẽ |) (đi|ra đi|đi thôi|đi luôn|đi xa|biến mất|không còn|chết)( thôi| luôn| mãi|); (không|khỏi|hết) còn (tôi|em|mình|con|tui) (nữa|trên đời); (lần|lời|đêm|ngày|bữa|tin nhắn|câu) (nhắn |) cuối (cùng |) (của tôi|của em|của mình|trong đời|rồi|gửi|tôi|em); không (bao giờ |) (gặp|làm phiền|thấy mặt) (tôi|em|mình|lại|ai|mọi người) nữa; (không|chẳng|đừng|chả) (muốn |cần |bao giờ |) (thức dậy|tỉnh dậy|mở mắt|thở|tồn tại|nhìn thấy ngày mai|có ngày mai|thấy mặt trời|sáng mai)( nữa|)`,
  deadOne: `(theo|gặp|gặp lại|về với|về bên|đi theo|xuống với|đoàn tụ với|lên với) (bà|ông|mẹ|má|bố|ba|chồng|vợ|con|anh|chị|em|nó|cha|ông bà|tổ tiên|cháu|bạn|người|bà ấy|ông ấy|anh ấy|chị ấy|cô ấy|con bé|các cụ|chúa|phật) (ấy |tôi |nó |đó |) (sớm|luôn|cho|dưới|trên trời|ở bên kia|bên kia|suối vàng|thôi|quá|đã khuất|đã mất)`,
  edge: `(đứng|ngồi|leo|trèo|đang|lên|ra|đến|tới) (ở |đang |trên |ngoài |ra |lên |sát |) (trên |ngoài |) (lan can|thành cầu|sân thượng|nóc nhà|mép cầu|đường ray|đường tàu|bờ vực|mép sông|thành lan can|ban công tầng|mái nhà|mép nước|bờ sông định|nóc chung cư); (đứng|ngồi|đang ở) trên cầu`,
  despair: `nghĩ quẩn; dại dột; làm (liều|chuyện dại|điều dại|bậy với mình|hại mình); tuyệt vọng; (cùng|hết|không còn|không có|bí) đường (sống|lui|thoát|nào|)(  nữa|); (không|chẳng|chả) (còn |) ai (cần|thương|quan tâm|hiểu|bên) (tôi|em|mình|con|tui|cả|hết); gánh nặng (cho|của); làm khổ (con|con cháu|vợ|chồng|gia đình|mọi người|bố mẹ|ba mẹ|cha mẹ); (gia đình|chồng|vợ|người yêu|con cái|ai cũng|mọi người|bạn bè) (ruồng |) (bỏ|bỏ rơi|quay lưng|xa lánh|ghét); ngập (đầu|cổ); vô dụng; thất bại; bế tắc; kiệt (sức|quệ); trầm cảm; (mệt|mệt mỏi|khổ|đau|buồn|chán|nhục|cô đơn) (quá|lắm|rồi|không chịu nổi|không chịu được); chịu (không|hết|hổng) (nổi|được|thấu); không chịu (nổi|được|đựng); tự trách; mất hết; trắng tay; đứng (trên cầu|trên sân thượng|lan can|đây)`,
  farewell: `vĩnh biệt; (tạm biệt|từ biệt|chào) (mọi người|cả nhà|tất cả|thế giới|cuộc đời|lần cuối|mãi mãi|ba mẹ|bố mẹ|con); (xin lỗi|nhờ|gửi) (ba mẹ|bố mẹ|mọi người|con|vợ|chồng|gia đình|mọi người) (vì tất cả|con đi|tôi đi|chăm|lo cho|nuôi|ở lại|giùm)( con| mẹ| hậu sự|); (ở lại|sống) (mạnh giỏi|tốt nhé|hạnh phúc|mạnh khỏe)( nhé| nha|); di chúc; thư (để lại|tuyệt mệnh|cuối); hậu sự; (sau|khi|nếu) (khi |) (tôi|em|mình|tui) (chết|mất|đi rồi|ra đi|không còn|nằm xuống|đi)`,
  myself: `tôi; tui; tao; em; con; mình; cháu; tớ; chúng tôi; bạn tôi; bạn em; con tôi; chồng tôi; vợ tôi; mẹ tôi; anh tôi; chị tôi; chồng; vợ; bạn; nó; người`,
  intent: `muốn; định; sẽ; sắp; tính; đang; đòi; vừa; mới; dọa; nghĩ; chuẩn bị; phải; lại; cứ; hay; từng; nên; hãy; có nên; để; làm sao; tìm cách; ý định; ý nghĩ; mua`,
} as const;

const CALM = ["papers", "law", "program", "past"] as const;

export const DANGER_RULES: readonly SensitiveRule[] = [
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
    gap: 12,
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
    unless: ["program", "law"],
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
    examples: ["Ai đó cứu tôi", "nghe tiếng la cứu với ở nhà bên", "có ai không, cứu em"],
    not: [
      "Kế hoạch tìm kiếm cứu nạn do sở nào chủ trì?",
      "Cứu trợ bão lụt theo chế độ nào?",
      "Cứu xét hồ sơ của tôi",
    ],
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
];
