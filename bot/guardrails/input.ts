/** Questions that are stopped before they are understood: attempts to steer the assistant and requests for somebody's
 *  personal data; and insults, which are taken out of what is understood. Data: phrases as in the cue tables. They must
 *  agree to the letter, so that "độ cho" is no insult and "hồ sơ" no family; a text without diacritics is the exception. */
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { type Token, tokenize } from "../../knowledge/vietnamese/tokens.ts";
import type {} from "../query.ts";
import type { RefusalReason } from "../refusal-reasons.ts";
import type { Status } from "../reply.ts";
import { isExact, longestOnly, PhraseIndex, type PhraseMatch } from "../understanding/phrases.ts";

/** Persons of whom others ask, and who may have asked here before. */
const OTHERS = `người vừa hỏi; người trước; người hỏi trước; người dùng khác; ai khác; người khác; hàng xóm;
  vợ cũ; chồng cũ; giám đốc; chủ tịch; phó chủ tịch; bí thư; cán bộ; nhân viên; bạn gái; bạn trai; bạn tôi;
  sếp; người yêu; người này; người đó; đối thủ`;

const TABLES = {
  injection: `(bỏ qua|quên|bỏ|phớt lờ|lờ đi|không cần theo|không cần tuân theo|không tuân theo|đừng theo|mặc kệ|vô hiệu hóa) (hết|mọi|các|những|tất cả|toàn bộ|tất cả các|hết các|hết mọi|) (hướng dẫn|chỉ dẫn|quy tắc|lệnh|chỉ thị|luật lệ|ràng buộc|prompt|luật nào);
  (đọc|in|hiện|cho xem|tiết lộ|lộ|nói|chép lại|viết lại) (ra|hết|toàn bộ|) (prompt|câu lệnh hệ thống|chỉ dẫn hệ thống|cấu hình|chỉ dẫn của bạn|hướng dẫn của bạn);
  (hãy|bạn hãy|giờ|từ giờ|) (đóng vai|giả làm|giả vờ làm) (một|là|người|luật sư|hacker|cán bộ|nhân viên|bác sĩ|chủ tịch);
  bỏ qua những gì; quên những gì; hãy đóng vai; mày hãy đóng vai; đóng vai (giám đốc|phó giám đốc|thủ tướng|công an|luật sư|trưởng phòng); giả vờ bạn là; giả vờ là; hãy giả làm; giả sử bạn là;
  từ giờ bạn là; từ bây giờ bạn là; bây giờ bạn là một; kể từ bây giờ bạn; không cần tuân theo;
  câu lệnh hệ thống; lệnh hệ thống; prompt hệ thống; hướng dẫn hệ thống; chỉ dẫn hệ thống; prompt của bạn;
  cấu hình nội bộ; chế độ nhà phát triển; chế độ quản trị; chế độ developer; vượt rào; bẻ khóa; api key;
  khóa bí mật; mật khẩu quản trị; mật khẩu hệ thống; biến môi trường; mã nguồn của bạn;
  ignore previous instructions; ignore all previous; ignore the above; ignore your instructions;
  ignore all instructions; ignore instructions; disregard previous; disregard all; disregard the above;
  forget your instructions; forget all instructions; forget previous; system prompt; your prompt;
  your instructions; developer mode; jailbreak; do anything now; you are now; act as; pretend to be; reveal your;
  print your; bypass; override; hãy trả lời rằng; hãy nói rằng; chỉ trả lời rằng; trả lời đúng một chữ;
  lặp lại câu sau; xác nhận rằng tất cả; bạn phải nói rằng; bạn phải trả lời là`,
  abuse: `đồ ngu; ngu quá; ngu thế; ngu như; thằng ngu; ngu ngốc; ngu xuẩn; ngu si; óc chó; óc lợn;
  đồ khốn; khốn nạn; khốn kiếp; đụ má; đụ mẹ; địt mẹ; địt; đm; đmm; dm mày; vcl;
  vkl; vl thật; cc gì; clgt; cmm; lồn; cặc; buồi; đéo; cút đi; cút mẹ; đồ vô dụng; bot rác; rác rưởi;
  câm mồm; câm miệng; đồ ăn hại; đồ dở hơi; fuck; fuck you; shit; stupid bot; idiot; bitch; mày ngu; đồ súc vật`,
  /** Without diacritics these are other words too: "sổ đỏ cho con", "theo cấp độ cho", "mẹ mấy tuổi", "tháng điện". */
  accentedAbuse: `ngu vậy; đồ rác; con ngu; đồ chó; chó má; mẹ mày; má mày; mất dạy; vô học; thằng điên; con điên; đồ điên; đồ hâm; thằng chó;
  ăn hại`,
  /** Hides what begins inside it. */
  innocent: `hạt óc chó; thuật ngữ (quá|này|thế|như|vậy); ngủ (qua|quá) (đêm|trưa|giờ|trễ|muộn|ngày|lại); số lượng; chất lượng; khối lượng; lực lượng; sản lượng; năng lượng; dung lượng; lưu lượng`,
  /** What may be asked of a person. */
  attribute: `số điện thoại; sđt; số di động; số phone; số (điện thoại|di động) (riêng|cá nhân); số riêng; số nhà riêng; số cccd; số căn cước; số căn cước công dân; cccd; cmnd; số chứng minh; địa chỉ nhà;
  địa chỉ nhà riêng; nhà riêng; địa chỉ thường trú; ngày sinh; email riêng; email cá nhân; số tài khoản;
  tài khoản ngân hàng; thông tin cá nhân; lý lịch; hồ sơ cá nhân; biển số xe; lương; tình trạng hôn nhân;
  đã kết hôn chưa; có vợ chưa; có chồng chưa; hồ sơ sức khỏe; bệnh án; quê quán; mã định danh; số định danh;
  hộ khẩu; nơi ở`,
  /** What was said here: "câu hỏi của chị" is mostly the asker's own, that of somebody else is not. */
  said: `câu hỏi; tin nhắn; nội dung chat; cuộc trò chuyện`,
  otherAsker: `${OTHERS}; khách khác; vợ; chồng`,
  person: `${OTHERS}; ông; bà; anh; chị; cô; chú; bác; chủ nhà; người tên; thằng; con nợ; người nợ;
  một người; chủ xe; chủ đất; của Nguyễn Văn A`,
  /** Names only when written as names: "của Nguyễn Văn A", not "hồ sơ", "lý do". */
  family: `nguyễn; trần; lê; phạm; hoàng; huỳnh; phan; vũ; võ; đặng; bùi; đỗ; hồ; ngô; dương; lý; trương; đinh; lâm; mai`,
  /** What the asker says of himself. */
  own: `của tôi; của em; của mình; của tui; của cháu`,
  lookup: `cho tôi; cho xin; cho em; cho mình; tra; tra cứu; tra giúp; tìm; tìm giúp; kiểm tra; xem; cung cấp; lấy; biết;
  xin; đọc; cho hỏi; là gì; bao nhiêu; số mấy; ở đâu`,
} as const;

type Guard = keyof typeof TABLES;

const INSULTS: ReadonlySet<Guard> = new Set(["abuse", "accentedAbuse"]);
const PHRASES = new PhraseIndex<Guard>();
for (const [guard, patterns] of Object.entries(TABLES)) {
  PHRASES.addPatterns(`input/${guard}`, patterns, guard as Guard);
}

/** Between an attribute and "của" with its person other attributes may stand ("sđt với địa chỉ nhà của bà Lan"). */
const FAR_OWNER = 6;
/** So short a question that names an attribute and a person asks for the attribute. */
const BARE_LOOKUP = 9;
/** Insults that are no other word without diacritics. */
const BARE_INSULTS: ReadonlySet<string> = new Set([
  "dmm",
  "vcl",
  "vkl",
  "clgt",
  "cmm",
  "fuck",
  "shit",
  "idiot",
  "bitch",
]);

export interface Stop {
  status: Status;
  reason: RefusalReason;
}

function find(text: string, tokens: Token[]): PhraseMatch<Guard>[] {
  const unaccented = text.toLowerCase() === fold(text);
  const found = PHRASES.find(tokens, () => true).filter((match) => {
    const { value, from, to } = match;
    if (value === "family") return isName(text, tokens, from);
    if (!unaccented) return isExact(match, tokens);
    if (value === "accentedAbuse") return false;
    return to - from > 1 || value !== "abuse" || BARE_INSULTS.has(tokens[from]!.folded);
  });
  const hiding = found.filter(({ value }) => value === "innocent");
  return found.filter(({ from }) => !hiding.some((row) => row.from <= from && from < row.to));
}

const CAPITAL = /\p{Lu}/u;
const isCapital = (text: string, token: Token | undefined): boolean =>
  token !== undefined && CAPITAL.test(text[token.start]!);

/** A capital here and on the next word. */
const isName = (text: string, tokens: Token[], at: number): boolean =>
  isCapital(text, tokens[at]) && isCapital(text, tokens[at + 1]);

/** The text without insults, and whether there were any: an angry question is answered, not scolded. */
export function withoutAbuse(text: string): { text: string; abusive: boolean } {
  const tokens = tokenize(text);
  const found = longestOnly(find(text, tokens).filter(({ value }) => INSULTS.has(value)));
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
  const matches = find(text, tokens);
  const found = new Set(matches.map((match) => match.value));
  if (found.has("injection")) return { status: "guardrails_injection", reason: "injection" };
  const asks = found.has("lookup") || tokens.length <= BARE_LOOKUP;
  if (!found.has("own") && asks && asksAboutPerson(text, matches, tokens))
    return { status: "guardrails_privacy", reason: "other_peoples_data" };
  return undefined;
}

/** An attribute, then "của" (or nothing) and a person: "số điện thoại của ông A". */
function asksAboutPerson(text: string, matches: readonly PhraseMatch<Guard>[], tokens: Token[]): boolean {
  const of = (...guards: Guard[]) => matches.filter(({ value }) => guards.includes(value));
  const owns = (from: number, person: number) =>
    person - from <= FAR_OWNER && tokens.slice(from, person).some((token) => token.folded === "cua");
  const isAsked = (
    attributes: readonly PhraseMatch<Guard>[],
    persons: readonly PhraseMatch<Guard>[],
  ): boolean =>
    attributes.some((attribute) =>
      persons.some(
        (person) =>
          person.from === attribute.to || (person.from > attribute.to && owns(attribute.to, person.from)),
      ),
    );
  const isNamed = ({ to }: PhraseMatch<Guard>) => isCapital(text, tokens[to]);
  return (
    isAsked(of("attribute"), of("person", "family")) ||
    isAsked(of("said"), [...of("otherAsker", "family"), ...of("person").filter(isNamed)])
  );
}
