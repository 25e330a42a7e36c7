/** Questions understood as the assistant understands them: the same parts over the shipped knowledge. */
import { createLexicon, type Lexicon } from "../../../bot/understanding/lexicon.ts";
import type { AllowsRow } from "../../../bot/understanding/phrases.ts";
import { TopicIndex } from "../../../bot/understanding/topic.ts";
import { Understander, type Understanding } from "../../../bot/understanding/understand.ts";
import type { KnowledgeBase } from "../../../knowledge/knowledge-base.ts";
import { createSpeller } from "../../../knowledge/vietnamese/spelling.ts";
import { understandText } from "../../../knowledge/vietnamese/understand-text.ts";
import { shippedKnowledge } from "../../support/assistant.ts";

export interface Shipped {
  knowledge: KnowledgeBase;
  topics: TopicIndex;
  lexicon: Lexicon;
  understander: Understander;
  understand(text: string): Understanding;
}

/** `allows` as in Understander. */
export async function openShipped(allows?: AllowsRow): Promise<Shipped> {
  const knowledge = await shippedKnowledge();
  const topics = new TopicIndex(knowledge);
  const lexicon = createLexicon(topics, knowledge);
  const speller = createSpeller(lexicon);
  const understander = new Understander(knowledge, lexicon, allows);
  return {
    knowledge,
    topics,
    lexicon,
    understander,
    understand(text) {
      const { normalized, tokens } = understandText(text, speller);
      return understander.understand(normalized, tokens);
    },
  };
}
