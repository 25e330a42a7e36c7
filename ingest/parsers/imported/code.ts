/** Codes of procedures as printed: "1.012784", "1.012784.000.00.00.H19", "1.012784.H19", local ones "QLKTN003". */

export interface ProcedureCode {
  code: string;
  kind: "national" | "local";
  /** "H19"; null without one. */
  suffix: string | null;
}

const NATIONAL = /^(\d\.\d{6})(?:\.000\.00\.00)?(?:\.([A-Z]\d{2,3}))?$/;
const LOCAL = /^(?=.*\d)[A-ZĐ][A-ZĐ0-9]*(?:[._-][A-ZĐ0-9]+)*$/;
const PLAIN_NUMBER = /^\d{3,7}$/;
const IN_NAME = /(?<![\d.])(\d)[._](\d{6})(?:[._]000[._]00[._]00)?(?:[._]([A-Z]\d{2,3}))?(?![\d])/;
const WITHDRAWN = /[-_ ](?:xoa|xóa|huy|hủy|bo|bỏ|old|cu|cũ)$/i;

/** Null when the text is no code that can be relied on: "1.0133611", "1.014955-Xoa". */
export function parseCode(printed: string): ProcedureCode | null {
  const text = printed.trim();
  const national = NATIONAL.exec(text);
  if (national) return { code: national[1]!, kind: "national", suffix: national[2] ?? null };
  return LOCAL.test(text) || PLAIN_NUMBER.test(text) ? { code: text, kind: "local", suffix: null } : null;
}

/** Marked by the issuer as no longer in force: "1.014955-Xoa". */
export const isWithdrawn = (printed: string): boolean => WITHDRAWN.test(printed.trim());

/** The code that a file is named for: "1_001193_procedure_detail.md", "1.012784.H19.html". */
export function codeInFileName(file: string): ProcedureCode | null {
  const match = IN_NAME.exec(file.replace(/^.*[\\/]/, ""));
  return match ? { code: `${match[1]}.${match[2]}`, kind: "national", suffix: match[3] ?? null } : null;
}

/** A spreadsheet may keep a code as a number and drop its last noughts: "1.00127" was 1.001270. */
export function restoreNoughts(printed: string): string {
  return /^[1-9]\.\d{2,5}$/.test(printed) ? printed.padEnd(8, "0") : printed;
}
