/** What is not answered, why, and where to ask instead. */
import { type About, inShort } from "../about.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { Choice } from "../query.ts";
import type { RefusalReason } from "../refusal-reasons.ts";
import { evidenceOf } from "./clarification.ts";
import {
  type AnswerContext,
  aboutIn,
  bullets,
  forTheEar,
  NO_PROGRESS,
  newDraft,
  OPERATOR_CONTACT,
  PORTAL,
  provePlans,
} from "./context.ts";
import { officeContact, officePage } from "./office.ts";
import { MAX_OFFERS } from "./options.ts";

interface Words {
  text: string | ((about: About) => string);
  suggestions: readonly string[];
}

const WORDS: Readonly<Record<RefusalReason, Words>> = {
  out_of_scope: {
    text: ({ vi }) => `Câu hỏi này nằm ngoài phạm vi của trợ lý. Tôi chỉ trả lời về ${vi.subjects}.`,
    suggestions: ["Bạn làm được gì?", "Trợ lý có những thủ tục nào?", "Phụ lục có bao nhiêu nhóm nhiệm vụ?"],
  },
  not_in_sources: {
    text: (about) =>
      `Tôi không tìm thấy điều này trong các nguồn đã nạp${loaded(about)}, nên không trả lời để tránh sai. Anh/chị có thể hỏi lại bằng ${askedBy(about)}, hoặc hỏi cơ quan phụ trách.`,
    suggestions: ["Trợ lý có những thủ tục nào?", "Phụ lục có bao nhiêu nhóm nhiệm vụ?", "Gặp cán bộ"],
  },
  procedure_not_indexed: {
    text: `Thủ tục này chưa có trong các nguồn đã nạp, nên tôi không trả lời để tránh sai. Anh/chị tra cứu tại ${PORTAL} hoặc hỏi bộ phận một cửa của UBND cấp xã.`,
    suggestions: ["Trợ lý có những thủ tục nào?", "Gặp cán bộ"],
  },
  another_place: {
    text: ({ plans, vi }) =>
      plans === 0
        ? "Nguồn đã nạp không có kế hoạch nào của nơi này."
        : `Nguồn đã nạp chỉ có ${vi.plansThere}, không có kế hoạch của ${vi.plansThere === vi.plans ? "nơi này" : "tỉnh, thành phố khác"}.`,
    suggestions: ["Phụ lục có bao nhiêu nhóm nhiệm vụ?", "Trợ lý có những thủ tục nào?"],
  },
  no_plan: {
    text: ({ hasProcedures }) =>
      `Trợ lý chưa được nạp kế hoạch nào, nên không trả lời được về nhiệm vụ, mục tiêu hay cơ quan chủ trì.${hasProcedures ? " Anh/chị có thể hỏi về thủ tục hành chính." : ""}`,
    suggestions: ["Trợ lý có những thủ tục nào?", "Gặp cán bộ"],
  },
  no_label: {
    text: "Không có nhiệm vụ hay mục nào mang nhãn này trong Kế hoạch.",
    suggestions: ["Phụ lục có bao nhiêu nhóm nhiệm vụ?"],
  },
  no_money: {
    text: "Kế hoạch không in số tiền nào; chỉ nêu nguồn và cơ quan bố trí kinh phí.",
    suggestions: ["Kinh phí thực hiện Kế hoạch lấy từ đâu?", "Sở Tài chính có trách nhiệm gì ngoài Phụ lục?"],
  },
  no_progress: { text: NO_PROGRESS, suggestions: ["Cơ quan nào chủ trì nhiều nhiệm vụ nhất?"] },
  no_people: {
    text: "Nguồn không nêu tên người giữ chức vụ này; Quyết định chỉ in tên người ký.",
    suggestions: ["Ai ký Kế hoạch?", "Gặp cán bộ"],
  },
  no_contact: {
    text: `Nguồn không nêu số điện thoại, địa chỉ, thư điện tử hay giờ làm việc của cơ quan. Anh/chị xem trang thông tin chính thức của cơ quan hoặc ${PORTAL}.`,
    suggestions: ["Gặp cán bộ", "Bạn làm được gì?"],
  },
  no_penalty: {
    text: "Các nguồn đã nạp không nêu mức xử phạt. Anh/chị hỏi cơ quan có thẩm quyền hoặc tra văn bản xử phạt vi phạm hành chính của lĩnh vực này.",
    suggestions: ["Trợ lý có những thủ tục nào?", "Gặp cán bộ"],
  },
  not_understood: {
    text: "Tôi chưa hiểu câu hỏi. Anh/chị vui lòng nói rõ hơn: hỏi về nhiệm vụ nào, cơ quan nào hoặc thủ tục nào?",
    suggestions: ["Bạn làm được gì?", "Trợ lý có những thủ tục nào?", "Phụ lục có bao nhiêu nhóm nhiệm vụ?"],
  },
  own_agency_unknown: {
    text: "Anh/chị đang ở cơ quan nào? Cho biết tên cơ quan, tôi sẽ trả lời ngay câu vừa hỏi.",
    suggestions: ["Bạn làm được gì?"],
  },
  privacy: {
    text: "Tôi không xử lý dữ liệu cá nhân. Anh/chị vui lòng không gửi số giấy tờ, điện thoại, tài khoản vào đây.",
    suggestions: ["Trợ lý lưu những gì?"],
  },
  other_peoples_data: {
    text: "Tôi không có và không cung cấp thông tin cá nhân của bất kỳ ai. Nếu cần tra cứu hồ sơ của chính mình, anh/chị dùng tài khoản định danh trên Cổng Dịch vụ công quốc gia hoặc đến bộ phận một cửa.",
    suggestions: ["Trợ lý lưu những gì?", "Trợ lý có những thủ tục nào?"],
  },
  injection: {
    text: "Tôi không đổi vai, không bỏ qua quy tắc và không nêu cấu hình nội bộ. Anh/chị cứ hỏi về Kế hoạch hoặc thủ tục hành chính.",
    suggestions: ["Bạn làm được gì?", "Trợ lý có những thủ tục nào?"],
  },
  unlawful: {
    text: "Tôi không giúp làm, mua, mượn giấy tờ giả hay việc trái pháp luật khác. Giấy tờ thật được cấp theo thủ tục, đúng hồ sơ, đúng thời hạn và đúng mức phí công khai; vướng ở đâu, tôi chỉ cách làm đúng.",
    suggestions: ["Trợ lý có những thủ tục nào?", "Gặp cán bộ"],
  },
  accusation: {
    text: "Tôi không nhận xét và không xác nhận điều gì về một người hay một đơn vị cụ thể. Nếu thấy có vi phạm, anh/chị có quyền khiếu nại, tố cáo hoặc phản ánh, kiến nghị theo Luật Khiếu nại, Luật Tố cáo và Luật Tiếp công dân: gửi đơn kèm căn cứ đến cơ quan có thẩm quyền, hoặc đến nơi tiếp công dân.",
    suggestions: ["Gặp cán bộ", "Trợ lý có những thủ tục nào?"],
  },
  politics: {
    text: (about) =>
      `Tôi không bàn luận về chính trị, chế độ, đảng phái hay người lãnh đạo. Tôi giúp được về ${inShort(about, " và ")}, anh/chị cứ hỏi.`,
    suggestions: ["Bạn làm được gì?", "Trợ lý có những thủ tục nào?"],
  },
  abuse: {
    text: "Tôi mong được trao đổi lịch sự. Anh/chị cần hỏi về Kế hoạch hay thủ tục nào, tôi sẵn sàng giúp; hoặc anh/chị có thể gặp cán bộ.",
    suggestions: ["Gặp cán bộ", "Trợ lý có những thủ tục nào?"],
  },
};

function loaded({ vi, plans, hasProcedures }: About): string {
  if (plans === 0 && !hasProcedures) return "";
  return ` (${[vi.plans, hasProcedures && "các thủ tục đã đối chiếu"].filter(Boolean).join(" và ")})`;
}

const askedBy = ({ plans, hasProcedures }: About): string =>
  plans === 0 ? "tên thủ tục" : `tên nhiệm vụ${hasProcedures ? ", cơ quan hoặc thủ tục" : " hoặc cơ quan"}`;

/** Before the offers, where they are more than what comes near. */
const OFFERED: Readonly<Partial<Record<RefusalReason, string>>> = {
  own_agency_unknown: "Chẳng hạn:",
  unlawful: "Cách làm đúng pháp luật:",
  accusation: "Thủ tục có thể dùng:",
};
const GUESSED = "Nếu anh/chị muốn hỏi điều sau đây, hãy nói lại đúng tên:";

/** Where the matter belongs in the asker's own hands. */
function sayContact(reason: RefusalReason, draft: Draft, { settings }: AnswerContext): void {
  const { handoffContact, office } = settings;
  if (reason === "accusation") {
    if (handoffContact) draft.compute(handoffContact, OPERATOR_CONTACT);
    const contact = handoffContact ? `**${handoffContact}**` : officeContact(draft, office);
    if (contact) draft.say(`Liên hệ của đơn vị: ${contact}.`);
  }
  if (reason === "other_peoples_data" && office?.lookupUrl) {
    const page = officePage(draft, office, "lookup");
    draft.say(`Tra cứu hồ sơ của mình bằng mã trên giấy hẹn: ${page}.`);
  }
  if (reason === "no_contact" && office?.telephones) draft.suggest("Số điện thoại của cơ quan?");
}

export function answerRefusal(
  query: { status: DraftReply["status"]; reason: RefusalReason; offers: Choice[]; guessed?: boolean },
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.withoutSourceLine();
  draft.status = query.status;
  const words = WORDS[query.reason];
  const about = aboutIn(context);
  if (typeof words.text !== "string") provePlans(draft, about);
  const text = typeof words.text === "string" ? words.text : words.text(about);
  draft.say(text).speak(forTheEar(text));
  sayContact(query.reason, draft, context);
  const offers = query.offers.slice(0, MAX_OFFERS);
  if (offers.length > 0) {
    const introduction = query.guessed
      ? GUESSED
      : (OFFERED[query.reason] ?? "Gần với câu hỏi nhất (không phải câu trả lời):");
    draft.say(`${introduction}\n${bullets(offers.map((offer) => offer.label))}`);
    if (query.guessed) draft.speak(`${GUESSED} ${offers[0]!.label}.`);
    for (const evidence of offers.flatMap((offer) => evidenceOf(offer, context))) draft.cite(evidence);
  }
  draft.suggest(...offers.map((offer) => offer.label), ...words.suggestions);
  return draft.finish();
}
