/** Puts an answer in words, for the eye and for the ear. */
import { spellOut } from "../../knowledge/vietnamese/spell-out.ts";
import { compose } from "../answers/compose.ts";
import type { AnswerContext } from "../answers/context.ts";
import * as english from "../answers/english/phrases.ts";
import { composeInEnglish, quotesOnlyInEnglish } from "../answers/english/render.ts";
import { inEnglishSpeech } from "../answers/english/speech.ts";
import { caseReason } from "../dialogue.ts";
import { quotesOnly } from "../draft.ts";
import type { FigureLock } from "../figure-lock.ts";
import { withoutMasks } from "../guardrails/personal-data.ts";
import type { ModelTurn } from "../language-model/model-steps.ts";
import type { DraftedTurn, OfferedTurn, RepliedTurn, UnderstoodTurn } from "./stages.ts";

/** What is said around any answer. */
const IN_VIETNAMESE = {
  privacy:
    "Lưu ý: anh/chị vui lòng không gửi số giấy tờ, điện thoại, tài khoản hay thông tin cá nhân khác vào đây; trợ lý đã che các thông tin đó trước khi lưu.",
  failure: "Đã ba lần liền tôi chưa trả lời được, nên cuộc trò chuyện này được ghi lại để cán bộ xem.",
  code: "Khi liên hệ, anh/chị đọc mã tra cứu của câu trả lời này.",
};
const IN_ENGLISH = {
  privacy: english.PRIVACY_NOTICE,
  failure: english.THIRD_FAILURE,
  code: english.READ_THE_CODE,
};

export function composeAnswer(turn: UnderstoodTurn, context: AnswerContext): DraftedTurn {
  const composed = turn.language === "en" ? composeInEnglish : compose;
  return { ...turn, draft: composed(turn.query, context) };
}

/** A language model may open the answer in its own words, as far as its quotes prove them. */
export async function phraseBetter(turn: DraftedTurn, model: ModelTurn | undefined): Promise<DraftedTurn> {
  // Its instructions and its checks are for Vietnamese sentences.
  if (turn.language === "en") return turn;
  const better = await model?.phrase(withoutMasks(turn.question), turn.query, turn.draft);
  return better ? { ...turn, draft: better } : turn;
}

export function offerPerson(turn: DraftedTurn): OfferedTurn {
  const opens = caseReason(turn.dialogue, turn.query);
  if (opens !== "failures") return { ...turn, opens };
  const { text, spoken } = turn.draft;
  const { failure, code } = turn.language === "en" ? IN_ENGLISH : IN_VIETNAMESE;
  return {
    ...turn,
    opens,
    draft: { ...turn.draft, text: `${text}\n\n${failure} ${code}`, spoken: `${spoken} ${failure}` },
  };
}

/** `onFailure` is told of the figures that nothing supports. */
export function lockFigures(
  turn: OfferedTurn,
  lock: FigureLock,
  onFailure: ((unsupported: readonly string[]) => void) | undefined,
): OfferedTurn {
  const { passed, unsupported } = lock.check(turn.draft);
  if (passed) return turn;
  onFailure?.(unsupported.map((figure) => `${figure.kind}:${figure.printed}`));
  return { ...turn, draft: (turn.language === "en" ? quotesOnlyInEnglish : quotesOnly)(turn.draft) };
}

export function noticePersonalData(turn: OfferedTurn): OfferedTurn {
  if (!turn.hadPersonalData) return turn;
  const { privacy } = turn.language === "en" ? IN_ENGLISH : IN_VIETNAMESE;
  return { ...turn, draft: { ...turn.draft, text: `${turn.draft.text}\n\n${privacy}` } };
}

export function spell(turn: OfferedTurn): RepliedTurn {
  const { draft, language } = turn;
  const reply =
    language === "en"
      ? { ...draft, language, spoken: inEnglishSpeech(draft.spoken) }
      : { ...draft, spoken: spellOut(draft.spoken) };
  return { ...turn, reply };
}
