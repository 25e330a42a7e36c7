/** Where names and aliases of procedures stand in a question, word for word. */
import { namesOf, withoutFormalWords } from "../../knowledge/procedure-names.ts";
import type { ProcedureRecord } from "../../knowledge/records.ts";
import type { Token } from "../../knowledge/vietnamese/tokens.ts";
import { type IsForm, longestOnly, PhraseIndex, type Span } from "./phrases.ts";

export class ProcedureNames {
  readonly #names = new PhraseIndex<{ code: string; official: boolean }>();

  constructor(procedures: readonly ProcedureRecord[]) {
    for (const procedure of procedures)
      for (const name of namesOf(procedure)) {
        const official = name === procedure.name;
        this.#names.add(withoutFormalWords(name), { code: procedure.code, official });
      }
  }

  /** Whole names, longest first over others; a name of several procedures is no name. */
  spans(tokens: readonly Token[], isForm?: IsForm): { from: number; to: number; code: string }[] {
    const matches = this.#names.find(tokens, isForm);
    return longestOnly(matches).flatMap(({ from, to }) => {
      const codes = new Set(
        matches.filter((row) => row.from === from && row.to === to).map((row) => row.value.code),
      );
      return codes.size === 1 && to - from > 1 ? [{ from, to, code: [...codes][0]! }] : [];
    });
  }

  /** Where something stands that one procedure or several are called. */
  places(tokens: readonly Token[]): Span[] {
    return longestOnly(this.#names.find(tokens)).filter(({ from, to }) => to - from > 1);
  }

  /** Code → length of its name in words; only the longest of names that overlap ("đăng ký lại kết hôn" holds no "kết
   *  hôn"). */
  lengths(tokens: readonly Token[], isForm?: IsForm): Map<string, number> {
    const matches = this.#names.find(tokens, isForm);
    const found = new Map<string, number>();
    for (const { from, to } of longestOnly(matches)) {
      // "Ba má không đăng ký kết hôn, giờ ba muốn nhận con": what wasn't done isn't what is asked for.
      if (/^(khong|chua)$/.test(tokens[from - 1]?.folded ?? "") && to < tokens.length) continue;
      for (const match of matches) {
        if (match.from !== from || match.to !== to) continue;
        // Of two names as long the official one is meant.
        const words = to - from + (match.value.official ? 1 : 0);
        found.set(match.value.code, Math.max(found.get(match.value.code) ?? 0, words));
      }
    }
    return found;
  }
}
