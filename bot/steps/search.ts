/** What retrieval finds for a question. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import type { Understander, Understanding } from "../understanding/understand.ts";

type Retriever = KnowledgeBase["retriever"];

const RETRIEVED = 20;

/** Record id → score of its best chunk, 0 to 1. */
export async function findRecords(text: string, retriever: Retriever): Promise<Map<string, number>> {
  const hits = new Map<string, number>();
  for (const hit of await retriever.search(text, { limit: RETRIEVED })) {
    hits.set(hit.chunk.recordId, Math.max(hits.get(hit.chunk.recordId) ?? 0, hit.score));
  }
  return hits;
}

/** Code → share of the best score. As said, and in the words of the sources; what both find counts by its better place. */
export function findProcedures(
  { text: whole, tokens: all, affirmed: text }: Pick<Understanding, "text" | "tokens" | "affirmed">,
  retriever: Retriever,
  understander: Understander,
): Map<string, number> {
  const tokens = text === whole ? all : tokenize(text);
  const replaced = understander.withSynonyms(tokens);
  const hasSynonym = replaced.some((token, i) => token !== tokens[i]);
  const inSources = replaced.map((token) => token.text).join(" ");
  const places = new Map<string, number>();
  for (const query of hasSynonym ? [text, inSources] : [text]) {
    const found = retriever.findProcedures(query, { limit: RETRIEVED });
    for (const { id, score } of found) places.set(id, Math.max(places.get(id) ?? 0, score / found[0]!.score));
  }
  return places;
}
