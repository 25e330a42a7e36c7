export interface Token {
  /** Lower case, NFC, old-style tone placement, i/y unified: the accented form that index and query share. */
  text: string;
  /** `text` without diacritics, đ as d. */
  folded: string;
  /** Offsets in the input string, UTF-16 units, end exclusive. */
  start: number;
  end: number;
  kind: "word" | "number" | "date" | "label" | "document_number" | "procedure_code";
}
