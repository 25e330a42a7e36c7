/** What may differ from one person's case to the next, as data: the parts of a record that hold only for some say so by
 *  these. A new circumstance or value is a row here; a record that names another is refused. */
import { z } from "zod";

interface Kind {
  /** What is asked when the case is not known; Vietnamese. */
  question: string;
  /** Words of each value, as a person would say them. */
  values: Readonly<Record<string, string>>;
}

/** Papers that a case may turn on: had or lacking. */
const PAPERS = {
  birth_notice: "Giấy chứng sinh",
  birth_certificate: "Giấy khai sinh",
  identity_card: "thẻ căn cước hoặc căn cước công dân",
  passport: "hộ chiếu",
  identity_number: "số định danh cá nhân",
  old_card: "thẻ hoặc giấy cũ",
  vehicle_registration: "chứng nhận đăng ký xe",
  number_plate: "biển số xe",
  deregistration: "chứng nhận thu hồi đăng ký, biển số xe",
  transfer_papers: "giấy tờ mua bán, tặng cho xe",
  driving_licence: "giấy phép lái xe",
  land_certificate: "sổ đỏ, sổ hồng",
  land_notice: "Thông báo xác nhận kết quả đăng ký đất đai",
  plot_drawing: "sơ đồ thửa đất có kích thước cạnh",
  civil_status_book: "sổ hộ tịch gốc",
  old_civil_paper: "giấy tờ hộ tịch cũ",
  death_notice: "Giấy báo tử",
  marriage_certificate: "Giấy chứng nhận kết hôn",
  data_record: "thông tin trong cơ sở dữ liệu",
  residence_record: "thông tin nơi cư trú trong cơ sở dữ liệu",
  social_insurance_book: "sổ bảo hiểm xã hội",
  child_match: "trẻ để nhận làm con nuôi",
  kinship_proof: "giấy tờ chứng minh quan hệ",
  medical_assessment: "kết luận giám định y khoa",
  payment_receipt: "chứng từ nộp tiền",
  health_card: "thẻ bảo hiểm y tế",
  diploma: "văn bằng, chứng chỉ",
  disability_certificate: "Giấy xác nhận khuyết tật",
  merit_certificate: "giấy chứng nhận người có công, thân nhân liệt sĩ",
  death_certificate: "giấy khai tử, giấy chứng tử",
  business_certificate: "Giấy chứng nhận đăng ký hộ kinh doanh",
  building_permit: "giấy phép xây dựng",
  original: "bản chính",
  medical_record: "bệnh án, giấy ra viện",
} as const;

export const CIRCUMSTANCES = {
  forWhom: {
    question: "Anh/chị làm cho ai?",
    values: {
      self: "bản thân",
      child: "con",
      parent: "cha hoặc mẹ",
      spouse: "vợ hoặc chồng",
      relative: "người thân khác",
      ward: "người được giám hộ, nuôi dưỡng",
      deceased: "người đã mất",
      organisation: "tổ chức, doanh nghiệp",
      employee: "người lao động của đơn vị",
    },
  },
  filedBy: {
    question: "Ai đi nộp hồ sơ?",
    values: {
      self: "chính người đó",
      parent: "cha hoặc mẹ",
      relative: "ông bà, người thân",
      spouse: "vợ hoặc chồng",
      guardian: "người giám hộ, người đại diện theo pháp luật",
      authorised: "người được ủy quyền",
      organisation: "cơ quan, tổ chức",
    },
  },
  marital: {
    question: "Tình trạng hôn nhân thế nào?",
    values: {
      single: "chưa kết hôn",
      married: "đã kết hôn",
      divorced: "đã ly hôn",
      widowed: "vợ hoặc chồng đã mất",
      living_together: "sống chung, chưa đăng ký kết hôn",
    },
  },
  parents: {
    question: "Cha mẹ của bé đã đăng ký kết hôn chưa?",
    values: {
      married: "cha mẹ đã đăng ký kết hôn",
      unmarried: "cha mẹ chưa đăng ký kết hôn",
      father_recognises: "cha nhận con cùng lúc khai sinh",
      unknown: "chưa xác định được cha hoặc mẹ",
    },
  },
  childCase: {
    question: "Bé thuộc trường hợp nào?",
    values: {
      abandoned: "trẻ bị bỏ rơi",
      surrogacy: "sinh do mang thai hộ",
      born_abroad: "sinh ở nước ngoài",
      adopted: "con nuôi",
      stepchild: "con riêng của vợ hoặc chồng",
      in_care: "trẻ đang ở cơ sở nuôi dưỡng",
      orphan: "mồ côi hoặc không nơi nương tựa",
      born_at_home: "sinh tại nhà, ngoài cơ sở y tế",
    },
  },
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
  nationality: {
    question: "Có ai là người nước ngoài hoặc người Việt ở nước ngoài không?",
    values: {
      vietnamese: "công dân Việt Nam",
      foreigner: "người nước ngoài",
      vietnamese_abroad: "người Việt Nam định cư ở nước ngoài",
      stateless: "người không quốc tịch",
      foreign_neighbour: "công dân nước láng giềng ở vùng biên giới",
    },
  },
  stay: {
    question: "Trước đây có ở nơi khác hoặc ở nước ngoài không?",
    values: {
      one_place: "chỉ cư trú một nơi",
      several_places: "đã cư trú ở nhiều nơi",
      abroad: "từng hoặc đang ở nước ngoài",
      away_long: "đi khỏi nơi thường trú nhiều tháng liền",
      handled_abroad: "việc đã làm ở cơ quan nước ngoài",
    },
  },
  housing: {
    question: "Chỗ ở đó là của ai?",
    values: {
      owner: "nhà của mình",
      with_relatives: "về ở với người thân",
      rented: "nhà thuê",
      borrowed: "mượn hoặc ở nhờ",
      institution: "cơ sở tôn giáo, tín ngưỡng, trợ giúp xã hội",
      vehicle: "phương tiện dùng để ở",
      military: "đơn vị đóng quân của Công an, Quân đội",
      none: "chưa có nhà",
      too_small: "có nhà nhưng dưới 15 m² sàn mỗi người",
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
  group: {
    question: "Anh/chị có thuộc diện ưu tiên nào không?",
    values: {
      child: "trẻ em",
      elderly: "người cao tuổi",
      disabled: "người khuyết tật",
      supervised: "bị can, bị cáo, người đang chấp hành án hoặc biện pháp quản lý",
      merit: "người có công, thân nhân người có công",
      poor: "hộ nghèo",
      near_poor: "hộ cận nghèo",
      student: "học sinh, sinh viên",
      ethnic_minority: "đồng bào dân tộc thiểu số ở xã khó khăn, biên giới, hải đảo",
      rural_loan: "vay vốn phục vụ nông nghiệp, nông thôn",
      duty_exempt: "được miễn lệ phí trước bạ",
      low_income_free: "thu nhập thấp, không có hợp đồng lao động",
      unemployed: "đang hưởng trợ cấp thất nghiệp",
      organ_donor: "đã hiến bộ phận cơ thể",
      veteran: "từng phục vụ quân đội",
      employed: "có hợp đồng lao động hoặc lương hưu",
      officer: "cán bộ, công chức, viên chức, lực lượng vũ trang",
      offline: "người chưa dùng được dịch vụ công trực tuyến",
      digital_citizen: "đã tích hợp đủ giấy tờ trên VNeID mức độ 2",
      seriously_ill: "mắc bệnh hiểm nghèo",
      social_allowance: "đang hưởng trợ cấp xã hội hằng tháng",
      work_injury: "hưởng trợ cấp tai nạn lao động, bệnh nghề nghiệp",
    },
  },
  hasPaper: { question: "Anh/chị có sẵn giấy nào?", values: PAPERS },
  lacksPaper: { question: "Anh/chị còn thiếu giấy nào?", values: PAPERS },
  /** Of which something is told: that it is lost, damaged, wrong, expired. */
  aboutPaper: { question: "Giấy nào?", values: PAPERS },
  insurance: {
    question: "Đóng bảo hiểm xã hội bắt buộc hay tự nguyện?",
    values: { compulsory: "bảo hiểm xã hội bắt buộc", voluntary: "bảo hiểm xã hội tự nguyện" },
  },
  benefit: {
    question: "Trợ cấp thất nghiệp đang thế nào?",
    values: {
      missed_report: "quên thông báo tìm việc",
      resumes: "bị tạm dừng, muốn hưởng lại",
      new_job: "đã có việc làm",
    },
  },
  payment: {
    question: "Muốn nhận tiền thế nào?",
    values: {
      elsewhere: "nhận ở nơi khác",
      by_other: "nhờ người khác nhận thay",
      left_unpaid: "người đã mất chưa kịp nhận",
      lump_sum: "rút một lần",
    },
  },
  residence: {
    question: "Anh/chị ở đó thế nào?",
    values: {
      short_visit: "ngủ lại vài ngày",
      over_month: "ở từ 30 ngày",
      prolong: "hết hạn tạm trú, ở tiếp",
      leaves: "dọn đi, không ở nữa",
      own_household: "ra hộ riêng, vẫn ở nhà đó",
      for_good: "nhập hộ khẩu",
    },
  },
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
  deathBenefit: {
    question: "Hỏi khoản nào cho thân nhân?",
    values: { funeral: "tiền mai táng", survivors: "tiền tuất" },
  },
  stateMoney: {
    question: "Đang hưởng khoản nào hằng tháng?",
    values: {
      pension: "lương hưu",
      old_age: "trợ cấp hưu trí xã hội",
      allowance: "trợ cấp xã hội",
    },
  },
  account: {
    question: "Tài khoản định danh bị gì?",
    values: { phone_lost: "mất điện thoại", misused: "bị người khác dùng" },
  },
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
  death: {
    question: "Người mất trong trường hợp nào?",
    values: {
      at_hospital: "mất tại cơ sở y tế",
      at_home: "mất tại nhà",
      accident: "tai nạn, thiên tai, hỏa hoạn",
      court_declared: "Tòa án tuyên bố đã chết",
      no_relatives: "không có người thân lo mai táng",
      executed: "thi hành án tử hình",
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
  guardianship: {
    question: "Giám hộ theo cách nào?",
    values: { appointed: "giám hộ cử", natural: "giám hộ đương nhiên" },
  },
  maternity: {
    question: "Hưởng thai sản trong trường hợp nào?",
    values: {
      birth: "lao động nữ sinh con",
      birth_rest: "sinh con, phải nghỉ dưỡng thai",
      checkup: "khám thai, sảy thai, phá thai, thai chết, tránh thai",
      father: "chồng khi vợ sinh",
      adoption: "nhận con nuôi dưới 6 tháng tuổi",
      left_work: "đã thôi việc trước khi sinh, nhận con",
    },
  },
  position: {
    question: "Người lao động làm ở vị trí nào?",
    values: { expert: "chuyên gia", technician: "lao động kỹ thuật", manager: "nhà quản lý" },
  },
  building: {
    question: "Công trình thuộc loại nào?",
    values: {
      house: "nhà ở riêng lẻ",
      works: "công trình khác",
      low_house: "nhà ở dưới 7 tầng và dưới 500 m²",
      adjacent: "liền kề công trình khác",
      basement: "có tầng hầm",
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
} as const satisfies Readonly<Record<string, Kind>>;

export type CircumstanceId = keyof typeof CIRCUMSTANCES;

/** Whole numbers, `from` reckoned in and `below` not. */
const range = z
  .strictObject({ from: z.number().int().min(0).optional(), below: z.number().int().min(1).optional() })
  .refine(({ from, below }) => from !== undefined || below !== undefined, "khoảng phải có from hoặc below")
  .refine(({ from = 0, below = Number.POSITIVE_INFINITY }) => from < below, "khoảng rỗng");

/** Circumstances that are a number: whole years of age, days after the last day on which the law lets one file. */
export const RANGES = {
  age: { question: "Người đó bao nhiêu tuổi?", unit: "tuổi" },
  lateDays: { question: "Đã quá hạn bao nhiêu ngày?", unit: "ngày" },
} as const;

/** What the law reckons a deadline from. */
export const EVENTS = [
  "birth",
  "death",
  "job_end",
  "job_start",
  /** A sale, a gift, an inheritance agreed on. */
  "transfer",
  "loss",
  "arrival",
  "return",
  "change",
] as const;
export type EventId = (typeof EVENTS)[number];

type ValueOf<K extends CircumstanceId> = keyof (typeof CIRCUMSTANCES)[K]["values"] & string;
type Lists = {
  [K in CircumstanceId]: z.ZodOptional<z.ZodArray<z.ZodType<ValueOf<K>>>>;
};
const lists = Object.fromEntries(
  Object.entries(CIRCUMSTANCES).map(([id, { values }]) => [
    id,
    z
      .array(z.enum(Object.keys(values) as [string, ...string[]]))
      .min(1)
      .optional(),
  ]),
) as unknown as Lists;

/** When something holds: every circumstance named has to be met, each by one of its values. {} always holds. */
export const when = z.strictObject({ ...lists, age: range.optional(), lateDays: range.optional() });
export type When = z.infer<typeof when>;

export const isAlways = (condition: When): boolean => Object.keys(condition).length === 0;
