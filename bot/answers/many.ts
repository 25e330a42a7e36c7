/** Several questions in one: the answers one after the other, their citations counted through. */
import type { DraftReply } from "../draft.ts";
import type { Citation } from "../reply.ts";

const MAX_SUGGESTIONS = 5;

export function mergeReplies(replies: readonly DraftReply[]): DraftReply {
  const citations = new Map<string, Citation>();
  for (const citation of replies.flatMap((reply) => reply.citations)) {
    const key = `${citation.number}|${citation.locator}|${citation.quote}`;
    if (!citations.has(key)) citations.set(key, { ...citation, id: `c${citations.size + 1}` });
  }
  const answered = replies.find((reply) => reply.status === "answered") ?? replies[0]!;
  return {
    status: answered.status,
    kind: answered.kind,
    text: replies.map((reply) => reply.text).join("\n\n"),
    spoken: replies.map((reply) => reply.spoken).join(" "),
    tasks: distinct(
      replies.flatMap((reply) => reply.tasks),
      (task) => task.id,
    ),
    procedures: distinct(
      replies.flatMap((reply) => reply.procedures),
      (procedure) => procedure.code,
    ),
    citations: [...citations.values()],
    computed: distinct(
      replies.flatMap((reply) => reply.computed),
      ({ value, rule }) => `${value}|${rule}`,
    ),
    links: distinct(
      replies.flatMap((reply) => reply.links),
      ({ url }) => url,
    ),
    options: [],
    suggestions: [...new Set(replies.flatMap((reply) => reply.suggestions))].slice(0, MAX_SUGGESTIONS),
  };
}

const distinct = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] =>
  [...new Map([...rows].reverse().map((row) => [keyOf(row), row])).values()].reverse();
