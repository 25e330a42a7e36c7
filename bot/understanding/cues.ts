/** What words of a question signal, apart from its topic. Data: add a phrase here, with diacritics; matching also
 *  finds it without. `consumed` cues are taken out of the topic, the others stay searchable. */
export interface CueRow {
  consumed: boolean;
  phrases: readonly string[];
}

export const CUES = {
  // ── what is asked about a task ─────────────────────────────────────────────
  lead: {
    consumed: true,
    phrases: [
      "chủ trì", "đơn vị chủ trì", "cơ quan chủ trì", "làm chủ trì", "đầu mối", "làm đầu mối", "đứng đầu", "đứng ra làm",
      "ai làm", "ai lo", "ai phụ trách", "phụ trách", "ai chịu trách nhiệm", "chịu trách nhiệm chính", "đơn vị nào chính",
      "đơn vị nào làm", "cơ quan nào làm", "sở nào làm", "sở nào lo", "giao cho ai", "giao cho đơn vị nào", "giao cho sở nào",
      "giao cho cơ quan nào", "ai thực hiện", "ai triển khai", "đơn vị nào thực hiện", "cơ quan nào thực hiện", "sở nào thực hiện",
      "đơn vị nào triển khai", "cơ quan nào triển khai", "thuộc về ai", "của ai", "ai đứng ra", "ai xây dựng", "lãnh đạo thực hiện",
      "ai quản", "ai đảm nhiệm", "đảm nhiệm", "đơn vị nào lo", "cơ quan nào lo", "chủ trì chính", "bên nào làm", "bên nào lo", "chủ chì",
      "do ai", "do đơn vị nào", "do cơ quan nào", "do sở nào", "ai là đơn vị", "dẫn đầu thực hiện", "cầm trịch", "đứng mũi chịu sào",
    ],
  },
  coordinating: {
    consumed: true,
    phrases: [
      "phối hợp", "đơn vị phối hợp", "cơ quan phối hợp", "cùng phối hợp", "ai phụ", "phụ giúp", "đơn vị hỗ trợ", "tham gia phối hợp",
      "cùng làm với", "làm cùng", "phối hợp với ai", "ai hỗ trợ", "phụ việc", "phối kết hợp", "hỗ trợ thực hiện", "ai cùng làm", "cùng tham gia",
    ],
  },
  askWho: {
    consumed: true,
    phrases: ["ai", "đơn vị nào", "cơ quan nào", "sở nào", "ngành nào", "bên nào", "những ai", "những sở nào", "những cơ quan nào", "những đơn vị nào", "các sở nào", "cơ quan gì", "đơn vị gì"],
  },
  askWhen: {
    consumed: true,
    phrases: [
      "khi nào", "bao giờ", "chừng nào", "hồi nào", "khi mô", "lúc nào", "ngày nào", "năm nào", "tháng nào", "hạn", "thời hạn", "deadline",
      "đét lai", "hạn chót", "hạn cuối", "thời gian hoàn thành", "thời gian thực hiện", "mốc thời gian", "mốc hoàn thành", "đến hạn", "khi nào xong", "phải xong",
      "phải hoàn thành", "tới khi nào", "đến khi nào", "ngày mấy", "giai đoạn nào", "kỳ nào", "trong bao lâu", "thời gian nào", "lúc mấy", "năm mấy", "thời hạn hoàn thành",
      "hạn hoàn thành", "hạn xong", "xong khi nào", "làm xong", "mốc nào", "trong thời gian nào", "hạn định",
    ],
  },
  askList: {
    consumed: true,
    phrases: [
      "nhiệm vụ nào", "những nhiệm vụ nào", "nhiệm vụ gì", "những nhiệm vụ gì", "các nhiệm vụ", "những nhiệm vụ", "danh sách", "danh mục", "liệt kê", "kể tên",
      "làm gì", "làm những gì", "phải làm gì", "phải làm những gì", "việc gì", "những việc gì", "việc nào", "những việc nào", "làm việc gì", "được giao gì",
      "được giao những gì", "được giao việc gì", "giao việc gì", "giao những gì", "cái nào", "những cái nào", "phần việc", "công việc gì", "những công việc", "kê ra", "nêu các", "cho xem các",
      "gồm những gì", "có những gì", "gồm những nhiệm vụ", "toàn bộ nhiệm vụ", "tất cả nhiệm vụ", "tất cả các nhiệm vụ", "hết các nhiệm vụ", "đầu việc nào", "những đầu việc", "các đầu việc", "làm mấy việc",
      "các việc", "những việc", "lo việc gì", "lo cái gì", "lo những gì", "lo gì", "có việc gì", "có nhiệm vụ gì", "nhiệm vụ của", "việc của", "trách nhiệm gì trong phụ lục",
    ],
  },
  askCount: {
    consumed: true,
    phrases: ["bao nhiêu nhiệm vụ", "mấy nhiệm vụ", "bao nhiêu việc", "mấy việc", "tổng số nhiệm vụ", "số lượng nhiệm vụ", "tổng cộng bao nhiêu", "bao nhiêu cái", "mấy cái", "có mấy", "đếm", "số nhiệm vụ", "bao nhiêu đầu việc", "mấy đầu việc", "tổng bao nhiêu", "có bao nhiêu", "bao nhiêu tất cả", "tất cả mấy", "nhiêu nhiệm vụ", "tổng số"],
  },
  askYesNo: { consumed: true, phrases: ["có phải", "phải không", "đúng không", "có đúng", "có tham gia", "có được giao", "hay không", "có không", "à không phải"] },
  compare: {
    consumed: true,
    phrases: ["so sánh", "so với", "khác nhau", "khác gì", "khác gì nhau", "giống nhau", "giống và khác", "phân biệt", "đối chiếu", "khác biệt", "khác chỗ nào", "khác nhau thế nào", "có gì khác", "khác như thế nào", "khác ra sao", "giống hay khác"],
  },
  earliest: { consumed: true, phrases: ["sớm nhất", "gần nhất", "trước nhất", "đầu tiên hết hạn", "hết hạn trước", "đến hạn trước", "hạn trước", "gấp nhất", "hạn gần nhất", "xong sớm nhất", "làm trước", "đến hạn sớm"] },
  latest: { consumed: true, phrases: ["muộn nhất", "trễ nhất", "sau cùng", "cuối cùng", "dài nhất", "hạn xa nhất", "xong sau", "chậm nhất", "lâu nhất"] },
  most: { consumed: true, phrases: ["nhiều nhất", "nhiều nhiệm vụ nhất", "nhiều việc nhất", "nhiều đầu việc nhất", "ít nhiệm vụ nhất", "ít việc nhất", "mỗi cơ quan", "từng cơ quan", "từng sở", "mỗi sở", "thống kê theo cơ quan", "mỗi đơn vị", "từng đơn vị", "xếp hạng cơ quan"] },
  named: { consumed: true, phrases: ["đích danh", "ghi tên", "nêu tên", "đứng tên", "tên riêng", "riêng", "ghi rõ tên", "trực tiếp", "được nêu tên", "được ghi tên", "nêu đích danh", "giao riêng"] },
  collective: { consumed: true, phrases: ["giao chung", "chung cho tất cả", "tập thể", "làm chung", "chung", "theo nhóm chung", "cùng tất cả", "cùng các sở", "chung cho các sở", "giao chung cho"] },
  yearly: { consumed: true, phrases: ["hàng năm", "hằng năm", "mỗi năm", "thường niên", "năm nào cũng", "lặp lại hàng năm", "làm hàng năm", "định kỳ hàng năm", "từng năm", "năm nào cũng phải làm", "lặp lại mỗi năm"] },
  ongoing: { consumed: true, phrases: ["thường xuyên", "liên tục"] },
  recurring: { consumed: true, phrases: ["định kỳ", "lặp lại", "lặp đi lặp lại", "không có hạn cuối", "không có năm kết thúc"] },
  due: { consumed: true, phrases: ["hoàn thành", "xong", "kết thúc", "hạn", "đến hạn", "thời hạn", "hết hạn", "phải xong", "trước năm", "trong năm", "chậm nhất", "hạn chót", "cán đích", "làm xong", "deadline", "hạn cuối"] },
  start: { consumed: true, phrases: ["bắt đầu", "khởi động", "khởi đầu"] },
  overdue: { consumed: true, phrases: ["quá hạn", "hết hạn", "trễ hạn", "còn hạn", "đã qua hạn", "hết thời hạn", "đã hết hạn", "quá thời hạn", "còn hiệu lực thời gian", "trễ chưa", "quá hạn chưa", "hết hạn chưa", "còn hạn không", "trễ"] },
  completion: {
    consumed: true,
    phrases: [
      "đã xong chưa", "xong chưa", "hoàn thành chưa", "đã hoàn thành", "làm xong chưa", "đã làm chưa", "làm chưa", "tiến độ", "tới đâu rồi", "đến đâu rồi", "kết quả thực hiện tới đâu", "thực hiện chưa", "triển khai chưa",
      "đã triển khai chưa", "đã có chưa", "có hoàn thành không", "đạt chưa", "đã đạt chưa", "đạt được chưa", "xong hết chưa", "bao nhiêu phần trăm rồi", "làm đến đâu", "làm tới đâu", "vận hành chưa", "đã vận hành", "có kịp không", "chưa hoàn thành", "tình hình thực hiện", "đã thực hiện xong", "xong rồi chưa", "có xong không", "đã đưa vào sử dụng chưa", "đưa vào sử dụng chưa", "ai chưa làm", "hoàn thành bao nhiêu", "đã xong", "đang làm tới đâu", "có đạt không", "kết quả ra sao",
    ],
  },
  // ── objects of the plan ────────────────────────────────────────────────────
  task: { consumed: true, phrases: ["nhiệm vụ", "nhiệm vụ số", "đầu việc", "dự án", "hạng mục", "công việc", "task", "nhiệm vụ trọng tâm", "việc"] },
  group: { consumed: true, phrases: ["nhóm", "nhóm nhiệm vụ", "lĩnh vực", "mảng"] },
  appendix: { consumed: true, phrases: ["phụ lục", "bảng phụ lục", "trong phụ lục", "ở phụ lục"] },
  body: { consumed: true, phrases: ["thân kế hoạch", "phần thân", "phần lời", "nội dung kế hoạch", "thân văn bản", "phần giải pháp", "mục giải pháp"] },
  plan: {
    consumed: true,
    phrases: ["kế hoạch này", "kế hoạch 2704", "quyết định 2704", "kế hoạch", "quyết định này", "quyết định", "văn bản này", "văn bản", "2704", "kế hoạch chuyển đổi số", "kế hoạch chính quyền số", "kế hoạch chính quyền điện tử", "kế hoạch của tỉnh", "tài liệu này", "bản kế hoạch"],
  },
  target: {
    consumed: true,
    phrases: ["mục tiêu", "chỉ tiêu", "kpi", "phải đạt bao nhiêu", "đạt bao nhiêu", "bao nhiêu phần trăm", "mấy phần trăm", "tỷ lệ bao nhiêu", "phần trăm", "%", "chỉ tiêu nào", "mục tiêu nào", "đạt tỷ lệ", "tỷ lệ", "phấn đấu", "đạt mức", "đặt ra"],
  },
  duty: { consumed: true, phrases: ["trách nhiệm", "nghĩa vụ", "trách nhiệm gì", "tổ chức thực hiện", "nhiệm vụ ngoài phụ lục", "ngoài phụ lục", "trách nhiệm của", "vai trò", "vai trò gì", "được phân công", "phân công"] },
  report: {
    consumed: false,
    phrases: ["báo cáo", "báo cáo định kỳ", "gửi báo cáo", "nộp báo cáo", "sơ kết", "tổng kết", "báo cáo năm", "báo cáo 6 tháng", "báo cáo kết quả", "chế độ báo cáo"],
  },
  ownPlan: {
    consumed: false,
    phrases: ["ban hành kế hoạch", "kế hoạch riêng", "kế hoạch của đơn vị", "kế hoạch của ngành", "kế hoạch triển khai của", "lập kế hoạch", "xây dựng kế hoạch riêng", "kế hoạch của cơ quan", "kế hoạch tổ chức triển khai", "kế hoạch của địa phương", "ra kế hoạch", "gửi kế hoạch", "nộp kế hoạch", "kế hoạch cụ thể", "có kế hoạch riêng", "làm kế hoạch", "ban hành kế hoạch của mình"],
  },
  // ── facts of the document ──────────────────────────────────────────────────
  signer: { consumed: true, phrases: ["ai ký", "người ký", "ký bởi", "ai là người ký", "ai kí", "do ai ký", "chữ ký của ai", "ai ký ban hành", "ai đã ký", "ai ký duyệt", "người nào ký", "ai phê duyệt", "ai duyệt", "ông nào ký", "chức vụ người ký", "ký tên"] },
  issued: { consumed: true, phrases: ["ngày ban hành", "ban hành ngày nào", "ban hành khi nào", "ban hành hồi nào", "ban hành năm nào", "ký ngày nào", "ngày ký", "ký khi nào", "ra ngày nào", "ban hành ngày mấy", "ngày tháng ban hành", "ra đời khi nào", "ban hành bao giờ", "ký hôm nào", "ký ngày mấy", "ra khi nào", "có từ khi nào", "ký bao giờ", "ký hồi nào", "được ký"] },
  issuer: { consumed: true, phrases: ["ai ban hành", "cơ quan ban hành", "cơ quan nào ban hành", "do ai ban hành", "đơn vị nào ban hành", "nơi ban hành", "bên nào ban hành"] },
  number: { consumed: true, phrases: ["số hiệu", "số bao nhiêu", "số mấy", "số văn bản", "số quyết định", "số ký hiệu", "quyết định số mấy", "quyết định nào"] },
  effect: { consumed: true, phrases: ["hiệu lực", "có hiệu lực", "hiệu lực từ", "bắt đầu hiệu lực", "hiệu lực thi hành", "áp dụng từ", "có giá trị từ", "còn hiệu lực", "hết hiệu lực"] },
  legalBasis: { consumed: true, phrases: ["căn cứ pháp lý", "căn cứ", "căn cứ nào", "dựa trên văn bản nào", "cơ sở pháp lý", "căn cứ vào đâu", "dựa vào văn bản nào", "dựa vào đâu", "viện dẫn", "căn cứ ban hành"] },
  executors: { consumed: true, phrases: ["thi hành", "chịu trách nhiệm thi hành", "trách nhiệm thi hành", "ai thi hành", "ai phải thi hành", "ai phải thực hiện quyết định"] },
  proposal: { consumed: true, phrases: ["ai đề nghị", "ai trình", "tờ trình", "theo đề nghị của ai", "đơn vị trình", "cơ quan trình", "ai đề xuất", "theo đề nghị", "do ai tham mưu", "ai tham mưu"] },
  recipients: { consumed: true, phrases: ["nơi nhận", "gửi cho ai", "gửi những nơi nào", "gửi tới đâu", "gửi cho những ai", "gửi đến những đâu"] },
  structure: { consumed: true, phrases: ["mấy phần", "bố cục", "cấu trúc", "mấy mục", "gồm mấy", "bao nhiêu nhóm", "mấy nhóm", "gồm những phần nào", "gồm những mục nào", "các nhóm nào", "những nhóm nào", "chia thành", "chia làm", "nhóm nào", "có những nhóm", "bao nhiêu phần"] },
  title: { consumed: true, phrases: ["tên đầy đủ", "tên gọi", "tên văn bản", "tiêu đề", "trích yếu", "tên là gì", "về việc gì", "nói về cái gì", "nội dung chính", "là văn bản gì", "quyết định gì", "là kế hoạch gì", "là gì vậy"] },
  article: { consumed: true, phrases: ["điều 1", "điều 2", "điều 3", "điều một", "điều hai", "điều ba"] },
  // ── agencies ───────────────────────────────────────────────────────────────
  successor: {
    consumed: true,
    phrases: ["bây giờ là", "hiện nay là", "nay là", "giờ là", "sáp nhập", "sát nhập", "đổi tên", "đổi thành", "còn không", "còn tồn tại", "thành sở nào", "nhập vào", "hợp nhất", "thay thế", "kế thừa", "còn hoạt động", "bây giờ thuộc", "giờ thuộc", "nay thuộc", "hiện nay thuộc", "giải thể", "sau sáp nhập", "bây giờ ai", "hiện tại là", "gộp", "gộp vào", "bây giờ gọi là", "chuyển thành", "thành cơ quan nào", "còn hay không", "bây giờ ra sao", "giờ ra sao", "giờ sao", "bỏ chưa", "chuyển về đâu", "nhập với", "nay do ai", "hiện nay do", "giờ do"],
  },
  ownAgency: { consumed: true, phrases: ["cơ quan tôi", "cơ quan mình", "đơn vị tôi", "đơn vị mình", "cơ quan chúng tôi", "đơn vị chúng tôi", "sở tôi", "sở mình", "bên tôi", "bên mình", "bên em", "cơ quan em", "đơn vị em", "sở em", "chúng tôi", "chúng ta", "cơ quan của tôi", "đơn vị của tôi", "chỗ tôi", "chỗ mình", "tụi tôi", "tụi mình", "bọn mình", "huyện tôi", "huyện mình", "cơ quan của mình"] },
  iAm: { consumed: true, phrases: ["tôi ở", "tôi là cán bộ", "tôi công tác tại", "tôi công tác ở", "tôi làm ở", "tôi làm việc tại", "tôi làm việc ở", "em ở", "em làm ở", "mình ở", "mình làm ở", "tôi thuộc", "tôi bên", "em bên", "mình bên", "em là cán bộ", "tôi đang ở", "tôi là chuyên viên", "em công tác ở", "em công tác tại"] },
  everyone: { consumed: true, phrases: ["các sở ban ngành địa phương", "các sở ban ngành và địa phương", "các sở ban ngành", "sở ban ngành", "các sở ngành", "sở ngành", "tất cả các sở", "mọi cơ quan", "tất cả cơ quan", "mọi sở", "tất cả đơn vị", "sở ban ngành địa phương", "các đơn vị", "các cơ quan"] },
  locals: { consumed: true, phrases: ["các địa phương", "địa phương", "các huyện", "cấp huyện", "ubnd cấp huyện", "ủy ban nhân dân các huyện", "các huyện thị xã thành phố", "huyện", "ubnd huyện", "ủy ban nhân dân huyện", "ubnd các huyện", "ủy ban nhân dân cấp huyện"] },
  communes: { consumed: true, phrases: ["cấp xã", "ubnd xã", "ubnd phường", "ủy ban nhân dân xã", "ủy ban nhân dân phường", "các xã", "phường xã", "xã phường", "ủy ban nhân dân cấp xã", "ubnd cấp xã"] },
  // ── procedures ─────────────────────────────────────────────────────────────
  procedure: { consumed: true, phrases: ["thủ tục", "thủ tục hành chính", "thủ tục gì", "làm thủ tục", "làm giấy", "xin giấy", "xin cấp", "dịch vụ công"] },
  aspectDocuments: { consumed: true, phrases: ["hồ sơ gồm", "giấy tờ gì", "giấy tờ", "giấy tờ nào", "hồ sơ", "cần gì", "cần những gì", "cần giấy gì", "cần giấy tờ gì", "mang theo gì", "đem theo gì", "mang gì", "đem gì", "chuẩn bị gì", "chuẩn bị những gì", "cần chuẩn bị", "thành phần hồ sơ", "bộ hồ sơ", "hồ sơ cần", "nộp những gì", "nộp gì", "phải nộp gì", "cần đem", "cần mang", "những giấy gì", "giấy gì", "phải có gì", "xuất trình gì", "cầm theo gì", "bản chính hay bản sao", "mấy bộ"] },
  aspectTime: { consumed: true, phrases: ["bao lâu", "mất bao lâu", "mấy ngày", "bao nhiêu ngày", "thời hạn giải quyết", "thời gian giải quyết", "khi nào có", "chừng nào có", "bao giờ có", "bao giờ lấy", "khi nào lấy", "chừng nào lấy", "lấy liền", "lấy ngay", "trong ngày", "thời hạn", "nhiêu ngày", "mấy bữa", "hết mấy ngày", "bao lâu thì xong", "bao lâu có", "ngày làm việc", "mất mấy hôm", "mấy hôm", "nhanh nhất", "thời gian", "bao nhiêu lâu", "khi nào xong", "có liền không", "mấy tiếng", "khi nào được", "chừng nào xong", "bao giờ xong", "bao giờ nhận"] },
  aspectFee: { consumed: true, phrases: ["lệ phí", "phí", "bao nhiêu tiền", "mất bao nhiêu", "nhiêu tiền", "tốn bao nhiêu", "tốn tiền", "chi phí", "giá bao nhiêu", "giá", "đóng bao nhiêu", "đóng tiền", "mất tiền", "miễn phí", "mất phí", "trả bao nhiêu", "mức phí", "mức thu", "hết bao nhiêu", "tốn phí", "nộp bao nhiêu tiền", "có mất tiền", "bao tiền", "tiền lệ phí", "tốn kém", "bao nhiêu một", "phải trả tiền", "thu bao nhiêu", "tiền công", "mấy đồng", "bao nhiêu đồng", "mấy nghìn", "mấy ngàn", "hết nhiêu", "tiền"] },
  aspectPlace: { consumed: true, phrases: ["ở đâu", "nộp ở đâu", "làm ở đâu", "đến đâu", "nơi nộp", "nộp chỗ nào", "chỗ nào", "nơi nào", "tới đâu", "ra đâu", "cơ quan nào giải quyết", "đi đâu", "nộp tại đâu", "tại đâu", "địa chỉ", "lên đâu", "nộp cho ai", "gặp ai", "ai cấp", "cơ quan nào cấp", "ai giải quyết", "nơi tiếp nhận", "cơ quan giải quyết", "thẩm quyền", "đâu làm", "nơi làm", "đăng ký ở đâu", "nộp đâu", "làm đâu", "phường nào", "xã nào", "phải ra", "lên phường hay", "ở chỗ nào"] },
  aspectMethods: { consumed: true, phrases: ["online", "trực tuyến", "qua mạng", "trên mạng", "nộp online", "cách nộp", "cách thức", "hình thức nộp", "bưu điện", "bưu chính", "nộp qua", "làm online", "nộp trực tiếp", "nộp trực tuyến", "có cần đi", "ở nhà", "tại nhà", "cách nào", "những cách nào", "làm qua mạng", "cổng dịch vụ công", "dịch vụ công trực tuyến", "hình thức nào"] },
  aspectSteps: { consumed: true, phrases: ["làm thế nào", "làm sao", "các bước", "trình tự", "quy trình", "hướng dẫn", "cách làm", "như thế nào", "thế nào", "ra sao", "mấy bước", "bước nào", "làm như nào", "làm như thế nào", "cách đăng ký", "trình tự thực hiện", "thực hiện thế nào", "bắt đầu từ đâu", "phải làm sao", "thủ tục ra sao", "làm kiểu gì"] },
  aspectResult: { consumed: true, phrases: ["kết quả", "nhận được gì", "được cấp gì", "kết quả là gì", "nhận giấy gì", "được giấy gì", "cấp giấy gì", "kết quả nhận", "kết quả thủ tục"] },
  aspectLegal: { consumed: true, phrases: ["căn cứ pháp lý", "căn cứ", "luật nào", "nghị định nào", "thông tư nào", "quy định ở đâu", "cơ sở pháp lý", "theo luật gì", "văn bản nào quy định", "theo quy định nào", "quy định nào"] },
  aspectConditions: { consumed: true, phrases: ["điều kiện", "yêu cầu", "điều kiện gì", "có được không", "ai được", "có được làm", "cần điều kiện gì", "đủ điều kiện", "bao nhiêu tuổi", "mấy tuổi", "trường hợp nào được", "được phép không", "tuổi"] },
  aspectAudience: { consumed: true, phrases: ["đối tượng", "ai được làm", "dành cho ai", "đối tượng nào", "áp dụng cho ai", "ai phải đi", "ai đi làm", "ai có thể", "ai nộp", "người nào được", "ai được nộp", "ai làm được", "đi thay", "làm thay", "nộp thay"] },
  aspectForms: { consumed: true, phrases: ["mẫu đơn", "mẫu tờ khai", "tờ khai", "biểu mẫu", "mẫu nào", "mẫu gì", "đơn nào", "mẫu số mấy", "tờ khai nào", "đơn gì", "tải mẫu", "mẫu đơn nào", "form"] },
  // ── conversation ───────────────────────────────────────────────────────────
  greeting: { consumed: true, phrases: ["xin chào", "chào", "chào bạn", "hello", "hi", "chào em", "chào anh", "chào chị", "chào trợ lý", "alo", "a lô", "kính chào", "chào buổi sáng", "chào cả nhà", "hey", "good morning", "chào ad"] },
  thanks: { consumed: true, phrases: ["cảm ơn", "cám ơn", "thank you", "thanks", "cảm ơn bạn", "cảm ơn nhiều", "cám ơn nhiều", "tks", "thank", "cảm ơn nhé", "đội ơn", "cảm ơn em", "tốt quá", "hay quá", "tuyệt vời", "ok cảm ơn"] },
  goodbye: { consumed: true, phrases: ["tạm biệt", "bye", "bai bai", "chào nhé", "hẹn gặp lại", "goodbye", "thôi nhé", "bái bai"] },
  about: {
    consumed: true,
    phrases: ["bạn là ai", "bạn là gì", "mày là ai", "em là ai", "là người hay máy", "là người hay robot", "có phải người thật", "bạn là người thật", "người thật hay máy", "bạn là robot", "bạn là ai vậy", "bạn là bot", "bạn là ai thế", "ai tạo ra bạn", "ai làm ra bạn", "giới thiệu về bạn", "bạn có phải là ai", "trí tuệ nhân tạo à", "bạn tên gì", "tên bạn là gì", "bạn là chatgpt", "bạn có phải con người", "bạn là con người", "đang nói chuyện với ai", "nói chuyện với máy", "đang chat với ai", "đây là ai", "người hay máy", "máy hay người", "bot hay người", "người hay bot", "có phải ai không", "có phải máy không", "có phải bot", "robot hả", "người thật không", "bạn là trí tuệ nhân tạo", "là ai đấy", "trợ lý này là gì", "trợ lý số là gì"],
  },
  abilities: { consumed: true, phrases: ["bạn làm được gì", "bạn giúp được gì", "bạn biết gì", "hỏi gì được", "có thể hỏi gì", "giúp được gì", "trợ lý làm được gì", "bạn có thể làm gì", "bạn trả lời được gì", "hướng dẫn sử dụng", "dùng thế nào", "em làm được gì", "bạn hỗ trợ gì", "hỗ trợ những gì", "hỏi được những gì", "bạn có thể giúp gì", "giúp gì được", "trợ lý giúp được gì", "biết những gì", "hỏi những gì"] },
  retention: { consumed: true, phrases: ["lưu gì", "có lưu", "lưu trữ gì", "lưu bao lâu", "lưu lại", "giữ lại", "dữ liệu của tôi", "quyền riêng tư", "bảo mật", "thông tin của tôi", "lưu câu hỏi", "lưu thông tin", "xóa dữ liệu", "có ghi lại", "ghi âm", "lưu cuộc trò chuyện", "giữ bao lâu", "thông tin cá nhân của tôi", "xóa lịch sử", "lưu tin nhắn", "lưu lịch sử", "ai xem được", "lưu nội dung", "lưu dữ liệu"] },
  sources: { consumed: true, phrases: ["nguồn ở đâu", "lấy thông tin ở đâu", "nguồn nào", "dữ liệu lấy từ đâu", "có chính xác không", "có tin được không", "trả lời dựa vào đâu", "nguồn thông tin", "thông tin từ đâu", "lấy dữ liệu từ đâu", "nguồn dữ liệu"] },
  handoff: { consumed: true, phrases: ["gặp cán bộ", "gặp người thật", "gặp nhân viên", "nói chuyện với người", "gặp tổng đài viên", "cho gặp người", "chuyển máy", "gặp người", "nối máy", "nói chuyện với cán bộ", "gặp tư vấn viên", "muốn gặp cán bộ", "kết nối cán bộ", "liên hệ cán bộ", "gọi cho cán bộ", "gặp chuyên viên", "nói chuyện với người thật", "chuyển cho cán bộ", "gặp ai đó"] },
  followUp: { consumed: true, phrases: ["thế còn", "vậy còn", "còn", "thế", "vậy", "vậy thì", "thế thì", "à còn", "thế thì còn", "rồi còn", "ủa còn", "ờ còn"] },
  pronoun: {
    consumed: true,
    phrases: ["nhiệm vụ này", "nhiệm vụ đó", "nhiệm vụ ấy", "nhiệm vụ trên", "việc này", "việc đó", "cái này", "cái đó", "cái ấy", "nó", "thủ tục này", "thủ tục đó", "thủ tục ấy", "giấy này", "giấy đó", "trong đó", "trong số đó", "trong các nhiệm vụ đó", "những cái đó", "các nhiệm vụ đó", "các nhiệm vụ trên", "những nhiệm vụ đó", "chúng", "ở trên", "vừa rồi", "vừa nêu", "sở đó", "sở này", "cơ quan đó", "đơn vị đó", "mục đó", "mục này", "cái trên", "danh sách đó", "danh sách trên", "mấy cái đó", "mấy cái này", "mấy việc đó", "chỉ tiêu đó", "chỉ tiêu này", "mục tiêu đó", "nhiệm vụ nói trên", "trong danh sách", "số đó"],
  },
  correction: { consumed: true, phrases: ["à không", "không phải", "ý tôi là", "ý là", "nhầm", "nhầm rồi", "ý mình là", "ý em là", "tôi nhầm", "à nhầm", "không ý tôi là", "sửa lại là"] },
  citation: { consumed: true, phrases: ["dòng nào", "trích nguyên văn", "nguyên văn", "trích dẫn", "nằm ở đâu trong", "ghi thế nào", "ghi ở đâu", "nói gì về", "nói gì", "quy định gì về", "viết gì về", "có nói về", "có nhắc", "có đề cập", "đề cập", "nhắc tới", "nhắc đến", "nói về", "có ghi", "nêu gì về", "nói thế nào về", "quy định thế nào", "có quy định", "ghi gì", "nêu gì"] },
  money: { consumed: true, phrases: ["bao nhiêu tiền", "kinh phí bao nhiêu", "ngân sách bao nhiêu", "tổng kinh phí", "bao nhiêu tỷ", "mấy tỷ", "tổng vốn", "dự toán", "tổng mức đầu tư", "bao nhiêu triệu", "tiền bao nhiêu", "vốn bao nhiêu", "chi bao nhiêu"] },
} satisfies Record<string, CueRow>;

export type Cue = keyof typeof CUES;
