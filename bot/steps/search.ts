/** What retrieval finds for a question. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import { tokenize } from "../../knowledge/vietnamese/tokens.ts";
import type { Found } from "../readings/context.ts";
import type { Understander, Understanding } from "../understanding/understand.ts";

type Retriever = KnowledgeBase["retriever"];

const RETRIEVED = 20;

function keep(places: Map<string, Found>, id: string, { score, meaning }: Found): void {
  const known = places.get(id);
  places.set(id, {
    score: Math.max(known?.score ?? 0, score),
    meaning: Math.max(known?.meaning ?? 0, meaning),
  });
}

/** Record id → its best chunk. */
export async function findRecords(text: string, retriever: Retriever): Promise<Map<string, Found>> {
  const hits = new Map<string, Found>();
  for (const { chunk, score, dense } of await retriever.search(text, { limit: RETRIEVED }))
    keep(hits, chunk.recordId, { score, meaning: dense });
  return hits;
}

/** By code. As said, and in the words of the sources; what both find counts by its better place. */
export function findProcedures(
  { text: whole, tokens: all, affirmed: text }: Pick<Understanding, "text" | "tokens" | "affirmed">,
  retriever: Retriever,
  understander: Understander,
): Map<string, Found> {
  const tokens = text === whole ? all : tokenize(text);
  const replaced = understander.withSynonyms(tokens);
  const hasSynonym = replaced.some((token, i) => token !== tokens[i]);
  const inSources = replaced.map((token) => token.text).join(" ");
  const places = new Map<string, Found>();
  for (const query of hasSynonym ? [text, inSources] : [text]) {
    const found = retriever.findProcedures(query, { limit: RETRIEVED });
    for (const { id, score, meaning } of found) keep(places, id, { score: score / found[0]!.score, meaning });
  }
  return places;
}
