/** A text document by its printed lines, numbered from 1. */
import type { Evidence, LineRange } from "../../knowledge/records.ts";

export class TextLines {
  readonly documentId: string;
  readonly file: string;
  readonly #lines: readonly string[];

  constructor(documentId: string, file: string, text: string) {
    this.documentId = documentId;
    this.file = file;
    this.#lines = text.normalize("NFC").split(/\r?\n/);
  }

  get count(): number {
    return this.#lines.length;
  }

  /** Trimmed; empty beyond the end. */
  line(number: number): string {
    return this.#lines[number - 1]?.trim() ?? "";
  }

  /** Lines of a range joined by single spaces, wording untouched. */
  join([from, to]: LineRange): string {
    const parts: string[] = [];
    for (let number = from; number <= to; number++)
      if (this.line(number) !== "") parts.push(this.line(number));
    return parts.join(" ").replace(/\s+/g, " ");
  }

  /** First line at or after `from` that fits; undefined when none does. */
  find(test: (line: string) => boolean, from = 1, to = this.count): number | undefined {
    for (let number = from; number <= to; number++) if (test(this.line(number))) return number;
    return undefined;
  }

  evidence(lines: LineRange, locator: string): Evidence {
    return { documentId: this.documentId, locator, lines, quote: this.join(lines) };
  }
}
