/** Everything around the questions: choices, greetings, the assistant itself, a person to talk to. */

import type { Choice } from "../query.ts";
import { foldedWords } from "../understanding/phrases.ts";
import {
  askedAgencyId,
  has,
  hasProcedureTopic,
  hasTopic,
  matchPlan,
  matchProcedures,
  type Route,
  type RouteContext,
  taskAsks,
} from "./route.ts";

/** An answer to "which one?": the choice's number, its wording, or words that only one choice has. */
/** Beside the words of a label; in more of them a word of it stands by chance ("đi làm thay"). */
const OTHER_WORDS = 4;

export const routeChoice: Route = (context) => {
  const { typed: text, question, dialogue } = context;
  const { choices } = dialogue;
  if (choices.length === 0) return undefined;
  // A label that was tapped comes back as it was, abbreviations and all.
  const typed = foldedWords(question.text);
  const wordings = [typed.join(" "), foldedWords(text).join(" ")];
  const same = choices.find((choice) => wordings.includes(foldedWords(choice.label).join(" ")));
  if (same) return same.query;
  if (question.ordinal !== null) return choices[question.ordinal - 1]?.query;
  if (typed.length > 8) return undefined;
  const placed = placedChoices(context);
  if (placed.length === 1) return placed[0]!.query;
  const words = question.tokens.filter((_token, i) => !question.stops.has(i)).map((token) => token.folded);
  const fits = choices.filter((choice) => {
    if (choice.onlyWhole) return false;
    const label = new Set(foldedWords(choice.label));
    return (
      words.length > 0 && typed.length - words.length <= OTHER_WORDS && words.every((word) => label.has(word))
    );
  });
  return fits.length === 1 ? fits[0]!.query : undefined;
};

/** "V.9", "nhóm II": where the one task among the choices stands, and nothing else is asked of it. */
function placedChoices(context: RouteContext): Choice[] {
  const { question, dialogue, knowledge } = context;
  const { labels, groupIds } = question;
  if ((labels.length === 0 && groupIds.length === 0) || taskAsks(context).length > 0) return [];
  return dialogue.choices.filter(({ query }) => {
    const task =
      query.kind === "task" && query.ids.length === 1
        ? knowledge.tasks.find(({ id }) => id === query.ids[0])
        : undefined;
    if (!task) return false;
    return labels.length > 0
      ? labels.some((label) => label === task.id || label === `${task.groupNumeral}.${task.number}`)
      : groupIds.includes(task.groupId);
  });
}

/** Words around a greeting that no record knows ("chúc ngày mới tốt lành") are talk too. */
const MAX_TALK = 14;
const isChat = (context: RouteContext): boolean => {
  if (!hasTopic(context) && !hasProcedureTopic(context)) return true;
  if (context.question.tokens.length > MAX_TALK || context.question.domain !== null) return false;
  const best = matchPlan(context, ["task", "target", "duty", "passage"], 1)[0];
  const procedure = matchProcedures(context, 1)[0];
  return Math.max(best?.evidence ?? 0, procedure?.evidence ?? 0) < 1;
};

const isOnlyTalk = (context: RouteContext) =>
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

export const routeConversation: Route = (context) => {
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

const hasAspect = ({ question }: RouteContext) => [...question.cues].some((cue) => cue.startsWith("aspect"));

/** "Tôi ở Sở Y tế": remembered; with a question in the same breath the question is answered (see the step list). */
export const routeOwnAgency: Route = (context) => {
  if (!has(context, "iAm")) return undefined;
  const agencyId = askedAgencyId(context, true);
  const asks = has(
    context,
    "askList",
    "askCount",
    "lead",
    "coordinating",
    "duty",
    "report",
    "askWhen",
    "target",
  );
  return agencyId && !asks && context.question.planTopics[0]!.length === 0
    ? { kind: "ownAgency", agencyId }
    : undefined;
};
