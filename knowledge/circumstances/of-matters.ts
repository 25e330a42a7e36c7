/** Of the matter: papers, vehicles, land, houses, trades, and how it is filed. */
import type { Kind } from "./kind.ts";
import { PAPERS } from "./papers.ts";

export const OF_MATTERS = {
  cause: {
    question: "Vì sao anh/chị làm thủ tục này?",
    values: {
      first: "làm lần đầu",
      again: "làm lại",
      lost: "bị mất",
      damaged: "bị hỏng",
      expired: "hết hạn",
      wrong_data: "thông tin bị sai",
      changed_data: "thông tin thay đổi",
      missing_data: "thiếu thông tin",
      reached_age: "đến tuổi phải đổi",
      new_type: "đổi sang loại mới",
      office_error: "lỗi của cơ quan cấp",
      boundaries_changed: "sáp nhập, đổi địa giới hành chính",
      ended: "chấm dứt, thôi không dùng nữa",
      inpatient: "nằm viện, điều trị nội trú",
      outpatient: "khám, điều trị ngoại trú",
      self_bought: "tự mua thuốc, thiết bị y tế",
    },
  },
  transferRole: {
    question: "Anh/chị là bên nào?",
    values: {
      seller: "bên bán",
      buyer: "bên mua",
      donor: "bên tặng cho",
      recipient: "bên được tặng cho",
      heir: "người thừa kế",
    },
  },
  vehicle: { question: "Loại xe gì?", values: { car: "ô tô", motorbike: "xe máy", other: "xe khác" } },
  licence: {
    question: "Thi lấy bằng hạng nào?",
    values: { motorbike: "mô tô (A1, A)", three_wheel: "xe ba bánh (B1)", car: "ô tô (B trở lên)" },
  },
  hasPaper: { question: "Anh/chị có sẵn giấy nào?", values: PAPERS },
  lacksPaper: { question: "Anh/chị còn thiếu giấy nào?", values: PAPERS },
  /** Of which something is told: that it is lost, damaged, wrong, expired. */
  aboutPaper: { question: "Giấy nào?", values: PAPERS },
  proof: {
    question: "Cần giấy xác nhận gì?",
    values: { residence: "xác nhận nơi cư trú", single: "xác nhận tình trạng hôn nhân" },
  },
  estate: {
    question: "Việc thừa kế thế nào?",
    values: {
      refuses: "không nhận phần của mình",
      divides: "thỏa thuận chia, để một người đứng tên",
      will: "lập di chúc",
      changes_will: "sửa, hủy di chúc",
    },
  },
  licenceOf: {
    question: "Bằng lái do nước nào cấp, để lái ở đâu?",
    values: { foreign: "bằng do nước ngoài cấp", to_drive_abroad: "để lái ở nước ngoài" },
  },
  vehicleState: {
    question: "Chiếc xe giờ thế nào?",
    values: {
      stolen: "xe bị mất",
      sold_still_mine: "đã bán mà giấy còn tên mình",
      scrapped: "xe hỏng, thải bỏ",
    },
  },
  socialHousing: {
    question: "Mua hay thuê nhà ở xã hội?",
    values: { buys: "mua", rents_public: "thuê nhà của Nhà nước" },
  },
  afterLoss: {
    question: "Sau khi báo mất thì sao?",
    values: { found: "đã tìm lại được", replaced: "muốn làm cái mới" },
  },
  dispute: { question: "Hai bên đã hòa giải chưa?", values: { settled: "đã hòa giải, thống nhất" } },
  copyOf: {
    question: "Bản sao của giấy gì?",
    values: {
      civil: "khai sinh, kết hôn, khai tử",
      deal: "hợp đồng, giấy tờ đã chứng thực",
      diploma: "văn bằng, chứng chỉ",
    },
  },
  channel: {
    question: "Anh/chị nộp theo cách nào?",
    values: { in_person: "nộp trực tiếp", online: "nộp trực tuyến", post: "gửi bưu chính" },
  },
  place: {
    question: "Nơi đó thuộc khu vực nào?",
    values: {
      difficult_commune: "xã miền núi, hải đảo, vùng sâu, vùng xa, vùng khó khăn",
      zone_1: "khu vực I (Hà Nội, Thành phố Hồ Chí Minh, trừ đặc khu)",
      zone_2: "khu vực II (nơi khác)",
      other_province: "tỉnh khác",
      same_province: "trong tỉnh",
      border: "xã biên giới",
    },
  },
  receipt: {
    question: "Hồ sơ được nhận lúc nào?",
    values: { after_15: "sau 15 giờ", incomplete: "còn thiếu giấy" },
  },
  handling: {
    question: "Hồ sơ có gì phải xem thêm không?",
    values: {
      verification: "phải xác minh",
      many_copies: "nhiều bản, nhiều trang hoặc nội dung phức tạp",
      agreed_longer: "hai bên hẹn lâu hơn bằng văn bản",
      consultation: "phải hỏi ý kiến cơ quan khác",
      public_notice: "phải niêm yết công khai",
      domestic_vehicle: "xe sản xuất, lắp ráp trong nước",
    },
  },
  order: {
    question: "Cần bản nào?",
    values: {
      electronic: "bản điện tử",
      printed: "bản giấy hoặc thẻ nhựa",
      copy: "bản sao",
      certified: "bản sao chứng thực từ bản chính",
      translation: "bản dịch",
      sheet_1: "Phiếu số 1",
      sheet_2: "Phiếu số 2",
      individual: "cá nhân, hộ gia đình",
      list: "theo danh sách nhiều người",
      refund: "hoàn trả tiền đã đóng",
      health_card: "thẻ bảo hiểm y tế",
      insurance_book: "sổ bảo hiểm xã hội",
      loan: "giấy xác nhận để vay vốn",
    },
  },
  business: {
    question: "Hộ kinh doanh thuộc trường hợp nào?",
    values: {
      family_members: "do các thành viên hộ gia đình cùng lập",
      owner_changes: "đổi chủ hộ",
      moves: "chuyển trụ sở sang tỉnh hoặc xã khác",
      content_changes: "đổi tên, ngành nghề, vốn",
      group_before_2025: "hộ do nhóm cá nhân lập trước khi Nghị định 168/2025/NĐ-CP có hiệu lực",
      food: "làm thực phẩm, ăn uống",
      pauses: "tạm ngừng",
      resumes: "kinh doanh lại trước hạn",
      turnover_below: "doanh thu không quá 1 tỷ đồng một năm",
      turnover_above: "doanh thu trên 1 tỷ đồng một năm",
      rents_out: "cho thuê nhà, mặt bằng",
      from_household: "từ hộ kinh doanh lên doanh nghiệp",
    },
  },
  building: {
    question: "Công trình thuộc loại nào?",
    values: {
      house: "nhà ở riêng lẻ",
      works: "công trình khác",
      low_house: "nhà ở dưới 7 tầng và dưới 500 m²",
      big_house: "nhà ở từ 7 tầng hoặc từ 500 m² sàn",
      adjacent: "liền kề công trình khác",
      basement: "có tầng hầm",
    },
  },
  planning: {
    question: "Nhà có nằm trong khu vực phải quản lý quy hoạch, kiến trúc không?",
    values: {
      managed: "trong khu vực phải quản lý quy hoạch, kiến trúc",
      unmanaged: "ngoài khu vực phải quản lý quy hoạch, kiến trúc",
    },
  },
  works: {
    question: "Sửa nhà thế nào?",
    values: { repair_only: "sửa chữa nhỏ, không đổi kết cấu", adds_floor: "thêm tầng, đổi kết cấu" },
  },
  land: {
    question: "Thửa đất thuộc trường hợp nào?",
    values: {
      by_agreement: "tách, hợp theo thỏa thuận hoặc chuyển quyền",
      by_judgment: "theo bản án, quyết định của Tòa án",
      inheritance: "thừa kế",
      whole_plot: "chuyển cả thửa",
      part_of_plot: "chuyển một phần thửa",
      joint: "nhóm người, vợ chồng cùng đứng tên",
      arrears: "còn nợ nghĩa vụ tài chính",
      has_house: "có nhà, công trình trên đất",
      mortgaged: "đang thế chấp",
      public_gift: "hiến, tặng cho Nhà nước, cộng đồng",
      rice_land: "đất trồng lúa",
      future_house: "nhà ở hình thành trong tương lai",
    },
  },
  levy: { question: "Hỏi khoản thu nào?", values: { registration: "lệ phí trước bạ" } },
  mortgage: { question: "Đã trả hết nợ chưa?", values: { paid_off: "đã trả hết nợ" } },
} as const satisfies Readonly<Record<string, Kind>>;
