/** The order of work: one text into steps. */
import { splitLines } from "./values.ts";

const STEP =
  /(?=[-+*•\da-zđ])(?<=^|\n|[.;:,)”"]\s*)(?:[-+*•]\s*|\d{1,2}\.\s+|[a-zđ]\)\s*)?Bước\s+(\d{1,2})\s*[.:\-–]/giu;
/** Converters number the one item of a list. */
const LONE_NUMBER = /^1\.\s+/;

/** Cut before "Bước 1:", "Bước 2:" when they count up one by one; a step named inside a sentence ("thời gian thực
 *  hiện Bước 2 không quá …") cuts nothing. Without such marks every paragraph is a step. Lines that were wrapped inside a sentence are joined. */
export function splitSteps(text: string | null): string[] {
  if (text === null) return [];
  const plain = text.replaceAll("**", "");
  const joined = unwrap(plain);
  const body = LONE_NUMBER.test(joined) && !/^2\.\s/m.test(joined) ? joined.replace(LONE_NUMBER, "") : joined;
  const cuts: number[] = [];
  for (const match of body.matchAll(STEP)) {
    if (Number(match[1]) === cuts.length + 1) cuts.push(match.index);
  }
  if (cuts.length < 2) return splitLines(body);
  const head = body.slice(0, cuts[0]).trim();
  const steps = cuts.map((from, i) =>
    body
      .slice(from, cuts[i + 1])
      .replace(/^[.;,\s]+/, "")
      .trim(),
  );
  // "Trình tự thực hiện:" before the first step is a title; anything longer is text.
  return [...(head.length > 40 ? splitLines(head) : []), ...steps].filter((step) => step !== "");
}

/** First halves of names that every procedure uses, and what must follow them. */
const CONTINUATIONS: Readonly<Record<string, string>> = {
  Trung: "tâm ương học cấp tướng",
  Văn: "phòng hóa bản thư",
  Giấy: "chứng phép tờ xác khai báo đề biên tiếp hẹn khám ủy giới đăng",
  Thủ: "tướng tục trưởng đô",
  Tờ: "khai trình bản",
  Ủy: "ban",
  Hội: "đồng",
};

/** A line that breaks off inside a name and goes on with something else: pieces of the text have changed places at
 *  the source ("… việc sinh tại Trung" / "nộp hồ sơ."). Null when there is none. */
export function scrambledLine(text: string | null): string | null {
  const lines = (text ?? "").split("\n").map((line) => line.trim());
  for (let i = 1; i < lines.length; i++) {
    const next = /^\p{Ll}+/u.exec(lines[i]!)?.[0];
    if (!next) continue;
    const head = /\p{Lu}\p{Ll}+$/u.exec(lines[i - 1]!)?.[0] ?? "";
    const expected = CONTINUATIONS[head]?.split(" ");
    if (expected && !expected.includes(next))
      return `${lines[i - 1]!.slice(-60)} / ${lines[i]!.slice(0, 40)}`;
  }
  return null;
}

/** Lines that a converter wrapped inside a sentence, joined. */
const unwrap = (text: string): string => text.replace(/(?<![.;:,!?)”"\s])[ ]?\n(?=\p{Ll}(?![.)]))/gu, " ");
