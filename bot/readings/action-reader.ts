/** Requests to do something instead of telling it: write, remind, export, send, record, register, look a dossier up. What
 *  the assistant can't do is said, beside what it can: the record that the request is about, a file, the way. */

import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import type { Action, Query } from "../query.ts";
import { type PhraseRow, phraseRow as row } from "../understanding/patterns.ts";
import {
  type IsForm,
  isExact,
  longestOnly,
  PhraseIndex,
  type PhraseMatch,
} from "../understanding/phrases.ts";
import { foldedOf } from "../understanding/utterance.ts";
import { aboutOf } from "./action-about.ts";
import { isOtherCalendar, isTold } from "./calendar-words.ts";
import { has, type QueryReader, type ReadingContext } from "./context.ts";
import { PLAN_CUES } from "./cue-families.ts";
import { matchPlan } from "./matches.ts";
import type { Proposal } from "./reader.ts";
import { asksForFile } from "./with-file.ts";

/** "Soạn giúp tôi", "xuất cho em": for whom, which may stand anywhere in a request and is no part of its rows. */
const FAVOUR = /^(giúp|giùm|dùm|hộ|thay|luôn|giup|gium|dum|luon)$/;
const PERSON = /^(tôi|em|mình|tui|anh|chị|cháu|con|chúng|bên|toi|minh|chi|chau|chung|ben)$/;

/** The tokens without that, each with its place; `keepsFor`: "cho tôi ra file" begins with what is wanted. */
function withoutFavour(tokens: readonly Token[], keepsFor: boolean): { token: Token; at: number }[] {
  // "Tiếng Anh" is nobody.
  const isPerson = (i: number) =>
    PERSON.test(tokens[i]?.text ?? "") && !/^tieng$/.test(tokens[i - 1]?.folded ?? "");
  return tokens.flatMap((token, at) => {
    const isFor = !keepsFor && token.folded === "cho" && isPerson(at + 1);
    return FAVOUR.test(token.text) || isPerson(at) || isFor ? [] : [{ token, at }];
  });
}

const HELP = "(giúp|giùm|dùm|hộ|cho|thay|)";
const PAPER =
  "(báo cáo|công văn|tờ trình|văn bản|kế hoạch|đơn|thư|email|bài phát biểu|biên bản|đề cương|thông báo|giấy mời)";

const INTO = "(vào|vô|vo|zô|to|into)";
const APPS =
  "calendar|google calendar|gcal|outlook|lịch google|lịch outlook|lịch điện thoại|lịch iphone|lịch của máy";
const A_FILE = "(file|tệp|tập tin)";

export const ACTIONS: Record<Action, PhraseRow> = {
  draft: row(
    `(soạn|soạn thảo|viết|thảo|dự thảo|lập|làm|chuẩn bị) (một|cái|bản|mẫu|) (dự thảo|bản|) ${PAPER}; soạn; viết (bài|đoạn|bản)`,
    ["soạn giúp tôi báo cáo 6 tháng", "viết hộ em tờ trình", "lập giùm công văn gửi Sở TTTT"],
    ["ai lập kế hoạch", "báo cáo gửi ai"],
  ),
  present: row(
    `(làm|tạo|soạn|thiết kế|vẽ) (cái|bộ|một|bản|) (slide|slides|bài trình chiếu|bài thuyết trình|powerpoint|ppt|biểu đồ|sơ đồ|infographic|bản trình bày|trình chiếu)`,
    ["làm slide trình bày kế hoạch", "tạo giúp tôi biểu đồ", "vẽ hộ sơ đồ các nhóm"],
    ["xem bài trình chiếu ở đâu"],
  ),
  remind: row(
    `(set|đặt|tạo|cài) (reminder|báo thức|alarm); (nhắc|nhắc nhở|báo trước|hẹn|đặt lịch nhắc|đặt nhắc|nhắc lịch|cảnh báo) (trước|khi|lúc|hạn|lịch|vào|ngày|còn|mỗi|hàng|việc); (nhắc|nhắc nhở) ${HELP} (tôi|em|mình|tui|anh|chị|chúng tôi); (đặt|tạo|cài) (lịch|nhắc|lời) (nhắc|hẹn|nhở)`,
    ["nhắc tôi trước hạn báo cáo một tuần", "báo trước cho em khi tới hạn", "đặt lịch nhắc ngày 15/12"],
    ["nhắc lại câu vừa rồi", "hạn báo cáo khi nào"],
  ),
  calendar: row(
    `${INTO} (cái|) (lịch|${APPS}); (lên|cho|qua|sang) (${APPS}); (đưa|đẩy|thêm|add|note) lên lịch; ${INTO} (điện thoại|máy) (để|cho) (nó|) nhắc; ${A_FILE} (lịch|ics|ical|icalendar|calendar|outlook|nhắc hạn|nhắc lịch|nhắc việc); (ra|thành|sang|dạng) ${A_FILE} (lịch|ics); ics; ical; icalendar; calendar (file|invite|event); (google|outlook|apple) calendar; lịch (google|outlook|điện thoại|iphone); lịch (nhắc|hạn|deadline); lịch (ghi|các|những) (hạn|mốc|deadline); (cho|xin|gửi) (cái|bản|quyển) lịch; (xuất|đổi|chuyển|làm|đưa|tạo) (ra|thành|sang) (lịch|calendar); (đồng bộ|import|add|sync|nhập) (gcal|outlook|calendar); (tạo|lập) lịch (họp|làm việc)`,
    [
      "thêm vào lịch giúp tôi",
      "đưa hạn này lên Google Calendar",
      "xuất ra file ics",
      "cho tôi file lịch nhắc hạn để import vô Outlook",
      "đưa hạn của bốn việc Sở Y tế vào lịch điện thoại giúp tôi",
      "gui e file lich han may cai do di, de e bo vo dien thoai",
      "ghi zo lich dum dc hong",
      "thêm hạn này vô Google Calendar",
      "tạo file ics",
    ],
    [
      "lịch họp ở đâu",
      "lịch làm việc của xã",
      "lịch trả kết quả",
      "xin lịch trả kết quả khai sinh",
      "việc nào đi vào lịch sử",
      "lịch tiêm chủng ở trạm y tế",
    ],
  ),
  export: row(
    `(xuất|kết xuất|tải|tải về|trích xuất|cho|đổ|in|gửi) (ra|thành|về|xuống|dạng|bằng|) (file|tệp|) (excel|csv|word|pdf|bảng tính|google sheet|xlsx|docx); (xuất|kết xuất|trích xuất) (ra|thành|danh sách|bảng|toàn bộ|các|những|67); tải (danh sách|bảng|phụ lục|file|tệp) (về|xuống|) (máy|)`,
    ["xuất Excel 67 việc", "tải về file csv giúp tôi", "cho tôi ra file pdf"],
    ["nộp file pdf được không"],
  ),
  send: row(
    `(gửi|chuyển) (luôn|thẳng|liền|ngay) (cho|qua|tới|đến|sang|vào); (gửi|chuyển) (luôn|thẳng) (đi|nha|nhé|giùm|giúp|hộ); (gửi|chuyển|nhắn|mail|email) (danh sách|bảng|kết quả|nội dung|thông tin|cái|việc|) (này|đó|ấy|trên|vừa rồi|) (qua|vào|tới|đến|về|cho|sang) (mail|email|zalo|thư|thư điện tử|trục liên thông|sếp|giám đốc|các sở|đồng nghiệp|hộp thư|số điện thoại|máy); gửi (mail|email)`,
    [
      "gửi danh sách này qua mail cho tôi",
      "chuyển giúp vào zalo",
      "email giùm cho sếp",
      "rồi gửi thẳng qua thư cho chủ tịch",
    ],
    ["gửi báo cáo về đâu", "gửi hồ sơ qua bưu điện được không"],
  ),
  record: row(
    `(cập nhật|update|ghi nhận|ghi lại|đánh dấu|tick|báo|nhập|sửa|chỉnh|lưu) (tiến độ|kết quả|trạng thái|status|việc|nhiệm vụ|là|rằng|vào|hạn); (cập nhật|ghi nhận|đánh dấu|ghi lại|lưu) (giúp|giùm|dùm|hộ); đánh dấu (đã|là) (xong|hoàn thành)`,
    ["cập nhật giùm việc này đã được 70%", "đánh dấu đã hoàn thành", "ghi nhận kết quả giúp tôi"],
    ["dữ liệu cập nhật khi nào", "cập nhật dịch vụ công lên cổng quốc gia ai làm"],
  ),
  register: row(
    `(đăng ký|nộp|làm|điền|khai|xin|đặt lịch) (giúp|giùm|dùm|hộ|thay|luôn cho|luôn giúp) (tôi|em|mình|tui|con|cháu|bác|cô|chú|luôn|)`,
    ["đăng ký giúp tôi luôn", "nộp hộ em hồ sơ này", "điền giùm tờ khai"],
    ["nộp thay cho mẹ được không", "nhờ người khác làm thay"],
  ),
  lookup: row(
    `(tra|tra cứu|kiểm tra|xem|coi|check) (hồ sơ|tình trạng hồ sơ|tiến độ hồ sơ|mã hồ sơ|đơn) (của|mã|số|đã|tới|đến|xong|); hồ sơ (của|) (tôi|em|mình|tui) (tới đâu|đến đâu|xong chưa|giải quyết tới đâu|đang ở đâu|có chưa|được chưa)`,
    ["tra cứu hồ sơ của tôi", "hồ sơ em tới đâu rồi", "check giùm mã hồ sơ"],
    ["hồ sơ gồm những gì"],
  ),
  call: row(
    `(gọi|điện|gọi điện|liên hệ|nhắn) (giúp|giùm|dùm|hộ); (gọi|điện) (lại|) cho (tôi|em|mình|tui) (lúc|vào|sau|chiều|sáng|ngày)`,
    ["gọi giúp tôi qua Sở Y tế", "gọi lại cho tôi lúc chiều", "liên hệ giùm bên đó"],
    ["gọi số nào"],
  ),
  translate: row(
    `(dịch|phiên dịch) (sang|ra|qua) (tiếng anh|tiếng việt|tiếng trung|tiếng hàn|english)`,
    ["dịch giúp tôi sang tiếng Anh", "dịch ra tiếng Trung", "phiên dịch hộ sang tiếng Hàn"],
    ["chứng thực chữ ký người dịch"],
  ),
};

export const ACTION_INDEX = new PhraseIndex<Action>();
for (const [action, { patterns }] of Object.entries(ACTIONS))
  ACTION_INDEX.addPatterns(`actions/${action}`, patterns, action as Action);

/** All that may be a request in a text, overlapping ones too. */
function mayBeRequests(tokens: readonly Token[], isForm?: IsForm): PhraseMatch<Action>[] {
  const bare = [false, true].flatMap((keepsFor) => {
    const kept = withoutFavour(tokens, keepsFor);
    return ACTION_INDEX.find(
      kept.map(({ token }) => token),
      isForm,
    ).map((match) => ({ ...match, from: kept[match.from]!.at, to: kept[match.to - 1]!.at + 1 }));
  });
  return [...ACTION_INDEX.find([...tokens], isForm), ...bare].filter(
    (match) => match.value !== "calendar" || !isOtherCalendar(tokens, match),
  );
}

/** Requests in a text, longest first over others. */
export const requestsIn = (tokens: readonly Token[], isForm?: IsForm): PhraseMatch<Action>[] =>
  longestOnly(mayBeRequests(tokens, isForm)).filter((match) => !isForAnother(tokens, match));

/** Something is to become entries of a calendar: "vào lịch", "file lịch", whatever stands around it. "Đặt lịch nhắc" wants to
 *  be reminded, and who makes a calendar of meetings may be asked. */
function asksForCalendar(tokens: readonly Token[], isForm: IsForm): boolean {
  const found = mayBeRequests(tokens, isForm);
  const reminders = found.filter(
    (match) => match.value === "remind" && OF_REMINDERS.test(match.phrase) && isExact(match, tokens),
  );
  return found.some(
    ({ value, from, to, phrase }) =>
      value === "calendar" &&
      !OF_MEETINGS.test(phrase) &&
      !reminders.some((other) => other.from <= from && to <= other.to),
  );
}

const OF_REMINDERS = /^(?:đặt|cài) lịch/;
const OF_MEETINGS = /(?:họp|làm việc)$/;

/** "Nộp thay cho mẹ", "nhờ người khác làm thay": one person does it for another, and whoever asks wants to know whether
 *  that may be. */
const isForAnother = (tokens: readonly Token[], { from, to, value }: PhraseMatch<Action>): boolean =>
  value === "register" &&
  tokens.slice(from, to).some(({ folded }) => folded === "thay") &&
  ((tokens[to]?.folded === "cho" && !PERSON.test(tokens[to + 1]?.text ?? "")) ||
    tokens.some(({ folded }, i) => i < from && folded === "nho" && tokens[i + 1]?.folded === "nguoi"));

/** At so many words before the request it is no longer what the sentence does. */
const NEAR_START = 6;

export function readAction(context: ReadingContext): Proposal | undefined {
  const { tokens } = context.question;
  const [found] = requestsIn(tokens, context.understander.isForm);
  if (!found && asksForFile(context))
    return {
      query: { kind: "action", action: "export", about: aboutOf(context) },
      features: { file: 1, "asks a question": has(context, "askWho", "askWhen", "aspectConditions") ? 1 : 0 },
    };
  if (!found || (found.value === "draft" && !isOurs(context, found))) return undefined;
  // "Có người báo là …": told by others, and nothing to be recorded.
  if (found.value === "record" && has(context, "heard")) return undefined;
  const query: Query = {
    kind: "action",
    action: found.value,
    about: aboutOf(context, PERSONAL.has(found.value)),
  };
  return {
    query,
    features: {
      "near the start": found.from <= NEAR_START ? 1 : 0,
      "words of the request": Math.min(1, (found.to - found.from) / 4),
      "asks a question": has(context, "askWho", "askWhen", "askYesNo", "aspectConditions") ? 1 : 0,
    },
  };
}

/** "Soạn giúp tôi công văn …", "cập nhật giùm …": a favour that opens the sentence and asks for nothing that a record tells is
 *  certain by its form, whatever its subject. So is a calendar file, wherever the sentence asks for it. */
export const readFavour: QueryReader = (context) => {
  const { tokens } = context.question;
  if (asksForCalendar(tokens, context.understander.isForm) && !isTold(context))
    return { kind: "action", action: "calendar", about: aboutOf(context, true) };
  const [found] = requestsIn(tokens, context.understander.isForm);
  if (!found || found.from > 1 || !OWN_WORK.has(found.value)) return undefined;
  const isFavour = tokens.slice(found.from + 1, found.to + 2).some(({ text }) => FAVOUR.test(text));
  const asks = has(context, "askWho", "askWhen", "askYesNo", "askList", "askCount");
  return isFavour && !asks && isOurs(context, found)
    ? { kind: "action", action: found.value, about: aboutOf(context, PERSONAL.has(found.value)) }
    : undefined;
};

/** "Viết giùm bài văn tả con mèo" is nothing to an office: no paper of its own, no record, no answer before. */
function isOurs(context: ReadingContext, { from, to }: PhraseMatch<Action>): boolean {
  const [best] = matchPlan(context, ["task", "target", "duty"], 1);
  return (
    context.dialogue.last !== null ||
    OFFICE_PAPER.test(foldedOf(context.question.tokens, { from, to })) ||
    has(context, "report", ...PLAN_CUES) ||
    (best !== undefined && best.coverage >= NAMES_A_RECORD)
  );
}
const OFFICE_PAPER =
  /(^| )(bao cao|cong van|to trinh|van ban|don|thu|de cuong|bien ban|thong bao|giay moi)( |$)/;
const NAMES_A_RECORD = 0.6;
const PERSONAL: ReadonlySet<Action> = new Set(["remind", "calendar"]);
const OWN_WORK: ReadonlySet<Action> = new Set([
  "draft",
  "present",
  "remind",
  "calendar",
  "record",
  "translate",
]);
