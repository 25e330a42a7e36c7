/** What "npm run office -- init" writes: every field with what it is for. Names that begin with "//" are remarks. */
export const STARTING_FILE = `{
  "//": "Hồ sơ cơ quan của trợ lý số. Mục bắt đầu bằng // là chú thích; mục nào chưa dùng thì xóa hẳn. Kiểm tra: npm run office -- --check TỆP",

  "name": "UBND xã Hoa Mai",
  "otherNames": ["xã Hoa Mai", "ủy ban xã Hoa Mai"],
  "//level": "ministry (bộ, ngành), province (tỉnh, thành phố), commune (xã, phường, đặc khu) hoặc other",
  "level": "commune",
  "//places": "những chữ mà người dân dùng để nói địa bàn này",
  "places": ["Hoa Mai"],

  "//agencies": "danh sách như dưới đây, hoặc tên tệp .xlsx, .csv đặt cạnh hồ sơ, đầu cột: Tên cơ quan | Tên khác | Thuộc | Kế thừa. membership: cơ quan thuộc chữ nào trong “các sở, ban, ngành, địa phương”",
  "agencies": [
    { "name": "Văn phòng HĐND và UBND xã", "aliases": ["Văn phòng xã", "VP UBND xã"], "membership": "so" },
    { "name": "Phòng Kinh tế", "aliases": ["Phòng KT"], "membership": "so" },
    { "name": "Công an xã", "membership": "nganh" }
  ],

  "//plans": "chỉ cần khi muốn đặt tên gọi cho kế hoạch, nói kế hoạch nào thay kế hoạch nào, hoặc tạm không dùng (use: false)",
  "plans": [
    { "number": "118/KH-UBND", "name": "Kế hoạch chuyển đổi số", "replaces": "96/KH-UBND" }
  ],

  "//assistantName": "tên trợ lý trên trang và trong lời chào",
  "assistantName": "Trợ lý số Hoa Mai",
  "greeting": "Xin chào! Tôi là trợ lý số của UBND xã Hoa Mai. Anh/chị cần hỏi gì?",
  "suggestions": {
    "citizens": ["Đăng ký khai sinh cần giấy tờ gì?"],
    "officers": ["Phòng Kinh tế chủ trì những nhiệm vụ nào?"]
  },
  "theme": { "colour": "#0b5c8a" },

  "//contact": "thông tin liên hệ, nói nguyên văn khi được hỏi",
  "statedOn": "2026-01-05",
  "address": "Số 1 đường Hoa Mai, xã Hoa Mai",
  "telephones": [{ "number": "0254 3000 100", "label": "bộ phận một cửa" }],
  "openingHours": ["Thứ Hai đến thứ Sáu: 07:30-11:30 và 13:30-17:00"],
  "lookupUrl": "https://dichvucong.example.gov.vn/tra-cuu",
  "filingUrl": "https://dichvucong.example.gov.vn/nop-truc-tuyen"
}
`;
