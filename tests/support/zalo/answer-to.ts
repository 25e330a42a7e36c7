/** Answers whose parts can be counted: every line carries a mark of its own. A question is "câu N"; every fifth answer is
 *  longer than one message. */
const LINES = 40;

export const marksOf = (question: string): string[] => {
  const number = Number(/\d+/.exec(question)?.[0]);
  return number % 5 === 0 ? Array.from({ length: LINES }, (_, i) => `[${number}.${i}]`) : [`[${number}]`];
};

export const answerTo = (question: string): string =>
  marksOf(question)
    .map((mark) => `- ${mark} ${"Nội dung trả lời ".repeat(mark.includes(".") ? 6 : 1)}`)
    .join("\n");
