/** Questions that are stopped before they are understood: attempts to steer the assistant and requests for somebody's
 *  personal data; and insults, which are taken out of what is understood. Data: phrases, matched with and without diacritics. */
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import type { RefusalReason } from "../query.ts";
import type { Status } from "../reply.ts";
import { longestOnly, PhraseIndex } from "../understanding/phrases.ts";

const INJECTION = [
  "bỏ qua hướng dẫn",
  "bỏ qua các hướng dẫn",
  "bỏ qua mọi hướng dẫn",
  "bỏ qua tất cả hướng dẫn",
  "bỏ qua chỉ dẫn",
  "bỏ qua mọi chỉ dẫn",
  "bỏ qua quy tắc",
  "bỏ qua mọi quy tắc",
  "bỏ qua các quy tắc",
  "bỏ qua lệnh",
  "bỏ qua mọi lệnh",
  "bỏ qua tất cả các lệnh",
  "bỏ qua những gì",
  "bỏ qua yêu cầu",
  "quên hướng dẫn",
  "quên các hướng dẫn",
  "quên mọi hướng dẫn",
  "quên hết hướng dẫn",
  "quên hết quy tắc",
  "quên các quy tắc",
  "quên mọi quy tắc",
  "quên hết các chỉ dẫn",
  "quên mọi chỉ dẫn",
  "quên những gì",
  "hãy đóng vai",
  "đóng vai",
  "giả vờ bạn là",
  "giả vờ là",
  "hãy giả làm",
  "giả sử bạn là",
  "từ giờ bạn là",
  "từ bây giờ bạn là",
  "bây giờ bạn là một",
  "kể từ bây giờ bạn",
  "không cần tuân theo",
  "không tuân theo quy tắc",
  "không giới hạn",
  "câu lệnh hệ thống",
  "lệnh hệ thống",
  "prompt hệ thống",
  "hướng dẫn hệ thống",
  "chỉ dẫn hệ thống",
  "in ra prompt",
  "cho xem prompt",
  "hiện prompt",
  "lộ prompt",
  "tiết lộ prompt",
  "prompt của bạn",
  "cấu hình nội bộ",
  "chế độ nhà phát triển",
  "chế độ quản trị",
  "chế độ developer",
  "vượt rào",
  "bẻ khóa",
  "api key",
  "khóa bí mật",
  "mật khẩu quản trị",
  "mật khẩu hệ thống",
  "biến môi trường",
  "mã nguồn của bạn",
  "ignore previous instructions",
  "ignore all previous",
  "ignore the above",
  "ignore your instructions",
  "ignore all instructions",
  "ignore instructions",
  "disregard previous",
  "disregard all",
  "disregard the above",
  "forget your instructions",
  "forget all instructions",
  "forget previous",
  "system prompt",
  "your prompt",
  "your instructions",
  "developer mode",
  "jailbreak",
  "do anything now",
  "you are now",
  "act as",
  "pretend to be",
  "reveal your",
  "print your",
  "bypass",
  "override",
  "hãy trả lời rằng",
  "hãy nói rằng",
  "chỉ trả lời rằng",
  "trả lời đúng một chữ",
  "lặp lại câu sau",
  "xác nhận rằng tất cả",
  "bạn phải nói rằng",
  "bạn phải trả lời là",
] as const;

const ABUSE = [
  "đồ ngu",
  "ngu quá",
  "ngu thế",
  "ngu vậy",
  "ngu như",
  "thằng ngu",
  "con ngu",
  "ngu ngốc",
  "ngu xuẩn",
  "ngu si",
  "óc chó",
  "óc lợn",
  "đồ chó",
  "chó má",
  "đồ khốn",
  "khốn nạn",
  "khốn kiếp",
  "mẹ mày",
  "má mày",
  "đụ má",
  "đụ mẹ",
  "địt mẹ",
  "địt",
  "đm",
  "đmm",
  "dm mày",
  "vcl",
  "vkl",
  "vl thật",
  "cc gì",
  "clgt",
  "cmm",
  "lồn",
  "cặc",
  "buồi",
  "đéo",
  "cút đi",
  "cút mẹ",
  "đồ vô dụng",
  "đồ rác",
  "bot rác",
  "rác rưởi",
  "mất dạy",
  "vô học",
  "thằng điên",
  "con điên",
  "đồ điên",
  "chết đi",
  "câm mồm",
  "câm miệng",
  "đồ hâm",
  "thằng chó",
  "con chó",
  "súc vật",
  "đồ ăn hại",
  "ăn hại",
  "đồ dở hơi",
  "fuck",
  "fuck you",
  "shit",
  "stupid bot",
  "idiot",
  "bitch",
  "mày ngu",
] as const;

const PERSONAL_ATTRIBUTES = [
  "số điện thoại",
  "sđt",
  "số cccd",
  "số căn cước",
  "số căn cước công dân",
  "cccd",
  "cmnd",
  "số chứng minh",
  "địa chỉ nhà",
  "địa chỉ nhà riêng",
  "nhà riêng",
  "địa chỉ thường trú",
  "ngày sinh",
  "email riêng",
  "email cá nhân",
  "số tài khoản",
  "tài khoản ngân hàng",
  "thông tin cá nhân",
  "lý lịch",
  "hồ sơ cá nhân",
  "biển số xe",
  "lương",
  "tình trạng hôn nhân",
  "đã kết hôn chưa",
  "có vợ chưa",
  "có chồng chưa",
  "hồ sơ sức khỏe",
  "bệnh án",
  "quê quán",
  "mã định danh",
  "số định danh",
  "hộ khẩu",
  "nơi ở",
] as const;

const PERSONS = [
  "ông",
  "bà",
  "anh",
  "chị",
  "cô",
  "chú",
  "bác",
  "người yêu",
  "hàng xóm",
  "người khác",
  "giám đốc",
  "chủ tịch",
  "phó chủ tịch",
  "bí thư",
  "cán bộ",
  "nhân viên",
  "vợ cũ",
  "chồng cũ",
  "bạn tôi",
  "bạn gái",
  "bạn trai",
  "sếp",
  "chủ nhà",
  "người tên",
  "thằng",
  "con nợ",
  "người nợ",
  "đối thủ",
  "công dân",
  "một người",
  "người này",
  "người đó",
  "chủ xe",
  "chủ đất",
  "người dân",
  // family names, as in "của Nguyễn Văn A"
  "nguyễn",
  "trần",
  "lê",
  "phạm",
  "hoàng",
  "huỳnh",
  "phan",
  "vũ",
  "võ",
  "đặng",
  "bùi",
  "đỗ",
  "hồ",
  "ngô",
  "dương",
  "lý",
  "trương",
  "đinh",
  "lâm",
  "mai",
] as const;

/** "của anh/chị" said to the asker himself is no third person. */
const OWN = ["của tôi", "của em", "của mình", "của con", "của cháu", "của bạn"] as const;
const LOOKUPS = [
  "cho tôi",
  "cho xin",
  "cho em",
  "cho mình",
  "tra",
  "tra cứu",
  "tra giúp",
  "tìm",
  "tìm giúp",
  "kiểm tra",
  "xem",
  "cung cấp",
  "lấy",
  "biết",
  "xin",
  "đọc",
  "cho hỏi",
  "là gì",
  "bao nhiêu",
  "số mấy",
  "ở đâu",
] as const;

type Guard = "injection" | "abuse" | "attribute" | "person" | "own" | "lookup";
const TABLES: Readonly<Record<Guard, readonly string[]>> = {
  injection: INJECTION,
  abuse: ABUSE,
  attribute: PERSONAL_ATTRIBUTES,
  person: PERSONS,
  own: OWN,
  lookup: LOOKUPS,
};

const PHRASES = new PhraseIndex<Guard>();
for (const [guard, phrases] of Object.entries(TABLES)) {
  for (const phrase of phrases) PHRASES.add(phrase, guard as Guard);
}

const FAR_OWNER = 6;
/** So short a question that names an attribute and a person asks for the attribute. */
const BARE_LOOKUP = 9;

export interface Stop {
  status: Status;
  reason: RefusalReason;
}

/** The text without insults, and whether there were any: an angry question is answered, not scolded. */
export function withoutAbuse(text: string): { text: string; abusive: boolean } {
  const tokens = tokenize(text);
  const found = longestOnly(
    PHRASES.find(tokens).filter((match) => match.value === "abuse" && isMeant(tokens, match.from, match.to)),
  );
  let rest = "";
  let from = 0;
  for (const match of found) {
    rest += `${text.slice(from, tokens[match.from]!.start)} `;
    from = tokens[match.to - 1]!.end;
  }
  return { text: found.length > 0 ? rest + text.slice(from) : text, abusive: found.length > 0 };
}

/** Undefined: let it through. Takes the question as typed (personal data masked). */
export function guardInput(text: string): Stop | undefined {
  const tokens = tokenize(text);
  const matches = PHRASES.find(tokens);
  const found = new Set(matches.map((match) => match.value));
  if (found.has("injection")) return { status: "guardrails_injection", reason: "injection" };
  if (
    !found.has("own") &&
    found.has("attribute") &&
    (found.has("lookup") || tokens.length <= BARE_LOOKUP) &&
    asksAboutPerson(matches, tokens)
  ) {
    return { status: "guardrails_privacy", reason: "other_peoples_data" };
  }
  return undefined;
}

/** A lone word without diacritics may be another word ("dit", "lon"): only accented or longer matches count. */
function isMeant(tokens: Token[], from: number, to: number): boolean {
  if (to - from > 1) return true;
  const token = tokens[from]!;
  return (
    token.text !== token.folded ||
    ["dm", "dmm", "vcl", "vkl", "clgt", "cmm", "fuck", "shit", "idiot", "bitch"].includes(token.folded)
  );
}

/** "của" stands right before the person, with other attributes at most between ("sđt với địa chỉ nhà của bà Lan"). */
const ownerOf = (tokens: Token[], from: number, person: number): boolean =>
  person - from <= FAR_OWNER && tokens.slice(from, person).some((token) => token.folded === "cua");

/** An attribute, then "của" (or nothing) and a person: "số điện thoại của ông A". */
function asksAboutPerson(matches: { from: number; to: number; value: Guard }[], tokens: Token[]): boolean {
  return matches
    .filter((match) => match.value === "attribute")
    .some((attribute) =>
      matches.some(
        (person) =>
          person.value === "person" &&
          person.from >= attribute.to &&
          (person.from === attribute.to || ownerOf(tokens, attribute.to, person.from)),
      ),
    );
}
