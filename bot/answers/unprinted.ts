/** What is asked of a passage or a target and printed in none of its lines: said as such. */
import type { Draft } from "../draft.ts";
import type { Beyond, TaskAsk } from "../query.ts";

const PRINTED: Partial<Record<TaskAsk, readonly [name: string, printed: RegExp]>> = {
  lead: ["cơ quan chủ trì", /(^|[^\p{L}])(sở|ubnd|ủy ban|văn phòng|công an|cơ quan|đơn vị) /iu],
  coordinating: ["cơ quan phối hợp", /phối hợp/iu],
  when: ["thời hạn", /20\d\d|(^|[^\p{L}])(ngày|tháng|quý|hàng năm|hằng năm|định kỳ|thường xuyên)/iu],
};

/** `what`: how the place is called, "Đoạn này". */
export function sayUnprinted(
  what: string,
  texts: readonly string[],
  asks: readonly TaskAsk[],
  draft: Draft,
): void {
  const missing = asks.flatMap((ask) => {
    const [name, printed] = PRINTED[ask] ?? [];
    return name && printed && !texts.some((text) => printed.test(text)) ? [name] : [];
  });
  if (missing.length === 0) return;
  const text = `${what} không ghi ${missing.join(", ")}.`;
  draft.say(text).speak(text);
}

/** Said first: the lines that follow are told once more, and likely hold no answer. `what`: how their place is called. */
export function sayBeyond(query: Beyond, what: string, draft: Draft): void {
  if (!query.beyond) return;
  draft.status = "unanswerable_not_in_sources";
  const text = `${what} chỉ ghi như sau; điều gì không có ở đây thì Kế hoạch không nêu.`;
  draft.say(text).speak(text);
}
