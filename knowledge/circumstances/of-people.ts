/** Of the people: who they are to each other, where they live, what they are paid. */
import type { Kind } from "./kind.ts";

export const OF_PEOPLE = {
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
  insurance: {
    question: "Đóng bảo hiểm xã hội bắt buộc hay tự nguyện?",
    values: { compulsory: "bảo hiểm xã hội bắt buộc", voluntary: "bảo hiểm xã hội tự nguyện" },
  },
  insured: {
    question: "Đã đóng bảo hiểm xã hội bao nhiêu năm?",
    values: {
      from_15: "đã đóng bảo hiểm xã hội từ đủ 15 năm",
      below_15: "đóng bảo hiểm xã hội chưa đủ 15 năm",
    },
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
} as const satisfies Readonly<Record<string, Kind>>;
