/** What each row of understanding is good for: the conversations in which it matches are asked again without it. */
import type { Assistant } from "../../../bot/assistant.ts";
import type { Conversation } from "./conversations.ts";

/** One conversation asked once. */
export interface Outcome {
  right: boolean;
  /** All that was answered: two outcomes with the same are the same. */
  said: string;
}

export interface Rehearsal {
  rows: readonly string[];
  /** `allows` is asked of each row that matches and may leave it out. */
  ask(conversation: Conversation, allows: (row: string) => boolean): Promise<Outcome>;
}

export interface RowMeasure {
  row: string;
  /** Conversations in which it matches. */
  matched: number;
  /** Ids of those that are wrong, and right, only without it; their answers changed and nothing else. A row that serves
   *  more than `enough` isn't asked further. */
  serves: string[];
  harms: string[];
  changed: number;
  /** Of the conversations it serves. */
  authors: number;
}

export interface Base {
  outcomes: ReadonlyMap<Conversation, Outcome>;
  /** Row → conversations in which it matches, those of the fewest rows first. */
  matched: ReadonlyMap<string, readonly Conversation[]>;
}

/** Every conversation once, with all rows. */
export async function askAll(
  conversations: readonly Conversation[],
  { ask }: Rehearsal,
  onProgress: (done: number) => void = () => {},
): Promise<Base> {
  const outcomes = new Map<Conversation, Outcome>();
  const rowsOf = new Map<Conversation, Set<string>>();
  for (const conversation of conversations) {
    const rows = new Set<string>();
    outcomes.set(
      conversation,
      await ask(conversation, (row) => {
        rows.add(row);
        return true;
      }),
    );
    rowsOf.set(conversation, rows);
    onProgress(outcomes.size);
  }
  const matched = new Map<string, Conversation[]>();
  const bySize = [...rowsOf].sort(([, a], [, b]) => a.size - b.size);
  for (const [conversation, rows] of bySize)
    for (const row of rows) {
      const among = matched.get(row) ?? [];
      matched.set(row, among);
      among.push(conversation);
    }
  return { outcomes, matched };
}

/** @param without  Rows that are left out beside it. */
export async function measureRow(
  row: string,
  { outcomes, matched }: Base,
  { ask }: Rehearsal,
  { enough = 1, without = new Set() }: { enough?: number; without?: ReadonlySet<string> } = {},
): Promise<RowMeasure> {
  const among = matched.get(row) ?? [];
  const measure = { row, matched: among.length, serves: [] as string[], harms: [] as string[], changed: 0 };
  const authors = new Set<string>();
  for (const conversation of among) {
    if (measure.serves.length > enough) break;
    const before = outcomes.get(conversation)!;
    const after = await ask(conversation, (other) => other !== row && !without.has(other));
    if (before.right && !after.right) {
      measure.serves.push(conversation.id);
      authors.add(conversation.author);
    } else if (!before.right && after.right) measure.harms.push(conversation.id);
    else if (before.said !== after.said) measure.changed++;
  }
  return { ...measure, authors: authors.size };
}

/** Holds a conversation from its beginning. */
export async function hold(assistant: Assistant, { turns }: Conversation): Promise<Outcome> {
  let right = true;
  let conversationId: string | undefined;
  const said: string[] = [];
  for (const { request, failures } of turns) {
    try {
      const response = await assistant.answer({ channel: "web", ...request, conversationId });
      conversationId = response.conversationId;
      said.push(response.reply.text);
      right &&= failures(response.reply).length === 0;
    } catch (error) {
      said.push(String(error));
      right = false;
    }
  }
  return { right, said: said.join("\n\n") };
}
