/** Our own fixed words in English. Data. Agencies, tasks and procedures keep their Vietnamese names. */

import type { HelpLineNumber } from "../../../knowledge/help-lines.ts";
import type { OfficeAsk } from "../../../knowledge/office-profile.ts";
import type { Aspect } from "../../../knowledge/records.ts";
import type { OfficeDay } from "../../query.ts";

/** "{}" stands for what is kept as it is: an agency, a label, a year. */
export type Template = readonly [vietnamese: string, english: string];

/** First letters of document numbers. */
export const DOCUMENT_KINDS: Readonly<Record<string, string>> = {
  QĐ: "Decision",
  NQ: "Resolution",
  KH: "Plan",
  TT: "Circular",
  NĐ: "Decree",
  CT: "Directive",
  TTr: "Submission",
  CV: "Official letter",
};

export const LOCATOR_WORDS: readonly Template[] = [
  ["Phụ lục", "Appendix"],
  ["Kế hoạch", "Plan"],
  ["Quyết định", "Decision"],
  ["nhóm", "group"],
  ["nhiệm vụ", "task"],
  ["gạch đầu dòng", "bullet"],
  ["mục", "section"],
  ["tiêu đề", "heading"],
  ["đoạn", "paragraph"],
  ["Điều", "Article"],
  ["căn cứ", "legal basis"],
  ["trang", "page"],
  ["Danh mục văn bản", "List of documents"],
  ["ghi chú hiệu lực", "note on validity"],
  ["Danh mục cơ quan", "List of agencies"],
  ["Tên thủ tục", "Name of the procedure"],
  ["Hồ sơ", "Papers"],
  ["Thời hạn giải quyết", "Time limit"],
  ["Phí", "Fees"],
  ["lệ phí", "charges"],
  ["Nơi nộp", "Where to apply"],
  ["Cách nộp", "Ways to apply"],
  ["Các bước", "Steps"],
  ["Kết quả", "Result"],
  ["Căn cứ pháp lý", "Legal basis"],
  ["Yêu cầu", "Requirements"],
  ["điều kiện", "conditions"],
  ["Đối tượng", "Who it is for"],
  ["Mẫu đơn", "Forms"],
  ["tờ khai", "declarations"],
  ["Lưu ý", "Note"],
  ["Cơ quan ban hành", "Issued by"],
  ["Cơ quan thực hiện", "Carried out by"],
  ["Lĩnh vực", "Field"],
];

/** By how the Vietnamese rule begins, longer ones first. */
export const RULES: readonly Template[] = [
  ["đếm các thủ tục", "counted from the procedures that are loaded"],
  ["đếm các lĩnh vực", "counted from the fields of the procedures"],
  ["đếm cơ quan", "counted from the agencies that the rows name"],
  [
    "đếm dòng Phụ lục ghi đích danh cơ quan",
    "counted from the rows that name the agency; a row with two agencies counts for both",
  ],
  ["đếm các chỗ", "counted from the places that hold the words"],
  ["đếm các trường hợp", "counted from the cases of papers in the source"],
  ["đếm", "counted from the records"],
  ["cộng các dòng", "sum of the rows of the table"],
  ["ngày cuối của thời gian", "last day of the printed period"],
  ["nhiệm vụ hằng năm", "yearly task: last day of this year"],
  ["ngày hôm nay", "today in Vietnam"],
  ["ngày hỏi", "today in Vietnam"],
  ["ngày lập kho", "day on which the knowledge base was built"],
  [
    "ngày chính quyền",
    "day on which local government of two levels began (Law on the Organisation of Local Government, 2025)",
  ],
  ["ngày ban hành", "day of issue plus the calendar days that the plan prints"],
  ["ngày gần nhất", "next such day of those that the plan prints"],
  ["mốc ngày in", "day that the plan prints, in the year asked about"],
  ["mốc cuối năm", "end of the printed year before today"],
  ["năm nêu", "named in the question"],
  ["con số nêu", "named in the question"],
  ["chữ nêu", "named in the question"],
  ["thời gian nêu", "named in the question"],
  ["thứ hạng nêu", "named in the question"],
  ["thứ tự nêu", "named in the question"],
  ["cơ quan nêu", "named in the question"],
  ["khoảng thời gian nêu", "named in the question"],
  ["số ngày", "number of days between two dates"],
  ["số trường hợp", "number of cases that are shown first"],
  ["so hai phiên bản", "two versions of the knowledge base compared, record by record"],
  ["thông tin liên hệ", "contact set by the operator"],
  ["cài đặt", "setting of the operator"],
  ["ngày của mốc trong tệp lịch", "date in the calendar file, derived from the printed period"],
  ["lời nhắc đặt sẵn", "reminders set in the calendar file"],
];

export const SUGGESTIONS: readonly Template[] = [
  ["Cơ quan tôi chủ trì những nhiệm vụ nào?", "Which tasks does my agency lead?"],
  ["Cơ quan tôi phối hợp những nhiệm vụ nào?", "Which tasks does my agency coordinate?"],
  [
    "Cơ quan tôi có trách nhiệm gì ngoài Phụ lục?",
    "What are the responsibilities of my agency outside the appendix?",
  ],
  ["{} chủ trì những nhiệm vụ nào?", "Which tasks does {} lead?"],
  ["{} phối hợp những nhiệm vụ nào?", "Which tasks does {} coordinate?"],
  ["{} có trách nhiệm gì ngoài Phụ lục?", "What are the responsibilities of {} outside the appendix?"],
  ["{} bây giờ là cơ quan nào?", "What is {} now called?"],
  ["Nhóm {} có những nhiệm vụ nào?", "Which tasks are in the group {}?"],
  ["{} có những nhiệm vụ nào?", "What are the tasks of {}?"],
  ["Ai phối hợp nhiệm vụ {} trong Phụ lục?", "Who coordinates task {} in the appendix?"],
  ["Ai phối hợp nhiệm vụ {}?", "Who coordinates task {}?"],
  ["So sánh nhiệm vụ {}", "Compare tasks {}"],
  ["Nhiệm vụ nào kết thúc năm {}?", "Which tasks end in {}?"],
  ["Nhiệm vụ nào hạn sớm nhất?", "Which task is due first?"],
  ["Cái nào hạn sớm nhất?", "Which task is due first?"],
  ["Mỗi nhóm có mấy việc?", "How many tasks are there in each group?"],
  ["Những việc nào làm hàng năm?", "Which tasks are carried out every year?"],
  ["Nhiệm vụ nào thực hiện hằng năm?", "Which tasks are carried out every year?"],
  ["Nhiệm vụ nào giao chung cho các sở, ban, ngành, địa phương?", "Which tasks are assigned to everyone?"],
  ["Cơ quan nào chủ trì nhiều nhiệm vụ nhất?", "Which agency leads the most tasks?"],
  ["Cơ quan nào phối hợp nhiều nhiệm vụ nhất?", "Which agency coordinates the most tasks?"],
  ["Những cơ quan nào không chủ trì nhiệm vụ nào?", "Which agencies lead no task?"],
  ["Những cơ quan nào không phối hợp nhiệm vụ nào?", "Which agencies coordinate no task?"],
  ["Nhóm nào có nhiều nhiệm vụ nhất?", "Which group has the most tasks?"],
  ["Có bao nhiêu nhiệm vụ {}?", "How many tasks are there in the appendix?"],
  ["Phụ lục có bao nhiêu nhóm nhiệm vụ?", "How many tasks are there in the appendix?"],
  ["Kế hoạch có những mục tiêu nào?", "What are the targets of the plan?"],
  ["Mục {} phần thân Kế hoạch nói gì?", "What does section {} of the body of the plan say?"],
  [
    "Khi nào phải báo cáo kết quả thực hiện Kế hoạch?",
    "When do we have to report on the implementation of the plan?",
  ],
  [
    "Hạn ban hành kế hoạch của cơ quan là khi nào?",
    "By what date must agencies issue their own implementation plan?",
  ],
  ["Kinh phí thực hiện Kế hoạch lấy từ đâu?", "Where does the funding for the plan come from?"],
  ["Ai ký Kế hoạch?", "Who signed the plan?"],
  ["Kế hoạch có hiệu lực từ khi nào?", "When did the plan take effect?"],
  ["Hồ sơ gồm những gì?", "Which papers are needed?"],
  ["{}: hồ sơ gồm những gì?", "“{}”: which papers are needed?"],
  ["Mất bao lâu?", "How long does it take?"],
  ["Lệ phí bao nhiêu?", "How much is the fee?"],
  ["Nộp ở đâu?", "Where do I apply?"],
  ["Nộp trực tuyến được không?", "Can I apply online?"],
  ["Các bước làm thế nào?", "What are the steps?"],
  ["Đăng ký khai sinh cần giấy tờ gì?", "What documents do I need to register a birth?"],
  ["Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?", "Who leads the CALLBOT task and when is it due?"],
  ["Cho tôi tệp lịch nhắc hạn của {}", "Give me the calendar file with the deadlines of {}"],
  ["Cho tôi tệp lịch nhắc hạn", "Give me the calendar file with the deadlines"],
  ["Cho tôi tệp Excel các nhiệm vụ của {}", "Give me an Excel file with the tasks of {}"],
  ["Cho tôi tệp Excel các nhiệm vụ", "Give me an Excel file with the tasks"],
  ["Trợ lý có những thủ tục nào?", "Which procedures do you have?"],
  ["Trợ lý lưu những gì?", "What do you store?"],
  ["Bạn làm được gì?", "What can you do?"],
  ["Gặp cán bộ", "I would like to talk to a person"],
  ["Tôi ở {}", "I work at {}"],
  ["Cơ quan ở đâu?", "Where is your office?"],
  ["Số điện thoại của cơ quan?", "What is the phone number of the office?"],
  ["Cơ quan làm việc giờ nào?", "What are the office hours?"],
  ["Tra cứu hồ sơ ở trang nào?", "On which page can I look up my file?"],
  ["Nộp hồ sơ trực tuyến ở trang nào?", "On which page can I apply online?"],
  ["Mục {} phần thân Kế hoạch", "Section {} of the body of the plan"],
  ["Nhiệm vụ {}", "Task {}"],
];

/** What is asked back. */
export const ASKED_BACK: readonly Template[] = [
  [
    "Tên viết tắt này có thể là nhiều cơ quan. Anh/chị hỏi cơ quan nào?",
    "This short name may stand for several agencies. Which one do you mean?",
  ],
  ["Anh/chị hỏi nhiệm vụ nào trong danh sách trên?", "Which task of the list above do you mean?"],
  [
    "Lĩnh vực này có nhiều thủ tục. Anh/chị hỏi thủ tục nào, hay cho biết rõ việc cần làm?",
    "There are many procedures in this field. Which one do you mean, or what do you want to do?",
  ],
  [
    "Câu hỏi khớp với nhiều nhiệm vụ. Anh/chị hỏi nhiệm vụ nào?",
    "Your question fits several tasks. Which one do you mean?",
  ],
  ["Anh/chị có hỏi thủ tục này không?", "Do you mean this procedure?"],
  ["Anh/chị hỏi về thủ tục nào?", "Which procedure do you mean?"],
  [
    "Số thứ tự nhiệm vụ lặp lại ở từng nhóm của Phụ lục. Anh/chị hỏi nhiệm vụ nào?",
    "Numbers of tasks recur in every group of the appendix. Which task do you mean?",
  ],
];
export const ASKED_BACK_OTHERWISE = "Which of these do you mean?";

export const LINK_LABELS: Readonly<Record<string, string>> = {
  "Cổng Dịch vụ công quốc gia": "National Public Service Portal",
  "Bảng nhiệm vụ (Excel)": "Table of tasks (Excel)",
  "Bảng nhiệm vụ (CSV)": "Table of tasks (CSV)",
  "Bảng nhiệm vụ của cơ quan này (Excel)": "Table of this agency's tasks (Excel)",
  "Bảng nhiệm vụ của cơ quan này (CSV)": "Table of this agency's tasks (CSV)",
  "Bảng các nhiệm vụ này (Excel)": "Table of these tasks (Excel)",
  "Bảng các nhiệm vụ này (CSV)": "Table of these tasks (CSV)",
  "Tệp lịch nhắc hạn của cả Kế hoạch (.ics)": "Calendar of all deadlines of the plan (.ics)",
  "Tệp lịch nhắc hạn của cơ quan này (.ics)": "Calendar of this agency's deadlines (.ics)",
  "Tệp lịch các mốc này (.ics)": "Calendar of these deadlines (.ics)",
  "Tệp lịch gồm cả các mốc đã qua (.ics)": "Calendar with past dates too (.ics)",
  "Địa chỉ": "Address",
  "Điện thoại": "Telephone",
  "Giờ làm việc": "Office hours",
  "Thư điện tử": "E-mail",
  "Trang thông tin": "Website",
  "Tra cứu hồ sơ": "Look up a file",
  "Nộp hồ sơ trực tuyến": "Apply online",
};

export const NO_PROGRESS =
  "The plan records no progress, so the assistant cannot confirm results; please ask the lead agency.";
export const PORTAL = "the National Public Service Portal (dichvucong.gov.vn)";
export const CHECK_AGAIN = `Fees and time limits may change: check them at ${PORTAL} before you apply.`;
export const PERSON = "I would like to talk to a person";
export const districtEnded = (day: string): string =>
  `The district level was abolished as of ${day}: apply at the commune-level People's Committee or the Public Administration Service Centre.`;
export const PRIVACY_NOTICE =
  "Note: please do not send numbers of papers, telephones, accounts or other personal data here; the assistant masked them before it stored anything.";
export const THIRD_FAILURE =
  "I have failed to answer three times in a row, so this conversation has been recorded for an officer to look at.";
export const READ_THE_CODE = "When you get in touch, please read out the look-up code of this answer.";
export const NOTHING_PROVEN =
  "The assistant could not check its answer against the sources, so it gives none, to avoid mistakes.";
export const QUOTES_ONLY = "To be exact, the assistant only quotes the sources (in Vietnamese):";

export const ASPECTS: Readonly<Record<Aspect, { name: string; unstated: string }>> = {
  documents: { name: "Documents required", unstated: "which papers are required" },
  time: { name: "Time limit", unstated: "the time limit" },
  fee: { name: "Fees", unstated: "the fee" },
  place: { name: "Where to apply", unstated: "where to apply" },
  methods: { name: "Ways to apply", unstated: "how to apply" },
  steps: { name: "Steps", unstated: "the steps" },
  result: { name: "Result", unstated: "the result" },
  legal: { name: "Legal basis", unstated: "the legal basis" },
  conditions: { name: "Requirements", unstated: "any requirement of its own" },
  audience: { name: "Who it is for", unstated: "whom it is for" },
  forms: { name: "Forms", unstated: "any form" },
};

export const OFFICE_NAMES: Readonly<Record<OfficeAsk, string>> = {
  address: "Address",
  telephone: "Telephone",
  hours: "Office hours",
  email: "E-mail",
  zalo: "Zalo",
  website: "Website",
  lookup: "Look up a file",
  filing: "Apply online",
};
export const DAYS: Readonly<Record<OfficeDay, string>> = {
  saturday: "Saturday",
  sunday: "Sunday",
  weekend: "the weekend",
  holiday: "public holidays",
};
export const HELP_LINE_NAMES: Readonly<Record<HelpLineNumber, string>> = {
  "111": "child protection",
  "112": "search and rescue, natural disasters",
  "113": "police",
  "114": "fire and rescue",
  "115": "ambulance",
};
