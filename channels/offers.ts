/** What a reply puts to the person to press: all that is asked back, in its order; else what may be asked next. */
import type { Reply } from "../bot/reply.ts";

export const offersOf = ({
  status,
  options,
  suggestions,
}: Pick<Reply, "status" | "options" | "suggestions">): string[] =>
  status === "clarification" && options.length > 0 ? options.map(({ label }) => label) : suggestions;
