/** Requests that the assistant can't carry out: said plainly, beside what it can give for them. */
import { agencyById, isLocals } from "../agency-names.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { Action } from "../query.ts";
import { type AnswerContext, newDraft } from "./context.ts";
import { answerDuty } from "./duty.ts";
import { mergeReplies } from "./many.ts";
import { forEar, officeContact, officePage } from "./office.ts";
import { tableLink } from "./with-file.ts";

/** "Tôi không …", then what is possible here, beside the office's own way. */
const WORDS: Record<Action, { cannot: string; can: string; plan: boolean }> = {
  draft: {
    cannot: "Tôi chưa soạn được văn bản hay báo cáo thay anh/chị.",
    can: "Tôi có thể liệt kê nhiệm vụ, thời gian, cơ quan phối hợp và quy định báo cáo, kèm trích dẫn, để anh/chị đưa vào bản của mình.",
    plan: true,
  },
  present: {
    cannot: "Tôi chưa làm được slide hay hình trình chiếu.",
    can: "Tôi có thể nêu các con số, danh sách nhiệm vụ kèm nguồn, và tệp bảng để anh/chị đưa vào bản trình chiếu.",
    plan: true,
  },
  remind: {
    cannot: "Tôi chưa nhắc hẹn được và không gửi tin trước hạn.",
    can: "Tôi có thể nêu mốc thời gian in trong Kế hoạch để anh/chị tự đặt nhắc.",
    plan: true,
  },
  calendar: {
    cannot: "Tôi chưa thêm được vào lịch và chưa xuất được tệp lịch.",
    can: "Tôi có thể nêu mốc thời gian in trong Kế hoạch để anh/chị tự ghi.",
    plan: true,
  },
  export: {
    cannot: "Tôi không tạo tệp Word hay PDF trong khung chat, nhưng có sẵn tệp bảng.",
    can: "Tệp CSV dưới đây mở được bằng Excel, gồm nhãn, nội dung, cơ quan chủ trì, phối hợp và thời gian.",
    plan: true,
  },
  send: {
    cannot: "Tôi không gửi được thư hay tin nhắn thay anh/chị.",
    can: "Anh/chị có thể sao chép câu trả lời, hoặc dùng đường dẫn của tệp bảng dưới đây.",
    plan: true,
  },
  record: {
    cannot: "Tôi chưa ghi nhận hay cập nhật được tiến độ; Kế hoạch cũng không in tiến độ.",
    can: "Tiến độ và kết quả được báo cáo theo quy định dưới đây.",
    plan: true,
  },
  register: {
    cannot: "Tôi không đăng ký, điền tờ khai hay nộp hồ sơ thay anh/chị được.",
    can: "Tôi có thể nêu giấy tờ, lệ phí, nơi nộp của từng thủ tục.",
    plan: false,
  },
  lookup: {
    cannot: "Tôi không xem được tình trạng hồ sơ của anh/chị.",
    can: "",
    plan: false,
  },
  call: {
    cannot: "Tôi không gọi điện hay liên hệ thay anh/chị được.",
    can: "Anh/chị gõ “gặp cán bộ” để được chuyển cho người trực.",
    plan: false,
  },
  translate: {
    cannot: "Tôi không dịch văn bản.",
    can: "Anh/chị có thể hỏi bằng tiếng Việt; phần trích dẫn luôn giữ nguyên văn tiếng Việt.",
    plan: false,
  },
};

/** What the office offers for it. */
function ownWay(action: Action, draft: Draft, { settings: { office } }: AnswerContext): string {
  switch (action) {
    case "register":
      return `Anh/chị nộp trực tuyến tại ${officePage(draft, office, "filing")} hoặc tại bộ phận một cửa.`;
    case "lookup":
      return `Anh/chị tra cứu bằng mã hồ sơ trên giấy hẹn tại ${officePage(draft, office, "lookup")}, hoặc hỏi nơi đã nhận hồ sơ.`;
    case "call": {
      const contact = officeContact(draft, office, ["telephone", "hours"]);
      return contact ? `Anh/chị liên hệ ${contact}.` : "";
    }
    default:
      return "";
  }
}

export function answerAction(
  { action, about }: { action: Action; about: { agencyId?: string; report?: boolean } },
  context: AnswerContext,
): DraftReply {
  const { knowledge } = context;
  const draft = newDraft(context);
  draft.withoutSourceLine();
  draft.kind = "about";
  const { cannot, can, plan } = WORDS[action];
  const said = [cannot, ownWay(action, draft, context), can].filter(Boolean).join(" ");
  draft.say(said).speak(forEar(said));
  if (plan) {
    const agency =
      about.agencyId && !isLocals(about.agencyId) ? agencyById(knowledge, about.agencyId) : undefined;
    if (agency) draft.cite(agency.evidence);
    draft.links.push(tableLink(about.agencyId, context));
    draft.say(draft.links.map(({ label, url }) => `[${label}](${url})`).join("\n"));
    draft.suggest(
      agency ? `${agency.name} chủ trì những nhiệm vụ nào?` : "Sở Y tế chủ trì những nhiệm vụ nào?",
    );
    if (agency) draft.suggest(`${agency.name} có trách nhiệm gì ngoài Phụ lục?`);
  }
  draft.suggest("Gặp cán bộ");
  const duties = knowledge.duties.filter((duty) => duty.report);
  if ((about.report || action === "record") && duties.length > 0) {
    const duty = answerDuty({ ids: duties.map(({ id }) => id), ask: "report" }, context);
    return {
      ...mergeReplies([draft.finish(), duty]),
      status: "answered",
      kind: "about",
      suggestions: draft.finish().suggestions,
    };
  }
  return draft.finish();
}
