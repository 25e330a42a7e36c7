/** Questions that are answered before they are understood: danger, attempts to steer, help with breaking the law,
 *  accusations, politics, and other people's data. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import { complaintOffers, lawfulOffers } from "../answers/lawful.ts";
import { isOffered } from "../dialogue.ts";
import { guardInput } from "../guardrails/input.ts";
import { withoutMasks } from "../guardrails/personal-data.ts";
import { findSensitive, type Sensitive } from "../guardrails/sensitive.ts";
import type { Choice, Query } from "../query.ts";
import type { RefusalReason } from "../refusal-reasons.ts";
import type { Status } from "../reply.ts";
import { inWordsOfSources } from "../understanding/english.ts";
import { STOP_WORDS } from "../understanding/stop-words.ts";
import type { TopicIndex } from "../understanding/topic.ts";
import type { HeardTurn, UnderstoodTurn } from "./stages.ts";

type Procedures = Pick<KnowledgeBase, "procedures">;
type Names = Pick<TopicIndex, "procedurePlaces">;

/** The turn with what is prepared for it, which nothing understands any further; undefined lets it through. */
export function guard(turn: HeardTurn, knowledge: Procedures, names: Names): UnderstoodTurn | undefined {
  const text = withoutMasks(turn.question);
  // "Trẻ bị bỏ rơi" among the cases of an adoption reports no child in need.
  if (isOffered(turn.dialogue, text)) return undefined;
  const query =
    prepared(text, knowledge, names) ??
    (turn.isEnglish ? prepared(inWordsOfSources(text), knowledge, names) : undefined);
  return query && { ...turn, query, read: undefined, agencyIds: [] };
}

/** Help in danger comes before everything; an attempt to steer outweighs what else is asked. */
function prepared(question: string, knowledge: Procedures, names: Names): Query | undefined {
  const sensitive = sensitiveIn(question, names);
  if (sensitive?.kind === "danger" || sensitive?.kind === "selfHarm")
    return { kind: "emergency", about: sensitive.kind, lines: sensitive.lines };
  const stop = guardInput(question);
  if (stop?.reason === "injection") return refused(stop.status, stop.reason);
  if (sensitive?.kind === "unlawful")
    return refused(
      "guardrails_abuse",
      "unlawful",
      sensitive.paper ? lawfulOffers(sensitive.paper, knowledge) : [],
    );
  if (sensitive?.kind === "accusation")
    return refused("unanswerable_out_of_scope", "accusation", complaintOffers(knowledge));
  if (sensitive?.kind === "politics") return refused("unanswerable_out_of_scope", "politics");
  if (stop?.reason === "other_peoples_data" && !guardInput(besideNames(question, names))) return undefined;
  return stop && refused(stop.status, stop.reason);
}

/** What a procedure is called is no offence ("ký giấy bán đất", "lấy chồng Mỹ"): what is said beside it decides. Who may be
 *  in danger is helped, unless nothing is said beside it ("cháy nhà mất khai sinh"). */
function sensitiveIn(question: string, names: Names): Sensitive | undefined {
  const found = findSensitive(question);
  if (!found) return undefined;
  const beside = besideNames(question, names);
  if (beside === question) return found;
  if (found.kind !== "danger" && found.kind !== "selfHarm") return findSensitive(beside);
  return tokenize(beside).every(({ text }) => STOP_WORDS.has(text)) ? undefined : found;
}

/** The question without what procedures are called. */
function besideNames(question: string, names: Names): string {
  const tokens = tokenize(question);
  const places = names.procedurePlaces(tokens);
  if (places.length === 0) return question;
  const isCalled = (i: number) => places.some(({ from, to }) => from <= i && i < to);
  return tokens
    .filter((_token, i) => !isCalled(i))
    .map(({ text }) => text)
    .join(" ");
}

const refused = (status: Status, reason: RefusalReason, offers: Choice[] = []): Query => ({
  kind: "refusal",
  status,
  reason,
  offers,
});
