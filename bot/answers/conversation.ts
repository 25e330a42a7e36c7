/** What is said about the assistant itself, and the small talk around a question. */

import { formatDay, vietnamDay } from "../../knowledge/calendar.ts";
import { describeChange } from "../../knowledge/diff.ts";
import type { ProcedureRecord, SourceDocument } from "../../knowledge/records.ts";
import { documentKind } from "../../knowledge/vietnamese/spell-out.ts";
import { type About, suggestionsOf } from "../about.ts";
import { agencyById } from "../agency-names.ts";
import type { Draft, DraftReply } from "../draft.ts";
import type { Query } from "../query.ts";
import {
  type AnswerContext,
  aboutIn,
  bullets,
  capitalize,
  forTheEar,
  newDraft,
  OPERATOR_CONTACT,
  provePlans,
  wholeOf,
} from "./context.ts";
import { officeContact } from "./office.ts";

export function answerAbout(
  query: { topic: "identity" | "abilities" | "retention" | "sources" | "changes" },
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.kind = "about";
  draft.withoutSourceLine();
  const { documents, procedures } = wholeOf(context);
  const about = aboutIn(context);
  if (query.topic === "abilities") provePlans(draft, about);
  const plans = documents.filter(({ kind }) => kind === "plan");
  const days = draft.compute(context.settings.retentionDays, "cài đặt thời gian lưu của đơn vị vận hành");
  switch (query.topic) {
    case "changes":
      sayChanges(draft, context);
      break;
    case "identity":
      draft.say(`Tôi là ${ownName(about)}, một chương trình trí tuệ nhân tạo (AI), không phải người thật.`);
      draft.say(
        "Câu trả lời chỉ dựa trên văn bản và thủ tục đã được nạp, luôn kèm nguồn; điều gì nguồn không có, tôi nói là không có.",
      );
      draft.speak(`Tôi là ${ownName(about)}, một chương trình tự động, không phải người thật.`);
      break;
    case "abilities":
      draft.say(
        bullets([
          ...(about.plans > 0
            ? [
                `${capitalize(about.vi.plansShort)}: nhiệm vụ, cơ quan chủ trì, phối hợp, thời gian, mục tiêu, trách nhiệm, báo cáo.`,
              ]
            : []),
          ...(about.hasProcedures
            ? ["Thủ tục hành chính: hồ sơ, thời hạn, phí, nơi nộp, các bước, căn cứ."]
            : []),
          "Những gì nguồn không có (tiến độ, kinh phí cụ thể, hồ sơ của từng người) thì tôi không trả lời thay.",
        ]),
      );
      draft.speak(
        `Anh chị có thể hỏi về ${[about.plans > 0 && `nhiệm vụ trong ${about.vi.plansShort}`, about.hasProcedures && "về thủ tục hành chính"].filter(Boolean).join(" và ") || about.vi.subjects}.`,
      );
      break;
    case "retention":
      draft.say(
        `Câu hỏi và câu trả lời được lưu **${days} ngày** kể từ lần dùng cuối để giữ mạch hội thoại và kiểm tra chất lượng, sau đó tự xóa. Số căn cước, điện thoại, thư điện tử, biển số, tài khoản, mã hồ sơ được che trước khi lưu; nhật ký vận hành không chứa nội dung câu hỏi.`,
      );
      draft.say("Anh/chị vui lòng không gửi dữ liệu cá nhân vào khung hỏi.");
      draft.speak(`Câu hỏi được lưu ${days} ngày rồi tự xóa; số giấy tờ cá nhân được che trước khi lưu.`);
      break;
    case "sources":
      saySources(draft, plans, procedures);
      for (const kind of ["imported", "text"] as const) {
        const files = documents.filter((document) => document.kind === kind).length;
        if (files === 0) continue;
        const what = kind === "imported" ? "tệp thủ tục" : "văn bản";
        draft.say(
          `Ngoài ra có ${draft.compute(files, `đếm các ${what} do đơn vị bổ sung`)} ${what} do đơn vị bổ sung, chưa đối chiếu.`,
        );
      }
      draft.say(
        `Hiện có ${draft.compute(procedures.length, "đếm các thủ tục đã nạp")} thủ tục. Mỗi câu trả lời nêu vị trí trích dẫn để anh/chị kiểm tra lại.`,
      );
      break;
  }
  draft.suggest(...examplesIn(context));
  return draft.finish();
}

/** "Trợ lý số" goes on in a sentence; a name that the office gave stays as it is. */
const ownName = ({ name }: About): string => (name === "Trợ lý số" ? "trợ lý số" : name);

const examplesIn = (context: AnswerContext): string[] =>
  suggestionsOf(aboutIn(context), wholeOf(context), context.audience);

const REVIEWED = "các thủ tục hành chính đã đối chiếu với Cổng Dịch vụ công quốc gia";

function saySources(
  draft: Draft,
  plans: readonly SourceDocument[],
  procedures: readonly ProcedureRecord[],
): void {
  const reviewed = procedures.some((row) => row.reviewed);
  const named = plans.map((plan) => {
    draft.cite({ documentId: plan.id, locator: "Danh mục văn bản", quote: titleOf(plan) });
    const kind = documentKind(plan.number);
    return plan.number === "" ? plan.title : `${kind ? `${kind} ` : ""}${plan.number} (${plan.title})`;
  });
  if (named.length > 0)
    draft.say(
      `Nguồn gồm: ${[...named, ...(reviewed ? [REVIEWED] : [])].join(named.length > 1 ? "; " : " và ")}.`,
    );
  const whose = plans.length === 1 && plans[0]!.words?.owner;
  const spokenOf = plans.length > 1 ? "các kế hoạch đã nạp" : whose ? `Kế hoạch ${whose}` : "Kế hoạch đã nạp";
  const spoken = [
    ...(plans.length > 0 ? [spokenOf] : []),
    ...(reviewed ? ["các thủ tục đã đối chiếu với Cổng Dịch vụ công quốc gia"] : []),
  ];
  draft.speak(`Nguồn là ${spoken.join(" và ") || "các văn bản do đơn vị bổ sung"}.`);
}

const titleOf = ({ number, title }: SourceDocument): string =>
  number === "" ? title : `${number} – ${title}`;

const MAX_CHANGES = 10;
const BETWEEN_VERSIONS = "so hai phiên bản kho tri thức, từng bản ghi";

/** What differs between the version that serves and the one before it. */
function sayChanges(draft: Draft, { knowledge }: AnswerContext): void {
  const built = draft.compute(formatDay(vietnamDay(new Date(knowledge.builtAt))), "ngày lập kho tri thức");
  const { changes } = knowledge;
  if (!changes || changes.records.length === 0) {
    draft.say(
      `Kho tri thức lập ngày ${built}; chưa có phiên bản trước để so sánh, nên không có thay đổi nào.`,
    );
    draft.speak(`Kho tri thức lập ngày ${built}, chưa có thay đổi nào.`);
    return;
  }
  const count = (value: number) => draft.compute(value, BETWEEN_VERSIONS);
  const { added, removed, changed } = changes.counts;
  const when = draft.compute(formatDay(vietnamDay(new Date(changes.builtAt))), "ngày lập kho tri thức");
  const totals = `thêm ${count(added)}, bỏ ${count(removed)}, sửa ${count(changed)} bản ghi`;
  draft.say(`Lần cập nhật ngày ${when}: ${totals} so với phiên bản trước.`);
  const shown = changes.records.slice(0, MAX_CHANGES);
  // Names of records that are gone stand in no source that serves, so each line is a result of the comparison.
  draft.say(bullets(shown.map((change) => draft.compute(describeChange(change), BETWEEN_VERSIONS))));
  const rest = added + removed + changed - shown.length;
  if (rest > 0) draft.say(`Còn ${count(rest)} bản ghi nữa.`);
  draft.speak(`Lần cập nhật gần nhất ${totals}.`);
}

export function answerSmallTalk(
  query: Pick<Extract<Query, { kind: "smallTalk" }>, "topic">,
  context: AnswerContext,
): DraftReply {
  const draft = newDraft(context);
  draft.withoutSourceLine();
  draft.status = "greeting";
  const about = aboutIn(context);
  if (query.topic === "greeting") {
    if (about.greeting !== undefined) draft.compute(about.greeting, "lời chào do cơ quan đặt");
    else provePlans(draft, about);
  }
  const text = {
    greeting:
      about.greeting ??
      `Xin chào! Tôi là ${ownName(about)} (AI). Tôi trả lời về ${about.vi.subjects}, kèm nguồn. Anh/chị cần hỏi gì?`,
    thanks: "Rất vui được giúp anh/chị. Cần gì thêm, anh/chị cứ hỏi.",
    goodbye: "Chào anh/chị, hẹn gặp lại.",
    acknowledgement: "Vâng ạ. Cần gì thêm, anh/chị cứ hỏi.",
    complaint:
      "Xin lỗi vì đã làm anh/chị chưa hài lòng. Anh/chị cho biết rõ điều cần hỏi để tôi tìm lại trong nguồn, hoặc gõ “gặp cán bộ” để được chuyển cho người.",
  }[query.topic];
  draft.say(text).speak(forTheEar(text));
  if (query.topic === "complaint") draft.suggest("Gặp cán bộ");
  if (query.topic === "greeting" || query.topic === "thanks") draft.suggest(...examplesIn(context));
  return draft.finish();
}

export function answerOwnAgency(query: { agencyId: string }, context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.kind = "agency";
  const agency = agencyById(context.knowledge, query.agencyId);
  draft.cite(agency.evidence);
  draft.say(`Đã ghi nhận: “cơ quan tôi” trong cuộc trò chuyện này là **${agency.name}**.`);
  draft.suggest(
    "Cơ quan tôi chủ trì những nhiệm vụ nào?",
    "Cơ quan tôi phối hợp những nhiệm vụ nào?",
    "Cơ quan tôi có trách nhiệm gì ngoài Phụ lục?",
  );
  return draft.finish();
}

export function answerHandoff(context: AnswerContext): DraftReply {
  const draft = newDraft(context);
  draft.withoutSourceLine();
  draft.status = "handoff";
  const { handoffContact, office } = context.settings;
  // What the operator set for this goes before what the office states for everything.
  const contact = officeContact(draft, office, handoffContact ? ["hours"] : undefined);
  if (handoffContact) {
    draft.compute(handoffContact, OPERATOR_CONTACT);
    draft.say(
      `Yêu cầu gặp cán bộ đã được ghi lại. Anh/chị liên hệ: **${handoffContact}**. Khi liên hệ, vui lòng đọc mã tra cứu của câu trả lời này để cán bộ xem lại nội dung.`,
    );
    draft.speak(`Anh chị liên hệ cán bộ: ${handoffContact}.`);
    if (contact) draft.say(contact);
  } else if (contact) {
    draft.say(
      `Yêu cầu gặp cán bộ đã được ghi lại. Anh/chị liên hệ ${contact}. Khi liên hệ, vui lòng đọc mã tra cứu của câu trả lời này để cán bộ xem lại nội dung.`,
    );
    draft.speak(`Anh chị liên hệ ${contact}.`);
  } else {
    draft.say(
      "Yêu cầu gặp cán bộ đã được ghi lại, nhưng kênh này chưa được nối với cán bộ trực. Anh/chị vui lòng liên hệ bộ phận tiếp nhận và trả kết quả (một cửa) của UBND cấp xã nơi cư trú, hoặc cơ quan đang xử lý việc của mình; khi liên hệ, đọc mã tra cứu của câu trả lời này để cán bộ xem lại nội dung.",
    );
    draft.speak(
      "Kênh này chưa được nối với cán bộ trực. Anh chị vui lòng liên hệ bộ phận một cửa cấp xã nơi cư trú.",
    );
  }
  return draft.finish();
}
