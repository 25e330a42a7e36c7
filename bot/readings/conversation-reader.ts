/** Everything around the questions: greetings, the assistant itself, a person to talk to. */

import { has, hasProcedureTopic, hasTopic, type QueryReader, type ReadingContext } from "./context.ts";
import { matchPlan, matchProcedures } from "./matches.ts";

/** Words around a greeting that no record knows ("chúc ngày mới tốt lành") are talk too. */
const MAX_TALK = 14;

const isChat = (context: ReadingContext): boolean => {
  if (!hasTopic(context) && !hasProcedureTopic(context)) return true;
  if (context.question.tokens.length > MAX_TALK || context.question.domain !== null) return false;
  const best = matchPlan(context, ["task", "target", "duty", "passage"], 1)[0];
  const procedure = matchProcedures(context, 1)[0];
  return Math.max(best?.evidence ?? 0, procedure?.evidence ?? 0) < 1;
};

const isOnlyTalk = (context: ReadingContext) =>
  isChat(context) &&
  context.question.labels.length === 0 &&
  context.question.mentions.every((mention) => mention.weak) &&
  context.question.years.length === 0 &&
  !has(
    context,
    "lead",
    "coordinating",
    "askList",
    "askCount",
    "target",
    "duty",
    "report",
    "signer",
    "issued",
    "structure",
  );

export const readConversation: QueryReader = (context) => {
  // "đang nói chuyện với người thật hay máy" holds the words of a wish for a person too.
  const text = context.question.plain;
  const wishes =
    /(^|\s)(gap|noi may|ket noi|chuyen)(\s|$)/.test(text) &&
    !/ hay (la )?(may|robot|bot|ai)(\s|$)/.test(text);
  if (has(context, "handoff") && (wishes || !has(context, "about"))) return { kind: "handoff" };
  if (has(context, "about")) return { kind: "about", topic: "identity" };
  if (has(context, "abilities")) return { kind: "about", topic: "abilities" };
  const only = isOnlyTalk(context);
  if (
    has(context, "retention") &&
    (only || context.question.planTopics.every((words) => words.length <= 2))
  ) {
    return { kind: "about", topic: "retention" };
  }
  if (has(context, "changes") && only) return { kind: "about", topic: "changes" };
  if (has(context, "sources") && only) return { kind: "about", topic: "sources" };
  if (!only) return undefined;
  if (has(context, "thanks")) return { kind: "smallTalk", topic: "thanks" };
  if (has(context, "goodbye")) return { kind: "smallTalk", topic: "goodbye" };
  if (has(context, "greeting") && !hasAspect(context)) return { kind: "smallTalk", topic: "greeting" };
  return undefined;
};

const hasAspect = ({ question }: ReadingContext) =>
  [...question.cues].some((cue) => cue.startsWith("aspect"));
