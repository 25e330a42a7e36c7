/** Regular expressions that can be left out, one by one. A copy of this module goes with each instrumented copy of the
 *  program, so that what is switched there is seen nowhere else. */
import type { AllowsRow } from "../../../bot/understanding/phrases.ts";

/** `allows` is asked of each row that matches; false makes the row match nothing. */
export const switches: { allows: AllowsRow } = { allows: () => true };

class SwitchedRegExp extends RegExp {
  readonly row: string;

  constructor({ source, flags }: RegExp, row: string) {
    super(source, flags);
    this.row = row;
  }

  override exec(text: string): RegExpExecArray | null {
    const found = super.exec(text);
    return found && switches.allows(this.row) ? found : null;
  }

  /** `split` and `matchAll` take a plain one: they only cut. */
  static override get [Symbol.species]() {
    return RegExp;
  }
}

const made = new Map<string, RegExp>();

/** A literal within a function is asked for at each call, and made once. */
export function switched(row: string, pattern: RegExp): RegExp {
  const known = made.get(row);
  if (known?.source === pattern.source && known.flags === pattern.flags) {
    known.lastIndex = 0;
    return known;
  }
  const fresh = new SwitchedRegExp(pattern, row);
  made.set(row, fresh);
  return fresh;
}
