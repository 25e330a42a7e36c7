/** Everything a caller hears beside the answers. Short sentences; every wish can be said or keyed. */
import { type About, inShort } from "../../bot/about.ts";
import { spellCode } from "./spell-code.ts";

/** "thủ tục hành chính hoặc Kế hoạch chính quyền số" */
export const subjectsOf = (about: About): string => inShort(about, " hoặc ");

export const KEYS = {
  more: "1",
  repeat: "2",
  slower: "3",
  topics: "9",
  officer: "0",
  repeatAnywhere: "*",
} as const;

const KEY_WORDS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
export const keyWord = (key: number): string => KEY_WORDS[key]!;

/** `subjects`: what can be asked about. */
export const greeting = (hotline: string, subjects: string): string =>
  `Đây là trợ lý tự động, trí tuệ nhân tạo, của ${hotline}. Mời anh chị hỏi về ${subjects}; gặp cán bộ, bấm phím không. Xin đừng đọc số giấy tờ cá nhân.`;
/** Where only keys are heard, what can be asked comes at once. */
export const greetingByKeys = (hotline: string): string =>
  `Đây là trợ lý tự động, trí tuệ nhân tạo, của ${hotline}. Anh chị chọn việc cần hỏi.`;
export const starting = (hotline: string): string =>
  `Đây là trợ lý tự động, trí tuệ nhân tạo, của ${hotline}. Hệ thống đang khởi động, xin anh chị gọi lại sau ít phút. Chào anh chị.`;
export const STARTING_AGAIN =
  "Hệ thống đang khởi động lại. Xin anh chị chờ một chút rồi hỏi lại; muốn gặp cán bộ thì bấm phím không.";
export const BROKEN =
  "Xin lỗi, tôi gặp lỗi nên chưa trả lời được. Anh chị hỏi lại giúp tôi; muốn gặp cán bộ thì bấm phím không.";
export const BROKEN_AGAIN = "Xin lỗi, hệ thống đang có lỗi. Anh chị vui lòng gọi lại sau.";

/** How a call is spoken with. */
export interface Manner {
  /** The gateway hears no speech: nothing is said of speaking. */
  keysOnly: boolean;
}

/** After a piece of an answer. */
export function menu({ more, full, keysOnly }: { more: boolean; full: boolean } & Manner): string {
  if (keysOnly)
    return `${more ? "Để nghe tiếp, bấm một; nhắc lại" : "Để nghe lại"}, bấm hai; chậm lại, bấm ba; chọn việc khác, bấm chín; gặp cán bộ, bấm không.`;
  if (full)
    return `${more ? "Để nghe tiếp, bấm một; nhắc lại, bấm hai" : "Để nghe lại, bấm hai"}; chậm lại, bấm ba; gặp cán bộ, bấm không. Anh chị cũng có thể nói các lời đó, hoặc hỏi câu khác.`;
  return more
    ? "Phím một, nghe tiếp; hai, nhắc lại; ba, chậm lại; không, gặp cán bộ."
    : "Phím hai, nhắc lại; ba, chậm lại; không, gặp cán bộ. Mời anh chị hỏi tiếp.";
}

export const choicesInWords = (choices: readonly string[]): string =>
  choices.map((choice, i) => `Bấm ${keyWord(i + 1)}: ${choice}.`).join(" ");
export const chooseMenu = ({ full, keysOnly }: { full: boolean } & Manner): string =>
  full
    ? `${keysOnly ? "" : "Anh chị cũng có thể nói số của lựa chọn. "}Nghe lại, bấm phím sao; gặp cán bộ, bấm không.`
    : "Phím sao, nghe lại; không, gặp cán bộ.";
export const NO_SUCH_CHOICE = "Không có lựa chọn này.";
export const OFFERED = "Gần với câu hỏi nhất là:";

export const NOTHING_MORE = "Đã hết phần trả lời.";
export const NOTHING_SAID_YET = "Tôi chưa trả lời câu nào. Mời anh chị hỏi.";
export const SLOWER = "Tôi đọc chậm lại.";
export const FASTER = "Tôi đọc bình thường.";
export const LISTENING = "Dạ, tôi nghe đây. Mời anh chị hỏi.";
export const UNKNOWN_KEY = "Phím này không dùng.";

/** What people ask most, as questions to the core: for those who can't be heard. */
export const COMMON_QUESTIONS: readonly string[] = [
  "Thủ tục đăng ký khai sinh",
  "Thủ tục đăng ký kết hôn",
  "Thủ tục đăng ký thường trú",
  "Thủ tục cấp lại thẻ căn cước",
  "Thủ tục cấp bản sao trích lục hộ tịch",
];
export const CHOOSE_COMMON = "Anh chị có thể chọn bằng phím.";

const EXAMPLE = "Ví dụ: đăng ký khai sinh cần giấy tờ gì.";
const KEYS_HELP =
  "Anh chị dùng bàn phím cũng được: nghe tiếp, bấm một; nhắc lại, bấm hai; chậm lại, bấm ba; chọn việc khác, bấm chín; gặp cán bộ, bấm không.";
/** By how often in a row nothing was heard, from the first. */
export const SILENCE = [
  `Tôi chưa nghe thấy anh chị. ${EXAMPLE}`,
  `Tôi vẫn chưa nghe thấy. ${KEYS_HELP}`,
  "Tôi không nghe thấy anh chị nói. Muốn gặp cán bộ, anh chị bấm phím không. Nếu không, tôi xin kết thúc cuộc gọi.",
] as const;
/** First after a piece of an answer: the caller may be writing down. */
export const silenceAfterAnswer = ({ keysOnly }: Manner): string =>
  `Anh chị bấm một để nghe tiếp, hoặc ${keysOnly ? "bấm chín để chọn việc khác" : "hỏi câu khác"}.`;
/** By how often in a row something was heard and not recognised; after these an officer is called. */
export const UNCLEAR = [
  `Tôi nghe chưa rõ. Xin anh chị nói lại, ngắn và chậm. ${EXAMPLE}`,
  `Tôi vẫn nghe chưa rõ. ${KEYS_HELP}`,
] as const;
export const UNCLEAR_OFFICER = "Tôi nghe không rõ, nên xin nối máy cho cán bộ.";
export const UNCLEAR_CALLBACK = "Tôi nghe không rõ.";
export const UNANSWERED_AGAIN = "Tôi chưa trả lời được mấy câu liền. Anh chị nên gặp cán bộ, bấm phím không.";

export const codeInWords = (code: string): string => `Mã của cuộc gọi này là: ${spellCode(code)}.`;
export const CODE_USE = "Đọc mã này cho cán bộ, hoặc nhập trên trang trợ lý, để nối tiếp câu chuyện.";

export const CONNECTING = "Tôi nối máy để anh chị gặp cán bộ, xin giữ máy.";
export const noOfficerNow = (hours: string): string =>
  hours === "" ? "Hiện chưa có cán bộ trực máy." : `Bây giờ cán bộ không trực máy. Giờ trực: ${hours}.`;
export const OFFICER_UNREACHED = "Cán bộ đang bận hoặc chưa nghe máy.";
export const askConsent = (lastThree: string, { keysOnly }: Manner): string =>
  `Cán bộ gọi lại cho anh chị theo số đang gọi, ba số cuối là ${lastThree}, được không? Đồng ý${keysOnly ? "" : " thì nói có, hoặc"} bấm một; số khác, bấm hai; không cần, bấm ba.`;
export const askConsentAgain = ({ keysOnly }: Manner): string =>
  `${keysOnly ? "" : "Anh chị nói có hoặc không. "}Đồng ý, bấm một; số khác, bấm hai; không cần, bấm ba.`;
export const ASK_NUMBER =
  "Muốn cán bộ gọi lại, anh chị bấm số điện thoại, rồi bấm phím thăng. Không cần thì chỉ bấm phím thăng.";
export const HIDDEN_NUMBER = "Máy của anh chị không hiện số.";
export const ASK_NUMBER_AGAIN =
  "Số này chưa đúng. Anh chị bấm lại số điện thoại, bắt đầu bằng số không, rồi bấm phím thăng. Không cần thì chỉ bấm phím thăng.";
export const callbackRecorded = (lastThree: string): string =>
  `Tôi đã ghi yêu cầu gọi lại, số có ba số cuối là ${lastThree}.`;
export const CALLBACK_FAILED = "Xin lỗi, tôi chưa ghi được yêu cầu gọi lại. Anh chị vui lòng gọi lại sau.";
export const NO_CALLBACK = "Dạ, tôi không ghi yêu cầu gọi lại.";
export const anythingElse = ({ keysOnly }: Manner): string =>
  keysOnly
    ? "Muốn chọn việc khác, anh chị bấm chín; gặp cán bộ, bấm không."
    : "Anh chị còn hỏi gì nữa không?";

/** After the number to call in danger. */
export const callThemselves = ({ officer, more }: { officer: boolean; more: boolean }): string =>
  [
    "Anh chị gác máy này rồi gọi số đó.",
    ...(officer ? ["Muốn tôi nối máy cho cán bộ ngay, anh chị bấm phím không."] : []),
    ...(more ? ["Để nghe tiếp các số khác, bấm một."] : []),
  ].join(" ");

export const FAREWELL = "Cảm ơn anh chị đã gọi. Chào anh chị.";
