import type { Token } from "../../knowledge/vietnamese/tokens.ts";

/** A comma, a full stop or the like between two words: "sổ gốc không còn, phải đăng ký lại" denies no new registration. */
export const isBreak = (one: Token, next: Token): boolean => next.start - one.end > 1;
