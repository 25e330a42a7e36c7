/** Questions that are answered before they are understood: danger, attempts to steer, help with breaking the law,
 *  accusations, politics, and other people's data. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { complaintOffers, lawfulOffers } from "../answers/lawful.ts";
import { guardInput } from "../guardrails/input.ts";
import { withoutMasks } from "../guardrails/personal-data.ts";
import { findSensitive } from "../guardrails/sensitive.ts";
import type { Choice, Query, RefusalReason } from "../query.ts";
import type { Status } from "../reply.ts";
import { inWordsOfSources } from "../understanding/english.ts";
import type { HeardTurn, UnderstoodTurn } from "./stages.ts";

type Procedures = Pick<KnowledgeBase, "procedures">;

/** The turn with what is prepared for it, which nothing understands any further; undefined lets it through. */
export function guard(turn: HeardTurn, knowledge: Procedures): UnderstoodTurn | undefined {
  const text = withoutMasks(turn.question);
  const query =
    prepared(text, knowledge) ?? (turn.isEnglish ? prepared(inWordsOfSources(text), knowledge) : undefined);
  return query && { ...turn, query, read: undefined, agencyIds: [] };
}

/** Help in danger comes before everything; an attempt to steer outweighs what else is asked. */
function prepared(question: string, knowledge: Procedures): Query | undefined {
  const sensitive = findSensitive(question);
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
  return stop && refused(stop.status, stop.reason);
}

const refused = (status: Status, reason: RefusalReason, offers: Choice[] = []): Query => ({
  kind: "refusal",
  status,
  reason,
  offers,
});
