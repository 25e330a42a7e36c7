/** Requests that the assistant can't carry out: said plainly, beside what it can give for them. */
import type { Agency } from "../../knowledge/records.ts";
import { agencyById, isLocals } from "../agency-names.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { Action, ActionAbout } from "../query.ts";
import { type AnswerContext, newDraft } from "./context.ts";
import { sayDeadlineFile } from "./deadline-file.ts";
import { answerDuty } from "./duty.ts";
import { markdownOf, rowsOfRequest, tableLinks } from "./file-links.ts";
import { mergeReplies } from "./many.ts";
import { forEar, officeContact, officePage } from "./office.ts";

/** "Tôi không …", then what is possible here, beside the office's own way. */
const WORDS: Record<Action, { cannot: string; can: string; file?: "table" | "calendar" }> = {
  draft: {
    cannot: "Tôi chưa soạn được văn bản hay báo cáo thay anh/chị.",
    can: "Tôi có thể liệt kê nhiệm vụ, thời gian, cơ quan phối hợp và quy định báo cáo, kèm trích dẫn, để anh/chị đưa vào bản của mình.",
    file: "table",
  },
  present: {
    cannot: "Tôi chưa làm được slide hay hình trình chiếu.",
    can: "Tôi có thể nêu các con số, danh sách nhiệm vụ kèm nguồn, và tệp bảng để anh/chị đưa vào bản trình chiếu.",
    file: "table",
  },
  remind: {
    cannot: "Tôi chưa nhắc hẹn được và không gửi tin trước hạn.",
    can: "Tệp lịch dưới đây có sẵn lời nhắc trước từng mốc, để điện thoại hay Outlook của anh/chị nhắc.",
    file: "calendar",
  },
  calendar: {
    cannot: "Tôi không tự ghi vào lịch của anh/chị được, nhưng có sẵn tệp lịch (.ics) để anh/chị đưa vào.",
    can: "",
    file: "calendar",
  },
  export: {
    cannot: "Tôi không tạo tệp Word hay PDF trong khung chat, nhưng có sẵn tệp Excel (XLSX) và CSV.",
    can: "Bảng gồm nhãn, nội dung, cơ quan chủ trì, phối hợp, thời gian in, mốc theo bản in và nguồn của từng nhiệm vụ.",
    file: "table",
  },
  send: {
    cannot: "Tôi không gửi được thư hay tin nhắn thay anh/chị.",
    can: "Anh/chị có thể sao chép câu trả lời, hoặc dùng đường dẫn của tệp bảng dưới đây.",
    file: "table",
  },
  record: {
    cannot: "Tôi chưa ghi nhận hay cập nhật được tiến độ; Kế hoạch cũng không in tiến độ.",
    can: "Tiến độ và kết quả được báo cáo theo quy định dưới đây.",
    file: "table",
  },
  register: {
    cannot: "Tôi không đăng ký, điền tờ khai hay nộp hồ sơ thay anh/chị được.",
    can: "Tôi có thể nêu giấy tờ, lệ phí, nơi nộp của từng thủ tục.",
  },
  lookup: {
    cannot: "Tôi không xem được tình trạng hồ sơ của anh/chị.",
    can: "",
  },
  call: {
    cannot: "Tôi không gọi điện hay liên hệ thay anh/chị được.",
    can: "Anh/chị gõ “gặp cán bộ” để được chuyển cho người trực.",
  },
  translate: {
    cannot: "Tôi không dịch văn bản.",
    can: "Anh/chị có thể hỏi bằng tiếng Việt; phần trích dẫn luôn giữ nguyên văn tiếng Việt.",
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
  { action, about }: { action: Action; about: ActionAbout },
  context: AnswerContext,
): DraftReply {
  const { knowledge } = context;
  const draft = newDraft(context);
  draft.withoutSourceLine();
  draft.kind = "about";
  const { cannot, can, file } = WORDS[action];
  const said = [cannot, ownWay(action, draft, context), can].filter(Boolean).join(" ");
  draft.say(said).speak(forEar(said));
  if (file === "calendar") sayDeadlineFile(about, draft, context);
  if (file === "table") sayTables(about, draft, context);
  if (file) suggestBeside(file, about, draft, context);
  draft.suggest("Gặp cán bộ");
  const reports = knowledge.duties.filter((duty) => duty.report).map(({ id }) => id);
  if ((about.report || action === "record") && reports.length > 0) {
    const meant = reports.filter((id) => about.ids?.includes(id));
    const duty = answerDuty({ ids: meant.length > 0 ? meant : reports, ask: "report" }, context);
    return {
      ...mergeReplies([draft.finish(), duty]),
      status: "answered",
      kind: "about",
      suggestions: draft.finish().suggestions,
    };
  }
  return draft.finish();
}

/** The agency that the request is about. */
const agencyOf = ({ agencyId }: ActionAbout, { knowledge }: AnswerContext): Agency | undefined =>
  agencyId && !isLocals(agencyId) ? agencyById(knowledge, agencyId) : undefined;

function sayTables(about: ActionAbout, draft: Draft, context: AnswerContext): void {
  const agency = agencyOf(about, context);
  if (agency) draft.cite(agency.evidence);
  // A table has no duties.
  const { ids, ...rest } = about;
  const tasks = ids?.filter((id) => context.knowledge.tasks.some((task) => task.id === id)) ?? [];
  const rows = rowsOfRequest(tasks.length > 0 ? { ids: tasks } : rest, context);
  const links = tableLinks(rows, context);
  draft.links.push(...links);
  draft.say(markdownOf(links));
}

function suggestBeside(
  file: "table" | "calendar",
  about: ActionAbout,
  draft: Draft,
  context: AnswerContext,
): void {
  const agency = agencyOf(about, context);
  draft.suggest(
    agency ? `${agency.name} chủ trì những nhiệm vụ nào?` : "Sở Y tế chủ trì những nhiệm vụ nào?",
  );
  if (agency) draft.suggest(`${agency.name} có trách nhiệm gì ngoài Phụ lục?`);
  const whose = agency ? ` của ${agency.name}` : "";
  draft.suggest(
    file === "table" ? `Cho tôi tệp lịch nhắc hạn${whose}` : `Cho tôi tệp Excel các nhiệm vụ${whose}`,
  );
}
