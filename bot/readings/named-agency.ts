/** Does the question name an agency? */
import type { ReadingContext } from "./context.ts";

export const hasAgency = ({ question }: ReadingContext) => question.mentions.some((mention) => !mention.weak);
