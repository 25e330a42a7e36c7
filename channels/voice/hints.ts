/** Words that a recogniser should expect. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";

/** Recognisers take a few hundred phrases of at most 100 characters
 *  (https://cloud.google.com/speech-to-text/quotas, https://www.twilio.com/docs/voice/twiml/gather#hints). */
const MOST = 150;
const LONGEST = 100;
const COMMANDS = [
  "gặp cán bộ",
  "nghe tiếp",
  "nhắc lại",
  "chậm lại",
  "thủ tục hành chính",
  "kế hoạch",
  "nhiệm vụ",
];

/** Commands, agencies (those with most tasks first) and procedures (reviewed ones first, which are those that people
 *  ask for most). Without commas: some gateways separate phrases by them. */
export function recognitionHints(
  knowledge: Pick<KnowledgeBase, "agencies" | "tasks" | "procedures">,
): string[] {
  const tasks = new Map<string, number>();
  for (const { leads } of knowledge.tasks)
    for (const { agencyId } of leads) if (agencyId) tasks.set(agencyId, (tasks.get(agencyId) ?? 0) + 1);
  const agencies = [...knowledge.agencies].sort((a, b) => (tasks.get(b.id) ?? 0) - (tasks.get(a.id) ?? 0));
  const procedures = [...knowledge.procedures].sort((a, b) => Number(b.reviewed) - Number(a.reviewed));
  const phrases = [...COMMANDS, ...agencies.map(({ name }) => name), ...procedures.map(({ name }) => name)]
    .map((phrase) =>
      phrase
        .replace(/[,;()]/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((phrase) => phrase !== "" && phrase.length <= LONGEST);
  return [...new Set(phrases)].slice(0, MOST);
}
