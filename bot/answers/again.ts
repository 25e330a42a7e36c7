/** The answer before once more: as it was, in one sentence, in plain words, with what is left of it, or as a check. */
import type { DraftReply } from "../draft.ts";
import type { Query } from "../query.ts";

export type How = Extract<Query, { kind: "again" }>["how"];

const PERSON = "Gặp cán bộ";

/** `answer`: what was answered, composed anew; `of`: the question that gave it. */
export function answerAgain(how: How, of: Query, answer: DraftReply, whole: DraftReply): DraftReply {
  switch (how) {
    case "same":
      return { ...answer, text: `Tôi nhắc lại:\n\n${answer.text}`, spoken: `Tôi nhắc lại. ${answer.spoken}` };
    case "shorter":
      return { ...answer, text: briefly(answer), spoken: answer.spoken };
    case "plainer": {
      const opening = "Xin lỗi, tôi nói lại gọn và dễ hiểu hơn:";
      const ask = "Nếu chỗ nào còn chưa rõ, anh/chị cứ hỏi riêng chỗ đó.";
      return {
        ...answer,
        text: [opening, briefly(answer), ask].join("\n\n"),
        spoken: `Tôi nói lại gọn hơn. ${answer.spoken}`,
        suggestions: [...answer.suggestions.slice(0, 3), PERSON],
      };
    }
    case "more":
      return of.kind === "procedure"
        ? whole
        : {
            ...answer,
            text: `Phần trả lời trước đã nêu đủ những gì nguồn có về câu hỏi đó:\n\n${answer.text}`,
            spoken: `Phần trước đã nêu đủ. ${answer.spoken}`,
          };
    case "certain": {
      const opening = "Tôi đã đối chiếu lại với nguồn, nội dung vẫn như sau:";
      return {
        ...answer,
        text: `${opening}\n\n${answer.text}`,
        spoken: `Tôi đã đối chiếu lại. ${answer.spoken}`,
      };
    }
  }
}

/** What a caller would hear, with its source. */
function briefly(answer: DraftReply): string {
  const source = answer.text.split("\n\n").findLast((paragraph) => paragraph.startsWith("*Nguồn"));
  return [answer.spoken, source].filter(Boolean).join("\n\n");
}
