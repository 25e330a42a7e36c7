/** The procedures that other people meant who said so, whatever they are called: "mua lại con wave của ông bạn, làm sao đứng
 *  tên em" holds no word of a name. After a procedure, what was told since counts with it: "sổ gốc ngoài xã còn" chooses
 *  among the twins for a lost paper. */
import { isEmpty } from "../situations/situation.ts";
import type { ReadingContext } from "./context.ts";
import type { Meant } from "./meant.ts";
import { aspectsKept } from "./procedure-particular.ts";
import { procedureQueryOf } from "./procedure-particulars.ts";
import type { Proposal } from "./reader.ts";

const MOST = 3;
/** What fewer people mean is chance. */
const LIKELY = 0.08;

export function readMeant(context: ReadingContext): Proposal[] {
  const { question, situation } = context;
  if (question.labels.length > 0) return [];
  // "Nộp ở đâu?" names and tells nothing: it asks of what was spoken of.
  if (question.procedureTopics[0]!.length === 0 && isEmpty(situation)) return [];
  if (isStrange(context)) return [];
  const aspects = aspectsKept(context);
  const propose = ({ procedures }: Meant, how: string): Proposal[] =>
    likeliest(procedures).map(([code, share], i, rows) => ({
      query: procedureQueryOf(context, code, aspects),
      features: {
        [`${how}: share`]: share,
        [`${how}: first`]: i === 0 ? 1 : 0,
        [`${how}: ahead`]: share - (rows[i === 0 ? 1 : 0]?.[1] ?? 0),
      },
    }));
  const { meant, meantSoFar } = context;
  return [
    ...propose(meant, "by this turn"),
    ...(meantSoFar === meant ? [] : propose(meantSoFar, "by the story")),
  ];
}

/** "Thế ai xắn tay vụ này?" after a procedure: few words, which stand side by side in no record and tell nothing of the case. */
function isStrange({ question, situation, dialogue, topics }: ReadingContext): boolean {
  const words = question.procedureTopics[0]!;
  const isFew = words.length > 1 && words.length <= MOST && dialogue.last?.kind === "procedure";
  return isFew && isEmpty(situation) && topics.knownPairs(words) === 0;
}

const likeliest = (shares: Meant["procedures"]): [code: string, share: number][] =>
  [...shares]
    .filter(([, share]) => share >= LIKELY)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST);
