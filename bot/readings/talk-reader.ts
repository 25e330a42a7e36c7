/** What is said around the questions, learned from examples and no patterns: an acknowledgement, thanks, a complaint, a wish
 *  for a person; and what is wanted of the answer before: shorter, again, plainer, more, or whether it is certain. */
import type { Act } from "../examples/act-classifier.ts";
import type { Query } from "../query.ts";
import { has, hasProcedureTopic, hasTopic, type QueryReader, type ReadingContext } from "./context.ts";
import { matchPlan, matchProcedures } from "./matches.ts";
import type { Proposal } from "./reader.ts";

/** Less likely acts are no reading. */
const LIKELY = 0.12;
/** What it mostly does is what is meant where nothing is named. */
const MOSTLY = 0.5;
const SHORT = 8;
/** Words beside those of the act: "nói lại chỗ thời hạn nộp". */
const MOST_SAID = 3;
/** So few of them stand side by side in any record. */
const STRANGE = 0.5;

const TALK: Partial<Record<Act, Query>> = {
  greet: { kind: "smallTalk", topic: "greeting" },
  thanks: { kind: "smallTalk", topic: "thanks" },
  goodbye: { kind: "smallTalk", topic: "goodbye" },
  acknowledge: { kind: "smallTalk", topic: "acknowledgement" },
  complain: { kind: "smallTalk", topic: "complaint" },
  person: { kind: "handoff" },
  about: { kind: "about", topic: "identity" },
};
const AGAIN: Partial<Record<Act, "shorter" | "same" | "plainer" | "more" | "certain">> = {
  shorter: "shorter",
  repeat: "same",
  notUnderstood: "plainer",
  more: "more",
  verify: "certain",
};

/** What the office's own examples say that these very words do, where that alone says what to answer. */
export const readTold: QueryReader = ({ told, dialogue }) => {
  if (!told) return undefined;
  const how = AGAIN[told];
  return how && dialogue.last ? { kind: "again", of: dialogue.last, how } : TALK[told];
};

const mostlyOf = (speech: ReadingContext["speech"]): Act | undefined =>
  (Object.entries(speech) as [Act, number][]).find(([, share]) => share >= MOSTLY)?.[0];

/** "Ok em", "nói lại": of the talk itself and not of its subject; it tells nothing more of the story, however plain that was
 *  before. Whether an answer is certain is asked of its subject. */
export function isOfTalk(speech: ReadingContext["speech"]): boolean {
  const mostly = mostlyOf(speech);
  return mostly !== undefined && mostly !== "verify" && (mostly in TALK || mostly in AGAIN);
}

/** "Ngắn thôi", "trích nguyên câu": the answer before is wanted in another form. */
export const wantsAnswerBefore = (speech: ReadingContext["speech"]): boolean =>
  (["shorter", "repeat", "notUnderstood", "more", "action"] as const).some(
    (act) => (speech[act] ?? 0) >= LIKELY,
  );

/** "Ok em", "dạ vâng", "cảm ơn nhiều nha": talk that names nothing, by what its words mostly do. */
export const readBareTalk: QueryReader = (context) => {
  const { question, speech } = context;
  // Where an insult was all that was said, no word is left that could be talk.
  if (question.tokens.length === 0) return undefined;
  const mostly = mostlyOf(speech);
  // "Rồi, chị ghi vào danh sách rồi, cảm ơn em": what the asker does next asks nothing.
  const isThanks = mostly === "thanks" && has(context, "thanks") && !ASKING.test(question.folded);
  if (!isThanks && (hasTopic(context) || hasProcedureTopic(context) || question.cues.size > 0))
    return undefined;
  const query = mostly && TALK[mostly];
  return query?.kind === "smallTalk" ? query : undefined;
};

const ASKING =
  /(^| )(ai|gi|nao|may|bao nhieu|bn|dau|khi nao|bao gio|the nao|sao|khong|ko|hong|chua|a|ha|giup|gium|cho (toi|em|chi|anh|minh) (hoi|xin|xem)|con)( |$)|\?/;

export function readTalk(context: ReadingContext): Proposal[] {
  const { speech, dialogue, question } = context;
  const best = Math.max(
    matchPlan(context, ["task", "target", "duty", "passage"], 1)[0]?.evidence ?? 0,
    matchProcedures(context, 1)[0]?.evidence ?? 0,
  );
  const shared = {
    short: question.tokens.length <= SHORT ? 1 : 0,
    subject: hasTopic(context) || hasProcedureTopic(context) ? Math.min(1, best) : 0,
    named: question.labels.length + question.mentions.filter(({ weak }) => !weak).length > 0 ? 1 : 0,
    "after an answer": dialogue.last ? 1 : 0,
  };
  // "Còn bông hoa màu tím" names something, whatever it is: nothing more of the answer before is asked.
  const subject = question.planTopics[0]!;
  const namesAnother = subject.length > MOST_SAID || context.topics.knownPairs(subject) <= STRANGE;
  const proposals: Proposal[] = [];
  for (const [act, share] of Object.entries(speech) as [Act, number][]) {
    if (share < LIKELY) continue;
    const talk = TALK[act];
    if (talk) proposals.push({ query: talk, features: { ...shared, [act]: share } });
    const how = AGAIN[act];
    if (how && dialogue.last && !namesAnother)
      proposals.push({
        query: { kind: "again", of: dialogue.last, how },
        features: { ...shared, [act]: share },
      });
  }
  return proposals;
}
