/** Politics: words and rules, each rule with its examples and look-alikes. */
import type { SensitiveRule } from "./sensitive-rule.ts";

export const POLITICS_WORDS = {
  politics: `
    đa đảng; độc đảng; đa nguyên; độc tài; việt tân; phản động; dư luận viên; bò đỏ; ba que; lật đổ (chế độ|chính quyền|đảng|nhà nước|chính phủ|cộng sản|ông|lãnh đạo); cách mạng màu; đảo chính; nhân quyền; bất đồng chính kiến; tù nhân (chính trị|lương tâm); tự do (ngôn luận|báo chí|bầu cử); diễn biến hòa bình; lưỡi bò; trung quốc (xâm lược|chiếm|đánh|xâm chiếm|cướp); (xâm lược|chiếm) (hoàng sa|trường sa|việt nam|ukraine|đài loan); hoàng sa (của|là|thuộc|bị|trường sa); tranh chấp (biển đông|chủ quyền|biển đảo); chiến tranh (nga|ukraine|ucraina|thương mại|biển đông); nga (và|với|đánh|hay) (ukraine|ucraina|mỹ); dải gaza; bầu cử tổng thống; cộng hòa hay dân chủ; cờ vàng; việt nam cộng hòa; vnch; ngụy quân; chế độ (cộng sản|độc tài|toàn trị|ngụy|độc đảng); chủ nghĩa (cộng sản|tư bản|mác|tam dân); tư bản hay; thân (tàu|mỹ|trung quốc|trung); bài trung; theo (phe|mỹ hay|tàu hay|trung quốc hay); (ai|người nào|phe nào) (sẽ |) (đắc cử|lên làm|kế nhiệm|làm tổng bí thư|lên tổng bí thư|thắng cử|lên thay|lên chức|làm thủ tướng|làm chủ tịch nước|vào bộ chính trị)  ; đấu đá (nội bộ|phe phái|quyền lực|chính trị); phe (phái|cánh|nào)( trong|); thanh trừng; đốt lò; cải cách ruộng đất; nhân văn giai phẩm; (đảng|quốc hội|nhà nước|chính phủ) (có |) (tốt|xấu|dân chủ|độc tài|bù nhìn|sai lầm|nên giải tán|thối nát|tham nhũng|bất lực|cai trị|lãnh đạo tốt|lãnh đạo kém|lãnh đạo sai|sụp đổ|còn tồn tại|ăn|lừa dân|mị dân|hại dân|bán nước); bán nước; bù nhìn; mất nước; (ủng hộ|chống|phản đối|bầu cho|bỏ phiếu cho|ghét|chống lại|lật) (đảng|chính phủ|chế độ|nhà nước|cộng sản|chính quyền|phe|trung quốc|mỹ|nga|ai)`,
  /** Those at the top. To name them is no politics: half of all legal bases do. */
  topPower: `tổng bí thư; bộ chính trị; chủ tịch nước; trung ương đảng; ban chấp hành trung ương; ban bí thư; đảng cộng sản`,
  verdict: `(làm|làm việc|điều hành|lãnh đạo) (có |) (được|tốt|giỏi|nổi|ra gì|nên hồn|hay) (không|hả|hông|ko|chưa|chứ); điểm (yếu|mạnh|dở); mặt trái; sai phạm; (sắp|sẽ|ai|ông nào|bà nào|người nào) lên; tranh (nhau|giành|ghế|quyền); giành (ghế|quyền); (có |)(xứng|xứng đáng|đáng tin|uy tín|được lòng) (không|hơn|dân|hả); mất (lòng dân|uy tín|niềm tin); (chế|vè|thơ|chuyện cười|bài) (châm biếm|chế giễu|bêu|chọc|phê phán|chỉ trích|nói xấu); chỉ trích; phê phán; bêu (xấu|riếu); châm biếm; bỏ phiếu cho; (tin|nghe|theo) (được |) không; (bị|sắp bị) (bắt|hạ bệ|cách chức|lật|điều tra); hạ bệ; từ chức; phe cánh; thân tín`,
  politicalTalk: `bỏ đảng; (chống|ghét|theo|nói xấu|mạnh hơn) đảng; !(sợ|tin|yêu|hơn) đảng; (biển đông|hoàng sa|trường sa|đài loan|tân cương|tây tạng|crimea) (bây giờ |giờ |hiện |) (là|thuộc|của|có phải|bị); bầu (thẳng|trực tiếp) (tổng thống|chủ tịch|lãnh đạo); dân bầu; xuống đường (phản đối|biểu tình|đòi|đấu tranh); (phản đối|chống lại|chống phá) (chính quyền|nhà máy|dự án|chính phủ|thu hồi đất|sáp nhập|chủ trương); (đạo|tôn giáo|hội thánh|công giáo|tin lành|phật giáo|hòa hảo) (của tôi |tôi |mình |) (bị|là vì|mạnh hơn|hơn); (tôn giáo|hội thánh) sợ; (làm khó|cấm|đàn áp|bắt|sợ|triệt) (tôn giáo|hội thánh); (làm khó|đàn áp) đạo; !(cấm|bắt|sợ|triệt) đạo; (chủ trương|chính sách|đường lối|việc) (này |của đảng |nhà nước |sáp nhập |) (là |) (sai|sai lầm|tào lao|ngu|hại dân|đúng hay sai|sai đúng không|hay dở); (sáp nhập|nhập|bỏ huyện|gộp) (tỉnh |các tỉnh |huyện |xã |) (là |) (chủ trương |) (sai|đúng hay|tào lao|khổ dân|hại dân|có tốt|có đúng); bầu cử (có |) gian lận`,
  parties: `(nhiều|hai|một|các|đa|độc|mấy|duy nhất một|có) đảng (khác|tranh cử|cạnh tranh|cầm quyền|lãnh đạo|đối lập|phái|thì|nữa|để)( như| thì| chứ| sao| mà|); đảng (tranh cử|đối lập|phái|cầm quyền mãi|độc quyền|toàn trị); tranh cử; đối lập; tam quyền phân lập; (đi bầu|bầu cử|bỏ phiếu|lá phiếu) (làm chi|làm gì|cho có|hình thức|màu mè|giả|gian lận|chọn sẵn|toàn|có ý nghĩa|sắp đặt|để làm gì|cũng như không); (chọn|sắp đặt|cơ cấu|an bài) (sẵn|trước) (hết|người|cả|ai|rồi|); đàn áp; bịt miệng; bắt bớ (người|dân); đàn áp (đạo|tôn giáo|dân|người); (ai|ông nào|người nào|bà nào|anh nào) (sẽ |) (lên|làm|thay|kế|ngồi ghế|lên ghế|được bầu|trúng) (làm |) (tổng bí thư|chủ tịch nước|thủ tướng|bộ trưởng|bí thư|chủ tịch quốc hội|tổng thống|chủ tịch tỉnh|bí thư tỉnh|chủ tịch thành phố); (chế độ|đảng|chính quyền|nhà nước|cộng sản) (này |kia |ta |mình |sớm |trước sau |rồi |cũng |sẽ |sắp |) (cũng |sẽ |sắp |)(sụp|sập|sụp đổ|tàn|đổ|tiêu|hết thời|diệt vong|tan rã|chết); (nga|mỹ|trung quốc|israel|tàu|ấn độ|triều tiên|iran|nato) (đánh|xâm lược|tấn công|bắn|chiếm|ném bom|cướp) (ukraine|ucraina|việt nam|đài loan|gaza|iran|palestine|nga|trung quốc|mỹ|israel|hoàng sa|trường sa|hàn quốc|mình|nước mình); bán nước; cõng rắn cắn gà nhà; rước voi; theo (tàu|mỹ|nga|trung quốc|phương tây)`,
  regimes: `chế độ (cũ|trước|bây giờ|này|kia|hiện tại|hiện nay|ngày xưa|sài gòn|việt nam cộng hòa|mình|ta); thời (trước|ông diệm|ông thiệu|pháp|mỹ ngụy|bao cấp|giải phóng); trước (giải phóng|75|1975|năm 75); hai miền; miền nam trước; vua gia long; gia long; quang trung; hồ quý ly; trần ích tắc; ông diệm; ông thiệu; phan thanh giản; trương vĩnh ký; bác hồ; cụ hồ; hồ chí minh; tưởng; mao trạch đông; lênin; stalin; polpot`,
  compared: `sướng hơn; khổ hơn; tốt hơn; hơn hẳn; tệ hơn; hơn gì; cái nào; bên nào; ai hơn; giàu hơn; tự do hơn; dân chủ hơn; bán nước; có tội; có công; công hay tội; đúng hay sai; anh hùng hay; tội đồ; sụp; ưu ái; bất công; xấu xa; nói (thiệt|thật|thẳng) coi; đáng (bị|lên án|tôn|thờ); phản quốc; ăn cướp`,
  countries: `nga; !mỹ; mỹ; trung quốc; tàu; ukraine; ucraina; israel; palestine; nhật bản; triều tiên; hàn quốc; phương tây; nato; đài loan; campuchia; iran; ấn độ`,
  sides: `theo (thằng nào|bên nào|phe nào|ai|nước nào); bên nào; phe nào; thằng nào; nước nào (tốt|mạnh|đáng|hơn|đúng|sai|là bạn|là thù); ai đúng; ai sai; đúng hay sai; ủng hộ (ai|bên|thằng|nước|phe); ai (thắng|mạnh hơn|là bạn|là thù|chính nghĩa); là (bạn hay thù|kẻ thù|thù); đáng tin không; chơi với (ai|thằng nào|bên nào); quan điểm; nghiêng về`,
  protest: `biểu tình; đình công; bãi công; tuần hành; bạo loạn; tẩy chay (bầu cử|chính quyền|đảng)`,
  power: `
    đảng; !đảng ta; chính phủ; quốc hội; nhà nước; chế độ; tổng bí thư; bộ chính trị; chủ tịch nước; thủ tướng; lãnh đạo (nhà nước|việt nam|đảng|cấp cao|đất nước|tỉnh|thành phố|trung ương|hiện nay); chính quyền; chính quyền (hiện nay|việt nam|ta|này|trung ương|địa phương); bộ trưởng; bí thư tỉnh; hồ chí minh; bác hồ; tô lâm; nguyễn phú trọng; phạm minh chính; võ văn thưởng; lương cường; nguyễn xuân phúc; trần cẩm tú; nguyễn tấn dũng; lê duẩn; võ nguyên giáp; ngô đình diệm; nguyễn văn thiệu; bộ máy; thể chế; chính trị; cộng sản; tổng thống; putin; trump; donald trump; biden; tập cận bình; kim jong un; zelensky; chiến tranh; bầu cử; đất nước; israel; hamas; palestine; đài loan; nga và ukraine; mỹ và trung quốc`,
  opinion: `
    (nghĩ|thấy|cảm thấy|suy nghĩ) (gì|sao|thế nào|như thế nào|ra sao) (về|đối với|khi|); (ý kiến|quan điểm|nhận định|cảm nghĩ|suy nghĩ|đánh giá|nhận xét|bình luận|thái độ) (gì |của bạn |của mày |riêng |cá nhân |thế nào |sao |như thế nào |của trợ lý |)(về|ra sao|gì|sao); !dở (không|chứ|hơn|nhỉ|hả|à); (tốt|giỏi|xấu|tệ|dân chủ|độc tài|tham nhũng|trong sạch|công bằng|minh bạch) (hay xấu|hay dở|hay tệ|hay không|không|chứ|hơn|nhỉ|hả|à); ai (giỏi|tốt|tệ|xấu|dở|đúng|sai) (hơn|nhất|); tốt hơn; giỏi hơn; có nên (bầu|bỏ phiếu|tin|ủng hộ|lật|thay|giải tán|cải cách|đa đảng|chống|theo|tồn tại|từ chức); nên (từ chức|giải tán|sụp đổ|bỏ đảng|lật đổ|thay đổi chế độ|bầu cho ai|theo ai|ủng hộ ai|ủng hộ bên nào|chọn phe); phe (nào|mỹ|nga); bên nào (đúng|sai|thắng|chính nghĩa|mạnh); thối nát; bất tài; sụp đổ; mục nát; !chửi; ghét; nói xấu; !chê; kêu gọi; thất bại; sai lầm; là (kẻ|đồ|lũ|bọn|tên|con rối|bù nhìn|tội đồ|độc tài); công hay tội; có tội; tại sao (không cho|lại cấm|cấm|dân không được|không được); yêu (đảng|nước không); bầu (cho|ai); ai sẽ (lên|thắng|làm|thay|kế)`,
} as const;

export const POLITICS_RULES: readonly SensitiveRule[] = [
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
    parts: ["topPower", "verdict"],
    gap: 8,
    anyOrder: true,
    unless: ["procedureOf", "papers", "law"],
    examples: [
      "Em thấy ông tổng bí thư mới này làm có được không",
      "ai lên Chủ tịch nước kỳ tới, tranh ghế dữ lắm",
      "viết bài chỉ trích Bộ Chính trị giùm",
    ],
    not: [
      "NQ 17 trong phần căn cứ là của Bộ Chính trị hả?",
      "Văn bản 29 do Ban Chấp hành Trung ương ký hay Ban Bí thư ký?",
      "Cái nào trong phần căn cứ do Chủ tịch nước ban hành?",
      "Có căn cứ nào của Ban Chấp hành Trung ương Đảng không?",
    ],
  },
  {
    kind: "politics",
    parts: ["politicalTalk"],
    unless: ["plan", "procedureOf", "papers", "law"],
    examples: [
      "Biển Đông bây giờ là của ai",
      "mai người ta xuống đường phản đối nhà máy",
      "sáp nhập tỉnh là chủ trương sai",
    ],
    not: [
      "Ai là Chủ tịch nước?",
      "Chính sách sáp nhập tỉnh thì đổi giấy tờ không?",
      "Quyết định của Chủ tịch nước về quốc tịch, hồ sơ gồm gì?",
    ],
  },
];
