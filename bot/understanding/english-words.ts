import { PAPER_TERMS } from "./english-paper-terms.ts";
import { PLAN_TERMS } from "./english-plan-terms.ts";

/** English of offices → the words of the sources. One pair a line: phrases in their plain form ("task", not "tasks"),
 *  alternatives with "|", longer phrases win; nothing on the right: the word carries no meaning here. Terms, and never
 *  whole questions. */
export const ENGLISH_TERMS = `${PLAN_TERMS.trim()}
${PAPER_TERMS.trim()}`;

/** Words that hold an English sentence together and are none of Vietnamese, even without its accents. */
export const ENGLISH_MARKERS: ReadonlySet<string> = new Set(
  `what which who whom whose when where why how is are was were does did of for from with and or the this that these those
  your you yours please should would could must will have has had been about into between than then there they
  i'd i'm what's it's don't if my want need tell show give list many much long any every other need's like
  thank thanks hello good can's`.split(/\s+/),
);

/** Words that show that a sentence is Vietnamese whatever English stands in it; those of names ("và", "các") show nothing. */
export const VIETNAMESE_MARKERS: ReadonlySet<string> = new Set(
  `của là gì nào những được không bao nhiêu cho tôi mình em anh chị ạ nhé đâu khi thế vậy với bị giúp hỏi ai phải mấy cần
  nhiệm vụ hạn chủ trì chưa rồi ơi muốn làm cua gi nao nhung duoc khong nhieu toi minh vay giup phai may roi chua nhiem
  thi ma nay dau oi nhe`.split(/\s+/),
);
