/** What is counted in the lexical index and the embedding: syllables and pairs of neighbours, as written and without
 *  diacritics. Two forms let an accented agreement weigh more than one without diacritics. */
import { tokenize } from "./vietnamese/tokens.ts";

/** "Sở Y tế" → sở, y, tế, sở_y, y_tế, and the folded forms prefixed "~". Order follows the text. */
export function termsOf(text: string): string[] {
  const tokens = tokenize(text);
  const terms: string[] = [];
  tokens.forEach((token, i) => {
    terms.push(token.text, `~${token.folded}`);
    const next = tokens[i + 1];
    if (next) terms.push(`${token.text}_${next.text}`, `~${token.folded}_${next.folded}`);
  });
  return terms;
}
